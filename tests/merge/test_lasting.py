"""What goes on for weeks: illnesses by their names, and what was over long ago."""

import pytest

from dateline.merge.happenings.illness import illness_of, two_illnesses
from tests.kit.story import StoryKit, grouped


@pytest.mark.parametrize(
    ("sentence", "trigger", "names"),
    [
        ("The outbreak of a new strain of avian flu has reached Orm.", "outbreak", {"bird"}),
        ("An outbreak of H7N9 bird flu has reached Orm.", "flu", {"h7n9", "bird"}),
        ("The Norse flu pandemic never came.", "pandemic", set()),
        ("The Danish flu pandemic never came.", "pandemic", {"danish"}),
        ("Danish flu patients fill the wards.", "flu", set()),
        ("Danish flu kills.", "flu", {"danish"}),
        ("The cholera epidemic is worse than malaria.", "epidemic", {"cholera"}),
        ("The flood, and then cholera, emptied Orm.", "flood", set()),
        ("Unlike measles, the virus spreads slowly.", "virus", set()),
        ("The flu came with a plague of locusts.", "flu", set()),
    ],
)
def test_an_outbreak_bears_the_name_of_its_illness(sentence: str, trigger: str, names: set[str]) -> None:
    s = StoryKit()
    r = s.report(f"Orm\n{sentence}", "2021-03-01")
    s.event(r, trigger, "hazard", status="ongoing")
    assert illness_of(s.events[0], s.text(r)) == names


def test_a_name_says_nothing_of_a_strain() -> None:
    assert not two_illnesses(frozenset({"bird"}), frozenset({"h7n9"}))
    assert two_illnesses(frozenset({"bird", "h5n1"}), frozenset({"h7n9"}))


def told(*sentences: tuple[str, str, str, str | None]) -> list[list[str]]:
    """The triggers told of one happening, by sentences with a trigger, its kind and the words that date it."""
    s = StoryKit()
    for n, (sentence, trigger, kind, year) in enumerate(sentences):
        r = s.report(f"Market day\nIt was noon.\nStalls opened.\n{sentence}", "2021-03-01", outlet=str(n))
        place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
        time = s.timed(r, year, year) if year else None
        s.event(r, trigger, kind, status="ongoing", place=place, time=time)
    return grouped(s)


NOW = ("The flu has closed half of the schools in Qasira.", "flu", "hazard", None)


def test_two_illnesses_are_two_happenings() -> None:
    assert told(NOW, ("The flu has closed more schools in Qasira.", "flu", "hazard", None)) == [["flu", "flu"]]
    bird = ("Bird flu has closed half of the schools in Qasira.", "flu", "hazard", None)
    assert told(bird, ("Swine flu has closed half of the schools in Qasira.", "flu", "hazard", None)) == []


@pytest.mark.parametrize(
    ("kind", "trigger"), [("hazard", "flu"), ("hazard", "drought"), ("protest", "protests"), ("armed_clash", "clashes")]
)
def test_what_goes_on_is_not_what_was_over_years_ago(kind: str, trigger: str) -> None:
    now = (f"The {trigger} closed half of the schools in Qasira.", trigger, kind, None)
    then = (f"The {trigger} of 1957 closed half of the schools in Qasira.", trigger, kind, "1957")
    assert told(now, then) == []
    began = (f"The {trigger} that began in 1957 closed half of the schools in Qasira.", trigger, kind, "1957")
    assert told(now, began) == [[trigger, trigger]]


def test_what_goes_on_is_not_of_two_years() -> None:
    then = ("The flu of 1918 closed half of the schools in Qasira.", "flu", "hazard", "1918")
    assert told(then, (then[0].replace("1918", "1957"), "flu", "hazard", "1957")) == []
