"""By which sentence an entry of the timeline is told, and how much of it."""

import msgspec
import pytest

from dateline.model import EntityMention, SourceSpan
from dateline.model.edtf import bounds
from dateline.tell.heading import main_happening
from dateline.tell.near import AFTERWARDS, Nearness
from dateline.tell.said import fits
from dateline.tell.tellings import agrees, cut_short, without_dead
from dateline.tell.told import Told
from dateline.tell.tolls import Tolls
from dateline.tell.weigh import Weights
from dateline.tell.wording import dated
from tests.kit.story import StoryKit
from tests.tell.bombings import bombing, entries


def test_an_entry_is_not_told_by_the_words_of_another_day():
    s, r = bombing("A ferry sank off Tel Amar on Sunday and its owner was held.")
    s.timed(r, "Sunday", "2021-02-28")
    s.event(r, "held", "arrest", time="2021-03-02")
    assert all("ferry" not in summary for start, summary in entries(s) if start == "2021-03-02")


@pytest.mark.parametrize(
    "text",
    [
        "The work goes on,” the warden of Tavo, Ada Orr, said in a note.",
        "The guild of Tavo attacked the plan and wrote: “Nobody asked the millers first.",
        'Ada Orr said the hall was shut: "The roof has gone.',
        "Divers who came back appear on Sunday at the quay of Tavo, in a photo obtained by the guild.",
    ],
)
def test_half_a_quotation_or_a_caption_is_no_entry(text):
    s = StoryKit()
    r = s.report(f"Quay\n{text} The hall of Tavo was shut on Sunday, the guild said.", "2021-03-02")
    told = Told(s.dossier(), s.readings(), s.resolution(), s.merged())
    assert [fits(span, told) for span in told.body[r]] == [False, True]


def test_what_a_report_opens_with_is_told_though_its_day_stands_elsewhere():
    s, _ = bombing("Shops shut.")
    r = s.report("Bridge\nThe militia took the bridge of Tavo. It lost the ford of Orla.", "2021-03-02")
    s.event(r, "took", "capture_territory", time="2021-02-27/2021-03-02")
    s.event(r, "lost", "capture_territory", time="2021-02-22/2021-02-24")
    told = [summary for _, summary in entries(s)]
    assert "The militia took the bridge of Tavo." in told
    assert all("ford" not in summary for summary in told)


def test_years_are_not_told_by_a_sentence_of_one_day():
    s, r = bombing("The revolt in the hills cost a life on Friday.")
    s.timed(r, "Friday", "2021-02-26")
    told = Told(s.dossier(), s.readings(), s.resolution(), s.merged())
    span = told.body[r][-1]
    assert not agrees(span, bounds("2009/2021"), set(), told)
    assert agrees(span, bounds("2021-02-26"), set(), told)


@pytest.mark.parametrize("words", ["in revenge for the raid on the mill", "in response to the raid on the mill"])
def test_what_something_was_done_for_is_not_told(words):
    s, r = bombing(f"Guards burnt a village {words}.")
    s.event(r, "raid", "attack")
    told = Told(s.dossier(), s.readings(), s.resolution(), s.merged())
    blow = next(e for e in told.events.values() if e.trigger.text == "raid")
    assert told.landmark(blow)
    assert not told.landmark(blow, AFTERWARDS)


def test_a_weekday_of_six_days_ago_is_not_dated():
    """“Friday” in a paper of Thursday evening may be the day that has begun where it happened."""
    s = StoryKit()
    r = s.report("Bomb hits Qasira\nA bomb hit Qasira early on Friday. A bomb hit Tavo on Wednesday.", "2021-03-04")
    s.timed(r, "Friday", "2021-02-26")
    s.timed(r, "Wednesday", "2021-03-03")
    told = Told(s.dossier(), s.readings(), s.resolution(), s.merged())
    _, friday, wednesday = (SourceSpan(report=r, start=x.start, end=x.end) for x in s.sentences(r))
    assert "2021" not in dated(friday, told)[0]
    assert "Wednesday (3 March 2021)" in dated(wednesday, told)[0]


def test_the_main_entry_leaves_the_dead_to_the_counts_of_the_day():
    s = StoryKit()
    for n, number in enumerate((4, 7, 9)):
        opening = (
            f"At least {number} people were killed on Monday when a car bomb hit the market of Qasira, paper {n} wrote."
        )
        r = s.report(f"Bomb hits Qasira, {n}\n{opening}", "2021-03-02")
        place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
        s.timed(r, "Monday", "2021-03-01")
        s.event(r, "bomb", "bombing", place=place, time="2021-03-01")
        died = s.event(r, "killed", "death", place=place, time="2021-03-01")
        s.figure(r, f"At least {number} people", low=number, qualifier="at_least", event=died)
    main = next(entry for entry in s.told().timeline if not entry.summary.startswith("Killed"))
    assert main.summary.startswith(("A car bomb hit the market of Qasira", "Bomb hits Qasira"))
    assert all("people were killed" not in summary for _, summary in entries(s))


def test_a_place_and_an_agency_before_one_word_tell_nothing():
    s = StoryKit()
    r = s.report("Drill\nPORT ADA, March 3 (EXP) - DRILL. Nine boats left the harbour.", "2021-03-03")
    told = Told(s.dossier(), s.readings(), s.resolution(), s.merged())
    assert [fits(span, told) for span in told.body[r]] == [False, True]


def test_a_group_with_a_name_is_called_by_it():
    s, r = bombing("The Red Dawn has many boats. The group left the harbour of Tel Amar on Tuesday.")
    dawn = s.named(r, "Red Dawn", "Red Dawn", "group")
    at = s.span(r, "The group")
    known = s.entities[dawn]
    described = EntityMention(report=r, start=at.start, end=at.end, text=at.text, form="nominal")
    s.entities[dawn] = msgspec.structs.replace(known, mentions=(*known.mentions, described))
    s.timed(r, "Tuesday", "2021-03-02")
    s.event(r, "left", "withdrawal", time="2021-03-02")
    told = next(e for e in s.told().timeline if "harbour" in e.summary)
    assert told.summary.startswith("The Red Dawn left")
    assert any("many boats" in s.text(one.report)[one.start : one.end] for one in told.support)


def test_words_that_lean_on_nothing_tell_an_entry_before_those_of_the_group():
    s, r = bombing("The Red Dawn has many boats. The group left the harbour of Tel Amar on Tuesday.")
    other = s.report(
        "Bomb hits Qasira\nOne. Two. Three. Boats of the Red Dawn left the harbour on Tuesday.", "2021-03-02"
    )
    dawn = s.named(r, "Red Dawn", "Red Dawn", "group")
    at = s.span(r, "The group")
    known = s.entities[dawn]
    described = EntityMention(report=r, start=at.start, end=at.end, text=at.text, form="nominal")
    s.entities[dawn] = msgspec.structs.replace(known, mentions=(*known.mentions, described))
    for report in (r, other):
        s.timed(report, "Tuesday", "2021-03-02")
        s.event(report, "left", "withdrawal", time="2021-03-02", actor=dawn)
    assert [e.summary for e in s.told().timeline if "harbour" in e.summary] == [
        "Boats of the Red Dawn left the harbour on Tuesday (2 March 2021)."
    ]


def test_a_long_sentence_is_not_cut_before_its_main_clause():
    front = "On a boat that had been built at Tavo for the council of the harbour and its many guards, " * 2
    text = f"{front}called the Ada, and run by a crew that left Port Ada on Monday, a bomb was found."
    s, r = bombing(text)
    start = s.text(r).index("On a boat")
    cut = SourceSpan(report=r, start=start, end=start + text.index(", a bomb was"))
    told = Told(s.dossier(), s.readings(), s.resolution(), s.merged())
    happening = msgspec.structs.replace(told.agreement.happenings[0], told=cut)
    whole = told.sentence(r, start)
    assert cut_short(whole, happening, told) == whole
    shorter = msgspec.structs.replace(happening, told=SourceSpan(report=r, start=start, end=start + 60))
    assert cut_short(whole, shorter, told).end == start + 60


def test_a_line_that_no_stop_closes_tells_nothing_that_a_sentence_tells():
    s = StoryKit()
    for n in range(2):
        r = s.report(
            f"Bomb hits Qasira, {n}\nA car bomb hit the market of Qasira on Monday.\nThe guards shut the port of Tavo "
            "on Monday after noon\nThe guards shut the port of Tavo for two days at least.", "2021-03-02",
        )  # fmt: skip
        s.timed(r, "Monday.", "2021-03-01")
        s.timed(r, "Monday after noon", "2021-03-01")
        s.event(r, "bomb", "bombing", place=s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0)), time="2021-03-01")
        port = s.named(r, "Tavo", "Tavo", "place", (36.0, 37.0))
        s.event(r, "shut the port of Tavo on", "coercion", place=port, time="2021-03-01")
        s.event(r, "shut the port of Tavo for", "coercion", place=port, time="2021-03-01")
    assert [summary for _, summary in entries(s) if "port" in summary] == [
        "The guards shut the port of Tavo for two days at least."
    ]


@pytest.mark.parametrize(
    ("words", "fitting"),
    [
        ("NORTH PIER FERRY TERMINAL The ferry struck the bank.", False),
        ("The crew has said where the ferry struck the bank:", False),
        ("and the ferry struck the bank of the river.", False),
        ("The ferry struck the bank of the river.", True),
    ],
)
def test_signs_and_halves_of_sentences_tell_nothing(words, fitting):
    s = StoryKit()
    r = s.report(f"Ferry\nThe ferry sank.\n{words}", "2021-03-02")
    told = Told(s.dossier(), s.readings(), s.resolution(), s.merged())
    assert fits(told.body[r][-1], told) is fitting
    if words[0] == "a":
        assert Weights(told).worth(told.body[r][-1]) == 0


@pytest.mark.parametrize(
    ("words", "value", "dated_as"),
    [
        ("shortly after noon on Wednesday", "2021-03-03", "Wednesday (3 March 2021)"),
        ("at 6 pm Wednesday", "2021-03-03T18:00", "Wednesday (3 March 2021)"),
        ("this morning", "2021-03-04", "this morning (4 March 2021)"),
        ("last month", "2021-02", "last month (February 2021)"),
        ("earlier this month", "2021-03-01/2021-03-04", "earlier this month (1 to 4 March 2021)"),
        ("earlier this month", "2021-03-01/2021-03-24", "earlier this month (March 2021)"),
        ("since Wednesday", "2021-03-03/2021-03-04", "since Wednesday."),
        ("last night", "2021-03-03", "last night."),
    ],
)  # fmt: skip
def test_a_time_that_means_nothing_without_its_report_is_dated(words, value, dated_as):
    s = StoryKit()
    r = s.report(f"Bomb hits Qasira\nA bomb hit Qasira {words}.", "2021-03-04")
    s.timed(r, words, value)
    told = Told(s.dossier(), s.readings(), s.resolution(), s.merged())
    assert dated_as in dated(told.body[r][-1], told)[0]


@pytest.mark.parametrize(
    ("other", "told"), [("Friends mourned a man hit in the shelling.", 0), ("The shelling hit Tavo on Monday.", 1)]
)
def test_the_counted_dead_are_told_with_another_blow_that_no_other_sentence_tells_as_well(monkeypatch, other, told):
    s, r = bombing(f"Shelling of Tavo on Monday killed nine people. {other}")
    s.timed(r, "Monday killed", "2021-03-01")
    port = s.named(r, "Tavo", "Tavo", "place", (39.0, 36.0))
    s.event(r, "Shelling", "shelling", place=port, time="2021-03-01")
    s.event(r, "shelling", "shelling", place=port if told else None, time="2021-03-01")
    monkeypatch.setattr(Tolls, "tells_dead", lambda tolls, span: "nine" in tolls.told.text(span))
    look = Told(s.dossier(), s.readings(), s.resolution(), s.merged())
    near = Nearness(main_happening(look), look)
    shelling = next(h for h in look.agreement.happenings if h.kind == "shelling")
    spans = look.body[r][1:]
    assert list(without_dead(spans, shelling, near)) == list(spans[told:])


@pytest.mark.parametrize(("state", "told"), [("has been locked in a war", False), ("lost its port in a war", True)])
def test_what_lasts_since_a_year_tells_nothing_of_that_year(state, told):
    s, r = bombing(f"Norland {state} since early 2009 when the council of Qasira jailed a clerk.")
    s.timed(r, "early 2009", "2009")
    s.event(r, "jailed", "arrest", time="2009")
    assert any("Norland" in summary for _, summary in entries(s)) is told


def test_a_day_long_ago_is_told_though_more_goes_on_for_years():
    s, r = bombing("The council of Qasira jailed a clerk on 4 May 2019, the first of many in the past two years.")
    s.timed(r, "4 May 2019", "2019-05-04")
    s.event(r, "jailed", "arrest", time="2019-05-04")
    assert any("clerk" in summary for _, summary in entries(s))
