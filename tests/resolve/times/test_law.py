"""Acts of law: their day is not that of the deeds that they are about."""

from tests.resolve.times.told import Told

COURT = "A court indicted a groom on Tuesday.\nWardens watched."


def test_the_day_of_a_charge_is_not_that_of_what_was_done_before() -> None:
    for deed, kind in (
        ("The brawl broke a fence.", "riot"),
        ("A rider was hurt.", "injury"),
        ("He was seized.", "arrest"),
    ):
        trigger = {"riot": "brawl", "injury": "hurt", "arrest": "seized"}[kind]
        told = Told(f"{COURT}\n{deed}").event("indicted", "arrest").event(trigger, kind)  # type: ignore[arg-type]
        assert told.when(trigger) == (
            None,
            "the day of the report, “Tuesday”, is of an act of law on what was done before",
        )


def test_nor_does_it_run_on_in_its_paragraph() -> None:
    told = Told("A court indicted a groom on Tuesday. A rider was hurt.").event("indicted", "arrest")
    assert told.event("hurt", "injury").when("hurt")[0] is None
    told = Told("A court indicted a groom on Tuesday. It fined a rider.").event("indicted", "arrest")
    assert told.event("fined", "arrest").when("fined")[0] == "2018-03-13"


def test_acts_of_law_share_the_day() -> None:
    told = Told(f"{COURT}\nThe trial was short.").event("indicted", "arrest").event("trial", "arrest")
    assert told.when("trial")[0] == "2018-03-13"


def test_a_deed_that_the_lead_dates_is_the_story() -> None:
    told = Told(f"{COURT} Riders burned a barn on Wednesday.\nA rider was hurt.").event("indicted", "arrest")
    told.event("burned", "destruction").event("hurt", "injury")
    assert told.when("hurt")[0] == "2018-03-14"
    told = Told("Wardens seized a groom on Tuesday.\nA rider was hurt.").event("seized", "arrest")
    assert told.event("hurt", "injury").when("hurt")[0] == "2018-03-13"
