"""account -> Markdown: the account as a page to read, each statement with the reports that it rests on."""

import re
from collections.abc import Iterable, Sequence
from typing import TypeVar

from dateline.model import Account, BriefSentence, Contradiction, Report, Series, SourceSpan, Story, TimelineEntry
from dateline.tell.mark import COMMENT
from dateline.tell.printable import printable
from dateline.tell.versions import find_versions, published

Told = TypeVar("Told", BriefSentence, TimelineEntry, Series, Contradiction)

SPECIAL = re.compile(r"([\\`*_\[\]<>#|])")
GRAVE = ("killed", "died", "injured", "missing", "captured", "trapped", "displaced", "evacuated")
"""What happened to people, gravest first."""

TOPICS = {
    "what": "What happened",
    "how_many": "How many",
    "who": "Who",
    "why": "Why",
    "since": "Since then",
    "unsettled": "Not settled",
}


def markdown(account: Account) -> str:
    """The whole account."""
    numbers = {r.id: n for n, r in enumerate(ordered(account.reports), 1)}
    parts = [
        heading(account),
        summary(account),
        brief(account, numbers),
        timeline(account, numbers),
        figures(account, numbers),
        contradictions(account),
        reports(account, numbers),
        versions(account, numbers),
        issues(account),
        COMMENT,
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def heading(account: Account) -> str:
    """Title and deck of the one story; of several, the titles and decks of all, those of one report that tells of no
    happening last."""
    if len(account.stories) == 1:
        story = account.stories[0]
        return "\n\n".join(part for part in (f"# {plain(story.title) or 'Account'}", plain(story.deck)) if part)
    several, alone = _parted(account)
    lines = ["# Account", *(["", f"{len(account.stories)} stories:", ""] if account.stories else [])]
    lines += map(_listed, several)
    if alone:
        lines += ["", "Alone, and of no happening:", "", *map(_listed, alone)]
    return "\n".join(lines)


def _parted(account: Account) -> tuple[list[Story], list[Story]]:
    """The stories, and those of one report that tells of no happening."""
    told = {h.story for h in account.happenings}
    alone = [s for s in account.stories if len(s.reports) == 1 and s.id not in told]
    return [s for s in account.stories if s not in alone], alone


def _listed(story: Story) -> str:
    """A story in the list of several."""
    return f"- **{plain(story.title) or 'untitled'}** {plain(story.deck)}".rstrip()


def by_story(account: Account, told: Iterable[Told]) -> list[tuple[list[str], list[Told]]]:
    """What is told, story by story, each under the lines that head it: none where there is but one story."""
    titles = {s.id: s.title for stories in _parted(account) for s in stories}
    parts: dict[str, list[Told]] = {s: [] for s in titles}
    for one in told:
        parts.setdefault(one.story or "", []).append(one)
    several = len(account.stories) > 1
    return [
        (["", f"### {plain(titles.get(story)) or 'untitled'}"] if several else [], own)
        for story, own in parts.items()
        if own
    ]


def plain(text: str | None) -> str:
    """Text in which nothing is Markdown, on one line."""
    return SPECIAL.sub(r"\\\1", printable(" ".join((text or "").split())))


def ordered(given: Sequence[Report]) -> list[Report]:
    """Reports in the order in which a reader counts them: as published, undated ones last."""
    return sorted(given, key=published)


def summary(account: Account) -> str:
    """One line of counts."""
    counts = (
        (len(account.reports), "report"),
        (len(account.origins), "origin"),
        (len({r.outlet for r in account.reports if r.outlet}), "outlet"),
        (len(account.happenings), "happening"),
        (len(account.claims), "claim"),
        (len(account.figures), "figure"),
    )
    return " · ".join(f"{n} {word}{'' if n == 1 else 's'}" for n, word in counts)


def cite(support: Sequence[SourceSpan], numbers: dict[str, int]) -> str:
    """The numbers of the reports behind a statement."""
    cited = sorted({numbers[s.report] for s in support if s.report in numbers})
    return "".join(f"\\[{n}\\]" for n in cited)


def brief(account: Account, numbers: dict[str, int]) -> str:
    """The brief, story by story and topic by topic."""
    lines: list[str] = []
    for head, sentences in by_story(account, account.brief):
        lines += head
        topic = None
        for sentence in sentences:
            if sentence.topic != topic:
                lines += ["", f"**{TOPICS.get(sentence.topic, sentence.topic)}**", ""]
            topic = sentence.topic
            inferred = " *(inferred)*" if sentence.inferred else ""
            lines.append(f"- {plain(sentence.text)}{inferred} {cite(sentence.support, numbers)}")
    return "\n".join(["## Brief", *lines]) if lines else ""


def timeline(account: Account, numbers: dict[str, int]) -> str:
    """The dated entries as a table, one for each story."""
    grades = {h.id: h.grade for h in account.happenings}
    lines: list[str] = []
    for head, entries in by_story(account, account.timeline):
        lines += [*head, "", "| when | what | grade | reports |", "|---|---|---|---|"]
        for entry in entries:
            when = entry.start or "undated"
            if entry.end and entry.end != entry.start:
                when += f" – {entry.end}"
            grade = (entry.grade or grades.get(entry.happening or "") or "").replace("_", " ")
            lines.append(f"| {when} | {plain(entry.summary)} | {grade} | {cite(entry.support, numbers)} |")
    return "\n".join(["## Timeline", *lines]) if lines else ""


def figures(account: Account, numbers: dict[str, int]) -> str:
    """The series, each with who said what number when."""
    known = {f.id: f for f in account.figures}
    names = {e.id: e.name for e in account.entities}
    lines: list[str] = []
    for head, told in by_story(account, sorted(account.series, key=gravity)):
        lines += head
        for series in told:
            grade = f", {series.grade.replace('_', ' ')}" if series.grade else ""
            lines += ["", f"**{plain(series.label)}**: {span(series)}{grade}", ""]
            for member in (known[m] for m in series.members if m in known):
                said = f", {plain(names[member.source])}" if member.source in names else ""
                when = f" ({member.time})" if member.time else ""
                lines.append(f"- {plain(member.text)}{when}{said} \\[{numbers[member.report]}\\]")
    return "\n".join(["## Figures", *lines]) if lines else ""


def gravity(series: Series) -> tuple[object, ...]:
    """What a reader looks for first: this story before its past, the dead before the hurt, what many count."""
    rank = GRAVE.index(series.what) if series.what in GRAVE else len(GRAVE)
    return series.background, rank, -len(series.members), series.label, series.id


def span(series: Series) -> str:
    """A series in numbers: low to high, and the best one known."""
    low, high = series.low, series.high
    if low is None and high is None:
        return "no number"
    bounds = (
        f"{low:,}" if low == high and low is not None else " to ".join(f"{x:,}" for x in (low, high) if x is not None)
    )
    return bounds if series.best is None or series.best in (low, high) else f"{bounds}, best {series.best:,}"


def contradictions(account: Account) -> str:
    """What cannot both hold, and why."""
    lines: list[str] = []
    for head, told in by_story(account, account.contradictions):
        lines += [*head, "", *dict.fromkeys(f"- {plain(c.why)} ({c.kind})" for c in told)]
    return "\n".join(["## Contradictions", *lines]) if lines else ""


def reports(account: Account, numbers: dict[str, int]) -> str:
    """The reports with their origins."""
    shared = {r: o for o in account.origins if len(o.reports) > 1 for r in o.reports}
    lines = ["## Reports", ""]
    for report in ordered(account.reports):
        facts = [plain(report.outlet), report.published.value or "undated", plain(report.path or report.url)]
        copied = shared.get(report.id)
        if copied is not None:
            others = ", ".join(str(numbers[r]) for r in copied.reports if r != report.id and r in numbers)
            facts.append(f"one origin with {others} ({copied.basis.replace('_', ' ')})")
        lines.append(f"{numbers[report.id]}. {plain(report.title) or 'untitled'}; {'; '.join(f for f in facts if f)}")
    return "\n".join(lines) if account.reports else ""


def versions(account: Account, numbers: dict[str, int]) -> str:
    """What outlets changed in an article after they printed it."""
    texts = {r.id: r.text for r in account.reports}
    lines: list[str] = []
    for version in find_versions(account.reports, account.origins):
        older, newer = f"\\[{numbers[version.older]}\\]", f"\\[{numbers[version.newer]}\\]"
        lines += [
            "",
            f"**{newer} is a later state of {older}**" if version.ordered else f"**{older} against {newer}**",
            "",
        ]
        for change in version.changes:
            was = f"“{plain(texts[version.older][change.a.start : change.a.end])}”" if change.a else ""
            now = f"“{plain(texts[version.newer][change.b.start : change.b.end])}”" if change.b else ""
            lines.append(
                f"- changed: {was} to {now}" if was and now else f"- added: {now}" if now else f"- gone: {was}"
            )
        if not version.changes:
            lines.append("- nothing but space, case or punctuation")
    return "\n".join(["## Changed articles", *lines]) if lines else ""


def issues(account: Account) -> str:
    """What could not be read, and why."""
    lines = [f"- {plain(i.message)} ({i.stage}, {i.code})" for i in account.issues]
    return "\n".join(["## Issues", "", *lines]) if lines else ""
