"""arguments -> files: folders, patterns, standard input; what is not there becomes an issue."""

import glob
import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from dateline.intake.refusal import refuse
from dateline.model import Issue

STDIN = "-"
SQLITE = b"SQLite format 3"


COMPANIONS = ("-lock", "-wal", "-shm", "-journal")
"""What SQLite and we put beside a store under its name."""


def find_files(paths: Sequence[str | Path], aside: Iterable[Path] = ()) -> Iterator[Path | Issue]:
    """The files that the arguments stand for, each once, in a fixed order. A folder stands for all files below it but
    hidden ones; an argument that does not exist may be a pattern (`reports/**/*.html`). `aside`: files and folders that
    are ours, left alone where they lie below a folder or fit a pattern."""
    seen: set[str] = set()
    ours = frozenset(path.resolve() for path in aside)
    for argument in paths:
        for found in expand(str(argument), ours):
            if isinstance(found, Issue):
                yield found
            elif str(found) not in seen:
                seen.add(str(found))
                yield found


def expand(argument: str, ours: frozenset[Path]) -> Iterator[Path | Issue]:
    """The files of one argument."""
    path = Path(argument)
    if argument == STDIN:
        yield path
    elif path.is_dir():
        yield from in_folder(path, ours)
    elif os.path.lexists(path):
        yield is_readable_kind(path)
    elif glob.has_magic(argument):
        fitting = map(Path, sorted(glob.glob(str(path.expanduser()), recursive=True)))  # noqa: PTH207 (may be absolute)
        matches = [match for match in fitting if not is_aside(match, ours)]
        files = [match for match in matches if not match.is_dir()]
        if not matches:
            yield refuse("no-report", argument, "no file fits this pattern; check it, and quote it in the shell")
        elif not files:
            yield refuse("no-report", argument, "only folders fit this pattern; end it with `/*` for the files in them")
        for file in files:
            yield is_readable_kind(file)
    else:
        yield refuse("missing", argument, "no such file or folder; check the spelling")


def in_folder(folder: Path, ours: frozenset[Path]) -> Iterator[Path | Issue]:
    """All files below a folder, sorted; a folder that cannot be entered is an issue."""
    found, refused = list[Path](), list[Issue]()

    def denied(error: OSError) -> None:
        where = error.filename or folder
        refused.append(refuse("unreadable", where, f"the folder cannot be entered ({error.strerror})"))

    for here, folders, names in os.walk(folder, onerror=denied):
        folders[:] = sorted(f for f in folders if not f.startswith(".") and not is_aside(Path(here, f), ours))
        found += [Path(here, n) for n in names if not n.startswith(".") and not is_aside(Path(here, n), ours)]
    yield from refused
    if not found and not refused:
        yield refuse("no-report", folder, "the folder has no file; name the folder that has the reports")
    for path in sorted(found):
        yield is_readable_kind(path)


def is_aside(path: Path, ours: frozenset[Path]) -> bool:
    """Whether a path that was not named is one of ours, or what lies beside a store."""
    if any(path.name == own.name for own in ours) and path.resolve() in ours:
        return True
    store = next((path.name.removesuffix(x) for x in COMPANIONS if path.name.endswith(x)), "")
    return bool(store) and is_store(path.with_name(store))


def is_store(path: Path) -> bool:
    """Whether a file is one of SQLite's."""
    try:
        with path.open("rb") as file:
            return file.read(len(SQLITE)) == SQLITE
    except OSError:
        return False


def is_readable_kind(path: Path) -> Path | Issue:
    """The path, unless it is a device, a pipe or a link to nowhere, which might never end."""
    try:
        mode = path.stat().st_mode
    except OSError as error:
        return refuse("unreadable", path, f"cannot be opened ({error.strerror})")
    if not stat.S_ISREG(mode):
        return refuse("not-a-file", path, "is a device or a pipe; use `-` to read a report from standard input")
    return path
