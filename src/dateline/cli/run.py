"""`dateline account`, `add` and `remove`: reports in and out."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import dateline
from dateline.cli.console import (
    Json,
    OnlyStore,
    Quiet,
    err,
    open_account,
    out,
    print_issues,
    print_json,
    progress,
    safe,
)
from dateline.cli.show import find_report
from dateline.errors import InputError, OutputError
from dateline.model import Account
from dateline.tell.files import write_account

if TYPE_CHECKING:
    from dateline.engine import Added

Reports = Annotated[
    list[str],
    typer.Argument(
        help="Files, folders, patterns, or - for standard input: text, HTML, PDF, JSON, JSON lines.", show_default=False
    ),
]


def account(
    reports: Reports,
    output: Annotated[Path, typer.Option("--output", "-o", help="The folder to write to; it is made.")] = Path("out"),
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Read reports and write one account of them, with nothing left behind but the files in OUT.

    - `dateline account reports/ -o out`
    - `dateline account 'saved/**/*.html' articles.jsonl -o out`
    - `curl -s https://example.org/report | dateline account - -o out`
    """
    check_folder(output)
    with progress(quiet) as tell, dateline.Store(progress=tell) as store:
        added = store.add(reports, aside=[output])
        check_any(added)
        found = store.account()
    files = write_account(found, output)
    if json:
        print_json({"files": [str(f) for f in files], "reports": len(found.reports), "issues": found.issues})
    elif not quiet:
        print_account(found)
        err.print(f"\nWritten: {', '.join(str(f) for f in files)}", soft_wrap=True)
    finish(added, quiet or json)


def add(
    store: Annotated[Path, typer.Option("--store", "-s", help="The store; it is made if it does not exist.")],
    reports: Annotated[
        list[str] | None,
        typer.Argument(help="As for `account`; none to go on with an interrupted run.", show_default=False),
    ] = None,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Add reports to a store and bring its account up to date. Adding a report twice changes nothing.

    - `dateline add monday/ --store exercise.dateline`
    - `dateline add --store exercise.dateline` (go on where an interrupted run stopped)
    """
    with progress(quiet) as tell, dateline.Store(store, progress=tell) as opened:
        added = opened.add(reports or [])
        if reports:
            check_any(added)
    if json:
        print_json({"new": added.new, "known": added.known, "issues": added.issues})
    elif not quiet:
        known = f", {added.known} were there already" if added.known else ""
        out.print(f"{len(added.new)} new reports in {store}{known}")
    finish(added, quiet or json)


def remove(
    store: OnlyStore,
    reports: Annotated[list[str], typer.Argument(help="Paths, file names or ids, as `show reports` lists them.")],
    quiet: Quiet = False,
) -> None:
    """Take reports out of a store and bring its account up to date. What persons decided stays.

    - `dateline remove 02-courier.txt --store exercise.dateline`
    """
    account = open_account(store)
    gone = dict.fromkeys(find_report(account, report).id for report in reports)
    with dateline.Store(store, create=False) as opened:
        for id_ in gone:
            opened.remove(id_)
    if not quiet:
        err.print(f"{len(gone)} reports taken out of {store}", soft_wrap=True)


def check_folder(folder: Path) -> None:
    """Refuse a folder that nothing can be written to before minutes are spent on reading."""
    there = next(path for path in (folder.absolute(), *folder.absolute().parents) if os.path.lexists(path))
    if not there.is_dir():
        raise OutputError(f"{there}: cannot be written to, it is a file; name a folder")
    if not os.access(there, os.W_OK | os.X_OK):
        raise OutputError(f"{there}: cannot be written to; name another folder, or check its permissions")


def check_any(added: "Added") -> None:
    """Nothing readable at all is an error that says why."""
    if not added.new and not added.known:
        why = "; ".join(i.message for i in added.issues[:5]) or "no file was found"
        raise InputError(f"no report could be read. {why}")


def finish(added: "Added", quiet: bool) -> None:
    """Say what could not be read, and leave with the code that says so too."""
    if not quiet:
        print_issues(added.issues)
    if any(issue.loses for issue in added.issues):
        raise typer.Exit(3)


def print_account(found: Account) -> None:
    """The account's counts, and the brief of each story under its title."""
    out.print(
        f"[dim]{len(found.reports)} reports · {len(found.origins)} origins · {len(found.happenings)} happenings · "
        f"{len(found.claims)} claims · {len(found.figures)} figures · {len(found.issues)} issues[/]\n"
    )
    told = {sentence.story for sentence in found.brief}
    for story in found.stories:
        if story.id in told:
            out.print(f"[bold]{safe(story.title) or 'Account'}[/]")
        for sentence in found.brief:
            if sentence.story == story.id:
                out.print(f"• {safe(sentence.text)}")
    if silent := sum(s.id not in told for s in found.stories):
        out.print(f"[dim]{silent} more {'story' if silent == 1 else 'stories'} of which nothing is told[/]")


def register(app: typer.Typer) -> None:
    """Add the commands to the app."""
    app.command()(account)
    app.command()(add)
    app.command()(remove)
