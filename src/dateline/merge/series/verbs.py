"""figure -> whether the words beside it gainsay what it is read as counting: “51 went to hospital” kills nobody, nor
does “51 would die”."""

import re

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
    "killed": re.compile(rf"(?i)\b(?:{BESIDE['killed']}|victims?|casualt\w+|murder\w*|execut\w*|shot)\b"),
    "died": re.compile(rf"(?i)\b(?:{BESIDE['killed']}|victims?|casualt\w+)\b"),
    "injured": re.compile(rf"(?i)\b(?:{BESIDE['injured']}|{BESIDE['treated']}|victims?|casualt\w+)\b"),
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
    number (“has risen to 70”) takes its word from before."""
    fitting = FITTING.get(figure.what)
    if fitting is None or WORD.search(figure.text):
        return False
    text = situation.reports[figure.report].text
    sentences = situation.readings[figure.report].sentences
    here = next((s for s in sentences if s.start <= figure.start < s.end), None)
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


def imagined(figure: Figure, situation: Situation) -> bool:
    """Whether the words beside a figure say of people that they would be hurt, or of things that they are threatened:
    nothing was counted."""
    text = situation.reports[figure.report].text
    if figure.what in FITTING and SUPPOSED_AFTER.match(text, figure.end):
        return True
    return bool(SUPPOSED_BEFORE.search(text[max(0, figure.start - REACH) : figure.start]))


def _joined(before: str) -> bool:
    """Whether the word before the figure governs it: “killing at least 12”, “kills 12”, “left 12 dead”."""
    return bool(
        re.search(
            r"(?:ing|ed|\bkills?|\bdown|\bdead|\bof|\bleft|\bis|\bwas|\bat|\bto)\s+(?:(?!and\b)\w+\s){0,3}$", before
        )
    )
