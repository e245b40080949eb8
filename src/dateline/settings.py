"""The user's settings: one TOML file, every key optional, and a folder of tables that add to the packaged ones.

Looked for in `$DATELINE_SETTINGS`, then in `~/.config/dateline/settings.toml`. Keys are the fields of `Settings`.
"""

import hashlib
import os
import sqlite3
import tomllib
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta
from platformdirs import user_data_path

from dateline.errors import SettingsError


class Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a user may set.

    `max_report_mb`: larger files are not read, since a news report is never that long.
    `max_read_chars`: a longer text is kept and shown but not read by the model; no report is as long as a book.
    `parse_seconds`: processor time that one HTML page or PDF may take before it is given up.
    `tables`: a folder with CSV files of the user's own (publishers, agencies, places, outlets), read beside the
    packaged ones.
    """

    max_report_mb: Annotated[float, Meta(gt=0, le=100_000)] = 20.0
    max_read_chars: Annotated[int, Meta(gt=0)] = 300_000
    parse_seconds: Annotated[float, Meta(gt=0, le=86_400)] = 30.0
    tables: str | None = None


def load(path: Path) -> Settings:
    """The settings in a TOML file. SettingsError names the file and the key that is wrong."""
    try:
        found = msgspec.convert(tomllib.loads(path.read_text("utf-8")), Settings)
    except OSError as error:
        raise SettingsError(f"{path}: the settings file cannot be read ({error.strerror})") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: not a TOML file: {error}") from error
    except msgspec.ValidationError as error:
        known = ", ".join(Settings.__struct_fields__)
        raise SettingsError(f"{path}: {error}; the keys are {known}") from error
    if found.tables is not None and not Path(found.tables).expanduser().is_dir():
        raise SettingsError(f"{path}: `tables` names {found.tables}, which is no folder; name the one with your tables")
    return found


@cache
def current() -> Settings:
    """The settings in force for this run."""
    named = os.environ.get("DATELINE_SETTINGS")
    if named:
        return load(Path(named))
    usual = Path(os.path.expanduser("~/.config/dateline/settings.toml"))  # noqa: PTH111 (there may be no home)
    try:
        there = usual.is_file()
    except OSError as error:
        raise SettingsError(f"{usual}: the settings file cannot be read ({error.strerror})") from error
    return load(usual) if there else Settings()


def user_table(name: str) -> Path | None:
    """The user's own table of that file name (`publishers.csv`, `agencies.csv`, `places.csv`, `outlets.csv`), if there
    is one."""
    folder = current().tables
    path = Path(folder).expanduser() / name if folder else None
    return path if path is not None and path.is_file() else None


def own_places() -> Path:
    """The file that `dateline places --add` writes."""
    return user_data_path("dateline") / "own-places.sqlite"


@cache
def digest() -> str:
    """A hash over all that a user can change about an account: the settings, the user's tables, the places added."""
    settings = current()
    seen = hashlib.sha256(msgspec.json.encode(settings))
    if settings.tables:
        for path in sorted(Path(settings.tables).expanduser().glob("*.csv")):
            seen.update(path.name.encode() + b"\0" + path.read_bytes())
    for added in _added():
        seen.update(added.encode())
    return seen.hexdigest()[:16]


def _added() -> list[str]:
    """The hashes of the files of places that were added, in their order."""
    path = own_places()
    if not path.is_file():
        return []
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as db:
            return [row[0] for row in db.execute("SELECT sha256 FROM added ORDER BY number")]
    except sqlite3.Error as error:
        raise SettingsError(
            f"{path}: the places added cannot be read ({error}); delete the file, add them anew"
        ) from error
