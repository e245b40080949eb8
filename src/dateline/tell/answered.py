"""sentence × main happening -> whether it says who answers for it: a claim, an arrest, a denial of what happened."""

from dateline.model import FACTS, SourceSpan
from dateline.model.kinds import BLOWS
from dateline.tell.heading import modifies
from dateline.tell.near import Nearness
from dateline.tell.reactions import BLAME, BRACKETS, DENIAL, OWN_PART
from dateline.tell.reasons import DENIED, MISHAPS
from dateline.tell.words import stems

BODIES = frozenset({"org", "group", "place"})


def is_answered(span: SourceSpan, near: Nearness) -> bool:
    """Whether a sentence says who answers for what happened: a claim; an arrest that took place, no “arrested
    protesters”; a denial of one's own part or of what happened, not of its terms, and none in brackets."""
    told, text = near.told, near.told.text(span)
    found = {words.casefold() for words in BLAME[0].findall(text)}
    if found == {"arrested"}:
        held = [e for e in told.events_in(span) if e.kind == "arrest"]
        return not held or any(e.status in FACTS and not modifies(e, told) for e in held)
    if not all(DENIAL.fullmatch(words) for words in found):
        return True
    bare = BRACKETS.sub("", text)
    if DENIAL.search(bare) is None:
        return False
    return not _is_of_another(span, bare, near) if OWN_PART.search(text) else _is_denied(span, bare, near)


def _is_of_another(span: SourceSpan, text: str, near: Nearness) -> bool:
    """Whether who denies his part, and names no deed by a word for what happened, must mean another deed: of this one
    a body with a name is told as the doer, and nobody contests it."""
    doers = [told for a in near.main.actors if (told := near.told.entities.get(a)) and told.type in BODIES]
    if near.main.grade == "contested" or not doers or near.calls(DENIAL.split(text)[-1]):
        return False
    deniers = [c.source.entity for c in near.told.claims_in(span) if c.stance == "denies" and c.source]
    named = [told for d in deniers if (told := near.told.entities.get(d or ""))]
    return bool(named) and all(stems(n.name).isdisjoint(stems(d.name)) for n in named for d in doers)


def _is_denied(span: SourceSpan, text: str, near: Nearness) -> bool:
    """Whether a denial is of what happened: of a blow, where the sentence is near it; of another deed, where the words
    behind the denial call it; no mishap is anybody's to deny."""
    if DENIED.search(text) or near.main.kind in MISHAPS:
        return False
    return near.speaks_of(span) if near.main.kind in BLOWS else near.calls(DENIAL.split(text)[-1])
