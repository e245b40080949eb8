import random

from hypothesis import given
from hypothesis import strategies as st

from tests.training.made import SENTENCE
from training.augment import STRIPPED, names_by_type, swap_names, vary, without
from training.corpus import Annotated, spans_of


def words(sentence: Annotated) -> list[str]:
    return [sentence.text[start:end] for start, end in spans_of(sentence)]


@given(st.sampled_from(STRIPPED))
def test_spans_keep_their_words_when_marks_go(marks: str) -> None:
    stripped = without(SENTENCE, marks)
    table = str.maketrans("", "", marks)
    assert stripped.text == SENTENCE.text.translate(table)
    assert words(stripped) == [w.translate(table) for w in words(SENTENCE)]


@given(st.integers(0, 10**6))
def test_swapped_names_stand_where_the_old_ones_stood(seed: int) -> None:
    names = names_by_type([[SENTENCE]]) | {"place": ["Belport", "the Osk valley"], "person": ["A. Vask"]}
    (swapped,) = swap_names([SENTENCE], names, random.Random(seed), share=0.9)
    for old, new in zip(SENTENCE.names, swapped.names, strict=True):
        assert swapped.text[slice(*new.span)] in {SENTENCE.text[slice(*old.span)], *names[new.type]}
    kept = [w for w in words(SENTENCE) if w not in ("Marrak", "Ilse Torvan")]
    assert [w for w in words(swapped) if w in kept] == kept


@given(st.integers(0, 10**6))
def test_any_variation_keeps_spans_inside_the_text(seed: int) -> None:
    varied = vary(SENTENCE, random.Random(seed))
    assert all(0 <= start < end <= len(varied.text) for start, end in spans_of(varied))
    assert len(varied.events) == len(SENTENCE.events)
