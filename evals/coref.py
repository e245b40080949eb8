"""How well names, descriptions and pronouns of one report are tied together, on GUM's news and biographies.

usage: python -m evals.coref [FOLDER] [--json] [--misses]

FOLDER holds `gum.tar.xz` and `reading-corpus/` (default: ../shared/data). Names, claims and events come from the
reading corpus, whose sentences are GUM's, so that only the linking is measured; chains come from GUM's links of
identity. A system mention is a gold mention's when it ends where the gold noun phrase ends before its complement.
"""

import argparse
import json
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import msgspec

from dateline.model import (
    Block,
    ClaimMention,
    Dossier,
    EventMention,
    NameMention,
    Published,
    Range,
    Reading,
    Report,
    Span,
    Story,
    make_id,
)
from dateline.resolve import resolve_story
from evals.archives import SHARED, unpack

LINKS = re.compile(r"^(?:coref|ana|cata|disc|appos|pred)$")
COMPLEMENT = re.compile(r"^(?:,|\(|of|for|in|at|who|which|that|from|with|on|whose|-LRB-|:|;)$")
PERSONAL = frozenset("he him his she her hers himself herself".split())
OTHER = frozenset("they them their theirs it its".split())


def read_corpus(folder: Path, part: str = "train") -> dict[str, list[dict[str, Any]]]:
    """The GUM documents of the reading corpus, sentence by sentence."""
    documents: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in (folder / "reading-corpus" / f"{part}.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        if row["doc"].startswith("GUM_"):
            documents[row["doc"]].append(row)
    return documents


def make_report(name: str, rows: list[dict[str, Any]]) -> tuple[Report, Reading]:
    """The sentences as the lines of one report, with the reading that the corpus gives."""
    text = "\n".join(row["text"] for row in rows)
    sentences, names, claims, events = [], [], [], []
    at = 0
    for row in rows:
        line = row["text"]

        def span(pair: list[int] | None, line: str = line, at: int = at) -> Span | None:
            return Span(start=at + pair[0], end=at + pair[1], text=line[pair[0] : pair[1]]) if pair else None

        sentences.append(Range(start=at, end=at + len(line)))
        for x in row["names"]:
            here = span(x["span"])
            names.append(msgspec.convert(msgspec.to_builtins(here) | {"type": x["type"]}, NameMention))
        for x in row["claims"]:
            content = tuple(c for pair in x["content"] if (c := span(pair)) is not None)
            if content:
                claims.append(
                    ClaimMention(source=span(x["source"]), cue=span(x["cue"]), content=content, kind=x["kind"])
                )
        for x in row["events"]:
            trigger = span(x["trigger"])
            if trigger is not None:
                roles = {role: span(x[role]) for role in ("actor", "target", "place", "time")}
                event = EventMention(trigger=trigger, kind=x["kind"], status=x["status"], sentence=sentences[-1])
                events.append(msgspec.structs.replace(event, **roles))
        at += len(line) + 1
    report = Report(
        id=make_id("r", name),
        path=name,
        url=None,
        text=text,
        language="en",
        published=Published(value=rows[0]["date"]),
        blocks=(Block(start=0, end=len(text), kind="body"),),
    )
    reading = Reading(
        report=report.id,
        sentences=tuple(sentences),
        names=tuple(sorted(names, key=lambda n: n.start)),
        claims=tuple(claims),
        events=tuple(events),
    )
    return report, reading


def read_gold(path: Path) -> tuple[str, list[tuple[int, int, int]]]:
    """The text without spaces, and each gold mention as (start, end, chain) in it, cut before its complement."""
    parent: dict[str, str] = {}

    def root(x: str) -> str:
        while parent.setdefault(x, x) != x:
            x = parent[x]
        return x

    letters = ""
    mentions: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for line in path.read_text("utf-8").splitlines():
        field = line.split("\t")
        if not re.match(r"\d+-\d+$", field[0]):
            continue
        word = field[2]
        place = (len(letters), len(letters) + len(word))
        letters += word
        ids = [
            found[1] if (found := re.search(r"\[(\d+)\]", part)) else field[0]
            for part in field[3].split("|")
            if field[3] != "_"
        ]
        for ident in ids:
            mentions[ident].append((*place, word))
        if len(field) > 9 and field[8] != "_":
            for kind, target in zip(field[8].split("|"), field[9].split("|"), strict=True):
                match = re.match(r"([\d-]+)(?:\[(\d+)_(\d+)\])?$", target)
                if match is None or not LINKS.match(kind):
                    continue
                a = match[3] if match[3] and match[3] != "0" else field[0]
                b = match[2] if match[2] and match[2] != "0" else match[1]
                parent[root(a)] = root(b)
    chains = {x: i for i, x in enumerate(dict.fromkeys(root(m) for m in mentions))}
    cut: list[tuple[int, int, int]] = []
    for ident, tokens in mentions.items():
        end = next((i for i, t in enumerate(tokens) if i and COMPLEMENT.match(t[2])), len(tokens))
        cut.append((tokens[0][0], tokens[end - 1][1], chains[root(ident)]))
    return letters, cut


def squeeze(text: str) -> tuple[str, list[int]]:
    """The text without spaces, and the new offset of each old one."""
    kept: list[str] = []
    offsets: list[int] = []
    for char in text:
        offsets.append(len(kept))
        if not char.isspace():
            kept.append(char)
    return "".join(kept), [*offsets, len(kept)]


class Score:
    """Counts over documents."""

    def __init__(self) -> None:
        self.pronouns = Counter[str]()
        self.b3: list[tuple[float, float]] = []
        self.misses: list[str] = []

    def add(self, name: str, rows: list[dict[str, Any]], gold: Path) -> None:
        """Score one document."""
        report, reading = make_report(name, rows)
        letters, chains = read_gold(gold)
        text, offsets = squeeze(report.text)
        sentence_shift = align(reading, text, offsets, letters)
        by_end: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for start, end, chain in chains:
            by_end[end].append((start, chain))
        story = Story(id="s", title="", reports=(report.id,))
        resolution = resolve_story(Dossier(story=story, reports=(report,), origins=()), [reading])
        system: list[tuple[str, int, str, str, int]] = []
        for entity in resolution.entities:
            for m in entity.mentions:
                shift = sentence_shift(m.start)
                if shift is None:
                    continue
                start, end = offsets[m.start] + shift, offsets[m.end] + shift
                fits = [c for s, c in by_end.get(end, ()) if s <= start + 1]
                if fits:
                    system.append((entity.id, fits[-1], m.form, m.text, m.start))
        votes: dict[str, Counter[int]] = defaultdict(Counter)
        for ident, chain, form, _, _ in system:
            if form != "pronoun":
                votes[ident][chain] += 2 if form == "name" else 1
        main = {e: min(v.items(), key=lambda pair: (-pair[1], pair[0]))[0] for e, v in votes.items()}
        called = {e.id: e.name for e in resolution.entities}
        for ident, chain, form, words, at in system:
            if form in ("pronoun", "nominal"):
                kind = form if form == "nominal" else "personal" if words.lower() in PERSONAL else "other"
                self.pronouns[f"{kind} found"] += 1
                good = main.get(ident) == chain
                self.pronouns[f"{kind} right"] += good
                if not good:
                    around = report.text[max(0, at - 90) : at + 40]
                    self.misses.append(f"{name} {form} “{words}” -> {called[ident]}: …{around!r}")
        for start, end, _ in chains:
            self.pronouns["personal gold"] += letters[start:end].lower() in PERSONAL
        self.add_b3(system)

    def add_b3(self, system: list[tuple[str, int, str, str, int]]) -> None:
        """B³ over the aligned mentions."""
        entities, chains = defaultdict(set), defaultdict(set)
        for i, (entity, chain, *_) in enumerate(system):
            entities[entity].add(i)
            chains[chain].add(i)
        for entity, chain, *_ in system:
            both = len(entities[entity] & chains[chain])
            self.b3.append((both / len(entities[entity]), both / len(chains[chain])))


def align(reading: Reading, text: str, offsets: list[int], letters: str) -> Any:
    """How far each sentence of the report is shifted in the gold text; null where GUM has other characters."""
    shifts: list[int | None] = []
    at = 0
    for sentence in reading.sentences:
        piece = text[offsets[sentence.start] : offsets[sentence.end]]
        here = letters.find(piece, at)
        shifts.append(here - offsets[sentence.start] if here >= 0 else None)
        at = here + len(piece) if here >= 0 else at
    starts = [s.start for s in reading.sentences]

    def shift(position: int) -> int | None:
        index = max(i for i, s in enumerate(starts) if s <= position)
        return shifts[index]

    return shift


def measure(folder: Path = SHARED, part: str = "train") -> dict[str, float]:
    """Percentages: precision of pronouns and descriptions, recall of personal pronouns, B³ of aligned mentions."""
    return figures(run(folder, part))


def run(folder: Path, part: str) -> Score:
    """Score the news documents of a part."""
    gum = unpack(folder / "gum.tar.xz")
    score = Score()
    for name, rows in sorted(read_corpus(folder, part).items()):
        score.add(name, rows, next(gum.rglob(f"{name}.tsv")))
    return score


def figures(score: Score) -> dict[str, float]:
    """The measures of a score."""
    count = score.pronouns
    p, r = (100 * sum(x[i] for x in score.b3) / max(1, len(score.b3)) for i in (0, 1))
    return {
        "pronoun_precision": 100 * count["personal right"] / max(1, count["personal found"]),
        "pronoun_recall": 100 * count["personal right"] / max(1, count["personal gold"]),
        "other_pronoun_precision": 100 * count["other right"] / max(1, count["other found"]),
        "description_precision": 100 * count["nominal right"] / max(1, count["nominal found"]),
        "b3_precision": p,
        "b3_recall": r,
        "b3_f1": 2 * p * r / (p + r) if p + r else 0.0,
    }


def main() -> None:
    """Print the measures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=SHARED)
    parser.add_argument("--part", default="train", choices=("train", "dev"))
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    score = run(options.folder, options.part)
    if options.json:
        json.dump(figures(score), sys.stdout)
        return
    for name, value in figures(score).items():
        print(f"{name:26} {value:.1f}")
    print(dict(score.pronouns))
    if options.misses:
        print("\n".join(score.misses))


if __name__ == "__main__":
    main()
