"""What may stand between who counts and the number."""

import pytest

from dateline.resolve.claims.counting import COUNTS
from tests.resolve.written import Written, named, resolve


@pytest.mark.parametrize(
    ("between", "verb"),
    [
        (" counted ", "counted"),
        (" (OMU) has recorded at least ", "recorded"),
        (" on Sunday raised the toll of the storm to ", "raised"),
        (" put the death toll at about ", "put"),
        (" revised its count to ", "revised"),
        (" raised the flag over ", None),
        (" said ", None),
        (" raised the toll. Torvan came to ", None),
    ],
)
def test_verbs_of_counting(between: str, verb: str | None) -> None:
    match = COUNTS.match(between)
    assert (match and (match[1] or match[2])) == verb


@pytest.mark.parametrize(
    ("text", "voiced"),
    [
        ("“At least 27 pupils drowned. The sea is cold,” the [Sand Office|org] said.", True),
        ("The [Sand Office|org] said: “The sea is cold. At least 27 pupils drowned.”", True),
        ("At least 27 pupils drowned. “The sea is cold,” the [Sand Office|org] said.", False),
        ("“At least 27 pupils drowned.” Bells rang. “The sea is cold,” the [Sand Office|org] said.", False),
    ],
)
def test_all_that_stands_between_two_marks_is_who_speaks(text: str, voiced: bool) -> None:
    got = resolve(
        Written(text)
        .claim("Sand Office", "said", "The sea is cold", kind="direct")
        .figure("At least 27 pupils", 27, "died")
    )
    assert (named(got, got.figures[0].source) == "Sand Office") is voiced


@pytest.mark.parametrize(
    ("text", "voiced"),
    [
        ("The sea is calm, the [Sand Office|org] said in a note putting the death toll at at least 70.", True),
        ("The sea is calm, the [Sand Office|org] said on Monday, raising the number of dead to 70.", True),
        ("The sea is calm, the [Sand Office|org] said. A boat sank, putting the death toll at 70.", False),
    ],
)
def test_who_puts_a_toll_at_a_number_gives_it(text: str, voiced: bool) -> None:
    got = resolve(Written(text).claim("the Sand Office", "said", "The sea is calm").figure("70", 70, "died"))
    assert (named(got, got.figures[0].source) == "Sand Office") is voiced


def test_a_quotation_of_a_statement_is_of_whom_it_is() -> None:
    """A cue inside it that names nobody takes nothing away."""
    got = resolve(
        Written(
            "The [Sand Office|org] said in a statement that a boat sank. “At least 27 pupils are confirmed to have "
            "drowned. A further 40 people are missing. The sea is cold” the statement read."
        )
        .claim("The Sand Office", "said", "a boat sank")
        .claim(None, "confirmed", "At least 27 pupils")
        .claim("the statement", "read", "The sea is cold", kind="direct")
        .figure("At least 27 pupils", 27, "died")
        .figure("A further 40 people", 40, "missing")
    )
    assert [named(got, f.source) for f in got.figures] == ["Sand Office", "Sand Office"]
