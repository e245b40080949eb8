"""How many: how counts moved, which of them differ, what most reports give, and who is not named."""

import pytest

from dateline.tell.voices import known_as
from tests.kit.story import StoryKit


def raids(*counts, name="killed"):
    """Papers of one day after the other that count the dead or wounded of a raid: words, number, hedge and voice."""
    s = StoryKit()
    for n, (words, number, qualifier, voice) in enumerate(counts):
        verb = "were killed" if name == "killed" else "were injured"
        said = f"{words} people {verb} in the raid" + (f", {voice} said." if voice else ".")
        r = s.report(
            f"Raid on Qasira, {n}\nGunmen raided Qasira on 1 March. {said}", f"2021-03-{n + 2:02}", outlet=str(n)
        )
        place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
        s.timed(r, "1 March", "2021-03-01")
        s.event(r, "raided", "attack", place=place, time="2021-03-01")
        claim = s.claim(r, voice, f"{words} people {verb}", s.named(r, voice, voice, "person")) if voice else None
        harm = s.event(r, verb, "death" if name == "killed" else "injury", place=place, time="2021-03-01", claim=claim)
        low, high = number if isinstance(number, tuple) else (number, None)
        best = low if qualifier == "exact" else None
        s.figure(r, f"{words} people", name if name == "killed" else "injured", best=best, low=low, high=high,
                 qualifier=qualifier, event=harm, claim=claim)  # fmt: skip
    return s.told()


def how_many(told):
    return next(sentence.text for sentence in told.brief if sentence.topic == "how_many")


def test_a_vague_word_does_not_hide_that_a_count_rose():
    told = raids(("Dozens of", 24, "dozens", ""), ("20", 20, "exact", "Ann Lee"), ("31", 31, "exact", "Bo Mar"))
    text = how_many(told)
    assert "rose from 20 to 31" in text
    assert "dozens" not in text


def test_a_vague_word_that_says_more_is_told():
    text = how_many(raids(
        ("20", 20, "exact", "Cy Dow"), ("Hundreds of", 200, "hundreds", "Ann Lee"), ("31", 31, "exact", "Bo Mar"),
        name="wounded",
    ))  # fmt: skip
    assert "hundreds according to Ann Lee" in text


def test_a_lower_bound_that_was_overtaken_does_not_differ():
    counts = (("61", 61, "exact", "Ann Lee"), ("At least 50", 50, "at_least", "Bo Mar"), ("58", 58, "exact", "Cy Dow"))
    told = raids(*counts)
    assert "reports differ on the death toll, from 58 to 61" in how_many(told)
    assert "Killed: 58 to 61, by two counters." in told.deck


def test_counts_of_a_month_are_between_their_days():
    told = raids(("20", 20, "exact", "Ann Lee"), *((("31", 31, "exact", "Bo Mar"),) * 12))
    assert "between 2 and 14 March 2021" in how_many(told)


def test_bounds_alone_do_not_differ():
    text = how_many(raids(
        ("At least 50", 50, "at_least", "Bo Mar"), ("More than 40", 40, "more_than", "Cy Dow"),
        ("58", 58, "exact", "Ann Lee"),
    ))  # fmt: skip
    assert "lower bounds were also given: at least 50 according to Bo Mar and more than 40" in text


def test_what_most_reports_give_is_told_as_theirs():
    counts = [("40", 40, "exact", "Ann Lee"), *((("44", 44, "exact", "Bo Mar"),) * 3), ("45", 45, "exact", "Cy Dow")]
    text = how_many(raids(*counts))
    assert text.startswith("45 people were killed, according to Cy Dow; ")
    assert "44 in three reports, according to Bo Mar" in text
    assert "in two reports" not in how_many(raids(*counts[:3], counts[-1]))


@pytest.mark.parametrize(
    ("papers", "words"),
    [(1, "according to one report that names no source"), (2, "according to two reports that name no source")],
)
def test_counts_of_nobody_are_those_of_their_reports(papers, words):
    assert words in how_many(raids(*((("9", 9, "exact", ""),) * papers)))


@pytest.mark.parametrize(
    ("counts", "by"),
    [
        ([("9", 9, "exact", "Ann Lee"), ("9", 9, "exact", "")], "Killed: nine, in two reports."),
        ([("9", 9, "exact", "Ann Lee"), ("9", 9, "exact", "Ann Lee")], "Killed: nine, by one counter."),
        ([("9", 9, "exact", "Ann Lee"), ("9", 9, "exact", "Bo Mar"), ("9", 9, "exact", "")], "by two counters."),
        ([("9", 9, "exact", "")], "nobody is named as counting."),
    ],
)  # fmt: skip
def test_a_deck_counts_reports_where_all_but_one_count_in_their_own_voice(counts, by):
    assert by in raids(*counts).deck


def test_a_count_of_which_another_is_a_thousand_times_counts_something_else():
    counts = (("31,000", 31000, "exact", "Ann Lee"), ("28", 28, "exact", ""))
    assert how_many(raids(*counts)) == "31,000 people were killed, according to Ann Lee."
    assert "28" in how_many(raids(("28", 28, "exact", ""), ("3,100", 3100, "exact", "Ann Lee")))


def test_one_wild_count_removes_none_that_several_give():
    wild, sane = ("2 million", 2_000_000, "exact", "Ann Lee"), (("60", 60, "exact", ""), ("81", 81, "exact", "Bo Mar"))
    assert how_many(raids(wild, *sane)).startswith(
        "81 people were killed, according to Bo Mar; the reported death toll"
    )
    assert "million" not in how_many(raids(wild, *sane))
    assert "million" in how_many(raids(*sane, wild))


def test_a_high_first_count_of_one_removes_no_lower_ones_of_many():
    counts = [("900", 900, "exact", ""), *((f"{n}", n, "exact", "Bo Mar") for n in (30, 31, 32))]
    assert how_many(raids(*counts)).startswith("32 people were killed, according to Bo Mar; ")
    assert "900" in how_many(raids(*counts[:3]))
    assert "31" not in how_many(raids(*counts[:3]))


def test_millions_are_told_by_their_word():
    assert how_many(raids(("two million", 2_000_000, "exact", "Ann Lee"), name="wounded")) == (
        "2 million people were wounded, according to Ann Lee."
    )


def test_a_report_that_names_nobody_names_no_source():
    ann, nobody = ("31", 31, "exact", "Ann Lee"), ("31", 31, "exact", "")
    assert "the only source that two reports name for this count" in how_many(raids(ann, ann))
    text = how_many(raids(ann, ann, nobody))
    assert "Ann Lee, the only source named for this count, which another report gives without one" in text


def test_a_hyphen_makes_no_other_voice():
    assert known_as("a river-watching group", ["a river watching group"]) == "a river watching group"


def test_what_one_names_and_others_do_not_is_not_put_down_to_him():
    ann, nobody, bo = ("31", 31, "exact", "Ann Lee"), ("31", 31, "exact", ""), ("40", 40, "exact", "Bo Mar")
    text = how_many(raids(ann, nobody, nobody, bo))
    assert "31 in three reports, one of them according to Ann Lee" in text
    assert "31 in three reports, according to Ann Lee" in how_many(raids(ann, ann, ann, bo))
    officials = ("31", 31, "exact", "town officials")
    assert "according to town officials, in one of three reports" in how_many(raids(officials, nobody, nobody))


def test_what_some_give_as_a_lower_bound_is_told_as_one():
    plain, bound = ("31", 31, "exact", ""), ("At least 31", 31, "at_least", "")
    text = how_many(raids(plain, bound, plain, ("40", 40, "exact", "Bo Mar")))
    assert "at least 31 in three reports" in text


def test_bodies_that_a_crew_took_away_are_no_toll():
    s = StoryKit()
    for n, (text, words, of) in enumerate([
        ("A raid on Qasira on 1 March killed 31 people.", "31 people", "people"),
        ("A raid on Qasira on 1 March ended. Crews recovered 28 bodies.", "28 bodies", "bodies"),
        ("A raid on Qasira on 1 March is over. A crew took away 28 bodies.", "28 bodies", "bodies"),
    ]):  # fmt: skip
        r = s.report(f"Raid on Qasira, {n}\n{text}", f"2021-03-{n + 2:02}", outlet=str(n))
        place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
        s.timed(r, "1 March", "2021-03-01")
        raid = s.event(r, "raid", "attack", place=place, time="2021-03-01")
        s.figure(r, words, "killed", best=int(words[:2]), of=of, event=raid)
    told = s.told()
    said = next(sentence for sentence in told.brief if sentence.topic == "how_many")
    assert said.text.startswith("31 people were killed, according to one report that names no source; 28 bodies were")
    assert len(said.refs) == 1


@pytest.mark.parametrize(
    ("said", "texts"),
    [
        ("are missing and presumed dead", ["13 people were killed, according to one report that names no source; one "
                                           "report counted them as missing."]),
        ("are missing", ["13 people were killed, according to one report that names no source.",
                         "13 people were missing, according to one report that names no source."]),
    ],
)  # fmt: skip
def test_the_missing_who_were_given_up_are_the_dead(said, texts):
    s = StoryKit()
    for n, (words, what) in enumerate([(said, "missing"), ("died", "killed")]):
        r = s.report(f"Blast in Qasira, {n}\nA blast hit Qasira on 1 March. In it 13 miners {words}.",
                     f"2021-03-{n + 2:02}", outlet=str(n))  # fmt: skip
        place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
        s.timed(r, "1 March", "2021-03-01")
        blast = s.event(r, "blast", "bombing", place=place, time="2021-03-01")
        s.figure(r, "13 miners", what, best=13, event=blast)

    assert [one.text for one in s.told().brief if one.topic == "how_many"] == texts


def riots(*counts):
    """Papers on riots all over Marra, each with a count of the dead: words, number, town, days, kind."""
    s = StoryKit()
    for n, (words, number, town, days, kind) in enumerate(counts):
        where = f" in {town}" if town else ""
        r = s.report(f"Riots in Marra, {n}\nRiots shook Marra on 3 March. {words} people died{where} in the {kind}.",
                     "2021-03-04", outlet=str(n))  # fmt: skip
        marra = s.named(r, "Marra", "Marra", "place")
        place = s.named(r, town, town, "place", (35.0, 36.0 + n)) if town else marra
        s.timed(r, "3 March", "2021-03-03")
        s.event(r, "Riots", "riot", place=marra, time="2021-03-03")
        died = s.event(r, kind, kind, place=place, time=days)
        s.figure(r, f"{words} people", "died", best=number, event=died, place=place)
    return s.told()


def test_a_town_is_no_country():
    text = how_many(riots(("19", 19, None, "2021-03-03", "riot"), ("13", 13, "Qasira", "2021-03-03", "riot")))
    assert text.startswith("19 people were killed, according to one report that names no source; 13 in Qasira")


@pytest.mark.parametrize(
    ("days", "kind", "told"),
    [
        ("2021-03-01/2021-03-04", "protest", True),
        ("2021-03-01/2021-03-02", "protest", False),
        ("2021-03-03", "air_strike", False),
    ],
)
def test_unrest_of_the_same_days_lends_its_dead(days, kind, told):
    brief = riots(("19", 19, None, days, kind)).brief
    assert any(s.topic == "how_many" and s.text.startswith("19 people were killed") for s in brief) == told


def test_a_range_and_its_low_end_are_two_counts():
    text = how_many(raids(("30 to 50", (30, 50), "range", "Ann Lee"), ("30", 30, "exact", "Bo Mar")))
    assert text == "30 people were killed, according to Bo Mar; also counted: 30 to 50 according to Ann Lee."
    same = (("30 to 50", (30, 50), "range", who) for who in ("Ann Lee", "Bo Mar"))
    assert how_many(raids(*same)) == "30 to 50 people were killed, according to Bo Mar and Ann Lee."


def test_of_one_voice_a_lower_bound_follows_no_higher_count():
    counts = (
        ("20", 20, "exact", "Ann Lee"),
        ("31", 31, "exact", "Ann Lee"),
        ("At least 22", 22, "at_least", "Ann Lee"),
    )
    assert "20, then 31 according to Ann Lee" in how_many(raids(*counts, ("40", 40, "exact", "Bo Mar")))
    assert "20, then 31, then 22 according to Ann Lee" in how_many(
        raids(*counts[:2], ("22", 22, "exact", "Ann Lee"), ("40", 40, "exact", "Bo Mar"))
    )


def test_a_source_that_is_not_named_is_one_too():
    ann = ("31", 31, "exact", "Ann Lee")
    assert "the only source" in how_many(raids(ann, ann))
    assert how_many(raids(ann, ("31", 31, "exact", "a clerk"))) == "31 people were killed, according to Ann Lee."


@pytest.mark.parametrize(
    ("verb", "opening"),
    [
        ("gave a lower toll of", "differ on the"),
        ("wrote of", "; also counted: 17"),
        ("said it rose from", "death toll rose from 17"),
    ],
)
def test_in_one_report_a_toll_rises_only_by_its_words(verb, opening):
    s = StoryKit()
    text = f"Blast in Qasira\nA blast hit Qasira on 1 March. Police said it killed 32 people. It {verb} 17 people dead."
    r = s.report(text, "2021-03-02")
    place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
    s.timed(r, "1 March", "2021-03-01")
    blast = s.event(r, "blast", "bombing", place=place, time="2021-03-01")
    claim = s.claim(r, "Police", "it killed 32 people", s.named(r, "Police", "Police"))
    s.figure(r, "32 people", best=32, event=blast, claim=claim)
    s.figure(r, "17 people", best=17, event=blast)
    assert opening in how_many(s.told())


def test_what_a_later_page_prints_of_an_older_count_does_not_hold_now():
    bound = ("At least 50", 50, "at_least", "")
    told = raids(bound, ("59", 59, "exact", ""), ("59", 59, "exact", ""), bound)
    assert how_many(told).startswith("59 people were killed, according to two reports that name no source; ")
    assert "Killed: 59, nobody" in told.deck
    assert how_many(raids(bound, ("59", 59, "exact", ""), bound)).startswith("At least 50 people were killed")


def test_a_toll_of_one_day_did_not_rise():
    """Two papers of one day differ; of two hours of it the later has the newer count."""
    s = StoryKit()

    def text(*days):
        s.__init__()
        for n, (day, number) in enumerate(zip(days, (20, 31), strict=True)):
            r = s.report(f"Raid on Qasira, {n}\nGunmen raided Qasira on 1 March. In it {number} people died.", day)
            place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
            s.timed(r, "1 March", "2021-03-01")
            raid = s.event(r, "raided", "attack", place=place, time="2021-03-01")
            s.figure(r, f"{number} people", best=number, event=raid)
        return how_many(s.told())

    assert "reports differ on the death toll, from 20 to 31" in text("2021-03-02", "2021-03-02")
    assert "rose from 20 to 31" in text("2021-03-02", "2021-03-03")
    assert "rose from 20 to 31" in text("2021-03-02T08:00", "2021-03-02T19:00")


def test_who_gave_what_is_told_of_the_counts_of_the_range_alone():
    counts = (("61", 61, "exact", "Ann Lee"), ("At least 50", 50, "at_least", "Bo Mar"), ("58", 58, "exact", "Cy Dow"))
    text = how_many(raids(*counts, ("61", 61, "exact", "Ann Lee")))
    assert "from 58 to 61" in text
    assert "58 according to Cy Dow" in text
    assert "Bo Mar" not in text


def test_a_later_range_is_no_lower_bound_of_an_older_count():
    counts = (("60", 60, "exact", "Ann Lee"), ("30 to 50", (30, 50), "range", "Bo Mar"))
    assert how_many(raids(*counts)).startswith("30 to 50 people were killed, according to Bo Mar; ")
