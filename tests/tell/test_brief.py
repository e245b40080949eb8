"""Brief: which differences it shows first, and that no reason is given twice."""

import msgspec

from dateline.tell.brief import Brief, _gives_another, _is_answer
from dateline.tell.near import Nearness, is_old
from dateline.tell.taken import without_toll
from dateline.tell.told import Told
from dateline.tell.unsettled import tell_differences
from dateline.tell.voices import NOBODY, credit
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


def news(titles, text="Officials gave no more on Monday."):
    """Reports of news that no happening of the codebook leads, each with a title and a first sentence."""
    s = Situation()
    for n, (title, first) in enumerate(titles):
        r = s.report(f"{title}\n{first} {text}", "2021-03-02", outlet=f"paper {n}")
        if "dead" in text:
            s.event(r, "dead", "death", time="2021-03-02")
    return s


def test_news_of_other_fields_is_led_by_its_headlines():
    s = news(
        [
            ("Norland frees the price of salt", "The government of Norland freed the price of salt from the old cap."),
            (
                "Salt price is freed in Norland",
                "The price of salt in Norland may move with the market, its bank ruled.",
            ),
            (
                "Norland lets salt prices move",
                "Norland has let go of the price of salt, which had stood for ninety years.",
            ),
        ],
        "A fire in a mine in the year before had left two dead and many without work there.",
    )
    brief = s.told().brief
    assert "salt" in brief[0].text
    assert all(sentence.topic != "how_many" for sentence in brief)


def test_a_cause_that_is_the_happening_itself_is_no_reason_for_it():
    s = blast()
    r = s.report("Drill\nThe army held a drill in response to the blast in Qasira on Monday.", "2021-03-02")
    s.event(r, "blast", "bombing", time="2021-03-01")
    told = told_of(s)
    near = Nearness(max(told.agreement.happenings, key=lambda h: len(h.events)), told)
    assert _is_answer(told.body[r][-1], near)


def test_who_blames_somebody_for_another_thing_blames_nobody_for_this():
    s = blast()
    r = s.report(
        "Blame\nThe council blamed the delay on the rebels. The council blamed the rebels for the blast.", "2021-03-02"
    )
    told = told_of(s)
    near = Nearness(max(told.agreement.happenings, key=lambda h: len(h.events)), told)
    assert [near.blames_else(span) for span in told.body[r][-2:]] == [True, False]


def test_a_report_of_weeks_later_tells_the_later_turn():
    s = blast()
    r = s.report("Trial opens\nA court in Port Ada opened the trial of two drivers over the van.", "2021-05-20")
    s.event(r, "trial", "arrest", time="2021-05-20")
    assert any("opened the trial" in x.text for x in s.told().brief if x.topic == "since")


def test_a_sentence_that_leans_on_an_old_one_is_old():
    s = Situation()
    r = s.report(
        "Bomb\nA bomb hit Qasira on Monday. Dana Vey fled Tavo in 2014. She crossed the sea and found a trade.",
        "2021-03-02",
    )
    s.timed(r, "2014", "2014")
    told = told_of(s)
    assert [is_old(span, told) for span in told.body[r][-3:]] == [False, True, True]


def test_who_tells_how_it_was_counts_nobody():
    s = Situation()
    r = s.report(
        "Fire\nA survivor described the fire that left 7 people dead. A nurse said 9 people were dead.", "2021-03-02"
    )
    for source, cue, words, number in (
        ("A survivor", "described", "the fire that left 7 people dead", 7),
        ("A nurse", "said", "9 people were dead", 9),
    ):
        claim = s.claim(r, source, words, s.named(r, source, source, "person"))
        s.claims[-1] = msgspec.structs.replace(s.claims[-1], cue=s.span(r, cue))
        s.figure(r, f"{number} people", best=number, claim=claim)
    told = told_of(s)
    said = {f.best: credit(f, told)[0] for f in told.figures.values()}
    assert said[7] == NOBODY
    assert said[9] != NOBODY


def test_many_counters_have_a_sentence_of_their_own():
    s = Situation()
    for n, (who, number) in enumerate((("Ann Lee", 3), ("Bo Mar", 5), ("Cy Dow", 8), ("Di Fay", 9), ("Ed Gil", 14))):
        r = s.report(
            f"Bomb hits Qasira\nA bomb hit Qasira. {who} said {number} people were killed.", f"2021-03-0{n + 1}"
        )
        place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
        s.event(r, "bomb", "bombing", place=place, time="2021-03-01")
        said = s.claim(r, who, f"{number} people were killed", s.named(r, who, who, "person"))
        killed = s.event(r, "killed", "death", place=place, time="2021-03-01", claim=said)
        s.figure(r, f"{number} people", best=number, event=killed, claim=said)
    now, moved = [x.text for x in s.told().brief if x.topic == "how_many"]
    assert now == "14 people were killed, according to Ed Gil."
    assert moved.startswith("The reported death toll rose from three to 14 between 1 and 5 March 2021: ")
    assert "Ed Gil" not in moved


def test_the_count_in_front_of_what_happened_is_told_apart():
    s = Situation()
    r = s.report(
        "Ferry sinks\nAt least 9 people were killed and 4 hurt on Monday when a ferry sank off Port Ada. "
        "At least 9 people were killed by the storm.", "2021-03-02",
    )  # fmt: skip
    told = told_of(s)
    sunk, storm = told.body[r][-2:]
    assert told.text(without_toll(sunk, told)) == "a ferry sank off Port Ada."
    assert without_toll(storm, told) == storm
    assert told.lead(without_toll(sunk, told)) == told.lead(sunk) > 0
