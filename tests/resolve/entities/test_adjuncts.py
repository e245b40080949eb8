"""Names that stand only by the way: no antecedents where another is."""

from tests.resolve.written import Written, named, resolve, together


def test_it_is_no_medium_on_which_something_is_said() -> None:
    got = resolve(
        Written("The organiser apologised in a note on [Facebook|media]. It said nobody was hurt.").claim(
            "It", "said", "nobody was hurt"
        )
    )
    assert named(got, got.claims[0].source.entity if got.claims[0].source else None) != "Facebook"


def test_it_is_the_organiser_who_spoke() -> None:
    got = resolve(
        Written("The organiser said in a note on [Facebook|media] it would refund. It said nobody was hurt.")
        .claim("The organiser", "said", "it would refund")
        .claim("It", "said", "nobody was hurt")
    )
    first, second = got.claims
    assert first.source is not None
    assert second.source is not None
    assert first.source.entity is not None
    assert first.source.entity == second.source.entity


def test_it_is_a_medium_that_speaks_for_itself() -> None:
    got = resolve(
        Written("[Facebook|media] removed the pages. It said they were false.").claim("It", "said", "they were false")
    )
    assert together(got, "Facebook", "It")


def test_the_prison_is_the_one_told_of_and_not_where_its_warden_came_from() -> None:
    got = resolve(
        Written(
            "Fire broke out at the [Lima Prison|facility]. Its warden came from the [Cusco Prison|facility]. The prison"
            " was attacked."
        ).event("attacked", "attack", target="The prison")
    )
    event = got.events[0]
    assert event.target is not None
    assert named(got, event.target.entity) == "Lima Prison"


def test_the_prison_may_be_where_somebody_came_from_if_no_other_is_told_of() -> None:
    got = resolve(
        Written("The warden came from the [Cusco Prison|facility]. The prison was attacked.").event(
            "attacked", "attack", target="The prison"
        )
    )
    event = got.events[0]
    assert event.target is not None
    assert named(got, event.target.entity) == "Cusco Prison"
