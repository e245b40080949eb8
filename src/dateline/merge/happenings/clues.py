"""events -> Clue: what some event mentions say together, for comparing them with others."""

import re
from datetime import date, timedelta

from dateline.merge.happenings.illness import illness_of
from dateline.merge.happenings.nouns import INDEFINITE, LIKENED_TO, ORDINAL, SERIAL, is_again, is_definite, number_of
from dateline.merge.happenings.states import State, state_of
from dateline.merge.happenings.triggers import kind_of, modifier_in, weapon_fired, weapons_of
from dateline.merge.kinds import SPEECH
from dateline.merge.matters import doers_of, matter_of
from dateline.merge.namings import lemma, namings
from dateline.merge.series.amounts import number
from dateline.merge.situation import Situation
from dateline.merge.words import head_word, sequence, stem, stems
from dateline.model import FACTS, Event, Record, Role
from dateline.model.edtf import Days, bounds, width
from dateline.model.kinds import HARM

ZONES = timedelta(days=1)
"""What time zones leave open between two days."""


Wording = tuple[tuple[str, ...], str, tuple[str, ...]]
"""A trigger between the words before and behind it."""


class Clue(Record, frozen=True):
    """What one or more mentions say: kinds and trigger stems, the days, places and people they name, the stems of their
    sentences, `wordings` around their triggers, `names` in their sentences of anybody and anything but countries.
    `days` and `places` come from a mention's own words; `around` and `about` were carried over to it (no day to a
    mention that points back: it has that of what it points to). `spots`: see spots; `until`: the last day on which it
    can have happened; `news`: when their reports came out; `known`: when the first of them told it as a fact; `lead`:
    one of them stands in the head of its report; `definite`: all point back ("the attack"); `top`: what its report is
    about; `new`: the first mention comes with an indefinite article, or as one more; `serial`: it names several of its
    kind (“a series of raids”); `ordinals`: which of many it is called (“the ninth raid”); `again`: it is extended;
    `apart`: the events that its report tells apart from its own; `matter`, `doers`: see matters; `illness`: its names;
    `state`: what all of them name and is no deed; `likened`: one is only set beside what its sentence tells.
    """

    events: tuple[str, ...]
    reports: frozenset[str]
    sentences: frozenset[tuple[str, int]]
    kinds: frozenset[str]
    triggers: frozenset[str]
    namings: frozenset[str]
    weapons: frozenset[str]
    statuses: frozenset[str]
    plural: frozenset[bool]
    days: Days | None
    until: date | None
    places: frozenset[str]
    about: frozenset[str]
    spots: frozenset[str]
    around: Days | None
    news: Days | None
    known: date | None
    actors: frozenset[str]
    targets: frozenset[str]
    words: frozenset[str]
    wordings: frozenset[Wording]
    names: frozenset[str]
    numbers: frozenset[tuple[str, int]]
    vectors: tuple[bytes, ...]
    lead: bool
    definite: bool
    new: bool
    serial: bool
    ordinals: frozenset[str]
    again: bool
    apart: frozenset[str]
    matter: frozenset[str]
    doers: frozenset[str]
    illness: frozenset[str]
    state: State | None = None
    likened: bool = False
    top: bool = False

    @property
    def begins(self) -> date | None:
        """The first of its days: its own, or a single one carried over; more say no more than that it is news. What
        goes on may have begun before; and a day that comes after it was told as a fact is misread."""
        days = self.days or (self.around if self.around and width(self.around) <= 1 else None)
        if days is None or "ongoing" in self.statuses or (self.known and days[0] - self.known > ZONES):
            return None
        return days[0]

    @property
    def aside(self) -> bool:
        """Whether it is brought in as something new below the head: other than what the report is about."""
        return self.new and not self.lead


VECTORS = 4
"""Vectors that a group keeps: those of its first mentions."""

MANY = re.compile(r"(?i)(?:[^s]s|people|men|children|police|\d)$")
"""How words end that stand for many."""


def clue_of(event: Event, situation: Situation) -> Clue:
    """What one mention says, worked out once for its story."""
    known = situation.clues.get(event.id)
    if known is None:
        known = situation.clues[event.id] = _read_clue(event, situation)
    return known


def _read_clue(event: Event, situation: Situation) -> Clue:
    """What one mention says."""
    text = situation.reports[event.report].text
    before = _before(event, situation)
    sentence = situation.sentence(event)
    figures = [situation.figures[f] for f in event.figures if f in situation.figures]
    vector = situation.wording.vectors.get((event.report, event.trigger.start, event.trigger.end), b"")
    dated, definite = situation.dating.is_own(event), points_back(event, situation)
    news = situation.published(event.report)
    after = text[event.trigger.end : event.sentence.end]
    many = number_of(event.trigger.text, after[:40], before)
    return Clue(
        events=(event.id,),
        reports=frozenset({event.report}),
        sentences=frozenset({(event.report, event.sentence.start)}),
        kinds=frozenset({kind_of(event)}),
        triggers=frozenset({lemma(event.trigger.text)}),
        namings=namings(event.trigger.text),
        weapons=weapons_of(f"{modifier_in(before)} {event.trigger.text}") | weapon_fired(event.trigger.text, after),
        statuses=frozenset({event.status}),
        plural=frozenset() if event.kind in HARM else many,
        days=situation.dating.spell(event) if dated else None,
        until=situation.dating.until(event),
        places=situation.own_places(event),
        about=frozenset({event.place}) if event.place else frozenset(),
        spots=situation.spots_of(event),
        around=_around(event, situation) if dated or not (definite or situation.dating.borrowed(event)) else None,
        news=news,
        known=news[1] if news and event.status in FACTS else None,
        actors=_speaker(event, situation) or _party(event.actor, situation),
        targets=_party(event.target, situation),
        words=stems(sentence),
        wordings=_wording(event, text),
        names=situation.names.get((event.report, event.sentence.start), frozenset()),
        numbers=frozenset((f.what, n) for f in figures if (n := number(f)) is not None),
        vectors=(vector,) if vector else (),
        lead=event.trigger.start < situation.lead(event.report),
        definite=definite,
        new=bool(INDEFINITE.search(before)),
        serial=True in many and bool(SERIAL.search(before)),
        ordinals=frozenset(m[1].casefold() for m in ORDINAL.finditer(before)),
        again=is_again(before, after),
        apart=situation.apart.get(event.id, frozenset()),
        matter=matter_of(event, text),
        doers=doers_of(event, text),
        illness=illness_of(event, text),
        state=state_of(event, situation),
        likened=bool(LIKENED_TO.search(before)),
    )


def _around(event: Event, situation: Situation) -> Days | None:
    """The days of a mention, or else those of what its sentence takes up."""
    return bounds(event.time) if event.time else situation.dating.taken_up(event)


def _wording(event: Event, text: str) -> frozenset[Wording]:
    """The trigger between the words of content beside it, three before and three behind; none at the end of a sentence
    or of a short title: two reports that share it are written from one text."""
    before = sequence(text[event.sentence.start : event.trigger.start])[-BESIDE:]
    after = sequence(text[event.trigger.end : event.sentence.end])[:BESIDE]
    if len(before) + len(after) < 2 * BESIDE - 2:
        return frozenset()
    return frozenset({(before, lemma(event.trigger.text), after)})


BESIDE = 3
"""Words of content on either side of a trigger that two reports hardly share by chance."""


def points_back(event: Event, situation: Situation) -> bool:
    """Whether a mention is a noun that points back."""
    return is_definite(_before(event, situation), event.trigger.text)


def _before(event: Event, situation: Situation) -> str:
    """The words of its sentence right before a trigger."""
    text = situation.reports[event.report].text
    return text[max(event.sentence.start, event.trigger.start - 40) : event.trigger.start]


def _party(role: Role | None, situation: Situation) -> frozenset[str]:
    """Who fills a role: the entity, and where nobody calls it by a name the head of its description, by which reports
    that name nobody can still mean the same (“~woman”); of one only, since people and soldiers are everywhere. An
    entity without a name has a “?” before its id."""
    if role is None:
        return frozenset()
    if role.entity in situation.proper:
        return frozenset({role.entity})
    described = head_word(role.text or "")
    alike = frozenset({f"~{stem(described)}"}) if described and not MANY.search(described) else frozenset()
    return alike | ({f"?{role.entity}"} if role.entity else frozenset())


def _speaker(event: Event, situation: Situation) -> frozenset[str]:
    """The body in whose name an unnamed spokesman warns or accuses."""
    body = situation.informant(event.actor.entity) if event.actor and event.kind in SPEECH else None
    return frozenset({body}) & situation.proper if body else frozenset()


def join(a: Clue, b: Clue) -> Clue:
    """What two groups of mentions say together; the narrower days win."""
    return Clue(
        events=tuple(sorted(a.events + b.events)),
        reports=a.reports | b.reports,
        sentences=a.sentences | b.sentences,
        kinds=a.kinds | b.kinds,
        triggers=a.triggers | b.triggers,
        namings=a.namings | b.namings,
        weapons=a.weapons | b.weapons,
        statuses=a.statuses | b.statuses,
        plural=a.plural | b.plural,
        days=_narrower(a.days, b.days),
        until=_earlier(a.until, b.until),
        places=a.places | b.places,
        about=a.about | b.about,
        spots=a.spots | b.spots,
        around=_narrower(a.around, b.around),
        news=_both(a.news, b.news),
        known=_earlier(a.known, b.known),
        actors=a.actors | b.actors,
        targets=a.targets | b.targets,
        words=a.words | b.words,
        wordings=a.wordings | b.wordings,
        names=a.names | b.names,
        numbers=a.numbers | b.numbers,
        vectors=(a.vectors + b.vectors)[:VECTORS],
        lead=a.lead or b.lead,
        definite=a.definite and b.definite,
        new=a.new,
        serial=a.serial or b.serial,
        ordinals=a.ordinals | b.ordinals,
        again=a.again or b.again,
        apart=a.apart | b.apart,
        matter=a.matter | b.matter,
        doers=a.doers | b.doers,
        illness=a.illness | b.illness,
        state=a.state if a.state == b.state else None,
        likened=a.likened or b.likened,
        top=a.top or b.top,
    )


def _earlier(a: date | None, b: date | None) -> date | None:
    return min((d for d in (a, b) if d), default=None)


def _both(a: Days | None, b: Days | None) -> Days | None:
    if a is None or b is None:
        return a or b
    return min(a[0], b[0]), max(a[1], b[1])


def _narrower(a: Days | None, b: Days | None) -> Days | None:
    if a is None or b is None:
        return a or b
    return min(a, b, key=lambda d: (width(d), d))
