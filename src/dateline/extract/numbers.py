"""Text -> numerals: every way that English news writes a number, with its value.

Digits with separators ("9,500", "12 000", ".5"), multipliers ("2.3m", "35 million", "4 lakh"), words ("two hundred and
five", "half a million", "two dozen"), fractions ("three-quarters", "½"), and words that stand for a size ("dozens", "tens
of thousands"). Dates, hours, ordinals, scores and numbers inside names are no numerals.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple


class Numeral(NamedTuple):
    """A number in text. `size` names a word that stands for a range of sizes ("dozens"), `base` the number that it is
    the plural of; `fraction`: a share of one, given in percent; `money`, `percent`: what the sign or code beside it says;
    `unit`: a unit written onto it ("km")."""

    start: int
    end: int
    low: float
    high: float
    size: str = ""
    base: float = 0.0
    fraction: bool = False
    money: bool = False
    percent: bool = False
    unit: str = ""


SMALL: Final = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen".split()
    )
} | {word: 10 * n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
SCALE: Final = {
    "hundred": 100, "thousand": 1_000, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "lakh": 10**5, "crore": 10**7, "dozen": 12, "mln": 10**6, "mn": 10**6, "bn": 10**9, "tn": 10**12,
}  # fmt: skip
SUFFIX: Final = {
    "k": 10**3,
    "m": 10**6,
    "mn": 10**6,
    "mln": 10**6,
    "mil": 10**6,
    "bn": 10**9,
    "b": 10**9,
    "tn": 10**12,
    "trn": 10**12,
}
SIZES: Final = {
    "dozens": (24, 99), "scores": (40, 99), "hundreds": (200, 999), "thousands": (2_000, 9_999),
}  # fmt: skip
"""What the plural of a number word stands for, by the annotation guidelines."""
FRACTIONS: Final = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4, "fifth": 5,
    "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "eighth": 8, "eighths": 8, "ninth": 9, "tenth": 10, "tenths": 10,
}  # fmt: skip
SIGNS: Final = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅕": 0.2, "⅛": 0.125}

_SMALL = "|".join(sorted(SMALL, key=len, reverse=True))
_SCALE = "hundred|thousand|million|billion|trillion|lakh|crore|dozen"
_CURRENCY = (
    r"(?-i:(?<![A-Za-z])(?:US|AU|CA|NZ|HK|A|C|S|R|NT)?\$(?:US|AU|CA|NZ|HK|A|C|S)?|[£€¥₹₦₽₺₪฿₴₱]|(?<![A-Za-z])(?:PS|USD|US|EUR|GBP|AUD|CAD|JPY|CHF|CNY|RMB|INR|PKR|NGN|KES|ZAR|TRY"
    r"|SYP|IQD|AFN|Rs\.?|Sh|Tk|RM|Rp|Y=)(?=\s?\d))"
)
_SPACE = r"[\u00a0\u2009\u202f]"
_DIGITS = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,3}}(?:{_SPACE}\d{{3}})+|\d{{1,3}} 000(?: 000)?(?!\d)|\d+)(?:\.\d+)?|\.\d+"
_UNITS = (
    r"km|kms|kph|mph|kmh|km/h|kg|kgs|g|mg|lb|lbs|oz|ml|cl|l|cm|mm|mi|ft|in|ha|sq|kw|kwh|mw|mwh|gw|gwh|twh|hz|khz|mhz|ghz|mb"
    r"|gb|tb|mp|mah|v|w|bhp|hp|nm|cc|pc|pct|p|c|f|°|bps|bp|rpm|fps|ms|min|mins|hr|hrs|year|yr|yrs|day|x"
)
_NUMBER = re.compile(
    rf"(?P<sign>(?:(?<=\s)|^)[-−](?=[\d.£$€])|\b[Mm]inus[ -])?(?P<cur>{_CURRENCY} ?)?(?P<debt>(?<=[$£€])-)?"
    rf"(?P<num>{_DIGITS}|[{''.join(SIGNS)}])(?P<frac>(?: \d/\d(?!\d))|/[2-9](?![\d/])| ?[{''.join(SIGNS)}])?"
    rf"(?:(?P<suf>trn|tn|bn|mln|mil|mn|[kKmMbB])(?![A-Za-z]))?(?P<unit>(?:{_UNITS})(?![A-Za-z]))?(?![A-Za-z]*\d)",
    re.IGNORECASE,
)
_SCALED = re.compile(rf"[ -]?((?:{_SCALE})(?:[ -](?:{_SCALE}))?|mln|mn|bn|tn|[bBkK](?= ))\b(?!s\b)", re.IGNORECASE)
_WORDS = re.compile(
    rf"\b(?:(?:(?P<a>an?|half an?|half|quarter of an?|a quarter of an?|a couple(?: of)?|couple(?: of)?|one and a half|two and a half)"
    rf"[ -](?:half[ -])?(?P<scale>{_SCALE})\b)|(?P<bare>(?:{_SCALE})\b(?=\W))"
    rf"|(?P<words>(?:{_SMALL})(?:(?:-|\s+and\s+|\s+)(?:{_SMALL}|{_SCALE})\b)*))(?!\w)",
    re.IGNORECASE,
)
_SIZE = re.compile(
    rf"\b(?:(?P<many>several|a few|few|many|some)\s+(?P<one>dozen|hundred|thousand|million|billion)s?(?:\s+(?P<more>{_SCALE}))?"
    r"|(?:(?P<head>tens|dozens|scores|hundreds|thousands|millions)(?:\s+(?:and\s+(?P=head)\s+)?of\s+(?P<of>thousands|millions|"
    r"billions))|(?P<plain>dozens|scores|hundreds|thousands|millions|billions|trillions|tens)))\b",
    re.IGNORECASE,
)
_FRACTION = re.compile(
    rf"\b(?:(?P<n>an?|{_SMALL})[ -])?(?P<d>half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)"
    r"(?=\s+(?:of|the|its|their|his|her|all|that|our|those)\b)",
    re.IGNORECASE,
)
_ONE_IN = re.compile(
    rf"\bone (?:in|out of)(?: every)? ((?:[2-9]|[1-9]\d+)(?![\d,.]|\s(?:million|billion))|(?:{'|'.join([*SMALL][2:])})(?![\w-]))",
    re.IGNORECASE,
)
_METRES = re.compile(
    r"\s+(?:race|sprint|hurdles|long|tall|deep|high|wide|below|above|from|away|freestyle|dash|pool|north|east)"
)


def find_numerals(text: str, strict: bool = True) -> list[Numeral]:
    """Every numeral, in order, none inside another. `strict` leaves out what reads as a year, a part of a name or of a
    compound ("a five-year plan"); a reader who knows that a figure stands there asks without it."""
    found: list[Numeral] = []
    taken = 0
    candidates = [*_sizes(text), *_fractions(text), *_digits(text, strict), *_spelled(text, strict)]
    for numeral in sorted(candidates, key=lambda n: (n.start, -n.end)):
        if numeral.start >= taken:
            found.append(numeral)
            taken = numeral.end
    return found


def _digits(text: str, strict: bool) -> Iterator[Numeral]:
    at = 0
    while match := _NUMBER.search(text, at):
        at = match.end()
        start = match.start() if match["cur"] or match["sign"] else match.start("num")
        if _inside_word(text, match, start) or (strict and _inside_name(text, match, start)):
            continue
        value = SIGNS[match["num"]] if match["num"] in SIGNS else float(re.sub(r"[,\s]", "", match["num"]))
        fraction = False
        if match["frac"]:
            value, fraction = _with_fraction(value, match["frac"])
        end, unit = match.end(), (match["unit"] or "").lower()
        suffix = (match["suf"] or "").lower()
        money = match["cur"] is not None
        if suffix == "m" and not money and (match["unit"] or _METRES.match(text, end)):
            unit = "m"
        elif suffix:
            value *= SUFFIX[suffix]
        elif not unit and (scaled := _SCALED.match(text, end)):
            for word in re.findall(r"[a-z]+", scaled[1].lower()):
                value *= SCALE.get(word) or SUFFIX[word]
            end = scaled.end()
        if match["sign"] or match["debt"]:
            value = -value
        percent = unit in ("pc", "pct") or _PERCENT.match(text, end) is not None
        if fraction and not (money or percent):
            value *= 100
        yield Numeral(start, end, value, value, fraction=fraction, money=money, percent=percent, unit=unit)
        at = max(at, end)


_PERCENT: Final = re.compile(r"[ -]?(?:%|per\s?cent\b|percent\b|pct\b|pc\b|percentage\b)", re.IGNORECASE)
_MONTH: Final = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DATE_BEFORE: Final = re.compile(rf"\b{_MONTH}\s+(?:the\s+)?$|\b{_MONTH}\s+\d{{1,2}},?\s+$|\d{{1,2}}\s{_MONTH},?\s+$")
_DATE_AFTER: Final = re.compile(rf"(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}(?!\w)")
_DAY_RANGE: Final = re.compile(
    rf"(?:st|nd|rd|th)?(?:\s?[-–/]\s?|\s+(?:and|to|or|through)\s+)\d{{1,2}}\s+(?:of\s+)?{_MONTH}(?!\w)"
)
_DAY_PAIR: Final = re.compile(rf"\b{_MONTH}\s+\d{{1,2}}(?:\s?[-–/]\s?|\s+(?:and|to|or|through)\s+)$")
_CLOCK: Final = re.compile(r"[:.h]\d\d\b|\s?(?:[ap]\.?\s?m\b|o['’]?clock|hours (?:GMT|local))|\s?[AP]M\b")
_HEDGED: Final = re.compile(r"\b(?:about|around|some|nearly|almost|than|least|over|under|approximately|roughly|to)\s+$")
_PEOPLE_AFTER: Final = re.compile(
    r"\s?(?:%|percent|per cent|people|persons|families|households|houses|homes|civilians|soldiers|troops|fighters|million)"
)
_AGE_BEFORE: Final = re.compile(r"\b(?:aged?|ages)\s+(?:between\s+)?(?:\d+\s+(?:to|and)\s+)?$", re.IGNORECASE)
_NAME_BEFORE: Final = re.compile(
    r"(?<![.!?:—]\s)(?<!^)\b(?!(?:About|Around|Some|Nearly)\b)[A-Z][\w&]*(?:\s[A-Z])?[ -]$"
)
_PLAIN_AFTER: Final = re.compile(
    r"\s(?!(?:on|in|at|as|for|and|or|to|is|was|has|had|were|of|the|by|with|from|when|will)\b)[a-z]"
)
_NUMBERED: Final = re.compile(
    r"\b(?:(?i:Section|Row|Route|Highway|Chapter|Article|Title|Game|Flight|Channel|Room|Gate|Act|Part|Phase|Level|Stage|Group"
    r"|Division|Week|Day|Unit|Resolution|Law|Rule|No|Nos|Number|Page|Paragraph|Prop(?:osition)?|Boeing|Airbus|Galaxy|iPhone"
    r"|iPad|Windows|Xbox|PlayStation|Android|Type|Model|Mark|Mk|Class|Covid|Grade|Year|Formula|Top"
    r"|Interstate|Block|Zone|Sector|District|Ward|Apollo|Euro|Series|Version|Round|Episode|Season|Volume|Vol|Step|Lot"
    r"|Category|A\.D|B\.C|Radio|S&P|S ?P|Stoxx|ASX|FTSE|Nasdaq|Nikkei|CAC|DAX|Russell|Fortune|Planet|HIV|Covid)|[B-HJ-Z])\.?[ -]$"
)


def _inside_word(text: str, match: re.Match[str], start: int) -> bool:
    """Whether digits are a part of a word, an ordinal, an hour, a date, a score, an address."""
    before, end = text[max(0, start - 28) : start], match.end()
    after = text[end : end + 24]
    number = match["num"]
    if before[-1:].isalnum() or (before[-1:] in "-–.,/:&@#_" and before[-2:-1].isalnum() and not match["cur"]):
        pair = re.search(r"(?<![\d.,])(\d[\d,.]*)[-–]$", before)
        if not re.search(r"\b(?:sub|now|to)-$", before) and (pair is None or _is_score(pair[1], number, after)):
            return True
    if before[-1:] == "#" or re.match(r"(?:st|nd|rd|th|s|ers?|ish)\b|['’]s\b", after):
        return True
    if match["cur"] or match["suf"] or match["unit"]:
        return match["unit"] == "x" and after[:1].isdigit()
    if (
        _CLOCK.match(after)
        or (_DATE_BEFORE.search(before) and re.fullmatch(r"\d{1,2}|\d{4}", number))
        or (len(number) < 3 and _DATE_AFTER.match(after))
    ):
        return True
    if len(number) < 3 and (_DAY_RANGE.match(after) or _DAY_PAIR.search(before)):
        return True
    if after[:1] in ("/", ":") and after[1:2].isdigit():
        return True
    pair = re.match(r"[-–](\d[\d,]*)(.*)", after, re.DOTALL)
    return pair is not None and _is_score(number, pair[1], pair[2])


def _inside_name(text: str, match: re.Match[str], start: int) -> bool:
    """Whether digits read as a year, an age or a part of a name."""
    before, end = text[max(0, start - 28) : start], match.end()
    after = text[end : end + 24]
    if match["cur"] or match["suf"] or match["unit"] or match["sign"] or _PERCENT.match(after):
        return False
    number = match["num"]
    if len(number) < 3 and (_AGE_BEFORE.search(before) or (re.search(r"[a-z], $", before) and re.match(r",\s", after))):
        return True
    if re.match(r"(?:19|20)\d\d$", number):
        if (pair := re.match(r"\s?[-–]\s?(\d+)\s[A-Za-z]", after)) and not re.match(r"(?:19|20)?\d\d$", pair[1]):
            return False
        return not (_PEOPLE_AFTER.match(after) or (_HEDGED.search(before) and _PLAIN_AFTER.match(after)))
    if re.match(r"\d{4}$", number) and re.search(r"\b[Bb]etween (?:\d{4} and )?$", before):
        return not _PLAIN_AFTER.match(after)
    if _PEOPLE_AFTER.match(after) or _SCALED.match(after):
        return False
    if _NUMBERED.search(before):
        return True
    return number.isdigit() and _NAME_BEFORE.search(before) is not None and not _PLAIN_AFTER.match(after)


def _is_score(first: str, second: str, after: str) -> bool:
    """Whether two joined numbers are a score or a code: 3-1, 89-89, 24-7, not 10-15 people."""
    if not (first.isdigit() and second.isdigit()):
        return False
    return int(first) >= int(second) or re.match(r"\s?[A-Za-z$%]", after) is None


def _with_fraction(value: float, part: str) -> tuple[float, bool]:
    """2 1/2 -> 2.5; 2/3 -> .667, a fraction."""
    part = part.strip()
    if part in SIGNS:
        return value + SIGNS[part], False
    if part.startswith("/"):
        return value / int(part[1:]), True
    above, below = part.split("/")
    return value + int(above) / max(int(below), 1), False


_NOT_COUNTED: Final = re.compile(
    r"\b(?:no|any|every|some|each|this|that|the|which|another|same|new|old|good|big|Air|Formula)[ -]$", re.IGNORECASE
)
_RANKED: Final = re.compile(r"\b(?:top|bottom|last|first|final|Big|Kick)\s+$")
_COMPOUND: Final = re.compile(r"-(?!strong|plus|odd|member|million|billion)[a-z]")


def _spelled(text: str, strict: bool) -> Iterator[Numeral]:
    for match in _WORDS.finditer(text):
        before, after = text[max(0, match.start() - 12) : match.start()], text[match.end() : match.end() + 12]
        if before[-1:] in ("-", "'", "’") and before[-2:-1].isalpha():
            continue
        if strict and (_COMPOUND.match(after) or (_RANKED.search(before) and not re.match(r"\s[a-z]+s\b", after))):
            continue
        if match["a"]:
            head = match["a"].lower()
            factor = 2.0 if "couple" in head else 0.5 if head.startswith("half") else 0.25 if "quarter" in head else 1.0
            factor = {"one and a half": 1.5, "two and a half": 2.5}.get(head, factor)
            if "half" in match[0].lower().split(head, 1)[1]:
                factor = 0.5
            value = factor * SCALE[match["scale"].lower()]
        elif match["bare"]:
            value = float(SCALE[match["bare"].lower()])
            if (
                not re.search(r"(?:than|least|about|around|nearly|almost|over|under|per|the|some)[ -]$", before)
                or "per" in before
            ):
                continue
        else:
            words = re.findall(r"[a-z]+", match["words"].lower())
            if words == ["one"] and (_NOT_COUNTED.search(before) or re.match(r"\s+another\b|['’]s\b|self", after)):
                continue
            value = _spelled_value(words)
            while words[-1] == "and":
                words.pop()
        end = match.end()
        yield Numeral(match.start(), end, value, value, percent=_PERCENT.match(text, end) is not None)


def _spelled_value(words: list[str]) -> float:
    """two hundred and five thousand -> 205,000."""
    total, current = 0.0, 0.0
    for word in words:
        if word in SMALL:
            current += SMALL[word]
        elif word in SCALE:
            scale = SCALE[word]
            if scale <= 100:
                current = (current or 1) * scale
            else:
                total += (current or 1) * scale
                current = 0.0
    return total + current


def _sizes(text: str) -> Iterator[Numeral]:
    for match in _SIZE.finditer(text):
        if match["many"]:
            word = match["one"].lower()
            low, high = SIZES.get(f"{word}s", (2 * SCALE[word], 10 * SCALE[word] - 1))
            base = SCALE[word] * SCALE.get((match["more"] or "").lower(), 1)
            if match["more"]:
                low, high = low * SCALE[match["more"].lower()], (high + 1) * SCALE[match["more"].lower()] - 1
            size = f"{word}s" if not match["more"] else "thousands"
        elif match["head"]:
            tens = {"tens": 10, "dozens": 12, "scores": 20, "hundreds": 100, "thousands": 1000, "millions": 10**6}
            factor, scale = tens[match["head"].lower()], SCALE[match["of"].lower()[:-1]]
            base = factor * scale
            low, high = 2 * base, 10 * base - 1
            size = "thousands" if scale == 1000 else "vague"
        else:
            size = match["plain"].lower()
            if size == "tens":
                base, low, high, size = 10, 20, 99, "dozens"
            else:
                base = {"dozens": 12, "scores": 20}.get(size) or SCALE[size[:-1]]
                low, high = SIZES.get(size, (2 * base, 10 * base - 1))
                if size == "scores":
                    if re.match(r"\s+(?!of\b)", text[match.end() :]) and not re.match(
                        r"\s+(?:more|were|have)\b", text[match.end() :]
                    ):
                        continue
                    size = "dozens"
        yield Numeral(match.start(), match.end(), low, high, size if size in SIZES else "vague", base)


def _fractions(text: str) -> Iterator[Numeral]:
    for match in _ONE_IN.finditer(text):
        words = re.findall(r"[a-z]+", match[1].lower())
        share = 100 / (float(match[1]) if match[1].isdigit() else _spelled_value(words))
        yield Numeral(match.start(), match.end(), share, share, fraction=True)
    for match in _FRACTION.finditer(text):
        word = (match["n"] or "a").lower()
        above = SMALL.get(word, 1)
        share = 100 * above / FRACTIONS[match["d"].lower()]
        ordinal = re.search(r"\b(?:first|second|latter|other|better|upper|lower|top|bottom)\s+$", text[: match.start()])
        if ordinal or (match["n"] is None and match["d"].lower() != "half"):
            continue  # "the second half of the year", "the third of the three"
        yield Numeral(match.start(), match.end(), share, share, fraction=True)
