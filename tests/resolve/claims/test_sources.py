"""Who could not speak is nobody's source."""

import pytest

from tests.resolve.written import Written, named, resolve


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ("[Rana Odeh|person] is ill The Office said nobody died.", "Rana Odeh is ill The Office", "said"),
        ("One man who was ill told [Rana Odeh|person] said nobody died.", "One man who was ill told Rana Odeh", "said"),
        ("All know of the [Marrak|place] appeal that nobody died.", "the Marrak", "appeal"),
        ("Added: Monday, 7 June. Nobody died.", "Added", "Added"),
    ],
)
def test_what_could_not_speak_is_no_source(text: str, source: str, cue: str) -> None:
    got = resolve(Written(text).claim(source, cue, "obody died"))
    assert got.claims[0].source is None
    assert got.claims[0].source_why == f"“{cue}” names nobody"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("[Karim Dalle|person], who was at sea, said nobody was hurt.", "Karim Dalle, who was at sea"),
        ("[Will Dalle|person] said nobody was hurt.", "Will Dalle"),
        ("The [Marrak|place] government said nobody was hurt.", "The Marrak government"),
        ("The [Halders|group] claim nobody was hurt.", "The Halders"),
    ],
)
def test_who_could_speak_stays(text: str, source: str) -> None:
    got = resolve(Written(text).claim(source, "claim" if "claim" in text else "said", "nobody was hurt"))
    assert got.claims[0].source is not None
    assert named(got, got.claims[0].source.entity) is not None


def test_a_clause_leaves_who_speaks_behind_it() -> None:
    got = resolve(
        Written("[Karim Dalle|person] said at noon he announced nobody was hurt.").claim(
            "Karim Dalle said at noon he", "announced", "nobody was hurt"
        )
    )
    assert got.claims[0].source is not None
    assert got.claims[0].source.text == "he"
    assert named(got, got.claims[0].source.entity) == "Karim Dalle"


def test_who_speaks_behind_a_clause_says_it_once() -> None:
    written = Written("It was late, [Karim Dalle|person] felt. “Nobody was hurt,” he said.")
    written.claim("It was late, Karim Dalle felt. “Nobody was hurt,” he", "said", "Nobody was hurt", kind="direct")
    got = resolve(written.claim("he", "said", "Nobody was hurt", kind="direct"))
    assert [c.source.text for c in got.claims if c.source] == ["he"]
    assert len(got.claims) == 1
