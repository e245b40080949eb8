"""Public event-type sets -> how often the reader's kinds say what the sets say.

usage: python -m evals.event_types [FOLDER] [--json] [--misses]

case2021 (task 2, ACLED's types of a snippet): weighted F1 over the 25 trained types, and over all 30; published: 83.9
and 79.7 / 77.1 by systems trained for these types, ours reads without having seen the task. A snippet has one type:
that of the first line of `CASE_RULES` for which an event of that kind was read and its words stand in the text.
plover: the PLOVER gold standard records. `plover_any`: the gold type is among the types of the events read;
`plover_one`: it is that of the surest event. No score is published. Records of types that PLOVER has since renamed
count as renamed.
"""

import argparse
import csv
import json
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from dateline.extract import read_reports
from dateline.model import Block, Reading, Report, kinds
from evals.archives import SHARED

FOLDER = SHARED / "event-types"
UNSEEN = frozenset({"MAN_MADE_DISASTER", "NATURAL_DISASTER", "DIPLO", "ORG_CRIME", "ATTRIB"})
ANY = ""
CASE_RULES: tuple[tuple[str, str, str], ...] = (
    ("CHEM_WEAP", ANY, r"\b(?:chemical|chlorine|sarin|mustard|nerve|toxic|poison)\w*.{0,30}\b(?:weapon|attack"
        r"|gas|agent|shell|bomb)"),
    ("SEX_VIOL", ANY, r"\b(?:rap(?:e|ed|es|ing|ists?)|sexual\w*|gang-?rape\w*|molest\w*)\b"),
    ("SUIC_BOMB", "bombing attack death", r"\bsuicide\b.{0,30}\b(?:bomb|attack|explo|blast|vest)|\bblew (?:him"
        r"|her)self|\bcar bomb\w* .{0,20}suicide"),
    ("GRENADE", ANY, r"\bgrenades?\b"),
    ("ABDUCT_DISSAP", "abduction", ""),
    ("FORCE_AGAINST_PROTEST", "protest riot", r"\b(?:opened fire|live (?:ammunition|rounds|fire)|shot dead"
        r"|killed|brutal\w*|beat(?:en|ing)?)\b"),
    ("PROTEST_WITH_INTER", "protest", r"\b(?:tear ?gas|water cannon|pepper[- ]spray|dispers\w+|baton|arrest\w*"
        r"|detain\w*|rubber bullets)"),
    ("VIOL_DEMONSTR", "protest", r"\b(?:violen\w+|clash\w*|riot\w*|threw|hurl\w*|pelt\w*|torch\w*|burn\w*|set "
        r".{0,12}fire|vandal\w*)"),
    ("PEACE_PROTEST", "protest", ""),
    ("MOB_VIOL", ANY, r"\b(?:mobs?|lynch\w*|villagers|residents)\b.{0,60}\b(?:beat|attack|kill|clash|lynch|burn)"),
    ("VIOL_DEMONSTR", "riot", ""),
    ("PROPERTY_DISTRUCT", "destruction riot", r"\b(?:loot\w*|vandal\w*|torch\w*|burn\w*|raz\w*|ransack\w*"
        r"|propert\w*|destroy\w*|damag\w*)"),
    ("DISR_WEAP", "coercion arrest capture_territory", r"\b(?:weapons?|arms|ammunition|explosives?|cache|ied"
        r"|bombs?|rifles?|guns?)\b"),
    ("DISR_WEAP", ANY, r"\b(?:seiz|defus|discover|found|recover|dismantl|confiscat"
        r"|intercept)\w*.{0,60}\b(?:weapon|arms|ammunition|explosive|cache|bomb|mine|ied|package)"),
    ("NATURAL_DISASTER", "hazard", ""),
    ("MAN_MADE_DISASTER", "accident", ""),
    ("AIR_STRIKE", "air_strike", ""),
    ("ART_MISS_ATTACK", "shelling", ""),
    ("REM_EXPLOS", "bombing", ""),
    ("HQ_ESTABLISHED", ANY, r"\b(?:base|headquarters?|outpost|camp|checkpoint)s?\b.{0,60}\b(?:establish|set up"
        r"|built?|open|construct)|\b(?:establish|set up|buil[dt]|open|construct)\w*.{0,60}\b(?:base"
        r"|headquarters?|outpost|checkpoint)s?\b"),
    ("NON_VIOL_TERRIT_TRANSFER", "withdrawal surrender", ""),
    ("NON_STATE_ACTOR_OVERTAKES_TER", "capture_territory", r"\b(?:rebel|militant|taliban|isi[sl]|islamic state"
        r"|insurgent|houthi|jihadi|boko haram|al[- ]shabaab|hayat|opposition|militia)\w*.{0,60}\b(?:seiz|captur"
        r"|tak|took|overr[ua]n|control|recaptur)"),
    ("GOV_REGAINS_TERIT", "capture_territory", ""),
    ("ARMED_CLASH", "armed_clash", ""),
    ("ARREST", "arrest", ""),
    ("AGREEMENT", "agreement", ""),
    ("ATTACK", "attack", ""),
    ("CHANGE_TO_GROUP_ACT", "deployment", ""),
    ("PROPERTY_DISTRUCT", "destruction", ""),
    ("DIPLO", "talks support sanction rejection", ""),
    ("ATTRIB", "accusation", ""),
    ("ATTACK", "death injury", ""),
)  # fmt: skip
RENAMED = {
    "DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT", "COOPERATE": "SUPPORT",
}  # fmt: skip


def measure(folder: Path) -> dict[str, float]:
    """Scores on both sets, in percent."""
    case = _case(folder)
    seen = [(gold, read) for _, gold, read in case if gold not in UNSEEN]
    plover = _plover(folder)
    return {
        "case25_weighted_f1": _weighted_f1(seen),
        "case30_weighted_f1": _weighted_f1([(gold, read) for _, gold, read in case]),
        "plover_any": 100 * sum(gold in read for _, gold, read in plover) / len(plover),
        "plover_one": 100 * sum(gold == (read or [""])[0] for _, gold, read in plover) / len(plover),
    }


def _read(texts: Sequence[str]) -> list[Reading]:
    reports = [
        Report(
            id=f"r{n}",
            path=None,
            url=None,
            text=text,
            language="en",
            blocks=(Block(start=0, end=len(text), kind="body"),),
        )
        for n, text in enumerate(texts)
    ]
    return read_reports(reports)


def _case(folder: Path) -> list[tuple[str, str, str]]:
    with (folder / "case2021_task2_test.tsv").open(encoding="utf-8") as lines:
        rows = list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]
    readings = _read([row[1] for row in rows])
    return [(row[1], row[2], case_type(row[1], reading)) for row, reading in zip(rows, readings, strict=True)]


def case_type(text: str, reading: Reading) -> str:
    """The ACLED type of a snippet, as case2021 names it."""
    found = {e.kind for e in reading.events}
    for name, of_kinds, words in CASE_RULES:
        if (not of_kinds or found & set(of_kinds.split())) and re.search(words, text, re.IGNORECASE):
            return name
    return "OTHER"


def _plover(folder: Path) -> list[tuple[str, str, list[str]]]:
    records = [r for r in json.loads((folder / "PLOVER_GSR_CAMEO.txt").read_text("utf-8")) if r["event"] != "DOCUMENT"]
    readings = _read([r["text"] for r in records])
    table = kinds()
    rows = []
    for record, reading in zip(records, readings, strict=True):
        events = sorted(reading.events, key=lambda e: (-e.confidence, e.trigger.start))
        types = [RENAMED.get(p, p) for e in events if (p := table[e.kind].plover)]
        rows.append((record["text"], RENAMED.get(record["event"], record["event"]), types))
    return rows


def _weighted_f1(pairs: Sequence[tuple[str, str]]) -> float:
    gold, read = Counter(g for g, _ in pairs), Counter(r for _, r in pairs)
    right = Counter(g for g, r in pairs if g == r)
    return 100 * sum(n * 2 * right[label] / (n + read[label]) for label, n in gold.items()) / len(pairs)


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--misses", action="store_true", help="print what was read otherwise than the sets have it")
    options = parser.parse_args()
    if options.misses:
        for text, gold, read in [*_case(options.folder), *_plover(options.folder)]:
            if gold != read and gold not in read:
                print(f"{gold} {read}: {text[:200]!r}")
    figures = measure(options.folder)
    print(json.dumps(figures) if options.json else "\n".join(f"{k} {v:.1f}" for k, v in figures.items()))


if __name__ == "__main__":
    main()
