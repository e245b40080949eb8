"""Whether an agency is named for a picture: who took the photograph is not credited with the text around it."""

import re

_PICTURE = r"(?:photo(?:graph)?s?|pictures?|images?|video|footage)"
_GIVEN = r"(?:by|from|of|via|courtesy|credits?|source|copyright|provided|supplied|taken|the|agency)"
_BEFORE = re.compile(
    rf"\b{_PICTURE}(?: {_GIVEN})*\s?[:|/(\[–—-]?\s?(?:©\s?)?$"  # "Photo: AP", "(photo courtesy of AP"
    rf"|\b{_PICTURE}\s?(?::| by)\s?[\w.'’ -]{{1,40}}[/,]\s?$",  # "Photo: A. Doe/AP"
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\s?(?:file )?(?:photo(?:graph(?:er)?)?s?|pictures?|images?)\b|(?:\s?/\s?| via )Getty\b", re.IGNORECASE
)
_REACH = 120
"""Characters before a name in which the picture is spoken of."""


def is_of_picture(text: str, start: int, end: int) -> bool:
    """Is the agency named here ("AP" in "AP Photo", "Photo: A. Doe/AP", "images from AP") named for a picture?"""
    return bool(_AFTER.match(text, end) or _BEFORE.search(text[max(0, start - _REACH) : start]))
