"""Figures -> who gives them: the claim that holds the figure, or a saying behind it, or the tail of a headline."""

import re
from collections.abc import Sequence

import msgspec

from dateline.model import Claim, Figure, FigureMention, Range
from dateline.resolve.claims import Sayings
from dateline.resolve.claims.counting import is_voice
from dateline.resolve.entities.cast import Cast
from dateline.resolve.entities.page import Page, contains, starting_in

TAIL = re.compile(r"[\s:–—-]+$")
ON_SUBJECT = re.compile(r"^[^,;:“”\"]{3,60},\s(?:who|which|whose)\b(?:[^,;:“”\"]|,\d)*$")
"""A sentence up to a number in a relative clause on its subject."""
CLOSED = re.compile(r"(?:[^,;:“”\"]|,\d)*,\s")
"""What is left of such a clause behind the number."""
MAIN = 20
"""Letters of a main clause that stands between the relative clause and the saying."""
REACTED_TO = re.compile(
    r"(?i)\b(?:(?:condemn|denounc|deplor|mourn|horrified|shocked|saddened|appalled|outraged|devastated)\w*\W+"
    r"(?:by|at|over|the|an?)\b[^;“”\"]*|(?:blam|responsib)\w*(?:(?!\s(?:that|which|who)\s)[^;“”\"])*\sfor\s"
    r"(?:(?!(?:that|which|who)\s)[^;“”\"])*)"
    r"\b(?:that|which|who)\s+(?:ha[sd] |have )?(?:left|killed|wounded|injured|claimed)\b[^;“”\"]*$"
)
"""A sentence up to a number that tells what somebody condemns, is shocked by, or lays at somebody's door."""
CRIES = frozenset("shouting yelling screaming chanting crying".split())
"""Cues of what somebody cried while he did what the sentence tells; he does not give its number."""


def source_of(page: Page, figure: FigureMention, said: Sayings, cast: Cast) -> tuple[Claim | None, str | None]:
    """The claim a figure stands in, and the entity that gives the figure: the source of that claim or of one around it,
    else of a saying at the end of its sentence, else who ends the headline; nobody where it is told aside."""
    held = [c for c in said.at(figure.start, figure.end) if c.cue is None or c.cue.text.lower() not in CRIES]
    sentence = page.sentence_range(figure.start)
    if not held:
        held = [c for c in said.starting_in(sentence) if said_after(c, figure, sentence, page)][:1]
    if held and is_aside(page, figure, sentence, held[0]):
        return None, None
    source = next((c.source.entity for c in held if c.source is not None and c.source.entity), None)
    if not held:
        source = headline_voice(page, figure, cast)
    return (held[0] if held else None), source


def is_aside(page: Page, figure: FigureMention, sentence: Range, claim: Claim) -> bool:
    """Whether a number is the reporter's own, though somebody speaks in its sentence: it only tells whom or what he
    speaks of ("The storm, which killed 12, had been foreseen, the agency said"), or what he is shocked by."""
    before = page.text[sentence.start : figure.start]
    if page.quotation(figure.start) is not None:
        return False
    if REACTED_TO.search(before):
        return True
    closed = CLOSED.match(page.text[figure.end : sentence.end])
    if closed is None or claim.cue is None or not ON_SUBJECT.match(before):
        return False
    spoken = min(claim.cue.start, (claim.source and claim.source.start) or claim.cue.start)
    return spoken >= figure.end + closed.end() + MAIN


def said_after(claim: Claim, figure: FigureMention, sentence: Range, page: Page) -> bool:
    """Whether a saying behind the figure in its sentence covers it: "…, the agency said" holds for all before it."""
    if claim.source is None or claim.source.start is None or claim.cue is None or claim.kind == "direct":
        return False
    saying = min(claim.source.start, claim.cue.start)
    if not (sentence.start <= figure.end <= saying < sentence.end):
        return False
    first, last = claim.content[0], claim.content[-1]
    between = page.text[min(figure.end, last.end) : max(figure.start, first.start)]
    return first.start >= sentence.start and last.end <= saying and not re.search(r"[;“”\"]", between)


def headline_voice(page: Page, figure: FigureMention, cast: Cast) -> str | None:
    """Who a headline ends with behind its number: "Toll reaches 12: Health ministry"."""
    title = page.report.title_span
    if title is None or not contains(title, figure):
        return None
    for mention in starting_in(cast.named[page.number], title):
        end = page.text[mention.end : title.end].strip()
        if contains(title, mention) and mention.start > figure.end and not end and is_voice(mention):
            between = page.text[figure.end : mention.start]
            if TAIL.search(between) and (re.search(r"[:–—-]\s*$", between) or not between.strip()):
                return cast.of_mention(mention)
    return None


def speak_for_title(page: Page, figures: Sequence[Figure]) -> list[Figure]:
    """The figures, where those of the title without a source have that of the same figure further down: a headline
    repeats its report."""
    title = page.report.title_span
    told: dict[tuple[str, int | None, int | None, int | None], Figure] = {}
    for figure in figures:
        if figure.source is not None:
            told.setdefault((figure.what, figure.low, figure.best, figure.high), figure)
    settled: list[Figure] = []
    for figure in figures:
        same = told.get((figure.what, figure.low, figure.best, figure.high))
        if title is not None and contains(title, figure) and figure.source is None and same is not None:
            figure = msgspec.structs.replace(figure, source=same.source)
        settled.append(figure)
    return settled
