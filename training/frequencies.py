"""reading corpus -> merge/stories/frequencies.tsv: in how many documents of open news text a word's stem occurs.

usage: python -m training.frequencies TRAIN.jsonl
"""

import json
import sys
from collections import Counter, defaultdict
from pathlib import Path

from dateline.merge.stories.grouping import story_stem, story_words

TARGET = Path(__file__).resolve().parents[1] / "src/dateline/merge/stories/frequencies.tsv"


def main(corpus: str) -> None:
    """Write the table: a first line with the number of documents, then stem and frequency of stems seen twice."""
    documents: dict[str, list[str]] = defaultdict(list)
    for line in Path(corpus).read_text("utf-8").splitlines():
        sentence = json.loads(line)
        documents[sentence["doc"]].append(sentence["text"])
    counts: Counter[str] = Counter()
    for sentences in documents.values():
        counts.update({story_stem(w) for w in story_words(" ".join(sentences))})
    rows = [f"{stem}\t{n}" for stem, n in sorted(counts.items()) if n > 1]
    TARGET.write_text("\n".join([f"documents\t{len(documents)}", *rows]) + "\n", "utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
