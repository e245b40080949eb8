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


SCATTERED = (
    "The mayor of [Sabha|place] wrote in [Sabha|place] of leaks. Crowds marched in [Chile|place]. Troops drilled in"
    " [Peru|place]. Ministers met in [Lima|place]. Clerks were arrested."
)


def test_a_report_whose_events_lie_elsewhere_is_about_no_one_place() -> None:
    got = resolve(
        Written(SCATTERED)
        .event("marched", "protest")
        .event("drilled", "deployment")
        .event("met", "talks")
        .event("arrested", "arrest")
    )
    assert (got.events[3].place, got.events[3].place_why) == (None, "the report is about no one place")


def test_a_report_whose_events_lie_around_its_place_is_about_their_country() -> None:
    got = resolve(
        Written(
            "A letter came to [Lima|place] from a man in [Lima|place]. Crowds marched in [Cusco|place]. Troops drilled"
            " in [Arequipa|place]. Shops burned in [Cusco|place] and [Peru|place] mourned. Clerks were arrested."
        )
        .event("marched", "protest")
        .event("drilled", "deployment")
        .event("burned", "riot")
        .event("arrested", "arrest")
    )
    assert named(got, got.events[3].place) == "Peru"


def test_what_people_undergo_is_counted_where_the_report_plays_and_papers_nowhere() -> None:
    got = resolve(
        Written("A blast shook [Lima|place]. [Lima|place] wept. Forty people died. They left 300 letters.")
        .figure("Forty people", 40, "killed")
        .figure("300 letters", 300, "other")
    )
    assert [named(got, f.place) if f.place else f.place_why for f in got.figures] == [
        "Lima",
        "no place is told for it",
    ]
