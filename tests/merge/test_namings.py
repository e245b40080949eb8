"""Triggers -> lemmas and families: what word an event goes by."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.merge.namings import lemma, namings


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("struck", "strikes"), ("fled", "fleeing"), ("shot", "shooting"), ("opened fire", "shoot"),
        ("evacuation deal", "deals"), ("came under attack", "attacked"), ("blew up", "explode"), ("died", "death"),
        ("hits", "hit"), ("stopped", "stops"), ("murdered", "murder"), ("carried", "carries"), ("denied", "denial"),
        ("acquisitions", "acquires"), ("casualties", "casualty"), ("collision", "collided"),
    ],
)  # fmt: skip
def test_forms_of_one_word_have_one_lemma(one, other):
    assert lemma(one) == lemma(other)


@pytest.mark.parametrize(("one", "other"), [("blast", "explosion"), ("siege", "surrounded"), ("pact", "agreement")])
def test_words_that_writers_exchange_are_of_one_family(one, other):
    assert lemma(one) != lemma(other)
    assert namings(one) & namings(other)


def test_a_deal_and_an_attack_are_of_no_one_family():
    assert not namings("deal") & namings("attack")


@given(st.text(max_size=40))
def test_any_text_has_a_lemma_whatever_its_case(text):
    assert lemma(text.upper()) == lemma(text.upper().lower()) or not text.isascii()
    assert isinstance(namings(text), frozenset)
