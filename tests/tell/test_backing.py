"""Who stands behind a sentence that is taken over, with its day; and who counted what it counts."""

import msgspec
import pytest

from dateline.model import Agreement, EntityMention, Judgement, Ref, SourceSpan
from dateline.tell.check import unsupported
from dateline.tell.taken import grade_of, tell_span, with_speaker, without_toll
from dateline.tell.told import Told
from dateline.tell.tolls import Tolls
from dateline.tell.voices import NOBODY, credit
from dateline.tell.weigh import Weights
from dateline.tell.wording import as_sentence, listed_voices
from tests.kit.story import StoryKit
from tests.tell.stories import blast, told_of


@pytest.mark.parametrize(("origin", "grade"), [("o1", "single_source"), ("", "corroborated")])
def test_the_same_words_of_one_original_bear_nothing_out(origin, grade):
    s = StoryKit()
    for speaker in ("Guards", "Porters"):
        r = s.report(
            f"Blast\n{speaker} said a blast tore the roof off the old market of Qasira.", "2021-03-02", origin=origin
        )
        s.claim(r, speaker, "a blast tore the roof off the old market of Qasira", s.named(r, speaker, speaker, "group"))
    told = Told(s.dossier(), s.readings(), s.resolution(), Agreement(story="s1"))
    one, other = (spans[0] for spans in told.body.values())
    assert grade_of(one, [other], told) == grade


@pytest.mark.parametrize(("outlets", "grade"), [(("Post", "Post"), "unattributed"), (("Post", "Wire"), "corroborated")])
def test_what_one_outlet_writes_twice_bears_nothing_out(outlets, grade):
    s = StoryKit()
    for outlet, text in zip(
        outlets, ("A gale broke the pier of Tavo.", "The pier of Tavo fell in a gale."), strict=True
    ):
        s.report(f"Gale\n{text}", "2021-03-02", outlet=outlet)
    told = Told(s.dossier(), s.readings(), s.resolution(), Agreement(story="s1"))
    one, other = (spans[0] for spans in told.body.values())
    assert grade_of(one, [other], told) == grade


def test_who_tells_how_it_was_counts_nobody():
    s = StoryKit()
    r = s.report(
        "Fire\nA survivor described the fire that left 7 people dead. A nurse said 9 people were dead.", "2021-03-02"
    )
    for source, cue, words, number in (
        ("A survivor", "described", "the fire that left 7 people dead", 7),
        ("A nurse", "said", "9 people were dead", 9),
    ):
        claim = s.claim(r, source, words, s.named(r, source, source, "person"))
        s.claims[-1] = msgspec.structs.replace(s.claims[-1], cue=s.span(r, cue))
        s.figure(r, f"{number} people", best=number, claim=claim)
    told = told_of(s)
    said = {f.best: credit(f, told)[0] for f in told.figures.values()}
    assert said[7] == NOBODY
    assert said[9] != NOBODY


def test_a_count_and_its_history_are_one_sentence_that_names_three_counters():
    s = StoryKit()
    for n, (who, number) in enumerate((("Ann Lee", 3), ("Bo Mar", 5), ("Cy Dow", 8), ("Di Fay", 9), ("Ed Gil", 14))):
        r = s.report(
            f"Bomb hits Qasira\nA bomb hit Qasira. {who} said {number} people were killed.", f"2021-03-0{n + 1}"
        )
        place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
        s.event(r, "bomb", "bombing", place=place, time="2021-03-01")
        said = s.claim(r, who, f"{number} people were killed", s.named(r, who, who, "person"))
        killed = s.event(r, "killed", "death", place=place, time="2021-03-01", claim=said)
        s.figure(r, f"{number} people", best=number, event=killed, claim=said)
    (count,) = [x.text for x in s.told().brief if x.topic == "how_many"]
    now, _, moved = count.partition("; ")
    assert now == "14 people were killed, according to Ed Gil"
    assert moved.startswith("the reported death toll rose from three to 14 between 1 and 5 March 2021: ")
    assert moved.endswith(", among others.")
    assert moved.count(" according to ") == 3
    assert "Ed Gil" not in moved


def test_the_count_in_front_of_what_happened_is_told_apart():
    s = StoryKit()
    r = s.report(
        "Ferry sinks\nAt least 9 people were killed and 4 hurt on Monday when a ferry sank off Port Ada. "
        "At least 9 people were killed by the storm.", "2021-03-02",
    )  # fmt: skip
    s.event(r, "sank", "accident")
    told = told_of(s)
    sunk, storm = told.body[r][-2:]
    tolls = Tolls(next(iter(told.happenings.values())), told)
    assert told.text(without_toll(sunk, tolls)) == "a ferry sank off Port Ada."
    assert without_toll(storm, tolls) == storm
    assert told.lead(without_toll(sunk, tolls)) == told.lead(sunk) > 0


@pytest.mark.parametrize(("counted", "kept"), [(True, False), (False, True)])
def test_a_count_that_is_told_nowhere_else_is_not_cut(counted, kept):
    """The nine boys are no toll where others are counted too; then only their own sentence tells of them."""
    s = StoryKit()
    tail = " killing 9 boys." if not counted else " killing 9 people."
    r = s.report(f"Ferry sinks\nThe old ferry of Port Ada sank on Monday as its crew took in the nets{tail} "
                 "In all 31 people died.", "2021-03-02")  # fmt: skip
    sank = s.event(r, "sank", "accident", time="2021-03-01")
    unit, of = ("people", "people") if counted else ("children", "boys")
    s.figure(r, f"9 {of}", best=9, of=of, unit=unit, event=sank)
    if not counted:
        s.figure(r, "31 people", best=31, event=sank)
    told = told_of(s)
    cut = without_toll(told.body[r][0], Tolls(told.happening_of[sank], told))
    assert told.text(cut).endswith("9 boys.") is kept
    assert told.text(cut).endswith("took in the nets") is not kept


def test_who_said_it_stays_with_a_sentence_whose_count_was_cut():
    s = StoryKit()
    sentence = (
        "A ferry sank off Port Ada as its crew were taking in the nets killing nine people a doctor and guards said."
    )
    r = s.report(f"Ferry\n{sentence}", "2021-03-02")
    s.claim(r, "guards", sentence.split(" a doctor")[0])
    said = s.span(r, "said")
    s.claims[-1] = msgspec.structs.replace(s.claims[-1], cue=said)
    s.event(r, "sank", "accident")
    told = told_of(s)
    cut = without_toll(told.body[r][0], Tolls(next(iter(told.happenings.values())), told))
    assert with_speaker(f"{told.text(cut)}.", cut, told) == (
        "A ferry sank off Port Ada as its crew were taking in the nets, a doctor and guards said."
    )


def test_a_counter_with_a_name_is_named_before_one_without():
    s = StoryKit()
    for n, (who, number) in enumerate(
        (("A nurse", 3), ("A guard", 5), ("A baker", 6), ("Ann Lee", 8), ("Bo Mar", 9), ("Cy Dow", 14))
    ):
        r = s.report(f"Bomb hits Qasira\nA bomb hit Qasira. {who} said {number} people died.", f"2021-03-0{n + 1}")
        place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
        s.event(r, "bomb", "bombing", place=place, time="2021-03-01")
        known = None if who.startswith("A ") else s.named(r, who, who, "person")
        said = s.claim(r, who, f"{number} people died", known)
        died = s.event(r, "died", "death", place=place, time="2021-03-01", claim=said)
        s.figure(r, f"{number} people", best=number, event=died, claim=said)
    (count,) = [x.text for x in s.told().brief if x.topic == "how_many"]
    assert "Ann Lee" in count
    assert "Bo Mar" in count


def test_the_day_and_the_backing_of_a_landmark_are_not_those_of_the_sentence():
    s = blast()
    for outlet in ("c", "d"):
        r = s.report(
            "Qasira shuts\nShops of the old town of Qasira were shut after the blast. A blast shut Qasira on Monday.",
            "2021-03-03", outlet=outlet,
        )  # fmt: skip
        s.timed(r, "Monday", "2021-03-01")
        first, again = s.text(r).index("blast."), s.text(r).index("blast shut")
        assert first < again
        s.event(r, "blast.", "bombing", time="2021-03-01")
        s.event(r, "blast shut", "bombing", time="2021-03-01")
    told = told_of(s)
    shut, blown = told.body[r][-2:]
    assert {told.happening_of[e.id].id for e in told.events_in(shut)} == {
        told.happening_of[e.id].id for e in told.events_in(blown)
    }
    sentence = tell_span(shut, "what", told)
    assert "2021" not in sentence.text
    assert len(sentence.support) == 1
    cut = SourceSpan(report=r, start=shut.end - len("the blast."), end=shut.end)
    assert "1 March 2021" in tell_span(cut, "what", told).text


def test_no_day_is_put_behind_the_landmark_of_another():
    s = blast()
    for words in ("", " after the blast", " at once"):
        r = s.report(
            f"Guards shut Qasira\nGuards of the council shut the port of Qasira{words or ' on Tuesday'}.", "2021-03-03"
        )
        port = s.named(r, "the port of Qasira", "Port", "facility")
        s.event(r, "shut the", "coercion", target=port, time="2021-03-02")
        if not words:
            s.timed(r, "Tuesday", "2021-03-02")
        if "blast" in words:
            s.event(r, "blast", "bombing", time="2021-03-01")
    t = s.report("Port\nGuards of the council shut the port of Qasira on Tuesday, it said.", "2021-03-04")
    s.event(t, "shut the", "coercion", target=s.named(t, "the port of Qasira", "Port", "facility"), time="2021-03-02")
    s.timed(t, "Tuesday", "2021-03-02")
    told = told_of(s)
    after, alone = (next(x for xs in told.body.values() for x in xs if w in told.text(x)) for w in ("after", "at once"))
    assert "(2 March 2021)" in tell_span(alone, "what", told).text
    assert "2021" not in tell_span(after, "what", told).text


def test_voices_that_are_two_in_one_stand_last():
    assert listed_voices(["A", "B and C", "D"]) == "A, D, and B and C"
    assert listed_voices(["A", "D"]) == "A and D"
    assert listed_voices(["B and C"]) == "B and C"
    assert listed_voices(["B and C", "D and E"]) == "B and C, and D and E"


def test_who_tells_only_what_went_before_backs_no_news():
    s = StoryKit()
    for day, more in (("2021-03-02", "The Red Dawn freed 30 sailors seized off Qasira in May 2014."),
                      ("2021-03-03", "The council remembers the sailors seized off Qasira in May 2014.")):  # fmt: skip
        r = s.report(f"Sailors\n{more}", day)
        s.timed(r, "May 2014", "2014-05")
        s.event(r, "seized", "abduction", time="2014-05")
        if "freed" in more:
            s.event(r, "freed", "concession", time="2021-03-01")
            news = s.span(r, more)
            span = SourceSpan(report=r, start=news.start, end=news.end)
    told = told_of(s)
    assert any(h.background and len(h.events) == 2 for h in told.agreement.happenings)
    assert {one.report for one in tell_span(span, "what", told).support} == {span.report}


@pytest.mark.parametrize(("last", "worth"), [("2021-03-05", True), ("2021-04-05", False)])
def test_a_weekday_of_any_week_is_not_told_where_reports_run_on(last, worth):
    s = StoryKit()
    r = s.report("Blast\nA bomb hit the fish market in Qasira early on Friday.", "2021-03-04")
    s.timed(r, "Friday", "2021-02-26")
    s.report("Qasira\nThe fish market of Qasira is open.", last)
    told = told_of(s)
    assert (Weights(told).worth(told.body[r][-1]) > 0) is worth


def test_the_month_behind_a_relative_time_is_the_calendars():
    assert not unsupported("It was shut last month (May 2019).", "It was shut last month.")
    assert unsupported("It was shut in May 2019.", "It was shut last month.")


def test_who_says_it_behind_a_joint_has_a_name():
    s = StoryKit()
    r = s.report("Blast\nAnn Lee saw the blast. But she ran to the pier and called for the boats.", "2021-03-02")
    lee = s.named(r, "Ann Lee", "Ann Lee", "person")
    at = s.text(r).index("she ran")
    pronoun = EntityMention(report=r, start=at, end=at + 3, text="she", form="pronoun")
    known = s.entities[lee]
    s.entities[lee] = msgspec.structs.replace(known, mentions=(*known.mentions, pronoun))
    told = told_of(s)
    assert as_sentence(told.body[r][-1], told)[0] == "Ann Lee ran to the pier and called for the boats."


def test_two_voices_in_one_sentence_do_not_bear_each_other_out():
    s = StoryKit()
    r = s.report("Salt\nA paper in Tavo alleged on Monday that Norland hid its salt, as a guild told the court.",
                 "2021-03-02")  # fmt: skip
    s.claim(r, "A paper in Tavo", "Norland hid its salt", s.named(r, "A paper in Tavo", "paper"))
    s.claim(r, "a guild", "told the court", s.named(r, "a guild", "guild"))
    told = told_of(s)
    assert tell_span(told.body[r][0], "what", told).grade == "single_source"


def told_by_two(first, other, day="2021-03-02"):
    """What two papers say of one seizure of boats off Tavo; the first paper's sentence as the brief takes it over."""
    s = StoryKit()
    for text, published in ((first, "2021-03-02"), (other, day)):
        r = s.report(f"Boats\n{text}", published)
        if "Monday" in text:
            s.timed(r, "Monday", "2021-03-01")
        s.event(r, "seized", "coercion", time="2021-03-01", target=s.named(r, "boats of Norland", "boats"))
    one, two = (Ref(type="event", id=e.id) for e in s.events)
    s.judgements.append(
        Judgement(id="j1", at="2021-03-03T00:00:00Z", by="Ada", why="", verdict="same", target=one, other=two)
    )
    told = told_of(s)
    assert [len(h.events) for h in told.agreement.happenings] == [2]
    span = next(spans for spans in told.body.values() if told.text(spans[0]) == first)[0]
    return tell_span(span, "what", told)


@pytest.mark.parametrize(
    ("first", "other", "backed"),
    [
        ("Guards of Tavo seized boats of Norland on Monday.",
         "The port of Tavo had boats of Norland seized at dawn.", 2),
        ("Norland promised Tavo to punish a captain who seized boats of Norland.",
         "Guards of Tavo seized boats of Norland at dawn and brought their crews to the mill.", 1),
        ("Norland promised Tavo to punish a captain who seized boats of Norland.",
         "Norland told Tavo on Monday it will punish a captain who seized boats of Norland.", 2),
        ("Norland denied any part in the raid of the captain who seized boats of Norland off Tavo.",
         "Norland denied it, but captains who seized boats of Norland sailed from the mill under its flag.", 2),
    ],
)  # fmt: skip
def test_who_tells_only_what_a_sentence_names_aside_does_not_back_it(first, other, backed):
    assert len({x.report for x in told_by_two(first, other).support}) == backed


@pytest.mark.parametrize(("day", "backed"), [("2021-02-26", 1), ("2021-02-28", 2), ("2021-03-02", 2)])
def test_no_report_backs_what_came_after_it(day, backed):
    sentence = told_by_two("Guards of Tavo seized boats of Norland on Monday.",
                           "The port of Tavo had boats of Norland seized at dawn.", day)  # fmt: skip
    assert len({x.report for x in sentence.support}) == backed
