"""judgements -> decisions: what people decided about this story, found again by the words they read."""

from collections.abc import Iterable, Sequence

from dateline.merge.situation import Situation
from dateline.model import Event, Figure, Grade, Judgement, Ref

MEMBER = {"event": "event", "happening": "event", "figure": "figure", "series": "figure"}
"""What a reference to each type stands on."""


class Decisions:
    """The judgements that bear on merging. A later judgement outweighs an earlier one; an undone one does not count."""

    def __init__(self, judgements: Iterable[Judgement], situation: Situation) -> None:
        """Find the member behind each reference."""
        told = sorted(judgements, key=lambda j: (j.at, j.id))
        undone = {j.value for j in told if j.verdict == "undo"}
        self.pairs: dict[frozenset[str], bool] = {}
        self.rejected: set[str] = set()
        self.grades: dict[str, Grade] = {}
        for judgement in told:
            if judgement.id in undone:
                continue
            target = _member(judgement.target, situation)
            if target is None:
                self._judge_record(judgement)
            elif judgement.verdict in ("same", "not_same") and judgement.other is not None:
                other = _member(judgement.other, situation)
                if other is not None and other != target:
                    self.pairs[frozenset((target, other))] = judgement.verdict == "same"
            elif judgement.verdict == "reject":
                self.rejected.add(target)
            elif judgement.verdict == "confirm":
                self.rejected.discard(target)
            elif judgement.verdict == "grade" and judgement.value in _GRADES:
                self.grades[target] = _GRADES[judgement.value]

    def _judge_record(self, judgement: Judgement) -> None:
        """A contradiction is rejected or confirmed by its id."""
        if judgement.target.type == "contradiction" and judgement.verdict == "reject":
            self.rejected.add(judgement.target.id)
        elif judgement.target.type == "contradiction" and judgement.verdict == "confirm":
            self.rejected.discard(judgement.target.id)

    def together(self, a: str, b: str) -> bool | None:
        """Whether two members were judged one, not one, or neither."""
        return self.pairs.get(frozenset((a, b))) if self.pairs else None

    def any_together(self, members: Iterable[str], others: Sequence[str]) -> bool | None:
        """What was judged of any two of two groups; a no outweighs a yes."""
        if not self.pairs:
            return None
        said = {self.together(x, y) for x in members for y in others} - {None}
        return None if not said else False not in said

    def grade(self, members: Iterable[str]) -> Grade | None:
        """The grade that a person gave to any of the members."""
        return next((self.grades[m] for m in sorted(members) if m in self.grades), None)


_GRADES: dict[str, Grade] = {
    f'"{g}"' if quoted else g: g
    for g in ("corroborated", "single_source", "contested", "unattributed")
    for quoted in (False, True)
}


def _member(ref: Ref, situation: Situation) -> str | None:
    """The event or figure a reference stands on: by its anchor's place in the text, else by id."""
    kind = MEMBER.get(ref.type)
    if kind is None:
        return None
    members: Sequence[Event | Figure] = (
        situation.resolution.events if kind == "event" else situation.resolution.figures
    )  # fmt: skip
    if any(m.id == ref.id for m in members):
        return ref.id
    if ref.report is None or ref.start is None or ref.end is None:
        return None
    for member in members:
        start, end = (
            (member.trigger.start, member.trigger.end) if isinstance(member, Event) else (member.start, member.end)
        )
        if member.report == ref.report and start < ref.end and ref.start < end:
            return member.id
    return None
