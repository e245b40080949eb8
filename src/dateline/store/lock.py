"""One writer at a time: a lock on a file beside the store, gone with its process however that ends; and one thread of
this process at a time."""

import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dateline.errors import StoreError

try:
    import fcntl
except ImportError:  # Windows: SQLite's own write lock is all there is
    fcntl = None  # type: ignore[assignment]


class WriterLock:
    """The lock of one store; `store` None needs no file. The thread that holds it may take it again."""

    def __init__(self, store: Path | None) -> None:
        self._store = store
        self._thread = threading.RLock()
        self._depth = 0
        self._file = -1

    @contextmanager
    def held(self, wait_s: float = 0) -> Iterator[None]:
        """Hold the lock. StoreError when another process or thread holds it after `wait_s` seconds."""
        if not self._thread.acquire(timeout=wait_s):
            raise StoreError(f"{self._store}: this process is writing to this store already; wait until it has ended")
        try:
            if self._depth == 0:
                self._take(wait_s)
            self._depth += 1
            try:
                yield
            finally:
                self._depth -= 1
                if self._depth == 0 and self._file >= 0:
                    os.close(self._file)
                    self._file = -1
        finally:
            self._thread.release()

    def _take(self, wait_s: float) -> None:
        if self._store is None or fcntl is None:
            return
        path = self._store.with_name(self._store.name + "-lock")
        try:
            file = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        except OSError as error:
            raise StoreError(f"{path}: the lock file cannot be opened ({error.strerror})") from error
        until = time.monotonic() + wait_s
        while True:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except OSError:
                if time.monotonic() >= until:
                    holder = os.pread(file, 32, 0).decode(errors="replace").strip() or "unknown"
                    os.close(file)
                    raise StoreError(
                        f"{self._store}: process {holder} is writing to this store; wait until it has ended"
                    ) from None
                time.sleep(0.05)
        os.ftruncate(file, 0)
        os.pwrite(file, str(os.getpid()).encode(), 0)
        self._file = file
