"""What a report is about: its events without a place of their own are put there."""

from tests.resolve.written import Written, named, resolve


def test_no_report_is_about_a_sea() -> None:
    got = resolve(
        Written(
            "Boats crossed the [Baltic Sea|place] and ships in the [Baltic Sea|place] turned. Crews stopped in"
            " [Riga|place]. Soldiers drilled."
        ).event("drilled", "deployment")
    )
    assert named(got, got.events[0].place) == "Riga"


def test_no_report_is_about_a_town_named_in_passing() -> None:
    padding = "[Peru|place] and [Chile|place] spoke. " * 6
    got = resolve(
        Written(f"{padding}Weeks passed. A scholar cited a letter of [Lima|place]. Soldiers drilled.").event(
            "drilled", "deployment"
        ),
        Written("Rain fell on [Cusco|place]."),
        Written("Rain fell on [Cusco|place] again."),
    )
    assert {named(got, e.place) for e in got.events} <= {"Peru", "Chile"}
