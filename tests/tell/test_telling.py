"""Timeline and brief: nothing that no sentence says, each claim with its speaker, the same in any order."""

import re

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model import SourceSpan
from dateline.tell import tell_story
from dateline.tell.check import holds, unsupported
from dateline.tell.told import Told
from dateline.tell.wording import listed, say_number
from tests.merge.build import Situation, three_reports


@pytest.fixture(scope="module")
def story():
    return three_reports()


def quoted(story, support):
    texts = {r.id: r.text for r in story.reports}
    return " ".join(texts[s.report][s.start : s.end] for s in support)


def test_every_number_of_the_brief_stands_in_its_support(story):
    for sentence in story.told().brief:
        bare = re.sub(r"(?:\d{1,2} and )?\d{1,2} [A-Z]\w+ \d{4}", "", sentence.text)
        assert set(re.findall(r"\d+", bare)) <= set(re.findall(r"\d+", quoted(story, sentence.support)))


def test_a_count_names_its_informant(story):
    counts = [s.text for s in story.told().brief if s.topic == "how_many"]
    assert any("31" in text and "Harbour Council" in text for text in counts)


def test_the_timeline_shows_the_bombing_once_with_both_originals(story):
    merged = story.merged()
    bombing = next(h for h in merged.happenings if h.kind == "bombing")
    entries = [t for t in story.told().timeline if t.happening == bombing.id and "counted" not in t.summary]
    assert len(entries) == 1
    assert {s.report for s in entries[0].support} == {r.id for r in story.reports}
    assert (entries[0].start, entries[0].precision) == ("2021-03-01", "day")


def test_spans_lie_in_their_reports(story):
    lengths = {r.id: len(r.text) for r in story.reports}
    told = story.told()
    for span in (s for x in (*told.timeline, *told.brief) for s in x.support):
        assert 0 <= span.start < span.end <= lengths[span.report]


def test_order_of_reports_does_not_matter(story):
    expected = msgspec.json.encode(story.told())
    dossier = story.dossier(order=[2, 0, 1])
    readings = sorted(story.readings(), key=lambda r: [x.id for x in dossier.reports].index(r.report))
    assert msgspec.json.encode(tell_story(dossier, readings, story.resolution(), story.merged())) == expected


def test_a_sentence_without_support_is_dropped(story):
    told = Told(story.dossier(), story.readings(), story.resolution(), story.merged())
    report = story.reports[0]
    span = SourceSpan(report=report.id, start=0, end=len(report.text))
    assert holds("At least 12 people were killed, according to the Harbour Council.", [span], told)
    assert not holds("At least 13 people were killed, according to the Harbour Council.", [span], told)
    assert not holds("At least 12 people were killed, according to Ann Lee.", [span], told)
    assert not holds("Nobody said anything.", [], told)


def test_a_number_in_digits_and_a_name_spelt_otherwise_are_supported():
    s = Situation()
    for body, words in (("Harbour Organization", "2 million"), ("Harbour Organisation", "two million")):
        r = s.report(f"Flood\nThe {body} said {words} people fled the delta.", "2021-03-02", outlet=body)
        s.named(r, body, "Harbour Organization", "organization")
        s.figure(r, f"{words} people", "displaced", best=2_000_000)
    told = Told(s.dossier(), s.readings(), s.resolution(), s.merged())
    spans = told.body[r]
    assert holds("2 million people fled, according to the Harbour Organization.", spans, told)
    assert holds("2,000,000 people fled.", spans, told)
    assert not holds("3 million people fled.", spans, told)
    assert not holds("2 million people fled, according to the River Organization.", spans, told)


@given(st.integers(13, 10**7))
def test_any_number_that_is_not_quoted_is_caught(n):
    assert unsupported(f"Some {say_number(n)} people fled.", "Some people fled.")
    assert not unsupported(f"Some {say_number(n)} people fled.", f"Some {n} people fled.")


def test_listed():
    assert listed(["a"]) == "a"
    assert listed(["a", "b", "c"]) == "a, b and c"


def test_an_empty_story_tells_nothing():
    from tests.merge.build import Situation

    s = Situation()
    s.report("Weather\nIt rained.", "2021-03-01")
    told = s.told()
    assert told.brief == ()
    assert told.timeline == ()


def test_the_toll_is_told_with_what_it_was_and_that_one_source_counts(story):
    (toll,) = [s.text for s in story.told().brief if s.topic == "how_many" and "killed" in s.text]
    assert toll.startswith("31 people were killed, according to the Harbour Council")
    assert "rose from at least twelve to 31 between 1 and 2 March 2021" in toll


def test_a_count_that_was_replaced_is_not_told_as_news(story):
    others = [s.text for s in story.told().brief if s.topic != "how_many"]
    assert not any("at least 12 people were killed" in text for text in others)


def test_denial_and_accusation_are_told(story):
    who = " ".join(s.text for s in story.told().brief if s.topic == "who")
    assert "denied any involvement" in who
    assert "accused the Red Dawn group" in who
