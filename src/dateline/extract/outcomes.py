"""words around a figure -> what happened to those counted, where the words leave no doubt.

A verb that stands directly before a count ("killing at least 48"), directly after it ("48 people were wounded") or
inside it ("48 dead") says what is counted; "the death toll has risen to 112" does so from a distance. All else is left
to the reader. Calibrated on the reading corpus: the contexts kept are right nine times in ten there.
"""

import re
from typing import cast

from dateline.model.mention import What

_FORMS = {
    "killed": r"kill(?:s|ed|ing)?|dead|slain|massacred|assassinated|slaughtered|beheaded|executed|murdered|martyred"
    r"|deaths|fatalities|bodies",
    "died": r"dies?|died|dying|perished|drowned",
    "injured": r"injur(?:es|ed|ing|ies)|wound(?:s|ed|ing)|hurt|maimed|hospitali[sz]ed",
    "missing": r"missing|unaccounted for",
    "captured": r"captur(?:ed|ing)|arrest(?:s|ed|ing)|detain(?:s|ed|ing)|abduct(?:s|ed|ing)|kidnapp(?:ed|ing)|jailed"
    r"|imprisoned|in custody|taken hostage",
    "surrendered": r"surrender(?:ed|ing)?",
    "displaced": r"displac(?:ed|ing)|fled|flee(?:ing)?|homeless|uprooted",
    "evacuated": r"evacuat(?:ed|ing)|airlifted|rescu(?:ed|ing)",
    "arrived": r"arriv(?:ed|ing)|crossed into|poured into",
    "trapped": r"trapp(?:ed|ing)|strand(?:ed|ing)|holed up|stuck|besieged",
    "protested": r"protested|demonstrated|marched|rallied|took to the streets",
    "deployed": r"deploy(?:s|ed|ing)|dispatch(?:ed|ing)|stationed",
    "withdrawn": r"withdr(?:ew|awn|awing)|pulled out",
    "destroyed": r"destroy(?:s|ed|ing)|damag(?:ed|ing)|demolish(?:ed|ing)|flattened|razed|torched|burn(?:ed|t) down",
}
_ALL = "|".join(f"(?P<{what}>\\b(?:{forms})\\b)" for what, forms in _FORMS.items())
_IN = re.compile(
    r"(?P<killed>\b(?:dead|deaths|fatalities|bodies|killed)\b)|(?P<injured>\b(?:wounded|injured|injuries)\b)"
    r"|(?P<displaced>\b(?:displaced|homeless)\b)|(?P<missing>\bmissing\b)",
    re.I,
)
_VERB = re.compile(_ALL, re.I)
_AUXILIARY = re.compile(
    r"(?:\s*,)?\s+(?:(?:who|that|which)\s+)?(?:(?:were|was|are|is|have|has|had|been|being|be|also|reportedly|confirmed|still"
    r"|believed|feared|left|found|now|all)\s+){0,4}$|\s*$",
    re.I,
)
_DIRECT = re.compile(r"\s+(?:(?:the|another|some|off|up|all|of|its|their|his|her)\s+){0,2}$", re.I)
_TOLL = re.compile(r"\b(?:death toll|toll|number of (?:dead|deaths|killed|fatalities))\b[^.;]{0,90}$", re.I)
_TRANSITIVE = frozenset(_FORMS) - {"died", "arrived", "surrendered", "protested", "missing"}
_PASSIVE = re.compile(r"\b(?:were|was|been|being|be|are|is|found|left|feared|believed|reportedly)\b", re.I)
_OBJECT = re.compile(
    r"\s+(?:and\s+\w+\s+)?(?:an?|the|its|their|his|her|at least|more|some|about|up|nearly|around|dozens|scores|hundreds"
    r"|one|two|three|four|five|six|seven|eight|nine|ten|\d)\b",
    re.I,
)
_OR_OTHERWISE = re.compile(r"\b(?:kill|wound|injur)\w*\s+(?:and|or)\s+\w+$", re.I)
_REACH = 60
"""Characters after a figure in which its verb may stand."""


def what_of(text: str, start: int, end: int) -> What | None:
    """What happened to those counted in `text[start:end]`, a sentence's words; None where they do not settle it."""
    inside = _IN.search(text, start, end)
    if inside:
        return cast(What, inside.lastgroup)
    before = None
    for match in _VERB.finditer(text, max(0, start - _REACH), start):
        before = match
    if (
        before is not None
        and before.lastgroup in _TRANSITIVE
        and _DIRECT.fullmatch(text, before.end(), start)
        and not _OR_OTHERWISE.search(text, max(0, before.start() - 20), before.end())
        and before.group().lower() not in ("dead", "deaths", "bodies", "fatalities")
    ):
        return cast(What, before.lastgroup)
    after = _VERB.search(text, end, min(len(text), end + _REACH))
    if after is not None and _AUXILIARY.fullmatch(text, end, after.start()) and not _acts(text, end, after):
        return cast(What, after.lastgroup)
    return "killed" if _TOLL.search(text, 0, start) else None


def _acts(text: str, end: int, verb: re.Match[str]) -> bool:
    """Whether those counted did it to somebody ("two strikes destroyed a bridge"), or it is one of two fates ("killed
    or wounded"): then the verb does not say what happened to them."""
    if re.match(r"\s+(?:and|or)\s+(?:wounded|injured|killed|missing)\b", text[verb.end() : verb.end() + 20], re.I):
        return True
    passive = _PASSIVE.search(text, end, verb.start())
    return verb.lastgroup in _TRANSITIVE and not passive and bool(_OBJECT.match(text, verb.end()))
