"""text -> the words of it that carry matter."""

import re
from functools import lru_cache

STOP = frozenset(
    (
        "a about above according added after again against ago all almost along already also although always am amid "
        "among an and another any are around as at away back be became because become been before being below between "
        "both but by called came can cannot come could day days did do does doing done down during each earlier "
        "either else even ever every few first for from further get given go going got had has have having he her "
        "here him himself his how however if in including into is it its itself just known last late later least less "
        "like made make making many may me might more most much must my near never next no nor not now of off on once "
        "one only or other others our out over own part people place put quite rather really s said same saw say "
        "saying says second see seen several shall she should since so some still such t take taken than that the "
        "their them themselves then there these they thing this those though through time times to today together "
        "told too took toward towards two under until up upon us used very via was way we week weeks well went were "
        "what when where whether which while who whom whose why will with within without would year years yesterday "
        "yet you your "
    ).split()
)
"""Words that carry no matter. They are no list of `english`: each room's were tried with its own stems."""

STEM = 5
"""Letters that a word is known by: `evacuated`, `evacuees` and `evacuation` are one."""

JOINED = re.compile(r"\bair (?=strikes?\b|raids?\b)")
"""Words written together or apart."""


@lru_cache(maxsize=1 << 14)
def stems(text: str) -> frozenset[str]:
    """The words of a text that carry matter, cut to their beginnings; numbers whole."""
    words = re.findall(r"[^\W\d_]+|\d[\d,.]*\d|\d", JOINED.sub("air", text.casefold()))
    return frozenset(w.replace(",", "") if w[0].isdigit() else w[:STEM] for w in words if w not in STOP)
