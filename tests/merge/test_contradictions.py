"""Two statements that cannot both hold, and statements that can."""

from dateline.merge.contradictions.sides import contradict
from dateline.merge.contradictions.tolls import CountConflict
from dateline.model import Side
from tests.kit.story import StoryKit, three_reports


def test_a_denial_beside_the_accusation_of_the_one_who_denies():
    s = three_reports()
    (found,) = [x for x in s.merged().contradictions if x.kind == "factual"]
    assert {found.a.type, found.b.type} == {"claim", "event"}
    assert "Red Dawn" in found.why


def test_told_as_done_and_as_not_done():
    s = StoryKit()
    a = s.report("Convoy\nThe convoy from Qasira left on Monday.", "2021-03-02")
    b = s.report("Convoy\nThe convoy from Qasira did not leave on Monday.", "2021-03-02")
    place = s.named((a, b), "Qasira", "Qasira", "place", (35.0, 36.0))
    convoy = s.named((a, b), "The convoy", "The convoy", "group")
    for r, word, status in ((a, "left", "happened"), (b, "leave", "negated")):
        s.timed(r, "Monday", "2021-03-01")
        s.event(r, word, "evacuation", status=status, place=place, time="2021-03-01", target=convoy)
    (found,) = s.merged().contradictions
    assert found.kind == "factual"


def test_the_same_words_of_two_mouths():
    s = StoryKit()
    a = s.report("Deal\nThe mediators call it the best way to end the siege.", "2021-03-02")
    b = s.report("Deal\nThe ministry calls it the best way to end the siege.", "2021-03-02")
    one = s.named(a, "The mediators", "mediators", "group")
    two = s.named(b, "The ministry", "ministry")
    s.claim(a, "The mediators", "the best way to end the siege", one)
    s.claim(b, "The ministry", "the best way to end the siege", two)
    (found,) = s.merged().contradictions
    assert found.kind == "attribution"


def test_the_same_words_of_two_mouths_are_shown_for_each_report_that_gives_them():
    """A third report bears out the one of the two that it names; the same report says it once."""
    s = StoryKit()
    for n, who in enumerate(("mediators", "ministry", "ministry")):
        again = f" The {who} says: it is the best way to end the siege." if n == 1 else ""
        r = s.report(
            f"Deal\nThe {who} calls it the best way to end the siege{' at last' * (n - 1)}.{again}", "2021-03-02"
        )
        entity = s.named(r, f"The {who}", who)
        s.claim(r, f"The {who}", "the best way to end the siege", entity)
        if again:
            s.claim(r, f"The {who}", "it is the best way to end the siege", entity)
    assert [x.kind for x in s.merged().contradictions] == ["attribution"] * 2


def test_a_newer_count_of_the_same_informant_is_no_contradiction():
    s = three_reports()
    merged = s.merged()
    assert [len(one.members) for one in merged.series] == [2]
    assert [x.kind for x in merged.contradictions] == ["factual"]


def test_every_side_exists():
    s = three_reports()
    known = {e.id for e in s.events} | {c.id for c in s.claims} | {f.id for f in s.figures}
    sides = {side.id for x in s.merged().contradictions for side in (x.a, x.b)}
    assert sides
    assert sides <= known


def test_two_counts_are_set_against_each_other_once(monkeypatch):
    def counted(series, situation):
        for n, (low, high) in enumerate((("12", "31"), ("12", "31"), ("12", "40"))):
            sides = [Side(type="figure", id=f"f{n}{x}") for x in "ab"]
            found = contradict(*sides, "in reports of one day", "numeric", situation)
            yield CountConflict(contradiction=found, texts=frozenset((low, high)))

    monkeypatch.setattr("dateline.merge.contradictions.finding.conflicting_counts", counted)
    numeric = [x for x in three_reports().merged().contradictions if x.kind == "numeric"]
    assert len(numeric) == 2
