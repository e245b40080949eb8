"""Reports a second of the extract stage, on two threads.

usage: python -m bench.reader [--reports N] [--json]

N reports of 500 words, of invented text, are read in one call after a first call that loads the model.
`reports_per_second` is by the clock; `reports_per_two_core_seconds` by the processor time that the work took, which
other work on the machine does not disturb: the rate of two free cores that are kept busy.
"""

import argparse
import json
import time

from dateline.extract import read_reports
from dateline.model import Block, Report

WORDS = 500
SENTENCES = (
    "At least {n} people were killed and dozens wounded when gunmen attacked a market in the northern town of "
    "Marrak on {day}, local officials said.",
    "“We heard shots and everybody ran,” Ilse Torvan, a baker who fled with her two children, told the Daily Harbour.",
    "The provincial governor, Anton Reyk, blamed fighters of the Red Dawn movement, who denied that they had "
    "been in the area.",
    "Some {m} families have left their homes since the offensive began in early March, according to the relief "
    "agency Open Hands.",
    "Government forces retook the bridge over the Osk river late on {day} after two hours of shelling, a "
    "military spokesman said.",
    "He added that talks on a ceasefire were due to resume in Belport next week.",
    "The Foreign Ministry urged both sides to let aid convoys through and warned that it might impose sanctions.",
    "About 1,200 of those displaced are sheltering in schools, and another 300 crossed the border, the agency "
    "estimates.",
    "Residents of the old town marched on Sunday to demand the release of eleven detainees.",
    "No group has claimed responsibility for the attack.",
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")


def reports(count: int) -> list[Report]:
    """Invented reports of about 500 words, no two alike."""
    made = []
    for n in range(count):
        sentences: list[str] = []
        words = k = 0
        while words < WORDS:
            template = SENTENCES[(n + k * 7) % len(SENTENCES)]
            sentence = template.format(n=3 + (n * k) % 40, m=100 + 10 * k, day=DAYS[(n + k) % 5])
            sentences.append(sentence)
            words += len(sentence.split())
            k += 1
        text = "\n\n".join(" ".join(sentences[at : at + 3]) for at in range(0, len(sentences), 3))
        block = Block(start=0, end=len(text), kind="body")
        made.append(Report(id=f"r{n}", path=None, url=None, text=text, language="en", blocks=(block,)))
    return made


def measure(count: int) -> dict[str, float]:
    """Rates of one run over `count` reports."""
    many = reports(count)
    read_reports(many[:4])
    clock, processor = time.perf_counter(), time.process_time()
    read_reports(many)
    clock, processor = time.perf_counter() - clock, time.process_time() - processor
    return {
        "reports_per_second": round(count / clock, 1),
        "reports_per_two_core_seconds": round(2 * count / processor, 1),
        "milliseconds_per_report": round(1000 * clock / count, 1),
    }


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=80)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    figures = measure(options.reports)
    print(json.dumps(figures) if options.json else "\n".join(f"{k} {v}" for k, v in figures.items()))


if __name__ == "__main__":
    main()
