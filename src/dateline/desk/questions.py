"""Account and judgements -> the review queue: what most needs an eye, most consequential first."""

from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from dateline.desk.decided import Decided, list_decided
from dateline.desk.quotations import Quotations, Quoted
from dateline.model import (
    Account,
    Claim,
    Contradiction,
    Event,
    Figure,
    Judgement,
    Place,
    Record,
    Ref,
    Time,
    make_id,
)

QuestionKind = Literal["raised", "conflict", "same_name", "figure", "event", "claim", "place", "time"]
UNSURE = 0.6
"""Below this confidence of the reader a figure, event or claim is asked about."""
MOST_OF_A_KIND = 40


class Question(Record, frozen=True):
    """One thing to decide. `weight`: how much of the account hangs on it. `proposed`: what stands until somebody
    decides; `confirm` and `reject` say what either answer changes. `field`: what `correct` would replace."""

    id: str
    kind: QuestionKind
    title: str
    detail: str
    weight: float
    proposed: str
    confirm: str
    reject: str
    sides: tuple[Quoted, ...]
    target: Ref
    other: Ref | None = None
    field: str | None = None
    value: str | None = None


class Queue(Record, frozen=True):
    """The open questions of a story, and what was decided about it, newest first."""

    questions: tuple[Question, ...]
    decided: tuple[Decided, ...]


def make_queue(account: Account, judgements: Sequence[Judgement], about: str | None = None) -> Queue:
    """The queue of one story. `judgements`: those in force. `about`: a record to ask about first, as `figure:ID`, or a
    time as `time:REPORT:START`."""
    review = Review(account, judgements)
    open_ = [q for q in review.questions() if not review.decided(q)]
    asked = review.ask(about) if about else None
    if asked is not None:
        open_ = [asked, *(q for q in open_ if q.id != asked.id)]
    reports = {r.id for r in account.reports}
    ids = {x.id for kind in (account.entities, account.contradictions, account.series) for x in kind}
    own = [j for j in judgements if j.target.report in reports or j.target.id in ids]
    return Queue(
        questions=tuple(sorted(open_, key=lambda q: (-q.weight, q.id))),
        decided=tuple(list_decided(own, {e.id: e.name for e in account.entities})),
    )


class Review:
    """One account looked through for what is uncertain."""

    def __init__(self, account: Account, judgements: Sequence[Judgement]) -> None:
        self.account, self.judgements = account, judgements
        self.quotations = Quotations(account)
        self.entities = {e.id: e for e in account.entities}
        self.series_of = {f: s for s in account.series for f in s.members}

    def questions(self) -> Iterator[Question]:
        """Every question, whether decided or not."""
        yield from self.raised()
        yield from (q for c in self.account.contradictions if (q := self.conflict(c)) is not None)
        yield from self.same_names()
        figures = [f for f in self.account.figures if f.confidence < UNSURE and f.id in self.series_of]
        yield from (self.figure(f) for f in sorted(figures, key=lambda f: (f.confidence, f.id))[:MOST_OF_A_KIND])
        events = [e for e in self.account.events if e.confidence < UNSURE]
        yield from (self.event(e) for e in sorted(events, key=lambda e: (e.confidence, e.id))[:MOST_OF_A_KIND])
        claims = [c for c in self.account.claims if c.confidence < UNSURE]
        yield from (self.claim(c) for c in sorted(claims, key=lambda c: (c.confidence, c.id))[:MOST_OF_A_KIND])
        yield from self.unplaced()
        yield from self.undated()

    def ask(self, about: str) -> Question | None:
        """The question about one record, first in the queue; None when there is no such record."""
        kind, _, id_ = about.partition(":")
        question = None
        if kind == "figure" and id_ in self.quotations.figures:
            question = self.figure(self.quotations.figures[id_])
        elif kind == "event" and id_ in self.quotations.events:
            question = self.event(self.quotations.events[id_])
        elif kind == "claim" and id_ in self.quotations.claims:
            question = self.claim(self.quotations.claims[id_])
        elif kind == "contradiction":
            question = next((self.conflict(c) for c in self.account.contradictions if c.id == id_), None)
        elif kind == "place":
            question = next((self.place(p) for p in self.account.places if p.entity == id_), None)
        elif kind == "time":
            question = next((self.time(t) for t in self.account.times if f"{t.report}:{t.start}" == id_), None)
        return question and msgspec.structs.replace(question, weight=1000.0, detail="You asked about this.")

    def decided(self, question: Question) -> bool:
        """Whether a judgement in force answers the question."""
        pair = {(r.type, r.id) for r in (question.target, question.other) if r is not None}
        for j in self.judgements:
            if question.kind == "raised":
                continue
            judged = {(r.type, r.id) for r in (j.target, j.other) if r is not None}
            if judged == pair or (question.kind != "same_name" and meets(j.target, question.target)):
                return True
        return False

    # -- one maker a kind

    def raised(self) -> Iterator[Question]:
        """Decisions that new evidence speaks against: they stand, and are shown."""
        sides = {s.id: (c, s) for c in self.account.contradictions for s in (c.a, c.b)}
        for j in self.judgements:
            if j.verdict not in ("confirm", "correct") or j.target.type not in ("figure", "claim", "event"):
                continue
            hit = next((sides[i] for i in sides if i == j.target.id), None)
            if hit is None:
                continue
            conflict, side = hit
            other = conflict.b if side is conflict.a else conflict.a
            quoted = [q for q in (self.quotations.side(side), self.quotations.side(other)) if q is not None]
            yield Question(
                id=make_id("q", "raised", j.id, conflict.id),
                kind="raised",
                title=f"Does “{j.target.text or 'this'}” still hold?",
                detail=f"Decided by {j.by} on {j.at[:10]} ({j.why or 'no note'}), yet: {conflict.why}",
                weight=100.0,
                proposed="The decision stands",
                confirm="The decision stands, and the disagreement is shown beside it.",
                reject="The decision is taken back; what the reader found stands again.",
                sides=tuple(quoted),
                target=Ref(type="contradiction", id=conflict.id),
                value=j.id,
            )

    def conflict(self, contradiction: Contradiction) -> Question | None:
        """Two statements that cannot both hold, by rule."""
        numeric = contradiction.kind == "numeric"
        why = contradiction.why if numeric else ""
        a, b = self.quotations.side(contradiction.a, why), self.quotations.side(contradiction.b, why)
        if a is None or b is None:
            return None
        series = self.series_of.get(contradiction.a.id)
        members = len(series.members) if series else 2
        return Question(
            id=make_id("q", "conflict", contradiction.id),
            kind="conflict",
            title=f"Do “{a.says}” and “{b.says}” disagree?",
            detail=contradiction.why,
            weight=20.0 + members,
            proposed="They disagree",
            confirm="The two stay disputed, each with its voice.",
            reject="The disagreement is dropped; both statements stay.",
            sides=(a, b),
            target=msgspec.structs.replace(a.ref, type="contradiction", id=contradiction.id),
            other=b.ref,
        )

    def same_names(self) -> Iterator[Question]:
        """Names that may mean one thing."""
        for candidate in self.account.candidates:
            a, b = self.entities.get(candidate.a), self.entities.get(candidate.b)
            one, two = (self.quotations.entity(a) if a else None), (self.quotations.entity(b) if b else None)
            if a is None or b is None or one is None or two is None:
                continue
            yield Question(
                id=make_id("q", "same_name", *sorted((a.id, b.id))),
                kind="same_name",
                title=f"Are {a.name} and {b.name} the same?",
                detail=candidate.why,
                weight=10.0 + min(len(a.mentions), len(b.mentions)),
                proposed="Kept apart",
                confirm="They stay two, and count as two voices.",
                reject="They become one: their mentions, claims and figures are joined.",
                sides=(one, two),
                target=one.ref,
                other=two.ref,
            )

    def figure(self, figure: Figure) -> Question:
        """A count the reader was not sure of."""
        quoted, series = self.quotations.figure(figure), self.series_of.get(figure.id)
        what = "" if figure.what == "other" else f" of {figure.what.replace('_', ' ')}"
        return Question(
            id=make_id("q", "figure", figure.id),
            kind="figure",
            title=f"Is “{figure.text}” a count{what}?",
            detail=f"{figure.of or 'not said of whom'}; the reader was not sure.",
            weight=8.0 + (len(series.members) / 2 if series else 0),
            proposed="Counted",
            confirm="The count stays in its series.",
            reject="The count leaves the account.",
            sides=(quoted,),
            target=quoted.ref,
            field="best",
            value=str(figure.best if figure.best is not None else figure.low if figure.low is not None else ""),
        )

    def event(self, event: Event) -> Question:
        """An event the reader was not sure of."""
        quoted = self.quotations.event(event)
        return Question(
            id=make_id("q", "event", event.id),
            kind="event",
            title=f"Does “{event.trigger.text}” tell of {event.kind.replace('_', ' ')}?",
            detail=f"Read as {event.status}; the reader was not sure.",
            weight=5.0,
            proposed="Told",
            confirm="The event stays in the account.",
            reject="The event leaves the account.",
            sides=(quoted,),
            target=quoted.ref,
            field="status",
            value=event.status,
        )

    def claim(self, claim: Claim) -> Question:
        """A claim the reader was not sure of."""
        quoted = self.quotations.claim(claim)
        return Question(
            id=make_id("q", "claim", claim.id),
            kind="claim",
            title=f"Does {quoted.voice} say this?",
            detail="The reader was not sure who says it.",
            weight=4.0,
            proposed=f"Said by {quoted.voice}",
            confirm="The claim stays in the ledger.",
            reject="The claim leaves the ledger.",
            sides=(quoted,),
            target=quoted.ref,
        )

    def unplaced(self) -> Iterator[Question]:
        """Places something happened at that are on no map."""
        used = [e.place for e in self.account.events if e.place]
        for place in self.account.places:
            question = self.place(place) if place.lat is None and place.entity in used else None
            if question is not None:
                yield msgspec.structs.replace(question, weight=3.0 + used.count(place.entity))

    def place(self, place: Place) -> Question | None:
        """Where a place lies; None when nothing names it."""
        entity = self.entities.get(place.entity)
        quoted = self.quotations.entity(entity) if entity else None
        if quoted is None:
            return None
        mapped = place.lat is not None and place.lon is not None
        return Question(
            id=make_id("q", "place", place.entity),
            kind="place",
            title=f"Does {place.name} lie here?" if mapped else f"Where is {place.name}?",
            detail=place.how,
            weight=3.0,
            proposed=f"{place.lat}, {place.lon}" if mapped else "Not on the map",
            confirm="It stays where it is." if mapped else "It stays off the map, with the reason.",
            reject="It is no place; it leaves the map.",
            sides=(quoted,),
            target=msgspec.structs.replace(quoted.ref, type="place"),
            field="lat, lon",
            value=f"{place.lat}, {place.lon}" if mapped else "",
        )

    def undated(self) -> Iterator[Question]:
        """Times an event hangs on that could not be put on the calendar."""
        found = 0
        for time in self.account.times:
            near = [e for e in self.account.events if e.report == time.report and holds(e, time) and e.time is None]
            if time.value is not None or not near or found >= MOST_OF_A_KIND:
                continue
            found += 1
            yield self.time(time)

    def time(self, time: Time) -> Question:
        """When a time expression means."""
        ref = Ref(type="time", id="", report=time.report, start=time.start, end=time.end, text=time.text)
        return Question(
            id=make_id("q", "time", time.report, time.start),
            kind="time",
            title=f"When is “{time.text}”?",
            detail=time.why,
            weight=2.0,
            proposed=time.value or "Not known",
            confirm="It stays as it was read." if time.value else "It stays undated, with the reason.",
            reject="It is no time expression.",
            sides=(Quoted(ref=ref, says=time.text, voice="", about="", place=""),),
            target=ref,
            field="value",
            value=time.value or "",
        )


def holds(event: Event, time: Time) -> bool:
    """Whether the time stands in the event's sentence."""
    return event.sentence.start <= time.start < event.sentence.end


def meets(a: Ref, b: Ref) -> bool:
    """Whether two references mean one record: the same id, or the same words; words are in many contradictions."""
    if a.type != b.type:
        return False
    if (a.id and a.id == b.id) or a.type == "contradiction":
        return a.id == b.id
    if a.report is None or a.report != b.report or None in (a.start, a.end, b.start, b.end):
        return False
    return a.start < b.end and b.start < a.end  # type: ignore[operator]
