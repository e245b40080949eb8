"""Cross-document event coreference on ECB+: CoNLL F1 on the test topics, with gold mentions and end to end.

usage: python -m evals.ecb [FOLDER] [--json] [--dev]

FOLDER is `ecbplus.tar.xz` or where it was unpacked. Each subtopic (the `ecb` and the `ecbplus` half of a topic) is one
story. With gold mentions the triggers are given, and the places and times of the sentence with them; which belong to
which trigger, the parties, the kinds and the links are ours. End to end the reader finds the triggers; a found trigger
counts as the gold mention that it overlaps. Only the sentences that the makers validated are scored. Published: about
86 with large cross-encoders over all pairs, about 75 for same lemma within a topic.
"""

import csv
import json
import re
import sys
import xml.etree.ElementTree as ET
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import msgspec

from dateline.extract import read_reports
from dateline.merge import merge_story
from dateline.merge.namings import lemma
from dateline.merge.words import stem
from dateline.model import (
    Block,
    Dossier,
    Event,
    EventMention,
    Range,
    Reading,
    Record,
    Report,
    Span,
    Story,
    make_id,
)
from dateline.resolve import resolve_story
from evals.archives import SHARED, unpack
from evals.coref_scores import conll

TEST = range(36, 46)
DEV = (2, 5, 12, 18, 21, 23, 34, 35)
"""The usual test and development topics."""

UNREAD = "politics"
"""The kind handed to resolve for a gold trigger that the reader takes for no event; merge gets its stem instead."""

ROLES = {"HUMAN": "party", "NON_HUMAN": "party", "LOC": "place", "TIME": "time"}


class Mention(Record, frozen=True):
    """A gold mention: where it stands, what it is and which happening it belongs to."""

    document: str
    start: int
    end: int
    text: str
    sentence: int
    role: str
    instance: str


class Document(Record, frozen=True):
    """One ECB+ document: its text put together from tokens, sentence bounds and mentions."""

    name: str
    subtopic: str
    text: str
    sentences: tuple[Range, ...]
    mentions: tuple[Mention, ...]


def read_document(path: Path) -> Document:
    """A document from its XML: tokens joined by spaces, mentions as spans of that text."""
    root = ET.parse(path).getroot()
    parts: list[str] = []
    where: dict[str, tuple[int, int, int]] = {}
    bounds: dict[int, tuple[int, int]] = {}
    at = 0
    for token in root.iter("token"):
        word, number = token.text or "", int(token.get("sentence", "0"))
        where[token.get("t_id", "")] = (at, at + len(word), number)
        first = bounds.get(number, (at, at))[0]
        bounds[number] = (first, at + len(word))
        parts.append(word)
        at += len(word) + 1
    text = " ".join(parts)
    markables = root.find("Markables")
    assert markables is not None
    names = {m.get("m_id"): m.get("instance_id") or f"{m.tag[:3]}{m.get('m_id')}@{path.stem}"
             for m in markables if m.get("RELATED_TO") is not None}  # fmt: skip
    chains = {
        source.get("m_id"): names.get(target.get("m_id"))
        for relation in (root.find("Relations") or ())
        for source in relation.findall("source")
        for target in relation.findall("target")
    }
    mentions = []
    for markable in markables:
        anchors = [where[a.get("t_id", "")] for a in markable.findall("token_anchor")]
        if not anchors:
            continue
        start, end = anchors[0][0], anchors[-1][1]
        mentions.append(
            Mention(
                document=path.stem,
                start=start,
                end=end,
                text=text[start:end],
                sentence=anchors[0][2],
                role=_role(markable.tag),
                instance=chains.get(markable.get("m_id")) or f"alone {path.stem} {markable.get('m_id')}",
            )
        )
    half = "plus" if path.stem.endswith("plus") else "core"
    return Document(
        name=path.stem,
        subtopic=f"{path.parent.name}{half}",
        text=text,
        sentences=tuple(Range(start=a, end=b) for _, (a, b) in sorted(bounds.items())),
        mentions=tuple(mentions),
    )


def _role(tag: str) -> str:
    if tag.startswith(("ACTION", "NEG_ACTION")):
        return "event"
    return next((role for prefix, role in ROLES.items() if tag.startswith(prefix)), "other")


def read_topics(folder: Path, topics: Iterable[int]) -> dict[str, list[Document]]:
    """The documents of some topics, by subtopic."""
    found: dict[str, list[Document]] = defaultdict(list)
    for topic in topics:
        for path in sorted((folder / "ECB+" / str(topic)).glob("*.xml")):
            document = read_document(path)
            found[document.subtopic].append(document)
    return found


def validated(folder: Path) -> set[tuple[str, int]]:
    """The sentences that the makers checked, by document and number."""
    with (folder / "ECBplus_coreference_sentences.csv").open(encoding="utf-8") as lines:
        return {(f"{r['Topic']}_{r['File']}", int(r["Sentence Number"])) for r in csv.DictReader(lines)}


def make_report(document: Document) -> Report:
    """The document as a report of one body block."""
    return Report(
        id=make_id("r", document.name),
        path=document.name,
        url=None,
        text=document.text,
        language="en",
        blocks=(Block(start=0, end=len(document.text), kind="body"),),
    )


def with_gold(reading: Reading, document: Document) -> Reading:
    """The reading with the gold triggers for events, each with the nearest gold place and time beside it, and with the
    parties that the reader gave it; a trigger that it did not find has none."""
    found = {(e.trigger.start, e.trigger.end): e for e in reading.events}
    events = []
    for mention in sorted((m for m in document.mentions if m.role == "event"), key=lambda m: (m.start, m.end)):
        own = next((e for (a, b), e in sorted(found.items()) if a < mention.end and mention.start < b), None)
        near = [m for m in document.mentions if m.sentence == mention.sentence]
        events.append(
            EventMention(
                trigger=Span(start=mention.start, end=mention.end, text=mention.text),
                kind=own.kind if own else UNREAD,
                status=own.status if own else "happened",
                sentence=document.sentences[_index(document, mention.start)],
                actor=own.actor if own else None,
                target=own.target if own else None,
                place=_span(_closest(mention, [m for m in near if m.role == "place"])),
                time=_span(_closest(mention, [m for m in near if m.role == "time"])),
                vector=own.vector if own else b"",
            )
        )
    return msgspec.structs.replace(reading, sentences=document.sentences, events=tuple(events))


def _index(document: Document, start: int) -> int:
    return next(i for i, s in enumerate(document.sentences) if s.start <= start < s.end)


def _closest(mention: Mention, others: Sequence[Mention]) -> Mention | None:
    return min(others, key=lambda m: (abs(m.start - mention.start), m.start), default=None)


def _span(mention: Mention | None) -> Span | None:
    return Span(start=mention.start, end=mention.end, text=mention.text) if mention else None


def link(
    documents: Sequence[Document], readings: Sequence[Reading], read: Sequence[Reading]
) -> list[frozenset[tuple[str, int, int]]]:
    """The happenings of one subtopic, each as the triggers of its events; `read`: what the reader found by itself."""
    reports = sorted((make_report(d) for d in documents), key=lambda r: r.id)
    by_report = {r.report: r for r in readings}
    story = Story(id=make_id("s", reports[0].id), title="", reports=tuple(r.id for r in reports))
    dossier = Dossier(story=story, reports=tuple(reports), origins=())
    ordered = [by_report[r.id] for r in reports]
    resolution = resolve_story(dossier, ordered)
    resolution = msgspec.structs.replace(resolution, events=_with_kinds(resolution.events, read))
    names = {r.id: str(r.path) for r in reports}
    events = {e.id: (names[e.report], e.trigger.start, e.trigger.end) for e in resolution.events}
    kinds = {e.id: e.kind for e in resolution.events}
    return [
        frozenset(events[e] for e in part)
        for happening in merge_story(dossier, ordered, resolution).happenings
        for part in _with_harm_apart(happening.events, kinds)
    ]


def _with_kinds(events: Sequence[Event], read: Sequence[Reading]) -> tuple[Event, ...]:
    """The events, those whose trigger the reader did not find (`read`) of the kind that it gives the same word
    elsewhere in the topic, else of a kind of their own: one only with the same word."""
    spans = {r.report: [(e.trigger.start, e.trigger.end) for e in r.events] for r in read}
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    unread = []
    for event in events:
        if any(a < event.trigger.end and event.trigger.start < b for a, b in spans[event.report]):
            kinds[lemma(event.trigger.text)][event.kind] += 1
        else:
            unread.append(event.id)

    def kind_of(word: str) -> str:
        return min(kinds[word], key=lambda k: (-kinds[word][k], k)) if word in kinds else f"~{word}"

    return tuple(
        msgspec.structs.replace(e, kind=kind_of(lemma(e.trigger.text))) if e.id in unread else e for e in events
    )


def _with_harm_apart(events: Sequence[str], kinds: Mapping[str, str]) -> list[list[str]]:
    """A happening's mentions, those of its dead and those of its injured apart: ECB+ counts the shooting and the
    killing as two, an account as one with its harm."""
    parts: dict[str, list[str]] = defaultdict(list)
    for event in events:
        parts[kinds[event] if kinds[event] in ("death", "injury") else "cause"].append(event)
    return list(parts.values())


def measure(folder: Path, topics: Iterable[int] = TEST) -> dict[str, float]:
    """CoNLL F1 and its parts with gold mentions, of the same-lemma baseline, and end to end."""
    folder = next(unpack(folder).rglob("ECB+_LREC2014"))
    subtopics, known = read_topics(folder, topics), validated(folder)
    gold: dict[str, set[tuple[str, int, int]]] = defaultdict(set)
    lemmas: dict[tuple[str, str], set[tuple[str, int, int]]] = defaultdict(set)
    given: list[frozenset[tuple[str, int, int]]] = []
    free: list[frozenset[tuple[str, int, int]]] = []
    for name in sorted(subtopics):
        documents = subtopics[name]
        scored = [m for d in documents for m in d.mentions if m.role == "event" and (d.name, m.sentence) in known]
        keys = {(m.document, m.start, m.end) for m in scored}
        for m in scored:
            gold[m.instance].add((m.document, m.start, m.end))
            lemmas[name, stem(m.text.split()[-1])].add((m.document, m.start, m.end))
        readings = read_reports([make_report(d) for d in documents])
        handed = [with_gold(r, d) for r, d in zip(readings, documents, strict=True)]
        given += [c for h in link(documents, handed, readings) if (c := h & keys)]
        free += [_as_gold(h, keys) for h in link(documents, readings, readings)]
    truth = [frozenset(c) for c in gold.values()]
    result = {f"gold_mentions_{k}": v for k, v in conll(truth, given).items()}
    result["same_lemma_conll_f1"] = conll(truth, [frozenset(c) for c in lemmas.values()])["conll_f1"]
    result["end_to_end_conll_f1"] = conll(truth, [c for c in free if c])["conll_f1"]
    return result


def _as_gold(
    happening: frozenset[tuple[str, int, int]], gold: set[tuple[str, int, int]]
) -> frozenset[tuple[str, int, int]]:
    """A happening with each trigger as the gold mention that it overlaps; in a scored sentence only."""
    by_document: dict[str, list[tuple[str, int, int]]] = defaultdict(list)
    for mention in gold:
        by_document[mention[0]].append(mention)
    return frozenset(
        m for name, start, end in happening for m in sorted(by_document[name]) if m[1] < end and start < m[2]
    )


def main(*arguments: str) -> None:
    """Print the scores."""
    folders = [a for a in arguments if not a.startswith("--")]
    topics = DEV if "--dev" in arguments else TEST
    scores = measure(Path(folders[0]) if folders else SHARED / "ecbplus.tar.xz", topics)
    if "--json" in arguments:
        print(json.dumps(scores))
    else:
        for name, value in scores.items():
            print(f"{re.sub('_', ' ', name):32} {value:6.1f}")


if __name__ == "__main__":
    main(*sys.argv[1:])
