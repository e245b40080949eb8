"""Who only answers force is not carried over to the attack; no sentence here is from a report."""

import msgspec
import pytest

from dateline.model import Role
from tests.kit.story import StoryKit
from tests.merge.test_participants import completed, struck

LEAD = "Shooting at mill\nThere was a shooting at the mill. "


def with_words(s: StoryKit, event: str, name: str, words: str, entity: str | None = None) -> str:
    """The event with words of its report as a role."""
    at = next(n for n, e in enumerate(s.events) if e.id == event)
    span = s.span(s.events[at].report, words)
    role = Role(text=words, start=span.start, end=span.end, entity=entity)
    s.events[at] = msgspec.structs.replace(s.events[at], **{name: role})
    return event


def carried(sentence: str, doer: str, target: str, trigger: str) -> bool:
    """Whether who did something to the target is carried over to the shooting at the mill."""
    s = StoryKit()
    r = s.report(LEAD + sentence, "2021-03-01")
    who = s.named(r, doer, doer)
    with_words(s, s.event(r, trigger, "attack"), "target", target)
    with_words(s, next(e.id for e in s.events), "actor", doer, who)
    shooting = s.event(r, "a shooting", "attack")
    actor = completed(s)[shooting].actor
    return actor is not None and actor.entity == who


@pytest.mark.parametrize(
    ("sentence", "doer", "target", "told"),
    [
        ("Guards shot dead two bakers.", "Guards", "two bakers", True),
        ("Guards shot dead the gunman.", "Guards", "the gunman", False),
        ("Guards shot dead a suspect at noon.", "Guards", "a suspect", False),
        ("Guards shot dead him and his dog.", "Guards", "him", False),
        ("Guards shot dead tyres of a van.", "Guards", "tyres of a van", False),
        ("Rebels shot dead him and his dog.", "Rebels", "him", True),
        ("A gunman shot dead the driver.", "A gunman", "the driver", True),
    ],
)
def test_who_shoots_the_gunman_did_not_attack(sentence: str, doer: str, target: str, told: bool) -> None:
    assert carried(sentence, doer, target, "shot dead") is told


def test_who_struck_elsewhere_in_it_is_answered() -> None:
    s = StoryKit()
    r = s.report(f"{LEAD}Red Dawn fired at bakers. Blue Dusk fought back against Red Dawn.", "2021-03-01")
    dawn, dusk = s.named(r, "Red Dawn", "Red Dawn", "group"), s.named(r, "Blue Dusk", "Blue Dusk", "group")
    s.event(r, "fired at", "attack", actor=dawn)
    s.event(r, "fought back", "attack", actor=dusk, target=dawn)
    shooting = s.event(r, "a shooting", "attack")
    actor = completed(s)[shooting].actor
    assert actor is not None
    assert actor.entity == dawn
    assert struck(completed(s)[shooting]) is None


@pytest.mark.parametrize(("sentence", "known"), [("Then he opened fire.", False), ("Then came gun fire.", True)])
def test_words_with_a_subject_of_their_own_gain_nobody(sentence: str, known: bool) -> None:
    s = StoryKit()
    r = s.report(f"{LEAD}Red Dawn did it. {sentence}", "2021-03-01")
    dawn = s.named(r, "Red Dawn", "Red Dawn", "group")
    s.event(r, "a shooting", "attack", actor=dawn)
    fire = s.event(r, "opened fire" if "opened" in sentence else "gun fire", "attack")
    assert (completed(s)[fire].actor is not None) is known


def test_the_gunman_did_not_shoot_himself() -> None:
    s = StoryKit()
    r = s.report(f"{LEAD}Red Dawn did it. Shots rang out, and the gunman fell. Two bakers died.", "2021-03-01")
    dawn = s.named(r, "Red Dawn", "Red Dawn", "group")
    s.event(r, "a shooting", "attack", actor=dawn)
    fell = with_words(s, s.event(r, "fell", "death"), "target", "the gunman")
    died = with_words(s, s.event(r, "died", "death"), "target", "Two bakers")
    got = completed(s)
    assert got[fell].actor is None
    assert got[died].actor is not None


def test_the_police_who_arrest_a_driver_arrested_him() -> None:
    s = StoryKit()
    r = s.report("Arrest in Qasira\nPolice took in a driver. The arrest came at noon.", "2021-03-01")
    police = s.named(r, "Police", "Police")
    taken = s.event(r, "took in", "arrest", actor=police)
    with_words(s, taken, "target", "a driver")
    arrest = s.event(r, "The arrest", "arrest")
    assert completed(s)[arrest].actor is not None


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Red Dawn shot at the mill.", True),
        ("Red Dawn is accused of having shot at the mill.", False),
        ("Red Dawn may have shot at the mill.", False),
        ("Red Dawn shot at the mill. It is unclear who carried out the attack.", False),
        ("Red Dawn shot at the mill. No group has claimed the attack.", False),
    ],
)
def test_whom_a_report_is_not_sure_of_is_not_carried_over(sentence: str, told: bool) -> None:
    s = StoryKit()
    r = s.report(LEAD + sentence, "2021-03-01")
    dawn = s.named(r, "Red Dawn", "Red Dawn", "group")
    s.event(r, "shot at", "attack", actor=dawn)
    if "the attack" in sentence:
        s.event(r, "the attack", "attack")
    shooting = s.event(r, "a shooting", "attack")
    assert (completed(s)[shooting].actor is not None) is told


def blamed(*sentences: str) -> set[str]:
    """Who is told to have done the shooting at the mill of which the sentences tell, each by another speaker or, where
    it names none, by its report."""
    s = StoryKit()
    for sentence in sentences:
        r = s.report(LEAD + sentence, "2021-03-01")
        name = "Red Dawn" if "Red Dawn" in sentence else "Blue Dusk"
        place = s.named(r, "mill", "mill", "place")
        claim = s.claim(r, sentence.split(" said")[0], sentence.split(" said ")[1]) if " said " in sentence else None
        party = s.named(r, name, name, "group")
        s.event(r, "shot at", "attack", actor=party, place=place, time="2021-03-01", claim=claim)
    merged = s.merged()
    names = {e.id: e.name for e in s.resolution().entities}
    assert len(merged.happenings) == 1
    return {names[a] for a in merged.happenings[0].actors}


def test_who_is_accused_in_turn_did_it_as_little_as_the_other() -> None:
    red, blue = "Bakers said Red Dawn shot at people.", "Millers said Blue Dusk shot at people."
    assert blamed(red, red) == {"Red Dawn"}
    assert blamed(red, blue) == set()
    assert blamed(red, "Blue Dusk shot at people.") == {"Blue Dusk"}
