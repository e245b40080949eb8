"""contradictions and open questions -> what is not settled, and between whom."""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from dateline.model import BriefSentence, Claim, Contradiction, Event, Happening, Side, SourceSpan
from dateline.model.edtf import bounds
from dateline.tell.doer import IDENTITY
from dateline.tell.fit import PICTURE
from dateline.tell.naming import name_of
from dateline.tell.near import CLOSE, Nearness, is_old
from dateline.tell.outcome import Outcome
from dateline.tell.reactions import CLAIM
from dateline.tell.told import Told
from dateline.tell.voices import speaker
from dateline.tell.weigh import Weights
from dateline.tell.wording import shortened, tidy

UNCLAIMED = (
    r"(?:no (?:immediate )?claim|(?:no one|nobody|no group) (?:(?:has|had) )?(?:(?:yet|immediately|so far) )?claimed)"
)
"""What a report says on the day of a blow."""

OPEN = re.compile(
    rf"(?i)\b(?:{UNCLAIMED}|unclear|not (?:immediately |yet )?(?:clear|known)|unknown|"
    r"no (?:immediate )?(?:word|comment)|(?:some|much) (?:dispute|debate|uncertainty) (?:as to|about|over)|"
    r"no (?:[\w’'-]+ ){1,9}?(?:has|have|had) (?:yet )?been (?:determined|identified|established)|"
    r"(?:no one|nobody|no group) has (?:yet )?said|"
    r"not (?:yet )?been (?:independently )?(?:determined|identified|established|verified|confirmed)|"
    r"yet to be|remains? to be seen|in doubt|too early to (?:say|tell|know|speculate|confirm)|"
    r"could not (?:immediately |independently )*be (?:\w+ly )?(?:reached|confirmed|verified|ruled out))\b"
)
"""Words of what is not known."""

SOUGHT = re.compile(
    r"(?i)(?<!observers are )(?<!analysts are )(?<!experts are )"
    r"\b(?:investigating|probing|examining|looking into) (?:if|whether)\b"
)
"""Words of what somebody who must know tries to find out: that he does is a happening."""

CAUSE = re.compile(r"(?i)\bcauses?\b|\bwhy\b|\bwhat (?:caused|led to|triggered)\b")
"""Words of the question why it happened."""

ANSWERED = (
    (re.compile(rf"(?i)\b{UNCLAIMED}\b"), CLAIM),
    (
        re.compile(r"(?i)\bidentit\w+\b.{0,60}\b(?:unclear|unknown|not)\b|\bnot (?:yet )?been (?:\w+ )?identified\b"),
        IDENTITY,
    ),
    (
        re.compile(r"(?i)\bmotiv\w+\b.{0,60}\b(?:unclear|unknown|not)\b|\b(?:unclear|unknown|not) .{0,30}\bmotiv\w+"),
        re.compile(r"(?i)\bmotive (?:was|is) (?!un|not )|\bmotivated by\b"),
    ),
)
"""Words of what was not known when a report was written, and those by which a later one answers it."""

OWN = re.compile(
    r"(?i)\b(?:who|whose|why|how|whether|if|where|motiv\w+|identi\w+|responsib\w+|claim\w*|caus\w+|reasons?|toll|number|"
    r"casualt\w+|dead|death\w*|died|kill\w*|injur\w+|wound\w+|missing|alive|condition|fate|whereabouts|ruled out|"
    r"verified|confirmed|doubt)\b"
)
"""What a situation leaves open: who, why, how, how many, and whether it is true."""

THOUGHT = re.compile(r"(?i)\bwould have\b")
"""Words of what somebody only thinks through."""

WEEK = 7
"""Days before the last report of a phase within which what was not known may still be open."""

PAUSE = 21
"""Days without a report that end a phase of a story."""

ORDER = {"factual": 0, "attribution": 1, "temporal": 2, "numeric": 3}
LATE = re.compile(r"^expected by\b")
"""How the reason opens where a day passed without what was expected."""

DETAIL = re.compile(r"^the [\w ]{1,30} differs\b")
"""How the reason opens where only a detail of what happened differs: whom it harmed and why weighs more."""


DISMISSED = re.compile(r"^dismissed by\b")
"""How the reason opens where somebody dismisses “the report”: who says again what he denies is told before."""

SUPPOSED = re.compile(r"(?i)\b(?:would|could|might|if)\b")
"""Words of what is only thought of."""


DENYING = re.compile(
    r"(?i)(?:(?:has|have|had) )?(?:\w+ly )?(?:den(?:ied|y|ies)|reject(?:s|ed)?|dismiss(?:es|ed)?|refut(?:es?|ed))\b"
)
CLAUSE = re.compile(r"\b(?:is|are|was|were|has|have|had|did|does|do|will|would|could|can)\b")
"""Cues of a denial, and words by which what is denied is a clause."""

ACCUSING = re.compile(r"(?i)accus(?:e|es|ed|ing)\s+([^,;:“”\"]{2,60}?)\s+of\s+([^,;.“”\"]+)")
"""Whom somebody accuses, and of what."""


def is_open(span: SourceSpan, told: Told) -> bool:
    """Whether a sentence says what is not known."""
    return OPEN.search(told.text(span)) is not None or SOUGHT.search(told.text(span)) is not None


class Answers:
    """What was once not known of a situation, and the last day on which a report answers it: “there was no immediate
    claim” holds until then."""

    def __init__(self, near: Nearness) -> None:
        """Look through all sentences once, for each question."""
        self.told, self.outcome = near.told, Outcome(near.told)
        self._last = [
            (question, max((self.told.day(s.report) for s in self._answering(answer, near)), default=""))
            for question, answer in ANSWERED
        ]

    def _answering(self, answer: re.Pattern[str], near: Nearness) -> Iterable[SourceSpan]:
        for spans in self.told.body.values():
            for span in spans:
                fits = answer.search(self.told.text(span)) and not is_open(span, self.told)
                if fits and near.words(span) > CLOSE and not is_old(span, self.told):
                    yield span

    def overtake(self, span: SourceSpan) -> bool:
        """Whether a sentence says that nobody claims it, or that nobody knows who did it or why, and a report of that
        day or later has who or why; or what became of who is sought, and a later report opens with it."""
        text, day = self.told.text(span), self.told.day(span.report)
        asked = any(last >= day and question.search(text) for question, last in self._last if last)
        return asked or self.outcome.answers(span)


def tell_open(told: Told, weights: Weights) -> list[SourceSpan]:
    """Sentences of the last days that say what is not known of the situation, and stand alone."""
    since = _late_from(told)
    return [
        s
        for report, spans in told.body.items()
        if _is_late(report, since, told)
        for s in spans
        if is_open(s, told) and weights.worth(s) > 0 and _is_own(told.text(s))
    ]


def _late_from(told: Told) -> date | None:
    """The first day of the last week of the phase that most originals report in, the last such one: who comes back to a
    story months later ends no question that it left open."""
    by: dict[date, set[str]] = {}
    for report in told.reports.values():
        if (days := bounds(report.published.value)) is not None:
            by.setdefault(days[1], set()).add(report.origin or report.id)
    phases: list[tuple[date, set[str]]] = []
    for day in sorted(by):
        goes_on = bool(phases) and (day - phases[-1][0]).days <= PAUSE
        phases.append((day, by[day] | phases.pop()[1] if goes_on else by[day]))
    last = max(phases, key=lambda phase: (len(phase[1]), phase[0]), default=None)
    return last[0] - timedelta(WEEK) if last else None


def _is_late(report: str, since: date | None, told: Told) -> bool:
    """Whether a report is of a day or later, or of no known day."""
    days = bounds(told.reports[report].published.value)
    return days is None or since is None or days[1] >= since


def _is_own(text: str) -> bool:
    """Whether what is not known is a matter of the situation: not what somebody would have learned from it."""
    opening = OPEN.search(text) or SOUGHT.search(text)
    return opening is not None and bool(OWN.search(text)) and not THOUGHT.search(text[opening.end() :])


def tell_differences(main: Happening, told: Told) -> Iterable[BriefSentence]:
    """The contradictions, details last, those of the main happening first; differences of counts are told with the
    counts."""
    ranked = sorted(
        told.agreement.contradictions,
        key=lambda x: (
            DETAIL.match(x.why) is not None,
            DISMISSED.match(x.why) is not None,
            ORDER[x.kind],
            x.id not in main.conflicts,
            x.id,
        ),
    )
    for contradiction in ranked:
        if contradiction.kind == "numeric" or _is_planned(contradiction, told) or _is_supposed(contradiction, told):
            continue
        if (sentence := _differ(contradiction, told)) is not None:
            yield sentence


def _is_planned(contradiction: Contradiction, told: Told) -> bool:
    """Whether one side only tells what is to come: a plan and its deed do not differ."""
    sides = (told.events.get(side.id) for side in (contradiction.a, contradiction.b))
    return any(e is not None and e.status == "planned" for e in sides)


def _is_supposed(contradiction: Contradiction, told: Told) -> bool:
    """Whether one side gives a detail only of what would be: it differs from no deed."""
    claims = (told.claims.get(side.id) for side in (contradiction.a, contradiction.b))
    supposed = any(c is not None and SUPPOSED.search(c.content[0].text) for c in claims)
    return supposed and DETAIL.match(contradiction.why) is not None


def _differ(contradiction: Contradiction, told: Told) -> BriefSentence | None:
    """`The reports differ: “…” (A), but “…” (B).`"""
    sides = [_side(side, told) for side in (contradiction.a, contradiction.b)]
    if any(s is None for s in sides):
        return None
    (a, spans_a), (b, spans_b) = (s for s in sides if s is not None)
    if spans_a[0] == spans_b[0]:  # one sentence tells a charge and its denial
        return None
    return BriefSentence(
        text=tidy(f"{_opening(contradiction)}: {a}, but {b}"),
        support=tuple({(s.report, s.start, s.end): s for s in (*spans_a, *spans_b)}.values()),
        topic="unsettled",
        grade="contested",
        refs=(contradiction.id,),
        story=told.dossier.story.id,
    )


def _opening(contradiction: Contradiction) -> str:
    """What a difference is one of."""
    if LATE.match(contradiction.why):
        return "What was expected had not come about"
    return "The reports name different parties" if contradiction.kind == "attribution" else "The reports differ"


def _side(side: Side, told: Told) -> tuple[str, list[SourceSpan]] | None:
    """A side in the words of its report, with who says it; no line under a picture."""
    if side.type == "claim" and side.id in told.claims:
        claim = told.claims[side.id]
        words = " ".join(claim.content[0].text.split())
        entity = claim.source.entity if claim.source else None
        named = speaker(claim, entity, claim.report, told)
        span = told.sentence(claim.report, claim.content[0].start)
        who, spans = named if named else ("a report that names nobody", [])
        stands = _stands(claim, told) if named else None
        said = (
            f"{who} {stands} “{shortened(words)}”" if stands else f"“{shortened(words.removeprefix('that '))}” ({who})"
        )
        return said, [span, *spans]
    if side.type == "event" and side.id in told.events:
        event = told.events[side.id]
        span = told.sentence_of(event)
        if PICTURE.search(told.text(span)):
            return None
        return _accuses(event, told) or (f"“{shortened(' '.join(told.text(span).split()))}”", [span])
    return None


def _stands(claim: Claim, told: Told) -> str | None:
    """The words that take back what a claim says, or take it on oneself, up to it: `denied that`, `rejected reports
    of`, `claimed`."""
    cue, content = claim.cue, claim.content[0]
    if cue is None or cue.end > content.start:
        return None
    if not (claim.stance == "denies" and DENYING.match(cue.text)) and not CLAIM.match(f"{cue.text} {content.text}"):
        return None
    words = " ".join(told.reports[claim.report].text[cue.start : content.start].split()).strip(' ,:“"')
    opens = content.text.casefold().startswith("that ")
    return f"{words} that" if words == cue.text and CLAUSE.search(content.text) and not opens else words


def _accuses(event: Event, told: Told) -> tuple[str, list[SourceSpan]] | None:
    """Who accuses whom of what: `the mayor accused the guild of “hiding salt”`."""
    span = told.sentence_of(event)
    charge = ACCUSING.match(told.reports[event.report].text[event.trigger.start : span.end])
    named = name_of(event.actor.entity, told, event.report) if event.actor else None
    if charge is None or named is None:
        return None
    whom, of = (" ".join(words.split()) for words in charge.groups())
    return f"{named[0]} accused {whom} of “{shortened(of)}”", [span, *([named[1]] if named[1] else [])]
