"""Name mentions -> forms, and links of bodies inside one report: acronym and expansion, province and town."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import Levenshtein

from dateline.model import EntityType
from dateline.resolve.entities.fold import fold, initials, is_acronym, skeleton, sounds
from dateline.resolve.entities.lexicon import capitals, demonyms, known_names, nouns
from dateline.resolve.entities.links import Links
from dateline.resolve.entities.names import OPERATION, defines
from dateline.resolve.entities.page import FAMILY, Mention, Page

CLEAR_MAJORITY = 0.7
"""Share of mentions above which one reading of a name (person, place, body) holds for the whole story."""
ATTRIBUTE = re.compile(r"\s+([a-z]+)\b")
STATE = re.compile(r",\s([A-Z][a-z]{1,4})\.(?=[,;)]|\s+[a-z(])")
"""A state shortened behind a town, and the sentence goes on."""
WORD_FOR_OPERATION = re.compile(r"^operations? ")
NEAR = 0.83
"""Similarity of two tokens with the same consonants above which they are one name spelled twice; Hassan and Hussein
stand at .5, Kefraya and Kafraya at .86."""


@dataclass(eq=False)
class NameForm:
    """All mentions of one folded name in one report."""

    page: int
    family: str
    key: str
    node: int
    mentions: list[Mention] = field(default_factory=list)

    @property
    def tokens(self) -> tuple[str, ...]:
        """The tokens as they sound."""
        return sounds(self.key)


def settle_families(pages: Sequence[Page], names: Sequence[list[Mention]]) -> None:
    """Give every mention of a name the reading (person, place, body) that most of the story has, by the reader's
    confidence; where a second reading is common too, both stay: the town and the club. A place before a noun ("Chibok
    girls") looks like a group, so such a mention has a voice only where there is no other."""
    votes: dict[str, dict[EntityType, float]] = defaultdict(lambda: defaultdict(float))
    for page, mentions in zip(pages, names, strict=True):
        for mention in mentions:
            votes[mention.key][mention.type] += mention.confidence * (0.01 if is_attribute(page, mention) else 1.0)
    for mention in (m for mentions in names for m in mentions):
        if mention.known is not None:
            continue
        types = votes[mention.key]
        families: dict[str, float] = defaultdict(float)
        for kind, weight in types.items():
            families[FAMILY[kind]] += weight
        family, most = min(families.items(), key=lambda pair: (-pair[1], pair[0]))
        if mention.family == family or most >= CLEAR_MAJORITY * sum(families.values()):
            fits = [(-n, k) for k, n in types.items() if FAMILY[k] == family]
            mention.type = min(fits)[1]


def is_attribute(page: Page, mention: Mention) -> bool:
    """Whether what was read as a group or person stands before a noun for people or places: "Chibok girls"."""
    word = ATTRIBUTE.match(page.text, mention.end) if mention.type in ("group", "person") else None
    noun = nouns().get(word[1]) if word is not None else None
    return noun is not None and noun.kind != "band"


def part_persons(mentions: Sequence[Mention]) -> None:
    """Take the body or place off a person's name: "Boko Haram Abubakar Shekau", "AP Karim Dalle"."""
    others = {m.key for m in mentions if m.family != "person"} | {fold(m.text) for m in mentions if m.family == "body"}
    for mention in mentions:
        tokens = mention.key.split()
        for cut in range(len(tokens) - 2, 0, -1):
            if mention.type == "person" and " ".join(tokens[:cut]) in others:
                mention.key = " ".join(tokens[cut:])
                break


def mend_possessives(mentions: Sequence[Mention]) -> None:
    """Take "Aleppos" and "Assads" for the names they are where the story, or of a capital the table, knows these: the
    apostrophe was lost."""
    keys = {(m.family, m.key) for m in mentions}
    for mention in mentions:
        bare = mention.key.removesuffix("s")
        if mention.known is not None or bare == mention.key or len(bare) < 4:
            continue
        if (mention.family, bare) in keys or (mention.family == "place" and bare in capitals()):
            mention.key = bare


def settle_operations(pages: Sequence[Page], names: Sequence[Sequence[Mention]]) -> None:
    """What the story calls an operation somewhere is no place where it leaves the word away: "Operation Amber Shield"
    and "those in Amber Shield"."""
    operations = set[str]()
    for page, mentions in zip(pages, names, strict=True):
        for m in mentions:
            bare = WORD_FOR_OPERATION.sub("", m.key)
            if m.type == "event" and " " in bare and (bare != m.key or OPERATION.search(page.before(m.start))):
                operations.add(bare)
    for mention in (m for mentions in names for m in mentions):
        if mention.family == "place" and mention.known is None and mention.key in operations:
            mention.type = "event"


def part_namesakes(pages: Sequence[Page], names: Sequence[list[Mention]]) -> None:
    """Two towns of one name that a story tells apart by their states, "Sabha, Ore." and "Sabha, Mass.", are two; the
    bare name is the one that its report tells first, or else the one told most."""
    states = {
        id(mention): state[1]
        for page, mentions in zip(pages, names, strict=True)
        for mention in mentions
        if mention.family == "place" and (state := STATE.match(page.text, mention.end)) is not None
    }
    told: dict[str, Counter[str]] = defaultdict(Counter)
    for mention in (m for mentions in names for m in mentions if id(m) in states):
        told[town(mention)][states[id(mention)]] += 1
    for mentions in names:
        first = {town(m): states[id(m)] for m in reversed(mentions) if id(m) in states}
        for mention in mentions:
            tags = told.get(town(mention), Counter()) if mention.family == "place" else Counter[str]()
            if len(tags) > 1:
                most = min(tags, key=lambda tag: (-tags[tag], tag))
                mention.key = f"{town(mention)} {states.get(id(mention)) or first.get(town(mention)) or most}"


def town(mention: Mention) -> str:
    """The name of a town without the word for it."""
    return mention.key.removesuffix(" city")


def make_forms(pages: Sequence[Page], names: Sequence[list[Mention]], links: Links) -> list[NameForm]:
    """One form, with a node of its own, for each name of each report."""
    forms: list[NameForm] = []
    for page, mentions in zip(pages, names, strict=True):
        known: dict[tuple[str, str], NameForm] = {}
        for mention in mentions:
            at = (mention.family, mention.key)
            if at not in known:
                known[at] = NameForm(page=page.number, family=mention.family, key=mention.key, node=links.add())
                forms.append(known[at])
            known[at].mentions.append(mention)
            mention.node = known[at].node
    return forms


def link_page(page: Page, forms: Sequence[NameForm], links: Links) -> None:
    """Link the forms of one report that name bodies."""
    link_definitions(page, forms, links)
    bodies = [f for f in forms if f.family == "body"]
    link_acronyms(bodies, links)
    link_short_bodies(bodies, links)


def link_definitions(page: Page, forms: Sequence[NameForm], links: Links) -> None:
    """ "Syrian Democratic Forces (SDF)": the name and what stands for it in brackets."""
    starts = {m.start: f for f in forms for m in f.mentions}
    for form in forms:
        if form.family != "body":
            continue
        for mention in form.mentions:
            short = defines(page, mention)
            other = starts.get(short[0]) if short else None
            if other is not None and other.family == "body" and not is_credit(mention):
                links.link(form.node, other.node)


def is_credit(mention: Mention) -> bool:
    """Whether a bracket after this name may credit an agency instead of shortening the name."""
    return mention.type == "media"


def same_token(a: str, b: str) -> bool:
    """Whether two tokens as they sound are one: equal, or one vowel apart in a long token."""
    if a == b:
        return True
    return (
        len(a) >= 5 and len(b) >= 5 and skeleton(a) == skeleton(b) and Levenshtein.normalized_similarity(a, b) >= NEAR
    )


def link_acronyms(forms: Sequence[NameForm], links: Links) -> None:
    """An acronym to the one name of the report that has these initials."""
    expansions: dict[str, list[NameForm]] = defaultdict(list)
    for form in forms:
        if " " in form.key:
            for letters in initials(form.key):
                expansions[letters].append(form)
    for form in forms:
        if any(is_acronym(m.text) for m in form.mentions):
            fits = expansions.get(form.key, [])
            if len({links.root(f.node) for f in fits}) == 1:
                links.link(form.node, fits[0].node)


def body_tokens(key: str) -> tuple[str, ...]:
    """The tokens of a body's name without the nation it belongs to: "Syrian Red Crescent" and "Syrian Arab Red
    Crescent" share theirs."""
    nations = demonyms() | {"arab", "un", "us", "national"}
    return tuple(t for t in key.split() if t not in nations)


def head_token(key: str) -> str:
    """The head of a body's name: the last token before "of" or "for"."""
    tokens = key.split()
    for i, token in enumerate(tokens):
        if token in ("of", "for") and i:
            return tokens[i - 1]
    return tokens[-1]


def link_short_bodies(forms: Sequence[NameForm], links: Links) -> None:
    """ "The Observatory" and "the Syrian Observatory" to the Syrian Observatory for Human Rights; a name to the same
    name with its nation."""
    long = [f for f in forms if len(f.key.split()) > 2 and not is_acronym(f.mentions[0].text)]
    for form in forms:
        tokens = form.key.split()
        if len(tokens) > 3 or (form.key in known_names() and form.mentions[0].known is not None):
            continue
        hosts = [
            f
            for f in long
            if f is not form
            and (
                (len(tokens) == 1 and head_token(f.key) == tokens[0])
                or body_tokens(f.key) == tuple(tokens)
                or f.key.startswith((f"{form.key} of ", f"{form.key} for "))
            )
        ]
        if hosts and len({links.root(f.node) for f in hosts}) == 1:
            links.link(form.node, hosts[0].node)


def settle_towns(forms: Sequence[NameForm]) -> None:
    """Bare "Idlib" is the province or the city, whichever its report names first; where it names neither, the city,
    or the province if no report speaks of the city. The city then has the bare key."""
    told: dict[tuple[int, str], list[NameForm]] = defaultdict(list)
    cities: set[str] = set()
    provinces: set[str] = set()
    for form in forms:
        for ending, known in ((" city", cities), (" province", provinces)):
            if form.family == "place" and form.key.endswith(ending):
                base = form.key.removesuffix(ending)
                told[(form.page, base)].append(form)
                known.add(base)
    for form in forms:
        if form.family != "place" or form.key not in provinces:
            continue
        here = told.get((form.page, form.key))
        if here:
            form.key = min(here, key=lambda f: f.mentions[0].start).key
        elif form.key not in cities:
            form.key = f"{form.key} province"
    for form in forms:
        if form.family == "place" and form.key.endswith(" city") and form.key.removesuffix(" city") in cities:
            form.key = form.key.removesuffix(" city")
