"""entities -> the body behind each spokesman and each head of a body: what he says is its word, and no second
informant's."""

import re
from collections.abc import Iterable, Mapping, Sequence

from dateline.model import Entity, EntityMention

SPOKESMAN = re.compile(r"(?i)\bspokes\w+")
BODIES = ("org", "group", "media")

HEAD = (
    r"(?:spokes\w+|head|chief|chief executive|director|director-general|chairman|chairwoman|chair|ceo|boss|commander)"
)
BEFORE = re.compile(rf"(?i)(?:['’]s?)?\s(?:(?:\w+\s)?{HEAD})\s(?:(?:mr|mrs|ms|dr|gen|col)\.?\s)?")
"""What stands between a body and its head before his name: “Harbour Watch director Ada Fenn”."""
AFTER = re.compile(rf"(?i),?\s(?:(?:who is\s)?(?:the|a)\s)?(?:\w+\s)?{HEAD}\s(?:of|for|at|with)\s(?:the\s)?")
"""What stands between his name and the body: “Ada Fenn, the director of the Harbour Watch”."""
TITLED = re.compile(rf"(?i){HEAD}\s(?:of|for|at|with)\s(?:the\s)?$")
"""What stands before the body where his name comes behind it: “director of the Harbour Watch Ada Fenn”."""
REACH = 50
"""Characters between a name and the body."""


def spoken_for(
    entities: Sequence[Entity],
    proper: Iterable[str],
    named: Mapping[tuple[str, str], Sequence[int]],
    texts: Mapping[str, str],
) -> dict[str, str]:
    """The one body that the name of each unnamed spokesman holds, or that a named person is told to speak for or to
    lead. `proper`: the entities with a name; `named`: where each entity is mentioned in each report; `texts`: of the
    reports."""
    known = frozenset(proper)
    bodies = [e for e in entities if e.type in BODIES and e.id in known]
    by_report: dict[str, list[tuple[EntityMention, str]]] = {}
    for body in bodies:
        for mention in body.mentions:
            if mention.form == "name":
                by_report.setdefault(mention.report, []).append((mention, body.id))
    found: dict[str, str] = {}
    for speaker in entities:
        if speaker.type != "person":
            continue
        if speaker.id in known:
            inside = {
                body
                for m in speaker.mentions
                if m.form == "name"
                for other, body in by_report.get(m.report, ())
                if _leads(m, other, texts[m.report])
            }
        else:
            called = [m for m in speaker.mentions if SPOKESMAN.search(m.text)]
            inside = {
                b.id
                for b in bodies
                for m in called
                if any(m.start <= at < m.end for at in named.get((b.id, m.report), ()))
            }
        if len(inside) == 1:
            found[speaker.id] = inside.pop()
    return found


def _leads(person: EntityMention, body: EntityMention, text: str) -> bool:
    """Whether a report tells a person beside a body as its head or as who speaks for it."""
    if 0 <= person.start - body.end <= REACH:
        between = text[body.end : person.start]
        titled = TITLED.search(text, max(0, body.start - REACH), body.start)
        return bool(BEFORE.fullmatch(between) or (between in (" ", ", ") and titled))
    if 0 <= body.start - person.end <= REACH:
        return AFTER.fullmatch(text, person.end, body.start) is not None
    return False
