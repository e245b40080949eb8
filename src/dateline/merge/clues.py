"""events -> Clue: what some event mentions say together, for comparing them with others."""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date

from dateline.merge.amounts import number
from dateline.merge.kinds import COUNTABLE, HARM, VIOLENCE
from dateline.merge.matters import doers_of, matter_of
from dateline.merge.namings import LIGHT, lemma, namings
from dateline.merge.situation import Situation
from dateline.merge.words import head_word, sequence, stem, stems
from dateline.model import Event, Record, Role
from dateline.model.edtf import Days, bounds, width

WEAPONS = {
    stem(word): weapon
    for weapon, words in {
        "bomb": "blast explosion explosions exploded explode bomb bombs bombing bomber detonated detonation blew "
        "suicide explosives",
        "guns": "gunfire gunshots shots shooting shootout gunbattle gunfight gunmen clashes clash firefight battling",
        "air": "airstrike airstrikes airraid bombardment drone warplanes jets",
        "shells": "shelling shells mortar mortars rocket rockets artillery missile missiles",
        "war": "war conflict violence unrest insurgency hostilities",
        "knives": "stabbing stabbed knife knives machete",
    }.items()
    for word in words.split()
}
"""What a trigger itself says of the weapon: gunfire after a blast is another happening than the blast, and a war is
none of its incidents."""

BLOWS = frozenset({"attack", "gunfire"})
"""Families of words for a blow that leave open how it was dealt, whatever kind of violence the reader took it for."""


def kind_of(event: Event) -> str:
    """The kind that the trigger's own word leaves no doubt of, else the one that was read. A verb that says nothing by
    itself (“brought in”) is no blow, whatever it was read as."""
    named = namings(event.trigger.text)
    open_blow = named and named <= BLOWS and not _weapons(event.trigger.text)
    if event.kind in VIOLENCE and lemma(event.trigger.text) in LIGHT:
        return f"~{lemma(event.trigger.text)}"
    if open_blow and event.kind in VIOLENCE - {"armed_clash"} | {"accident"}:
        return "attack"
    if event.kind in VIOLENCE | HARM and named == {"damage"}:
        return "destruction"
    if named == {"deal"} and " " in event.trigger.text:
        return "agreement"
    return event.kind


class Clue(Record, frozen=True):
    """What one or more mentions say: kinds and trigger stems, the days, places and people they name, the stems of
    their sentences, `wordings` around their triggers. `days` and `places` come from a mention's own words; `around` and
    `about` were carried over to it (no day to a mention that points back: it has that of what it points to). `until`:
    the last day on which it can have happened; `news`: when their reports came out; `lead`: one of them stands in the
    head of its report; `definite`: all point back ("the attack"); `top`: what its report is about; `new`: the first
    mention comes with an indefinite article, or as one more; `serial`: it names several of its kind (“a series of
    raids”); `apart`: the events that its report tells apart from its own; `matter`, `doers`: see matters."""

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
    around: Days | None
    news: Days | None
    actors: frozenset[str]
    targets: frozenset[str]
    words: frozenset[str]
    wordings: frozenset[tuple[str, ...]]
    numbers: frozenset[tuple[str, int]]
    vectors: tuple[bytes, ...]
    lead: bool
    definite: bool
    new: bool
    serial: bool
    apart: frozenset[str]
    matter: frozenset[str]
    doers: frozenset[str]
    top: bool = False

    @property
    def aside(self) -> bool:
        """Whether it is brought in as something new below the head: other than what the report is about."""
        return self.new and not self.lead


DEFINITE = ("the ", "this ", "that ", "these ", "those ", "saturday", "sunday", "monday", "tuesday", "wednesday",
            "thursday", "friday", "today", "yesterday", "its ", "their ", "his ", "her ")  # fmt: skip


VECTORS = 4
"""Vectors that a group keeps: those of its first mentions."""

MANY = re.compile(r"(?i)(?:[^s]s|people|men|children|police|\d)$")
"""How words end that stand for many."""

INDEFINITE = re.compile(
    r"(?i)\b(?:an?|another|further|similar|other|previous|past|earlier)\s(?:[\w'’-]+\s){0,3}$|\balso\s$"
)
"""What stands before a noun that is told for the first time, or a verb that tells one more."""

SERIAL = re.compile(r"(?i)\b(?:series|string|spate|wave|succession|sequence|a number) of (?:[\w'’-]+\s){0,3}$")
"""What stands before a noun for several of a kind: it is none of them."""


def clue_of(event: Event, situation: Situation) -> Clue:
    """What one mention says."""
    text = situation.reports[event.report].text
    before = _before(event, situation)
    sentence = situation.sentence(event)
    figures = [situation.figures[f] for f in event.figures if f in situation.figures]
    vector = situation.wording.vectors.get((event.report, event.trigger.start, event.trigger.end), b"")
    dated, definite = situation.dated(event), _points_back(event, situation)
    many = _number(event.trigger.text, text[event.trigger.end : event.trigger.end + 40])
    return Clue(
        events=(event.id,),
        reports=frozenset({event.report}),
        sentences=frozenset({(event.report, event.sentence.start)}),
        kinds=frozenset({kind_of(event)}),
        triggers=frozenset({lemma(event.trigger.text)}),
        namings=namings(event.trigger.text),
        weapons=_weapons(f"{_modifier(before)} {event.trigger.text}"),
        statuses=frozenset({event.status}),
        plural=many,
        days=bounds(event.time) if dated else None,
        until=situation.until(event),
        places=frozenset({event.place}) if event.place and situation.placed(event) else frozenset(),
        about=frozenset({event.place}) if event.place else frozenset(),
        around=bounds(event.time) if dated or not (definite or situation.borrowed(event)) else None,
        news=situation.published(event.report),
        actors=_party(event.actor, situation),
        targets=_party(event.target, situation),
        words=stems(sentence),
        wordings=_wording(event, text),
        numbers=frozenset((f.what, n) for f in figures if (n := number(f)) is not None),
        vectors=(vector,) if vector else (),
        lead=event.trigger.start < situation.lead(event.report),
        definite=definite,
        new=bool(INDEFINITE.search(before)),
        serial=True in many and bool(SERIAL.search(before)),
        apart=situation.apart.get(event.id, frozenset()),
        matter=matter_of(event, text),
        doers=doers_of(event, text),
    )


def _wording(event: Event, text: str) -> frozenset[tuple[str, ...]]:
    """The trigger between the words of content beside it, three before and three behind; none at the end of a sentence
    or of a short title: two reports that share it are written from one text."""
    before = sequence(text[event.sentence.start : event.trigger.start])[-BESIDE:]
    after = sequence(text[event.trigger.end : event.sentence.end])[:BESIDE]
    if len(before) + len(after) < 2 * BESIDE - 2:
        return frozenset()
    return frozenset({(*before, lemma(event.trigger.text), *after)})


BESIDE = 3
"""Words of content on either side of a trigger that two reports hardly share by chance."""


def _points_back(event: Event, situation: Situation) -> bool:
    """Whether a mention is a noun that points back."""
    return _definite(_before(event, situation), event.trigger.text)


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


def _modifier(before: str) -> str:
    """The word right before a trigger, which may say the weapon: “suicide attack”."""
    found = re.search(r"([\w-]+) $", before)
    return found.group(1) if found else ""


def _weapons(trigger: str) -> frozenset[str]:
    one_word = trigger.casefold().replace("air strike", "airstrike").replace("air raid", "airraid")
    words = one_word.replace("-", " ").split()
    return frozenset(WEAPONS[s] for w in words if (s := stem(w)) in WEAPONS)


def _number(trigger: str, after: str) -> frozenset[bool]:
    """Whether a trigger noun is plural; empty for a verb, which has no number: one that ends as verbs do, is no noun
    with its “s” (“kills”), or has an object right behind it (“attacks the consulate”)."""
    last = trigger.split()[-1].casefold() if trigger.split() else ""
    if last.endswith(("ed", "ing")) and not last.endswith("bombing"):
        return frozenset()
    if last.endswith("s") and (last in NO_PLURALS or OBJECT.match(after)):
        return frozenset()
    return frozenset({last.endswith("s") and not last.endswith(("ss", "us", "is"))})


NO_PLURALS = frozenset(
    "kills shoots stabs slays injures hurts dies explodes detonates erupts destroys flees leaves arrives seizes "
    "captures kidnaps abducts detains frees rams slams smashes collides derails overturns sinks hits".split()
)
"""Forms that are verbs wherever they tell of a deed: several of these are “killings”, “shootings”, “captives”."""

OBJECT = re.compile(
    r" (?:the|an?|its|his|her|their|at least|more than|up to|some|several|many|dozens|hundreds|\d|one|two|three|four|"
    r"five|six|seven|eight|nine|ten|[A-Z])"
)
"""How the object of a verb begins."""


def tells_several(event: Event, situation: Situation) -> bool:
    """Whether a mention tells of several of its kind, where several are not one: “deals”, not “air strikes”."""
    after = situation.reports[event.report].text[event.trigger.end : event.trigger.end + 40]
    return kind_of(event) in COUNTABLE and _number(event.trigger.text, after) == {True}


def _definite(before: str, trigger: str) -> bool:
    """Whether a noun points back to something already told: a definite article or a weekday stands before it."""
    phrase = " ".join(before.casefold().replace("’", "'").split()[-3:]) + " "
    if trigger.casefold().endswith(("ed", "ing")) and not trigger.casefold().endswith("bombing"):
        return False
    return any(f" {d}" in f" {phrase}" for d in DEFINITE) and not phrase.startswith(("a ", "an ", "another "))


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
        until=min((d for d in (a.until, b.until) if d), default=None),
        places=a.places | b.places,
        about=a.about | b.about,
        around=_narrower(a.around, b.around),
        news=_both(a.news, b.news),
        actors=a.actors | b.actors,
        targets=a.targets | b.targets,
        words=a.words | b.words,
        wordings=a.wordings | b.wordings,
        numbers=a.numbers | b.numbers,
        vectors=(a.vectors + b.vectors)[:VECTORS],
        lead=a.lead or b.lead,
        definite=a.definite and b.definite,
        new=a.new,
        serial=a.serial or b.serial,
        apart=a.apart | b.apart,
        matter=a.matter | b.matter,
        doers=a.doers | b.doers,
        top=a.top or b.top,
    )


def _both(a: Days | None, b: Days | None) -> Days | None:
    if a is None or b is None:
        return a or b
    return min(a[0], b[0]), max(a[1], b[1])


def _narrower(a: Days | None, b: Days | None) -> Days | None:
    if a is None or b is None:
        return a or b
    return min(a, b, key=lambda d: (width(d), d))


def main_kind(events: Iterable[Event]) -> str:
    """The kind most mentions give; harm only where nothing else is named."""
    counts = Counter(e.kind for e in events)
    causes = {k: n for k, n in counts.items() if k not in HARM} or dict(counts)
    return min(causes, key=lambda k: (-causes[k], k == "attack", k))
