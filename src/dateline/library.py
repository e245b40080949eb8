"""The Python library: reports in, account out, with or without a store.

>>> import dateline
>>> account = dateline.read(["samples"])
>>> account.schema
'dateline/account/1'
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType

from dateline import pipeline
from dateline.engine import Added, Engine, Found, Progress
from dateline.intake import read_paths
from dateline.model import Account, Issue, Judgement
from dateline.resolve.places import Gazetteer
from dateline.store import StoreFile, membership, overview
from dateline.store import issues as store_issues
from dateline.store import judgements as store_judgements
from dateline.store import search as store_search
from dateline.store.overview import Counts, Stories, StoryLine
from dateline.store.search import NameHit, TextHit
from dateline.tell.own import is_own


class Store:
    """Reports kept in one file, and the account of them. Adding reports in any order or number of steps gives the same
    account as one run over all of them.

    >>> import dateline, tempfile
    >>> from pathlib import Path
    >>> folder = tempfile.TemporaryDirectory()
    >>> with dateline.Store(Path(folder.name) / "exercise.dateline") as store:
    ...     added = store.add(["samples"])
    ...     again = store.add(["samples"])
    ...     account = store.account()
    >>> len(added.new) == len(account.reports), again.new
    (True, ())
    """

    def __init__(
        self, path: str | Path | None = None, *, create: bool = True, progress: Progress | None = None
    ) -> None:
        """Open the store at `path`, or make it; None keeps it for this object only. StoreError says what is wrong."""
        self.file = StoreFile(path, create=create)
        self.engine = Engine(self.file, pipeline.STAGES, progress)

    def add(self, paths: str | Path | Sequence[str | Path] = (), *, aside: Sequence[Path] = ()) -> Added:
        """Take in reports from files, folders, patterns or `-`, one or several, and bring the account up to date.
        Without paths, go on where an interrupted run stopped. What could not be read is in `issues` of what is
        returned, and in the account. `aside`: files and folders that are left alone where they lie in a folder of
        reports, such as where the account will be written; the store itself is one. StoreError when another process
        writes to the store."""
        own = [self.file.path] if self.file.path is not None else []
        return self.engine.add(find_reports([paths] if isinstance(paths, str | Path) else paths, [*aside, *own]))

    def remove(self, report: str) -> None:
        """Take a report out of the store and of the account."""
        self.engine.remove(report)

    def judge(self, judgements: Iterable[Judgement]) -> int:
        """Take down decisions and let them take effect; how many were new."""
        return self.engine.judge(judgements)

    def note(self, judgements: Iterable[Judgement]) -> int:
        """Take down decisions without waiting for their effect, which `update` brings; how many were new."""
        return self.engine.note(judgements)

    def update(self, wait_s: float = 0) -> None:
        """Do what is left to do. StoreError when somebody else still writes after `wait_s` seconds."""
        with self.file.writing(wait_s):
            self.engine.update()

    def account(self, story: str | None = None) -> Account:
        """The account of all reports, or of one story."""
        return self.engine.account(story)

    def accounts(self) -> Iterator[Account]:
        """The account story by story, the largest first, so that a large store is never in memory as a whole; last an
        account of what belongs to no story: the issues of what never became a report."""
        return self.engine.accounts()

    def unread(self) -> int:
        """How many reports an interrupted run left unread; `add()` reads them."""
        return self.engine.unread()

    def counts(self) -> Counts:
        """How much there is."""
        with self.file.reading() as connection:
            return overview.count(connection)

    def stories(self, words: str = "", limit: int = 50, offset: int = 0) -> Stories:
        """A page of stories, the largest first; with words, those of the reports that have them, the best fit first."""
        with self.file.reading() as connection:
            return overview.list_stories(connection, words, limit, offset)

    def story_of(self, report: str) -> str | None:
        """The story of a report, or None where there is no such report in the account."""
        with self.file.reading() as connection:
            found = membership.of(connection, report)
        return found[1] if found else None

    def judgements(self) -> list[Judgement]:
        """Every judgement ever made, undone ones too, oldest first."""
        with self.file.reading() as connection:
            return store_judgements.get_all(connection)

    def in_force(self) -> tuple[Judgement, ...]:
        """The judgements that nobody undid."""
        return store_judgements.in_force(self.judgements())

    def find_text(self, words: str, limit: int = 20) -> list[TextHit]:
        """The reports with these words; a date in figures finds it as reports write it."""
        with self.file.reading() as connection:
            return store_search.find_text(connection, words, limit)

    def find_names(self, name: str, limit: int = 20) -> list[NameHit]:
        """The entities with these letters in a name."""
        with self.file.reading() as connection:
            return store_search.find_names(connection, name, limit)

    def traces(self) -> list[tuple[Issue, str]]:
        """The failures with their tracebacks, for whoever mends the program."""
        with self.file.reading() as connection:
            return store_issues.traces(connection)

    def close(self) -> None:
        """Close the file."""
        self.file.close()

    def __enter__(self) -> "Store":
        """The store itself, closed at the end of the block."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Close the file."""
        self.close()


def find_reports(paths: Sequence[str | Path], aside: Sequence[Path] = ()) -> Iterator[Found]:
    """The captures in files, folders and patterns; what this program wrote is no report."""
    return read_paths(paths, aside=aside, is_own=is_own)


def read(paths: str | Path | Sequence[str | Path], *, progress: Progress | None = None) -> Account:
    """The account of the reports in files, folders and patterns, one or several. What could not be read is in `issues`.

    >>> import dateline
    >>> account = dateline.read(["samples"])
    >>> all(f.text == r.text[f.start:f.end] for r in account.reports for f in account.figures if f.report == r.id)
    True
    """
    with Store(progress=progress) as store:
        store.add(paths)
        return store.account()


def add_places(path: Path, tell: Callable[[int], None] = lambda _: None) -> int:
    """Add a file of places to the user's own, for accounts that are made from now on; how many. `tell` is told how many
    were read. InputError where the file cannot be read."""
    return Gazetteer.open().add(path, tell)


__all__ = ["Counts", "NameHit", "Store", "Stories", "StoryLine", "TextHit", "add_places", "read"]
