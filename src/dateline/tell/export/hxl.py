"""Happening -> HXL: a table whose second row says what each column means (Humanitarian Exchange Language 1.1)."""

from collections.abc import Iterable, Iterator

from dateline.model import FACTS, Account, Series
from dateline.tell.export.cells import Cell
from dateline.tell.export.codebook import reported
from dateline.tell.export.countries import country
from dateline.tell.export.tables import deaths
from dateline.tell.export.view import View

TAGS = {
    "Start date": "#date+start",
    "End date": "#date+end",
    "Country": "#country+name",
    "Country code": "#country+code",
    "Admin 1": "#adm1+name",
    "Admin 2": "#adm2+name",
    "Place": "#loc+name",
    "Latitude": "#geo+lat",
    "Longitude": "#geo+lon",
    "First group": "#group+name+first",
    "Second group": "#group+name+second",
    "Event type": "#event+type",
    "Description": "#description",
    "Killed": "#affected+killed",
    "Injured": "#affected+injured",
    "Displaced people": "#affected+idps+individuals",
    "Displaced households": "#affected+idps+households",
    "Source": "#meta+source",
}
COLUMNS = tuple(TAGS)


def rows(accounts: Iterable[Account]) -> Iterator[dict[str, Cell]]:
    """One row a happening; a count is the number that stands, empty where none is given."""
    for account in accounts:
        view = View(account)
        for h in sorted(account.happenings, key=lambda h: (h.start or "9999", h.id)):
            if h.status not in FACTS:
                continue
            place = view.place(h.place)
            counts = view.series_of.get(h.id, [])
            low, best, _ = deaths(view, h)
            yield {
                "Start date": h.start,
                "End date": h.end,
                "Country": country(place.country).name if place else None,
                "Country code": place.country if place else None,
                "Admin 1": place.admin1 if place else None,
                "Place": view.name(h.place) or None,
                "Latitude": place.lat if place else None,
                "Longitude": place.lon if place else None,
                "First group": view.names(h.actors),
                "Second group": view.names(h.targets),
                "Event type": h.kind,
                "Description": h.summary,
                "Killed": best if best is not None else low,
                "Injured": _count(view, counts, ("injured",), household=False),
                "Displaced people": _count(view, counts, ("displaced", "evacuated"), household=False),
                "Displaced households": _count(view, counts, ("displaced", "evacuated"), household=True),
                "Source": "; ".join(view.sources(view.reports_of(h))),
            }


def _count(view: View, counts: list[Series], what: tuple[str, ...], *, household: bool) -> int | None:
    for series in counts:
        if series.what in what and (series.unit in ("families", "households")) == household:
            latest = view.figures.get(series.latest or "")
            return reported(latest) if latest else series.best
    return None
