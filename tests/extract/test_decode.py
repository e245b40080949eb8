from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from dateline.extract.decode import best_path, decode_taggers
from dateline.extract.labels import SLICES, TAGGERS, WIDTH
from dateline.extract.windows import Window
from dateline.extract.words import Tuning

OUT, INSIDE, BEGUN = range(3)


def possible(path: tuple[int, ...]) -> bool:
    return path[0] != INSIDE and all(not (a == OUT and b == INSIDE) for a, b in pairwise(path))


@settings(max_examples=60, deadline=None)
@given(arrays(np.int64, (3, 5, 2, 2), elements=st.integers(-9, 9)))
def test_the_best_path_is_the_best_of_all(drawn: np.ndarray) -> None:
    steps = drawn.astype(np.float32)
    path = best_path(steps)
    paths = [p for p in product(range(3), repeat=5) if possible(p)]
    for tagger in range(2):
        for row in range(2):

            def worth(p: tuple[int, ...], tagger: int = tagger, row: int = row) -> float:
                return float(sum(steps[tag, word, tagger, row] for word, tag in enumerate(p)))

            found = tuple(int(tag) for tag in path[:, tagger, row])
            assert possible(found)
            assert worth(found) == max(map(worth, paths))


@pytest.mark.parametrize(("first", "second", "told"), [(0.8, 0.1, True), (0.45, 0.45, True), (0.3, 0.3, False)])
def test_an_event_is_told_when_its_kind_is_more_than_a_guess(first: float, second: float, told: bool) -> None:
    """With three kinds at .3 an event is likelier than none, but of no kind in particular."""
    chances = np.full(len(TAGGERS["trigger"]), 1e-6)
    chances[0] = 0.1
    chances[[2, 3, 4]] = first, second, 0.9 + 1e-6 - first - second
    scores = np.zeros((1, 3, WIDTH), np.float32)
    scores[:, :, SLICES["trigger"]] = np.log(np.eye(1, len(chances))[0] + 1e-6)
    scores[0, 1, SLICES["trigger"]] = np.log(chances)
    read = decode_taggers(scores, [Window([0], [1], 4, 3)], Tuning())[0]["trigger"]
    assert [s.label for s in read] == ([TAGGERS["trigger"][2]] if told else [])
