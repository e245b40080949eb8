"""Names of a reading -> toponyms."""

from dateline.model import NameMention
from dateline.resolve.places import find_toponyms
from tests.resolve.places.told import gazetteer


def toponyms(text: str, **names: str) -> list[str]:
    mentions = [
        NameMention(start=text.index(name), end=text.index(name) + len(name), text=name, type=kind)
        for name, kind in names.items()
    ]
    found = find_toponyms(text, mentions, gazetteer())
    assert all(text[span.start : span.end] == span.text for span in found)
    return [span.text for span in found]


def test_a_body_is_named_after_its_place() -> None:
    text = "The Kenya Relief Board and the University of Manitoba asked Moscow for help."
    names = {"Kenya Relief Board": "org", "University of Manitoba": "org", "Moscow": "org"}
    assert toponyms(text, **names) == ["Kenya", "Manitoba", "Moscow"]


def test_a_person_is_no_town() -> None:
    assert toponyms("Jordan Smith spoke. Jordan left.", **{"Jordan Smith": "person"}) == []


def test_sides_in_small_letters_are_no_part_of_the_name() -> None:
    assert toponyms("Rain fell in northern Uganda.", **{"northern Uganda": "place"}) == ["Uganda"]


def test_facility_is_no_toponym_but_its_town_is() -> None:
    assert toponyms("It burned at Nairobi High School.", **{"Nairobi High School": "place"}) == ["Nairobi"]
