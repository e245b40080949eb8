"""How near a sentence is to the main happening: what tells it, what tells it again, and what takes the story on."""

import msgspec
import pytest

from dateline.model import Span
from dateline.tell.heading import main_happening
from dateline.tell.near import COLOUR, Nearness
from dateline.tell.told import Told
from tests.kit.story import StoryKit


def near_of(*sentences: str, day: str = "2021-03-01") -> tuple[StoryKit, str, str]:
    """A raid of one day told by two reports, the second with more sentences."""
    s = StoryKit()
    for outlet, rest in (("a", ()), ("b", sentences)):
        r = s.report(f"Raid on Qasira\nGunmen raided Qasira on Monday. {' '.join(rest)}", "2021-03-02", outlet=outlet)
        place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
        s.timed(r, "Monday", day)
        s.event(r, "raided", "attack", place=place, time=day)
    return s, r, place


def nearness(s: StoryKit) -> Nearness:
    told = Told(s.dossier(), s.readings(), s.resolution(), s.merged())
    main = main_happening(told)
    assert main is not None
    return Nearness(main, told)


def test_a_clause_with_its_outcome_tells_what_happened_though_only_the_outcome_was_read():
    s, r, place = near_of(
        "Gunmen broke into the fort of Qasira, killing two guards.", "Two guards died, killed at dawn."
    )
    s.event(r, "killing", "death", place=place, time="2021-03-01")
    s.event(r, "killed", "death", place=place, time="2021-03-01")
    near = nearness(s)
    assert {e.id for e in s.events if e.kind == "death"} <= set(near.main.events)
    assert [near.shows(span) for span in near.told.body[r][-2:]] == [True, False]


def test_another_of_the_same_kind_and_day_is_the_main_one_again_and_no_later_turn():
    s, r, place = near_of("An assault shook the port at 9 pm.", "The governor fled at 10 pm.")
    s.timed(r, "9 pm", "2021-03-01T21:00")
    s.timed(r, "10 pm", "2021-03-01T22:00")
    s.event(
        r, "assault", "attack", place=s.named(r, "port", "Port Ada", "place", (39.0, 36.0)), time="2021-03-01T21:00"
    )
    s.event(r, "fled", "displacement", place=place, time="2021-03-01T22:00")
    near = nearness(s)
    assault, flight = near.told.body[r][-2:]
    assert not near.tells(assault)
    assert near.tells_again(assault)
    assert not near.comes_later(assault)
    assert near.comes_later(flight)


@pytest.mark.parametrize("lasting", [{"status": "ongoing"}, {"time": "2021-03"}])
def test_one_of_the_same_kind_is_another_where_the_main_one_lasts_or_has_no_day(lasting):
    s, r, _ = near_of("An assault shook the port at 9 pm.")
    s.timed(r, "9 pm", "2021-03-01T21:00")
    s.events = [msgspec.structs.replace(e, **lasting) for e in s.events]
    s.event(
        r, "assault", "attack", place=s.named(r, "port", "Port Ada", "place", (39.0, 36.0)), time="2021-03-01T21:00"
    )
    near = nearness(s)
    assert not near.tells_again(near.told.body[r][-1])


@pytest.mark.parametrize(
    "still",
    [
        "Dana Vey has been one of the voices against arrests for years.",
        "Dana Vey is the head of the group that wants arrests.",
    ],
)
def test_who_somebody_is_takes_no_story_further(still):
    s, r, _ = near_of("Police held two men in the night.", still)
    s.event(r, "held", "arrest")
    s.event(r, "arrests", "arrest")
    near = nearness(s)
    went_on, identity = near.told.body[r][-2:]
    assert near.follows(identity) == COLOUR * near.follows(went_on)


@pytest.mark.parametrize(
    ("sentence", "words", "time", "after"),
    [
        ("Guards shut the mill on Monday.", "on Monday.", "2021-03-01", False),
        ("Guards shut the mill at 10 pm.", "10 pm", "2021-03-01T22:00", True),
        ("Guards shut the mill on Tuesday.", "Tuesday", "2021-03-02", True),
        ("Guards later shut the mill.", "", "2021-03-01", True),
        ("Guards have since shut the mill.", "", "2021-03-01", True),
        ("Boats to Orla resumed on Monday and guards shut the mill.", "on Monday and", "2021-03-01", True),
        ("Guards shut the mill.", "", "2021-03-01", False),
    ],
)
def test_what_was_on_its_day_is_not_for_that_what_came_after(sentence, words, time, after):
    s, r, _ = near_of(sentence)
    if words:
        s.timed(r, words, time)
    s.event(r, "shut", "coercion", time=time)
    near = nearness(s)
    assert near.comes_after(near.told.body[r][-1]) is after


@pytest.mark.parametrize(("day", "after"), [("2021-03-02", False), ("2021-03-03", True)])
def test_what_reports_of_later_days_tell_came_after(day, after):
    s, _, place = near_of("Guards shut the mill.")
    r = s.report("Mill shut\nThe mill is shut.", day)
    s.event(r, "shut.", "coercion", place=place)
    near = nearness(s)
    assert near.comes_after(near.told.body[r][-1]) is after


def test_what_came_after_the_main_happening_by_name_came_after():
    s, r, place = near_of("Guards shut the mill after the raid.", "Guards shut the mill before the raid.")
    for end in ("raid.", "raid."):
        s.event(r, end, "attack", place=place, time="2021-03-01")
    start = s.text(r).rindex("raid.")
    last = s.sentences(r)[-1]
    trigger = Span(start=start, end=start + 4, text="raid")
    s.events[-1] = msgspec.structs.replace(s.events[-1], id="v2", trigger=trigger, sentence=last)
    near = nearness(s)
    assert {"v2"} <= set(near.main.events)
    assert [near.comes_after(span) for span in near.told.body[r][-2:]] == [True, False]


def test_how_it_looked_is_no_later_turn():
    s, r, place = near_of("Scenes after the raid were described as carnage.", "Shops shut after the raid that Vey led.")
    s.event(r, "raid were", "attack", place=place, time="2021-03-01")
    s.event(r, "raid that", "attack", place=place, time="2021-03-01")
    s.claim(r, "described", "Scenes after the raid were")
    s.claims[-1] = msgspec.structs.replace(s.claims[-1], cue=s.span(r, "described"))
    near = nearness(s)
    assert [near.comes_later(span) for span in near.told.body[r][-2:]] == [False, True]


def test_who_tells_the_main_happening_backs_nothing_that_came_next():
    s, r, place = near_of("Shops shut over the raid.")
    s.event(r, "raid.", "attack", place=place, time="2021-03-01")
    near = nearness(s)
    shut = near.told.body[r][-1]
    assert near.main.support.origins == 2
    assert {e.id for e in near.told.events_in(shut)} <= set(near.main.events)
    assert near.follows(shut) == 1.0


def test_what_tells_the_day_in_its_own_words_is_it_again_whatever_it_was_taken_for():
    s, r, _ = near_of("On Monday at noon gunmen raided Qasira.", "On Monday a boat of the harbour office sank.")
    s.timed(r, "Monday at noon", "2021-03-01")
    s.event(r, "raided Qasira.", "coercion", time="2021-03-01")
    again, boat = (near := nearness(s)).told.body[r][-2:]
    assert not near.tells(again)
    assert near.tells_again(again)
    assert not near.tells_again(boat)


def test_an_accident_of_that_day_may_be_the_blow_and_one_of_some_time_in_the_year_is_not():
    s, r, _ = near_of("A van drove into two stalls at 9 pm.", "Gunmen shot at boats earlier this year.")
    s.timed(r, "9 pm", "2021-03-01T21:00")
    s.timed(r, "earlier this year", "2021-01-01/2021-03-02")
    s.event(r, "drove into", "accident", time="2021-03-01T21:00")
    s.event(r, "shot at", "attack", time="2021-01-01/2021-03-02")
    van, boats = (near := nearness(s)).told.body[r][-2:]
    assert near.tells_again(van)
    assert not near.tells_again(boats)


def test_what_was_last_week_or_written_before_is_not_since():
    s, r, _ = near_of("Dana Vey was mocked last week.", "Dana Vey was mocked on Tuesday.")
    s.timed(r, "last week", "2021-02-22/2021-02-28")
    s.timed(r, "Tuesday", "2021-03-02")
    old = s.report("Vey\nDana Vey was mocked.", "2021-02-20")
    near = nearness(s)
    assert [near.goes_before(span) for span in near.told.body[r][-2:]] == [True, False]
    assert near.is_written_after(near.told.body[r][-1])
    assert not near.is_written_after(near.told.body[old][-1])


def test_what_gives_no_sign_of_having_come_since_takes_nothing_on():
    s, r, _ = near_of("Guards closed the port.", "Guards had opened the mill.", "The guild owns the mill.")
    s.event(r, "closed", "coercion", time="2021-03-02")
    s.event(r, "opened", "coercion", time="2021-02-20")
    near = nearness(s)
    assert [near.takes_on(span) for span in near.told.body[r][-3:]] == [True, False, False]


def test_a_paragraph_that_opens_long_before_goes_on_there():
    s, r, _ = near_of("In 2019 the mill of Port Ada burned. Guards shut it. Bo Mar fled.\nBo Mar came back.")
    s.timed(r, "2019", "2019")
    near = nearness(s)
    assert [near.is_of_before(span) for span in near.told.body[r][-3:]] == [True, True, False]


def test_who_offers_help_only_answers_a_blow():
    s, r, place = near_of("The minister stood ready to help Qasira.", "The minister closed Qasira.")
    s.event(r, "stood ready", "support")
    s.event(r, "closed", "coercion", place=place)
    near = nearness(s)
    assert [near.only_answers(span) for span in near.told.body[r][-2:]] == [True, False]


def test_what_is_to_be_seen_takes_no_story_further():
    s, r, _ = near_of("State television broadcast footage showing guards beside the fort.", "Guards took the fort.")
    near = nearness(s)
    assert [near.stands_still(span) for span in near.told.body[r][-2:]] == [True, False]


@pytest.mark.parametrize(
    ("charge", "apart"),
    [
        ("not doing enough to rein in its friends", True),
        ("raiding Qasira with hired gunmen", False),
        ("killing its guards", False),
    ],
)
def test_who_accuses_somebody_of_something_else_blames_nobody_for_this(charge, apart):
    s, r, _ = near_of(f"Officials accused the Velian guild of {charge}.")
    near = nearness(s)
    assert near.blames_else(near.told.body[r][-1]) is apart


def test_what_a_writer_wishes_for_takes_no_story_further():
    s, r, _ = near_of(
        "The port should open its gate.",
        "Ann Lee said the mill should open its gate.",
        "The port should open the gate that Bo Mar says he shut.",
        "The empty quay is a welcome sign of peace.",
        "A court ruled that the port should open its gate.",
    )
    s.claim(r, "Ann Lee", "the mill should open its gate", s.named(r, "Ann Lee", "Ann Lee", "person"))
    s.claim(r, "Bo Mar", "he shut", s.named(r, "Bo Mar", "Bo Mar", "person"))
    near = nearness(s)
    assert [near.stands_still(span) for span in near.told.body[r][-5:]] == [True, False, True, True, False]


@pytest.mark.parametrize(
    ("sentence", "still"),
    [
        ("Dana Vey was speaking in a string of talks with papers on Monday.", True),
        ("Dana Vey was speaking at the mill when gunmen burst in.", False),
        ("Dana Vey was freed at the mill on Monday.", False),
    ],
)
def test_that_somebody_spoke_takes_no_story_further(sentence, still):
    s, r, _ = near_of(sentence)
    near = nearness(s)
    assert near.stands_still(near.told.body[r][-1]) is still


@pytest.mark.parametrize(
    ("sentence", "only"),
    [
        ("Envoys asked to see the site of the alleged raid.", True),
        ("A judge will investigate the raid.", True),
        ("The raid that judges will look into killed two.", False),
    ],
)
def test_what_only_talks_of_it_does_not_tell_it(sentence, only):
    s, r, _ = near_of(sentence)
    start = s.text(r).rindex("raid")
    found = next(x for x in s.sentences(r) if x.start <= start < x.end)
    one = msgspec.structs.replace(s.events[-1], id="v1", trigger=Span(start=start, end=start + 4, text="raid"))
    s.events.append(msgspec.structs.replace(one, sentence=found))
    near = nearness(s)
    assert near.only_mentions(near.told.body[r][-1]) is only
