"""Reports with their keys -> links: whose texts are compared, and beside which report each stands."""

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Generic, NamedTuple, TypeVar

from sqlalchemy import Connection

from dateline.engine.attempt import attempt
from dateline.engine.stages import Stages
from dateline.model import Cleaned, Issue, Record, Report, Signature, StoryKeys
from dateline.store import issues, links, membership, records, work
from dateline.store.issues import Failure
from dateline.store.keys import KeyIndex, Wanted

R = TypeVar("R", bound=Record)
MADE_OF = 0.5
"""A passage that is less of either report says nothing about what the reports are of."""
REMEMBERED = 512
"""Records of a type kept in memory for comparison with new ones."""
COPIES = Wanted(least=2, share=0.04, first=100)
"""Whose texts are compared: one shared key may be a formula of the trade, and so may be two of a long report; copies
share more (8 % of the words at least, see `dedupe.compare`). A key that more than 100 reports have is a formula
or a text printed everywhere: the first of them stand for the others, so that no report costs more than they do."""
ALIKE = Wanted(first=100)
"""Whose words are weighed: two weighty words in common. Of a pair of words that a whole war shares the first reports
stand for the others too; who is of one situation shares rarer ones."""


class Keyed(NamedTuple):
    """A report with the keys under which it is indexed, and with those under which it was, if it was."""

    report: Report
    signature: Signature
    keys: StoryKeys
    old_signature: Signature | None
    old_keys: StoryKeys | None


class Recent(Generic[R]):
    """The latest records of a type, so that one is not fetched for every report that it is compared with."""

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


class PairFinder:
    """Links reports with those they share keys with. It must not outlive the time in which its holder is the writer.
    What fails is added to `lost`."""

    def __init__(self, stages: Stages, lost: list[Issue]) -> None:
        self.stages, self.lost = stages, lost
        self._indexes: tuple[KeyIndex, KeyIndex] | None = None
        self._reports, self._keys = Recent(Cleaned), Recent(StoryKeys)

    def link(self, connection: Connection, changed: Sequence[Keyed]) -> None:
        """Index the reports, compare each with those that share enough keys (never all pairs), and place it."""
        if self._indexes is None:
            self._indexes = open_indexes(connection)
        signed, weighed = self._indexes
        again: set[str] = set()
        work.mark(connection, "group", membership.fellows(connection, [k.report.id for k in changed]))
        for each in changed:
            again.update(unlink(connection, each.report.id))
            self._reports.keep(each.report.id, Cleaned(report=each.report))
            self._keys.keep(each.report.id, each.keys)
        again.difference_update(each.report.id for each in changed)
        old_signed = {k.report.id: k.old_signature.keys for k in changed if k.old_signature is not None}
        old_weighed = {k.report.id: k.old_keys.keys for k in changed if k.old_keys is not None}
        copies = signed.replace(connection, {k.report.id: k.signature.keys for k in changed}, old_signed)
        alike = weighed.replace(connection, {k.report.id: k.keys.keys for k in changed}, old_weighed)
        compared: set[str] = set()
        for each in changed:
            id_ = each.report.id
            self._compare(connection, each, [other for other in copies.others[id_] if other not in compared])
            self._place(connection, each, alike.others[id_])
            compared.add(id_)
        cut_copies(connection, signed, copies.displaced)
        again.update(lost_parents(connection, weighed, alike.displaced), copies.promoted, alike.promoted)
        place_anew(connection, sorted(again))

    def _compare(self, connection: Connection, each: Keyed, others: Sequence[str]) -> None:
        """Compare a report with others, in the order of their ids."""
        for other in others:
            if (theirs := self._reports.recall(connection, other)) is None:
                continue
            a, b = sorted((each.report, theirs.report), key=lambda r: r.id)
            failures: list[Failure] = []
            compare = partial(self.stages.copies.run, a, b)
            copy = attempt(self.stages.copies, a.id, f"{a.id} and {b.id}", compare, failures)
            if copy is not None:
                passage = copy.partial and max(copy.share_a, copy.share_b) < MADE_OF
                links.put_link(connection, "passages" if passage else "copies", a.id, b.id, copy)
                work.mark(connection, "group", [other])
            if failures:
                issues.put(connection, f"pair:{a.id}:{b.id}", failures)
                self.lost += [failure.issue for failure in failures]

    def _place(self, connection: Connection, each: Keyed, others: Sequence[str]) -> None:
        """Stand a report beside the earlier report most like it, and later ones beside it that are more like it than
        like the report they stand beside. The trees that this makes are what stories are found in: they depend on the
        set of reports alone, and one more report moves only its own tree."""
        best: tuple[float, str] | None = None
        for other in others:
            if (keys := self._keys.recall(connection, other)) is None:
                continue
            a, b = sorted((each.keys, keys), key=lambda k: k.report)
            failures: list[Failure] = []
            weigh = partial(self.stages.alike.run, a, b)
            weight = attempt(self.stages.alike, a.report, f"{a.report} and {b.report}", weigh, failures)
            if failures:
                issues.put(connection, f"pair:{a.report}:{b.report}", failures)
                self.lost += [failure.issue for failure in failures]
            if not weight:
                continue
            if order(keys) < order(each.keys):
                best = min(best or (0.0, ""), (-weight, other))
            elif nearer(weight, each.report.id, links.parent_of(connection, other)):
                links.set_parent(connection, other, each.report.id, weight)
                work.mark(connection, "group", [other])
        if best is not None:
            links.set_parent(connection, each.report.id, best[1], -best[0])


def order(keys: StoryKeys) -> tuple[str, str]:
    """Reports stand beside earlier ones; those of one day, and undated ones, in the order of their ids."""
    return keys.day or "", keys.report


def nearer(weight: float, report: str, parent: tuple[str, float] | None) -> bool:
    """Whether a report at this weight comes before the parent; of equals the smaller id."""
    return parent is None or (-weight, report) < (-parent[1], parent[0])


def unlink(connection: Connection, report: str) -> list[str]:
    """Cut a report loose; those it was linked with must be settled again. Returns the reports that stood beside it:
    they must be placed anew."""
    orphans = links.children_of(connection, report)
    work.mark(connection, "group", links.neighbours(connection, report))
    for kind in links.KINDS:
        links.remove_links(connection, report, kind)
    issues.clear_pairs(connection, report)
    return orphans


def cut_copies(connection: Connection, index: KeyIndex, displaced: Sequence[str]) -> None:
    """Forget the copies that would not be compared any more."""
    kinds: tuple[links.Kind, ...] = ("copies", "passages")
    for kind in kinds:
        for report, lost in no_longer_met(connection, kind, Signature, index, displaced):
            links.remove_link(connection, kind, *sorted((report, lost)))
            work.mark(connection, "group", [report, lost])


def lost_parents(connection: Connection, index: KeyIndex, displaced: Sequence[str]) -> list[str]:
    """The reports that stand beside one that they would not be compared with any more."""
    found = []
    for report, lost in no_longer_met(connection, "alike", StoryKeys, index, displaced):
        parent = links.parent_of(connection, report)
        found.append(report if parent is not None and parent[0] == lost else lost)
    return found


def no_longer_met(
    connection: Connection,
    kind: links.Kind,
    keys: type[Signature] | type[StoryKeys],
    index: KeyIndex,
    displaced: Sequence[str],
) -> Iterator[tuple[str, str]]:
    """The linked pairs of displaced reports that the index does not give any more."""
    linked = {r: near for r in displaced if (near := links.neighbours(connection, r, kind))}
    known = {k.report: k.keys for k in records.get_many(connection, list(linked), keys)}
    for report, others in index.candidates(connection, known).items():
        yield from ((report, lost) for lost in linked[report] if lost not in others)


def place_anew(connection: Connection, reports: Sequence[str]) -> None:
    """Let reports be compared with others once more."""
    for keys in records.get_many(connection, reports, StoryKeys):
        records.put(connection, keys.report, "", keys)
    work.mark(connection, "report", reports)


def open_indexes(connection: Connection) -> tuple[KeyIndex, KeyIndex]:
    """The indexes of the keys by which copies are found, and reports of one situation."""
    return KeyIndex(connection, "copies", COPIES), KeyIndex(connection, "alike", ALIKE)


def take_out(connection: Connection, report: str) -> None:
    """Cut a report loose and let it be compared with no other any more."""
    work.mark(connection, "group", membership.fellows(connection, [report]))
    orphans = unlink(connection, report)
    signature, keys = records.get(connection, report, Signature), records.get(connection, report, StoryKeys)
    signed, weighed = open_indexes(connection)
    if signature is not None and keys is not None:
        met = (
            signed.replace(connection, {}, {report: signature.keys}),
            weighed.replace(connection, {}, {report: keys.keys}),
        )
        orphans += [r for each in met for r in each.promoted]
    place_anew(connection, sorted({*orphans}))
