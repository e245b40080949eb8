"""account -> brief: six to ten sentences a careful analyst would sign, each with the sentences it rests on.

What happened, how many, who did it and who says so, why, what happened since, and what is not settled. Sentences are
taken over from the reports, those first that add most of what the reports lead with, or put together from merged
records; a check drops every one that says a number or a name which its support does not say.
"""

import re
from collections.abc import Callable, Iterable, Sequence

from dateline.model import BriefSentence, Grade, Happening, SourceSpan
from dateline.model.edtf import bounds, width
from dateline.tell.check import holds
from dateline.tell.counts import tell_counts
from dateline.tell.fit import quoted_share
from dateline.tell.heading import main_happening
from dateline.tell.near import BLAME, CLOSE, Nearness, is_current, is_old
from dateline.tell.told import Told
from dateline.tell.tolls import HARM, TOLL, Tolls
from dateline.tell.unsettled import tell_differences, tell_open
from dateline.tell.weigh import Weights
from dateline.tell.wording import as_sentence, say_day, tidy
from dateline.tell.words import stems

MOST = 10
"""Sentences of a brief."""

EARLY = 0.6
"""How far in front a sentence stands that tells what else the reports lead with: the first three."""

COUNTS = 3
"""Sentences on how many."""

FRONT = 60
"""Characters that a sentence keeps before its count is cut."""

TOLL_CLAUSE = re.compile(
    r"(?i),? (?:and )?(?:killing|wounding|injuring|leaving|(?:that|which) (?:has )?(?:killed|left)) "
    r"(?:(?:and|or) (?:wounding|injuring) )?(?:at least|more than|about|some|up to|nearly|almost|over|dozens|scores|"
    r"hundreds|several|many|\w+teen|two|three|four|five|six|seven|eight|nine|ten|\d).{0,80}$"
)
"""Where a sentence goes over to its count."""

SAID = re.compile(
    r",? (?:according to [^,.;]{3,60}|(?:[\w'’.-]+ ){1,6}(?:said|says|reported|confirmed))(?: on \w+)?\W*$"
)
"""Who says it, at the end of a sentence."""

UNHURT = re.compile(
    r"(?i)\b(?:unharmed|unhurt|uninjured|safe and (?:sound|well)|no (?:one|casualties|injuries|deaths|fatalities|\w+)"
    r"(?: \w+){0,2} (?:was|were|been|had been|have been) (?:hurt|harmed|injured|killed|wounded|reported))\b"
)
"""Words that say whom it did not harm: a count of none."""

ELSEWHERE = 0.5
"""What a sentence counts as the first of the brief that does not tell the main happening."""

FEW = 3
"""Words that two sentences may share, names as a rule, however short they are."""

TOPICS = ("what", "how_many", "who", "why", "since", "unsettled")

REASON = (
    re.compile(
        r"(?i)\b(?:because|caused by|cause of|due to|in (?:retaliation|response|revenge|reprisal)|retaliation for|"
        r"revenge|reprisal|brokered|negotiat\w+|in exchange|"
        r"under (?:a|an|the) [\w-]*\s?(?:deal|agreement|plan|truce))\b"
    ),
    re.compile(r"(?i)\b(?:as part of|investigat\w+|aimed at)\b"),
)
"""Words of cause, and then of setting."""


Favour = Callable[[SourceSpan], float]


def even(_: SourceSpan) -> float:
    """Favours no sentence."""
    return 1.0


class Brief:
    """The sentences taken so far, and what they have said."""

    def __init__(self, told: Told, weights: Weights) -> None:
        """Nothing said yet."""
        self.told, self.weights = told, weights
        self.sentences: list[BriefSentence] = []
        self.said: set[str] = set()

    def count(self, *topics: str) -> int:
        """How many sentences some topics have."""
        return sum(s.topic in topics for s in self.sentences)

    def add(self, sentence: BriefSentence | None) -> bool:
        """Take a sentence when its support carries it and it does not repeat another."""
        if sentence is None or len(self.sentences) >= MOST or not holds(sentence.text, sentence.support, self.told):
            return False
        if sentence.topic != "how_many" and self.repeats(sentence.text):
            return False
        self.sentences.append(sentence)
        self.said |= stems(sentence.text)
        return True

    def repeats(self, text: str) -> bool:
        """Whether most words of a sentence were said together before."""
        words = stems(text)
        told = [stems(s.text) for s in self.sentences]
        return any(len(words & own) > max(FEW, 0.5 * min(len(words), len(own))) for own in told)

    def take(self, topic: str, spans: Iterable[SourceSpan], *, most: int = 1, favour: Favour = even) -> int:
        """Take over the sentences that add most, one after the other; how many were taken."""
        pool, taken = list(spans), 0
        while taken < most and pool:
            worth, _, best = max(
                ((self.weights.worth(s, self.said) * favour(s), _first(s, self.told), s) for s in pool),
                key=lambda ranked: ranked[:2],
            )
            if worth <= 0:
                return taken
            pool.remove(best)
            taken += self.add(tell_span(best, topic, self.told))
        return taken


def _first(span: SourceSpan, told: Told) -> tuple[float, str, int]:
    """Settles a tie: the earlier in its report, then the report's id."""
    return (told.lead(span), span.report, -span.start)


def tell_brief(told: Told) -> tuple[BriefSentence, ...]:
    """The brief of one story, in reading order."""
    main = main_happening(told)
    if main is None:
        return ()
    tolls, weights = Tolls(main, told), Weights(told)
    brief = Brief(told, weights)
    body = [s for spans in told.body.values() for s in spans if not tolls.outdated(s)]
    near = Nearness(main, told)

    def foremost(span: SourceSpan) -> float:
        text = told.text(span)
        whole = (0.5 if TOLL.search(text) else 1.0) * (0.6 if tolls.differs(span) else 1.0)
        events = told.events_in(span)
        whole *= 0.6 if events and all(e.kind in HARM for e in events) else 1.0
        whole *= 0.5 if any(need.search(text) for need in BLAME) else 1.0
        whole *= 1.0 if near.tells(span) else ELSEWHERE * near.words(span)
        whole *= 1.3 if tolls.headlined(span) else 1.0
        return whole * (1 - quoted_share(text)) * (0.4 + told.lead(span)) * (1 + near.tells(span) + near.places(span))

    leads = [s for spans in told.body.values() for one in spans if not tolls.outdated(s := without_toll(one, told))]
    brief.take("what", leads, favour=foremost)
    for sentence in tell_counts(tolls, told):
        brief.add(sentence)
    recent = [s for s in body if not is_old(s, told)]
    brief.take("how_many", [s for s in recent if tolls.in_part(s)], favour=near.words)
    if brief.count("how_many") < COUNTS:
        brief.take("how_many", [s for s in recent if UNHURT.search(told.text(s))], favour=near.words)
    if not brief.count("how_many"):
        brief.take("how_many", [s for s in recent if tolls.headlined(s)], favour=foremost)
    fresh = [s for s in body if is_current(s, told)]
    _tell_voices(brief, recent, near)
    others = [s for s in fresh if not near.tells(s) and not tolls.counts(s)]
    if brief.count("how_many") < COUNTS:
        early = [s for s in others if told.lead(s) > EARLY and not _is_settled(s, brief)]
        brief.take("what", early, favour=lambda s: told.lead(s) * near.words(s))
    questions, differences = tell_open(told, weights), list(tell_differences(main, told))
    brief.take("unsettled", questions, favour=near.words)
    for sentence in differences[: max(0, MOST - 1 - len(brief.sentences))][:1]:
        brief.add(sentence)
    rest = [s for s in others if not _is_settled(s, brief)]
    brief.take("since", rest, most=MOST - len(brief.sentences), favour=near.follows)
    brief.take("unsettled", questions, most=1 if len(brief.sentences) < MOST else 0)
    return tuple(sorted(brief.sentences, key=lambda s: (TOPICS.index(s.topic), _day(s, told))))


def _is_settled(span: SourceSpan, brief: Brief) -> bool:
    """Whether a sentence only says again who did it or why."""
    text = brief.told.text(span)
    return any(brief.count(topic) and needs[0].search(text) for topic, needs in (("who", BLAME), ("why", REASON)))


def _tell_voices(brief: Brief, body: Sequence[SourceSpan], near: Nearness) -> None:
    """Who claims, denies, blames, and why it happened: three sentences, each no more than what is still missing."""

    def wanted(need: re.Pattern[str], least: float = CLOSE) -> list[SourceSpan]:
        return [s for s in body if near.words(s) > least and need.search(near.told.text(s))]

    brief.take("who", wanted(BLAME[0], least=0), favour=near.words)
    brief.take("who", wanted(BLAME[1]), favour=near.words)
    known = sum(REASON[0].search(s.text) is not None for s in brief.sentences if s.topic in ("what", "who"))
    brief.take("why", wanted(REASON[0]), most=min(2 - known, 3 - brief.count("who")), favour=near.words)
    if not known + brief.count("why"):
        brief.take("why", wanted(REASON[1]), favour=near.words)


def _day(sentence: BriefSentence, told: Told) -> tuple[str, tuple[str, str]]:
    """What came next stands in order of time: by the day told of, then by publication."""
    if sentence.topic != "since":
        return ("", ("", ""))
    first = sentence.support[0]
    times = [t.value for t in told.times.get(first.report, ()) if first.start <= t.start < first.end]
    published = told.rank(first.report)
    return (min((value for value in times if value and bounds(value)), default=published[0][:10]), published)


def without_toll(span: SourceSpan, told: Told) -> SourceSpan:
    """A sentence up to where it goes over to its dead and wounded, who are counted apart."""
    cut = TOLL_CLAUSE.search(told.text(span), FRONT)
    return SourceSpan(report=span.report, start=span.start, end=span.start + cut.start()) if cut else span


def tell_span(span: SourceSpan, topic: str, told: Told) -> BriefSentence:
    """A sentence of a report as one of the brief, with what other reports say of the same."""
    text, sources = as_sentence(span, told)
    whole = told.sentence(span.report, span.start)
    if span.end < whole.end and (said := SAID.search(told.text(whole))):
        text = tidy(text.rstrip(".") + said.group(0))
    happenings = [h for e in told.events_in(span) if (h := told.happening_of.get(e.id)) is not None]
    lead = max(happenings, key=lambda h: (h.support.origins, len(h.events), h.id), default=None)
    if topic == "what" and lead is not None:
        text, days = _with_day(text, whole, lead, told)
        sources += days
    return BriefSentence(
        text=text,
        support=_unique([whole, *sources, *(_alike(span, lead, told) if lead else ())]),
        topic=topic,
        grade=lead.grade if lead else _grade(span, told),
        refs=tuple(dict.fromkeys(h.id for h in happenings)),
        story=told.dossier.story.id,
    )


def _with_day(text: str, span: SourceSpan, happening: Happening, told: Told) -> tuple[str, list[SourceSpan]]:
    """The sentence with the day of its happening where it gives none, and the places that give the day."""
    days = bounds(happening.start)
    dated = next(
        (e for e in map(told.events.__getitem__, happening.events) if told.dated(e) and bounds(e.time) == days), None
    )
    given = any(span.start <= t.start < span.end and bounds(t.value) for t in told.times.get(span.report, ()))
    said = [bounds(e.time) for e in map(told.events.__getitem__, happening.events) if told.dated(e)]
    if given or dated is None or days is None or width(days) > 1 or 2 * said.count(days) <= len(said):
        return text, []
    published = told.dateline(dated.report)
    return tidy(f"{text.rstrip('.')} ({say_day(days[0], weekday=False)})"), [
        told.sentence_of(dated),
        *([published] if published else []),
    ]


def _grade(span: SourceSpan, told: Told) -> Grade:
    """The grade of a sentence that tells no happening: somebody says it, or nobody does."""
    claims = (c for c in told.claims.values() if c.report == span.report and c.source is not None)
    return "single_source" if any(span.start <= c.content[0].start < span.end for c in claims) else "unattributed"


def _alike(span: SourceSpan, happening: Happening, told: Told) -> list[SourceSpan]:
    """The sentences of other reports that tell the happening and share words with this one: one of each report."""
    own = stems(told.text(span))
    best: dict[str, tuple[int, SourceSpan]] = {}
    for event in (told.events[e] for e in happening.events):
        other = told.sentence_of(event)
        shared = len(own & stems(told.text(other)))
        if event.report != span.report and shared >= 3 and shared > best.get(event.report, (0, other))[0]:
            best[event.report] = (shared, other)
    return [best[report][1] for report in sorted(best, key=told.rank)]


def _unique(spans: Iterable[SourceSpan]) -> tuple[SourceSpan, ...]:
    found = {(s.report, s.start, s.end): s for s in spans if s.end > s.start}
    return tuple(found.values())
