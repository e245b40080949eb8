"""Every command shows an example, and every example runs as it stands."""

import re
import shlex
import shutil
from zipfile import ZipFile

import pytest
import typer

from dateline import cli

COMMANDS = typer.main.get_command(cli.app).commands  # type: ignore[attr-defined]
DUMP = "7\tQorvistan\tQorvistan\t\t34.512\t40.613\tP\tPPL\tSY\t\t\t\t\t\t9000\t\t\t\t2031-01-01\n"


def examples(command: str) -> list[str]:
    """The lines of a command's help that are to be typed."""
    return re.findall(r"^\s*- `(.*?)`", COMMANDS[command].help, re.MULTILINE)


@pytest.fixture
def folder(dateline, samples, tmp_path, monkeypatch, fresh):
    """A folder with what the examples name."""
    monkeypatch.chdir(tmp_path)
    for name in ("reports", "monday"):
        shutil.copytree(samples, tmp_path / name, ignore=lambda _, names: {n for n in names if n > "03"})
    shutil.copytree(samples, tmp_path / "saved" / "pages")
    shutil.copy(samples / "05-wire.jsonl", "articles.jsonl")
    (tmp_path / "incoming").mkdir()
    (tmp_path / "villages.csv").write_text("name,lat,lon\nVorundel,34.5,40.6\n")
    with ZipFile("SY.zip", "w") as packed:
        packed.writestr("SY.txt", DUMP)
    for day in ("monday", "tuesday"):
        dateline("account", "reports/", "-o", f"out-{day}", "-q")
    monkeypatch.setattr("uvicorn.run", lambda *_, **__: None)
    monkeypatch.setattr("webbrowser.open", lambda _: None)
    return tmp_path


def test_every_command_shows_examples_that_run(dateline, folder):
    first, last = ["account", "add"], ["remove"]
    for command in [*first, *sorted(COMMANDS.keys() - {*first, *last}), *last]:
        shown = examples(command)
        assert shown, command
        for line in (line for line in shown if line.startswith("dateline ")):
            ran = dateline(*shlex.split(line)[1:])
            assert ran.code == 0, (line, ran.err)


def test_an_export_says_what_it_wrote(dateline, folder):
    account = folder / "out-monday" / "account.json"
    for format, said in (("brief-md", "sentences"), ("figures", "rows"), ("ftm", "entities"), ("jsonl", "records")):
        ran = dateline("export", "-s", account, "-f", format)
        assert re.fullmatch(rf"[1-9]\d* {said} written to {format}\.\w+\n", ran.err)
