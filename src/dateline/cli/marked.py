"""One report in the terminal, with what was read in it marked."""

from rich.text import Text

from dateline.cli.console import out, print_json, safe
from dateline.model import Account, Report

LAYERS = {"figure": "bold yellow", "event": "bold red", "claim": "italic green", "time": "cyan", "name": "magenta"}
"""How each layer of mentions is marked in a report."""
GREYED = "dim"
"""How what is not story is marked."""


def show_report(account: Account, report: Report, json: bool) -> None:
    """The report's text with its marks; what is not story is greyed."""
    if json:
        print_json(report)
        return
    facts = [report.outlet, report.published.value or "undated", report.language, report.url]
    out.print(f"[bold]{safe(report.title) or 'untitled'}[/] [dim]{safe(' · '.join(f for f in facts if f))}[/]")
    out.print(" ".join(f"[{style}]{layer}[/]" for layer, style in LAYERS.items()) + "\n")
    text = Text(plain_same_length(report.text))
    for block in report.blocks:
        if block.kind not in ("title", "body", "caption"):
            text.stylize(GREYED, block.start, block.end)
    for start, end, layer in marks(account, report.id):
        text.stylize(LAYERS[layer], start, end)
    out.print(text)


def plain_same_length(text: str) -> str:
    """The text without control characters, each replaced by one character, so that offsets hold."""
    return "".join(c if c == "\n" or c.isprintable() else " " for c in text)


def marks(account: Account, report: str) -> list[tuple[int, int, str]]:
    """The spans of every layer in one report, wide ones first so that narrow ones stay visible."""
    spans = [(m.start, m.end, "name") for e in account.entities for m in e.mentions if m.report == report]
    spans += [(p.start, p.end, "claim") for c in account.claims if c.report == report for p in c.content]
    spans += [(t.start, t.end, "time") for t in account.times if t.report == report]
    spans += [(f.start, f.end, "figure") for f in account.figures if f.report == report]
    spans += [(e.trigger.start, e.trigger.end, "event") for e in account.events if e.report == report]
    return sorted(spans, key=lambda s: (s[0] - s[1], s))
