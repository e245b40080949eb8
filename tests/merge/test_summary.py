"""Where the sentence that a happening is summed up by is cut."""

import pytest

from tests.kit.story import StoryKit


@pytest.mark.parametrize(
    ("tail", "kept"),
    [
        (
            "shortly after six in the morning, and nurses, drivers and masons of the town and of its seven suburbs "
            "carried sand until the rain was over.",
            "shortly after six in the morning.",
        ),
        (
            "shortly after six in the morning, as the market was about to open, and nobody in the town could say for "
            "how long it had been on its way.",
            "shortly after six in the morning, as the market was about to open.",
        ),
        (
            "with three of its barges — the Orla of Marrak, the Belport of Karsen, the Vask and the small ferry — in "
            "the dark, and nobody in the town could say for how long it had been on its way.",
            "with three of its barges — the Orla of Marrak, the Belport of Karsen, the Vask and the small ferry — in "
            "the dark.",
        ),
        (
            "after warnings by officials such as the harbour master, and nobody in the town could say for how long it "
            "had been on its way from the hills.",
            "after warnings by officials such as the harbour master.",
        ),
        (
            "at noon, shortly after the head of the council, who came from a meeting in the hills, had been told of it "
            "as a matter that could wait for another week.",
            "at noon.",
        ),
        (
            "at noon with warm, moist and salty water from the sea in a night of “rain, sleet and hail” (much of it "
            "black, some of it soft), and nobody in the town could say for how long.",
            "at noon with warm, moist and salty water from the sea in a night of “rain, sleet and hail” (much of it "
            "black, some of it soft).",
        ),
        (
            "after the head of the council, a former clerk from the hills, had been told of it in a long letter; and "
            "nobody in the town could say for how long it had been on its way.",
            "after the head of the council, a former clerk from the hills, had been told of it in a long letter.",
        ),
        (
            "from the reservoir above the seven old mills at 11:57am on a day on which nobody in the whole of the town "
            "had thought of the rain in the hills.",
            "from the reservoir above the seven old mills at 11:57am on a day on which nobody in the whole of the town "
            "had thought of the rain in the hills.",
        ),
        (
            'on a day on which the clerk had said "the walls will hold for years, which no other town on the whole '
            'of this coast can say of what it has built".',
            'on a day on which the clerk had said "the walls will hold for years, which no other town on the whole '
            'of this coast can say of what it has built".',
        ),
        (
            "after weeks of rain, followed by a flood of mud, in which nobody in the town could say for how long it "
            "had been on its way from the hills.",
            "after weeks of rain, followed by a flood of mud.",
        ),
        (
            "after weeks of rain, and in May, a clerk of the council that had met in the hills went on and added: "
            "“We knew how long it had been on its way.”",
            "after weeks of rain.",
        ),
    ],
)
def test_a_summary_is_not_cut_within_a_list_or_a_pair_of_dashes(tail, kept):
    s = StoryKit()
    r = s.report(f"Flood\nThe river broke into the lower town of Qasira on the coast {tail}", "2021-03-02")
    s.event(r, "broke into", "hazard", time="2021-03-02")
    (happening,) = s.merged().happenings
    assert happening.summary == f"The river broke into the lower town of Qasira on the coast {kept}"


def test_a_happening_is_summed_up_where_it_is_what_is_told():
    s = StoryKit()
    a = s.report(
        "Roads\nThe Qasira raid, which led to an inquiry, began on Monday as guards slept.",
        "2021-03-02",
    )
    b = s.report("Guards\nThe Harbour Council said it had opened an inquiry into the Qasira raid.", "2021-03-02")
    s.timed(a, "Monday", "2021-03-01")
    for r in (a, b):
        s.event(
            r, "inquiry", "accusation", time="2021-03-01", place=s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
        )
    told = [h.summary for h in s.merged().happenings]
    assert told == ["The Harbour Council said it had opened an inquiry into the Qasira raid."]


def test_a_clause_that_waits_for_its_main_one_is_no_summary():
    s = StoryKit()
    main = (
        "nobody in the town could say for how long it had been on its way from the hills, and few of them had cared "
        "to ask the clerk of the council for it."
    )
    r = s.report(f"Flood\nAs the river broke into the lower town of Qasira on the coast, {main}", "2021-03-02")
    s.event(r, "broke into", "hazard", time="2021-03-02")
    (happening,) = s.merged().happenings
    assert happening.summary.endswith("from the hills.")


def test_who_is_after_leaving_a_town_leaves_no_dead() -> None:
    s = StoryKit()
    r = s.report(
        "Seed late\nForty lorries with seed for the hill farms were held at the bridge of Marrak after leaving "
        "Belport on Monday under a plan that the council and the millers of the coast had agreed on in the spring.",
        "2021-03-06",
    )
    s.event(r, "held", "coercion")
    (happening,) = s.merged().happenings
    assert happening.summary == "Forty lorries with seed for the hill farms were held at the bridge of Marrak."


def test_what_is_set_between_a_subject_and_its_verb_ends_no_summary():
    s = StoryKit()
    text = (
        "On Monday, just as the river broke into the lower town of Qasira, the man who had built its first pumps, a "
        "former clerk of the council, argued that nobody there had ever cared to ask him for how long they would last."
    )
    r = s.report(f"Flood\n{text}", "2021-03-02")
    s.event(r, "broke into", "hazard", time="2021-03-02")
    (happening,) = s.merged().happenings
    assert "argued that" in happening.summary
