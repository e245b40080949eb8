"""Pages -> Cast: the entities of a story, and which of them each span of a reading refers to."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.model import Candidate, Entity, EntityMention, EntityType, Range, Span, make_id
from dateline.resolve.entities import across, chains, descriptions, persons
from dateline.resolve.entities.extents import DEFINITE, INDEFINITE
from dateline.resolve.entities.fold import POSSESSIVE, fold, is_acronym
from dateline.resolve.entities.governments import GOVERNMENT_OF, led_by
from dateline.resolve.entities.links import Links
from dateline.resolve.entities.names import read_names, spellings
from dateline.resolve.entities.page import Mention, Page
from dateline.resolve.entities.phrases import COUNTS
from dateline.resolve.entities.scene import Scene
from dateline.resolve.judgements import Judged

QUANTITY = COUNTS | frozenset("of least than to roughly approximately just only million".split())
"""Words that say how many, before what they count."""
NOISE = 0.4
"""A thing of which the reader was nowhere at least so sure is left out."""


@dataclass
class Cast:
    """Who and what appears. `named`: the name mentions of each page in text order, with their entity in `ids`;
    `watchers`: observatories and the like."""

    entities: tuple[Entity, ...]
    candidates: tuple[Candidate, ...]
    named: list[list[Mention]]
    ids: Mapping[int, str]
    refers: Mapping[tuple[str, int, int], str]
    types: Mapping[str, EntityType]
    with_names: frozenset[str]
    watchers: frozenset[str] = frozenset()

    def of(self, report: str, span: Span | Range | None) -> str | None:
        """The entity that a span of a reading refers to."""
        return self.refers.get((report, span.start, span.end)) if span is not None else None

    def of_mention(self, mention: Mention) -> str | None:
        """The entity of a name."""
        return self.ids.get(mention.node)


def build_cast(pages: Sequence[Page], judged: Judged) -> Cast:
    """Link the names of all reports, then read each report's descriptions and pronouns."""
    links = Links()
    names = [[m for m in read_names(page) if not judged.rejects("entity", page.report.id, m)] for page in pages]
    every = [m for mentions in names for m in mentions]
    chains.settle_families(pages, names)
    chains.part_persons(every)
    chains.mend_possessives(every)
    chains.settle_operations(pages, names)
    chains.part_namesakes(pages, names)
    forms = chains.make_forms(pages, names, links)
    chains.settle_towns(forms)
    apply_judgements(pages, names, links, judged)
    by_page: dict[int, list[chains.NameForm]] = defaultdict(list)
    for form in forms:
        by_page[form.page].append(form)
    for page in pages:
        chains.link_page(page, by_page[page.number], links)
        persons.link_persons(page, [f for f in by_page[page.number] if f.family == "person"], links)
    forms = [form for form in forms if form.mentions]
    across.link_story(forms, links)
    found = descriptions.gather(pages, names)
    described = descriptions.unite(found, {node: links.root(node) for node in found})
    nodes = {("body", f.key): f.node for f in reversed(forms) if f.key.startswith(GOVERNMENT_OF)}
    leaders = led_by(pages, names)
    scenes = [Scene(p, mentions, links, described, nodes, leaders) for p, mentions in zip(pages, names, strict=True)]
    for scene in scenes:
        scene.read()
    return assemble(pages, names, scenes, links)


def apply_judgements(pages: Sequence[Page], names: Sequence[list[Mention]], links: Links, judged: Judged) -> None:
    """What a person said is one thing, or is not, comes before every rule."""
    number = {page.report.id: page.number for page in pages}

    def node(anchor: tuple[str, int, int]) -> int | None:
        mentions = names[number[anchor[0]]] if anchor[0] in number else []
        return next((m.node for m in mentions if m.start < anchor[2] and anchor[1] < m.end), None)

    for verdict, a, b in judged.entity_pairs():
        x, y = node(a), node(b)
        if x is None or y is None:
            continue
        if verdict == "same":
            links.link(x, y)
        else:
            links.keep_apart(x, y)


def assemble(pages: Sequence[Page], names: list[list[Mention]], scenes: Sequence[Scene], links: Links) -> Cast:
    """The entities with ids, from linked mentions."""
    clusters: dict[int, list[Mention]] = defaultdict(list)
    for mentions in (*names, *(scene.mentions for scene in scenes)):
        for mention in mentions:
            clusters[links.root(mention.node)].append(mention)
    ids: dict[int, str] = {}
    taken: set[str] = set()
    entities: list[Entity] = []
    for root in sorted(clusters):
        entity = make_entity(pages, clusters[root], taken)
        if entity is not None:
            taken.add(entity.id)
            ids[root] = entity.id
            entities.append(entity)
    of_node = {node: ids[links.root(node)] for node in range(len(links.parent)) if links.root(node) in ids}
    refers = {
        (scene.page.report.id, start, end): of_node[node]
        for scene in scenes
        for (start, end), node in scene.refers.items()
        if node in of_node
    }
    return Cast(
        entities=tuple(sorted(entities, key=lambda e: e.id)),
        candidates=candidates(links, of_node),
        named=names,
        ids=of_node,
        refers=refers,
        types={e.id: e.type for e in entities},
        with_names=frozenset(of_node[m.node] for mentions in names for m in mentions if m.node in of_node),
        watchers=frozenset(of_node[m.node] for s in scenes for m in s.watchers if m.node in of_node),
    )


def make_entity(pages: Sequence[Page], mentions: Sequence[Mention], taken: set[str]) -> Entity | None:
    """One entity of linked mentions; null for noise and for descriptions of nothing in particular."""
    names = [m for m in mentions if m.form in ("name", "demonym")]
    if names and max(m.confidence for m in names) < NOISE:
        return None
    kind = entity_type(names or mentions)
    if not names and kind == "other":
        return None
    name = entity_name(names, kind) if names else description_name(mentions, kind)
    first = min(mentions, key=lambda m: (pages[m.page].report.id, m.start))
    anchor = (pages[first.page].report.id, first.start)
    told_apart = kind in ("group", "org", "media") and any(m.within for m in mentions)  # "Ruritanian police"
    alone = not names and not told_apart  # "the police" of another story are others
    ident = make_id("e", kind, fold(name), *(anchor if alone else ()))
    if ident in taken:
        ident = make_id("e", kind, fold(name), *anchor)
    texts = Counter(POSSESSIVE.sub("", m.text) for m in names)
    if kind == "person":
        texts = spellings(texts)
    texts.pop(name, None)
    seen: dict[tuple[str, int, int], EntityMention] = {}
    for m in mentions:
        report = pages[m.page].report.id
        seen.setdefault(
            (report, m.start, m.end), EntityMention(report=report, start=m.start, end=m.end, text=m.text, form=m.form)
        )
    return Entity(
        id=ident,
        type=kind,
        name=name,
        aliases=tuple(t for t, _ in sorted(texts.items(), key=lambda pair: (-pair[1], pair[0]))),
        mentions=tuple(seen[at] for at in sorted(seen)),
    )


def entity_type(mentions: Sequence[Mention]) -> EntityType:
    """The type of the table, or the one that most mentions have."""
    known = [m.known.type for m in mentions if m.known is not None]
    votes = Counter(known or (m.type for m in mentions))
    return min(votes.items(), key=lambda pair: (-pair[1], pair[0]))[0]


def entity_name(names: Sequence[Mention], kind: EntityType) -> str:
    """The table's name; for a person the fullest, for a body the commonest that is no acronym, else the commonest."""
    known = Counter(m.known.name for m in names if m.known is not None)
    if known:
        return min(known.items(), key=lambda pair: (-pair[1], pair[0]))[0]
    whole = [m for m in names if fold(m.text) == m.key] or names
    texts = Counter(POSSESSIVE.sub("", m.text) for m in whole)

    def rank(pair: tuple[str, int]) -> tuple[int, int, str]:
        text, count = pair
        words = len(text.split())
        if kind == "person":
            return -min(words, 4), -count, text
        if kind in ("org", "group", "media"):
            return int(is_acronym(text)) - int(words > 1), -count, text
        return int(text.isupper()), -count, text

    return min(texts.items(), key=rank)[0]


def description_name(mentions: Sequence[Mention], kind: EntityType) -> str:
    """The fullest description of up to ten words, without its determiner, that of people also without their number, and
    with nobody beside it where there is such a one; a person without a name is marked so."""
    texts = [m.text for m in mentions if m.form == "nominal"] or [mentions[0].text]
    alone = any(" and " not in t and len(t.split()) > 1 for t in texts)
    text = min(texts, key=lambda t: (len(t.split()) > 10, alone and " and " in t, -len(t.split()), t))
    words = text.split()
    people = kind in ("group", "org")
    idle = DEFINITE | INDEFINITE | (QUANTITY if people else {"all", "of"})
    while len(words) > 1 and (words[0].lower() in idle or (people and words[0][0].isdigit())):
        words = words[1:]
    name = " ".join(words)
    return f"{name} (unnamed)" if kind == "person" else name


def candidates(links: Links, of_node: Mapping[int, str]) -> tuple[Candidate, ...]:
    """The doubts that are still between two entities, the strongest of each pair."""
    best: dict[tuple[str, str], Candidate] = {}
    for x, y, score, why in links.doubts:
        a, b = sorted((of_node.get(x, ""), of_node.get(y, "")))
        if not a or a == b:
            continue
        if (a, b) not in best or best[(a, b)].score < score:
            best[(a, b)] = Candidate(a=a, b=b, score=score, why=why)
    return tuple(best[pair] for pair in sorted(best))
