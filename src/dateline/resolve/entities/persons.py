"""Forms that name persons -> links inside one report: full name and surname; relatives stay two people."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from rapidfuzz.distance import Levenshtein

from dateline.resolve.entities.chains import NameForm, same_token
from dateline.resolve.entities.fold import skeleton
from dateline.resolve.entities.links import Links
from dateline.resolve.entities.page import Mention, Page
from dateline.resolve.entities.relatives import is_governed, is_relative, relatives
from dateline.resolve.entities.scene import PREPOSITION

VARIANT = 0.5
"""Similarity of two surnames from which on they may be one in two spellings, the article written as a part of it."""


def same_initial(a: str, b: str) -> bool:
    """Whether one token is the initial of the other."""
    return (len(a) == 1 or len(b) == 1) and a[:1] == b[:1]


def same_ends(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether surname and given name of two full names agree."""
    return same_token(a[-1], b[-1]) and (same_token(a[0], b[0]) or same_initial(a[0], b[0]))


def namesakes(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two full names agree in surname and given name, and each has a middle name that the other has not:
    "Karim Omar Dalle" and "Karim Aziz Dalle" are father and son."""
    if len(a) < 3 or len(b) < 3 or not same_ends(a, b):
        return False
    return all(
        any(not any(same_middle(x, y) for y in other[1:-1]) for x in one[1:-1]) for one, other in ((a, b), (b, a))
    )


def same_middle(a: str, b: str) -> bool:
    """Whether two middle names may be one, as they are written or shortened."""
    return same_initial(a, b) or skeleton(a) == skeleton(b)


def same_person(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two full names are one person's: surname and given name agree, or all tokens of one stand in the other
    in order ("Karim Dalle", "Omar Karim Dalle")."""
    if len(a) < 2 or len(b) < 2 or namesakes(a, b):
        return False
    if same_ends(a, b):
        return a[-1] == b[-1] or a[0] == b[0]
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    rest = iter(long)
    return all(any(same_token(t, other) for other in rest) for t in short)


def are_two(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two full names are two persons', and no spellings of one."""
    return not same_person(a, b) and Levenshtein.normalized_similarity(a[-1], b[-1]) < VARIANT


def rivals(form: NameForm, hosts: Sequence[NameForm]) -> list[tuple[NameForm, NameForm]]:
    """Of those whose full names hold a shorter one, the pairs that are two persons: for "Karim Dalle", "Odeh Karim
    Dalle" and "Karim Dalle Mansur"."""
    longer = [f for f in hosts if len(f.tokens) > len(form.tokens)]
    return [(a, b) for a, b in combinations(longer, 2) if are_two(a.tokens, b.tokens)]


def ending_so(form: NameForm, hosts: Sequence[NameForm]) -> list[NameForm]:
    """Those whose full name ends with a shorter one, as a surname does."""
    return [f for f in hosts if f.tokens[-len(form.tokens) :] == form.tokens]


def link_persons(page: Page, forms: Sequence[NameForm], links: Links) -> None:
    """Full names with each other, then those that several people may have, then surnames and given names."""
    keep_relatives_apart(page, forms, links)
    full = [f for f in forms if len(f.tokens) > 1]
    alike: dict[NameForm, list[NameForm]] = defaultdict(list)
    by_token: dict[str, list[NameForm]] = defaultdict(list)
    for form in full:
        for other in dict.fromkeys(f for token in form.tokens for f in by_token[token]):
            if namesakes(form.tokens, other.tokens):
                links.keep_apart(form.node, other.node)
            elif same_person(form.tokens, other.tokens):
                alike[form].append(other)
                alike[other].append(form)
        for token in dict.fromkeys(form.tokens):
            by_token[token].append(form)
    for a, b in (pair for form in full for pair in rivals(form, alike[form])):
        links.keep_apart(a.node, b.node)
    shared = [f for f in full if any(links.parted(a.node, b.node) for a in alike[f] for b in alike[f])]
    for form in full:
        for other in alike[form]:
            if form not in shared and other not in shared:
                links.link(form.node, other.node)
    for form in shared:
        settle(page, form, ending_so(form, alike[form]) or alike[form], links)
    for form in forms:
        if len(form.tokens) == 1:
            settle(page, form, bearers(form, full), links)


def keep_relatives_apart(page: Page, forms: Sequence[NameForm], links: Links) -> None:
    """No later rule makes one person of two relatives."""
    said = sorted((m for f in forms for m in f.mentions), key=lambda m: m.start)
    for one, other in relatives(page, said):
        links.keep_apart(one.node, other.node)


def surname(form: NameForm) -> str:
    """The last word of a name, as it is printed."""
    return form.key.split()[-1]


def likeness(full: NameForm, lone: NameForm) -> float:
    """How like a surname, as it is printed, is to a name that stands alone."""
    return Levenshtein.normalized_similarity(surname(full), lone.key)


def bearers(form: NameForm, full: Sequence[NameForm]) -> list[NameForm]:
    """The full names that end with a single name, or else that hold it. A name that only sounds like a surname ("Bohl",
    "Boll") has rivals in those that are spelled at least as like."""
    token = form.tokens[0] if form.tokens else ""
    hosts = [f for f in full if f.tokens[-1] == token]
    alike = max((likeness(f, form) for f in hosts), default=1.0)
    if alike < 1.0:
        hosts = [f for f in full if f in hosts or likeness(f, form) >= alike]
    hosts = hosts or [f for f in full if token in f.tokens]
    return hosts or [f for f in full if same_token(f.tokens[-1], token)]


def settle(page: Page, form: NameForm, hosts: Sequence[NameForm], links: Links) -> None:
    """A short name to the one person who has it. Between two, each mention to whom the report last spoke of who has the
    very surname, else all to the one that alone is introduced before; else to none."""
    roots = dict.fromkeys(links.root(f.node) for f in hosts)
    if len(roots) > 1:
        for mention in tuple(form.mentions):
            if host := last_subject(page, mention, [f for f in hosts if surname(f) == surname(form)], links):
                form.mentions.remove(mention)
                host.mentions.append(mention)
                mention.node = host.node
        if not form.mentions:
            return
        known = [f for f in hosts if f.mentions[0].start < form.mentions[0].start]
        if len({links.root(f.node) for f in known}) == 1:
            hosts, roots = known, dict.fromkeys(links.root(f.node) for f in known)
    if len(roots) == 1:
        links.link(form.node, hosts[0].node)
    for host in hosts if len(roots) > 1 else ():
        links.doubt(form.node, host.node, 0.5, f"“{form.key}” may be “{host.key}”; another person shares the name")


def last_subject(page: Page, mention: Mention, hosts: Sequence[NameForm], links: Links) -> NameForm | None:
    """Of people who share a name, the one whom the report last spoke of, alone in the sentence: "Karim Dalle is king.
    Omar Dalle, his nephew, is rich. Dalle has denied this"."""
    told = [
        (page.sentence(m.start), f) for f in hosts for m in f.mentions if m.end < mention.start and is_subject(page, m)
    ]
    last = max((sentence for sentence, _ in told), default=-1)
    latest = [f for sentence, f in told if sentence == last]
    return latest[0] if len({links.root(f.node) for f in latest}) == 1 else None


def is_subject(page: Page, name: Mention) -> bool:
    """Whether a sentence speaks of somebody, and not of his relatives or his things, as far as words tell."""
    before = page.before(name.start)
    owns = page.text[name.end : name.end + 2] in ("'s", "’s") or name.text.endswith(("'s", "’s"))
    return not (owns or PREPOSITION.search(before) or is_governed(page, name) or is_relative(page, name))
