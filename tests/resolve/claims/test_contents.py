"""What a claim says, and what only its sentence does."""

import pytest

from tests.resolve.written import Written, named, resolve


def test_a_storm_claims_lives_and_nothing_else() -> None:
    written = Written("The [NRF|group] fired at the port, claiming the lives of 12 people.")
    written.claim("The NRF", "claiming", "the lives of 12 people").figure("12 people", 12, "killed")
    got = resolve(written)
    assert got.claims == ()
    assert got.figures[0].source is None


@pytest.mark.parametrize(
    ("text", "content", "said", "counts"),
    [
        ("The NRF claimed responsibility for a raid that killed 12.", "responsibility for a raid that killed 12",
         "responsibility for a raid", False),
        ("The NRF claimed responsibility for a raid, killing 12.", "responsibility for a raid, killing 12",
         "responsibility for a raid", False),
        ("The NRF claimed responsibility for killing 12.", "responsibility for killing 12",
         "responsibility for killing 12", True),
        ("The NRF claimed it had killed 12.", "it had killed 12", "it had killed 12", True),
        ("On Friday, a raid claimed by the NRF killed 12.", "killed 12", "a raid", False),
        ("On Friday, a raid was later claimed by the NRF.", "a raid", "a raid", None),
    ],
)  # fmt: skip
def test_who_claims_a_deed_does_not_count_its_dead(text: str, content: str, said: str, counts: bool | None) -> None:
    written = Written(text.replace("NRF", "[NRF|group]")).claim("NRF", "claimed", content)
    if counts is not None:
        written.figure("12", 12, "killed")
    got = resolve(written)
    assert [c.text for c in got.claims[0].content] == [said]
    assert named(got, got.claims[0].source.entity) == "NRF"
    assert [f.source is not None for f in got.figures] == ([] if counts is None else [counts])


def test_a_number_whose_verb_stands_outside_is_of_the_sentence() -> None:
    written = Written(
        "Since the [NRF|group] declared the end of the truce 12 people have died, according to the [Sand Office|org]."
    )
    written.claim("the NRF", "declared", "the end of the truce 12 people")
    written.claim(
        "the Sand Office", "according to", "Since the NRF declared the end of the truce 12 people have died"
    ).figure("12 people", 12, "died")
    got = resolve(written)
    assert sorted(c.content[0].text for c in got.claims)[1] == "the end of the truce"
    assert named(got, got.figures[0].source) == "Sand Office"
