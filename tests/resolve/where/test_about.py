"""What a report is about: its events without a place of their own are put there."""

import pytest

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


def test_no_report_is_about_a_city_that_only_says_where_its_town_lies() -> None:
    got = resolve(
        Written(
            "Shells fell on a town. They hit [Deir|place] 20 km (12 miles) from [Lima|place]. Market day is quiet"
            " there, as [Deir|place] has few shops. Soldiers drilled."
        ).event("drilled", "deployment")
    )
    assert named(got, got.events[0].place) == "Deir"


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


def test_a_report_is_about_a_country_where_half_of_its_events_are() -> None:
    got = resolve(
        Written(
            "[Chile|place] voted and [Chile|place] cheered. Crowds marched in [Peru|place]. Troops drilled in"
            " [Mali|place]. Ministers met in [Chile|place]. Clerks were arrested."
        )
        .event("marched", "protest")
        .event("drilled", "deployment")
        .event("met", "talks")
        .event("arrested", "arrest")
    )
    assert got.events[3].place is None


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


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("The death toll from the six-year conflict in [Cusco|place] is put at 9,000.", "Peru"),
        ("The war that began in [Cusco|place] has since killed 9,000.", "Peru"),
        ("In [Cusco|place] they fear a war that has killed 9,000.", "Peru"),
        ("In [Cusco|place], 9,000 have been killed in the civil war.", "Peru"),
        ("In [Cusco|place], 9,000 have been killed in the war-torn port.", "Cusco"),
        ("The death toll from the raid in [Cusco|place] is put at 9,000.", "Cusco"),
    ],
)
def test_the_dead_of_a_war_are_those_of_its_country(words: str, place: str) -> None:
    got = resolve(Written(f"[Peru|place] mourns. {words}").figure("9,000", 9000, "killed"))
    assert named(got, got.figures[0].place) == place


def test_a_bare_number_of_a_list_is_counted_at_the_place_behind_it() -> None:
    got = resolve(
        Written("Nine bakers died in [Lima|place], 12 in [Cusco|place] and 40 in [Trujillo|place].")
        .event("died", "death", place="Lima")
        .figure("12", 12, "died")
        .figure("40", 40, "died")
        .figure("Nine bakers", 9, "died", counted="bakers")
    )
    assert [named(got, f.place) for f in got.figures if f.place] == ["Lima", "Cusco", "Trujillo"]


QUAKE = "An earthquake shook [Peru|place]. Homes fell in [Peru|place] after the tremor in [Cusco|place]."
RELIEF = (
    "Nurses packed tents in [London|place]. [London|place] gave coats and [London|place] gave soup. Choirs sang in"
    " [London|place]. The quake has left 400 people dead. Up to 90 families have no roof."
)


def quake(text: str = QUAKE) -> Written:
    return Written(text).event("earthquake", "hazard", place="Peru").event("tremor", "hazard", place="Cusco")


def test_the_dead_of_a_disaster_are_where_it_was_and_not_where_relief_is_packed() -> None:
    got = resolve(
        quake(),
        quake(f"{QUAKE} Rain came."),
        Written(RELIEF)
        .event("dead", "death")
        .event("packed", "aid")
        .figure("400 people", 400, "killed")
        .figure("90 families", 90, "affected"),
    )
    dead = next(e for e in got.events if e.kind == "death")
    assert (named(got, dead.place), dead.place_why) == ("Peru", "the country of the disaster that the story is about")
    assert [named(got, f.place) for f in got.figures] == ["Peru", "Peru"]
    assert named(got, next(e for e in got.events if e.kind == "aid").place) == "London"


def test_a_count_of_a_disaster_without_a_place_is_of_its_country_and_not_of_a_town_told_of() -> None:
    got = resolve(
        quake(),
        quake(f"Crews dig in [Cusco|place]. {QUAKE} Up to 90 families have no roof.").figure(
            "90 families", 90, "affected"
        ),
    )
    assert named(got, got.figures[0].place) == "Peru"


def test_what_is_told_elsewhere_of_a_disaster_stays_there() -> None:
    got = resolve(
        quake(),
        quake(f"{QUAKE} Rain came."),
        Written("Years ago 20 people died in [Lagos|place], [Nigeria|place].").event("died", "death", place="Lagos"),
    )
    assert named(got, next(e for e in got.events if e.kind == "death").place) == "Lagos"


def test_a_story_of_blows_has_no_disaster() -> None:
    got = resolve(
        quake().event("fell", "shelling"),
        quake().event("fell", "shelling").event("Homes", "bombing").event("shook", "attack"),
        Written(RELIEF).event("dead", "death"),
    )
    assert named(got, next(e for e in got.events if e.kind == "death").place) == "London"


def test_a_report_of_many_events_put_nowhere_is_about_no_town_named_in_passing() -> None:
    people = "Clerks Judges Guards Cooks Maids Poets Monks Pages Dukes Earls".split()
    written = Written(" ".join(f"{who} marched." for who in people) + " Their host was born in [Sabha|place].")
    for who in people:
        written.event(f"{who} marched", "protest")
    got = resolve(written, Written("Rain fell on [Lima|place]."), Written("Rain fell on [Lima|place] again."))
    assert {e.place for e in got.events} == {None}


@pytest.mark.parametrize(
    ("before", "place"),
    [
        ("[Chile|place]'s prime minister would not go.", "Chile"),
        ("[Chile|place] sold copper.", None),
        ("[Chile|place]'s president met [Peru|place]'s president.", None),
    ],
)
def test_of_a_report_about_no_one_place_parliament_is_that_of_the_office_spoken_of(
    before: str, place: str | None
) -> None:
    marked = f"{SCATTERED} Trade slowed. {before} Crowds gathered outside parliament."
    written = Written(marked).event("marched", "protest").event("drilled", "deployment").event("met", "talks")
    got = resolve(written.event("gathered", "protest"))
    found = got.events[-1].place
    assert (named(got, found) if found else None) == place


PAST = "Oil washed ashore. A fire at a mill in [Cusco|place] in {} killed ten. {} [Arequipa|place]. Soldiers drilled."


@pytest.mark.parametrize(
    ("year", "then", "place"),
    [
        ("2005", "Nets were drawn in on the coast of", "Arequipa"),
        ("2021", "Nets were drawn in on the coast of", "Cusco"),
        ("2005", "Nets were drawn in [Cusco|place] and on the coast of", "Cusco"),
    ],
)
def test_no_report_is_about_a_place_of_a_year_gone_by(year: str, then: str, place: str) -> None:
    got = resolve(Written(PAST.format(year, then)).event("drilled", "deployment"))
    assert named(got, got.events[0].place) == place


def test_a_report_of_an_anniversary_is_about_the_place_of_the_year_gone_by() -> None:
    got = resolve(
        Written("A fire at a mill in [Cusco|place] in 2005 killed ten. Soldiers drilled.").event(
            "drilled", "deployment"
        )
    )
    assert named(got, got.events[0].place) == "Cusco"
