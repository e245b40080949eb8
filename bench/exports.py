"""How long each export format takes for many happenings, and how much memory: streamed story by story.

usage: python bench/exports.py [HAPPENINGS] [FORMAT ...]

Each format runs in a process of its own over invented stories of twenty happenings; rates (seconds of processor time)
and peaks are of one run. Target: 100,000 happenings in under 30 s and under 500 MB.
"""

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from dateline.model import (
    Account,
    Acled,
    Block,
    Entity,
    EntityMention,
    Event,
    Figure,
    Happening,
    Origin,
    Place,
    Published,
    Range,
    Report,
    Series,
    Span,
    Story,
    Support,
)
from dateline.tell.export import FORMATS, export

A_STORY = 20


def make_story(n: int) -> Account:
    """An invented story of A_STORY happenings, each told by one sentence with one figure."""
    sentences = [
        f"EXERCISE {n}-{k}. A blast killed {k + 2} people in Kelo {n % 97} on Monday. " for k in range(A_STORY)
    ]
    text = "".join(sentences)
    report, story, town = f"r{n:012x}", f"s{n:012x}", f"e{n:012x}"
    events, figures, happenings, series = [], [], [], []
    support = Support(reports=1, publishers=1, origins=1, informants=0)
    at = 0
    for k, sentence in enumerate(sentences):
        key = f"{n:012x}{k:04x}"
        trigger, count = at + sentence.index("blast"), f"{k + 2} people"
        where = at + sentence.index(count)
        events.append(
            Event(
                id=f"v{key}", report=report, trigger=Span(start=trigger, end=trigger + 5, text="blast"), kind="bombing",
                plover="ASSAULT", acled=Acled(event_type="Explosions/Remote violence", sub_event_type="Grenade"),
                status="happened", sentence=Range(start=at, end=at + len(sentence) - 1), actor=None, target=None,
                place=town, time=f"2031-05-{k % 28 + 1:02}", figures=(f"f{key}",),
            )
        )  # fmt: skip
        figures.append(
            Figure(
                id=f"f{key}", report=report, start=where, end=where + len(count), text=count, low=k + 2, best=k + 2,
                high=k + 2, qualifier="exact", unit="people", what="killed", of="people", place=town, time=None,
                claim=None, source=None, measure="cumulative", event=f"v{key}",
            )
        )  # fmt: skip
        happenings.append(
            Happening(
                id=f"h{key}", kind="bombing", summary=sentence.strip(), start=f"2031-05-{k % 28 + 1:02}", end=None,
                precision="day", place=town, actors=(), targets=(), events=(f"v{key}",), support=support,
                grade="unattributed", story=story,
            )
        )  # fmt: skip
        series.append(
            Series(
                id=f"q{key}", label="killed", unit="people", what="killed", of="people", place=town,
                measure="cumulative", members=(f"f{key}",), low=k + 2, best=k + 2, high=k + 2, latest=f"f{key}",
                happening=f"h{key}", story=story,
            )
        )  # fmt: skip
        at += len(sentence)
    mention = EntityMention(
        report=report, start=text.index("Kelo"), end=text.index("Kelo") + 4, text="Kelo", form="name"
    )
    return Account(
        reports=(
            Report(id=report, path=f"{n}.txt", url=None, text=text, language="en", title=f"Blasts in Kelo {n}",
                   outlet="Kelo Post", published=Published(value="2031-05-29"), origin=f"o{n}", story=story,
                   blocks=(Block(start=0, end=len(text), kind="body"),)),
        ),
        origins=(Origin(id=f"o{n}", reports=(report,), basis="single"),),
        stories=(Story(id=story, title=f"Blasts in Kelo {n}", reports=(report,)),),
        entities=(Entity(id=town, type="place", name=f"Kelo {n % 97}", mentions=(mention,)),),
        places=(
            Place(entity=town, name=f"Kelo {n % 97}", lat=-14.0 + n % 7, lon=33.0 + n % 11, country="MW",
                  admin1="Central Region", gazetteer_id=None, precision="near", how="invented", radius_km=15.0),
        ),
        events=tuple(events),
        figures=tuple(figures),
        happenings=tuple(happenings),
        series=tuple(series),
    )  # fmt: skip


def stories(happenings: int) -> Iterator[Account]:
    """Stories enough for that many happenings, made as they are asked for."""
    return (make_story(n) for n in range(happenings // A_STORY))


def run_one(format: str, happenings: int) -> None:
    """Time one format and print a row of the table."""
    began = time.process_time()
    for _ in stories(happenings):
        pass
    making = time.process_time() - began
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"out{FORMATS[format].suffix}"
        began = time.process_time()
        rows = export(stories(happenings), format, path)
        took = time.process_time() - began - making
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{format:16}{rows:10,} rows{took:8.1f} s{happenings / took:12,.0f}/s{peak:8.0f} MB"
              f"{path.stat().st_size / 2**20:9.1f} MB written", flush=True)  # fmt: skip


def main() -> None:
    """Each format in a process of its own."""
    if sys.argv[1:2] == ["--one"]:
        run_one(sys.argv[2], int(sys.argv[3]))
        return
    happenings = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    for format in sys.argv[2:] or FORMATS:
        subprocess.run([sys.executable, __file__, "--one", format, str(happenings)], check=True)


if __name__ == "__main__":
    main()
