"""counts of one thing -> what is counted, in plain words."""

import re
from collections.abc import Sequence

from dateline.merge.commonest import most_common
from dateline.merge.series.counted import Count
from dateline.merge.situation import Situation
from dateline.model import What

AGE = re.compile(r"(?i)\b\w+-year-olds?\b ?")
"""How old somebody is, in a description of him."""

AGAIN: dict[What, re.Pattern[str]] = {
    "killed": re.compile(r"(?i)\b(?:dead|killed|slain)\b ?"),
    "died": re.compile(r"(?i)\b(?:dead|deceased)\b ?"),
    "injured": re.compile(r"(?i)\b(?:injured|wounded|hurt)\b ?"),
    "missing": re.compile(r"(?i)\bmissing\b ?"),
    "captured": re.compile(
        r"(?i)\b(?:captured|kidnapped|abducted|detained|imprisoned|arrested|captive)\b ?|"
        r"^(?:captives|detainees|prisoners)$"
    ),
    "displaced": re.compile(r"(?i)\bdisplaced\b ?"),
    "evacuated": re.compile(r"(?i)\bevacuated\b ?|^evacuees$"),
    "trapped": re.compile(r"(?i)\btrapped\b ?"),
}
"""Words of a description that say what the outcome says."""


MOVES = frozenset({"moved", "arrived", "deployed", "withdrawn", "freed", "protested"})
"""Groups that tell what somebody does; what is planned of them is not yet done."""

DEGREES = {"severe": "seriously ", "slight": "slightly "}
"""How badly those were hurt who are counted as a part."""


def label_of(counts: Sequence[Count], situation: Situation, place: str | None) -> str:
    """What is counted, in plain words: "children killed, Rashidin"."""
    figures = [c.figure for c in counts]
    noun = most_common(f.unit for f in figures)[0]
    if (counts[0].part or counts[0].group == "freed") and (named := most_common(f.of for f in figures if f.of)):
        noun = named[0]
    if noun == "other":
        named = most_common(f.of for f in figures if f.of)
        noun = named[0] if named else "things"
    noun = plain_noun(noun, figures[0].what)
    if figures[0].unit == "percent" and noun != "percent":
        noun = f"percent of {noun}"
    what = (
        " freed"
        if counts[0].group == "freed"
        else ""
        if figures[0].what == "other"
        else f" {DEGREES.get(counts[0].part, '')}{figures[0].what.replace('_', ' ')}"
    )
    where = situation.name(place)
    return f"{noun}{what}{' (planned)' if counts[0].planned and counts[0].group in MOVES else ''}" + (
        f", {where}" if where else ""
    )


def plain_noun(noun: str, what: What) -> str:
    """Who is counted, without an age and without what the outcome says again: `man` of “42-year-old man”, `people` of
    “the injured”."""
    bare = AGE.sub("", noun)
    again = AGAIN.get(what)
    bare = again.sub("", bare).strip() if again else bare
    return bare or "people"
