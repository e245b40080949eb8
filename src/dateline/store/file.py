"""The store's file: opening, migrations, transactions, the lock of the one writer."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool, StaticPool

from dateline.errors import StoreError
from dateline.store.lock import WriterLock

HEAD = "0004"
"""The newest migration."""
LOG_PAGES = 4000
"""Pages of the log (16 MB) after which SQLite copies them into the file. In a large store every batch changes the same
pages of the indexes; copied after 1000, as SQLite would, most are copied many times."""


class StoreFile:
    """One store. `path` None: a private store that lasts as long as the object; SQLite keeps it in memory and spills
    to a temporary file when it grows. `create` False: the file must exist."""

    def __init__(self, path: Path | str | None = None, *, create: bool = True) -> None:
        self.path = Path(path) if path is not None else None
        self.read_only = self.path is not None and self.path.is_file() and not may_write(self.path)
        self._lock = WriterLock(self.path)
        if self.path is None:
            # An empty name is SQLite's private on-disk database, kept in the page cache while it is small.
            self._engine = create_engine(
                "sqlite://", creator=lambda: sqlite3.connect("", check_same_thread=False), poolclass=StaticPool
            )
        else:
            check_place(self.path, create)
            where, uri = address(self.path, self.read_only)
            self._engine = create_engine(
                "sqlite://", creator=lambda: sqlite3.connect(where, timeout=10, uri=uri), poolclass=NullPool
            )
        event.listen(self._engine, "connect", self._prepare)
        event.listen(self._engine, "begin", begin)
        with self._translate():
            if self._version() != HEAD:
                self._migrate()

    def _prepare(self, connection: sqlite3.Connection, _: Any) -> None:
        connection.isolation_level = None  # we say BEGIN ourselves, see `begin`
        if self.path is None:
            connection.execute("PRAGMA synchronous = OFF")
        elif not self.read_only:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute(f"PRAGMA wal_autocheckpoint = {LOG_PAGES}")

    def _version(self) -> str | None:
        with self._engine.connect() as connection:
            query = "SELECT name FROM sqlite_master WHERE name IN ('alembic_version', 'captures')"
            names = set(connection.exec_driver_sql(query).scalars())
            if "alembic_version" not in names:
                return None
            version: str | None = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
        if version is not None and version > HEAD:
            raise StoreError(
                f"{self.path}: made by a newer dateline (form {version}, this one knows {HEAD}): update dateline"
            )
        return version

    def _migrate(self) -> None:
        """Bring the file to the newest form, all or nothing."""
        if self.read_only:
            raise StoreError(
                f"{self.path}: made by an older dateline and may not be written here; `dateline add --store` on a copy "
                "brings that up to date"
            )
        from alembic import command
        from alembic.config import Config

        config = Config()
        config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
        with self.writing(), self._engine.connect().execution_options(write=True) as connection:
            if self._version() != HEAD:  # not done by another process while we waited
                config.attributes["connection"] = connection
                command.upgrade(config, "head")
                connection.commit()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees the store as it stands now, however long it lasts."""
        with self._translate(), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """A transaction that writes: all of it is kept, or nothing. The writer's lock must be held (`writing`), but for
        judgements, which are only ever added."""
        with (
            self._translate(),
            self._engine.connect().execution_options(write=True) as connection,
            connection.begin(),
        ):
            yield connection

    @contextmanager
    def writing(self, wait_s: float = 0) -> Iterator[None]:
        """Be the one writer. StoreError names the process that is it already, after waiting `wait_s` seconds."""
        if self.read_only:
            raise StoreError(explain("readonly", self.path))
        # A connection stays open for as long: the last to close copies what was written into the file and waits for
        # the disk, which is much for one transaction.
        with self._lock.held(wait_s), self._translate(), self._engine.connect():
            yield

    @contextmanager
    def _translate(self) -> Iterator[None]:
        """SQLite's errors as ours, saying what to do."""
        try:
            yield
        except (DBAPIError, sqlite3.Error) as error:
            cause = error.orig if isinstance(error, DBAPIError) else error
            raise StoreError(explain(str(cause), self.path)) from error

    def close(self) -> None:
        """Close every connection."""
        self._engine.dispose()


def begin(connection: Connection) -> None:
    """A writer takes the write lock at once, so that it never has to give up half way."""
    write = connection.get_execution_options().get("write", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")


def may_write(path: Path) -> bool:
    """Whether a store that is there can be written: its file, and the files that SQLite puts beside it."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def address(path: Path, read_only: bool) -> tuple[str, bool]:
    """What SQLite opens, and whether it is a URI. A store that may only be read is opened so; as one that nobody
    changes where no log of changes lies beside it, since none can be made there."""
    if not read_only:
        return str(path), False
    log = path.with_name(path.name + "-wal")
    still = "&immutable=1" if not log.is_file() or not log.stat().st_size else ""
    return f"{path.resolve().as_uri()}?mode=ro{still}", True


def check_place(path: Path, create: bool) -> None:
    """Refuse a path that cannot be a store before SQLite says so in its own words."""
    if path.is_dir():
        raise StoreError(f"{path}: is a folder; name a file, such as {path / 'my.dateline'}")
    if not path.exists():
        if not create:
            raise StoreError(f"{path}: no such store; `dateline add REPORTS --store {path}` makes one")
        if not path.parent.is_dir():
            raise StoreError(f"{path}: the folder {path.parent} does not exist; make it first")
    elif path.stat().st_size and path.open("rb").read(16) != b"SQLite format 3\0":
        raise StoreError(f"{path}: is not a Dateline store; name another file")


def explain(message: str, path: Path | None) -> str:
    """An SQLite error in words that help."""
    where = path or "the temporary store"
    if "disk I/O" in message:
        return (
            f"{where}: the disk is full or damaged ({message}); if it is only full, what was stored before is safe. "
            "Free some space, or copy the store to another disk, and run the same again"
        )
    if "full" in message:
        return f"{where}: the disk is full; what was stored before is safe. Free some space and run the same again"
    if "locked" in message:
        return f"{where}: another program is writing to the store; try again when it has ended"
    if "readonly" in message or "unable to open" in message:
        return f"{where}: cannot be opened for writing; check the permissions of the file and of its folder"
    if "malformed" in message or "not a database" in message:
        return f"{where}: the store is damaged ({message}); restore it from a copy"
    if "no such table" in message:
        return f"{where}: is an SQLite file but not a Dateline store ({message}); name another file"
    return f"{where}: {message}"
