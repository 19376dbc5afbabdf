"""Tables, lines and progress that read well in a terminal and in a pipe."""

from __future__ import annotations

import csv
import json
import os
import shutil
import sys
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    from rich.console import Console

WIDTH = 80
"""Columns of running text, in a terminal and in a pipe."""


CELL = 160
"""Characters of a table's cell; JSON and CSV hold values whole."""


def is_terminal() -> bool:
    """Whether a person's terminal shows what we print."""
    return sys.stdout.isatty()


def say(text: str = "") -> None:
    """Print a line of the result."""
    typer.echo(text)


def tell(text: str) -> None:
    """Print a line about the work on standard error."""
    typer.echo(text, err=True)


def bold(text: str) -> str:
    """``text`` in bold where a terminal shows it and colours are not unwanted."""
    return typer.style(text, bold=True) if is_terminal() and "NO_COLOR" not in os.environ else text


def wrapped(text: str, *, indent: str = "", first: str | None = None) -> Iterator[str]:
    """``text`` in lines of at most :data:`WIDTH` columns."""
    lead = indent if first is None else first
    lines = textwrap.wrap(text, WIDTH, initial_indent=lead, subsequent_indent=indent, break_on_hyphens=False)
    yield from lines or [lead.rstrip()]


def print_json(shape: dict[str, Any]) -> None:
    """One JSON object on a line."""
    say(json.dumps(shape, ensure_ascii=False))


def print_csv(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Comma-separated values with a header."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(headers)
    writer.writerows(rows)


def print_table(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """A table without rules, fitted to a terminal, a line a row in a pipe; long cells are cut."""
    ready = [[_cut(" ".join(cell.split())) for cell in row] for row in rows]
    if is_terminal():
        _rich_table(headers, ready)
        return
    widths = [max(len(row[i]) for row in [list(headers), *ready]) for i in range(len(headers))]
    for row in [list(headers), *ready]:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        say("  ".join(cells).rstrip())


def _cut(cell: str) -> str:
    """A cell of at most :data:`CELL` characters."""
    return cell if len(cell) <= CELL else f"{cell[: CELL - 1].rstrip()}\u2026"


def _rich_table(headers: Sequence[str], rows: list[list[str]]) -> None:
    from rich.markup import escape
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    for header in headers:
        table.add_column(header, overflow="fold")
    for row in rows:
        table.add_row(*map(escape, row))
    _console().print(table)


def _console() -> Console:
    from rich.console import Console

    return Console(width=shutil.get_terminal_size((WIDTH, 24)).columns, highlight=False)


@contextmanager
def progress(title: str) -> Iterator[Progress]:
    """A count of what is done, on standard error, where that is a terminal."""
    if not sys.stderr.isatty():
        yield Progress(None, title)
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, SpinnerColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        yield Progress(bar, title)


class Progress:
    """Advances the bar, where there is one."""

    def __init__(self, bar: Any, title: str) -> None:  # noqa: ANN401 - a Rich progress or None
        self._bar = bar
        self._task = None if bar is None else bar.add_task(title, total=None)

    def expect(self, total: int) -> None:
        """Tell how many there are."""
        if self._bar is not None:
            self._bar.update(self._task, total=total)

    def step(self) -> None:
        """One more is done."""
        if self._bar is not None:
            self._bar.advance(self._task)
