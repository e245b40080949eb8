"""What only looks like force is no event, or an event of another kind; no sentence here is from a report."""

import pytest

from dateline.extract.figurative import literal
from dateline.extract.passage import FoundEvent, Stretch


def kinds(text: str, words: str, kind: str) -> list[str]:
    start = text.index(words)
    event = FoundEvent(Stretch(start, start + len(words), kind, 0.9), "happened", {}, 0, b"")
    return [e.trigger.label for e in literal([event], text)]


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        ("Shell-shocked villagers sat by the road.", "Shell", "shelling"),
        ("Air raid sirens woke the port.", "Air raid", "air_strike"),
        ("The mill was built before World War II.", "World War II", "armed_clash"),
        ("The mill was built before the Second World War.", "War", "armed_clash"),
        ("The baker had a heart attack.", "attack", "attack"),
        ("People were flooding the square.", "flooding", "hazard"),
        ("The radio runs hack pieces.", "hack", "destruction"),
        ("The mayor was airbrushed out of the picture.", "airbrushed", "attack"),
        ("The mayor has been in the eye of the storm since May.", "storm", "hazard"),
        ("Then the proverbial hurricane broke loose.", "hurricane", "hazard"),
    ],
)
def test_fixed_phrases_are_no_event(text: str, trigger: str, kind: str) -> None:
    assert kinds(text, trigger, kind) == []


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "named"),
    [
        ("The war of words between the mayors goes on.", "war", "armed_clash", "accusation"),
        ("The mayor came under fire for selling the mill.", "fire", "shelling", "accusation"),
        ("The mayor came under attack for his remarks.", "attack", "attack", "accusation"),
        ("The patrol came under fire for an hour.", "fire", "shelling", "shelling"),
        ("Bursts of automatic rifle fire woke the port.", "automatic rifle fire", "shelling", "attack"),
        ("A farmer was hit by sniper fire.", "sniper fire", "shelling", "attack"),
        ("A farmer was hit by mortar and sniper fire.", "mortar and sniper fire", "shelling", "shelling"),
        ("An air raid hit the port.", "air raid", "air_strike", "air_strike"),
        ("The shells shocked the villagers.", "shells", "shelling", "shelling"),
        ("The river was flooding the square.", "flooding", "hazard", "hazard"),
        ("The eye of the storm passed over the port.", "storm", "hazard", "hazard"),
        ("They fear a third world war.", "war", "armed_clash", "armed_clash"),
    ],
)
def test_what_a_phrase_names(text: str, trigger: str, kind: str, named: str) -> None:
    assert kinds(text, trigger, kind) == [named]
