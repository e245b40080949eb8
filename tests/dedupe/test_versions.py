"""What changed between two versions of one article."""

from hypothesis import given
from hypothesis import strategies as st

from dateline.dedupe.versions import find_changes
from dateline.model import Block, Range, Report

OLD = "EXERCISE. The dam at Kelo holds. Four people are missing. The mayor asked for sandbags."
NEW = (
    "EXERCISE. The dam at Kelo holds. Six people are missing, police said. The mayor asked for sandbags. Rain goes on."
)


def report(text: str) -> Report:
    return Report(
        id="r1", path=None, url=None, text=text, language="en", blocks=(Block(start=0, end=len(text), kind="body"),)
    )


def words(text: str, at: Range | None) -> str | None:
    return text[at.start : at.end] if at else None


def test_reworded_and_added_sentences() -> None:
    changes = [(words(OLD, c.a), words(NEW, c.b)) for c in find_changes(report(OLD), report(NEW))]
    assert changes == [
        ("Four people are missing.", "Six people are missing, police said."),
        (None, "Rain goes on."),
    ]


def test_case_and_punctuation_are_no_change() -> None:
    assert find_changes(report(OLD), report(OLD.upper().replace(".", "!"))) == ()


@given(st.text(alphabet="ab. \n", max_size=80), st.text(alphabet="ab. \n", max_size=80))
def test_what_is_not_changed_stands_in_both(a: str, b: str) -> None:
    one, two = report(a), report(b)
    back = [(c.b, c.a) for c in find_changes(two, one)]
    for change in find_changes(one, two):
        assert change.a is None or a[change.a.start : change.a.end].strip()
    assert bool(back) == bool(find_changes(one, two))


def test_abbreviations_end_no_sentence() -> None:
    old = "Mr. Vey crossed the quay. The U.S. Navy towed nine ferries at 6 a.m. Friday."
    new = "Mr. Vey crossed the quay. The U.S. Navy towed ten ferries at 6 a.m. Friday."
    assert [(words(old, c.a), words(new, c.b)) for c in find_changes(report(old), report(new))] == [
        (
            "The U.S. Navy towed nine ferries at 6 a.m. Friday.",
            "The U.S. Navy towed ten ferries at 6 a.m. Friday.",
        )
    ]
