"""Annotated sentence -> the same sentence as a scraper, a headline desk or another typesetter would have left it.

Each change moves the spans with the text, so no label is guessed.
"""

import random

import msgspec

from training.corpus import Annotated, Extent

STRIPPED = (",", "'’", '"“”', ",'’", ",'’\"“”‘")
"""Marks that scraped text has lost, one set at a time."""
CURLY = str.maketrans({"“": '"', "”": '"', "’": "'", "‘": "'"})


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

    def move(span: Extent | None) -> Extent | None:
        if span is None or moved[span[0]] == moved[span[1]]:
            return None
        return moved[span[0]], moved[span[1]]

    replace = msgspec.structs.replace
    return replace(
        sentence,
        text="".join(kept),
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
