"""Sentence -> whether it or those right before it speak of somewhere else than the place that the report is about."""

from dateline.model import Range
from dateline.resolve.entities.page import Page, starting_in
from dateline.resolve.where.atlas import Atlas
from dateline.resolve.where.sites import BARE, Sites

BACK = 2
"""Sentences back in which a place goes on to hold for what names none."""


def told_elsewhere(page: Page, sites: Sites, atlas: Atlas, focus: str, at: int) -> bool:
    """Whether what stands at a position belongs to another country than the focus: going back from its sentence, one
    tells of being in such before any names that of the focus or its people; or it speaks of what is outside of that."""
    here, land = page.sentence(at), land_of(atlas, focus)
    if land is None:
        return False
    if excludes(page, sites, land, page.sentence_range(at)):
        return True
    for back in range(min(BACK, here) + 1):
        sentence = page.sentences[here - back]
        spoken = starting_in(sites.all, sentence)
        named = (sites.cast.of_mention(m) for m in starting_in(sites.cast.named[page.number], sentence))
        if any(land_of(atlas, place) == land for place in (*named, *(s.entity for s in spoken))):
            return False
        told = [s for s in spoken if s.start not in sites.sourced]
        if any(land_of(atlas, s.entity) and sites.rank(page.before(s.start), None) < BARE for s in told):
            return True
    return False


def land_of(atlas: Atlas, place: str | None) -> str | None:
    """The country that the map puts a place in; a sea or a continent says of nothing that it is elsewhere."""
    known = atlas.places.get(place or "")
    return known.country if known is not None else None


def excludes(page: Page, sites: Sites, land: str, sentence: Range) -> bool:
    """Whether a sentence speaks of what is outside a country."""
    outside = (m for m in starting_in(sites.cast.named[page.number], sentence) if sites.is_elsewhere(m))
    return any(land_of(sites.atlas, sites.cast.of_mention(m)) == land for m in outside)
