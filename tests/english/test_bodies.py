"""The table of bodies: no name stands for two of them."""

from collections import Counter

from dateline.english.bodies import bodies


def test_no_name_stands_for_two_bodies() -> None:
    names = Counter(name for body in bodies() for name in set(body.names))
    assert not [name for name, count in names.items() if count > 1]


def test_no_name_is_empty_or_padded() -> None:
    assert all(name and name == name.strip() for body in bodies() for name in body.names)
