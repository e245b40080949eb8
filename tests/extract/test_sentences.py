from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.extract.sentences import split_sentences


def cut(text: str) -> list[str]:
    return [text[r.start : r.end] for r in split_sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "They met at 3 p.m. Wednesday near the dam.",
        "The convoy left at 6 a.m. local time for the north.",
        "The boat sank just before 6 a.m. (0400 GMT Monday) and lay in nine metres of water.",
        "They asked for a meeting at 3 p.m. ET Friday in the town hall.",
        "The gates close at 9 p.m. Karsen time and open again at dawn.",
        "Gen. Anton Reyk spoke to Lt. Col. Imre Vask on Tuesday.",
        "The U.S. military denied it.",
        "It rose 3.5 percent on Jan. 5 and fell later.",
        "“Why should we go?” she asked the guards.",
        "Dr. J. K. Torvan works there.",
    ],
)
def test_one_sentence_stays_one(text: str) -> None:
    assert cut(text) == [text]


def test_an_hour_may_end_a_sentence() -> None:
    assert cut("They met at 6 a.m. (The mayor came later.)") == ["They met at 6 a.m.", "(The mayor came later.)"]
    assert cut("They met at 6 a.m. The mayor came later.") == ["They met at 6 a.m.", "The mayor came later."]


def test_sentences_part() -> None:
    assert cut("He fled. She stayed! “We wait,” he said. Why?") == [
        "He fled.",
        "She stayed!",
        "“We wait,” he said.",
        "Why?",
    ]


def test_a_lost_space_parts_sentences() -> None:
    assert cut("The bridge fell.Nobody was hurt there.") == ["The bridge fell.", "Nobody was hurt there."]


def test_a_heading_on_its_own_line_is_a_sentence() -> None:
    assert cut("Fighting in Marrak\nThe army moved north on Monday.") == [
        "Fighting in Marrak",
        "The army moved north on Monday.",
    ]


def test_a_wrapped_line_runs_on() -> None:
    text = "The army moved to the north on Monday with forty trucks and a\nnumber of guns that had come from Belport."
    assert cut(text) == [text]


def test_paragraphs_part_without_a_mark() -> None:
    assert cut("a list of names that has no mark\n\nand more") == ["a list of names that has no mark", "and more"]


@given(st.text(alphabet="aA .!?\n\t\u00a0“”\"'pmUS.éم", max_size=120), st.integers(0, 50))
def test_sentences_cover_all_but_white_space(text: str, start: int) -> None:
    ranges = split_sentences(text, start)
    covered = "".join(text[r.start - start : r.end - start] for r in ranges)
    assert "".join(covered.split()) == "".join(text.split())
    assert all(a.end <= b.start for a, b in pairwise(ranges))
    assert all(r.start < r.end for r in ranges)
