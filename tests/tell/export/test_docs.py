"""Every format is documented."""

from pathlib import Path

from dateline.tell.export import FORMATS

PAGE = (Path(__file__).resolve().parents[3] / "docs" / "exports.md").read_text("utf-8")


def test_every_format_is_on_the_page() -> None:
    assert [f for f in FORMATS if f"`{f}`" not in PAGE] == []
