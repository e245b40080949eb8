"""entities -> the body behind each spokesman or chief: what he says is its word, and no second informant's."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dateline.model import Entity

SPOKESMAN = re.compile(r"(?i)\bspokes\w+")
BODIES = ("org", "group", "media", "facility")
OFFICE = re.compile(
    r"\b(?:chief|head|boss|ceo|commander|director(?:-general)?|manager|administrator|chair(?:man|woman|person)?|"
    r"spokes\w+)\b"
)
OF = re.compile(r"\s+(?:of|for)\s+(?:the\s+)?")
BEHIND = re.compile(r"(?:['’]s?)?\s+$")
THEN = re.compile(r",?\s+")
BEFORE = re.compile(r",?\s+(?:(?:the|its|an?)\s+)?$")


def spoken_for(
    entities: Sequence[Entity],
    proper: Iterable[str],
    named: Mapping[tuple[str, str], Sequence[int]],
    texts: Mapping[str, str],
) -> dict[str, str]:
    """The one body that the name of each unnamed spokesman holds, or whose chief somebody with a name is called.
    `proper`: the entities with a name; `named`: where each entity is mentioned in each report."""
    known = frozenset(proper)
    bodies = [e.id for e in entities if e.type in BODIES and e.id in known]
    led: dict[str, set[str]] = {}
    for person, body in _chiefs([e for e in entities if e.id in known], texts):
        led.setdefault(person, set()).add(body)
    for speaker in entities:
        if speaker.type != "person" or speaker.id in known:
            continue
        called = [m for m in speaker.mentions if SPOKESMAN.search(m.text)]
        led[speaker.id] = {
            b for b in bodies for m in called if any(m.start <= at < m.end for at in named.get((b, m.report), ()))
        }
    return {speaker: min(inside) for speaker, inside in led.items() if len(inside) == 1}


def _chiefs(entities: Sequence[Entity], texts: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Persons and the bodies that a report calls them chief of, right beside their names: “Council head Ann Lee”, “head
    of the Council Ann Lee”, “Ann Lee, the head of the Council”."""
    starts: dict[tuple[str, int], tuple[str, int]] = {}
    ends: dict[tuple[str, int], str] = {}
    persons, bodies = ({e.id for e in entities if e.type in types} for types in (("person",), BODIES))
    for entity in entities:
        for m in entity.mentions:
            if m.form == "name" and (entity.id in persons or entity.id in bodies):
                starts[m.report, m.start] = (entity.id, m.end)
                ends[m.report, m.end] = entity.id
    for report, text in texts.items():
        for office in OFFICE.finditer(text):
            of = OF.match(text, office.end())
            body, end = starts.get((report, of.end()), ("", 0)) if of else (None, office.end())
            if body is None:
                body = _ending(report, text, office.start(), BEHIND, ends)
            then = THEN.match(text, end)
            after = starts.get((report, then.end()), ("", 0))[0] if then else ""
            before = _ending(report, text, office.start(), BEFORE, ends) if of else ""
            for person in {after, before} & persons:
                if body in bodies:
                    yield person, body


def _ending(report: str, text: str, at: int, joint: re.Pattern[str], ends: Mapping[tuple[str, int], str]) -> str:
    """Who is named up to the joint that ends at an offset."""
    match = joint.search(text, max(0, at - JOINT), at)
    return ends.get((report, match.start()), "") if match else ""


JOINT = 8
"""Characters that a joint between two names takes at most: “, its ”."""
