"""figure -> what it counts: the dead, the hurt, those driven out; and everybody, or only some."""

import re
from collections.abc import Sequence

from dateline.english.nouns import ANYBODY
from dateline.model import Figure
from dateline.tell.told import Told
from dateline.tell.voices import NOBODY, VAGUE, credit
from dateline.tell.wording import number

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

EVERYBODY = re.compile(rf"(?i)\b(?:{'|'.join(sorted(ANYBODY))}|refugees)$|^(?:are|were|more)$")
"""What is counted when everybody is: the noun at the end of its phrase, or none."""

WITHIN = re.compile(r"(?i)\bof (?:the|its|their|those|these|our) ")
"""Words that make a count one of a part."""

AMONG = re.compile(
    r"(?i)\b(?:includ\w+|among them|of (?:whom|them))\W+(?:(?:at least|more than|some|about|nearly|almost|over) )?$"
)
"""Words in front of those who are some of the people counted before."""

EARLIER = re.compile(
    r"(?i)\b(?:earlier|previous(?:ly)?|initial(?:ly)?|at first|"
    r"(?:up|risen|rose|raised|increased|grown|grew) (?:from|to)|revis\w+|updat\w+)\b"
)
"""Words of a count that another has replaced, in the report that gives both."""

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
    `30 Danes` of the missing."""
    return bool(_group(figure)) or _is_share(figure, told)


def _group(figure: Figure) -> str:
    """What the people that a figure counts are, where they are not just anybody: `fighters`, `evacuees`."""
    if figure.unit in PARTS:
        return figure.unit
    harmed = figure.what in (*GROUPS["killed"], *GROUPS["wounded"]) or figure.what in DRIVEN
    return figure.of.casefold() if harmed and figure.of and not EVERYBODY.search(figure.of) else ""


def _is_share(figure: Figure, told: Told) -> bool:
    """Whether the words around a figure say that there are more. `Dozens more wounded` are no part: they are more than
    the dead. `400lb` counts nobody."""
    if MEASURED.search(figure.text):
        return True
    wounded = figure.what in GROUPS["wounded"]
    if figure.increment and not wounded:
        return True
    if figure.what in GROUPS["missing"] and OF_A_PEOPLE.search(figure.of or ""):
        return True
    sentence, text = told.sentence(figure.report, figure.start), told.reports[figure.report].text
    before, after = text[sentence.start : figure.start], text[figure.end : min(sentence.end, figure.end + NEXT)]
    if wounded and (GRAVE.search(CLAUSE_END.split(after)[0]) or TREATED.search(before)):
        return True
    return AMONG.search(before) is not None or WITHIN.search(f"{figure.text}{after[:12]}") is not None


def of_one_group(figures: Sequence[Figure], told: Told) -> list[Figure]:
    """Those who alone are counted: where nobody says how many there were in all, and those counted are all soldiers,
    they are no part."""
    own = [f for f in figures if not _is_share(f, told)]
    return own if len({_group(f) for f in own}) == 1 else []


def without_parts(figures: Sequence[Figure], told: Told) -> list[Figure]:
    """Without the counts that a higher one of their report takes in."""
    return [f for f in figures if not _is_within(f, figures, told) and not _is_summed(f, figures, told)]


def _is_within(figure: Figure, figures: Sequence[Figure], told: Told) -> bool:
    """Whether its report has a higher count from the same mouth, or one twice as high where this is nobody's, or is of
    another scope than its own, and does not say that it replaced this one: then this one counts some of those."""
    own, size = credit(figure, told)[0], number(figure) or 0
    higher = [f for f in figures if f.report == figure.report and (number(f) or 0) > size]

    def takes_in(whole: Figure) -> bool:
        other = credit(whole, told)[0]
        apart = told.relations.get(frozenset((whole.id, figure.id))) == "different_scope"
        twice = (number(whole) or 0) >= 2 * size
        return twice if own == NOBODY else other == own or (twice and apart and other == NOBODY)

    return any(map(takes_in, higher)) and not _replaced(figure, told)


def _is_summed(figure: Figure, figures: Sequence[Figure], told: Told) -> bool:
    """Whether its report gives one more count that makes up a third one with this, and does not set them against it:
    “24 locals and the other six” of “30 people”. Of three counters by name each counts all."""
    size = number(figure) or 0
    beside = [f for f in told.counted_in(figure.report) if f.what == figure.what and f.qualifier not in VAGUE]
    for whole in (f for f in figures if f.report == figure.report and (number(f) or 0) > size):
        alike = [f for f in figures if number(f) == number(whole)]
        rest = [f for f in beside if number(f) == (number(whole) or 0) - size != size and _may_be_of(f, alike, told)]
        voices = {credit(f, told)[0] for f in (figure, *rest)}
        if rest and _may_be_of(figure, alike, told) and voices & {NOBODY, credit(whole, told)[0]}:
            return True
    return False


def _may_be_of(part: Figure, wholes: Sequence[Figure], told: Told) -> bool:
    """Whether nothing says that a count was replaced by others, or is set against them."""
    against = any(told.relations.get(frozenset((part.id, w.id))) == "conflict" for w in wholes)
    return not against and not _replaced(part, told)


def _replaced(figure: Figure, told: Told) -> bool:
    """Whether its sentence says that another count has replaced a figure."""
    return EARLIER.search(told.text(told.sentence(figure.report, figure.start))) is not None
