"""What may be put in place of a value that was read: its type, and the bounds beyond which it means nothing."""

import re
from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Final, Literal, get_args, get_origin

import msgspec
from msgspec import Meta

from dateline.model.account import Grade, Happening
from dateline.model.base import Record
from dateline.model.edtf import bounds
from dateline.model.mention import LARGEST_COUNT
from dateline.model.thing import Claim, Event, Figure, Place, Time

RECORDS: Final[Mapping[str, type[Record]]] = {
    "figure": Figure, "claim": Claim, "event": Event, "place": Place, "time": Time, "happening": Happening,
}  # fmt: skip
COUNT: Final = Annotated[int, Meta(ge=0, le=LARGEST_COUNT)] | None
LIMITS: Final[Mapping[str, tuple[Any, str]]] = {
    "low": (COUNT, "a whole number up to a quadrillion, or nothing"),
    "best": (COUNT, "a whole number up to a quadrillion, or nothing"),
    "high": (COUNT, "a whole number up to a quadrillion, or nothing"),
    "lat": (Annotated[float, Meta(ge=-90, le=90)] | None, "degrees from -90 to 90, or nothing"),
    "lon": (Annotated[float, Meta(ge=-180, le=180)] | None, "degrees from -180 to 180, or nothing"),
    "country": (Annotated[str, Meta(pattern="^[A-Z]{2}$")] | None, "a country's two letters (ISO 3166), or nothing"),
    "grade": (Grade, ""),
}
"""The fields that have bounds of their own, with what is expected in words."""
DATES: Final = frozenset({"time", "value"})
DURATION: Final = re.compile(r"P(?=\d|T\d)(\d+[YMWD])*(T(\d+[HMS])+)?")


def why_not(record: str, field: str, value: object) -> str | None:
    """Why a value cannot stand in this field of a record (`figure`, `place`, ..), as what is expected instead; None
    when it can."""
    types = {f.name: f.type for f in msgspec.structs.fields(RECORDS[record])} if record in RECORDS else {}
    if field not in types or field == "corrected":
        return f"the name of a field that a {record} has"
    wanted, words = LIMITS.get(field, (types[field], ""))
    try:
        msgspec.convert(value, wanted)
    except msgspec.ValidationError:
        return words or _in_words(wanted)
    if field in DATES and not _dates(value):
        return "a date such as 2031-04-16, 2031-04 or 2031-04-16/2031-04-18, or nothing"
    return None


def out_of_order(counts: Sequence[int | None]) -> bool:
    """Whether counts that are there do not rise from low over best to high."""
    known = [n for n in counts if n is not None]
    return known != sorted(known)


def _dates(value: object) -> bool:
    return value is None or (isinstance(value, str) and (bounds(value) is not None or bool(DURATION.fullmatch(value))))


def _in_words(wanted: Any) -> str:
    """A type as what a person may write."""
    kinds = [k for k in get_args(wanted) or (wanted,) if k is not type(None)]
    named = get_args(wanted) if get_origin(wanted) is Literal else [n for k in kinds for n in get_args(k)]
    words = f"one of: {', '.join(map(str, named))}" if named else "a text"
    return f"{words}, or nothing" if type(None) in get_args(wanted) else words
