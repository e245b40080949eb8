"""Run the working pipeline over folders of plain-text reports and write OUT/<folder>.json, for score.py.

usage: python evals/cluster.py OUT_DIR CLUSTER_DIR [...]
"""

import hashlib
import sys
from pathlib import Path

import msgspec

from dateline.model import Capture, make_id
from dateline.pipeline import read_captures


def main(out: str, *folders: str) -> None:
    """One account a folder."""
    Path(out).mkdir(parents=True, exist_ok=True)
    for folder in folders:
        captures = []
        for path in sorted(Path(folder).glob("*.txt")):
            raw = path.read_bytes()
            captures.append(
                Capture(
                    id=make_id("r", raw),
                    sha256=hashlib.sha256(raw).hexdigest(),
                    path=str(path),
                    url=None,
                    media="text",
                    encoding="utf-8",
                    content=raw.decode("utf-8"),
                )
            )
        target = Path(out) / f"{Path(folder).name}.json"
        target.write_bytes(msgspec.json.format(msgspec.json.encode(read_captures(captures)), indent=1))
        print(target)


if __name__ == "__main__":
    main(*sys.argv[1:])
