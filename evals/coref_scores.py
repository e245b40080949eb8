"""Coreference scores of two clusterings of the same mentions: MUC, B³, CEAFe and their mean, the CoNLL F1.

A clustering is a list of sets of mentions; singletons count, as ECB+ is scored. All results are percentages.
"""

from collections.abc import Hashable, Sequence

import numpy as np
from scipy.optimize import linear_sum_assignment

Clusters = Sequence[frozenset[Hashable]]


def conll(gold: Clusters, found: Clusters) -> dict[str, float]:
    """F1 by MUC, B³ and CEAFe, and their mean."""
    parts = {"muc": muc(gold, found), "b3": b_cubed(gold, found), "ceafe": ceaf_e(gold, found)}
    return {
        **{f"{name}_f1": f1(*pr) for name, pr in parts.items()},
        "conll_f1": sum(f1(*p) for p in parts.values()) / 3,
    }


def f1(precision: float, recall: float) -> float:
    """The harmonic mean, in percent."""
    return 200 * precision * recall / (precision + recall) if precision + recall else 0.0


def muc(gold: Clusters, found: Clusters) -> tuple[float, float]:
    """Precision and recall over the links that hold each cluster together (Vilain and others, 1995)."""
    return _links(found, gold), _links(gold, found)


def _links(clusters: Clusters, others: Clusters) -> float:
    home = {m: i for i, c in enumerate(others) for m in c}
    kept = total = 0
    for cluster in clusters:
        parts = len({home.get(m, ("alone", m)) for m in cluster})
        kept += len(cluster) - parts
        total += len(cluster) - 1
    return kept / total if total else 0.0


def b_cubed(gold: Clusters, found: Clusters) -> tuple[float, float]:
    """Precision and recall averaged over mentions (Bagga and Baldwin, 1998)."""
    gold_of = {m: c for c in gold for m in c}
    found_of = {m: c for c in found for m in c}
    shared = {m: len(gold_of[m] & found_of[m]) for m in gold_of if m in found_of}
    precision = sum(n / len(found_of[m]) for m, n in shared.items()) / max(1, len(found_of))
    recall = sum(n / len(gold_of[m]) for m, n in shared.items()) / max(1, len(gold_of))
    return precision, recall


def ceaf_e(gold: Clusters, found: Clusters) -> tuple[float, float]:
    """Precision and recall of the best one-to-one match of clusters, by φ4 (Luo, 2005)."""
    home = {m: i for i, c in enumerate(found) for m in c}
    likeness = np.zeros((len(gold), len(found)))
    for i, cluster in enumerate(gold):
        for j in {home[m] for m in cluster if m in home}:
            likeness[i, j] = 2 * len(cluster & found[j]) / (len(cluster) + len(found[j]))
    rows, columns = linear_sum_assignment(-likeness)
    best = float(likeness[rows, columns].sum())
    return best / max(1, len(found)), best / max(1, len(gold))
