"""Small stages whose output can be worked out by hand, and that count their calls.

A report's text is words. Reports sharing words that start with `#` are copies, but for `#p` and `#q`, which make a
passage; those sharing one that starts with `@` are of one situation; one with the word "page" has no story below its
title. The telling of a story is its words in order.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from dateline.engine import Stage, Stages
from dateline.model import (
    Agreement,
    BriefSentence,
    Capture,
    Cleaned,
    CopyLink,
    Dossier,
    Origin,
    Range,
    Reading,
    Report,
    Resolution,
    Signature,
    Story,
    StoryKeys,
    Telling,
    make_id,
)


def marked(text: str, mark: str) -> tuple[int, ...]:
    """The words with that mark, as keys."""
    return tuple(sorted({int.from_bytes(w.encode()[-7:], "big") for w in text.split() if w.startswith(mark)}))


def connected(reports: Sequence[Report], near: Callable[[Report, Report], bool]) -> list[list[Report]]:
    """The reports parted into connected groups."""
    left, parts = list(reports), []
    while left:
        part = [left.pop(0)]
        for member in part:
            part += [r for r in left if near(member, r)]
            left = [r for r in left if r not in part]
        parts.append(sorted(part, key=lambda r: r.id))
    return parts


class Counted:
    """Fake stages and how often each ran, by name and unit. `read`: words for the reports in which something is read;
    `told`: the words of those that the last story was made from."""

    def __init__(self) -> None:
        self.calls: Counter[str] = Counter()
        self.broken: set[str] = set()
        self.read: dict[str, str] = {}
        self.told: set[str] = set()

    def _count(self, stage: str, unit: str) -> None:
        self.calls[stage] += 1
        self.calls[f"{stage} {unit}"] += 1
        if stage in self.broken or f"{stage} {unit}" in self.broken:
            raise RuntimeError(f"{stage} is broken")

    def clean(self, capture: Capture) -> Cleaned:
        self._count("clean", capture.content)
        return Cleaned(report=Report(id=capture.id, path=capture.path, url=None, text=capture.content, language="en"))

    def sign(self, report: Report) -> Signature:
        self._count("sign", report.text)
        return Signature(report=report.id, keys=marked(report.text, "#"))

    def compare(self, a: Report, b: Report) -> CopyLink | None:
        self._count("copies", f"{a.text}|{b.text}")
        assert a.id < b.id
        shared = {word for word in a.text.split() if word.startswith("#") and word in b.text.split()}
        partial = shared <= {"#p", "#q"}
        share = 0.1 if partial else 1
        return CopyLink(a=a.id, b=b.id, basis="near_copy", share_a=share, share_b=share, partial=partial)

    def origins(
        self, reports: Sequence[Report], links: Sequence[CopyLink], stories: Sequence[Story]
    ) -> tuple[Origin, ...]:
        self._count("origins", "")
        pairs = {(x.a, x.b) for x in links if not x.partial}
        groups = [
            tuple(r.id for r in g)
            for g in connected(reports, lambda a, b: (a.id, b.id) in pairs or (b.id, a.id) in pairs)
        ]
        ids_of_pages = {r.id for r in reports if "page" in r.text.split()}
        return tuple(
            Origin(
                id=make_id("o", ids[0]),
                reports=ids,
                basis="near_copy",
                evidence=tuple(x for x in links if x.partial and (x.a in ids) != (x.b in ids)),
            )
            for ids in groups
            if not ids_of_pages.issuperset(ids)
        )

    def extract(self, reports: Sequence[Report]) -> list[Reading]:
        for report in reports:
            self._count("extract", report.text)
        return [
            Reading(report=r.id, sentences=(Range(start=0, end=len(r.text)),) if r.id in self.read else ())
            for r in reports
        ]

    def keys(self, report: Report) -> StoryKeys:
        self._count("keys", report.text)
        day = "2031-01-01" if "early" in report.text else "2031-01-02"
        return StoryKeys(report=report.id, terms=(), keys=marked(report.text, "@"), day=day)

    def alike(self, a: StoryKeys, b: StoryKeys) -> float:
        self._count("alike", f"{a.report}|{b.report}")
        return 1.0

    def stories_(
        self, reports: Sequence[Report], keys: Sequence[StoryKeys], copies: Sequence[CopyLink]
    ) -> tuple[Story, ...]:
        self._count("stories", " ".join(r.text for r in reports))
        shared = {k.report: set(k.keys) for k in keys}
        groups = connected(reports, lambda a, b: bool(shared[a.id] & shared[b.id]))
        return tuple(Story(id=make_id("s", g[0].id), title=g[0].text, reports=tuple(r.id for r in g)) for g in groups)

    def resolve(self, dossier: Dossier, readings: Sequence[Reading]) -> Resolution:
        self._count("resolve", dossier.story.id)
        self.told = {self.read[x.report] for x in readings if x.sentences}
        assert [r.id for r in dossier.reports] == [x.report for x in readings]
        return Resolution(story=dossier.story.id)

    def merge(self, dossier: Dossier, readings: Sequence[Reading], resolution: Resolution) -> Agreement:
        self._count("merge", dossier.story.id)
        return Agreement(story=dossier.story.id)

    def tell(self, dossier: Dossier, readings: Sequence[Reading], resolution: Resolution, agreed: Agreement) -> Telling:
        self._count("tell", dossier.story.id)
        told = " ".join(f"{r.text}/{r.origin}" for r in dossier.reports)
        decided = " ".join(j.id for j in dossier.judgements)
        return Telling(
            story=dossier.story.id, brief=(BriefSentence(text=f"{told} {decided}", support=(), story=dossier.story.id),)
        )

    def stages(self, **versions: int) -> Stages:
        """The stages, with versions other than 1 where given."""
        runs: dict[str, tuple[Any, Any]] = {
            "clean": ("report", self.clean),
            "sign": ("report", self.sign),
            "copies": ("pair", self.compare),
            "origins": ("group", self.origins),
            "extract": ("reports", self.extract),
            "keys": ("report", self.keys),
            "alike": ("pair", self.alike),
            "stories": ("group", self.stories_),
            "resolve": ("story", self.resolve),
            "merge": ("story", self.merge),
            "tell": ("story", self.tell),
        }
        return Stages(
            **{
                name: Stage(name=name, version=versions.get(name, 1), unit=unit, reads=(), writes=(), run=run)
                for name, (unit, run) in runs.items()
            }
        )
