"""Who did it: a charge and the answer that lays the deed to another, a denial beside a charge, a fault or a shot."""

import msgspec
import pytest

from dateline.merge.contradictions.blame import counter_charges, denied_part
from dateline.merge.contradictions.reasons import conflicting_falls
from dateline.merge.situation import Situation
from dateline.model import Role
from tests.kit.story import StoryKit

BODIES = {"Harbour Council": "Harbour Council", "Marran army": "Marra", "Red Dawn": "Red Dawn", "Marra": "Marra"}


def charged(*sentences: str) -> StoryKit:
    """One report, in which each “X accused Y”, “X blamed Y” is a charge of X against Y."""
    s = StoryKit()
    r = s.report("Raid on Qasira\n" + " ".join(sentences), "2021-03-02")
    for words, name in BODIES.items():
        if words in s.text(r):
            s.named(r, words, name)
    for sentence in sentences:
        at = s.text(r).index(sentence)
        verb = next((v for v in (" accused ", " blamed ", " blamed it on ") if v in sentence), None)
        if verb is None:
            continue
        event = s.event(r, sentence, "accusation")
        start = at + sentence.index(verb) + 1
        trigger = msgspec.structs.replace(s.events[-1].trigger, start=start, end=start + 7, text=verb.split()[0])
        actor, target = sentence.split(verb)[0], sentence.split(verb)[1].split(" of ")[0].split(" for ")[0].rstrip(".")
        roles = [
            Role(text=words, start=None, end=None, entity=next((
                s.named((), name, name) for known, name in BODIES.items() if known in words), None))
            for words in (actor, target)
        ]  # fmt: skip
        s.events = [
            msgspec.structs.replace(e, trigger=trigger, actor=roles[0], target=roles[1]) if e.id == event else e
            for e in s.events
        ]
    return s


def view(s: StoryKit) -> Situation:
    return Situation(s.dossier(), s.readings(), s.resolution())


FIRST = "The Harbour Council accused the Marran army of killing nine with shells."


@pytest.mark.parametrize(
    ("answer", "count"),
    [
        ("Marra blamed the Red Dawn.", 1),
        ("Marra accused the Red Dawn of carrying out the attack.", 1),
        ("Marra accused the Red Dawn of breaking a truce.", 0),
        ("Marra blamed the Harbour Council for the attack.", 1),
        ("The Red Dawn blamed the Marran army.", 0),
        ("Marra blamed the Marran army for the attack.", 0),
    ],
)
def test_the_accused_lays_the_deed_to_another(answer: str, count: int):
    found = list(counter_charges(view(charged(FIRST, answer))))
    assert len(found) == count
    assert all("blamed on" in x.why and x.kind == "attribution" for x in found)


def test_an_answer_far_below_is_to_something_else():
    rest = ["It rained."] * 6
    assert not list(counter_charges(view(charged(FIRST, *rest, "Marra blamed the Red Dawn."))))


@pytest.mark.parametrize(
    ("charge", "denied", "count"),
    [
        ("Marra blamed bandits for the raid.", "any involvement", 1),
        ("Marra blamed bandits for the raid.", "a visit to the mill", 0),
        ("Marra accused the Red Dawn of the raid.", "any involvement", 0),
        ("The Red Dawn blamed bandits for the raid.", "any involvement", 0),
    ],
)
def test_who_denies_any_part_near_a_charge(charge: str, denied: str, count: int):
    s = charged(charge, f"The Red Dawn denied {denied}.")
    r = s.reports[0].id
    s.claim(r, "The Red Dawn", denied, s.named((), "Red Dawn", "Red Dawn"), stance="denies")
    assert len(list(denied_part(view(s)))) == count


@pytest.mark.parametrize(
    ("fault", "shot", "count"),
    [
        ("the jet crashed after a technical fault", "it shot the jet down", 1),
        ("the jet crashed after a technical fault", "it saw the jet", 0),
        ("the jet crashed near the mill", "it shot the jet down", 0),
        ("the jet crashed after a technical fault", "it had not shot the jet down", 0),
        ("the jet crashed after a technical fault", "it did not try to shoot the jet down", 0),
        ("the shorter range points to a technical problem", "it shot a drone down", 0),
    ],
)
def test_a_fault_or_a_shot(fault: str, shot: str, count: int):
    s = StoryKit()
    r = s.report(f"Crash\nThe Marran army said {fault}. The Red Dawn said {shot}.", "2021-03-02")
    for who, words in (("Marran army", fault), ("Red Dawn", shot)):
        s.claim(r, who, words, s.named(r, who, who))
    assert len(list(conflicting_falls(view(s)))) == count
