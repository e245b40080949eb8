"""How well names are tied together across reports, on the topics of ECB+ with gold mentions.

usage: python -m evals.crossdoc [FOLDER] [--part dev|test] [--json] [--misses]

FOLDER holds `ecbplus.tar.xz` (default: ../shared/data). Each half of a topic (ecb, ecbplus: two happenings alike) is
read as one story. Mentions are the annotated people, bodies and places that are written as names; B³ is taken over
those that ECB+ links to any other: it leaves many mentions of one name unlinked, which says nothing.
"""

import argparse
import json
import sys
import xml.etree.ElementTree as ET
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from dateline.model import Block, Dossier, NameMention, NameType, Published, Range, Reading, Report, Story, make_id
from dateline.resolve import resolve_story
from evals.archives import SHARED, unpack

PARTS = {"dev": (2, 5, 12, 18, 21, 23, 34, 35), "test": tuple(range(36, 46))}
TYPES: dict[str, NameType] = {
    "HUMAN_PART_PER": "person", "HUMAN_PART_ORG": "org", "HUMAN_PART_MET": "org", "HUMAN_PART_GPE": "place",
    "LOC_GEO": "place", "LOC_FAC": "place",
}  # fmt: skip

Gold = dict[tuple[str, int, int], str]


def read_document(path: Path) -> tuple[Report, Reading, Gold]:
    """One document as a report with its names, and the gold entity of each."""
    root = ET.parse(path).getroot()
    text = ""
    starts: dict[str | None, tuple[int, int]] = {}
    sentences: dict[str | None, list[int]] = {}
    sentence: str | None = None
    for token in root.iter("token"):
        if sentence is not None:
            text += "\n" if token.get("sentence") != sentence else " "
        sentence = token.get("sentence")
        starts[token.get("t_id")] = (len(text), len(text) + len(token.text or ""))
        text += token.text or ""
        first = sentences.setdefault(sentence, [len(text) - len(token.text or ""), 0])
        first[1] = len(text)
    report = make_id("r", str(path.name))
    entities: dict[str, str] = {}
    for kind in ("INTRA_DOC_COREF", "CROSS_DOC_COREF"):
        for link in root.iter(kind):
            for source in link.iter("source"):
                entities[source.get("m_id", "")] = link.get("note") or f"{report} {link.get('r_id')}"
    gold: Gold = {}
    names: list[NameMention] = []
    markables = root.find("Markables")
    for mark in sorted(markables if markables is not None else (), key=lambda m: m.get("m_id", "")):
        anchors = [starts[a.get("t_id")] for a in mark.iter("token_anchor")]
        if mark.tag not in TYPES or not anchors:
            continue
        start, end = anchors[0][0], anchors[-1][1]
        words = text[start:end].split()
        capital = words[0][0].isupper() and words[-1][0].isupper()
        if not capital or words[0].lower() in ("the", "a", "he", "she", "they", "i", "his", "her"):
            continue
        if (report, start, end) not in {(report, n.start, n.end) for n in names}:
            entity = entities.get(mark.get("m_id", ""))
            if entity is not None:
                gold[(report, start, end)] = entity
            names.append(NameMention(start=start, end=end, text=text[start:end], type=TYPES[mark.tag]))
    reading = Reading(
        report=report,
        sentences=tuple(Range(start=s, end=e) for s, e in sentences.values()),
        names=tuple(sorted(names, key=lambda n: (n.start, n.end))),
    )
    made = Report(
        id=report,
        path=path.name,
        url=None,
        text=text,
        language="en",
        published=Published(value=None),
        blocks=(Block(start=0, end=len(text), kind="body"),),
    )
    return made, reading, gold


def stories(folder: Path, part: str) -> Iterable[list[Path]]:
    """The documents of each half of each topic."""
    root = next(p for p in folder.rglob("ECB+") if p.is_dir() and (p / "1").exists())
    for topic in PARTS[part]:
        halves: dict[str, list[Path]] = defaultdict(list)
        for path in sorted((root / str(topic)).glob("*.xml")):
            halves["plus" if "plus" in path.name else "ecb"].append(path)
        yield from halves.values()


def run(folder: Path, part: str) -> tuple[list[tuple[float, float]], list[str]]:
    """Precision and recall of each mention, and what was mixed or split."""
    scores: list[tuple[float, float]] = []
    misses: list[str] = []
    for paths in stories(unpack(folder / "ecbplus.tar.xz"), part):
        documents = sorted((read_document(p) for p in paths), key=lambda d: d[0].id)
        gold = {at: e for _, _, g in documents for at, e in g.items()}
        story = Story(id="s", title="", reports=tuple(r.id for r, _, _ in documents))
        dossier = Dossier(story=story, reports=tuple(r for r, _, _ in documents), origins=())
        resolution = resolve_story(dossier, [x for _, x, _ in documents])
        ours = {(m.report, m.start, m.end): e for e in resolution.entities for m in e.mentions}
        mentions = [at for at in gold if at in ours]
        by_gold: dict[str, set[tuple[str, int, int]]] = defaultdict(set)
        by_ours: dict[str, set[tuple[str, int, int]]] = defaultdict(set)
        for at in mentions:
            by_gold[gold[at]].add(at)
            by_ours[ours[at].id].add(at)
        for at in mentions:
            both = len(by_gold[gold[at]] & by_ours[ours[at].id])
            scores.append((both / len(by_ours[ours[at].id]), both / len(by_gold[gold[at]])))
        text = {(m.report, m.start, m.end): m.text for e in resolution.entities for m in e.mentions}
        for table, word, other in ((by_ours, "mixed", gold), (by_gold, "split", {k: v.id for k, v in ours.items()})):
            for spans in table.values():
                parts: dict[str, set[str]] = defaultdict(set)
                for at in spans:
                    parts[other[at]].add(text[at])
                if len(parts) > 1:
                    misses.append(f"{paths[0].name} {word} {sorted(map(sorted, parts.values()))}")
    return scores, misses


def measure(folder: Path = SHARED, part: str = "test") -> dict[str, float]:
    """B³ of names across documents, in percent."""
    return figures(run(folder, part)[0])


def figures(scores: list[tuple[float, float]]) -> dict[str, float]:
    """The measures of the scores."""
    p, r = (100 * sum(x[i] for x in scores) / max(1, len(scores)) for i in (0, 1))
    return {"b3_precision": p, "b3_recall": r, "b3_f1": 2 * p * r / (p + r) if p + r else 0.0, "mentions": len(scores)}


def main() -> None:
    """Print the measures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=SHARED)
    parser.add_argument("--part", default="test", choices=sorted(PARTS))
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    scores, misses = run(options.folder, options.part)
    if options.json:
        json.dump(figures(scores), sys.stdout)
        return
    for name, value in figures(scores).items():
        print(f"{name:14} {value:.1f}")
    if options.misses:
        print("\n".join(misses))


if __name__ == "__main__":
    main()
