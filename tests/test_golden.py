"""The account of the sample reports, against the one that was read through and kept in tests/golden/.

`make golden` writes it anew; look at the difference before you commit it. Confidences are left out: their last digits
depend on the processor.
"""

import difflib
import os
from pathlib import Path
from typing import Any

import msgspec
import pytest

import dateline
from tests.conftest import ROOT

GOLDEN = ROOT / "tests" / "golden" / "account.json"
LEFT_OUT = {"confidence", "score"}
WHOLE = True
"""Whether every byte is compared. False while the rooms still change daily: then only how much there is of what."""


def plain(value: Any) -> Any:
    """The value without what depends on the processor."""
    if isinstance(value, dict):
        return {k: plain(v) for k, v in value.items() if k not in LEFT_OUT}
    return [plain(v) for v in value] if isinstance(value, list) else value


@pytest.fixture(scope="module")
def now() -> str:
    """The account of the samples as it is now, as text with one value a line. Paths are those below samples/."""
    before = Path.cwd()
    os.chdir(ROOT)
    try:
        account = dateline.read(["samples"])
    finally:
        os.chdir(before)
    built_in = msgspec.json.decode(msgspec.json.encode(account))
    return msgspec.json.format(msgspec.json.encode(plain(built_in)), indent=1).decode() + "\n"


def test_the_account_of_the_samples_is_the_golden_one(now, request):
    if request.config.getoption("--update-golden"):
        GOLDEN.write_text(now, "utf-8")
    golden = GOLDEN.read_text("utf-8")
    if WHOLE:
        difference = list(
            difflib.unified_diff(golden.splitlines(), now.splitlines(), "golden", "now", lineterm="", n=2)
        )
        assert not difference, "\n".join(["the account changed; `make golden` if that is right", *difference[:80]])
    else:
        was, is_now = msgspec.json.decode(golden), msgspec.json.decode(now)
        assert set(was) == set(is_now)
        assert [r["id"] for r in was["reports"]] == [r["id"] for r in is_now["reports"]]
        for part in ("entities", "claims", "figures", "events", "happenings"):
            assert len(is_now[part]) >= len(was[part]) // 2, part
