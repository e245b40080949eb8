"""Write the generated parts of the documentation: from the code, so that they cannot drift from it.

usage: python docs/generate.py [--check]

docs/account.schema.json from the records, docs/cli.md from the commands, docs/stages.md from the map, docs/settings.md
from the settings, docs/store.md from the tables and views, and the scores in docs/evaluation.md from evals/floors.json.
--check writes nothing and fails when something is out of date; a test runs it.
"""

import json
import sys
from pathlib import Path
from typing import Any

import msgspec
import typer

from dateline import cli, pipeline
from dateline.model import Account
from dateline.settings import Settings
from dateline.store.tables import metadata
from dateline.store.views import COLUMNS, VIEW_OF

DOCS = Path(__file__).parent
FLOORS = DOCS.parent / "evals" / "floors.json"
NOTE = "<!-- Written by docs/generate.py; change the code, then run `make docs`. -->\n"


def account_schema() -> str:
    """The JSON Schema of account.json."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **msgspec.json.schema(Account)}
    return json.dumps(schema, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def commands() -> str:
    """Every command with its options, as `--help` has them."""
    group = typer.main.get_command(cli.app)
    parts = [NOTE, "# Commands\n", (group.help or "").strip() + "\n"]
    for name, command in sorted(group.commands.items()):  # type: ignore[attr-defined]
        parts.append(f"## dateline {name}\n")
        parts.append((command.help or "").strip() + "\n")
        rows = [row for p in command.params if (row := option_row(p))]
        if rows:
            parts.append("| argument or option | what it does |\n|---|---|\n" + "\n".join(rows) + "\n")
    return "\n".join(parts)


def option_row(parameter: Any) -> str:
    """One parameter as a table row."""
    if getattr(parameter, "hidden", False) or parameter.name == "help":
        return ""
    names = [f"`{n}`" for n in parameter.opts + parameter.secondary_opts]
    if parameter.param_type_name == "argument":
        names = [f"`{(parameter.name or '').upper()}`"]
    says = (getattr(parameter, "help", None) or "").replace("|", "\\|")
    return f"| {' '.join(names)} | {says} |"


def stages() -> str:
    """The map as a table."""
    rows = [
        f"| {s.name} | {s.version} | {s.unit} | {', '.join(r.__name__ for r in s.reads)} |"
        f" {', '.join(w.__name__ for w in s.writes) or 'whether they belong together'} |"
        f" `{s.run.__module__}.{s.run.__name__}` |"
        for s in pipeline.STAGES
    ]
    head = "| stage | version | one call sees | reads | writes | function |\n|---|---|---|---|---|---|\n"
    return NOTE + "\n# Stages\n\nThe ordered stages of `src/dateline/pipeline.py`.\n\n" + head + "\n".join(rows) + "\n"


def settings() -> str:
    """The settings with their defaults and what they mean."""
    about = (Settings.__doc__ or "").strip().splitlines()
    text = "\n".join(line.strip() for line in about[1:]).strip()
    rows = [
        f"| `{f.name}` | `{'unset' if f.default is None else f.default}` |" for f in msgspec.structs.fields(Settings)
    ]
    return (
        f"{NOTE}\n# Settings\n\nOne TOML file, every key optional: the file that `$DATELINE_SETTINGS` names, or "
        "`~/.config/dateline/settings.toml`.\nAn account depends on the settings; when they change, a store is brought "
        "up to date at the next `dateline add`.\n\n| key | default |\n|---|---|\n" + "\n".join(rows) + f"\n\n{text}\n"
    )


def store() -> str:
    """The tables and views of the store."""
    parts = [
        NOTE,
        "# The store\n",
        "One SQLite file (WAL mode), with a lock file beside it while somebody writes. Reports are committed as they "
        "came before anything is read in them; what is left to do is committed with its cause (`todo`), so that a run "
        "that was killed is taken up by the next `dateline add`. Readers are never blocked, and a "
        "store on a medium or in a folder that may not be written is read as it is.\n",
        "`datasette exercise.dateline` shows it, and any SQLite tool reads these views:\n",
        "| view | columns |\n|---|---|",
        "| `reports` | id, origin, story, path, url, title, outlet, language, published, text |",
    ]
    parts += [
        f"| `{VIEW_OF[kind]}` | id, story, report, {', '.join(f.replace('.', '_') for f in fields)} |"
        for kind, fields in COLUMNS.items()
    ]
    parts += ["\n## Tables\n", "| table | columns | what it holds |\n|---|---|---|"]
    parts += [f"| `{name}` | {', '.join(t.columns.keys())} | {t.comment} |" for name, t in metadata.tables.items()]
    return "\n".join(parts) + "\n"


def evaluation() -> str:
    """The page on evaluation with the floors filled in."""
    page = (DOCS / "evaluation.md").read_text("utf-8")
    before, _, rest = page.partition("<!-- floors -->\n")
    _, _, after = rest.partition("<!-- end of floors -->\n")
    floors = json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}
    table = "| score | floor |\n|---|---:|\n" + "".join(f"| {name} | {value:.2f} |\n" for name, value in floors.items())
    return f"{before}<!-- floors -->\n{table}<!-- end of floors -->\n{after}"


PAGES = {
    "account.schema.json": account_schema,
    "cli.md": commands,
    "stages.md": stages,
    "settings.md": settings,
    "store.md": store,
    "evaluation.md": evaluation,
}


def stale() -> list[str]:
    """The pages that are not what the code would write now."""
    return [n for n, make in PAGES.items() if not (DOCS / n).exists() or (DOCS / n).read_text("utf-8") != make()]


def main() -> None:
    """Write the pages, or say which are out of date."""
    if "--check" in sys.argv:
        out_of_date = stale()
        if out_of_date:
            sys.exit(f"out of date: {', '.join(out_of_date)}; run `make docs`")
        return
    for name, make in PAGES.items():
        (DOCS / name).write_text(make(), "utf-8")


if __name__ == "__main__":
    main()
