"""Pages, Cast -> Site: descriptions of places that have a name elsewhere: "the city", "two villages"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from dateline.model import EntityMention, EntityType
from dateline.resolve.entities.cast import Cast
from dateline.resolve.entities.page import Mention, Page, overlaps, starting_in
from dateline.resolve.where.owners import ACROSS

PLACES: tuple[EntityType, ...] = ("place", "facility")
AND = re.compile(r"^,?\s*(?:and\s+|,\s*)(?:the\s+)?$")
"""What stands between names of places told together."""
PART_OF_NAME = re.compile(r"^(?:[\w’'-]+\s+){0,6}?(?:of\s+(?:the\s+)?)?$")
"""What may stand in a description before the name of what it describes: "the two besieged villages of"."""
SEVERAL = r"(towns|villages|cities|districts|suburbs|neighbou?rhoods|enclaves|camps|provinces)"
CALLED = (
    re.compile(rf"{SEVERAL}\s+of\s+(?:the\s+)?$"),
    re.compile(rf"^\s*,?\s+(?:the\s+)?(?:[\w-]+\s+){{0,2}}?{SEVERAL}\b"),
)
"""What stands before and behind places named together that are called something: "the towns of", ", two villages"."""
DESCRIBED = re.compile(
    rf"\b(?:[Tt]he(?:\s+two)?|[Bb]oth|[Tt]hese|[Tt]hose|[Tt]wo)\s+(?:[\w-]+\s+){{0,2}}?{SEVERAL}\b(?!\s+of\b)"
)
"""A description of several places that does not go on to name them."""


class Site(NamedTuple):
    """Words that name or describe a place of the map, with its entity."""

    start: int
    end: int
    entity: str
    named: bool


def find_described(pages: Sequence[Page], cast: Cast) -> dict[str, list[Site]]:
    """Descriptions of places that have a name elsewhere ("the city", "two villages"), by report. What has no name of
    its own goes by the one that stands in its description (all that is called "the villages of Deir and Halba", or
    "the villages" after it, is Deir first), or by places that the report, or else every report, calls so."""
    number = {page.report.id: page.number for page in pages}
    called = {page.report.id: called_together(page, cast) for page in pages}
    found: dict[str, list[Site]] = {}
    for entity in cast.entities:
        if entity.type not in PLACES:
            continue
        described = [m for m in entity.mentions if m.form == "nominal"]
        if entity.id in cast.with_names:
            known: str | None = entity.id
        else:
            inside = (name_within(m, cast, cast.named[number[m.report]]) for m in described)
            known = next(filter(None, inside), None) or named_together(described, called)
        if known is None:
            continue
        for mention in described:
            found.setdefault(mention.report, []).append(Site(mention.start, mention.end, known, named=False))
    for page in pages:
        own = found.setdefault(page.report.id, [])
        own += [site for site in several_described(page, called) if not any(overlaps(site, other) for other in own)]
    return found


def several_described(page: Page, called: Mapping[str, Mapping[str, str]]) -> Iterator[Site]:
    """ "The two villages" of a page, whatever else the reader took them for."""
    for words in DESCRIBED.finditer(page.text):
        known = called_so(words[1], page.report.id, called)
        if known is not None:
            yield Site(words.start(), words.end(), known, named=False)


def called_together(page: Page, cast: Cast) -> dict[str, str]:
    """What places named together are called on a page, with the first of them: "villages" of Deir and Halba."""
    found: dict[str, str] = {}
    named = [m for m in cast.named[page.number] if m.form == "name"]
    names = [m for m in named if cast.types.get(cast.of_mention(m) or "") == "place"]
    for first, second in pairwise(names):
        if AND.match(page.text[first.end : second.start]):
            noun = CALLED[0].search(page.before(first.start)) or CALLED[1].match(page.after(second.end))
            if noun is not None:
                found.setdefault(noun[1], cast.of_mention(first) or "")
    return found


def named_together(described: Sequence[EntityMention], called: Mapping[str, Mapping[str, str]]) -> str | None:
    """The first of the places that a description of several speaks of: those that its report calls so, or the only
    ones that any report does."""
    for mention in described:
        noun = re.search(rf"\b{SEVERAL}\b", mention.text)
        if noun is None or mention.text.lower().startswith(("other ", "several ", "many ")):
            continue
        return called_so(noun[1], mention.report, called)
    return None


def called_so(noun: str, report: str, called: Mapping[str, Mapping[str, str]]) -> str | None:
    """The first of the places that a report calls by a noun of several, or the only ones that any report does."""
    if (here := called[report].get(noun)) is not None:
        return here
    anywhere = {places[noun] for places in called.values() if noun in places}
    return anywhere.pop() if len(anywhere) == 1 else None


def name_within(description: EntityMention, cast: Cast, names: Sequence[Mention]) -> str | None:
    """The place whose name a description holds and speaks of: Sabha in "the town of Sabha", not in "near Sabha" nor in
    "the border with Sabha"."""
    for name in starting_in(names, description)[:1]:
        before = description.text[: name.start - description.start]
        place = cast.of_mention(name) if ACROSS.search(before) is None else None
        if place and cast.types[place] in PLACES and name.form == "name" and PART_OF_NAME.match(before):
            return place
    return None
