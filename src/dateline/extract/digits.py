"""Text -> numerals written in digits, but not those of dates, hours, ordinals, scores, addresses and names."""

import re
from collections.abc import Iterator
from typing import Final

from dateline.extract.numerals import PERCENT, SCALE, SCALE_WORD, SIGNS, SUFFIX, Numeral

_CURRENCY = (
    r"(?-i:(?<![A-Za-z])(?:US|AU|CA|NZ|HK|A|C|S|R|NT)?\$(?:US|AU|CA|NZ|HK|A|C|S)?|[£€¥₹₦₽₺₪฿₴₱]"
    r"|(?<![A-Za-z])(?:PS|USD|US|EUR|GBP|AUD|CAD|JPY|CHF|CNY|RMB|INR|PKR|NGN|KES|ZAR|TRY|SYP|IQD|AFN|Rs\.?|Sh|Tk|RM|Rp|Y=)(?=\s?\d)"
    r"|#(?= ?(?:\d{1,3}(?:,\d{3})+|\d+\.\d|\d[\d.]* ?(?:m|mn|bn|k|million|billion)\b)))"
)
"""Signs and codes of money. A "#" before a sum is a pound sign that was lost on the way ("# 2.5m", no rank "#1")."""
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
_DIGIT = re.compile(rf"[\d{''.join(SIGNS)}]")
"""Without one there is nothing to search for."""
_SCALED = re.compile(
    rf"[ -]?((?:{SCALE_WORD})(?:[ -](?:{SCALE_WORD}))?|mln|mn|bn|tn|[bBkK](?= ))\b(?!s\b)", re.IGNORECASE
)
_MILLIONS = re.compile(r" m\b")
"""What of a sum can only be millions: "$ 2.5 m"."""
_METRES = re.compile(
    r"\s+(?:race|sprint|hurdles|long|tall|deep|high|wide|below|above|from|away|freestyle|dash|pool|north|east)"
)


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
_SPACED: Final = re.compile(
    r", (\d{3})(?=\s+(?!(?:others?|more|and|or|to|of|were|was|dead|killed|injured|wounded|hurt|missing)\b)"
    r"[a-z]{3}[\w-]*+(?!\s+(?:were|was|are|is|have|has|had|killed|injured|wounded|died)\b))"
)
"""The rest of a hedged number with a space behind its comma: "some 1, 600 guards"."""
_PEOPLE_AFTER: Final = re.compile(
    r"\s?(?:%|percent|per cent|people|persons|families|households|houses|homes|civilians|soldiers|troops|fighters"
    r"|million)"
)
_AGE_BEFORE: Final = re.compile(r"\b(?:aged?|ages)\s+(?:between\s+)?(?:\d+\s+(?:to|and)\s+)?$", re.IGNORECASE)
_NAME_BEFORE: Final = re.compile(
    r"(?<![.!?:—]\s)(?<!^)\b(?!(?:About|Around|Some|Nearly)\b)[A-Z][\w&]*(?:\s[A-Z])?[ -]$"
)
_PLAIN_AFTER: Final = re.compile(
    r"\s(?!(?:on|in|at|as|for|and|or|to|is|was|has|had|were|of|the|by|with|from|when|will)\b)[a-z]"
)
_PAIRED: Final = re.compile(r"\sand\s(\d{4})(?=\s)")
"""The second of a pair of numbers, behind the first: the words after it tell what both are."""
OLDEST: Final = "1500"
"""The first year that news tells without a word more: two later numbers count only people."""
_NUMBERED: Final = re.compile(
    r"\b(?:(?i:Section|Row|Route|Highway|Chapter|Article|Title|Game|Flight|Channel|Room|Gate|Act|Part|Phase|Level"
    r"|Stage|Group|Division|Week|Day|Unit|Resolution|Law|Rule|No|Nos|Number|Page|Paragraph|Prop(?:osition)?|Boeing"
    r"|Airbus|Galaxy|iPhone|iPad|Windows|Xbox|PlayStation|Android|Type|Model|Mark|Mk|Class|Grade|Year|Formula|Top"
    r"|Interstate|Block|Zone|Sector|District|Ward|Apollo|Euro|Series|Version|Round|Episode|Season|Volume|Vol|Step|Lot"
    r"|Category|A\.D|B\.C|Radio|S&P|S ?P|Stoxx|ASX|FTSE|Nasdaq|Nikkei|CAC|DAX|Russell|Fortune|Planet|HIV|Covid)"
    r"|[B-HJ-Z])\.?[ -]$"
)


def find_digits(text: str, strict: bool) -> Iterator[Numeral]:
    """Numbers in digits, with the multiplier, sign and unit that belong to them."""
    at = 0 if _DIGIT.search(text) else len(text)
    while match := _NUMBER.search(text, at):
        at = match.end()
        start = match.start() if match["cur"] or match["sign"] else match.start("num")
        if _inside_word(text, match, start) or (strict and _inside_name(text, match, start)):
            continue
        value = SIGNS[match["num"]] if match["num"] in SIGNS else float(re.sub(r"[,\s]", "", match["num"]))
        fraction = False
        if not (match["cur"] or match["frac"]) and (rest := _rest_of(text, match)):
            value, at = 1000 * value + float(rest[1]), rest.end()
        if match["frac"]:
            value, fraction = _with_fraction(value, match["frac"])
        end, unit = at, (match["unit"] or "").lower()
        suffix = (match["suf"] or "").lower()
        money = match["cur"] is not None
        if suffix == "m" and not money and (match["unit"] or _METRES.match(text, end)):
            unit = "m"
        elif suffix:
            value *= SUFFIX[suffix]
        elif not unit and (scaled := _SCALED.match(text, end) or (money and _MILLIONS.match(text, end))):
            for word in re.findall(r"[a-z]+", scaled[0].lower()):
                value *= SCALE.get(word) or SUFFIX[word]
            end = scaled.end()
        if match["sign"] or match["debt"]:
            value = -value
        percent = unit in ("pc", "pct") or PERCENT.match(text, end) is not None
        if fraction and not (money or percent):
            value *= 100
        yield Numeral(start, end, value, value, fraction=fraction, money=money, percent=percent, unit=unit)
        at = max(at, end)


_GLUED: Final = re.compile(
    r"(?:^|\s)(?:least|about|around|between|than|some|nearly|almost|over|with|and|of|to|for|by|at|in)$", re.I
)
"""A word that often lost the space before a number in text from a PDF."""


def _rest_of(text: str, match: re.Match[str]) -> re.Match[str] | None:
    """The digits behind a comma and a space that belong to a number behind a hedge."""
    rest = _SPACED.match(text, match.end()) if match.end() == match.end("num") and len(match["num"]) < 4 else None
    return rest if rest and _HEDGED.search(text, max(0, match.start("num") - 16), match.start("num")) else None


def _inside_word(text: str, match: re.Match[str], start: int) -> bool:
    """Whether digits are a part of a word, an ordinal, an hour, a date, a score, an address, or the mark of a
    list ("3Many people")."""
    before, end = text[max(0, start - 28) : start], match.end()
    after = text[end : end + 24]
    number = match["num"]
    if before[-1:].isalnum() or (before[-1:] in "-–.,/:&@#_" and before[-2:-1].isalnum() and not match["cur"]):
        if _GLUED.search(before) and re.search(r"[,.]", number):
            return False
        pair = re.search(r"(?<![\d.,])(\d[\d,.]*)[-–]$", before)
        if not re.search(r"\b(?:sub|now|to)-$", before) and (pair is None or _is_score(pair[1], number, after)):
            return True
    if before[-1:] == "#" or re.match(r"(?:st|nd|rd|th|s|ers?|ish)\b|['’]s\b", after):
        return True
    if not before and re.match("[A-Z][a-z]", after):
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
    if match["cur"] or match["suf"] or match["unit"] or match["sign"] or PERCENT.match(after):
        return False
    number = match["num"]
    if len(number) < 3 and (_AGE_BEFORE.search(before) or (re.search(r"[a-z], $", before) and re.match(r",\s", after))):
        return True
    if re.match(r"(?:19|20)\d\d$", number):
        if (pair := re.match(r"\s?[-–]\s?(\d+)\s[A-Za-z]", after)) and not re.match(r"(?:19|20)?\d\d$", pair[1]):
            return False
        return not (_PEOPLE_AFTER.match(after) or (_HEDGED.search(before) and _PLAIN_AFTER.match(after)))
    if re.match(r"\d{4}$", number) and re.search(r"\b[Bb]etween (?:\d{4} and )?$", before):
        pair = _PAIRED.match(after)
        if pair is None:
            return not _PLAIN_AFTER.match(after)
        counted = _PEOPLE_AFTER if min(number, pair[1]) >= OLDEST else _PLAIN_AFTER
        return not counted.match(after, pair.end())
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
