"""`dateline export` and `dateline import`: views of the account for other tools, and their corrections back."""

import getpass
from datetime import UTC, datetime
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
    open_account,
    open_accounts,
    out,
    print_issues,
    print_json,
)
from dateline.errors import InputError, OutputError
from dateline.tell.export import FORMATS, Filter, Options, read_corrections
from dateline.tell.export import export as write_export

FORMAT_LIST = " · ".join(f"`{name}` {f.says}" for name, f in FORMATS.items())


def export(
    store: StorePath,
    format: Annotated[str, typer.Option("--format", "-f", help="The format; the list is below.")] = "xlsx",
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="The file; by default the format's name here.")
    ] = None,
    since: Annotated[
        str | None, typer.Option(help="Only what happened or was counted on this day or later (2031-04-16).")
    ] = None,
    until: Annotated[str | None, typer.Option(help="Only what happened or was counted on this day or earlier.")] = None,
    place: Annotated[
        str | None, typer.Option(help="Only at places with this in their name, or in this country.")
    ] = None,
    kind: Annotated[
        str | None, typer.Option(help="Only this event kind or group of kinds (violence, movement).")
    ] = None,
    actor: Annotated[str | None, typer.Option(help="Only with somebody of this name.")] = None,
    grade: Annotated[str | None, typer.Option(help="Only this grade.")] = None,
    story: Annotated[str | None, typer.Option(help="Only this story (its id).")] = None,
    household_size: Annotated[
        float | None, typer.Option(min=0.1, max=50, help="Persons in a household, for IDMC totals.")
    ] = None,
    quiet: Quiet = False,
) -> None:
    """Write the account in a format that another tool opens.

    - `dateline export --store exercise.dateline --format acled -o events.csv`
    - `dateline export -s exercise.dateline -f geojson --since 2031-04-16 --kind violence`
    - `dateline export -s exercise.dateline -f idmc --household-size 4.7`
    """
    chosen = Filter(since=since, until=until, place=place, kind=kind, actor=actor, grade=grade, story=story)
    if format not in FORMATS:
        raise InputError(f"format {format!r} is unknown; choose one of: {', '.join(FORMATS)}")
    path = output or Path(f"{format}{FORMATS[format].suffix}")
    try:
        with open_accounts(store, story) as accounts:
            n = write_export(accounts, format, path, chosen, Options(household_size=household_size))
    except OSError as error:
        raise OutputError(f"{path}: cannot be written ({error.strerror}); name another file with --output") from error
    if chosen.asked.keys() - {"story"} and not FORMATS[format].narrows:
        err.print(f"[yellow]![/] {format} cannot be narrowed: the file holds all of them", soft_wrap=True)
    if not quiet:
        err.print(f"{counted(n, FORMATS[format].unit)} written to {path}", soft_wrap=True)


export.__doc__ = f"{export.__doc__}\n    Formats: {FORMAT_LIST}"


def counted(number: int, unit: str) -> str:
    """`1 row`, `12 entries`."""
    several = f"{unit[:-1]}ies" if unit.endswith("y") else f"{unit}s"
    return f"{number} {unit if number == 1 else several}"


def import_(
    corrected: Annotated[
        Path, typer.Argument(help="A corrected export: jsonl, or a figures, claims or happenings CSV.")
    ],
    store: OnlyStore,
    by: Annotated[str | None, typer.Option(help="Who corrected it; by default your login name.")] = None,
    why: Annotated[str, typer.Option(help="The reason, kept with every correction.")] = "",
    dry_run: Annotated[bool, typer.Option(help="Show what would be corrected and change nothing.")] = False,
    json: Json = False,
) -> None:
    """Take back an export whose cells were corrected. Each difference becomes a judgement: signed, kept over later
    runs, undone in the desk when you wish.

    - `dateline export -s exercise.dateline -f figures -o figures.csv` … correct it … then
    - `dateline import figures.csv --store exercise.dateline --by ana --why 'counted again'`
    """
    found = read_corrections(
        corrected,
        open_account(store),
        by=by or getpass.getuser(),
        at=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        why=why,
    )
    if not dry_run and found.judgements:
        with dateline.Store(store, create=False) as opened:
            opened.judge(found.judgements)
    if json:
        print_json({"judgements": found.judgements, "issues": found.issues})
    else:
        for judgement in found.judgements:
            out.print(
                f"{judgement.target.type} “{judgement.target.text or ''}”: {judgement.field} = {judgement.value}",
                markup=False,
            )
        print_issues(found.issues)
        err.print(f"{len(found.judgements)} corrections {'found' if dry_run else 'taken'}")
    if found.issues:
        raise typer.Exit(3)


def register(app: typer.Typer) -> None:
    """Add the commands to the app."""
    app.command("export")(export)
    app.command("import")(import_)
