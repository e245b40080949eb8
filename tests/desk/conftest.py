"""A desk over the sample reports on a free port, and a browser to look at it."""

import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest
import uvicorn

import dateline
from dateline.desk.app import make_app
from dateline.desk.desk import open_desk
from dateline.desk.safety import grant

SAMPLES = Path(__file__).parents[2] / "samples"
CHROMIUM = "/usr/bin/chromium"
FLAGS = [
    "--headless", "--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader",
    "--disable-background-networking",
]  # fmt: skip
WRITE = {"X-Dateline": "test"}


@dataclass
class Served:
    """A running desk."""

    url: str
    store: Path
    client: httpx.Client

    def get(self, path: str) -> Any:
        answer = self.client.get(f"/api{path}")
        assert answer.status_code == 200, answer.text
        return answer.json()

    def post(self, path: str, record: object) -> Any:
        answer = self.client.post(f"/api{path}", json=record, headers=WRITE)
        assert answer.status_code == 201, answer.text
        return answer.json()

    def settle(self) -> None:
        """Wait until everything that was decided is told."""
        until = time.monotonic() + 60
        while self.get("/state")["unread"]:
            assert time.monotonic() < until
            time.sleep(0.05)

    def largest(self) -> str:
        return str(self.get("/stories")["stories"][0]["id"])


def free_port() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return int(s.getsockname()[1])


@contextmanager
def serve(store: Path, watched: Path | None = None, token: str | None = None) -> Iterator[Served]:
    port = free_port()
    app = make_app(open_desk(store, watched), grant("127.0.0.1", port, token))
    server = uvicorn.Server(uvicorn.Config(app, port=port, log_level="error", timeout_graceful_shutdown=1))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        assert thread.is_alive()
        time.sleep(0.02)
    url = f"http://127.0.0.1:{port}"
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    with httpx.Client(base_url=url, timeout=60, headers=headers, trust_env=False) as client:
        yield Served(url=url, store=store, client=client)
    server.should_exit = True
    thread.join(10)


@pytest.fixture(scope="session")
def read_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The samples, read once."""
    path = tmp_path_factory.mktemp("store") / "exercise.dateline"
    with dateline.Store(path) as store:
        store.add([SAMPLES])
    return path


@pytest.fixture(scope="session")
def desk(read_store: Path) -> Iterator[Served]:
    """A desk that tests only read from."""
    with serve(read_store) as served:
        yield served


@pytest.fixture
def own_store(read_store: Path, tmp_path: Path) -> Path:
    """A copy of the samples' store that a test may change."""
    for part in read_store.parent.glob(read_store.name + "*"):
        if not part.name.endswith("-lock"):
            shutil.copy(part, tmp_path / part.name)
    return tmp_path / read_store.name


@pytest.fixture
def own_desk(own_store: Path) -> Iterator[Served]:
    """A desk that a test may write to."""
    with serve(own_store) as served:
        yield served


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    if not Path(CHROMIUM).exists():
        pytest.skip("needs Chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as p:
        opened = p.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture
def open_page(browser: Any) -> Iterator[Callable[..., Any]]:
    """Opens pages, and fails the test if one of them had a script error or asked for anything elsewhere."""
    contexts: list[Any] = []
    wrong: list[str] = []

    def opener(url: str, width: int = 1440, **options: Any) -> Any:
        context = browser.new_context(viewport={"width": width, "height": 900}, **options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(20_000)
        own = url.split("/#")[0]
        page.on("pageerror", lambda error: wrong.append(f"script error: {error}"))
        page.on(
            "request",
            lambda r: None if r.url.startswith((own, "data:", "blob:", "file:")) else wrong.append(f"asked {r.url}"),
        )
        page.goto(url)
        return page

    yield opener
    for context in contexts:
        context.close()
    assert wrong == []
