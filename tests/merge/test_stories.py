"""Reports of one situation come together, whatever order they come in."""

from itertools import pairwise

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.merge import SAME, group_stories, same_story, story_keys
from dateline.model import Block, CopyLink, Published, Report, Story, StoryKeys, make_id

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


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("Harbour neighbourhoods", "Harbor neighborhood"),
        ("Theatres, kilometres", "Theater, kilometers"),
        ("Organisers demobilised", "Organizers demobilized"),
        ("Paralysed", "Paralyzed"),
        ("Defence licence", "Defense license"),
        ("Travellers cancelled", "Travelers canceled"),
        ("Programme practised", "Program practiced"),
    ],
)
def test_british_and_american_spellings_are_one_word(british: str, american: str) -> None:
    """Nothing else is in the two titles, and the words weigh alike."""
    a, b = (story_keys(report(title, "So it was.")) for title in (british, american))
    assert same_story(a, b) > 0.99


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Four courts", "For corts"),
        ("Prizes", "Prises"),
        ("Shells", "Shels"),
        ("Fencing", "Fensing"),
        ("Ogres", "Ogers"),
    ],
)
def test_what_only_looks_like_another_spelling_is_another_word(one: str, other: str) -> None:
    assert same_story(story_keys(report(one, "")), story_keys(report(other, ""))) == 0


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


FIRE = (
    "A fire in the Orlec cannery has killed four packers, the fire service of Tivan said.\n",
    "Tivan's mayor went to the Orlec cannery, where four packers died in a fire.\n",
)
ASIDE = "The wage board met as planned and the ferry timetable for the coming season was read out to all present. " * 15


def untitled(text: str) -> StoryKeys:
    return story_keys(report("", text))


def test_the_first_words_of_an_untitled_report_stand_for_its_title() -> None:
    """What is told first binds two reports more than what is told further down; under a title it does not."""
    tails = " Gulls circled above the harbour at noon." * 5, " Snow lay on the vineyards until evening." * 5
    top = same_story(*(untitled(text + tail) for text, tail in zip(FIRE, tails, strict=True)))
    foot = same_story(*(untitled(tail + text) for text, tail in zip(FIRE, tails, strict=True)))
    assert top > foot
    above = same_story(*(story_keys(report("Today", text + tail)) for text, tail in zip(FIRE, tails, strict=True)))
    below = same_story(*(story_keys(report("Today", tail + text)) for text, tail in zip(FIRE, tails, strict=True)))
    assert above == below


def test_an_untitled_report_is_read_further_down() -> None:
    first, second = FIRE
    late = ASIDE + second
    assert 1500 < len(ASIDE) < 3000
    assert same_story(untitled(first), untitled(late)) > 0
    assert same_story(untitled(first), story_keys(report("Timetable", late))) == 0


def named(title: str, outlet: str, text: str) -> Report:
    return msgspec.structs.replace(report(title, text), outlet=outlet)


@pytest.mark.parametrize("title", ["Kelo Post", "Court news - Kelo Post", "Kelo Post Online | Sport"])
def test_the_name_of_an_outlet_or_its_section_is_no_title(title: str) -> None:
    fire = named(title, "Kelo Post", FIRE[0])
    strike = named(title, "Kelo Post", STRIKE[0][1])
    assert len(group([fire, strike])) == 2
    assert {s.title for s in group([fire, strike])} == {""}
    assert story_keys(fire).terms == untitled(FIRE[0]).terms


@pytest.mark.parametrize(
    "title",
    [
        "Kelo Post editor fined over leaked verdict",
        "Flood cuts off Tivan - Kelo Post",
        "Orlec wins cup after replay | Kelo Post",
    ],
)
def test_a_title_that_tells_something_stays_one(title: str) -> None:
    (story,) = group([named(title, "Kelo Post", FIRE[0])])
    assert story.title == title


RAIDS = [
    (
        "Raid on bakery in Iraq kills nine",
        "Nine people were killed in a raid on a bakery in Amara, in eastern Iraq, as they queued for bread at dawn. "
        "The bakery's owner said the oven was hit first. Rebels blamed the army.",
    ),
    (
        "Amara bakery raid: army denies blame",
        "The army of Iraq has denied that it raided a bakery in Amara in which nine people died in a queue for bread.",
    ),
    (
        "Queue for bread ends in death in Amara",
        "Families in Amara buried nine people who were killed in a queue for bread when a bakery was raided.",
    ),
]


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Raid on Iraq bridge leaves two dead",
            "Two soldiers were killed in a raid on a bridge over the Diyala river, in Iraq. Lorries were burnt "
            "and the road to the capital was closed for hours, a governor said. Rebels blamed the army.",
        ),
        (
            "Iraq court jails land registry clerk",
            "A court in Iraq has jailed a clerk of the land registry for nine years for selling forged deeds to "
            "families who had fled the east. The judge said the army had been among his customers.",
        ),
        (
            "Iraq win handball final",
            "Iraq came from behind to win the handball final against Oman with nine goals in the last period. Their "
            "coach, a baker, said that people at home would dance until dawn.",
        ),
        (
            "Flood cuts road in Iraq",
            "A flood has cut the road from Kut to the market towns of central Iraq, and families were taken from "
            "roofs by the army. Nine people were missing at dawn, a governor said.",
        ),
    ],
)
def test_a_leftover_of_another_matter_in_the_same_country_stays_out(title: str, text: str) -> None:
    other = report(title, text)
    assert sorted(len(s.reports) for s in group([*(report(*x) for x in RAIDS), other])) == [1, 3]
    again = [untitled(text) for _, text in (*RAIDS, (title, text))]
    plain = [report("", text) for _, text in (*RAIDS, (title, text))]
    assert (plain[-1].id,) in {s.reports for s in group_stories(plain, again)}
