from itertools import pairwise, product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from dateline.extract.decode import _best_path

OUT, INSIDE, BEGUN = range(3)


def possible(path: tuple[int, ...]) -> bool:
    return path[0] != INSIDE and all(not (a == OUT and b == INSIDE) for a, b in pairwise(path))


@settings(max_examples=60, deadline=None)
@given(arrays(np.int64, (3, 5, 2, 2), elements=st.integers(-9, 9)))
def test_the_best_path_is_the_best_of_all(drawn: np.ndarray) -> None:
    steps = drawn.astype(np.float32)
    path = _best_path(steps)
    paths = [p for p in product(range(3), repeat=5) if possible(p)]
    for tagger in range(2):
        for row in range(2):

            def worth(p: tuple[int, ...], tagger: int = tagger, row: int = row) -> float:
                return float(sum(steps[tag, word, tagger, row] for word, tag in enumerate(p)))

            found = tuple(int(tag) for tag in path[:, tagger, row])
            assert possible(found)
            assert worth(found) == max(map(worth, paths))
