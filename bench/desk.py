"""How fast the desk answers over a large store: situation, lists, search, and the browser's first paint.

usage: python bench/desk.py [--reports N] [--store FILE] [--json]

The store holds the sample reports, read by the whole pipeline, and N settled reports of invented sentences in stories
of 1 to 200 (put in as if they had been read, since reading them would measure the reader). Milliseconds, median and
worst of many requests over HTTP on this machine; the paint is Chromium's own `first-contentful-paint`.
"""

import argparse
import json
import random
import socket
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import uvicorn
from sqlalchemy import Connection

import dateline
from dateline.desk.app import make_app
from dateline.desk.desk import open_desk
from dateline.desk.safety import grant
from dateline.model import (
    Agreement,
    Block,
    BriefSentence,
    Cleaned,
    Entity,
    EntityMention,
    Issue,
    Origin,
    Published,
    Report,
    Resolution,
    SourceSpan,
    Story,
    Telling,
    make_id,
)
from dateline.store import issues, membership, records, things
from dateline.store.issues import Failure

SAMPLES = Path(__file__).parents[1] / "samples"
CHROMIUM = "/usr/bin/chromium"
ROUNDS = 25
PLACES = ("Beira", "Dondo", "Buzi", "Chimoio", "Caia", "Gorongosa", "Marromeu", "Nhamatanda")
DEEDS = ("was flooded", "lost its bridge", "took in families", "was cut off", "saw clashes", "held a march")
WORDS = (
    "river boats council road hospital market ferry school engineers rain wind soldiers families water power radio "
    "harbour bishop governor convoy tents medicine maize helicopter bridge crossing shelter volunteers police fire"
).split()


def invented(chance: random.Random, number: int) -> str:
    """A report of about 1,500 letters."""
    place = chance.choice(PLACES)
    lines = [f"EXERCISE {number}. {place} {chance.choice(DEEDS)} on {chance.randint(1, 28)} March 2026."]
    for _ in range(14):
        words = " ".join(chance.choices(WORDS, k=14))
        lines.append(f"{words.capitalize()} near {chance.choice(PLACES)}, {chance.randint(2, 900)} people were told.")
    return "\n".join(lines)


def sizes(reports: int, chance: random.Random) -> Iterator[int]:
    """Story sizes: most small, a few large."""
    left = reports
    while left > 0:
        size = min(left, chance.choices((1, 2, 4, 9, 25, 200), (40, 25, 20, 10, 4, 0.3))[0])
        yield size
        left -= size


def write_story(connection: Connection, chance: random.Random, size: int, first: int) -> None:
    """One settled story of invented reports."""
    reports = []
    for number in range(first, first + size):
        text = invented(chance, number)
        day = f"2026-03-{chance.randint(1, 28):02}"
        reports.append(
            Report(
                id=make_id("r", number), path=f"{number}.txt", url=None, text=text, language="en",
                title=text.split("\n")[0], outlet=f"Gazette {number % 40}",
                blocks=(Block(start=0, end=len(text), kind="body"),),
                published=Published(value=day, precision="day", how="stated"),
            )
        )  # fmt: skip
    story = Story(
        id=make_id("s", *(r.id for r in reports)),
        title=reports[0].title or "",
        reports=tuple(sorted(r.id for r in reports)),
    )
    mentions: dict[str, list[EntityMention]] = {}
    for report in reports:
        for place in PLACES:
            start = report.text.find(place)
            if start >= 0:
                span = EntityMention(report=report.id, start=start, end=start + len(place), text=place, form="name")
                mentions.setdefault(place, []).append(span)
    entities = tuple(
        Entity(id=make_id("e", story.id, p), type="place", name=p, mentions=tuple(found))
        for p, found in mentions.items()
    )
    brief = BriefSentence(
        text=reports[0].title or "", support=(SourceSpan(report=reports[0].id, start=0, end=30),), story=story.id
    )
    told = (
        Resolution(story=story.id, entities=entities),
        Agreement(story=story.id),
        Telling(story=story.id, brief=(brief,), title=story.title),
    )
    for report in reports:
        origin = Origin(id=make_id("o", report.id), reports=(report.id,), basis="single")
        records.put(connection, report.id, "bench", Cleaned(report=report))
        records.put(connection, origin.id, "bench", origin)
        membership.put(connection, report.id, origin.id, story.id)
        note = Issue(stage="clean", code="date-guessed", report=report.id, message="the date is the page's own")
        if chance.random() < 0.1:
            issues.put(connection, f"report:{report.id}", [Failure(issue=note)])
    for record in (story, *told):
        records.put(connection, story.id, "bench", record)
    things.put_story(connection, story.id, reports, entities, things.rows_of_story(*told))


def make_store(path: Path, reports: int) -> None:
    """The samples, and the invented reports around them."""
    with dateline.Store(path) as store:
        store.add([SAMPLES])
        chance, first = random.Random(7), 0
        with store.file.writing(), store.file.transaction() as connection:
            for size in sizes(reports, chance):
                write_story(connection, chance, size, first)
                first += size


@contextmanager
def served(path: Path) -> Iterator[str]:
    """The address of a desk over the store."""
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        port = int(s.getsockname()[1])
    app = make_app(open_desk(path), grant("127.0.0.1", port, None))
    server = uvicorn.Server(uvicorn.Config(app, port=port, log_level="error", timeout_graceful_shutdown=1))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(10)


def timed(client: httpx.Client, paths: list[str]) -> tuple[float, float]:
    """Median and worst time of the paths, in milliseconds."""
    took = []
    for path in paths:
        began = time.perf_counter()
        client.get(path).raise_for_status()
        took.append((time.perf_counter() - began) * 1000)
    return statistics.median(took), max(took)


def first_paint(url: str) -> float:
    """Chromium's first contentful paint of the situation page, in milliseconds; the median of three fresh pages."""
    from playwright.sync_api import sync_playwright

    paints = []
    with sync_playwright() as p:
        browser = p.chromium.launch(executable_path=CHROMIUM, args=["--headless", "--no-sandbox", "--disable-gpu"])
        for _ in range(3):
            page = browser.new_context().new_page()
            page.goto(url)
            page.locator("h1").first.wait_for()
            entry = "performance.getEntriesByType('paint').find((e) => e.name === 'first-contentful-paint').startTime"
            paints.append(float(page.evaluate(entry)))
        browser.close()
    return statistics.median(paints)


def measure(path: Path) -> dict[str, float]:
    """Every figure over one store."""
    found: dict[str, float] = {}
    with served(path) as url, httpx.Client(base_url=url, timeout=120, trust_env=False) as client:
        time.sleep(4)  # the desk loads its towns beside the first visitor
        found["reports"] = client.get("/api/state").json()["reports"]
        stories: list[dict[str, Any]] = client.get("/api/stories?limit=50").json()["stories"]
        spread = [s["id"] for s in client.get("/api/stories?limit=50&offset=300").json()["stories"]]
        told = client.get("/api/stories?q=Ondina").json()["stories"]
        sample = max(told, key=lambda s: s["reports"])["id"]
        asked = {
            "situation_first": [f"/api/stories/{s}" for s in spread[:ROUNDS]],
            "situation_samples": [f"/api/stories/{sample}"] * ROUNDS,
            "situation_200_reports": [f"/api/stories/{stories[0]['id']}"] * ROUNDS,
            "stories": ["/api/stories"] * ROUNDS,
            "queue": [f"/api/stories/{sample}/queue"] * ROUNDS,
            "search_words": [f"/api/search?q={a}%20{b}" for a, b in zip(WORDS, reversed(WORDS), strict=True)],
            "search_rare": [f"/api/search?q={n}" for n in range(2, 2 + ROUNDS)],
            "search_name": [f"/api/search?q={p[:5]}" for p in PLACES],
        }
        for name, paths in asked.items():
            found[f"{name}_ms"], found[f"{name}_worst_ms"] = timed(client, paths)
        if Path(CHROMIUM).exists():
            found["first_paint_ms"] = first_paint(f"{url}/#/account?story={sample}")
    return {name: round(value, 1) for name, value in found.items()}


def main() -> None:
    """Make the store, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=100_000)
    parser.add_argument("--store", type=Path, help="kept, and used again when it is there")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = options.store or Path(folder) / "bench.dateline"
        if not path.exists():
            began = time.perf_counter()
            make_store(path, options.reports)
            print(f"store made in {time.perf_counter() - began:.0f} s, {path.stat().st_size >> 20} MB", file=sys.stderr)
        found = measure(path)
    if options.json:
        print(json.dumps(found))
    else:
        for name, value in found.items():
            print(f"{name:28} {value:>10,.1f}")


if __name__ == "__main__":
    main()
