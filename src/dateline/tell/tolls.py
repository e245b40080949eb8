"""series × main happening -> what was counted of it, and which figures later counts have overtaken."""

import re
from collections.abc import Iterable
from functools import cached_property

from dateline.model import Figure, Happening, Series, SourceSpan
from dateline.model.edtf import Days, bounds, overlap
from dateline.model.kinds import HARM
from dateline.model.units import PEOPLE
from dateline.tell.bygone import is_of_other_weeks, is_of_war, is_past, is_yearly
from dateline.tell.course import BOUNDS, without_dwarfed, without_fallen
from dateline.tell.freed import find_freed
from dateline.tell.hazards import are_one_hazard
from dateline.tell.told import Told
from dateline.tell.voices import VAGUE
from dateline.tell.wholes import (
    DRIVEN,
    GROUPS,
    MEASURED,
    is_meant,
    is_of_bodies,
    is_part,
    of_one_group,
    without_parts,
)
from dateline.tell.within import are_apart, may_be_at
from dateline.tell.wording import number

RELEASE = "concession"
"""The kind of a release: who is let go is what it is about."""

COUNTED = PEOPLE | {"other"}
"""Units of those to whom something happens: a share of them, or of a building, is no number of theirs."""

LABELS = re.compile(r"\s*\d+(?:\s+\d+)+\s")
"""Numbers alone, one after the other: the labels of a map or a table that run into a line."""

OTHERS = re.compile(r"(?i)\bthat (?:the|an?|his|her|its|their|he|she)\b")
"""Where a clause of somebody else begins."""

NUMBER = re.compile(r"\b\d[\d,]*\b")

FEW = 5
"""People from which on a part that is as many as the whole is the whole by another name."""

MONTH = 31
"""Days beyond which a happening lasts, and its counts are of no one time."""

TOLL = re.compile(r"(?i)\btoll\b|\bnumber of (?:people |those )?(?:killed|dead|deaths)\b")
"""Words of a sentence that tells how many died, whether or not its number was read as a count of dead."""

TAKING = frozenset({"armed_clash", "capture_territory", "arrest", "abduction", "surrender"})
"""Kinds by which people are taken: those whom another lets go were captured by none of its doing."""

UNREST = frozenset({"protest", "riot", "armed_clash"})
"""Kinds that reports take for one another: whom one of them harmed, the others may have."""

TOLD_ALONE = HARM.union(DRIVEN.values())
"""Kinds that reports tell of as news for days: without a day in its own sentence none is of another day."""


def tolls_of(main: Happening, told: Told) -> "Tolls":
    """The counts that belong to a happening, found once for all who ask in telling a story."""
    if main.id not in told.tolls:
        told.tolls[main.id] = Tolls(main, told)
    return told.tolls[main.id]


class Tolls:
    """The counts that belong to the main happening of one story. Computed from its records and never changed."""

    def __init__(self, main: Happening, told: Told) -> None:
        """Find the series that count what the main happening did."""
        self.main, self.told = main, told
        self._freed = {f.id: f for f in find_freed(main, told)} if main.kind == RELEASE else {}
        self.series: dict[str, list[Series]] = {name: list(self._counting(whats)) for name, whats in GROUPS.items()}
        self.series["freed"] = [s for s in told.agreement.series if not self._freed.keys().isdisjoint(s.members)]
        self._towns: dict[str, list[Figure]] = {}
        self._wholes = {name: self._whole(name) for name in GROUPS}
        self._wholes["freed"] = sorted(self._freed.values(), key=self._place)
        self._latest = {name: self._standing(name) for name in GROUPS}

    def _counting(self, whats: tuple[str, ...]) -> Iterable[Series]:
        if "captured" in whats and self.main.kind not in TAKING:
            return
        for series in self.told.agreement.series:
            told = series.what in whats and series.unit in COUNTED and series.latest and not series.background
            if told and self._is_ours(series):
                yield series

    def _is_ours(self, series: Series) -> bool:
        """Whether a series counts what the main happening did, or what another did that may be it: of its kind, or only
        of harm or flight, and neither on other days nor in another region."""
        if series.happening == self.main.id:
            return True
        other = self.told.happenings.get(series.happening or "")
        if other is None or other.background:
            return False
        if are_one_hazard(self.main, other, self.told):
            return True
        lent = other.kind in HARM or other.kind == DRIVEN.get(series.what) or {other.kind, self.main.kind} <= UNREST
        if other.kind != self.main.kind and not lent:
            return False
        days, since = (
            bounds(self.told.figures[series.latest or series.members[0]].time) or _span(other),
            _span(self.main),
        )
        sure = other.kind not in TOLD_ALONE or any(self.told.dated(self.told.events[e]) for e in other.events)
        if sure and days is not None and since is not None and not overlap(days, since):
            return False
        return not self.is_elsewhere(series.place or other.place)

    def town(self, figure: Figure) -> str | None:
        """The town that a count's own sentence names as its place, where the main happening has only a country: it
        counts those of the town."""
        place = figure.place
        if place is None or place not in self.told.points or self.main.place in self.told.points:
            return None
        sentence = self.told.sentence(figure.report, figure.start)
        named = (m for m in self.told.entities[place].mentions if m.report == figure.report)
        return place if any(sentence.start <= m.start < sentence.end for m in named) else None

    def place_of(self, figures: Iterable[Figure]) -> str | None:
        """Where counts are of, if all that name a place name the main happening's, one in it, or one that may be it."""
        named = sorted({f.place for f in figures if f.place is not None})
        return self.main.place if all(may_be_at(p, self.main, self.told) for p in named) else None

    def of_towns(self, name: str) -> list[Figure]:
        """The last count of each town, where towns are counted beside the country or each other."""
        last = {self.town(f): f for f in self._towns.get(name, ())}
        return sorted(last.values(), key=lambda f: (-(number(f) or 0), f.id))

    def is_elsewhere(self, place: str | None) -> bool:
        """Whether a place lies further from the main happening's than one region reaches."""
        return are_apart(place, self.main.place, self.told)

    def whole(self, name: str) -> list[Figure]:
        """The counts of everybody, as reported: no parts, no few bodies found on the way; by day of publication, each
        day's from the lowest up."""
        return self._wholes[name]

    def latest(self, name: str) -> Figure | None:
        """The count that holds now: of the reports of the last day that counts, the one that a series holds to be its
        latest; where several do, the one of the longest series, then the highest. Who did it counts where nobody else
        does, and "some 80" replaces no count."""
        return self._latest[name]

    def _whole(self, name: str) -> list[Figure]:
        alone = name == "missing" and len(self.of_people(name)) == 1  # then who is missing is told of no others
        counts = [
            (figure, series)
            for series in self.of_people(name)
            for figure in (self.told.figures[m] for m in series.members)
            if number(figure) is not None
            and not is_meant(figure, self.told)
            and not is_of_war(figure, self.main, self.told)
            and not is_yearly(figure, self.told)
            and not is_of_other_weeks(figure, self.main, self.told)
            and not LABELS.match(self.told.text(self.told.sentence(figure.report, figure.start)))
        ]
        figures = [
            figure
            for figure, series in counts
            if alone or not is_part(figure, self.told) or number(figure) in self._wholes_of(series)
        ]
        if not figures and name in ("killed", "wounded"):
            figures = of_one_group([f for f, series in counts if series.happening == self.main.id], self.told)
        figures = without_fallen(without_dwarfed(figures, self.told), self.told)
        most = max((number(f) or 0 for f in figures), default=0)
        figures = [f for f in figures if not is_of_bodies(f) or 2 * (number(f) or 0) >= most]
        figures = without_parts(figures, self.told)
        if len({self.town(f) for f in figures}) > 1:
            self._towns[name] = sorted((f for f in figures if self.town(f) is not None), key=self._place)
            figures = [f for f in figures if self.town(f) is None]
        return sorted(figures, key=self._place)

    def _wholes_of(self, series: Series) -> set[int]:
        """The numbers by which a series counts everybody: its “nine pupils” are those nine."""
        figures = [self.told.figures[m] for m in series.members]
        return {
            n
            for f in figures
            if (n := number(f) or 0) >= FEW and f.qualifier not in VAGUE and not is_part(f, self.told)
        }

    def of_people(self, name: str) -> list[Series]:
        """The series of one count, without those that count nothing but bodies where another counts people: what a crew
        took away is no toll."""
        people = [s for s in self.series[name] if not all(is_of_bodies(self.told.figures[m]) for m in s.members)]
        return people or self.series[name]

    @property
    def bodies(self) -> list[Figure]:
        """The counts of bodies beside the dead."""
        people = self.of_people("killed")
        return [self.told.figures[m] for s in self.series["killed"] if s not in people for m in s.members]

    def _place(self, figure: Figure) -> tuple[object, ...]:
        return self._day(figure), number(figure) or 0, self.told.rank(figure.report), figure.start

    def _standing(self, name: str) -> Figure | None:
        figures = [f for f in self._wholes[name] if f.qualifier not in VAGUE]
        figures = [f for f in figures if f.qualifier != "about"] or figures
        if not figures:
            return None
        by_length = sorted(self.series[name], key=lambda s: (len(s.members), s.id))
        standing = {s.latest: len(s.members) for s in by_length}
        holding = {m: held for s in by_length for held in figures if held.id == s.latest for m in s.members}
        current = [f for f in figures if not self._is_older(f, holding.get(f.id, f))]
        day = self._day(current[-1])
        last = [f for f in current if self._day(f) == day]
        last = [f for f in last if f.source not in self.main.actors] or last
        return max(last, key=lambda f: (standing.get(f.id, 0), number(f) or 0, f.id))

    def _is_older(self, figure: Figure, held: Figure) -> bool:
        """Whether a lower bound is below the count of an earlier day which its series holds to be the latest."""
        below = figure.qualifier in BOUNDS and (number(figure) or 0) < (number(held) or 0)
        return below and self._day(held) < self._day(figure)

    def _day(self, figure: Figure) -> str:
        return self.told.day(figure.report)

    @cached_property
    def overtaken(self) -> set[tuple[str, int]]:
        """Where figures stand that a later and higher count of the same has replaced."""
        found: set[tuple[str, int]] = set()
        for name in ("killed", "wounded", "missing"):
            latest = self.latest(name)
            for figure in (f for f in self.whole(name) if f.qualifier not in VAGUE):
                if latest is not None and (number(figure) or 0) < (number(latest) or 0):
                    found.add((figure.report, figure.start))
        return found

    def are_told(self, span: SourceSpan) -> bool:
        """Whether the dead and wounded of a span are counted: one of its counts is, or it has no number of them."""
        counted = {f.id for name in ("killed", "wounded") for f in self.whole(name)}
        numbers = [f for f in self._harmed(span) if f.qualifier not in VAGUE and number(f) is not None]
        return not numbers or any(f.id in counted for f in numbers)

    def tells_dead(self, span: SourceSpan) -> bool:
        """Whether a sentence gives a count of all the dead."""
        counted = {f.id for f in self.whole("killed")}
        return any(f.id in counted for f in self.told.figures_in(span))

    def outdated(self, span: SourceSpan) -> bool:
        """Whether a sentence gives a count that a later one has replaced."""
        if any(r == span.report and span.start <= at < span.end for r, at in self.overtaken):
            return True
        text, latest = self.told.text(span), self.latest("killed")
        numbers = {int(n.replace(",", "")) for n in NUMBER.findall(text)}
        return latest is not None and TOLL.search(text) is not None and bool(numbers) and number(latest) not in numbers

    def counts(self, span: SourceSpan) -> bool:
        """Whether a sentence counts dead or wounded."""
        return any(True for _ in self._harmed(span))

    def differs(self, span: SourceSpan) -> bool:
        """Whether a sentence gives dead by another number than the one that holds now."""
        latest = self.latest("killed")
        return latest is not None and any(
            f.what in GROUPS["killed"] and f.qualifier not in VAGUE and number(f) != number(latest)
            for f in self._harmed(span)
        )

    def counts_others(self, span: SourceSpan) -> bool:
        """Whether a sentence gives twice the dead that anybody counts of the main happening: “accuses the guild of
        drowning 1,400 in the old harbour”."""
        ours = max((number(f) or 0 for f in self.whole("killed")), default=0)
        return ours > 0 and any(f.what in GROUPS["killed"] and (number(f) or 0) > 2 * ours for f in self._harmed(span))

    def _harmed(self, span: SourceSpan) -> Iterable[Figure]:
        harm = (*GROUPS["killed"], *GROUPS["wounded"])
        return (f for f in self.told.figures_in(span) if f.what in harm)

    @cached_property
    def _headlines(self) -> frozenset[int]:
        """The numbers that the titles of most originals give: of two at least, where there are two."""
        found: dict[int, set[str]] = {}
        for report in self.told.reports.values():
            for digits in NUMBER.findall(report.title or ""):
                found.setdefault(int(digits.replace(",", "")), set()).add(report.origin or report.id)
        most = max((len(by) for by in found.values()), default=0)
        enough = min(2, len(self.told.dossier.origins))
        return frozenset(each for each, by in found.items() if len(by) == most >= enough)

    def headlined(self, span: SourceSpan) -> bool:
        """Whether a sentence counts something by a number that the titles of most originals give."""
        return any(number(f) in self._headlines for f in self.told.figures_in(span))

    def in_part(self, span: SourceSpan) -> bool:
        """Whether a sentence says who is among those counted."""
        harmed = ("killed", "wounded")
        members = {m for name in harmed for series in self.series[name] for m in series.members}
        members -= {f.id for name in harmed for f in self.whole(name)}
        return any(
            f.id in members
            and is_part(f, self.told)
            and (number(f) or 0) > 1
            and not is_past(f, self.told)
            and not self._is_told_of_others(f)
            for f in self.told.figures_in(span)
            if not MEASURED.search(f.text)
        )

    def _is_told_of_others(self, figure: Figure) -> bool:
        """Whether what harmed is in a clause that begins behind the count, with somebody of its own: “three boys
        heard that their father had died”."""
        event = self.told.events.get(figure.event or "")
        if event is None or event.report != figure.report:
            return False
        return OTHERS.search(self.told.reports[figure.report].text[figure.end : event.trigger.start]) is not None


def _span(happening: Happening) -> Days | None:
    """The first and the last day of a happening; what took longer than a month is of its first."""
    first, last = bounds(happening.start), bounds(happening.end)
    return (first[0], last[1]) if first and last and 0 <= (last[1] - first[0]).days <= MONTH else first
