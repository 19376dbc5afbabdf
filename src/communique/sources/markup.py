"""The part of a parsed HTML element's interface that is used here (that of lxml)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol


class Element(Protocol):
    """An element of a parsed page."""

    tag: object
    text: str | None
    tail: str | None

    def get(self, name: str, default: str = "", /) -> str:
        """An attribute's value."""

    def iter(self, *tags: str) -> Iterator[Element]:
        """The element and all below it, in the page's order, of these tags."""

    def itertext(self) -> Iterator[str]:
        """The texts of the element and of all below it."""

    def iterancestors(self) -> Iterator[Element]:
        """The elements above, nearest first."""

    def iterdescendants(self) -> Iterator[Element]:
        """All elements below."""

    def __iter__(self) -> Iterator[Element]:
        """The elements directly below."""

    def __len__(self) -> int:
        """The number of elements directly below."""
