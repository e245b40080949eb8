"""A blow that a sentence takes up is where the last such one told before it was."""

import pytest

from dateline.model import TimeMention
from tests.resolve.written import Written, named, resolve

STORM = "Gunmen stormed a bank in [Herat|place] on Tuesday. Shots rang out in [Herat|place]."


def lead(rest: str) -> Written:
    """A report on a bank in Herat that goes on with something else."""
    written = (
        Written(f"{STORM} {rest}").event("stormed", "attack", place="Herat").event("Shots", "attack", place="Herat")
    )
    day = written.span("Tuesday")
    written.times = [TimeMention(start=day.start, end=day.end, text="Tuesday", type="day")]
    return written


def on(written: Written, words: str, after: str) -> Written:
    """With the day told there."""
    day = written.span(words, after)
    written.times = [*written.times, TimeMention(start=day.start, end=day.end, text=words, type="day")]
    return written


def places(written: Written) -> dict[str, str | None]:
    got = resolve(written)
    return {e.trigger.text: named(got, e.place) for e in got.events}


ELSEWHERE = "On Wednesday a mine went off under a tram in [Kunduz|place]."


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "place"),
    [
        ("Clerks heard the blast.", "blast", "bombing", "Kunduz"),
        ("Clerks blamed guards for that attack.", "attack", "attack", "Kunduz"),
        ("Two clerks were among those killed.", "killed", "death", "Kunduz"),
        ("Clerks spoke of a blast.", "blast", "bombing", "Herat"),
        ("Clerks spoke of the first blast.", "blast", "bombing", "Herat"),
        ("Clerks spoke of the two blasts.", "blasts", "bombing", "Herat"),
        ("Clerks spoke of the bank blast.", "blast", "bombing", "Herat"),
        ("Clerks spoke of the blast in a mill.", "blast", "bombing", "Herat"),
        ("Clerks spoke of the stabbing.", "stabbing", "attack", "Herat"),
        ("Clerks said that attacks had come.", "attacks", "attack", "Herat"),
    ],
)
def test_the_blast_is_that_of_the_sentence_before(text: str, trigger: str, kind: str, place: str) -> None:
    """Unless its words tell another one, or bring one up."""
    written = lead(f"{ELSEWHERE} {text}").event("went off", "bombing", place="Kunduz").event(trigger, kind)
    assert places(on(written, "Wednesday", "On"))[trigger] == place


def test_what_is_told_only_further_down_is_not_taken_up() -> None:
    written = lead(f"Clerks heard the blast. {ELSEWHERE}").event("blast", "bombing")
    assert places(on(written.event("went off", "bombing", place="Kunduz"), "Wednesday", "On"))["blast"] == "Herat"


def test_a_blow_of_another_day_is_not_taken_up() -> None:
    written = lead(f"{ELSEWHERE} Clerks wept at the blast on Sunday.").event("went off", "bombing", place="Kunduz")
    written = on(on(written.event("blast", "bombing"), "Wednesday", "On"), "Sunday", "Clerks")
    assert places(written)["blast"] == "Herat"


@pytest.mark.parametrize(
    "told",
    [
        "A similar mine went off on Wednesday in [Kunduz|place].",
        "In [Kunduz|place] a mine went off under a tram.",
        "It is the worst since 2004, when in [Kunduz|place] a mine went off on Wednesday.",
    ],
)
def test_what_is_only_set_beside_the_story_is_not_taken_up_but_by_that(told: str) -> None:
    """Far from it, what has no day may be of any time."""
    for words, place in (("the", "Herat"), ("that", "Kunduz")):
        written = lead(f"{told} Clerks spoke of {words} blast.").event("went off", "bombing", place="Kunduz")
        assert places(written.event("blast", "bombing"))["blast"] == place


def test_what_the_blast_did_was_done_there() -> None:
    written = lead(f"{ELSEWHERE} The blast burned a stall and wounded ten.").event(
        "went off", "bombing", place="Kunduz"
    )
    written.event("blast", "bombing").event("burned", "destruction").event("wounded", "injury")
    got = places(on(written, "Wednesday", "On"))
    assert (got["burned"], got["wounded"]) == ("Kunduz", "Kunduz")


def test_a_blow_told_nowhere_stands_between() -> None:
    written = lead(f"{ELSEWHERE} A car blew up at a mill. Clerks heard the blast.")
    written.event("went off", "bombing", place="Kunduz").event("blew up", "bombing").event("blast", "bombing")
    assert places(on(written, "Wednesday", "On"))["blast"] == "Herat"


def test_the_dead_brought_to_a_hospital_tell_of_no_blow_there() -> None:
    written = lead("On Tuesday ten wounded died in a hospital in [Kunduz|place]. Clerks wept for the dead.")
    written.event("died", "death", place="Kunduz").event("dead", "death")
    assert places(on(written, "Tuesday", "On"))["dead"] == "Herat"


def test_all_the_carnage_is_of_no_one_blow() -> None:
    written = lead("On Wednesday an attack hit a tram in [Kunduz|place]. Clerks spoke of the carnage.")
    written.event("attack", "attack", place="Kunduz").event("carnage", "attack")
    assert places(on(written, "Wednesday", "On"))["carnage"] == "Herat"


def test_where_people_died_is_not_yet_where_the_blast_was() -> None:
    written = lead("On Wednesday ten nurses died in [Kunduz|place]. Clerks heard the blast.")
    written.event("died", "death", place="Kunduz").event("blast", "bombing")
    assert places(on(written, "Wednesday", "On"))["blast"] == "Herat"


def test_what_is_told_more_roughly_than_by_the_report_is_not_taken_up() -> None:
    written = Written(
        "A bomb went off in [Rashidin|place]. Shops in [Rashidin|place] burned. The army spoke of an explosion near"
        " [Aleppo|place]. Clerks heard the blast."
    ).event("went off", "bombing", place="Rashidin")
    written.event("burned", "destruction", place="Rashidin").event("explosion", "bombing").event("blast", "bombing")
    assert places(written)["blast"] == "Rashidin"
