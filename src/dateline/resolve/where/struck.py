"""Wheres of a story -> the country that its disaster struck: what a disaster does is done there, whoever tells of it.

The dead of an earthquake in Peru did not die at the airport that relief is flown from, nor in the town of a charity.
"""

import re
from collections import Counter
from collections.abc import Sequence

from dateline.model import EventKind, What
from dateline.model.kinds import BLOWS, HARM_AND_DAMAGE
from dateline.resolve.where.where import Where

DONE_BY_DISASTER: frozenset[EventKind] = HARM_AND_DAMAGE | {"hazard", "displacement", "evacuation"}
"""Kinds that tell of a disaster, or of what becomes of people by it."""
COUNTED_OF_DISASTER: frozenset[What] = frozenset(
    {"killed", "died", "injured", "missing", "destroyed", "displaced", "evacuated", "trapped", "affected"}
)
"""What is counted of people and things by a disaster."""
OF_DISASTER = "the country of the disaster that the story is about"
_WAR = r"(?<![\w-])(?:conflict|(?:civil )?war|uprising|revolt)(?![\w-])"
TOLL_OF_WAR = re.compile(
    rf"(?i)(?:\btoll\s+(?:from|of|in|for)\s[^.;]{{0,60}}?{_WAR}[^.;]{{0,60}}"
    rf"|{_WAR}(?:\s+(?:that|which)(?:\s[^.;]{{0,90}}?)?)?\s+(?:has|have)\s+(?:since\s+)?(?:killed|claimed|left|cost)\s+)\Z"
)
"""Before the dead of all of a war: "the death toll from the six-year conflict at", "a war that has killed"."""
DEAD_OF_WAR = re.compile(
    rf"(?i)[^.;,]{{0,30}}\bhave (?:been killed|died)\s+(?:in|during|since)\s+(?:the\s+)?(?:[\w-]+\s+){{0,3}}?{_WAR}"
)
"""Behind them: "have been killed in the conflict"."""
OF_WAR = "the dead of a war died in all of its country"
SHARE = 2 / 3
"""The share of the disasters that reports put anywhere that a country holds, for it to be the one struck."""
REPORTS = 2
"""Reports that tell of a disaster there at least."""


def struck_country(reports: Sequence[Where]) -> str | None:
    """The country where the reports of a story put its disaster; none where they tell more of blows than of it."""
    kinds = Counter(event.kind for where in reports for event in where.events)
    if kinds["hazard"] <= sum(kinds[blow] for blow in BLOWS):
        return None
    told = {
        (where.page.number, land)
        for where in reports
        for event, put in zip(where.events, where.puts, strict=True)
        if event.kind == "hazard" and put.place is not None and (land := where.atlas.country_of(put.place)) is not None
    }
    lands = Counter(land for _, land in told)
    land = min(lands, key=lambda each: (-lands[each], each), default=None)
    return land if land is not None and lands[land] >= max(REPORTS, SHARE * len(told)) else None
