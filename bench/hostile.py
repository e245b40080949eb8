"""A folder of everything that can go wrong, read in one run of `dateline account`: time, memory, and what is lost.

usage: python bench/hostile.py [--keep FOLDER]

Every file must end as a report or be named in an issue; the run must end well. Prints seconds and peak memory. The
files are invented: empty, binary, wrongly encoded, endless lines, deep and wide markup, nested JSON, broken PDFs,
hundreds of copies, texts of nothing but figures, dates or names, links that lead nowhere.
"""

import argparse
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

STORY = (
    "EXERCISE. The river Umza burst its banks above the town of Kelo on Tuesday and carried away the only road bridge. "
    'Rescue workers brought 40 people from the roofs of a school. "We had no warning," the mayor said. Two died.\n'
)
SIZE = 250_000
"""Code points of a long text: below the length at which a text is kept but not read."""


def fill(text: str, size: int = SIZE) -> str:
    """The text over and over."""
    return text * (size // len(text))


def texts() -> dict[str, str]:
    """The files that are text, by name."""
    page = "<html><body><article><h1>River bursts</h1><p>" + STORY * 4 + "</p>{}</article></body></html>"
    articles = [{"title": f"Exercise {n}", "text": STORY + f"Exercise number {n}.", "id": n} for n in range(300)]
    return {
        "empty.txt": "", "blank.txt": " \n\t\n" * 1000, "nul.txt": "a\0b\0" * 1000, "one-word.txt": "flood",
        "book.txt": fill(STORY, 3_000_000), "endless.txt": fill("the army moved on and ", 100_000),
        "no-spaces.txt": "x" * SIZE, "quotes.txt": fill('"', 100_000), "stops.txt": fill(". ", 100_000),
        "dots.txt": STORY * 4 + "." * SIZE + "x", "gap.txt": STORY * 4 + "So" + " " * SIZE + "it goes.",
        "figures.txt": fill("3 dead, 40 hurt and 2,000 to 3,000 displaced. ", 40_000),
        "dates.txt": fill("On 12 May 2031 at 14:05 and last Tuesday. ", 40_000),
        "names.txt": fill("Mira Lotan of Kelo told Adam Orlan of Paris. ", 40_000),
        "said.txt": fill("He said that she said that ", 40_000), "capitals.txt": fill("THE DAM’ BROKE. ", 100_000),
        "direction.txt": "\u202e\u200f" + fill("السلام عليكم \u0301\u0301 👩\u200d🚒 ", 5_000),
        "han.txt": fill("軍は水を。", 20_000),
        "deep.html": "<div>" * 100_000 + STORY, "wide.html": page.format("<p>so it goes.</p>" * 40_000),
        "table.html": page.format("<table><tr><td>" * 5_000), "script.html": page.format(f"<script>{'x=1;' * 800_000}"),
        "entities.html": page.format("&amp;&#0;&#x110000;&nosuch;" * 20_000),
        "open.html": "<html><body><p>" + STORY + "<b" * 9999,
        "deep.json": "[" * 100_000, "articles.json": json.dumps(articles), "number.json": "1" * 100_000,
        "lines.jsonl": "\n".join(["{", json.dumps(articles[0]), "null", '{"text": 3}', '{"text": "\\ud800"}']),
        "broken.pdf": "%PDF-1.7\n" + "x" * 10_000, "name with\nline end.txt": STORY + "One.", "🌊.txt": STORY + "Two.",
        "-rf.txt": STORY + "Three.",
    }  # fmt: skip


def make(folder: Path) -> None:
    """Write the folder."""
    noise = random.Random(7)
    for name, text in texts().items():
        (folder / name).write_text(text, "utf-8")
    (folder / "bytes.txt").write_bytes(noise.randbytes(100_000))
    (folder / "bytes.pdf").write_bytes(b"%PDF-1.4" + noise.randbytes(100_000))
    (folder / "utf16.txt").write_text(STORY * 5, "utf-16")
    (folder / "latin.txt").write_bytes((STORY + "Übermäßig naïve façade. ").encode("latin-1") * 5)
    (folder / "huge.txt").write_bytes(b"word " * 5_000_000)
    (folder / "loop").symlink_to(folder)
    (folder / "nowhere.txt").symlink_to(folder / "no such file")
    copies = folder / "copies"
    copies.mkdir()
    for n in range(150):
        (copies / f"{n}.txt").write_text(f"Paper {n}\n\n{STORY * 6}It is copy number {n}.\n", "utf-8")


def lost(folder: Path, account: dict[str, list[dict[str, str | None]]]) -> list[str]:
    """The files that are neither a report nor named in an issue."""
    reports = " ".join(str(r["path"]) for r in account["reports"])
    issues = " ".join(f"{i['report']} {i['message']}" for i in account["issues"])
    files = [p for p in sorted(folder.rglob("*")) if p.is_symlink() or p.is_file()]
    return [p.name for p in files if p.name not in reports and p.name not in issues and p.name != "loop"]


def main() -> None:
    """Make the folder, run, and print; ends with an error when the run failed or lost a file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--keep", type=Path, help="make the folder here and leave it, with the account beside it")
    keep = parser.parse_args().keep
    with tempfile.TemporaryDirectory() as temporary:
        root = keep or Path(temporary)
        folder, out = root / "hostile", root / "account"
        folder.mkdir(parents=True)
        make(folder)
        began = time.perf_counter()
        command = [sys.executable, "-m", "dateline.cli", "account", str(folder), "-o", str(out)]
        ended = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "COLUMNS": "120"})
        took = time.perf_counter() - began
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        print(f"{took:.0f} s by the clock, {used.ru_utime + used.ru_stime:.0f} s of processor time")
        print(f"{used.ru_maxrss / 1024:.0f} MB at most; ended with {ended.returncode}")
        if not (out / "account.json").exists():
            sys.exit(ended.stderr[-2000:])
        account = json.loads((out / "account.json").read_text("utf-8"))
        print(f"{len(account['reports'])} reports, {len(account['issues'])} issues")
        if missing := lost(folder, account):
            sys.exit(f"lost: {', '.join(missing)}")
        print("nothing is lost")


if __name__ == "__main__":
    main()
