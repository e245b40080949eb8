import time
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


@pytest.mark.parametrize(
    ("caption", "sentence"),
    [
        ("The picture on this page was changed in 2011", "A ferry lay at the quay of Belport after the storm."),
        ("Mira Lotan, 59, is originally from Orla, Essen", "The Harbour Office (HO) said 30 sailors were found."),
        ("Aid is urgently needed in the valley", "More than 40 villages were cut off on Monday."),
        ("Image copyright Hana Reyk Image caption", "It took three days to clear the road."),
        ("Give by calling 0411 20 20 300", "A 71-strong team has flown to the valley."),
        ("(Karsen Post and agencies)", "At least 12 people were hurt in the fire."),
        (
            "Mayor of Karsen: ‘ We were all asleep'",
            "According to engineers, the dyke had not been mended since spring.",
        ),
        ("Anton Reyk looks at what is left of the bridge", "Two sailors were taken to the hospital of Halden."),
        ("The court was told that nobody had been warned", "Hundreds of millers waited outside for the verdict."),
        ("Shells had been heard since Sunday in the hills", "In Upper Tolva, nine houses were burning at noon."),
        ("Boats were not allowed to leave the harbour", "1931: A storm sank nine ferries off the coast of Halden."),
        ("More than 40 goals were told in all papers", "The Tolva players were met at the station by a crowd."),
    ],
)
def test_a_caption_that_lost_its_line_is_a_sentence(caption: str, sentence: str) -> None:
    assert cut(f"{caption} {sentence}") == [caption, sentence]


@pytest.mark.parametrize(
    "text",
    [
        "Anton Reyk came to the prize for his film Down In The Valley.",
        "The doctors of the clinic say hepatitis A is rare in these parts.",
        "The mayor of Belport told The Karsen Times is how he reads it.",
        "Writing on his page on Monday the mayor said The bridge has to be closed for a month.",
        "The officers flew home to Belport on board Air Force One on the same day.",
        "The old map of the valley shows The ford.",
        "All cows of the lower farms were ill with type A virus of the kind that had come from Halden.",
        "The disease of the millers was found to be influenza A which is not rare in the valley.",
        "Children who come from the farms go to grade Two classes in the old school of Karsen.",
        "The men who dug in the garden came upon a World War Two bomb and called the police.",
        "Halden lost the cup in the last minutes of Game Seven after a goal of their own keeper.",
        "The actor of the year was seen once more in Lost In Karsen, which is shown on Sunday.",
        "They have built nothing in the lower town of Karsen since February 2018: the money was spent.",
    ],
)
def test_a_capital_inside_a_sentence_does_not_part_it(text: str) -> None:
    assert cut(text) == [text]


@given(st.text(alphabet="aA .!?\n\t\u00a0“”\"'pmUS.éم", max_size=120), st.integers(0, 50))
def test_sentences_cover_all_but_white_space(text: str, start: int) -> None:
    ranges = split_sentences(text, start)
    covered = "".join(text[r.start - start : r.end - start] for r in ranges)
    assert "".join(covered.split()) == "".join(text.split())
    assert all(a.end <= b.start for a, b in pairwise(ranges))
    assert all(r.start < r.end for r in ranges)


@pytest.mark.parametrize("run", [".", "!", " ", "\n ", '."', ". ", "…"])
def test_a_run_of_anything_is_parted_in_a_time_that_grows_with_its_length(run: str) -> None:
    began = time.process_time()
    assert cut("The quay was lost." + run * (200_000 // len(run)) + "x")
    assert time.process_time() - began < 4.0  # linear takes a tenth, quadratic minutes
