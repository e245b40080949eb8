"""contradictions and open questions -> what is not settled, and between whom."""

import re
from collections.abc import Iterable

from dateline.model import BriefSentence, Contradiction, Happening, Side, SourceSpan
from dateline.tell.told import Told
from dateline.tell.voices import speaker
from dateline.tell.wording import dated, tidy

OPEN = re.compile(
    r"(?i)\b(?:unclear|not (?:immediately )?(?:clear|known)|unknown|no (?:immediate )?(?:claim|word|comment)|"
    r"could not be (?:reached|confirmed|verified|ruled out)|investigating (?:if|whether)|in doubt|"
    r"yet to be|remains? to be seen)\b"
)
ORDER = {"factual": 0, "attribution": 1, "temporal": 2, "numeric": 3}


def tell_unsettled(main: Happening, told: Told) -> Iterable[BriefSentence]:
    """What the reports leave open, in their words, then the contradictions of the main matters."""
    yield from _open(told)
    ranked = sorted(told.agreement.contradictions, key=lambda x: (ORDER[x.kind], x.id not in main.conflicts, x.id))
    for contradiction in ranked:
        if contradiction.kind != "numeric" and (sentence := _differ(contradiction, told)) is not None:
            yield sentence


def _open(told: Told) -> Iterable[BriefSentence]:
    """Sentences that say what is not known, those of the latest reports first, one for each question."""
    found: list[tuple[tuple[str, str], SourceSpan]] = []
    for report in told.sentences:
        for sentence in told.sentences[report]:
            span = SourceSpan(report=report, start=sentence.start, end=sentence.end)
            if OPEN.search(told.text(span)) and len(told.text(span)) < 260:
                found.append((told.rank(report), span))
    for _, span in sorted(found, key=lambda f: (f[0], -f[1].start), reverse=True):
        text, source = dated(span, told)
        yield BriefSentence(
            text=tidy(text), support=(span, *source), topic="unsettled", story=told.dossier.story.id
        )  # fmt: skip


def _differ(contradiction: Contradiction, told: Told) -> BriefSentence | None:
    """`The reports differ: “…” (A), but “…” (B).`"""
    sides = [_side(side, told) for side in (contradiction.a, contradiction.b)]
    if any(s is None for s in sides):
        return None
    (a, spans_a), (b, spans_b) = (s for s in sides if s is not None)
    opening = "The same words come from two sides" if contradiction.kind == "attribution" else "The reports differ"
    joint = "and" if contradiction.kind == "attribution" else "but"
    return BriefSentence(
        text=tidy(f"{opening}: {a}, {joint} {b}"),
        support=tuple({(s.report, s.start, s.end): s for s in (*spans_a, *spans_b)}.values()),
        topic="unsettled",
        grade="contested",
        refs=(contradiction.id,),
        story=told.dossier.story.id,
    )


def _side(side: Side, told: Told) -> tuple[str, list[SourceSpan]] | None:
    """A side in the words of its report, with who says it."""
    if side.type == "claim" and side.id in told.claims:
        claim = told.claims[side.id]
        words = " ".join(claim.content[0].text.split())
        entity = claim.source.entity if claim.source else None
        named = speaker(claim, entity, claim.report, told)
        span = told.sentence(claim.report, claim.content[0].start)
        who, spans = named if named else ("a report that names nobody", [])
        return f"“{_short(words)}” ({who})", [span, *spans]
    if side.type == "event" and side.id in told.events:
        event = told.events[side.id]
        span = told.sentence_of(event)
        return f"“{_short(' '.join(told.text(span).split()))}”", [span]
    return None


def _short(words: str, most: int = 140) -> str:
    """Words cut at a space, the cut marked."""
    words = words.strip(' .,;“”"')
    return words if len(words) <= most else words[:most].rsplit(" ", 1)[0] + " …"
