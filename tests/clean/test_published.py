"""When a report was published, how that is known, and what is not known."""

import pytest

from dateline.clean.stamps import find_stamps
from tests.clean.captures import STORY, clean, read

TITLE = "Dyke breaks at Karsen mill\n\n"


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("2016-11-10 15:50", "2016-11-10T15:50"),
        ("2016-11-10T15:50:00+01:00", "2016-11-10T15:50+01:00"),
        ("February 20 2019 12:21 AM", "2019-02-20T00:21"),
        ("Sun Apr 16 2017", "2017-04-16"),
        ("1735 15.04.2017", "2017-04-15T17:35"),
        ("Updated 4:52 am EST, Tuesday, November 12, 2019", "2019-11-12T04:52-05:00"),
        ("Published 7:41 PM ET Jul 10 2016", "2016-07-10T19:41-04:00"),
        ("Aug 142016", "2016-08-14"),
        ("10. März 2019 um 14.30", "2019-03-10T14:30"),
        ("7 de outubro de 2014 às 19:05", "2014-10-07T19:05"),
        ("2019年11月20日", "2019-11-20"),
    ],
)
def test_printed_dates(printed: str, value: str) -> None:
    assert [s.value for s in find_stamps(printed)] == [value]


@pytest.mark.parametrize(
    "text", ["March 3, 20195", "31.02.2016", "Section 2016-99-10", "at 10:30", "in 2016", "May 2016"]
)
def test_what_is_no_date(text: str) -> None:
    assert find_stamps(text) == []


def test_weekday_decides_between_day_and_month() -> None:
    assert find_stamps("Sunday 03-04-2016")[0].value == "2016-04-03"
    assert find_stamps("Friday 03/04/2016")[0].value == "2016-03-04"


def test_header_date_is_quoted() -> None:
    report = read(f"{TITLE}www.example.org\n2016-11-10 15:50\n\n{STORY}")
    published = report.published
    assert (published.value, published.precision, published.how) == ("2016-11-10T15:50", "minute", "stated")
    assert published.start is not None
    assert report.text[published.start : published.end] == "2016-11-10 15:50"


def test_published_against_updated() -> None:
    report = read(f"{TITLE}Published: 10 November 2016\nUpdated: 12 November 2016 09:30\n\n{STORY}")
    assert report.published.value == "2016-11-10"
    assert report.updated is not None
    assert report.updated.value == "2016-11-12T09:30"


def test_page_clock_is_never_the_publication_date() -> None:
    menu = "\n".join(["Home", "News", "Sport", "Weather", "Subscribe", "Video", "Opinion", "Culture", "Travel", "Food"])
    report = read(f"Dyke breaks at Karsen mill - Example\nMonday, March 4, 2024\n{menu}\n{menu}\nKarsen\n{STORY}")
    assert report.published.value is None
    assert "clock" in (report.published.why or "")
    dated = read(
        f"Dyke breaks at Karsen mill - Example\nMonday, March 4, 2024\n{menu}\n"
        f"Dyke breaks at Karsen mill\n10 November 2016\n{STORY}"
    )
    assert dated.published.value == "2016-11-10"


@pytest.mark.parametrize("line", ["Monday 20 July 2026 10:12 | Weather in Karsen: 24°C", "20 July 2026, 18° and rain"])
def test_date_beside_the_weather_is_a_page_clock(line: str) -> None:
    for text in (f"{TITLE}{line}\n\n{STORY}", f"{line}\n{TITLE}{STORY}", f"{TITLE}{STORY}{line}\n"):
        assert read(text).published.value is None


def test_undated_report_is_undated_with_bounds() -> None:
    cleaned = clean(f"{TITLE}{STORY}The dyke was inspected on 3 November 2016, engineers said.\n")
    assert (cleaned.report.published.value, cleaned.report.published.how) == (None, "unknown")
    assert cleaned.report.published.bounds == "2016-11-03/.."
    assert "date-unknown" in {i.code for i in cleaned.issues}


def test_year_20195_is_an_issue_and_no_date() -> None:
    cleaned = clean(f"{TITLE}www.example.org\nMarch 3, 20195\n\n{STORY}")
    assert cleaned.report.published.value is None
    assert "date-unread" in {i.code for i in cleaned.issues}


def test_contradicting_dates_are_an_issue() -> None:
    cleaned = clean(
        f"{TITLE}example\n2014-10-07\n\nMon Oct 31 2016 Dyke breaks at Karsen mill. {STORY.replace(chr(10), ' ')}\n"
    )
    assert "date-conflict" in {i.code for i in cleaned.issues}
    assert "against" in (cleaned.report.published.why or "")


def test_day_and_month_that_could_be_exchanged_are_an_issue() -> None:
    story = STORY.replace("Thursday", "last").replace("Sunday", "further notice")
    cleaned = clean(f"{TITLE}03/04/2016\n\n{story}")
    assert "date-ambiguous" in {i.code for i in cleaned.issues}


def test_weekday_in_the_lead_tells_day_from_month() -> None:
    story = STORY.replace("Thursday", "Sunday")
    cleaned = clean(f"{TITLE}03-04-2016\n\n{story}")
    assert cleaned.report.published.value == "2016-04-03"
    assert not {i.code for i in cleaned.issues} & {"date-ambiguous"}
    assert read(f"{TITLE}03-04-2016\n\n{STORY}").published.value == "2016-03-04"


@pytest.mark.parametrize(("declared", "precision"), [("2016", "year"), ("2016-11", "month"), ("2016-11-10", "day")])
def test_coarse_dates_stay_coarse(declared: str, precision: str) -> None:
    published = read(STORY, "json", published=declared).published
    assert (published.value, published.precision) == (declared, precision)


def test_address_dates_what_nothing_else_dates() -> None:
    published = read(STORY, url="https://example.org/2016/11/10/dyke.html").published
    assert (published.value, published.how, published.start) == ("2016-11-10", "metadata", None)


def saved(title: str, stamp: str, address: str = "https://example.org/dyke", body: str = STORY) -> str:
    told = "".join(f"<p>{line}</p>" for line in body.strip().split("\n"))
    return (
        f'<html><head><title>{title}</title><meta property="article:published_time" content="{stamp}">'
        f'<link rel="canonical" href="{address}"></head><body><article><h1>{title}</h1>{told}</article></body></html>'
    )


@pytest.mark.parametrize("stamp", ["2016-11-10T00:00:00", "2016-11-10T00:00:00Z", "Thu, 10 Nov 2016 00:00:00 GMT"])
def test_metadata_at_midnight_is_a_day(stamp: str) -> None:
    published = read(saved("Dyke breaks at Karsen mill", stamp), "html").published
    assert (published.value, published.precision) == ("2016-11-10", "day")


def test_the_folder_of_an_address_against_metadata_of_a_moved_page() -> None:
    moved = saved("Dyke breaks at Karsen mill", "2017-03-22T14:21:00", "https://example.org/orla/2016/11/10/dyke/")
    cleaned = clean(moved, "html")
    assert (cleaned.report.published.value, cleaned.report.published.how) == ("2016-11-10", "metadata")
    assert "2017-03-22" in (cleaned.report.published.why or "")
    assert "date-conflict" in {i.code for i in cleaned.issues}
    later = moved.replace("2017-03-22", "2016-11-14")
    assert read(later, "html").published.value == "2016-11-14T14:21"
    named = moved.replace("/2016/11/10/dyke/", "/lessons-of-2016-11-10/")
    assert read(named, "html").published.value == "2017-03-22T14:21"


def test_the_day_in_the_title_of_an_edition_against_metadata_of_a_moved_page() -> None:
    report = read(saved("Evening bulletin - November 10, 2016", "2017-03-22T14:21:00"), "html")
    assert (report.published.value, report.published.how) == ("2016-11-10", "stated")
    assert report.text[report.published.start : report.published.end] == "November 10, 2016"
    given = read(STORY, "json", title="Evening bulletin - November 10, 2016", published="2017-03-22T14:21:00")
    assert given.published.value == "2016-11-10"
    told = read(saved("Report on the flood of November 10, 2016", "2017-03-22T14:21:00"), "html")
    assert told.published.value == "2017-03-22T14:21"


def test_posts_of_one_week_against_metadata_of_a_moved_page() -> None:
    posts = "The mill is gone — Ada (@ada) November 9, 2016\nSo is the road — Ben (@ben) November 10, 2016\n"
    cleaned = clean(saved("Dyke breaks at Karsen mill", "2017-03-22T14:21:00", body=STORY + posts), "html")
    assert cleaned.report.published.value is None
    assert cleaned.report.published.bounds == "2016-11-10/2017-03-22"
    assert "2017-03-22" in (cleaned.report.published.why or "")
    in_may = posts.replace("November", "May") + "Mayor Mayfield wept.\n"
    page = saved("Dyke breaks at Karsen mill", "2017-03-22T14:21:00", body=STORY + in_may)
    assert read(page, "html").published.value is None
    looking_back = STORY + "The dyke broke in November after three days of rain.\n" + posts
    page = saved("Dyke breaks at Karsen mill", "2017-03-22T14:21:00", body=looking_back)
    assert read(page, "html").published.value == "2017-03-22T14:21"


LEAD = "A dyke broke at the Karsen mill on Thursday and hurt nine millers, the council said.\n"


def recorded(text: str, day: str = "2016-10-18") -> tuple[str | None, bool]:
    """The day read from a text whose record bears `day`, and whether a conflict is told."""
    cleaned = clean(text, "json", title="Dyke breaks at Karsen mill", published=day)
    return cleaned.report.published.value, "date-conflict" in {i.code for i in cleaned.issues}


@pytest.mark.parametrize(
    "head",
    [
        "Published November 10 2016 ",
        "Thu Nov 10 2016 Dyke breaks at Karsen mill. ",
        "10 November 2016 Dyke breaks at Karsen mill. ",
        "Dyke breaks at Karsen mill AFP Thursday 10 Nov 2016 ",
        "Dyke breaks at Karsen mill\n10 November 2016\n",
        "Last updated at Nov 10 2016 KARSEN ",
    ],
)
def test_the_day_printed_above_a_story_against_the_bare_day_of_its_record(head: str) -> None:
    assert recorded(f"{head}{LEAD}{STORY}") == ("2016-11-10", True)
    assert recorded(f"{head}{LEAD}{STORY}", "2016-11-09") == ("2016-11-09", False)


def test_an_update_before_the_record_shows_that_its_day_is_wrong() -> None:
    early = f"Last updated at Nov 10 2016 KARSEN {LEAD}{STORY}"
    assert recorded(early, "2016-11-18")[0] == "2016-11-10"
    later = early.replace("on Thursday", "in the night").replace("Thursday", "that")
    assert recorded(later) == ("2016-10-18", False)


def test_the_bare_day_of_a_record_stands_against_what_does_not_date_the_report() -> None:
    announced = "12 November 2016\nKarsen will host Orla in the cup on Saturday, the league said.\n"
    assert recorded(f"{announced}{STORY}", "2016-11-09") == ("2016-11-09", True)
    first_run = f"10 October 2016 Dyke breaks at Karsen mill. {LEAD}{STORY}"  # a Monday; the record's is a Thursday
    assert recorded(first_run, "2016-10-20") == ("2016-10-20", True)
    sentence = f"10 November 2016 was the day on which the dyke of Karsen broke, and many remember it.\n{STORY}"
    assert recorded(sentence) == ("2016-10-18", False)
    linked = f"{STORY}Related: Mill closed, Published November 10 2016\n"
    assert recorded(linked)[0] == "2016-10-18"
    two = f"Thu Nov 10 2016 Dyke breaks at Karsen mill. Published November 14 2016\n{LEAD}{STORY}"
    assert recorded(two)[0] == "2016-10-18"


def test_a_record_with_an_hour_is_believed_and_the_conflict_told() -> None:
    assert recorded(f"Thu Nov 10 2016 {LEAD}{STORY}", "2016-10-18T08:15:00") == ("2016-10-18T08:15", True)


@pytest.mark.parametrize("told", ["since 3 November 2016", "as the mayor said on Thursday, 3 November 2016,"])
def test_a_record_before_what_its_story_tells_as_past_is_no_day_of_publication(told: str) -> None:
    text = f"{STORY}The mill has stood empty {told} and the road with it.\n"
    published = read(text, "json", published="2016-10-18").published
    assert (published.value, published.bounds) == (None, "2016-11-03/..")
    assert "2016-10-18" in (published.why or "")
    assert recorded(text.replace(told, "and will open on 3 November 2016"))[0] == "2016-10-18"
    assert recorded(text, "2016-10-18T08:15:00")[0] == "2016-10-18T08:15"
