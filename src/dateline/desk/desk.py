"""Store -> Desk: one store behind the web. Anyone reads, one thread writes, and who listens is told."""

import asyncio
import hashlib
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from threading import Event
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
PATIENCE_S = 60
"""How long a decision that is on disk waits for another process that writes, before it says that it is not told."""


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
        self._owed = Event()

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
        """Take down decisions; how many were new. They are on disk then, and told as soon as the writer is free."""
        new = await asyncio.to_thread(self.store.note, given)
        if new:
            self.tell_soon()
        return new

    async def undo(self, id_: str, by: str, why: str) -> tuple[Judgement, ...]:
        """Undo a judgement, and what was decided in one go with it, by others: nothing is deleted. LookupError when
        there is none of that id."""
        made = self.store.judgements()
        asked = next((j for j in made if j.id == id_), None)
        if asked is None:
            raise LookupError(f"no judgement {id_}")
        undone = {j.value for j in made if j.verdict == "undo"}
        batch = [j for j in made if j == asked or (asked.batch is not None and j.batch == asked.batch)]
        undoings = sign(
            Judgement(id="", at="", by=by, why=why, verdict="undo", target=j.target, other=j.other, value=j.id)
            for j in batch
            if j == asked or j.id not in undone
        )
        await self.judge(undoings)
        return undoings

    def tell_soon(self) -> None:
        """Have the writer tell again what is left to tell; asked for often while it waits, it does so once."""
        if not self._owed.is_set():
            self._owed.set()
            self._writer.submit(self._tell)

    def _tell(self) -> None:
        self._owed.clear()
        try:
            self.store.update(wait_s=PATIENCE_S)
        except StoreError as error:
            self.channel.tell(News(kind="refused", path=self.path.name, message=str(error)))
        finally:
            self.channel.tell(News(kind="changed"))

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


def sign(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """What is decided in one go, each with the time and an id of all it says, so that the same one imported twice is
    one; several share a batch."""
    now = datetime.now(UTC).isoformat(timespec="milliseconds")
    stamped = [msgspec.structs.replace(j, at=now) for j in judgements]
    batch = make_id("b", *(msgspec.json.encode(j) for j in stamped)) if len(stamped) > 1 else None
    batched = [msgspec.structs.replace(j, batch=batch) for j in stamped]
    return tuple(msgspec.structs.replace(j, id=make_id("j", msgspec.json.encode(j))) for j in batched)


def open_desk(path: Path, watched: Path | None = None) -> Desk:
    """The desk over a store, which is made if it is not there. StoreError says what is wrong with a watched folder."""
    if watched is not None and not watched.is_dir():
        raise StoreError(f"{watched}: is not a folder that can be watched; make it first")
    return Desk(path, watched)
