"""The dateline of a story: where, and through which agency, it was filed."""

import re

from dateline.clean.tables import agencies

AGENCY = "|".join(sorted(map(re.escape, agencies()), key=len, reverse=True))
"""Any agency by any of its names, for a pattern; the longest first."""
_PLACE = r"[A-Z][\w'’.-]{1,24}(?:[ /-][A-Z][\w'’.-]{0,24}){0,3}"
_CAPITALS = r"[A-Z][A-Z'’.]{1,24}(?:[ /-][A-Z][A-Z'’.]{0,24}){0,3}"
_DAY = r"(?:,? (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})\.?(?:,? \d{4})?)?"
DATELINE = re.compile(
    rf"(?:{_PLACE}(?:, {_PLACE}){{0,2}}{_DAY} ?[(\[/] ?(?i:{AGENCY})(?:/(?i:{AGENCY}))? ?[)\]]? ?[-–—_:]{{1,3}}"
    rf"|{_CAPITALS}(?:, {_PLACE}){{0,2}}{_DAY} ?(?:[–—_]|--?)(?=\s)"
    rf"|{_CAPITALS}(?:,? {_PLACE}){{0,2}}{_DAY} \((?i:{AGENCY})\)(?=\s[\"“]?[A-Z])"
    rf"|\((?i:{AGENCY})\) ?[-–—_]{{0,2}}"
    rf"|(?i:{AGENCY}) ?(?:[–—_]|--?)(?=\s)"
    rf"|(?i:{AGENCY}) ?/ ?(?:[Nn]ear )?{_PLACE}$)"
)
"""Where, and through which agency, a story was filed: "BEIRUT (AP) _", "KUNDUZ, Afghanistan —", "(Reuters) -";
"KARSEN (AP) A dyke" where the dash was lost."""
FILED = re.compile(
    rf"(?:^|[.!?\"”']\s)(?=(?:{_CAPITALS}(?:, {_PLACE}){{0,2}} ?)?[(\[]?(?i:{AGENCY})[)\]]? ?[-–—_]{{1,2}}\s"
    rf"|{_CAPITALS}(?:,? {_PLACE}){{0,2}}{_DAY} \((?i:{AGENCY})\)\s[\"“]?[A-Z])"
)
"""Where inside a line a sentence begins with a dateline that names an agency."""
