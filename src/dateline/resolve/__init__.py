"""mention -> thing: times to EDTF, toponyms to places, names to entities, claim sources to entities."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol, TypeVar

from dateline.model import Claim, Dossier, Event, Figure, Reading, Report, Resolution, Time
from dateline.resolve.attach.events import resolve_events, with_codes, with_figures
from dateline.resolve.attach.figures import figure_id, resolve_figures
from dateline.resolve.attach.party import mark_parties
from dateline.resolve.claims import Sayings, resolve_claims
from dateline.resolve.claims.calling import with_callings
from dateline.resolve.claims.contents import with_contents
from dateline.resolve.claims.joined import with_joined
from dateline.resolve.claims.sources import with_sources
from dateline.resolve.entities.cast import Cast, build_cast
from dateline.resolve.entities.page import Page
from dateline.resolve.judgements import Judged
from dateline.resolve.roles.arguments import settle_arguments
from dateline.resolve.roles.driven import as_attacks
from dateline.resolve.times import Narrative, resolve_times
from dateline.resolve.where.asides import Asides, asides_of, told_elsewhere
from dateline.resolve.where.atlas import make_atlas
from dateline.resolve.where.discourse import Discourse
from dateline.resolve.where.map import map_places
from dateline.resolve.where.precedents import asides_in, precedents_of
from dateline.resolve.where.struck import struck_country
from dateline.resolve.where.told import PlacesTold, told_by
from dateline.resolve.where.united import one_each
from dateline.resolve.where.where import Where


class Resolved(NamedTuple):
    """What one report tells, each kind in text order."""

    times: list[Time]
    claims: list[Claim]
    figures: list[Figure]
    events: list[Event]


class Opened(NamedTuple):
    """One report with its times on the calendar and what it tells beside its story."""

    where: Where
    times: list[Time]
    asides: Asides
    narrative: Narrative


def resolve_story(dossier: Dossier, readings: Sequence[Reading]) -> Resolution:
    """The things of one story; `readings` in the order of `dossier.reports`."""
    judged, unfit = Judged(dossier.judgements).fitting()
    readings = as_attacks(dossier.reports, readings)
    pages = [make_page(i, *pair) for i, pair in enumerate(zip(dossier.reports, readings, strict=True))]
    cast = build_cast(pages, judged)
    cast, places = one_each(cast, map_places(dossier, pages, cast, judged), judged)
    judged, lost = judged.among(cast.entities)
    atlas = make_atlas(pages, cast, {p.entity: p for p in places})
    wheres = [Where(page, atlas) for page in pages]
    opened = [open_report(where, judged) for where in wheres]
    told = told_by([(each.where, each.narrative) for each in opened], dossier.origins)
    struck = struck_country(wheres)
    reports = [resolve_report(each, cast, told, struck, judged) for each in opened]
    claims, events = [c for r in reports for c in r.claims], [e for r in reports for e in r.events]
    return Resolution(
        story=dossier.story.id,
        entities=mark_parties(cast.entities, events, claims),
        candidates=cast.candidates,
        places=places,
        times=tuple(t for r in reports for t in r.times),
        claims=tuple(claims),
        figures=tuple(f for r in reports for f in r.figures),
        events=tuple(events),
        issues=(*unfit, *lost),
    )


def make_page(number: int, report: Report, reading: Reading) -> Page:
    """The page of a report, its arguments settled, who could not speak and what he did not say taken off its claims and
    who calls something so added to them."""
    reading = with_sources(report, settle_arguments(report, reading))
    reading = with_contents(report, with_joined(report, reading))
    return Page(number, report, with_callings(report, reading))


def open_report(where: Where, judged: Judged) -> Opened:
    """One report with its times, as persons corrected them."""
    page, report = where.page, where.page.report
    times = judged.settled("time", report.id, resolve_times(report, page.reading, report.published.bounds))
    asides = {**asides_of(where), **asides_in(where, precedents_of(where, times), times)}
    taken_up = {at: aside.trigger for at, aside in asides.items()}
    return Opened(where, times, asides, Narrative(report, page.reading, tuple(times), taken_up, told_elsewhere(where)))


def resolve_report(opened: Opened, cast: Cast, told: PlacesTold, struck: str | None, judged: Judged) -> Resolved:
    """What one report tells, as persons corrected it; `told`: where the reports of its story put their events;
    `struck`: the country of the story's disaster."""
    where, times, asides, narrative = opened
    page, report = where.page, where.page.report
    settled = Discourse(where, told, struck, asides, narrative).settle()
    claims = judged.settled("claim", report.id, resolve_claims(page, cast), lambda c: c.id, lambda c: c.content[0])
    sayings = Sayings(claims)
    read = resolve_events(page, cast, sayings, settled, narrative)
    events = [
        with_codes(e, cast) for e in judged.settled("event", report.id, read, lambda e: e.id, lambda e: e.trigger)
    ]
    # What a count counts decides where it belongs, so that is corrected first; its place and day only then.
    counts = judged.settled("figure", report.id, page.reading.figures, lambda f: figure_id(report.id, f))
    counted = resolve_figures(page, counts, cast, sayings, events, where, struck, narrative)
    figures = judged.settled("figure", report.id, counted, lambda f: f.id)
    return Resolved(times, once(claims), once(figures), once(with_figures(events, figures)))


class Identified(Protocol):
    """A record with an id."""

    @property
    def id(self) -> str:
        """The id."""


T = TypeVar("T", bound=Identified)


def once(records: Sequence[T]) -> list[T]:
    """The records without those whose id came before: the reader may give one span twice."""
    return list({record.id: record for record in reversed(records)}.values())[::-1]
