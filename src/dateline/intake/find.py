"""arguments -> files: folders, patterns, standard input; what is not there becomes an issue."""

import glob
import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from dateline.intake.refusal import refuse
from dateline.model import Issue

STDIN = "-"


def find_files(paths: Sequence[str | Path]) -> Iterator[Path | Issue]:
    """The files that the arguments stand for, each once, in a fixed order. A folder stands for all files below it but
    hidden ones; an argument that does not exist may be a pattern (`reports/**/*.html`)."""
    seen: set[str] = set()
    for argument in paths:
        for found in expand(str(argument)):
            if isinstance(found, Issue):
                yield found
            elif str(found) not in seen:
                seen.add(str(found))
                yield found


def expand(argument: str) -> Iterator[Path | Issue]:
    """The files of one argument."""
    path = Path(argument)
    if argument == STDIN:
        yield path
    elif path.is_dir():
        yield from in_folder(path)
    elif os.path.lexists(path):
        yield is_readable_kind(path)
    elif glob.has_magic(argument):
        matches = sorted(glob.glob(str(path.expanduser()), recursive=True))  # noqa: PTH207 (an absolute pattern)
        files = [Path(match) for match in matches if not Path(match).is_dir()]
        if not matches:
            yield refuse("no-report", argument, "no file fits this pattern; check it, and quote it in the shell")
        elif not files:
            yield refuse("no-report", argument, "only folders fit this pattern; end it with `/*` for the files in them")
        for file in files:
            yield is_readable_kind(file)
    else:
        yield refuse("missing", argument, "no such file or folder; check the spelling")


def in_folder(folder: Path) -> Iterator[Path | Issue]:
    """All files below a folder, sorted; a folder that cannot be entered is an issue."""
    found, refused = list[Path](), list[Issue]()

    def denied(error: OSError) -> None:
        where = error.filename or folder
        refused.append(refuse("unreadable", where, f"the folder cannot be entered ({error.strerror})"))

    for here, folders, names in os.walk(folder, onerror=denied):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        found += [Path(here, name) for name in names if not name.startswith(".")]
    yield from refused
    if not found and not refused:
        yield refuse("no-report", folder, "the folder has no file; name the folder that has the reports")
    for path in sorted(found):
        yield is_readable_kind(path)


def is_readable_kind(path: Path) -> Path | Issue:
    """The path, unless it is a device, a pipe or a link to nowhere, which might never end."""
    try:
        mode = path.stat().st_mode
    except OSError as error:
        return refuse("unreadable", path, f"cannot be opened ({error.strerror})")
    if not stat.S_ISREG(mode):
        return refuse("not-a-file", path, "is a device or a pipe; use `-` to read a report from standard input")
    return path
