"""What one series holds: like numbers of one thing wherever they are told, and no counts of different things."""

import pytest

from dateline.model import Series
from tests.kit.story import StoryKit

QASIRA, MARRA = (35.0, 36.0), (35.5, 36.2)


def storm(*told, what="other", unit="other", days=("2021-03-02",), places=(None,)) -> list[Series]:
    """The series of reports of a storm in Qasira: each a sentence, its words of a count, the number and the noun."""
    s = StoryKit()
    for n, (sentence, words, best, of) in enumerate(told):
        r = s.report(f"Storm in Qasira, {n}\nA storm hit Qasira. {sentence}", days[n % len(days)], outlet=str(n))
        s.named(r, "Qasira", "Qasira", "place", QASIRA)
        s.named(r, "Marra", "Marra", "place", MARRA)
        named = places[n % len(places)]
        s.figure(
            r,
            words,
            what,
            best=best,
            of=of,
            unit=unit,
            measure="flow",
            place=s.named(r, named, named, "place") if named else None,
        )
    return sorted(s.merged().series, key=lambda x: x.id)


def sizes(series: list[Series]) -> list[int]:
    return sorted(len(x.members) for x in series)


def test_counts_that_the_words_do_not_join_are_no_range():
    told = (
        ("Seven aid groups of the north flew 488 staff to the coast by Friday.", "488 staff", 488, "staff"),
        ("A rowing club, its chairman wrote, keeps 20 staff near the lock.", "20 staff", 20, "staff"),
    )
    apart = storm(*told, what="deployed", unit="people", places=("Qasira",))
    assert [(x.low, x.high) for x in sorted(apart, key=lambda x: x.low or 0)] == [(20, 20), (488, 488)]
    again = (
        ("Aid groups sent 488 staff.", "488 staff", 488, "staff"),
        ("In all 488 staff came.", "488 staff", 488, "staff"),
    )
    assert sizes(storm(*again, what="deployed", unit="people", places=("Qasira",))) == [2]


def test_somebody_is_no_count_of_a_crowd():
    told = (
        ("The flood drove 300 people out of the upper town.", "300 people", 300, "people"),
        ("The flood drove a young citizen out of the upper town.", "a young citizen", 1, "young citizen"),
    )
    assert sizes(storm(*told, what="displaced", unit="people", places=("Qasira",))) == [1, 1]


@pytest.mark.parametrize(
    ("second", "words", "best", "of", "days", "members"),
    [
        ("It sank 40 barges.", "40 barges", 40, "barges", ("2021-03-02",), [2]),
        ("It sank 40 barges.", "40 barges", 40, "barges", ("2021-03-02", "2021-05-02"), [1, 1]),
        ("It sank 41 barges.", "41 barges", 41, "barges", ("2021-03-02",), [1, 1]),
        ("It sank 40 sheds.", "40 sheds", 40, "sheds", ("2021-03-02",), [1, 1]),
    ],
)
def test_a_like_number_of_one_noun_is_one_count_without_a_place(second, words, best, of, days, members):
    first = ("The guild counted 40 barges.", "40 barges", 40, "barges")
    assert sizes(storm(first, (second, words, best, of), unit="vehicles", days=days)) == members


def test_few_are_one_count_in_one_report_or_of_one_day():
    three = (
        ("It sank three barges.", "three barges", 3, "barges"),
        ("In all three barges sank.", "three barges", 3, "barges"),
    )
    assert sizes(storm(*three, unit="vehicles")) == [1, 1]
    s = StoryKit()
    r = s.report("Storm\nIt sank three barges. In the photo lie all 3 barges.", "2021-03-02")
    for words in ("three barges", "3 barges"):
        s.figure(r, words, "other", best=3, of="barges", unit="vehicles", measure="flow")
    assert sizes(list(s.merged().series)) == [2]


def test_captives_of_like_number_may_be_others():
    told = (
        ("Pirates took 40 sailors.", "40 sailors", 40, "sailors"),
        ("They took 40 sailors.", "40 sailors", 40, "sailors"),
    )
    assert sizes(storm(*told, what="captured", unit="people")) == [1, 1]


def test_rockets_lit_and_rockets_are_counted_in_one():
    s = StoryKit()
    for n, (sentence, what, measure) in enumerate(
        (("They lit 12 rockets.", "deployed", "stock"), ("There were 12 rockets.", "other", "flow"))
    ):
        r = s.report(f"Test {n}\n{sentence}", "2021-03-02", outlet=str(n))
        s.figure(r, "12 rockets", what, best=12, of="rockets", unit="weapons", measure=measure)
    assert sizes(list(s.merged().series)) == [2]


def test_the_freed_are_one_count_by_whatever_noun_they_go():
    s = StoryKit()
    for n, (sentence, words, what, of, unit) in enumerate((
        ("Pirates freed 21 sailors.", "21 sailors", "other", "sailors", "people"),
        ("The 21 captives were released.", "The 21 captives", "other", "captives", "prisoners"),
        ("The 21 sailors landed in Qasira.", "The 21 sailors", "arrived", "sailors", "people"),
        ("The 21 guards landed in Qasira.", "The 21 guards", "arrived", "guards", "people"),
        ("Pirates killed 21 sailors in May.", "21 sailors", "killed", "sailors", "people"),
    )):  # fmt: skip
        r = s.report(f"Pirates, {n}\n{sentence}", "2021-03-02", outlet=str(n))
        s.figure(r, words, what, best=21, of=of, unit=unit, measure="flow")
    merged = {x.label: len(x.members) for x in s.merged().series}
    assert merged == {"sailors freed": 3, "guards arrived": 1, "sailors killed": 1}


def test_what_is_only_planned_says_so_in_its_label():
    s = StoryKit()
    r = s.report("Storm\nThe town will evacuate 300 people. It evacuated 80 people.", "2021-03-02")
    for words, best, trigger in (("300 people", 300, "evacuate"), ("80 people", 80, "evacuated")):
        planned = "planned" if best == 300 else "happened"
        event = s.event(r, trigger, "evacuation", status=planned)
        s.figure(r, words, "evacuated", best=best, event=event, measure="flow")
    assert {x.label: x.best for x in s.merged().series} == {"people evacuated (planned)": 300, "people evacuated": 80}


def test_a_share_says_of_what_it_is():
    s = StoryKit()
    r = s.report("Storm\nIt razed 30 percent of the barns. Ann Lee agrees 100 percent.", "2021-03-02")
    s.figure(r, "30 percent of the barns", "destroyed", best=30, of="barns", unit="percent")
    s.figure(r, "100 percent", "other", best=100, of="", unit="percent")
    assert [x.label for x in s.merged().series] == ["percent of barns destroyed"]


def tolls(*told, title="Blast in Qasira"):
    """How the counts of a blast stand to each other: sentences of one report, each with its number and who gives it."""
    s = StoryKit()
    text = " ".join(sentence for sentence, _, _ in told)
    r = s.report(f"{title}\nA blast hit Qasira on Monday. {text}", "2021-03-02")
    place = s.named(r, "Qasira", "Qasira", "place", QASIRA)
    s.timed(r, "Monday", "2021-03-01")
    blast = s.event(r, "blast", "bombing", place=place, time="2021-03-01")
    for sentence, best, voice in told:
        claim = s.claim(r, voice, sentence.rstrip("."), s.named(r, voice, voice)) if voice else None
        s.figure(r, f"{best} people", "killed", best=best, event=blast, claim=claim)
    return [x.relation for series in s.merged().series for x in series.relations]


def test_a_count_set_against_another_is_no_older_one():
    first = ("Police said it killed 32 people.", 32, "Police")
    assert tolls(first, ("A paper gave a lower toll of 17 people.", 17, None)) == ["conflict"]
    assert tolls(first, ("A paper wrote that 17 people died.", 17, None)) == ["evolves"]


def test_an_updated_toll_is_no_conflict():
    first = ("The Watch said it killed 55 people.", 55, "The Watch")
    assert tolls(first, ("A medic gave an updated toll of 98 people.", 98, "A medic")) == ["evolves"]
    assert tolls(first, ("A medic gave a toll of 98 people.", 98, "A medic")) == ["conflict"]
