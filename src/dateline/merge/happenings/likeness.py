"""Clue, Clue -> how much speaks for one happening.

Points are log-odds: what they sum to says how many of such pairs are one (0 is one in two, 1.1 three in four). They
were set by hand, judged on the gold clusters and checked on ECB+ (evals/ecb.py).
"""

from math import log

from dateline.merge.happenings.apart import ON_THE_MOVE
from dateline.merge.happenings.clues import Clue
from dateline.merge.happenings.forbidding import one_blow, scene, stand
from dateline.merge.happenings.lasting import lasts, of_old
from dateline.merge.kinds import MOVES, SPEECH
from dateline.merge.namings import LIGHT, TOLL_STEMS
from dateline.merge.situation import Situation
from dateline.model import FACTS
from dateline.model.edtf import overlap, width
from dateline.model.kinds import ACTS, BLOWS, HARM

ENOUGH = 1.1
"""The evidence that merges: three such pairs of four are one. A wrong link is a fault, a missing one is not."""

ON_AVERAGE = 0.5
"""The evidence that two groups need on average over their pairs: six such pairs of ten are one."""

AGAINST = -3.0
"""Points of a pair that cannot be one."""

COMPARABLE = 0.6
"""The evidence that two statements speak of one happening, enough to set them against each other."""

WORDING = 3.5
"""The most that wording can add: a pair that lacks more is not looked at further."""

COPIED = 0.6
"""The share of words beyond which two sentences are copies: then another trigger is another happening in them."""

COPY = 1.5
"""Points for one trigger between the same words: both reports were written from one text."""

BARE = 1.5
"""Points against a word that two reports have in common, and nothing else that they state."""

OLD = 3.0
"""Points against such a word where one is dated long before the news that tells the other."""

ONE_EXODUS = 1.5
"""Points for two that tell of people on the move at one place: “left”, “bused out”, “given safe passage”."""

WEEK = 7
"""Days of the longest stretch that tells one thing from others of its name."""

BRIEF = 6.0
"""Mentions of events in a short report: of fewer the number says nothing."""

STALE = 14
"""Days after which what a report opens with, or tells without a day, is other news than what an earlier one told."""


def likeness(a: Clue, b: Clue, situation: Situation) -> float:
    """The evidence, in points, that two clues are one happening; compare with ENOUGH."""
    points = standing(a, b, situation)
    return points if points + WORDING < ENOUGH else points + _wording(a, b, situation)


def bareness(a: Clue, b: Clue, situation: Situation) -> float:
    """Points against two mentions of two reports that go by one word and state nothing in common that tells which is
    meant: where one is dated long before the other's news, or neither points back (“the deal” does, “deals” do not);
    the fewer, the more their sentences are alike. Of a word worn by many parties, a town and a day carried over tell
    nothing either."""
    worn = bool(a.triggers & b.triggers) and a.triggers & b.triggers <= situation.worn
    if _shared(a, b) or (not worn and _stated(a, b, situation)):
        return 0.0
    unlike = max(0.0, 1 - _shared_words(a, b, situation, but=a.triggers | b.triggers) / COPIED)
    if of_old(a, b) or of_old(b, a):
        return OLD * unlike
    told = (a.lead and b.lead) or (a.top and b.top) or (not worn and (a.definite or b.definite))
    return 0.0 if told else BARE * unlike


def _shared(a: Clue, b: Clue) -> bool:
    """Whether the words of both name one party, one thing, one spot or one count, or give days that meet."""
    return bool(
        (a.actors | a.targets) & (b.actors | b.targets)
        or a.names & b.names
        or a.numbers & b.numbers
        or a.matter & b.matter
        or a.wordings & b.wordings
        or a.spots & b.spots
        or (a.days and b.days and overlap(a.days, b.days) and max(width(a.days), width(b.days)) <= WEEK)
    )


def _stated(a: Clue, b: Clue, situation: Situation) -> bool:
    """Whether both are told of one place below a country, or the one gives a day that was carried over to the other."""
    places = (p for p in (a.places & b.places) | (a.about & b.about) if p in situation.places)
    return _carried(a, b) or any(not situation.is_country(p) for p in places)


def _carried(a: Clue, b: Clue) -> bool:
    """Whether one gives in its own words a day that was carried over to the other."""
    days, others = a.days or a.around, b.days or b.around
    if bool(a.days) == bool(b.days) or days is None or others is None:
        return False
    return overlap(days, others) and max(width(days), width(others)) <= 1


def standing(a: Clue, b: Clue, situation: Situation) -> float:
    """The evidence without the wording of the two sentences."""
    where = scene(a, b, situation)
    points = _prior(situation) + _naming(a, b) + {"same": 0.7, "near": 0.2, "open": 0.0, "apart": -2.0}[where]
    if where == "open" and a.about and b.about:
        points += 0.2 if a.about & b.about else -0.7 if stand(a.about, b.about, situation) == "apart" else -0.3
    points += _days(a, b) + _status(a, b)
    points += _parties(a, b)
    points += _speakers(a, b) + _counts(a, b)
    points += _matter(a, b) + (ONE_EXODUS if where == "same" and _one_exodus(a, b) else 0.0)
    points -= 1.2 if a.plural and b.plural and a.plural.isdisjoint(b.plural) else 0.0
    if a.reports.isdisjoint(b.reports) and where != "apart":
        if a.news is None or b.news is None or overlap(a.news, b.news, slack=STALE):
            points += 1.0 if a.lead and b.lead else 0.0
            points += 0.8 if a.top and b.top else 0.0
        else:
            points -= 2.0 if a.lead and b.lead and not (a.days and b.days) else 0.0
            points -= 1.0 if not (a.days or a.around) or not (b.days or b.around) else 0.0
        points -= 1.0 if (a.aside and b.top) or (b.aside and a.top) else 0.0
        points += 0.5 if a.definite and b.definite else 0.0
    return points


def _prior(situation: Situation) -> float:
    """Before anything is known of a pair but that its reports are of one story: the more a report tells, the less."""
    return -0.5 * log(max(BRIEF, situation.told))


def _naming(a: Clue, b: Clue) -> float:
    """What the two are called: the same word, a word of one family or weapon, the same kind."""
    same = bool(a.triggers & b.triggers)
    points = _word(a, b) if same else 1.6 if a.weapons & b.weapons else _family(a, b)
    if a.kinds & b.kinds & HARM and a.targets & b.targets:
        points += 1.2
    if a.triggers <= LIGHT or b.triggers <= LIGHT:
        return points - 0.3
    if a.kinds & b.kinds - HARM or (_harm(a) and _harm(b)):
        return points + (0.0 if _harm(a) or _harm(b) else 0.5 if points else 0.2)
    if a.kinds & BLOWS and b.kinds & BLOWS:
        return points + ((0.5 if points else 0.2) if one_blow(a, b) else -1.0)
    return points if same else points - 0.5


def _word(a: Clue, b: Clue) -> float:
    """A word in common. Verbs of little meaning are said of everything, unless the reader saw one kind in both;
    “killed” and “attack” are said of every blow."""
    same = a.triggers & b.triggers
    if same <= LIGHT:
        return 1.2 if {k for k in a.kinds & b.kinds if k[0] != "~"} else 0.6
    if same <= TOLL_STEMS or _harm(a) or _harm(b):
        return 1.2
    attack = a.kinds & BLOWS and b.kinds & BLOWS and a.namings & b.namings == {"attack"}
    return 1.6 if attack else 2.2


def _family(a: Clue, b: Clue) -> float:
    """Words that writers exchange for each other."""
    if not a.namings & b.namings:
        return 0.0
    return 0.4 if _harm(a) or _harm(b) else 1.4


def _harm(clue: Clue) -> bool:
    """Whether a clue tells of harm and nothing else, in a word for harm."""
    return clue.kinds <= HARM and clue.triggers <= TOLL_STEMS


def _wording(a: Clue, b: Clue, situation: Situation) -> float:
    """Rare words in common and the nearness of the triggers' vectors; never more than WORDING. Of two scenes apart,
    like wording of the rest proves nothing."""
    words = _shared_words(a, b, situation)
    if scene(a, b, situation) == "apart":
        words = 0.0
    elif words > COPIED and a.triggers.isdisjoint(b.triggers) and _frames(a).isdisjoint(_frames(b)):
        words = 0.3
    points = 1.5 * words + (COPY if a.wordings & b.wordings else 0.0)
    close = situation.wording.nearness(a.vectors, b.vectors)
    if close is not None:
        points += max(-0.5, min(0.5, 2.0 * (close - situation.wording.closeness)))
    return points


def _frames(clue: Clue) -> frozenset[tuple[tuple[str, ...], tuple[str, ...]]]:
    """The words on either side of its triggers: a copy that changes one word between them tells the same."""
    return frozenset((before, after) for before, _, after in clue.wordings)


def _one_exodus(a: Clue, b: Clue) -> bool:
    """Whether two reports tell of people who leave, one by a word that says so, the other by any word for moving; but
    who flees is not who is led away."""
    moving = a.kinds & MOVES and b.kinds & MOVES and a.reports.isdisjoint(b.reports)
    return bool(moving) and a.triggers.isdisjoint(b.triggers) and a.namings | b.namings == {"evacuate"}


def _days(a: Clue, b: Clue) -> float:
    """Days the sentences give, else days carried over to both."""
    if lasts(a, b):
        return 0.8
    if a.days and b.days:
        if not overlap(a.days, b.days):
            return -0.8
        wide, narrow = max(width(a.days), width(b.days)), min(width(a.days), width(b.days))
        return 0.9 if wide <= 3 else -1.0 if narrow <= 3 and wide > 20 else 0.4
    if a.around is None or b.around is None:
        return 0.0
    return 0.6 if overlap(a.around, b.around, slack=1) else -1.0 if overlap(a.around, b.around, slack=STALE) else -2.5


def _status(a: Clue, b: Clue) -> float:
    """A plan and its fulfilment may be stages of one happening, but two reports rarely differ so by chance; and what
    neither tells as more than thinkable (“possible sanctions”) is seldom the same."""
    if a.statuses == b.statuses == {"hypothetical"}:
        return -1.0
    if not a.statuses.isdisjoint(b.statuses):
        return 0.0
    if a.statuses | b.statuses <= FACTS:
        return -0.3
    planned = "planned" in a.statuses | b.statuses and not a.triggers.isdisjoint(b.triggers)
    return -1.0 if planned else -1.7


def _parties(a: Clue, b: Clue) -> float:
    """Who does it and to whom. A clash has two sides, of which either is told first."""
    if "armed_clash" in a.kinds & b.kinds:
        one, two = (frozenset(p for p in c.actors | c.targets if p[0] != "?") for c in (a, b))
        return _people(one, two, same=0.6, other=-0.8)
    act = bool(a.kinds & ACTS and b.kinds & ACTS)
    whom = _people(a.targets, b.targets, same=0.6, other=-0.2)
    return whom + _people(a.actors, b.actors, same=0.4, other=-1.5 if act else -0.8)


def _people(a: frozenset[str], b: frozenset[str], *, same: float, other: float) -> float:
    """Who fills a role. A name against a description (“the fighters”) says nothing: it may be the same."""
    if not a or not b:
        return 0.0
    if shared := a & b:
        return same if any(not p.startswith("~") for p in shared) else same / 2
    named, others = (any(p[0] not in "?~" for p in side) for side in (a, b))
    described, rest = (any(p[0] == "?" for p in side) for side in (a, b))
    return other if (named and others) or (described and rest and not named and not others) else 0.0


def _speakers(a: Clue, b: Clue) -> float:
    """What is said is its speaker's: two warnings that name no speaker in common are seldom one, whatever they warn of.
    An inquiry is the same whoever tells of it."""
    said = a.kinds & SPEECH and b.kinds & SPEECH and "investigate" not in a.namings | b.namings
    return -1.2 if said and a.actors.isdisjoint(b.actors) else 0.0


def _matter(a: Clue, b: Clue) -> float:
    """What is said of two matters is not one; and a storm is its name, wherever it has come to."""
    if not a.matter or not b.matter:
        return 0.0
    shared = a.matter & b.matter
    return 2.5 if any(m[0] == "=" for m in shared) else 0.0 if shared else -2.5


def _counts(a: Clue, b: Clue) -> float:
    """A count in common; or counts of people who move of which one is more than twice the other."""
    if a.numbers & b.numbers:
        return 0.5
    pairs = [(n, m) for what, n in a.numbers for other, m in b.numbers if what == other and what in ON_THE_MOVE]
    gaps = [max(pair) / max(1, min(pair)) for pair in pairs]
    return -0.8 if gaps and min(gaps) > 2 else 0.0


def _shared_words(a: Clue, b: Clue, situation: Situation, *, but: frozenset[str] = frozenset()) -> float:
    """The share of rare words in common. `but`: words that do not count."""
    return situation.wording.alike(a.words - but, b.words - but)
