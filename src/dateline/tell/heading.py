"""account -> title and deck: what the situation is called, and how broad its ground is."""

import re

from dateline.model import Happening
from dateline.tell.told import Told
from dateline.tell.wording import counted, say_figure

NOUNS = {
    "armed_clash": "Fighting", "air_strike": "Air strikes", "shelling": "Shelling", "bombing": "Bombing",
    "attack": "Attack", "abduction": "Abduction", "capture_territory": "Capture", "surrender": "Surrender",
    "withdrawal": "Withdrawal", "deployment": "Deployment", "arrest": "Arrests", "coercion": "Restrictions",
    "destruction": "Destruction", "death": "Deaths", "injury": "Injuries", "displacement": "Displacement",
    "evacuation": "Evacuation", "arrival": "Arrivals", "aid": "Relief", "protest": "Protests", "riot": "Riots",
    "agreement": "Agreement", "talks": "Talks", "support": "Support", "concession": "Release", "demand": "Demands",
    "accusation": "Accusations", "rejection": "Rejection", "threat": "Threats", "sanction": "Sanctions",
    "politics": "Politics", "hazard": "Disaster", "accident": "Accident",
}  # fmt: skip
WEIGHT = {"death": 0.3, "injury": 0.3, "accusation": 0.4, "talks": 0.5, "support": 0.4, "demand": 0.4, "politics": 0.6}
"""How far a kind counts as what a situation is about, beside 1 for all others."""


def main_happening(told: Told) -> Happening | None:
    """What the situation is about: the happening that most originals tell, in most words, not long before it."""
    current = [h for h in told.agreement.happenings if not h.background and h.status != "negated"]

    def standing(happening: Happening) -> tuple[float, int, str]:
        heads = sum(_in_head(e, told) for e in happening.events)
        score = (happening.support.reports + heads + 2 * _titles(happening, told)) * WEIGHT.get(happening.kind, 1.0)
        return (-score, -len(happening.events), happening.id)

    return min(current, key=standing, default=None)


def _titles(happening: Happening, told: Told) -> int:
    """How many report titles speak of a happening: two words of each title stand in its sentences there."""
    words: dict[str, set[str]] = {}
    for event in (told.events[e] for e in happening.events):
        words.setdefault(event.report, set()).update(_words(told.text(told.sentence_of(event))))
    return sum(len(words[r] & _words(told.reports[r].title or "")) >= 2 for r in words)


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W_]{4,}", text.casefold()))


def _in_head(event: str, told: Told) -> bool:
    """Whether an event is told in the title or the first two sentences."""
    found = told.events[event]
    sentences = told.sentences.get(found.report, ())
    return bool(sentences) and found.trigger.start < sentences[min(2, len(sentences) - 1)].end


def tell_heading(told: Told) -> tuple[str, str]:
    """`Bombing, Rashidin` and `Nine reports, five originals. Killed: at least 126.`"""
    main = main_happening(told)
    ground = f"{counted(len(told.reports), 'report')}, {counted(len(told.dossier.origins), 'original')}"
    deck = ground[:1].upper() + ground[1:] + "."
    if main is None:
        return told.dossier.story.title, deck
    tolls = [s for s in told.agreement.series if s.happening == main.id and s.what in ("killed", "died") and s.latest]
    toll = max(tolls, key=lambda s: (len(s.members), s.id), default=None)
    if toll is not None and toll.latest:
        deck += f" Killed: {say_figure(told.figures[toll.latest])}."
    place = told.naming(main.place)
    return _noun(main, told) + (f", {place[0]}" if place else ""), deck


def _noun(happening: Happening, told: Told) -> str:
    """The noun that most mentions use after an article, else the word for the kind."""
    counts: dict[str, int] = {}
    for event in (told.events[e] for e in happening.events):
        before = told.reports[event.report].text[max(0, event.trigger.start - 30) : event.trigger.start]
        noun = " ".join(event.trigger.text.lower().split())
        if event.kind == happening.kind and re.search(r"(?i)\b(?:the|an?|this)\s(?:[\w-]+\s){0,2}$", before):
            counts[noun] = counts.get(noun, 0) + 1
    nouns = [n for n in counts if not n.endswith(("ed", "ing")) or n.endswith("bombing")]
    best = min(nouns, key=lambda n: (-counts[n], n), default=None)
    word = best if best and counts[best] > 1 and happening.kind in ("accident", "hazard") else NOUNS[happening.kind]
    return word[:1].upper() + word[1:]
