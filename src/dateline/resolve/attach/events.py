"""Event mentions -> events: roles to entities, place, time, the claim they stand in, and the codebooks' names."""

from collections.abc import Sequence

import msgspec

from dateline.model import Acled, Claim, Event, EventMention, Figure, Kind, Range, Role, Span, kinds, make_id
from dateline.resolve.attach.figures import figures_of
from dateline.resolve.attach.where import Where
from dateline.resolve.claims import claims_at
from dateline.resolve.entities.cast import Cast
from dateline.resolve.entities.page import Page
from dateline.resolve.times import Narrative

STATE = (
    "army",
    "troops",
    "soldiers",
    "police",
    "government",
    "government forces",
    "security forces",
    "air force",
    "state",
)
"""Words by which a side is a state's."""


def resolve_events(
    page: Page, cast: Cast, claims: Sequence[Claim], where: Where, narrative: Narrative
) -> tuple[Event, ...]:
    """The events of one report in text order; their figures are linked later."""
    found: list[Event] = []
    for event, (place, place_why) in zip(page.reading.events, where.settle(), strict=True):
        held = claims_at(claims, event.trigger.start, event.trigger.end)
        actor, target = role(page, cast, event.actor), role(page, cast, event.target)
        time, time_why = narrative.time_of(Range(start=event.trigger.start, end=event.trigger.end))
        kind = kinds()[event.kind]
        found.append(
            Event(
                id=event_id(page, event),
                report=page.report.id,
                trigger=event.trigger,
                kind=event.kind,
                plover=kind.plover,
                acled=acled(kind, actor, cast),
                status=event.status,
                sentence=event.sentence,
                actor=actor,
                target=target,
                place=place,
                time=time,
                claim=held[0].id if held else None,
                place_why=place_why,
                time_why=time_why,
                confidence=event.confidence,
            )
        )
    return tuple(found)


def event_id(page: Page, event: EventMention) -> str:
    """An id of the report, the trigger and the kind: one trigger may tell of two kinds."""
    return make_id("v", page.report.id, event.trigger.start, event.trigger.end, event.kind)


def role(page: Page, cast: Cast, span: Span | None) -> Role | None:
    """A span that fills a role, with its entity."""
    if span is None:
        return None
    return Role(text=span.text, start=span.start, end=span.end, entity=cast.of(page.report.id, span))


def acled(kind: Kind, actor: Role | None, cast: Cast) -> Acled | None:
    """ACLED's names; between two sub-types, who acts decides, and where nobody is named, neither is chosen."""
    if kind.acled is None:
        return None
    choices = (kind.acled_sub or "").split("|")
    if len(choices) < 2:
        return Acled(event_type=kind.acled, sub_event_type=kind.acled_sub)
    sub: str | None = choices[0]
    if kind.name == "capture_territory":
        sub = None if actor is None else choices[0] if acts_for_state(actor, cast) else choices[1]
    return Acled(event_type=kind.acled, sub_event_type=sub)


def acts_for_state(actor: Role, cast: Cast) -> bool:
    """Whether the side is a state's: a country or government, or forces so called."""
    kind = cast.types.get(actor.entity or "")
    text = (actor.text or "").lower()
    return kind == "place" or kind == "org" or any(f" {word}" in f" {text}" for word in STATE)


def with_figures(events: Sequence[Event], figures: Sequence[Figure]) -> tuple[Event, ...]:
    """The events with the ids of their figures."""
    of = figures_of(figures)
    return tuple(msgspec.structs.replace(e, figures=of[e.id]) if e.id in of else e for e in events)
