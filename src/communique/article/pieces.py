"""Pieces of a page on their way to blocks: lines and parts of lines, with what was measured on them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from communique.languages.furniture import SHORT, Furniture, folded

WORD = re.compile(r"\w+(?:['\u2019](?=\w))?")
FINAL = re.compile("(?:(?<![.\u2026])[.]|[!?])[\\s\"\u00bb\u201d')\\]]*$")
"""How a sentence ends. Dots of omission do not count: headlines of other articles are cut short so."""
ITEM_MARKS = ("-", "\u2013", "\u2014", "\u2022", "*", "\u00b7")
POST = re.compile(r"(?:[01]?\d|2[0-4])(?: ?h ?|:)(?:[0-5]\d)? ?[-\u2013\u2014|:] ?\w")
"""How the heading of a live page's post begins: '19h05 - The palace is taken'."""
PROSE_WORDS = 8
PROSE_DENSITY = 0.2
LONG_PROSE_WORDS = 30


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the canonical text; ``role`` is empty as long as it is not decided.

    ``known`` says that the source told that the piece belongs to the article's body; ``answers``, that it
    answers a question of an interview.
    """

    start: int
    end: int
    text: str
    role: str = ""
    reason: str = ""
    known: bool = False
    words: int = 0
    density: float = 0.0
    final: bool = False
    answers: bool = False

    @property
    def prose(self) -> bool:
        """Whether the piece reads as running text.

        Measured on lynx dumps (inputs.md): length, final punctuation and function words together.
        """
        if self.answers:
            return True
        if self.words >= LONG_PROSE_WORDS and self.density >= PROSE_DENSITY:
            return True
        return self.final and self.words >= PROSE_WORDS and self.density >= PROSE_DENSITY

    @property
    def item(self) -> bool:
        """Whether the piece is an item of a list of the article's own, or announces one."""
        return self.text.startswith(ITEM_MARKS) or self.text.endswith((";", ",", ":"))

    @property
    def post(self) -> bool:
        """Whether the piece is the heading of a live page's post."""
        return POST.match(self.text) is not None and not self.prose

    def decided(self, role: str, reason: str) -> Piece:
        """The piece with its role."""
        return replace(self, role=role, reason=reason)

    def part(self, start: int, end: int, furniture: Furniture) -> tuple[Piece, ...]:
        """The stretch between two offsets in the piece, undecided; empty when it is blank."""
        found = measured(self.text, start, end, furniture=furniture, known=self.known)
        if found is None:
            return ()
        return (replace(found, start=found.start + self.start, end=found.end + self.start),)

    def role_part(
        self, start: int, end: int, furniture: Furniture, *, role: str, reason: str
    ) -> tuple[Piece, ...]:
        """The stretch between two offsets in the piece, with a role; empty when it is blank."""
        return tuple(found.decided(role, reason) for found in self.part(start, end, furniture))


def folded_words(text: str) -> tuple[str, ...]:
    """The words of a text, folded."""
    return _words_of_short(text) if len(text) <= SHORT else tuple(WORD.findall(folded(text)))


@lru_cache(maxsize=512)
def _words_of_short(text: str) -> tuple[str, ...]:
    """The words of a short text; the same line is measured by several rules."""
    return tuple(WORD.findall(folded(text)))


def measured(text: str, start: int, end: int, *, furniture: Furniture, known: bool = False) -> Piece | None:
    """The piece of ``text`` between two offsets without the space around it; None when it is blank."""
    words = text[start:end]
    left = len(words) - len(words.lstrip())
    start, words = start + left, words.strip()
    if not words:
        return None
    found = folded_words(words)
    hits = sum(map(furniture.function_words.__contains__, found))
    return Piece(
        start,
        start + len(words),
        words,
        known=known,
        words=len(found),
        density=hits / len(found) if found else 0.0,
        final=FINAL.search(words[-12:]) is not None,
    )
