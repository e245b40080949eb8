"""Who is not said to do a deed has not done it; no sentence here is from a report."""

import pytest

from tests.resolve.roles.test_arguments import roles
from tests.resolve.written import Written


@pytest.mark.parametrize(
    ("text", "trigger", "actor"),
    [
        ("The council has suspended aid after an attack on the mill.", "attack", "The council"),
        ("His officers did not learn about the brutal assaults until Monday.", "assaults", "His officers"),
        ("The mayor is taking steps to prevent assaults on bakers.", "assaults", "The mayor"),
        ("Police did not take her assault claim seriously.", "assault", "Police"),
        ("The port was saved from the heavy bombing.", "bombing", "The port"),
        ("Forty assaults have been reported to the police.", "assaults", "the police"),
        ("The assaults forced the council to close the mill.", "assaults", "the council"),
        ("A raid on the clinic managed by the nuns killed two.", "raid", "the nuns"),
        ("The targeting of a mill forced the council to act.", "targeting", "the council"),
        ("Bakers accused the police of not taking the assault seriously.", "assault", "the police"),
        ("The council opened an inquiry into the attack.", "attack", "The council"),
        ("The council started an investigation into the attack.", "attack", "The council"),
        ("The army fired back in response to the attack.", "attack", "The army"),
        ("No group has claimed responsibility for the attack.", "attack", "No group"),
        ("Nobody carried out the attack.", "attack", "Nobody"),
    ],
)
def test_who_is_not_said_to_do_a_deed_has_not_done_it(text: str, trigger: str, actor: str) -> None:
    assert roles(Written(text).event(trigger, "attack", actor=actor))[0] is None


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "actor"),
    [
        ("A raid has hit a village held by the rebels.", "hit", "air_strike", "the rebels"),
        ("Two fighters killed in the attack were from the Dawn Front.", "killed", "death", "the Dawn Front"),
        ("Guards carried the dead out of damaged and destroyed mills.", "destroyed", "destruction", "Guards"),
        ("Guards looked at the destroyed mills.", "destroyed", "destruction", "Guards"),
    ],
)
def test_who_holds_what_is_struck_has_not_struck(text: str, trigger: str, kind: str, actor: str) -> None:
    assert roles(Written(text).event(trigger, kind, actor=actor))[0] is None


@pytest.mark.parametrize(
    ("text", "trigger", "actor"),
    [
        ("A guard fired near the mill before blowing himself up.", "blowing", "A guard"),
        ("The rebels were behind the deliberate attack.", "attack", "The rebels"),
        ("The rebels launched a wave of attacks on the mill.", "attacks", "The rebels"),
        ("Rebels killed ten in a series of attacks.", "attacks", "Rebels"),
        ("The mayor blamed rebels for the attack.", "attack", "rebels"),
        ("Bakers accused the rebels of a deadly attack.", "attack", "the rebels"),
        ("Rebels went on a rampage.", "rampage", "Rebels"),
        ("The attack was carried out by rebels.", "attack", "rebels"),
        ("A mill was robbed and attacked by rebels.", "robbed", "rebels"),
        ("The killing of two bakers by rebels went on.", "killing", "rebels"),
        ("The rebels vowed to keep up their attacks.", "attacks", "The rebels"),
    ],
)
def test_who_does_a_deed_or_answers_for_it_keeps_it(text: str, trigger: str, actor: str) -> None:
    assert roles(Written(text).event(trigger, "attack", actor=actor))[0] == actor


@pytest.mark.parametrize("words", ["lost many in the", "announced a big", "pushed ahead with a"])
def test_who_is_in_a_fight_takes_part_in_it(words: str) -> None:
    written = Written(f"Rebels {words} offensive.").event("offensive", "armed_clash", actor="Rebels")
    assert roles(written)[0] == "Rebels"


def test_the_doer_behind_a_deed_is_found_where_another_stood() -> None:
    written = Written("The mayor has made the use of gas by the rebels a red line.")
    assert roles(written.event("use of gas", "attack", actor="The mayor"))[0] == "the rebels"


def test_nobody_is_found_behind_another_verb() -> None:
    written = Written("The attack on a mill owned by the rebels was fierce.")
    assert roles(written.event("attack", "attack"))[0] is None


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "actor"),
    [
        ("The queen struck back against the duke with missile strikes.", "missile strikes", "air_strike", "the duke"),
        ("The offensive against rebels killed ten.", "killed", "death", "rebels"),
        ("Dawn emerged amid a war that has killed ten.", "killed", "death", "Dawn emerged amid a war"),
        ("It is an operation to free the town from the rebels.", "operation", "armed_clash", "the rebels"),
        ("The queen accused the duke of burning the mill and shelled his castle.", "shelled", "shelling", "the duke"),
    ],
)
def test_against_whom_or_amid_what_something_is_done_did_not_do_it(
    text: str, trigger: str, kind: str, actor: str
) -> None:
    assert roles(Written(text).event(trigger, kind, actor=actor))[0] is None


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "actor"),
    [
        ("Bakers marched against the duke's strikes on mills.", "strikes", "air_strike", "the duke"),
        ("A court ruled against rebels who killed ten.", "killed", "death", "rebels"),
        ("Villagers hid from fire from the rebels.", "fire", "armed_clash", "the rebels"),
        ("The queen accused the duke of having burned the mill and shelled it.", "shelled", "shelling", "the duke"),
        ("The queen accused the duke of burning the mill and shelling it.", "shelling", "shelling", "the duke"),
    ],
)
def test_a_deed_of_an_opponent_is_his(text: str, trigger: str, kind: str, actor: str) -> None:
    assert roles(Written(text).event(trigger, kind, actor=actor))[0] == actor
