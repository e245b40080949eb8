"""lines of a story -> what it is about, and which lines are about something else.

Precision first: a paragraph counts as foreign only when none of its names occurs anywhere else in the story and hardly
any of its words does; a report in which many paragraphs are like that is a digest, and all of it stays.
"""

import re
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.clean.lines import Word, find_words

if TYPE_CHECKING:
    from dateline.clean.region import Look

_STOP = frozenset(
    "about above after again against also although among another around because been before being below between both "
    "could does doing down during each even every first five four from further have having here hers herself himself "
    "into itself just last least like made make many more most much must myself near never next only other ours over "
    "same says said say several shall she should since some still such take than that their them then there these they "
    "this those three through told two under until upon very want was week well were what when where which while who "
    "whom whose will with within without would year years your yours monday tuesday wednesday thursday friday saturday "
    "sunday january february march april june july august september october november december people time".split()
)
"""Words that say nothing of a topic. They are no list of `english`: each room's were tried with its own stems."""
_STEM = 6
"""Letters of a word that are compared: enough to tell words apart, few enough to join their forms."""
LONG_PARAGRAPH = 40
"""Words from which a paragraph says enough to be judged."""
FEW_SHARED = 0.06
"""Share of its words up to which a paragraph shares hardly any with the rest."""
DIGEST = 0.2
"""Share of foreign paragraphs from which a report is a digest of many stories."""
SAYS, HEADLINE, BELOW = 5, 16, 60
"""Words of content and most words of a first line that may be another story's headline, and words below it from which
it can be told that they share nothing."""
_LINKED = frozenset("also another other meanwhile similarly likewise elsewhere such".split())
"""Words by which a paragraph ties itself to what stands before it."""
_NAME = re.compile(r"(?<![.!?…\"“‘'»:]\s)(?<!^)(?<![\"“‘'(])\b[A-Z][\w’'-]{2,}")


def content(words: Sequence[Word]) -> set[str]:
    """The stems of the words that carry the content of a line."""
    return {w.text[:_STEM] for w in words if len(w.text) >= 4 and w.text not in _STOP and not w.text.isdigit()}


def stems(text: str) -> set[str]:
    """The stems of the words of a title."""
    return content(find_words(text))


def find_foreign(looks: "Sequence[Look]", title: str | None) -> set[int]:
    """Which of the story's paragraphs belong to another story."""
    contents = [content(x.words) for x in looks]
    names = [{m.group().lower()[:_STEM] for m in _NAME.finditer(x.line.text)} - _STOP for x in looks]
    count: Counter[str] = Counter(s for words in contents for s in words)
    heading = stems(title or "")
    long = [i for i, x in enumerate(looks) if len(x.words) >= LONG_PARAGRAPH]
    foreign = set()
    for i in long[1:]:
        if len(names[i]) < 3 or names[i] & heading or any(count[n] > 1 for n in names[i]):
            continue
        if any(w.text in _LINKED for w in looks[i].words) or any(p.sure == "anywhere" for p in looks[i].phrases):
            continue
        shared = sum(count[s] > 1 or s in heading for s in contents[i])
        if shared <= FEW_SHARED * len(contents[i]):
            foreign.add(i)
    return foreign if len(long) >= 5 and len(foreign) <= DIGEST * len(long) else set()


def is_stray(looks: "Sequence[Look]", title: str | None) -> bool:
    """Is the first line of a story the headline of another: a few words that name somebody, of which neither a name
    nor a word of content is told again in its title or below?"""
    first, below = looks[0], looks[1:]
    said = content(first.words)
    named = [m.group().lower() for m in _NAME.finditer(first.line.text)]
    if not named or len(said) < SAYS or len(first.words) > HEADLINE or sum(len(x.words) for x in below) < BELOW:
        return False
    told = stems(title or "").union(*(content(x.words) for x in below))
    return not said & told and not any(name in x.line.text.lower() for name in named for x in below)


def is_on_topic(items: "Sequence[Look]", story: "Sequence[Look]", title: str | None) -> bool:
    """Are the captions of a gallery about the story: does each on average share two words with its title and lead?"""
    topic = set().union(*(content(x.words) for x in story[:3])) if story else set()
    topic |= stems(title or "")
    return sum(len(content(x.words) & topic) for x in items) >= 2 * len(items)
