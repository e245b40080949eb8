"""Whose government "the government" is; no sentence here is from a report."""

import pytest

from tests.resolve.written import Written, named, resolve

PERU = "[Peru|place] mourned. [Peru|place] voted. [Peru|place] slept. "


@pytest.mark.parametrize(
    ("text", "its"),
    [
        ("Rain fell on the hills.", True),
        ("[Chilean|group] troops allied with the regime drilled.", True),
        ("Rain fell on regime ally [Peru|place].", False),
        ("[Peruvian|group] troops allied with the regime drilled.", False),
        ("[Peru|place], a close ally of the regime, drilled.", False),
        ("[Peruvian|group] air strikes on the regime went on.", False),
        ("The [Peru|place]-backed regime drilled.", False),
    ],
)
def test_a_country_named_as_an_ally_has_another_government(text: str, its: bool) -> None:
    written = Written(f"{PERU}{text} The regime hid. Then the [Peruvian|group] government left.")
    written.event("hid", "withdrawal", actor="The regime", after="The regime hid")
    got = resolve(written.event("left", "withdrawal", actor="the Peruvian government"))
    assert (len({e.actor and e.actor.entity for e in got.events}) == 1) is its


def test_the_government_that_a_country_backs_is_not_its_own() -> None:
    written = Written(f"{PERU}The [Peruvian|group]-backed government hid. The [Peruvian|group] government left.")
    written.event("hid", "withdrawal", actor="The Peruvian-backed government")
    got = resolve(written.event("left", "withdrawal", actor="The Peruvian government"))
    assert len({e.actor and e.actor.entity for e in got.events}) == 2


@pytest.mark.parametrize(
    ("told", "same"),
    [
        ("[Thai|group] President [Rana Odeh|person] spoke.", True),
        ("[Thailand|place]'s leader [Rana Odeh|person] spoke.", True),
        ("[Thai|group] singer [Rana Odeh|person] spoke.", False),
    ],
)
def test_the_regime_of_a_leader_is_that_of_the_country_led(told: str, same: bool) -> None:
    """Not of the country that the report names most."""
    text = f"{PERU}The [Thai|group] government left. The regime of [Odeh|person] hid."
    written = Written(text).event("hid", "withdrawal", actor="The regime of Odeh")
    got = resolve(written.event("left", "withdrawal", actor="The Thai government"), Written(told))
    one, two = (e.actor and e.actor.entity for e in got.events)
    assert (one == two) is same
    assert {named(got, one), named(got, two)} != {"government of Peru"}


def test_a_president_without_a_country_leads_the_one_that_the_report_is_about() -> None:
    text = f"{PERU}President [Rana Odeh|person] wept. [Odeh|person]'s regime hid. The [Peruvian|group] government left."
    written = Written(text).event("hid", "withdrawal", actor="Odeh's regime")
    got = resolve(written.event("left", "withdrawal", actor="The Peruvian government"))
    assert len({e.actor and e.actor.entity for e in got.events}) == 1
