"""Names of one report agree on their type; bodies are no places."""

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
