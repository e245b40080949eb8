"""What all commands share: the two consoles, tables, progress on anything over a second, and opening an account."""

import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import msgspec
import typer
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

import dateline
from dateline.errors import InputError
from dateline.model import Account, Issue
from dateline.tell.one_story import by_story, of_story

if TYPE_CHECKING:
    from dateline.engine import Progress as Listener


class Results(Console):
    """The console of results."""

    def on_broken_pipe(self) -> None:
        """Rich would end with 1; that nobody reads on is no fault, and is for the commands to say."""
        raise BrokenPipeError


out = Results(highlight=False, soft_wrap=True, width=None if sys.stdout.isatty() else 200)
"""Results; in a file or a pipe, tables are wide enough to keep a row on a line."""
err = Console(stderr=True, highlight=False)
"""Progress and messages."""
PATIENCE_S = 1.0
SHOWN_ISSUES = 12

Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no messages but errors.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
StorePath = Annotated[
    Path, typer.Option("--store", "-s", help="The store; `show` and its like also take an account.json.")
]
OnlyStore = Annotated[Path, typer.Option("--store", "-s", help="The store.")]


def safe(text: str | None) -> str:
    """Text from a report for a terminal: no control characters that could move the cursor or change its colours, and
    nothing that rich takes for markup."""
    return escape(plain(text))


def plain(text: str | None) -> str:
    """Text without control characters."""
    return "".join(c if c in "\n\t" or c.isprintable() or c.isspace() else "·" for c in text or "").replace("\r", " ")


@contextmanager
def progress(quiet: bool) -> Iterator["Listener"]:
    """Something to tell progress to. A bar appears when it has taken over a second."""
    bars = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=err,
        transient=True,
        disable=quiet or not err.is_terminal,
    )
    tasks: dict[str, Any] = {}
    began = time.monotonic()

    def tell(step: str, done: int, total: int) -> None:
        if step not in tasks:
            tasks[step] = bars.add_task(step, total=total or None)
        bars.update(tasks[step], completed=done, total=total or None)
        if not bars.live.is_started and time.monotonic() - began > PATIENCE_S:
            bars.start()

    try:
        yield tell
    finally:
        bars.stop()


def show_table(header: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """A table of plain cells."""
    table = Table(*header, box=None, pad_edge=False, header_style="bold", expand=False)
    for row in rows:
        table.add_row(*(Text(plain("" if cell is None else str(cell))) for cell in row))
    out.print(table)


def file_names(account: Account) -> dict[str, str]:
    """What to call each report by: its file, else its address."""
    return {r.id: Path(r.path).name if r.path else r.url or r.id for r in account.reports}


def print_json(value: object) -> None:
    """A value as JSON on standard output, whatever the terminal is."""
    sys.stdout.write(msgspec.json.format(msgspec.json.encode(value), indent=1).decode() + "\n")


def print_issues(found: Sequence[Issue]) -> None:
    """The first issues, and how many more there are."""
    for issue in found[:SHOWN_ISSUES]:
        err.print(f"[yellow]![/] {safe(issue.message)} [dim]({issue.code})[/]")
    if len(found) > SHOWN_ISSUES:
        err.print(f"[yellow]![/] and {len(found) - SHOWN_ISSUES} more; all are in the account's issues")


@contextmanager
def open_accounts(path: Path, story: str | None = None) -> Iterator[Iterator[Account]]:
    """The accounts of the stories in a store or an account.json, one after the other; or of one story alone."""
    if story is not None or holds_account(path):
        yield by_story(open_account(path, story))
        return
    with dateline.Store(path, create=False) as store:
        yield store.accounts()


def open_account(path: Path, story: str | None = None) -> Account:
    """The account in a store or in an account.json, of one story or of all."""
    account = read_file(path, story) if holds_account(path) else read_store(path, story)
    if story is not None and not account.stories:
        raise InputError(f"{path}: no story {story!r}; `dateline show stories --store {path}` lists them")
    return account


def holds_account(path: Path) -> bool:
    """Whether a path is that of an account.json and not of a store, whatever it is called."""
    try:
        with path.open("rb") as file:
            start = file.read(16)
    except OSError:
        start = b""
    return (path.suffix == ".json" and not start.startswith(b"SQLite format 3")) or start.lstrip().startswith(b"{")


def read_file(path: Path, story: str | None) -> Account:
    """The account in an account.json."""
    try:
        account = msgspec.json.decode(path.read_bytes(), type=Account)
    except (OSError, msgspec.DecodeError) as error:
        raise InputError(f"{path}: not an account that can be read ({error})") from error
    return account if story is None else of_story(account, story)


def read_store(path: Path, story: str | None) -> Account:
    """The account in a store."""
    with dateline.Store(path, create=False) as store:
        left = store.unread()
        if left:
            err.print(
                f"[yellow]![/] {left} reports are stored but not in the account yet; "
                f"`dateline add --store {path}` goes on with them"
            )
        return store.account(story)
