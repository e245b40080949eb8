"""What is a total of the dead and wounded, and what only a part or another matter."""

import msgspec
import pytest

from dateline.model import Role
from dateline.tell.course import spread, without_fallen
from dateline.tell.heading import main_happening
from dateline.tell.told import Told
from dateline.tell.tolls import Tolls
from dateline.tell.wholes import is_part
from tests.kit.story import StoryKit


def blast(text, figures, what="injured"):
    """A report of a blast in Qasira on 1 March and what it counts: words, number, and who says so."""
    s = StoryKit()
    r = s.report(f"Blast in Qasira\nA blast hit the market of Qasira on Monday. {text}", "2021-03-02")
    place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
    s.timed(r, "Monday", "2021-03-01")
    s.event(r, "blast", "bombing", place=place, time="2021-03-01")
    for words, number, *voice in figures:
        claim = None
        if voice:
            content = next(x for x in text.split(". ") if words in x)
            claim = s.claim(r, voice[0], content[content.index(words) :].rstrip("."), s.named(r, voice[0], voice[0]))
        harm = s.event(r, words, "injury" if what == "injured" else "death", place=place, time="2021-03-01")
        s.figure(r, words, what, best=number, event=harm, claim=claim)
    return s


def told_of(s):
    return Told(s.dossier(), s.readings(), s.resolution(), s.merged())


def wholes(s, name="wounded"):
    """The totals where all that was counted is one series of the blast."""
    told = told_of(s)
    main = main_happening(told)
    assert main is not None
    whole = next(iter(told.agreement.series))
    counted = msgspec.structs.replace(whole, members=tuple(told.figures), happening=main.id, background=False)
    told = Told(s.dossier(), s.readings(), s.resolution(), msgspec.structs.replace(told.agreement, series=(counted,)))
    return sorted(f.best for f in Tolls(main, told).whole(name))


@pytest.mark.parametrize(
    ("text", "figures", "left"),
    [
        ("40 people were hurt, and 9 people in critical condition.", [("40 people", 40), ("9 people", 9)], [40]),
        ("16 people were slightly hurt. 40 people were hurt.", [("40 people", 40), ("16 people", 16)], [40]),
        ("40 people were hurt. The clinic was treating 21 people.", [("40 people", 40), ("21 people", 21)], [40]),
        ("40 people were hurt. Dana Vey and 12 people more sat outside.", [("40 people", 40), ("12 people", 12)], [40]),
        ("40 people were hurt. An earlier count was 12 people.", [("40 people", 40), ("12 people", 12)], [12, 40]),
        ("40 people were hurt. The first 31 people sat outside.", [("40 people", 40), ("31 people", 31)], [31, 40]),
        (
            "Ann Lee said 40 people were hurt. Bo Mar said 12 people were hurt.",
            [("40 people", 40, "Ann Lee"), ("12 people", 12, "Bo Mar")],
            [12, 40],
        ),
        (
            "Ann Lee said 40 people were hurt. Ann Lee said 31 people were burnt.",
            [("40 people", 40, "Ann Lee"), ("31 people", 31, "Ann Lee")],
            [40],
        ),
    ],
)  # fmt: skip
def test_parts_of_the_wounded_are_no_total(text, figures, left):
    assert wholes(blast(text, figures)) == left


@pytest.mark.parametrize(
    ("text", "words", "left"),
    [
        ("9 people were killed.", "9 people", [9]),
        ("Guards killed the 400lb bear.", "400lb", []),
        ("More than 2,000 people have been killed since the conflict began.", "2,000 people", []),
        ("The conflict in the hills has killed 2,000 people.", "2,000 people", []),
    ],
)
def test_the_dead_of_a_war_and_pounds_are_no_toll(text, words, left):
    number = int("".join(c for c in words if c.isdigit()))
    assert wholes(blast(text, [(words, number)], "killed"), "killed") == left


@pytest.mark.parametrize(
    ("text", "words", "left"),
    [
        ("In a normal season 90 people were killed.", "90 people", []),
        ("Blasts kill 90 people in the hills every year.", "90 people", []),
        ("The fair, held every year, left 9 people dead on 1 March.", "9 people", [9]),
    ],
)
def test_what_every_year_brings_is_no_toll(text, words, left):
    s = blast(text, [(words, int(words.split()[0]))], "killed")
    if "1 March" in text:
        s.timed(s.reports[0].id, "1 March", "2021-03-01")
    assert wholes(s, "killed") == left


def test_the_dead_of_another_region_are_not_counted():
    s = blast("9 people were killed.", [("9 people", 9)], "killed")
    r = s.report("Deaths in Port Ada\n48 people died in Port Ada on Monday.", "2021-03-02")
    port = s.named(r, "Port Ada", "Port Ada", "place", (39.0, 41.0))
    s.timed(r, "Monday", "2021-03-01")
    died = s.event(r, "died", "death", place=port, time="2021-03-01")
    s.figure(r, "48 people", "killed", best=48, event=died)
    told = told_of(s)
    main = next(h for h in told.agreement.happenings if h.kind == "bombing")
    assert len(told.agreement.series) == 2
    assert [f.best for f in Tolls(main, told).whole("killed")] == [9]


def test_whom_it_drove_out_is_counted_and_no_few_of_them():
    s = blast("Shops shut.", [])
    r = s.report("Flight\n800 people fled Qasira on Monday. 9 fishermen left Qasira on Monday.", "2021-03-02")
    place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
    s.timed(r, "Monday", "2021-03-01")
    for words, trigger, of in (("800 people", "fled", "people"), ("9 fishermen", "left", "fishermen")):
        fled = s.event(r, trigger, "displacement", place=place, time="2021-03-01")
        s.figure(r, words, "displaced", best=int(words.split()[0]), of=of, event=fled, measure="flow")
    told = told_of(s)
    main = next(h for h in told.agreement.happenings if h.kind == "bombing")
    assert [f.best for f in Tolls(main, told).whole("displaced")] == [800]


@pytest.mark.parametrize(("kind", "counted"), [("concession", []), ("abduction", [22])])
def test_those_whom_it_lets_go_were_not_captured_by_it(kind, counted):
    s = StoryKit()
    r = s.report("Qasira\nA handover of 22 hostages began in Qasira on Monday.", "2021-03-02")
    place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
    s.timed(r, "Monday", "2021-03-01")
    s.figure(r, "22 hostages", "captured", best=22,
             event=s.event(r, "handover", kind, place=place, time="2021-03-01"))  # fmt: skip
    told = told_of(s)
    assert [f.best for f in Tolls(main_happening(told), told).whole("captured")] == counted


def test_the_labels_of_a_map_count_nobody():
    assert wholes(blast("6 3 5 People were hurt on this side.", [("6", 6)])) == []
    assert wholes(blast("In all 6 people were hurt on this side.", [("6 people", 6)])) == [6]


def test_who_hears_of_the_dead_is_none_of_them():
    s = blast("", [])
    r = s.report(
        "Blast\nA blast hit Qasira. His 3 brothers heard that their father had died. 40 people died.", "2021-03-02"
    )
    place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
    died = s.event(r, "died", "death", place=place, time="2021-03-01")
    s.figure(r, "3 brothers", "died", best=3, of="brothers", event=died)
    told = told_of(s)
    main = main_happening(told)
    assert main is not None
    tolls = Tolls(main, told)
    figure = next(iter(told.figures.values()))
    assert is_part(figure, told)
    tolls.series["killed"] = list(told.agreement.series)
    assert not tolls.in_part(told.sentence(figure.report, figure.start))


def test_of_equal_numbers_the_hedge_says_which_is_lower():
    s = blast("More than 50 people and 50 others and at least 50 boys fell.", [("50 others", 50)], "killed")
    (plain,) = s.figures
    more, least, up = (
        msgspec.structs.replace(plain, id=f"f{n}", qualifier=q, low=low, best=None, high=high)
        for n, (q, low, high) in enumerate((("more_than", 50, None), ("at_least", 50, None), ("up_to", None, 50)))
    )
    assert spread([more, plain, least]) == (plain, more)
    assert spread([plain, up]) == (up, plain)


def test_the_dead_of_a_bombing_of_another_day_are_none_of_this_one():
    s = blast("Ann Lee said 40 people were killed. Bo Mar said the bombing of Saturday left 9 people dead.", ())
    report = s.reports[0].id
    place = s.named(report, "Qasira", "Qasira", "place", (35.0, 36.0))
    other = s.event(report, "bombing", "bombing", place=place, time=s.timed(report, "Saturday", "2021-02-27"))
    for name, words, number, event in (("Ann Lee", "40 people", 40, s.events[0].id), ("Bo Mar", "9 people", 9, other)):
        said = s.claim(report, name, words, s.named(report, name, name))
        s.figure(report, words, best=number, event=event, claim=said)
    told = told_of(s)
    one = next(iter(told.agreement.series))
    series = tuple(
        msgspec.structs.replace(one, id=f.id, members=(f.id,), latest=f.id, happening=told.happening_of[f.event].id)
        for f in s.figures
    )
    assert len({x.happening for x in series}) == 2
    told = Told(s.dossier(), s.readings(), s.resolution(), msgspec.structs.replace(told.agreement, series=series))
    main = told.happening_of[s.events[0].id]
    assert [f.best for f in Tolls(main, told).whole("killed")] == [40]


def test_twice_the_dead_that_anybody_counts_are_others():
    s = blast("Ann Lee said 40 people were killed. The council accused the guild of killing 900 people.", ())
    report = s.reports[0].id
    s.figure(report, "40 people", best=40, event=s.events[0].id)
    agreement = s.merged()
    s.figure(report, "900 people", best=900)
    told = Told(s.dossier(), s.readings(), s.resolution(), agreement)
    tolls = Tolls(told.happening_of[s.events[0].id], told)
    assert [tolls.counts_others(span) for span in told.body[report][-2:]] == [False, True]


@pytest.mark.parametrize(("other", "holds"), [("Bo Mar", 31), ("Red Dawn", 40)])
def test_the_count_of_who_did_it_holds_only_where_there_is_no_other(other, holds):
    text = f"{other} said 31 people were killed. Red Dawn said 40 people were killed in its blast."
    s = blast(text, [("31 people", 31, other), ("40 people", 40, "Red Dawn")], "killed")
    bomber = Role(text="Red Dawn", start=None, end=None, entity=s.named(s.reports[0].id, "Red Dawn", "Red Dawn"))
    s.events[0] = msgspec.structs.replace(s.events[0], actor=bomber)
    told = told_of(s)
    main = told.happening_of[s.events[0].id]
    assert bomber.entity in main.actors
    latest = Tolls(main, told).latest("killed")
    assert latest is not None
    assert latest.best == holds


def test_the_dead_of_weeks_before_are_none_of_this_blast():
    s = blast("In January 12 people were killed. Ann Lee said 40 people were killed.", ())
    report = s.reports[0].id
    for words, number, day in (("12 people", 12, "2021-01"), ("40 people", 40, "2021-03-01")):
        s.figure(report, words, best=number, event=s.event(report, words, "death", time=day))
    assert wholes(s, "killed") == [40]


@pytest.mark.parametrize(("later", "left"), [(4, [40]), (5, [5, 40]), (50, [40, 50])])
def test_a_toll_does_not_fall_to_a_tenth(later, left):
    s = blast("40 people were killed.", [("40 people", 40)], "killed")
    r = s.report(f"Blast in Qasira\nDoctors counted {later} people.", "2021-03-04")
    s.figure(r, f"{later} people", best=later)
    figures = without_fallen(s.figures, told_of(s))
    assert sorted(f.best for f in figures) == left


@pytest.mark.parametrize(("later", "holds"), [("about", 41), ("exact", 40)])
def test_a_round_number_replaces_no_count(later, holds):
    s = blast("Ann Lee said 41 people were killed.", [("41 people", 41, "Ann Lee")], "killed")
    r = s.report("Blast in Qasira\nBo Mar said 40 people were killed.", "2021-03-04")
    harm = s.event(r, "killed", "death", place=s.events[0].place, time="2021-03-01")
    said = s.claim(r, "Bo Mar", "40 people were killed", s.named(r, "Bo Mar", "Bo Mar"))
    s.figure(r, "40 people", best=40, qualifier=later, event=harm, claim=said)
    told = told_of(s)
    main = told.happening_of[s.events[0].id]
    latest = Tolls(main, told).latest("killed")
    assert latest is not None
    assert latest.best == holds


def counted(s, name):
    """The totals of the blast, as merging has put them in series."""
    told = told_of(s)
    main = main_happening(told)
    assert main is not None
    return sorted(f.best for f in Tolls(main, told).whole(name))


@pytest.mark.parametrize(("unit", "left"), [("percent", []), ("people", [50])])
def test_a_share_is_no_number_of_people(unit, left):
    s = blast("It left the patients 50 percent hurt.", [])
    r = s.reports[0].id
    harm = s.event(r, "hurt", "injury", place=s.named(r, "Qasira", "Qasira", "place"), time="2021-03-01")
    s.figure(r, "50 percent", "injured", best=50, unit=unit, event=harm)
    assert counted(s, "wounded") == left


@pytest.mark.parametrize(("day", "left"), [("", [800]), (" on 3 March", [])])
def test_flight_that_is_only_told_later_is_of_the_blast(day, left):
    s = blast("Shops shut.", [])
    r = s.report(f"Flight\nSome 800 people are homeless in Qasira{day}.", "2021-03-03")
    place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
    if day:
        s.timed(r, "3 March", "2021-03-03")
    fled = s.event(r, "homeless", "displacement", place=place, time="2021-03-03")
    s.figure(r, "800 people", "displaced", best=800, event=fled, measure="stock")
    assert counted(s, "displaced") == left


@pytest.mark.parametrize(
    ("told", "left"),
    [
        ([("200 people", 200, "people"), ("150 Danes", 150, "Danes")], [200]),
        ([("150 Danes", 150, "Danes")], [150]),
        ([("200 people", 200, "people"), ("150 sailors", 150, "sailors")], [150, 200]),
    ],
)
def test_the_missing_of_one_people_are_some_of_them(told, left):
    s = blast(" ".join(f"There {words} are missing." for words, _, _ in told), [])
    r = s.reports[0].id
    hit = next(e.id for e in s.events)
    for words, best, of in told:
        s.figure(r, words, "missing", best=best, of=of, event=hit)
    assert counted(s, "missing") == left


@pytest.mark.parametrize(("status", "left"), [("planned", []), ("happened", [90])])
def test_whom_they_only_plan_to_move_is_not_moved(status, left):
    s = blast("Qasira moves 90 people.", [])
    r = s.reports[0].id
    moved = s.event(
        r, "moves", "evacuation", status=status, place=s.named(r, "Qasira", "Qasira", "place"), time="2021-03-01"
    )
    s.figure(r, "90 people", "evacuated", best=90, event=moved, measure="flow")
    main, told = next(h for h in told_of(s).agreement.happenings if h.kind == "bombing"), told_of(s)
    series = tuple(msgspec.structs.replace(x, happening=main.id) for x in told.agreement.series)
    told = Told(s.dossier(), s.readings(), s.resolution(), msgspec.structs.replace(told.agreement, series=series))
    assert [f.best for f in Tolls(main, told).whole("evacuated")] == left


@pytest.mark.parametrize(("word", "dead"), [("Cyclone", [4, 17]), ("quake", [4])])
def test_the_dead_found_days_later_and_elsewhere_are_those_of_the_storm_by_its_word(word, dead):
    """A storm is one by its word, a month long at most; what is called by another is another."""
    s = StoryKit()
    first = s.report("Cyclone Asta hits Vela\nCyclone Asta hit Vela on Monday and killed 4 people.", "2021-03-02")
    vela = s.named(first, "Vela", "Vela", "place", (35.0, 36.0))
    s.timed(first, "Monday", "2021-03-01")
    hit = s.event(first, "Cyclone", "hazard", place=vela, time="2021-03-01")
    s.figure(first, "4 people", "killed", best=4, event=hit, place=vela)
    later = s.report(f"17 dead\nThe {word} killed 17 people by Thursday in Orto.", "2021-03-05")
    orto = s.named(later, "Orto", "Orto", "place", (38.0, 36.0))
    s.timed(later, "Thursday", "2021-03-04")
    again = s.event(later, word, "hazard", place=orto, time="2021-03-04")
    s.figure(later, "17 people", "killed", best=17, event=again, place=orto)
    told = told_of(s)
    main = next(h for h in told.agreement.happenings if hit in h.events)
    tolls = Tolls(main, told)
    assert sorted(f.best for f in tolls.whole("killed")) == dead
    assert tolls.place_of(tolls.whole("killed")) == (vela if dead == [4] else None)


@pytest.mark.parametrize(
    ("kind", "main", "counted", "named"),
    [
        ("bombing", "Qasira", "Qasira", True),
        ("bombing", "Qasira", "Marra", True),
        ("bombing", "Qasira", "Tavo", False),
        ("bombing", "Marra", "Tavo", True),
        ("hazard", "Marra", "Tavo", True),
        ("hazard", "Qasira", "Marra", False),
        ("hazard", "Northland", "Qasira", True),
        ("hazard", "Northland", "Tavo", False),
    ],
)
def test_counts_are_of_the_main_place_where_theirs_lies_in_it_or_may_be_it(kind, main, counted, named):
    """Of a blow at one spot its country is no other place, but a storm has other dead all over the country."""
    s = StoryKit()
    r = s.report(f"Blow in {main}\nA blow hit {main} on Monday. In {counted} 9 people died.", "2021-03-02")
    where = {}
    for name, point, precision, admin in (
        ("Qasira", (35.0, 36.0), "exact", "Northland"), ("Tavo", (38.0, 36.0), "exact", "Southland"),
        ("Northland", (35.5, 36.5), "region", "Northland"), ("Marra", (36.0, 37.0), "country", None),
    ):  # fmt: skip
        where[name] = s.named(r, name, name, "place", point)
        feature = {"region": "admin1", "country": "country"}.get(precision, "town")
        s.places[-1] = msgspec.structs.replace(
            s.places[-1], country="MA", admin1=admin, precision=precision, feature=feature
        )
    s.timed(r, "Monday", "2021-03-01")
    hit = s.event(r, "blow", kind, place=where[main], time="2021-03-01")
    s.figure(r, "9 people", best=9, event=hit, place=where[counted])
    told = told_of(s)
    tolls = Tolls(told.happening_of[hit], told)
    assert tolls.main.place == where[main]
    assert (tolls.place_of(told.figures.values()) is not None) is named


def clash(*said):
    """One report of a clash in Qasira that counts dead: sentences, each with its count, noun, unit and who says so."""
    s = StoryKit()
    r = s.report(f"Clash in Qasira\nA clash shook Qasira on Monday. {' '.join(x[0] for x in said)}", "2021-03-02")
    place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
    s.timed(r, "Monday", "2021-03-01")
    hit = s.event(r, "clash", "armed_clash", place=place, time="2021-03-01")
    for sentence, number, of, unit, *voice in said:
        claim = s.claim(r, voice[0], sentence.rstrip("."), s.named(r, voice[0], voice[0])) if voice else None
        s.figure(r, f"{number} {of}", best=number, of=of, unit=unit, event=hit, claim=claim)
    return s


REBELS, BOYS = (
    ("It left 48 rebels dead.", 48, "rebels", "fighters"),
    ("It hurt and killed 3 boys.", 3, "boys", "children"),
)


@pytest.mark.parametrize(
    ("said", "toll", "deck"),
    [
        ((REBELS,), ["48 fighters were killed"], "Killed: 48 fighters, nobody"),
        ((BOYS,), ["Three children were killed"], "Killed: three children, nobody"),
        (
            (("One gunman fell: 1 gunman died.", 1, "gunman", "fighters"),),
            ["One gunman was killed"],
            "one gunman, nobody",
        ),
        ((REBELS, ("In all 90 people died.", 90, "people", "people")), ["90 people were killed"], "Killed: 90, nobody"),
        ((REBELS, BOYS), [], "One report."),
        ((("Many died, including 48 rebels.", 48, "rebels", "fighters"),), [], "One report."),
    ],
)
def test_who_alone_is_counted_is_no_part(said, toll, deck):
    """Where soldiers alone are counted they are the toll; of two groups, and of some of many, none is."""
    told = clash(*said).told()
    counts = [one.text for one in told.brief if one.topic == "how_many"]
    assert [text.split(",")[0] for text in counts if "according to" in text] == toll
    assert deck in told.deck


@pytest.mark.parametrize(("more", "part"), [((), False), ((("In all 90 people died.", 90, "people", "people"),), True)])
def test_who_alone_is_counted_is_told_once(more, part):
    told = told_of(clash(REBELS, *more))
    tolls = Tolls(next(iter(told.happenings.values())), told)
    span = next(s for spans in told.body.values() for s in spans if "48" in told.text(s))
    assert tolls.in_part(span) is part


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ([("It killed 30 people.", 30), ("Upriver 18 locals died.", 18), ("Downriver 12 men died.", 12)], [30]),
        ([("It killed 30 people, Ann Lee said.", 30, "Ann Lee"), ("Bo Mar said 24 locals died.", 24, "Bo Mar"),
          ("Cy Dow said 6 men died.", 6, "Cy Dow")], [6, 24, 30]),
        ([("It killed 30 people, Ann Lee said.", 30, "Ann Lee"), ("A paper gave a lower toll of 24 locals.", 24),
          ("Of the crew 6 men died.", 6)], [24, 30]),
        ([("It rose from 6 men.", 6), ("It was 24 locals.", 24), ("It is 30 people, Ann Lee said.", 30, "Ann Lee")],
         [6, 24, 30]),
        ([("It killed 30 people.", 30), ("It did so on 1 street, including 28 locals.", 28)], [30]),
        ([("It killed 30 people.", 30), ("Many died, among them a clerk. Bo Mar said 28 locals died.", 28, "Bo Mar")],
         [28, 30]),
    ],
)  # fmt: skip
def test_the_parts_of_a_total_are_not_its_history(said, left):
    noun = {30: "people", 12: "men", 6: "men"}
    s = clash(*((sentence, n, noun.get(n, "locals"), "people", *voice) for sentence, n, *voice in said))
    s.figures = [msgspec.structs.replace(f, of="people") for f in s.figures]
    assert sorted(wholes(s, "killed")) == left


@pytest.mark.parametrize(("low", "who", "left"), [(6, "", [18]), (12, "", [12, 18]), (6, "Bo Mar", [6, 18])])
def test_a_count_of_another_scope_that_is_at_most_half_of_its_reports_own_is_a_part(low, who, left):
    """One who counts in a town, in a report that counts in all: twelve and 18 may well be two counts of one, and what
    two give by name are rivals."""
    s = StoryKit()
    by = f", {who} said" if who else ""
    r = s.report(f"Raids\nRaids on several towns killed 18 people on Monday{by}. In Tavo {low} men died, Ann Lee said.",
                 "2021-03-02")  # fmt: skip
    tavo = s.named(r, "Tavo", "Tavo", "place", (35.0, 36.2))
    s.timed(r, "Monday", "2021-03-01")
    hit = s.event(r, "Raids", "attack", place=tavo, time="2021-03-01")
    whole = s.claim(r, who, "killed 18 people", s.named(r, who, who)) if who else None
    s.figure(r, "18 people", best=18, event=hit, claim=whole)
    said = s.claim(r, "Ann Lee", f"{low} men died", s.named(r, "Ann Lee", "Ann Lee"))
    s.figure(r, f"{low} men", best=low, event=hit, claim=said, place=tavo)
    told = told_of(s)
    assert set(told.relations.values()) == {"different_scope"}
    tolls = Tolls(told.happening_of[hit], told)
    assert sorted(f.best for f in tolls.whole("killed")) == left


@pytest.mark.parametrize(
    ("noun", "part"), [("individuals", False), ("souls", False), ("people", False), ("Marran citizens", True)]
)
def test_what_is_counted_when_everybody_is_makes_no_part(noun, part):
    s = blast(f"The blast killed 40 {noun} on Monday.", [])
    s.figure(s.reports[0].id, f"40 {noun}", "killed", best=40, of=noun)
    told = told_of(s)
    assert is_part(next(iter(told.figures.values())), told) is part
