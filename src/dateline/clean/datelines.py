"""The dateline of a story: where, and through which agency, it was filed."""

import re

from dateline.clean.stamps import find_stamps
from dateline.clean.tables import agencies, filers
from dateline.english.patterns import one_of

AGENCY = one_of(agencies())
"""Any agency by any of its names, for a pattern; the longest first."""
FILER = rf"(?=[A-Z])(?i:{'|'.join(map(re.escape, filers()))})"
"""Any agency or outlet, with a capital."""
_PLACE = r"[A-Z][\w'’.-]{1,24}(?:(?:[ -]|\\?/)[A-Z][\w'’.-]{0,24}){0,3}"
_CAPITALS = r"[A-Z][A-Z'’.]{1,24}(?:(?:[ -]|\\?/)[A-Z][A-Z'’.]{0,24}){0,3}"
_DAY = r"(?:,? (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})\.?(?:,? \d{4})?)?"
DATELINE = re.compile(
    rf"(?:{_PLACE}(?:, {_PLACE}){{0,2}}{_DAY} ?[(\[/] ?(?i:{AGENCY})(?:/(?i:{AGENCY}))? ?[)\]]? ?[-–—_:]{{1,3}}"
    rf"|{_CAPITALS}(?:, {_PLACE}){{0,2}}{_DAY} ?(?:[–—_]|--?)(?=\s)"
    rf"|{_CAPITALS}(?:,? {_PLACE}){{0,2}}{_DAY} \((?i:{AGENCY})\)(?=\s[\"“]?[A-Z])"
    rf"|(?:{_PLACE}(?:, {_PLACE}){{0,2}} )?\({FILER}\) ?[-–—_]{{1,2}}(?=\s|$)"
    rf"|{_PLACE}(?:, {_PLACE}){{0,2}} \({FILER}\)(?=\s?[\"“]?[A-Z])"
    rf"|\({FILER}\) ?[-–—_]{{0,2}}"
    rf"|(?i:{AGENCY}) ?(?:[–—_]|--?)(?=\s)"
    rf"|(?i:{AGENCY}) ?/ ?(?:[Nn]ear )?{_PLACE}$)"
)
"""Where, and through which agency, a story was filed: "BEIRUT (AP) _", "KUNDUZ, Afghanistan —", "(Reuters) -";
"KARSEN (AP) A dyke" and "Orla, Karsen (CNN)A dyke" where the dash was lost."""
FILED = re.compile(
    rf"(?:^|[.!?\"”']\s)(?=(?:{_CAPITALS}(?:, {_PLACE}){{0,2}} ?)?[(\[]?(?i:{AGENCY})[)\]]? ?[-–—_]{{1,2}}\s"
    rf"|{_CAPITALS}(?:,? {_PLACE}){{0,2}}{_DAY} \((?i:{AGENCY})\)\s[\"“]?[A-Z])"
)
"""Where inside a line a sentence begins with a dateline that names an agency."""
_FILER_INSIDE = re.compile(rf"(?<!\S)\({FILER}\) ?[-–—_]{{1,2}}(?=\s)")
_BEFORE_FILER = tuple(re.compile(rf"(?<!\S){name}(?:, {_PLACE}){{0,2}}{_DAY} $") for name in (_CAPITALS, _PLACE))
_LEADS_TO_NAME = re.compile(r"\b(?:and|at|by|for|from|in|of|on|the|to|with) $")
_PLACE_REACH = 80
"""Code points before a filer in brackets in which the place stands."""


def find_inside(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The first dateline with its filer in brackets that stands in the middle of `text[start:end]`, as where words ran
    into it. The first name behind a word that leads to one is no part of the place ("in Orla Karsen (Reuters) -")."""
    filer = _FILER_INSIDE.search(text, start, end)
    if filer is None:
        return None
    reach = max(start, filer.start() - _PLACE_REACH)
    named = [m for pattern in _BEFORE_FILER if (m := pattern.search(text[reach : filer.start()]))]
    begin = reach + named[0].start() if named else filer.start()
    if named and _LEADS_TO_NAME.search(text, start, begin):
        begin += len(named[0].group().split(" ", 1)[0]) + 1
    for stamp in find_stamps(text[reach : filer.start()], reach):
        begin = stamp.end + 1 if stamp.start < begin <= stamp.end else begin
    return begin, filer.end()
