"""Where, a sentence -> the country whose parliament, government or capital it speaks of without its name.

"Peru's prime minister would not go. Crowds gathered outside parliament": the office spoken of tells whose it is.
"""

import re

from dateline.model import Range
from dateline.resolve.entities.page import starting_in
from dateline.resolve.where.where import Where

SEAT = re.compile(r"\b(?:parliament|the (?:capital|government|opposition|presidential palace))\b")
OFFICES = "(?:prime )?minister|president|premier|chancellor|king|queen|government|parliament"
OFFICE = re.compile(rf"(?i)(?:['’]s?)?\s+(?:[a-z]+\s+)?(?:{OFFICES})\b")
"""What stands behind the name of a country or of its people whose office is spoken of."""
SEAT_OF = "the country whose office is spoken of before it"


def seat_country(where: Where, sentence: Range) -> str | None:
    """The country of the one office that a sentence that speaks of such a seat, or the one before it, names."""
    page, cast = where.page, where.atlas.cast
    if SEAT.search(page.text, sentence.start, sentence.end) is None:
        return None
    start = page.sentences[max(page.sentence(sentence.start) - 1, 0)].start
    named = starting_in(cast.named[page.number], Range(start=start, end=sentence.end))
    spoken_of = {m.known.country for m in named if m.known is not None and OFFICE.match(page.text, m.end)}
    lands = {e for e in where.atlas.countries if e in where.atlas.places and where.atlas.places[e].country in spoken_of}
    return lands.pop() if len(spoken_of) == len(lands) == 1 else None
