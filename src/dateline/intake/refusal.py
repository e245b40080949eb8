"""Why something that was given did not become a report: an issue that names the file and says what to do."""

import os
from pathlib import Path

from dateline.model import Issue


def refuse(code: str, path: str | Path, why: str) -> Issue:
    """An issue of the intake about one file."""
    shown = shown_path(path)
    return Issue(stage="intake", code=code, report=shown, message=f"{shown}: {why}")


def shown_path(path: str | Path) -> str:
    """A path as text, also where the file system holds bytes that are not text."""
    return os.fsencode(path).decode("utf-8", "replace")
