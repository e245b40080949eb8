"""members -> Support and Grade: who stands behind a statement, counted so that copies are not agreement.

The four counts are never confused: reports, publishers (families of outlets), origins (texts that rest on one
original) and informants (the persons and bodies quoted). The grades follow the rules of two codebooks that grade
single incidents. Airwars keeps "Fair" for two or more credible sources, "Weak" for a single source and "Contested"
for competing claims; ACLED takes the number of independent sources, not of articles, as support.

- contested: a contradiction names one of the members.
- corroborated: two informants; or two origins that state it in their own voice; or one informant, and another origin
  that states it in its own voice. Origins that one publisher alone has, or that share a sentence, are one here.
- single_source: one informant, and no origin beside those that quote it.
- unattributed: the writers of one origin state it and quote nobody.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import chain, combinations, product
from typing import NamedTuple

from dateline.merge.happenings.clues import points_back
from dateline.merge.informants import informants
from dateline.merge.namings import lemma
from dateline.merge.situation import Situation
from dateline.merge.words import WORD
from dateline.model import FACTS, Event, Figure, Grade, Support


def publisher(situation: Situation, report: str) -> str:
    """The publisher of a report; the report itself if unknown."""
    return situation.reports[report].publisher or report


class Text(NamedTuple):
    """Of one origin, who published it and in which sentences it tells of the members."""

    publishers: set[str]
    sentences: set[tuple[str, ...]]

    def independent(self, other: "Text") -> bool:
        """Whether two origins have more than one publisher between them, and each a sentence that is not the other's:
        two papers with one sentence make one statement."""
        return (
            len(self.publishers | other.publishers) > 1
            and not self.sentences <= other.sentences
            and not other.sentences <= self.sentences
        )


class Backing:
    """Who stands behind some members: each with its report and the claim it is made in, if any."""

    def __init__(self, members: Iterable[Event | Figure], situation: Situation) -> None:
        """Count the members. Informants and writers are those of the members that state it, where any do; the title of
        a page that tells no story vouches for nothing."""
        told = list(members)
        self.reports = {m.report for m in told}
        self.publishers = {publisher(situation, r) for r in self.reports}
        told = [m for m in told if m.report in situation.origin_of or m.report not in situation.bare_titles]
        self.origins = {situation.origin_of.get(m.report, m.report) for m in told}
        said: dict[str, dict[tuple[str, ...], set[str]]] = {}
        self.own_voice: set[str] = set()
        self._quoting: set[str] = set()
        self._texts = {o: Text(set(), set()) for o in self.origins}
        for member in _stating(told, situation):
            origin = situation.origin_of.get(member.report, member.report)
            self._texts[origin].publishers.add(publisher(situation, member.report))
            self._texts[origin].sentences.add(_sentence(member, situation))
            voice = voice_of(member, situation)
            if voice:
                said.setdefault(voice, {}).setdefault(_sentence(member, situation), set()).add(member.report)
                self._quoting.add(origin)
            else:
                self.own_voice.add(origin)
        self.voices = informants(said, situation)

    def support(self) -> Support:
        """The four counts."""
        return Support(
            reports=len(self.reports),
            publishers=len(self.publishers),
            origins=len(self.origins),
            informants=len(self.voices),
        )

    def grade(self, *, contested: bool = False) -> Grade:
        """The grade by the rules above."""
        if contested:
            return "contested"
        writers = sorted(self.own_voice)
        silent = [o for o in writers if o not in self._quoting]
        pairs = chain(combinations(writers, 2), product(silent, sorted(self._quoting)))
        if len(self.voices) >= 2 or any(self._texts[a].independent(self._texts[b]) for a, b in pairs):
            return "corroborated"
        return "single_source" if self.voices else "unattributed"


HELD = frozenset(lemma(w) for w in "captive hostage detainee prisoner inmate abductee internee".split())
"""Nouns for people by what was done to them: they are called so long after."""

UNTOLD = re.compile(
    r"(?i)\b(?:(?:ha[sd]|have) no (?:\w+ )?(?:information|knowledge|details|word)|"
    r"(?:could|can|would|did)(?: not|not|n['’]t) (?:\w+ly )?(?:confirm|verify|comment)|"
    r"(?:declined|refused) to (?:\w+ly )?(?:confirm|verify|comment))\b[^.;]*$"
)
"""Words behind which somebody only says that he does not say it."""


def states(member: Event | Figure, situation: Situation) -> bool:
    """Whether a member says that it happened. Who only calls people what became of them (“the captives”) does not,
    nor who has no information on it. A speaker who takes it up (“condemned the raid”), denies it or asks for it vouches
    for nothing; who denies it vouches for its not happening."""
    if isinstance(member, Event) and (lemma(member.trigger.text) in HELD or _is_untold(member, situation)):
        return False
    claim = situation.claims.get(member.claim or "")
    if claim is None or isinstance(member, Figure):
        return True
    if claim.stance in ("denies", "doubts", "asks"):
        return claim.stance == "denies" and member.status == "negated"
    return not points_back(member, situation)


def _is_untold(event: Event, situation: Situation) -> bool:
    """Whether what leads up to a trigger says that somebody has nothing to say of it."""
    text = situation.reports[event.report].text
    return UNTOLD.search(text, event.sentence.start, event.trigger.start) is not None


def _stating(members: Sequence[Event | Figure], situation: Situation) -> Sequence[Event | Figure]:
    """The members that state it, where any do. A plan states nothing of what came true."""
    stating = [m for m in members if states(m, situation)] or members
    return [m for m in stating if isinstance(m, Figure) or m.status in FACTS] or stating


SHORT = 6
"""Words of a sentence below which two writers may well hit on the same."""


def _sentence(member: Event | Figure, situation: Situation) -> tuple[str, ...]:
    """The words of a member's sentence; of a short one, where it stands."""
    at = member.trigger.start if isinstance(member, Event) else member.start
    here = situation.sentence_at(member.report, at)
    words = WORD.findall(situation.reports[member.report].text[here.start : here.end].casefold()) if here else ()
    return tuple(words) if len(words) >= SHORT else (member.report, str(at))


def voice_of(member: Event | Figure, situation: Situation) -> str | None:
    """Who is quoted for an event or figure: the figure's source, else the speaker of the claim it stands in. A headline
    that repeats a number of its report has the voice of that number."""
    if isinstance(member, Event):
        return situation.voice(member.claim)
    own = situation.informant(member.source) or situation.voice(member.claim)
    if own is not None or (size := _number(member)) is None:
        return own
    same = (f for f in situation.counted[member.report] if f.what == member.what and _number(f) == size)
    voices = (situation.informant(f.source) or situation.voice(f.claim) for f in same)
    return next((v for v in voices if v is not None), None)


def _number(figure: Figure) -> int | None:
    return figure.best if figure.best is not None else figure.low


def entities_of(voices: Sequence[str] | set[str], situation: Situation) -> tuple[str, ...]:
    """The voices that are entities, sorted."""
    return tuple(sorted(v for v in voices if v in situation.entities))
