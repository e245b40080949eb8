"""A vehicle driven at people is how an attack was done where the story tells of one."""

import pytest

from tests.resolve.written import Written, resolve

DRIVEN = "A van ploughed into a crowd of shoppers in Qasira."


def kinds(*written: Written) -> list[str]:
    return [e.kind for e in resolve(*written).events if e.trigger.text in ("ploughed", "slid")]


def driven(text: str = DRIVEN, trigger: str = "ploughed") -> Written:
    return Written(text).event(trigger, "accident")


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (driven(), ["accident"]),
        (driven(f"{DRIVEN} The attack shook the town.").event("attack", "attack"), ["attack"]),
        (driven(f"{DRIVEN} No attack was planned.").event("attack", "attack", status="negated"), ["accident"]),
        (driven("A van ploughed into a wall. The attack failed.").event("attack", "attack"), ["accident"]),
        (driven("A van ploughed on while people ran. The attack failed.").event("attack", "attack"), ["accident"]),
        (driven("A van slid into a crowd. The attack failed.", "slid").event("attack", "attack"), ["accident"]),
    ],
)
def test_what_is_driven_at_people(written: Written, told: list[str]) -> None:
    assert kinds(written) == told


def test_half_of_the_reports_must_tell_of_an_attack() -> None:
    attack = Written("The attack in Qasira shook the town.").event("attack", "attack")
    bare = [Written(f"Report {n} of Qasira is here.") for n in range(2)]
    assert kinds(driven(), attack) == ["attack"]
    assert kinds(driven(), attack, *bare) == ["accident"]
