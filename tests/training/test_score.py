import msgspec

from tests.training.made import SENTENCE, span
from training.corpus import Name
from training.evaluate import arguments_read
from training.score import Labelled, agreement, pairs, score


def test_a_perfect_reading_scores_100() -> None:
    for tally in score([SENTENCE], [SENTENCE]).values():
        assert tally.scores()["f1"] == tally.scores()["exact_f1"] == 100
    assert set(agreement([SENTENCE], [SENTENCE]).values()) == {100.0}
    assert arguments_read([SENTENCE], [SENTENCE]).scores()["f1"] == 100


def test_overlap_needs_the_label_and_exact_the_ends() -> None:
    start, end = span("Ilse Torvan")
    read = msgspec.structs.replace(
        SENTENCE, names=(Name(span=span("Marrak"), type="org"), Name(span=(start + 5, end), type="person"))
    )
    tally = score([SENTENCE], [read])["names"]
    assert (tally.gold, tally.read, tally.right, tally.exact) == (2, 2, 1, 0)
    assert score([SENTENCE], [read])["name_spans"].right == 2


def test_spans_pair_one_to_one_exact_first() -> None:
    gold = [Labelled(0, 10), Labelled(10, 20)]
    read = [Labelled(5, 12), Labelled(10, 20)]
    assert sorted(pairs(gold, read)) == [(0, 0), (1, 1)]


def test_nothing_read_is_zero_not_an_error() -> None:
    empty = msgspec.structs.replace(SENTENCE, names=(), times=(), claims=(), figures=(), events=())
    assert score([SENTENCE], [empty])["names"].scores()["f1"] == 0
    assert score([empty], [empty])["names"].scores()["f1"] == 0


def test_loosely_what_goes_on_has_happened_and_what_is_planned_has_not() -> None:
    for status, loosely in (("ongoing", 100.0), ("planned", 0.0)):
        read = msgspec.structs.replace(
            SENTENCE, events=tuple(msgspec.structs.replace(e, status=status) for e in SENTENCE.events)
        )
        assert {e.status for e in SENTENCE.events} == {"happened"}
        shares = agreement([SENTENCE], [read])
        assert (shares["status"], shares["status_loosely"]) == (0.0, loosely)
