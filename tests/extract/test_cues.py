from dataclasses import replace

import pytest

from dateline.extract.cues import whole_cues
from dateline.extract.passage import FoundClaim, Stretch

TEXT = "The mayor has never warned that the bridge may fall, adding that it is old."


def claim(cue: str | None, content: str, chance: float, source: str | None = None) -> FoundClaim:
    def stretch(words: str, label: str) -> Stretch:
        start = TEXT.index(words)
        return Stretch(start, start + len(words), label, chance)

    return FoundClaim(
        None if source is None else stretch(source, "source"),
        None if cue is None else stretch(cue, "cue"),
        (stretch(content, "content"),),
        "indirect",
        chance,
    )


@pytest.mark.parametrize(("first", "second"), [("has never", "warned"), ("has", "never warned"), ("has", "warned")])
def test_two_halves_of_a_cue_are_one_claim_with_the_surer_content(first: str, second: str) -> None:
    halves = [
        claim(second, "the bridge may fall", 0.9),
        claim(first, "that the bridge may fall", 0.6, source="The mayor"),
        claim("adding", "it is old", 0.9),
    ]
    whole, added = whole_cues(halves, TEXT)
    assert whole.cue is not None
    assert TEXT[whole.cue.start : whole.cue.end] == "has never warned"
    assert [TEXT[s.start : s.end] for s in whole.content] == ["the bridge may fall"]
    assert whole.source is not None
    assert added.cue is not None


def test_what_is_said_besides_is_another_claim() -> None:
    text = TEXT.replace("the bridge may fall, adding", "the bridge may fall said adding")
    claims = [claim("warned", "the bridge may fall", 0.9), claim("adding", "it is old", 0.9)]
    first, second = (
        replace(c, cue=Stretch(text.index(w), text.index(w) + len(w), "cue", 0.9))
        for c, w in zip(claims, ("said", "adding"), strict=True)
    )
    assert len(whole_cues([first, second], text)) == 2


def test_a_claim_without_cue_stays() -> None:
    claims = [claim(None, "it is old", 0.9), claim("warned", "the bridge may fall", 0.9)]
    assert [c.cue is None for c in whole_cues(claims, TEXT)] == [False, True]
