"""account -> brief: six to ten sentences a careful analyst would sign, each with the sentences it rests on.

What happened, how many, who did it and who says so, why, what happened since, and what is not settled. Sentences are
cut from the reports or put together from merged records; a check drops every one that says a number or a name which
its support does not say.
"""

import re
from collections.abc import Iterable, Sequence

from dateline.model import BriefSentence, Event, Happening, SourceSpan
from dateline.model.edtf import bounds
from dateline.tell.check import holds
from dateline.tell.counts import tell_counts
from dateline.tell.heading import main_happening
from dateline.tell.told import Told
from dateline.tell.unsettled import tell_unsettled
from dateline.tell.voices import speaker
from dateline.tell.wording import dated, tidy

MOST = 10
"""Sentences of a brief."""

LONGEST = 320
"""Characters of a sentence taken over whole."""

OPEN = 2
"""Sentences kept for what is not settled."""

BLAME = (
    re.compile(
        r"(?i)\b(?:claim(?:ed|s|ing)? (?:of )?responsib\w+|no (?:immediate )?claim|"
        r"den(?:y|ied|ies|ying) (?:any )?(?:involvement|responsib\w+)|blam(?:ed|es|ing)|accus(?:ed|es|ing))\b"
    ),
    re.compile(r"(?i)\b(?:condemn\w+|responsible for (?:the|this))\b"),
)
"""Words of claim, denial and blame, and then of judgement."""

REASON = (
    re.compile(
        r"(?i)\b(?:because|caused by|cause of|due to|in (?:retaliation|response|revenge|reprisal)|retaliation for|"
        r"reprisal for|revenge (?:attack|for)|brokered|blamed .{3,40} on|in exchange for)\b"
    ),
    re.compile(r"(?i)\b(?:as part of|under (?:a|the) [\w-]*\s?(?:deal|agreement|plan)|amid|investigat\w+|aimed at)\b"),
)
"""Words of cause, and then of setting."""


def tell_brief(told: Told) -> tuple[BriefSentence, ...]:
    """The brief of one story, in reading order."""
    main = main_happening(told)
    if main is None:
        return ()
    said: list[BriefSentence] = []
    _add(said, _what(main, told), told)
    for sentence in tell_counts(main, told):
        _add(said, sentence, told)
    others = _others(main, told)
    theirs = _told_in(main, told)
    near = sorted(others, key=lambda h: -_about(h, theirs))
    for need in BLAME:
        _add_first(said, (_from(h, "who", told, need) for h in near), told, most=2 - _count(said, "who"))
    for need in REASON:
        _add_first(said, (_from(h, "why", told, need) for h in near), told, most=2 - _count(said, "why"))
    open_questions = [s for s in tell_unsettled(main, told) if holds(s.text, s.support, told) and not _repeats(s, said)]
    room = MOST - len(said) - min(OPEN, len(open_questions))
    _add_first(said, (_from(h, "since", told) for h in _later(main, others, told)), told, most=max(1, room))
    for sentence in open_questions:
        if len(said) < MOST:
            _add(said, sentence, told)
    order = ("what", "how_many", "who", "why", "since", "unsettled")
    return tuple(sorted(said[:MOST], key=lambda s: order.index(s.topic)))


def _count(said: Sequence[BriefSentence], topic: str) -> int:
    return sum(s.topic == topic for s in said)


def _add(said: list[BriefSentence], sentence: BriefSentence | None, told: Told) -> bool:
    """Take a sentence when its support carries it and it says something new."""
    if (
        sentence is None
        or not holds(sentence.text, sentence.support, told)
        or (sentence.topic != "how_many" and _repeats(sentence, said))
    ):
        return False
    said.append(sentence)
    return True


def _add_first(said: list[BriefSentence], sentences: Iterable[BriefSentence | None], told: Told, *, most: int) -> None:
    taken = 0
    if most < 1:
        return
    for sentence in sentences:
        taken += _add(said, sentence, told)
        if taken == most or len(said) >= MOST:
            return


def _repeats(sentence: BriefSentence, said: Sequence[BriefSentence]) -> bool:
    """Whether most words of a sentence were said before."""
    words = _words(sentence.text)
    return any(len(words & _words(s.text)) > 0.6 * min(len(words), len(_words(s.text))) for s in said)


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W_]{4,}", text.casefold()))


def _what(main: Happening, told: Told) -> BriefSentence | None:
    """The main happening, its day written out."""
    return _from(main, "what", told)


def _others(main: Happening, told: Told) -> list[Happening]:
    """The other happenings, those that more originals tell first."""
    rest = [h for h in told.agreement.happenings if h.id != main.id and h.told is not None]
    return sorted(rest, key=lambda h: (-h.support.origins, -h.support.reports, -len(h.events), h.id))


def _about(happening: Happening, theirs: set[str]) -> float:
    """How far a happening is told in the words of the main one, and by how many originals."""
    own = _words(happening.summary)
    return len(own & theirs) / (3 + len(own)) + 0.1 * min(4, happening.support.origins) - 0.5 * happening.background


def _told_in(happening: Happening, told: Told) -> set[str]:
    """The words of the sentences that tell a happening."""
    return {w for e in happening.events for w in _words(told.text(told.sentence_of(told.events[e])))}


def _later(main: Happening, others: Sequence[Happening], told: Told) -> list[Happening]:
    """What happened from the day of the main happening on, or about then, and is not background."""
    since = bounds(main.start)

    def after(happening: Happening) -> bool:
        days = bounds(happening.start)
        return not happening.background and (since is None or days is None or days[1] >= since[0])

    return [h for h in others if after(h) and (h.start or h.support.reports > 1)]


def _from(happening: Happening, topic: str, told: Told, need: re.Pattern[str] | None = None) -> BriefSentence | None:
    """A happening told in the words of a report, with who says it; None when the words needed are not in it."""
    span = happening.told if need is None else _matching(happening, need, told)
    if span is None:
        return None
    text, source = dated(span, told)
    event = _event_at(happening, span, told)
    text, spans = _attributed(tidy(text), event, span, told)
    return BriefSentence(
        text=text,
        support=_unique([_whole(span, told), *source, *spans, *_more(happening, told)]),
        topic=topic,
        grade=happening.grade,
        refs=(happening.id,),
        story=told.dossier.story.id,
    )


def _matching(happening: Happening, need: re.Pattern[str], told: Told) -> SourceSpan | None:
    """The shortest telling sentence with the words needed, the summary's own first."""
    own = [_whole(happening.told, told)] if happening.told else []
    spans = [*own, *sorted(_more(happening, told), key=lambda s: (s.end - s.start, told.rank(s.report)))]
    return next((s for s in spans if need.search(told.text(s)) and s.end - s.start <= LONGEST), None)


def _whole(span: SourceSpan, told: Told) -> SourceSpan:
    """The sentence that a span lies in."""
    return told.sentence(span.report, span.start)


def _event_at(happening: Happening, span: SourceSpan, told: Told) -> Event | None:
    events = (told.events[e] for e in happening.events)
    return next((e for e in events if e.report == span.report and span.start <= e.trigger.start < span.end), None)


def _attributed(text: str, event: Event | None, span: SourceSpan, told: Told) -> tuple[str, list[SourceSpan]]:
    """The sentence with its speaker in front, where it is somebody's statement and the cut lost who said it."""
    claim = told.claims.get(event.claim) if event and event.claim else None
    if claim is None or claim.source is None:
        return text, []
    if claim.source.start is not None and span.start <= claim.source.start < span.end:
        return text, []
    named = speaker(claim, claim.source.entity, claim.report, told)
    if named is None:
        return text, []
    first = text.split(" ", 1)[0]
    rest = text if first.isupper() or not first.isalpha() or _is_name(span, told) else text[:1].lower() + text[1:]
    return f"According to {named[0]}, {rest}", named[1]


def _is_name(span: SourceSpan, told: Told) -> bool:
    """Whether a span opens with a name."""
    return any(m.start <= span.start < m.end for m in told.names.get(span.report, []))


def _more(happening: Happening, told: Told) -> list[SourceSpan]:
    """One sentence of each other report that tells the happening."""
    seen: dict[str, SourceSpan] = {}
    for event in sorted(
        (told.events[e] for e in happening.events), key=lambda e: (told.rank(e.report), e.trigger.start)
    ):
        seen.setdefault(event.report, told.sentence_of(event))
    return list(seen.values())


def _unique(spans: Iterable[SourceSpan]) -> tuple[SourceSpan, ...]:
    found = {(s.report, s.start, s.end): s for s in spans if s.end > s.start}
    return tuple(found.values())
