"""What every kind of source does: tell its inputs by their content, and give their pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import BinaryIO, Protocol

from communique.errors import InputError
from communique.model import Failure, Page


@dataclass(frozen=True, slots=True)
class Material:
    """An opened input: ``head`` is what was looked at, ``stream`` gives everything from the start.

    ``path`` is the input as the user named it; ``published`` the day that the user gave for all of it.
    """

    path: str
    head: bytes
    stream: BinaryIO
    published: date | None = None


class Source(Protocol):
    """A kind of input. ``pages`` raises nothing for bad input: what cannot be read is a Failure."""

    name: str

    def sniff(self, head: bytes, name: str) -> bool:
        """Whether the first bytes (and, where they leave it open, the file's name) are of this kind."""

    def pages(self, material: Material) -> Iterator[Page | Failure]:
        """The pages in the input's order."""


def failure(source: str, error: InputError) -> Failure:
    """The record of an input that could not be read."""
    return Failure(source, "read", error.what, error.where, error.hint)
