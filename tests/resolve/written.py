"""Reports and readings written by hand: names in `[brackets|type]`, everything else found by its words."""

import re

import msgspec

from dateline.model import (
    Block,
    ClaimMention,
    Dossier,
    Entity,
    EventMention,
    FigureMention,
    Judgement,
    NameMention,
    Published,
    Range,
    Reading,
    Report,
    Resolution,
    Span,
    Story,
    TimeMention,
    make_id,
)
from dateline.resolve import resolve_story

MARK = re.compile(r"\[([^|\]]+)\|(\w+)\]")
SENTENCE = re.compile(r"[^\n]+?(?:[.!?][\"”]?(?=\s|$)|(?=\n)|$)")


class Written:
    """One report. Words given to `claim`, `event` and `figure` are found in the text, the first occurrence, or the
    one after the words given as `after`."""

    def __init__(self, marked: str, title: str | None = None) -> None:
        names, text, at = [], "", 0
        for mark in MARK.finditer(marked):
            text += marked[at : mark.start()]
            names.append(
                NameMention(start=len(text), end=len(text) + len(mark[1]), text=mark[1], type=mark[2])  # type: ignore[arg-type]
            )
            text += mark[1]
            at = mark.end()
        self.text = text + marked[at:]
        self.names = names
        self.sentences = [Range(start=m.start(), end=m.end()) for m in SENTENCE.finditer(self.text) if m[0].strip()]
        self.claims: list[ClaimMention] = []
        self.events: list[EventMention] = []
        self.figures: list[FigureMention] = []
        self.times: list[TimeMention] = []
        title_span = self.span(title) if title else None
        self.report = Report(
            id=make_id("r", self.text),
            path=None,
            url=None,
            text=self.text,
            language="en",
            title=title,
            title_span=Range(start=title_span.start, end=title_span.end) if title_span else None,
            published=Published(value="2021-06-10", precision="day", how="metadata"),
            blocks=(Block(start=0, end=len(self.text), kind="body"),),
        )

    def span(self, words: str, after: str = "") -> Span:
        start = self.text.index(words, self.text.index(after) if after else 0)
        return Span(start=start, end=start + len(words), text=words)

    def caption(self, words: str) -> "Written":
        """Make these words a caption."""
        span = self.span(words)
        block = Block(start=span.start, end=span.end, kind="caption")
        self.report = msgspec.structs.replace(self.report, blocks=(*self.report.blocks, block))
        return self

    def claim(
        self, source: str | None, cue: str | None, content: str, kind: str = "indirect", after: str = ""
    ) -> "Written":
        said = self.span(content, after)
        self.claims.append(
            ClaimMention(
                source=self.near(source, said) if source else None,
                cue=self.near(cue, said) if cue else None,
                content=(said,),
                kind=kind,  # type: ignore[arg-type]
            )
        )
        return self

    def near(self, words: str, other: Span) -> Span:
        starts = [m.start() for m in re.finditer(re.escape(words), self.text)]
        start = min(starts, key=lambda s: abs(s - other.start))
        return Span(start=start, end=start + len(words), text=words)

    def event(self, trigger: str, kind: str, after: str = "", status: str = "happened", **roles: str) -> "Written":
        span = self.span(trigger, after)
        sentence = next(s for s in self.sentences if s.start <= span.start < s.end)
        self.events.append(
            EventMention(
                trigger=span,
                kind=kind,  # type: ignore[arg-type]
                status=status,  # type: ignore[arg-type]
                sentence=sentence,
                **{role: self.near(words, span) for role, words in roles.items()},  # type: ignore[arg-type]
            )
        )
        return self

    def figure(
        self, words: str, number: int, what: str, unit: str = "people", after: str = "", counted: str = "", **more: bool
    ) -> "Written":
        span = self.span(words, after)
        noun = self.near(counted, span) if counted else None
        self.figures.append(
            FigureMention(
                start=span.start, end=span.end, text=words, low=number, best=number, high=number, qualifier="exact",
                unit=unit, what=what, counted=noun, **more,  # type: ignore[arg-type]
            )
        )  # fmt: skip
        return self

    def reading(self) -> Reading:
        return Reading(
            report=self.report.id,
            sentences=tuple(self.sentences),
            names=tuple(self.names),
            times=tuple(self.times),
            claims=tuple(sorted(self.claims, key=lambda c: c.content[0].start)),
            events=tuple(sorted(self.events, key=lambda e: e.trigger.start)),
            figures=tuple(sorted(self.figures, key=lambda f: f.start)),
        )


def resolve(*written: Written, judgements: tuple[Judgement, ...] = ()) -> Resolution:
    """The resolution of the reports as one story."""
    ordered = sorted(written, key=lambda w: w.report.id)
    story = Story(id="s1", title="", reports=tuple(w.report.id for w in ordered))
    dossier = Dossier(story=story, reports=tuple(w.report for w in ordered), origins=(), judgements=judgements)
    return resolve_story(dossier, [w.reading() for w in ordered])


def entity(resolution: Resolution, words: str) -> Entity:
    """The one entity with a mention of these words."""
    found = [e for e in resolution.entities if any(m.text == words for m in e.mentions)]
    assert len(found) == 1, (words, [(e.name, [m.text for m in e.mentions]) for e in resolution.entities])
    return found[0]


def together(resolution: Resolution, *words: str) -> bool:
    """Whether all these mentions are one entity."""
    return len({entity(resolution, w).id for w in words}) == 1


def named(resolution: Resolution, ident: str | None) -> str | None:
    """The name of an entity id."""
    return next((e.name for e in resolution.entities if e.id == ident), None)
