"""Who tells of a deed, watches it or suffers it has not done it; no sentence here is from a report."""

import pytest

from tests.resolve.roles.test_arguments import roles
from tests.resolve.written import Written, resolve


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "actor"),
    [
        ("Nobody slept in what the mayor called a terror attack.", "attack", "attack", "the mayor"),
        ("The navy detected the launch of a rocket.", "launch", "shelling", "The navy"),
        ("The navy is still analysing details of the launch.", "launch", "shelling", "The navy"),
        ("The mayor has been briefed on the latest launch.", "launch", "deployment", "The mayor"),
        ("The bishops, like many, strongly condemned the attack.", "attack", "attack", "The bishops"),
        ("The mayor said it was the third attack on the mill.", "attack", "attack", "The mayor"),
        ("The governor must indicate their intolerance for these launches.", "launches", "shelling", "The governor"),
        ("The mayor was horrified by the shooting.", "shooting", "attack", "The mayor"),
        ("The mayor, like all, has condemned the attack.", "attack", "attack", "The mayor, like all"),
        ("A baker drove into a crowd on Monday, killing two.", "killing", "death", "a crowd"),
        ("The launch came as the mayor spoke of peace.", "launch", "shelling", "the mayor"),
        ("Mass shooting at the Old Mill Officers arrive at dawn.", "shooting", "attack", "Officers"),
    ],
)
def test_an_onlooker_does_nothing(text: str, trigger: str, kind: str, actor: str) -> None:
    assert roles(Written(text).event(trigger, kind, actor=actor))[0] is None


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "actor"),
    [
        ("The navy confirmed its latest attack.", "attack", "attack", "The navy"),
        ("The navy carried out the attack.", "attack", "attack", "The navy"),
        ("The rebels claimed responsibility for the attack.", "attack", "attack", "The rebels"),
        ("Police reported shooting at a dog.", "shooting", "attack", "Police"),
        ("Soldiers described the risk they face in battling rebels.", "battling", "armed_clash", "they"),
        ("The attack came at dawn, and rebels staged it.", "attack", "attack", "rebels"),
        ("The attack at the mill by rebels failed.", "attack", "attack", "rebels"),
    ],
)
def test_who_does_it_stays(text: str, trigger: str, kind: str, actor: str) -> None:
    assert roles(Written(text).event(trigger, kind, actor=actor))[0] == actor


def test_who_faces_a_deed_is_struck() -> None:
    written = Written("[Ruritania|place] has faced a series of attacks.")
    assert roles(written.event("attacks", "attack", actor="Ruritania")) == (None, "Ruritania")


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The port faced attacks, killing two bakers.", None),
        ("The port, like others, faced attacks, killing two bakers.", None),
        ("The port faced attacks that have killed two bakers.", None),
        ("The port faced attacks and killed two bakers.", "The port"),
        ("The port staged attacks, killing two bakers.", "The port"),
    ],
)
def test_who_faces_a_deed_has_not_killed_by_it(text: str, actor: str | None) -> None:
    harm = "killing" if "killing" in text else "killed"
    written = Written(text).event("attacks", "armed_clash", status="planned").event(harm, "death", actor="The port")
    told = resolve(written).events[1].actor
    assert (told and told.text) == actor


@pytest.mark.parametrize(
    ("text", "actor", "left"),
    [
        ("The [Dawn News|media] agency was first to claim the attack.", "The Dawn News agency", None),
        ("The attack was told of by Ruritanian media.", "Ruritanian media", None),
        ("The [Dawn Front|group] was first to claim the attack.", "The Dawn Front", "The Dawn Front"),
    ],
)
def test_a_medium_attacks_nobody(text: str, actor: str, left: str | None) -> None:
    assert roles(Written(text).event("attack", "attack", actor=actor))[0] == left


def test_a_pronoun_taken_for_a_medium_attacks_nobody() -> None:
    written = Written("[Dawn News|media] saw it. It attacked a mill.").event("attacked", "attack", actor="It")
    assert roles(written) == (None, None)
    spoken = Written("[Dawn News|media] saw it. It accused a mill.").event("accused", "accusation", actor="It")
    assert roles(spoken) == ("It", None)


def test_an_owner_is_found_where_an_onlooker_stood() -> None:
    written = Written("The navy confirmed another attack by rebels on Monday.")
    assert roles(written.event("attack", "attack", actor="The navy")) == ("rebels", None)


@pytest.mark.parametrize(
    ("text", "spilled", "trigger", "actor"),
    [
        ("The driver slowed when he hit a wall.", "The driver slowed when he", "hit", "he"),
        ("Residents say rebels hit a wall.", "Residents say rebels", "hit", "rebels"),
        (
            "The band has split, with the youth hitting a wall.",
            "The band has split, with the youth",
            "hitting",
            "the youth",
        ),
        ("Two trams have met in a tunnel, hitting a wall.", "Two trams have met", "hitting", "Two trams"),
        ("Two trams were met in a tunnel, hitting a wall.", "Two trams were met", "hitting", None),
        ("The blast was so strong that it hit a wall.", "The blast was so strong that it", "hit", "it"),
        ("When the mayor was asked, he hit a wall.", "the mayor was asked, he", "hit", "he"),
        ("Men that are armed hit a wall.", "Men that are armed", "hit", "Men that are armed"),
        ("The rebels have come to attack daily.", "The rebels have come", "attack", "The rebels"),
        ("Officials believe it was a third attack.", "Officials believe it was a third", "attack", None),
        ("The navy saw one more attack from the hills.", "The navy saw one more attack from the hills", "attack", None),
        ("They held the hills, and attack daily.", "They held the hills, and attack daily", "attack", "They"),
        ("A man who was a guard hit a wall.", "A man who was a guard", "hit", "A man who was a guard"),
        ("Guards such as he hit a wall.", "Guards such as he", "hit", "Guards such as he"),
    ],
)
def test_an_actor_is_one_phrase_of_its_own_clause(text: str, spilled: str, trigger: str, actor: str | None) -> None:
    assert roles(Written(text).event(trigger, "attack", actor=spilled))[0] == actor


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("A [Ruritanian|group] rocket was fired at dawn.", "Ruritanian"),
        ("[France|place]'s latest rocket was fired at dawn.", "France"),
        ("A stolen rocket was fired at dawn.", None),
        ("A [Ruritanian|group] rocket was fired by rebels.", "rebels"),
    ],
)
def test_whose_rocket_it_is_fires_it(text: str, actor: str | None) -> None:
    marked = Written(text)
    rocket = marked.text[: marked.text.index(" was")]
    assert roles(marked.event("fired", "shelling", target=rocket))[0] == actor


@pytest.mark.parametrize(
    ("text", "trigger", "actor"),
    [
        ("The deadliest [French|group] attack in years.", "attack", None),
        ("A [French|group] mass shooting.", "mass shooting", None),
        ("A [French|group] attack on rebels.", "attack", "French"),
        ("The deadliest [Dawn Front|group] attack in years.", "attack", "Dawn Front"),
    ],
)
def test_a_country_before_the_deadliest_attack_is_where(text: str, trigger: str, actor: str | None) -> None:
    assert roles(Written(text).event(trigger, "attack"))[0] == actor


@pytest.mark.parametrize(
    ("text", "lent"),
    [
        ("A baker fired at a crowd before a guard was killed.", None),
        ("A baker fired at a crowd, and a guard was killed.", "A baker"),
    ],
)
def test_a_blow_lends_nobody_to_a_harm_of_another_time(text: str, lent: str | None) -> None:
    written = Written(text).event("fired", "attack", actor="A baker", target="a crowd")
    harm = resolve(written.event("killed", "death", target="a guard")).events[1]
    assert (harm.actor and harm.actor.text) == lent


@pytest.mark.parametrize(
    ("text", "target"),
    [("Rockets fired from a hill hit a mill.", None), ("Rockets fired at a hill hit a mill.", "a hill")],
)
def test_where_a_rocket_is_fired_from_is_not_struck(text: str, target: str | None) -> None:
    assert roles(Written(text).event("fired", "shelling", target="a hill"))[1] == target


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("A rebel jet was shot down on Monday, killing two.", None),
        ("A rebel jet was shot down on Monday killing two.", None),
        ("A rebel jet that had been hit by hail crashed, killing two.", None),
        ("A rebel jet was shot down after killing two.", "A rebel jet"),
        ("A rebel jet was seen at noon before killing two.", "A rebel jet"),
        ("A rebel jet shot down a plane, killing two.", "A rebel jet"),
    ],
)
def test_who_was_struck_himself_did_not_kill(text: str, actor: str | None) -> None:
    assert roles(Written(text).event("killing", "death", actor="A rebel jet"))[0] == actor


@pytest.mark.parametrize(
    ("name", "kind", "where"),
    [("Marrak", "place", True), ("Kabul", "place", False), ("Ruritania", "group", False), ("Kenya", "place", False)],
)
def test_a_town_before_a_blow_is_where_it_was(name: str, kind: str, where: bool) -> None:
    """A capital may stand for its government; a country and a group act."""
    got = resolve(Written(f"The [{name}|{kind}] strike killed two.").event("strike", "air_strike", actor=name))
    actor, place = got.events[0].actor, got.events[0].place
    assert (actor is None) is where
    assert (place is not None) >= where
