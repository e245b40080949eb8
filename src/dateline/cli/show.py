"""`dateline show`: the account in the terminal."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.console import Json, StorePath, err, file_names, open_account, out, print_json, safe, show_table
from dateline.cli.marked import show_report
from dateline.errors import InputError
from dateline.model import Account, Correctable, Entity, Report, Role, SourceSpan


class View(StrEnum):
    """What `show` can show."""

    brief = "brief"
    timeline = "timeline"
    figures = "figures"
    claims = "claims"
    events = "events"
    entities = "entities"
    entity = "entity"
    reports = "reports"
    report = "report"
    stories = "stories"


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
    - `dateline show report 01-herald.txt --store exercise.dateline`
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
            View.events: show_events,
            View.entities: lambda a: show_table(("name", "type", "mentions", "id"), entity_rows(a.entities)),
            View.reports: show_reports,
            View.stories: show_stories,
        }[view](account)


def cite(account: Account, support: Sequence[SourceSpan]) -> str:
    """Where a statement stands, by the names of the reports' files."""
    named = file_names(account)
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
            rows.append((f"   {f.text}{by_hand(f)}", f.low, f.best, f.high, f.time, names.get(f.source or "")))
    rows += [
        (f"{f.text}{by_hand(f)}", f.low, f.best, f.high, f.time, names.get(f.source or "")) for f in figures.values()
    ]
    show_table(("figure", "low", "best", "high", "when / grade", "said by"), rows)


def show_claims(account: Account) -> None:
    """Who says what."""
    named, names = file_names(account), {e.id: e.name for e in account.entities}
    rows = [
        (
            called(c.source, names) or "(nobody named)",
            c.stance,
            " … ".join(part.text for part in c.content) + by_hand(c),
            named[c.report],
        )
        for c in account.claims
    ]
    show_table(("who", "stance", "what", "report"), rows)


def show_events(account: Account) -> None:
    """What happened by each mention, who did it to whom, where and when."""
    named, names = file_names(account), {e.id: e.name for e in account.entities}
    rows = [
        (
            e.time,
            f"{e.kind.replace('_', ' ')}{by_hand(e)}",
            called(e.actor, names),
            called(e.target, names),
            names.get(e.place or ""),
            e.status,
            e.trigger.text,
            named[e.report],
        )
        for e in account.events
    ]
    show_table(("when", "what", "by", "to", "where", "status", "word", "report"), rows)


def called(role: Role | None, names: Mapping[str, str]) -> str | None:
    """Who fills a role, in the report's words; by name where no words are pointed at."""
    return None if role is None else role.text or names.get(role.entity or "")


def by_hand(record: Correctable) -> str:
    """What of a record persons corrected, and who: " (corrected: kind by Ana)"."""
    if not record.corrected:
        return ""
    return f" (corrected: {', '.join(f'{c.field} by {c.by}' for c in record.corrected)})"


def show_reports(account: Account) -> None:
    """The reports with outlet and date."""
    rows = [(r.published.value, r.outlet, r.title, r.language, r.path or r.url, r.id) for r in account.reports]
    show_table(("published", "outlet", "title", "language", "path", "id"), rows)


def show_stories(account: Account) -> None:
    """The stories, the largest first, with the id that `--story` takes."""
    rows = [(s.title or "untitled", len(s.reports), s.start, s.end, s.id) for s in account.stories]
    show_table(("title", "reports", "from", "to", "id"), rows)


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
    return exact or [e for e in account.entities if any(folded in name.casefold() for name in written(e))]


def written(entity: Entity) -> set[str]:
    """Every way in which an entity is called by a name, with the titles before it."""
    return {entity.name, *entity.aliases, *(" ".join(m.text.split()) for m in entity.mentions if m.form == "name")}


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


def register(app: typer.Typer) -> None:
    """Add the command to the app."""
    app.command()(show)
