"""Statements that only seem to contradict: of other weeks, of other deeds, of no fixed day."""

import msgspec
import pytest

from dateline.merge.contradictions.denials import denied_charges
from dateline.merge.contradictions.differing import conflicting_accounts
from dateline.merge.contradictions.opposed import denied, not_yet, outlived
from dateline.merge.contradictions.speakers import conflicting_speakers
from dateline.merge.series.counted import count_of
from dateline.merge.series.relations import relate_all
from dateline.merge.series.scenes import Scenes
from dateline.merge.situation import Situation
from dateline.model import Role
from tests.kit.story import StoryKit


def convoy(no: str, yes: str = "The army left Qasira.", *, no_day: str = "2021-03-02", yes_day: str = "2021-03-02",
           time: str | None = None) -> int:  # fmt: skip
    """How often what one report says the army did not do contradicts what another says it did."""
    s = StoryKit()
    a = s.report(f"Troops\n{no}", no_day, outlet="a")
    b = s.report(f"Troops\n{yes}", yes_day, outlet="b")
    place = s.named((a, b), "Qasira", "Qasira", "place", (35.0, 36.0))
    army = s.named((a, b), "The army", "The army")
    for r, text, status in ((a, no, "negated"), (b, yes, "happened")):
        trigger = next(w for w in ("leaving", "leave", "left") if w in text)
        s.event(r, trigger, "withdrawal", status=status, place=place, actor=army, time=time if r == b else None)
    return len(list(denied([[e] for e in s.events], Situation(s.dossier(), s.readings(), s.resolution()))))


def test_done_and_not_done_contradict_within_a_week():
    assert convoy("The army did not leave Qasira.") == 1
    assert convoy("The army did not leave Qasira.", yes_day="2021-03-09") == 1
    assert convoy("The army did not leave Qasira.", yes_day="2021-03-12") == 0


def test_what_came_after_a_denial_was_not_denied():
    assert convoy("The army did not leave Qasira.", yes_day="2021-03-05", time="2021-03-02") == 1
    assert convoy("The army did not leave Qasira.", yes_day="2021-03-05", time="2021-03-04") == 0


@pytest.mark.parametrize(
    "no",
    [
        "The army is not honest in leaving Qasira.",
        "There is nobody to leave Qasira.",
        "The army said that those who were not ready left Qasira.",
    ],
)
def test_a_denial_of_something_else(no: str):
    assert convoy(no) == 0


def test_such_deeds_are_not_told_as_done():
    assert convoy("The army did not leave Qasira.", "The army calls such leaving of Qasira a crime.") == 0
    assert convoy("The army did not leave Qasira.", "The army, it said, has not been leaving Qasira.") == 0


@pytest.mark.parametrize(("day", "count"), [("2021-03-09", 1), ("2021-03-20", 0)])
def test_a_denial_answers_what_it_is_accused_of_that_week(day: str, count: int):
    s = StoryKit()
    a = s.report("Oil\nMarra denied any involvement.", "2021-03-02")
    b = s.report("Oil\nThe envoy accused Marra of selling oil.", day)
    marra = s.named((a, b), "Marra", "Marra")
    s.claim(a, "Marra", "any involvement", marra, stance="denies")
    s.event(b, "accused", "accusation", target=marra)
    assert len(list(denied_charges(Situation(s.dossier(), s.readings(), s.resolution())))) == count


@pytest.mark.parametrize(
    ("told", "day", "count"),
    [
        ("Rebels will be moved out of Qasira.", "2021-03-04", 1),
        ("Rebels will be moved out of Qasira.", "2021-04-04", 0),
        ("The planned way by which rebels are moved out of Qasira is open.", "2021-03-04", 1),
        ("We planned how rebels are moved out of Qasira.", "2021-03-04", 0),
    ],
)
def test_still_to_come_of_the_same_days(told: str, day: str, count: int):
    s = StoryKit()
    done = s.report("Convoy\nSome 900 rebels left Qasira on Monday.", "2021-03-02")
    plan = s.report(f"Deal\n{told}", day)
    place = s.named((done, plan), "Qasira", "Qasira", "place", (35.0, 36.0))
    s.timed(done, "Monday", "2021-03-01")
    s.event(done, "left", "evacuation", place=place, time="2021-03-01")
    s.event(plan, "moved", "evacuation", status="planned", place=place)
    assert len(list(not_yet([s.events], Situation(s.dossier(), s.readings(), s.resolution())))) == count


@pytest.mark.parametrize(("due", "count"), [("2021-03-08/2021-03-14", 1), ("2021-02-22", 0)])
def test_only_a_day_ahead_is_one_by_which_an_end_is_expected(due: str, count: int):
    s = StoryKit()
    a = s.report("Front\nThe drive to free Qasira from Red Dawn takes its time.", "2021-03-02")
    b = s.report("Front\nThe army fights Red Dawn on Friday.", "2021-03-19")
    dawn = s.named((a, b), "Red Dawn", "Red Dawn", "group")
    s.timed(b, "Friday", "2021-03-19")
    s.event(a, "free", "capture_territory", status="planned", target=dawn, time=due)
    s.event(b, "fights", "armed_clash", status="ongoing", target=dawn, time="2021-03-19")
    assert len(list(outlived([[e] for e in s.events], Situation(s.dossier(), s.readings(), s.resolution())))) == count


@pytest.mark.parametrize(
    ("trigger", "times", "count"),
    [
        ("raid", ("2021-02-22/2021-02-28", "2021-03-01/2021-03-07"), 1),
        ("raids", ("2021-02-22/2021-02-28", "2021-03-01/2021-03-07"), 0),
        ("raid", ("2021-02-22~/2021-02-28~", "2021-03-01~/2021-03-07~"), 0),
    ],
)
def test_only_one_deed_of_known_days_has_two(trigger: str, times: tuple[str, str], count: int):
    s = StoryKit()
    for outlet, words, time in (("a", "last week", times[0]), ("b", "this week", times[1])):
        r = s.report(f"Raids\nTroops told of the {trigger} in Qasira {words}.", "2021-03-05", outlet=outlet)
        place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
        s.timed(r, words, time)
        s.event(r, trigger, "attack", place=place, time=time)
    found = conflicting_accounts([s.events], Situation(s.dossier(), s.readings(), s.resolution()))
    assert len(list(found)) == count


def doers(*told: tuple[str, str, tuple[str, ...]], days: tuple[str, str] = ("2021-03-02", "2021-03-02"),
          times: tuple[str | None, str | None] = (None, None)) -> int:  # fmt: skip
    """How often two reports differ on who struck Qasira: each its words, those for who acts and the bodies named."""
    s = StoryKit()
    for n, (text, actor, bodies) in enumerate(told):
        r = s.report(f"Raid\n{text}", days[n], outlet=str(n))
        place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
        for body in bodies:
            s.named(r, body.split("=")[0], body.split("=")[-1])
        event, at = s.event(r, "struck", "air_strike", place=place, time=times[n]), s.span(r, actor)
        role = Role(text=actor, start=at.start, end=at.end, entity=None)
        s.events = [msgspec.structs.replace(e, actor=role) if e.id == event else e for e in s.events]
    found = conflicting_accounts([s.events], Situation(s.dossier(), s.readings(), s.resolution()))
    return len([x for x in found if x.kind == "attribution"])


@pytest.mark.parametrize(("killed", "count"), [("the pilot", 0), ("scores", 1)])
def test_who_killed_others_did_another_deed(killed: str, count: int):
    s = StoryKit()
    for outlet, who, whom in (("a", "Marra", "scores"), ("b", "Tor", killed)):
        r = s.report(f"Deaths\n{who} killed {whom} in Qasira.", "2021-03-05", outlet=outlet)
        place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
        s.named(r, who, who)
        event = s.event(r, "killed", "attack", place=place)
        one, other = (s.span(r, words) for words in (who, whom))
        actor, target = (Role(text=x.text, start=x.start, end=x.end, entity=None) for x in (one, other))
        s.events = [msgspec.structs.replace(e, actor=actor, target=target) if e.id == event else e for e in s.events]
    found = conflicting_accounts([s.events], Situation(s.dossier(), s.readings(), s.resolution()))
    assert len(list(found)) == count


MARRA = ("Marran jets struck Qasira.", "Marran jets", ("Marran=Marra",))
TOR = ("Torish jets struck Qasira.", "Torish jets", ("Torish=Tor",))


def test_two_bodies_struck_one_place():
    assert doers(MARRA, TOR) == 1


def test_in_other_weeks_or_on_other_days_two_struck_twice():
    assert doers(MARRA, TOR, days=("2021-03-02", "2021-03-19")) == 0
    assert doers(MARRA, TOR, days=("2021-03-08", "2021-03-09"), times=("2021-03-03", "2021-03-08")) == 0


def test_the_army_of_a_state_is_the_state():
    assert doers(MARRA, ("The Marran Army struck Qasira.", "The Marran Army", ("Marran Army",))) == 0


def test_who_leads_a_force_or_acts_with_another_is_not_the_doer():
    assert doers(MARRA, ("The Torish-led force struck Qasira.", "The Torish-led force", ("Torish=Tor",))) == 0
    assert doers(MARRA, ("Torish Umzan jets struck Qasira.", "Torish Umzan jets", ("Torish=Tor", "Umzan=Umza"))) == 0


def test_what_he_said_may_be_what_the_named_said():
    def differ(source: str) -> int:
        s = StoryKit()
        a = s.report("Deal\nThe mediators call it the best way to end the siege.", "2021-03-02")
        b = s.report(f"Deal\n{source} calls it the best way to end the siege.", "2021-03-02")
        one, two = s.named(a, "The mediators", "mediators", "group"), s.named(b, source, "ministry")
        s.claim(a, "The mediators", "the best way to end the siege", one)
        s.claim(b, source, "the best way to end the siege", two)
        return len(list(conflicting_speakers(Situation(s.dossier(), s.readings(), s.resolution()))))

    assert differ("Ministry") == 1
    assert differ("It") == 0


def later_and_lower(first_day: str) -> str:
    """How a count relates to a lower one that another voice gives for a raid of 5 March."""
    s = StoryKit()
    for text, day, published in (
        ("Ann Lee said 12 people died in the raid on Qasira", first_day, "2021-03-05"),
        ("Bo Roy said 9 people died in the raid on Qasira", "2021-03-05", "2021-03-06"),
    ):
        r = s.report(f"Raid\n{text} then.", published, outlet=text[:3])
        who, number = text[:6], text.split()[3]
        claim = s.claim(r, who, text[len(who) + 6 :], s.named(r, who, who, "person"))
        s.timed(r, "then", day)
        event = s.event(r, "raid", "attack", time=day)
        s.figure(r, f"{number} people", best=int(number), event=event, claim=claim)
    known = Situation(s.dossier(), s.readings(), s.resolution())
    counts = [count_of(f, known, Scenes(of_event={}, of_report={}, mains=())) for f in s.figures]
    (relation,) = relate_all(counts, known)
    return relation.relation


def test_a_lower_count_of_another_day_is_no_conflict():
    assert later_and_lower("2021-03-05") == "conflict"
    assert later_and_lower("2021-03-04") == "evolves"
    assert later_and_lower("2021-03-01") == "evolves"


@pytest.mark.parametrize(
    ("sentence", "spell"),
    [
        ("Seven days of raids left 40 people dead.", True),
        ("Raids killed 40 people in recent days.", True),
        ("Raids killed 40 people in the past two days.", True),
        ("A raid killed 40 people on Friday.", False),
    ],
)
def test_the_dead_of_several_days_are_no_toll_of_one(sentence: str, spell: bool):
    s = StoryKit()
    r = s.report(f"Raids\n{sentence}", "2021-03-05")
    s.figure(r, "40 people", best=40)
    known = Situation(s.dossier(), s.readings(), s.resolution())
    assert (count_of(s.figures[0], known, Scenes(of_event={}, of_report={}, mains=())).era is not None) == spell


@pytest.mark.parametrize(
    ("second", "relation"),
    [
        ("Bo Roy said 9 people died in the raid.", "conflict"),
        ("Meanwhile, Bo Roy said 9 people died in the raid.", "different_scope"),
        ("Bo Roy said 9 people died in a similar rocket raid.", "different_scope"),
    ],
)
def test_a_sentence_that_begins_another_blow_counts_its_own_dead(second: str, relation: str):
    s = StoryKit()
    r = s.report(f"Raid\nAnn Lee said 12 people died in the raid. {second}", "2021-03-05")
    for who, number in (("Ann Lee", 12), ("Bo Roy", 9)):
        claim = s.claim(r, who, f"{number} people died", s.named(r, who, who, "person"))
        s.figure(r, f"{number} people", best=number, claim=claim)
    known = Situation(s.dossier(), s.readings(), s.resolution())
    counts = [count_of(f, known, Scenes(of_event={}, of_report={}, mains=())) for f in s.figures]
    assert [x.relation for x in relate_all(counts, known)] == [relation]
