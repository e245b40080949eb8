"""account.md: one story heads the page; of several, each has its own heading in every part."""

from dateline.model import Account, BriefSentence, Contradiction, Happening, Side, Story, Support, TimelineEntry
from dateline.tell.markdown import markdown


def account(**stories: bool) -> Account:
    """An account of stories by id, each with whether something happened in it; rows in no order of theirs."""
    ids = [story for story, happened in stories.items() if happened]
    side, one = Side(type="claim", id="c"), Support(reports=1, publishers=1, origins=1, informants=1)
    return Account(
        stories=tuple(Story(id=s, title=f"Title {s}", deck=f"Deck {s}.", reports=(s,)) for s in stories),
        happenings=tuple(
            Happening(
                id=s, kind="attack", summary="", start=None, end=None, precision=None, place=None, actors=(),
                targets=(), events=(), support=one, grade="single_source", story=s,
            )
            for s in ids
        ),
        brief=tuple(BriefSentence(text=f"Brief {s}.", support=(), story=s) for s in stories),
        timeline=tuple(
            TimelineEntry(start="2021-03-01", end=None, precision="day", summary=f"Row {s}.", happening=None,
                          support=(), story=s)
            for s in reversed(ids)
        ),
        contradictions=tuple(Contradiction(id=s, a=side, b=side, why=f"Differs {s}.", story=s) for s in reversed(ids)),
    )  # fmt: skip


def test_several_stories_are_listed_and_each_part_has_a_heading_for_each():
    page = markdown(account(a=False, b=True, c=True))
    front, brief, timeline, differences = (part for part in page.split("\n## ") if not part.startswith("Reports"))
    assert front.startswith("# Account\n\n3 stories:\n\n- **Title b** Deck b.\n- **Title c** Deck c.\n")
    assert front.index("Title c") < front.index("Alone") < front.index("Title a")
    for part, word in ((brief, "Brief"), (timeline, "Row"), (differences, "Differs")):
        at = [part.index(words) for words in ("### Title b", f"{word} b", "### Title c", f"{word} c")]
        assert at == sorted(at)
    assert brief.index("Brief c") < brief.index("### Title a")


def test_one_story_heads_its_page():
    page = markdown(account(b=True))
    assert page.startswith("# Title b\n\nDeck b.\n\n")
    assert "###" not in page
