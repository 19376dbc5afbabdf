"""Word patterns of language files, and the fast search for them in a sentence.

Words are compared piece by piece: hyphens and apostrophes part pieces, so that it does not matter how a
parser cuts 'porte-parole', "chef d'état-major" or 'ex-président'.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from communique.syntax import Sentence

Value = TypeVar("Value")

ADJECTIVES = "[adj]"
ANY = "[any]"
_PARTING = re.compile("[-\u2010\u2011\u2013'\u2019\\s]+")
_ALTERNATIVES = re.compile(r"\(([^()]*)\)")
MAX_ADJECTIVES = 3


class Piece(NamedTuple):
    """A part of a word between hyphens or apostrophes: lower case, its token, whether capitalised."""

    text: str
    token: int
    capital: bool


def cut(text: str) -> tuple[str, ...]:
    """``text`` in lower-case pieces.

    >>> cut("chef d'état-major")
    ('chef', 'd', 'état', 'major')
    """
    return tuple(piece for piece in _PARTING.split(text.lower()) if piece)


@lru_cache(maxsize=32768)
def _cut_word(word: str) -> tuple[tuple[str, bool], ...]:
    """Pieces of one token with their capitals."""
    return tuple((piece.lower(), piece[0].isupper()) for piece in _PARTING.split(word) if piece)


def pieces_of(sentence: Sentence) -> tuple[Piece, ...]:
    """All pieces of a sentence, in order."""
    return tuple(
        [
            Piece(text, token.i, capital)
            for token in sentence.tokens
            for text, capital in _cut_word(token.low if token.pos == "ADP" else token.text)
        ]
    )


@lru_cache(maxsize=4096)
def bare_initial(word: str) -> str:
    """``word`` with its first letter stripped of accents, as capitals are often written.

    >>> bare_initial("état")
    'etat'
    """
    return unicodedata.normalize("NFD", word[:1])[:1] + word[1:]


def expand(pattern: str) -> Iterator[tuple[str, ...]]:
    """The word sequences that a pattern with ``(a|b)`` stands for, in pieces."""
    found = _ALTERNATIVES.search(pattern)
    if found is None:
        yield tuple(
            piece for word in pattern.split() for piece in ((word,) if word.startswith("[") else cut(word))
        )
        return
    for choice in found.group(1).split("|"):
        yield from expand(pattern[: found.start()] + choice + pattern[found.end() :])


class Found(NamedTuple, Generic[Value]):
    """A phrase met: pieces from ``start`` to ``end``, what it means, the tokens in its adjective slots."""

    start: int
    end: int
    value: Value
    adjectives: tuple[int, ...]


class _Node(Generic[Value]):
    """A step of the search tree."""

    __slots__ = ("next", "value")

    def __init__(self) -> None:
        self.next: dict[str, _Node[Value]] = {}
        self.value: Value | None = None


class PhraseIndex(Generic[Value]):
    """Patterns by their first pieces (``first``); the longest match wins."""

    def __init__(self, phrases: Iterable[tuple[str, Value]]) -> None:
        self._root: _Node[Value] = _Node()
        for pattern, value in phrases:
            for words in expand(pattern):
                self._add(words, value)
        self.first = frozenset(self._root.next)

    def _add(self, words: Sequence[str], value: Value) -> None:
        """File one sequence of pieces; the first value stays when two patterns are the same."""
        node = self._root
        for word in words:
            step = node.next.setdefault(word, _Node())
            node.next.setdefault(bare_initial(word), step)
            node = step
        if node.value is None:
            node.value = value

    def longest(self, pieces: Sequence[Piece], at: int, adjective: Sequence[bool]) -> Found[Value] | None:
        """The longest pattern that begins at piece ``at``; ``adjective`` tells which tokens are such."""
        if pieces[at].text not in self._root.next:
            return None
        return self._walk(self._root, pieces, (at, at), adjective)

    def _walk(
        self, node: _Node[Value], pieces: Sequence[Piece], at: tuple[int, int], adjective: Sequence[bool]
    ) -> Found[Value] | None:
        """Depth first, longer before shorter."""
        start, here = at
        best: Found[Value] | None = None
        if node.value is not None and (here == len(pieces) or pieces[here].token != pieces[here - 1].token):
            best = Found(start, here, node.value, ())
        if here == len(pieces):
            return best
        options = []
        if (step := node.next.get(pieces[here].text)) is not None:
            options.append(self._walk(step, pieces, (start, here + 1), adjective))
        if (step := node.next.get(ANY)) is not None:
            options.append(self._walk(step, pieces, (start, here + 1), adjective))
        if (step := node.next.get(ADJECTIVES)) is not None:
            options.extend(self._with_adjectives(step, pieces, (start, here), adjective))
        for option in options:
            if option is not None and (best is None or option.end > best.end):
                best = option
        return best

    def _with_adjectives(
        self, node: _Node[Value], pieces: Sequence[Piece], at: tuple[int, int], adjective: Sequence[bool]
    ) -> Iterator[Found[Value] | None]:
        """The rest of a pattern after none to three adjectives."""
        start, here = at
        taken: list[int] = []
        yield self._walk(node, pieces, at, adjective)
        while here < len(pieces) and len(taken) < MAX_ADJECTIVES and adjective[pieces[here].token]:
            if not taken or taken[-1] != pieces[here].token:
                taken.append(pieces[here].token)
            here += 1
            found = self._walk(node, pieces, (start, here), adjective)
            if found is not None:
                yield found._replace(adjectives=tuple(taken) + found.adjectives)

    def word(self, low: str) -> Value | None:
        """The value of a phrase of one word."""
        node = self._root.next.get(low)
        return node.value if node is not None else None
