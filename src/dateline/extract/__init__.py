"""Report -> Reading: the reader model and the grammars beside it."""

import re
from collections.abc import Sequence

from dateline.extract.mentions import make_reading
from dateline.extract.network import shipped
from dateline.extract.passage import Passage, read_passages
from dateline.extract.pulled import without_pulled
from dateline.extract.sentences import split_sentences
from dateline.model import Issue, Reading, Report

LANGUAGE = "en"
"""What the model was trained to read; a report whose language is unknown is tried if it is in Latin letters."""
LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
SAMPLE = 2_000


def read_reports(reports: Sequence[Report]) -> list[Reading]:
    """A reading of each report, in order; each is read as if it were alone. `MissingPartError` without the model."""
    readable = [r for r in reports if r.language == LANGUAGE or (r.language is None and _is_latin(r.text[:SAMPLE]))]
    passages = [_passage(r) for r in readable]
    network = shipped()
    found = read_passages(network, passages)
    readings = {  # each made while the network reads on
        r.id: make_reading(r.id, passage, spans, network.tuning)
        for r, passage, spans in zip(readable, passages, found, strict=True)
    }
    return [readings.get(r.id) or _unread(r) for r in reports]


def _passage(report: Report) -> Passage:
    sentences = [
        s for block in report.story_blocks() for s in split_sentences(report.text[block.start : block.end], block.start)
    ]
    return Passage(report.text, list(without_pulled(report.text, sentences)))


def _is_latin(text: str) -> bool:
    """Whether at least half of the letters are Latin ones."""
    return 2 * len(LATIN.findall(text)) >= sum(map(str.isalpha, text))


def _unread(report: Report) -> Reading:
    named = report.path or report.url or report.id
    language = repr(report.language) if report.language else "other letters than Latin ones"
    message = (
        f"{named}: in {language}; the reader reads English ('en'). Give an English version of the "
        "report, or set its language to 'en' if it was detected wrongly"
    )
    return Reading(
        report=report.id,
        issues=(Issue(stage="extract", code="language-not-read", report=report.id, message=message),),
    )
