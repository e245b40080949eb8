"""What the words before a trigger say of the status of its event."""

import pytest

from dateline.extract.modality import status_of
from dateline.model.mention import EventKind


@pytest.mark.parametrize(
    ("before", "trigger", "kind", "status"),
    [
        ("The two sides have not ", "signed", "agreement", "negated"),
        ("The governor failed to ", "win", "politics", "negated"),
        ("Police made no further ", "arrests", "arrest", "negated"),
        ("The talks failed to yield an ", "accord", "agreement", "negated"),
        ("He said that nobody was ", "injured", "injury", "negated"),
        ("The minister called off a ", "visit", "talks", "negated"),
        ("The alliance has ruled out military ", "intervention", "deployment", "negated"),
        ("Guards prevent the families from ", "leaving", "displacement", "negated"),
        ("It will not be ", "closed", "coercion", "negated"),
        ("Police denied rumours of a ", "mutiny", "attack", "negated"),
        ("Police denied rumours on the radio of another ", "mutiny", "attack", "negated"),
        ("The army denied that its men had carried out a ", "massacre", "attack", "negated"),
        ("The army denied a claim by farmers that they ", "shelled", "shelling", "negated"),
        ("The army has repeatedly denied ", "shelling", "shelling", "negated"),
        ("The radio gave a false report of ", "shelling", "shelling", "negated"),
        ("It was wrongly reported that the mayor had ", "died", "death", "negated"),
        ("There had not been any sign that the driver, Omar Vel, a 30-year-old baker from the port of Qasira, had ",
         "fled", "displacement", "negated"),
        ("Officials have no evidence of a ", "bombing", "bombing", "negated"),
        ("We almost ", "died", "death", "negated"),
        ("The ferry was nearly ", "hit", "accident", "negated"),
        ("Had the pilot ", "crashed", "accident", "hypothetical"),
        ("Nurses wait for possible victims of ", "assault", "attack", "hypothetical"),
        ("Nurses wait for possible victims of armed ", "robbery", "attack", "hypothetical"),
        ("Divers look for possible victims of the ", "flood", "hazard", None),
        ("Divers look for possible victims of Friday's ", "flood", "hazard", None),
        ("Divers look for possible victims of last week's ", "flood", "hazard", None),
        ("If the dam is ", "leaking", "accident", "hypothetical"),
        ("The port will close if the rebels are still ", "shelling", "shelling", "hypothetical"),
        ("It is not clear if the rebels are still ", "shelling", "shelling", "ongoing"),
        ("It looks as if the rebels are still ", "shelling", "shelling", "ongoing"),
        ("The port stays open even if the rebels are ", "shelling", "shelling", "ongoing"),
        ("The mill has not once in its ninety years of business been ", "charged", "arrest", "negated"),
        ("The baker was not in the port when he had been ", "charged", "arrest", None),
        ("Guards tried to ", "arrest", "arrest", "negated"),
        ("She bit a guard during an attempted ", "arrest", "arrest", "negated"),
        ("Rebels had been trying to ", "take", "capture_territory", "negated"),
        ("Rebels are trying to ", "take", "capture_territory", None),
        ("Guards tried to ", "storm", "attack", None),
        ("The tanker sailed in breach of Velian ", "sanctions", "sanction", "ongoing"),
        ("Velia traded despite a vote to ", "cut off", "sanction", None),
        ("The port suffers under the threat of ", "sanctions", "sanction", None),
        ("We cannot deny that it was a ", "massacre", "attack", None),
        ("The army denied ", "accusations", "accusation", None),
        ("The army denied any involvement in the ", "massacre", "attack", None),
        ("They denied being behind the ", "coup", "politics", None),
        ("The quake almost ", "destroyed", "destruction", None),
        ("The militia had ", "attacked", "attack", None),
        ("It may not have been ", "shelling", "shelling", "hypothetical"),
        ("The truce could ", "collapse", "agreement", "hypothetical"),
        ("They fear a possible ", "attack", "attack", "hypothetical"),
        ("The fleet will continue to ", "patrol", "deployment", "planned"),
        ("The army is preparing for a final ", "assault", "armed_clash", "planned"),
        ("Both sides are holding ", "talks", "talks", "ongoing"),
        ("The fleet has been carrying out ", "strikes", "air_strike", "ongoing"),
        ("Marrak is still being ", "besieged", "coercion", "ongoing"),
        ("The miners continued to ", "march", "protest", "ongoing"),
        ("He asked the army to stop ", "bombing", "air_strike", "ongoing"),
        ("Amid the ongoing border ", "clashes", "armed_clash", "ongoing"),
        ("Families are now ", "fleeing", "displacement", "ongoing"),
        ("Miners have been ", "marching", "protest", "ongoing"),
        ("The governor is ", "urging", "demand", None),
        ("Amid the current fighting they ", "fled", "displacement", None),
        ("Officials under mounting pressure ", "fled", "displacement", None),
        ("Gunmen ", "attacked", "attack", None),
        ("", "Clashes", "armed_clash", None),
    ],
)  # fmt: skip
def test_words_before_the_trigger(before: str, trigger: str, kind: EventKind, status: str | None) -> None:
    assert status_of(before, trigger, kind) == status


@pytest.mark.parametrize(
    ("before", "trigger", "after", "status"),
    [
        ("“", "Burn", " their mill, or block the road,” the preacher wrote.", "hypothetical"),
        ("“Burn their mill, or ", "block", " the road,” the preacher wrote.", "hypothetical"),
        ('The preacher wrote: "', "Burn", ' their mill."', "hypothetical"),
        ("“Burn their mill, or ", "throw them out", ",” he wrote.", "hypothetical"),
        ("“We burn their mill, and ", "block", " the road,” he wrote.", None),
        ("“Burned", " their mill", ",” he wrote.", None),
        ("“", "Attack", " on the mill,” the sign reads.", None),
        ('"Peace" was the motto, and ', "Attack", " the mill they did.", None),
        ("“Burn the mill,” he wrote, and ", "block", " the road they did.", None),
        ("The guards ", "attack", " the mill.", None),
        ("“", "Shot", " the guards and ran,” the diary says.", None),
    ],
)
def test_an_order_in_a_quotation_has_not_been_carried_out(
    before: str, trigger: str, after: str, status: str | None
) -> None:
    assert status_of(before, trigger, "attack", after) == status


def test_words_far_before_the_trigger_say_nothing() -> None:
    assert status_of("It may " + "soon " * 20, "attack", "attack") is None


def test_what_somebody_is_told_when_in_fact_it_is_not_so() -> None:
    assert status_of("She told them the baker had ", "died", "death", " when in fact he was abroad.") == "negated"
    assert status_of("She told them the baker had ", "died", "death", " in fact.") is None


@pytest.mark.parametrize(
    ("before", "trigger", "after", "status"),
    [
        ("Did the mayor ", "attack", " the guards?", "hypothetical"),
        ("“Did a Velian ship ", "deliver oil", " to the port?”", "hypothetical"),
        ("Were the bakers ", "arrested", " on Monday?", "hypothetical"),
        ("Did the latest ", "attack", " kill a guard?", None),
        ("Didn’t the mayor ", "attack", " the guards?", None),
        ("Why did the mayor ", "attack", " the guards?", None),
        ("Did the mayor know who ", "attacked", " the guards?", None),
        ("Was the ", "attack", " a mistake?", None),
    ],
)
def test_what_a_question_asks_is_not_told(before: str, trigger: str, after: str, status: str | None) -> None:
    assert status_of(before, trigger, "attack", after) == status


@pytest.mark.parametrize(
    ("before", "after", "status"),
    [
        ("Anyone ", " of theft could be fined.", "hypothetical"),
        ("An adult ", " of theft will be fined.", "hypothetical"),
        ("A baker ", " of theft could be freed.", None),
        ("An adult ", " of theft was freed.", None),
    ],
)
def test_what_would_befall_anybody_befell_nobody(before: str, after: str, status: str | None) -> None:
    assert status_of(before, "convicted", "arrest", after) == status
