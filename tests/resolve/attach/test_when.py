"""The time of a figure: that of the clause that holds it, else that of its event."""

import pytest

from tests.resolve.written import Written, resolve


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("On June 8 wardens stopped a barge that on May 3 carried 40 cows.", "2021-05-03"),
        ("On June 8 wardens stopped a barge which carried 40 cows on May 3.", "2021-05-03"),
        ("On June 8 wardens stopped a barge that carried 40 cows.", "2021-06-08"),
        ("On June 8 wardens who wore hats stopped 40 cows.", "2021-06-08"),
    ],
)
def test_a_relative_clause_gives_its_count_its_time(text: str, when: str) -> None:
    target = text[text.index("stopped ") + len("stopped ") :].rstrip(".")
    got = resolve(
        Written(text).event("stopped", "coercion", target=target).figure("40 cows", 40, "other", unit="other")
    )
    assert got.events[0].time == "2021-06-08"
    assert got.figures[0].event == got.events[0].id
    assert got.figures[0].time == when
