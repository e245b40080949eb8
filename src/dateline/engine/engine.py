"""The engine: walks the stages over a store, does the I/O, the batching, the resume and the catching.

What comes in is committed first (`add`), then read and settled in small steps (`update`), each one transaction with the
note of what it leaves to do. A run that is killed goes on where it was; a new report touches what depends on it.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec

from dateline import settings
from dateline.engine.account import read_account
from dateline.engine.fingerprint import recipe_of
from dateline.engine.groups import Settler, remove_story
from dateline.engine.pairs import take_out
from dateline.engine.reports import ReportReader
from dateline.engine.stages import Stages
from dateline.errors import InputError
from dateline.model import (
    Account,
    Capture,
    Cleaned,
    Issue,
    Judgement,
    Origin,
    Reading,
    Record,
    Signature,
    Story,
    StoryKeys,
)
from dateline.model.correction import why_not
from dateline.store import StoreFile, captures, facts, issues, judgements, membership, records, work
from dateline.store.issues import Failure

Found = tuple[Capture, bytes] | Issue
"""What intake yields: a capture with its bytes, or why there is none."""
Progress = Callable[[str, int, int], None]
"""Told what is going on: the step, how many units are done, and how many there are (0: not known)."""
CHUNK_BYTES = 16 << 20
CHUNK_REPORTS = 200


class Added(Record, frozen=True):
    """What `add` found: ids of new reports, how many were there already, and what could not be taken in or read, or
    bears on the whole account."""

    new: tuple[str, ...] = ()
    known: int = 0
    issues: tuple[Issue, ...] = ()


class Engine:
    """The stages over one store. Methods that write hold the writer's lock while they do."""

    def __init__(self, file: StoreFile, stages: Stages, progress: Progress | None = None) -> None:
        self.file, self.stages = file, stages
        self.progress: Progress = progress or (lambda step, done, total: None)

    def add(self, found: Iterable[Found]) -> Added:
        """Keep what comes in, and account for it. The captures are committed before anything is read in them."""
        with self.file.writing():
            added = self._keep(found)
            lost = self.update()
        return msgspec.structs.replace(added, issues=added.issues + lost)

    def update(self) -> tuple[Issue, ...]:
        """Do what is left to do; the issues that whoever adds reports is told."""
        with self.file.writing():
            self._check_recipe()
            reader, settler = ReportReader(self.file, self.stages, settings.current()), Settler(self.file, self.stages)
            try:
                self._work_off("reading reports", "report", reader.read_next)
                self._work_off("telling stories", "group", settler.settle_next)
            finally:
                reader.child.close()
        return tuple(sorted({*reader.lost, *settler.lost}, key=lambda i: (i.report or "", i.stage, i.code, i.message)))

    def judge(self, given: Iterable[Judgement]) -> int:
        """Take down what a person decided and let it take effect; how many judgements were new. InputError, and nothing
        is taken down, when a value cannot stand in its field."""
        with self.file.writing():
            new = self.note(given)
            self.update()
        return new

    def note(self, given: Iterable[Judgement]) -> int:
        """Take down what a person decided, to take effect with the next update; how many judgements were new. It need
        not be the one writer: a run that is under way sees what was added and settles it too. InputError, and nothing
        is taken down, when a value cannot stand in its field."""
        given = list(given)
        for judgement in given:
            check_value(judgement)
        with self.file.transaction() as connection:
            return judgements.append(connection, given)

    def remove(self, report: str) -> None:
        """Take a report out of the store and of the account. Judgements stay."""
        with self.file.writing():
            with self.file.transaction() as connection:
                where = membership.of(connection, report)
                captures.remove(connection, report)
                take_out(connection, report)
                membership.remove(connection, [report])
                records.remove(connection, [report], Cleaned, Reading, Signature, StoryKeys)
                issues.clear(connection, f"report:{report}")
                work.done(connection, "report", [report])
                if where is not None:
                    origin, story = where
                    records.remove(connection, [origin], Origin)
                    remove_story(connection, story)
            self.update()

    def account(self, story: str | None = None) -> Account:
        """The account as it stands, of one story or of all."""
        with self.file.reading() as connection:
            return read_account(connection, story)

    def accounts(self) -> Iterator[Account]:
        """The account story by story, the largest first; last what is of none: the issues of what never became a
        report."""
        with self.file.reading() as connection:
            stories = sorted(records.get_all(connection, Story), key=lambda s: (-len(s.reports), s.id))
        told = set[Issue]()
        for story in stories:
            account = self.account(story.id)
            told.update(account.issues)
            yield account
        with self.file.reading() as connection:
            rest = tuple(issue for issue in issues.get_all(connection) if issue not in told)
        if rest:
            yield Account(issues=rest)

    def unread(self) -> int:
        """How many reports are committed but not in the account yet, as after a run that was killed."""
        with self.file.reading() as connection:
            return max(work.left(connection, "report"), work.left(connection, "group"))

    def _keep(self, found: Iterable[Found]) -> Added:
        new: list[str] = []
        known, refused = 0, list[Issue]()
        met: set[str] = set()
        for chunk in chunks(found):
            with self.file.transaction() as connection:
                for each in chunk:
                    path = each.report if isinstance(each, Issue) else each[0].path
                    if path is not None and path not in met:
                        met.add(path)
                        issues.clear(connection, f"intake:{path}")
                    if isinstance(each, Issue):
                        issues.add(connection, f"intake:{path}", Failure(issue=each))
                        refused.append(each)
                    elif captures.put(connection, *each):
                        new.append(each[0].id)
                    else:
                        known += 1
            self.progress("taking in reports", len(new) + known, 0)
        return Added(new=tuple(new), known=known, issues=tuple(refused))

    def _check_recipe(self) -> None:
        """Look at every report again when stages, settings or tables are not those that the store was made with."""
        recipe = recipe_of(self.stages)
        with self.file.transaction() as connection:
            if facts.get(connection, "recipe") != recipe:
                work.mark(connection, "report", captures.all_ids(connection))
                facts.put(connection, "recipe", recipe)

    def _work_off(self, step: str, kind: work.Work, next_step: Callable[[], int]) -> None:
        with self.file.reading() as connection:
            total = work.left(connection, kind)
        done = 0
        while count := next_step():
            done += count
            self.progress(step, done, max(total, done))


def check_value(judgement: Judgement) -> None:
    """Refuse a value that means nothing where it would stand: InputError says what is expected."""
    if judgement.verdict not in ("correct", "grade"):
        return
    graded, value = judgement.verdict == "grade", judgement.value or ""
    type_, field = ("happening", "grade") if graded else (judgement.target.type, judgement.field or "")
    try:
        bare = graded and not value.startswith('"')
        expected = why_not(type_, field, value if bare else msgspec.json.decode(value.encode()))
    except msgspec.DecodeError:
        expected = 'JSON text, such as 126 or "killed"'
    if expected is not None:
        raise InputError(f"{type_} {field} {value}: expected {expected}")


def chunks(found: Iterable[Found]) -> Iterator[Sequence[Found]]:
    """What comes in, in parts that are small enough to hold in memory and large enough to commit together."""
    part: list[Found] = []
    size = 0
    for each in found:
        part.append(each)
        size += 0 if isinstance(each, Issue) else len(each[1])
        if size >= CHUNK_BYTES or len(part) >= CHUNK_REPORTS:
            yield part
            part, size = [], 0
    if part:
        yield part
