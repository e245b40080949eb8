"""The child process: results come back, failures and hangs do not spread."""

import os
import time

import pytest

from dateline.child import Child
from dateline.errors import StageError


def double(number: int) -> int:
    return 2 * number


def fail(number: int) -> int:
    raise ValueError(f"{number} is wrong")


def hang(number: int) -> int:
    print("what a parser prints does no harm")
    while True:
        number += 1


def wait(number: int) -> int:
    time.sleep(number)
    return number


def die(number: int) -> int:
    os._exit(3)


@pytest.fixture
def child():
    running = Child(seconds=20)
    yield running
    running.close()


def test_a_result_comes_back(child):
    assert [child.call(double, n) for n in (1, 2)] == [2, 4]


def test_an_error_comes_back_with_its_words(child):
    with pytest.raises(StageError, match="ValueError: 7 is wrong"):
        child.call(fail, 7)
    assert child.call(double, 1) == 2


def test_a_hang_is_ended_and_the_next_call_works(child):
    child.call(double, 1)
    child.seconds = 1
    with pytest.raises(StageError, match="longer than 1 seconds"):
        child.call(hang, 1)
    child.seconds = 20
    assert child.call(double, 2) == 4


def test_only_work_counts_until_patience_ends(child, monkeypatch):
    child.call(double, 1)
    child.seconds = 0.5
    assert child.call(wait, 1) == 1
    monkeypatch.setattr("dateline.child.PATIENCE", 2)
    with pytest.raises(StageError, match=r"longer than 0\.5 seconds"):
        child.call(wait, 60)


def test_a_crash_is_survived(child):
    with pytest.raises(StageError, match="ended its process"):
        child.call(die, 1)
    assert child.call(double, 2) == 4
