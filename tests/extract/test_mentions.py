import pytest

from dateline.extract.mentions import unquoted


@pytest.mark.parametrize(
    ("span", "left"),
    [
        ("“We wait,”", "We wait"),
        ('"We wait,"', "We wait"),
        ("“We wait", "We wait"),
        ("We wait,”", "We wait"),
        ("the town is “fully free”", "the town is “fully free”"),
        ("“fully free” is the town", "“fully free” is the town"),
        ("— the town fell", "the town fell"),
        ("the fighters’", "the fighters’"),
        ("”", "”"),
    ],
)
def test_outer_marks_go_and_inner_ones_stay(span: str, left: str) -> None:
    start, end = unquoted(f"x{span}y", 1, 1 + len(span))
    assert f"x{span}y"[start:end] == left
