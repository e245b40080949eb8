"""Report -> Story: reports of one situation, found by their weightiest words.

Two reports are compared by the cosine of their weighted words (title and opening of the story, static document
frequencies so that no report changes another's weights). Reports connected by a similarity of at least `SAME` form a
component; within it average linkage at the same cut gives the stories, and what it leaves over, a report or two, goes
to the story whose centre is like it. Average linkage never joins across components,
so a new report can only change the stories of its own component, and the result depends on the set of reports alone.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache, lru_cache
from hashlib import blake2b
from importlib.resources import files
from itertools import combinations
from math import log, sqrt

import numpy as np
import numpy.typing as npt

from dateline.english.bodies import bodies
from dateline.merge.matters import BLOW_NAMINGS
from dateline.merge.namings import namings
from dateline.merge.stories.far import find_astray
from dateline.merge.stories.linkage import LARGEST, Alike, components, days_weight, link
from dateline.merge.stories.spelling import one_spelling
from dateline.model import CopyLink, Report, Story, StoryKeys, make_id

SAME = 0.155
"""Calibrated on the news-events set (evals/stories.py): B³ is level from .15 to .17; whoever hands over a handful of
reports wants them together rather than apart."""
TITLE_WEIGHT = 4
OPENING = 1500
"""Characters of the story that are read: the news is told at the top."""
UNTITLED_OPENING = 3000
"""Of a report without a title, more: that and its first words are to say what the title would have said."""
FIRST, FIRST_WEIGHT = 150, 2
"""How many characters of it stand for the title, and what a word there counts beside what it counts in the opening. B³
on the news-events set without its titles is level from 2,000 to 4,000 characters, and from 150 to 250 first ones."""
KIND = 0.75
"""What a word counts that says of what kind the news is, and not which: two raids in one country share “raid”, “killed”
and “rebels”, and are two stories. B³ on the news-events set gains .003."""
HARMFUL = BLOW_NAMINGS | {"wound", "offensive", "damage"}
SIDES = frozenset("civilian fighter militant rebel".split())
INDEXED_WORDS = 16
COPIED = 0.5
"""Reports that share this much of their text are of one story whatever else they say; less may be background."""

_WORD = re.compile(r"[^\W\d_]\w+|\d{2,}")
_BETWEEN_PARTS = re.compile(r"\s[-–—|»]\s")
LONGEST_SECTION = 2
"""Words of a section, or of the name of a site beside that of its outlet."""
_SHORTEST = 3
"""Letters of a name that counts as one; shorter ones are words too (IS, PA)."""
_COMMON = frozenset(
    "the and that for was were with said from has had have his its who which after been are this will not but they "
    "their she her him you our all one two can would could also more about than into over out new other some what "
    "when there".split()
)
"""Words that tell no two stories apart: only the most common, for the others weigh little by their frequency."""


def story_keys(report: Report) -> StoryKeys:
    """The words of one report, weighted, and the pairs under which it is indexed: words that tell the kind among them,
    so that what may be one story is compared."""
    weights = _weigh(report)
    top = sorted(weights, key=lambda w: (-weights[w] / (KIND if _tells_kind(w) else 1.0), w))[:INDEXED_WORDS]
    return StoryKeys(
        report=report.id,
        terms=tuple(sorted((_hash(w), round(x, 6)) for w, x in weights.items())),
        keys=tuple(sorted(_hash(f"{a} {b}") for a, b in combinations(sorted(top), 2))),
        day=_day(report),
    )


def same_story(a: StoryKeys, b: StoryKeys) -> float:
    """How alike two reports are, 0 to 1; `SAME` and above connects them."""
    if len(a.terms) > len(b.terms):
        a, b = b, a
    other = dict(b.terms)
    cosine = sum(x * other.get(word, 0.0) for word, x in a.terms)
    return cosine * days_weight(_days_between(a.day, b.day))


def group_stories(
    reports: Sequence[Report], keys: Sequence[StoryKeys], copies: Sequence[CopyLink] = ()
) -> tuple[Story, ...]:
    """The stories of the given reports (one component, or any set of whole components). Copies stay together.

    Average linkage sees at most `LARGEST` reports: a component that has more is cut at a higher likeness first, and
    reports that it would have joined across such a cut are stories apart.
    """
    order = sorted(range(len(reports)), key=lambda i: reports[i].id)
    reports, keys = [reports[i] for i in order], [keys[i] for i in order]
    copied: dict[str, list[str]] = {}
    for copy in copies:
        if max(copy.share_a, copy.share_b) >= COPIED:
            copied.setdefault(copy.a, []).append(copy.b)
            copied.setdefault(copy.b, []).append(copy.a)
    stories = []
    for part in components(Alike(keys, copied), SAME):
        alike: Alike | npt.NDArray[np.float64] = Alike([keys[i] for i in part], copied)
        groups = [list(range(len(part)))]
        if len(part) <= LARGEST:
            alike = np.array([alike[i] for i in range(len(part))])
            groups = link(alike, SAME)
        stories += [_story([reports[part[i]] for i in group], alike, group, copies) for group in groups]
    return tuple(sorted(stories, key=lambda s: s.id))


def headline(report: Report) -> str:
    """The title of a report, unless it tells but where it was published: names its outlet, and at most a section."""
    title = report.title or ""
    if not report.outlet:
        return title
    name = re.compile(rf"(?<!\w){re.escape(report.outlet)}(?!\w)", re.IGNORECASE)
    besides = [len(name.sub("", part).split()) for part in _BETWEEN_PARTS.split(title)]
    return "" if name.search(title) and max(besides) <= LONGEST_SECTION else title


def _weigh(report: Report) -> dict[str, float]:
    counts: Counter[str] = Counter()
    for text, weight in _weighted(report):
        for word in _words(text):
            counts[word] += weight
    frequencies, documents = _frequencies()
    weights = {
        w: (KIND if _tells_kind(w) else 1.0)
        * (1 + log(n))
        * max(0.0, log((documents + 1) / (frequencies.get(w, 0.5) + 0.5)))
        for w, n in counts.items()
    }
    length = sqrt(sum(x * x for x in weights.values())) or 1.0
    return {w: x / length for w, x in weights.items() if x}


def _weighted(report: Report) -> Iterator[tuple[str, int]]:
    """What is read of a report, and what each word in it counts."""
    body = " ".join(report.text[b.start : b.end] for b in report.blocks if b.kind == "body")
    if title := headline(report):
        yield title, TITLE_WEIGHT
        yield body[:OPENING], 1
    else:
        yield body[:FIRST], FIRST_WEIGHT
        yield body[:UNTITLED_OPENING], 1


@cache
def _tells_kind(word: str) -> bool:
    """Whether a stem is a word for a blow, its harm or those in any war."""
    return word in SIDES or bool(namings(word) & HARMFUL)


def _words(text: str) -> Iterator[str]:
    """The stems of a text; a body of several names is one word, whatever it is called."""
    names, tokens = _names()
    at = 0
    for match in names.finditer(text):
        yield from _stems(text[at : match.start()])
        yield tokens[match.group(0).casefold()]
        at = match.end()
    yield from _stems(text[at:])


def _stems(text: str) -> Iterator[str]:
    for word in story_words(text):
        if len(word) > 2 and word not in _COMMON:
            yield story_stem(word)


@cache
def _names() -> tuple[re.Pattern[str], dict[str, str]]:
    """What finds a name of a body of several names, the longest first, and the one word each stands for. Capitals alone
    are a name as they stand; a name of words is one in any case."""
    tokens = {
        name.casefold(): "".join(_WORD.findall(body.name)).casefold()
        for body in bodies()
        if body.type in ("group", "org") and body.aliases
        for name in body.names
        if len(name) >= _SHORTEST
    }
    listed = sorted((n for body in bodies() for n in body.names if n.casefold() in tokens), key=lambda n: (-len(n), n))
    parts = [re.escape(name) if name.isupper() else f"(?i:{re.escape(name)})" for name in listed]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(parts)})(?!\w)"), tokens


def story_words(text: str) -> list[str]:
    """The words of a text by which stories are told apart, numbers among them, in small letters."""
    return _WORD.findall(re.sub("['’]", "", text).lower())


@lru_cache(maxsize=1 << 16)
def story_stem(word: str) -> str:
    """A word without its commonest endings and in one spelling, as the table of frequencies has it."""
    endings = (e for e in ("ing", "ed", "es", "s") if word.endswith(e) and len(word) - len(e) >= 4)
    return one_spelling(word.removesuffix(next(endings, "")))


@cache
def _frequencies() -> tuple[dict[str, int], int]:
    """Document frequencies of stems over open news text (written by training/frequencies.py), and the documents. A body
    of several names tells as much as the most telling of them: the rarest word of a name that the text has."""
    lines = files("dateline.merge.stories").joinpath("frequencies.tsv").read_text("utf-8").splitlines()
    table: Counter[str] = Counter()
    for stem, n in (line.split("\t") for line in lines[1:]):
        table[one_spelling(stem)] += int(n)
    of_body: dict[str, int] = {}
    for name, token in _names()[1].items():
        known = min((table.get(stem, 0) for stem in _stems(name)), default=0)
        if known:
            of_body[token] = min(known, of_body.get(token, known))
    return {**table, **of_body}, int(lines[0].split("\t")[1])


def _hash(word: str) -> int:
    return int.from_bytes(blake2b(word.encode(), digest_size=8).digest(), "big") >> 1


def _day(report: Report) -> str | None:
    value = report.published.value
    return value[:10] if value and len(value) >= 10 else None


def _days_between(a: str | None, b: str | None) -> int:
    return abs((date.fromisoformat(a) - date.fromisoformat(b)).days) if a and b else 0


def _story(
    reports: Sequence[Report],
    alike: Alike | npt.NDArray[np.float64],
    group: Sequence[int],
    copies: Sequence[CopyLink],
) -> Story:
    """The story of a group under the title of the report most like the others."""
    astray = find_astray(reports, copies)
    days = sorted(d for r in reports if r.id not in {a.report for a in astray} and (d := _day(r)))
    titled = [(i, r) for i, r in zip(group, reports, strict=True) if headline(r)]
    central = max(titled, key=lambda x: (round(float(alike[x[0]][group].sum()), 9), x[1].id), default=None)
    return Story(
        id=make_id("s", min(r.id for r in reports)),
        title=(central[1].title or "") if central else "",
        reports=tuple(sorted(r.id for r in reports)),
        start=days[0] if days else None,
        end=days[-1] if days else None,
        astray=astray,
    )
