"""members -> Support and Grade: who stands behind a statement, counted so that copies are not agreement.

The four counts are never confused: reports, publishers (families of outlets), origins (texts that rest on one
original) and informants (the persons and bodies quoted). The grades follow the rules of two codebooks that grade
single incidents. Airwars keeps "Fair" for two or more credible sources, "Weak" for a single source and "Contested"
for competing claims; ACLED takes the number of independent sources, not of articles, as support.

- contested: a contradiction names one of the members.
- corroborated: two informants; or two origins that state it in their own voice; or one informant, and another origin
  that states it in its own voice.
- single_source: one informant, and no origin beside those that quote it.
- unattributed: the writers of one origin state it and quote nobody.
"""

import re
from collections.abc import Iterable, Sequence

from dateline.merge.situation import Situation
from dateline.model import Event, Figure, Grade, Support

HOST = re.compile(r"^(?:https?://)?(?:www\d?\.|m\.|edition\.|news\.)*([^/:]+)")
TOP_LEVEL = re.compile(r"(?:\.(?:com|org|net|co|gov|info|news|tv|int|edu|ac))?(?:\.[a-z]{2})?$")


def publisher(situation: Situation, report: str) -> str:
    """The outlet family of a report: its name or host without www, country and case; the report itself if unknown."""
    known = situation.reports[report]
    name = known.outlet or known.url
    if not name:
        return report
    match = HOST.match(name.casefold().strip())
    plain = TOP_LEVEL.sub("", match.group(1)) if match else name.casefold()
    return re.sub(r"^the |[\W_]+|(?<=.)(?:news|online|english)$", "", plain) or plain


class Backing:
    """Who stands behind some members: each with its report and the claim it is made in, if any."""

    def __init__(self, members: Iterable[Event | Figure], situation: Situation) -> None:
        """Count the members."""
        self.reports: set[str] = set()
        self.voices: set[str] = set()
        self.origins: set[str] = set()
        self.own_voice: set[str] = set()
        quoting: set[str] = set()
        for member in members:
            self.reports.add(member.report)
            origin = situation.origin_of.get(member.report, member.report)
            self.origins.add(origin)
            voice = voice_of(member, situation)
            if voice:
                self.voices.add(voice)
                quoting.add(origin)
            else:
                self.own_voice.add(origin)
        self.silent = self.own_voice - quoting
        self.publishers = {publisher(situation, r) for r in self.reports}

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
        if len(self.voices) >= 2 or len(self.own_voice) >= 2 or (self.voices and self.silent):
            return "corroborated"
        return "single_source" if self.voices else "unattributed"


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
