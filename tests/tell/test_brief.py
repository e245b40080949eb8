"""Brief: which differences it shows first, and that no reason is given twice."""

from dateline.tell.brief import Brief, _gives_another
from dateline.tell.told import Told
from dateline.tell.unsettled import tell_differences
from dateline.tell.weigh import Weights
from tests.merge.build import Situation


def told_of(s: Situation) -> Told:
    return Told(s.dossier(), s.readings(), s.resolution(), s.merged())


def blast() -> Situation:
    """A blast of which two reports tell another vehicle, and two voices another reason for what held the convoy up."""
    s = Situation()
    for vehicle, more in (
        ("van", "The council said the delay was caused by missing permits. The rebels said the ministry blamed the "
                "delay on a lack of buses."),
        ("truck", "The market closed."),
    ):  # fmt: skip
        r = s.report(f"Blast in Qasira\nA {vehicle} packed with explosives was blown up, a blast in Qasira on Monday. "
                     f"{more}", "2021-03-02", outlet=vehicle)  # fmt: skip
        place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
        s.timed(r, "Monday", "2021-03-01")
        s.event(r, "Blast", "bombing", place=place, time="2021-03-01")
        s.event(r, "blast", "bombing", place=place, time="2021-03-01")
        if vehicle == "van":
            council, rebels = s.named(r, "The council", "council"), s.named(r, "The rebels", "rebels", "group")
            s.claim(r, "The council", "the delay was caused by missing permits", council)
            s.claim(r, "The rebels", "the ministry blamed the delay on a lack of buses", rebels)
    return s


def test_a_difference_of_reasons_is_shown_before_one_of_a_detail():
    s = blast()
    assert any("vehicle differs" in c.why for c in s.merged().contradictions)
    told = told_of(s)
    main = max(told.agreement.happenings, key=lambda h: len(h.events))
    first, second = tell_differences(main, told)
    assert "missing permits" in first.text
    assert "packed with explosives" in second.text


def test_a_reason_told_before_is_no_other_reason():
    s = Situation()
    r = s.report(
        "Blast\nGuards said it was in retaliation for shelling of Tavo. A blast hit in retaliation for the shelling of "
        "Tavo. A blast hit because the council had closed the only bridge.", "2021-03-02",
    )  # fmt: skip
    told = told_of(s)
    said, same, other = told.body[r][-3:]
    brief = Brief(told, Weights(told))
    assert brief.take("who", [said])
    assert not _gives_another(same, brief)
    assert _gives_another(other, brief)
