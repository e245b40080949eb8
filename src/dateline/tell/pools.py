"""sentences of a story × main happening -> those that may tell what happened, what came early, and what came since."""

import math
import re
from collections.abc import Sequence
from functools import cached_property

from dateline.english.nouns import FORCE
from dateline.model import SourceSpan
from dateline.tell.aside import is_aside
from dateline.tell.fit import quoted_share
from dateline.tell.near import Nearness, is_current, is_old
from dateline.tell.reactions import REACTIONS
from dateline.tell.still import is_habit
from dateline.tell.taken import without_toll
from dateline.tell.tolls import TOLL
from dateline.tell.unsettled import CAUSE, Answers, is_open, tell_open
from dateline.tell.weigh import Weights

EARLY = 0.6
"""How far in front a sentence stands that tells what else the reports lead with: the first three."""

AS_TOLL, OTHER_TOLL, OUTDATED = 0.5, 0.6, 0.2
"""What a sentence counts as the first of the brief that gives a toll, another than holds now, one that was replaced."""

HARM_ALONE, REACTION, MENTION, ELSEWHERE = 0.6, 0.5, 0.5, 0.5
"""What it counts that says but whom it harmed, who answers, or what is talked of; that tells another happening."""

IN_QUESTION = 0.3
"""What it counts that says what is not known."""

KNOWN = re.compile(rf"^The (?:[\w-]+ )?{FORCE} (?:came|comes|happened|occurred|took place|follow(?:s|ed))\b")
KNOWN_ALREADY = 0.5
"""How a sentence opens that sets a blow, told before it, beside something else: “the attack came as …”, and what it
counts."""

HEADLINED = 1.3
"""What it counts that gives the number of the titles."""


class Pools:
    """The sentences that may tell something of a situation. Each pool is made once and never changed."""

    def __init__(self, near: Nearness) -> None:
        """Nothing looked through yet."""
        self.near, self.told, self.tolls = near, near.told, near.tolls

    @cached_property
    def answers(self) -> Answers:
        """What was not known at first, and when it was."""
        return Answers(self.near)

    @cached_property
    def unanswered(self) -> list[SourceSpan]:
        """All sentences but those that ask what a later report answers."""
        return [s for spans in self.told.body.values() for s in spans if not self.answers.overtake(s)]

    @cached_property
    def leads(self) -> list[SourceSpan]:
        """Those that may open the brief: without their dead and wounded, who are counted apart."""
        return [without_toll(s, self.tolls) for s in self.unanswered]

    @cached_property
    def showing(self) -> list[SourceSpan]:
        """Those of them that tell what happened, and no toll."""
        told = self.told
        shown = (s for s in self.leads if self.near.shows(s) and not self.tolls.differs(s))
        return [s for s in shown if not TOLL.search(told.text(s))]

    @cached_property
    def recent(self) -> list[SourceSpan]:
        """Those of the situation's days, without a count that a later one has replaced."""
        return [s for s in self.unanswered if not self.tolls.outdated(s) and not is_old(s, self.told)]

    @cached_property
    def fresh(self) -> list[SourceSpan]:
        """Those that go beyond the main happening: they tell something of these days, or what came after it, and count
        nobody. A report from before it knows nothing since; a search that came to its end goes on no more."""
        near = self.near
        fresh = (s for s in self.recent if not self.answers.outcome.ends(s))
        fresh = (s for s in fresh if is_current(s, self.told) or near.comes_later(s))
        fresh = (s for s in fresh if near.is_written_after(s) and not is_habit(s, self.told))
        beyond = (s for s in fresh if near.comes_later(s) or not near.tells_again(s))
        return [s for s in beyond if not self.tolls.counts(s)]

    @cached_property
    def early(self) -> list[SourceSpan]:
        """Those of them that reports of the first weeks lead with."""
        told, near = self.told, self.near
        early = (s for s in self.fresh if told.lead(s) > EARLY and not near.long_after(s))
        early = (s for s in early if not TOLL.search(told.text(s)) and not is_open(s, told))
        return [s for s in early if not near.only_answers(s)]

    @cached_property
    def later(self) -> list[SourceSpan]:
        """Those of them that take the story on."""
        near = self.near
        later = (s for s in self.fresh if not near.goes_before(s) and not near.stands_still(s))
        return [s for s in later if near.comes_later(s) or (near.takes_on(s) and not near.is_of_before(s))]

    def turns(self, later: Sequence[SourceSpan]) -> list[SourceSpan]:
        """What reports of weeks after lead with, and of what comes later, what those of the last day do."""
        near = self.near
        late = (s for s in self.recent if near.long_after(s) or (near.is_latest(s) and s in later))
        return [s for s in late if self.told.lead(s) > EARLY and not self.tolls.counts(s)]

    def questions(self, weights: Weights) -> list[SourceSpan]:
        """What the last reports say is not known, and with no count that a later one has replaced."""
        asked = (s for s in tell_open(self.told, weights) if not self.answers.overtake(s))
        return [s for s in asked if not self.tolls.outdated(s)]

    def weight(self, question: SourceSpan) -> float:
        """How much a question counts: more the nearer it is, most where it asks why it happened."""
        asks = self.near.speaks_of(question) and CAUSE.search(self.told.text(question)) is not None
        return self.near.words(question) * (2.0 if asks else 1.0)

    def foremost(self, span: SourceSpan) -> float:
        """How much a sentence counts as the first of the brief: more the further in front it stands and the more others
        lead with its words, and where it tells the main happening with its time and place."""
        told, near, tolls = self.told, self.near, self.tolls
        text, tells = told.text(span), self._tells(span)
        weights = (
            AS_TOLL if TOLL.search(text) else 1.0,
            OTHER_TOLL if tolls.differs(span) else 1.0,
            1.0 if near.shows(span) else HARM_ALONE,
            0.3 + told.echo(span) if len(told.dossier.origins) > 1 else 1.0,
            REACTION if any(need.search(text) for need in REACTIONS) else 1.0,
            MENTION if near.only_mentions(span) else 1.0,
            KNOWN_ALREADY if KNOWN.match(text) else 1.0,
            1.0 if tells else ELSEWHERE * near.words(span),
            HEADLINED if tolls.headlined(span) else 1.0,
            OUTDATED if tolls.outdated(span) else 1.0,
            IN_QUESTION if is_open(span, told) else 1.0,
            1 - quoted_share(text),
            0.4 + told.lead(span),
            1 + tells * (1 + near.places(span)),
        )
        return math.prod(weights)

    def _tells(self, span: SourceSpan) -> bool:
        """Whether a sentence tells the main happening, and not only on the way to something else."""
        own = (e for e in self.told.events_in(span) if self.near.names(e) or self.near.repeats(e))
        return not all(is_aside(e, self.told) for e in own)
