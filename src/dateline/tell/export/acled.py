"""Incident -> ACLED rows: the columns and values of the ACLED codebook."""

from collections.abc import Iterable, Iterator

from dateline.model import Account, Happening, kinds
from dateline.tell.export.cells import Cell
from dateline.tell.export.codebook import Coded, acled_fatalities, acled_geo_precision
from dateline.tell.export.coding import Incident, Share, find_incidents
from dateline.tell.export.countries import country
from dateline.tell.export.view import View

COLUMNS = (
    "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,"
    "actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,"
    "latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp"
).split(",")
_DISORDER = {
    "Battles": "Political violence",
    "Explosions/Remote violence": "Political violence",
    "Violence against civilians": "Political violence",
    "Riots": "Political violence",
    "Protests": "Demonstrations",
    "Strategic developments": "Strategic developments",
}


def rows(accounts: Iterable[Account]) -> Iterator[dict[str, Cell]]:
    """One row an incident, in order of day."""
    for account in accounts:
        view = View(account)
        for incident in find_incidents(view)[0]:
            yield _row(view, incident)


def _row(view: View, incident: Incident) -> dict[str, Cell]:
    kind = kinds()[incident.happening.kind]
    place, land = incident.place, country(incident.place.country)
    dead = fatalities(incident)
    return {
        "event_id_cnty": f"{(land.alpha3 or 'XXX')}{incident.key.replace('-', '')}",
        "event_date": incident.day.day.isoformat(),
        "year": incident.day.day.year,
        "time_precision": incident.day.acled,
        "disorder_type": _DISORDER.get(kind.acled or "", ""),
        "event_type": kind.acled,
        "sub_event_type": sub_event_type(view, incident.happening),
        "actor1": incident.actor or _unnamed(kind.acled, land.name),
        "actor2": incident.target or ("Civilians (" + land.name + ")" if _civilian(kind.acled) else None),
        "inter1": {"Protests": "Protesters", "Riots": "Rioters"}.get(kind.acled or ""),
        "inter2": "Civilians" if _civilian(kind.acled) else None,
        "civilian_targeting": "Civilian targeting" if _civilian(kind.acled) else None,
        "iso": land.numeric,
        "region": land.region,
        "country": land.name,
        "admin1": place.admin1,
        "location": place.name,
        "latitude": place.lat,
        "longitude": place.lon,
        "geo_precision": acled_geo_precision(place),
        "source": "; ".join(view.sources(list(incident.reports))),
        "notes": _notes(view, incident, dead),
        "fatalities": dead.value or 0,
    }


def fatalities(incident: Incident) -> Coded:
    """The lowest figure, until a higher one is corroborated: of the figures that stand, the lowest of those that more
    than one origin gives, else the lowest of all; 0 where no report counts dead."""
    coded = [(share, acled_fatalities(share.figure)) for share in incident.deaths]
    known = [(share, c) for share, c in coded if c.value is not None]
    if not known:
        return Coded(0, "no report counts dead")
    origins: dict[int, set[str]] = {}
    by_id = {r.id: r for r in incident.reports}
    for share, c in known:
        report = by_id.get(share.figure.report)
        origins.setdefault(c.value or 0, set()).add((report.origin or report.id) if report else share.figure.report)
    agreed = [x for x in known if len(origins[x[1].value or 0]) > 1]
    share, chosen = min(agreed or known, key=lambda x: (x[1].value or 0, x[0].figure.id))
    why = "the lowest that two origins give" if agreed else "the lowest that a report gives"
    return Coded(_divided(share, chosen.value), f"“{share.figure.text}”: {chosen.rule}; {why}")


def _divided(share: Share, number: int | None) -> int | None:
    return share.of(number)


def sub_event_type(view: View, happening: Happening) -> str | None:
    """The sub-type that the merged events were given most often (ties by name)."""
    given: dict[str, int] = {}
    for event in (view.events[e] for e in happening.events if e in view.events):
        if event.acled and event.acled.sub_event_type:
            given[event.acled.sub_event_type] = given.get(event.acled.sub_event_type, 0) + 1
    if given:
        return min(given, key=lambda s: (-given[s], s))
    return (kinds()[happening.kind].acled_sub or "").split("|")[0] or None


def _civilian(acled: str | None) -> bool:
    return acled == "Violence against civilians"


def _unnamed(acled: str | None, land: str) -> str:
    if acled in ("Protests", "Riots"):
        return f"{'Protesters' if acled == 'Protests' else 'Rioters'} ({land})"
    return f"Unidentified Armed Group ({land})" if acled not in (None, "Strategic developments") else ""


def _notes(view: View, incident: Incident, dead: Coded) -> str:
    first = next((e for i in incident.happening.events if (e := view.events.get(i))), None)
    quote = view.quote(first.report, first.sentence.start, first.sentence.end) if first else ""
    return f"{incident.happening.summary} [fatalities: {dead.rule}] [{'; '.join(incident.notes)}] “{quote}”"
