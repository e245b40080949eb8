"""A story built by hand: reports of invented sentences, with the mentions and things that tests need."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

import msgspec

from dateline.merge import merge_story
from dateline.model import (
    Agreement,
    Block,
    Claim,
    Dossier,
    Entity,
    EntityMention,
    Event,
    EventMention,
    Figure,
    Judgement,
    Origin,
    Place,
    Published,
    Range,
    Reading,
    Report,
    Resolution,
    Role,
    Span,
    Story,
    Telling,
    Time,
    make_id,
)
from dateline.tell import tell_story


@dataclass
class StoryKit:
    """Reports and what was read and resolved in them. Words are found by their text, the first time they occur."""

    reports: list[Report] = field(default_factory=list)
    origins: dict[str, list[str]] = field(default_factory=dict)
    entities: dict[str, Entity] = field(default_factory=dict)
    places: list[Place] = field(default_factory=list)
    times: list[Time] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    judgements: list[Judgement] = field(default_factory=list)

    def report(self, text: str, day: str, *, outlet: str = "", origin: str = "") -> str:
        """A report whose first line is its title; its id."""
        identity = make_id("r", text, day, outlet)
        title = text.split("\n", 1)[0]
        self.reports.append(
            Report(
                id=identity,
                path=f"{identity}.txt",
                url=None,
                text=text,
                language="en",
                title=title,
                title_span=Range(start=0, end=len(title)),
                outlet=outlet or identity,
                published=Published(value=day, precision="minute" if "T" in day else "day", how="metadata"),
                blocks=(Block(start=0, end=len(text), kind="body"),),
            )
        )
        self.origins.setdefault(origin or identity, []).append(identity)
        return identity

    def text(self, report: str) -> str:
        return next(r.text for r in self.reports if r.id == report)

    def span(self, report: str, words: str) -> Span:
        start = self.text(report).index(words)
        return Span(start=start, end=start + len(words), text=words)

    def sentences(self, report: str) -> list[Range]:
        text = self.text(report)
        return [Range(start=m.start(), end=m.end()) for m in re.finditer(r"[^\s].*?(?:[.!?](?=\s|$)|(?=\n)|$)", text)]

    def named(
        self,
        where: str | tuple[str, ...],
        words: str,
        name: str,
        kind: str = "org",
        place: tuple[float, float] | None = None,
    ) -> str:
        """The mentions of a named entity in some reports, placed on the map if `place` says where; its id."""
        reports = (where,) if isinstance(where, str) else where
        identity = make_id("e", name)
        known = self.entities.get(identity) or Entity(id=identity, type=kind, name=name)  # type: ignore[arg-type]
        found = tuple(
            EntityMention(report=report, start=m.start(), end=m.end(), text=words, form="name")
            for report in reports
            for m in re.finditer(re.escape(words), self.text(report))
        )
        self.entities[identity] = msgspec.structs.replace(known, mentions=(*known.mentions, *found))
        if place and all(p.entity != identity for p in self.places):
            self.places.append(
                Place(entity=identity, name=name, lat=place[0], lon=place[1], country=None, admin1=None,
                      gazetteer_id=None, precision="exact", how="by hand")
            )  # fmt: skip
        return identity

    def timed(self, report: str, words: str, value: str) -> str:
        found = self.span(report, words)
        self.times.append(
            Time(report=report, start=found.start, end=found.end, text=words, value=value, granularity="day",
                 anchor="publication", why="by hand")
        )  # fmt: skip
        return value

    def claim(self, report: str, source: str, content: str, entity: str | None = None, stance: str = "asserts") -> str:
        identity = make_id("c", report, content)
        who = self.span(report, source)
        self.claims.append(
            Claim(id=identity, report=report, content=(self.span(report, content),), cue=None, kind="indirect",
                  source=Role(text=source, start=who.start, end=who.end, entity=entity), stance=stance)  # type: ignore[arg-type]
        )  # fmt: skip
        return identity

    def figure(self, report: str, words: str, what: str = "killed", *, low: int | None = None, best: int | None = None,
               high: int | None = None, qualifier: str = "exact", of: str = "people", unit: str = "people",
               event: str | None = None, claim: str | None = None, measure: str = "cumulative", increment: bool = False,
               place: str | None = None) -> str:  # fmt: skip
        found = self.span(report, words)
        identity = make_id("f", report, words)
        said = next((c for c in self.claims if c.id == claim), None)
        self.figures.append(
            Figure(id=identity, report=report, start=found.start, end=found.end, text=words,
                   low=best if qualifier == "exact" else low, best=best, high=best if qualifier == "exact" else high,
                   qualifier=qualifier, unit=unit, what=what, of=of, place=place, time=None, claim=claim,  # type: ignore[arg-type]
                   source=said.source.entity if said and said.source else None, measure=measure,  # type: ignore[arg-type]
                   increment=increment, event=event)
        )  # fmt: skip
        return identity

    def event(self, report: str, trigger: str, kind: str, *, status: str = "happened", place: str | None = None,
              time: str | None = None, actor: str | None = None, target: str | None = None,
              claim: str | None = None) -> str:  # fmt: skip
        found = self.span(report, trigger)
        identity = make_id("v", report, found.start, kind)
        sentence = next(s for s in self.sentences(report) if s.start <= found.start < s.end)

        def role(entity: str | None) -> Role | None:
            return Role(text=None, start=None, end=None, entity=entity) if entity else None

        self.events.append(
            Event(id=identity, report=report, trigger=found, kind=kind, plover=None, acled=None, status=status,  # type: ignore[arg-type]
                  sentence=sentence, actor=role(actor), target=role(target), place=place, time=time, claim=claim)
        )  # fmt: skip
        return identity

    def resolution(self) -> Resolution:
        figures = {f.event: f.id for f in self.figures if f.event}
        return Resolution(
            story="s",
            entities=tuple(sorted(self.entities.values(), key=lambda e: e.id)),
            places=tuple(self.places),
            times=tuple(self.times),
            claims=tuple(self.claims),
            figures=tuple(self.figures),
            events=tuple(
                msgspec.structs.replace(e, figures=(figures[e.id],) if e.id in figures else ()) for e in self.events
            ),
        )

    def dossier(self, order: Sequence[int] | None = None) -> Dossier:
        origin_of = {r: make_id("o", key) for key, members in self.origins.items() for r in members}
        reports = [msgspec.structs.replace(r, origin=origin_of.get(r.id), story="s") for r in self.reports]
        reports = [reports[i] for i in order] if order else sorted(reports, key=lambda r: r.id)
        return Dossier(
            story=Story(id="s", title=self.reports[0].title or "", reports=tuple(sorted(r.id for r in reports))),
            reports=tuple(reports),
            origins=tuple(
                Origin(id=make_id("o", key), reports=tuple(sorted(members)), basis="single")
                for key, members in sorted(self.origins.items())
            ),
            judgements=tuple(self.judgements),
        )

    def readings(self) -> list[Reading]:
        return [
            Reading(
                report=r.id,
                sentences=tuple(self.sentences(r.id)),
                events=tuple(
                    EventMention(trigger=e.trigger, kind=e.kind, status=e.status, sentence=e.sentence)
                    for e in self.events
                    if e.report == r.id
                ),
            )
            for r in self.dossier().reports
        ]

    def merged(self) -> Agreement:
        return merge_story(self.dossier(), self.readings(), self.resolution())

    def told(self) -> Telling:
        return tell_story(self.dossier(), self.readings(), self.resolution(), self.merged())


def grouped(s: StoryKit) -> list[list[str]]:
    """The triggers of each happening with more than one event."""
    words = {e.id: e.trigger.text for e in s.events}
    return sorted(sorted(words[e] for e in h.events) for h in s.merged().happenings if len(h.events) > 1)


def three_reports() -> StoryKit:
    """A market bombing in three reports of two originals: the toll rises, one counter behind it, one denial."""
    s = StoryKit()
    a = s.report(
        "Bomb hits market in Qasira\n"
        "A car bomb hit the fish market in Qasira on Monday. "
        "The Harbour Council said at least 12 people were killed in the blast. "
        "The Red Dawn group denied any involvement.",
        "2021-03-01", outlet="Morning Wire",
    )  # fmt: skip
    b = s.report(
        "Market bombing toll rises\n"
        "A car bomb tore through a market in Qasira on Monday. "
        "The Harbour Council put the dead at 31 on Tuesday. "
        "Police in Qasira accused the Red Dawn group of the bombing.",
        "2021-03-02", outlet="Evening Post",
    )  # fmt: skip
    c = s.report(
        "Bomb hits market in Qasira\n"
        "A car bomb hit the fish market in Qasira on Monday. "
        "The city of Tel Amar was also shelled on Monday evening.",
        "2021-03-01", outlet="Daily Copy", origin=a,
    )  # fmt: skip
    s.origins = {a: [a, c], b: [b]}
    qasira = s.named((a, b, c), "Qasira", "Qasira", "place", (35.0, 36.0))
    amar = s.named(c, "Tel Amar", "Tel Amar", "place", (36.5, 38.0))
    council = s.named((a, b), "Harbour Council", "Harbour Council")
    dawn = s.named((a, b), "Red Dawn", "Red Dawn", "group")
    police = s.named(b, "Police in Qasira", "Qasira police")
    for r in (a, b, c):
        s.timed(r, "Monday", "2021-03-01")
        s.event(r, "bomb", "bombing", place=qasira, time="2021-03-01")
    s.timed(b, "Tuesday", "2021-03-02")
    s.event(c, "shelled", "shelling", place=amar, time="2021-03-01")
    first = s.claim(a, "The Harbour Council", "at least 12 people were killed in the blast", council)
    second = s.claim(b, "The Harbour Council", "the dead at 31", council)
    s.claim(a, "The Red Dawn group", "any involvement", dawn, stance="denies")
    blast = s.event(a, "killed", "death", claim=first)
    toll = s.event(b, "dead", "death", claim=second)
    s.event(b, "accused", "accusation", actor=police, target=dawn)
    s.figure(a, "at least 12 people", low=12, qualifier="at_least", event=blast, claim=first)
    s.figure(b, "31", best=31, of="", event=toll, claim=second)
    return s
