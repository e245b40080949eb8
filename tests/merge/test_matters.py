"""Acts of one name about two things, and deeds of two doers."""

import pytest

from dateline.merge.matters import matter_of
from tests.kit.story import StoryKit


@pytest.mark.parametrize(
    ("sentence", "trigger", "matter"),
    [
        ("The council condemned the raid on the inn.", "condemned", {"~blow"}),
        ("The council condemned the new tax.", "condemned", {"tax"}),
        ("The council condemned it.", "condemned", set()),
        ("The council condemned Red Dawn.", "condemned", set()),
        ("Police are investigating whether a van was used.", "investigating", {"?"}),
        ("Police opened an investigation into the delay.", "investigation", {"delay"}),
        ("The envoy blamed the delay partly on the guards.", "blamed", {"delay"}),
        ("The envoy blamed the guards for the delay.", "blamed", {"delay"}),
        ("The envoy blamed the guards - a word for all foes.", "blamed", set()),
        ("The envoy accused the guards.", "accused", set()),
    ],
)
def test_what_an_act_is_about(sentence: str, trigger: str, matter: set[str]):
    s = StoryKit()
    r = s.report(f"Qasira\n{sentence}", "2021-03-01")
    s.event(r, trigger, "accusation")
    assert matter_of(s.events[0], s.text(r)) == matter


def test_only_acts_of_speech_are_about_something():
    s = StoryKit()
    r = s.report("Qasira\nThe council will investigate the tax.", "2021-03-01")
    s.event(r, "investigate", "arrest")
    assert matter_of(s.events[0], s.text(r)) == set()


def joined(kind: str, *told: tuple[str, str]) -> bool:
    """Whether the words of two reports are told of one happening."""
    s = StoryKit()
    for n, (sentence, trigger) in enumerate(told):
        r = s.report(f"Market day\nIt was noon.\nStalls opened.\n{sentence}", "2021-03-01", outlet=str(n))
        place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
        s.event(r, trigger, kind, status="ongoing", place=place)
    return len(s.merged().happenings) == 1


def test_two_inquiries_into_two_things_are_two():
    raid = ("Police in Qasira are investigating the raid of May.", "investigating")
    assert joined("accusation", raid, ("Officers started investigating the assault.", "investigating"))
    assert not joined("accusation", raid, ("Officers started investigating the fraud.", "investigating"))
    assert not joined("accusation", raid, ("Officers started investigating if a van was used.", "investigating"))


def test_a_sentence_is_as_long_as_it_is():
    clerk = ("The clerk of Qasira was sentenced to 20 years.", "sentenced")
    assert joined("arrest", clerk, ("A court in Qasira sentenced the clerk to 20 years.", "sentenced"))
    assert not joined("arrest", clerk, ("A court in Qasira sentenced the clerk to life.", "sentenced"))


def test_what_the_rebels_besiege_is_not_what_the_army_besieges():
    rebels = ("They left rebel-besieged Qasira.", "besieged")
    assert joined("coercion", rebels, ("They left rebel-besieged Qasira too.", "besieged"))
    assert not joined("coercion", rebels, ("They left army-besieged Qasira.", "army-besieged"))
    assert not joined("coercion", rebels, ("They left Qasira, besieged by army troops.", "besieged"))
    assert joined("coercion", rebels, ("They left Qasira, besieged by young rebels.", "besieged"))
    assert joined(
        "coercion",
        ("They left Qasira, besieged by army troops.", "besieged"),
        ("They left Qasira, besieged by young rebels.", "besieged"),
    )


def test_a_storm_is_its_name():
    ada = ("Cyclone Ada tore roofs off.", "Cyclone")
    assert joined("hazard", ada, ("The tropical storm Ada drowned the fields.", "tropical storm"))
    assert not joined("hazard", ada, ("Hurricane Bruno drowned the fields.", "Hurricane"))
    assert not joined("hazard", ("A storm tore roofs off.", "storm"), ("A cyclone drowned the fields.", "cyclone"))


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("A magnitude 6 quake shook Qasira.", "The 6.2-magnitude quake shook Qasira.", True),
        ("A magnitude 6 quake shook Qasira.", "The quake shook Qasira.", True),
        ("A magnitude six quake shook Qasira.", "A 5.2-magnitude quake shook Qasira.", False),
        ("A magnitude 6 quake shook Qasira.", "A quake measuring 4.9 shook Qasira.", False),
        ("A magnitude 5 quake came after the magnitude 6 one.", "A magnitude 5 quake shook Qasira.", True),
    ],
)
def test_a_quake_is_as_strong_as_it_is(first: str, second: str, expected: bool):
    assert joined("hazard", (first, "quake"), (second, "quake")) is expected


def test_an_aftershock_is_not_the_quake():
    assert not joined("hazard", ("A quake shook Qasira.", "quake"), ("Aftershocks shook Qasira.", "Aftershocks"))
    assert joined("hazard", ("An aftershock shook Qasira.", "aftershock"), ("The aftershock hit Qasira.", "aftershock"))
