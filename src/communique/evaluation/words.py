"""Finding the words of a gold file in the text of a coded article.

Gold strings are exact words; texts differ in kinds of blanks and apostrophes. The search therefore
runs on a flattened copy of the text whose offsets map back to the text itself.
"""

from __future__ import annotations

import bisect
from typing import NamedTuple

APOSTROPHES = frozenset("\u2019\u2018")
SENTENCE_ENDS = (". ", "\n", "! ", "? ")


class Stretch(NamedTuple):
    """A start and an end in the text; two stretches overlap when they share a character."""

    start: int
    end: int

    def overlaps(self, other: Stretch) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def jaccard(self, other: Stretch) -> float:
        """Shared characters over the characters from the first start to the last end."""
        shared = min(self.end, other.end) - max(self.start, other.start)
        return max(0, shared) / (max(self.end, other.end) - min(self.start, other.start))


def flatten(text: str) -> tuple[str, tuple[int, ...]]:
    """The text with each run of blanks as one blank and straight apostrophes, and its offsets.

    >>> flatten("a  b")
    ('a b', (0, 1, 3))
    """
    letters: list[str] = []
    offsets: list[int] = []
    blank = True
    for offset, letter in enumerate(text):
        if not letter.isspace():
            letters.append("'" if letter in APOSTROPHES else letter)
            offsets.append(offset)
        elif not blank:
            letters.append(" ")
            offsets.append(offset)
        blank = letter.isspace()
    return "".join(letters), tuple(offsets)


class SearchText:
    """An article's text, ready to be searched for gold strings."""

    __slots__ = ("_cache", "_flat", "_offsets", "raw")

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self._flat, self._offsets = flatten(raw)
        self._cache: dict[str, tuple[Stretch, ...]] = {}

    def find(self, words: str | None) -> tuple[Stretch, ...]:
        """Every place where the words stand, in order; empty when there are none."""
        needle = flatten(words or "")[0].strip()
        if needle not in self._cache:
            self._cache[needle] = tuple(self._search(needle)) if needle else ()
        return self._cache[needle]

    def find_after(self, words: str | None, offset: int) -> Stretch | None:
        """The first place of the words that begins at ``offset`` or later."""
        return next((place for place in self.find(words) if place.start >= offset), None)

    def _search(self, needle: str) -> list[Stretch]:
        """Every place of a flattened needle."""
        places, at = [], self._flat.find(needle)
        while at >= 0:
            places.append(Stretch(self._offsets[at], self._offsets[at + len(needle) - 1] + 1))
            at = self._flat.find(needle, at + 1)
        return places

    def sentence(self, offset: int) -> Stretch:
        """The stretch between sentence ends around an offset: rough, and the same for everyone."""
        start = max(self.raw.rfind(mark, 0, offset) for mark in SENTENCE_ENDS) + 1
        ends = [end for end in (self.raw.find(mark, offset) for mark in SENTENCE_ENDS) if end > 0]
        return Stretch(start, min(ends, default=len(self.raw)))

    def back(self, offset: int, letters: int) -> int:
        """The offset that lies ``letters`` flattened characters before ``offset``."""
        at = bisect.bisect_left(self._offsets, offset)
        return self._offsets[max(0, at - letters)] if self._offsets else 0
