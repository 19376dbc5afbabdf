"""Options and arguments that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum
from typing import Annotated

import typer

from communique.codebook import STATUSES, event_types

TYPES = tuple(event_type.name for event_type in event_types())


def day(text: str) -> datetime:
    """The day that an option gives; raises typer.BadParameter when it is none."""
    try:
        return datetime.strptime(text, "%Y-%m-%d")
    except ValueError:
        raise typer.BadParameter(f"{text!r} is no day: write it as YYYY-MM-DD, such as 2017-06-10") from None


def command(app: typer.Typer, function: Callable[..., None], *examples: str) -> None:
    """Add a command; its docstring is the help, and the examples stand below it."""
    title = "Examples:" if len(examples) > 1 else "Example:"
    lines = "\n".join(f"  {example}" for example in examples)
    app.command(epilog=f"\b\n{title}\n{lines}")(function)


class Listing(StrEnum):
    """How a query prints its lines."""

    table = "table"
    jsonl = "jsonl"
    csv = "csv"


class Coding(StrEnum):
    """How ``code`` prints its articles."""

    jsonl = "jsonl"
    table = "table"


Paths = Annotated[
    list[str],
    typer.Argument(metavar="PATH", help="Files, folders or patterns; - reads standard input."),
]
StoreUrl = Annotated[
    str | None,
    typer.Option(
        "--store",
        metavar="URL",
        help="The store: sqlite:///FILE.db, a file name, or postgresql://...  [default: COMMUNIQUE_STORE, "
        "else communique.db in this folder]",
    ),
]
WithFailures = Annotated[
    bool,
    typer.Option("--failures", help="Print failures as JSON lines, too, in their place among the articles."),
]
Sieved = Annotated[
    bool,
    typer.Option(
        "--sieve", help="Do not read articles without a sentence that could tell an act of public life."
    ),
]
Published = Annotated[
    datetime | None,
    typer.Option(parser=day, metavar="DAY", help="The day of publication, YYYY-MM-DD, if you know it."),
]
Workers = Annotated[
    int,
    typer.Option(min=1, max=64, metavar="N", help="Processes that code at once; each holds its own model."),
]
ListFormat = Annotated[Listing, typer.Option("--format", help="How to print.")]
Actor = Annotated[
    str | None,
    typer.Option(
        metavar="NAME", help="A party: a name in French or English, its beginning, or a code such as RUS."
    ),
]
With = Annotated[str | None, typer.Option("--with", metavar="NAME", help="A second party, named likewise.")]
Type = Annotated[
    str | None, typer.Option("--type", metavar="TYPE", help=f"An event type: {', '.join(TYPES)}.")
]
Since = Annotated[
    datetime | None,
    typer.Option(
        parser=day,
        metavar="DAY",
        help="Not before this day, YYYY-MM-DD; what has no day of its own counts by the day it was told.",
    ),
]
Until = Annotated[
    datetime | None, typer.Option(parser=day, metavar="DAY", help="Not after this day, YYYY-MM-DD.")
]
Place = Annotated[
    str | None, typer.Option(metavar="NAME", help="A place in French or English, or a country or its code.")
]
Status = Annotated[str | None, typer.Option(metavar="STATUS", help=f"How it is told: {', '.join(STATUSES)}.")]
Text = Annotated[
    str | None, typer.Option(metavar="WORDS", help="Words that stand in it; accents do not matter.")
]
