"""Count of one -> whether it is somebody and no toll, and whether two of them are the same person.

One and one always agree: of a crowd every report picks out “a victim”, each another. “One person was killed” is a toll.
"""

import re

from dateline.merge.series.counted import Count, event_of
from dateline.merge.series.parts import HARMED
from dateline.merge.series.scope import sentence_text
from dateline.merge.situation import Situation
from dateline.merge.words import head, stems

ARTICLE = re.compile(r"(?i)(?:an?|another)\s")
"""How somebody is brought in: it tells no number."""


def is_somebody(count: Count) -> bool:
    """Whether a count of one tells of somebody: with an article, by what he is (“one clerk”), or in a matter that has
    no toll (“one man in the van”)."""
    if count.size != 1 or count.unit != "persons":
        return False
    return bool(ARTICLE.match(count.figure.text) or count.part or count.group not in HARMED)


def same_person(a: Count, b: Count, situation: Situation) -> bool:
    """Whether two are known to be one: told in one sentence that both reports have, to be one by name, or called the
    same where one thing was done to him. Of the dead and hurt of a blow many are called the same."""
    one, two = event_of(a.figure, situation), event_of(b.figure, situation)
    named, other = (e.target.entity if e is not None and e.target else None for e in (one, two))
    if named in situation.proper and other in situation.proper:
        return named == other
    if stems(sentence_text(a.figure, situation)) == stems(sentence_text(b.figure, situation)):
        return True
    alike = bool(a.scene) and a.scene == b.scene and head(a.figure.of or "") == head(b.figure.of or "")
    return alike and a.group not in HARMED
