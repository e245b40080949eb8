"""A span -> what heads it: a name ("NRF spokesman Karim Dalle"), a common noun ("a source in the NRF"), a pronoun."""

import re
from collections.abc import Container, Sequence
from itertools import pairwise

from dateline.model import EntityType, Range, Record, Span
from dateline.model.nouns import KIN
from dateline.resolve.entities.bodies import body_in
from dateline.resolve.entities.fold import POSSESSIVE
from dateline.resolve.entities.lexicon import GROUPS, PERSONS, TITLES, Noun, nouns
from dateline.resolve.entities.page import WORD, Mention, Page, name_at

PRONOUNS = frozenset("he him his himself she her hers herself they them their theirs themselves it its itself".split())
FIRST_PERSON = frozenset("i me my mine myself we us our ours ourselves".split())
DEFINITE = frozenset("the this that these those his her their its our my".split())
INDEFINITE = frozenset("a an another some any one no every each".split())
NUMBERS = frozenset(
    "two three four five six seven eight nine ten eleven twelve several many few most all both other "
    "others more dozens hundreds thousands scores first second third at least about around over nearly "
    "almost only just alleged suspected so-called unnamed anonymous certain various numerous".split()
)
OF_QUANTITY = frozenset(
    "dozens hundreds thousands tens scores number majority some many most all one two three several "
    "members member elements couple pair lot lots handful rest remnants part parts half both none each "
    "any group groups crowd crowds waves millions".split()
)
CUTS = frozenset(
    "of for in at from with near on under including loyal backed inside outside "
    "by after during to against between into over before about within around across through "
    "killed wounded injured trapped fleeing living "
    "released provided published issued posted recovered cited".split()
)
"""Words that end a noun phrase before its complement."""
PARTICIPLES = frozenset(
    "loyal backed killed wounded injured trapped fleeing living "
    "released provided published issued posted recovered cited".split()
)
CLAUSE = frozenset(
    "who whom whose which that said says say when where while is are was were be been has have had will "
    "would could can may might should must do does did not as after because if although but than "
    "called came resulting prompting".split()
)
"""Words that end it with all its complements: what follows is another clause."""
BY = re.compile(r"\b(?:by|from|of)\s+(?:the\s+)?")
AUTHOR_NEAR = 30
"""Letters behind "by" within which the author is named."""
SUBJECTS = frozenset("he she they it i we".split())
COUNTS = frozenset(
    "two three four five six seven eight nine ten eleven twelve several many few most dozens hundreds thousands scores "
    "tens at more about around some over nearly almost up".split()
)
"""Words that lead a phrase which counts: it speaks of so many, whoever they are."""
OFFICE_LONG = 5
"""Words of an office with the one behind it: "deputy emergencies director at"."""
SIDES = frozenset(
    "rebel militant insurgent jihadist separatist guerrilla loyalist extremist islamist terrorist".split()
)
"""Nouns that stand, in small letters and without an article, for all of a side."""


class Phrase(Record, frozen=True):
    """The head of a span. Exactly one of `name`, `head`, `pronoun` is set. `modifiers`: the words before the noun that
    tell it from others; `names`: names inside the span; `definite`: "the", "his"; null without a determiner;
    `counted`: led by a number. `end`: where the phrase ends with its complements."""

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
    return headed(core, inside, Range(start=start, end=end), counted=counted)


def headed(core: Sequence[tuple[int, int, str]], names: tuple[Mention, ...], extent: Range, *, counted: bool) -> Phrase:
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
            if name_at(names, (s, e, w)) is None
            and w.lower() not in DEFINITE | INDEFINITE | NUMBERS
            and not w[0].isdigit()
        ),
        names=names,
    )


def is_definite(first: str) -> bool | None:
    """Whether a phrase speaks of something known, by its first word; null where it has no determiner."""
    if first in DEFINITE or "’s" in first or "'s" in first:
        return True
    return False if first in INDEFINITE else None


def of_kind(word: tuple[int, int, str], kinds: Container[str]) -> bool:
    """Whether a word is a noun of one of these classes."""
    noun = nouns().get(word[2].lower())
    return noun is not None and noun.kind in kinds


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


def core_length(page: Page, words: Sequence[tuple[int, int, str]], names: Sequence[Mention]) -> int:
    """How many words belong to the noun phrase before its complement: up to a preposition, comma or verb."""
    for i in range(1, len(words)):
        gap = page.text[words[i - 1][1] : words[i][0]]
        if inside_one_name(names, words[i - 1], words[i]):
            continue
        lower = words[i][2].lower()
        if re.search(r"[,;:(–—]", gap):
            return i
        ends = lower in CUTS | CLAUSE and name_at(names, words[i]) is None
        if ends and (lower not in PARTICIPLES or not hangs(words[i - 1], names)):
            return i
        if lower in ("and", "or", "nor") and not hangs(words[i - 1], names):
            return i
        if ends_before(words, i, names) or is_introduced(words, i, names):
            return i
    return len(words)


def ends_before(words: Sequence[tuple[int, int, str]], at: int, names: Sequence[Mention]) -> bool:
    """Whether a noun phrase ends before a word: "people | waiting", "Rana Odeh | a 30-year-old", "the Sand Office | a
    monitor", "Marrak | rejected a plan"."""
    word, following = words[at - 1], words[at]
    lower = following[2].lower()
    if name_at(names, following) is not None or lower in nouns():
        return False
    if is_verb(words[at : at + 2]):
        return True
    name = name_at(names, word)
    if name is not None:
        return lower in INDEFINITE | {"the", "also"} or (name.type == "person" and lower.isdigit())
    noun = nouns().get(word[2].lower())
    return noun is not None and following[2][0].islower() and (noun.plural or lower.endswith("ing"))


def is_verb(words: Sequence[tuple[int, int, str]]) -> bool:
    """Whether the first of two words is a verb in the past and the second opens its object: "quoted him"."""
    if len(words) < 2 or not words[0][2].endswith("ed") or not words[0][2].islower() or words[0][2] == "named":
        return False
    return words[1][2].lower() in DEFINITE | INDEFINITE | PRONOUNS - {"it", "he", "she", "they"}


def is_introduced(words: Sequence[tuple[int, int, str]], at: int, names: Sequence[Mention]) -> bool:
    """Whether an office follows a person's full name, though a comma was lost: "Rana Odeh head of the port"."""
    name = name_at(names, words[at - 1])
    if name is None or name.type != "person" or " " not in name.key:
        return False
    if name.start > words[0][0] or name.end != words[at - 1][1] or POSSESSIVE.search(name.text):
        return False
    following = words[at : at + OFFICE_LONG]
    return any(of_kind(a, PERSONS) and b[2].lower() in CUTS for a, b in pairwise(following))


def phrase_end(page: Page, words: Sequence[tuple[int, int, str]], core: int, names: Sequence[Mention]) -> int:
    """Where the phrase ends with its complements: before a comma, a clause or the end of the span."""
    for i in range(core, len(words)):
        gap = page.text[words[i - 1][1] : words[i][0]]
        if inside_one_name(names, words[i - 1], words[i]):
            continue
        if re.search(r"[,;:–—]", gap) or (words[i][2].lower() in CLAUSE and name_at(names, words[i]) is None):
            return words[i - 1][1]
    return words[-1][1]


def hangs(word: tuple[int, int, str], names: Sequence[Mention]) -> bool:
    """Whether a word before "and" is no head yet: "Iraqi and Syrian governments", "security and police forces"."""
    name = name_at(names, word)
    if name is not None:
        return name.form == "demonym"
    return word[2].lower() not in nouns()


def inside_one_name(names: Sequence[Mention], a: tuple[int, int, str], b: tuple[int, int, str]) -> bool:
    """Whether two words belong to the same name."""
    name = name_at(names, a)
    return name is not None and name is name_at(names, b)


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
    by = BY.search(page.text[core[-1][1] : words[-1][1]])
    at = core[-1][1] + by.end() if by else -1
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
        return "person"
    if noun.kind in GROUPS:
        return "media" if noun.kind == "press" else "org" if noun.kind == "body" and not noun.plural else "group"
    if noun.kind == "site":
        return "facility"
    return "place" if noun.kind in ("town", "area", "country", "water") else "other"
