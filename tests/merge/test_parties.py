"""Deeds of one name done to others, and words of others."""

import msgspec
import pytest

from tests.kit.story import StoryKit


def joined(kind: str, *told: tuple[str, str, str | None], role: str = "target", form: str = "person") -> bool:
    """Whether reports tell one deed, each given as a sentence, its trigger and the name of who fills the role."""
    s = StoryKit()
    for n, (sentence, trigger, name) in enumerate(told):
        r = s.report(f"News of Qasira\n{sentence}", "2021-03-01", outlet=str(n))
        place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
        party = s.named(r, name, name, form) if name else None
        s.event(r, trigger, kind, place=place, **{role: party})
    return len(s.merged().happenings) == 1


def arrest(name: str, of: str | None = None) -> tuple[str, str, str | None]:
    return f"Guards in Qasira arrested {name} over the stolen bell.", "arrested", of


def test_an_arrest_is_of_whom_it_is():
    assert joined("arrest", arrest("Ann Lee", "Ann Lee"), arrest("Ms Lee", "Lee"))
    assert joined("arrest", arrest("Ann Lee", "Ann Lee"), arrest("a clerk"))
    assert not joined("arrest", arrest("Ann Lee", "Ann Lee"), arrest("Bo Roy", "Bo Roy"))


def test_what_is_told_of_nobody_joins_no_two():
    assert not joined("arrest", arrest("Ann Lee", "Ann Lee"), arrest("a clerk"), arrest("Bo Roy", "Bo Roy"))


@pytest.mark.parametrize(
    ("one", "two", "expected"), [("Sand Office", "Sand Board", True), ("Sand Office", "Harbour Council", False)]
)
def test_bodies_with_a_word_in_common_may_be_one(one: str, two: str, expected: bool):
    told = [(f"The court in Qasira fined {name} over the broken dam.", "fined", name) for name in (one, two)]
    assert joined("sanction", *told, form="org") is expected


def test_who_resigns_is_one_and_who_arrests_is_many():
    told = [(f"In Qasira {name} resigned over the stolen bell.", "resigned", name) for name in ("Ann Lee", "Bo Roy")]
    assert not joined("politics", *told, role="actor")
    told = [(f"In Qasira {name} arrested a clerk over the bell.", "arrested", name) for name in ("Ann Lee", "Bo Roy")]
    assert joined("arrest", *told, role="actor")


def test_a_drill_is_its_doers():
    told = [(f"In Qasira {name} tested a raft.", "tested", name) for name in ("Ann Lee", "Bo Roy")]
    assert not joined("deployment", *told, role="actor")
    assert joined("deployment", *told)


@pytest.mark.parametrize("kind", ["accident", "destruction"])
@pytest.mark.parametrize(("noun", "expected"), [("inn", False), ("building", True), ("mill", True)])
def test_the_mill_that_collapsed_is_not_the_inn(noun: str, kind: str, expected: bool):
    told = [(f"The old {n} in Qasira collapsed in the storm.", "collapsed", f"old {n}") for n in ("mill", noun)]
    assert joined(kind, *told, form="facility") is expected


@pytest.mark.parametrize(("kind", "expected"), [("accusation", 2), ("attack", 1)])
def test_a_critics_attack_is_no_raid(kind: str, expected: int):
    s = StoryKit()
    for n, what in enumerate((kind, "attack")):
        r = s.report("Attack in Qasira\nThe attack in Qasira on the council drew anger.", "2021-03-01", outlet=str(n))
        s.event(r, "attack", what, place=s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0)))
    assert len(s.merged().happenings) == expected


def test_an_unnamed_spokesman_warns_for_his_body():
    def warned(body: str) -> bool:
        s = StoryKit()
        a = s.report(f"Qasira\nA {body} spokesman warned of storms over Qasira.", "2021-03-01", outlet="a")
        b = s.report("Qasira\nThe Harbour Council warned of storms over Qasira.", "2021-03-01", outlet="b")
        council = s.named(b, "Harbour Council", "Harbour Council")
        s.named(a, body, body)
        spokesman = s.named(a, f"A {body} spokesman", f"{body} spokesman (unnamed)", "person")
        unnamed = s.entities[spokesman]
        described = tuple(msgspec.structs.replace(m, form="nominal") for m in unnamed.mentions)
        s.entities[spokesman] = msgspec.structs.replace(unnamed, mentions=described)
        s.event(a, "warned", "threat", actor=spokesman)
        s.event(b, "warned", "threat", actor=council)
        return len(s.merged().happenings) == 1

    assert warned("Harbour Council")
    assert not warned("Sand Office")


@pytest.mark.parametrize(("land", "expected"), [("Norland", False), ("Marland", True)])
def test_each_country_has_its_own_curfew(land: str, expected: bool):
    s = StoryKit()
    for n, name in enumerate(("Marland", land)):
        r = s.report(f"Curfew\n{name} has been under a curfew since May.", "2021-03-01", outlet=str(n))
        place = s.named(r, name, name, "place", (45.0, 10.0))
        s.places[-1] = msgspec.structs.replace(s.places[-1], precision="country")
        s.event(r, "curfew", "coercion", status="ongoing", place=place)
    assert len({p.entity for p in s.places}) == (1 if expected else 2)
    assert len(s.merged().happenings) == (1 if expected else 2)


@pytest.mark.parametrize(
    ("second", "expected"),
    [("A curfew holds in Qasira.", True), ("They extended the curfew in Qasira.", False),
     ("The curfew has been extended in Qasira.", False)],
)  # fmt: skip
def test_what_is_extended_was_begun_before(second: str, expected: bool):
    s = StoryKit()
    for n, text in enumerate(("A curfew holds in Qasira.", second)):
        r = s.report(f"News\n{text}", "2021-03-01", outlet=str(n))
        place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
        s.event(r, "curfew", "coercion", place=place)
    assert len(s.merged().happenings) == (1 if expected else 2)
