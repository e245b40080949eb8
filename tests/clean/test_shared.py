"""The gold clusters, where the shared folder lies beside the project."""

from pathlib import Path

import pytest

from evals.blocks import measure

CLUSTERS = Path(__file__).parents[2].parent / "shared" / "data" / "clusters"


@pytest.mark.shared
@pytest.mark.skipif(not CLUSTERS.exists(), reason="needs ../shared")
def test_gold_clusters_hold_their_floors() -> None:
    scores = measure(CLUSTERS)
    assert scores["boilerplate_f1"] >= 95
    assert scores["metadata"] >= 92
