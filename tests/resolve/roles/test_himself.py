"""Who does it to himself; no sentence here is from a report."""

import pytest

from tests.resolve.roles.test_arguments import roles
from tests.resolve.written import Written, resolve


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "told", "settled"),
    [
        ("A baker shot ten guards before killing himself.", "killing himself", "death", ("A baker", "ten guards"),
         ("A baker", "himself")),
        ("A baker shot ten guards before killing himself.", "killing", "death", ("A baker", "ten guards"),
         ("A baker", "himself")),
        ("The queen stabbed herself.", "stabbed", "injury", ("The queen", None), ("The queen", "herself")),
        ("Guards found the baker dead of a self-inflicted wound.", "dead", "death", ("Guards", "the baker"),
         ("the baker", "the baker")),
        ("Guards came, and the baker had a self-inflicted wound.", "wound", "injury", ("Guards", "the baker"),
         ("the baker", "the baker")),
        ("Guards killed the king himself.", "killed", "death", ("Guards", "the king"), ("Guards", "the king")),
        ("Guards shot the baker, whose wound was not self-inflicted.", "shot", "injury", ("Guards", "the baker"),
         ("Guards", "the baker")),
        ("A baker blew himself up at the mill.", "blew himself up", "bombing", ("A baker", "the mill"),
         ("A baker", "the mill")),
    ],
)  # fmt: skip
def test_who_does_it_to_himself_suffers_it(
    text: str, trigger: str, kind: str, told: tuple[str, str | None], settled: tuple[str, str | None]
) -> None:
    args = {role: words for role, words in zip(("actor", "target"), told, strict=True) if words is not None}
    assert roles(Written(text).event(trigger, kind, **args)) == settled


def test_nobody_else_has_a_part_in_it() -> None:
    """Neither did who came in, nor was he struck with those whom he struck."""
    got = resolve(
        Written("A gunman opened fire at the mill and killed himself.")
        .event("opened fire", "attack", actor="A gunman")
        .event("killed himself", "death", actor="A gunman")
    )
    shooting, end = got.events
    assert shooting.target is None
    assert end.actor is not None
    assert end.target is not None
    assert end.actor.entity == end.target.entity
