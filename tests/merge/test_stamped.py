"""Pages of one outlet with one stamp to the minute: the stamp counts unless their words are older than it."""

import pytest

from dateline.merge.stories.stamped import find_stamped
from dateline.model import CopyLink, Published, Report, make_id

SAYING = (
    "“The dam was built by my father and by his brothers, and no one of the guild has ever looked after its gates "
    "since the winter in which he died,” said the miller of Orlu."
)
LOST = "The market of Orlu was lost on Thursday night when the lake ran out."


def report(text: str, published: str, outlet: str, how: str = "metadata") -> Report:
    stated = Published(value=published, how=how)  # type: ignore[arg-type]
    return Report(id=make_id("r", text), path=None, url=None, text=text, language="en", outlet=outlet, published=stated)


def doubted(*reports: Report, copies: tuple[CopyLink, ...] = ()) -> list[str]:
    return sorted(a.report for a in find_stamped(reports, copies))


EARLY = [report(f"The dam broke. {SAYING}", "2031-03-13", "Post"), report(f"{LOST} Boats came.", "2031-03-14", "Star")]
QUOTING = report(f"The lake is empty. {SAYING}", "2031-04-02T17:41", "Globe")
BESIDE = report("A bridge fell at Orlu, too.", "2031-04-02T17:41", "Globe")
ALONE = report("A bridge fell at Orlu, too, they say.", "2031-04-02T17:42", "Globe")


def test_a_stamp_of_two_pages_counts_for_neither_if_one_has_the_words_of_long_before():
    assert doubted(*EARLY, QUOTING, BESIDE) == sorted([QUOTING.id, BESIDE.id])


@pytest.mark.parametrize(
    "others",
    [
        [QUOTING, ALONE],  # no shared minute
        [report(QUOTING.text, "2031-04-02", "Globe"), report(BESIDE.text, "2031-04-02", "Globe")],  # a day alone
        [report(QUOTING.text, "2031-03-17T17:41", "Globe"), report(BESIDE.text, "2031-03-17T17:41", "Globe")],  # a week
        [QUOTING, BESIDE, report(f"A fund is set up. {SAYING}", "2031-04-01", "Echo")],  # quoted again in these days
        [report(LOST, "2031-04-02T17:41", "Globe"), BESIDE],  # no words at length, and no month after
    ],
)
def test_a_stamp_counts_otherwise(others):
    assert doubted(*EARLY, *others) == []


def test_one_text_printed_twice_in_a_minute_was_printed_twice():
    low, high = sorted((QUOTING.id, BESIDE.id))
    copy = CopyLink(a=low, b=high, basis="near_copy", share_a=0.9, share_b=0.9)
    assert doubted(*EARLY, QUOTING, BESIDE, copies=(copy,)) == []


@pytest.mark.parametrize(
    ("text", "doubt"),
    [(LOST, True), ("The market of Orlu was lost on Thursday 13 March.", False), ("The market is rebuilt.", False)],
)
def test_a_weekday_a_month_after_all_others_is_one_of_their_days(text, doubt):
    pages = [report(text, "2031-05-02T17:41", "Globe"), report("A bridge fell.", "2031-05-02T17:41", "Globe")]
    assert doubted(*EARLY, *pages) == (sorted(p.id for p in pages) if doubt else [])
