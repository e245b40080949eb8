import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.extract.numbers import find_numerals
from dateline.extract.quantities import find_quantities, parse_quantity, rounded


def read(text: str) -> list[tuple[int | None, int | None, int | None, str]]:
    return [(*q.values(), q.qualifier) for q in find_quantities(text)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("48 rebels", (48, 48, 48, "exact")),
        ("some 200 families", (None, 200, None, "about")),
        ("nearly 9,500 people", (None, 9500, None, "about")),
        ("an estimated 12 000 homes", (None, 12000, None, "about")),
        ("at least two dozen trucks", (24, None, None, "at_least")),
        ("no fewer than 30 huts", (30, None, None, "at_least")),
        ("well over a million exiles", (1_000_000, None, None, "more_than")),
        ("more than 2.3m people", (2_300_000, None, None, "more_than")),
        ("as many as 40 villages", (None, None, 40, "up_to")),
        ("fewer than 15 guards", (None, None, 15, "fewer_than")),
        ("400 to 600 marchers", (400, None, 600, "range")),
        ("between 40 and 50 million barrels", (40_000_000, None, 50_000_000, "range")),
        ("four to five thousand people", (4000, None, 5000, "range")),
        ("some 5-6,000 people", (5000, None, 6000, "range")),
        ("between 10 and 15,000 people", (10_000, None, 15_000, "range")),
        ("hundreds, perhaps thousands of people", (200, None, 9999, "hundreds")),
        ("90 to 5,000 people", (90, None, 5000, "range")),
        ("19 or 20 districts", (19, None, 20, "range")),
        ("dozens of trucks", (24, None, 99, "dozens")),
        ("several hundred others", (200, None, 999, "hundreds")),
        ("tens of thousands of people", (20_000, None, 99_999, "thousands")),
        ("thousands", (2000, None, 9999, "thousands")),
        ("millions of voters", (None, None, None, "vague")),
        ("three-quarters of the homes", (75, 75, 75, "exact")),
        ("about one-third of its exports", (None, 33, None, "about")),
        ("half a million people", (500_000, 500_000, 500_000, "exact")),
        ("60-plus nations", (60, None, None, "at_least")),
        ("107 or more", (107, None, None, "at_least")),
        ("$ 2.5 m in aid", (2_500_000, 2_500_000, 2_500_000, "exact")),
        ("# 2.5m in aid", (2_500_000, 2_500_000, 2_500_000, "exact")),
        ("$1.5 billion", (1_500_000_000, 1_500_000_000, 1_500_000_000, "exact")),
        ("two hundred and five soldiers", (205, 205, 205, "exact")),
        ("a couple of hundred", (None, 200, None, "about")),
        ("they heard about the 80 miners", (80, 80, 80, "exact")),
        ("they heard of about 80 miners", (None, 80, None, "about")),
        ("a lorry ran over nine walkers", (9, 9, 9, "exact")),
        ("a lorry ran well over nine miles", (9, None, None, "more_than")),
        ("between 1000 and 1800 bakers", (1000, None, 1800, "range")),
        ("from 500 to well over 1000 bakers", (500, None, 1000, "range")),
        ("from 500 to, by one account, some 1300 bakers", (500, None, 1300, "range")),
        ("ranging from about 500 to (by one count) at least 1300", (500, None, 1300, "range")),
        ("two million and three hundred thousand bakers", (2_300_000, 2_300_000, 2_300_000, "exact")),
        ("some 1, 600 guards on duty", (None, 1600, None, "about")),
        ("three-quarters of a million bakers", (750_000, 750_000, 750_000, "exact")),
        ("nearly two-thirds of a billion crowns", (None, 666_666_667, None, "about")),
        ("two hundred and five thousand bakers", (205_000, 205_000, 205_000, "exact")),
    ],
)
def test_one_quantity_by_the_guidelines(text: str, values: tuple[int | None, int | None, int | None, str]) -> None:
    assert read(text) == [values]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Two million three million four million people.", [2_000_000, 3_000_000, 4_000_000]),
        ("Five and six bakers came.", [5, 6]),
        ("In 2, 300 homes burnt.", [2, 300]),
        ("A toll of more than 3, 200 others hurt.", [3, 200]),
        ("The toll rose to 3, 200 bakers were hurt.", [3, 200]),
        ("Ten twelve bakers came.", [10, 12]),
        ("The toll rose from 12 to 15.", [12, 15]),
        ("The toll was revised on Monday from 12 to at least 15.", [12, 15]),
    ],
)
def test_numbers_side_by_side_are_apart(text: str, numbers: list[int]) -> None:
    assert [values[0] for values in read(text)] == numbers


def test_one_around_holds_for_both() -> None:
    values = [(None, 40, None, "about"), (None, 1200, None, "about")]
    assert read("Around 40 of their dogs and 1,200 of their sheep") == values


def test_a_hedge_does_not_reach_over_a_verb() -> None:
    assert read("About 30 men were killed and 12 were wounded")[1] == (12, 12, 12, "exact")


@pytest.mark.parametrize(
    "text", ["another 40 bodies", "an additional 40 bodies", "40 more bodies", "a further 40 bodies"]
)
def test_increments(text: str) -> None:
    assert [q.increment for q in find_quantities(text)] == [True]


def test_more_than_is_no_increment() -> None:
    assert [q.increment for q in find_quantities("more than 40 bodies")] == [False]


@pytest.mark.parametrize(
    "text",
    [
        "on 5 March 2019",
        "at 9:35 PM",
        "the 1980s",
        "in 2016",
        "won 3-1",
        "the 21st brigade",
        "an AK-47",
        "Resolution 2254",
        "May 3-5",
        "Section 12",
        "no one",
        "3Many people lay there",
    ],
)
def test_what_is_no_quantity(text: str) -> None:
    assert find_quantities(text) == []


def test_a_figure_known_to_stand_there_may_look_like_a_year() -> None:
    text = "The governor counted 2000 rebels."
    quantity = parse_quantity(text, 21, 32)
    assert quantity is not None
    assert quantity.best == 2000


def test_the_age_in_a_figure_is_not_its_value() -> None:
    assert parse_quantity("They shot an 18-year-old student.", 10, 32) is None


def test_the_number_of_a_designation_is_not_its_value() -> None:
    assert parse_quantity("Belport tested a Kestrel 12 in May.", 15, 27) is None
    assert parse_quantity("Belport tested The 2000 shells.", 15, 30) is not None


def test_a_range_stays_inside_its_figure() -> None:
    quantity = parse_quantity("He led 61 to 34 percent.", 13, 23)
    assert quantity is not None
    assert quantity.values() == (34, 34, 34)


def test_money_and_percent() -> None:
    assert [(q.money, q.percent) for q in find_quantities("$40 and 12 percent")] == [(True, False), (False, True)]


def test_a_pound_sign_may_be_lost() -> None:
    lost = "a # 250,000 plan, # 12m, # 1.30 a day, # 2.5 m, #3 in the list, # 3 on it"
    assert [q.money for q in find_quantities(lost)] == [True, True, True, True, False]


@given(st.integers(0, 10**9))
def test_digits_with_separators_are_read_back(number: int) -> None:
    assert [n.low for n in find_numerals(f"{number:,} villagers")] == [number]


@given(st.text(alphabet="0123456789 ,.-–%$€abcdefghmkonetwandfiforty'’", max_size=60))
def test_any_text_gives_ordered_quantities_inside_it(text: str) -> None:
    at = 0
    for quantity in find_quantities(text):
        assert at <= quantity.end <= len(text)
        assert 0 <= quantity.start < quantity.end <= quantity.noun <= len(text)
        at = quantity.end
        bounds = [v for v in (quantity.low, quantity.best, quantity.high) if v is not None]
        assert bounds == sorted(bounds)


@pytest.mark.parametrize(("value", "whole"), [(2.5, 3), (-2.5, -3), (2.4, 2), (None, None)])
def test_halves_round_away_from_zero(value: float | None, whole: int | None) -> None:
    assert rounded(value) == whole


@pytest.mark.parametrize(
    "text",
    [
        "100000000000000000000000000 gnats",
        "at least 40 trillion trillion grains",
        "between 12 and 99999999999999999999 stars",
        f"{'7' * 400} seals",
        f"-{'7' * 30} points",
    ],
)
def test_a_number_beyond_all_counting_has_no_value(text: str) -> None:
    (found,) = find_quantities(text)
    assert (*found.values(), found.qualifier) == (None, None, None, "vague")


def test_the_largest_sums_of_the_news_have_their_value() -> None:
    (found,) = find_quantities("a debt of $305 trillion")
    assert found.best == 305 * 10**12
