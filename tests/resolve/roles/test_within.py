"""Who stands inside the words for something else has not done it; no sentence here is from a report."""

import pytest

from tests.resolve.roles.test_arguments import roles
from tests.resolve.written import Written, resolve


def killer(text: str, deed: str, actor: str) -> str | None:
    """Who is said to have killed, where another deed is told before it."""
    written = Written(text).event(deed, "attack").event("killing", "death", actor=actor)
    found = next(e for e in resolve(written).events if e.trigger.text == "killing")
    return found.actor and found.actor.text


@pytest.mark.parametrize(
    ("text", "deed", "actor"),
    [
        ("A mortar struck during the feast of a guard killing two.", "struck", "a guard"),
        ("A mortar struck a mill held by the rebels killing two.", "struck", "the rebels"),
        ("The flood hit a school guarded by the army, killing two.", "hit", "the army"),
        ("A driver rammed a line of policemen, instantly killing two.", "rammed", "policemen"),
        ("Rebels fired on the guards killing two.", "fired", "the guards"),
    ],
)
def test_who_is_named_inside_another_phrase_has_not_killed(text: str, deed: str, actor: str) -> None:
    assert killer(text, deed, actor) is None


@pytest.mark.parametrize(
    ("text", "deed", "actor"),
    [
        ("A raid by the rebels killing two was condemned.", "raid", "the rebels"),
        ("The attack of the rebels killing two was condemned.", "attack", "the rebels"),
        ("The raid is known from footage of guards killing two.", "raid", "guards"),
        ("The raid ended when the mill was stormed by the rebels, killing two.", "raid", "the rebels"),
        ("After the raid the rebels went on killing two.", "raid", "the rebels"),
    ],
)
def test_who_is_said_to_do_it_has_killed(text: str, deed: str, actor: str) -> None:
    assert killer(text, deed, actor) == actor


@pytest.mark.parametrize(
    ("text", "trigger", "got"),
    [
        ("The army has foiled an attempt by rebels to attack the port.", "attack", "rebels"),
        ("The army thwarted a rebel plot to bomb the port.", "bomb", None),
        ("Police prevented a bid by gunmen to storm the court with raids.", "raids", "gunmen"),
        ("The army foiled a plot by rebels and attacked the port.", "attacked", "The army"),
        ("The army abandoned a plan to attack the port.", "attack", "The army"),
    ],
)
def test_who_foils_a_deed_does_not_do_it(text: str, trigger: str, got: str | None) -> None:
    subject = " ".join(text.split()[: 2 if text.startswith("The") else 1])
    assert roles(Written(text).event(trigger, "attack", actor=subject))[0] == got


def test_those_to_whom_somebody_is_loyal_have_not_done_it() -> None:
    text = "Gangs loyal to the mayor attacked the court."
    whole = Written(text).event("attacked", "attack", actor="the mayor", target="Gangs loyal to the mayor")
    assert roles(whole) == ("Gangs loyal to the mayor", None)
    assert roles(Written(text).event("attacked", "attack", actor="the mayor"))[0] is None
    beaten = Written("Gangs loyal to the mayor were attacked.")
    beaten.event("attacked", "attack", actor="the mayor", target="Gangs loyal to the mayor")
    assert roles(beaten) == (None, "Gangs loyal to the mayor")


@pytest.mark.parametrize(
    ("text", "actor", "got"),
    [
        ("Ten guards were killed in clashes with rebels, as the army moved in.", "the army", None),
        ("Ten guards were killed in heavy fighting with rebels where the army had landed.", "the army", None),
        ("Ten guards were killed in clashes with rebels.", "rebels", "rebels"),
        ("Ten guards were killed when the army moved in.", "the army", "the army"),
    ],
)
def test_who_comes_behind_a_fight_with_others_has_not_killed(text: str, actor: str, got: str | None) -> None:
    assert roles(Written(text).event("killed", "death", actor=actor))[0] == got


@pytest.mark.parametrize(
    ("text", "got"),
    [
        ("Baker killed, two injured in mill fire", (None, "Baker")),
        ("Baker killed other injured as roof falls", (None, "Baker")),
        ("Police killed two injured in the mill.", ("Police", None)),
        ("Police killed two robbers", ("Police", None)),
    ],
)
def test_a_headlines_victims_do_nothing(text: str, got: tuple[str | None, str | None]) -> None:
    assert roles(Written(text).event("killed", "death", actor=text.split()[0])) == got


def test_who_puts_an_end_to_a_deed_has_not_done_it() -> None:
    ended = Written("The attack was suppressed within hours by the guards.")
    assert roles(ended.event("attack", "attack", actor="the guards"))[0] is None
    claimed = Written("The attack was condemned at home and claimed by the rebels.")
    assert roles(claimed.event("attack", "attack", actor="the rebels"))[0] == "the rebels"


def test_which_goes_on_with_the_name_before_it() -> None:
    text = "The raids pressed the police to find the Dawn Front, which has roamed the hills, burning mills."
    written = Written(text).event("burning", "destruction", actor="the police to find the Dawn Front")
    assert roles(written)[0] == "the Dawn Front"


def test_an_actor_behind_by_ends_before_its_verb() -> None:
    text = "The baker, robbed by the Dawn Front, was freed by the army."
    written = Written(text).event("robbed", "attack", actor="the Dawn Front, was freed by the army")
    assert roles(written)[0] == "the Dawn Front"
