"""A span -> what heads it: a name ("NRF spokesman Karim Dalle"), a common noun ("a source in the NRF"), a pronoun."""

import re
from collections.abc import Sequence

from dateline.english.nouns import KIN
from dateline.english.numerals import ONE_TO_TWELVE
from dateline.model import EntityType, Range, Record, Span
from dateline.resolve.entities.bodies import body_in
from dateline.resolve.entities.extents import (
    CLAUSE,
    CUTS,
    DEFINITE,
    INDEFINITE,
    PRONOUNS,
    core_length,
    of_kind,
    phrase_end,
)
from dateline.resolve.entities.lexicon import GROUPS, PERSONS, TITLES, Noun, nouns
from dateline.resolve.entities.page import WORD, Mention, Page, name_at

FIRST_PERSON = frozenset("i me my mine myself we us our ours ourselves".split())
NUMBERS = frozenset(ONE_TO_TWELVE[1:]) | frozenset(
    "several many few most all both other others more dozens hundreds thousands scores first second third at least "
    "about around over nearly almost only just alleged suspected so-called unnamed anonymous certain various "
    "numerous".split()
)
OTHERS = frozenset({"other", "others"})
ORDINALS = frozenset("first second third".split())
"""Words that tell one from another like him: "the second source"."""
OF_QUANTITY = frozenset(
    "dozens hundreds thousands tens scores number majority some many most all one two three several "
    "members member elements couple pair lot lots handful rest remnants part parts half both none each "
    "any group groups crowd crowds waves millions".split()
)
IDLE = (DEFINITE | INDEFINITE | NUMBERS) - ORDINALS - OTHERS
"""Words before a noun that do not tell it from others."""
BY = re.compile(r"\b(?:by|from|of)\s+(?:the\s+)?")
ABOUT_BY = re.compile(r"\s+of\s+(?:(?!(?:by|on|about|from|in|at)\b)[\w’'.-]+\s+){1,5}by\s+(?:the\s+)?")
"""Behind a text: whom it is about, and who wrote it: "a biography of Dalle by "."""
LIVES = frozenset({"biography", "obituary"})
"""Texts that are of those whom they tell of, and not by them."""
AUTHOR_NEAR = 30
"""Letters behind "by" within which the author is named."""
TIED = re.compile(r"-(?:backed|supported|allied|aligned|trained|armed|funded|linked)$")
"""How a word ends that tells whose friends some are: "Ruritanian-backed fighters" are no Ruritanian fighters."""
SUBJECTS = frozenset("he she they it i we".split())
COUNTS = frozenset(ONE_TO_TWELVE[1:]) | frozenset(
    "several many few most dozens hundreds thousands scores tens at more about around some over nearly almost "
    "up".split()
)
"""Words that lead a phrase which counts: it speaks of so many, whoever they are."""
WITH_OTHERS = re.compile(r"(?i)\band\s+(?:several|many|some|other|others|dozens|hundreds|his|her|their|its|\d+)\b")
"""Behind the first of those whom a phrase speaks of: "the head of the mill and several bakers"."""
SIDES = frozenset(
    "rebel militant insurgent jihadist separatist guerrilla loyalist extremist islamist terrorist".split()
)
"""Nouns that stand, in small letters and without an article, for all of a side."""


class Phrase(Record, frozen=True):
    """The head of a span. Exactly one of `name`, `head`, `pronoun` is set. `modifiers`: the words before the noun that
    tell it from others; `names`: names inside the span; `definite`: "the", "his"; null without a determiner;
    `counted`: led by a number. `joined`: "and" and others follow, so that it speaks of neither alone. `end`: where the
    phrase ends with its complements."""

    start: int
    end: int
    counted: bool = False
    name: Mention | None = None
    pronoun: str = ""
    head: str = ""
    noun: Noun | None = None
    definite: bool | None = None
    plural: bool = False
    modifiers: tuple[str, ...] = ()
    names: tuple[Mention, ...] = ()
    joined: bool = False


def read_phrase(page: Page, span: Span, names: Sequence[Mention]) -> Phrase | None:
    """The phrase of a span, given the names of the page that lie in it; null for a span without words."""
    words = [(m.start() + span.start, m.end() + span.start, m.group()) for m in WORD.finditer(span.text)]
    if not words:
        return None
    lead = words[0][2].lower()
    spoken = lead in PRONOUNS | FIRST_PERSON and words[0][2] != "US"
    if spoken and (len(words) == 1 or lead in SUBJECTS):
        return Phrase(start=words[0][0], end=words[0][1], pronoun=lead)
    inside = tuple(n for n in names if span.start <= n.start and n.end <= span.end + 2)
    start = words[0][0]
    counted = lead in COUNTS or lead[0].isdigit()
    words = skip_quantity(words, inside)
    core = words[: core_length(page, words, inside)]
    if len(core) > 1 and of_kind(core[-1], ("text",)) and of_kind(core[-2], GROUPS):
        words = core = core[:-1]  # "a police statement": the police say it
    if len(core) > 1 and core[-1][2].lower() == "general" and of_kind(core[-2], ("site",)):
        core = core[:-1]  # a consulate general is no general
    last = core[-1]
    at_end = (
        name_at(inside, last) or titled(page, words, last, inside) or apposed(page, words[len(core) :], last, inside)
    )
    end = phrase_end(page, words, len(core), inside)
    if at_end is not None:
        return Phrase(start=start, end=end, name=at_end, names=inside)
    body = body_in(core, words[len(core) :], inside) or author_of(page, words, core, inside)
    if body is not None:
        return Phrase(start=start, end=end, name=body, names=inside)
    joined = len(core) < len(words) and words[len(core)][1] <= end and is_and(page, core[-1], words[len(core)])
    joined = joined or WITH_OTHERS.search(page.text, core[-1][1], end) is not None
    own = tuple(n for n in inside if n.start < end)  # "the regime, while Qatar …" is not of Qatar
    return headed(core, own, Range(start=start, end=end), counted=counted, joined=joined)


def is_and(page: Page, word: tuple[int, int, str], following: tuple[int, int, str]) -> bool:
    """Whether a second party follows a first: "the army and rebels", "the army & rebels"."""
    return following[2].lower() in ("and", "or") or "&" in page.text[word[1] : following[0]]


def headed(
    core: Sequence[tuple[int, int, str]],
    names: tuple[Mention, ...],
    extent: Range,
    *,
    counted: bool,
    joined: bool,
) -> Phrase:
    """The phrase of a common noun, the last word of its core, with what the words before it say of it."""
    first, lower = core[0][2].lower(), core[-1][2].lower()
    noun = nouns().get(lower) or nouns().get(lower.rsplit("-", 1)[-1])
    if len(core) == 1 and core[0][2] in SIDES:
        noun = nouns().get(f"{lower}s")  # no article: "the rebel-held town", "a rebel siege"
    return Phrase(
        start=extent.start,
        end=extent.end,
        counted=counted,
        head=noun.lemma if noun else lower,
        noun=noun,
        definite=is_definite(first),
        plural=noun.plural if noun else lower.endswith("s") and not lower.endswith("ss"),
        modifiers=tuple(
            w.lower()
            for s, e, w in core[:-1]
            if (name_at(names, (s, e, w)) is None or TIED.search(w)) and w.lower() not in IDLE and not w[0].isdigit()
        ),
        names=names,
        joined=joined,
    )


def is_definite(first: str) -> bool | None:
    """Whether a phrase speaks of something known, by its first word; null where it has no determiner."""
    if first in DEFINITE or "’s" in first or "'s" in first:
        return True
    return False if first in INDEFINITE else None


def titled(
    page: Page, words: Sequence[tuple[int, int, str]], last: tuple[int, int, str], names: Sequence[Mention]
) -> Mention | None:
    """The person named right behind the body or place of an office: "mayor of London Sadiq Khan", "spokeswoman for the
    festival Rana Odeh"; never behind "of" or another title, where it is somebody else's, nor of a relative's."""
    noun = nouns().get(last[2].lower())
    person = names[-1] if names else None
    if noun is None or noun.kind not in PERSONS or noun.lemma in KIN or person is None or person.type != "person":
        return None
    before = [w for w in words if last[1] < w[1] <= person.start]
    if person.end < words[-1][1] or len(before) < 2 or page.text[before[-1][1] : person.start].strip():
        return None
    seat = name_at(names, before[-1])
    if seat is not None:
        return person if seat.type != "person" else None
    word = before[-1][2].lower()
    common = nouns().get(word)
    somebody = common is not None and common.kind in (*PERSONS, "people")
    return None if somebody or word in CUTS | CLAUSE | DEFINITE | INDEFINITE | TITLES.keys() else person


def apposed(
    page: Page, rest: Sequence[tuple[int, int, str]], last: tuple[int, int, str], names: Sequence[Mention]
) -> Mention | None:
    """The person named in apposition: "A Taliban spokesman, Karim Dalle"; also behind another title."""
    noun = nouns().get(last[2].lower())
    if noun is None or noun.kind not in PERSONS or not rest or "," not in page.text[last[1] : rest[0][0]]:
        return None
    for i, word in enumerate(rest):
        name = name_at(names, word)
        if name is not None and name.type == "person":
            return name
        if i and ("," in page.text[rest[i - 1][1] : word[0]] or word[2].lower() in CUTS | CLAUSE):
            return None
    return None


def skip_quantity(words: list[tuple[int, int, str]], names: Sequence[Mention]) -> list[tuple[int, int, str]]:
    """The words after "hundreds of", "members of the", "one of the"."""
    for i, (start, end, word) in enumerate(words[:-1]):
        if name_at(names, (start, end, word)) is not None:
            break
        if i and word.lower() == "of" and words[i - 1][2].lower() in OF_QUANTITY:
            return words[i + 1 :]
    return words


def author_of(
    page: Page,
    words: Sequence[tuple[int, int, str]],
    core: Sequence[tuple[int, int, str]],
    names: Sequence[Mention],
) -> Mention | None:
    """Who speaks in a text: "a report by the Relief Office", "a UN statement", "the group's letter"."""
    noun = nouns().get(core[-1][2].lower())
    if noun is None or noun.kind != "text":
        return None
    before = [n for n in names if n.end <= core[-1][0] and n.type in ("org", "media", "group")]
    end = core[-1][1]
    rest = page.text[end : words[-1][1]]
    about, by = ABOUT_BY.match(rest), BY.search(rest)
    if about is not None and any(n.start > end and page.text.startswith(" by ", n.end) for n in names):
        by = about  # "a list of raids by the Front": who raided wrote no list
    if noun.lemma in LIVES and (by is None or (by is not about and by[0].startswith("of"))):
        return None
    at = end + by.end() if by else -1
    behind = [n for n in names if by and 0 <= n.start - at <= AUTHOR_NEAR and n.family in ("person", "body")]
    return next((n for n in (*behind, *reversed(before)) if n.form == "name"), None)


def type_of(phrase: Phrase, role: str) -> EntityType:
    """The entity type of a description; `role` decides for a noun that no table knows: who speaks is somebody."""
    noun = phrase.noun
    if noun is not None and noun.kind == "text":
        return "other"
    if noun is None:
        if role in ("source", "actor"):
            return "group" if phrase.plural else "person" if role == "source" else "other"
        return "other"
    if noun.kind in PERSONS:
        return "group" if phrase.joined else "person"
    if noun.kind in GROUPS:
        return "media" if noun.kind == "press" else "org" if noun.kind == "body" and not noun.plural else "group"
    if noun.kind == "site":
        return "facility"
    return "place" if noun.kind in ("town", "area", "country", "water") else "other"
