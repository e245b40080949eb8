"""Toponym -> nowhere, with the reason: what no list has and no words place, or what is no place at all."""

import re

from dateline.model import Place
from dateline.resolve.entities.lexicon import nouns
from dateline.resolve.places.clues import NO_PLACES
from dateline.resolve.places.fold import fold_name
from dateline.resolve.places.options import sentences_of
from dateline.resolve.places.records import Toponym
from dateline.resolve.times.words import TIME_ZONES

_ZONES = frozenset(TIME_ZONES.split())
_DANGLING = re.compile(r"\s(?:of|in|at|on|to|from|for|by|with|near|and|the|&)$")
"""How a stretch of text ends that is cut off before its name."""
_OF = re.compile(r"([A-Za-z]+) of\b")


def is_no_place(toponym: Toponym) -> bool:
    """Whether what no list has cannot be a place by its very words: a planet, a letter, the hours of a clock, a phrase
    cut short, people ("Members of the crew"), or the name of somebody whom the story knows."""
    name = toponym.name.strip()
    words, of = name.split(), _OF.match(name)
    if toponym.otherwise or len(name) == 1 or fold_name(name) in NO_PLACES or _DANGLING.search(name):
        return True
    if words and words[0].isupper() and words[0].lower() in _ZONES:
        return True
    people = nouns().get(of[1].lower()) if of is not None else None
    return people is not None and people.kind == "people"


def nowhere(toponym: Toponym) -> Place:
    """The place that cannot be placed, with the reason."""
    told = "sentence" if len(sentences_of(toponym)) == 1 else "sentences"
    how = f"“{toponym.name}” is in no list, and its {told} put it beside no place that is"
    if toponym.otherwise:
        how = f"“{toponym.name}” is in no list, and the story knows somebody or something else by that name"
    return Place(
        entity=toponym.entity,
        name=toponym.name,
        lat=None,
        lon=None,
        country=None,
        admin1=None,
        gazetteer_id=None,
        precision=None,
        how=how,
    )
