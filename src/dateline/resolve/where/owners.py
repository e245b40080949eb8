"""A place's name -> whether it only says whose something is, or where somebody has his seat: no place of what is told.

"Malta's Marsa", "Ankara's offensive", "a crossing with Peru", "a charity based in Lima".
"""

import re

from dateline.model import Range
from dateline.resolve.entities.cast import Cast
from dateline.resolve.entities.fold import fold
from dateline.resolve.entities.lexicon import capitals
from dateline.resolve.entities.page import Mention, Page, starting_in

ACROSS = re.compile(
    r"(?i)\b(?:border|frontier|crossing|boundary)\s+(?:(?:crossing|post|gate|point)\s+)?with\s+(?:the\s+)?$"
)
"""What stands before the country on the other side of a border."""
BASED = re.compile(
    r"(?i)\b(?:based|headquartered|who\s+(?:[a-z]+ly\s+|now\s+)?(?:lives|resides|works|was\s+born))"
    r"\s+(?:in|at|near|out\s+of)\s+(?:the\s+)?$"
)
OWNS = re.compile(r"(?:['’]s)?\s+(?:[a-z]+ern\s+)?(?=[A-Z])")
"""What stands between a country and a place that is its."""
ITS_DEED = re.compile(
    r"(?:['’]s)?\s+(?:[a-z-]+\s+)?(?:offensive|campaign|operation|incursion|intervention|forces|troops|all(?:y|ies))\b"
)
"""Behind a capital whose government it is that acts."""


def is_across(page: Page, mention: Mention) -> bool:
    """Whether a country is named as the neighbour: "a border crossing with Peru" is on this side of it."""
    return ACROSS.search(page.before(mention.start)) is not None


def is_seat(page: Page, mention: Mention) -> bool:
    """Whether somebody is only said to have his seat there: "a charity based in Lima"."""
    return BASED.search(page.before(mention.start)) is not None


def only_owns(page: Page, cast: Cast, mention: Mention, *, country: bool) -> bool:
    """Whether a country is only told to own the place named behind it, or a capital to do something elsewhere; some
    reports have lost their apostrophes."""
    text, end = page.text, mention.end
    if not text.startswith(("'s", "’s"), end) and fold(mention.text) != f"{mention.key}s":
        return False
    if not country:
        return mention.key in capitals() and ITS_DEED.match(text, end) is not None
    owns = OWNS.match(text, end)
    behind = starting_in(cast.named[page.number], Range(start=owns.end(), end=owns.end() + 1)) if owns else ()
    return any(m.family == "place" and m.form == "name" for m in behind)
