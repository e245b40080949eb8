"""figure -> whether the words beside it gainsay what it is read as counting: “51 went to hospital” kills nobody, nor
does “51 would die”."""

import re

from dateline.english.harms import AILMENT, ELIMINATE
from dateline.merge.situation import Situation
from dateline.model import Figure

BESIDE = {
    "killed": r"kill\w*|gun\w* down|dead|deaths?|died|dies|die|fatal\w*|lives|slain|massacred|martyr\w*|bodies|perished"
    r"|toll",
    "injured": r"injur\w*|wound\w*|hurt|maimed",
    "treated": r"hospital\w*|treated|treatment|critical(?:ly)?",
    "captured": r"captur\w*|seiz\w*|kidnap\w*|abduct\w*|hostages?|captives?|arrest\w*|detain\w*|held",
    "freed": r"freed|free|releas\w*|set free|handed over|swapped|escap\w*",
    "moved": r"evacuat\w*|flee\w*|fled|displac\w*|left their|rescued|trapped|stranded|stuck|homeless",
}
"""Words that say what happens to the counted."""

WORD = re.compile("|".join(rf"(?P<{name}>\b(?:{words})\b)" for name, words in BESIDE.items()), re.IGNORECASE)
FITTING = {
    "killed": {"killed"},
    "died": {"killed"},
    "injured": {"injured", "treated"},
    "captured": {"captured"},
}
HARM_WORDS = {
    "killed": re.compile(rf"(?i)\b(?:{BESIDE['killed']}|victims?|casualt\w+|murder\w*|execut\w*|shot|{ELIMINATE})\b"),
    "died": re.compile(rf"(?i)\b(?:{BESIDE['killed']}|victims?|casualt\w+)\b"),
    "injured": re.compile(rf"(?i)\b(?:{BESIDE['injured']}|{BESIDE['treated']}|{AILMENT}|victims?|casualt\w+)\b"),
}
"""Words of which one stands in the sentence where people are counted as dead or hurt."""

NOUN = re.compile(
    r"(?i)\b(?!(?:at|least|more|than|over|nearly|about|around|some|almost|many|much|total|three|four|five|seven|eight|nine|"
    r"eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|dozens?|scores?|hundreds?|thousands?|"
    r"another|others?|further|additional|estimated|several|fewer|less|most|only|just|the)\b)[^\W\d_]{4,}"
)
"""A word that is neither a number nor a hedge: what a figure counts by its own words."""

HURT = re.compile(
    r"(?i) (?:others? |more |people |persons )?(?:injured|wounded|hurt)\b"
    r"(?! (?:\w+ ){0,2}?(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|another|dozens?|scores|hundreds|many)\b)"
)
"""“Four killed, nine hurt”: the word right behind a number says what it counts, unless it governs the next one."""

REACH = 60
"""Characters after a figure within which its verb stands; before it, two thirds of that."""


def gainsaid(figure: Figure, situation: Situation) -> bool:
    """Whether the first such word after the figure, up to the next number, or else the last before it, says another
    thing than its `what`; or people are counted as dead or hurt in a sentence without a word of death or harm. A bare
    number (“has risen to 70”) takes its word from before. What a person says it counts nothing gainsays."""
    fitting = FITTING.get(figure.what)
    if fitting is None or figure.is_corrected("what") or WORD.search(figure.text):
        return False
    text = situation.reports[figure.report].text
    here = situation.sentence_at(figure.report, figure.start)
    if here is None:
        return False
    if figure.what in ("killed", "died") and HURT.match(text[figure.end : here.end]):
        return True
    bare = not NOUN.search(figure.text) or not re.search(r"[^\W\d_]{4,}", figure.of or "")
    if figure.what in HARM_WORDS and not bare and not HARM_WORDS[figure.what].search(text[here.start : here.end]):
        return True
    after = re.split(r"\d|[;:]|\bwhile\b", text[figure.end : min(here.end, figure.end + REACH)], maxsplit=1)[0]
    before = text[max(here.start, figure.start - 2 * REACH // 3) : figure.start]
    behind = [m.lastgroup for m in WORD.finditer(before)]
    ahead = [m.lastgroup for m in WORD.finditer(after)]
    said = ahead[:1] or behind[-1:]
    return bool(said) and said[0] not in fitting and not (behind and behind[-1] in fitting and _joined(before))


MODAL = r"(?:would|could|might|may|will|can|should|must)(?: not)?"
THREAT = r"threat(?:en(?:s|ed|ing)?|s)? to"
SUPPOSED_AFTER = re.compile(
    rf"(?i)\W+(?:who |that )?{MODAL} (?:\w+ly |also )?(?:die|perish|drown|be (?:\w+ly )?"
    r"(?:kill|injur|wound|hurt|shot|execut|hang|captur|seiz|arrest|detain|abduct|kidnap)\w*)\b"
)
SUPPOSED_BEFORE = re.compile(
    rf"(?i)\b(?:{MODAL}|{THREAT}|vow(?:s|ed|ing)? to) (?:\w+ly |also )?(?:kill|injure|wound|maim|hurt) "
    r"(?:[\w’'-]+ ){0,3}$"
    rf"|\b{THREAT} (?:\w+ly )?\w+ (?:[\w’'-]+ ){{0,3}}$"
)
"""Harm that is only thought of (“thousands would die”), and what is only threatened (“to fire nine shells”)."""

FORECAST = re.compile(
    r"(?i)\b(?:tolls?|numbers?|figures?|counts?|totals?|deaths|dead|fatalities|casualties|injuries|missing|cases)\b"
    rf"[^.;:\n]{{0,60}}?\b(?:{MODAL}|(?:expected|likely|feared|projected|predicted|forecast|certain|set) to)"
    r" (?:\w+ly |yet |even |well |still )*(?:rise|climb|grow|increase|jump|soar|mount|go up|reach|top|exceed|pass)"
    r"(?: (?:even|yet|much|far))?(?: \w+er)?(?:\s+from\s[^.;:\n]{1,40}?)?"
    r"(?:\s+(?:to|above|over|beyond|past|as|high|by|an?|the|even))*\s+$"
)
"""What a count may become: “the toll could rise to 51”. That it “may be as high as 51” is an estimate of what is."""

FAR_BACK = 140
"""Characters before a figure in which a forecast names the count."""


def imagined(figure: Figure, situation: Situation) -> bool:
    """Whether the words beside a figure say of people that they would be hurt, of things that they are threatened, or
    of a count what it may become: nothing was counted. What a disaster costs is never told but as a forecast."""
    text = situation.reports[figure.report].text
    if figure.what in FITTING and SUPPOSED_AFTER.match(text, figure.end):
        return True
    before = text[max(0, figure.start - FAR_BACK) : figure.start]
    if figure.unit != "money" and FORECAST.search(before):
        return True
    return SUPPOSED_BEFORE.search(before[-REACH:]) is not None


def _joined(before: str) -> bool:
    """Whether the word before the figure governs it: “killing at least 12”, “kills 12”, “left 12 dead”."""
    return bool(
        re.search(
            r"(?:ing|ed|\bkills?|\bdown|\bdead|\bof|\bleft|\bis|\bwas|\bat|\bto)\s+(?:(?!and\b)\w+\s){0,3}$", before
        )
    )
