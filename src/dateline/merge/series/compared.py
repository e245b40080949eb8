"""Count, Count -> Pair: what is known of two figures of one thing when they are set side by side."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from dateline.merge.series.amounts import FLOOR
from dateline.merge.series.counted import Count
from dateline.merge.series.scope import sentence_text
from dateline.merge.situation import Situation
from dateline.merge.support import voice_of
from dateline.merge.words import stems

Chains = Mapping[str | None, Sequence[Count]]
"""The counts of one series by whom they are of, in order of time."""


def chains_of(counts: Sequence[Count], situation: Situation) -> Chains:
    """The counts of a series by informant; None stands for the reports that name nobody."""
    found: dict[str | None, list[Count]] = {}
    for count in counts:
        found.setdefault(voice_of(count.figure, situation), []).append(count)
    return found


class Pair:
    """Two counts of one series, the earlier first. Each thing about them is worked out when a rule first asks for it,
    and kept."""

    def __init__(self, a: Count, b: Count, chains: Chains, situation: Situation) -> None:
        """Set two counts side by side."""
        self.a, self.b = a, b
        self.x, self.y = a.figure, b.figure
        self.chains = chains
        self.situation = situation

    @cached_property
    def first(self) -> str | None:
        """Whose word the earlier count is."""
        return voice_of(self.x, self.situation)

    @cached_property
    def second(self) -> str | None:
        """Whose word the later count is."""
        return voice_of(self.y, self.situation)

    @property
    def named(self) -> str:
        """Both numbers."""
        return f"“{self.x.text}” and “{self.y.text}”"

    @property
    def told(self) -> str:
        """Who gave which number."""
        first, second = (_who(v, self.situation) for v in (self.first, self.second))
        return f"{first} gave “{self.x.text}”, {second} “{self.y.text}”"

    @property
    def here(self) -> bool:
        """Whether one report gives both."""
        return self.x.report == self.y.report

    @cached_property
    def days(self) -> int | None:
        """Days between their reports; None where one is of no known day."""
        return self.situation.days_between(self.x.report, self.y.report)

    @cached_property
    def later(self) -> bool:
        """Whether their reports are known to be of different times: other days, or other minutes."""
        one, two = (self.situation.reports[f.report].published.value or "" for f in (self.x, self.y))
        return bool(one and two) and (one[:10] != two[:10] or ("T" in one and "T" in two and one != two))

    @cached_property
    def alike(self) -> float:
        """The share of rare words that their sentences share, from 0 to 1."""
        one, two = (stems(sentence_text(f, self.situation)) for f in (self.x, self.y))
        return self.situation.wording.alike(one, two)

    @property
    def lines_between(self) -> int:
        """How many sentences of one report lie from one to the other."""
        return self.situation.lines_between(self.x.report, self.x.start, self.y.start)

    @property
    def since_raised(self) -> bool:
        """Whether the lower is as old as a count that the other informant, or its report, has raised since."""
        a, b = self.a, self.b
        return _as_old(a, b, self._beside(self.second, b)) or _as_old(b, a, self._beside(self.first, a))

    def _beside(self, voice: str | None, count: Count) -> list[Count]:
        """The counts that a voice gives, and all that the report of its count gives."""
        report = count.figure.report
        return [c for v, chain in self.chains.items() for c in chain if v == voice or c.figure.report == report]


def _as_old(low: Count, high: Count, chain: Sequence[Count]) -> bool:
    """Whether a chain has a count like the lower one, other than itself, below the higher."""
    return low.size < high.size and any(
        c is not low and c.size < high.size and c.size <= FLOOR * low.size and low.size <= FLOOR * c.size for c in chain
    )


def _who(voice: str | None, situation: Situation) -> str:
    return situation.name(voice) or ("an unnamed source" if voice else "a report that names nobody")
