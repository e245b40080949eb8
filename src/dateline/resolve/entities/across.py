"""Name forms of all reports -> links across them: equal keys, spellings, surnames, acronyms; blocked by token."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from dateline.resolve.entities.chains import NameForm, body_tokens, same_token
from dateline.resolve.entities.fold import initials, is_acronym, skeleton
from dateline.resolve.entities.lexicon import nouns
from dateline.resolve.entities.links import Links
from dateline.resolve.entities.persons import ending_so, namesakes, rivals, same_person

CROWD = 60
"""Forms under one blocking key beyond which they are not compared in pairs: such a key says nothing."""


def link_story(forms: Sequence[NameForm], links: Links) -> None:
    """Link the forms of all reports of a story."""
    link_equal(forms, links)
    link_full_names(forms, links)
    link_lone_names(forms, links)
    link_spellings(forms, links)
    link_lone_acronyms(forms, links)


def link_equal(forms: Sequence[NameForm], links: Links) -> None:
    """The same name in two reports is one thing; a lone surname only when its reports do not tell two persons."""
    groups: dict[tuple[str, str], list[NameForm]] = defaultdict(list)
    for form in forms:
        if form.family != "person" or len(form.tokens) > 1:
            groups[(form.family, form.key)].append(form)
    for same in groups.values():
        for form in same[1:]:
            links.link(same[0].node, form.node)


def link_full_names(forms: Sequence[NameForm], links: Links) -> None:
    """Full names of persons that agree in surname and given name; of two who both hold a shorter name, "Karim Dalle",
    it is the one's whom it ends, "Odeh Karim Dalle"."""
    persons = unique(f for f in forms if f.family == "person" and len(f.tokens) > 1)
    met: list[tuple[NameForm, NameForm]] = []
    pairs(persons, lambda f: (f.tokens[-1], skeleton(f.tokens[-1]), f.tokens[0]), lambda a, b: met.append((a, b)))
    alike: dict[NameForm, list[NameForm]] = defaultdict(list)
    for a, b in met:
        if namesakes(a.tokens, b.tokens):
            links.keep_apart(a.node, b.node)
        elif same_person(a.tokens, b.tokens):
            alike[a].append(b)
            alike[b].append(a)
    shared = {form: two for form in alike if (two := rivals(form, alike[form]))}
    for a, b in (pair for two in shared.values() for pair in two):
        links.keep_apart(a.node, b.node)
    for a, b in met:
        short, long = (a, b) if len(a.tokens) < len(b.tokens) else (b, a)
        if short not in shared or ending_so(short, [long]):
            _link_full(a, b, links)


def _link_full(a: NameForm, b: NameForm, links: Links) -> None:
    if same_person(a.tokens, b.tokens):
        links.link(a.node, b.node)
    elif (
        a.tokens[-1] == b.tokens[-1]
        and skeleton(a.tokens[0]) == skeleton(b.tokens[0])
        and not links.same(a.node, b.node)
    ):
        links.doubt(a.node, b.node, 0.4, f"“{a.key}” and “{b.key}” sound alike")


def link_lone_names(forms: Sequence[NameForm], links: Links) -> None:
    """A surname without a full name in its report, to the one person of the story who has it; else to its like."""
    persons = [f for f in forms if f.family == "person" and f.tokens]
    full: dict[str, list[NameForm]] = defaultdict(list)
    roots_of_full = set()
    for form in persons:
        if len(form.tokens) > 1:
            full[form.tokens[-1]].append(form)
            roots_of_full.add(links.root(form.node))
    lone: dict[str, list[NameForm]] = defaultdict(list)
    for form in persons:
        if len(form.tokens) == 1 and links.root(form.node) not in roots_of_full:
            lone[form.tokens[0]].append(form)
    for token in sorted(lone):
        for form in lone[token]:
            links.link(lone[token][0].node, form.node)
        hosts = {links.root(f.node): f for f in full.get(token, ()) if not links.parted(f.node, lone[token][0].node)}
        if len(hosts) == 1:
            links.link(lone[token][0].node, next(iter(hosts.values())).node)
        for host in hosts.values() if len(hosts) > 1 else ():
            links.doubt(lone[token][0].node, host.node, 0.5, f"“{token}” may be “{host.key}”; others share the name")


def link_spellings(forms: Sequence[NameForm], links: Links) -> None:
    """Names of places, bodies and things that sound alike or differ by one vowel; countries are spelled one way."""
    named = unique(f for f in forms if f.family != "person" and f.tokens and f.mentions[0].known is None)
    pairs(
        named,
        lambda f: (f"{f.family} {skeleton(''.join(f.tokens))}",),
        lambda a, b: _link_spelling(a, b, links),
    )


def _link_spelling(a: NameForm, b: NameForm, links: Links) -> None:
    if a.family != b.family or len(a.tokens) != len(b.tokens) or any(is_acronym(f.mentions[0].text) for f in (a, b)):
        return
    if all(same_token(x, y) or same_stem(x, y) for x, y in zip(a.tokens, b.tokens, strict=True)):
        links.link(a.node, b.node)
    elif not links.same(a.node, b.node):
        links.doubt(a.node, b.node, 0.4, f"“{a.key}” and “{b.key}” have the same consonants")


def same_stem(a: str, b: str) -> bool:
    """Whether two tokens differ in their plural alone: Motion Picture, Motion Pictures."""
    return len(a) > 4 and len(b) > 4 and a.rstrip("es") == b.rstrip("es")


def link_lone_acronyms(forms: Sequence[NameForm], links: Links) -> None:
    """An acronym without its expansion in the report, to the one body of the story with these initials; a body's name
    without its nation, to the one body of the story that has the rest."""
    bodies = [f for f in forms if f.family == "body"]
    expansions: dict[str, dict[int, NameForm]] = defaultdict(dict)
    rests: dict[tuple[str, ...], dict[int, NameForm]] = defaultdict(dict)
    for form in bodies:
        if " " in form.key:
            for letters in initials(form.key):
                expansions[letters][links.root(form.node)] = form
            if telling(body_tokens(form.key)):
                rests[body_tokens(form.key)][links.root(form.node)] = form
    for form in unique(bodies):
        fits = expansions.get(form.key, {}) if any(is_acronym(m.text) for m in form.mentions) else {}
        fits = fits or rests.get(body_tokens(form.key), {})
        if len({links.root(f.node) for f in fits.values()}) == 1:
            links.link(form.node, next(iter(fits.values())).node)


def telling(tokens: tuple[str, ...]) -> bool:
    """Whether the rest of a name without its nation still tells one body: "Hezbollah", not "army"."""
    return any(t not in nouns() for t in tokens)


def unique(forms: Iterable[NameForm]) -> list[NameForm]:
    """One form for each key: equal keys are linked already."""
    seen: dict[tuple[str, str], NameForm] = {}
    for form in forms:
        seen.setdefault((form.family, form.key), form)
    return list(seen.values())


def pairs(
    forms: Sequence[NameForm],
    blocks: Callable[[NameForm], tuple[str, ...]],
    meet: Callable[[NameForm, NameForm], None],
) -> None:
    """Let two forms meet once for each blocking key that they share."""
    table: dict[tuple[int, str], list[NameForm]] = defaultdict(list)
    for form in forms:
        for i, block in enumerate(dict.fromkeys(blocks(form))):
            table[(i, block)].append(form)
    for key in sorted(table):
        crowd = table[key]
        if len(crowd) > CROWD:
            continue
        for i, a in enumerate(crowd):
            for b in crowd[i + 1 :]:
                meet(a, b)
