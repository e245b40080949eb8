"""words beside a figure -> what is told of things of its unit, where the words leave no doubt.

Some words tell of one kind of thing alone: troops are sent, sums paid, people let go. Words that tell the same of
whatever is counted are in `outcomes`.
"""

import re

from dateline.english.releases import LET_GO, lets_go
from dateline.extract.outcomes import later_fate
from dateline.model.mention import What
from dateline.model.units import PEOPLE

_REACH = 60
"""Characters before a figure in which such words may stand."""
_ARRIVING = r"(?:\s*,)?\s+(?:(?:who|that)\s+)?(?:(?:were|was|are|is|have|has|had|been|also|still|now|will)\s+){0,3}"
_MOVERS = PEOPLE - {"prisoners", "protesters", "fighters", "troops", "police"}
_ARMED = frozenset({"troops", "police", "fighters", "vehicles", "aircraft", "weapons"})
_MONEY = frozenset({"money"})
_RECORDS = frozenset({"other", "cases"})
_LAID_OPEN = "compromised|hacked|breached|exposed|leaked"
"""What befalls records that thieves read, and those whose records they are."""
_KEPT = re.compile(
    r"(?:\s*,)?\s+(?:(?:who|that)\s+)?(?:(?:have|has|had|also|now|all)\s+){0,2}"
    r"(?:(?:were|was|are|is|been|being|be|still|remain(?:s|ed)?)\s+){1,3}held\b"
    r"(?!\s+(?:up|back|responsible|accountable|liable|together|aloft)\b)|\s+held\s+(?:by|without)\b",
    re.I,
)
_JUDGED = re.compile(
    rf"{_ARRIVING}(?:been\s+|being\s+)?(?:charged|accused|convicted|indicted|sentenced|fined|found guilty"
    r"|tried (?:for|in|on|by|before)|(?:put )?on trial)\b",
    re.I,
)
_BEFORE_UNIT: tuple[tuple[frozenset[str], What, re.Pattern[str]], ...] = (
    (
        _ARMED,
        "deployed",
        re.compile(r"\b(?:sen(?:ds?|ding|t)|mobili[sz](?:ed|ing)|surg(?:ed|ing)|station(?:ed|ing))\s+$", re.I),
    ),
    (
        _MOVERS,
        "arrived",
        re.compile(r"\b(?:accept|admit|resettl|welcom|register)\w*\s+$|\b(?:tak(?:e|ing|en)|took) in\s+$", re.I),
    ),
    (
        PEOPLE,
        "other",
        re.compile(
            r"\b(?:identif(?:y|ies|ied|ying)|nam(?:es|ed|ing)|investigat(?:e[sd]?|ing)"
            r"|(?:convict|indict|charg|fin|sentenc|accus)(?:e?s|ed|ing))"
            r"\s+(?:\w+\s+)?$",
            re.I,
        ),
    ),
    (
        PEOPLE,
        "affected",
        re.compile(
            r"\b(?:steal|stole|pilfer|hack|expos|leak|breach|access|compromis)\w*\s[^.;:]{0,40}"
            r"\b(?:data|information|details|records)\s+(?:of|on|about|from|belonging to)\s+$",
            re.I,
        ),
    ),
    (
        _MONEY,
        "cost",
        re.compile(
            r"\b(?:cost(?:s|ing)?|pay(?:s|ing)?|paid|price[sd]?(?: of| at)?|spen(?:ds?|ding|t)"
            r"|ow(?:es?|ed|ing)(?: \w+){0,3}|fine[sd]?(?: of)?|debts?(?: of)?|ransom(?: of)?)\s+(?:[\w.]+\s+){0,3}$",
            re.I,
        ),
    ),
    (
        _MONEY,
        "aid",
        re.compile(
            r"\b(?:aid|assistance|relief|donat\w+|grant\w*|pledg\w+|contribut\w+|fund(?:s|ed|ing)?|provid\w+|allocat\w+"
            r"|loans?)\b[^.;:]{0,30}$",
            re.I,
        ),
    ),
)
_AFTER_UNIT: tuple[tuple[frozenset[str], What, re.Pattern[str]], ...] = (
    (_MOVERS, "displaced", re.compile(r"[^.;:,]{0,20}\b(?:to flee|(?:from|out of|leave|desert) their homes)\b", re.I)),
    (_MOVERS, "present", re.compile(r"\s+in (?:the )?(?:[\w-]+\s){1,3}before the\b", re.I)),
    (
        _MOVERS,
        "affected",
        re.compile(
            rf"(?:{_ARRIVING}(?:may\s+|might\s+|be\s+){{0,2}}|\s+whose\s+[^.;,]{{1,40}}?\s(?:was|were|been)\s+)"
            rf"(?:{_LAID_OPEN}|stolen)\b",
            re.I,
        ),
    ),
    (_RECORDS, "affected", re.compile(rf"{_ARRIVING}(?:{_LAID_OPEN})\b", re.I)),
    (PEOPLE, "other", re.compile(rf"{_ARRIVING}{LET_GO}\b", re.I)),
    (PEOPLE, "captured", _KEPT),
    (_MOVERS, "arrived", re.compile(rf"{_ARRIVING}(?:cross|enter|reach|land|stream|pour|flow|arriv)\w*\b", re.I)),
    (
        _MONEY,
        "aid",
        re.compile(r"\s+(?:in\s+)?(?:\w+\s+)?(?:aid|assistance|relief|donations?|grants?|funding|loans?)\b", re.I),
    ),
)


def told_of(text: str, start: int, end: int, unit: str) -> What | None:
    """What the words beside a figure say of its kind of thing: troops are sent, sums paid or pledged, people come.
    "Other" are those who are let go, held no more, and those whom officers only name, look into, charge or judge."""
    before = text[max(0, start - _REACH) : start]
    if unit in PEOPLE and lets_go(before):
        return "other"
    for units, what, words in _BEFORE_UNIT:
        if unit in units and words.search(before):
            return what
    if unit in PEOPLE and (judged := _JUDGED.match(text, end)):
        return later_fate(text, judged.end()) or "other"
    return next((what for units, what, words in _AFTER_UNIT if unit in units and words.match(text, end)), None)
