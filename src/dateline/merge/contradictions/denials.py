"""claims -> contradictions of denial: denied by one, told by another; claimed by a body to which others see no tie."""

import re
from collections.abc import Iterable, Sequence

from dateline.merge.contradictions.opposed import recent
from dateline.merge.contradictions.sides import claim_side, contradict, quote, side_of, words_of
from dateline.merge.kinds import SPEECH
from dateline.merge.namings import LIGHT, lemma, namings
from dateline.merge.situation import Situation
from dateline.merge.words import sequence, stems
from dateline.model import Claim, Contradiction, Event
from dateline.model.kinds import BLOWS

Standing = tuple[float, bool, str, str]

WHATEVER = re.compile(
    r"(?i)(?:(?:any|all|such|these|those|the|its|their|having)\s+)*(?:\w+\s+)?"
    r"(?:involvement|responsibility|role|part|wrongdoing|guilt|it|this|that|accusations?|allegations?|charges?|claims?)"
    r"(?:\s+in\s+(?:it|this|that|the \w+))?"
)
"""Denials that name no deed: they answer whatever the one who denies is accused of."""

RESPONSIBLE = re.compile(r"(?i)\b(?:claim|assert|accept|admit|tak|took)\w*\s+(?:\w+\s+)?responsibility\b")
"""What a body says of its own deed."""

CLAIMED = re.compile(r"(?i)(?:has |have |had )?claim(?:s|ed|ing)?")
"""How a body claims a deed by its name: “claimed the raid”."""

BACK = 2
"""Sentences back in which a denial that names nothing finds what it denies."""

TAKES_UP = re.compile(r"(?i)(?:the|this|that|these|those|such|it)\b")
"""How a denial begins that answers what was told just before it: “the claim”, “those charges”."""

SPOKEN_OF = re.compile(
    r"(?i)\b(?:terms|talks?|details|word|news|rumou?rs?|reports?|prospects?|chances?|hopes?) (?:of|on|about)\s+"
    r"(?:[\w’'-]+\s+){0,3}$"
)
"""What stands before a deed that is only spoken of: “terms of the deal were not announced”."""

BESIDE = re.compile(
    r"(?i)\b(?:during|since|after|before|amid|following|while|when|although|though|because|despite"
    r"|which|in (?:response|reply|retaliation) (?:to|for))\b[^,;]*$"
)
"""Words up to the next comma behind which a denial tells what it does not deny: “denied paying a guard during the
siege”."""

NO_TIE = re.compile(
    r"(?i)\b(?:no|not|nor|never|without)\b[^.;]{0,40}?\b(?:connect(?:ed|ions?)|link(?:ed|s)?|ties?|tied|affiliat(?:ed|ions?)|"
    r"associat(?:ed|ions?))\b[^.;]{0,40}?\b(?:to|with|and|between)\b"
)
"""“No link to the group”, “nothing to suggest that he was tied to it”."""

SUCH = re.compile(
    r"(?i)\b(?:terror\w*|militant|extremist|jihadist|armed|foreign|international)\s+(?:\w+\s+)?"
    r"(?:groups?|organi[sz]ations?|networks?)\b"
)
"""Words for a body that claims deeds, by its kind."""


def denied_charges(situation: Situation) -> Iterable[Contradiction]:
    """For each who denies, the denial and the accusation in the likest words; a denial of something named must share a
    word of it."""
    accusations = [e for e in situation.resolution.events if e.kind == "accusation" and e.status == "happened"]
    best: dict[str, tuple[Standing, Claim, Event]] = {}
    for claim, who in _denials(situation):
        for event in accusations:
            bare = WHATEVER.fullmatch(words_of(claim)) is not None
            if bare and TAKES_UP.match(words_of(claim)) and not _follows(claim, event, situation):
                continue
            if event.target and event.target.entity == who and _accuses(event, who, situation):
                _keep_likest(best, who, claim, event, situation, bare=bare)
    for who, (_, claim, event) in sorted(best.items()):
        why = f"{situation.name(who)} denies what it is accused of: {quote(event, situation)}"
        yield contradict(claim_side(claim), side_of(event, situation), why, "factual", situation)


def _follows(claim: Claim, event: Event, situation: Situation) -> bool:
    """Whether a denial stands in the sentence of an accusation or in one of the next two: “it denied the claim” answers
    what its own report has just told."""
    if claim.report != event.report:
        return False
    at = claim.content[0].start
    between = (s for s in situation.readings[claim.report].sentences if event.sentence.start < s.start <= at)
    return event.sentence.start <= at and sum(1 for _ in between) <= BACK


def _accuses(event: Event, who: str, situation: Situation) -> bool:
    """Whether a sentence accuses that very body: it speaks of it, and the charge is not only told as denied (“rejected
    the allegations”)."""
    spoken_of = any(
        event.sentence.start <= at < event.sentence.end for at in situation.named.get((who, event.report), ())
    )
    before = situation.reports[event.report].text[event.sentence.start : event.trigger.start]
    return spoken_of and not REFUSED.search(before)


REFUSED = re.compile(
    r"(?i)\b(?:reject|den[iy]|dismiss|refut|rebut|disput|investigat|prob(?:e|ing)|inquir|look\w* into)\w*\s+"
    r"(?:[\w’'-]+\s+){0,2}$"
)
"""What stands before a charge that is only taken up, to be denied or to be looked into."""


def denied_deeds(situation: Situation) -> Iterable[Contradiction]:
    """For each who denies that something was done, the denial and what tells it as done in the likest words: of one
    kind, by one name and with one object (“denied that she was exchanged for a pilot”, “exchanged for the pilot”)."""
    told: dict[tuple[str, str], list[Event]] = {}
    for event in situation.resolution.events:
        claim = situation.claims.get(event.claim or "")
        text = situation.reports[event.report].text
        spoken_of = SPOKEN_OF.search(text[event.sentence.start : event.trigger.start])
        if event.status == "happened" and not spoken_of and (claim is None or claim.stance == "asserts"):
            for name in _names(event):
                told.setdefault((event.kind, name), []).append(event)
    best: dict[str, tuple[Standing, Claim, Event]] = {}
    for claim, who in _denials(situation):
        for denied in (e for e in _inside(claim, situation) if not _only_beside(e, claim, situation)):
            thing = _object(denied, claim, situation)
            for event in [e for name in sorted(_names(denied)) for e in told.get((denied.kind, name), ())]:
                other = situation.voice(event.claim) != situation.voice(claim.id)
                if other and denied.kind not in SPEECH and thing in stems(situation.sentence(event)):
                    _keep_likest(best, who, claim, event, situation, bare=False)
    for who, (_, claim, event) in sorted(best.items()):
        why = f"{situation.name(who)} denies it: “{words_of(claim)}”; told as done: {quote(event, situation)}"
        yield contradict(claim_side(claim), side_of(event, situation), why, "factual", situation)


def disowned_deeds(situation: Situation) -> Iterable[Contradiction]:
    """A body claims a deed, and another voice sees no tie of the deed to it or to any body of its kind: the two in one
    report where they can be. Each two voices once."""
    owned = [(c, who) for c in situation.resolution.claims if (who := _owner(c, situation))]
    shown: set[tuple[str, str]] = set()
    for doubt in situation.resolution.claims:
        voice = situation.voice(doubt.id)
        if voice is None or not NO_TIE.search(words_of(doubt)):
            continue
        near = [
            (claim.report != doubt.report, claim.id, claim, who)
            for claim, who in owned
            if who != voice and recent(claim.report, doubt.report, situation) and _means(doubt, who, claim, situation)
        ]
        for _, _, claim, who in sorted(near, key=lambda n: n[:2]):
            if (voice, who) not in shown:
                shown.add((voice, who))
                why = f"{situation.name(who)} claims it; no tie to it is found: “{words_of(doubt)}”"
                yield contradict(claim_side(claim), claim_side(doubt), why, "attribution", situation)


def _denials(situation: Situation) -> list[tuple[Claim, str]]:
    """The claims that deny something, each with who denies it."""
    return [
        (c, c.source.entity)
        for c in situation.resolution.claims
        if c.stance == "denies" and c.source is not None and c.source.entity is not None
        if not (c.cue and NOT.search(c.cue.text))
    ]


NOT = re.compile(r"(?i)\b(?:not|never)\b|n['’]t\b")
"""Who “did not deny” denies nothing."""


def _object(denied: Event, claim: Claim, situation: Situation) -> str | None:
    """The stem of the first word of content that a denial has behind its verb: what the deed was done to."""
    end = next((s.end for s in claim.content if s.start <= denied.trigger.start < s.end), denied.trigger.end)
    return next(iter(sequence(situation.reports[denied.report].text[denied.trigger.end : end])), None)


def _keep_likest(
    best: dict[str, tuple[Standing, Claim, Event]],
    who: str,
    claim: Claim,
    event: Event,
    situation: Situation,
    *,
    bare: bool,
) -> None:
    """Keep the pair for `who` if it shares more rare words than the one kept before. `bare`: it need share none."""
    if event.claim == claim.id or not recent(claim.report, event.report, situation):
        return
    common = stems(words_of(claim)) & stems(situation.sentence(event))
    shared = situation.wording.weigh(common - stems(situation.name(who) or ""))
    standing = (-shared, claim.report != event.report, claim.id, event.id)
    if (shared or bare) and (who not in best or standing < best[who][0]):
        best[who] = (standing, claim, event)


def _names(event: Event) -> frozenset[str]:
    """What a deed goes by: its families, else its verb, unless that says nothing."""
    own = lemma(event.trigger.text)
    return namings(event.trigger.text) or (frozenset() if own in LIGHT else frozenset({own}))


def _inside(claim: Claim, situation: Situation) -> Sequence[Event]:
    """The events that the words of a claim tell."""
    told = (e for s in claim.content for e in _beside(claim.report, s.start, situation))
    return [e for e in told if any(s.start <= e.trigger.start < s.end for s in claim.content)]


def _only_beside(event: Event, claim: Claim, situation: Situation) -> bool:
    """Whether the words of a claim only place what they tell by a deed, or add it: that deed stands, whatever is
    denied."""
    own = next(s for s in claim.content if s.start <= event.trigger.start < s.end)
    return BESIDE.search(situation.reports[claim.report].text, own.start + 1, event.trigger.start) is not None


def _beside(report: str, at: int, situation: Situation) -> Sequence[Event]:
    """The events of the sentence at an offset."""
    here = situation.sentence_at(report, at)
    return situation.beside.get((report, here.start), ()) if here else ()


def _owner(claim: Claim, situation: Situation) -> str | None:
    """The body that claims a blow for itself: says that it is responsible, or “claims” it by a noun."""
    who = claim.source.entity if claim.source else None
    if who not in situation.proper or claim.cue is None or claim.stance != "asserts":
        return None
    said = f"{claim.cue.text} {words_of(claim)}"
    noun = CLAIMED.fullmatch(claim.cue.text)
    deeds = (e for e in _inside(claim, situation) if e.kind in BLOWS and e.trigger.end == claim.content[-1].end)
    return who if RESPONSIBLE.search(said) or (noun and any(deeds)) else None


def _means(doubt: Claim, who: str, claim: Claim, situation: Situation) -> bool:
    """Whether a claim speaks of a body: by its name, or in the report of its own claim by its kind."""
    named = situation.named.get((who, doubt.report), ())
    if any(s.start <= at < s.end for s in doubt.content for at in named):
        return True
    return claim.report == doubt.report and bool(SUCH.search(words_of(doubt)))
