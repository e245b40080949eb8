"""Telling -> a brief to hand over: Markdown, HTML and DOCX with the sentence behind each statement as a note."""

from collections.abc import Iterable
from html import escape
from pathlib import Path
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from dateline.model import Account, Report, SourceSpan
from dateline.tell.export.view import View
from dateline.tell.mark import COMMENT
from dateline.tell.part import say_part
from dateline.tell.printable import printable

HEADINGS = {
    "what": "What happened",
    "how_many": "How many",
    "who": "Who did it",
    "why": "Why",
    "since": "Since then",
    "unsettled": "Not settled",
}


class Note(NamedTuple):
    """One source behind a statement."""

    number: int
    outlet: str
    day: str
    title: str
    quote: str


class Statement(NamedTuple):
    """One sentence of the brief with the numbers of its notes."""

    topic: str
    text: str
    notes: tuple[int, ...]


class Brief(NamedTuple):
    """A story's brief, ready to be set. `only`: what part of the account it is of; empty for the whole."""

    title: str
    only: str
    statements: tuple[Statement, ...]
    timeline: tuple[tuple[str, str], ...]
    notes: tuple[Note, ...]


def compose(account: Account) -> list[Brief]:
    """The brief of each story of an account; a sentence quoted twice is one note."""
    view = View(account)
    return [_compose(view, story.id, story.title) for story in account.stories]


def _compose(view: View, story: str, title: str) -> Brief:
    notes: dict[tuple[str, str], Note] = {}
    statements = []
    for sentence in view.account.brief:
        if sentence.story not in (story, None):
            continue
        numbers = []
        for span in sentence.support:
            report = view.reports[span.report]
            if _is_page_date(span, report):
                continue
            quote = " ".join(report.text[span.start : span.end].split())
            note = notes.setdefault(
                (span.report, quote),
                Note(
                    number=len(notes) + 1,
                    outlet=report.outlet or "outlet unknown",
                    day=(report.published.value or "undated")[:10],
                    title=report.title or "untitled",
                    quote=quote,
                ),
            )
            numbers.append(note.number)
        statements.append(Statement(sentence.topic, sentence.text, tuple(dict.fromkeys(numbers))))
    timeline = tuple(
        (_period(e.start, e.end), e.summary) for e in view.account.timeline if e.story in (story, None) and e.start
    )
    only = say_part(view.account)
    return Brief(title or "Untitled situation", only, tuple(statements), timeline, tuple(notes.values()))


def _is_page_date(span: SourceSpan, report: Report) -> bool:
    """Whether a span is where a page says when it was published: it dates a statement and says nothing of it."""
    stated = report.published
    return stated.start is not None and stated.end is not None and stated.start <= span.start < span.end <= stated.end


def _period(start: str | None, end: str | None) -> str:
    return start or "" if end in (None, start) else f"{start} to {end}"


def _by_topic(brief: Brief) -> list[tuple[str, list[Statement]]]:
    topics = [*HEADINGS, *dict.fromkeys(s.topic for s in brief.statements if s.topic not in HEADINGS)]
    grouped = [(HEADINGS.get(t, t.capitalize()), [s for s in brief.statements if s.topic == t]) for t in topics]
    return [(heading, statements) for heading, statements in grouped if statements]


def write_markdown(path: Path, accounts: Iterable[Account]) -> int:
    """Markdown with footnotes (`[^1]`). Returns the number of statements."""
    n = 0
    lines: list[str] = []
    for brief in (b for a in accounts for b in compose(a)):
        n += len(brief.statements)
        lines += [f"# {_plain(brief.title)}", "", *([f"*{_plain(brief.only)}*", ""] if brief.only else ())]
        offset = sum(line.startswith("[^") for line in lines)
        for heading, statements in _by_topic(brief):
            lines += [f"## {heading}", ""]
            lines += [f"{_plain(s.text)} {''.join(f'[^{offset + k}]' for k in s.notes)}\n" for s in statements]
        lines += ["## Timeline", "", *(f"- **{when}** {_plain(what)}" for when, what in brief.timeline), ""]
        lines += [
            f"[^{offset + x.number}]: {_plain(x.outlet)}, {x.day}, *{_plain(x.title)}*: “{_plain(x.quote)}”"
            for x in brief.notes
        ]
        lines.append("")
    path.write_text(printable("\n".join([*lines, COMMENT, ""])), "utf-8", "replace")
    return n


def write_html(path: Path, accounts: Iterable[Account]) -> int:
    """One self-contained page with linked notes. Returns the number of statements."""
    n = 0
    parts = [
        '<!doctype html><html lang="en"><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width">',
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
        "<title>Brief</title>",
        "<style>body{max-width:42rem;margin:3rem auto;padding:0 1rem;font:1.05rem/1.6 Georgia,serif}"
        "sup a{text-decoration:none}.notes{font-size:.9rem}</style>",
    ]
    for k, brief in enumerate(b for a in accounts for b in compose(a)):
        n += len(brief.statements)
        parts.append(f"<h1>{escape(brief.title)}</h1>" + (f"<p><i>{escape(brief.only)}</i></p>" if brief.only else ""))
        for heading, statements in _by_topic(brief):
            parts.append(f"<h2>{escape(heading)}</h2>")
            for s in statements:
                marks = "".join(f'<sup><a href="#n{k}-{i}">{i}</a></sup> ' for i in s.notes)
                parts.append(f"<p>{escape(s.text)} {marks}</p>")
        rows = "".join(f"<li><b>{escape(w)}</b> {escape(t)}</li>" for w, t in brief.timeline)
        parts.append(f"<h2>Timeline</h2><ul>{rows}</ul>")
        notes = "".join(
            f'<li id="n{k}-{x.number}">{escape(x.outlet)}, {escape(x.day)}, <i>{escape(x.title)}</i>: '
            f"“{escape(x.quote)}”</li>"
            for x in brief.notes
        )
        parts.append(f'<h2>Sources</h2><ol class="notes">{notes}</ol>')
    path.write_text(printable("\n".join([*parts, "</html>", COMMENT, ""])), "utf-8", "replace")
    return n


def write_docx(path: Path, accounts: Iterable[Account]) -> int:
    """A Word document with numbered notes at the end. Returns the number of statements."""
    from docx import Document

    n = 0
    document = Document()
    for brief in (b for a in accounts for b in compose(a)):
        n += len(brief.statements)
        document.add_heading(printable(brief.title), 0)
        if brief.only:
            document.add_paragraph().add_run(printable(brief.only)).italic = True
        for heading, statements in _by_topic(brief):
            document.add_heading(heading, 1)
            for s in statements:
                paragraph = document.add_paragraph(printable(s.text) + " ")
                mark = paragraph.add_run(", ".join(map(str, s.notes)))
                mark.font.superscript = True
        document.add_heading("Timeline", 1)
        for when, what in brief.timeline:
            entry = document.add_paragraph(style="List Bullet")
            entry.add_run(f"{when} ").bold = True
            entry.add_run(printable(what))
        document.add_heading("Sources", 1)
        for x in brief.notes:
            document.add_paragraph(
                f"{x.number}. {printable(x.outlet)}, {x.day}, {printable(x.title)}: “{printable(x.quote)}”"
            )
    document.core_properties.author = "Dateline"
    document.save(str(path))
    _settle(path)
    return n


def _settle(path: Path) -> None:
    """Rewrite a zip container without the hours of its members: the same account gives the same file."""
    with ZipFile(path) as packed:
        members = [(name, packed.read(name)) for name in packed.namelist()]
    with ZipFile(path, "w", ZIP_DEFLATED) as packed:
        for name, content in members:
            packed.writestr(ZipInfo(name, (2000, 1, 1, 0, 0, 0)), content, ZIP_DEFLATED)


def _plain(text: str) -> str:
    """Text that Markdown does not read as markup."""
    return "".join("\\" + c if c in "\\`*_[]<>#|" else c for c in " ".join(text.split()))
