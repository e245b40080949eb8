"""What could not be read, resolved or trusted, and why: bad input is a record, never a crash."""

from typing import Final

from dateline.model.base import Record

NOTES: Final = frozenset({"encoding-guessed", "characters-replaced", "field-unread"})
"""Issues of the intake about reports that were read all the same."""
LOSSES: Final = frozenset(
    {"stage-failed", "too-long-to-read", "page-cut", "page-unparsed", "no-text", "no-story", "date-astray"}
)
"""Issues of later stages that leave something out of the account."""
SHIFTS: Final = frozenset({"date-far"})
"""Issues of later stages that leave nothing out, but if something is wrong, so is more than the report."""


class Issue(Record, frozen=True):
    """One thing that a stage could not do. `code` is a short hyphenated word (`date-unparsed`); `message` says what
    was seen, what was expected and what to do. `report` is a report id, or the path of what never became a report."""

    stage: str
    code: str
    report: str | None
    message: str

    @property
    def loses(self) -> bool:
        """Whether something that was given is missing in the account for it."""
        return self.code not in NOTES if self.stage == "intake" else self.code in LOSSES

    @property
    def weighs(self) -> bool:
        """Whether whoever adds reports is told of it."""
        return self.loses or self.code in SHIFTS
