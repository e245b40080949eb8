"""Counts whose own words name a place, and those whose passage tells of another country than the report."""

import pytest

from tests.resolve.written import Written, named, resolve


def place_of(written: Written, words: str) -> str | None:
    got = resolve(written)
    return next(named(got, f.place) for f in got.figures if f.text == words)


@pytest.mark.parametrize(
    ("text", "words", "number", "place"),
    [
        ("The flood killed 30 people in [Peru|place] and one in the [Philippines|place].", "one", 1, "Philippines"),
        ("Shells killed 30 people in [Sabha|place] and a nurse in [Tripoli|place].", "a nurse", 1, "Tripoli"),
        ("The storm killed 30 in [Peru|place] after as many as 20 deaths in [Chile|place].", "20", 20, "Chile"),
    ],
)
def test_a_count_in_a_place_is_not_where_another_was_killed(text: str, words: str, number: int, place: str) -> None:
    written = Written(text).event("killed", "death", place=text.split(" in [")[1].split("|")[0])
    assert place_of(written.figure(words, number, "killed"), words) == place


def test_a_count_stays_at_the_spot_of_its_event_within_the_place_behind_it() -> None:
    written = Written("A blast in [Lima|place] killed 12 people in [Peru|place].").event(
        "blast", "bombing", place="Lima"
    )
    assert (
        place_of(written.event("killed", "death", place="Lima").figure("12 people", 12, "killed"), "12 people")
        == "Lima"
    )


def test_a_count_belongs_to_the_place_that_reported_it() -> None:
    written = Written(
        "Floods hit [Peru|place]. In [Peru|place] crops were lost. Meanwhile [Chile|place] has confirmed 26 cases."
    ).event("hit", "hazard", place="Peru")
    assert place_of(written.figure("26 cases", 26, "affected", unit="cases"), "26 cases") == "Chile"


def test_a_count_that_one_place_reports_of_another_is_the_others() -> None:
    written = Written("[Chile|place] reported 26 miners killed in [Peru|place].").event("killed", "death", place="Peru")
    assert place_of(written.figure("26 miners", 26, "killed"), "26 miners") == "Peru"


def test_the_dead_that_a_country_reports_are_where_they_were_killed() -> None:
    written = Written(
        "Troops fought in [Chile|place]. In [Chile|place] posts fell. [Peru|place] reported 26 men killed."
    )
    written.event("fought", "armed_clash").event("fell", "capture_territory").event("killed", "death")
    assert place_of(written.figure("26 men", 26, "killed"), "26 men") == "Chile"


def test_what_is_outside_a_country_is_not_in_it() -> None:
    written = Written("Fever struck [Peru|place]. There are about 90 cases outside [Peru|place].").event(
        "struck", "hazard", place="Peru"
    )
    assert place_of(written.figure("about 90 cases", 90, "affected", unit="cases"), "about 90 cases") is None


def test_what_is_outside_a_town_is_near_it() -> None:
    written = Written("At least 40 people were stranded outside [Sabha|place].")
    assert place_of(written.figure("40 people", 40, "trapped"), "40 people") == "Sabha"


def test_a_sea_that_says_where_a_province_lies_is_no_place_of_a_count() -> None:
    written = Written("Snow trapped four people in the [Atlantic|place] province of [Newfoundland|place].")
    assert place_of(written.figure("four people", 4, "trapped"), "four people") == "Newfoundland"


def test_a_province_of_a_country_is_a_place_of_a_count() -> None:
    written = Written("Snow trapped four people in the [Ninawa|place] region of [Iraq|place].")
    assert place_of(written.figure("four people", 4, "trapped"), "four people") == "Ninawa"


DIGEST = (
    "Crowds filled [Cairo|place]. In [Cairo|place] shops burned. Police stood in [Cairo|place]. {} Some 3,000 people"
    " were affected."
)


@pytest.mark.parametrize(
    ("between", "place"),
    [
        ("The week was long.", "Cairo"),
        ("A storm broke over [Queensland|place] in [Australia|place].", None),
        ("A storm broke over [Queensland|place]. In [Egypt|place] it was dry.", "Cairo"),
        ("[Australia|place] watched.", "Cairo"),
        ("The [Egyptian|place] flag flew in [Australia|place].", "Cairo"),
        ("[Australia|place] has crews in [Tunisia|place]. In [Cairo|place] it was dry.", "Cairo"),
    ],
)
def test_a_count_is_not_where_the_report_plays_if_its_passage_is_elsewhere(between: str, place: str | None) -> None:
    written = Written(DIGEST.format(between)).event("burned", "riot", place="Cairo")
    assert place_of(written.figure("3,000 people", 3000, "affected"), "3,000 people") == place


@pytest.mark.parametrize(
    ("verb", "what", "place"),
    [("has", "deployed", "Chile"), ("has", "injured", "Peru"), ("is home to", "population", "Peru")],
)
def test_what_a_country_has_is_there_if_it_befell_people(verb: str, what: str, place: str) -> None:
    written = Written(f"Rain fell in [Chile|place]. [Peru|place] {verb} 900 people, and in [Chile|place] it is cold.")
    assert place_of(written.figure("900 people", 900, what), "900 people") == place
