"""A report dated far from all others of its story: the date counts as given, unless the report speaks against it."""

import itertools

import msgspec
import pytest

from dateline.engine import make_dossier
from dateline.merge import group_stories, merge_story, story_keys
from dateline.model import Block, CopyLink, Published, Reading, Report, Resolution, Story, make_id

TEXTS = [
    "The dam above Orlu broke on Thursday and the lake ran into the market of Orlu.",
    "In Orlu the lake ran through the market when the dam above the town broke.",
    "The dam at Orlu had been mended in spring, and broke above the market all the same.",
    "The lake above Orlu is empty since the dam broke and the market of Orlu was washed away.",
]


def report(text: str, day: str, printed: str = "") -> Report:
    head = f"{printed}\n" if printed else ""
    stated = Published(value=day, start=0, end=len(printed)) if printed else Published(value=day)
    return Report(
        id=make_id("r", text), path=f"{text[:8]}.txt", url=None, text=head + text, language="en",
        title="Dam breaks above Orlu", published=stated,
        blocks=(Block(start=len(head), end=len(head + text), kind="body"),),
    )  # fmt: skip


def story(reports: list[Report], *copies: CopyLink) -> Story:
    (found,) = group_stories(reports, [story_keys(r) for r in reports], copies)
    return found


def of_days(*days: str) -> list[Report]:
    return [report(text, day) for text, day in zip(TEXTS, days, strict=False)]


def copy(a: Report, b: Report, share: float) -> CopyLink:
    """Most of a's text is in b; of b's, `share` is in a."""
    low, high = sorted((a, b), key=lambda r: r.id)
    shares = (share, 0.3) if low is a else (0.3, share)
    return CopyLink(a=low.id, b=high.id, basis="near_copy", share_a=shares[0], share_b=shares[1])


def codes(found: Story, reports: list[Report]) -> list[tuple[str, str | None]]:
    dossier = make_dossier(found, reports, (), ())
    agreement = merge_story(dossier, [Reading(report=r.id) for r in reports], Resolution(story=found.id))
    return [(i.code, i.report) for i in agreement.issues]


@pytest.mark.parametrize("day", ["2062-03-12", "2016-03-12", "2030-03-14"])
def test_a_date_that_stands_alone_counts_as_given_and_is_said(day):
    reports = of_days("2031-03-12", "2031-03-13", "2031-03-14T10:00", day)
    found = story(reports)
    assert found.astray == ()
    assert day in (found.start, found.end)
    assert codes(found, reports) == [("date-far", reports[3].id)]


@pytest.mark.parametrize(
    "days",
    [
        ("2031-03-12", "2031-03-13", "2031-03-14", "2031-09-14"),  # half a year on
        ("2031-03-12", "2031-03-13", "2034-01-14", "2034-01-15"),  # as many of either time
        ("2031-03-12", "2034-01-14"),  # neither is the rest
        ("2031-03-12", "2031-03-13", "2031", "2034-01"),  # no days
    ],
)
def test_dates_that_are_near_or_not_alone_are_no_matter(days):
    reports = of_days(*days)
    found = story(reports)
    assert len(found.reports) == len(days)
    assert codes(found, reports) == []


@pytest.mark.parametrize("day", ["2062-03-12", "2016-03-12"])
def test_a_report_whose_text_is_of_another_day_counts_as_of_that_day(day):
    reports = of_days("2031-03-12", "2031-03-13", "2031-03-14", day)
    found = story(reports, copy(reports[3], reports[1], 0.9))
    assert [(a.report, a.day) for a in found.astray] == [(reports[3].id, "2031-03-13")]
    assert (found.start, found.end) == ("2031-03-12", "2031-03-14")
    counted = {r.id: r.published for r in make_dossier(found, reports, (), ()).reports}[reports[3].id]
    assert (counted.value, counted.how) == ("2031-03-13", "inferred")
    assert day in (counted.why or "")
    assert codes(found, reports) == [("date-astray", reports[3].id)]


def test_a_report_that_took_up_an_old_one_keeps_its_date():
    """Ten years on, a look back prints the first report within a longer story: its own words are of its day."""
    reports = of_days("2031-03-12", "2031-03-13", "2031-03-14", "2041-03-12")
    found = story(reports, copy(reports[3], reports[1], 0.4), copy(reports[0], reports[1], 0.9))
    assert found.astray == ()


@pytest.mark.parametrize(
    ("printed", "counts"), [("Wednesday, 12 March 2036", True), ("Thursday, 12 March 2036", False)]
)
def test_a_printed_weekday_bears_a_date_out_or_not(printed, counts):
    reports = [*of_days("2031-03-12", "2031-03-13", "2031-03-14"), report(TEXTS[3], "2036-03-12", printed)]
    found = story(reports)
    assert (found.astray == ()) == counts
    if not counts:
        counted = {r.id: r.published for r in make_dossier(found, reports, (), ()).reports}[reports[3].id]
        assert (counted.value, counted.how) == (None, "unknown")
        assert "no Thursday" in (counted.why or "")


def test_the_order_of_reports_does_not_matter():
    reports = of_days("2031-03-12", "2031-03-13", "2031-03-14", "2016-03-12")
    link = copy(reports[3], reports[1], 0.9)
    told = {msgspec.json.encode(story(list(order), link)) for order in itertools.permutations(reports)}
    assert len(told) == 1
