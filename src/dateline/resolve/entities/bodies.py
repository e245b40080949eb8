"""A body with the noun for what it is -> the body: "Taliban fighters", "the Sabha Press news agency", "the Sand
Observatory monitoring group" are no other voices than the name alone."""

import re
from collections.abc import Sequence
from typing import Final

from dateline.resolve.entities.page import Mention, name_at

MEMBERS: Final = frozenset(
    "fighters fighter militants militant insurgents insurgent jihadists jihadist jihadis extremists "
    "rebels rebel gunmen forces soldiers troops members member group militia movement organisation "
    "organization party terrorists guerrillas faction network gang army terror terrorist extremist".split()
)
"""Nouns that add nothing to the group named before them: "Taliban insurgents" are the Taliban."""
OUTLETS: Final = frozenset(
    "news agency newspaper daily television tv radio channel network broadcaster website site outlet".split()
)
"""Nouns that add nothing to the name of a medium."""
WATCHING: Final = frozenset({"observatory", "monitor", "monitoring", "watch", "watchdog"})
MONITORS: Final = frozenset({"monitor", "monitors", "monitoring", "war", "watchdog", "group"})
"""Nouns that add nothing to the name of who watches a war."""
OF_BODY: Final = frozenset({"of", "from", "at", "with"})
WORD: Final = re.compile(r"\S+")
BASED: Final = re.compile(r"^[A-Z][\w. ]*-based\s+")


def watches(name: Mention) -> bool:
    """Whether a name is that of an observatory or the like."""
    return name.family == "body" and bool(WATCHING & set(name.key.split()))


def words_for(name: Mention) -> frozenset[str]:
    """The nouns that say of a body what it is."""
    if watches(name):
        return MONITORS
    return MEMBERS if name.type == "group" else OUTLETS if name.type == "media" else frozenset()


def body_in(
    core: Sequence[tuple[int, int, str]], rest: Sequence[tuple[int, int, str]], names: Sequence[Mention]
) -> Mention | None:
    """The body that a phrase names, which the noun behind or before it only calls what it is or counts: "Islamic State
    fighters", "the Taliban militant group", "fighters of the Taliban", "monitors at the Sand Observatory"."""
    for i in range(len(core) - 2, -1, -1):
        name = name_at(names, core[i])
        if name is not None:
            called = all(word.lower() in words_for(name) for _, _, word in core[i + 1 :])
            return name if called and name.form == "name" else None
    behind = [w for w in rest[:4] if w[2].lower() != "the"]
    if not behind or behind[0][2].lower() not in OF_BODY:
        return None
    named = (n for w in behind[1:] if (n := name_at(names, w)) is not None and n.form == "name")
    name = next(named, None)
    return name if name is not None and name.type != "media" and core[-1][2].lower() in words_for(name) else None


def bare_span(text: str) -> tuple[int, int]:
    """Where the name of a body stands without where it has its seat and the noun for what it is: "Marrak-based Sand
    Observatory monitoring group"."""
    based = BASED.match(text)
    words = list(WORD.finditer(text, based.end() if based else 0))
    while len(words) > 2 and words[-1][0] in MONITORS and any(w[0].lower() in WATCHING for w in words[:-1]):
        words.pop()
    return (words[0].start(), words[-1].end()) if words else (0, len(text))
