"""mention -> thing: times to EDTF, toponyms to places, names to entities, claim sources to entities."""

from collections.abc import Sequence
from typing import Protocol, TypeVar

from dateline.model import Claim, Dossier, Event, Figure, Reading, Resolution, Time
from dateline.resolve.attach.arguments import settle_arguments
from dateline.resolve.attach.asides import asides_of, told_elsewhere
from dateline.resolve.attach.atlas import make_atlas
from dateline.resolve.attach.discourse import Discourse, told_by
from dateline.resolve.attach.events import resolve_events, with_figures
from dateline.resolve.attach.figures import resolve_figures
from dateline.resolve.attach.map import map_places
from dateline.resolve.attach.party import mark_parties
from dateline.resolve.attach.where import Where
from dateline.resolve.claims import Sayings, resolve_claims
from dateline.resolve.claims.calling import with_callings
from dateline.resolve.entities.cast import build_cast
from dateline.resolve.entities.page import Page
from dateline.resolve.judgements import Judged
from dateline.resolve.times import Narrative, resolve_times


def resolve_story(dossier: Dossier, readings: Sequence[Reading]) -> Resolution:
    """The things of one story; `readings` in the order of `dossier.reports`."""
    judged = Judged(dossier.judgements)
    settled_readings = [settle_arguments(*pair) for pair in zip(dossier.reports, readings, strict=True)]
    called = [with_callings(*pair) for pair in zip(dossier.reports, settled_readings, strict=True)]
    pages = [Page(i, *pair) for i, pair in enumerate(zip(dossier.reports, called, strict=True))]
    cast = build_cast(pages, judged)
    places = map_places(dossier, pages, cast, judged)
    atlas = make_atlas(pages, cast, {p.entity: p for p in places})
    wheres = [Where(page, atlas) for page in pages]
    told_places = told_by(wheres, dossier.origins)
    times: list[Time] = []
    claims: list[Claim] = []
    figures: list[Figure] = []
    events: list[Event] = []
    for page, where in zip(pages, wheres, strict=True):
        report = page.report
        read = [
            judged.corrected("time", t, "", report.id, t)
            for t in resolve_times(report, page.reading, report.published.bounds)
            if not judged.rejects("time", report.id, t)
        ]
        asides = asides_of(where)
        taken_up = {at: aside.trigger for at, aside in asides.items()}
        narrative = Narrative(report, page.reading, tuple(read), taken_up, told_elsewhere(where))
        settled = Discourse(where, told_places, asides, narrative.is_background).settle()
        said = [
            judged.corrected("claim", c, c.id, report.id, c.content[0])
            for c in resolve_claims(page, cast)
            if not judged.rejects("claim", report.id, c.content[0], c.id)
        ]
        sayings = Sayings(said)
        told = [
            judged.corrected("event", e, e.id, report.id, e.trigger)
            for e in resolve_events(page, cast, sayings, settled, narrative)
            if not judged.rejects("event", report.id, e.trigger, e.id)
        ]
        counted = [
            judged.corrected("figure", f, f.id, report.id, f)
            for f in resolve_figures(page, cast, sayings, told, where, narrative)
            if not judged.rejects("figure", report.id, f, f.id)
        ]
        times += read
        claims += once(said)
        figures += once(counted)
        events += once(with_figures(told, counted))
    return Resolution(
        story=dossier.story.id,
        entities=mark_parties(cast.entities, events, claims),
        candidates=cast.candidates,
        places=places,
        times=tuple(times),
        claims=tuple(claims),
        figures=tuple(figures),
        events=tuple(events),
    )


class Identified(Protocol):
    """A record with an id."""

    @property
    def id(self) -> str:
        """The id."""


T = TypeVar("T", bound=Identified)


def once(records: Sequence[T]) -> list[T]:
    """The records without those whose id came before: the reader may give one span twice."""
    return list({record.id: record for record in reversed(records)}.values())[::-1]
