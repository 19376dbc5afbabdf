"""From what the user names (file, folder, pattern, ``-``) to pages."""

from __future__ import annotations

import glob
import io
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import BinaryIO

from communique.errors import InputError
from communique.limits import SNIFF_BYTES
from communique.model import Failure, Page
from communique.sources.protocol import Material, failure
from communique.sources.registry import source_for


def read_pages(path: str, *, published: date | None = None) -> Iterator[Page | Failure]:
    """The pages of a file, of a folder's files (sorted), of a pattern's, or of standard input (``-``).

    ``published`` is the day that the user knows. Nothing is raised for bad input: what cannot be read
    is a :class:`Failure`, and the next file is read.
    """
    if path == "-":
        yield from read_stream("-", sys.stdin.buffer, published)
        return
    try:
        files = files_of(path)
    except InputError as error:
        yield failure(path, error)
        return
    for file in files:
        yield from read_file(file, published)


def files_of(path: str) -> list[str]:
    """The files that a path stands for, sorted; raises :class:`InputError` when there are none."""
    place = Path(path)
    if place.is_dir():
        found = [str(file) for file in sorted(place.rglob("*")) if file.is_file() and not hidden(file, place)]
        problem, hint = "no files in this folder", "Name a folder that holds articles"
    elif place.exists():
        return [path]
    else:
        names = glob.glob(path, recursive=True)  # noqa: PTH207 - Path.glob takes no absolute pattern
        found = sorted(name for name in names if Path(name).is_file())
        problem, hint = "no such file or folder", "Check the path"
    if not found:
        raise InputError(problem, where=path, hint=hint)
    return found


def hidden(file: Path, folder: Path) -> bool:
    """Whether a file or a folder above it (below ``folder``) is hidden."""
    return any(part.startswith(".") for part in file.relative_to(folder).parts)


def read_file(path: str, published: date | None) -> Iterator[Page | Failure]:
    """The pages of one file."""
    try:
        with Path(path).open("rb") as stream:
            yield from read_stream(path, stream, published)
    except OSError as error:
        problem = InputError(
            f"cannot be read ({error.strerror})", where=path, hint="Check the path and its permissions"
        )
        yield failure(path, problem)


def read_stream(path: str, stream: BinaryIO, published: date | None) -> Iterator[Page | Failure]:
    """The pages of an opened input, whatever its kind."""
    buffered = io.BufferedReader(Rewound(stream), buffer_size=SNIFF_BYTES)
    head = buffered.peek(SNIFF_BYTES)[:SNIFF_BYTES]
    material = Material(path, head, buffered, published)
    yield from source_for(head, path).pages(material)


class Rewound(io.RawIOBase):
    """A stream as a raw one, so that its first bytes can be looked at before they are read."""

    def __init__(self, stream: BinaryIO) -> None:
        super().__init__()
        self._stream = stream

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fill ``buffer`` from the stream."""
        data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)
