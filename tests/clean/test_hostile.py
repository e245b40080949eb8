"""Nothing that a page can hold makes the reading of it long."""

import time

import pytest

from tests.clean.captures import read

SIZE = 200_000
SECONDS = 4.0
"""Far above what linear reading takes here, far below what quadratic reading would."""


@pytest.mark.parametrize(
    "unit",
    ["a", "word ", "Word ", ". ", "The army moved. ", "1", "2016-11-10 ", "2016 ", "1.1.", "(AP ", "By Jane Doe and ",
     "A - ", "A, ", "Kabul, ", "sign up for the ", "Jane Doe/", "a.", "1/2 ", "[photo ",
     "(AFP Photo) A ", "a Tags A", "AP Photo A ", " ", "\n \t", "\0", "軍",
     "Photo ", '"', "ABC’ ", "THE DAM. "]
)  # fmt: skip
def test_one_line_of_anything(unit: str) -> None:
    text = unit * (SIZE // len(unit))
    began = time.process_time()
    report = read(text)
    assert time.process_time() - began < SECONDS
    assert report.text == text


@pytest.mark.parametrize(
    "unit",
    [
        "<div>",
        "<p>hello there.</p>",
        "<a href=x>link</a> ",
        "a<br>",
        "<table><tr><td>",
        "<b>",
        "<time datetime=2016-01-01>x</time>",
    ],
)
def test_pages_of_one_element(unit: str) -> None:
    began = time.process_time()
    read(unit * (SIZE // len(unit)), "html")
    assert time.process_time() - began < SECONDS
