"""TempEval-3 platinum (TimeML): spans and values of time expressions in newswire.

usage: python -m evals.times_te3 [te3_platinum.tar.xz] [--json] [--misses]

Only the grammar's own spans are scored: the set marks what the reader was taught to leave out. Values are compared as
TIMEX3 values, which EDTF does not have for present, past and future, for parts of the day and for lengths without a
number; `timex` writes them from our value and words. Reported, in percent: `span_*` by overlap (relaxed), `strict_f1`
by exact span, `value` right values among the spans found, `value_f1` of spans found with the right value.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from dateline.english.numerals import CARDINALS, ONE_TO_TWELVE
from dateline.model import Published, Reading, Record, Report, Time
from dateline.resolve.times import resolve_times
from dateline.resolve.times.calendar import read
from evals.archives import SHARED, unpack
from evals.command import run

UNIT_LETTERS = {
    "minute": "M", "hour": "H", "day": "D", "week": "W", "month": "M", "year": "Y", "decade": "DE", "century": "CE",
}  # fmt: skip
PARTS = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI", "midday": "TMI"}
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}


class GoldTimex(Record, frozen=True):
    """One TIMEX3 of the text."""

    start: int
    end: int
    value: str


def documents(folder: Path) -> Iterator[tuple[str, str, str, list[GoldTimex]]]:
    """Name, publication date, text and gold of each document."""
    for path in sorted(folder.glob("**/te3-platinum/*.tml")):
        root = ElementTree.parse(path).getroot()
        published = next(root.find("DCT").iter("TIMEX3")).get("value", "")  # type: ignore[union-attr]
        body = root.find("TEXT")
        text, gold = "", []

        def walk(node: ElementTree.Element) -> None:
            nonlocal text
            start = len(text)
            text += node.text or ""
            for child in node:
                walk(child)
                text += child.tail or ""
            if node.tag == "TIMEX3":
                gold.append(GoldTimex(start=start, end=len(text), value=node.get("value", "")))  # noqa: B023

        if body is not None:
            walk(body)
        yield path.stem, published, text, gold


def timex(time: Time) -> str:
    """Our time as a TIMEX3 value."""
    low = re.sub(r"^(since|in|over|for|during|within|on|at|by)\s+", "", time.text.lower())
    value = (time.value or "").replace("~", "")
    unit = next((u for u in re.findall(r"(minute|hour|day|week|month|year|decade|century)s?\b", low)), None)
    if time.text.lower().startswith("since") and "/" in value:
        value = value.split("/")[0]
    if time.granularity == "set":
        return _set(low, unit)
    if time.granularity == "duration":
        return value or f"P{'T' if unit in ('minute', 'hour') else ''}X{UNIT_LETTERS[unit or 'day']}"
    if re.search(r"\b(before|after|earlier|later|from now)$", low) and (length := _length(low, unit)):
        return length
    if re.search(r"\b(last|past|next|coming)\b.*\b(\d+|" + "|".join(ONE_TO_TWELVE) + r"|decade)\b", low) and unit:
        return _length(low, unit) or "P10Y"
    if not value:
        return _vague(low, unit)
    stretch = read(value)
    if low in ("today", "tonight") and "T" not in value:
        return value + ("TNI" if low == "tonight" else "")
    if stretch is None or "/" not in value:
        part = next((code for word, code in PARTS.items() if word in low), "")
        return value if "T" in value else value + part
    year, week, _ = stretch.first.isocalendar()
    if time.granularity == "week" or ("week" in low and "weekend" not in low):
        return f"{year}-W{week:02}"
    if "weekend" in low:
        return f"{year}-W{week:02}-WE"
    season = next((code for word, code in SEASONS.items() if word in low), None)
    if season:
        return f"{stretch.first.year}-{season}"
    if "quarter" in low:
        return f"{stretch.first.year}-Q{(stretch.first.month + 2) // 3}"
    if "centur" in low:
        return str(stretch.first.year)[:2]
    if re.search(r"0'?s\b", low):
        return str(stretch.first.year)[:3]
    if re.match(r"(earlier|later|so far)", low):
        return value[:7] if "month" in low else value[:4]
    return value


def _length(low: str, unit: str | None) -> str | None:
    """The number of units in front of "later" or after "the past": TimeML marks it as a length of its own."""
    words = low.split()
    count = next((str(CARDINALS.get(w, w)) for w in words if w in ONE_TO_TWELVE or w.isdigit()), None)
    if count is None and set(words) & {"a", "an"} and unit:
        count = "1"
    if count is None or unit is None:
        return None
    return f"P{'T' if unit in ('minute', 'hour') else ''}{count}{'Y' if unit == 'decade' else UNIT_LETTERS[unit]}"


def _end_marked(time: Time, gold: GoldTimex) -> str | None:
    """Of a range that we keep as one, the end that the gold marks."""
    ends = (time.value or "").split("/")
    if time.granularity != "range" or len(ends) != 2 or not re.search(r"\d\s*[-–]\s*\d", time.text):
        return None
    return ends[0] if gold.start == time.start else ends[1]


def _set(low: str, unit: str | None) -> str:
    if unit is None:
        unit = next(
            (u for u, s in (("day", "dail"), ("week", "weekl"), ("month", "month"), ("year", "annual")) if s in low),
            None,
        )
    part = next((code for word, code in PARTS.items() if word in low), "")
    if part:
        return f"XXXX-XX-XX{part}"
    return {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "month": "XXXX-XX", "year": "XXXX"}.get(unit or "", "XXXX-XX-XX")


def _vague(low: str, unit: str | None) -> str:
    if unit:
        return f"P{'T' if unit in ('minute', 'hour') else ''}X{UNIT_LETTERS[unit]}"
    if re.search(r"now|current|present|moment|this time", low):
        return "PRESENT_REF"
    return "FUTURE_REF" if re.search(r"soon|future", low) else "PAST_REF"


def measure(folder: Path, misses: list[str] | None = None) -> dict[str, float]:
    """All figures over the set."""
    found = wanted = found_right = wanted_right = strict = value_right = 0
    for name, published, text, gold in documents(unpack(folder)):
        report = Report(id="r", path=None, url=None, text=text, language="en", published=Published(value=published))
        ours = resolve_times(report, Reading(report="r"))
        found += len(ours)
        wanted += len(gold)
        for t in ours:
            hit = any(t.start < g.end and g.start < t.end for g in gold)
            found_right += hit
            if misses is not None and not hit:
                misses.append(f"extra  {name} [{t.text}] {t.value} «{text[max(0, t.start - 40) : t.end + 30]!r}»")
        for g in gold:
            hits = [t for t in ours if t.start < g.end and g.start < t.end]
            around = repr(text[max(0, g.start - 50) : g.end + 40])
            if not hits:
                if misses is not None:
                    misses.append(f"missed {name} [{text[g.start : g.end]}] {g.value} «{around}»")
                continue
            best = max(hits, key=lambda t: min(t.end, g.end) - max(t.start, g.start))
            wanted_right += 1
            strict += any((t.start, t.end) == (g.start, g.end) for t in hits)
            said = _end_marked(best, g) or timex(best)
            right = said == g.value
            value_right += right
            if misses is not None and not right:
                ours_said = f"{best.text} {said} ({best.value} {best.why})"
                misses.append(f"value  {name} [{text[g.start : g.end]}] {g.value} | {ours_said} «{around}»")
    p, r = found_right / max(1, found), wanted_right / max(1, wanted)
    vp, vr, sp, sr = (
        value_right / max(1, found),
        value_right / max(1, wanted),
        strict / max(1, found),
        strict / max(1, wanted),
    )
    return {
        "span_p": 100 * p,
        "span_r": 100 * r,
        "span_f1": 200 * p * r / (p + r) if p + r else 0.0,
        "strict_f1": 200 * sp * sr / (sp + sr) if sp + sr else 0.0,
        "value": 100 * value_right / max(1, wanted_right),
        "value_f1": 200 * vp * vr / (vp + vr) if vp + vr else 0.0,
    }


def misses(folder: Path) -> list[str]:
    """What was missed, found too much or read wrongly, a line each."""
    found: list[str] = []
    measure(folder, found)
    return found


if __name__ == "__main__":
    run(__doc__, measure, misses, SHARED / "te3_platinum.tar.xz")
