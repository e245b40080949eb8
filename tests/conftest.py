"""What all tests share: the checkout, the shared folder, and a command line that runs in this process."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import settings

settings.register_profile("unhurried", deadline=None)  # a busy machine is no failure
settings.load_profile("unhurried")

ROOT = Path(__file__).parents[1]
SHARED = Path(os.environ.get("DATELINE_SHARED", ROOT.parent / "shared"))


class Ran(NamedTuple):
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str


@pytest.fixture
def dateline(monkeypatch, capfd) -> Callable[..., Ran]:
    """Run `dateline ARGUMENTS` in this process."""
    from dateline.cli import main

    def run(*arguments: object) -> Ran:
        monkeypatch.setattr("sys.argv", ["dateline", *map(str, arguments)])
        capfd.readouterr()
        try:
            main()
            code = 0
        except SystemExit as leaving:
            code = leaving.code if isinstance(leaving.code, int) else int(leaving.code is not None)
        printed = capfd.readouterr()
        return Ran(code, printed.out, printed.err)

    return run


@pytest.fixture
def samples() -> Path:
    """The sample reports."""
    return ROOT / "samples"


def pytest_addoption(parser: pytest.Parser) -> None:
    """How `make golden` writes the golden account anew."""
    parser.addoption("--update-golden", action="store_true", help="write tests/golden/ anew")
