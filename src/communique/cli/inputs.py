"""What the user names on the command line: articles, days, stores; with help for slips of the pen."""

from __future__ import annotations

import dataclasses
import difflib
import glob
import itertools
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path

from communique.errors import InputError
from communique.model import Failure, Page

CLOSE = 0.6  # difflib's own cutoff for names that are near


def pages(
    paths: Sequence[str], published: datetime | None = None, *, store: str | None = None
) -> Iterator[Page | Failure]:
    """The pages of all paths in order; a path that does not exist is told with the one that was meant.

    ``store`` is a database that may lie among the articles: its files are no input.
    """
    from communique.sources.reading import read_pages

    day = None if published is None else published.date()
    for path in paths:
        for page in read_pages(path, published=day):
            if not isinstance(page, Failure):
                yield page
            elif not (store and Path(page.source).absolute() in _files_of(store)):
                yield _with_suggestion(page)


def _files_of(store: str) -> set[Path]:
    """The files of an embedded store: the database and SQLite's two companions."""
    return {Path(store + suffix).absolute() for suffix in ("", "-wal", "-shm")}


def _with_suggestion(failure: Failure) -> Failure:
    file = failure.source.partition("#")[0]  # of a line's source
    near = [] if Path(file).exists() else near_paths(failure.source)
    if not near:
        return failure
    return dataclasses.replace(failure, hint=f"Did you mean {' or '.join(near)}?")


def near_paths(path: str) -> list[str]:
    """Files and folders beside ``path`` whose names are near to its own."""
    place = Path(path)
    if glob.has_magic(path) or not place.parent.is_dir():
        return []
    names = sorted(p.name for p in itertools.islice(place.parent.iterdir(), 2000))
    return [str(place.parent / name) for name in difflib.get_close_matches(place.name, names, 1, CLOSE)]


def one_of(value: str, known: Iterable[str], *, option: str) -> str:
    """``value`` as one of the ``known`` words, whatever its case; raises :class:`InputError`."""
    words = list(known)
    for word in words:
        if word.lower() == value.lower():
            return word
    near = difflib.get_close_matches(value.lower(), [w.lower() for w in words], 1, CLOSE)
    meant = [w for w in words if w.lower() in near]
    hint = f"Did you mean {meant[0]}?" if meant else f"Use one of: {', '.join(words)}"
    raise InputError(f"{value!r} is not known", where=option, hint=hint)


def day_of(value: datetime | None) -> date | None:
    """The day of an option that takes a date."""
    return None if value is None else value.date()
