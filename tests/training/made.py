"""Annotated sentences for the tests, written by their words."""

from training.corpus import Annotated, Claim, Event, Extent, Figure, Name, Time

TEXT = "Gunmen killed 12 people in Marrak on Tuesday, and “nobody is safe,” Ilse Torvan said, “not even here.”"


def span(words: str, text: str = TEXT) -> Extent:
    start = text.index(words)
    return start, start + len(words)


SENTENCE = Annotated(
    id="s1",
    doc="VOA_1",
    text=TEXT,
    names=(Name(span=span("Marrak"), type="place"), Name(span=span("Ilse Torvan"), type="person")),
    times=(Time(span=span("Tuesday"), type="day"),),
    figures=(
        Figure(span=span("12 people"), low=12, best=12, high=12, qualifier="exact", unit="people", what="killed"),
    ),
    claims=(
        Claim(
            source=span("Ilse Torvan"),
            cue=span("said"),
            content=(span("nobody is safe"), span("not even here")),
            kind="direct",
        ),
    ),
    events=(
        Event(
            trigger=span("killed"),
            kind="death",
            status="happened",
            actor=span("Gunmen"),
            target=span("12 people"),
            place=span("Marrak"),
            time=span("Tuesday"),
        ),
    ),
)
