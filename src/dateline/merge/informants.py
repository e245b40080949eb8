"""voices -> informants: those that are one, or speak for one, counted once."""

import re
from collections.abc import Mapping

from dateline.merge.situation import Situation
from dateline.merge.words import head_word, stems
from dateline.model import Entity

Said = Mapping[str, Mapping[tuple[str, ...], set[str]]]
"""The reports of each sentence of each voice."""

PAPER = re.compile(
    r"(?i)(?:the|its|their|this|that|an?)\s+(?:[\w’'-]+\s+){0,2}(?:bulletin|statement|communiqu[eé]|news release|"
    r"press release|website|web ?site|report|document|letter)"
)
"""What a body says something in: “the bulletin”, “its website”."""

AND = re.compile(r",?\s+and\s+(?:the\s+)?")

BODIES = frozenset({"org", "group", "facility", "media"})


def informants(said: Said, situation: Situation) -> set[str]:
    """The voices without those that are another one by other words."""
    kept: list[str] = []
    for voice in sorted(_distinct(said), key=lambda v: (v not in situation.proper, _is_paper(v, situation), v)):
        if not any(_is_word_of(voice, other, said, situation) for other in kept):
            kept.append(voice)
    return {v for v in kept if not any(_is_among(v, w, said, situation) for w in kept if w != v)}


def speak_together(one: str | None, two: str | None, situation: Situation) -> bool:
    """Whether one of two voices is that of several, the other among them: “state media and the observatory”."""
    for joint, alone in ((one, two), (two, one)):
        halves = AND.split(situation.name(joint) or "") if joint not in situation.proper else []
        named = situation.entities.get(alone or "")
        if len(halves) > 1 and named is not None:
            names = _all_names(named) or stems(named.name)
            if any((words := stems(half)) and words <= names for half in halves):
                return True
    return False


def _distinct(said: Said) -> set[str]:
    """The voices, without those that say nothing but what another one says in the very sentences of other reports: a
    witness whom nobody names is one in both."""
    kept: dict[tuple[str, ...], list[str]] = {}
    for voice in sorted(said, key=lambda v: (-len(said[v]), v)):
        rivals = kept.get(min(said[voice]), ())
        if not any(all(r.isdisjoint(said[k].get(s, r)) for s, r in said[voice].items()) for k in rivals):
            for sentence in said[voice]:
                kept.setdefault(sentence, []).append(voice)
    return {voice for voices in kept.values() for voice in voices}


def _is_word_of(voice: str, other: str, said: Said, situation: Situation) -> bool:
    """Whether a voice without a name is another one, or only what that one says something in."""
    if voice in situation.proper:
        return False
    if _is_paper(voice, situation):
        return not _reports(voice, said).isdisjoint(_reports(other, said))
    if other in situation.proper and _is_called(voice, other, situation):
        return True
    return _is_told_again(voice, other, said, situation) and _is_described(voice, other, said, situation)


def _is_paper(voice: str, situation: Situation) -> bool:
    entity = situation.entities.get(voice)
    return (
        voice not in situation.proper and entity is not None and all(PAPER.fullmatch(m.text) for m in entity.mentions)
    )


def _is_called(voice: str, body: str, situation: Situation) -> bool:
    """Whether a body without a name goes by words of the name of another: “the observatory” beside the Coastal
    Observatory."""
    one, two = situation.entities.get(voice), situation.entities.get(body)
    if one is None or two is None or one.type not in BODIES or two.type not in BODIES:
        return False
    words = stems(one.name)
    return bool(words) and words <= _all_names(two)


def _all_names(body: Entity) -> frozenset[str]:
    return stems(" ".join([body.name, *(m.text for m in body.mentions if m.form == "name")]))


def _is_told_again(voice: str, other: str, said: Said, situation: Situation) -> bool:
    """Whether two are quoted in different reports of one original or one publisher: “a source at the port” is one to
    whoever writes twice; in one report the second is told apart by being told anew."""
    one, two = _reports(voice, said), _reports(other, said)
    return one.isdisjoint(two) and not _houses(one, situation).isdisjoint(_houses(two, situation))


def _is_described(voice: str, other: str, said: Said, situation: Situation) -> bool:
    """Whether two are of one description: “her father” in one report, “her father Bo Roy” in another."""
    if other not in situation.proper:
        return _name(voice, situation) == _name(other, situation)
    words, reports = stems(_name(voice, situation)), _reports(other, said)
    claims = (c for c in situation.resolution.claims if c.report in reports and c.source and c.source.entity == other)
    return bool(words) and any(words <= stems(c.source.text or "") for c in claims if c.source)


def _houses(reports: frozenset[str], situation: Situation) -> frozenset[str]:
    """The originals and the publishers of some reports."""
    origins = {situation.origin_of.get(r, r) for r in reports}
    return frozenset(origins | {p for r in reports if (p := situation.reports[r].publisher)})


def _is_among(voice: str, others: str, said: Said, situation: Situation) -> bool:
    """Whether a voice without a name is one of a group that its report quotes: “one porter” beside “porters”."""
    if voice in situation.proper or others in situation.proper:
        return False
    one, many = (head_word(_name(v, situation)).casefold() for v in (voice, others))
    if not many.endswith(("s", "men")) or one != (f"{many[:-2]}an" if many.endswith("men") else many[:-1]):
        return False
    return _reports(voice, said) <= _reports(others, said)


def _name(voice: str, situation: Situation) -> str:
    """What somebody without a name is called; the words themselves where they are nobody's."""
    return (situation.name(voice) or voice).removesuffix(" (unnamed)")


def _reports(voice: str, said: Said) -> frozenset[str]:
    return frozenset().union(*said[voice].values())
