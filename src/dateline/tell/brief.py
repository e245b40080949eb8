"""account -> brief: six to ten sentences a careful analyst would sign, each with the sentences it rests on.

What happened, how many, who did it and who says so, why, what happened since, and what is not settled. Sentences are
taken over from the reports, those first that add most of what the reports lead with, or put together from merged
records; a check drops every one that says a number or a name which its support does not say.
"""

import re
from collections.abc import Callable, Iterable, Sequence

from msgspec.structs import replace

from dateline.model import FACTS, BriefSentence, Happening, SourceSpan
from dateline.model.edtf import bounds
from dateline.model.kinds import BLOWS
from dateline.tell.answered import is_answered
from dateline.tell.check import holds
from dateline.tell.counts import tell_counts
from dateline.tell.doer import FATE, IDENTITY, UNTIED
from dateline.tell.fit import quoted_share
from dateline.tell.heading import is_led_with
from dateline.tell.near import CLOSE, UNHURT, WEEK, Nearness, is_old
from dateline.tell.outcome import CAME_OUT, Outcome
from dateline.tell.pools import Pools
from dateline.tell.reactions import BLAME, CHARGED, CLAIM
from dateline.tell.reasons import CAUSE, FINDING, MISHAPS, REASON, WHY, gives_another, is_cause, is_setting
from dateline.tell.still import is_comment, is_habit, is_scene, is_wish
from dateline.tell.taken import is_disputed, tell_span
from dateline.tell.told import Told
from dateline.tell.unsettled import tell_differences, tell_open
from dateline.tell.weigh import Weights
from dateline.tell.words import stems

MOST = 10
"""Sentences of a brief."""

COUNTS = 4
"""Sentences on how many."""

NEXT = 2
"""Sentences on what came after, before what only stands beside."""

NEWS, LED = 6, 3
"""Sentences of a brief on news of other fields, and those of them that say what it is."""

FEW = 3
"""Words that two sentences may share, names as a rule, however short they are."""

TOPICS = ("what", "how_many", "who", "why", "since", "unsettled")

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

    def add(self, sentence: BriefSentence | None, *, composed: bool = False) -> bool:
        """Take a sentence when its support carries it and, unless it is composed of what several reports say, it does
        not repeat another."""
        if sentence is None or len(self.sentences) >= MOST or not holds(sentence.text, sentence.support, self.told):
            return False
        if not composed and self.repeats(sentence.text):
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
        able = [s for s in spans if self.weights.worth(s) > 0]
        pool, taken = [(favour(s), _first(s, self.told), s) for s in able], 0
        while taken < most and pool:
            worth, best = max(
                ((self.weights.worth(one[2], self.said) * one[0], one) for one in pool),
                key=lambda ranked: (ranked[0], ranked[1][1]),
            )
            if worth <= 0:
                return taken
            pool.remove(best)
            taken += self.add(tell_span(best[2], topic, self.told))
        return taken


def _first(span: SourceSpan, told: Told) -> tuple[float, str, int]:
    """Settles a tie: the earlier in its report, then the report's id."""
    return (told.lead(span), span.report, -span.start)


def tell_brief(main: Happening | None, told: Told) -> tuple[BriefSentence, ...]:
    """The brief of one story, in reading order."""
    brief = Brief(told, Weights(told))
    if main is not None and is_led_with(main, told):
        _tell_situation(main, brief)
    else:
        _tell_news(main, brief)
    return tuple(sorted(brief.sentences, key=lambda s: (TOPICS.index(s.topic), _day(s, told))))


def _tell_news(main: Happening | None, brief: Brief) -> None:
    """News that no happening of the codebook leads: what its titles and first sentences say most. A comment may lead
    it, and fills no room."""
    told = brief.told
    body = [s for spans in told.body.values() for s in spans if not is_old(s, told) and not is_wish(s, told)]

    def headline(span: SourceSpan) -> float:
        text = told.text(span)
        title = stems(told.reports[span.report].title or "")
        titled = len(title & stems(text)) / max(1, len(title))
        return (0.2 + titled) * (0.3 + told.echo(span)) * (0.2 + told.lead(span)) * (1 - quoted_share(text))

    brief.take("what", body, most=LED, favour=headline)
    brief.take("unsettled", tell_open(told, brief.weights), favour=told.lead)
    first = min((told.day(s.support[0].report) for s in brief.sentences), default="")
    for sentence in list(tell_differences(main, told))[:1] if main is not None else ():
        brief.add(sentence, composed=True)
    later = [s for s in body if told.day(s.report) >= first and not is_habit(s, told) and not is_scene(s, told)]
    comments = {report for report in {s.report for s in later} if is_comment(report, told)}
    later = [s for s in later if s.report not in comments]
    since = [s for s in later if _is_since(s, _last_day(brief.sentences[:1], first, told), told)]
    brief.take("since", since, most=NEXT, favour=lambda s: 0.2 + told.lead(s))
    later = [s for s in later if not _is_weeks_after(s, first, told)]
    brief.take("what", later, most=NEWS - len(brief.sentences), favour=lambda s: 0.2 + told.lead(s))


def _last_day(sentences: Iterable[BriefSentence], first: str, told: Told) -> str:
    """The last day that some sentences give of what took place, or the one given."""
    events = (e for s in sentences for e in told.events_in(s.support[0]) if e.status in FACTS and told.dated(e))
    return max((days[0].isoformat() for e in events if (days := bounds(e.time)) is not None), default=first)


def _is_since(span: SourceSpan, day: str, told: Told) -> bool:
    """Whether a sentence gives a later day of something that took place, or is of a report of weeks after."""
    own = (bounds(e.time) for e in told.events_in(span) if e.status in FACTS and told.dated(e))
    return _is_weeks_after(span, day, told) or any(days is not None and days[0].isoformat() > day for days in own)


def _is_weeks_after(span: SourceSpan, day: str, told: Told) -> bool:
    """Whether the report of a sentence is more than a week younger than another."""
    days, since = bounds(told.day(span.report)), bounds(day)
    return days is not None and since is not None and (days[0] - since[1]).days > WEEK


def _tell_situation(main: Happening, brief: Brief) -> None:
    """What happened, how many, who and why, what came early, what is not settled, what came next."""
    pools = Pools(Nearness(main, brief.told))
    _tell_what(brief, pools)
    _tell_outcome(brief, pools.answers.outcome)
    _tell_how_many(brief, pools)
    tell_who(brief, pools.recent, pools.near)
    _tell_why(brief, pools.recent, pools.near)
    _tell_early(brief, pools)
    questions = pools.questions(brief.weights)
    _tell_unsettled(brief, pools, questions)
    _tell_since(brief, pools)
    brief.take("unsettled", questions, most=1 if len(brief.sentences) < MOST else 0)


def _tell_what(brief: Brief, pools: Pools) -> None:
    """What happened; where the sentence that tells it best only says whom it harmed, one more that shows it."""
    brief.take("what", pools.leads, favour=pools.foremost)
    if not any(pools.near.shows(span) for sentence in brief.sentences for span in sentence.support[:1]):
        brief.take("what", pools.showing, favour=pools.near.words)


def _tell_outcome(brief: Brief, outcome: Outcome) -> None:
    """How a search or a captivity came out, where the brief does not open with that."""
    if not any(CAME_OUT.search(sentence.text) for sentence in brief.sentences):
        brief.take("since", outcome.spans, favour=brief.told.lead)


def _tell_how_many(brief: Brief, pools: Pools) -> None:
    """The counts, then who is not among them and who is; where nothing was counted, the number of the titles."""
    told, tolls, near = brief.told, pools.near.tolls, pools.near
    for sentence in tell_counts(tolls, told):
        brief.add(sentence, composed=True)
    recent = [s for s in pools.recent if not near.is_earlier(s)]
    unhurt = [s for s in recent if UNHURT.search(told.text(s))]
    brief.take("how_many", unhurt, favour=near.words)
    if brief.count("how_many") < COUNTS:
        brief.take("how_many", [s for s in recent if tolls.in_part(s) and not is_disputed(s, told)], favour=near.words)
    if not brief.count("how_many") and not any(tolls.headlined(s.support[0]) for s in brief.sentences):
        brief.take("how_many", [s for s in recent if tolls.headlined(s)], favour=pools.foremost)


def _tell_early(brief: Brief, pools: Pools) -> None:
    """What else the reports lead with, where the counts leave room."""
    if brief.count("how_many") < COUNTS:
        early = [s for s in pools.early if not is_settled(s, brief)]
        brief.take("what", early, favour=lambda s: brief.told.lead(s) * pools.near.words(s))


def _tell_unsettled(brief: Brief, pools: Pools, questions: Sequence[SourceSpan]) -> None:
    """One open question, and one difference where the brief has room for more."""
    brief.take("unsettled", questions, favour=pools.weight)
    differences = list(tell_differences(pools.near.main, brief.told))
    for sentence in differences[: max(0, MOST - 1 - len(brief.sentences))][:1]:
        brief.add(sentence, composed=True)


def _tell_since(brief: Brief, pools: Pools) -> None:
    """What the last reports open with, what came after by its own time, then what else goes on; of that, what was but
    on the day of the main happening is told with it."""
    near = pools.near
    later = [s for s in pools.later if not is_settled(s, brief)]
    brief.take("since", pools.turns(later), favour=brief.told.lead)
    before = len(brief.sentences)
    brief.take("since", [s for s in later if near.comes_later(s)], most=NEXT, favour=near.follows)
    brief.take("since", later, most=MOST - len(brief.sentences), favour=near.follows)
    for place, sentence in enumerate(brief.sentences[before:], before):
        if not near.comes_after(sentence.support[0]):
            brief.sentences[place] = replace(sentence, topic="what")


def is_settled(span: SourceSpan, brief: Brief) -> bool:
    """Whether a sentence only says again who did it or why, or what a difference was said to be about."""
    text = brief.told.text(span)
    if any(span in sentence.support for sentence in brief.sentences if sentence.topic == "unsettled"):
        return True
    return any(brief.count(topic) and needs[0].search(text) for topic, needs in (("who", BLAME), ("why", REASON)))


def _near(body: Sequence[SourceSpan], need: re.Pattern[str], near: Nearness, least: float = CLOSE) -> list[SourceSpan]:
    """The sentences with some words that are near the main happening."""
    return [s for s in body if near.words(s) > least and need.search(near.told.text(s))]


def tell_who(brief: Brief, body: Sequence[SourceSpan], near: Nearness) -> None:
    """Who claims or denies it, who did it and what became of him, who had nothing to do with who claims it, and whom
    others blame: each no more than what is still missing."""

    def claims(span: SourceSpan) -> float:
        return near.words(span) * (1 + bool(CLAIM.search(near.told.text(span))))

    told_of = {ref for sentence in brief.sentences for ref in sentence.refs if sentence.topic == "what"}

    def is_told(span: SourceSpan) -> bool:
        held = [e for e in near.told.events_in(span) if e.kind == "arrest"]
        return any(h.id in told_of for e in held[:1] if (h := near.told.happening_of.get(e.id)) is not None)

    body = [s for s in body if not is_habit(s, near.told)]
    answers = [s for s in _near(body, BLAME[0], near, least=0) if not is_told(s) and is_answered(s, near)]
    brief.take("who", answers, favour=claims)
    claimed = any(CLAIM.search(sentence.text) for sentence in brief.sentences)
    for need in (IDENTITY, FATE, *((UNTIED,) if claimed else ())) if near.main.kind in BLOWS else ():
        if not any(need.search(sentence.text) for sentence in brief.sentences):
            brief.take("who", _near(body, need, near), favour=near.words)
    blames = [s for s in _near(body, BLAME[1], near) if not near.blames_else(s) and not near.tolls.counts_others(s)]
    if near.main.kind == "arrest":
        blames = [s for s in blames if not CHARGED.search(near.told.text(s))]
    brief.take("who", blames, favour=near.words)


def _tell_why(brief: Brief, body: Sequence[SourceSpan], near: Nearness) -> None:
    """Why it happened: one or two sentences, where none before said it."""
    told = near.told
    body = [s for s in body if not is_habit(s, told)]
    words = CAUSE if near.main.kind in BLOWS else WHY if near.main.kind in MISHAPS else REASON[0]
    known = sum(words.search(s.text) is not None for s in brief.sentences if s.topic in ("what", "who"))
    causes = [s for s in _near(body, words, near) if is_cause(s, near)]
    reasons = [s for s in causes if not known or gives_another(s, brief.said, told)]

    def own(span: SourceSpan) -> float:
        return near.words(span) * (1 + near.tells(span))

    brief.take("why", reasons, most=min(2 - known, 1 if brief.count("who") > 1 else 2), favour=own)
    for need in (FINDING, REASON[1]):
        if not known + brief.count("why"):
            brief.take("why", [s for s in _near(body, need, near) if is_setting(s, need, near)], favour=own)


def _day(sentence: BriefSentence, told: Told) -> tuple[str, tuple[str, str]]:
    """What came next stands in order of time: by the day of what it tells first, else by publication."""
    if sentence.topic != "since":
        return ("", ("", ""))
    first = sentence.support[0]
    published = told.rank(first.report)
    days = next((days for e in told.events_in(first) if (days := bounds(e.time)) is not None), None)
    return (days[0].isoformat() if days else published[0][:10], published)
