"""Incident -> UCDP GED rows: the columns and values of the UCDP Georeferenced Event Dataset codebook.

GED holds lethal events only: an incident without a counted death has no row. Codes that need UCDP's own registers
(conflicts, dyads, Gleditsch-Ward states) stay empty.
"""

from collections.abc import Iterable, Iterator
from math import floor

from dateline.model import Account, Place
from dateline.tell.export.cells import Cell
from dateline.tell.export.codebook import Range3, ucdp_estimates, ucdp_where_precision
from dateline.tell.export.coding import Incident, find_incidents
from dateline.tell.export.countries import country
from dateline.tell.export.view import View

COLUMNS = (
    "id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,conflict_new_id,conflict_name,dyad_dset_id,"
    "dyad_new_id,dyad_name,side_a_dset_id,side_a_new_id,side_a,side_b_dset_id,side_b_new_id,side_b,number_of_sources,"
    "source_article,source_office,source_date,source_headline,source_original,where_prec,where_coordinates,"
    "where_description,adm_1,adm_2,latitude,longitude,geom_wkt,priogrid_gid,country,country_id,region,event_clarity,"
    "date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low,gwnoa,gwnob"
).split(",")


def rows(accounts: Iterable[Account]) -> Iterator[dict[str, Cell]]:
    """One row a lethal incident, in order of day."""
    for account in accounts:
        view = View(account)
        for incident in find_incidents(view)[0]:
            toll = estimates(incident)
            if toll.high or toll.low:
                yield _row(view, incident, toll)


def estimates(incident: Incident) -> Range3:
    """low and high: the lowest and highest number of the figures that stand; best: the latest figure's own."""
    each = [(s, ucdp_estimates(s.figure)) for s in incident.deaths]
    if not each:
        return Range3(None, None, None, "no report counts dead")
    share, latest = each[0]
    known = [s.of(n) or 0 for s, e in each for n in (e.low, e.best, e.high) if n is not None]
    if not known:
        return Range3(None, None, None, latest.rule)
    return Range3(min(known), share.of(latest.best), max(known), latest.rule)


def _row(view: View, incident: Incident, toll: Range3) -> dict[str, Cell]:
    place, land, reports = incident.place, country(incident.place.country), incident.reports
    civilians = any(s.figure.unit in ("civilians", "women", "children") for s in incident.deaths[:1])
    return {
        "id": int(incident.key[1:13], 16) % 10**12,
        "relid": incident.key,
        "year": incident.day.day.year,
        "active_year": 1,
        "code_status": "Unreviewed",
        "type_of_violence": 3 if incident.happening.kind == "attack" else None,
        "side_a": incident.actor,
        "side_b": incident.target,
        "dyad_name": f"{incident.actor} - {incident.target}" if incident.actor and incident.target else None,
        "number_of_sources": incident.happening.support.origins,
        "source_article": "; ".join(
            f'"{r.outlet or ""},{(r.published.value or "")[:10]},{r.title or ""}"' for r in reports
        ),
        "source_office": ";".join(dict.fromkeys(r.outlet or "" for r in reports)),
        "source_date": ";".join((r.published.value or "")[:10] for r in reports),
        "source_headline": ";".join(r.title or "" for r in reports),
        "source_original": ";".join(filter(None, (view.name(v) for v in incident.happening.voices))),
        "where_prec": ucdp_where_precision(place),
        "where_coordinates": place.name,
        "where_description": place.how,
        "adm_1": place.admin1,
        "latitude": place.lat,
        "longitude": place.lon,
        "geom_wkt": f"POINT ({place.lon} {place.lat})",
        "priogrid_gid": priogrid(place),
        "country": land.name,
        "region": _region(land.region),
        "event_clarity": 1 if incident.day.ucdp <= 3 else 2,
        "date_prec": incident.day.ucdp,
        "date_start": incident.day.first.isoformat(),
        "date_end": incident.day.last.isoformat(),
        "deaths_a": 0,
        "deaths_b": 0,
        "deaths_civilians": (toll.best or 0) if civilians else 0,
        "deaths_unknown": 0 if civilians else (toll.best or 0),
        "best": toll.best,
        "high": toll.high,
        "low": toll.low,
    }


def priogrid(place: Place) -> int | None:
    """The half-degree PRIO-GRID cell of a point, counted from the south-west corner of the world (Tollefsen 2012)."""
    if place.lat is None or place.lon is None:
        return None
    return floor((min(place.lat, 89.99) + 90) * 2) * 720 + floor((place.lon + 180) % 360 * 2) + 1


def _region(acled: str) -> str:
    """UCDP's five regions from ACLED's sixteen."""
    if "Africa" in acled:
        return "Africa"
    if acled in ("North America", "Central America", "South America", "Caribbean"):
        return "Americas"
    if "Asia" in acled or acled == "Oceania":
        return "Asia"
    return {"Middle East": "Middle East", "Europe": "Europe", "Caucasus and Central Asia": "Asia"}.get(acled, "")
