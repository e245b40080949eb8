"""The account of the sample reports, against the one that was read through and kept in tests/golden/.

`make golden` writes it anew; look at the difference before you commit it. Confidences are left out: their last digits
depend on the processor.
"""

import difflib
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import msgspec
import pytest

import dateline
from tests.conftest import ROOT

GOLDEN = ROOT / "tests" / "golden" / "account.json"
LEFT_OUT = {"confidence", "score"}


def plain(value: Any) -> Any:
    """The value without what depends on the processor."""
    if isinstance(value, dict):
        return {k: plain(v) for k, v in value.items() if k not in LEFT_OUT}
    return [plain(v) for v in value] if isinstance(value, list) else value


def as_text(account: Any) -> str:
    """An account as text with one value a line."""
    return msgspec.json.format(msgspec.json.encode(plain(account)), indent=1).decode() + "\n"


@pytest.fixture(scope="module")
def now() -> str:
    """The account of the samples as it is now. Paths are those below samples/."""
    before = Path.cwd()
    os.chdir(ROOT)
    try:
        account = dateline.read(["samples"])
    finally:
        os.chdir(before)
    return as_text(msgspec.json.decode(msgspec.json.encode(account)))


def test_the_account_of_the_samples_is_the_golden_one(now, request):
    if request.config.getoption("--update-golden"):
        GOLDEN.write_text(now, "utf-8")
    golden = GOLDEN.read_text("utf-8").splitlines()
    difference = list(difflib.unified_diff(golden, now.splitlines(), "golden", "now", lineterm="", n=2))
    assert not difference, "\n".join(["the account changed; `make golden` if that is right", *difference[:80]])


def test_the_account_is_the_same_whatever_the_order_of_sets(now, tmp_path):
    """Sets of words have another order under each seed of their hashes; the fixture has a random one."""
    command = [sys.executable, "-m", "dateline.cli", "account", "samples", "--quiet", "-o", tmp_path]
    subprocess.run(command, cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": "1"}, check=True)
    assert as_text(msgspec.json.decode((tmp_path / "account.json").read_bytes())) == now
