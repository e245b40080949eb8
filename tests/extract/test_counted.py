"""What of the numbers in a text is a figure."""

import msgspec
import pytest

from dateline.extract.counted import is_figure, read_figures
from dateline.extract.passage import Found, FoundFigure, Stretch
from dateline.model import FigureMention, Range
from dateline.model.mention import What


def mention(text: str, words: str, what: What = "other") -> FigureMention:
    start = text.index(words)
    return FigureMention(
        start=start, end=start + len(words), text=words, low=None, best=None, high=None, qualifier="exact",
        unit="people", what=what, counted=None, increment=False, confidence=0.9,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The toll is put at at least 40.", "at"),
        ("Harbour United beat Belport 3 – 1 on Sunday.", "3 – 1"),
        ("Harbour United won 3 – 1 on Sunday.", "3"),
        ("Police shot him 16 times.", "16"),
        ("They held 36-year-old Anton Reyk.", "36"),
        ("The side collected three points.", "three points"),
        ("The camp is six kilometers away.", "six kilometers"),
        ("Lamps hung around the 240,000 square meter park.", "around the 240,000 square"),
        ("Nobody knows how many miners left.", "how many miners"),
        ("Nobody knows how many miners left.", "many miners"),
        ("It spends an average of a lot.", "an average of"),
        ("They found a truck.", "a truck"),
        ("It is one of the oldest towns.", "one of the oldest towns"),
        ("The miners left.", "The"),
        ('The miners left "at once".', '"'),
        ("It landed at 1600 GMT.", "1600 GMT"),
        ("They met one of the miners.", "one"),
        ("A 19-ton lorry hit the wall.", "A 19-ton lorry"),
        ("It lifts up to two tons.", "up to two tons"),
        ("They haul nine billion tons a year.", "nine billion tons"),
        ("A 120 kiloton bomb went off.", "120 kiloton bomb"),
        ("He drew a 7.65 pistol.", "a 7.65 pistol"),
        ("A 450-pound ram got out.", "A 450-pound ram"),
        ("Those over 65 pay half.", "over 65"),
        ("It struck adults over 30 hardest.", "adults over 30"),
        ("They came on Monday night at 2240.", "2240"),
        ("They rate the risk at four on a six-point scale.", "four"),
        ("($1 = 5.64 crowns)", "$1 = 5.64 crowns"),
        ("They found only two bakers.", "only"),
        ("Hide Caption 2 of 30", "2 of 30"),
        ("Hide Caption 2 of 30", "30"),
        ("3Many people lay there.", "3Many people"),
        ("6 3 5 4 People left.", "6"),
        ("6 3 5 4 People left.", "3 5 4 People"),
        ("They tested a Kestrel-12 rocket.", "a Kestrel-12 rocket"),
        ("They met a 31-year-old native.", "a 31-year-old native"),
        ("They met his mother.", "his"),
        ("They bought K-15 jets.", "K-15 jets"),
        ("They bought K-15 jets.", "15 jets"),
        ("They seized the ferry Orla Star No. 18.", "Orla Star No. 18"),
        ("The 15-member guild met.", "The 15-member guild"),
        ("Give by calling 0411 20 20 300.", "0411 20 20 300"),
        ("Give by calling 0411 20 20 300.", "20 300"),
        ("Phone 20 41 12 00 for a bed.", "20 41 12 00"),
        ("They ask viewers to text 70077 today.", "70077"),
    ],
)
def test_scores_ages_measures_and_single_things_are_no_figures(text: str, words: str) -> None:
    assert not is_figure(text, mention(text, words))


@pytest.mark.parametrize(
    ("text", "words", "what"),
    [
        ("They killed a baker.", "a baker", "killed"),
        ("A woman protests in Marrak.", "A woman", "protested"),
        ("They shot one of the miners.", "one of the miners", "killed"),
        ("They met a group of miners.", "a group of miners", "other"),
        ("They met a group of miners.", "a group", "other"),
        ("They met half a dozen miners.", "half a dozen miners", "other"),
        ("Some 150-200 miners left.", "150-200 miners", "other"),
        ("It razed 40 – 12 of them schools.", "40", "destroyed"),
        ("They lost two tons of flour.", "two tons of flour", "destroyed"),
        ("They burned 2.5 million letters.", "2.5 million letters", "destroyed"),
        ("They took 2 of 30 coats.", "2 of 30", "other"),
        ("Caption 2 of 30 Nine miners left.", "Nine miners", "other"),
        ("A guard was shot.", "A guard", "affected"),
        ("They met a total of three miners.", "a total of three miners", "other"),
        ("The court set a 450-pound fine.", "a 450-pound fine", "other"),
        ("Over 65 died.", "Over 65", "died"),
        ("They feed 2240 bakers.", "2240 bakers", "other"),
        ("Some 300 000 miners left.", "Some 300 000 miners", "other"),
    ],
)
def test_victims_and_groups_are_figures(text: str, words: str, what: What) -> None:
    number = 3 if "three" in words else None
    assert is_figure(text, msgspec.structs.replace(mention(text, words, what), best=number))


@pytest.mark.parametrize(
    ("text", "words", "unit", "what", "counts"),
    [
        ("The two governments met.", "The two governments", "other", "other", False),
        ("It bound the two governments.", "two governments", "other", "other", False),
        ("Both countries sent ferries.", "Both countries", "places", "deployed", False),
        ("The paper ran it, citing two Velian officials.", "two Velian officials", "people", "other", False),
        ("The paper ran it, citing two Velian officials.", "two Velian officials", "people", "killed", True),
        ("The paper ran it, citing two dead ferries.", "two dead ferries", "vehicles", "other", True),
        ("The flood reached two officials.", "two officials", "people", "other", True),
        ("The two besieged towns fell.", "The two besieged towns", "places", "other", True),
        ("The two companies burned down.", "The two companies", "other", "destroyed", True),
        ("They met in two countries.", "two countries", "places", "other", True),
        ("Two governments met.", "Two governments", "other", "other", True),
        ("They lit the Kestrel-12 rocket.", "the Kestrel-12 rocket", "weapons", "deployed", False),
        ("They lit the 12 Kestrel rockets.", "the 12 Kestrel rockets", "weapons", "deployed", True),
        ("A 12-member crew was killed.", "A 12-member crew", "people", "killed", True),
    ],
)
def test_two_parties_and_what_goes_by_a_number_are_not_counted(
    text: str, words: str, unit: str, what: What, counts: bool
) -> None:
    best = 1 if "Kestrel-12" in words else 2
    assert is_figure(text, msgspec.structs.replace(mention(text, words, what), unit=unit, best=best)) is counts


def test_some_of_them_are_of_what_was_counted_before() -> None:
    text = "They lit three rockets on Monday. Two of them fell short."
    read = Found(figures=[*found(text, "three rockets").figures, *found(text, "Two of them").figures])
    sentences = [Range(start=0, end=33), Range(start=34, end=len(text))]
    units = [f.unit for f in read_figures(text, sentences, read, [], lambda chance: chance)]
    assert units == ["weapons", "weapons"]
    text = "They lit three rockets on Monday. It rained. Two of them left."
    read = Found(figures=[*found(text, "three rockets").figures, *found(text, "Two of them").figures])
    sentences = [Range(start=0, end=33), Range(start=34, end=44), Range(start=45, end=len(text))]
    units = [f.unit for f in read_figures(text, sentences, read, [], lambda chance: chance)]
    assert units == ["weapons", "people"]


def found(text: str, figure: str, name: tuple[str, str] | None = None) -> Found:
    def stretch(words: str, label: str) -> Stretch:
        return Stretch(text.index(words), text.index(words) + len(words), label, 0.9)

    figures = [FoundFigure(stretch(figure, "figure"), "exact", "people", "other")]
    return Found(figures=figures, names=[stretch(*name)] if name else [])


def figures(text: str, read: Found) -> list[str]:
    return [f.text for f in read_figures(text, [Range(start=0, end=len(text))], read, [], lambda chance: chance)]


def test_what_a_number_was_and_is_are_two() -> None:
    text = "They raised their count of the casks that had been lost, from 800 to 4,000 a day."
    assert figures(text, found(text, "800 to 4,000 a day")) == ["800", "4,000 a day"]
    text = "They lost between 800 and 900 casks, or 800 to 900 a day."
    assert figures(text, found(text, "800 to 900 a day")) == ["800 to 900 a day"]


def test_an_item_of_a_list_counts_what_the_first_counts() -> None:
    text = "They found 800 cases in Umza, 40 in Kelo."
    read = read_figures(text, [Range(start=0, end=len(text))], found(text, "800 cases"), [], lambda chance: chance)
    assert [(f.text, f.unit) for f in read] == [("800 cases", "cases"), ("40", "cases")]


def test_the_number_of_a_name_is_no_figure_and_a_name_is_not_counted() -> None:
    assert figures("Route 12 is open.", found("Route 12 is open.", "12", ("Route 12", "other"))) == []
    text = "The toll is at least 126 Observatory said."
    assert figures(text, found(text, "at least 126 Observatory", ("Observatory", "org"))) == ["at least 126"]


def test_the_owner_of_the_next_thing_is_not_counted() -> None:
    text = "In Umza it hurt dozens more Umzas clinic said."
    place, owner = (found(text, "dozens more Umzas", (name, "place")) for name in ("Umza", "Umzas"))
    assert figures(text, Found(figures=place.figures, names=[*place.names, *owner.names])) == ["dozens more"]
    assert figures(text, owner) == ["dozens more Umzas"]


def test_two_numbers_side_by_side_are_two_figures() -> None:
    text = "Death toll in Umza rises to 11 44 injured"
    assert figures(text, found(text, "11 44")) == ["11", "44"]
    text = "It has 12 000 bakers"
    assert figures(text, found(text, "12 000 bakers")) == ["12 000 bakers"]


def test_a_bare_count_of_the_dead_is_overlooked_by_nobody() -> None:
    text = "A blast hits 12 shops, 30 dead."
    assert figures(text, found(text, "12 shops")) == ["12 shops", "30"]


@pytest.mark.parametrize(
    ("text", "read", "told"),
    [
        ("It sent $ 2.5 m (# 1.5 m) on Monday.", ["$ 2.5", "# 1.5 m"], ["$ 2.5 m"]),
        ("It sent $ 10 (# 5.60) on Monday.", ["$ 10 (# 5.60)"], ["$ 10"]),
        ("It sent $10 (about £6) and then £4.", ["$10", "about £6", "£4"], ["$10", "£4"]),
        ("It sent 40 men (12 cooks) on Monday.", ["40 men", "12 cooks"], ["40 men", "12 cooks"]),
    ],
)
def test_a_sum_told_again_in_brackets_is_no_other(text: str, read: list[str], told: list[str]) -> None:
    both = [f for words in read for f in found(text, words).figures]
    assert figures(text, Found(figures=both)) == told


@pytest.mark.parametrize(
    ("text", "read", "told"),
    [
        ("Then hundreds, perhaps thousands of miners left.", ["hundreds", "thousands of miners"],
         ["hundreds, perhaps thousands of miners"]),
        ("Then hundreds, perhaps thousands of miners left.", ["hundreds,", "perhaps thousands of miners"],
         ["hundreds, perhaps thousands of miners"]),
        ("They saw hundreds of miners or thousands of coats.", ["hundreds of miners", "thousands of coats"], None),
        ("Take 12 or 15 miners along.", ["12", "15 miners"], None),
        ("The toll ranges from about 50 to – by one count – some 130 miners.", ["about 50", "some 130 miners"],
         ["from about 50 to – by one count – some 130 miners"]),
        ("The toll rose from 50 to at least 130 miners.", ["50", "at least 130 miners"], None),
    ],
)  # fmt: skip
def test_steps_of_one_figure_are_one(text: str, read: list[str], told: list[str] | None) -> None:
    both = [f for words in read for f in found(text, words).figures]
    assert figures(text, Found(figures=both)) == (read if told is None else told)
