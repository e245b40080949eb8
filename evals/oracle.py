"""Run resolve, merge and tell on the mentions of a gold cluster instead of the reader's: what these rooms can reach.

usage: python -m evals.oracle OUT_DIR CLUSTER_DIR [...]

Writes OUT_DIR/<cluster>.json, an account for score.py. A cluster folder holds the reports and `gold/` (see
../shared/data/clusters/README.md). Names, times, claims, figures and events come from the gold with their spans and
values; entities, EDTF values, coordinates, links and everything after them are ours. The gold names an event's actor
by entity, so its span is the closest mention of that entity in the sentence, as a perfect reader would give it.
"""

import json
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any, get_args

import msgspec

from dateline import dedupe, pipeline
from dateline.model import (
    Account,
    Block,
    BlockKind,
    ClaimMention,
    Cleaned,
    EventKind,
    EventMention,
    FigureMention,
    NameMention,
    Published,
    Range,
    Reading,
    Report,
    Span,
    Story,
    TimeMention,
    What,
    kinds,
    make_id,
)

Gold = dict[str, Any]

BLOCKS: dict[str, BlockKind] = {"site_chrome": "chrome", "unrelated_story": "unrelated", "section_label": "other"}
STORY_SENTENCES = ("title", "body", "caption")
STATUS = {"denied": "negated", "background": "happened"}
NAME_TYPES = {"facility": "place"}
MEASURES = {"held": "present"}
UNITS = {"soldiers": "troops", "bodies": "people", "air strikes": "attacks", "towns": "places", "villages": "places"}
NUMBER = re.compile(
    r"(?i)^(?:(?:at least|more than|over|nearly|about|around|some|up to|as many as|almost|a total of|another|"
    r"fewer than|less than|several|dozens?|scores|hundreds?|thousands?|tens|million|of|more|the|an?|and|to|"
    r"one|two|three|four|five|six|seven|eight|nine|ten|twelve|[\d,.-]+)\s+)+"
)


def read_folder(folder: Path) -> tuple[list[Report], list[Reading]]:
    """The reports of a cluster that have gold, as a perfect cleaner and a perfect reader would give them."""
    reports, readings = [], []
    for path in sorted((folder / "gold").glob("[0-9][0-9][0-9].json")):
        gold = json.loads(path.read_text("utf-8"))
        raw = (folder / gold["file"]).read_bytes()
        report = make_report(gold, raw, str(folder / gold["file"]))
        reports.append(report)
        readings.append(make_reading(gold, report))
    return reports, readings


def make_report(gold: Gold, raw: bytes, path: str) -> Report:
    """The report with the gold's blocks and metadata."""
    text = raw.decode("utf-8")
    known = gold["metadata"]
    title = next((s for s in gold["sentences"] if s["kind"] == "title"), None)
    date = next((t for t in gold["times"] if t.get("role") == "publication"), None)
    value = known["published"]
    clock = known.get("published_time")
    if value and clock and re.fullmatch(r"\d\d:\d\d", clock):
        value = f"{value}T{clock}"
    byline = known["byline"]
    return Report(
        id=make_id("r", raw),
        path=path,
        url=None,
        text=text,
        language="en",
        title=known["title"],
        title_span=Range(start=title["start"], end=title["end"]) if title else None,
        byline=tuple(byline) if isinstance(byline, list) else (byline,) if byline else (),
        outlet=known["outlet"],
        agencies=tuple(known["agencies"]),
        dateline=next((span(b) for b in gold["boilerplate"] if b["kind"] == "dateline"), None),
        published=Published(
            value=value,
            precision="minute" if value and "T" in value else "day" if value else None,
            how="stated" if value else "unknown",
            start=date["start"] if date else None,
            end=date["end"] if date else None,
        ),
        blocks=tuple(make_blocks(gold, len(text))),
    )


def make_blocks(gold: Gold, length: int) -> Iterable[Block]:
    """Blocks that cover the text: boilerplate and title as marked, body between them."""
    marked: list[tuple[int, int, str]] = [(b["start"], b["end"], b["kind"]) for b in gold["boilerplate"]]
    marked += [(s["start"], s["end"], "title") for s in gold["sentences"] if s["kind"] == "title"]
    at = 0
    for start, end, kind in sorted(marked):
        start = max(start, at)
        if start >= end:
            continue
        if start > at:
            yield Block(start=at, end=start, kind="body")
        name = BLOCKS.get(kind, kind)
        yield Block(start=start, end=end, kind=name if name in get_args(BlockKind) else "other")  # type: ignore[arg-type]
        at = end
    if at < length:
        yield Block(start=at, end=length, kind="body")


def make_reading(gold: Gold, report: Report) -> Reading:
    """The gold's mentions in the reader's form."""
    sentences = [s for s in gold["sentences"] if s["kind"] in STORY_SENTENCES]
    spans = [Range(start=s["start"], end=s["end"]) for s in sentences]
    return Reading(
        report=report.id,
        sentences=tuple(spans),
        names=tuple(make_names(gold, spans)),
        times=tuple(
            msgspec.convert({**where(t), "type": t["granularity"]}, TimeMention)
            for t in ordered(gold["times"])
            if inside(t, spans)
        ),
        figures=tuple(make_figure(f) for f in ordered(gold["figures"]) if inside(f, spans)),
        claims=tuple(make_claims(gold, spans)),
        events=tuple(make_events(gold, spans)),
    )


def make_names(gold: Gold, sentences: list[Range]) -> Iterable[NameMention]:
    """Names and demonyms, the longest where they nest; the reader calls a demonym a group."""
    found = [(m, e) for e in gold["entities"] for m in e["mentions"] if m["kind"] in ("name", "demonym")]
    for mention, entity in sorted(found, key=lambda pair: (pair[0]["start"], -pair[0]["end"])):
        nested = any(
            o is not mention and o["start"] <= mention["start"] and mention["end"] <= o["end"] for o, _ in found
        )
        if nested or not inside(mention, sentences):
            continue
        kind = "group" if mention["kind"] == "demonym" else NAME_TYPES.get(entity["type"], entity["type"])
        yield msgspec.convert({**where(mention), "type": kind}, NameMention)


def make_figure(gold: Gold) -> FigureMention:
    """A figure; the noun it counts is what follows the number."""
    number = NUMBER.match(gold["text"])
    cut = number.end() if number else 0
    counted = {"start": gold["start"] + cut, "end": gold["end"], "text": gold["text"][cut:]}
    what = MEASURES.get(gold["what"], gold["what"])
    return msgspec.convert(
        {
            **where(gold),
            **{field: gold[field] for field in ("low", "best", "high", "qualifier")},
            "unit": UNITS.get(gold["unit"], gold["unit"] or "other"),
            "what": what if what in get_args(What) else "other",
            "counted": counted if counted["text"] else None,
            "increment": bool(re.search(r"(?i)\b(?:another|further|additional|more(?! than))\b", gold["text"])),
        },
        FigureMention,
    )


def make_claims(gold: Gold, sentences: list[Range]) -> Iterable[ClaimMention]:
    """Claims; the source is a span of the claim's own sentence or nothing."""
    for claim in gold["claims"]:
        contents = claim["content"] if isinstance(claim["content"], list) else [claim["content"]]
        content = tuple(span(c) for c in contents if c["start"] is not None)
        if not content or not inside(contents[0], sentences):
            continue
        yield ClaimMention(
            source=span(claim["source"]) if claim["source"].get("start") is not None else None,
            cue=span(claim["cue"]) if claim["cue"] and claim["cue"].get("start") is not None else None,
            content=content,
            kind=claim["kind"],
        )


def make_events(gold: Gold, sentences: list[Range]) -> Iterable[EventMention]:
    """One event mention a trigger, the first trigger and its paraphrases alike."""
    mentions = {e["id"]: e["mentions"] for e in gold["entities"]}
    triggers = [(t, e) for e in gold["events"] for t in (e["trigger"], *e.get("other_triggers", []))]
    for trigger, event in sorted(triggers, key=lambda pair: (pair[0]["start"], pair[0]["end"], pair[1]["id"])):
        sentence = next((s for s in sentences if s.start <= trigger["start"] < s.end), None)
        kind = event_kind(event)
        if sentence is None or kind is None:
            continue
        times = [t for t in gold["times"] if t["value"] and t["value"] == event["time"]]
        yield EventMention(
            trigger=span(trigger),
            kind=kind,
            status=STATUS.get(event["status"], event["status"]),
            sentence=sentence,
            actor=closest(mentions.get(event["actor"], []), trigger, sentence),
            target=closest(mentions.get(event["target"], []), trigger, sentence),
            place=closest(mentions.get(event["place"], []), trigger, sentence),
            time=closest(times, trigger, sentence),
        )


def event_kind(event: Gold) -> EventKind | None:
    """The gold's kind, or the first kind with its PLOVER and ACLED types where an older gold file gives only these."""
    if event.get("kind"):
        kind: EventKind = event["kind"]
        return kind
    fits = [k for k in kinds().values() if k.plover == event["type"]]
    best = next((k for k in fits if k.acled == event["acled"]), fits[0] if fits else None)
    return best.name if best else None  # type: ignore[return-value]


def closest(spans: list[Gold], trigger: Gold, sentence: Range) -> Span | None:
    """The span of the sentence nearest to the trigger, outside it."""
    fits = [
        s
        for s in spans
        if sentence.start <= s["start"] < sentence.end
        and (s["end"] <= trigger["start"] or s["start"] >= trigger["end"])
    ]
    best = min(
        fits, key=lambda s: (max(trigger["start"] - s["end"], s["start"] - trigger["end"]), s["start"]), default=None
    )
    return span(best) if best else None


def where(gold: Gold) -> Gold:
    """The fields that every span has."""
    return {field: gold[field] for field in ("start", "end", "text")}


def span(gold: Gold) -> Span:
    """The gold's span as a record."""
    return msgspec.convert(where(gold), Span)


def inside(gold: Gold, sentences: list[Range]) -> bool:
    """Whether the span stands in a sentence of the story."""
    return any(s.start <= gold["start"] < s.end for s in sentences)


def ordered(rows: list[Gold]) -> list[Gold]:
    """The rows in text order."""
    return sorted(rows, key=lambda row: (row["start"], row["end"]))


def account(folder: Path) -> Account:
    """The account of a cluster on gold mentions, all reports as one story."""
    reports, readings = read_folder(folder)
    pairs = sorted(zip(reports, readings, strict=True), key=lambda pair: pair[0].id)
    reports = [report for report, _ in pairs]
    ids = tuple(report.id for report in reports)
    links = [x for i, a in enumerate(reports) for b in reports[i + 1 :] if (x := dedupe.compare(a, b)) is not None]
    stories = [Story(id=make_id("s", ids[0]), title="", reports=ids)]
    return pipeline.assemble(
        cleaned=[Cleaned(report=report) for report in reports],
        origins=dedupe.group_origins(reports, links, stories),
        stories=stories,
        readings={report.id: reading for report, reading in pairs},
        judgements=(),
    )


def main(out: str, *folders: str) -> None:
    """Write one account a cluster folder."""
    Path(out).mkdir(parents=True, exist_ok=True)
    for folder in folders:
        target = Path(out) / f"{Path(folder).resolve().name}.json"
        target.write_bytes(msgspec.json.format(msgspec.json.encode(account(Path(folder))), indent=1))
        print(target)


if __name__ == "__main__":
    main(*sys.argv[1:])
