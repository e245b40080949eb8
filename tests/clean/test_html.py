"""Visible text, story and self-description of HTML pages."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.clean.captures import STORY, clean, kinds, of_kind, read

PARAGRAPHS = "".join(f"<p>{line}</p>" for line in STORY.strip().split("\n"))
LINKED = json.dumps(
    {
        "@graph": [
            {"@type": "Organization", "name": "Example Times"},
            {
                "@type": "NewsArticle",
                "headline": "Dyke breaks at Karsen mill",
                "datePublished": "2016-11-10T15:50:00+01:00",
                "dateModified": "2016-11-11T08:00:00+01:00",
                "author": [{"@type": "Person", "name": "Ada Brown"}],
                "publisher": {"name": "Example Times"},
            },
        ]
    }
)


def page(body: str, head: str = "") -> str:
    return f"""<html lang="en"><head><title>Dyke breaks at Karsen mill | Example Times</title>{head}
<style>p {{ color: red }}</style></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
<article><h1>Dyke breaks at Karsen mill</h1>{body}</article>
<div class="related-stories"><h3>More from Example Times</h3>
<p><a href="/1">Ten castles to see before you are old</a></p></div>
<footer>© 2016 Example Times. All rights reserved.</footer><script>var hidden = "never seen";</script></body></html>"""


def test_everything_visible_is_kept_and_nothing_hidden() -> None:
    report = read(page(PARAGRAPHS + '<p hidden>hidden words</p><p style="display:none">more hidden</p>'), "html")
    for seen in ("Home", "World", "Ten castles", "All rights reserved", STORY.split("\n")[2]):
        assert seen in report.text
    for unseen in ("never seen", "color: red", "hidden words", "more hidden"):
        assert unseen not in report.text


def test_story_apart_from_page() -> None:
    report = read(page(PARAGRAPHS), "html")
    assert of_kind(report, "body") == " ".join(STORY.split("\n")).strip()
    assert ("title", "Dyke breaks at Karsen mill") in kinds(report)
    assert report.title == "Dyke breaks at Karsen mill"


def test_linked_data_gives_time_zone_author_and_outlet() -> None:
    report = read(page(PARAGRAPHS, f'<script type="application/ld+json">{LINKED}</script>'), "html")
    assert report.published.value == "2016-11-10T15:50+01:00"
    assert (report.published.how, report.published.start) == ("metadata", None)
    assert report.updated is not None
    assert report.updated.value == "2016-11-11T08:00+01:00"
    assert (report.byline, report.outlet, report.language) == (("Ada Brown",), "Example Times", "en")


def test_meta_tag_before_visible_text() -> None:
    head = '<meta property="article:published_time" content="2016-11-10T14:50:00Z">'
    report = read(page("<div>Updated: 12 November 2016</div>" + PARAGRAPHS, head), "html")
    assert report.published.value == "2016-11-10T14:50Z"


def test_visible_date_where_metadata_is_silent() -> None:
    report = read(
        page('<div class="byline">By Ada Brown</div><div class="date">10 November 2016</div>' + PARAGRAPHS), "html"
    )
    assert (report.published.value, report.published.how) == ("2016-11-10", "stated")
    assert report.byline == ("Ada Brown",)


def test_broken_linked_data_is_survived() -> None:
    head = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "0001-01-01T00:00:00Z"</script>'
    )
    head += f'<script type="application/ld+json">{"[" * 50_000}</script>'
    assert read(page(PARAGRAPHS, head), "html").published.value is None


def test_date_of_no_calendar_in_metadata_is_an_issue() -> None:
    head = '<meta property="article:published_time" content="20195-03-03">'
    cleaned = clean(page(PARAGRAPHS, head), "html")
    assert cleaned.report.published.value is None
    assert "date-unread" in {i.code for i in cleaned.issues}


MARKUP = (
    "<p>|</p>|<div>|</div>|<a href=x>|</a>|<br>|<h1>|</h1>|<table><tr><td>|<script>|</script>|&amp;|\0|<!--|-->".split(
        "|"
    )
)


@given(st.lists(st.sampled_from([*MARKUP, "word ", "A sentence that ends. "]), max_size=60))
@settings(max_examples=40, deadline=None)
def test_blocks_cover_any_page(parts: list[str]) -> None:
    report = read("".join(parts), "html")
    assert "".join(report.text[b.start : b.end] for b in report.blocks) == report.text


@pytest.mark.parametrize("depth", [3_000, 20_000])
def test_a_page_nested_too_deeply_keeps_its_text(depth: int) -> None:
    hidden = "<style>p { color: red }</style><script>var a = '<p>never seen</p>';</script><!-- <p>nor this</p> -->"
    nested = f"{'<div>' * depth}<p>Twelve &amp; more boats were lost off Tolvar.</p><p>A second</p>{'</div>' * depth}"
    cleaned = clean(f"<html><head><title>Boats lost</title></head><body>{hidden}{nested}<p>The end.</p>", "html")
    assert cleaned.report.text == "Twelve & more boats were lost off Tolvar.\nA second\nThe end."
    assert cleaned.report.title == "Boats lost"
    assert "page-unparsed" in {i.code for i in cleaned.issues}


def test_a_page_nested_deeply_is_parsed_as_any() -> None:
    cleaned = clean(f"{'<div>' * 500}{PARAGRAPHS}{'</div>' * 500}", "html")
    assert cleaned.report.text == STORY.strip()
    assert not {"page-unparsed", "no-text"} & {i.code for i in cleaned.issues}


@pytest.mark.parametrize("shown", ["<div hidden>Menu</div><script>load()</script>", "<p>&nbsp;\u200b</p><p>***</p>"])
def test_a_page_that_shows_no_word_is_an_issue(shown: str) -> None:
    cleaned = clean(f"<html><body>{shown}</body></html>", "html")
    assert not any(map(str.isalnum, cleaned.report.text))
    assert {"no-text", "no-story"} & {i.code for i in cleaned.issues} == {"no-text"}
    assert all(i.loses for i in cleaned.issues if i.code == "no-text")
