"""Figure -> IDMC rows: displacement figures by the rules of the Internal Displacement Monitoring Centre.

Only terms that mean displacement count; "affected" is not displacement. Total = reported × household size for
households (the size is the user's: without it the total stays empty). Of the figures of one series one is recommended,
the others are triangulation. Stocks and flows are separate categories and never added.
"""

import re
from collections.abc import Iterable, Iterator

from dateline.model import Account, Figure, Series
from dateline.model.edtf import bounds
from dateline.model.kinds import BLOWS
from dateline.tell.export.cells import Cell
from dateline.tell.export.codebook import QUANTIFIER, reported
from dateline.tell.export.countries import country
from dateline.tell.export.view import View

COLUMNS = (
    "Figure cause,Figure category,Figure role,Total figures,Reported,Figure term,Unit,Quantifier,Household size,"
    "Displacement occurred,Start date,Start date accuracy,End date,End date accuracy,Stock date,Stock date accuracy,"
    "Stock reporting date,Analysis and calculation logic,Link,Publishers,Sources,Sources type,Sources reliability,"
    "Source excerpt,Source url,Locations name,Locations,Locations accuracy,Type of point,Event name"
).split(",")
_TERMS = (
    ("Partially Destroyed Housing", r"\b(?:partially|partly) (?:destroyed|damaged)|\bdamaged\b"),
    ("Uninhabitable Housing", r"\buninhabitable\b"),
    ("Destroyed Housing", r"\b(?:destroyed|razed|flattened|levell?ed|washed away)\b"),
    ("In relief camp", r"\b(?:relief|evacuation|displacement) (?:camp|cent(?:er|re))"),
    ("Sheltered", r"\bshelter"),
    ("Relocated", r"\brelocat|\bresettl"),
    ("Evacuated", r"\bevacuat"),
    ("Homeless", r"\bhomeless"),
    ("Forced to flee", r"\b(?:fle[ed]|fled|fleeing|forced (?:out|from)|driven from)\b"),
    ("Returns", r"\breturn"),
    ("Displaced", r"\bdisplac|\buproot|\bleft (?:their|his|her) homes?\b"),
)
_MOVED = ("displaced", "evacuated", "returned")
_HOUSES = re.compile(r"\b(?:houses?|homes?|huts?|dwellings?|shelters?|tents?)\b", re.I)
_ACCURACY = {
    "exact": "Exact",
    "near": "Approximate",
    "district": "District",
    "region": "Province",
    "country": "Country",
}


def rows(accounts: Iterable[Account], household_size: float | None = None) -> Iterator[dict[str, Cell]]:
    """One row a displacement figure; `household_size` in persons."""
    for account in accounts:
        view = View(account)
        series_of = {m: s for s in account.series for m in s.members}
        for figure in sorted(account.figures, key=lambda f: (f.time or "9999", f.id)):
            if _is_displacement(figure):
                yield _row(view, figure, series_of.get(figure.id), household_size)


def _is_displacement(figure: Figure) -> bool:
    if figure.unit == "percent" or reported(figure) is None:
        return False
    if figure.what in _MOVED:
        return True
    return figure.what == "destroyed" and bool(_HOUSES.search(f"{figure.text} {figure.of or ''}"))


def _row(view: View, figure: Figure, series: Series | None, household_size: float | None) -> dict[str, Cell]:
    report = view.reports[figure.report]
    quote = view.quote(figure.report, figure.start, figure.end)
    place = view.place(figure.place)
    number = reported(figure) or 0
    household = figure.unit in ("families", "households") or figure.what == "destroyed"
    size = household_size if household else 1.0
    total = round(number * size) if size else None
    days = bounds(figure.time)
    stock = figure.measure == "stock"
    recommended = series is None or series.latest == figure.id
    start, end = (
        (days[0].isoformat(), days[1].isoformat()) if days and days[0].year > 1 and days[1].year < 9999 else ("", "")
    )
    accuracy = {1: "Day", 7: "Week"}.get((days[1] - days[0]).days + 1, "Month") if start and days else ""
    return {
        "Figure cause": _cause(view, figure),
        "Figure category": "IDPs" if stock else "Return" if figure.what == "returned" else "Internal Displacements",
        "Figure role": "Recommended figure" if recommended else "Triangulation",
        "Total figures": total,
        "Reported": number,
        "Figure term": _term(figure, quote),
        "Unit": "Household" if household else "Person",
        "Quantifier": QUANTIFIER[figure.qualifier],
        "Household size": household_size if household else None,
        "Displacement occurred": None,
        "Start date": None if stock else start,
        "Start date accuracy": None if stock else accuracy,
        "End date": None if stock else end,
        "End date accuracy": None if stock else accuracy,
        "Stock date": end if stock else None,
        "Stock date accuracy": accuracy if stock else None,
        "Stock reporting date": (report.published.value or "")[:10] if stock else None,
        "Analysis and calculation logic": _logic(figure, number, size, total, household),
        "Link": report.url,
        "Publishers": report.outlet,
        "Sources": view.name(figure.source) or "Unspecified",
        "Source excerpt": quote,
        "Source url": report.url,
        "Locations name": place.name if place else None,
        "Locations": f"{place.lat}, {place.lon}" if place else None,
        "Locations accuracy": _ACCURACY.get(place.precision or "") if place else None,
        "Type of point": ("Destination" if figure.what == "returned" else "Origin") if place else None,
        "Event name": f"{country(place.country).name}: {series.label}"
        if place and series
        else series.label
        if series
        else "",
    }


def _term(figure: Figure, quote: str) -> str:
    if figure.what == "destroyed":
        return next((t for t, p in _TERMS[:3] if re.search(p, quote, re.I)), "Destroyed Housing")
    own = next((t for t, p in _TERMS[3:] if re.search(p, figure.text, re.I)), None)
    fallback = {"evacuated": "Evacuated", "returned": "Returns"}.get(figure.what)
    return own or fallback or next((t for t, p in _TERMS[3:] if re.search(p, quote, re.I)), "Displaced")


def _cause(view: View, figure: Figure) -> str:
    """Disaster where the figure's own event, or else its report, tells of a hazard and of no violence."""
    own = view.events.get(figure.event or "")
    told = [own] if own and own.kind == "hazard" else [e for e in view.events.values() if e.report == figure.report]
    hazards = sum(e.kind in ("hazard", "accident") for e in told)
    violence = sum(e.kind in BLOWS for e in told)
    return "Disaster" if hazards > violence else "Conflict"


def _logic(figure: Figure, number: int, size: float | None, total: int | None, household: bool) -> str:
    if not household:
        return f"“{figure.text}”: {number} persons as reported"
    if size is None:
        return f"“{figure.text}”: {number} households; no household size was given, so no total"
    return f"“{figure.text}”: {number} households × {size:g} = {total}"
