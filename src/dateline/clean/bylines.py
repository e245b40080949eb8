"""A byline as printed -> the names of the persons in it, without agencies, outlets, roles and places."""

import re
from collections.abc import Iterable

from dateline.clean.tables import agencies, outlet_of_name

_LEAD = re.compile(
    r"^\W*(?:(?:(?:story|text|words|reporting|written|posted|published|analysis)\s+)?(?:by|from|von|par|por|di)[\s:]+"
    r"|(?:the )?(?:opinions|views) expressed .{2,20} are (?:solely )?those of\s)",
    re.IGNORECASE,
)
_BREAK = re.compile(r"\s*(?:,|;|/|\||&|•|·|\band\b|\bund\b|\bet\b|\by\b)\s*")
_EDITING = re.compile(r"[;.]\s*(?:editing|edited|writing|additional)\b", re.IGNORECASE)
_NOT_WRITTEN = re.compile(r"^\W*(?:editing|edited|photo|additional|further|compiled|translat|with)", re.IGNORECASE)
_TAIL = re.compile(r"\s+(?:in|for|of|at|from|reports|updated|published)\b.*$", re.IGNORECASE)
_NAME = re.compile(
    r"(?:Dr\.?\s|Prof\.?\s)?[^\W\d_a-zß-ÿ][\w'’.-]{0,30}(?:\s(?:al|el|de|da|di|du|la|le|van|von|der|den|bin|ibn|bint|dos|del|ter)"
    r"|\s[^\W\d_a-zß-ÿ][\w'’.-]{0,30}){1,4}"
)
_ROLE = re.compile(
    r"\b(?:reporter|correspondent|editor|writer|staff|desk|news|team|agency|agencies|press|online|daily|times|post|media"
    r"|columnist|contributor|producer|bureau|chief|senior|special|guest|admin|service|wire|analyst|professor|author|council|bulletin|content|graphic|english|arabic|edition|ministry|monitor|observatory|images?|photo|video)\b",
    re.IGNORECASE,
)
MOST_NAMES = 10


def parse_names(printed: str) -> tuple[str, ...]:
    """The persons of one byline, in order, each once."""
    text = " ".join(printed.split())[:400]
    lead = _LEAD.match(text)
    if lead:
        text = text[lead.end() :]
    elif _NOT_WRITTEN.match(text):
        return ()
    names: list[str] = []
    for part in (name for run in _BREAK.split(_EDITING.split(text)[0]) for name in _apart(run)):
        name = _TAIL.sub("", part).strip(" .:()[]-–—*")
        if name.isupper():
            name = name.title()
        if (
            _NAME.fullmatch(name)
            and not _ROLE.search(name)
            and name.lower() not in agencies()
            and not outlet_of_name(name)
            and name not in names
        ):
            names.append(name)
    return tuple(names[:MOST_NAMES])


def _apart(run: str) -> list[str]:
    """The names of a run; four or six words without a particle are names whose comma was lost."""
    words = run.split()
    if len(words) in (4, 6) and all(w[:1].isupper() and len(w) > 2 for w in words):
        return [" ".join(words[i : i + 2]) for i in range(0, len(words), 2)]
    return [run]


def merge_names(bylines: Iterable[str]) -> tuple[str, ...]:
    """The persons of several bylines, in order, each once."""
    return tuple(dict.fromkeys(name for printed in bylines for name in parse_names(printed)))
