"""Names of one report agree on their type; bodies are no places."""

import pytest

from dateline.extract.names import agree
from dateline.extract.passage import Stretch


def typed(text: str, *names: tuple[str, str, float]) -> list[str]:
    at, stretches = 0, []
    for words, label, chance in names:
        start = text.index(words, at)
        at = start + len(words)
        stretches.append(Stretch(start, at, label, chance))
    return [n.label for n in agree(stretches, text)]


def test_body_is_no_place() -> None:
    assert typed("The Osk Disaster Office in Osk", ("Osk Disaster Office", "place", 0.99), ("Osk", "place", 0.9)) == [
        "org",
        "place",
    ]


def test_unsure_type_follows_the_others() -> None:
    text = "Marrak fell. Marrak burned. Marrak said no."
    assert typed(text, ("Marrak", "place", 0.95), ("Marrak", "place", 0.9), ("Marrak", "org", 0.5)) == ["place"] * 3


def test_sure_type_stands() -> None:
    text = "Belport burned. Belport recalled its envoy."
    assert typed(text, ("Belport", "place", 0.95), ("Belport", "org", 0.9)) == ["place", "org"]


@pytest.mark.parametrize(
    ("name", "read", "label"),
    [
        ("USS Torvan", "place", "other"),
        ("Water Act 1987", "org", "other"),
        ("Operation Long Night", "org", "event"),
        ("Osk River Summit 2011", "place", "event"),
        ("Marrak Evening Post", "org", "media"),
        ("Reuters", "org", "media"),
        ("Marrakan National Guard", "group", "org"),
        ("Free Marrakan Army", "group", "group"),
        ("University", "place", "place"),
        ("Osk Island", "org", "place"),
        ("Guard", "group", "group"),
    ],
)
def test_the_words_of_a_name_tell_its_type(name: str, read: str, label: str) -> None:
    assert typed(f"{name} it is.", (name, read, 0.99)) == [label]
