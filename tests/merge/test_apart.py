"""Events of a sentence -> which of them it tells apart."""

import pytest

from dateline.merge.apart import told_apart
from tests.merge.build import Situation


@pytest.mark.parametrize(
    ("sentence", "apart"),
    [
        ("Gunmen attacked the gate after the blast, fighting guards.", {("attacked", "blast")}),
        ("The attack began with a blast, followed by gunfire and an explosion at the inn.",
         {("blast", "gunfire"), ("blast", "explosion")}),
        ("The attack was in retaliation for strikes on Qasira.", {("attack", "strikes")}),
        ("The blast, which was an attack on the inn, shook Qasira.", set()),
        ("The explosion, followed by gunfire, hit the inn.", {("explosion", "gunfire")}),
    ],
)  # fmt: skip
def test_words_of_sequence_tell_two_happenings_apart(sentence, apart):
    s = Situation()
    r = s.report(f"Qasira\n{sentence}", "2021-03-01")
    for word in ("attacked", "attack ", "blast", "gunfire", "explosion", "strikes", "hit"):
        if word in sentence:
            s.event(r, word.strip(), "attack")
    found = {(a.trigger.text, b.trigger.text) for a, b in told_apart(s.events, s.text(r))}
    assert found == apart
