"""statement -> side of a contradiction: the claim where somebody makes it, else the event or figure; and its words."""

from dateline.merge.situation import Situation
from dateline.model import Claim, Contradiction, Event, Figure, Side, make_id


def side_of(member: Event | Figure, situation: Situation) -> Side:
    """The claim whose words a member stands in, else the member; a figure nobody claims is told by its event."""
    at = member.trigger.start if isinstance(member, Event) else member.start
    claim = situation.claims.get(member.claim or "")
    if claim and any(c.start <= at < c.end for c in claim.content):
        return claim_side(claim)
    if isinstance(member, Event):
        return Side(type="event", id=member.id)
    return Side(type="event", id=member.event) if member.event else Side(type="figure", id=member.id)


def claim_side(claim: Claim) -> Side:
    """A claim as a side."""
    return Side(type="claim", id=claim.id)


def words_of(claim: Claim) -> str:
    """What a claim says, without what its sentence sets between."""
    return " ".join(c.text for c in claim.content)


def passage_of(claim: Claim, situation: Situation) -> str:
    """From the first to the last word of what a claim says."""
    return situation.reports[claim.report].text[claim.content[0].start : claim.content[-1].end]


def contradict(a: Side, b: Side, why: str, kind: str, situation: Situation) -> Contradiction:
    """The record, its sides in order of id."""
    a, b = sorted((a, b), key=lambda s: (s.id, s.type))
    return Contradiction(
        id=make_id("x", a.id, b.id),
        a=a,
        b=b,
        why=why,
        kind=kind,  # type: ignore[arg-type]
        story=situation.dossier.story.id,
    )


def quote(event: Event, situation: Situation, most: int = 90) -> str:
    """An event's sentence in quotation marks, cut around its trigger when long."""
    text = situation.sentence(event)
    at = event.trigger.start - event.sentence.start
    start = 0 if len(text) <= most else max(0, min(at - most // 2, len(text) - most))
    words = text[start : start + most]
    if start:
        words = "… " + words.split(" ", 1)[-1]
    if start + most < len(text):
        words = words.rsplit(" ", 1)[0] + " …"
    return f"“{' '.join(words.split())}”"
