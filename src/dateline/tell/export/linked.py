"""Claim -> schema.org Claim (JSON-LD) · span -> W3C Web Annotation."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from dateline.model import Account, Report
from dateline.tell.export.view import View

CONTEXT = 32
"""Characters of prefix and suffix that make a quotation unique (Web Annotation Data Model 4.2.4)."""


def write_claims(path: Path, accounts: Iterable[Account]) -> int:
    """A JSON-LD graph of claims with author and appearance. A ClaimReview needs a person's verdict and is not made."""
    return _write(path, '{"@context": "https://schema.org", "@graph": [', "]}", _claims(accounts))


def write_annotations(path: Path, accounts: Iterable[Account]) -> int:
    """An annotation page: every claim, figure, event, time and entity mention anchored in its report's text."""
    page = '{"@context": "http://www.w3.org/ns/anno.jsonld", "id": "urn:dateline:annotations", "type": "AnnotationPage"'
    return _write(path, page + ', "items": [', "]}", _annotations(accounts))


def _write(path: Path, head: str, tail: str, rows: Iterator[dict[str, Any]]) -> int:
    n = 0
    with path.open("w", encoding="utf-8", errors="replace") as out:
        out.write(head)
        for row in rows:
            out.write((",\n" if n else "\n") + json.dumps(row, ensure_ascii=False))
            n += 1
        out.write("\n" + tail + "\n")
    return n


def address(report: Report) -> str:
    """The address of a report: its URL where it has one, else a URN of its id."""
    return report.url if report.url and report.url.startswith(("http://", "https://")) else f"urn:dateline:{report.id}"


def _claims(accounts: Iterable[Account]) -> Iterator[dict[str, Any]]:
    for account in accounts:
        view = View(account)
        for claim in account.claims:
            report = view.reports[claim.report]
            work: dict[str, Any] = {
                "@type": "NewsArticle",
                "@id": address(report),
                "headline": report.title or report.id,
            }
            if report.published.value:
                work["datePublished"] = report.published.value
            if report.outlet:
                work["publisher"] = {"@type": "Organization", "name": report.outlet}
            entity = view.entities.get(claim.source.entity or "") if claim.source else None
            made: dict[str, Any] = {
                "@type": "Claim",
                "@id": f"urn:dateline:{claim.id}",
                "text": " … ".join(s.text for s in claim.content),
                "appearance": work,
            }
            name = entity.name if entity else claim.source.text if claim.source else None
            if name:
                kind = "Person" if entity and entity.type == "person" else "Organization"
                made["author"] = {"@type": kind, "name": name}
            yield made


def _annotations(accounts: Iterable[Account]) -> Iterator[dict[str, Any]]:
    for account in accounts:
        view = View(account)
        for claim in account.claims:
            for n, span in enumerate(claim.content):
                yield _annotation(view, f"{claim.id}-{n}", claim.report, span.start, span.end, "claim", claim.stance)
        for figure in account.figures:
            yield _annotation(view, figure.id, figure.report, figure.start, figure.end, "figure", figure.what)
        for event in account.events:
            yield _annotation(view, event.id, event.report, event.trigger.start, event.trigger.end, "event", event.kind)
        for time in account.times:
            if time.value:
                key = f"t-{time.report}-{time.start}"
                yield _annotation(view, key, time.report, time.start, time.end, "time", time.value)
        for entity in account.entities:
            for mention in entity.mentions:
                key = f"{entity.id}-{mention.report}-{mention.start}"
                yield _annotation(view, key, mention.report, mention.start, mention.end, entity.type, entity.name)


def _annotation(view: View, key: str, report: str, start: int, end: int, layer: str, value: str) -> dict[str, Any]:
    text = view.reports[report].text
    return {
        "id": f"urn:dateline:annotation:{key}",
        "type": "Annotation",
        "motivation": "tagging",
        "body": [
            {"type": "TextualBody", "purpose": "classifying", "value": layer},
            {"type": "TextualBody", "purpose": "tagging", "value": value},
        ],
        "target": {
            "source": address(view.reports[report]),
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": text[start:end],
                    "prefix": text[max(0, start - CONTEXT) : start],
                    "suffix": text[end : end + CONTEXT],
                },
                {"type": "TextPositionSelector", "start": start, "end": end},
            ],
        },
    }
