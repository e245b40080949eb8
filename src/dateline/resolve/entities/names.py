"""Page -> name mentions: each with the key, type and form under which it is linked."""

import re
from collections import Counter
from collections.abc import Mapping

from dateline.english.calendar import MONTHS, WEEKDAYS
from dateline.model import EntityType, NameMention
from dateline.resolve.entities.bodies import bare_span
from dateline.resolve.entities.fold import fold, is_acronym
from dateline.resolve.entities.lexicon import (
    SITE_WORDS,
    TITLES,
    Known,
    capitals,
    countries,
    demonyms,
    gender_of_name,
    known_names,
    nouns,
)
from dateline.resolve.entities.page import BODIES, FAMILY, Mention, Page

EDGE = ' \t\n"“”„«»()[],;:#@*'
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "md", "phd", "esq"})
MISSIONS = frozenset({"embassy", "consulate", "consulate general", "high commission"})
"""What a state keeps in another country, under its own name."""
NEVER = frozenset(word.lower() for word in (*WEEKDAYS, *MONTHS) if word != "May") | frozenset(
    "today yesterday tomorrow he she they it we you i him her them the a an this that".split()
)
"""Words that are no name; May may be somebody's."""
AREA_WORDS = ("province", "governorate", "region", "state", "county", "district")
TOWN_WORDS = ("city", "town", "village")
AREA_BEFORE = re.compile(r"(?i)\b(?:province|governorate|region|state|county|district)\s+of\s+(?:the\s+)?$")
TOWN_BEFORE = re.compile(r"(?i)\b(?:city|town|village|capital|hub|port|suburb)(?:\s+of)?\s+$")
TOWN_AFTER = re.compile(r"(?i)^\s+(?:city|town|village)\b")
STATE_OWNED = re.compile(r"\sstate(?:\s(?:TV|television|media|radio))?\Z")
SEAT = re.compile(r"-[a-z]+ed\b")
OPERATION = re.compile(
    r"\b(?:[Oo]perations?|(?:operation|offensive|campaign|exercise|mission)s?\s+(?:\w+\s+){0,2}?(?:called|dubbed"
    r"|code-?named|known as)(?:\s+[Oo]peration)?)\s+[\"“‘']?$"
)
"""What stands before the name of an operation: "Operation ", " an offensive dubbed “"."""
AREA_AFTER = re.compile(r"^\s+(?:province|governorate|region|Province|Governorate|Region)\b")


def read_names(page: Page) -> list[Mention]:
    """The names of a page in text order, without what is no name."""
    found: list[Mention] = []
    for name in page.reading.names:
        mention = read_name(page, name)
        if mention is not None:
            found.append(mention)
            owner = owner_of(page, mention)
            if owner is not None:
                found.append(owner)
    return sorted(found, key=lambda m: (m.start, m.end))


def read_name(page: Page, name: NameMention) -> Mention | None:
    """One name as a mention; null for a day, a pronoun or a word without a capital that no table knows."""
    start, end = own_words(page, name)
    text = page.text[start:end]
    key = fold(text)
    if not key or key in NEVER or key.isdigit():
        return None
    kind = kind_of(page, name, start, end, key)
    known = look_up(text, key, kind)
    if known is None and (not any(c.isupper() for c in text) or opens_with_noun(page, start, text)):
        return None
    mention = Mention(
        page=page.number,
        start=start,
        end=end,
        text=text,
        form="demonym" if known and (known.demonym or is_seat(page, known, end)) else "name",
        type=kind,
        key=key,
        known=known,
        confidence=name.confidence,
    )
    if known:
        mention.key, mention.type = known.key, known.type
    elif kind == "place":
        mention.key, mention.type = place_key(page, mention)
    elif kind == "person":
        mention.key = person_key(key)
    return mention if mention.key else None


def own_words(page: Page, name: NameMention) -> tuple[int, int]:
    """From where to where a name goes without the marks, the verb and the medium that ran into it."""
    start, end = name.start, name.end
    while start < end and page.text[start] in EDGE + ".":
        start += 1
    while end > start and page.text[end - 1] in EDGE:
        end -= 1
    hyphened = page.text[end : end + 1] == "-"
    if hyphened and (cut := page.text.rfind(" ", start, end)) > 0 and page.text[cut + 1].islower():
        end = cut  # "Omar Odeh zig-zagged"
    if (owned := STATE_OWNED.search(page.text, start, end)) and fold(page.text[start : owned.start()]) in demonyms():
        end = owned.start()  # "Maltese state television" is a description
    if name.type in BODIES:
        first, last = bare_span(page.text[start:end])
        start, end = start + first, start + last
    return start, end


def kind_of(page: Page, name: NameMention, start: int, end: int, key: str) -> EntityType:
    """Of what kind a name is, where the words around it say more than the reader."""
    kind: EntityType = name.type
    if any(label.start == start and end <= label.end for label in page.labels):
        kind = "person"
    elif (
        kind == "person"
        and is_acronym(page.text[start:end])
        and not page.text[start : page.sentence_range(start).end].isupper()
    ):
        kind = "org"  # initials are a body's; a whole line in capitals says nothing
    if kind == "place" and key in capitals() and acts(page, start, end):
        return "org"
    return "event" if kind in ("place", "facility") and " " in key and OPERATION.search(page.before(start)) else kind


def is_seat(page: Page, known: Known, end: int) -> bool:
    """Whether a country's name only tells of what kind something is: "the Malta-based office", "Malta-backed"."""
    return known.type == "place" and SEAT.match(page.text, end) is not None


def owner_of(page: Page, mention: Mention) -> Mention | None:
    """The nation that a mission's name opens with: "German Embassy", which other reports write "German embassy"."""
    first, _, rest = mention.text.partition(" ")
    known = look_up(first, fold(first), "place") if fold(rest) in MISSIONS else None
    if known is None or not known.demonym:
        return None
    end = mention.start + len(first)
    return Mention(
        page=page.number, start=mention.start, end=end, text=first, form="demonym", type=known.type, key=known.key,
        known=known, confidence=mention.confidence,
    )  # fmt: skip


def acts(page: Page, start: int, end: int) -> bool:
    """Whether a name alone says or does something: "Damascus rejected the plan"."""
    said = (c.source for c in page.reading.claims)
    done = (e.actor for e in page.reading.events)
    return any(s is not None and s.start == start and s.end == end for s in (*said, *done))


def opens_with_noun(page: Page, start: int, text: str) -> bool:
    """Whether a capital is only that of the sentence: "Rebels said …"."""
    noun = nouns().get(text.lower())
    return noun is not None and noun.kind in ("people", "band") and start == page.sentence_range(start).start


def look_up(text: str, key: str, kind: EntityType) -> Known | None:
    """The table's entry for a name of this type. A capital that acts is its country's government; a person's name is
    never a country's (Jordan, Chad); "IS" in capitals is the group."""
    if kind in BODIES and key in capitals():
        iso = capitals()[key]
        country = countries()[iso][0]
        return Known(key=fold(f"government of {country}"), name=f"government of {country}", type="org", country=iso)
    entry = known_names().get(text) or (known_names().get(key) if len(key) >= 5 else None)
    if entry is None and len(key) >= 5 and key.endswith("s"):
        entry = known_names().get(key[:-1])  # "Syrias": the apostrophe was lost on the way
    if entry is None and kind == "media":
        entry = known_names().get(text.upper())
    if entry is None and text.isupper() and len(text) >= 5:
        entry = known_names().get(text.title())
    if entry is None:
        return None
    if (kind == "person") != (entry.type == "person") and not unmistakable(entry, text):
        return None
    if FAMILY[kind] == "thing" and not entry.demonym and entry.country is None:
        return None
    return entry


def unmistakable(entry: Known, text: str) -> bool:
    """Whether a name means the table's thing even where it was read as a person's: Boko Haram, Saudi Arabia, UNHCR."""
    return entry.type != "person" and not entry.demonym and (" " in text or (text.isupper() and len(text) > 3))


def person_key(key: str) -> str:
    """The folded name without titles."""
    tokens = key.split()
    while len(tokens) > 1 and is_title(tokens[0]):
        tokens = tokens[1:]
    while len(tokens) > 1 and (tokens[-1].isdigit() or tokens[-1] in SUFFIXES):
        tokens = tokens[:-1]
    return " ".join(tokens)


def is_title(word: str) -> bool:
    """Whether a folded word is a title or an office that may stand before a person's name."""
    return word in TITLES or (word in nouns() and nouns()[word].kind == "office")


def untitled(text: str) -> str:
    """A person's name as printed without the titles before it; as it is where those belong to it: “King of Kelo”."""
    words = text.split()
    while len(words) > 1 and is_title(fold(words[0])):
        words = words[1:]
    return text if words[0] == "of" else " ".join(words)


def spellings(texts: Mapping[str, int]) -> Counter[str]:
    """How often a person's name is spelled in each way: “Dr Odeh” is “Odeh” where a report calls him so, or by a name
    that ends so. Of a given name alone a title is part: “Pope Francis”."""
    whole = [fold(text) for text in texts]
    found = Counter[str]()
    for text, count in texts.items():
        bare = fold(untitled(text))
        fuller = any(other.endswith(f" {bare}") for other in whole if other != fold(text))
        told = fuller or (bare in whole and bare not in gender_of_name())
        found[untitled(text) if told else text] += count
    return found


def place_key(page: Page, mention: Mention) -> tuple[str, EntityType]:
    """Key and type of a place. "Idlib province" and "the province of Idlib" are one, as are "Idlib city" and "the city
    of Idlib"; bare "Idlib" is linked to one of them later. The last word tells a facility."""
    tokens = mention.key.split()
    if tokens[-1] in SITE_WORDS or tokens[0] == "camp":
        return mention.key, "facility"
    base = mention.key
    if len(tokens) > 2 and tokens[1] == "of" and tokens[0] in (*AREA_WORDS, *TOWN_WORDS):
        base = " ".join(tokens[2:])
    elif len(tokens) > 1 and tokens[-1] in (*TOWN_WORDS, "province", "governorate"):
        base = " ".join(tokens[:-1])
    first, last = tokens[0], tokens[-1]
    before, after = page.before(mention.start), page.after(mention.end)
    if last in ("province", "governorate") or (base != mention.key and first in AREA_WORDS):
        return f"{base} province", "place"
    if AREA_BEFORE.search(before) or AREA_AFTER.match(after):
        return f"{base} province", "place"
    if base != mention.key or TOWN_BEFORE.search(before) or TOWN_AFTER.match(after):
        return f"{base} city", "place"
    return base, "place"


def defines(page: Page, mention: Mention) -> tuple[int, int] | None:
    """The span of an abbreviation in brackets right after a name: "Syrian Democratic Forces (SDF)"."""
    match = re.match(
        r"\s*\(\s*(?:the\s+)?[\"“]?([A-Z][\w.&-]{1,9})[\"”]?\s*\)", page.text[mention.end : mention.end + 24]
    )
    if match and is_acronym(match[1]):
        return mention.end + match.start(1), mention.end + match.end(1)
    return None
