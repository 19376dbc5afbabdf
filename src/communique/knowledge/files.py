"""Reading the knowledge base's files, with errors that name the file, the row and the mend."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from importlib import resources

from communique.errors import DataError

SEPARATOR = "|"


def read_text(package: str, *path: str) -> str:
    """The text of a data file; raises :class:`DataError` when it is absent."""
    file = resources.files(package).joinpath(*path)
    try:
        return file.read_text(encoding="utf8")
    except FileNotFoundError:
        label = "/".join((package, *path))
        raise DataError(
            label, "the file", "it does not exist", "Build it with tools/ or restore it"
        ) from None


def read_rows(package: str, *path: str, columns: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The rows of a CSV file whose header is ``columns``; lines that begin with # are notes.

    Raises :class:`DataError` when the header or the number of fields in a row differs.
    """
    label = "/".join((package, *path))
    reader = csv.reader([line for line in read_text(package, *path).splitlines() if line[:1] != "#"])
    header = tuple(next(reader, ()))
    if header != columns:
        raise DataError(label, "the header", f"it is {header}", f"Write it as {columns}")
    width = len(columns)
    for row in reader:
        if len(row) != width:
            entry = f"the row of {row[0]!r}" if row else "an empty row"
            raise DataError(
                label, entry, f"it has {len(row)} fields", f"Give it {width} ({', '.join(columns)})"
            )
        yield tuple(row)


def split(cell: str) -> tuple[str, ...]:
    """The values of a cell that holds several, separated by ``|``."""
    return tuple(value for value in cell.split(SEPARATOR) if value)


def day(cell: str) -> date | None:
    """An ISO day; None when the cell is empty."""
    return date.fromisoformat(cell) if cell else None
