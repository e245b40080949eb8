"""Triggers that touch are one phrase; what only qualifies an event names none."""

import pytest

from dateline.extract.passage import FoundEvent, Stretch
from dateline.extract.triggers import whole


def events(text: str, *triggers: tuple[str, str]) -> list[tuple[str, str]]:
    found = []
    for words, kind in triggers:
        start = text.index(words)
        found.append(FoundEvent(Stretch(start, start + len(words), kind, 0.9), "happened", {}, 0, b""))
    return [(text[e.trigger.start : e.trigger.end], e.trigger.label) for e in whole(found, text)]


@pytest.mark.parametrize(
    ("text", "triggers", "left"),
    [
        (
            "The civil war goes on.",
            [("war", "armed_clash"), ("civil", "armed_clash")],
            [("civil war", "armed_clash")],
        ),
        ("They resumed peace talks.", [("peace", "agreement"), ("talks", "talks")], [("peace talks", "talks")]),
        ("A drone attack came.", [("drone", "air_strike"), ("attack", "attack")], [("drone attack", "air_strike")]),
        ("He was re-elected.", [("re", "politics")], [("re-elected", "politics")]),
        ("Police fatally shot a baker.", [("fatally", "death")], [("fatally shot", "death")]),
        ("A strike killed a baker.", [("strike", "air_strike"), ("killed", "death")], None),
        ("Strikes targeted a port.", [("Strikes", "air_strike"), ("targeted", "air_strike")], None),
        ("Miners protest, march and sing.", [("protest", "protest"), ("march", "protest")], None),
        ("It inflicted great harm.", [("inflicted", "death"), ("harm", "injury")], [("harm", "injury")]),
        ("It imposed a night curfew.", [("imposed", "coercion"), ("curfew", "coercion")], [("curfew", "coercion")]),
        ("They were forced to flee.", [("forced", "coercion"), ("flee", "displacement")], [("flee", "displacement")]),
        ("It imposed itself; miners fled.", [("imposed", "coercion"), ("fled", "displacement")], None),
        ("Their arms are nuclear.", [("nuclear", "deployment")], None),
    ],
)
def test_whole_triggers(text: str, triggers: list[tuple[str, str]], left: list[tuple[str, str]] | None) -> None:
    assert events(text, *triggers) == (triggers if left is None else left)
