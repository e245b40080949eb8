"""Capture -> Cleaned, Signature, Reading, StoryKeys: the stages that see one report at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from sqlalchemy import Connection

from dateline.child import Child
from dateline.engine.attempt import attempt
from dateline.engine.fingerprint import fingerprint
from dateline.engine.pairs import Keyed, PairFinder
from dateline.engine.stages import Stages
from dateline.model import Block, Capture, Cleaned, Issue, Reading, Report, Signature, StoryKeys
from dateline.settings import Settings
from dateline.store import StoreFile, captures, issues, records, work
from dateline.store.issues import Failure

CHUNK = 64
"""Reports read, then committed, together: the model's batches fill and a kill costs seconds."""
LONG_TEXT = 200_000
"""Characters from which a text is cleaned in the child process, as markup always is."""


@dataclass
class Work:
    """One report on its way through the report stages. `changed`: it must be compared with others anew."""

    capture: Capture
    cleaned: Cleaned
    keyed: Keyed
    changed: bool
    prints: dict[str, str]
    failures: list[Failure]
    reading: Reading | None

    @property
    def report(self) -> Report:
        """The report itself."""
        return self.cleaned.report

    @property
    def named(self) -> str:
        """How a message calls it."""
        return self.capture.path or self.capture.url or self.capture.id


class ReportReader:
    """Runs the report stages over the store's unread reports, chunk by chunk. `lost`: the issues that whoever adds
    reports is told."""

    def __init__(self, file: StoreFile, stages: Stages, settings: Settings) -> None:
        self.file, self.stages, self.settings = file, stages, settings
        self.child = Child(settings.parse_seconds)
        self.lost: list[Issue] = []
        self._pairs = PairFinder(stages, self.lost)

    def read_next(self) -> int:
        """Read and commit the next chunk; how many reports it had, 0 when none is left."""
        with self.file.reading() as connection:
            ids = work.first(connection, "report", CHUNK)
            if not ids:
                return 0
            todo = [self._prepare(connection, capture) for capture in captures.get(connection, ids)]
        self._extract([w for w in todo if w.reading is None])
        with self.file.transaction() as connection:
            for each in todo:
                self._write(connection, each)
            work.done(connection, "report", ids)
            self._pairs.link(connection, [w.keyed for w in todo if w.changed])
        return len(ids)

    def _prepare(self, connection: Connection, capture: Capture) -> Work:
        stages, id_ = self.stages, capture.id
        named = capture.path or capture.url or id_
        made_from = fingerprint([stages.clean], capture)
        failures: list[Failure] = []
        cleaned = records.get(connection, id_, Cleaned, made_from)
        if cleaned is None:
            run = stages.clean.run
            in_child = capture.media == "html" or len(capture.content) > LONG_TEXT
            call = partial(self.child.call, run, capture) if in_child else partial(run, capture)
            cleaned = attempt(stages.clean, id_, named, call, failures) or uncleaned(capture)
        prints = {
            "clean": made_from,
            "extract": fingerprint([stages.extract], cleaned.report),
            "sign": fingerprint([stages.sign, stages.copies], cleaned.report),
            "keys": fingerprint([stages.keys, stages.alike], cleaned.report),
        }
        known = (records.fingerprint_of(connection, id_, Signature), records.fingerprint_of(connection, id_, StoryKeys))
        keyed = Keyed(
            report=cleaned.report,
            signature=attempt(stages.sign, id_, named, partial(stages.sign.run, cleaned.report), failures)
            or Signature(report=id_, keys=()),
            keys=attempt(stages.keys, id_, named, partial(stages.keys.run, cleaned.report), failures)
            or StoryKeys(report=id_, terms=()),
            old_signature=records.get(connection, id_, Signature),
            old_keys=records.get(connection, id_, StoryKeys),
        )
        return Work(
            capture=capture,
            cleaned=cleaned,
            keyed=keyed,
            changed=known != (prints["sign"], prints["keys"]),
            prints=prints,
            failures=failures,
            reading=records.get(connection, id_, Reading, prints["extract"]),
        )

    def _extract(self, todo: Sequence[Work]) -> None:
        """The readings of a chunk in one batch; one report at a time when the batch fails, to find the culprit."""
        readable = []
        for each in todo:
            refusal = self._why_not_read(each.report, each.named)
            if refusal is None:
                readable.append(each)
            else:
                each.reading = Reading(report=each.report.id, issues=(refusal,))
        if not readable:
            return
        run, whole = self.stages.extract.run, list[Failure]()
        found = attempt(self.stages.extract, None, "a batch", lambda: run([w.report for w in readable]), whole)
        for i, each in enumerate(readable):
            one = partial(run, [each.report])
            alone = (
                found[i : i + 1]
                if found is not None
                else attempt(self.stages.extract, each.report.id, each.named, one, each.failures)
            )
            each.reading = alone[0] if alone else Reading(report=each.report.id)

    def _why_not_read(self, report: Report, named: str) -> Issue | None:
        """Why reading this report would take minutes and give nothing, if so."""
        if len(report.text) <= self.settings.max_read_chars:
            return None
        message = (
            f"{named}: {len(report.text):,} characters are more than one report has; kept but not read. Split it, or "
            "raise max_read_chars in the settings"
        )
        return Issue(stage="extract", code="too-long-to-read", report=report.id, message=message)

    def _write(self, connection: Connection, each: Work) -> None:
        id_, prints = each.report.id, each.prints
        assert each.reading is not None  # _extract has seen to it
        records.put(connection, id_, prints["clean"], each.cleaned)
        records.put(connection, id_, prints["extract"], each.reading)
        records.put(connection, id_, prints["sign"], each.keyed.signature)
        records.put(connection, id_, prints["keys"], each.keyed.keys)
        own = [Failure(issue=i) for i in (*each.cleaned.issues, *each.reading.issues)]
        issues.put(connection, f"report:{id_}", own + each.failures)
        self.lost += [f.issue for f in own + each.failures if f.issue.weighs]
        work.mark(connection, "group", [id_])


def uncleaned(capture: Capture) -> Cleaned:
    """A report whose cleaning failed: a plain text is kept as it is, unread; of anything else only the fact."""
    text = capture.content if capture.media == "text" else ""
    blocks = (Block(start=0, end=len(text), kind="other"),) if text else ()
    return Cleaned(
        report=Report(id=capture.id, path=capture.path, url=capture.url, text=text, language=None, blocks=blocks)
    )
