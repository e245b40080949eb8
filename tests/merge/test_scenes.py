"""Which happening the dead and hurt of a report are counted for."""

from datetime import date

import msgspec
import pytest

from dateline.merge.series.counted import count_of
from dateline.merge.series.scenes import Main, Scenes
from dateline.merge.situation import Situation
from tests.kit.story import StoryKit
from tests.merge.counts import series_of


def test_what_reports_are_about_is_one_scene_though_it_was_not_merged():
    s = StoryKit()
    for n, (words, trigger, kind) in enumerate((("12 people", "blast", "bombing"), ("14 people", "ambush", "attack"))):
        r = s.report(
            f"Deaths in Qasira\nA deadly {trigger} in Qasira on Monday killed {words}.", "2021-03-01", outlet=str(n)
        )
        place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
        s.timed(r, "Monday", "2021-03-01")
        event = s.event(r, trigger, kind, place=place, time="2021-03-01")
        s.figure(r, words, best=int(words[:2]), event=event)
    (toll,) = series_of(s.merged())
    assert len(toll.members) == 2


def test_two_words_in_the_head_of_one_report_count_for_what_it_is_about():
    s = StoryKit()
    leads = {
        "a": "An assault on the Qasira gate killed 40 people.",
        "b": "An assault on the Qasira gate shocked all.\nA lorry smashed through it and 46 people were killed.",
    }
    for outlet, lead in leads.items():
        r = s.report(f"Assault in Qasira\n{lead}", "2021-03-01", outlet=outlet)
        s.event(r, "Assault", "attack", time="2021-03-01")
        s.event(r, "assault", "attack", time="2021-03-01")
        event = s.event(r, "smashed", "bombing", time="2021-03-01") if outlet == "b" else s.events[-1].id
        s.figure(r, "40 people" if outlet == "a" else "46 people", best=40 if outlet == "a" else 46, event=event)
    assert len(s.merged().happenings) == 2
    assert len(series_of(s.merged())) == 1


def raid_and_flood(last):
    """A flood that one report leads with, a raid elsewhere that it recalls, and a count told after it."""
    s = StoryKit()
    r = s.report(f"Flood in Qasira\nA flood in Qasira on Monday killed four people, officials said. "
                 f"The council looked into a raid near Tavo on Sunday. {last}", "2021-03-02")  # fmt: skip
    qasira = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
    tavo = s.named(r, "Tavo", "Tavo", "place", (39.0, 44.0))
    s.timed(r, "Monday", "2021-03-01")
    s.timed(r, "Sunday", "2021-02-28")
    who = s.named(r, "officials", "officials")
    claim = s.claim(r, "officials", "A flood in Qasira on Monday killed four people", who)
    flood = s.event(r, "flood", "hazard", place=qasira, time="2021-03-01", claim=claim)
    s.event(r, "raid", "attack", place=tavo, time="2021-02-28")
    dead = s.event(r, "dead", "death", place=qasira, time="2021-03-01")
    s.figure(r, "four people", best=4, event=flood, claim=claim)
    s.figure(r, "Thirty people", best=30, event=dead)
    return s


def test_who_died_in_the_incident_is_counted_with_what_was_told_just_before():
    apart = series_of(raid_and_flood("Thirty people were dead in the incident.").merged())
    assert sorted(t.best for t in apart) == [4, 30]
    assert all(len(t.members) == 1 for t in apart)


def test_who_died_is_else_counted_with_what_the_report_is_about():
    (toll,) = series_of(raid_and_flood("Thirty people were dead by the evening.").merged())
    assert len(toll.members) == 2


def blast_and(text, when):
    """A count of a report beside one that is about a blast in Qasira, with both reports' ids."""
    s = StoryKit()
    a = s.report("Blast in Qasira\nA blast in Qasira on Monday killed 59 people.", "2021-03-01")
    b = s.report(text, when)
    qasira = s.named(a, "Qasira", "Qasira", "place", (35.0, 36.0))
    s.timed(a, "Monday", "2021-03-01")
    s.figure(a, "59 people", best=59, event=s.event(a, "blast", "bombing", place=qasira, time="2021-03-01"))
    return s, b, Main(id="h1", days=(date(2021, 3, 1), date(2021, 3, 1)), place=qasira), a


@pytest.mark.parametrize(
    ("where", "precision", "time", "mains", "joined"),
    [
        ((35.1, 36.0), "exact", "2021-03-01", 1, True),
        ((39.0, 44.0), "exact", "2021-03-01", 1, False),
        (None, "exact", "2021-03-01", 1, False),
        ((35.1, 36.0), "region", "2021-03-01", 1, False),
        ((35.1, 36.0), "exact", "2021-02-20/2021-03-05", 1, False),
        ((35.1, 36.0), "exact", "2021-03-01", 2, False),
    ],
)
def test_harm_told_alone_is_that_of_the_one_thing_that_happened_there_that_day(where, precision, time, mains, joined):
    s, b, main, a = blast_and("A quiet man\nHe liked chess. In the bay hall on Monday 60 people died.", "2021-03-02")
    hall = s.named(b, "the bay hall", "bay hall", "facility", where)
    s.places[-1] = msgspec.structs.replace(s.places[-1], precision=precision)
    s.timed(b, "Monday", time)
    died = s.event(b, "died", "death", place=hall, time=time)
    s.figure(b, "60 people", best=60, event=died)
    situation = Situation(s.dossier(), s.readings(), s.resolution())
    about = {f"{a}{n}": msgspec.structs.replace(main, id=f"h1{n or ''}") for n in range(mains)}
    scenes = Scenes(of_event={died: "h2"}, of_report=about, mains=tuple(about.values()))
    assert count_of(situation.resolution.figures[1], situation, scenes).scene == ("h1" if joined else "h2")


def test_a_toll_that_rises_weeks_later_is_that_of_the_place():
    s, b, main, a = blast_and("Toll rises\nThe death toll of the blast in Qasira rose to 61.", "2021-03-20")
    qasira = s.named(b, "Qasira", "Qasira", "place", (35.0, 36.0))
    blast = s.event(b, "blast", "bombing", place=qasira, time="2021-03-20")
    s.figure(b, "61", best=61, of="", event=blast)
    situation = Situation(s.dossier(), s.readings(), s.resolution())
    unknown = Main(id="h2", days=None, place=qasira)
    scenes = Scenes(of_event={blast: "h2"}, of_report={a: main, b: unknown}, mains=(main, unknown))
    toll = msgspec.structs.replace(situation.resolution.figures[1], place=qasira)
    assert count_of(toll, situation, scenes).scene == "h1"


def battle_and_blast(*, going_on):
    """Three reports of a battle for Qasira; the last two also of a blast at a depot there, with the dead and hurt."""
    s = StoryKit()
    status = "ongoing" if going_on else "happened"
    for n, words in enumerate(("", "A blast at the depot in Qasira on Monday killed 21 people.",
                               "A blast at the depot in Qasira on Monday killed 23 people.")):  # fmt: skip
        lead = f"Rebels and guards fought for Qasira on Monday. {words}"
        r = s.report(f"Qasira in the news\n{lead}", "2021-03-01", outlet=str(n))
        place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
        s.timed(r, "Monday", "2021-03-01")
        s.event(r, "fought", "armed_clash", place=place, time="2021-03-01", status=status)
        if words:
            blast = s.event(r, "blast", "bombing", place=place, time="2021-03-01")
            s.figure(r, f"{words[-10:-8]} people", best=int(words[-10:-8]), event=blast)
    merged = s.merged()
    (toll,) = series_of(merged)
    by_id = {h.id: h for h in merged.happenings}
    return toll, by_id[toll.happening]


@pytest.mark.parametrize(("going_on", "kind"), [(True, "bombing"), (False, "armed_clash")])
def test_what_goes_on_lends_its_scene_to_no_blow_that_is_dealt_in_it(going_on, kind):
    toll, owner = battle_and_blast(going_on=going_on)
    assert len(toll.members) == 2
    assert owner.kind == kind


def test_the_dead_of_a_battle_told_without_a_blow_stay_with_it():
    s = StoryKit()
    for n, dead in enumerate((40, 44)):
        r = s.report(f"Battle\nRebels fight for Qasira. {dead} people died on Monday.", "2021-03-01", outlet=str(n))
        place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
        s.timed(r, "Monday", "2021-03-01")
        s.event(r, "fight", "armed_clash", place=place, time="2021-03-01", status="ongoing")
        died = s.event(r, "died", "death", place=place, time="2021-03-01")
        s.figure(r, f"{dead} people", best=dead, event=died)
    merged = s.merged()
    (toll,) = series_of(merged)
    owner = next(h for h in merged.happenings if h.id == toll.happening)
    assert owner.kind == "armed_clash"


@pytest.mark.parametrize(("where", "apart"), [((35.1, 36.0), 2), (None, 1)])
def test_blows_by_two_means_are_one_scene_only_at_one_place_that_both_name(where, apart):
    s = StoryKit()
    heads = (
        ("A suicide bombing at Qasira", "bombing", "31 people"),
        ("Air raids on Qasira", "air_strike", "26 people"),
    )
    for n, (head, kind, dead) in enumerate(heads):
        name = "Tavo" if where and n else "Qasira"
        r = s.report(f"News\n{head.replace('Qasira', name)} on Monday killed {dead}.", "2021-03-01", outlet=str(n))
        place = s.named(r, name, name, "place", where if where and n else (35.0, 36.0))
        s.timed(r, "Monday", "2021-03-01")
        blow = s.event(r, head.rsplit(" ", 2)[0], kind, place=place, time="2021-03-01")
        s.figure(r, dead, best=int(dead[:2]), event=blow)
    assert len(series_of(s.merged())) == apart
