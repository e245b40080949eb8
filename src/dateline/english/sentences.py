"""Text of a block -> its sentences, without the white space around them.

A sentence ends at a full stop, question or exclamation mark with its closing quotes, before white space and a word that
can begin one. Abbreviations ("Gen. Votel", "3 p.m. Wednesday", "6 a.m. (0400 GMT)", "No. 5") do not end it. A full
stop that lost its space does; so does the end of a paragraph, and that of a line which was never meant to run on. A
caption or heading that lost its line ends before the word that begins the next sentence.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from dateline.english.calendar import MONTHS, SHORT_MONTHS
from dateline.english.names import SHORT_TITLES
from dateline.english.patterns import one_of

SHORT_LINE: Final = 50
LONG_LINE: Final = 100
"""In a text whose lines are wrapped, a line below SHORT_LINE is a heading or list entry; where some line is longer than
LONG_LINE nothing is wrapped, and every line that a capital follows ends a sentence."""
LONGEST: Final = 2000
"""Characters of a sentence. A longer stretch is a text without punctuation; reading it whole takes time that grows with
the square of its length."""
_SHORT_MONTH: Final = one_of(SHORT_MONTHS)
_ZONE: Final = (
    r"(?:[A-Z]{2,4}T\b|[ECMP]T\b|GMT\b|UTC\b|(?:Eastern|Central|Mountain|Pacific|Greenwich)\b"
    r"|[A-Z][a-z]+(?: [A-Z][a-z]+)? time\b)"
)
_AFTER_HOUR: Final = re.compile(
    rf"(?:(?:Mon|Tues?|Wednes|Wed|Thurs?|Fri|Satur|Sat|Sun)(?:day)?\b|(?:{_SHORT_MONTH}|{one_of(MONTHS)})\b"
    rf"|{_ZONE}|\d|\((?:\d|{_ZONE}|local\b))"
)
_END: Final = re.compile(r"(?:(?<![.!?])[.!?]+|…|[。؟।])[\"”’'»)\]]*(?=\s)")
_BEGINS: Final = re.compile(r"[\"“‘'«(\[—–-]*\s?(?![a-z])\S")
_HOUR: Final = re.compile(r"\b[ap]\.\s?m\.$", re.IGNORECASE)
_TITLE: Final = re.compile(
    rf"(?:^|[\s(“\"'‘—-])(?:{one_of(SHORT_TITLES)}|Mx|Fr|Sr|Hon|St|Ste|Cmdr|Cpl|Brig|Pvt|Reps|Sens|Pres|Amb|Supt|Insp"
    r"|Messrs|Mt|Ft|vs|v|cf|Cf|viz|approx|est|al|e\.g|i\.e|[A-Z](?:\.[A-Z])*)\.$"
)
_ACRONYM: Final = re.compile(r"\b(?:[A-Z]\.){2,}$")
_OPENER: Final = (
    r"(?:The|A|An|He|She|It|They|We|In|On|At|But|And|This|That|These|Those|His|Her|Its|Their|As|For|After|Before|When"
    r"|While|If|There|According|Some|Many|Most|Several|More(?= than)|Meanwhile|However|Since|So)"
)
"""Words without a capital unless a sentence begins with them."""
_NUMBER: Final = (
    r"(?:Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|Twenty|Thirty|Forty|Fifty|Dozens|Hundreds"
    r"|Thousands|Tens)"
)
"""Numbers without a capital unless a sentence begins with them, or a name ended before ("World War Two")."""
_AFTER_ACRONYM: Final = re.compile(rf"(?:{_OPENER}|I|No|“|\"|‘)\b|[“\"‘]")
_COUNTED: Final = re.compile(rf"(?:^|[\s(])(?:No|Nos|Art|Sec|Ch|Vol|Fig|pp?|{_SHORT_MONTH})\.$")
_DATED: Final = re.compile(rf"(?:^|[\s(])(?:{_SHORT_MONTH}|Inc|Ltd|Co|Corp|Bros|Jr|Dept|Univ|Assn)\.$")
_LOST_SPACE: Final = re.compile(r"(?<=[a-z]{2})[.!?][\"”’')]*(?=[“\"‘]?[A-Z][a-z]+[\s,’'])")
_FUSED: Final = re.compile(
    r"(?:(?<=[\w)\]%])|(?<=[a-z][”’']))\s+(?="
    rf"(?!A (?:and|or|is|was|are|were|has|had|in|on|at|of|to|for|with|by|from)\b){_OPENER} (?:[a-z]|\d+-[a-z])"
    r"|The(?: [A-Z][\w-]+){1,4}(?: \([A-Z]+\))?(?: [a-z]+s)? "
    r"(?:said|says|has|have|had|is|was|are|were|will|would)\b"
    r"|(?:1[89]|20)\d\d: [A-Z])"
    rf"|(?:(?<=[a-z)\]%])|(?<=[a-z][”’']))\s+(?={_NUMBER} [a-z]|In (?:[A-Z][\w’'-]+ ){{0,2}}[A-Z][\w’'-]+, )"
)
"""Where a sentence begins though no mark ended the one before: "Boats at the quay in 2011 A ferry sank on Monday",
"... to the quay Two sailors were found", "... to the quay In Halden, ...". Not before the letter of a kind ("hepatitis
A is rare"), nor in a heading in capitals ("Down In The Valley")."""
_OF_KIND: Final = re.compile(
    r"\b(?:type|hepatitis|influenza|vitamin|class|category|grade|level|tier|phase|stage|part|act|schedule"
    r"|section|channel|chapter|gate|terminal|block|serie|plan|route|line|final)$",
    re.IGNORECASE,
)
"""A word before the letter or number of a kind."""
_LETTER: Final = re.compile(rf"(?:A|{_NUMBER}) ")
_IN_NAMES: Final = re.compile(rf"(?:{_NUMBER}|In [A-Z]|\d)")
"""What stands in names as well ("Game Seven", "Lost In Karsen", "February 2018:"), and begins no sentence behind a
capital."""
_LEANS: Final = re.compile(
    r"(?:^|[\s(“\"'‘—-])(?:an?|the|of|in|on|at|to|by|for|from|with|as|than|that|and|or|but|nor|if|so|because|when|while"
    r"|where|who|which|what|how|about|after|before|since|until|into|over|under|via|called|titled|named|entitled|early|late|mid"
    r"|said|says|added|asked|told|wrote|is|are|was|were|be)$",
    re.IGNORECASE,
)
"""A word that no sentence ends in."""
SHORTEST: Final = 4
"""Words on either side from which a stretch without a mark between is taken for two sentences."""
REACH: Final = 100
"""Characters on either side that are looked at for them."""


def find_sentences(text: str) -> list[tuple[int, int]]:
    """Where the sentences of a block begin and end; they cover all but white space."""
    edges = sorted({0, len(text), *_ends(text), *_line_ends(text), *(m.end() for m in _LOST_SPACE.finditer(text))})
    edges = sorted({*edges, *(cut for a, b in pairwise(edges) for cut in _fused(text, a, b))})
    ranges = []
    for a, b in pairwise(edges):
        for c, d in pairwise([a, *_breaths(text, a, b), b]):
            core = text[c:d].strip()
            if core:
                first = c + len(text[c:d]) - len(text[c:d].lstrip())
                ranges.append((first, first + len(core)))
    return ranges


def _breaths(text: str, start: int, end: int) -> Iterator[int]:
    """Where a stretch that is too long for a sentence is cut: before its last white space in every LONGEST."""
    while end - start > LONGEST:
        start = max(text.rfind(" ", start + 1, start + LONGEST), text.rfind("\n", start + 1, start + LONGEST))
        if start < 0:
            return
        yield start


def _ends(text: str) -> Iterator[int]:
    """Where a mark ends a sentence."""
    for mark in _END.finditer(text):
        after = text[mark.end() : mark.end() + 40].lstrip()
        if after and _BEGINS.match(after) and not _runs_on(text[max(0, mark.end() - 16) : mark.end()], after):
            yield mark.end()


def _fused(text: str, start: int, end: int) -> Iterator[int]:
    """Where a stretch without a mark is a caption or heading and the sentence after it, or two sentences."""
    for seam in _FUSED.finditer(text, start, end):
        before = text[max(start, seam.start() - REACH) : seam.start()]
        after = text[seam.end() : min(end, seam.end() + REACH)]
        words = before.split()
        if min(len(words), len(after.split())) < SHORTEST or _LEANS.search(before) or _is_named(words, after):
            continue
        yield seam.end()
        start = seam.end()


def _is_named(words: Sequence[str], after: str) -> bool:
    """Whether what could begin a sentence is the end of a name or of a kind."""
    if _OF_KIND.search(words[-1]):
        return _LETTER.match(after) is not None
    return words[-1][0].isupper() and _IN_NAMES.match(after) is not None


def _runs_on(before: str, after: str) -> bool:
    """Whether the mark that `before` ends in stands inside a sentence."""
    if _HOUR.search(before):
        return _AFTER_HOUR.match(after) is not None
    if _COUNTED.search(before) and after[0].isdigit():
        return True
    if _ACRONYM.search(before):
        return _AFTER_ACRONYM.match(after) is None
    if _TITLE.search(before):
        return True
    return _DATED.search(before) is not None and _AFTER_ACRONYM.match(after) is None


def _line_ends(text: str) -> Iterator[int]:
    """Ends of paragraphs, and of lines that were never meant to run on."""
    wrapped = max(map(len, text.split("\n"))) <= LONG_LINE
    for line_break in re.finditer(r"(?<![ \t\r])[ \t\r]*\n\s*", text):
        before = text[text.rfind("\n", 0, line_break.start()) + 1 : line_break.start()]
        after = text[line_break.end() : line_break.end() + 1]
        apart = len(before) < SHORT_LINE or not wrapped
        heading = apart and not before.endswith((",", ";", "-", "–")) and not after.islower()
        if line_break[0].count("\n") > 1 or heading:
            yield line_break.end()
