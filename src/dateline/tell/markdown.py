"""account -> Markdown: the account as a page to read, each statement with the reports that it rests on."""

import re
from collections.abc import Sequence

from dateline.model import Account, Report, Series, SourceSpan
from dateline.tell.mark import COMMENT
from dateline.tell.printable import printable
from dateline.tell.versions import find_versions, published

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
        f"# {plain(account.stories[0].title) or 'Account'}" if account.stories else "# Account",
        plain(account.stories[0].deck) if account.stories else "",
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
    story, topic = None, None
    titles = {s.id: s.title for s in account.stories}
    for sentence in account.brief:
        if sentence.story != story and len(account.stories) > 1:
            lines += ["", f"### {plain(titles.get(sentence.story or '', ''))}"]
            topic = None
        if sentence.topic != topic:
            lines += ["", f"**{TOPICS.get(sentence.topic, sentence.topic)}**", ""]
        story, topic = sentence.story, sentence.topic
        inferred = " *(inferred)*" if sentence.inferred else ""
        lines.append(f"- {plain(sentence.text)}{inferred} {cite(sentence.support, numbers)}")
    return "\n".join(["## Brief", *lines]) if lines else ""


def timeline(account: Account, numbers: dict[str, int]) -> str:
    """The dated entries as a table."""
    if not account.timeline:
        return ""
    grades = {h.id: h.grade for h in account.happenings}
    rows = ["## Timeline", "", "| when | what | grade | reports |", "|---|---|---|---|"]
    for entry in account.timeline:
        when = entry.start or "undated"
        if entry.end and entry.end != entry.start:
            when += f" – {entry.end}"
        grade = (entry.grade or grades.get(entry.happening or "") or "").replace("_", " ")
        rows.append(f"| {when} | {plain(entry.summary)} | {grade} | {cite(entry.support, numbers)} |")
    return "\n".join(rows)


def figures(account: Account, numbers: dict[str, int]) -> str:
    """The series, each with who said what number when."""
    if not account.series:
        return ""
    known = {f.id: f for f in account.figures}
    names = {e.id: e.name for e in account.entities}
    lines = ["## Figures"]
    for series in sorted(account.series, key=_gravity):
        lines += [
            "",
            f"**{plain(series.label)}**: {span(series)}{', ' + series.grade.replace('_', ' ') if series.grade else ''}",
            "",
        ]
        for member in (known[m] for m in series.members if m in known):
            said = f", {plain(names[member.source])}" if member.source in names else ""
            when = f" ({member.time})" if member.time else ""
            lines.append(f"- {plain(member.text)}{when}{said} \\[{numbers[member.report]}\\]")
    return "\n".join(lines)


def _gravity(series: Series) -> tuple[object, ...]:
    """What a reader looks for first: this story before its past, the dead before the hurt, what many count."""
    rank = GRAVE.index(series.what) if series.what in GRAVE else len(GRAVE)
    return series.story or "", series.background, rank, -len(series.members), series.label, series.id


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
    lines = dict.fromkeys(f"- {plain(c.why)} ({c.kind})" for c in account.contradictions)
    return "\n".join(["## Contradictions", "", *lines]) if lines else ""


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
