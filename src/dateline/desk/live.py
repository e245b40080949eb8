"""What happens in the store -> everybody who listens: a channel of small messages, fed from any thread."""

import asyncio
from collections.abc import AsyncIterator
from typing import Literal

from dateline.model import Record

WAITING = 200
"""Messages kept for a listener that does not keep up; after that the oldest are dropped, and it asks for the state."""


class News(Record, frozen=True):
    """One message. `changed`: the account is another; `progress`: `done` of `total` units of `step`; `refused`: a file
    could not be read, and why."""

    kind: Literal["changed", "progress", "refused", "added"]
    step: str = ""
    done: int = 0
    total: int = 0
    message: str = ""
    path: str = ""


class Channel:
    """Listeners of one event loop."""

    def __init__(self) -> None:
        self._queues: set[asyncio.Queue[News]] = set()
        self._loop: asyncio.AbstractEventLoop | None = None

    def open(self) -> None:
        """Bind to the running loop."""
        self._loop = asyncio.get_running_loop()

    def tell(self, news: News) -> None:
        """Tell every listener; from any thread."""
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._put, news)

    def _put(self, news: News) -> None:
        for queue in self._queues:
            if queue.full():
                queue.get_nowait()
            queue.put_nowait(news)

    async def listen(self) -> AsyncIterator[News]:
        """The news from now on."""
        queue: asyncio.Queue[News] = asyncio.Queue(WAITING)
        self._queues.add(queue)
        try:
            while True:
                yield await queue.get()
        finally:
            self._queues.discard(queue)
