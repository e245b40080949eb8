"""What is read of a pull quote that runs on."""

import pytest

from dateline.extract.pulled import without_pulled
from dateline.model import Range

PHRASE = "It is hard to see how the water could have come up so fast in one night"
NEXT = "Mira Lotan told us how she found her way home to Marrak."


def read(*sentences: str) -> list[str]:
    text, ranges = "", []
    for sentence in sentences:
        ranges.append(Range(start=len(text), end=len(text) + len(sentence)))
        text += sentence + " "
    return [text[r.start : r.end] for r in without_pulled(text, ranges)]


@pytest.mark.parametrize("told", [f"“{PHRASE},” said the warden.", f"“{PHRASE} but we saw it,” he said."])
def test_a_pull_quote_is_read_where_it_belongs(told: str) -> None:
    assert read(f"{PHRASE} {NEXT}", told) == [NEXT, told]
    assert read(told, f"The dam held. {PHRASE}  {NEXT}") == [told, "The dam held.", NEXT]


@pytest.mark.parametrize(
    ("runs_on", "told"),
    [
        (f"{PHRASE} {NEXT}", "Nobody said so again."),
        (f"{PHRASE}. {NEXT}", f"“{PHRASE},” said the warden."),
        (f"{PHRASE} to the roofs of Marrak and of all the other towns.", f"“{PHRASE},” said the warden."),
        (f"{PHRASE} Mira Lotan, the warden", f"“{PHRASE},” said the warden."),
        (f"{PHRASE} Orla River came up to the roofs.", f"{PHRASE} to the roofs."),
        (f'{PHRASE} " {NEXT}', f'{PHRASE} " The warden said so on Monday morning.'),
        (f"The warden says {PHRASE} {NEXT}", f"“{PHRASE},” said the warden."),
        (f"The Orla came up in one night {NEXT}", "The Orla came up in one night."),
    ],
)
def test_what_is_no_pull_quote_stays(runs_on: str, told: str) -> None:
    assert read(runs_on, told) == [runs_on, told]
