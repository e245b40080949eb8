"""Reports of one situation come together, whatever order they come in."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from dateline.merge import SAME, group_stories, same_story, story_keys
from dateline.model import Block, CopyLink, Published, Report, Story, make_id

CYCLONE = [
    (
        "Cyclone Merla batters Beira",
        "Cyclone Merla tore roofs off houses in Beira on Monday, officials in Sofala said.",
    ),
    ("Beira counts dead after Cyclone Merla", "Eleven people died in Beira when Cyclone Merla hit Sofala province."),
    (
        "Sofala governor tours Beira",
        "The governor of Sofala visited Beira, flooded by Cyclone Merla, and promised tents.",
    ),
]
STRIKE = [
    ("Tram drivers in Gdansk walk out", "Tram drivers in Gdansk began a strike over pay on Monday, their union said."),
    ("Gdansk tram strike enters second day", "The union of tram drivers in Gdansk said the strike over pay goes on."),
]


def report(title: str, text: str, day: str | None = "2031-03-04") -> Report:
    return Report(
        id=make_id("r", title, text), path=None, url=None, text=text, language="en", title=title,
        published=Published(value=day), blocks=(Block(start=0, end=len(text), kind="body"),),
    )  # fmt: skip


REPORTS = [report(*x) for x in CYCLONE + STRIKE]


def group(reports: list[Report], copies: tuple[CopyLink, ...] = ()) -> tuple[Story, ...]:
    return group_stories(reports, [story_keys(r) for r in reports], copies)


def test_two_situations_are_two_stories() -> None:
    stories = group(REPORTS)
    assert sorted(len(s.reports) for s in stories) == [2, 3]


@given(st.permutations(REPORTS))
def test_order_never_matters(reports: list[Report]) -> None:
    assert group(reports) == group(REPORTS)


@given(st.integers(1, 4))
def test_stories_do_not_depend_on_other_stories(cut: int) -> None:
    """Adding the reports of another situation changes nothing: what makes incremental adding exact."""
    cyclone = group(REPORTS[:3])
    assert set(cyclone) <= set(group(REPORTS[: 3 + min(cut, 2)]))


def test_similarity_is_symmetric_and_alike_reports_share_a_key() -> None:
    keys = [story_keys(r) for r in REPORTS[:3]]
    for a, b in pairwise(keys):
        assert same_story(a, b) == same_story(b, a) >= SAME
        assert set(a.keys) & set(b.keys)


def test_distance_in_time_asks_for_more() -> None:
    near, far = report(*CYCLONE[0]), report(*CYCLONE[1], day="2033-03-04")
    close = report(*CYCLONE[1])
    assert same_story(story_keys(near), story_keys(far)) < same_story(story_keys(near), story_keys(close))
    season, month = (story_keys(report(*CYCLONE[1], day=day)) for day in ("2031-09-04", "2031-05-04"))
    assert same_story(story_keys(near), season) < same_story(story_keys(near), month)


def test_a_body_of_several_names_is_one_word() -> None:
    """Nothing else is common to the two reports; a name is found in any case, its capitals only as capitals."""
    fled = report("Hashd al-Shaabi takes hill", "Villagers left.")
    assert same_story(story_keys(fled), story_keys(report("PMU digs in", "Shops shut."))) > 0
    assert same_story(story_keys(fled), story_keys(report("popular mobilisation forces dig", "Shops shut."))) > 0
    assert same_story(story_keys(fled), story_keys(report("A pmu digs in", "Shops shut."))) == 0


def test_copies_stay_together() -> None:
    a, b = REPORTS[0], REPORTS[3]
    link = CopyLink(a=min(a.id, b.id), b=max(a.id, b.id), basis="near_copy", share_a=1, share_b=1)
    assert len(group([a, b])) == 2
    assert len(group([a, b], (link,))) == 1


def test_nothing_gives_nothing() -> None:
    assert group([]) == ()
    assert len(group([report("", "", None)])) == 1


def test_two_blows_of_one_kind_in_one_country_are_less_alike_than_two_reports_of_one() -> None:
    raid, other, again = (
        story_keys(report(title, text))
        for title, text in (
            (
                "Raid kills nine in Marran",
                "Nine civilians were killed and four wounded in a raid on a bakery in Marran. Rebels said that the "
                "raid struck a queue, and that fighters were among the dead.",
            ),
            (
                "Raid kills twelve in Marran",
                "Twelve civilians were killed and two wounded in a raid on a bridge in Marran. Rebels said the raid "
                "hit lorries, and that fighters were among the wounded.",
            ),
            (
                "Marran bakery queue: tenth victim dies",
                "A baker hurt in the raid on a bakery in Marran has died in hospital. Nine others in the queue were "
                "killed as bread was sold.",
            ),
        )
    )
    assert same_story(raid, other) < same_story(raid, again)
