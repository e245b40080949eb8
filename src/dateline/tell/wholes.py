"""figure -> what it counts: the dead, the hurt, those driven out; and everybody, or only some."""

import re

from dateline.model import Figure
from dateline.tell.told import Told

GROUPS: dict[str, tuple[str, ...]] = {
    "freed": (),
    "killed": ("killed", "died"),
    "wounded": ("injured",),
    "missing": ("missing",),
    "displaced": ("displaced",),
    "evacuated": ("evacuated",),
    "trapped": ("trapped",),
    "captured": ("captured", "surrendered"),
}
"""What is counted, in the order a reader asks for it, with the record's words for it; those let go have none."""

DRIVEN = {"displaced": "displacement"}
"""The kind that tells only whom something drove out."""

ANYBODY = re.compile(
    r"(?i)\b(?:people|persons?|lives|dead|deaths|bodies|victims|fatalities|casualties|others|killed|civilians|wounded|injured|"
    r"hurt|missing|displaced|refugees|residents|inhabitants)$|^(?:are|were|more)$"
)
"""What is counted when everybody is: the noun at the end of its phrase, or none."""

WITHIN = re.compile(r"(?i)\bof (?:the|its|their|those|these|our) ")
"""Words that make a count one of a part."""

MEASURED = re.compile(r"\d[^\W\d_]{2,}")
"""A number joined to the letters of its unit."""

GRAVE = re.compile(
    r"(?i)\b(?:(?:seriously|critically|gravely|badly|severely|slightly|lightly) (?:\w+ )?(?:injured|hurt|wounded|ill)|"
    r"walking wounded|(?:serious|critical|grave|severe|minor|slight|light|life-threatening)(?: or [\w-]+)? "
    r"(?:injur\w+|wounds?|condition))\b"
)
"""How badly somebody is hurt: behind a number, it counts some of the wounded."""

TREATED = re.compile(
    r"(?i)\b(?:treat(?:ing|ed)|admitt(?:ing|ed)|receiv(?:ing|ed)|operat(?:ing|ed) on)\s+(?:\w+\s+){0,2}$"
)
"""What one hospital does to those that reached it."""

CLAUSE_END = re.compile(r"[,;]|\b(?:and|while|but)\b|\d")

NEXT = 50
"""Characters behind a number in which its sentence says how badly those counted are hurt."""

PARTS = frozenset("children women police troops fighters aid_workers journalists".split())
"""Units that count a part of the people harmed."""


OF_A_PEOPLE = re.compile(r"\b[A-Z][\w’'-]*(?: (?:citizens|nationals|residents|tourists|staff))?$")
"""Of which people somebody is: of the missing each country counts its own."""

MEANT = frozenset({"displaced", "evacuated", "captured", "surrendered", "trapped"})
"""What is told of people before it is done to them."""


def is_meant(figure: Figure, told: Told) -> bool:
    """Whether a figure counts those of whom something is only planned or thought."""
    event = told.events.get(figure.event or "")
    return event is not None and figure.what in MEANT and event.status in ("planned", "hypothetical")


def is_of_bodies(figure: Figure) -> bool:
    """Whether a figure counts bodies."""
    return "bod" in (figure.of or "")


def is_part(figure: Figure, told: Told) -> bool:
    """Whether a figure counts some of a whole: `68 children`, `98 evacuees`, `nine of the victims`, `another 40 dead`,
    `30 Danes` of the missing.
    `Dozens more wounded` are no part: they are more than the dead. `400lb` counts nobody."""
    if MEASURED.search(figure.text):
        return True
    killed, wounded = figure.what in GROUPS["killed"], figure.what in GROUPS["wounded"]
    if figure.unit in PARTS or (figure.increment and not wounded):
        return True
    if (killed or wounded or figure.what in DRIVEN) and figure.of and not ANYBODY.search(figure.of):
        return True
    if figure.what in GROUPS["missing"] and OF_A_PEOPLE.search(figure.of or ""):
        return True
    sentence, text = told.sentence(figure.report, figure.start), told.reports[figure.report].text
    before, after = text[sentence.start : figure.start], text[figure.end : min(sentence.end, figure.end + NEXT)]
    if wounded and (GRAVE.search(CLAUSE_END.split(after)[0]) or TREATED.search(before)):
        return True
    return WITHIN.search(f"{figure.text}{after[:12]}") is not None
