"""`dateline doctor` and `dateline demo`: is everything in place, and what does it do."""

import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, distribution, version
from importlib.resources import files
from pathlib import Path
from typing import Annotated

import typer

import dateline
from dateline.cli.console import Json, err, out, print_json, progress, safe
from dateline.cli.run import print_account
from dateline.errors import SettingsError
from dateline.model import Account, Record
from dateline.settings import current
from dateline.tell.files import write_account
from dateline.tell.onefile import to_html

REINSTALL = "install dateline again: pip install --force-reinstall dateline"
MEND = "mend the file that is named, or unset DATELINE_SETTINGS"


class Finding(Record, frozen=True):
    """One part of the installation: whether it works, what was seen, and what to do if it does not."""

    part: str
    ok: bool
    seen: str
    fix: str = ""


def doctor(json: Json = False) -> None:
    """Check every part of the installation and say how to mend what is broken.

    - `dateline doctor`
    """
    findings = [check() for check in CHECKS]
    if json:
        print_json(findings)
    else:
        for f in findings:
            mark = "[green]ok[/]" if f.ok else "[red]no[/]"
            out.print(f"{mark} {f.part}: {safe(f.seen)}" + (f"\n   fix: {safe(f.fix)}" if not f.ok else ""))
    if not all(f.ok for f in findings):
        raise typer.Exit(5)


def check_python() -> Finding:
    """The interpreter is one we are tested on."""
    ok = sys.version_info >= (3, 11)
    return Finding(part="python", ok=ok, seen=sys.version.split()[0], fix="use Python 3.11 or newer")


def check_packages() -> Finding:
    """Every package that this one needs is there."""
    try:
        needed = [r for r in distribution("dateline").requires or [] if "extra ==" not in r]
    except PackageNotFoundError:
        return Finding(part="packages", ok=False, seen="dateline is not installed", fix="pip install .")
    missing = []
    for requirement in needed:
        name = requirement.split(";")[0].split(">")[0].split("=")[0].split("<")[0].split("[")[0].strip()
        try:
            version(name)
        except PackageNotFoundError:
            missing.append(name)
    seen = f"{len(needed)} needed, missing: {', '.join(missing) or 'none'}"
    return Finding(part="packages", ok=not missing, seen=seen, fix=f"pip install {' '.join(missing)}")


def check_sqlite() -> Finding:
    """SQLite has full-text search with trigrams."""
    try:
        sqlite3.connect(":memory:").execute("CREATE VIRTUAL TABLE t USING fts5(x, tokenize='trigram')")
        ok = True
    except sqlite3.OperationalError:
        ok = False
    fix = "use a Python whose SQLite is 3.34 or newer, with FTS5"
    return Finding(part="sqlite", ok=ok, seen=f"{sqlite3.sqlite_version}, FTS5 {'found' if ok else 'missing'}", fix=fix)


def check_reading() -> Finding:
    """One sentence goes through every stage."""
    text = "EXERCISE: At least 12 people were killed in Beira on 3 March 2031, the Red Cross said.\n"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sentence.txt"
        path.write_text(text, "utf-8")
        try:
            with dateline.Store() as store:
                store.add([path])
                account = store.account()
        except SettingsError as error:
            return Finding(part="reading", ok=False, seen=str(error), fix=MEND)
        except Exception as error:
            return Finding(part="reading", ok=False, seen=f"{type(error).__name__}: {error}", fix=REINSTALL)
    failed = [i.message for i in account.issues if i.code == "stage-failed"]
    read = f"{len(account.entities)} names, {len(account.figures)} figures, {len(account.events)} events in a sentence"
    ok = not failed and bool(account.figures)
    return Finding(part="reading", ok=ok, seen="; ".join(failed) or read, fix=REINSTALL)


def check_page() -> Finding:
    """The front end of account.html and the desk is in the package."""
    try:
        size = len(to_html(Account()))
    except Exception as error:
        return Finding(part="page", ok=False, seen=f"{type(error).__name__}: {error}", fix=REINSTALL)
    return Finding(part="page", ok=True, seen=f"account.html without reports has {size >> 10} kB")


def check_disk() -> Finding:
    """There is room for temporary files."""
    free = shutil.disk_usage(tempfile.gettempdir()).free
    fix = f"free some space in {tempfile.gettempdir()}, or set TMPDIR to another folder"
    return Finding(part="disk", ok=free > 200 << 20, seen=f"{free >> 20} MB free for temporary files", fix=fix)


def check_settings() -> Finding:
    """The settings can be read."""
    try:
        return Finding(part="settings", ok=True, seen=str(current()))
    except SettingsError as error:
        return Finding(part="settings", ok=False, seen=str(error), fix=MEND)


CHECKS: tuple[Callable[[], Finding], ...] = (
    check_python,
    check_packages,
    check_sqlite,
    check_settings,
    check_reading,
    check_page,
    check_disk,
)


def demo(
    output: Annotated[Path, typer.Option("--output", "-o", help="The folder to write to.")] = Path("out/demo"),
) -> None:
    """Read the sample reports (an invented cyclone exercise) and write their account.

    - `dateline demo -o out/demo`
    """
    with progress(quiet=False) as tell, dateline.Store(progress=tell) as store:
        store.add([samples()])
        account = store.account()
    written = write_account(account, output)
    print_account(account)
    out.print("\nWritten:")
    for path in written:
        out.print(f"  {path} [dim]({path.stat().st_size:,} bytes)[/]")
    err.print(f"\nOpen {output / 'account.html'} in a browser, or try your own: dateline account REPORTS -o OUT")


def samples() -> Path:
    """The sample reports: in the package, or beside it in a checkout."""
    packaged = Path(str(files("dateline"))) / "samples"
    return packaged if packaged.is_dir() else Path(__file__).parents[3] / "samples"


def register(app: typer.Typer) -> None:
    """Add the commands to the app."""
    app.command()(doctor)
    app.command()(demo)
