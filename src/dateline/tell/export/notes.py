"""Incident -> coding notes: how each number was derived, the sentence behind it, and what was not coded and why."""

from collections.abc import Iterable, Iterator

from dateline.model import Account
from dateline.tell.export.acled import fatalities
from dateline.tell.export.cells import Cell
from dateline.tell.export.codebook import acled_fatalities, ucdp_estimates
from dateline.tell.export.coding import find_incidents
from dateline.tell.export.ucdp import estimates
from dateline.tell.export.view import View

COLUMNS = (
    "event",
    "happening",
    "field",
    "value",
    "rule",
    "report",
    "outlet",
    "published",
    "quote",
)


def rows(accounts: Iterable[Account]) -> Iterator[dict[str, Cell]]:
    """A row for every derived number, place and day of the ACLED and UCDP sheets, and for each happening left out."""
    for account in accounts:
        view = View(account)
        incidents, left = find_incidents(view)
        for incident in incidents:
            base: dict[str, Cell] = {"event": incident.key, "happening": incident.happening.id}
            dead, toll = fatalities(incident), estimates(incident)
            yield {**base, "field": "ACLED fatalities", "value": dead.value, "rule": dead.rule}
            counted = f"low {toll.low}, best {toll.best}, high {toll.high}"
            yield {**base, "field": "UCDP deaths", "value": counted, "rule": toll.rule}
            yield {**base, "field": "date", "value": incident.day.day.isoformat(), "rule": "; ".join(incident.notes)}
            yield {**base, "field": "place", "value": incident.place.name, "rule": incident.place.how}
            for share in incident.deaths:
                figure = share.figure
                report = view.reports[figure.report]
                yield {
                    **base,
                    "field": "figure",
                    "value": figure.text,
                    "rule": f"ACLED: {acled_fatalities(figure).rule}. UCDP: {ucdp_estimates(figure).rule}",
                    "report": report.id,
                    "outlet": report.outlet,
                    "published": report.published.value,
                    "quote": view.quote(figure.report, figure.start, figure.end),
                }
        for uncoded in left:
            yield {"happening": uncoded.happening.id, "field": "not coded", "rule": uncoded.reason}
