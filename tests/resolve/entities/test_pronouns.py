"""Pronouns in what somebody says: they stand for others than who speaks; no sentence here is from a report."""

import pytest

from tests.resolve.written import Written, named, resolve


def test_him_of_a_quotation_is_not_who_speaks_it_though_it_quotes_another() -> None:
    said = "The driver fled, according to guards who killed him"
    written = (
        Written(f"[Karim Dalle|person] said on television: “{said}.”")
        .claim("Karim Dalle", "said", said, kind="direct")
        .claim("guards", "according to", "The driver fled")
        .event("killed", "death", actor="guards", target="him")
    )
    got = resolve(written)
    target = got.events[0].target
    assert target is not None
    assert named(got, target.entity) != "Karim Dalle"


def test_who_is_only_told_of_in_a_quotation_may_speak_of_himself() -> None:
    said = "Rana Odeh says she stole the boat"
    got = resolve(
        Written(f"[Karim Dalle|person] was calm. “[Rana Odeh|person]{said[9:]},” [Karim Dalle|person] said.")
        .claim("Karim Dalle", "said", said, kind="direct")
        .claim("Rana Odeh", "says", "she stole the boat")
        .event("stole", "coercion", actor="she", target="the boat")
    )
    actor = got.events[0].actor
    assert actor is not None
    assert named(got, actor.entity) == "Rana Odeh"


def test_who_speaks_behind_his_words_is_not_he_though_the_closing_mark_is_lost() -> None:
    said = "He wants to burn the mill before he leaves"
    got = resolve(
        Written(f"[Karim Dalle|person] rules. [Tam Odeh|person] came. “{said}, [Tam Odeh|person] said.")
        .claim("Tam Odeh", "said", said)
        .event("burn", "destruction", actor="He", target="the mill", status="planned")
    )
    actor = got.events[0].actor
    assert actor is not None
    assert named(got, actor.entity) != "Tam Odeh"


@pytest.mark.parametrize(("pronoun", "whose"), [("she", None), ("he", "Tam Odeh")])
def test_nobody_is_he_and_she(pronoun: str, whose: str | None) -> None:
    """The second “he” is no more who said so than the first."""
    got = resolve(
        Written(
            f"A neighbour, [Tam Odeh|person], came out. He left the town long ago, {pronoun} said. “No one thought he "
            "would attack the mill.”"
        )
        .claim("Tam Odeh", "came", "out")
        .claim(pronoun, "said", "He left the town long ago")
        .event("left", "displacement", actor="He")
        .event("attack", "attack", actor="he", target="the mill")
    )
    first, second = (e.actor and named(got, e.actor.entity) for e in got.events)
    assert first == whose
    assert second != "Tam Odeh"
