"""Text -> Words: tokens, each with one symbol of the alphabet that the grammar's patterns are written in.

A pattern over symbols is a pattern over the kinds of words in a text ("ORD? MONTH YEAR"), so one pass of a compiled
regular expression over the symbol string finds every time expression, in time linear in the text.
"""

import re
from functools import cache, lru_cache

from dateline.english.calendar import MONTHS, WEEKDAYS
from dateline.english.numerals import CARDINALS

MONTH_NAMES = tuple(map(str.lower, MONTHS))
WEEKDAY_NAMES = tuple(map(str.lower, WEEKDAYS))
SEASON_NAMES = ("spring", "summer", "autumn", "winter")
NUMBER_WORDS = CARDINALS | {"hundred": 100, "dozen": 12}
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
ORDINAL_WORDS = {word: number for number, word in enumerate(_ORDINALS.split(), 1)} | {
    word.removesuffix("y") + "ieth": number for word, number in NUMBER_WORDS.items() if word.endswith("ty")
}
UNIT_OF = {
    "minute": "minute", "minutes": "minute", "seconds": "second", "hour": "hour", "hours": "hour", "hrs": "hour",
    "day": "day", "days": "day", "week": "week", "weeks": "week", "fortnight": "week", "fortnights": "week",
    "month": "month", "months": "month", "year": "year", "years": "year", "yr": "year", "yrs": "year",
    "decade": "decade", "decades": "decade", "century": "century", "centuries": "century",
}  # fmt: skip
PART_HOURS = {
    "dawn": "05", "daybreak": "05", "sunrise": "06", "morning": "09", "mornings": "09", "noon": "12", "midday": "12",
    "lunchtime": "12", "afternoon": "15", "afternoons": "15", "sunset": "18", "dusk": "18", "nightfall": "19",
    "evening": "20", "evenings": "20", "night": "22", "nights": "22", "nighttime": "22", "midnight": "24",
}  # fmt: skip

TIME_ZONES = "gmt utc bst et est edt cet cest pst pdt cdt cst mst mdt ist jst"
_CLASSES: dict[str, str] = {
    "TODAY": "today tonight yesterday tomorrow overnight",
    "POINT": "dawn daybreak sunrise noon midday sunset dusk nightfall midnight lunchtime",
    "PART": "morning mornings afternoon afternoons evening evenings night nights nighttime",
    "UNIT": " ".join(UNIT_OF),
    "WEEKEND": "weekend weekends",
    "QUARTER": "quarter quarters",
    "HALF": "half",
    "SEASON": "spring summer autumn fall winter",
    "A": "a an another",
    "ONE": "one",
    "SEVERAL": "several few many numerous multiple",
    "COUPLE": "couple handful matter number dozens scores hundreds thousands",
    "LAST": "last",
    "PAST": "past",
    "PREV": "previous preceding prior",
    "THIS": "this",
    "CURRENT": "current",
    "THAT": "that those same",
    "NEXT": "next",
    "COMING": "coming upcoming",
    "FOLLOWING": "following ensuing",
    "EARLY": "early",
    "LATE": "late",
    "MID": "mid",
    "EARLIER": "earlier",
    "LATER": "later",
    "EDGE": "beginning start end middle close rest remainder turn outset onset",
    "EVE": "eve",
    "THE": "the",
    "OF": "of",
    "ON": "on",
    "IN": "in",
    "AT": "at",
    "SINCE": "since",
    "UNTIL": "until till through thru",
    "BY": "by",
    "BEFORE": "before",
    "AFTER": "after",
    "FROM": "from",
    "TO": "to",
    "AND": "and",
    "OR": "or",
    "BETWEEN": "between",
    "WITHIN": "within",
    "OVER": "over",
    "DURING": "during throughout",
    "FOR": "for",
    "INTO": "into",
    "AS": "as",
    "SO": "so",
    "FAR": "far",
    "PER": "per",
    "EVERY": "every each",
    "AGO": "ago",
    "ABOUT": "about around approximately roughly nearly almost just only exactly some more less fewer under up no not well mere over-and-above little",  # noqa: E501
    "THAN": "than",
    "LEAST": "least most",
    "FISCAL": "fiscal financial calendar academic",
    "AMPM": "am pm",
    "ZONE": TIME_ZONES,
    "LOCAL": "local",
    "TIME": "time",
    "NOW": "now currently recently lately soon nowadays presently",
    "RECENT": "recent",
    "MOMENT": "moment present",
    "THEN": "then",
    "FUTURE": "future",
    "ANNUAL": "daily weekly monthly yearly annual annually nightly hourly biannual biannually quarterly",
    "OLD": "old",
    "LONG": "long",
    "PLUS": "plus odd",
    "NEW": "new",
    "GOOD": "good easter palm ash holy maundy boxing australia valentine patrick anzac canada bastille saints souls armistice remembrance veterans",  # noqa: E501
    "CHRISTMAS": "christmas xmas thanksgiving halloween ramadan nowruz newroz norooz ashura arbaeen mawlid hajj epiphany pentecost juneteenth",  # noqa: E501
    "EID": "eid",
    "WILL": "will shall ll would",
    "PLAN": "set due scheduled slated expected planned likely going poised supposed hope hopes wants promises vows pledges intends aims plans plan intends hoping planning predicting predicts bracing preparing prepares expecting expects forecast forecasts",  # noqa: E501
    "DEADLINE": "deadline ahead",
    "SAID": "said told says announced warned added speaking reported stated saying claimed confirmed vowed insisted declared tweeted wrote predicted testified noted",  # noqa: E501
    "WAS": "was were had did been came took went hit left fell held began broke met made gave sent won lost shot saw fled struck blew got drove flew rose ran became kept stood led brought found caught fought threw paid spoke swept sank grew stole sought died dead shut hurt burnt fell woke taken driven seen beaten thrown given flown torn ate drank bought chose felt fed lent meant slept taught thought understood forgot froze sang shone shook slid spent swam swore wept knew saw heard sold hid dug bit tore lay rode sent struck built bent burned bred crept dealt dreamt fled ground leapt learnt left lit paid quit rang rid shed shrank slew spun split spread sprang stung strode swung withdrew",  # noqa: E501
    "MUST": "must should can could might",
    "AGED": "aged age",
    "SECOND": "second",
    "LIFE": "prison jail sentence life",
}  # fmt: skip
PAST_FORMS = frozenset(_CLASSES["WAS"].split()) - {"was", "were", "had", "did", "been"}
_SHAPES = (
    "MONTH MON WEEKDAY WDAY WORDNUM ORDWORD NUM SMALL YEAR ORD CLOCK ISO NUMERIC SHORT DECADE DASH COMMA DOT SLASH "
    "LPAR RPAR APOS QUOTE STOP S ED CAP WORD PUNCT"
).split()
ALPHABET: dict[str, str] = {name: chr(0x100 + i) for i, name in enumerate([*_CLASSES, *_SHAPES])}
NAME_OF = {char: name for name, char in ALPHABET.items()}

_MONTH_SHORT = {name[:3]: number for number, name in enumerate(MONTH_NAMES, 1)} | {"sept": 9}
_WEEKDAY_SHORT = {name[:3]: number for number, name in enumerate(WEEKDAY_NAMES)} | {
    "tues": 1, "thur": 3, "thurs": 3, "weds": 2,
}  # fmt: skip
MONTH_NUMBER = {name: number for number, name in enumerate(MONTH_NAMES, 1)} | _MONTH_SHORT
WEEKDAY_NUMBER = (
    {name: number for number, name in enumerate(WEEKDAY_NAMES)}
    | {name + "s": number for number, name in enumerate(WEEKDAY_NAMES)}
    | _WEEKDAY_SHORT
)
_PUNCTUATION = {
    "-": "DASH", "–": "DASH", "—": "DASH", "‑": "DASH", ",": "COMMA", ".": "DOT", "/": "SLASH",
    "(": "LPAR", "[": "LPAR", ")": "RPAR", "]": "RPAR", "'": "APOS", "’": "APOS", "‘": "APOS",
    '"': "QUOTE", "“": "QUOTE", "”": "QUOTE", ";": "STOP", "!": "STOP", "?": "STOP", "•": "STOP", "|": "STOP",
}  # fmt: skip
_ALWAYS_MONTH = frozenset(MONTH_NAMES) - {"march", "may", "august"}

_LETTER = r"[A-Za-zÀ-ʯͰ-῿Ⰰ-\u2fff぀-鿿]"
_TOKEN = re.compile(
    rf"""
    [apAP]\.\s?[mM]\b\.? | {_LETTER}+
  | \d{{4}}-\d\d-\d\d(?:[T ]\d{{1,2}}:\d\d(?::\d\d)?(?:\ ?(?:Z\b|[+-]\d\d:?\d\d))?)?(?!\d)
  | \d{{1,2}}(?P<sep>[./])\d{{1,2}}(?P=sep)(?:\d{{4}}|\d\d)(?![\d/])
  | \d{{1,2}}:\d\d(?::\d\d)?(?!\d)
  | \d{{1,2}}\.\d\d\s?[apAP]\.?[mM]\b
  | \d{{1,3}}(?:,\d{{3}})+(?!\d) | \d+\.\d+
  | (?:1[5-9]|20)?\d0['’]?s\b | ['’‘]\d0s\b | ['’‘]\d\d(?!\d)
  | \d+(?:st|nd|rd|th|ST|ND|RD|TH)\b | \d+
  | \n\s*\n | [^\w\s]
    """,
    re.VERBOSE,
)
_KEPT_WORDS = 1 << 16
"""So many different words keep their symbol in memory."""


@cache
def _lexicon() -> dict[str, str]:
    symbol = {word: ALPHABET[name] for name, words in _CLASSES.items() for word in words.split()}
    symbol |= {word: ALPHABET["WORDNUM"] for word in NUMBER_WORDS if word != "one"}
    symbol |= {word: ALPHABET["ORDWORD"] for word in ORDINAL_WORDS if word != "second"}
    symbol |= {word: ALPHABET["WEEKDAY"] for word, _ in WEEKDAY_NUMBER.items() if len(word) > 5}
    symbol |= dict.fromkeys(_ALWAYS_MONTH, ALPHABET["MONTH"])
    symbol |= {word: ALPHABET[name] for word, name in _PUNCTUATION.items()}
    return symbol | {"s": ALPHABET["S"]}


@lru_cache(maxsize=_KEPT_WORDS)
def _read(raw: str) -> tuple[str, str]:
    low = raw.lower()
    return low, _lexicon().get(low) or _symbol_by_shape(raw, low)


class Words:
    """The tokens of `text[start:end]`: where each begins and ends, in lower case, and the symbol string."""

    __slots__ = ("ends", "lower", "starts", "symbols", "text")

    def __init__(self, text: str, start: int = 0, end: int | None = None) -> None:
        """Read the words of the stretch of text."""
        self.text = text
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.lower: list[str] = []
        symbols: list[str] = []
        for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
            low, symbol = _read(match.group())
            self.starts.append(match.start())
            self.ends.append(match.end())
            self.lower.append(low)
            symbols.append(symbol)
        self.symbols = "".join(symbols)

    def name(self, index: int) -> str:
        """The symbol's name of one token; "" beyond either end of the text."""
        return NAME_OF[self.symbols[index]] if 0 <= index < len(self.symbols) else ""


def _symbol_by_shape(raw: str, low: str) -> str:
    first = raw[0]
    if first.isdigit():
        return ALPHABET[_number_shape(low)]
    if first.isalpha():
        return ALPHABET[_word_shape(raw, low)]
    if first in "'’‘":
        return ALPHABET["DECADE" if low.endswith("s") else "SHORT"]
    return ALPHABET["STOP" if first == "\n" else "PUNCT"]


def _number_shape(low: str) -> str:
    if low.isdigit():
        number = int(low) if len(low) < 6 else 0
        if len(low) == 4 and 1000 <= number <= 2199:
            return "YEAR"
        return "SMALL" if len(low) <= 2 and 1 <= number <= 31 else "NUM"
    if low.count("-") >= 2:
        return "ISO"
    if ":" in low or low[-1] == "m":
        return "CLOCK"
    if low[-1] == "s":
        return "DECADE"
    if low[-1].isalpha():
        return "ORD"
    if low.count(".") == 2 or low.count("/") == 2:
        return "NUMERIC"
    return "NUM"


def _word_shape(raw: str, low: str) -> str:
    if raw[0].isupper():
        if low in MONTH_NUMBER:
            return "MONTH" if low in MONTH_NAMES else "MON"
        if low in _WEEKDAY_SHORT:
            return "WDAY"
    if "." in low:
        return "AMPM"
    if raw[0].isupper():
        return "CAP"
    if low == "may":
        return "MUST"
    return "ED" if low.endswith("ed") and len(low) > 4 else "WORD"
