"""The store itself, opened with Datasette: every documented view answers."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import dateline
from dateline.store.views import VIEW_OF

SAMPLES = Path(__file__).resolve().parents[3] / "samples"


def test_datasette_serves_the_documented_views(tmp_path: Path) -> None:
    app = pytest.importorskip("datasette.app")
    path = tmp_path / "exercise.db"
    with dateline.Store(path) as store:
        store.add([SAMPLES / "01-herald.txt"])
        account = store.account()

    async def count(view: str) -> int:
        answer = await app.Datasette([str(path)]).client.get(f"/exercise/{view}.json?_shape=array&_size=max")
        assert answer.status_code == 200, view
        return len(answer.json())

    # A thread of its own: browser tests before this one leave an event loop running in the main thread.
    with ThreadPoolExecutor(1) as thread:
        for view in VIEW_OF.values():
            rows = thread.submit(lambda name=view: asyncio.run(count(name))).result()
            if hasattr(account, view):
                assert rows == len(getattr(account, view)), view
