"""Each rule of contradiction, with a pair that contradicts and one that does not."""

import msgspec
import pytest

from dateline.merge.contradictions.details import attackers, hour, struck, vehicle
from dateline.merge.contradictions.opposed import not_yet
from dateline.merge.situation import Situation
from dateline.model import Block, Contradiction, Role
from dateline.model.report import BlockKind
from tests.kit.story import StoryKit

DAY = "2021-03-02"


def kinds(s: StoryKit) -> list[str]:
    return sorted(x.kind for x in s.merged().contradictions)


def only(s: StoryKit) -> Contradiction:
    (found,) = s.merged().contradictions
    return found


def blast(text: str, s: StoryKit | None = None, *, trigger: str = "blast", kind: str = "bombing") -> StoryKit:
    """A report of one blast in Qasira on Monday; the blast is told in the title and in the last sentence."""
    s = s or StoryKit()
    r = s.report(f"Blast in Qasira\nA blast hit Qasira on Monday. {text}", DAY, outlet=str(len(s.reports)))
    place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
    s.timed(r, "Monday", "2021-03-01")
    s.event(r, "blast", "bombing", place=place, time="2021-03-01")
    if trigger != "blast":
        s.event(r, trigger, kind, place=place, time="2021-03-01")
    return s


def test_the_vehicle_differs():
    s = blast("The attacker rammed a truck into the gate.", trigger="rammed")
    blast("The attacker rammed a car into the gate.", s, trigger="rammed")
    assert "vehicle" in only(s).why


def test_two_words_for_one_vehicle_do_not_differ():
    s = blast("The attacker rammed a truck into the gate.", trigger="rammed")
    assert kinds(blast("The attacker rammed a lorry into the gate.", s, trigger="rammed")) == []


def test_the_hour_differs_where_it_began():
    s = blast("It exploded at around 11pm local time.", trigger="exploded")
    blast("It exploded at 10.15pm local time.", s, trigger="exploded")
    assert "hour" in only(s).why


@pytest.mark.parametrize(
    ("sentence", "minutes"),
    [
        ("The raid began at about 11:30pm local time.", 1410),
        ("The ferry struck the pier just after 05:42 on Monday.", 342),
        ("The shooting ended at 10:25 p.m.", None),
        ("The council first became aware that the ferry had come under attack at 8.15 pm.", None),
        ("At 10:12 p.m. an officer reported casualties.", None),
        ("It went off about an hour before midnight.", 1380),
    ],
)
def test_only_an_onset_has_an_hour(sentence: str, minutes: int | None):
    found = hour(sentence)
    assert (found[0] if found else None) == minutes


def test_how_heavy_the_vehicle_was():
    s = blast("The attacker rammed a 12-ton lorry into the gate.", trigger="rammed")
    blast("The attacker rammed a 20-tonne, white truck into the gate.", s, trigger="rammed")
    assert "weight of the vehicle" in only(s).why
    assert kinds(s) == ["numeric"]


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("Three masked gunmen stormed the mill.", "3"),
        ("A lone attacker opened fire in the mill.", "1"),
        ("Police killed three gunmen.", None),
        ("At least three gunmen stormed the mill.", None),
    ],
)
def test_how_many_attacked(sentence: str, count: str | None):
    found = attackers(sentence)
    assert (found and found[0]) == count


def test_what_a_country_far_away_saw_is_no_detail_of_the_blast():
    s = blast("The attacker rammed a truck into the gate.", trigger="rammed")
    r = s.report(
        "Blast in Qasira\nA blast hit Qasira on Monday. In Norland a man rammed a car into a gate.", DAY, outlet="c"
    )
    s.event(
        r, "blast", "bombing", place=s.named(r, "Qasira", "Qasira", "place"), time=s.timed(r, "Monday", "2021-03-01")
    )
    far = s.named(r, "Norland", "Norland", "place", (-40.0, 100.0))
    s.places[-1] = msgspec.structs.replace(s.places[-1], precision="country")
    s.event(r, "rammed", "attack", place=far)
    assert kinds(s) == []


@pytest.mark.parametrize(
    ("sentence", "what"),
    [
        ("He rammed his car into the wall of the mission.", "around"),
        ("A bomber crashed a truck into a mission building.", "building"),
        ("He rammed the main building of the mission.", "building"),
        ("He drove into town.", None),
    ],
)
def test_what_was_hit(sentence: str, what: str | None):
    found = struck(sentence)
    assert (found[0] if found else None) == what


def test_a_car_bomb_names_no_vehicle():
    assert vehicle("A car bomb hit the market.") is None
    assert vehicle("The van was apparently used to carry out the attack.") == ("van", 4)


def test_a_detail_stands_at_the_event_in_whose_words_it_is_told():
    s = StoryKit()
    for n, vehicle_told in enumerate(("car", "truck")):
        r = s.report(
            f"Blast in Qasira\nA blast hit Qasira on Monday. After the attack in the town a bomber rammed a "
            f"{vehicle_told} full of explosives into a wall.",
            DAY, outlet=str(n),
        )  # fmt: skip
        place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
        s.timed(r, "Monday", "2021-03-01")
        for trigger, kind in (("blast", "bombing"), ("attack", "attack"), ("rammed", "bombing")):
            s.event(r, trigger, kind, place=place, time="2021-03-01")
    rammed = {e.id for e in s.events if e.trigger.text == "rammed"}
    assert [{x.a.id, x.b.id} for x in s.merged().contradictions] == [rammed]


def test_each_report_that_differs_is_shown_once_where_others_will_do():
    s = StoryKit()
    for told in ("11pm", "11pm", "10.15pm", "10.15pm", "9pm"):
        blast(f"It exploded at around {told} local time.", s, trigger="exploded")
    report = {e.id: e.report for e in s.events}
    pairs = [{report[x.a.id], report[x.b.id]} for x in s.merged().contradictions]
    assert len(pairs) == 3
    assert set().union(*pairs) == {r.id for r in s.reports}


def test_inside_one_report_each_voice_is_shown():
    s = StoryKit()
    r = s.report(
        "Blast in Qasira\nA blast hit Qasira on Monday. "
        "Police said he rammed the main building. The army said he rammed the outer wall. "
        "The governor said he had rammed the gate.",
        DAY,
    )  # fmt: skip
    place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
    s.timed(r, "Monday", "2021-03-01")
    s.event(r, "blast", "bombing", place=place, time="2021-03-01")
    for who, said in (
        ("Police", "rammed the main"),
        ("The army", "rammed the outer"),
        ("The governor", "rammed the gate"),
    ):
        claim = s.claim(r, who, said, s.named(r, who, who))
        s.event(r, said, "bombing", place=place, time="2021-03-01", claim=claim)
    assert len([x for x in s.merged().contradictions if "hit" in x.why]) == 2


def move(told: str, done: str, *, status: str = "negated", day: str = "2021-03-01") -> StoryKit:
    s = StoryKit()
    a = s.report(f"Deal stalls\n{told}", "2021-03-02")
    b = s.report(f"Convoy\n{done}", "2021-03-03")
    place = s.named((a, b), "Qasira", "Qasira", "place", (35.0, 36.0))
    s.event(a, "granted", "concession", status=status, place=place)
    s.timed(b, "Monday", day)
    s.event(b, "left", "displacement", place=place, time=day)
    return s


def test_not_yet_against_done_before():
    s = move("The rebels from Qasira had not yet been granted passage.", "About 900 rebels left Qasira on Monday.")
    assert "not yet" in only(s).why


def test_not_yet_is_no_contradiction_of_what_came_later():
    told = "The rebels from Qasira had not yet been granted passage."
    assert kinds(move(told, "About 900 rebels left Qasira on Monday.", day="2021-03-02")) == []


def test_still_to_come_stands_beside_the_nearest_report_that_tells_it_as_over():
    s = StoryKit()
    old = s.report("Convoy one\nAbout 900 rebels left Qasira on Monday.", "2021-03-02")
    near = s.report("Convoy two\nSome 900 rebels left Qasira on Monday.", "2021-03-04")
    plan = s.report("Deal\nUnder the deal rebels will be moved out of Qasira.", "2021-03-04")
    place = s.named((old, near, plan), "Qasira", "Qasira", "place", (35.0, 36.0))
    rebels = s.named((old, near, plan), "rebels", "rebels", "group")
    for report in (old, near):
        s.timed(report, "Monday", "2021-03-01")
        s.event(report, "left", "evacuation", place=place, time="2021-03-01", actor=rebels)
    s.event(plan, "moved", "evacuation", status="planned", place=place, actor=rebels)
    (found,) = not_yet([s.events], Situation(s.dossier(), s.readings(), s.resolution()))
    assert {e.report for e in s.events if e.id in (found.a.id, found.b.id)} == {near, plan}


def test_two_reasons_for_one_thing():
    s = StoryKit()
    r = s.report(
        "Delay\nThe council said the delay was caused by missing permits. "
        "The rebels said the ministry blamed the delay on a lack of buses.", DAY,
    )  # fmt: skip
    council, rebels = s.named(r, "The council", "council"), s.named(r, "The rebels", "rebels", "group")
    s.claim(r, "The council", "the delay was caused by missing permits", council)
    s.claim(r, "The rebels", "the ministry blamed the delay on a lack of buses", rebels)
    assert "reasons" in only(s).why


def test_one_reason_said_twice_is_no_contradiction():
    s = StoryKit()
    r = s.report(
        "Delay\nThe council said the delay was caused by missing permits. "
        "The rebels blamed the delay on missing permits.", DAY,
    )  # fmt: skip
    s.claim(r, "The council", "the delay was caused by missing permits", s.named(r, "The council", "council"))
    s.claim(r, "The rebels", "blamed the delay on missing permits", s.named(r, "The rebels", "rebels", "group"))
    assert kinds(s) == []


def harmed(mine: str, theirs: str) -> StoryKit:
    s = StoryKit()
    a = s.report(f"Mission\nThe ministry said {mine}.", DAY)
    b = s.report(f"Claim\nThe Red Dawn said {theirs}.", DAY)
    s.claim(a, "The ministry", mine, s.named(a, "The ministry", "ministry"))
    s.claim(b, "The Red Dawn", theirs, s.named(b, "The Red Dawn", "Red Dawn", "group"))
    return s


def test_all_staff_safe_against_invaders_killed():
    assert kinds(harmed("all staff of the mission were unharmed", "the raid had killed tens of invaders")) == [
        "factual"
    ]
    assert kinds(harmed("no mission personnel had been hurt", "it left dozens of foreigners dead")) == ["factual"]


def test_safe_staff_does_not_speak_of_villagers():
    assert kinds(harmed("all staff of the mission were unharmed", "the raid had killed ten villagers")) == []


def test_a_victory_told_as_complete_against_later_fighting():
    s = StoryKit()
    a = s.report("Victory\nThe army fully captured Qasira on Monday.", "2021-03-02")
    b = s.report("Clashes\nTroops fought rebels in Qasira on Thursday.", "2021-03-05")
    place = s.named((a, b), "Qasira", "Qasira", "place", (35.0, 36.0))
    s.timed(a, "Monday", "2021-03-01")
    s.timed(b, "Thursday", "2021-03-04")
    s.event(a, "captured", "capture_territory", place=place, time="2021-03-01")
    s.event(b, "fought", "armed_clash", place=place, time="2021-03-04")
    assert "over" in only(s).why


@pytest.mark.parametrize(
    ("denied", "expected"),
    [
        ("Troops did not shell Qasira on Monday.", ["factual"]),
        ("Troops did not shell Qasira on Monday to take it; they wanted talks.", []),
        ("Troops did not shell Qasira on Monday, they said.", ["factual"]),
    ],
)
def test_who_denies_only_the_aim_does_not_deny_the_deed(denied: str, expected: list[str]):
    s = StoryKit()
    for text in (denied, "Troops did shell Qasira on Monday."):
        r = s.report(f"Qasira\n{text}", DAY)
        place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
        army = s.named(r, "Troops", "Troops", "group")
        s.timed(r, "Monday", "2021-03-01")
        status = "negated" if text == denied else "happened"
        s.event(r, "shell", "shelling", status=status, place=place, time="2021-03-01", actor=army, target=place)
    assert kinds(s) == expected


def test_supposed_things_did_not_happen():
    s = StoryKit()
    a = s.report("Missile\nThe army did not shoot the missile down.", DAY)
    b = s.report("Missile\nHad the army shot the missile down, war would follow.", DAY)
    army = s.named((a, b), "army", "army")
    missile = s.named((a, b), "missile", "missile", "other")
    s.event(a, "shoot", "attack", status="negated", actor=army, target=missile)
    s.event(b, "shot", "attack", actor=army, target=missile)
    assert kinds(s) == []


def test_a_report_of_what_another_said_is_no_second_mouth():
    s = StoryKit()
    a = s.report("Deal\nThe mediators call it the best way to end the siege.", DAY)
    b = s.report("Deal\nThe ministry calls it, as the mediators do, the best way to end the siege.", DAY)
    s.claim(a, "The mediators", "the best way to end the siege", s.named(a, "The mediators", "mediators", "group"))
    s.claim(b, "The ministry", "the best way to end the siege", s.named(b, "The ministry", "Finance ministry"))
    assert kinds(s) == []


def revenge(first: str, second: str, days: tuple[str, str]) -> StoryKit:
    """Two reports of one bombing, each said to be revenge for a raid on Umza."""
    s = StoryKit()
    for text, words, day in ((first, first.rsplit(" ", 2)[1], days[0]), (second, second.rsplit(" ", 2)[1], days[1])):
        r = s.report(f"Blast in Qasira\nA blast hit Qasira on Monday. {text}", DAY, outlet=str(len(s.reports)))
        place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
        umza = s.named(r, "Umza", "Umza", "place", (31.0, 31.0))
        s.timed(r, "Monday", "2021-03-01")
        s.event(r, "blast", "bombing", place=place, time="2021-03-01")
        s.timed(r, f"{words} week", day)
        s.event(r, "raid", "air_strike", place=umza, time=day)
    return s


def test_the_week_of_the_blow_that_is_avenged_differs():
    words = "They called it revenge for a raid on Umza {} week."
    s = revenge(words.format("last"), words.format("this"), ("2021-02-22/2021-02-28", "2021-03-01/2021-03-07"))
    assert kinds(s) == ["temporal"]
    same = revenge(words.format("last"), words.format("last"), ("2021-02-22/2021-02-28", "2021-02-22/2021-02-28"))
    assert kinds(same) == []


@pytest.mark.parametrize(
    ("behind", "expected"), [("", ["attribution"]), (" navy", ["attribution"]), (" rebel", []), (" opposition", [])]
)
def test_two_states_that_struck_one_place(behind: str, expected: list[str]):
    s = StoryKit()
    for force, outlet in (("Marran", "a"), ("Torish", "b")):
        other = behind if outlet == "a" else ""
        r = s.report(f"Raid\nA village near Umza burned after {force}{other} air strikes there.", DAY, outlet=outlet)
        umza = s.named(r, "Umza", "Umza", "place", (31.0, 31.0))
        actor = s.named(r, force, force)
        mentions = tuple(msgspec.structs.replace(m, form="demonym") for m in s.entities[actor].mentions)
        s.entities[actor] = msgspec.structs.replace(s.entities[actor], mentions=mentions)
        event = s.event(r, "air strikes", "air_strike", place=umza, time="2021-03-01", actor=actor)
        at = s.span(r, force)
        s.events = [
            msgspec.structs.replace(e, actor=Role(text=force, start=at.start, end=at.end, entity=actor))
            if e.id == event
            else e
            for e in s.events
        ]
    assert kinds(s) == expected


def test_some_people_unhurt_do_not_contradict_others_hurt():
    s = StoryKit()
    a = s.report("Blast\nThese people were not injured.", DAY)
    b = s.report("Blast\nThe wounded people lay there.", DAY)
    s.event(a, "injured", "injury", status="negated")
    s.event(b, "wounded", "injury")
    s.events = [
        msgspec.structs.replace(e, target=Role(text="people", start=None, end=None, entity=None)) for e in s.events
    ]
    assert kinds(s) == []


def toll(*sentences: str, figures: dict[str, int]) -> StoryKit:
    """One report whose sentences each give a count in somebody's name."""
    s = StoryKit()
    r = s.report("Blast in Qasira\n" + " ".join(sentences), DAY)
    place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
    s.named(r, "Umza", "Umza", "place", (31.0, 31.0))
    s.timed(r, "Monday", "2021-03-01")
    event = s.event(r, "blast", "bombing", place=place, time="2021-03-01")
    for n, (words, best) in enumerate(figures.items()):
        who = ("Ann Lee", "Bo Roy")[n]
        claim = s.claim(r, who, words, s.named(r, who, who, "person"))
        s.figure(r, words, best=best, of="people", event=event, claim=claim)
    return s


def test_counts_of_two_towns_in_one_report_do_not_conflict():
    s = toll(
        "A blast hit Qasira on Monday.", "Ann Lee said 58 people died in Qasira.",
        "Bo Roy said 19 people died in Umza.",
        figures={"58 people": 58, "19 people": 19},
    )  # fmt: skip
    assert kinds(s) == []


def test_counts_side_by_side_in_one_report_conflict():
    s = toll(
        "A blast hit Qasira on Monday.", "Ann Lee said 58 people died.", "Bo Roy put the dead at 19 people.",
        figures={"58 people": 58, "19 people": 19},
    )  # fmt: skip
    assert kinds(s) == ["numeric"]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("The toll rose all night, and Ann Lee said 19 people died.", "Bo Roy put the dead at 58 people.", []),
        ("The toll was low, Ann Lee said: 19 people died.", "Bo Roy put the dead at 58 people.", ["numeric"]),
        ("Earlier that day Ann Lee said 19 people died.", "Bo Roy put the dead at 58 people.", []),
        ("Ann Lee had earlier said 19 people died.", "Bo Roy put the dead at 58 people.", []),
        ("Ann Lee, hurt earlier, said 19 people died.", "Bo Roy put the dead at 58 people.", ["numeric"]),
        ("Earlier Bo Roy put the dead at 58 people.", "Ann Lee said 19 people died.", ["numeric"]),
        ("Ann Lee said 19 people died.", "The river rose as Bo Roy put the dead at 58 people.", ["numeric"]),
        ("Ann Lee said 19 other weavers had died.", "Bo Roy put the dead at 58 people.", []),
    ],
)
def test_what_a_report_tells_as_its_earlier_count_conflicts_with_none(first: str, second: str, expected: list[str]):
    counted = "19 other weavers" if "weavers" in first else "19 people"
    s = toll("A blast hit Qasira on Monday.", first, second, figures={counted: 19, "58 people": 58})
    text = s.text(s.reports[0].id)
    for n, claim in enumerate(s.claims):
        who = ("Ann Lee", "Bo Roy")[n]
        cue = next(w for w in ("said", "put") if w in text[text.index(who) :][:40])
        span = s.span(s.reports[0].id, cue)
        s.claims[n] = msgspec.structs.replace(claim, cue=span)
    assert kinds(s) == expected


def test_a_risen_toll_leaves_the_lower_counts_of_its_report_behind():
    s = toll(
        "The number of dead in Qasira has risen to 58 people.", "On Monday came rain.", "It fell long.", "It was cold.",
        "All waited.", "Ann Lee said 19 people died in the blast.", "Bo Roy put the dead of the blast at 58 in all.",
        figures={"19 people": 19, "58 in all": 58},
    )  # fmt: skip
    assert kinds(s) == ["numeric"]
    s.figure(s.reports[0].id, "58 people", best=58)
    assert kinds(s) == []


def test_who_counts_alone_and_with_others_is_one_voice():
    def told(other: str) -> list[str]:
        s = StoryKit()
        r = s.report(
            f"Raid on Qasira\nA raid hit Qasira. The police and {other} put the dead at 9 people. "
            "The Coastal Observatory put the dead at 40 people.",
            DAY,
        )
        place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
        event = s.event(r, "raid", "attack", place=place, time="2021-03-01")
        joint = s.named(r, f"The police and {other}", f"police and {other}", "group")
        mentions = tuple(msgspec.structs.replace(m, form="nominal") for m in s.entities[joint].mentions)
        s.entities[joint] = msgspec.structs.replace(s.entities[joint], mentions=mentions)
        alone = s.named(r, "The Coastal Observatory", "Coastal Observatory")
        for words, who, name in (("9 people", joint, f"The police and {other}"), ("40 people", alone, "The Coastal")):
            s.figure(r, words, best=int(words.split()[0]), event=event, claim=s.claim(r, name, words, who))
        return kinds(s)

    assert told("the observatory") == []
    assert told("the mayor") == ["numeric"]


def test_a_copy_that_spells_a_name_otherwise_puts_words_into_no_second_mouth():
    def told(*origins: str) -> list[str]:
        s = StoryKit()
        for n, (name, origin) in enumerate(zip(("Zarda Front", "Sarda Movement"), origins, strict=True)):
            r = s.report(f"Raid {n}\nThe {name} said the burning lorries carried wool from Umza.", DAY, origin=origin)
            who = s.named(r, f"The {name}", name)
            s.claim(r, f"The {name}", "the burning lorries carried wool from Umza", who)
        return kinds(s)

    assert told("one", "two") == ["attribution"]
    assert told("one", "one") == []


def test_a_denial_is_set_against_the_likest_accusation_once():
    s = StoryKit()
    a = s.report("Oil\nMarra denied that its ships sold oil.", DAY)
    b = s.report("Oil\nThe envoy accused Marra of selling oil.", DAY)
    c = s.report("Oil\nThe envoy blamed Marra for the drought.", DAY)
    marra = s.named((a, b, c), "Marra", "Marra")
    s.claim(a, "Marra", "its ships sold oil", marra, stance="denies")
    s.claims[-1] = msgspec.structs.replace(s.claims[-1], content=(s.span(a, "its ships sold oil"),))
    s.event(b, "accused", "accusation", target=marra)
    s.event(c, "blamed", "accusation", target=marra)
    assert "selling oil" in only(s).why


def test_a_body_is_shown_before_a_title():
    s = StoryKit()
    first = "Truck bomb hits mill\nA truck bomb hit Qasira on Monday, the mayor told the council."
    a = s.report(first, DAY, outlet="a")
    b = s.report("Blast\nA van full of explosives hits mill in Qasira on Monday, a bomber at the wheel.", DAY)
    place = s.named((a, b), "Qasira", "Qasira", "place", (35.0, 36.0))
    for r, trigger in ((a, "bomb"), (a, "bomb hit Q"), (b, "bomber")):
        s.timed(r, "Monday", "2021-03-01")
        s.event(r, trigger, "bombing", place=place, time="2021-03-01")
    body = next(e.id for e in s.events if e.trigger.text == "bomb hit Q")
    assert body in {only(s).a.id, only(s).b.id}


def test_two_sentences_that_differ_on_two_things_are_one_contradiction():
    s = StoryKit()
    for vehicle_told, hour_told in (("car", "11pm"), ("truck", "10.15pm")):
        blast(
            f"He rammed a {vehicle_told} full of explosives into a wall, it happened at {hour_told}.",
            s,
            trigger="rammed",
        )
    assert only(s).why.startswith("the vehicle differs, the hour differs: “")
    assert only(s).why.count("truck") == 1


def test_a_difference_of_numbers_is_told_once():
    s = blast("The attacker rammed a 12-ton lorry into the gate.", trigger="rammed")
    for _ in range(2):
        blast("The attacker rammed a 20-tonne truck into the gate.", s, trigger="rammed")
    assert kinds(s) == ["numeric"]


def test_a_caption_starts_no_factual_contradiction():
    def told(kind: BlockKind) -> list[str]:
        s = blast("The attacker rammed a truck into the gate.", trigger="rammed")
        blast("The attacker rammed a car into the gate.", s, trigger="rammed")
        last = s.reports[-1]
        at = last.text.index("The attacker")
        blocks = (Block(start=0, end=at, kind="body"), Block(start=at, end=len(last.text), kind=kind))
        s.reports[-1] = msgspec.structs.replace(last, blocks=blocks)
        return kinds(s)

    assert told("body") == ["factual"]
    assert told("caption") == []


@pytest.mark.parametrize(("who", "expected"), [("these people", []), ("the villagers", ["factual"])])
def test_who_is_only_pointed_at_may_be_another(who: str, expected: list[str]):
    s = StoryKit()
    for n, (text, status) in enumerate(((f"Guards did not arrest {who}.", "negated"), (HELD, "happened"))):
        r = s.report(f"Raid in Qasira\nGuards came to Qasira.\n{text}", DAY, outlet=str(n))
        place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
        villagers = s.named(r, who if n == 0 else "the villagers", "villagers", "group")
        s.event(r, "arrest", "arrest", status=status, place=place)
        span = s.span(r, who if n == 0 else "the villagers")
        role = Role(text=span.text, start=span.start, end=span.end, entity=villagers)
        s.events[-1] = msgspec.structs.replace(s.events[-1], target=role)
    unnamed = s.entities[villagers]
    described = tuple(msgspec.structs.replace(m, form="nominal") for m in unnamed.mentions)
    s.entities[villagers] = msgspec.structs.replace(unnamed, mentions=described)
    assert kinds(s) == expected


HELD = "Guards came to arrest the villagers."
