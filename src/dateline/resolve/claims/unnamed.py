"""A quotation that names nobody -> who speaks it: the label of a talk, the quotation it runs into, the one it runs on
from, or somebody brought on right before it."""

import re
from collections.abc import Sequence

from dateline.model import Claim, ClaimMention, Range
from dateline.resolve.claims.authors import author_before
from dateline.resolve.entities.cast import Cast
from dateline.resolve.entities.page import Page, contains, starting_in
from dateline.resolve.entities.scene import PREPOSITION

TAG = 40
"""Letters of a line up to which it may hold nothing but the tag of the quotation before it."""
QUOTES = 5
"""Letters between two quotations that run on: marks and a full stop."""
APART = 120
"""Letters of other text between two quotations beyond which the second is nobody's for certain."""
LEAD = 40
"""Letters before the name of somebody whom a sentence brings on: the title."""
OPENING = re.compile(r"^\W*[“\"‘'«]\W*$")
"""What stands before a quotation that opens a line."""
CLOSING = re.compile(r"[”\"]")
LOWER = re.compile(r"[a-z’'] +[“\"]$")
"""A word in small letters of the same line right before a quotation, with nothing between to introduce speech."""


def unnamed_speaker(
    page: Page, claim: ClaimMention, cast: Cast, earlier: Sequence[Claim], claims: Sequence[ClaimMention]
) -> tuple[str | None, str]:
    """The speaker of a quotation without a source, or whose source is "I", and why."""
    if speaker := labelled_speaker(page, claim, cast):
        return speaker, "whose turn it is to speak"
    if speaker := coming_speaker(page, claim, cast, earlier, claims):
        return speaker, "runs into the claim after it"
    if speaker := running_speaker(page, claim, cast, earlier):
        return speaker, "runs on from the claim before it"
    if speaker := presented_speaker(page, claim, cast):
        return speaker, "is presented right before it"
    return None, "nobody is named in its paragraph"


def start_of(claim: ClaimMention) -> int:
    """Where the words of a speaker start: "I" is one of them."""
    return min(claim.content[0].start, claim.source.start if claim.source is not None else claim.content[0].start)


def labelled_speaker(page: Page, claim: ClaimMention, cast: Cast) -> str | None:
    """Whose turn it is in a talk that is written down with the speaker before each turn: it lasts to the next label."""
    label = next((x for x in reversed(page.labels) if x.start <= claim.content[0].start), None)
    names = starting_in(cast.named[page.number], label) if label is not None else ()
    return next((cast.of_mention(m) for m in names), None)


def is_nested(claim: Claim, claims: Sequence[Claim]) -> bool:
    """Whether a claim is told inside another: “Police said it was safe,” he said."""
    inner = claim.content[0]
    return any(
        contains(outer, inner) and outer.end - outer.start > inner.end - inner.start
        for other in claims
        for outer in other.content
    )


def is_quoted(page: Page, claim: Claim, at: int) -> bool:
    """Whether a claim's source is only named inside the quotation that goes on: “We fear it. The council has banned it.
    We do not.”"""
    quotation = page.quotation(at)
    if quotation is None or claim.source is None or claim.source.start is None or claim.source.entity is None:
        return False
    return contains(quotation, Range(start=claim.source.start, end=claim.source.start))


def running_speaker(page: Page, claim: ClaimMention, cast: Cast, earlier: Sequence[Claim]) -> str | None:
    """The speaker of the claim before this one in the same quotation, in the same paragraph or where a quotation opens
    the next one; null where a sentence between is about somebody else."""
    start = start_of(claim)
    beside = (None, page.caption(start))
    told = (c for c in reversed(earlier) if c.content[-1].end <= start and page.caption(c.content[0].start) in beside)
    last = next((c for c in told if not is_nested(c, earlier) and not is_quoted(page, c, start)), None)
    if last is None or last.source is None:
        return None
    end = max(last.content[-1].end, last.source.end or 0)
    line = page.line(start)
    if (quotation := page.quotation(start)) is not None and quotation == page.quotation(last.content[0].start):
        adjoins = True
    elif end >= line.start:
        adjoins = len(page.text[end:start].strip()) <= APART
    else:
        opens = claim.kind == "indirect" or bool(OPENING.match(page.text[line.start : start]))
        adjoins = (opens or is_open(page, last, start)) and len(told_between(page, end, line.start)) <= TAG
    return last.source.entity if adjoins and not others_between(page, Range(start=end, end=start), last, cast) else None


def told_between(page: Page, start: int, end: int) -> str:
    """The text between two places without a picture's caption and credit, beside which the story goes on."""
    text = page.text[start:end]
    for block in reversed(page.report.blocks):
        if block.kind in ("caption", "chrome") and start <= block.start and block.end <= end:
            text = text[: block.start - start] + text[block.end - start :]
    return text.strip()


def is_open(page: Page, last: Claim, at: int) -> bool:
    """Whether a quotation of an earlier line goes on, for no mark has closed it."""
    goes_on = last.source is not None and last.source.text is None
    quoted = goes_on or page.quotation(last.content[0].start) is not None
    return quoted and not CLOSING.search(page.text, last.content[0].start, at)


def others_between(page: Page, between: Range, last: Claim, cast: Cast) -> bool:
    """Whether a sentence between two quotations is about somebody else than who spoke the first."""
    speaker = last.source.entity if last.source is not None else None
    return any(
        name.type == "person" and cast.of_mention(name) != speaker and page.quotation(name.start) is None
        for name in starting_in(cast.named[page.number], between)
        if page.sentence_range(name.start).start >= between.start
    )


def coming_speaker(
    page: Page, claim: ClaimMention, cast: Cast, earlier: Sequence[Claim], claims: Sequence[ClaimMention]
) -> str | None:
    """The speaker of the quotation after this one in the same paragraph, where nothing else stands between, or of what
    goes on in the very same quotation."""
    end = claim.content[-1].end
    line = page.line(claim.content[0].start)
    following = [c for c in claims if end <= c.content[0].start < line.end and c.kind != "indirect"]
    if claim.kind == "indirect" or not following:
        return None
    after = following[0]
    quotation = page.quotation(claim.content[0].start)
    inside = after.source is not None and quotation is not None and contains(quotation, after.source)
    goes_on = quotation is not None and quotation == page.quotation(after.content[0].start) and not inside
    if len(page.text[end : after.content[0].start].strip()) > QUOTES and not goes_on:
        return None
    if after.source is None:
        return coming_speaker(page, after, cast, earlier, claims)
    return author_before(page, after.source, cast, earlier) or cast.of(page.report.id, after.source)


def presented_speaker(page: Page, claim: ClaimMention, cast: Cast) -> str | None:
    """The one person whom the sentence right before a quotation in its paragraph has as its subject: "Odeh broke down
    in an interview. “My house is gone.”" """
    start = start_of(claim)
    index, line = page.sentence(start), page.line(start)
    if index < 1 or claim.kind == "indirect" or not OPENING.match(page.text[page.sentences[index].start : start]):
        return None
    before = page.sentences[index - 1]
    if before.start < line.start or page.quotation(before.end - 1) is not None:
        return None
    persons = [m for m in starting_in(cast.named[page.number], before) if m.type == "person"]
    if not persons or len({cast.of_mention(m) for m in persons}) > 1 or persons[0].start - before.start > LEAD:
        return None
    owns = page.text[persons[0].end : persons[0].end + 2] in ("'s", "’s")
    return None if owns or PREPOSITION.search(page.before(persons[0].start)) else cast.of_mention(persons[0])


def is_title(page: Page, claim: ClaimMention) -> bool:
    """Whether a quotation is the name of something inside a noun phrase, and nobody's words: the old “Welcome to Sabha”
    sign."""
    content = claim.content[0]
    quotation = page.quotation(content.start)
    if claim.source is not None or claim.cue is not None or quotation is None or quotation.start != content.start:
        return False
    words = content.text.split()
    named = len(words) <= 8 and all(w[0].isupper() for w in words if len(w) > 3)
    return named and bool(LOWER.search(page.text[: content.start][-20:]))
