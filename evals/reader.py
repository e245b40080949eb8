"""Reading corpus, held-out sentences -> F1 of the shipped model by layer.

usage: python -m evals.reader [FOLDER] [--json] [--misses LAYER]

FOLDER holds `dev.jsonl` in the form of the reading corpus. The same scores, with exact F1, come from
`python -m training.evaluate FILE`; how spans are matched is said in `training.score`.
"""

import argparse
import json
from pathlib import Path

from dateline.extract.network import shipped
from evals.archives import SHARED
from training.corpus import documents, read_corpus
from training.evaluate import evaluate, read_documents
from training.score import LABELLED, layer, pairs

FOLDER = SHARED / "reading-corpus"


def measure(folder: Path) -> dict[str, float]:
    """Overlap F1 of every layer, of whole claims and of arguments of gold triggers; shares of right attributes."""
    table = evaluate(shipped(), read_corpus(folder / "dev.jsonl"))
    shares = table.pop("shares")
    return {f"{name}_f1": row["f1"] for name, row in table.items()} | {f"{name}_right": s for name, s in shares.items()}


def print_misses(folder: Path, name: str) -> None:
    """The sentences in which a layer was read otherwise than the corpus has it."""
    corpus = documents(read_corpus(folder / "dev.jsonl"))
    for asked, given in zip(corpus, read_documents(shipped(), corpus), strict=True):
        for a, b in zip(asked, given, strict=True):
            wanted, found = layer(a, name), layer(b, name)
            matched = pairs(wanted, found)
            missed = [wanted[n] for n in range(len(wanted)) if n not in {n for n, _ in matched}]
            extra = [found[m] for m in range(len(found)) if m not in {m for _, m in matched}]
            if missed or extra:
                said = ([(a.text[s.start : s.end], s.label) for s in spans] for spans in (missed, extra))
                print(f"{a.id}: {a.text}\n  missed {next(said)}  extra {next(said)}")


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--misses", choices=LABELLED, help="print the sentences where this layer differs")
    options = parser.parse_args()
    if options.misses:
        print_misses(options.folder, options.misses)
        return
    figures = measure(options.folder)
    print(json.dumps(figures) if options.json else "\n".join(f"{k} {v:.1f}" for k, v in figures.items()))


if __name__ == "__main__":
    main()
