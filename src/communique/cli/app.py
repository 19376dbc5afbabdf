"""The program ``communique``: its commands, its exit statuses, and errors as sentences."""

from __future__ import annotations

import errno
import os
import sys

import typer

from communique import __version__
from communique.cli import coding, examining, knowing, querying
from communique.errors import CommuniqueError

OK = 0
SOME_FAILED = 1
NOTHING_DONE = 2

ABOUT = """Reads French news about diplomacy and conflict, and keeps the sourced record of it.

Begin with `communique demo`. Each command has --help with an example.

Exit status: 0 all went well; 1 some inputs failed, the others are done; 2 wrong
usage, or nothing could be done.
"""

app = typer.Typer(
    name="communique",
    help=ABOUT,
    no_args_is_help=True,
    rich_markup_mode=None,  # plain help reads the same in a terminal, a pipe and a log
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["--help", "-h"]},
)
coding.register(app)
querying.register(app)
examining.register(app)
knowing.register(app)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"communique {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: bool = typer.Option(
        False, "--version", callback=_version, is_eager=True, help="Print the version and leave."
    ),
) -> None:
    pass


def main() -> None:
    """Run the command line; our own errors become one sentence and status 2."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        app(prog_name="communique")
    except CommuniqueError as error:
        typer.echo(f"communique: {error}", err=True)
        raise SystemExit(NOTHING_DONE) from None
    except OSError as error:
        _tell_refusal(error)
        raise SystemExit(SOME_FAILED) from None


def _tell_refusal(error: OSError) -> None:
    """Tell what the system refused (a full disk, a file without leave); a closed pipe is no news."""
    sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 - what is left has nowhere to go
    if not isinstance(error, BrokenPipeError):
        where = f": {error.filename}" if error.filename else ""
        hint = ". Make room, or write elsewhere" if error.errno == errno.ENOSPC else ""
        typer.echo(f"communique: {error.strerror or error}{where}{hint}", err=True)
