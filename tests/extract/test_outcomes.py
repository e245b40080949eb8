"""What happened to those counted, by the verb beside the count."""

import pytest

from dateline.extract.outcomes import what_of


@pytest.mark.parametrize(
    ("sentence", "figure", "what"),
    [
        ("The blast killed at least 48 people in Kelo.", "at least 48 people", "killed"),
        ("Officials said 20 people were wounded.", "20 people", "injured"),
        ("A clash left 12 dead.", "12 dead", "killed"),
        ("The death toll has risen to at least 112 a monitor said.", "at least 112", "killed"),
        ("It killed two and wounding dozens of others the fire spread.", "dozens of others", "injured"),
        ("Some 200 families, who fled Umza, sleep in the open.", "Some 200 families", "displaced"),
        ("Police arrested another 30 protesters.", "another 30 protesters", "captured"),
        ("Near Umza, two strikes destroyed a bridge.", "two strikes", None),
        ("More than 500 soldiers were killed or wounded.", "More than 500 soldiers", "affected"),
        ("They were killing and wounding scores.", "scores", "affected"),
        ("The council met 12 delegates.", "12 delegates", None),
        ("About 30 people remain trapped.", "About 30 people", None),
    ],
)
def test_what_the_verb_says(sentence: str, figure: str, what: str | None) -> None:
    start = sentence.index(figure)
    assert what_of(sentence, start, start + len(figure)) == what
