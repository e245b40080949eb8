"""Whom a count counts as let go."""

import pytest

from dateline.tell.freed import is_freed
from dateline.tell.told import Told
from tests.kit.story import StoryKit


def is_let_go(sentence, words):
    s = StoryKit()
    r = s.report(f"News of the bay\n{sentence}", "2021-03-02")
    s.figure(r, words, "captured", best=12)
    told = Told(s.dossier(), s.readings(), s.resolution(), s.merged())
    return is_freed(next(iter(told.figures.values())), told)


@pytest.mark.parametrize(
    "sentence",
    [
        "The Red Dawn group freed 12 sailors in Qasira on Monday.",
        "The council secured the release of 12 sailors on Monday.",
        "The council said 12 sailors seized by the Red Dawn group two years ago have been freed.",
        "12 sailors seized off Qasira released by Red Dawn.",
        "The Red Dawn group handed over 12 sailors on Monday.",
    ],
)
def test_who_is_let_go_is_counted_as_freed(sentence):
    assert is_let_go(sentence, "12 sailors" if "12 sailors" in sentence else "12")


@pytest.mark.parametrize(
    "sentence",
    [
        "The Red Dawn group seized 12 sailors in Qasira on Monday.",
        "The council demanded the immediate release of 12 sailors on Monday.",
        "The Red Dawn group refused to release 12 sailors on Monday.",
        "The boats were let go in exchange for the release of 12 sailors.",
        "She is the first of 12 sailors to be released.",
        "12 sailors have not been freed.",
        "12 sailors were seized; a boat was released.",
    ],
)
def test_who_is_held_or_only_asked_for_is_not_freed(sentence):
    assert not is_let_go(sentence, "12 sailors")


def release():
    """Two originals tell the release of twelve sailors; a report of two months later tells of thirty more."""
    s = StoryKit()
    for outlet, source in (("Morning Wire", "The Harbour Council"), ("Evening Post", "Police")):
        r = s.report(
            f"Red Dawn frees 12 sailors, writes {outlet}\n{source} said the Red Dawn group released 12 kidnapped "
            "sailors in Qasira on Monday. The militia also freed 4 guards.",
            "2021-03-02", outlet=outlet,
        )  # fmt: skip
        place = s.named(r, "Qasira", "Qasira", "place", (35.0, 36.0))
        s.timed(r, "Monday", "2021-03-01")
        s.event(r, "frees", "concession", place=place, time="2021-03-01")
        freed = s.event(r, "released", "concession", place=place, time="2021-03-01")
        held = s.event(r, "kidnapped", "abduction", place=place, time="2021-03-01")
        said = s.claim(r, source, "the Red Dawn group released 12 kidnapped sailors", s.named(r, source, source))
        s.figure(r, "12 kidnapped sailors", "captured", best=12, of="kidnapped sailors", event=held, claim=said)
        s.figure(r, "4 guards", "other", best=4, of="guards", event=freed)
    late = s.report("Red Dawn frees 30 sailors\nThe Red Dawn group released 30 sailors in May.", "2021-05-09")
    s.event(late, "released", "concession", time="2021-05")
    s.figure(late, "30 sailors", "captured", best=30, of="sailors")
    return s


def test_the_brief_of_a_release_says_how_many_were_freed():
    told = release().told()
    counts = [s.text for s in told.brief if s.topic == "how_many"]
    assert counts[:1] == ["Twelve sailors were freed, according to The Harbour Council and Police."]
    assert "Freed: twelve, by two counters." in told.deck
    assert not any("captured" in text for text in counts)


def test_others_freed_beside_those_counted_are_not_they():
    s = StoryKit()
    r = s.report("News of the bay\nIn addition to the 12 sailors, 3 guards were released.", "2021-03-02")
    s.figure(r, "12 sailors", "captured", best=12)
    s.figure(r, "3 guards", "captured", best=3)
    told = Told(s.dossier(), s.readings(), s.resolution(), s.merged())
    assert {f.best for f in told.figures.values() if is_freed(f, told)} == {3}


@pytest.mark.parametrize(("words", "held"), [("are still held", True), ("were seized", False)])
def test_how_many_are_left_behind_is_told_beside_the_freed(words, held):
    s = release()
    r = s.report(f"Wait goes on\nPolice said 40 sailors {words} by Red Dawn.", "2021-03-03")
    claim = s.claim(r, "Police", f"40 sailors {words} by Red Dawn", s.named(r, "Police", "Police"))
    s.figure(r, "40 sailors", "captured", best=40, of="sailors", claim=claim)
    text = next(x.text for x in s.told().brief if x.topic == "how_many")
    assert ("40 were still held, according to Police" in text) is held
