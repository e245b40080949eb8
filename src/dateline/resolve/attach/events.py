"""Event mentions -> events: roles to entities, place, time, the claim they stand in, and the codebooks' names."""

import re
from collections.abc import Sequence

import msgspec

from dateline.model import Acled, Event, EventMention, Figure, Kind, Range, Role, Span, kinds, make_id
from dateline.model.kinds import BLOWS, HARM_AND_DAMAGE
from dateline.resolve.attach.figures import figures_of
from dateline.resolve.claims import Sayings
from dateline.resolve.entities.cast import Cast
from dateline.resolve.entities.extents import PRONOUNS
from dateline.resolve.entities.fold import is_acronym
from dateline.resolve.entities.lexicon import known_names
from dateline.resolve.entities.page import Page, starting_in
from dateline.resolve.roles.doers import DONE
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
LONG = frozenset({"war", "conflict", "crisis", "violence", "battle"})
"""Blows that go on for long and belong to all sides: "the Syrian war" is nobody's."""
WEAPON = re.compile(
    r"\s+(?:(?:air|drone|rocket|missile|mortar|artillery|suicide|car|truck|bomb|ground|military|guerrilla|terror|militant|"
    r"insurgent|group|militia)[\s-]+){0,2}"
)
"""What may stand between who strikes and the word for the blow."""
SHOOTING = re.compile(r"(?i)(?:mass |school )*(?:shootings?|massacres?|rampages?)")
OF_A_COUNTRY = re.compile(r"\s+(?:(?:mass|school|terror|terrorist)\s+)*")
"""What may stand between a country's adjective and the word for an attack."""
WORST = re.compile(r"(?i)\b(?:deadliest|bloodiest|worst)\s+$")
THEN = re.compile(r"(?i)\b(?:after|before|until|since|while|when)\b")
"""Between a blow and a harm behind it: another time and blow. Of five such pairs in the corpus none share a doer."""
OBJECTS = frozenset("him her it them".split())
"""Pronouns for somebody else than who does it."""
THEN_BEHIND = re.compile(r"(?i)\b(?:before|until|since)\b")
"""Between a harm and a blow behind it: another time and blow; "when" and "after" tell the blow that did it."""
BEFORE = 80
"""Code points before a trigger in which the name of who strikes starts."""


def resolve_events(
    page: Page, cast: Cast, said: Sayings, settled: Sequence[tuple[str | None, str]], narrative: Narrative
) -> tuple[Event, ...]:
    """The events of one report in text order, `settled`: where each happened; codes and figures are added later."""
    found: list[Event] = []
    for event, (place, place_why) in zip(page.reading.events, settled, strict=True):
        held = said.at(event.trigger.start, event.trigger.end)
        actor = told_actor(page, cast, event)
        target = nobody_himself(event, actor, role(page, cast, event.target))
        time, time_why = narrative.time_of(Range(start=event.trigger.start, end=event.trigger.end))
        found.append(
            Event(
                id=event_id(page, event),
                report=page.report.id,
                trigger=event.trigger,
                kind=event.kind,
                plover=None,
                acled=None,
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
    return share_roles(found, page.text)


def told_actor(page: Page, cast: Cast, event: EventMention) -> Role | None:
    """Who does it by the words of its sentence, as the reader found or by a name before the noun; of no force is it a
    medium, nor one who watches, whatever "it" was taken for."""
    actor = role(page, cast, event.actor) or named_before(page, cast, event)
    if actor is None or names_scene(page, event, actor):
        return None
    watches = (actor.text or "").lower() in PRONOUNS and actor.entity in cast.watchers
    watches = watches or cast.types.get(actor.entity or "") == "media"
    return None if event.kind in DONE and watches else actor


def nobody_himself(event: EventMention, actor: Role | None, target: Role | None) -> Role | None:
    """To whom it is done: "them" and "him" behind a deed are not who does it, who would be "himself"."""
    if actor is None or target is None or target.entity is None or target.entity != actor.entity:
        return target
    behind = target.start is not None and target.start >= event.trigger.end
    alone = behind and (target.text or "").lower() in OBJECTS
    return msgspec.structs.replace(target, entity=None) if alone else target


def names_scene(page: Page, event: EventMention, actor: Role) -> bool:
    """Whether a country's adjective before a deed says where it was: "the deadliest Ruritanian attack"; a mass shooting
    always is told so."""
    known = known_names().get(actor.text or "")
    if event.kind != "attack" or known is None or known.country is None or actor.start is None or actor.end is None:
        return False
    if not OF_A_COUNTRY.fullmatch(page.text[actor.end : event.trigger.start]):
        return False
    return SHOOTING.fullmatch(event.trigger.text) is not None or WORST.search(page.before(actor.start)) is not None


def named_before(page: Page, cast: Cast, event: EventMention) -> Role | None:
    """Who strikes, where the name stands before the noun: "US air strikes", "a Taliban assault". A town or a country
    there ("the Kabul attack") is a place, unless its adjective or its initials are used."""
    if event.kind not in BLOWS or event.trigger.text.lower() in LONG:
        return None
    before = Range(start=max(event.trigger.start - BEFORE, 0), end=event.trigger.start)
    for mention in reversed(starting_in(cast.named[page.number], before)):
        if not WEAPON.fullmatch(page.text[mention.end : event.trigger.start]):
            continue
        entity = cast.of_mention(mention)
        country = mention.form == "demonym" or (mention.type == "place" and is_acronym(mention.text))
        if entity is not None and (mention.type in ("org", "group") or country):
            return Role(text=mention.text, start=mention.start, end=mention.end, entity=entity)
    return None


def share_roles(events: Sequence[Event], text: str) -> tuple[Event, ...]:
    """The events, where a blow and the harm it does in one sentence lend each other who did it and who suffered it:
    "militants attacked the post and killed two soldiers", but neither "fired at a crowd before a guard was killed" nor
    "the militants were killed as they attacked"."""
    by_sentence: dict[int, list[Event]] = {}
    for event in events:
        by_sentence.setdefault(event.sentence.start, []).append(event)
    shared: list[Event] = []
    for event in events:
        wanted = BLOWS if event.kind in HARM_AND_DAMAGE else HARM_AND_DAMAGE if event.kind in BLOWS else frozenset()
        beside = [
            e
            for e in by_sentence[event.sentence.start]
            if e.kind in wanted
            and e.status == event.status
            and not is_another_time(e, event, text)
            and not is_reflexive(e)
        ]
        actors = {e.actor.entity or e.actor.text: e.actor for e in beside if e.actor is not None}
        targets = {e.target.entity or e.target.text: e.target for e in beside if e.target is not None}
        suffers = event.target.entity or event.target.text if event.target is not None else None
        if event.kind in HARM_AND_DAMAGE and event.actor is None and len(actors) == 1 and suffers not in actors:
            event = msgspec.structs.replace(event, actor=next(iter(actors.values())))
        if event.kind in BLOWS and event.target is None and len(targets) == 1:
            event = msgspec.structs.replace(event, target=next(iter(targets.values())))
        shared.append(event)
    return tuple(shared)


def is_reflexive(event: Event) -> bool:
    """Whether somebody did it to himself: nobody else has a part in it."""
    actor, target = event.actor, event.target
    if actor is None or target is None:
        return False
    himself = (target.text or "").endswith(("self", "selves"))
    return himself or (target.text, target.start) == (actor.text, actor.start)


def is_another_time(one: Event, other: Event, text: str) -> bool:
    """Whether what stands between a blow and a harm tells them apart."""
    blow, harm = (other, one) if one.kind in HARM_AND_DAMAGE else (one, other)
    if blow.trigger.end <= harm.trigger.start:
        return THEN.search(text, blow.trigger.end, harm.trigger.start) is not None
    return THEN_BEHIND.search(text, harm.trigger.end, blow.trigger.start) is not None


def event_id(page: Page, event: EventMention) -> str:
    """An id of the report, the trigger and the kind: one trigger may tell of two kinds."""
    return make_id("v", page.report.id, event.trigger.start, event.trigger.end, event.kind)


def role(page: Page, cast: Cast, span: Span | None) -> Role | None:
    """A span that fills a role, with its entity."""
    if span is None:
        return None
    return Role(text=span.text, start=span.start, end=span.end, entity=cast.of(page.report.id, span))


def with_codes(event: Event, cast: Cast) -> Event:
    """The event with the codebooks' names for its kind."""
    kind = kinds()[event.kind]
    return msgspec.structs.replace(event, plover=kind.plover, acled=acled(kind, event.actor, cast))


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
    """The events with the ids of their figures; those that a blow killed or hurt are its target where none is named."""
    of = figures_of(figures)
    by_id = {f.id: f for f in figures}
    linked: list[Event] = []
    for event in events:
        ids = of.get(event.id, ())
        hurt = next((f for i in ids if (f := by_id[i]).what in ("killed", "died", "injured")), None)
        target = event.target
        free = target is None and not event.is_corrected("target")
        if free and hurt is not None and hurt.of and event.kind in BLOWS | HARM_AND_DAMAGE:
            target = Role(text=hurt.text, start=hurt.start, end=hurt.end)
        linked.append(msgspec.structs.replace(event, figures=ids, target=target))
    return tuple(linked)
