"""`dateline search`, `issues`, `places`, `times`: single things looked up in a store."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

import dateline
from dateline.cli.console import (
    Json,
    OnlyStore,
    Quiet,
    StorePath,
    err,
    file_names,
    holds_account,
    open_account,
    out,
    print_json,
    progress,
    safe,
    show_table,
)
from dateline.errors import InputError
from dateline.settings import own_places


def search(
    words: Annotated[str, typer.Argument(help='Words, "words in this order", or a query: convoy OR lorr*')],
    store: OnlyStore,
    limit: Annotated[int, typer.Option(help="At most so many of each.")] = 20,
    json: Json = False,
) -> None:
    """Find words in the reports, and names however they are spelled.

    - `dateline search 'relief convoy' --store exercise.dateline`
    """
    with dateline.Store(store, create=False) as opened:
        texts, names = opened.find_text(words, limit), opened.find_names(words, limit)
    if json:
        print_json({"reports": texts, "entities": names})
        return
    for name in names:
        out.print(f"[magenta]{safe(name.name)}[/] {name.type} [dim]{name.entity}[/]")
    for hit in texts:
        out.print(
            f"[bold]{safe(hit.title) or 'untitled'}[/] [dim]{hit.report}[/]\n  {safe(' '.join(hit.excerpt.split()))}"
        )
    if not names and not texts:
        err.print("Nothing found.")


def issues(
    store: StorePath,
    json: Json = False,
    trace: Annotated[bool, typer.Option("--trace", help="With the tracebacks of failures.")] = False,
) -> None:
    """What could not be read, resolved or trusted, and why.

    - `dateline issues --store exercise.dateline`
    """
    account = open_account(store)
    if json:
        print_json(account.issues)
        return
    for issue in account.issues:
        out.print(f"[yellow]{issue.stage}[/] {issue.code}: {safe(issue.message)}")
    if trace and not holds_account(store):
        with dateline.Store(store, create=False) as opened:
            for issue, text in opened.traces():
                out.print(f"\n[bold]{safe(issue.message)}[/]\n{safe(text)}")
    if not account.issues:
        err.print("No issues.")


def places(
    store: Annotated[Path | None, typer.Option("--store", "-s", help="The store, or an account.json.")] = None,
    add: Annotated[
        list[Path] | None,
        typer.Option(
            help="Add the places of a CSV (name, lat, lon, ..) or of a GeoNames dump (.txt, .zip).", exists=True
        ),
    ] = None,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Every place with its position, and how that was decided; or add places of your own.

    - `dateline places --store exercise.dateline`
    - `dateline places --add villages.csv --add SY.zip`
    """
    for path in add or ():
        add_places(path, quiet)
    if store is None:
        if not add:
            raise InputError("nothing to show: name a store (--store) or a file of places (--add)")
        return
    account = open_account(store)
    if json:
        print_json(account.places)
        return
    rows = [
        (
            p.name,
            p.country,
            p.admin1,
            f"{p.lat:.3f}, {p.lon:.3f}" if p.lat is not None and p.lon is not None else "–",
            p.precision or "–",
            p.how,
        )
        for p in sorted(account.places, key=lambda p: (p.name, p.entity))
    ]
    show_table(("place", "country", "region", "position", "precision", "how"), rows)


def add_places(path: Path, quiet: bool) -> None:
    """Add a file of places to the user's own; accounts are made anew with them at the next `dateline add`."""
    from dateline import library

    with progress(quiet) as tell:
        count = library.add_places(path, lambda done: tell(f"adding {path.name}", done, 0))
    if not quiet:
        err.print(f"{count:,} places of {safe(str(path))} lie in {own_places()}")
        err.print("An account takes them up at the next `dateline add --store STORE`.")


def times(store: StorePath, json: Json = False) -> None:
    """Every time expression with its date, and how it was read.

    - `dateline times --store exercise.dateline`
    """
    account = open_account(store)
    if json:
        print_json(account.times)
        return
    named = file_names(account)
    rows = [(named[t.report], t.text, t.value or "–", t.granularity, t.anchor, t.why) for t in account.times]
    show_table(("report", "words", "date", "grain", "anchor", "why"), rows)


def register(app: typer.Typer) -> None:
    """Add the commands to the app."""
    commands: tuple[Callable[..., None], ...] = (search, issues, places, times)
    for command in commands:
        app.command()(command)
