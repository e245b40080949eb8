"""Two reports that have a word in common: what more they must state for it to mean one happening."""

import pytest

from tests.kit.story import StoryKit, grouped

FRONT = "It rained in the hills. Shops were shut."
"""The head of each report: what follows is told below it."""


def joined(one: str, two: str, trigger: str, kind: str, *, names: tuple[str, ...] = (), places: tuple[str, ...] = (),
           times: dict[str, str] | None = None) -> bool:  # fmt: skip
    """Whether the trigger in two sentences of two reports of one week is one happening. `times`: value by words."""
    s = StoryKit()
    for n, sentence in enumerate((one, two)):
        r = s.report(f"Report {n}\n{FRONT}\n{sentence}", f"2021-03-0{2 + n}", outlet=str(n))
        for name in names:
            if name in sentence:
                s.named(r, name, name)
        place = next((s.named(r, p, p, "place", (35.0, 36.0)) for p in places if p in sentence), None)
        day = next((s.timed(r, words, value) for words, value in (times or {}).items() if words in sentence), None)
        s.event(r, trigger, kind, place=place, time=day)
    return bool(grouped(s))


@pytest.mark.parametrize(
    ("one", "two", "trigger", "kind"),
    [
        ("Growers blame strikes for rotting fruit.", "Voyagers fear strikes over pensions.", "strikes", "protest"),
        ("Bankers recalled talks about a merger.", "A coach broke off talks on his pay.", "talks", "talks"),
        ("Engineers said aid had kept dams in repair.", "Villagers queued for aid that lorries brought.", "aid", "aid"),
    ],
)  # fmt: skip
def test_a_bare_word_is_not_enough(one: str, two: str, trigger: str, kind: str):
    assert not joined(one, two, trigger, kind)


def test_a_word_with_a_name_in_common_is():
    one, two = (
        "Growers blame strikes at Northwell for rotting fruit.",
        "Passengers fear strikes at Northwell this spring.",
    )
    assert joined(one, two, "strikes", "protest", names=("Northwell",))
    assert not joined(
        one, two.replace("Northwell", "Southwell"), "strikes", "protest", names=("Northwell", "Southwell")
    )


def test_a_word_with_a_town_or_a_day_in_common_is():
    one, two = "Growers blame strikes in Qasira for rotting fruit.", "Passengers fear strikes in Qasira over pensions."
    assert joined(one, two, "strikes", "protest", places=("Qasira",))
    one, two = "Growers lost fruit to strikes on Monday.", "Passengers missed boats in Monday strikes."
    assert joined(one, two, "strikes", "protest", times={"Monday": "2021-03-01"})


def test_a_word_that_points_back_is():
    assert joined("Growers blame the strike for rotting fruit.", "Passengers fear a strike.", "strike", "protest")


def test_what_all_open_with_is_one():
    s = StoryKit()
    for n, lead in enumerate(("Strikes shut mills.", "Unpaid weavers began strikes.")):
        r = s.report(f"Report {n}\n{lead} It rained in the hills.", "2021-03-02", outlet=str(n))
        s.event(r, "Strikes" if n == 0 else "strikes", "protest")
    assert grouped(s) == [["Strikes", "strikes"]]


@pytest.mark.parametrize(("value", "one"), [("1987", False), ("2021-02", True)])
def test_a_day_long_before_the_news_is_not_meant_by_a_word_alone(value: str, one: bool):
    told = ("Rivers have run dirty since the flood that year.", "Farmers in boots spoke about the flood with anger.")
    assert joined(*told, "flood", "hazard", times={"that year": value}) is one


def test_a_name_tells_which_of_old_is_meant():
    told = (
        "Rivers have run dirty since the Oldham flood that year.",
        "Farmers spoke about the Oldham flood with anger.",
    )
    assert joined(*told, "flood", "hazard", names=("Oldham",), times={"that year": "1987"})
