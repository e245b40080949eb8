"""`dateline changes`: what is new, what moved, what was withdrawn."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.console import Json, err, file_names, open_account, out, print_json, safe
from dateline.errors import InputError
from dateline.model import Account, Claim, Figure
from dateline.model.edtf import bounds
from dateline.tell.changes import Changes, changes_between, changes_since
from dateline.tell.changes import changes as changes_of
from dateline.tell.markdown import gravity

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
    - `dateline changes --between out-monday/account.json out-tuesday/account.json`
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
    """The changes in the terminal, the weightiest first, each with the reports that say so."""
    old, new = Words(before), Words(after)
    for moved in sorted(found.moved, key=lambda m: (m.before is None, new.weight(m.series))):
        out.print(f"[yellow]figure[/] {safe(moved.label)}: {old.count(moved.before)} → {new.count(moved.after)}")
    for restated in found.restated:
        was, now = old.value(restated.before), new.value(restated.after)
        out.print(
            f"[yellow]{restated.field}[/] {safe(restated.summary)}: {was} → {now}{new.cite(restated.happening)}",
        )
    for label, ids, told in (
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
        for id_ in told.once(ids):
            out.print(f"[yellow]{label}[/] {told.when.get(id_, '')}{safe(told.words[id_])}{told.cite(id_)}")
    if found == Changes(unmoved=found.unmoved):
        err.print("Nothing changed.")


class Words:
    """What the ids of an account stand for, in words, and the reports behind them."""

    def __init__(self, account: Account) -> None:
        """Look up what changes name: happenings, claims, contradictions, voices and reports, in order of time."""
        self._files, self._names = file_names(account), {e.id: e.name for e in account.entities}
        self._weight = {s.id: n for n, s in enumerate(sorted(account.series, key=gravity))}
        report_of = {e.id: e.report for e in account.events} | {f.id: f.report for f in account.figures}
        report_of |= {c.id: c.report for c in account.claims}
        published = {r.id: r.published.value or "9999" for r in account.reports}
        claims = sorted(account.claims, key=lambda c: (published[c.report], c.report, c.content[0].start))
        self.words = {h.id: h.summary for h in account.happenings}
        self.when = {h.id: f"{h.start}: " for h in account.happenings if h.start}
        self.words |= {c.id: self._said(c) for c in claims}
        self.words |= {c.id: c.why for c in account.contradictions}
        self.words |= {voice: self._names[voice] for c in claims if (voice := _voice(c)) in self._names}
        self.words |= {
            r.id: f"{r.title or 'untitled'} ({r.path or r.url or r.id})"
            for r in sorted(account.reports, key=lambda r: (published[r.id], r.id))
        }
        self._place = {id_: n for n, id_ in enumerate(self.words)}
        self._behind: dict[str, set[str]] = {h.id: {report_of[e] for e in h.events} for h in account.happenings}
        self._behind |= {c.id: {report_of[side.id] for side in (c.a, c.b)} for c in account.contradictions}
        for claim in claims:
            self._behind[claim.id] = {claim.report}
            self._behind.setdefault(_voice(claim) or "", set()).add(claim.report)

    def once(self, ids: Iterable[str]) -> Iterable[str]:
        """The ids in the order of time, the first of each that says the same."""
        first: dict[str, str] = {}
        for id_ in sorted(ids, key=self._place.__getitem__):
            first.setdefault(self.words[id_], id_)
        return first.values()

    def weight(self, series: str) -> int:
        """The place of a series among all, the gravest first."""
        return self._weight.get(series, len(self._weight))

    def cite(self, id_: str) -> str:
        """The files of the reports that say so."""
        files = sorted({self._files[r] for r in self._behind.get(id_, ())})
        return f" [dim]({safe(', '.join(files))})[/]" if files else ""

    def count(self, figure: Figure | None) -> str:
        """A figure as it was said, with who said it of when, and where."""
        if figure is None:
            return "not counted"
        known = (figure.time, self._names.get(figure.source or ""), self._files[figure.report])
        return f"“{safe(figure.text)}” [dim]({safe('; '.join(filter(None, known)))})[/]"

    def value(self, value: str | None) -> str:
        """What a field of a happening holds, in words."""
        return safe(self._names.get(value or "", (value or "unknown").replace("_", " ")))

    def _said(self, claim: Claim) -> str:
        """Who said what."""
        content = " … ".join(part.text for part in claim.content)
        return f"{claim.source.text}: {content}" if claim.source else content


def _voice(claim: Claim) -> str | None:
    return claim.source.entity if claim.source else None


def register(app: typer.Typer) -> None:
    """Add the command to the app."""
    app.command()(changes)
