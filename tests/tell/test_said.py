"""What the timeline tells of what was said and counted: statements, answers, the counts of a day."""

import msgspec
import pytest

from dateline.model import SourceSpan, Span, TimelineEntry
from dateline.tell import timeline
from dateline.tell.heading import main_happening
from dateline.tell.said import day_of_counts, tell_daily
from dateline.tell.shown import says_again
from dateline.tell.told import Told
from dateline.tell.tolls import Tolls
from tests.kit.story import StoryKit
from tests.tell.bombings import bombing, entries, papers


def sieges(cue):
    """The entries on a siege that four papers tell, on the day of a bombing, as what a union says or said."""
    s = StoryKit()
    for n in range(4):
        r = s.report(
            f"Bomb hits Qasira, {n}\nA car bomb hit the market of Qasira on Monday. "
            f"A union in the {n}th ward {cue} the raids amount to a siege of Tavo.", "2021-03-02",
        )  # fmt: skip
        s.timed(r, "Monday", "2021-03-01")
        s.event(r, "bomb", "bombing", place=s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0)), time="2021-03-01")
        said = s.claim(r, "A union", "the raids amount to a siege of Tavo", s.named(r, "A union", "union"))
        verb = s.span(r, cue)
        s.claims[-1] = msgspec.structs.replace(s.claims[-1], cue=verb)
        s.event(r, "siege", "coercion", time="2021-03-01", claim=said)
    return [entry.summary for entry in s.told().timeline if "siege" in entry.summary]


def test_a_view_has_no_day():
    assert sieges("said")
    assert not sieges("says")


def test_a_statement_stands_under_the_day_it_was_made():
    s, r = bombing("General Dana Vey told reporters on Sunday that the army was waiting. The boats came on Sunday.")
    vey = s.named(r, "Dana Vey", "Dana Vey", "person")
    s.timed(r, "Sunday", "2021-02-28")
    s.claim(r, "General Dana Vey", "the army was waiting", vey)
    start = s.text(r).index("told")
    s.claims[-1] = msgspec.structs.replace(s.claims[-1], cue=Span(start=start, end=start + 4, text="told"))
    assert [start for start, summary in entries(s) if "Dana Vey" in summary] == ["2021-02-28"]


def statement(text, day, value):
    """The entry of what a general said on a day, if any, with a flood that his words tell, beside a bombing."""
    s, r = bombing(text)
    s.timed(r, day, value)
    s.claim(r, "General Dana Vey", "the army was waiting", s.named(r, "Dana Vey", "Dana Vey", "person"))
    start = s.text(r).index("told")
    s.claims[-1] = msgspec.structs.replace(s.claims[-1], cue=Span(start=start, end=start + 4, text="told"))
    if "flood" in text:
        s.event(r, "flood", "hazard")
    flood = next((h.id for h in s.merged().happenings if h.kind == "hazard"), None)
    return next((entry for entry in s.told().timeline if "Dana Vey" in entry.summary), None), flood


def test_a_statement_belongs_to_the_happening_of_its_own_words():
    entry, flood = statement("General Dana Vey told reporters on Tuesday the army was waiting for a flood.", "Tuesday",
                             "2021-03-02")  # fmt: skip
    assert flood is not None
    assert entry.happening == flood


def test_a_statement_that_tells_no_happening_belongs_to_none():
    entry, _ = statement("General Dana Vey told reporters on Tuesday the army was waiting.", "Tuesday", "2021-03-02")
    assert entry.happening is None


@pytest.mark.parametrize(("value", "told"), [("2021-03-03", True), ("2021-03-04", False), ("2021-03-09", False)])
def test_nobody_said_anything_after_the_report_of_it(value, told):
    """Another clock may make it the day after."""
    entry, _ = statement("General Dana Vey told a hall on the ninth the army was waiting.", "the ninth", value)
    assert (entry is not None) is told


def test_an_answer_that_an_entry_has_told_is_not_told_again(monkeypatch):
    s, _ = bombing("")
    (told,) = s.told().timeline
    again = msgspec.structs.replace(told, summary=told.summary.replace("Monday", "Monday evening"))
    monkeypatch.setattr(timeline, "tell_answers", lambda *_: [again])
    assert len(s.told().timeline) == 1


def test_a_statement_is_not_told_in_the_words_of_an_entry():
    def entry(text, report):
        return TimelineEntry(
            start="2021-03-02", end="2021-03-02", precision="day", summary=text, happening="h",
            support=(SourceSpan(report=report, start=0, end=9),), story="s",
        )  # fmt: skip

    told = entry("Ann Lee called Monday’s ruling on the harbour a farce.", "a")
    assert says_again(entry("Ann Lee called Monday's (1 March 2021) ruling on the harbour a farce.", "b"), told)
    assert not says_again(entry("Ann Lee said that nobody in the town would leave the market.", "b"), told)


def test_the_dead_of_a_day_stand_by_number_and_vague_words_not_beside_them():
    s, r = bombing(
        "Ann Lee said at least 9 people were killed. Bo Mar said at least 9 people died. Police said 11 people were "
        "killed. Dr Cy Oda said dozens of people were killed."
    )
    place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
    for name, words, number, how in (
        ("Ann Lee", "at least 9 people were", 9, "at_least"),
        ("Bo Mar", "at least 9 people died", 9, "at_least"),
        ("Police", "11 people were", 11, "exact"),
        ("Dr Cy Oda", "dozens of people", 24, "dozens"),
    ):
        said = s.claim(r, name, words, s.named(r, name, name))
        harm = s.event(r, words, "death", place=place, time="2021-03-01")
        s.figure(r, words, best=number, qualifier=how, event=harm, claim=said)
    told = Told(s.dossier(), s.readings(), s.resolution(), s.merged())
    main = main_happening(told)
    day = day_of_counts(Tolls(main, told), "2021-03-02", list(told.figures.values()), told)
    assert day.summary == "Killed in Qasira, as counted that day: at least nine (Ann Lee; Bo Mar) and eleven (Police)."


def test_what_is_said_of_a_day_stands_behind_what_was_done_on_it():
    s, r = bombing("Ann Lee welcomed a car hunt at noon on Monday. The guards shut Tavo for two days late on Monday.")
    s.timed(r, "noon on Monday", "2021-03-01")
    s.timed(r, "late on Monday", "2021-03-01")
    s.event(r, "welcomed", "support", time="2021-03-01")
    s.event(r, "shut", "coercion", place=s.named(r, "Tavo", "Tavo", "place"), time="2021-03-01")
    words = [summary.split()[0] for _, summary in entries(s)]
    assert words.index("The") < words.index("Ann")


def test_who_only_condemns_without_a_day_makes_no_entry():
    s, (r, *_) = papers(
        "The mayor was also quick to condemn the car bomb at the market of Qasira.", "No more.", "Nor here."
    )
    s.event(r, "condemn", "accusation", time="2021-03-02")
    assert not any("quick to condemn" in summary for _, summary in entries(s))


@pytest.mark.parametrize(("since", "told"), [("On Monday", True), ("In May 2015", False)])
def test_who_claimed_an_older_blow_answers_nothing(since, told):
    text = f"Nurses worked all night. {since} the Red Dawn group claimed responsibility for a bomb in Qasira."
    s, r = bombing(text)
    s.timed(r, since, "2021-03-01" if told else "2015-05")
    assert any("claimed" in e.summary for e in s.told().timeline) is told


@pytest.mark.parametrize("words", ["told reporters on Sunday that", "posted pictures on Sunday that show"])
def test_what_one_speaker_says_has_no_grade_of_what_it_is_said_of(words):
    s, _ = bombing("Shops shut.")
    _, r = (
        s,
        s.report(
            f"Bomb\nThe car bomb in Qasira on Monday shut the market. General Dana Vey {words} the army was waiting.",
            "2021-03-02",
        ),
    )
    s.timed(r, "Monday", "2021-03-01")
    s.timed(r, "Sunday", "2021-02-28")
    place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
    s.event(r, "bomb", "bombing", place=place, time="2021-03-01")
    s.claim(r, "General Dana Vey", "the army was waiting", s.named(r, "Dana Vey", "Dana Vey", "person"))
    s.claims[-1] = msgspec.structs.replace(s.claims[-1], cue=s.span(r, words.split()[0]))
    told = s.told().timeline
    assert next(h for h in s.merged().happenings).grade == "corroborated"
    assert [e.grade for e in told if "Dana Vey" in e.summary] == (["single_source"] if "told" in words else [])


def daily(*said):
    """The rows of counts of a bombing in Qasira that a report without a count tells first: each count with its day, its
    sentence, its number and who gives it."""
    s, _ = bombing("The market was shut.", "2021-03-01")
    place = s.entities and next(iter(s.entities))
    for n, (day, sentence, number, who) in enumerate(said):
        r = s.report(f"Market toll, {n}\n{sentence}", day, outlet=str(n))
        if "Qasira" in sentence:
            s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
        words = f"{number} people"
        said_by = s.claim(r, who, f"{words} died", s.named(r, who, who, "person")) if who else None
        harm = s.event(r, "died", "death", place=place, time="2021-03-01", claim=said_by)
        s.figure(r, words, best=number, event=harm, claim=said_by, place=place)
    told = Told(s.dossier(), s.readings(), s.resolution(), s.merged())
    main = next(h for h in told.agreement.happenings if h.kind == "bombing")
    rows = list(tell_daily(main, told))
    assert len(rows) == len({day for day, *_ in said})
    counting = {r.id for r in s.reports[1:]}
    assert all({span.report for span in row.support} <= counting for row in rows)
    return [(row.start, "in Qasira" in row.summary, row.grade) for row in rows]


def test_a_row_of_counts_cites_those_who_count_and_has_their_grade():
    """The bombing is told by all; the count of the last day by one report, which does not say where."""
    assert daily(
        ("2021-03-02", "In Qasira 9 people died, Ann Lee said.", 9, "Ann Lee"),
        ("2021-03-02", "Bo Mar said 9 people died in the market of Qasira.", 9, "Bo Mar"),
        ("2021-03-03", "By now 11 people died, Cy Dow said.", 11, "Cy Dow"),
        ("2021-03-04", "Of the hurt many are dead: 14 people died.", 14, None),
    ) == [
        ("2021-03-02", True, "corroborated"),
        ("2021-03-03", False, "single_source"),
        ("2021-03-04", False, "unattributed"),
    ]  # fmt: skip


def test_counts_that_are_set_against_each_other_make_their_row_contested():
    (row,) = daily(
        ("2021-03-02", "In Qasira 9 people died, Ann Lee said.", 9, "Ann Lee"),
        ("2021-03-02", "Bo Mar said 40 people died in the market of Qasira.", 40, "Bo Mar"),
        ("2021-03-02", "Cy Dow said 40 people died in Qasira that day.", 40, "Cy Dow"),
    )  # fmt: skip
    assert row == ("2021-03-02", True, "contested")
