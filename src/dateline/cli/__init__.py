"""The command line. Each module beside this one registers its commands with the app; results go to standard output,
progress and messages to standard error.

Exit codes: 0 done · 1 nothing readable was given · 2 wrong usage or settings · 3 done, but some of what was given could
not be read · 4 the store or an output file cannot be used · 5 a fault of this program (its traceback under
DATELINE_TRACE=1) · 130 stopped by the user.
"""

import os
import sys
import traceback
from typing import Any

import typer
from typer.core import TyperGroup

from dateline import __version__
from dateline.cli import changes, export, house, lookups, run, show
from dateline.desk import command as serve
from dateline.errors import DatelineError


class Commands(TyperGroup):
    """The commands, with the ends that are no faults: a reader of our output that went away, and Ctrl-C."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command that was named."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError as error:  # as with `| head`; what is still to be written goes nowhere
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(0) from error
        except KeyboardInterrupt as error:
            say("stopped; what was stored is safe, and the same command goes on")
            raise typer.Exit(130) from error
        return result


app = typer.Typer(
    name="dateline",
    cls=Commands,
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


for _module in (run, show, lookups, changes, house, serve, export):
    _module.register(app)


def main() -> None:
    """Run the command; what goes wrong is one line that says what to do, never a traceback."""
    try:
        app()
    except DatelineError as error:
        say(str(error))
        sys.exit(error.exit_code)
    except Exception as error:
        if os.environ.get("DATELINE_TRACE"):
            traceback.print_exc()
        say(
            f"a fault of this program ({type(error).__name__}: {error}); what was stored before is safe. Please report "
            "it with what the same command prints under DATELINE_TRACE=1"
        )
        sys.exit(5)


def say(message: str) -> None:
    """A message of the program itself."""
    print(f"dateline: {message}", file=sys.stderr)
