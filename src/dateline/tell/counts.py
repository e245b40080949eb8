"""series -> how many: the count that holds now and who gives it, earlier and other counts, and the parts of it."""

from collections.abc import Iterable, Sequence

from dateline.model import BriefSentence, Figure, Happening, Series, SourceSpan
from dateline.tell.told import Told
from dateline.tell.voices import NOBODY, VAGUE, credit, distinct
from dateline.tell.wording import listed, say_figure, tidy

VERBS = {
    "killed": "killed", "died": "killed", "injured": "wounded", "missing": "missing", "captured": "captured",
    "displaced": "displaced", "evacuated": "evacuated", "trapped": "trapped", "returned": "returned",
}  # fmt: skip
WEIGHT = {
    "killed": 4,
    "died": 4,
    "injured": 3,
    "missing": 2,
    "evacuated": 2,
    "displaced": 2,
    "trapped": 2,
    "captured": 2,
}
"""Which counts a reader asks for first."""


NOUNS = {
    "civilians": ("civilian", "civilians"), "children": ("child", "children"), "fighters": ("fighter", "fighters"),
    "troops": ("soldier", "soldiers"), "families": ("family", "families"), "refugees": ("refugee", "refugees"),
    "women": ("woman", "women"), "police": ("police officer", "police officers"),
}  # fmt: skip


def tell_counts(main: Happening, told: Told) -> Iterable[BriefSentence]:
    """The counts of the main happening, then the widest others; two sentences for a count that moves."""
    ranked = sorted(
        (s for s in told.agreement.series if s.what in VERBS and s.latest and not s.background and not _part(s, told)),
        key=lambda s: (
            -(s.happening == main.id), -WEIGHT.get(s.what, 1), -(s.support.reports if s.support else 0), s.id,
        ),
    )  # fmt: skip
    seen: set[str] = set()
    for series in ranked:
        latest = told.figures[series.latest or series.members[-1]]
        if (
            series.what in seen
            or latest.qualifier in VAGUE
            or (series.happening != main.id and series.support and series.support.reports < 2)
        ):
            continue
        seen.add(series.what)
        yield _now(series, told)
        if (others := _others(series, told)) is not None:
            yield others
        if len(seen) == 2:
            return


def _part(series: Series, told: Told) -> bool:
    """Whether the series counts only a part, such as children."""
    return series.unit in ("children", "women") and len(series.members) < 4


def _by_voice(series: Series, told: Told) -> dict[str, list[Figure]]:
    """The figures by who gives them, in order of time."""
    found: dict[str, list[Figure]] = {}
    for member in series.members:
        figure = told.figures[member]
        found.setdefault(credit(figure, told)[0], []).append(figure)
    return found


def _now(series: Series, told: Told) -> BriefSentence:
    """`At least 126 people were killed, by the Observatory’s count; its count stood at 24, then 43.`"""
    latest = told.figures[series.latest or series.members[-1]]
    who, spans = credit(latest, told)
    stated = f"{say_figure(latest)}{_noun(latest)} {VERBS[series.what]}"
    support = [told.sentence(latest.report, latest.start, latest.end), *spans]
    if who == NOBODY:
        text = f"{stated}, for which nobody is named"
    else:
        text = f"{stated}, according to {who}"
        earlier = _steps(_by_voice(series, told).get(who, []), latest, told)
        if earlier:
            text += f", whose earlier count was {', then '.join(say_figure(f) for f in earlier)}"
            support += _sentences(earlier, told)
    return _sentence(text, support, series, told)


def _others(series: Series, told: Told) -> BriefSentence | None:
    """`Other counts were at least 22 (pro-Damascus media) and at least 100 (nobody named).`"""
    latest = told.figures[series.latest or series.members[-1]]
    current, _ = credit(latest, told)
    voices = _by_voice(series, told)
    named = {_number(f) for who, figures in voices.items() if who != NOBODY for f in figures}
    parts: list[str] = []
    support: list[SourceSpan] = []
    for who, figures in voices.items():
        steps = [f for f in _steps(figures, latest, told) if who != NOBODY or _number(f) not in named]
        if who == current or not steps:
            continue
        parts.append(f"{', then '.join(say_figure(f) for f in steps)} ({who})")
        support += _sentences(steps, told)
    if not parts:
        return None
    return _sentence(f"Other counts were {listed(parts)}", support, series, told)


def _steps(figures: Sequence[Figure], latest: Figure, told: Told) -> list[Figure]:
    """The different numbers of one voice before the latest, in order."""
    return [f for _, f in distinct(figures, told) if _number(f) != _number(latest)]


def _number(figure: Figure) -> int | None:
    return next((n for n in (figure.best, figure.low, figure.high) if n is not None), None)


def _sentences(figures: Sequence[Figure], told: Told) -> list[SourceSpan]:
    """The sentences of some figures, and those that name who gives them."""
    return [s for f in figures for s in (told.sentence(f.report, f.start, f.end), *credit(f, told)[1])]


def _noun(figure: Figure) -> str:
    """The noun counted and its verb: ` people were`, ` person was`."""
    one = figure.best == 1 or (figure.best is None and figure.low == 1)
    single, plural = NOUNS.get(figure.unit, ("person", "people"))
    return f" {single} was" if one else f" {plural} were"


def _sentence(text: str, support: Sequence[SourceSpan], series: Series, told: Told) -> BriefSentence:
    unique = {(s.report, s.start, s.end): s for s in support if s.end > s.start}
    return BriefSentence(
        text=tidy(text),
        support=tuple(unique.values()),
        topic="how_many",
        grade=series.grade,
        refs=(series.id,),
        story=told.dossier.story.id,
    )
