"""Account -> tables: one row a happening, figure, claim or report; one column one meaning. CSV, XLSX, Parquet and the
one-shot run share them, and `dateline import` reads them back."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from dateline.model import Account, Claim, Event, Happening
from dateline.tell.export.cells import Cell
from dateline.tell.export.codebook import ucdp_estimates
from dateline.tell.export.coding import tolls
from dateline.tell.export.view import View

Row = dict[str, Cell]


class Table(NamedTuple):
    """A table's columns and how an account fills it."""

    columns: tuple[str, ...]
    rows: Callable[[View], Iterator[Row]]


def _happenings(view: View) -> Iterator[Row]:
    for h in sorted(view.happenings.values(), key=lambda h: (h.start or "9999", h.id)):
        place = view.place(h.place)
        low, best, high = deaths(view, h)
        quote = next((view.quote(e.report, e.sentence.start, e.sentence.end) for e in _events(view, h)), "")
        yield {
            "id": h.id,
            "kind": h.kind,
            "status": h.status,
            "summary": h.summary,
            "start": h.start,
            "end": h.end,
            "precision": h.precision,
            "place": view.name(h.place) or None,
            "country": place.country if place else None,
            "admin1": place.admin1 if place else None,
            "latitude": place.lat if place else None,
            "longitude": place.lon if place else None,
            "place_precision": place.precision if place else None,
            "actors": view.names(h.actors),
            "targets": view.names(h.targets),
            "killed_low": low,
            "killed_best": best,
            "killed_high": high,
            "grade": h.grade,
            "reports": h.support.reports,
            "publishers": h.support.publishers,
            "origins": h.support.origins,
            "informants": h.support.informants,
            "sources": "; ".join(view.sources(view.reports_of(h))),
            "story": h.story,
            "quote": quote,
        }


def _event_mentions(view: View) -> Iterator[Row]:
    happening_of = {e: h for h in view.account.happenings for e in h.events}
    for e in sorted(view.events.values(), key=lambda e: (view.order[e.report], e.trigger.start, e.id)):
        place, happening = view.place(e.place), happening_of.get(e.id)
        yield {
            "id": e.id,
            "kind": e.kind,
            "status": e.status,
            "trigger": e.trigger.text,
            "plover": e.plover,
            "acled_event_type": e.acled.event_type if e.acled else None,
            "acled_sub_event_type": e.acled.sub_event_type if e.acled else None,
            "actor": view.name(e.actor.entity) or e.actor.text if e.actor else None,
            "target": view.name(e.target.entity) or e.target.text if e.target else None,
            "place": view.name(e.place) or None,
            "latitude": place.lat if place else None,
            "longitude": place.lon if place else None,
            "place_precision": place.precision if place else None,
            "time": e.time,
            "happening": happening.id if happening else None,
            "grade": happening.grade if happening else None,
            **_source(view, e.report),
            "span_start": e.trigger.start,
            "span_end": e.trigger.end,
            "quote": view.quote(e.report, e.sentence.start, e.sentence.end),
        }


def _figures(view: View) -> Iterator[Row]:
    series_of = {m: s for s in view.account.series for m in s.members}
    for f in sorted(view.figures.values(), key=lambda f: (view.order[f.report], f.start, f.id)):
        series = series_of.get(f.id)
        yield {
            "id": f.id,
            "what": f.what,
            "unit": f.unit,
            "of": f.of,
            "low": f.low,
            "best": f.best,
            "high": f.high,
            "qualifier": f.qualifier,
            "measure": f.measure,
            "text": f.text,
            "time": f.time,
            "place": view.name(f.place) or None,
            "informant": view.name(f.source) or None,
            "series": series.id if series else None,
            "series_label": series.label if series else None,
            **_source(view, f.report),
            "span_start": f.start,
            "span_end": f.end,
            "quote": view.quote(f.report, f.start, f.end),
        }


def _claims(view: View) -> Iterator[Row]:
    for c in sorted(view.claims.values(), key=lambda c: (view.order[c.report], _begin(c), c.id)):
        yield {
            "id": c.id,
            "informant": view.name(c.source.entity) or None if c.source else None,
            "source_text": c.source.text if c.source else None,
            "cue": c.cue.text if c.cue else None,
            "stance": c.stance,
            "kind": c.kind,
            "medium": c.medium,
            "content": " … ".join(s.text for s in c.content),
            **_source(view, c.report),
            "span_start": c.content[0].start if c.content else None,
            "span_end": c.content[-1].end if c.content else None,
        }


def _begin(claim: Claim) -> int:
    return claim.content[0].start if claim.content else 0


def _reports(view: View) -> Iterator[Row]:
    for r in sorted(view.reports.values(), key=lambda r: view.order[r.id]):
        yield {
            "id": r.id,
            "title": r.title,
            "outlet": r.outlet,
            "byline": "; ".join(r.byline),
            "agencies": "; ".join(r.agencies),
            "published": r.published.value,
            "published_how": r.published.how,
            "language": r.language,
            "origin": r.origin,
            "story": r.story,
            "url": r.url,
            "path": r.path,
        }


def _source(view: View, report: str) -> Row:
    found = view.reports[report]
    return {
        "report": report,
        "outlet": found.outlet,
        "published": found.published.value,
        "origin": found.origin,
        "url": found.url or found.path,
    }


def _events(view: View, happening: Happening) -> list[Event]:
    return [view.events[e] for e in happening.events if e in view.events]


def deaths(view: View, happening: Happening) -> tuple[int | None, int | None, int | None]:
    """low, best and high over the figures of a happening's dead that still stand; best is the latest one's."""
    each = [ucdp_estimates(f) for f in tolls(view, happening)]
    known = [n for e in each for n in (e.low, e.best, e.high) if n is not None]
    return (min(known), each[0].best, max(known)) if known else (None, None, None)


TABLES: dict[str, Table] = {
    "happenings": Table(
        tuple(
            "id kind status summary start end precision place country admin1 latitude longitude place_precision actors "
            "targets killed_low killed_best killed_high grade reports publishers origins informants sources story "
            "quote".split()
        ),
        _happenings,
    ),
    "events": Table(
        tuple(
            "id kind status trigger plover acled_event_type acled_sub_event_type actor target place latitude longitude "
            "place_precision time happening grade report outlet published origin url span_start span_end quote".split()
        ),
        _event_mentions,
    ),
    "figures": Table(
        tuple(
            "id what unit of low best high qualifier measure text time place informant series series_label report "
            "outlet published origin url span_start span_end quote".split()
        ),
        _figures,
    ),
    "claims": Table(
        tuple(
            "id informant source_text cue stance kind medium content report outlet published origin url span_start "
            "span_end".split()
        ),
        _claims,
    ),
    "reports": Table(
        tuple(
            "id title outlet byline agencies published published_how language origin story url path".split(),
        ),
        _reports,
    ),
}


def table_rows(name: str, accounts: Iterable[Account]) -> Iterator[Row]:
    """The rows of one table over the accounts of a store's stories."""
    for account in accounts:
        yield from TABLES[name].rows(View(account))
