"""What could not be read, resolved or trusted, and why: bad input is a record, never a crash."""

from dateline.model.base import Record


class Issue(Record, frozen=True):
    """One thing that a stage could not do. `code` is a short hyphenated word (`date-unparsed`); `message` says what
    was seen, what was expected and what to do. `report` is a report id, or the path of what never became a report."""

    stage: str
    code: str
    report: str | None
    message: str
