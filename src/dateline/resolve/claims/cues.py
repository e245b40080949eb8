"""The words of saying -> stance and medium: what a speaker does with what is said, and how it was said."""

import re

from dateline.model import Stance


def any_of(*patterns: str) -> re.Pattern[str]:
    """One pattern over alternatives that are whole words, in any case."""
    return re.compile(r"(?i)\b(?:" + "|".join(patterns) + r")\b")


STANCES: tuple[tuple[Stance, re.Pattern[str]], ...] = (
    (
        "denies",
        any_of(
            r"den(?:y|ies|ied|ying|ials?)", r"reject\w*", r"refut\w+", r"dismiss\w*", r"disput\w+", r"disavow\w*",
            r"rebuff\w*", r"contradict\w*", r"no responsibility", r"(?:did|does|do) not (?:accept|confirm)",
        ),
    ),
    (
        "doubts",
        any_of(
            r"doubt\w*", r"question(?:s|ed|ing)", r"s[ck]eptical", r"unsure", r"uncertain",
            r"could not (?:be )?(?:independently )?(?:confirm|verif)\w*",
        ),
    ),
    ("threatens", any_of(r"threat\w*", r"vow\w* (?:revenge|retaliation)")),
    (
        "promises",
        any_of(
            r"vow\w*", r"pledg\w+", r"promis\w+", r"commit\w*", r"guarantee\w*", r"swore", r"swears?", r"undertook",
            r"undertakes?", r"offer\w*",
        ),
    ),
    (
        "asks",
        any_of(
            r"ask\w*", r"urg(?:e|es|ed|ing)", r"call(?:s|ed|ing)? (?:for|on|upon)", r"demand\w*", r"appeal\w*",
            r"request\w*", r"beg(?:s|ged|ging)?", r"order\w*", r"insist\w* on", r"want\w*", r"encourag\w+",
            r"implor\w+", r"press(?:es|ed|ing)? for", r"plead\w*",
        ),
    ),
)  # fmt: skip
"""What the cue does with the content; the first that occurs decides, everything else asserts."""

THEIR = r"(?:his |her |its |their |the )?"
MEDIA: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("by telephone", any_of(r"(?:by|over the|via|on the) (?:tele)?phone", r"in a (?:tele)?phone (?:call|interview)")),
    (
        "on Twitter",
        any_of(
            rf"(?:on|via|through) {THEIR}(?:official )?Twitter", r"tweet(?:ed|s|ing)?", r"in a (?:series of )?tweets?"
        ),
    ),
    ("on Facebook", any_of(rf"(?:on|via|in a post on) {THEIR}Facebook", r"Facebook (?:post|page)")),
    (
        "on Telegram",
        any_of(r"(?:on|via|through|post on) (?:the (?:messaging )?(?:app|service) )?(?:Telegram|WhatsApp)"),
    ),
    ("on social media", any_of(r"(?:on|via|through) social media")),
    ("in a statement", any_of(r"statements?", r"communiqu[eé]", r"(?:press|news) release")),
    ("in a video", any_of(r"in an? (?:\w+ ){0,2}(?:video|audio)(?: (?:message|recording))?")),
    ("in an interview", any_of(r"in an? (?:\w+ ){0,3}interview")),
    ("at a press conference", any_of(r"(?:press|news) (?:conference|briefing)")),
    ("in a report", any_of(r"in (?:an?|its|the|their) (?:\w+ ){0,2}report")),
    ("in a letter", any_of(r"in an? (?:\w+ ){0,2}letter")),
    ("in a speech", any_of(r"in an? (?:\w+ ){0,3}(?:speech|address)")),
    ("on television", any_of(r"on (?:\w+ ){0,2}(?:television|TV|radio)", r"state (?:television|TV|media|radio)")),
)
"""How it was said, by the words around the claim; the first that occurs decides."""

TOLD = re.compile(
    r"\b(?:told|tells|telling|speaking to|spoke to|interview with)\s+"
    r"((?:[A-Z][\w.&’'-]*\s*){1,4}|reporters|journalists)"
)


def stance_of(cue: str) -> Stance:
    """What the cue does with the content."""
    for stance, pattern in STANCES:
        if pattern.search(cue):
            return stance
    return "asserts"


def medium_in(words: str) -> str | None:
    """How it was said, from the words of a sentence outside the content."""
    told = TOLD.search(words)
    if told:
        return f"told {told[1].strip()}"
    return next((name for name, pattern in MEDIA if pattern.search(words)), None)
