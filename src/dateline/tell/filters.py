"""Account × filter -> the part of it that was asked for, closed under reference: every id that it names is in it."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from functools import cached_property

from msgspec.structs import asdict, replace

from dateline.errors import InputError
from dateline.model import (
    Account,
    Claim,
    Contradiction,
    Event,
    EventKind,
    Figure,
    Happening,
    Record,
    Series,
    TimelineEntry,
    kinds,
)
from dateline.model.edtf import Days, bounds, overlap

GRADES = ("corroborated", "single_source", "contested", "unattributed")


class Filter(Record, frozen=True):
    """What to keep; null keeps all. `since`, `until`: days (EDTF); `place`, `actor`, `voice`: the id of an entity or a
    part of its name, for a place also a country's ISO code; `kind`: an event kind or a group of kinds; `origin`,
    `story`: ids."""

    since: str | None = None
    until: str | None = None
    place: str | None = None
    kind: str | None = None
    actor: str | None = None
    voice: str | None = None
    origin: str | None = None
    grade: str | None = None
    story: str | None = None

    def check(self) -> None:
        """Raise InputError for a value that could never match."""
        for name, value in (("since", self.since), ("until", self.until)):
            if value and bounds(value) is None:
                raise InputError(f"--{name} {value!r} is no date; write it as 2031-04-16, 2031-04 or 2031")
        if self.grade and self.grade not in GRADES:
            raise InputError(f"--grade {self.grade!r} is no grade; choose one of: {', '.join(GRADES)}")
        known = {*kinds(), *(k.group for k in kinds().values())}
        if self.kind and self.kind not in known:
            raise InputError(f"--kind {self.kind!r} is no event kind; choose one of: {', '.join(sorted(known))}")

    @property
    def asked(self) -> dict[str, str]:
        """What is asked for, by field."""
        return {name: value for name, value in asdict(self).items() if value}


class Part(Account, frozen=True, kw_only=True):
    """What was kept of an account, what it was chosen by, and how many sentences the whole brief has."""

    chosen: Filter
    sentences: int


def keep(account: Account, chosen: Filter) -> Account:
    """The happenings, series and statements that match, whole and with what they rest on (events, figures, claims) and
    what contradicts them; the timeline of those happenings; the sentences of the brief that tell of any of it.
    Reports, names and places stay as they are. A series that matches where the happening it counts does not names
    none."""
    if not chosen.asked:
        return account
    match = Match(account, chosen)
    said = set() if chosen.grade else match.said
    happenings = tuple(h for h in account.happenings if match.happening(h))
    told = {h.id for h in happenings}
    series = tuple(s for s in account.series if s.happening in told or match.series(s))
    disputed = {c for h in happenings for c in h.conflicts}
    against = tuple(c for c in account.contradictions if c.id in disputed or {c.a.id, c.b.id} & said)
    shown = told | said | {s.id for s in series} | {c.id for c in against}
    held = _rested_on(account, said, happenings, series, against)
    whole = {name: getattr(account, name) for name in Account.__struct_fields__}
    narrowed = {
        "claims": tuple(c for c in account.claims if c.id in held),
        "figures": tuple(f for f in account.figures if f.id in held),
        "events": tuple(e for e in account.events if e.id in held),
        "happenings": happenings,
        "series": tuple(s if s.happening in told else replace(s, happening=None) for s in series),
        "contradictions": against,
        "timeline": tuple(t for t in account.timeline if t.happening in told and match.entry(t)),
        "brief": tuple(
            replace(b, refs=tuple(r for r in b.refs if r in shown | held)) for b in account.brief if shown & {*b.refs}
        ),
    }
    return Part(**{**whole, **narrowed}, chosen=chosen, sentences=len(account.brief))


def unknown(account: Account, chosen: Filter) -> str | None:
    """The first field that asks for an original or a name which this account does not hold."""
    match = Match(account, chosen)
    if chosen.origin and all(chosen.origin != o.id for o in account.origins):
        return "origin"
    named = (("place", match.places), ("actor", match.actors), ("voice", match.voices))
    return next((field for field, found in named if found == set()), None)


def _rested_on(
    account: Account,
    said: Iterable[str],
    happenings: Iterable[Happening],
    series: Iterable[Series],
    against: Iterable[Contradiction],
) -> set[str]:
    """The ids of all events, figures and claims to keep: these, those of these, and whatever they name in turn."""
    names: dict[str, tuple[str | None, ...]] = {c.id: () for c in account.claims}
    names |= {f.id: (f.claim, f.event) for f in account.figures}
    names |= {e.id: (e.claim, *e.figures) for e in account.events}
    left: list[str | None] = [*said, *(side.id for c in against for side in (c.a, c.b))]
    left += [e for h in happenings for e in (*h.events, *h.stages)]
    left += [f for s in series for f in s.members]
    held: set[str] = set()
    while left:
        id_ = left.pop()
        if id_ in names and id_ not in held:
            held.add(id_)
            left += names[id_]
    return held


class Match:
    """Which records of an account a filter asks for, each by what it says itself."""

    def __init__(self, account: Account, chosen: Filter) -> None:
        self.account, self.chosen = account, chosen
        self.actors, self.voices = self._named(chosen.actor), self._named(chosen.voice)
        self.places = self._placed(chosen.place)
        self._report = {r.id: r for r in account.reports}
        self._event = {e.id: e for e in account.events}
        self._speaker = {c.id: c.source.entity for c in account.claims if c.source}
        self._of_old = {m for s in account.series if s.background for m in s.members}
        self._days = _between(chosen.since, chosen.until)

    def happening(self, happening: Happening) -> bool:
        """Whether it is asked for, by what all its reports say together."""
        events = [self._event[e] for e in happening.events]
        speakers = {*happening.voices, *(self._speaker.get(e.claim or "") for e in events)}
        return (
            self.chosen.story in (None, happening.story)
            and self.chosen.grade in (None, happening.grade)
            and (self.chosen.origin is None or self.chosen.origin in happening.originals)
            and _any(speakers, self.voices)
            and self._at(happening.place)
            and self._of_kind(happening.kind)
            and _any((*happening.actors, *happening.targets), self.actors)
            and self._in_days(happening.start, happening.end)
        )

    def series(self, series: Series) -> bool:
        """Whether one of its figures is asked for."""
        return self.chosen.grade in (None, series.grade) and not self.said.isdisjoint(series.members)

    def entry(self, entry: TimelineEntry) -> bool:
        """Whether an entry of the timeline lies in the days asked for."""
        return self._in_days(entry.start, entry.end)

    @cached_property
    def said(self) -> set[str]:
        """The ids of the events, figures and claims of single reports that are asked for."""
        counting: dict[str, list[Event]] = defaultdict(list)
        for event in self.account.events:
            for counted in event.figures:
                counting[counted].append(event)
        events = [e for e in self.account.events if self._event_fits(e)]
        figures = [f for f in self.account.figures if self._figure_fits(f, counting[f.id])]
        about: dict[str | None, list[Event | Figure]] = defaultdict(list)
        for event in self.account.events:
            about[event.claim].append(event)
        for figure in self.account.figures:
            about[figure.claim].append(figure)
        found = {e.id for e in events} | {f.id for f in figures}
        return found | {c.id for c in self.account.claims if self._claim_fits(c, about[c.id], found)}

    def _event_fits(self, event: Event) -> bool:
        return (
            self._reported(event.report)
            and _any((self._speaker.get(event.claim or ""),), self.voices)
            and self._at(event.place)
            and self._is_of(event)
            and self._in_days(event.time)
        )

    def _figure_fits(self, figure: Figure, events: list[Event]) -> bool:
        """By its own voice, place and day, and the kind and parties of an event that it counts. What counts up to now
        is of the day of its report too: Sunday's toll of what happened on Saturday."""
        return (
            self._reported(figure.report)
            and _any((figure.source, self._speaker.get(figure.claim or "")), self.voices)
            and self._at(figure.place)
            and (self._any_scene or any(self._is_of(e) for e in events))
            and (self._in_days(figure.time) or (self._is_running(figure) and self._published(figure.report)))
        )

    def _is_running(self, figure: Figure) -> bool:
        return figure.measure == "cumulative" and figure.id not in self._of_old

    def _published(self, report: str) -> bool:
        return self._in_days(self._report[report].published.value)

    def _claim_fits(self, claim: Claim, about: list[Event | Figure], found: set[str]) -> bool:
        """By what it tells or counts; what tells of nothing dated is of the day of its report."""
        if not self._reported(claim.report) or not _any((self._speaker.get(claim.id),), self.voices):
            return False
        if any(record.id in found for record in about):
            return True
        dated = any(record.time for record in about)
        return (
            self._any_scene
            and self.places is None
            and (self._days is None or (not dated and self._published(claim.report)))
        )

    @property
    def _any_scene(self) -> bool:
        return self.chosen.kind is None and self.actors is None

    def _is_of(self, event: Event) -> bool:
        parties = (role.entity for role in (event.actor, event.target) if role is not None)
        return self._of_kind(event.kind) and _any(parties, self.actors)

    def _reported(self, report: str) -> bool:
        said = self._report[report]
        return self.chosen.origin in (None, said.origin) and self.chosen.story in (None, said.story)

    def _at(self, place: str | None) -> bool:
        return self.places is None or place in self.places

    def _of_kind(self, kind: EventKind) -> bool:
        return self.chosen.kind in (None, kind, kinds()[kind].group)

    def _in_days(self, start: str | None, end: str | None = None) -> bool:
        """Whether a time touches the days asked for; what is undated does not, once days are asked for."""
        if self._days is None:
            return True
        first, last = bounds(start), bounds(end or start)
        return first is not None and last is not None and overlap((first[0], last[1]), self._days)

    def _named(self, wanted: str | None) -> set[str] | None:
        """The entity of that id, or else those with the words in their names; None where nobody is asked for."""
        if not wanted:
            return None
        entities = self.account.entities
        return {e.id for e in entities if e.id == wanted} or {e.id for e in entities if _has(e.name, wanted)}

    def _placed(self, wanted: str | None) -> set[str] | None:
        """The places of that id, of a name with the words, or in the country or region."""
        found = self._named(wanted)
        if wanted is None or found is None or wanted in found:
            return found
        lies = (
            p for p in self.account.places if p.country == wanted.upper() or _has(f"{p.name}\n{p.admin1 or ''}", wanted)
        )
        return found | {p.entity for p in lies}


def _between(since: str | None, until: str | None) -> Days | None:
    first, last = bounds(since), bounds(until)
    if first is None and last is None:
        return None
    return first[0] if first else date.min, last[1] if last else date.max


def _has(name: str, words: str) -> bool:
    return words.casefold() in name.casefold()


def _any(entities: Iterable[str | None], wanted: set[str] | None) -> bool:
    return wanted is None or not wanted.isdisjoint(entities)
