"""The ``sayso`` command: where every command is registered, and where every error becomes a message."""

from __future__ import annotations

import os
import sys
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from sayso.cli import db, family
from sayso.cli.add import ADD_EXAMPLES, add
from sayso.cli.claim import CLAIM_EXAMPLES, claim
from sayso.cli.compare import COMPARE_EXAMPLES, compare
from sayso.cli.note import LINK_EXAMPLES, NOTE_EXAMPLES, UNLINK_EXAMPLES, link, note, unlink
from sayso.cli.read import read
from sayso.cli.search import SEARCH_EXAMPLES, search
from sayso.cli.status import REMOVE_EXAMPLES, STATUS_EXAMPLES, remove, status
from sayso.cli.story import STORY_EXAMPLES, story
from sayso.cli.transfer import EXPORT_EXAMPLES, IMPORT_EXAMPLES, export, import_
from sayso.cli.watch import WATCH_EXAMPLES, watch
from sayso.cli.who import WHO_EXAMPLES, who
from sayso.errors import SaysoError
from sayso.export.harmless import for_terminal
from sayso.version import __version__

FAILED = 1
EXAMPLES = """\b
Examples:
  sayso read examples/court-arson.html
  sayso read examples/court-arson.html --format html --out who-says.html
  sayso read examples/*.html --format csv --out who-says-what.csv
  sayso read - < examples/breaking-paste.txt"""
INTERRUPTED = 130  # 128 + SIGINT, as shells report it
PIPE_CLOSED = 141  # 128 + SIGPIPE


class Commands(TyperGroup):
    """The commands, run inside the one place that turns errors into messages and exit codes."""

    def invoke(self, ctx: Any) -> Any:
        """Run a command; misuse goes on to Typer, which reports it with code 2."""
        try:
            return super().invoke(ctx)
        except SaysoError as error:
            complain(error)
            raise typer.Exit(FAILED) from None
        except KeyboardInterrupt:
            raise typer.Exit(INTERRUPTED) from None
        except BrokenPipeError:
            # The reader of our output has seen enough. Python would complain once more when it closes the pipe.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(PIPE_CLOSED) from None


def complain(error: SaysoError) -> None:
    """Print an error and what can be done about it on standard error."""
    typer.echo(f"sayso: {for_terminal(error.message)}", err=True)
    if error.hint:
        typer.echo(f"  {for_terminal(error.hint)}", err=True)


app = typer.Typer(
    cls=Commands,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Example: sayso read examples/breaking-paste.txt",
)
app.command("read", epilog=EXAMPLES)(read)
app.command("add", epilog=ADD_EXAMPLES)(add)
app.command("watch", epilog=WATCH_EXAMPLES)(watch)
app.command("status", epilog=STATUS_EXAMPLES)(status)
app.command("remove", epilog=REMOVE_EXAMPLES)(remove)
app.command("note", epilog=NOTE_EXAMPLES)(note)
app.command("link", epilog=LINK_EXAMPLES)(link)
app.command("unlink", epilog=UNLINK_EXAMPLES)(unlink)
app.command("claim", epilog=CLAIM_EXAMPLES)(claim)
app.command("story", epilog=STORY_EXAMPLES)(story)
app.command("compare", epilog=COMPARE_EXAMPLES)(compare)
app.command("export", epilog=EXPORT_EXAMPLES)(export)
app.command("import", epilog=IMPORT_EXAMPLES)(import_)
app.command("search", epilog=SEARCH_EXAMPLES)(search)
app.command("who", epilog=WHO_EXAMPLES)(who)
app.add_typer(family.app, name="family")
app.add_typer(db.app, name="db")


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"sayso {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def sayso(
    ctx: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and stop.")
    ] = False,
) -> None:
    """On whose say-so? Reads news and shows, for every statement, who says so, with the words as evidence."""
    if ctx.invoked_subcommand is None:
        typer.echo(ctx.get_help())


def main() -> None:
    """Run the command line."""
    app(prog_name="sayso")


if __name__ == "__main__":
    main()
