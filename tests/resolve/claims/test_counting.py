"""What may stand between who counts and the number."""

import pytest

from dateline.resolve.claims.counting import COUNTS


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
