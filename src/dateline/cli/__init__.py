"""The command line. Each module beside this one registers its commands with the app; results go to standard output,
progress and messages to standard error.

Exit codes: 0 done · 1 nothing readable was given · 2 wrong usage or settings · 3 done, but some of what was given could
not be read · 4 the store or an output file cannot be used · 5 a fault of this program · 130 stopped by the user.
"""

import sys
from importlib import import_module
from importlib.util import find_spec

import typer

from dateline import __version__
from dateline.errors import DatelineError

MODULES = ("run", "show", "lookups", "changes", "house", "serve", "export")
"""Where commands live. A module has `register(app)`; one that this installation lacks is left out."""

app = typer.Typer(
    name="dateline",
    no_args_is_help=True,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="""Many noisy reports of one unfolding situation in, one sourced account out.

Start with `dateline demo`, or with your own folder: `dateline account REPORTS -o OUT`.

Exit codes: 0 done · 1 nothing readable was given · 2 wrong usage or settings · 3 done, but some of what was given could
not be read · 4 the store or an output file cannot be used · 5 a fault of the program · 130 stopped.""",
)


def show_version(wanted: bool) -> None:
    """Print the version and leave."""
    if wanted:
        typer.echo(f"dateline {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: bool = typer.Option(False, "--version", callback=show_version, is_eager=True, help="Print the version."),
) -> None:
    """Options before the command."""


for _name in MODULES:
    if find_spec(f"dateline.cli.{_name}") is not None:
        import_module(f"dateline.cli.{_name}").register(app)


def main() -> None:
    """Run the command; an error of ours is one line that says what to do, never a traceback."""
    try:
        app()
    except DatelineError as error:
        print(f"dateline: {error}", file=sys.stderr)
        sys.exit(error.exit_code)
    except BrokenPipeError:  # the reader of our output went away, as `head` does
        sys.stderr.close()
        sys.exit(0)
    except KeyboardInterrupt:
        print("dateline: stopped; what was stored is safe, and the same command goes on", file=sys.stderr)
        sys.exit(130)
