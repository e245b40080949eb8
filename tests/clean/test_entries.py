"""The hours that the entries of a live page bear, and the four digits that are none."""

from collections.abc import Sequence

import pytest

from tests.clean.captures import kinds, of_kind, read

WHO = "mayor miller baker ferryman engineer doctor teacher priest warden judge smith farmer sailor painter".split()
HOURS = "0925 0941 1012 1030 1107 1141 1203 1226 1340 1415 1532 1603 1725 1850".split()
NIGHT = "1415 1532 1603 1725 1850 2134 2302 0010 0125 0310 0455 0612 0725 0803".split()


def page(heads: Sequence[str], *, first: str = "", space: str = " ") -> str:
    """A page whose lines open with `heads`."""
    told = [
        f"{head}{space}The {who} of Karsen says that the water has reached the house of the {who} in the lower town."
        for head, who in zip(heads, WHO, strict=False)
    ]
    return "\n".join([first or "The water of the Orla rises in the lower town of Karsen for the third day.", *told])


def hours(text: str) -> list[str]:
    """What is set apart within the story."""
    return [said for kind, said in kinds(read(text)) if kind == "other"]


@pytest.mark.parametrize("order", [HOURS, HOURS[::-1], NIGHT])
@pytest.mark.parametrize("space", [" ", "", ": "])
def test_the_hours_of_a_live_page_are_no_part_of_its_sentences(order: list[str], space: str) -> None:
    text = page(order, space=space)
    assert [hour.rstrip(":") for hour in hours(text)] == order
    assert not any(c.isdigit() for c in of_kind(read(text), "body"))


def test_an_entry_that_ran_into_the_one_before_it() -> None:
    glued = "The baker stands in the water 1118 Boats have come to the mill and take nine millers to the school."
    text = page(HOURS).replace("\n1141", f" {glued}\n1141")
    assert "1118" in hours(text)
    assert of_kind(read(text), "body").count("The baker stands in the water Boats have come") == 1
    for told in (
        "The bridge was built for 1118 Karsen families.",
        "It all began at 1118 GMT.",
        "He counted 2010 Boats.",
    ):
        assert hours(page(HOURS).replace("\n1141", f" {told}\n1141")) == HOURS


@pytest.mark.parametrize(
    "heads",
    [
        "1901 1905 1914 1917 1920 1929 1933 1936 1939 1940 1945 1949 1953 1956".split(),
        "1012 1861 1107 1883 1203 1999 1340 1967 1532 1603 1725 1850 1902 1905".split(),
        "1203 0941 1850 1012 1725 0925 1603 1107 1340 1030 1532 1141 1415 1226".split(),
        HOURS[:6],
        ["2016"] * 14,
    ],
    ids=["years", "no hours", "no order", "few", "one"],
)
def test_four_digits_that_are_no_hours_stay(heads: list[str]) -> None:
    text = page(heads)
    assert hours(text) == []
    assert heads[2] in of_kind(read(text), "body")


def test_a_year_at_the_head_of_a_line_of_a_live_page_stays() -> None:
    text = page([*HOURS[:5], "2010", *HOURS[5:13]])
    assert hours(text) == HOURS[:13]
