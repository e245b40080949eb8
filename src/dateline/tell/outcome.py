"""story -> how a search or a captivity came out: what a later report opens with of those who were sought or held."""

import re
from functools import cached_property

from dateline.model import SourceSpan
from dateline.model.units import PEOPLE
from dateline.tell.told import OPENING, Told

SEARCH = re.compile(
    r"(?i)\b(?:search(?:es|ed|ing)? (?:for|operations?|teams?|part(?:y|ies))|missing|unaccounted for|trapped|stranded|"
    r"hostages?|held captive|kidnapp\w+|abduct\w+|rescuers?|rescue (?:operations?|efforts?|teams?|workers?|mission))\b"
)
"""Words of somebody who is sought or held."""

CAME_OUT = re.compile(
    r"(?i)(?<!who )(?<!that )(?<!which )\b(?:has|have|had|is|are|was|were) (?:been )?(?:\w+ly |later |finally )?(?:"
    r"found (?:\w+ly )?(?:dead|alive|lifeless|safe|unharmed|unhurt|drowned|without (?:any )?signs? of life)|"
    r"rescued|freed|released|set free|(?:pulled|brought) (?:out|up|ashore) (?:dead|alive|safe\w*|unharmed|unhurt))\b|"
    r"\b(?:body|bodies|remains)\b[^,;.]{0,60}? (?:has|have|had|was|were) (?:been )?(?:\w+ly |later |finally )?"
    r"(?:found|recovered|retrieved|discovered|pulled from)\b|"
    r"\b(?:found|recovered|retrieved|discovered) (?:the|his|her|their) (?:body|bodies|remains)\b"
)
"""Words of what became of him, as something that took place."""

ASKED = re.compile(
    r"(?i)\b(?:alive|surviv\w+|fate|whereabouts|condition|become of|happened to)\b.{0,60}\b(?:unclear|unknown|not)\b|"
    r"\b(?:unclear|unknown|not (?:yet |immediately )?(?:clear|known))\b.{0,60}"
    r"\b(?:alive|surviv\w+|fate|whereabouts|condition|become of|happened to|"
    r"where (?:he|she|they) (?:is|are|was|were))\b"
)
"""Words of the question what became of him."""

SEVERAL = re.compile(r"(?i)\b(?:how many|they|them|their|others?|those|both|all|any)\b")
"""Words of more than one."""

GOING_ON = re.compile(
    r"(?i)\b(?:is|are|has been|have been) (?:\w+ly |still |now |also )*\w+ing\b|\bas of (?:writing|press time)\b|"
    r"\b(?:so far|still)\b"
)
"""Words of what was not over when it was written."""

TO_SAVE = re.compile(r"(?i)\bto (?:save|reach|find|rescue|free|locate|reunite)\b")
"""Words of what a search is for."""

SOUGHT = frozenset({"missing", "trapped", "captured", "killed", "died"})
"""Outcomes of those of whom one may be found while another is not."""


class Outcome:
    """How the search of a story came out, and on which day a report opens with that."""

    def __init__(self, told: Told) -> None:
        """Nothing looked through yet."""
        self.told = told

    @cached_property
    def spans(self) -> list[SourceSpan]:
        """The sentences that the reports of the last such day open with, where reports of days before told of a
        search."""
        told = self.told
        openings = {report: body[:OPENING] for report, body in told.body.items()}
        sought = [
            told.day(report) for report, body in openings.items() if any(SEARCH.search(told.text(s)) for s in body)
        ]
        found = [s for body in openings.values() for s in body if CAME_OUT.search(told.text(s))]
        found = [s for s in found if any(day < told.day(s.report) for day in sought)]
        last = max((told.day(s.report) for s in found), default="")
        return [s for s in found if told.day(s.report) == last]

    @cached_property
    def day(self) -> str:
        """The day on which it was told; empty where it was not."""
        return self.told.day(self.spans[0].report) if self.spans else ""

    @cached_property
    def _one(self) -> bool:
        """Whether the story is of one who was sought."""
        return not any(
            f.unit in PEOPLE and f.what in SOUGHT and (f.low or f.best or 0) > 1 for f in self.told.figures.values()
        )

    def answers(self, span: SourceSpan) -> bool:
        """Whether a sentence asks what became of somebody of whom a later report tells it: of the only one who was
        sought, or of one whom it names."""
        if self.told.day(span.report) >= self.day or not ASKED.search(self.told.text(span)):
            return False
        if self._one and not SEVERAL.search(self.told.text(span)):
            return True
        named = self._persons(span)
        return any(named & self._persons(s) for s in self.spans)

    def _persons(self, span: SourceSpan) -> set[str]:
        return {e for e in self.told.named_in(span) if self.told.entities[e].type == "person"}

    def ends(self, span: SourceSpan) -> bool:
        """Whether a sentence of an earlier report tells of the search for the only one who was sought as not over."""
        text = self.told.text(span)
        if not self._one or self.told.day(span.report) >= self.day or not GOING_ON.search(text):
            return False
        return SEARCH.search(text) is not None or TO_SAVE.search(text) is not None
