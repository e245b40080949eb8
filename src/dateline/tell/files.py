"""account -> files: account.json, account.md, the tables, the map layer, and the page that opens by itself."""

import os
import tempfile
from pathlib import Path

import msgspec

from dateline.errors import OutputError
from dateline.model import Account
from dateline.tell.export import export
from dateline.tell.markdown import markdown
from dateline.tell.one_story import by_story
from dateline.tell.onefile import to_html

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
            export(by_story(account), format, folder / name)
            written.append(folder / name)
        written.append(write(folder / "account.html", to_html(account)))
    except OSError as error:
        where = error.filename or folder
        raise OutputError(
            f"{where}: cannot be written ({error.strerror}); free some space or name another folder"
        ) from error
    return written


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
    """The account in the form of docs/account.schema.json, indented, with a line end."""
    return msgspec.json.format(msgspec.json.encode(account), indent=1) + b"\n"
