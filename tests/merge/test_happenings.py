"""Events -> happenings: what is one, what is not, and in which order reports come does not matter."""

import itertools

import msgspec
import pytest

from dateline.merge import merge_story
from dateline.model import Judgement, Published, Ref
from tests.kit.story import StoryKit, grouped, three_reports


def members(agreement, kind):
    """The events of each happening of a kind."""
    return [set(h.events) for h in agreement.happenings if h.kind == kind]


def test_one_bombing_in_three_reports_is_one_happening():
    s = three_reports()
    bombings = members(s.merged(), "bombing")
    assert len(bombings) == 1
    assert {e.report for e in s.events if e.id in bombings[0]} == {r.id for r in s.reports}


def test_another_town_shelled_the_same_evening_stays_apart():
    s = three_reports()
    shelled = next(e.id for e in s.events if e.kind == "shelling")
    assert {shelled} in members(s.merged(), "shelling")


def test_two_air_strikes_of_like_wording_on_two_towns_stay_apart():
    s = StoryKit()
    a = s.report("Strike on Qasira\nAir strikes hit Qasira late on Monday, residents said.", "2021-03-02")
    b = s.report("Strike on Tel Amar\nAir strikes hit Tel Amar late on Monday, residents said.", "2021-03-02")
    one = s.named(a, "Qasira", "Qasira", "place", (35.0, 36.0))
    two = s.named(b, "Tel Amar", "Tel Amar", "place", (36.5, 38.0))
    for r, place in ((a, one), (b, two)):
        s.timed(r, "Monday", "2021-03-01")
        s.event(r, "Air strikes", "air_strike", place=place, time="2021-03-01")
    assert len(s.merged().happenings) == 2


def test_days_apart_are_two_happenings():
    s = StoryKit()
    a = s.report("March in Qasira\nThousands joined a march in Qasira on Monday.", "2021-03-01")
    b = s.report("March in Qasira\nThousands joined a march in Qasira on Friday.", "2021-03-05")
    place = s.named((a, b), "Qasira", "Qasira", "place", (35.0, 36.0))
    for r, words, day in ((a, "Monday", "2021-03-01"), (b, "Friday", "2021-03-05")):
        s.timed(r, words, day)
        s.event(r, "march", "protest", place=place, time=day)
    assert len(s.merged().happenings) == 2


def test_gunfire_after_a_blast_is_not_the_blast():
    s = StoryKit()
    texts = ("Blast in Qasira\nA huge blast shook Qasira on Monday.\nGunfire followed at the Qasira gate.",
             "Qasira blast\nA blast rocked Qasira on Monday.\nHeavy gunfire was then heard in Qasira.")  # fmt: skip
    for n, text in enumerate(texts):
        r = s.report(text, "2021-03-01", outlet=str(n))
        place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
        s.timed(r, "Monday", "2021-03-01")
        s.event(r, "blast", "bombing", place=place, time="2021-03-01")
        s.event(r, "Gunfire" if n == 0 else "gunfire", "attack", place=place)
    kinds = {e.id: e.kind for e in s.events}
    told = sorted((sorted({kinds[e] for e in h.events}), len(h.events)) for h in s.merged().happenings)
    assert [kind for kind, _ in told] == [["attack"]] * (len(told) - 1) + [["bombing"]]
    assert sum(count for _, count in told) == 4


def test_a_planned_evacuation_is_no_evacuation():
    s = StoryKit()
    r = s.report("Buses wait\nBuses were to evacuate families from Qasira on Monday.", "2021-03-01")
    place = s.named(r, "Qasira", "Qasira", "place")
    s.event(r, "evacuate", "evacuation", status="planned", place=place)
    (happening,) = s.merged().happenings
    assert happening.status == "planned"


def test_plan_then_fulfilment_are_stages_and_the_latest_status_holds():
    s = StoryKit()
    a = s.report("Qasira evacuation\nThe evacuation of the Qasira hospital is planned for Monday.", "2021-02-28")
    b = s.report("Qasira evacuation\nThe evacuation of the Qasira hospital took place on Monday.", "2021-03-02")
    place = s.named((a, b), "Qasira", "Qasira", "place", (35.0, 36.0))
    for r, status in ((a, "planned"), (b, "happened")):
        s.timed(r, "Monday", "2021-03-01")
        s.event(r, "evacuation", "evacuation", status=status, place=place, time="2021-03-01")
    (happening,) = s.merged().happenings
    assert happening.status == "happened"
    assert [e.status for i in happening.stages for e in s.events if e.id == i] == ["planned", "happened"]


def test_a_deal_is_not_the_deals_before_it():
    s = StoryKit()
    r = s.report(
        "Deal reached\nThe two sides reached a deal on Qasira.\nEarlier deals on Qasira had failed.", "2021-03-01"
    )
    s.event(r, "deal", "agreement")
    s.event(r, "deals", "agreement")
    assert len(s.merged().happenings) == 2


def test_order_of_reports_and_events_does_not_matter():
    s = three_reports()
    expected = msgspec.json.encode(s.merged())
    for order in itertools.permutations(range(3)):
        dossier = s.dossier(order)
        readings = sorted(s.readings(), key=lambda r: [x.id for x in dossier.reports].index(r.report))
        resolution = msgspec.structs.replace(s.resolution(), events=tuple(reversed(s.resolution().events)))
        assert msgspec.json.encode(merge_story(dossier, readings, resolution)) == expected


def ref(event):
    return Ref(type="event", id="gone", report=event.report, start=event.trigger.start, end=event.trigger.end)


@pytest.mark.parametrize("verdict", ["same", "not_same"])
def test_a_judgement_holds_over_fresh_ids(verdict):
    s = three_reports()
    shelled = next(e for e in s.events if e.kind == "shelling")
    bombs = [e for e in s.events if e.kind == "bombing"]
    pair = (shelled, bombs[0]) if verdict == "same" else (bombs[1], bombs[0])

    def together():
        (one,) = (h for h in s.merged().happenings if pair[0].id in h.events)
        return pair[1].id in one.events

    assert together() == (verdict == "not_same")
    s.judgements.append(
        Judgement(id="j1", at="2021-03-03T00:00:00Z", by="ana", why="read both", verdict=verdict,
                  target=ref(pair[0]), other=ref(pair[1]))
    )  # fmt: skip
    assert together() == (verdict == "same")


def test_an_undone_judgement_does_not_count():
    s = three_reports()
    shelled = next(e for e in s.events if e.kind == "shelling")
    bomb = next(e for e in s.events if e.kind == "bombing")
    s.judgements += [
        Judgement(id="j1", at="2021-03-03T00:00:00Z", by="ana", why="", verdict="same", target=ref(shelled),
                  other=ref(bomb)),
        Judgement(id="j2", at="2021-03-03T01:00:00Z", by="ana", why="", verdict="undo", target=ref(shelled),
                  value="j1"),
    ]  # fmt: skip
    assert {shelled.id} in members(s.merged(), "shelling")
    assert any(bomb.id in events for events in members(s.merged(), "bombing"))


def test_a_rejected_event_is_in_no_happening():
    s = three_reports()
    shelled = next(e for e in s.events if e.kind == "shelling")
    before = [h for h in s.merged().happenings if h.kind != "shelling"]
    s.judgements.append(
        Judgement(id="j1", at="2021-03-03T00:00:00Z", by="ana", why="misread", verdict="reject", target=ref(shelled))
    )
    assert [h.events for h in s.merged().happenings] == [h.events for h in before] != []


def test_the_attack_points_back_to_the_blast_that_the_report_is_about():
    s = StoryKit()
    r = s.report(
        "Blast at Qasira market\nA blast tore through the Qasira market on Monday.\nTraders had just opened.\n"
        "The Red Dawn group said it was behind the attack.",
        "2021-03-01",
    )
    s.event(r, "Blast", "bombing")
    s.event(r, "blast", "bombing", time=s.timed(r, "Monday", "2021-03-01"))
    s.event(r, "attack", "attack")
    assert grouped(s) == [["Blast", "attack", "blast"]]


def test_what_follows_in_the_same_sentence_is_another_blow():
    s = StoryKit()
    r = s.report(
        "Blast at Qasira market\nA blast shook Qasira on Monday.\nHousewives fled.\n"
        "The blast was followed by gunfire and an explosion at the inn.",
        "2021-03-01",
    )
    first = s.event(r, "blast", "bombing")
    second = s.event(r, "gunfire", "attack")
    third = s.event(r, "explosion", "bombing")
    s.event(r, "blast was", "bombing")
    told = [set(h.events) & {first, second, third} for h in s.merged().happenings]
    assert sorted(map(sorted, filter(None, told))) == sorted([[first], [second], [third]])


def test_a_deal_is_a_deal_whatever_the_reader_took_its_first_word_for():
    s = StoryKit()
    for outlet in ("a", "b"):
        r = s.report("Qasira\nThe two sides keep to the evacuation deal on Qasira.", "2021-03-01", outlet=outlet)
        s.event(r, "evacuation deal" if outlet == "a" else "deal", "evacuation" if outlet == "a" else "agreement")
    assert grouped(s) == [["deal", "evacuation deal"]]


def test_news_half_a_year_later_is_other_news():
    def told(later):
        s = StoryKit()
        for day, count in (("2021-03-01", 21), (later, 82)):
            r = s.report(f"Red Dawn frees men\nRed Dawn released {count} fishermen on a quay.\nThe mayor wept.", day)
            s.event(r, "released", "concession")
        return len(s.merged().happenings)

    assert told("2021-03-02") == 1
    assert told("2021-09-20") == 2


def test_a_day_behind_another_trigger_is_not_lent():
    s = StoryKit()
    a = s.report("Fishermen freed\nThe fishermen kidnapped in 2018 were freed.", "2021-03-01")
    b = s.report("Fishermen freed\nThe fishermen were freed on Monday.", "2021-03-01", outlet="b")
    s.event(a, "kidnapped", "abduction", time=s.timed(a, "2018", "2018"))
    s.event(a, "freed.", "concession", time="2018")
    s.event(b, "freed on", "concession", time=s.timed(b, "Monday", "2021-03-01"))
    assert grouped(s) == [["freed on", "freed."]]


def test_what_was_judged_apart_is_not_joined_by_a_third():
    s = StoryKit()
    reports = [s.report(f"Blast in Qasira\nA blast shook Qasira on Monday. {n}", "2021-03-01", outlet=n) for n in "abc"]
    place = s.named(tuple(reports), "Qasira", "Qasira", "place", (35.0, 36.0))
    for r in reports:
        s.event(r, "blast", "bombing", place=place, time=s.timed(r, "Monday", "2021-03-01"))
    assert len(grouped(s)) == 1
    a, b = s.events[0], s.events[1]
    s.judgements.append(
        Judgement(id="j1", at="2021-03-03T00:00:00Z", by="ana", why="", verdict="not_same", target=ref(a), other=ref(b))
    )
    assert not any({a.id, b.id} <= set(h.events) for h in s.merged().happenings)


def test_the_named_and_the_described_may_be_the_same_but_two_names_are_not():
    def told(first, second):
        s = StoryKit()
        for outlet, who in (("a", first), ("b", second)):
            r = s.report(f"Statement\n{who} condemned the siege of Qasira.", "2021-03-01", outlet=outlet)
            s.event(r, "condemned", "accusation", actor=s.named(r, who, who, "group"))
        return len(s.merged().happenings)

    assert told("Red Dawn", "Red Dawn") == 1
    assert told("Red Dawn", "Blue Coast") == 2


def test_a_verb_that_says_nothing_by_itself_is_no_blow():
    s = StoryKit()
    r = s.report(
        "Blast in Qasira\nA blast shook Qasira on Monday.\nThe wounded were brought in by boat to Qasira.", "2021-03-01"
    )
    place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
    s.event(r, "blast", "bombing", place=place, time=s.timed(r, "Monday", "2021-03-01"))
    s.event(r, "brought in", "attack", place=place, time="2021-03-01")
    assert sorted(len(h.events) for h in s.merged().happenings) == [1, 1]


def test_what_a_sentence_puts_after_the_blast_is_not_the_blast():
    def told(sentence):
        s = StoryKit()
        a = s.report("Blast in Qasira\nA blast shook the Qasira gate on Monday.\nShops shut.", "2021-03-01")
        b = s.report(
            f"Blast in Qasira\nA blast shook the Qasira gate on Monday.\nShops shut.\n{sentence}", "2021-03-02"
        )
        for r in (a, b):
            s.event(r, "blast", "bombing", time=s.timed(r, "Monday", "2021-03-01"))
        assault = s.event(b, "attacked", "attack")
        s.event(b, "the blast", "bombing")
        return next(set(h.events) for h in s.merged().happenings if assault in h.events) == {assault}

    assert told("Gunmen attacked the gate after the blast, fighting with guards.")


def test_nobody_joins_a_group_with_which_its_report_sets_it_apart():
    s = StoryKit()
    for outlet in "abde":
        r = s.report("Raid on the Qasira inn\nA raid hit the Qasira inn on Monday.", "2021-03-01", outlet=outlet)
        place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
        s.event(r, "Raid", "attack", place=place)
        s.event(r, "raid", "attack", place=place, time=s.timed(r, "Monday", "2021-03-01"))
    c = s.report("Qasira\nThe raid on the Qasira inn came after Raid One on the Qasira inn on Monday.", "2021-03-01")
    day, place = s.timed(c, "Monday", "2021-03-01"), s.named(c, "Qasira", "Qasira", "place", (35.0, 36.0))
    one = s.event(c, "raid", "attack", place=place, time=day)
    two = s.event(c, "Raid", "attack", place=place, time=day)
    homes = [h for h in s.merged().happenings if {one, two} & set(h.events)]
    assert len(homes) == 2
    assert max(len(h.events) for h in homes) == 9


def test_what_points_back_finds_its_happening_before_what_comes_after_it():
    s = StoryKit()
    r = s.report(
        "Attack on the Qasira gate\nAn attack hit the Qasira gate on Monday.\nShops shut.\nBuses stood still.\n"
        "Gunmen attacked the gate after the assault.",
        "2021-03-01",
    )
    s.event(r, "Attack", "attack")
    first = s.event(r, "attack", "attack", time=s.timed(r, "Monday", "2021-03-01"))
    later, assault = s.event(r, "attacked", "attack"), s.event(r, "assault", "attack")
    home = next(set(h.events) for h in s.merged().happenings if first in h.events)
    assert assault in home
    assert later not in home


def test_a_verb_of_little_meaning_counts_where_both_tell_of_one_kind():
    def together(kind):
        s = StoryKit()
        for outlet, who in (("a", "Many weary families"), ("b", "Two red buses")):
            text = f"{who} left Qasira by the north road."
            r = s.report(f"Market day\nIt was noon.\nStalls opened.\n{text}", "2021-03-02", outlet=outlet)
            place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
            s.event(r, "left", "evacuation" if outlet == "a" else kind, place=place)
        return bool(grouped(s))

    assert together("evacuation")
    assert not together("withdrawal")


def test_a_month_that_opens_a_sentence_ends_what_it_looks_back_on():
    def together(opening):
        s = StoryKit()
        a = s.report("Qasira\nAn explosion hit the Qasira post on Friday.", "2021-11-12")
        b = s.report(
            f"Qasira\n{opening}, the group filmed the ruins left by an explosion at the Qasira post.", "2021-11-12"
        )
        s.event(a, "explosion", "bombing", time=s.timed(a, "Friday", "2021-11-12"))
        s.timed(b, opening, "2021-10" if "October" in opening else "2021-11")
        s.event(b, "filmed", "accusation")
        s.event(b, "explosion", "bombing")
        return any(len(h.events) == 2 for h in s.merged().happenings)

    assert together("In November")
    assert not together("In October")


def test_what_happened_earlier_this_year_is_not_the_news_of_the_day():
    """The range of “earlier this year” ends with the day of the report; what it tells is older all the same."""
    s = StoryKit()
    a = s.report("Attack in Qasira\nGunmen attacked the consulate in Qasira on Monday.", "2021-11-09")
    b = s.report(
        "Qasira attack\nThe consulate in Qasira was attacked, as it was attacked earlier this year.", "2021-11-09"
    )
    place = s.named((a, b), "Qasira", "Qasira", "place", (35.0, 36.0))
    s.timed(a, "Monday", "2021-11-08")
    s.event(a, "attacked", "attack", place=place, time="2021-11-08")
    s.timed(b, "earlier this year", "2021-01-01/2021-11-09")
    s.event(b, "attacked earlier", "attack", place=place, time="2021-01-01/2021-11-09")
    assert len(s.merged().happenings) == 2


@pytest.mark.parametrize(
    ("day", "told", "background"),
    [
        ("2021-02-08", "The flood drowned four farmers on 8 February.", False),
        ("2020-02-08", "The flood drowned four farmers on 8 February 2020.", True),
        ("2021-02-08", "The mayor spoke. The council sat. The flood had drowned four farmers on 8 February.", True),
    ],
)
def test_what_reports_lead_with_weeks_later_is_no_background(day, told, background):
    s = StoryKit()
    for outlet in ("a", "b"):
        report = s.report(f"Anger in Qasira ({outlet})\n{told} Nobody was warned.", "2021-03-01", outlet=outlet)
        s.event(report, "drowned", "death", time=s.timed(report, "8 February", day))
    assert [h.background for h in s.merged().happenings] == [background]


@pytest.mark.parametrize(
    ("day", "early", "late", "background"),
    [
        ("2020-02-10", ("a",), ("b", "c", "d"), True),
        ("2020-02-10", ("a",), ("a", "b", "c", "d"), True),
        ("2020-02-10", ("a", "e"), ("b", "c", "d"), False),
        ("2020-02-10", ("a",), ("b", "c"), False),
        ("2021-01-10", ("a",), ("b", "c", "d"), False),
    ],
    ids=["a year before", "by one of them", "by two", "beside two", "weeks before"],
)
def test_what_one_original_told_long_before_the_others_is_background(day, early, late, background):
    """Two seasons' floods; the reports of the later one are the news."""
    s = StoryKit()
    for outlet in early:
        report = s.report(
            f"Flood drowns farmers ({outlet})\nThe Orla drowned four farmers on Monday.", day, outlet=outlet
        )
        s.event(report, "drowned", "death", time=s.timed(report, "Monday", day))
    for outlet in late:
        report = s.report(f"Bridge gone ({outlet})\nThe Orla wrecked a bridge on Friday.", "2021-03-01", outlet=outlet)
        s.event(report, "wrecked", "destruction", time=s.timed(report, "Friday", "2021-02-26"))
    assert {h.background for h in s.merged().happenings if h.kind == "death"} == {background}


def test_the_dead_and_hurt_of_a_sentence_are_of_the_blow_it_tells_before_or_behind():
    s = StoryKit()
    r = s.report("Marran\nIt was noon.\nSome 11 were killed and 25 were injured in a raid on Marran.", "2021-03-02")
    for trigger, kind in (("killed", "death"), ("injured", "injury"), ("raid", "air_strike")):
        s.event(r, trigger, kind)
    assert [len(h.events) for h in s.merged().happenings] == [3]


def test_the_hurt_of_a_sentence_without_a_blow_are_with_its_dead():
    s = StoryKit()
    r = s.report("Marran\nIt was noon.\nIn Marran 11 were killed and 25 were injured.", "2021-03-02")
    s.event(r, "killed", "death")
    s.event(r, "injured", "injury")
    assert [len(h.events) for h in s.merged().happenings] == [2]


def test_that_raid_is_the_one_told_just_before():
    s = StoryKit()
    r = s.report(
        "Gas attack on Marran\nA gas attack on Marran killed nine.\nMany died in a gas attack on Qasira in 2003.\n"
        "The council blamed the army for that attack.",
        "2021-03-02",
    )
    gas = s.event(r, "attack on Marran killed", "attack")
    old = s.event(r, "attack on Qasira", "attack")
    that = s.event(r, "attack.", "attack")
    home = {e: h.id for h in s.merged().happenings for e in h.events}
    assert home[that] == home[old] != home[gas]


def test_the_label_of_a_headline_names_what_it_tells():
    s = StoryKit()
    r = s.report("Norport derailment: nine hurt after tram overturns\nIt was noon.", "2021-03-02")
    port = s.named(r, "Norport", "Norport", "place", (35.0, 36.0))
    s.event(r, "derailment", "accident", place=port)
    s.event(r, "overturns", "accident", place=port)
    assert [len(h.events) for h in s.merged().happenings] == [2]


def test_reports_that_came_out_some_time_later_tell_of_one_happening():
    s = StoryKit()
    for text in ("A ferry sank off Qasira on Monday.", "The ferry sank on Monday near Qasira."):
        r = s.report(text, "2021-03-01")
        undated = Published(bounds="2021-03-01/..")
        s.reports[-1] = msgspec.structs.replace(s.reports[-1], published=undated)
        place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
        s.timed(r, "Monday", "2021-03-01")
        s.event(r, "sank", "accident", place=place, time="2021-03-01")
    assert len(s.merged().happenings) == 1
