"""Store -> Desk: one store behind the web. Anyone reads, one thread writes, and who listens is told."""

import asyncio
import hashlib
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

import msgspec

from dateline.desk.live import Channel, News
from dateline.engine import Added, Found
from dateline.errors import StoreError
from dateline.library import Store
from dateline.model import Account, Judgement, Record, Report, make_id
from dateline.tell.neighbours import Town, all_towns, find_neighbours

T = TypeVar("T")
WATCH_S = 1.5
"""How often the store's file and a watched folder are looked at."""


class State(Record, frozen=True):
    """What the desk stands on."""

    store: str
    reports: int
    stories: int
    judgements: int
    unread: int
    version: str
    watching: str | None


class Opened(Record, frozen=True):
    """A story's account and the towns around its places."""

    account: Account
    towns: tuple[Town, ...]


class Desk:
    """What the routes ask for."""

    def __init__(self, path: Path, watched: Path | None = None) -> None:
        self.path, self.watched = path, watched
        self.channel = Channel()
        self.store = Store(path, progress=self._progress)
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="writer")
        self._opened = lru_cache(maxsize=32)(self._open)

    # -- reading

    def version(self) -> str:
        """A short hash that changes whenever anybody writes to the store."""
        seen = []
        for path in (self.path, self.path.with_name(self.path.name + "-wal")):
            stat = path.stat() if path.exists() else None
            seen.append((stat.st_mtime_ns, stat.st_size) if stat else (0, 0))
        return hashlib.sha256(repr(seen).encode()).hexdigest()[:16]

    def state(self) -> State:
        """How much there is."""
        counts = self.store.counts()
        return State(
            store=self.path.name,
            reports=counts.reports,
            stories=counts.stories,
            judgements=counts.judgements,
            unread=self.store.unread(),
            version=self.version(),
            watching=str(self.watched) if self.watched else None,
        )

    def account(self, story: str) -> Account:
        """The account of one story. LookupError when there is none of that id."""
        return self.opened(story).account

    def opened(self, story: str) -> Opened:
        """The account and its towns, kept while the store stays as it is."""
        return self._opened(story, self.version())

    def _open(self, story: str, version: str) -> Opened:
        account = self.store.account(story)
        if not account.stories:
            raise LookupError(f"no story {story}")
        return Opened(account=account, towns=find_neighbours(account))

    def report(self, id_: str) -> Report:
        """One report with its origin and story. LookupError when there is none of that id."""
        story = self.store.story_of(id_)
        if story is None:
            raise LookupError(f"no report {id_}")
        return next(r for r in self.account(story).reports if r.id == id_)

    # -- writing, one at a time

    async def write(self, work: Callable[[], T]) -> T:
        """Do a piece of work in the writer's thread, and tell everybody that the account is another."""
        try:
            return await asyncio.get_running_loop().run_in_executor(self._writer, work)
        finally:
            self.channel.tell(News(kind="changed"))

    async def add(self, found: Callable[[], Iterable[Found]]) -> Added:
        """Take in reports; progress goes to the channel."""
        added = await self.write(lambda: self.store.engine.add(found()))
        for issue in added.issues:
            self.channel.tell(News(kind="refused", path=issue.report or "", message=issue.message))
        self.channel.tell(News(kind="added", done=len(added.new), total=len(added.new) + added.known))
        return added

    async def judge(self, given: Sequence[Judgement]) -> int:
        """Take down decisions and let them take effect; how many were new."""
        return await self.write(lambda: self.store.judge(given))

    async def undo(self, id_: str, by: str, why: str) -> Judgement:
        """Undo a judgement by another one: nothing is deleted. LookupError when there is none of that id."""
        target = next((j.target for j in self.store.judgements() if j.id == id_), None)
        if target is None:
            raise LookupError(f"no judgement {id_}")
        undoing = sign(Judgement(id="", at="", by=by, why=why, verdict="undo", target=target, value=id_))
        await self.judge([undoing])
        return undoing

    async def remove(self, report: str) -> None:
        """Take a report out."""
        self.report(report)
        await self.write(lambda: self.store.remove(report))

    def _progress(self, step: str, done: int, total: int) -> None:
        self.channel.tell(News(kind="progress", step=step, done=done, total=total))

    # -- what others do to the store

    async def watch(self) -> None:
        """Tell the listeners when another process wrote to the store; runs until it is cancelled."""
        await asyncio.to_thread(all_towns)  # a second's work that the first visitor need not wait for
        seen = self.version()
        while True:
            await asyncio.sleep(WATCH_S)
            now = self.version()
            if now != seen:
                seen = now
                self.channel.tell(News(kind="changed"))

    def close(self) -> None:
        """Wait for the writer and close the store."""
        self._writer.shutdown(wait=True)
        self.store.close()


def sign(judgement: Judgement) -> Judgement:
    """The judgement with its time and an id of all it says, so that the same one imported twice is one."""
    stamped = msgspec.structs.replace(judgement, at=datetime.now(UTC).isoformat(timespec="milliseconds"))
    return msgspec.structs.replace(stamped, id=make_id("j", msgspec.json.encode(stamped)))


def open_desk(path: Path, watched: Path | None = None) -> Desk:
    """The desk over a store, which is made if it is not there. StoreError says what is wrong with a watched folder."""
    if watched is not None and not watched.is_dir():
        raise StoreError(f"{watched}: is not a folder that can be watched; make it first")
    return Desk(path, watched)
