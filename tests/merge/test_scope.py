"""Two counts of harm -> of one scope or not, by what their sentences say."""

import msgspec
import pytest

from dateline.merge.series.counted import Count, count_of
from dateline.merge.series.relations import relate_all
from dateline.merge.series.scenes import Scenes
from dateline.merge.series.scope import other_scope
from dateline.merge.series.verbs import gainsaid
from dateline.merge.situation import Situation
from dateline.model.mention import What
from tests.kit.story import StoryKit

PLACES = {"Qasira": (35.0, 36.0), "Marra": (35.05, 36.05), "Umza": (35.1, 36.0), "Tel Dar": (37.5, 36.0)}


def told(*said: tuple[str, str, int], one_report: bool = False, title: str = "Raid", days: tuple[str, ...] = (),
         what: str = "killed") -> tuple[list[Count], Situation]:  # fmt: skip
    """Counts as (sentence, figure words, number), in reports of one day or all in one report."""
    s = StoryKit()
    if one_report:
        reports = [s.report(f"{title}\n{' '.join(x[0] for x in said)}", "2021-03-05")] * len(said)
    else:
        reports = [s.report(f"{title}\n{x[0]}", "2021-03-05", outlet=str(n)) for n, x in enumerate(said)]
    for r in dict.fromkeys(reports):
        for name, where in PLACES.items():
            if name in s.text(r):
                s.named(r, name, name, "place", where)
    for n, (r, (_, words, number)) in enumerate(zip(reports, said, strict=True)):
        voice = next((v for v in ("Ann Lee", "Bo Roy") if v in said[n][0]), None)
        claim = s.claim(r, voice, words, s.named(r, voice, voice, "person")) if voice else None
        event = s.event(r, "strike" if "strike" in said[n][0] else "raid", "attack", time=days[n]) if days else None
        s.figure(r, words, what, best=number, claim=claim, event=event)
    known = Situation(s.dossier(), s.readings(), s.resolution())
    return [count_of(f, known, Scenes(of_event={}, of_report={}, mains=())) for f in s.figures], known


def apart(
    *said: tuple[str, str, int], one_report: bool = False, title: str = "Raid", days: tuple[str, ...] = ()
) -> bool:
    counts, known = told(*said, one_report=one_report, title=title, days=days)
    return other_scope(counts[0], counts[1], known) is not None


PLAIN = ("A raid killed 9 people, Ann Lee said.", "9 people", 9)
MORE = ("A raid killed 14 people, Bo Roy said.", "14 people", 14)


def test_two_plain_counts_are_of_one_scope():
    assert not apart(PLAIN, MORE)
    assert not apart(PLAIN, MORE, one_report=True)


@pytest.mark.parametrize(
    "whole",
    [
        "Raids across the country killed 14 people, Bo Roy said.",
        "Raids on several towns killed 14 people, Bo Roy said.",
        "Raids in and around the city killed 14 people, Bo Roy said.",
        "Since Monday raids have killed 14 people, Bo Roy said.",
    ],
)
def test_the_whole_of_many_places_or_days_is_not_the_toll_of_one(whole: str):
    assert apart(PLAIN, (whole, "14 people", 14))
    assert not apart((whole, "14 people", 14), ("A raid killed 20 people, Ann Lee said.", "20 people", 20))


def test_a_record_counts_no_longer_time():
    assert not apart(PLAIN, ("The deadliest raid since May killed 14 people, Bo Roy said.", "14 people", 14))


def test_other_days_and_a_longer_time():
    assert apart(PLAIN, MORE, days=("2021-03-05", "2021-03-02"))
    assert apart(PLAIN, MORE, days=("2021-03-05", "2021-03-01/2021-03-07"))
    assert not apart(PLAIN, MORE, days=("2021-03-05", "2021-03-04"))
    assert not apart(MORE, PLAIN, days=("2021-03-05", "2021-03-01/2021-03-07"))


def test_parts_that_add_up():
    parts = ("A raid killed 9 soldiers and 5 guards, Ann Lee said.", "9 soldiers", 9)
    counts, known = told(parts, ("A raid killed 14 people, Bo Roy said.", "14 people", 14))
    assert other_scope(*counts, known) is None
    s = StoryKit()
    a = s.report(f"Raid\n{parts[0]}", "2021-03-05", outlet="a")
    b = s.report("Raid\nA raid killed 14 people.", "2021-03-05", outlet="b")
    for r, words, number in ((a, "9 soldiers", 9), (a, "5 guards", 5), (b, "14 people", 14)):
        s.figure(r, words, best=number)
    known = Situation(s.dossier(), s.readings(), s.resolution())
    soldiers, _, people = (count_of(f, known, Scenes(of_event={}, of_report={}, mains=())) for f in s.figures)
    assert other_scope(soldiers, people, known) is not None


def test_the_hurt_are_others_than_the_dead():
    said = (
        ("A raid hurt 9 others, Ann Lee said.", "9 others", 9),
        ("A raid hurt 14 people, Bo Roy said.", "14 people", 14),
    )
    counts, known = told(*said, what="injured")
    assert other_scope(*counts, known) is None


@pytest.mark.parametrize(
    ("sentence", "seen"),
    [
        ("A raid hurt many; 9 people were still receiving treatment, Ann Lee said.", True),
        ("A raid hurt 9 people who had treated guests to lunch, Ann Lee said.", False),
    ],
)
def test_those_whom_a_hospital_still_treats_are_no_total(sentence: str, seen: bool):
    (count,), _ = told((sentence, "9 people", 9), what="injured")
    assert count.seen is seen


def test_all_parts_of_a_report_add_up():
    s = StoryKit()
    parts = "A raid killed 9 people. In the port 4 people died. On the hill 3 people died."
    r = s.report(f"Raid\n{parts} Bo Roy counts 16 dead.", "2021-03-05")
    for words, number in (("9 people", 9), ("4 people", 4), ("3 people", 3), ("16 dead", 16)):
        s.figure(r, words, best=number)
    known = Situation(s.dossier(), s.readings(), s.resolution())
    counts = [count_of(f, known, Scenes(of_event={}, of_report={}, mains=())) for f in s.figures]
    assert other_scope(counts[0], counts[3], known) is not None
    assert other_scope(counts[0], counts[1], known) is None


def test_others_are_told_on_top():
    assert apart(("Ann Lee said 9 others died in the raid.", "9 others", 9), MORE)
    assert not apart(("Ann Lee said 9 others died in the raid.", "9 others", 9),
                     ("Bo Roy said 14 others died in the raid.", "14 others", 14))  # fmt: skip


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("A raid on Qasira killed 9 people, Ann Lee said.", "Bo Roy said a raid killed 14 people in Umza.", True),
        ("A raid on Qasira killed 9 people, Ann Lee said.", "Bo Roy said the raid killed 14 people in Qasira.", False),
        ("A raid on Marra killed 9 people, Ann Lee said.",
         "Bo Roy said raids on Marra, Umza and Qasira killed 14 people.", True),
        ("A raid on Qasira killed 9 people, Ann Lee said.", "The raid killed 14 people.", True),
        ("A raid killed 9 people, Ann Lee said.", "The raid killed 14 people.", False),
        ("The 9 people died in the raid, Ann Lee said.", "Bo Roy said it killed 14 people.", True),
        ("A raid killed 9 people, Ann Lee said.", "They were among 14 people who died, Bo Roy said.", True),
        ("A raid killed 9 people, Ann Lee said.", "Bo Roy said another attack killed 14 people.", True),
    ],
)  # fmt: skip
def test_what_one_report_tells_apart(first: str, second: str, expected: bool):
    low = "The 9 people" if first.startswith("The 9") else "9 people"
    assert apart((first, low, 9), (second, "14 people", 14), one_report=True) == expected


def test_in_one_report_the_next_day_is_another():
    strike = ("A strike killed 14 people, Bo Roy said.", "14 people", 14)
    assert apart(PLAIN, strike, days=("2021-03-05", "2021-03-04"), one_report=True)
    assert not apart(PLAIN, strike, days=("2021-03-05", "2021-03-05"), one_report=True)


def test_a_round_word_beside_a_count_of_the_same_report():
    s = StoryKit()
    r = s.report("Raid\nA raid killed dozens, Ann Lee said. Bo Roy said 9 people died.", "2021-03-05")
    for who, words, values in (
        ("Ann Lee", "dozens", {"low": 24, "qualifier": "dozens"}),
        ("Bo Roy", "9 people", {"best": 9}),
    ):
        s.figure(r, words, claim=s.claim(r, who, words, s.named(r, who, who, "person")), **values)
    known = Situation(s.dossier(), s.readings(), s.resolution())
    counts = [count_of(f, known, Scenes(of_event={}, of_report={}, mains=())) for f in s.figures]
    assert other_scope(counts[0], counts[1], known) is not None


def test_reports_may_name_one_place_by_two_names():
    assert not apart(("A raid on Qasira killed 9 people, Ann Lee said.", "9 people", 9),
                     ("Bo Roy said a raid killed 14 people in Umza.", "14 people", 14))  # fmt: skip
    assert apart(("A raid on Qasira killed 9 people, Ann Lee said.", "9 people", 9),
                 ("Bo Roy said a raid killed 14 people in Tel Dar.", "14 people", 14))  # fmt: skip


def test_a_headline_sums_up_its_report():
    s = StoryKit()
    r = s.report("Raids kill 14\nA raid killed 9 people, Ann Lee said.", "2021-03-05")
    s.figure(r, "14", best=14)
    s.figure(r, "9 people", best=9, claim=s.claim(r, "Ann Lee", "9 people", s.named(r, "Ann Lee", "Ann Lee")))
    known = Situation(s.dossier(), s.readings(), s.resolution())
    counts = [count_of(f, known, Scenes(of_event={}, of_report={}, mains=())) for f in s.figures]
    assert other_scope(counts[0], counts[1], known) is not None


def relation(*said: tuple[str, str, int], days: tuple[str, str]) -> str:
    """How two counts of reports of two days stand to each other."""
    s = StoryKit()
    for n, ((sentence, words, number), day) in enumerate(zip(said, days, strict=True)):
        r = s.report(f"War\n{sentence}", day, outlet=str(n))
        voice = sentence[: len("Ann Lee")].strip()
        time = s.timed(r, "2018", "2018") if "2018" in sentence else None
        claim = s.claim(r, voice, words, s.named(r, voice, voice, "person"))
        event = s.event(r, "war" if time else "raid", "armed_clash", time=time)
        s.figure(r, words, best=number, claim=claim, event=event)
    known = Situation(s.dossier(), s.readings(), s.resolution())
    counts = [count_of(f, known, Scenes(of_event={}, of_report={}, mains=())) for f in s.figures]
    (found,) = relate_all(counts, known)
    return found.relation


@pytest.mark.parametrize(
    ("later", "day", "expected"),
    [(2600, "2021-03-07", "conflict"), (2600, "2021-09-05", "evolves"), (1500, "2021-09-05", "conflict")],
)
def test_the_dead_of_a_war_grow_over_months(later: int, day: str, expected: str):
    first = ("Ann Lee said the war that began in 2018 killed 2000 people.", "2000 people", 2000)
    then = (f"Bo Roy said the war that began in 2018 killed {later} people.", f"{later} people", later)
    assert relation(first, then, days=("2021-03-05", day)) == expected


@pytest.mark.parametrize(("day", "expected"), [("2021-03-06", "conflict"), ("2021-03-15", "evolves")])
def test_a_lower_count_days_later_is_of_another_blow(day: str, expected: str):
    first = ("Ann Lee said the raid on Qasira killed 14 people.", "14 people", 14)
    then = ("Bo Roy said the raid on Qasira killed 9 people.", "9 people", 9)
    assert relation(first, then, days=("2021-03-05", day)) == expected


@pytest.mark.parametrize(
    ("sentence", "words", "expected"),
    [
        ("Four people killed 16 others injured in a raid.", "16 others", True),
        ("Raid killed 16 injured five.", "16", False),
        ("Raid killed 16 others in Qasira.", "16 others", False),
    ],
)
def test_the_word_right_behind_a_number_says_what_it_counts(sentence: str, words: str, expected: bool):
    counts, known = told((sentence, words, 16))
    assert gainsaid(counts[0].figure, known) == expected


def test_an_earlier_toll_is_overtaken():
    counts, _ = told(
        ("An earlier toll from the raid on the mountain town of Qasira put it at 9 people.", "9 people", 9)
    )
    assert counts[0].stale


def test_two_clinics_count_their_own():
    a = ("Ann Lee said 40 bodies from the raid came in.", "40 bodies", 40)
    b = ("Bo Roy said 90 bodies from the raid came in.", "90 bodies", 90)
    counts, known = told(a, b)
    assert [x.relation for x in relate_all(counts, known)] == ["different_scope"]


@pytest.mark.parametrize("sentence", ["Raids killed 40 people in the last 24 hours.",
                                      "Ten hours of raids killed 40 people."])  # fmt: skip
def test_a_toll_of_hours_is_no_toll_of_one_blow(sentence: str):
    counts, _ = told((sentence, "40 people", 40))
    assert counts[0].era is not None


def test_crews_of_two_trades_are_not_one_count():
    s = StoryKit()
    for n, (number, trade) in enumerate(((4, "fire"), (22, "ambulance"))):
        r = s.report(
            f"Crash\nThe brigade sent {number} {trade} crews to the crash at the bend.", "2021-03-05", outlet=str(n)
        )
        s.figure(r, f"{number} {trade} crews", "deployed", best=number, of=f"{trade} crews", unit="other")
    known = Situation(s.dossier(), s.readings(), s.resolution())
    counts = [count_of(f, known, Scenes(of_event={}, of_report={}, mains=())) for f in s.figures]
    assert [x.relation for x in relate_all(counts, known)] == ["different_scope"]


@pytest.mark.parametrize(
    ("sentence", "words", "what", "expected"),
    [
        ("The army eliminated 16 rebels in Qasira.", "16 rebels", "killed", False),
        ("The army met 16 rebels in Qasira.", "16 rebels", "killed", True),
        ("The fumes caused suffocation to 16 bakers.", "16 bakers", "injured", False),
        ("The fumes reached 16 bakers.", "16 bakers", "injured", True),
    ],
)
def test_people_are_harmed_where_a_word_of_harm_is_told(sentence: str, words: str, what: What, expected: bool):
    counts, known = told((sentence, words, 16))
    figure = msgspec.structs.replace(counts[0].figure, what=what)
    assert gainsaid(figure, known) == expected
