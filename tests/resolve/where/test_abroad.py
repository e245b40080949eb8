"""Who comes from abroad and is not told to act where the report plays; no sentence here is from a report."""

import pytest

from tests.resolve.written import Written, named, resolve

LEAD = "Shells hit [Cusco|place] on Monday. A mill in [Cusco|place] burned in [Peru|place]. "


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("[Chilean|group] jets bombed a range.", None),
        ("[Peruvian|group] jets bombed a range.", "Cusco"),
        ("Jets bombed a range.", "Cusco"),
        ("[Chilean|group]-made jets bombed a range.", "Cusco"),
        ("[Chilean|group] guards shelled a hill in [Cusco|place]. Then [Chilean|group] jets bombed a range.", "Cusco"),
    ],
)
def test_who_is_not_told_to_act_there_acts_elsewhere(text: str, place: str | None) -> None:
    written = Written(LEAD + text).event("hit", "shelling", target="Cusco")
    if "shelled" in text:
        written.event("shelled", "shelling", actor="Chilean guards")
    actor = written.text[: written.text.index(" bombed")].rsplit(". ", 1)[1].removeprefix("Then ")
    got = resolve(written.event("bombed", "air_strike", actor=actor))
    assert named(got, got.events[-1].place) == place
