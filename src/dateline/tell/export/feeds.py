"""Account -> Atom feed of what is new · timeline JSON for TimelineJS."""

import json
from collections.abc import Iterable
from datetime import date
from html import escape
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from dateline.model import Account, Happening
from dateline.model.edtf import bounds
from dateline.tell.export.view import View
from dateline.tell.printable import printable

ATOM = "http://www.w3.org/2005/Atom"
UNKNOWN = "1970-01-01T00:00:00Z"
"""Atom wants a date on everything; what no dated report tells carries this one."""


def write_atom(path: Path, accounts: Iterable[Account]) -> int:
    """One entry a happening and a moved figure, newest first; `updated` is when the latest report told of it."""
    entries = sorted((e for a in accounts for e in _entries(View(a))), key=lambda e: (e[0], e[1]), reverse=True)
    feed = Element("feed", xmlns=ATOM)
    SubElement(feed, "id").text = "urn:dateline:feed"
    SubElement(feed, "title").text = "Dateline: what is new"
    SubElement(feed, "updated").text = entries[0][0] if entries else UNKNOWN
    SubElement(SubElement(feed, "author"), "name").text = "Dateline"
    for updated, key, title, summary, sources in entries:
        entry = SubElement(feed, "entry")
        SubElement(entry, "id").text = f"urn:dateline:{key}"
        SubElement(entry, "title").text = printable(title)
        SubElement(entry, "updated").text = updated
        SubElement(entry, "summary").text = printable(summary)
        for source in sources:
            SubElement(entry, "link", rel="via", href=source)
    indent(feed)
    path.write_text(
        '<?xml version="1.0" encoding="utf-8"?>\n' + tostring(feed, encoding="unicode") + "\n", "utf-8", "replace"
    )
    return len(entries)


def _entries(view: View) -> Iterable[tuple[str, str, str, str, list[str]]]:
    for h in view.account.happenings:
        reports = view.reports_of(h)
        when = max((_moment(r.published.value) for r in reports), default=UNKNOWN)
        event = next((view.events[e] for e in h.events if e in view.events), None)
        quote = view.quote(event.report, event.sentence.start, event.sentence.end) if event else ""
        yield when, h.id, h.summary, quote, [r.url for r in reports if r.url and r.url.startswith("http")]
    for s in view.account.series:
        moves = [r for r in s.relations if r.relation in ("evolves", "conflict")]
        latest = view.figures.get(s.latest or "")
        if moves and latest:
            report = view.reports[latest.report]
            quote = view.quote(latest.report, latest.start, latest.end)
            link = [report.url] if report.url and report.url.startswith("http") else []
            yield _moment(report.published.value), s.id, f"{s.label}: {latest.text}", quote, link


def _moment(value: str | None) -> str:
    """An EDTF day or minute as RFC 3339, the start of the day where no hour is known."""
    if not value or bounds(value) is None:
        return UNKNOWN
    day, _, clock = value.partition("T")
    clock = clock or "00:00Z"
    hour, zone = clock[:5], clock[5:].removeprefix(":00") or "Z"
    return f"{(day + '-01-01')[:10]}T{hour}:00{zone}"


def write_timelinejs(path: Path, accounts: Iterable[Account]) -> int:
    """The timeline as TimelineJS 3 reads it; texts are escaped since it shows them as HTML."""
    events: list[dict[str, Any]] = []
    titles: list[str] = []
    for account in accounts:
        view = View(account)
        titles += [s.title for s in account.stories if s.title]
        events += [
            e
            for entry in account.timeline
            if (e := _slide(view, entry.start, entry.end, entry.summary, entry.happening))
        ]
    made = {"title": {"text": {"headline": escape("; ".join(titles) or "Timeline")}}, "events": events}
    path.write_text(json.dumps(made, ensure_ascii=False, indent=1) + "\n", "utf-8", "replace")
    return len(events)


def _slide(
    view: View, start: str | None, end: str | None, summary: str, happening: str | None
) -> dict[str, Any] | None:
    first, last = bounds(start), bounds(end or start)
    if first is None or last is None or first[0].year <= 1:
        return None
    found: Happening | None = view.happenings.get(happening or "")
    sources = "; ".join(view.sources(view.reports_of(found))) if found else ""
    slide: dict[str, Any] = {
        "start_date": _date(start or "", first[0]),
        "text": {"headline": escape(summary), "text": escape(sources)},
        "display_date": escape(start if end in (None, start) else f"{start} to {end}") if start else "",
    }
    if last[1] != first[0] and last[1].year < 9999:
        slide["end_date"] = _date(end or start or "", last[1])
    if found:
        slide["unique_id"] = found.id
        slide["group"] = found.kind
    return slide


def _date(value: str, day: date) -> dict[str, int]:
    parts = {"year": day.year, "month": day.month, "day": day.day}
    known = 1 if len(value) == 4 else 2 if len(value) == 7 else 3
    return dict(list(parts.items())[:known])
