"""Who acts and who is acted upon, where the words beside the trigger tell; no sentence here is from a report."""

import pytest

from tests.resolve.written import Written, entity, resolve


def roles(written: Written) -> tuple[str | None, str | None]:
    """The words of the actor and the target of the only event."""
    event = resolve(written).events[0]
    return event.actor and event.actor.text, event.target and event.target.text


def test_who_stands_behind_by_is_who_did_it() -> None:
    town = Written("The harbour was besieged by rebels for a month.")
    assert roles(town.event("besieged", "coercion", actor="The harbour", target="rebels")) == ("rebels", "The harbour")


def test_by_a_reason_or_a_day_is_no_doer() -> None:
    assert roles(Written("The camp was cleared by Tuesday.").event("cleared", "coercion")) == (None, None)
    saddened = Written("The crew was encouraged by the soldiers.").event("encouraged", "support", actor="The crew")
    assert roles(saddened) == ("The crew", None)


def test_the_doer_of_another_verb_is_not_the_doer_of_this() -> None:
    written = (
        Written("Families were granted passage out of a town besieged by the army.")
        .event("granted", "concession", actor="the army", target="Families")
        .event("besieged", "coercion", actor="the army", target="a town")
    )
    granted, besieged = resolve(written).events
    assert granted.actor is None
    assert besieged.actor is not None
    assert besieged.actor.text == "the army"


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "given", "got"),
    [
        ("The convoy came under attack at dawn.", "attack", "attack", {"actor": "The convoy"}, (None, "The convoy")),
        ("A rebel siege of the port went on.", "siege", "coercion", {}, ("rebel", None)),
        ("An anti-government attack failed.", "attack", "attack", {}, (None, None)),
        ("An attack on the embassy failed.", "attack", "attack", {}, (None, "the embassy")),
        ("An attack on Tuesday failed.", "attack", "attack", {}, (None, None)),
        ("An attack on the embassy failed.", "attack", "attack", {"target": "embassy"}, (None, "embassy")),
        ("A deal between the rebels and the government held.", "deal", "agreement", {},
         ("the rebels", "the government")),
        ("Coalition air strikes killed a farmer.", "killed", "death", {"actor": "Coalition air strikes"},
         ("Coalition", None)),
    ],
)  # fmt: skip
def test_what_the_words_beside_a_trigger_tell(
    text: str, trigger: str, kind: str, given: dict[str, str], got: tuple[str | None, str | None]
) -> None:
    assert roles(Written(text).event(trigger, kind, **given)) == got


@pytest.mark.parametrize(
    ("marked", "trigger", "kind", "given", "got"),
    [
        ("There was an uprising by farmers.", "uprising", "riot", {}, ("farmers", None)),
        ("An attack on a convoy by rebels failed.", "attack", "attack", {"target": "a convoy"}, ("rebels", "a convoy")),
        ("A man died in hospital, said a note by doctors.", "died", "death", {"target": "A man"}, (None, "A man")),
        ("Two men were confirmed dead by police.", "dead", "death", {"target": "Two men"}, (None, "Two men")),
        ("Two men were found dead in a mill by police.", "dead", "death", {"target": "Two men"}, (None, "Two men")),
        ("The militia’s abduction of two girls caused outrage.", "abduction", "abduction",
         {"actor": "The militia’s abduction of two girls"}, ("The militia", None)),
        ("They were freed by military action.", "freed", "concession", {"target": "They"}, (None, "They")),
        ("They were freed by the military.", "freed", "concession", {"target": "They"}, ("the military", "They")),
        ("Soldiers advanced on the village.", "advanced", "armed_clash", {"actor": "Soldiers"}, ("Soldiers", None)),
        ("The mayor blamed the delay partly on “rebels”.", "blamed", "accusation",
         {"actor": "The mayor", "target": "the delay"}, ("The mayor", "rebels")),
        ("The mayor blamed the delay on the weather.", "blamed", "accusation",
         {"actor": "The mayor", "target": "the delay"}, ("The mayor", "the delay")),
        ("Aid from the [Harbour Union|org] came late.", "Aid", "aid", {}, ("the Harbour Union", None)),
        ("The attack from the north failed.", "attack", "attack", {}, (None, None)),
        ("Many displaced families wait.", "displaced", "displacement", {"target": "families"}, ("families", None)),
        ("Many trapped families wait.", "trapped", "displacement", {"target": "families"}, (None, "families")),
        ("A deal struck between the rebels and the mayor held.", "deal", "agreement", {}, ("the rebels", "the mayor")),
        ("The mayor held talks with rebels on Monday.", "talks", "talks", {"actor": "The mayor"},
         ("The mayor", "rebels")),
    ],
)  # fmt: skip
def test_by_on_and_with_name_a_party_and_nothing_else_does(
    marked: str, trigger: str, kind: str, given: dict[str, str], got: tuple[str | None, str | None]
) -> None:
    assert roles(Written(marked).event(trigger, kind, **given)) == got


@pytest.mark.parametrize(
    ("marked", "trigger", "given", "got"),
    [
        ("Troops took two hills from the [NRF|group] since May.", "took", {"actor": "Troops", "target": "hills"},
         ("Troops", "the NRF")),
        ("Troops retook all land previously held by the [NRF|group].", "retook", {"actor": "Troops", "target": "land"},
         ("Troops", "the NRF")),
        ("Troops took the [NRF|group]-held town.", "took", {"actor": "Troops", "target": "town"}, ("Troops", "NRF")),
        ("Police cleared half of the mill of attackers.", "cleared", {"actor": "Police", "target": "half of the mill"},
         ("Police", "attackers")),
        ("The [NRF|group] lost the valley to troops.", "lost", {"actor": "NRF", "target": "the valley"},
         ("troops", "NRF")),
        ("The [NRF|group] lost the valley to swift raids by troops.", "lost", {"actor": "NRF", "target": "the valley"},
         ("troops", "NRF")),
        ("The [NRF|group] lost the valley.", "lost", {"actor": "NRF", "target": "the valley"}, ("NRF", "the valley")),
        ("Troops captured a hill after fleeing from rebels.", "captured", {"actor": "Troops", "target": "a hill"},
         ("Troops", "a hill")),
    ],
)  # fmt: skip
def test_who_loses_a_place_is_acted_upon(
    marked: str, trigger: str, given: dict[str, str], got: tuple[str | None, str | None]
) -> None:
    assert roles(Written(marked).event(trigger, "capture_territory", **given)) == got


def test_whose_deed_took_a_place_is_not_the_adjective_of_the_deed() -> None:
    written = (
        Written("The [NRF|group] lost the valley to military raids.")
        .event("lost", "capture_territory", actor="NRF", target="the valley")
        .event("raids", "attack")
    )
    assert roles(written) == ("NRF", "the valley")


def test_whose_defeat_it_is_suffers_it() -> None:
    written = Written("The [NRF|group]’s defeat at the river ended the war.").event(
        "defeat", "armed_clash", actor="NRF"
    )
    assert roles(written) == (None, "NRF")


def test_i_is_who_speaks_and_a_country_is_no_pronoun() -> None:
    text = "“I was hurt by glass,” said [Rana Odeh|person]. She blamed the [US|place]."
    got = resolve(
        Written(text)
        .claim("Rana Odeh", "said", "I was hurt by glass", kind="direct")
        .event("hurt", "injury", target="I")
        .event("blamed", "accusation", actor="She", target="US")
    )
    hurt, blamed = got.events
    assert hurt.target is not None
    assert blamed.target is not None
    assert hurt.target.entity == entity(got, "Rana Odeh").id
    assert blamed.target.entity == entity(got, "US").id


def test_its_fighters_are_the_group_itself() -> None:
    got = resolve(
        Written("The [NRF|group] lost the town. Its surviving fighters attacked a convoy.").event(
            "attacked", "attack", actor="Its surviving fighters", target="a convoy"
        )
    )
    assert got.events[0].actor is not None
    assert got.events[0].actor.entity == entity(got, "NRF").id
