"""Who is called the chief of a body gives its word, and is no second informant."""

import pytest

from dateline.merge.voices import spoken_for
from tests.kit.story import StoryKit


@pytest.mark.parametrize(
    ("sentence", "whose"),
    [
        ("Harbour Council head Ann Lee said nine people were killed.", "Harbour Council"),
        ("The Harbour Council's director Ann Lee counted nine dead.", "Harbour Council"),
        ("The head of the Harbour Council Ann Lee counted nine dead.", "Harbour Council"),
        ("Ann Lee, the spokeswoman for the Harbour Council, counted nine dead.", "Harbour Council"),
        ("Ann Lee told the Harbour Council that nine were dead.", None),
        ("The Harbour Council and the head of the mill saw Ann Lee.", None),
    ],
)
def test_a_chief_speaks_for_the_body(sentence: str, whose: str | None):
    s = StoryKit()
    r = s.report(f"Raid\n{sentence}", "2021-03-02")
    body = s.named(r, "Harbour Council", "Harbour Council")
    person = s.named(r, "Ann Lee", "Ann Lee", "person")
    found = spoken_for(tuple(s.entities.values()), s.entities, {}, {r: s.text(r)})
    assert found == ({person: body} if whose else {})
