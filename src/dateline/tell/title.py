"""account -> title: what the situation is called.

By the noun of its main happening and where that was, where the titles of the reports call it so; else by the title of
its most central report; where there are no titles, by what its reports open with, or by whom they name most.
"""

from collections import defaultdict

from dateline.model import EntityMention, Happening, SourceSpan
from dateline.model.edtf import bounds
from dateline.model.units import PEOPLE
from dateline.tell.fit import is_closed, is_whole, leans, stands_alone, without_joint
from dateline.tell.hazards import WIDE, words_of
from dateline.tell.heading import front, is_led_with, is_titled, titles
from dateline.tell.naming import name_of
from dateline.tell.told import OPENING, Told
from dateline.tell.wording import say_day, shortened
from dateline.tell.words import stems

NOUNS = {
    "armed_clash": "Fighting", "air_strike": "Air strikes", "shelling": "Shelling", "bombing": "Bombing",
    "attack": "Attack", "abduction": "Abduction", "capture_territory": "Capture", "surrender": "Surrender",
    "withdrawal": "Withdrawal", "arrest": "Arrests", "displacement": "Displacement", "evacuation": "Evacuation",
    "protest": "Protests", "riot": "Riots", "agreement": "Agreement", "talks": "Talks", "concession": "Release",
}  # fmt: skip
"""The words for kinds that say enough to call a situation by."""

NAMED = frozenset({"accident", "hazard", "attack", "shelling", "deployment", "destruction"})
"""Kinds that cover unlike things, so that the reports' own noun says more."""

NAMES = frozenset(
    (
        "crash collision derailment sinking shipwreck capsizing collapse explosion blast fire wildfire "
        "earthquake quake tsunami flood floods flooding storm cyclone hurricane typhoon tornado landslide mudslide "
        "avalanche eruption drought famine heatwave epidemic pandemic outbreak flu influenza virus cholera ebola "
        "measles polio plague shooting stabbing ramming raid ambush assault massacre siege attack attacks launch "
        "test tests spill stampede crush "
    ).split()
)
"""Nouns that name a happening better than its kind."""

CARRIED = 0.5
"""What a place counts that the sentence of the event does not name."""

SHARE = 1 / 3
"""The share of the originals that must call a situation by its noun."""

FILLED = 0.25
"""The share of its sentences that an original alone must give to what it is called by."""

ROOT = 4
"""Letters that a noun and its verb share: `bombing` and `bombed`."""

LONGEST = 120
"""Characters of a sentence in place of a title."""

MOST = 2
"""Names in place of a title."""


def tell_title(main: Happening | None, told: Told) -> str:
    """`Bombing, Rashidin`; where the reports do not lead with one happening, or only with a plan, or have no noun for
    it that says enough, the title of the most central report or what stands for it."""
    noun = _noun(main, told) if main is not None and main.status != "planned" and _is_about(main, told) else None
    if main is None or noun is None or not _is_usual(noun, told):
        return _headline(told) or _opening(told) or _most_named(told) or _source(told)
    own = _own_name(noun, told)
    where = next((p for p in _places(main, told) if p != own), None)
    return (own or noun) + (f", {where}" if where else "")


def _is_usual(noun: str, told: Told) -> bool:
    """Whether enough titles call a situation by a noun or its verb; where there are none, whether enough originals open
    with it."""
    if titles(told):
        return is_titled({word[:ROOT] for word in stems(noun)}, told, SHARE)
    return told.openings.with_words(noun) >= SHARE * len(told.dossier.origins)


def _is_about(main: Happening, told: Told) -> bool:
    """Whether reports lead with a happening; an original alone without a title must also give it much of its text."""
    if not is_led_with(main, told):
        return False
    if _headline(told) or len(told.dossier.origins) > 1:
        return True
    body = [s for spans in told.body.values() for s in spans]
    return sum(_is_on(s, main, told) for s in body) >= FILLED * len(body)


def _is_on(span: SourceSpan, main: Happening, told: Told) -> bool:
    """Whether a sentence has one of the words that a happening goes by."""
    called = words_of(main, told)
    return any(word[: len(root)] == root for word in stems(told.text(span)) for root in called)


def _headline(told: Told) -> str:
    """The title of the most central report, where half of the reports have one."""
    return told.dossier.story.title if titles(told) else ""


def _opening(told: Told) -> str:
    """The first sentence that stands alone of the report whose opening most others echo."""
    openings = [s for spans in told.body.values() for s in spans[:OPENING] if _stands(s, told)]
    first = min(openings, key=lambda s: (-told.echo(s), -told.lead(s), told.rank(s.report)), default=None)
    return shortened(without_joint(told.text(first)), LONGEST) if first is not None else ""


def _stands(span: SourceSpan, told: Told) -> bool:
    text = told.text(span)
    return stands_alone(text) and is_whole(text) and is_closed(text) and not leans(text)


def _most_named(told: Told) -> str:
    """Those whom most reports name."""
    named = {e.name: [m.report for m in e.mentions if m.form == "name"] for e in told.entities.values()}
    ranked = sorted((-len(set(by)), -len(by), name) for name, by in named.items() if by)
    return ", ".join(name for _, _, name in ranked[:MOST])


def _source(told: Told) -> str:
    """Who published the first report, and when."""
    first = told.reports[min(told.reports, key=told.rank)]
    days = bounds(first.published.value)
    return ", ".join([first.outlet or "Untitled report", *([say_day(days[0])] if days else [])])


def _own_name(noun: str, told: Told) -> str | None:
    """The name that several reports give the happening itself, such as `Cyclone Ada`."""
    named = [
        (-len({m.report for m in e.mentions}), e.name)
        for e in told.entities.values()
        if len(e.name.split()) > 1 and e.name.split()[0].casefold() == noun.casefold()
    ]
    many = [name for reports, name in sorted(named) if reports < -1]
    return many[0] if many else None


def _places(main: Happening, told: Told) -> list[str]:
    """Where the happening took place, in words: the place that most originals give in front comes first."""
    votes: dict[str, dict[str, float]] = {}
    alike = [h for h in told.agreement.happenings if h.kind == main.kind and not h.background]
    members = [e for h in (alike if main.kind in WIDE else [main]) for e in h.events]
    wanted = {told.events[e].place for e in members}
    named: dict[tuple[str, str], list[int]] = defaultdict(list)
    for entity in told.entities.values():
        for mention in entity.mentions if entity.id in wanted else ():
            if not _says_who(mention, told):
                named[entity.id, mention.report].append(mention.start)
    for event in (told.events[e] for e in members):
        if event.place is not None:
            by = votes.setdefault(event.place, {})
            origin = told.reports[event.report].origin or event.report
            weight = (0.1 + front(event, told)) * (0.2 + told.echo(told.sentence_of(event)))
            here = named.get((event.place, event.report), ())
            weight *= 1.0 if any(event.sentence.start <= at < event.sentence.end for at in here) else CARRIED
            by[origin] = max(by.get(origin, 0.0), weight)
    proper = {e.id for e in told.entities.values() if any(m.form == "name" for m in e.mentions)}
    mapped = {p.entity for p in told.resolution.places if p.lat is not None}
    ranked = sorted(proper & votes.keys(), key=lambda p: (p not in mapped, -sum(votes[p].values()), p))
    return [words[0].removeprefix("the ") for place in ranked if (words := name_of(place, told)) is not None]


def _says_who(mention: EntityMention, told: Told) -> bool:
    """Whether a place only says which people are meant: in front of those counted, `12 Qasira miners`."""
    counted = told.figures_in(told.sentence(mention.report, mention.start))
    return any(f.start <= mention.start and mention.end < f.end and f.unit in PEOPLE for f in counted)


def _noun(happening: Happening, told: Told) -> str | None:
    """The noun that most originals open with, else the word for the kind where it says enough."""
    counts: dict[str, int] = {}
    for event in (told.events[e] for e in happening.events):
        words = event.trigger.text.lower().split()
        while words and words[-1] not in NAMES:  # “Cyclone Ada” is a cyclone
            words.pop()
        if event.kind == happening.kind and words:
            counts[" ".join(words)] = counts.get(" ".join(words), 0) + 1
    best = min(counts, key=lambda n: (-told.openings.with_words(n), -len(n.split()), -counts[n], n), default=None)
    if best and happening.kind in NAMED:
        return best[:1].upper() + best[1:]
    return NOUNS.get(happening.kind)
