"""Claim mentions -> claims: who says it (through names, descriptions, pronouns), how it stands to what is said, and
through which medium."""

import re
from collections.abc import Sequence

from dateline.model import Claim, ClaimMention, Role, Span, Stance, make_id
from dateline.resolve.entities.cast import Cast
from dateline.resolve.entities.page import Page
from dateline.resolve.entities.phrases import FIRST_PERSON, PRONOUNS

# Verbs of saying by what the speaker does with the content; the first that occurs in the cue decides.
STANCES: tuple[tuple[Stance, re.Pattern[str]], ...] = (
    ("denies", re.compile(r"(?i)\b(?:den(?:y|ies|ied|ying|ials?)|reject\w*|refut\w+|dismiss\w*|disput\w+|disavow\w*|rebuff\w*|contradict\w*)\b|\bnot (?:said|confirmed)|\bno\b.*\bresponsibility")),
    ("doubts", re.compile(r"(?i)\b(?:doubt\w*|question(?:s|ed|ing)|sceptical|skeptical|unsure|uncertain|could not (?:be )?(?:confirm|verif)\w*|cast doubt)\b")),
    ("threatens", re.compile(r"(?i)\bthreat\w*|\bvow\w* (?:revenge|retaliation)")),
    ("promises", re.compile(r"(?i)\b(?:vow\w*|pledg\w+|promis\w+|commit\w*|guarantee\w*|swore|swear\w*|undert(?:ake|ook)\w*|offer\w*)\b")),
    ("asks", re.compile(r"(?i)\b(?:ask\w*|urg(?:e|es|ed|ing)|call(?:s|ed|ing)? (?:for|on|upon)|demand\w*|appeal\w*|request\w*|beg(?:s|ged|ging)?|order\w*|insist\w* (?:on|that .* should)|want\w*|encourag\w+|implor\w+|press(?:es|ed|ing)? for|plead\w*)\b")),
)  # fmt: skip
MEDIA: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("by telephone", re.compile(r"(?i)\b(?:by|over the|via|on the) (?:tele)?phone\b|\bin a (?:tele)?phone (?:call|interview)\b")),
    ("on Twitter", re.compile(r"(?i)\b(?:on|via|through|in) (?:his |her |its |their |the )?(?:official )?(?:Twitter|X)\b|\btweet(?:ed|s|ing)?\b|\bin a (?:series of )?tweets?\b")),
    ("on Facebook", re.compile(r"(?i)\b(?:on|via|in a post on) (?:his |her |its |their )?Facebook\b|\bFacebook (?:post|page)\b")),
    ("on Telegram", re.compile(r"(?i)\b(?:on|via|in a post on|through) (?:the (?:messaging )?(?:app|service) )?(?:Telegram|WhatsApp)\b")),
    ("on social media", re.compile(r"(?i)\b(?:on|via|through) social media\b")),
    ("in a statement", re.compile(r"(?i)\bin (?:an? |the |its |his |her |their )?(?:\w+ ){0,2}(?:statement|communiqu[eé]|press release|news release)\b|\ba statement (?:from|by|said|released)\b|\bstatement\b")),
    ("in a video", re.compile(r"(?i)\bin an? (?:\w+ ){0,2}(?:video|audio)(?: (?:message|recording|statement))?\b")),
    ("in an interview", re.compile(r"(?i)\bin an? (?:\w+ ){0,3}interview\b")),
    ("at a press conference", re.compile(r"(?i)\b(?:at|in|during) an? (?:\w+ ){0,2}(?:press|news) (?:conference|briefing)\b")),
    ("in a report", re.compile(r"(?i)\bin (?:an?|its|the|their) (?:\w+ ){0,2}report\b")),
    ("in a letter", re.compile(r"(?i)\bin an? (?:\w+ ){0,2}letter\b")),
    ("in a speech", re.compile(r"(?i)\bin an? (?:\w+ ){0,3}(?:speech|address)\b")),
    ("on television", re.compile(r"(?i)\bon (?:\w+ ){0,2}(?:television|TV|radio)\b|\bstate (?:television|TV|media|radio)\b")),
)  # fmt: skip
TOLD = re.compile(
    r"(?i)\b(?:told|tells|telling|speaking to|spoke to|interview with)\s+((?:[A-Z][\w.&’'-]*\s*){1,4}|reporters|journalists)"
)


def resolve_claims(page: Page, cast: Cast) -> tuple[Claim, ...]:
    """The claims of one report in text order."""
    found: list[Claim] = []
    for claim in sorted(page.reading.claims, key=lambda c: (c.content[0].start, -c.content[-1].end)):
        source, why = find_source(page, claim, cast, found)
        found.append(
            Claim(
                id=claim_id(page, claim),
                report=page.report.id,
                source=source,
                cue=claim.cue,
                content=claim.content,
                kind=claim.kind,
                medium=medium_of(page, claim),
                stance=stance_of(claim.cue.text if claim.cue else ""),
                confidence=claim.confidence,
                source_why=why,
            )
        )
    return tuple(found)


def claim_id(page: Page, claim: ClaimMention) -> str:
    """An id of the report and the content's span, with the cue that tells nested claims apart."""
    cue = claim.cue.start if claim.cue else -1
    return make_id("c", page.report.id, claim.content[0].start, claim.content[-1].end, cue)


def find_source(page: Page, claim: ClaimMention, cast: Cast, earlier: Sequence[Claim]) -> tuple[Role | None, str]:
    """The source with its entity; a quotation that runs on keeps the speaker of the one before it."""
    span = claim.source
    if span is not None:
        entity = cast.of(page.report.id, span)
        role = Role(text=span.text, start=span.start, end=span.end, entity=entity)
        if entity is not None:
            return role, "named here" if not is_pronoun(span) else f"“{span.text}” taken up from before"
        return role, f"“{span.text}” could not be tied to anyone named"
    if claim.kind != "indirect" and claim.cue is None:
        speaker = running_speaker(page, claim, earlier)
        if speaker is not None:
            return Role(text=None, start=None, end=None, entity=speaker), "the quotation runs on from the one before it"
        return None, "a quotation without a speaker in its paragraph"
    if claim.cue is not None:
        return None, f"“{claim.cue.text}” names nobody"
    return None, "nobody is named"


def is_pronoun(span: Span) -> bool:
    """Whether a source is a bare pronoun."""
    return span.text.lower() in PRONOUNS | FIRST_PERSON


def running_speaker(page: Page, claim: ClaimMention, earlier: Sequence[Claim]) -> str | None:
    """The speaker of the claim before this one, in the same paragraph or, for an open quotation, the one before."""
    start = claim.content[0].start
    here = page.line(start)
    for other in reversed(earlier):
        end = other.content[-1].end
        if end > start:
            continue
        between = page.text[end : here.start].strip("\n ") if end < here.start else ""
        last = max(end, other.source.end if other.source and other.source.end else 0)
        near = last >= here.start or len(page.text[last : here.start].strip()) <= 40
        if not near or len(between) > 120:
            return None
        return other.source.entity if other.source is not None else None
    return None


def stance_of(cue: str) -> Stance:
    """What the cue does with the content."""
    for stance, pattern in STANCES:
        if pattern.search(cue):
            return stance
    return "asserts"


def medium_of(page: Page, claim: ClaimMention) -> str | None:
    """How it was said, from the words of the sentence outside the content."""
    at = claim.cue or claim.source or claim.content[0]
    sentence = page.sentence_range(at.start)
    outside = list(page.text[sentence.start : sentence.end])
    for content in claim.content:
        for i in range(max(content.start, sentence.start), min(content.end, sentence.end)):
            outside[i - sentence.start] = " "
    text = "".join(outside)
    told = TOLD.search(text)
    if told:
        return f"told {told[1].strip()}"
    for name, pattern in MEDIA:
        if pattern.search(text):
            return name
    return None


def claims_at(claims: Sequence[Claim], start: int, end: int) -> list[Claim]:
    """The claims whose content holds a span, innermost first."""
    held = [
        (sum(c.end - c.start for c in claim.content), i)
        for i, claim in enumerate(claims)
        if any(c.start <= start and end <= c.end for c in claim.content)
    ]
    return [claims[i] for _, i in sorted(held)]
