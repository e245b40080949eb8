"""Which part of the whole a figure counts, by the words around it."""

import pytest

from dateline.merge.series.parts import part_of
from dateline.model import Figure


def figure(text: str, of: str | None, what: str = "killed") -> Figure:
    return Figure(id="f", report="r", start=0, end=len(text), text=text, low=9, best=9, high=9, qualifier="exact",
                  unit="people", what=what, of=of, place=None, time=None, claim=None, source=None,
                  measure="cumulative")  # fmt: skip


@pytest.mark.parametrize(
    ("text", "of", "group", "before", "after", "part"),
    [
        ("9 people", "people", "killed", "The blast killed ", " in Qasira.", ""),
        ("nine", None, "killed", "The toll rose to ", ".", ""),
        ("at least nine civilians", "civilians", "killed", "It killed ", ".", ""),
        ("nine children", "children", "killed", "It killed ", ".", "children"),
        ("nine of them", "them", "killed", "", " were named.", "some"),
        ("nine of the dead", "dead", "killed", "", " were farmers from the hills.", "farm"),
        ("nine", None, "killed", "", " of the victims were identified.", "some"),
        ("nine people", "people", "killed", "", ", many of them children, were killed.", ""),
        ("nine children", "children", "killed", "", " from Umza died.", "umza children"),
        ("nine people", "people", "killed", "", " from Umza died.", "from umza"),
        ("nine civilians", "civilians", "killed", "", " were among those killed.", "some"),
        ("nine civilians", "civilians", "killed", "", " were also killed in Umza.", "some"),
        ("nine people", "people", "injured", "", " were also wounded.", ""),
        ("nine people", "people", "killed", "", " died of thirst in its prisons.", "thirst"),
        ("nine, mostly women", "women", "killed", "It killed ", ".", ""),
        ("nine bodies", "bodies", "killed", "Crews took away ", " from the site.", "bodies"),
        ("nine bodies", "bodies", "killed", "The clinic counted ", ".", ""),
        ("nine people", "people", "injured", "", " have life-threatening injuries.", "severe"),
        ("nine", None, "injured", "and ", " who were walking wounded.", "slight"),
        ("nine people", "people", "injured", "", " were hurt, four seriously.", ""),
        ("nine people", "people", "injured", "It hurt ", " some of them seriously.", ""),
        ("nine people", "people", "injured", "It hurt ", " two in a critical condition.", ""),
        ("nine people", "people", "injured", "", " lie in several wards in a critical condition.", "severe"),
        ("nine people", "people", "injured", "", " were seriously hurt some said.", "severe"),
        ("nine people", "people", "killed", "The toll includes ", " killed by a landslide.", "some"),
        ("nine people", "people", "killed", "The list includes ", " killed by a landslide.", ""),
        ("nine soldiers", "soldiers", "deployed", "It has ", " there.", ""),
        ("90", None, "killed", "It counted ", " in Umza, 40 in Qasira and 12 in Marra.", "some"),
        ("12", None, "killed", "It counted 90 in Umza, 40 in Qasira and ", " in Marra.", "some"),
        ("90", None, "killed", "It killed ", " in Umza and 40 in Qasira.", ""),
        ("nine people", "people", "killed", "", " including two nurses died.", ""),
        ("nine people", "people", "killed", "It killed ", " among them nurses and a cook.", ""),
        ("two nurses", "nurses", "killed", "It killed nine people including ", ".", "nurs"),
        ("two people", "people", "killed", "", " from the inn were among them.", "some"),
    ],
)
def test_the_part_that_is_counted(text: str, of: str | None, group: str, before: str, after: str, part: str) -> None:
    assert part_of(figure(text, of), group, before, after) == part
