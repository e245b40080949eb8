"""Annotated sentence -> the same sentence as a scraper, a headline desk or another typesetter would have left it.

Each change moves the spans with the text, so no label is guessed.
"""

import random
from collections.abc import Sequence

import msgspec

from training.corpus import Annotated, Extent

STRIPPED = (",", "'’", '"“”', ",'’", ",'’\"“”‘")
"""Marks that scraped text has lost, one set at a time."""
CURLY = str.maketrans({"“": '"', "”": '"', "’": "'", "‘": "'"})


def names_by_type(documents: Sequence[Sequence[Annotated]]) -> dict[str, list[str]]:
    """Every name of the corpus by type, each once, in alphabetical order."""
    found: dict[str, set[str]] = {}
    for document in documents:
        for sentence in document:
            for name in sentence.names:
                found.setdefault(name.type, set()).add(sentence.text[slice(*name.span)])
    return {label: sorted(names) for label, names in found.items()}


def swap_names(
    document: Sequence[Annotated], names: dict[str, list[str]], dice: random.Random, share: float = 0.2
) -> list[Annotated]:
    """The document with a share of its names exchanged for others of their type, the same everywhere."""
    chosen: dict[tuple[str, str], str] = {}
    varied = []
    for sentence in document:
        edits: list[tuple[int, int, str]] = []
        for name in sorted(sentence.names, key=lambda n: n.span):
            old = sentence.text[slice(*name.span)]
            key = (name.type, old)
            if key not in chosen:
                chosen[key] = dice.choice(names[name.type]) if dice.random() < share else old
            if chosen[key] != old and (not edits or edits[-1][1] <= name.span[0]):
                edits.append((*name.span, chosen[key]))
        varied.append(_edited(sentence, edits) if edits else sentence)
    return varied


def _edited(sentence: Annotated, edits: Sequence[tuple[int, int, str]]) -> Annotated:
    """The sentence with stretches replaced; spans keep the words they held."""
    parts: list[str] = []
    moved = list(range(len(sentence.text) + 1))
    at = shift = 0
    for start, end, new in edits:
        parts += [sentence.text[at:start], new]
        for position in range(at, start + 1):
            moved[position] = position + shift
        for position in range(start + 1, end):
            moved[position] = min(position, start + len(new)) + shift
        shift += len(new) - (end - start)
        at = end
    for position in range(at, len(moved)):
        moved[position] = position + shift
    return _moved(sentence, "".join([*parts, sentence.text[at:]]), moved)


def vary(sentence: Annotated, dice: random.Random) -> Annotated:
    """The sentence, now and then without some marks, with typewriter quotes, or with or without its full stop."""
    roll = dice.random()
    if roll < 0.14:
        marks = dice.choice(STRIPPED)
        sentence = without(sentence, marks)
    elif roll < 0.34:
        sentence = msgspec.structs.replace(sentence, text=sentence.text.translate(CURLY))
    text = sentence.text
    if text.rstrip('”"')[-1:].isalnum() and dice.random() < 0.5:
        sentence = msgspec.structs.replace(sentence, text=text + ".")
    return sentence


def without(sentence: Annotated, marks: str) -> Annotated:
    """The sentence with the given marks taken out; a span that was nothing but marks goes with them."""
    moved = [0]
    kept: list[str] = []
    for c in sentence.text:
        if c not in marks:
            kept.append(c)
        moved.append(len(kept))

    return _moved(sentence, "".join(kept), moved)


def _moved(sentence: Annotated, text: str, moved: Sequence[int]) -> Annotated:
    """The sentence with another text; `moved[n]` is where its n-th code point went."""

    def move(span: Extent | None) -> Extent | None:
        if span is None or moved[span[0]] == moved[span[1]]:
            return None
        return moved[span[0]], moved[span[1]]

    replace = msgspec.structs.replace
    return replace(
        sentence,
        text=text,
        names=tuple(replace(n, span=s) for n in sentence.names if (s := move(n.span))),
        times=tuple(replace(t, span=s) for t in sentence.times if (s := move(t.span))),
        figures=tuple(replace(f, span=s) for f in sentence.figures if (s := move(f.span))),
        claims=tuple(
            replace(c, source=move(c.source), cue=move(c.cue), content=content)
            for c in sentence.claims
            if (content := tuple(s for span in c.content if (s := move(span))))
        ),
        events=tuple(
            replace(e, trigger=t, actor=move(e.actor), target=move(e.target), place=move(e.place), time=move(e.time))
            for e in sentence.events
            if (t := move(e.trigger))
        ),
    )
