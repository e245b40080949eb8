"""Figure mentions -> figures: what is counted, where, when, who says so, and whether it is a stock, a flow, a toll."""

import re
from collections.abc import Iterable, Mapping, Sequence

from dateline.model import Event, EventKind, Figure, FigureMention, Measure, Range, Span, What, make_id
from dateline.model.kinds import DEADLY
from dateline.resolve.attach.tallies import own_place
from dateline.resolve.attach.voices import source_of, speak_for_title
from dateline.resolve.claims import Sayings
from dateline.resolve.entities.cast import Cast
from dateline.resolve.entities.extents import PRONOUNS
from dateline.resolve.entities.page import Page
from dateline.resolve.times import Narrative
from dateline.resolve.where.abroad import FOREIGN
from dateline.resolve.where.struck import COUNTED_OF_DISASTER, DEAD_OF_WAR, OF_DISASTER, OF_WAR, TOLL_OF_WAR
from dateline.resolve.where.where import IN_SENTENCE, OWN_WORDS, Where

TOLLS: frozenset[What] = frozenset({"killed", "died", "injured", "missing", "captured", "surrendered", "destroyed"})
STOCKS: frozenset[What] = frozenset({"present", "population", "trapped", "held_territory", "deployed", "affected"})
MOVES: frozenset[What] = frozenset({"displaced", "evacuated", "arrived", "returned", "withdrawn", "aid"})
FATES: frozenset[What] = TOLLS | MOVES - {"aid"} | {"trapped", "affected", "present", "deployed", "protested"}
"""What a count may tell of that has a place, though no words give it."""
SO_FAR = re.compile(
    r"(?i)\b(?:so far|since|in total|altogether|a total of|overall|to date|already|bringing|brings|the number of|"
    r"(?:have|has|had) (?:now |already )?(?:been|fled|left|arrived|returned|reached|crossed))\b"
)
STAY = re.compile(
    r"(?i)\b(?:living|lives?|staying|shelter(?:s|ed|ing)?|remain(?:s|ed|ing)?|held|hosts?|hosting|housed?|home to|"
    r"there (?:are|were)|still|in (?:the )?camps?)\b"
)
DETERMINERS = re.compile(
    r"(?i)^(?:of|the|their|its|his|her|these|those|our|more|than|others?|another|an|a|any|many|several|some|few|most|"
    r"all|both|nearly|almost|about|around|over|at least|up to|one|number of|majority of|dozens|hundreds|thousands|"
    r"[\d,.]+)\s+"
)
DANGLING = re.compile(r"(?i)\s+(?:of|in|from|at|on|the|an?)$")
"""What is left of a phrase behind the noun that was cut away: “islands of the (northern) chain”."""
NO_NUMBER = frozenset({"the", "a", "an", "this", "that"})
"""Texts that count nothing, though they were read as a figure."""
KINDS: dict[What, frozenset[EventKind]] = {
    "killed": DEADLY | {"death"},
    "died": DEADLY | {"death"},
    "injured": DEADLY | {"injury", "protest", "death"},
    "missing": frozenset({"abduction", "accident", "hazard"}),
    "captured": frozenset({"arrest", "abduction", "capture_territory"}),
    "surrendered": frozenset({"surrender"}),
    "displaced": frozenset({"displacement", "evacuation"}),
    "evacuated": frozenset({"evacuation", "displacement", "arrival"}),
    "arrived": frozenset({"arrival", "displacement", "evacuation"}),
    "returned": frozenset({"arrival"}),
    "trapped": frozenset({"coercion", "armed_clash", "accident", "hazard"}),
    "protested": frozenset({"protest", "riot"}),
    "deployed": frozenset({"deployment"}),
    "withdrawn": frozenset({"withdrawal", "evacuation"}),
    "destroyed": frozenset({"destruction", "shelling", "air_strike", "bombing"}),
    "held_territory": frozenset({"capture_territory"}),
    "aid": frozenset({"aid"}),
    "support": frozenset({"politics", "support"}),
}
"""Event kinds that a count of this can belong to, the likeliest ones alone."""


def resolve_figures(
    page: Page,
    counts: Iterable[FigureMention],
    cast: Cast,
    said: Sayings,
    events: Sequence[Event],
    where: Where,
    struck: str | None,
    narrative: Narrative,
) -> list[Figure]:
    """The figures of one report's counts, in text order."""
    by_sentence: dict[int, list[Event]] = {}
    for each in events:
        by_sentence.setdefault(page.sentence_range(each.trigger.start).start, []).append(each)
    found: list[Figure] = []
    for figure in counts:
        if figure.text.lower() in NO_NUMBER:
            continue
        sentence = page.sentence_range(figure.start)
        event = event_of(figure, by_sentence.get(sentence.start, ()))
        claim, source = source_of(page, figure, said, cast)
        place, place_why = place_of(figure, event, where, struck)
        time, time_why = time_of(figure, event, narrative)
        found.append(
            Figure(
                id=figure_id(page.report.id, figure),
                report=page.report.id,
                start=figure.start,
                end=figure.end,
                text=figure.text,
                low=figure.low,
                best=figure.best,
                high=figure.high,
                qualifier=figure.qualifier,
                unit=figure.unit,
                what=figure.what,
                of=counted(figure),
                place=place,
                time=time,
                claim=claim.id if claim is not None else None,
                source=source,
                measure=measure_of(page, figure, sentence),
                increment=figure.increment,
                event=event.id if event else None,
                place_why=place_why,
                time_why=time_why,
                confidence=figure.confidence,
            )
        )
    return speak_for_title(page, found)


def figure_id(report: str, figure: FigureMention) -> str:
    """An id of the report and the words."""
    return make_id("f", report, figure.start, figure.end)


def place_of(figure: FigureMention, event: Event | None, where: Where, struck: str | None) -> tuple[str | None, str]:
    """The place that its own words name ("and 40 in Halba"), unless its event is told to be somewhere in that; the
    country of the war whose dead it counts, the place of the event that the figure belongs to, or else of its sentence;
    what people did or underwent is put where the report plays, what a disaster did in all of its country (`struck`),
    while money, documents or people at large are nowhere unless a sentence says so."""
    here, here_why = (event.place, event.place_why) if event is not None else (None, "")
    own = own_place(where, figure, placed=here is not None)
    if own is not None and (here is None or not where.atlas.lies_in(here, own)):
        return own, OWN_WORDS
    if figure.what in ("killed", "died") and is_of_war(figure, where.page):
        told = here or where.focus
        return where.atlas.country_of(told) if told is not None else None, OF_WAR
    if here is not None and (figure.unit != "money" or here_why in (OWN_WORDS, IN_SENTENCE)):
        return here, "its event's place"
    if here_why == FOREIGN:
        return None, FOREIGN
    span = Span(start=figure.start, end=figure.end, text=figure.text)
    put = where.local(span, None, where.page.sentence_range(figure.start), None)
    if put.place is not None:
        return put.place, put.why
    if figure.what in COUNTED_OF_DISASTER and struck is not None:
        return struck, OF_DISASTER
    if figure.what not in FATES:
        return None, "no place is told for it"
    return where.about(figure.start)[:2]


def is_of_war(figure: FigureMention, page: Page) -> bool:
    """Whether a count is that of all who died in a war, which no one blow killed."""
    sentence = page.sentence_range(figure.start)
    before, after = page.text[sentence.start : figure.start], page.text[figure.end : sentence.end]
    return TOLL_OF_WAR.search(before) is not None or DEAD_OF_WAR.match(after) is not None


def time_of(figure: FigureMention, event: Event | None, narrative: Narrative) -> tuple[str | None, str]:
    """The time of a relative clause behind its event that holds the figure, of the event that the figure belongs to, or
    else of its own words; what is only planned has none."""
    at = Range(start=figure.start, end=figure.end)
    if event is not None and (inner := narrative.time_in_clause(at, event.trigger)) is not None:
        return inner
    if event is not None and event.time is not None:
        return event.time, "its event's time"
    if event is not None and event.status in ("planned", "hypothetical"):
        return None, event.time_why
    return narrative.time_of(at)


def counted(figure: FigureMention) -> str | None:
    """Who or what is counted, as a short noun phrase of the text."""
    text = figure.counted.text if figure.counted is not None else ""
    text = re.split(r",(?!\d)|[;:(]|\s(?:who|which|that|including)\s", text)[0].strip()
    while (cut := DANGLING.sub("", DETERMINERS.sub("", text))) != text:
        text = cut
    words = text.split()
    if len(words) == 1 and words[0].lower() in PRONOUNS | {"whom", "which", "others", "more", "many", "some"}:
        words = []
    return " ".join(words[:8]) or (figure.unit if figure.unit not in ("other", "percent") else None)


def measure_of(page: Page, figure: FigureMention, sentence: Range) -> Measure:
    """Tolls accumulate unless "another 40" adds to one; people somewhere are a stock; movements of a day are a flow,
    since a day or "so far" a cumulative count."""
    text = page.text[sentence.start : sentence.end]
    if figure.increment:
        return "flow"
    if figure.what in TOLLS:
        return "cumulative"
    if figure.what in STOCKS:
        return "stock"
    if figure.what in MOVES:
        near = page.text[max(sentence.start, figure.start - 60) : min(sentence.end, figure.end + 60)]
        if figure.what == "displaced" and STAY.search(near):
            return "stock"
        return "cumulative" if SO_FAR.search(near) else "flow"
    if figure.what in ("protested", "cost", "support"):
        return "flow"
    return "stock" if STAY.search(text) else "flow"


def event_of(figure: FigureMention, events: Sequence[Event]) -> Event | None:
    """The event of the sentence that the figure belongs to: one of whose arguments it counts, or the nearest of a kind
    that such a count can belong to; rather another than a participle right behind those counted, which only says who
    they are ("nine miners seized in May were freed")."""
    fits = KINDS.get(figure.what, frozenset())
    best: tuple[int, int, bool, int] | None = None
    chosen: Event | None = None
    for event in events:
        trigger = event.trigger
        argues = any(
            role is not None
            and role.start is not None
            and role.end is not None
            and role.start < figure.end
            and figure.start < role.end
            for role in (event.target, event.actor)
        )
        suits = event.kind in fits
        if not suits and not (argues and figure.what in ("other", "present")):
            continue
        gap = trigger.start - figure.end if trigger.start >= figure.end else figure.start - trigger.end
        describes = not suits and trigger.start - figure.end == 1
        key = (0 if suits and argues else 1, 0 if suits else 1, describes, abs(gap))
        if best is None or key < best:
            best, chosen = key, event
    return chosen


def figures_of(figures: Sequence[Figure]) -> Mapping[str, tuple[str, ...]]:
    """The figures of each event."""
    found: dict[str, list[str]] = {}
    for figure in figures:
        if figure.event is not None:
            found.setdefault(figure.event, []).append(figure.id)
    return {event: tuple(ids) for event, ids in found.items()}
