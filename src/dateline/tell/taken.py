"""sentence of a report -> sentence of the brief, with what other reports say of the same, and its grade."""

import re
from collections.abc import Iterable, Mapping

from dateline.model import BriefSentence, Event, Grade, Happening, Side, SourceSpan
from dateline.model.edtf import Days, bounds, width
from dateline.tell.aside import is_aside
from dateline.tell.reactions import BLAME, CLAIM, DENIAL
from dateline.tell.told import LANDMARK, Told
from dateline.tell.tolls import Tolls
from dateline.tell.wording import as_sentence, say_day, tidy
from dateline.tell.words import stems

FRONT = 60
"""Characters that a sentence keeps before its count is cut."""

TOLL_CLAUSE = re.compile(
    r"(?i),? (?:and )?(?:killing|wounding|injuring|leaving|(?:that|which) (?:has )?(?:killed|left)) "
    r"(?:(?:and|or) (?:wounding|injuring) )?(?:at least|more than|about|some|up to|nearly|almost|over|dozens|scores|"
    r"hundreds|several|many|\w+teen|two|three|four|five|six|seven|eight|nine|ten|\d).{0,80}$"
)
"""Where a sentence goes over to its count."""

TOLL_FRONT = re.compile(
    r"^(?:[A-Z][\w’'-]*(?: least| than| to)? )(?:[\w,]+ ){0,4}?(?:(?:was|were|has been|have been|are) )"
    r"(?:killed|dead|injured|wounded|hurt)(?: and [^,.;]{3,50}?)?(?: on)?(?: \w+day)? (?:when|after) (?=[a-zA-Z])"
)
"""How a sentence opens with its count before it says what happened."""

SAID = re.compile(
    r", (?:according to [^,.;]{3,60}|(?:[\w'’.-]+ ){1,6}(?:said|says|reported|confirmed))(?: on \w+)?\W*$"
)
"""Who says it, at the end of a sentence."""

CLAIMING = re.compile(r"(?i)\bclaim(?:ed|s|ing)\b")
RIDER = re.compile(
    r"(?i)^.{0,60}\b(?:(?:provid|offer|g[ai]v|produc|present)\w* no (?:\w+ )?(?:proof|evidence)|"
    r"no (?:\w+ )?(?:proof|evidence) (?:was|were|has been|had been) (?:provided|offered|given|produced|presented)|"
    r"(?:claims?|statements?) (?:could not be|(?:was|were|has|have) not (?:been )?) ?(?:\w+ly )?"
    r"(?:verified|confirmed))\b"
)
"""Words of who claims, and of a sentence behind that which takes some of it back."""

COPIED = 0.8
"""The share of their words from which two sentences of one original are one."""

BACKED, AGAIN = 0.4, 0.6
"""The share of its words that a sentence must have in common with another to be backed by it; where it only names aside
what both tell, and the other gives no answer of its kind, nearly all."""

ANSWERS = (CLAIM, DENIAL, BLAME[1])
"""Words of answers to what happened, which a sentence may be about while it only names that."""

ZONES = 1
"""Days by which what is told may lie after its report, where one of them counts by another clock."""


def without_toll(span: SourceSpan, tolls: Tolls) -> SourceSpan:
    """A sentence without its dead and wounded, who are counted apart: from where it says what happened, and up to where
    it goes over to its count. What no count tells stays."""
    text = tolls.told.text(span)
    front, cut = TOLL_FRONT.match(text), TOLL_CLAUSE.search(text, FRONT)
    opens = SourceSpan(report=span.report, start=span.start, end=span.start + (front.end() if front else 0))
    ends = SourceSpan(report=span.report, start=span.start + (cut.start() if cut else len(text)), end=span.end)
    start, end = opens.end if tolls.are_told(opens) else span.start, ends.start if tolls.are_told(ends) else span.end
    return SourceSpan(report=span.report, start=start, end=end)


def tell_span(span: SourceSpan, topic: str, told: Told) -> BriefSentence:
    """A sentence of a report as one of the brief. Who tells only what it names aside, or what went before it, backs
    nothing new in it."""
    text, sources = as_sentence(span, told)
    whole = told.sentence(span.report, span.start)
    text = with_speaker(text, span, told)
    rider = _rider(whole, told)
    if rider is not None:
        text = f"{text} {tidy(told.text(rider))}"
    happenings = {e.id: h for e in told.events_in(span) if (h := told.happening_of.get(e.id)) is not None}
    landmarks = _landmarks(span, told)
    own = {e: h for e, h in happenings.items() if landmarks.isdisjoint(h.events)}
    own = {e: h for e, h in own.items() if not h.background} or own
    deeds = {h for e, h in own.items() if _is_deed(told.events[e], span, told)}
    lead = max(deeds, key=lambda h: (h.support.origins, len(h.events), h.id), default=None)
    backing = _backing(span, {h: h in deeds for h in own.values()}, told)
    if topic == "what" and lead is not None and not landmarks:
        text, days = _with_day(text, whole, lead, told)
        sources += days
    return BriefSentence(
        text=text,
        support=_unique([whole, *([rider] if rider else []), *sources, *backing]),
        topic=topic,
        grade=grade_of(whole, backing, told),
        refs=tuple(dict.fromkeys(h.id for h in happenings.values())),
        story=told.dossier.story.id,
    )


def _landmarks(span: SourceSpan, told: Told) -> set[str]:
    """The events that only say when or why what a sentence tells was: it is not about them, and their day and their
    backing are not its own."""
    text = told.reports[span.report].text
    return {e.id for e in told.events_in(span) if LANDMARK.search(text[span.start : e.trigger.start])}


def _is_deed(event: Event, span: SourceSpan, told: Told) -> bool:
    """Whether a sentence is about an event, and does not only name it on the way; what stood behind a front that was
    cut, as its landmark, is what the rest is about."""
    return not is_aside(event, told) or (span.start > event.sentence.start and told.landmark(event))


def with_speaker(text: str, span: SourceSpan, told: Told) -> str:
    """The words of a cut sentence with who says them, where its end did: what stands behind the words of a claim; else
    what a comma parts from them."""
    whole = told.sentence(span.report, span.start)
    if span.end >= whole.end:
        return text
    behind = [c.content[-1].end for c in told.claims_in(span) if c.cue is not None and c.cue.start >= c.content[-1].end]
    rest = told.text(SourceSpan(report=span.report, start=max([span.end, *behind]), end=whole.end))
    said = SAID.search(f", {rest.lstrip(' ,')}" if behind else rest)
    return tidy(text.rstrip(".") + said.group(0)) if said else text


def _rider(span: SourceSpan, told: Told) -> SourceSpan | None:
    """What the next sentence takes back of a claim: “the group claimed the attack. However, no proof was given”."""
    after = told.after(span) if CLAIMING.search(told.text(span)) else None
    return after if after is not None and RIDER.search(told.text(after)) else None


def _backing(span: SourceSpan, happenings: Mapping[Happening, bool], told: Told) -> list[SourceSpan]:
    """The sentences of other reports that tell the same happenings in some of the same words: one of each report, and
    none of one that cannot know it. What the sentence is not about it shares with many that say something else."""
    own, answers = stems(told.text(span)), [words for words in ANSWERS if words.search(told.text(span))]
    best: dict[str, tuple[int, SourceSpan]] = {}
    for event, deed in ((told.events[e], deed) for h, deed in happenings.items() for e in h.events):
        other = told.sentence_of(event)
        said = deed or any(answer.search(told.text(other)) for answer in answers)
        words = stems(told.text(other))
        shared = len(own & words)
        enough = max(3, (BACKED if said else AGAIN) * min(len(own), len(words)))
        if event.report == span.report or not may_know(event.report, span, told):
            continue
        if shared >= enough and shared > best.get(event.report, (0, other))[0]:
            best[event.report] = (shared, other)
    return [best[report][1] for report in sorted(best, key=told.rank)]


def may_know(report: str, span: SourceSpan, told: Told) -> bool:
    """Whether a report is no older than the last day that a sentence gives of what was over when it was written."""
    published, written = (bounds(told.reports[r].published.value) for r in (report, span.report))
    known = (bounds(t.value) for t in told.times_in(span) if not told.doubtful(t))
    past = [days[0] for days in known if days is not None and (written is None or days[0] <= written[1])]
    return published is None or not past or (max(past) - published[1]).days <= ZONES


def grade_of(span: SourceSpan, backing: Iterable[SourceSpan], told: Told) -> Grade:
    """The grade of what one sentence says: disputed where it is a side of a contradiction; else by how many voices or
    originals of several outlets in their own voice stand behind it and the sentences that back it."""
    if is_disputed(span, told):
        return "contested"
    said, backed = _said(span, told), list(backing)
    own = said or _original(span, told)
    apart = [one for one in backed if not _copies(one, span, told) and not _is_one_writer(one, span, told)]
    if any(not (_said(one, told) or _original(one, told)) <= own for one in apart):
        return "corroborated"
    return "single_source" if said or any(_said(one, told) for one in backed) else "unattributed"


def _copies(one: SourceSpan, other: SourceSpan, told: Told) -> bool:
    """Whether a sentence is another of the same original again: whoever it was read to quote, it bears nothing out."""
    a, b = stems(told.text(one)), stems(told.text(other))
    return _original(one, told) == _original(other, told) and len(a & b) > COPIED * max(len(a), len(b))


def _is_one_writer(one: SourceSpan, other: SourceSpan, told: Told) -> bool:
    """Whether two sentences are what one outlet says in its own voice."""
    own = not _said(one, told) and not _said(other, told)
    return own and told.reports[one.report].outlet == told.reports[other.report].outlet is not None


def _said(span: SourceSpan, told: Told) -> set[str]:
    """Who is quoted in a sentence: of two in one, neither bears the other out."""
    return {c.source.entity or c.source.text or c.id for c in told.claims_in(span) if c.source is not None}


def _original(span: SourceSpan, told: Told) -> set[str]:
    return {told.reports[span.report].origin or span.report}


def is_disputed(span: SourceSpan, told: Told) -> bool:
    """Whether a sentence holds a side of a contradiction."""
    return any(_is_in(side, span, told) for x in told.agreement.contradictions for side in (x.a, x.b))


def _is_in(side: Side, span: SourceSpan, told: Told) -> bool:
    """Whether one side of a contradiction stands in a sentence."""
    if side.type == "claim":
        return any(c.id == side.id for c in told.claims_in(span))
    if side.type == "event":
        return any(e.id == side.id for e in told.events_in(span))
    return any(f.id == side.id for f in told.figures_in(span))


def _with_day(text: str, span: SourceSpan, happening: Happening, told: Told) -> tuple[str, list[SourceSpan]]:
    """The sentence with the day of its happening where it gives none and two originals give that day, and the places
    that give it."""
    days, by = bounds(happening.start), dict[Days, dict[str, Event]]()
    for event in (told.events[e] for e in happening.events):
        if told.dated(event) and (day := bounds(event.time)) is not None:
            by.setdefault(day, {}).setdefault(told.reports[event.report].origin or event.report, event)
    given = any(span.start <= t.start < span.end and bounds(t.value) for t in told.times.get(span.report, ()))
    agreed = by.get(days, {}) if days is not None and width(days) == 1 else {}
    if given or days is None or len(agreed) < 2 or any(len(others) > len(agreed) for others in by.values()):
        return text, []
    dated = min(agreed.values(), key=lambda e: (told.rank(e.report), e.trigger.start))
    published = told.dateline(dated.report)
    return tidy(f"{text.rstrip('.')} ({say_day(days[0])})"), [
        told.sentence_of(dated),
        *([published] if published else []),
    ]


def _unique(spans: Iterable[SourceSpan]) -> tuple[SourceSpan, ...]:
    found = {(s.report, s.start, s.end): s for s in spans if s.end > s.start}
    return tuple(found.values())
