"""What an outlet changed in an article, and what the account then no longer says."""

import msgspec

from dateline.model import Account, Change, Contradiction, CopyLink, Range, Side
from dateline.tell import tell_story
from dateline.tell.markdown import markdown
from dateline.tell.versions import find_versions
from tests.kit.story import StoryKit

FIRST = "Bomb hits Qasira\nA bomb hit Qasira on Monday. The mayor of Qasira could not be reached for any comment."
LATER = "Bomb hits Qasira\nA bomb hit Qasira on Monday. The mayor of Qasira blamed the Red Dawn group for the bomb."


def changed_article(later="2021-03-02"):
    """One article in two states, the link between them running from the lower id to the higher."""
    s = StoryKit()
    a, b = (s.report(text, day, outlet="Morning Wire") for text, day in ((FIRST, "2021-03-01"), (LATER, later)))
    s.origins = {a: [a, b]}
    for r in (a, b):
        place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
        s.timed(r, "Monday", "2021-03-01")
        s.event(r, "bomb", "bombing", place=place, time="2021-03-01")
    start = FIRST.index("The mayor")
    ranges = {a: Range(start=start, end=len(FIRST)), b: Range(start=start, end=len(LATER))}
    low, high = sorted((a, b))
    link = CopyLink(
        a=low, b=high, basis="near_copy", share_a=1, share_b=1, version=True,
        changes=(Change(a=ranges[low], b=ranges[high]),),
    )  # fmt: skip
    dossier = s.dossier()
    origins = tuple(msgspec.structs.replace(o, evidence=(link,)) for o in dossier.origins)
    return s, msgspec.structs.replace(dossier, origins=origins), a, b


def test_the_older_state_stands_first_whichever_way_the_link_runs():
    _, dossier, a, b = changed_article()
    (version,) = find_versions(dossier.reports, dossier.origins)
    assert (version.older, version.newer, version.ordered) == (a, b, True)
    (change,) = version.changes
    assert FIRST[change.a.start : change.a.end].endswith("any comment.")
    assert LATER[change.b.start : change.b.end].endswith("for the bomb.")


def test_states_of_one_date_are_not_put_in_order():
    _, dossier, _, _ = changed_article(later="2021-03-01")
    assert not find_versions(dossier.reports, dossier.origins)[0].ordered


def test_the_page_shows_the_change():
    _, dossier, _, _ = changed_article()
    page = markdown(Account(reports=dossier.reports, origins=dossier.origins))
    assert "\\[2\\] is a later state of \\[1\\]" in page
    assert "any comment.” to “The mayor of Qasira blamed" in page


def test_what_the_article_took_back_is_not_told():
    s, dossier, _, _ = changed_article()
    told = tell_story(dossier, s.readings(), s.resolution(), s.merged())
    text = " ".join(sentence.text for sentence in told.brief)
    assert "blamed" in text
    assert "could not be reached" not in text


def test_a_contradiction_is_printed_once():
    side = Side(type="figure", id="f")
    twice = tuple(Contradiction(id=one, kind="numeric", a=side, b=side, why="9 and 11") for one in "xy")
    assert markdown(Account(contradictions=twice)).count("9 and 11") == 1
