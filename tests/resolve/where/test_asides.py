"""What a report tells of another event than its own keeps the place and the time of that event."""

from dateline.model import Resolution, TimeMention
from tests.resolve.written import Written, named, resolve

LEAD = "A truck hit the market in [Aleppo|place] on Wednesday. Ten people were hurt in [Aleppo|place]. It closed.\n"


def timed(written: Written, *words: str) -> Written:
    spans = [written.span(word) for word in words]
    written.times = [TimeMention(start=s.start, end=s.end, text=s.text, type="date") for s in spans]
    return written


def at(got: Resolution, trigger: str) -> tuple[str | None, str | None]:
    event = next(e for e in got.events if e.trigger.text == trigger)
    return named(got, event.place), event.time


def aside(text: str) -> Written:
    written = Written(LEAD + text).event("hit", "accident", place="Aleppo").event("hurt", "injury", place="Aleppo")
    return written.event("air strikes", "air_strike", place="Homs")


def test_the_incident_is_the_one_told_before() -> None:
    written = aside(
        "The army said the air strikes last week in [Homs|place] were an error. Troops had been surrounded. "
        "Some 30 civilians were killed in the incident."
    )
    written.event("surrounded", "coercion").event("killed", "death").figure("30 civilians", 30, "killed")
    got = resolve(timed(written, "Wednesday", "last week"))
    assert at(got, "air strikes") == at(got, "surrounded") == at(got, "killed") == ("Homs", "2021-05-31/2021-06-06")
    assert (named(got, got.figures[0].place), got.figures[0].time) == ("Homs", "2021-05-31/2021-06-06")


def test_the_strikes_are_those_told_before_and_not_of_the_report_s_day() -> None:
    written = aside("Envoys spoke of the air strikes in [Homs|place]. The strikes killed several children.")
    got = resolve(timed(written.event("killed", "death"), "Wednesday"))
    assert at(got, "killed") == ("Homs", None)
    assert "elsewhere" in next(e.time_why for e in got.events if e.trigger.text == "killed")


def test_the_strikes_are_the_report_s_own_where_it_has_such() -> None:
    written = Written(
        "An air strike hit the market in [Aleppo|place] on Wednesday. Ten people were hurt in [Aleppo|place].\n"
        "Envoys spoke of the air strikes in [Homs|place]. The strikes killed several children."
    )
    written.event("air strike", "air_strike", place="Aleppo").event("hurt", "injury", place="Aleppo")
    written.event("air strikes", "air_strike", place="Homs").event("killed", "death")
    assert at(resolve(timed(written, "Wednesday")), "killed")[0] == "Aleppo"


def test_a_round_up_of_many_places_has_no_asides() -> None:
    written = aside(
        "Shells fell in [Raqqa|place]. A bomb exploded in [Damascus|place]. The army said the air strikes in "
        "[Homs|place] were an error. Some 30 civilians were killed in the incident."
    )
    written.event("fell", "shelling", place="Raqqa").event("exploded", "bombing", place="Damascus")
    assert at(resolve(timed(written.event("killed", "death"), "Wednesday")), "killed")[0] != "Homs"


def test_the_incident_is_the_report_s_own_where_its_sentence_tells_of_that_too() -> None:
    written = aside(
        "The crash is the worst since air strikes in [Homs|place]. A woman wept when she heard of the incident, "
        "in which her brother was lost."
    )
    written.event("crash", "accident").event("lost", "death")
    assert at(resolve(timed(written, "Wednesday")), "lost")[0] == "Aleppo"


def test_what_an_attack_avenges_lends_it_neither_place_nor_day() -> None:
    written = Written(
        "Gunmen stormed the post in [Aleppo|place] on Wednesday. They called the attack a reprisal for strikes in "
        "[Homs|place] last week."
    )
    written.event("stormed", "attack", place="Aleppo").event("attack", "attack", place="Homs", time="last week")
    got = resolve(timed(written, "Wednesday", "last week"))
    assert at(got, "attack") == ("Aleppo", "2021-06-09")


def test_bodies_are_taken_from_the_scene_and_not_from_where_people_left() -> None:
    written = Written(
        "A bomb hit buses in [Rashidin|place]. They had left [Foua|place]. Crews carried 20 bodies from the site of "
        "the blast."
    )
    written.event("hit", "bombing", place="Rashidin").event("left", "evacuation", place="Foua")
    written.event("carried", "evacuation").event("blast", "bombing")
    assert at(resolve(written), "carried")[0] == "Rashidin"


def test_the_two_towns_need_no_mention_of_the_reader() -> None:
    written = Written(
        "Residents of [Foua|place] and [Kefraya|place], the villages, waited. Guards were let out of the two mountain "
        "villages which rebels besiege."
    ).event("besiege", "coercion")
    assert at(resolve(written), "besiege")[0] == "Foua"


def test_nobody_believes_on_a_day() -> None:
    written = Written("On Wednesday, rebels were believed to be behind an attack in [Homs|place].")
    written.event("attack", "attack", place="Homs").claim(None, "were believed to", "be behind an attack in Homs")
    assert at(resolve(timed(written, "Wednesday")), "attack") == ("Homs", "2021-06-09")


def test_what_is_judged_or_goes_on_has_no_day() -> None:
    written = Written(
        "A bomb hit buses in [Homs|place] on Wednesday. Priests say the pacts amount to a forced exile after years "
        "of shellfire. Those who are displaced stay away."
    )
    written.event("hit", "bombing", place="Homs").event("forced exile", "coercion")
    got = resolve(
        timed(written.event("shellfire", "shelling").event("displaced", "displacement", after="Those"), "Wednesday")
    )
    assert {e.trigger.text: e.time for e in got.events} == {
        "hit": "2021-06-09", "forced exile": None, "shellfire": None, "displaced": None,
    }  # fmt: skip


def test_several_similar_deals_are_not_the_one_of_friday() -> None:
    written = Written("Envoys signed a deal on Wednesday.\nThe war has seen several similar deals.")
    written.event("deal", "agreement", time="Wednesday").event("deals", "agreement")
    got = resolve(timed(written, "Wednesday"))
    assert [e.time for e in got.events] == ["2021-06-09", None]


def test_the_day_carried_on_is_that_of_the_story_and_not_one_counted_from_it() -> None:
    written = Written(
        "A bomb hit buses in [Homs|place] on Wednesday, full of people who had left the day before. "
        "A driver detonated a car bomb and killed 22 people."
    )
    written.event("hit", "bombing", place="Homs").event("left", "evacuation", time="the day before")
    got = resolve(timed(written.event("killed", "death"), "Wednesday", "the day before"))
    assert [e.time for e in got.events] == ["2021-06-09", "2021-06-08", "2021-06-09"]


def test_a_figure_of_what_is_planned_has_no_time() -> None:
    written = Written("They left [Homs|place] on Wednesday. Some 300 people will be moved out under the deal.")
    written.event("left", "evacuation", place="Homs").event("moved", "evacuation", status="planned")
    got = resolve(timed(written.figure("300 people", 300, "evacuated", counted="300 people"), "Wednesday"))
    assert [f.time for f in got.figures] == [None]
