"""What a situation is about, and how the page says how broad its ground is."""

import msgspec
import pytest

from dateline.model import Block
from dateline.tell.heading import is_led_with
from dateline.tell.told import Told
from tests.merge.build import Situation, three_reports


def caption(situation, report, words):
    """Mark some words of a report as a caption."""
    at = situation.span(report, words)
    end = len(situation.text(report))
    blocks = [(0, at.start, "body"), (at.start, at.end, "caption"), (at.end, end, "body")]
    changed = tuple(Block(start=a, end=b, kind=kind) for a, b, kind in blocks if b > a)
    situation.reports = [msgspec.structs.replace(r, blocks=changed) if r.id == report else r for r in situation.reports]


def test_what_only_a_caption_tells_is_not_the_headline():
    s = Situation()
    r = s.report(
        "Militia captures Qasira bridge\n"
        "Smoke rises after a shelling of the town of Tel Amar on Monday.\n"
        "The militia captured the bridge of Qasira on Monday.",
        "2021-03-02",
    )
    caption(s, r, "Smoke rises after a shelling of the town of Tel Amar on Monday.")
    amar = s.named(r, "Tel Amar", "Tel Amar", "place", (36.5, 38.0))
    qasira = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
    s.timed(r, "Monday", "2021-03-01")
    s.event(r, "shelling", "shelling", place=amar, time="2021-03-01")
    s.event(r, "captured", "capture_territory", place=qasira, time="2021-03-01")
    told = s.told()
    assert told.title == "Capture, Qasira"
    assert all("Tel Amar" not in sentence.text for sentence in told.brief)
    assert all("Tel Amar" not in entry.summary for entry in told.timeline)


def test_the_released_are_the_news_and_not_their_kidnapping():
    s = Situation()
    text = (
        "Militia releases 12 kidnapped sailors\nThe Red Dawn group released 12 kidnapped sailors in Qasira on Monday."
    )
    for outlet in ("Morning Wire", "Evening Post"):
        r = s.report(text, "2021-03-01", outlet=outlet)
        place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
        s.timed(r, "Monday", "2021-03-01")
        s.event(r, "released", "concession", place=place, time="2021-03-01")
        s.event(r, "kidnapped", "abduction", place=place, time="2021-03-01")
    assert s.told().title == "Release, Qasira"


def test_a_word_in_capitals_that_marks_a_text_is_no_happening():
    s = Situation()
    for outlet in ("Morning Wire", "Evening Post"):
        r = s.report(
            f"EXERCISE: Storm hits Qasira, writes {outlet}\nA storm hit Qasira on Monday.", "2021-03-01", outlet=outlet
        )
        place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
        s.timed(r, "Monday", "2021-03-01")
        s.event(r, "EXERCISE", "deployment", place=place, time="2021-03-01")
        s.event(r, "storm", "hazard", place=place, time="2021-03-01")
    assert s.told().title == "Storm, Qasira"


def test_the_deck_counts_reports_originals_and_counters():

    assert three_reports().told().deck == ("Three reports, but two originals. Killed: 31, by one counter.")


def test_originals_that_open_with_what_may_be_the_same_happening_count_for_it():
    s = Situation()
    for outlet, noun, kind in (
        ("Morning Wire", "attack", "attack"), ("Evening Post", "attack", "attack"), ("Day", "dead", "death"),
        ("Week", "dead", "death"), ("Bay", "dead", "death"), ("Sea", "dead", "death"),
    ):  # fmt: skip
        words = "An attack hit the market" if noun == "attack" else "Many are dead at the market"
        r = s.report(f"{words}, writes {outlet}\n{words} of Qasira on Monday.", "2021-03-02", outlet=outlet)
        place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
        s.timed(r, "Monday", "2021-03-01")
        s.event(r, noun, kind, place=place, time="2021-03-01")
    whole = s.merged()
    attack = max(whole.happenings, key=lambda h: len(h.events))
    by_word = {word: tuple(e.id for e in s.events if e.trigger.text == word) for word in ("attack", "dead")}
    first = msgspec.structs.replace(attack, kind="attack", events=by_word["attack"])
    again = msgspec.structs.replace(first, id="h2", kind="death", events=by_word["dead"])

    def led(*happenings):
        agreement = msgspec.structs.replace(whole, happenings=happenings)
        return is_led_with(first, Told(s.dossier(), s.readings(), s.resolution(), agreement))

    assert led(first, again)
    assert not led(first)
    assert not led(first, msgspec.structs.replace(again, start="2021-02-20", end="2021-02-20"))


def test_a_storm_told_of_two_towns_on_two_days_is_one_that_the_reports_open_with():
    s = Situation()
    for outlet, town, day, date in (
        ("Morning Wire", "Qasira", "Monday", "2021-03-01"), ("Evening Post", "Qasira", "Monday", "2021-03-01"),
        ("Day", "Tel Amar", "Thursday", "2021-03-04"), ("Week", "Tel Amar", "Thursday", "2021-03-04"),
        ("Bay", "Tel Amar", "Thursday", "2021-03-04"), ("Sea", "Tel Amar", "Thursday", "2021-03-04"),
    ):  # fmt: skip
        r = s.report(f"Storm hits {town}, writes {outlet}\nA storm hit {town} on {day}.", "2021-03-05", outlet=outlet)
        place = s.named(r, town, town, "place", (35.0, 36.0) if town == "Qasira" else (36.5, 38.0))
        s.timed(r, day, date)
        s.event(r, "Storm", "hazard", place=place, time=date)
    whole = s.merged()
    told = Told(s.dossier(), s.readings(), s.resolution(), whole)
    smaller = min(whole.happenings, key=lambda h: len(h.events))
    assert len(smaller.events) == 2
    assert is_led_with(smaller, told)
    assert not is_led_with(msgspec.structs.replace(smaller, kind="accident"), told)


def test_a_storm_read_with_its_name_is_called_by_its_noun():
    s = Situation()
    for outlet in ("Morning Wire", "Evening Post"):
        r = s.report(f"Cyclone Ada hits, writes {outlet}\nCyclone Ada hit Qasira.", "2021-03-01", outlet=outlet)
        place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
        s.event(r, "Cyclone Ada", "hazard", place=place, time="2021-03-01")
    assert s.told().title == "Cyclone, Qasira"


def test_a_situation_is_called_by_a_place_that_sentences_name():
    """One report only carries its town over to the storm that the other says hit the port."""
    s = Situation()
    texts = (
        "Storm in Qasira\nA storm hit Qasira on Monday.",
        "Storm on Monday\nA storm came on Monday.\nTel Amar sent help.",
    )
    for n, text in enumerate(texts):
        r = s.report(text, "2021-03-02", outlet=str(n))
        name, at = ("Qasira", (35.0, 36.0)) if "Qasira" in text else ("Tel Amar", (35.1, 36.1))
        s.timed(r, "Monday", "2021-03-01")
        s.event(r, "storm", "hazard", place=s.named(r, name, name, "place", at), time="2021-03-01")
    assert s.told().title == "Storm, Qasira"


def test_a_plan_bears_the_title_of_its_report():
    s = Situation()
    r = s.report("Council weighs raid\nThe council wants to raid the fort of Qasira on Friday.", "2021-03-01")
    place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
    s.timed(r, "Friday", "2021-03-05")
    s.event(r, "raid", "attack", status="planned", place=place, time="2021-03-05")
    assert s.told().title == s.dossier().story.title
    s.events = [msgspec.structs.replace(e, status="happened") for e in s.events]
    assert s.told().title == "Raid, Qasira"


def titled(*reports, kind="attack", trigger="attack", title=True, origin=""):
    """Reports of one matter in Qasira on Monday, each with its title and first sentence."""
    s = Situation()
    for n, (head, text) in enumerate(reports):
        r = s.report(f"{head}\n{text}", "2021-03-02", outlet=str(n), origin=origin)
        place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
        s.event(r, trigger, kind, place=place, time="2021-03-01")
    if not title:
        s.reports = [msgspec.structs.replace(r, title=None, title_span=None) for r in s.reports]
    return s


@pytest.mark.parametrize(
    ("titles", "heading"),
    [
        (("Attack hits Qasira", "Gunmen strike Qasira", "Qasira market struck"), "Attack, Qasira"),
        (("Attack hits Qasira", "Gunmen strike", "Market struck", "Qasira in fear"), "Attack hits Qasira"),
        (("Guards line Qasira amid attack concerns",) * 3, "Guards line Qasira amid attack concerns"),
        (("Qasira tends victims of possible attack",) * 3, "Qasira tends victims of possible attack"),
        (("Qasira holds attack drill",) * 3, "Qasira holds attack drill"),
        (("Fears grow in Qasira after attack",) * 3, "Attack, Qasira"),
    ],
)  # fmt: skip
def test_a_situation_is_called_by_a_noun_that_titles_give_it_as_a_fact(titles, heading):
    texts = [f"An attack hit the market of Qasira, wrote reporter {n}." for n in range(len(titles))]
    assert titled(*zip(titles, texts, strict=True)).told().title == heading


@pytest.mark.parametrize(("trigger", "heading"), [("bumped", "Accident in Qasira 0"), ("crash", "Crash, Qasira")])
def test_a_mishap_that_has_no_noun_of_its_own_bears_its_title(trigger, heading):
    head = "Accident" if trigger == "bumped" else "Crash"
    reports = [(f"{head} in Qasira {n}", f"Two trains {trigger} at Qasira, wrote reporter {n}.") for n in range(2)]
    assert titled(*reports, kind="accident", trigger=trigger).told().title == heading


def test_a_sickness_is_called_by_its_name():
    reports = [(f"Salt flu in Qasira {n}", f"Salt flu struck Qasira, wrote reporter {n}.") for n in range(2)]
    assert titled(*reports, kind="hazard", trigger="Salt flu").told().title == "Salt flu, Qasira"


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("An attack hit the market of Qasira on Monday. The attack came at dawn.", "Attack, Qasira"),
        ("Gunmen raided the port of Qasira today. The attack came at dawn.", "Gunmen raided the port of Qasira today"),
        ("It did. Qasira burns. An attack?", "Qasira"),
        ("It did. An attack?", "Morning Wire, 2 March 2021"),
    ],
)  # fmt: skip
def test_a_story_without_titles_still_has_a_heading(text, heading):
    s = Situation()
    r = s.report(f"-\n{text}", "2021-03-02", outlet="Morning Wire")
    place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0)) if "Qasira" in text else None
    s.event(r, "attack", "attack", place=place, time="2021-03-01")
    s.reports = [msgspec.structs.replace(x, title=None, title_span=None) for x in s.reports]
    assert s.told().title == heading


def test_one_untitled_report_is_not_called_by_what_it_tells_in_passing():
    text = (
        "A storm hit the port of Qasira on Monday. "
        + "The council of the port talked of salt prices all that week. " * 6
    )
    assert titled(("-", text), kind="hazard", trigger="storm", title=False).told().title == text[:40]
    assert titled(("-", text[:70]), kind="hazard", trigger="storm", title=False).told().title == "Storm, Qasira"


@pytest.mark.parametrize("sailors", ["21 Qasira sailors", "21 Tel Amar sailors"])
def test_a_place_that_only_says_who_is_meant_is_not_where_it_was(sailors):
    s = Situation()
    spots = {"Qasira": (35.0, 36.0), "Tel Amar": (35.1, 36.1)}
    for name, at in spots.items():
        people = sailors if name in sailors else "21 sailors"
        where = "" if name in sailors else f" in {name}"
        r = s.report(f"Release of sailors\nMilitia released {people}{where}.", "2021-03-02", outlet=name)
        s.event(r, "released", "concession", place=s.named(r, name, name, "place", at), time="2021-03-01")
        s.figure(r, people, "freed", best=21)
    assert s.told().title == f"Release, {next(name for name in spots if name not in sailors)}"
