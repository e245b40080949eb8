"""`dateline show`, `search`, `issues`, `places`, `times`: the account in the terminal."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

import dateline
from dateline.cli.console import Json, Quiet, StorePath, err, open_account, out, plain, print_json, progress, safe
from dateline.errors import InputError
from dateline.model import Account, Entity, Report, SourceSpan
from dateline.settings import own_places

LAYERS = {"figure": "bold yellow", "event": "bold red", "claim": "italic green", "time": "cyan", "name": "magenta"}
"""How each layer of mentions is marked in a report."""
GREYED = "dim"


class View(StrEnum):
    """What `show` can show."""

    brief = "brief"
    timeline = "timeline"
    figures = "figures"
    claims = "claims"
    entities = "entities"
    entity = "entity"
    reports = "reports"
    report = "report"


def show(
    store: StorePath,
    view: Annotated[View, typer.Argument(help="What to show.")] = View.brief,
    which: Annotated[str | None, typer.Argument(help="For entity: a name or id; for report: a path or id.")] = None,
    story: Annotated[str | None, typer.Option(help="Only this story (its id).")] = None,
    json: Json = False,
) -> None:
    """Show a part of the account.

    - `dateline show --store exercise.dateline`
    - `dateline show timeline --store exercise.dateline`
    - `dateline show report samples/herald.txt -s out/account.json`
    """
    account = open_account(store, story)
    if view is View.entity:
        show_entities(account, find_entities(account, which), json)
    elif view is View.report:
        show_report(account, find_report(account, which), json)
    elif json:
        print_json(getattr(account, view.value))
    else:
        {
            View.brief: show_brief,
            View.timeline: show_timeline,
            View.figures: show_figures,
            View.claims: show_claims,
            View.entities: lambda a: show_table(("name", "type", "mentions", "id"), entity_rows(a.entities)),
            View.reports: show_reports,
        }[view](account)


def show_table(header: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """A table of plain cells."""
    table = Table(*header, box=None, pad_edge=False, header_style="bold", expand=False)
    for row in rows:
        table.add_row(*(Text(plain("" if cell is None else str(cell))) for cell in row))
    out.print(table)


def cite(account: Account, support: Sequence[SourceSpan]) -> str:
    """Where a statement stands, by the names of the reports' files."""
    named = {r.id: Path(r.path).name if r.path else r.url or r.id for r in account.reports}
    return ", ".join(sorted({named[s.report] for s in support if s.report in named}))


def show_brief(account: Account) -> None:
    """The brief, each sentence with its reports."""
    titles = {s.id: s.title for s in account.stories}
    story = None
    for sentence in account.brief:
        if sentence.story != story:
            story = sentence.story
            out.print(f"\n[bold]{safe(titles.get(story or '', ''))}[/]")
        out.print(f"• {safe(sentence.text)} [dim]({safe(cite(account, sentence.support))})[/]")
    if not account.brief:
        err.print("No brief: nothing was read that a sentence could be made of. `dateline issues` may say why.")


def show_timeline(account: Account) -> None:
    """One line an entry."""
    grades = {h.id: h.grade for h in account.happenings}
    rows = [
        (
            t.start if t.start == t.end or t.end is None else f"{t.start} – {t.end}",
            t.summary,
            grades.get(t.happening or "", ""),
            cite(account, t.support),
        )
        for t in account.timeline
    ]
    show_table(("when", "what", "grade", "reports"), rows)


def show_figures(account: Account) -> None:
    """Each series with its members; figures of no series below."""
    names = {e.id: e.name for e in account.entities}
    figures = {f.id: f for f in account.figures}
    rows: list[Sequence[object]] = []
    for series in account.series:
        rows.append((series.label, series.low, series.best, series.high, series.grade, ""))
        for f in (figures.pop(m) for m in series.members if m in figures):
            rows.append((f"   {f.text}", f.low, f.best, f.high, f.time, names.get(f.source or "")))
    rows += [(f.text, f.low, f.best, f.high, f.time, names.get(f.source or "")) for f in figures.values()]
    show_table(("figure", "low", "best", "high", "when / grade", "said by"), rows)


def show_claims(account: Account) -> None:
    """Who says what."""
    named = {r.id: Path(r.path).name if r.path else r.url or r.id for r in account.reports}
    rows = [
        (
            c.source.text if c.source else "(nobody named)",
            c.stance,
            " … ".join(part.text for part in c.content),
            named[c.report],
        )
        for c in account.claims
    ]
    show_table(("who", "stance", "what", "report"), rows)


def show_reports(account: Account) -> None:
    """The reports with outlet and date."""
    rows = [(r.published.value, r.outlet, r.title, r.language, r.path or r.url, r.id) for r in account.reports]
    show_table(("published", "outlet", "title", "language", "path", "id"), rows)


def entity_rows(entities: Sequence[Entity]) -> list[Sequence[object]]:
    """Entities, the most mentioned first."""
    ordered = sorted(entities, key=lambda e: (-len(e.mentions), e.name, e.id))
    return [(e.name, e.type, len(e.mentions), e.id) for e in ordered]


def find_entities(account: Account, which: str | None) -> list[Entity]:
    """The entities with that id or name."""
    if not which:
        raise InputError("name the entity, as in `dateline show entity Hodeidah`")
    exact = [e for e in account.entities if e.id == which]
    folded = which.casefold()
    return exact or [e for e in account.entities if any(folded in n.casefold() for n in (e.name, *e.aliases))]


def show_entities(account: Account, entities: Sequence[Entity], json: bool) -> None:
    """Each entity with its names, and the sentences it is mentioned in."""
    if json:
        print_json(entities)
        return
    texts = {r.id: r for r in account.reports}
    for entity in entities:
        also = f" [dim]also {safe(', '.join(entity.aliases))}[/]" if entity.aliases else ""
        out.print(f"[bold]{safe(entity.name)}[/] {entity.type}{also}")
        for m in entity.mentions:
            report = texts[m.report]
            left, right = report.text[max(0, m.start - 60) : m.start], report.text[m.end : m.end + 60]
            line = " ".join(f"{safe(left)}[bold]{safe(m.text)}[/]{safe(right)}".split())
            out.print(f"  {line} [dim]{safe(report.path or report.url)}[/]")
    if not entities:
        err.print("No entity has that name.")


def find_report(account: Account, which: str | None) -> Report:
    """The report with that id, path or file name."""
    found = [r for r in account.reports if which in (r.id, r.path, r.url) or (r.path and Path(r.path).name == which)]
    if not which or not found:
        raise InputError(f"no report {which or ''!r}; `dateline show reports` lists their paths and ids")
    return found[0]


def show_report(account: Account, report: Report, json: bool) -> None:
    """The report's text with its marks; what is not story is greyed."""
    if json:
        print_json(report)
        return
    facts = [report.outlet, report.published.value or "undated", report.language, report.url]
    out.print(f"[bold]{safe(report.title) or 'untitled'}[/] [dim]{safe(' · '.join(f for f in facts if f))}[/]")
    out.print(" ".join(f"[{style}]{layer}[/]" for layer, style in LAYERS.items()) + "\n")
    text = Text(plain_same_length(report.text))
    for block in report.blocks:
        if block.kind not in ("title", "body", "caption"):
            text.stylize(GREYED, block.start, block.end)
    for start, end, layer in marks(account, report.id):
        text.stylize(LAYERS[layer], start, end)
    out.print(text)


def plain_same_length(text: str) -> str:
    """The text without control characters, each replaced by one character, so that offsets hold."""
    return "".join(c if c == "\n" or c.isprintable() else " " for c in text)


def marks(account: Account, report: str) -> list[tuple[int, int, str]]:
    """The spans of every layer in one report, wide ones first so that narrow ones stay visible."""
    spans = [(m.start, m.end, "name") for e in account.entities for m in e.mentions if m.report == report]
    spans += [(p.start, p.end, "claim") for c in account.claims if c.report == report for p in c.content]
    spans += [(t.start, t.end, "time") for t in account.times if t.report == report]
    spans += [(f.start, f.end, "figure") for f in account.figures if f.report == report]
    spans += [(e.trigger.start, e.trigger.end, "event") for e in account.events if e.report == report]
    return sorted(spans, key=lambda s: (s[0] - s[1], s))


def search(
    words: Annotated[str, typer.Argument(help='Words, "words in this order", or a query: convoy OR lorr*')],
    store: StorePath,
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
    """What could not be read, resolved or trusted, and why."""
    account = open_account(store)
    if json:
        print_json(account.issues)
        return
    for issue in account.issues:
        out.print(f"[yellow]{issue.stage}[/] {issue.code}: {safe(issue.message)}")
    if trace and store.suffix != ".json":
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
    from dateline.resolve.places import Gazetteer

    with progress(quiet) as tell:
        count = Gazetteer.open().add(path, lambda done: tell(f"adding {path.name}", done, 0))
    if not quiet:
        err.print(f"{count:,} places of {safe(str(path))} lie in {own_places()}")
        err.print("An account takes them up at the next `dateline add --store STORE`.")


def times(store: StorePath, json: Json = False) -> None:
    """Every time expression with its date, and how it was read."""
    account = open_account(store)
    if json:
        print_json(account.times)
        return
    named = {r.id: Path(r.path).name if r.path else r.url or r.id for r in account.reports}
    rows = [(named[t.report], t.text, t.value or "–", t.granularity, t.anchor, t.why) for t in account.times]
    show_table(("report", "words", "date", "grain", "anchor", "why"), rows)


def register(app: typer.Typer) -> None:
    """Add the commands to the app."""
    commands: tuple[Callable[..., None], ...] = (show, search, issues, places, times)
    for command in commands:
        app.command()(command)
