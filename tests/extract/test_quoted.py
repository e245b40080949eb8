"""Quotations without a claim become bare claims; what is covered, short or ambiguous does not."""

import pytest

from dateline.extract.quoted import unclaimed
from dateline.model import ClaimMention, Range, Span


def read(text: str, *claims: ClaimMention) -> list[str]:
    return [c.content[0].text for c in unclaimed(text, [Range(start=0, end=len(text))], claims)]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("“The bridge fell before anyone could cross", ["The bridge fell before anyone could cross"]),
        ('Torvan "was there when the first boats came in" and stayed.', ["was there when the first boats came in"]),
        ('It was not our doing," she said on the quay.', []),
        ("They call it the “river of gold” here.", []),
        ('It was never going to hold for long."', ["It was never going to hold for long."]),
        ('"A man of ""great and lasting patience"" they say here', []),
    ],
)
def test_quotation_without_claim(text: str, quotes: list[str]) -> None:
    assert read(text) == quotes


def test_covered_quotation_stays_alone() -> None:
    text = "“The bridge fell before anyone could cross,” he said."
    content = (Span(start=1, end=42, text=text[1:42]),)
    assert not read(text, ClaimMention(source=None, cue=None, content=content, kind="direct"))


def test_span_quotes_text() -> None:
    text = "Before. “No boat has come to us since the flood "
    (claim,) = unclaimed(text, [Range(start=0, end=len(text))], [])
    assert text[claim.content[0].start : claim.content[0].end] == claim.content[0].text
