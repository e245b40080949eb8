"""Capture -> Cleaned, Signature, Reading, StoryKeys: the stages that see one report at a time, and its links."""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Generic, TypeVar

from sqlalchemy import Connection

from dateline.child import Child
from dateline.engine.attempt import attempt
from dateline.engine.fingerprint import fingerprint
from dateline.engine.stages import Stages
from dateline.model import Block, Capture, Cleaned, Issue, Reading, Record, Report, Signature, StoryKeys
from dateline.settings import Settings
from dateline.store import StoreFile, captures, issues, links, membership, records, work
from dateline.store.issues import Failure
from dateline.store.keys import KeyIndex, Wanted

R = TypeVar("R", bound=Record)
CHUNK = 64
"""Reports read, then committed, together: the model's batches fill and a kill costs seconds."""
REMEMBERED = 512
"""Records of a type kept in memory for comparison with new ones."""
COPIES = Wanted(least=2, share=0.04, first=100)
"""Whose texts are compared: one shared key may be a formula of the trade, and so may be two of a long report; copies
share more (8 % of the words at least, see `dedupe.compare`). A key that more than 100 reports have is a formula
or a text printed everywhere: the first of them stand for the others, so that no report costs more than they do."""
ALIKE = Wanted(first=100)
"""Whose words are weighed: two weighty words in common. Of a pair of words that a whole war shares the first reports
stand for the others too; who is of one situation shares rarer ones."""
LONG_TEXT = 200_000
"""Characters from which a text is cleaned in the child process, as markup always is."""


@dataclass
class Work:
    """One report on its way through the report stages. `changed`: it must be compared with others anew; `signed`,
    `weighed`: the keys under which it stands in the indexes, where it does."""

    capture: Capture
    cleaned: Cleaned
    changed: bool
    signed: Sequence[int] | None
    weighed: Sequence[int] | None
    prints: dict[str, str]
    failures: list[Failure]
    signature: Signature
    keys: StoryKeys
    reading: Reading | None

    @property
    def report(self) -> Report:
        """The report itself."""
        return self.cleaned.report

    @property
    def named(self) -> str:
        """How a message calls it."""
        return self.capture.path or self.capture.url or self.capture.id


class Recent(Generic[R]):
    """The records of a type that were used last, so that a report of a story is not fetched for each other one."""

    def __init__(self, type_: type[R]) -> None:
        self._type, self._records = type_, OrderedDict[str, R]()

    def keep(self, unit: str, record: R) -> None:
        """Keep the record of a unit, in place of the one it had."""
        self._records[unit] = record
        self._records.move_to_end(unit)
        if len(self._records) > REMEMBERED:
            self._records.popitem(last=False)

    def recall(self, connection: Connection, unit: str) -> R | None:
        """The record of a unit, if there is one."""
        if unit not in self._records and (found := records.get(connection, unit, self._type)) is not None:
            self.keep(unit, found)
        return self._records.get(unit)


class ReportReader:
    """Runs the report stages over the store's unread reports, chunk by chunk."""

    def __init__(self, file: StoreFile, stages: Stages, settings: Settings) -> None:
        self.file, self.stages, self.settings = file, stages, settings
        self.child = Child(settings.parse_seconds)
        self._orphans: set[str] = set()
        self._indexes: tuple[KeyIndex, KeyIndex] | None = None
        self._cleaned, self._weighed = Recent(Cleaned), Recent(StoryKeys)

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
            self._link_all(connection, [w for w in todo if w.changed])
            work.done(connection, "report", ids)
            work.mark(connection, "report", sorted(self._orphans))
            self._orphans.clear()
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
        signature, keys = records.get(connection, id_, Signature), records.get(connection, id_, StoryKeys)
        return Work(
            capture=capture,
            cleaned=cleaned,
            changed=known != (prints["sign"], prints["keys"]),
            signed=None if signature is None else signature.keys,
            weighed=None if keys is None else keys.keys,
            prints=prints,
            failures=failures,
            signature=attempt(stages.sign, id_, named, partial(stages.sign.run, cleaned.report), failures)
            or Signature(report=id_, keys=()),
            keys=attempt(stages.keys, id_, named, partial(stages.keys.run, cleaned.report), failures)
            or StoryKeys(report=id_, terms=()),
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
        records.put(connection, id_, prints["sign"], each.signature)
        records.put(connection, id_, prints["keys"], each.keys)
        own = [Failure(issue=i) for i in (*each.cleaned.issues, *each.reading.issues)]
        issues.put(connection, f"report:{id_}", own + each.failures)
        work.mark(connection, "group", [id_])
        if each.changed:
            self._orphans.update(unlink(connection, id_))
            self._cleaned.keep(id_, each.cleaned)
            self._weighed.keep(id_, each.keys)

    def _link_all(self, connection: Connection, changed: Sequence[Work]) -> None:
        """Index the reports, compare each with those that share enough keys (never all pairs), and place it."""
        if self._indexes is None:
            self._indexes = open_indexes(connection)
        signed, weighed = self._indexes
        copies = signed.replace(
            connection,
            {w.report.id: w.signature.keys for w in changed},
            {w.report.id: w.signed for w in changed if w.signed is not None},
        )
        alike = weighed.replace(
            connection,
            {w.report.id: w.keys.keys for w in changed},
            {w.report.id: w.weighed for w in changed if w.weighed is not None},
        )
        compared: set[str] = set()
        for each in changed:
            id_ = each.report.id
            self._orphans.discard(id_)
            self._link(connection, each, [other for other in copies.others[id_] if other not in compared])
            self._place(connection, each, alike.others[id_])
            compared.add(id_)
        self._cut_copies(connection, signed, copies.displaced)
        self._cut_alike(connection, weighed, alike.displaced)
        self._orphans.update(place_anew(connection, sorted({*copies.promoted, *alike.promoted})))

    def _cut_copies(self, connection: Connection, index: KeyIndex, displaced: Sequence[str]) -> None:
        """Forget the copies that would not be compared any more."""
        linked = {r: near for r in displaced if (near := links.neighbours(connection, r, "copies"))}
        keys = {k.report: k.keys for k in records.get_many(connection, list(linked), Signature)}
        for report, others in index.candidates(connection, keys).items():
            for lost in sorted(set(linked[report]) - set(others)):
                links.remove_link(connection, "copies", *sorted((report, lost)))
                work.mark(connection, "group", [report, lost])

    def _cut_alike(self, connection: Connection, index: KeyIndex, displaced: Sequence[str]) -> None:
        """Place anew what stands beside a report that it would not be compared with any more."""
        linked = {r: near for r in displaced if (near := links.neighbours(connection, r, "alike"))}
        keys = {k.report: k.keys for k in records.get_many(connection, list(linked), StoryKeys)}
        for report, others in index.candidates(connection, keys).items():
            for lost in sorted(set(linked[report]) - set(others)):
                parent = links.parent_of(connection, report)
                beside = report if parent is not None and parent[0] == lost else lost
                self._orphans.update(place_anew(connection, [beside]))

    def _link(self, connection: Connection, each: Work, others: Sequence[str]) -> None:
        """Compare a report with others, in the order of their ids."""
        for other in others:
            if (theirs := self._cleaned.recall(connection, other)) is None:
                continue
            a, b = sorted((each.report, theirs.report), key=lambda r: r.id)
            failures: list[Failure] = []
            compare = partial(self.stages.copies.run, a, b)
            copy = attempt(self.stages.copies, a.id, f"{a.id} and {b.id}", compare, failures)
            if copy is not None:
                links.put_link(connection, "copies", a.id, b.id, copy)
            if failures:
                issues.put(connection, f"pair:{a.id}:{b.id}", failures)

    def _place(self, connection: Connection, each: Work, others: Sequence[str]) -> None:
        """Stand a report beside the earlier report most like it, and later ones beside it that are more like it than
        like the report they stand beside. The trees that this makes are what stories are found in: they depend on the
        set of reports alone, and one more report moves only its own tree."""
        best: tuple[float, str] | None = None
        for other in others:
            if (keys := self._weighed.recall(connection, other)) is None:
                continue
            a, b = sorted((each.keys, keys), key=lambda k: k.report)
            failures: list[Failure] = []
            weigh = partial(self.stages.alike.run, a, b)
            weight = attempt(self.stages.alike, a.report, f"{a.report} and {b.report}", weigh, failures)
            if failures:
                issues.put(connection, f"pair:{a.report}:{b.report}", failures)
            if not weight:
                continue
            if order(keys) < order(each.keys):
                best = min(best or (0.0, ""), (-weight, other))
            elif nearer(weight, each.report.id, links.parent_of(connection, other)):
                links.set_parent(connection, other, each.report.id, weight)
                work.mark(connection, "group", [other])
        if best is not None:
            links.set_parent(connection, each.report.id, best[1], -best[0])


def uncleaned(capture: Capture) -> Cleaned:
    """A report whose cleaning failed: a plain text is kept as it is, unread; of anything else only the fact."""
    text = capture.content if capture.media == "text" else ""
    blocks = (Block(start=0, end=len(text), kind="other"),) if text else ()
    return Cleaned(
        report=Report(id=capture.id, path=capture.path, url=capture.url, text=text, language=None, blocks=blocks)
    )


def order(keys: StoryKeys) -> tuple[str, str]:
    """Reports stand beside earlier ones; those of one day, and undated ones, in the order of their ids."""
    return keys.day or "", keys.report


def nearer(weight: float, report: str, parent: tuple[str, float] | None) -> bool:
    """Whether a report at this weight comes before the parent; of equals the smaller id."""
    return parent is None or (-weight, report) < (-parent[1], parent[0])


def unlink(connection: Connection, report: str) -> Sequence[str]:
    """Cut a report loose; those it was linked or settled with must be settled again. Returns the reports that stood
    beside it: they must be placed anew."""
    orphans = links.children_of(connection, report)
    for touched in (links.neighbours(connection, report), membership.fellows(connection, report)):
        work.mark(connection, "group", touched)
    for kind in ("copies", "alike"):
        links.remove_links(connection, report, kind)
    issues.clear_pairs(connection, report)
    return place_anew(connection, orphans)


def place_anew(connection: Connection, reports: Sequence[str]) -> Sequence[str]:
    """Let reports be compared with others once more. Returns them."""
    for keys in records.get_many(connection, reports, StoryKeys):
        records.put(connection, keys.report, "", keys)
    work.mark(connection, "report", reports)
    return reports


def open_indexes(connection: Connection) -> tuple[KeyIndex, KeyIndex]:
    """The indexes of the keys by which copies are found, and reports of one situation."""
    return KeyIndex(connection, "copies", COPIES), KeyIndex(connection, "alike", ALIKE)


def take_out(connection: Connection, report: str) -> None:
    """Let a report be compared with no other any more."""
    signature, keys = records.get(connection, report, Signature), records.get(connection, report, StoryKeys)
    signed, weighed = open_indexes(connection)
    if signature is not None and keys is not None:
        met = (
            signed.replace(connection, {}, {report: signature.keys}),
            weighed.replace(connection, {}, {report: keys.keys}),
        )
        place_anew(connection, sorted({r for each in met for r in each.promoted}))
