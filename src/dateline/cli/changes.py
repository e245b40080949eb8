"""`dateline changes`: what is new, what moved, what was withdrawn."""

import re
from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.console import Json, err, open_account, out, print_json, safe
from dateline.errors import InputError
from dateline.model import Account, Figure
from dateline.model.edtf import bounds
from dateline.tell.changes import Changes, changes_between, changes_since
from dateline.tell.changes import changes as changes_of

MOMENT = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d)?)?)?")


def changes(
    store: Annotated[
        Path | None, typer.Option("--store", "-s", help="The store, or an account.json; needed with moments.")
    ] = None,
    since: Annotated[
        str | None, typer.Option(help="What reports published after this day or minute brought (2031-04-16T18:00).")
    ] = None,
    between: Annotated[
        tuple[str, str] | None, typer.Option(help="Two moments, or two stores or account.json files, older first.")
    ] = None,
    json: Json = False,
) -> None:
    """What later reports changed: new happenings, counts that moved, denials, contradictions, revised reports.

    - `dateline changes --store exercise.dateline --since 2026-03-12`
    - `dateline changes --store exercise.dateline --between 2026-03-11 2026-03-13`
    - `dateline changes --between monday/account.json tuesday/account.json`
    """
    before, after, found = compare(store, since, between)
    if json:
        print_json(found)
    else:
        show_changes(before, after, found)


def compare(store: Path | None, since: str | None, between: tuple[str, str] | None) -> tuple[Account, Account, Changes]:
    """The older and the newer account (the same one for moments), and their difference."""
    if (since is None) == (between is None):
        raise typer.BadParameter("say either --since MOMENT or --between A B")
    if between is not None and not any(MOMENT.fullmatch(x) for x in between):
        before, after = open_account(Path(between[0])), open_account(Path(between[1]))
        return before, after, changes_of(before, after)
    if store is None:
        raise typer.BadParameter("with moments, --store is needed")
    for moment in between or (since or "",):
        if not is_moment(moment):
            raise InputError(f"{moment!r} is no day or minute; write it as 2031-04-16 or 2031-04-16T18:00")
    if between is not None and between[0] > between[1]:
        raise InputError(f"{between[0]} is after {between[1]}; name the older moment first")
    account = open_account(store)
    if between is not None:
        return account, account, changes_between(account, *between)
    return account, account, changes_since(account, since or "")


def is_moment(words: str) -> bool:
    """Whether these are a minute, day, month or year of the calendar."""
    day, _, minute = words.partition("T")
    if not MOMENT.fullmatch(words) or bounds(day) is None:
        return False
    return not minute or (int(minute[:2]) < 24 and int(minute[3:]) < 60)


def show_changes(before: Account, after: Account, found: Changes) -> None:
    """The changes in the terminal, the weightiest first."""
    old, new = words_of(before), words_of(after)
    for moved in found.moved:
        out.print(f"[yellow]figure[/] {safe(moved.label)}: {count(moved.before)} → {count(moved.after)}")
    for restated in found.restated:
        was, now = restated.before or "unknown", restated.after or "unknown"
        out.print(f"[yellow]{restated.field}[/] {safe(restated.summary)}: {safe(was)} → {safe(now)}")
    for label, ids, words in (
        ("new", found.happenings, new),
        ("denied", found.denied, new),
        ("dispute", found.disputes, new),
        ("settled", found.settled, old),
        ("withdrawn", found.lost, old),
        ("new voice", found.voices, new),
        ("new report", found.reports, new),
        ("revised", tuple(r.after for r in found.revised), new),
        ("report gone", found.gone, old),
    ):
        for said in dict.fromkeys(words.get(id_, id_) for id_ in ids):
            out.print(f"[yellow]{label}[/] {safe(said)}")
    if found == Changes(unmoved=found.unmoved):
        err.print("Nothing changed.")


def count(figure: Figure | None) -> str:
    """A figure as it was said, with who said it when."""
    return f"“{safe(figure.text)}”" + (f" ({figure.time})" if figure.time else "") if figure else "not counted"


def words_of(account: Account) -> dict[str, str]:
    """The words for the ids of one account."""
    words = {h.id: h.summary for h in account.happenings}
    words |= {c.id: " … ".join(part.text for part in c.content) for c in account.claims}
    words |= {c.id: c.why for c in account.contradictions}
    words |= {e.id: e.name for e in account.entities}
    words |= {r.id: f"{r.title or 'untitled'} ({r.path or r.url or r.id})" for r in account.reports}
    return words


def register(app: typer.Typer) -> None:
    """Add the command to the app."""
    app.command()(changes)
