"""account -> files: account.json, account.md, the tables, the map layer, and the page that opens by itself."""

import os
import tempfile
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import msgspec

from dateline.errors import OutputError
from dateline.model import Account
from dateline.tell.export import export
from dateline.tell.markdown import markdown

EXPORTS = {"events.csv": "events", "figures.csv": "figures", "claims.csv": "claims", "places.geojson": "places"}
"""The files that are exports, with their formats."""


def write_account(account: Account, folder: Path) -> list[Path]:
    """Write every file of the account into a folder, which is made; the files in the order of their worth. A file is
    replaced whole or not at all. OutputError says which could not be written, and why."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        written = [
            write(folder / "account.json", account_json(account)),
            write(folder / "account.md", markdown(account).encode("utf-8", "replace")),
        ]
        for name, format in EXPORTS.items():
            export([account], format, folder / name)
            written.append(folder / name)
        page = write_page(account, folder / "account.html")
    except OSError as error:
        where = error.filename or folder
        raise OutputError(
            f"{where}: cannot be written ({error.strerror}); free some space or name another folder"
        ) from error
    return [*written, page] if page is not None else written


def write(path: Path, content: bytes) -> Path:
    """Put the content in place of the file in one step."""
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(draft).chmod(0o644)
        Path(draft).replace(path)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise
    return path


def account_json(account: Account) -> bytes:
    """The account in the form of CONTRACT.md, indented, with a line end."""
    return msgspec.json.format(msgspec.json.encode(account), indent=1) + b"\n"


def write_page(account: Account, path: Path) -> Path | None:
    """The self-contained page, or None when this installation has no front end in it."""
    if find_spec("dateline.tell.onefile") is None:
        return None
    import_module("dateline.tell.onefile").write_html(account, path)
    return path
