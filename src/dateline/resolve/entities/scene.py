"""Page -> what each description and pronoun refers to, read in text order as a reader would."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from dateline.model import Range, Span
from dateline.resolve.entities.bare import REACH, before
from dateline.resolve.entities.bodies import watches
from dateline.resolve.entities.descriptions import Described
from dateline.resolve.entities.extents import INDEFINITE
from dateline.resolve.entities.governments import GOVERNMENT, GOVERNMENT_OF, focus_of, government_key
from dateline.resolve.entities.lexicon import PERSONS, Gender, nouns
from dateline.resolve.entities.links import Links
from dateline.resolve.entities.nominals import antecedent, nominal_key
from dateline.resolve.entities.page import WORD, Mention, Page, contains
from dateline.resolve.entities.phrases import FIRST_PERSON, NUMBERS, Phrase, read_phrase, type_of
from dateline.resolve.entities.pronouns import GENDER, first_person, pronoun_antecedent
from dateline.resolve.entities.speakers import speaks_in

RoleName = Literal["source", "actor", "target", "place", "text"]

SINGULAR = re.compile(r"\b(?:[Hh]e|[Hh]im|[Hh]is|[Ss]he|[Hh]ers?|[Hh]imself|[Hh]erself)\b")
ANAPHORIC = re.compile(r"\b(?:[Tt]he|[Tt]his|[Tt]hat)\s+(?:[a-z][\w-]*\s+)?([a-z][\w-]+)\b")
POSSESSED = re.compile(r"(?i)(?:['’]s?|\b(?:his|their|its))$")
PREPOSITION = re.compile(
    r"(?i)\b(?:of|in|at|for|with|by|to|from|on|about|against|near|over|under|between|after|before|during|into|through|"
    r"than|including|like|towards?|around|inside|outside)\s+(?:the\s+|an?\s+|his\s+|her\s+|its\s+|their\s+)?(?:[\w-]+\s+)?$"
)
INTRODUCED = re.compile(r"(?:[^,“\"]{0,30},\s)?((?:[Aa]n?|[Oo]ne|[Aa]nother)(?:\s[a-z-]+){1,4})")
"""Somebody without a name at the head of a sentence, perhaps behind its time: "At noon, an old farmer"."""
SPEAKS_NEXT = re.compile(r"\s*(?:[“\"]|S?[Hh]e\s)")
"""What follows a sentence that brings on who speaks."""
TAKEN_UP = re.compile(r"[^“\"]*?\b(?:as|when|while)\s+s?he\b")
"""What follows somebody of whom the same sentence goes on to speak."""
OWNER = re.compile(r"\b([Aa]n?\s(?:[a-z-]+\s)?([a-z-]+))['’]s\s[a-z]+\s(?:as|when|while)\ss?he\b")
"""Somebody whose hand or house is spoken of, and then he himself."""
NAMED_NEXT = re.compile(r",?\s[A-Z]")
"""What follows somebody who has a name: "Another resident, Rana Odeh"."""
SPOKEN_FOR = re.compile(r"(?i)\b(?:spokes\w+|speaking|speaks|speaker)\s+(?:for|of)\s+([^,;]*\w)")
"""Whom somebody speaks for: "a spokesman for the rebels"."""

NOBODY = frozenset(
    "those these this that none both such here there elsewhere home everyone everybody anyone anybody nobody".split()
)
ANYBODY = frozenset("people person civilian child woman man girl boy victim dead wounded injured crowd".split())
"""Heads that, behind a number, tell how many and not who."""


def is_person(word: str) -> bool:
    """Whether a word is a noun for one person."""
    return word in nouns() and nouns()[word].kind in PERSONS


@dataclass(eq=False)
class Entry:
    """Something that was mentioned, for what comes after it. `speaks`: it is the source of a claim here; `subject`: it
    stands before the verb, as far as words tell; `first`: it is the first such of its sentence; `owns`: it only says
    whose something is ("Dalle’s party"); `new`: nothing referred to it before."""

    mention: Mention
    node: int
    sentence: int
    subject: bool
    first: bool
    speaks: bool
    owns: bool = False
    new: bool = False
    phrase: Phrase | None = None


@dataclass(eq=False)
class Scene:
    """One report on its way through: what was mentioned so far, and what each span of the reading refers to. `leaders`:
    who leads which country; `own`: pronouns of the first person, for the end; `governments`: the keys of the countries
    whose government nodes are."""

    page: Page
    names: Sequence[Mention]
    links: Links
    described: Mapping[int, Described]
    nodes: dict[tuple[str, str], int]
    leaders: Mapping[str, str]
    entries: list[Entry] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    refers: dict[tuple[int, int], int] = field(default_factory=dict)
    genders: dict[int, Gender] = field(default_factory=dict)
    counts: Counter[int] = field(default_factory=Counter)
    own: list[tuple[Span, Phrase, RoleName]] = field(default_factory=list)
    governments: dict[int, str] = field(default_factory=dict)

    @cached_property
    def watchers(self) -> list[Mention]:
        """The names of observatories and the like."""
        return [name for name in self.names if watches(name)]

    def about(self, node: int) -> Described:
        """What the story says of a node."""
        return self.described.get(self.links.root(node)) or Described()

    def read(self) -> None:
        """Resolve every description and pronoun of the page."""
        for start, _, span, role, name in sorted(self.steps(), key=lambda step: step[:2]):
            if name is not None:
                self.enter(name, name.node, role, None)
            elif (start, span.end) not in self.refers:
                self.refer(span, role)
        for span, phrase, role in self.own:
            node = first_person(self, span, phrase.pronoun)
            if node is not None:
                self.refers[(span.start, span.end)] = node
                self.mention(phrase, "pronoun", node, role)

    def steps(self) -> Iterable[tuple[int, int, Span, RoleName, Mention | None]]:
        """Names, spans with a role, and anaphors of the text, each with its place in the order."""
        spans = self.role_spans()
        sources = [(s, read_phrase(self.page, s, self.names)) for s, role in spans if role == "source"]
        actors = [s for s, role in spans if role == "actor"]
        for name in self.names:
            role: RoleName = "text"
            if any(contains(s, name) and speaks_in(self.page, name, phrase) for s, phrase in sources):
                role = "source"
            elif any(contains(s, name) for s in actors):
                role = "actor"
            yield name.start, 0, Span(start=name.start, end=name.end, text=name.text), role, name
        taken: list[Span] = []
        for span, role in spans:
            taken.append(span)
            yield span.start, 1, span, role, None
        for span in self.introduced():
            if not any(s.start < span.end and span.start < s.end for s in taken):
                taken.append(span)
                yield span.start, 1, span, "actor", None
        for span in self.anaphors():
            if not any(s.start < span.end and span.start < s.end for s in taken):
                yield span.start, 2, span, "text", None

    def role_spans(self) -> list[tuple[Span, RoleName]]:
        """The spans that the reader gave a role."""
        found: list[tuple[Span, RoleName]] = []
        for claim in self.page.reading.claims:
            if claim.source is not None:
                found.append((claim.source, "source"))
                if body := SPOKEN_FOR.search(claim.source.text):
                    start = claim.source.start
                    found.append((self.page.span(start + body.start(1), start + body.end(1)), "actor"))
        for event in self.page.reading.events:
            for span, role in ((event.actor, "actor"), (event.target, "target"), (event.place, "place")):
                if span is not None:
                    found.append((span, role))  # type: ignore[arg-type]
        return found

    def introduced(self) -> Iterable[Span]:
        """Who is brought on without a name right before his own words, "A farmer wept. “Fire,” he says", or for "he" in
        the same sentence: "a farmer from Sabha smiled as he spoke", "a soldier’s hand as he held her"."""
        text = self.page.text
        for sentence in self.page.sentences:
            for owner in OWNER.finditer(text, sentence.start, sentence.end):
                if is_person(owner[2]):
                    yield self.page.span(*owner.span(1))
            match = INTRODUCED.match(text, sentence.start, sentence.end)
            if match is None or not (
                SPEAKS_NEXT.match(text, sentence.end, self.page.line(sentence.start).end)
                or self.is_taken_up(Range(start=match.end(), end=sentence.end))
            ):
                continue
            words = (w for w in WORD.finditer(match[1]) if is_person(w[0]))
            end = next((match.start(1) + w.end() for w in words), None)
            if end is not None and not NAMED_NEXT.match(text, end):
                yield self.page.span(match.start(1), end)

    def is_taken_up(self, rest: Range) -> bool:
        """Whether the rest of a sentence goes on with "he" before it names anybody."""
        match = TAKEN_UP.match(self.page.text, rest.start, rest.end)
        return match is not None and not any(
            rest.start <= n.start < match.end() for n in self.names if n.type == "person"
        )

    def anaphors(self) -> Iterable[Span]:
        """Pronouns for one person, and "the city", "the militia": descriptions whose noun the lexicon knows."""
        for sentence in self.page.sentences:
            text = self.page.text[sentence.start : sentence.end]
            for match in SINGULAR.finditer(text):
                yield self.page.span(sentence.start + match.start(), sentence.start + match.end())
            for match in ANAPHORIC.finditer(text):
                words = match.group().split()
                size = 2 if len(words) == 3 and words[1] in nouns() and words[2] not in nouns() else len(words)
                if words[size - 1] in nouns():
                    end = match.start() + (
                        match.group().find(words[1]) + len(words[1]) if size == 2 else len(match.group())
                    )
                    yield self.page.span(sentence.start + match.start(), sentence.start + end)

    def refer(self, span: Span, role: RoleName) -> None:
        """Find what a span refers to and remember it."""
        phrase = read_phrase(self.page, span, self.names)
        if phrase is None:
            return
        node: int | None
        if phrase.name is not None:
            self.refers[(span.start, span.end)] = phrase.name.node
            return
        if phrase.pronoun:
            if phrase.pronoun in FIRST_PERSON:
                self.own.append((span, phrase, role))  # who speaks may be named behind the words
                return
            node = pronoun_antecedent(self, span, phrase.pronoun, role)
            if node is None:
                return
            mention = self.mention(phrase, "pronoun", node, role)
        else:
            node = self.description(span, phrase, role)
            if node is None:
                return
            mention = self.mention(phrase, "nominal", node, role)
        self.refers[(span.start, span.end)] = node
        self.enter(mention, node, role, phrase)

    def description(self, span: Span, phrase: Phrase, role: RoleName) -> int | None:
        """The node of a description: its antecedent's, or one of its own where it has a role."""
        kind = type_of(phrase, role)
        governed = self.governed(span) if phrase.head in GOVERNMENT else None
        government = government_key(self.page, phrase, self.leaders, governed, self.focus)
        key = government or nominal_key(self.page, phrase, kind, self.focus, span)
        governs = government is not None
        guessed = governs and governed is None and not phrase.names  # that of the country the report is about
        node = antecedent(self, span, phrase, role) if guessed or not governs else None
        if node is not None or (role == "text" and not governs):
            return node
        if (
            phrase.counted and phrase.head in ANYBODY and not phrase.names
        ) or phrase.head in NOBODY | NUMBERS | INDEFINITE:
            return None
        at = ("body" if governs else f"{kind}", key)
        if at not in self.nodes:
            self.nodes[at] = self.links.add()
        if governs:
            self.governments[self.nodes[at]] = key.removeprefix(GOVERNMENT_OF)
        return self.nodes[at]

    def mention(self, phrase: Phrase, form: Literal["nominal", "pronoun"], node: int, role: str) -> Mention:
        """A mention of the phrase, kept for the entity."""
        like = next((e.mention for e in reversed(self.entries) if self.links.same(e.node, node)), None)
        kind = (
            like.type if like is not None and (form == "pronoun" or like.form != "nominal") else type_of(phrase, role)
        )
        mention = Mention(
            page=self.page.number,
            start=phrase.start,
            end=phrase.end,
            text=self.page.text[phrase.start : phrase.end],
            form=form,
            type=kind,
            key=" ".join((*phrase.modifiers, phrase.head)),
            node=node,
            noun=phrase.head,
            plural=phrase.plural or phrase.joined,
            modifiers=phrase.modifiers,
            within=phrase.names,
        )
        self.mentions.append(mention)
        return mention

    def enter(self, mention: Mention, node: int, role: RoleName, phrase: Phrase | None) -> None:
        """Remember a mention as a possible antecedent."""
        about = self.about(node)
        gender: Gender = phrase.noun.gender if phrase is not None and phrase.noun is not None else ""
        if phrase is not None and phrase.pronoun:
            gender = GENDER.get(phrase.pronoun, "")
        root = self.links.root(node)
        self.genders[root] = self.genders.get(root) or about.gender or gender
        sentence = self.page.sentence(mention.start)
        before = self.page.before(mention.start)
        subject = role in ("source", "actor") or not PREPOSITION.search(before) or before.lower() == "for "
        owns = self.page.text[mention.end : mention.end + 2] in ("'s", "’s") or bool(POSSESSED.search(mention.text))
        free = subject and mention.form != "demonym" and not owns
        self.entries.append(
            Entry(
                mention=mention,
                node=node,
                sentence=sentence,
                subject=subject,
                first=free and not any(e.first and e.sentence == sentence for e in self.entries[-8:]),
                speaks=role == "source",
                owns=owns,
                new=not self.counts[root],
                phrase=phrase,
            )
        )
        self.counts[root] += 1

    def governed(self, span: Span) -> str | None:
        """The key of the country whose government was last spoken of: "the government" goes on with it."""
        spoken = (e for e in before(self, span, REACH) if e.phrase is not None and e.phrase.head in GOVERNMENT)
        return next((self.governments[e.node] for e in spoken if e.node in self.governments), None)

    @cached_property
    def focus(self) -> str | None:
        """The key of the country whose government the report can mean by "the government"."""
        return focus_of(self.page, self.names)
