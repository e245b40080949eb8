"""Stories found row by row are those found from a matrix over all reports; large components take little memory."""

import tracemalloc
from collections.abc import Sequence
from datetime import date

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.merge import SAME, group_stories
from dateline.merge.stories import linkage
from dateline.model import CopyLink, Report, StoryKeys, make_id

Matrix = npt.NDArray[np.float64]
WEIGHTS = st.sampled_from([0.1, 0.1, 0.2, 0.30000000000000004, 0.4, 0.55])
DAYS = st.sampled_from([None, "2031-03-04", "2031-03-05", "2031-05-09", "2031-09-01", "2033-01-01"])
TERMS = st.dictionaries(st.integers(1, 14), WEIGHTS, max_size=8)


def keyed(n: int, terms: dict[int, float], day: str | None = None) -> tuple[Report, StoryKeys]:
    report = Report(id=make_id("r", n), path=None, url=None, text="", language="en", title=f"Title {n}")
    return report, StoryKeys(report=report.id, terms=tuple(sorted(terms.items())), day=day)


def copy_of(a: str, b: str) -> CopyLink:
    return CopyLink(a=min(a, b), b=max(a, b), basis="near_copy", share_a=0.9, share_b=0.9)


def dense_matrix(keys: Sequence[StoryKeys], copies: Sequence[CopyLink]) -> Matrix:
    """All likenesses at once, word by word."""
    alike = np.zeros((len(keys), len(keys)))
    for word in sorted({word for k in keys for word, _ in k.terms}):
        weights = np.array([dict(k.terms).get(word, 0.0) for k in keys])
        alike += np.outer(weights, weights)
    for i, a in enumerate(keys):
        for j, b in enumerate(keys):
            if a.day and b.day:
                apart = abs((date.fromisoformat(a.day) - date.fromisoformat(b.day)).days)
                alike[i, j] *= next((weight for days, weight in linkage.FAR if apart > days), 1.0)
    position = {k.report: i for i, k in enumerate(keys)}
    for copy in copies:
        i, j = position[copy.a], position[copy.b]
        alike[i, j] = alike[j, i] = 1.0
    return alike


def dense_components(alike: Matrix, members: list[int], cut: float) -> list[list[int]]:
    """Connected at the cut by walking the matrix; once more, higher, while too large."""
    left, parts = set(members), list[list[int]]()
    for start in members:
        part, frontier = [], [start] if start in left else []
        left.discard(start)
        while frontier:
            at = frontier.pop()
            part.append(at)
            reached = [i for i in sorted(left) if alike[at, i] >= cut]
            left.difference_update(reached)
            frontier += reached
        if len(part) > linkage.LARGEST and cut * linkage.STEP <= 1:
            parts += dense_components(alike, sorted(part), cut * linkage.STEP)
        elif part:
            parts.append(sorted(part))
    return parts


def dense_linkage(alike: Matrix, members: list[int]) -> list[list[int]]:
    """Average linkage by searching the whole matrix for each step."""
    near = alike[np.ix_(members, members)].round(9)
    np.fill_diagonal(near, -1.0)
    groups, size = [[m] for m in members], np.ones(len(members))
    while len(members) > 1:
        i, j = divmod(int(near.argmax()), len(members))
        if near[i, j] < SAME:
            break
        merged = (near[i] * size[i] + near[j] * size[j]) / (size[i] + size[j])
        near[i], near[:, i] = merged, merged
        near[j], near[:, j] = -1.0, -1.0
        near[i, i] = -1.0
        size[i] += size[j]
        groups[i], groups[j] = sorted(groups[i] + groups[j]), []
    return dense_hosts(alike, sorted(g for g in groups if g))


def dense_hosts(alike: Matrix, groups: list[list[int]]) -> list[list[int]]:
    """Each leftover beside the larger group whose centre is most like its own."""
    near = alike.copy()
    np.fill_diagonal(near, 1.0)
    large = [g for g in groups if len(g) > linkage.FEW]
    found = {tuple(g): list(g) for g in large}
    for group in groups:
        if group in large:
            continue
        own = near[np.ix_(group, group)].sum()
        centres = [near[np.ix_(group, g)].sum() / np.sqrt(own * near[np.ix_(g, g)].sum()) for g in large]
        best = max(range(len(large)), key=lambda i: (round(centres[i], 9), -i), default=None)
        host = tuple(large[best]) if best is not None and round(centres[best], 9) >= linkage.CENTRE else tuple(group)
        found.setdefault(host, []).extend(group)
    return [sorted(g) for g in found.values()]


def dense_stories(
    reports: Sequence[Report], keys: Sequence[StoryKeys], copies: Sequence[CopyLink]
) -> list[tuple[str, tuple[str, ...]]]:
    """Title and reports of each story."""
    alike = dense_matrix(keys, copies)
    found = []
    for part in dense_components(alike, list(range(len(keys))), SAME):
        for group in [part] if len(part) > linkage.LARGEST else dense_linkage(alike, part):
            central = max(group, key=lambda i: (round(float(alike[i][group].sum()), 9), reports[i].id))
            found.append((reports[central].title or "", tuple(reports[i].id for i in group)))
    return sorted(found)


@pytest.mark.parametrize("largest", [1500, 3])
@settings(max_examples=150, deadline=None)
@given(drawn=st.lists(st.tuples(TERMS, DAYS), max_size=14), pairs=st.sets(st.tuples(*[st.integers(0, 13)] * 2)))
def test_stories_are_those_of_the_whole_matrix(
    largest: int, drawn: list[tuple[dict[int, float], str | None]], pairs: set[tuple[int, int]]
) -> None:
    keyed_ = sorted((keyed(n, terms, day) for n, (terms, day) in enumerate(drawn)), key=lambda x: x[0].id)
    reports, keys = [r for r, _ in keyed_], [k for _, k in keyed_]
    copies = [copy_of(reports[a].id, reports[b].id) for a, b in sorted(pairs) if a < b < len(reports)][:3]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(linkage, "LARGEST", largest)
        patch.setattr("dateline.merge.stories.grouping.LARGEST", largest)
        found = [(s.title, s.reports) for s in group_stories(reports, keys, copies)]
        assert sorted(found) == dense_stories(reports, keys, copies)


def chained(count: int) -> tuple[list[Report], list[StoryKeys]]:
    """Reports of one component, each with words of the one before it."""
    made = [keyed(n, dict.fromkeys(range(4 * n, 4 * n + 8), 0.3) | {10**9: 0.2}) for n in range(count)]
    return [r for r, _ in made], [k for _, k in made]


def test_a_large_component_takes_no_matrix() -> None:
    reports, keys = chained(2000)
    tracemalloc.start()
    stories = group_stories(reports, keys)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert sorted(r for s in stories for r in s.reports) == sorted(r.id for r in reports)
    assert peak < 8 * 2000**2 / 2


def test_more_copies_of_one_text_than_linkage_takes_are_one_story(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linkage, "LARGEST", 5)
    monkeypatch.setattr("dateline.merge.stories.grouping.LARGEST", 5)
    made = [keyed(n, {1: 0.8, 2: 0.6}) for n in range(8)]
    (story,) = group_stories([r for r, _ in made], [k for _, k in made])
    assert len(story.reports) == 8


def matrix(size: int, *blocks: tuple[Sequence[int], Sequence[int], float]) -> Matrix:
    """Likenesses of so many reports: nothing, but for those between two sets of them."""
    near = np.zeros((size, size))
    for rows, columns, weight in blocks:
        near[np.ix_(rows, columns)] = near[np.ix_(columns, rows)] = weight
    np.fill_diagonal(near, 1.0)
    return near


WIDE = list(range(8))
"""A story so wide that its reports are not much alike."""


def test_a_leftover_goes_to_the_story_whose_centre_it_is_like() -> None:
    """A report is less alike to all of a wide story than it must be to one other report."""
    near = matrix(9, (WIDE, WIDE, 0.2), ([8], WIDE, 0.14))
    assert near[8][WIDE].mean() < SAME
    assert linkage.link(near, SAME) == [[*WIDE, 8]]


def test_a_leftover_that_is_like_one_report_of_a_story_alone_stays_out() -> None:
    near = matrix(9, (WIDE, WIDE, 0.2), ([8], WIDE, 0.05), ([8], [0], 0.19))
    assert linkage.link(near, SAME) == [WIDE, [8]]


def test_a_close_story_takes_in_less_than_a_wide_one() -> None:
    """What is not much like reports that are all but the same is of another matter."""
    near = matrix(9, (WIDE, WIDE, 0.6), ([8], WIDE, 0.14))
    assert linkage.link(near, SAME) == [WIDE, [8]]


def test_two_stories_of_several_reports_are_never_made_one() -> None:
    other = [8, 9, 10]
    near = matrix(11, (WIDE, WIDE, 0.2), (other, other, 0.4), (other, WIDE, 0.14))
    assert linkage.link(near, SAME) == [WIDE, other]


def test_a_leftover_does_not_draw_another_after_it() -> None:
    near = matrix(10, (WIDE, WIDE, 0.2), ([8], WIDE, 0.14), ([9], [8], 0.15), ([9], WIDE, 0.08))
    assert linkage.link(near, SAME) == [[*WIDE, 8], [9]]
