"""One spelling for many: accents, apostrophes, hyphens and Arabic articles folded away.

Agencies write 'Bachar el-Assad', 'Bachar al-Assad' and 'Bachar Al-Assad', 'Etats-Unis' and 'États-Unis'.
Names are compared by their folded parts; what must be a capital in the text stays a capital.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

# Latin letters with marks, up to the end of Latin Extended-B, and Latin Extended Additional.
_MARKED = (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))
# Letters that do not decompose: code point -> plain letters.
_WHOLE = {
    0xE6: "ae",
    0x153: "oe",
    0xF8: "o",
    0xDF: "ss",
    0xF0: "d",
    0xFE: "th",
    0x111: "d",
    0x127: "h",
    0x131: "i",
    0x142: "l",
    0x259: "a",
    0x19B: "l",
}
# Quotation marks that stand for Arabic letters inside names fall away; hyphens and stops part words.
_NOTHING = (0xAD, 0x2BB, 0x2BC, 0x2BF, 0x2BE, 0x2018, 0x301, 0x327)
_PARTING = (0x27, 0x2019, 0x2D, 0x2010, 0x2011, 0x2013, 0x2E, 0x2F, 0x2C, 0xA0, 0x202F, 0x28, 0x29)


def _table() -> dict[int, str]:
    """The translation of lower-case text to folded text."""
    table: dict[int, str] = {}
    for code in _MARKED:
        letter = chr(code).lower()
        plain = unicodedata.normalize("NFKD", letter)
        table[ord(letter[0])] = "".join(c for c in plain if not unicodedata.combining(c)).lower()
    return table | dict(_WHOLE) | dict.fromkeys(_NOTHING, "") | dict.fromkeys(_PARTING, " ")


_TABLE = _table()
ARTICLE_VARIANTS = {"el": "al", "ul": "al", "ibn": "ben", "bin": "ben"}


def fold(text: str) -> str:
    """``text`` in lower case without accents, hyphens and apostrophes.

    >>> fold("Côte d’Ivoire"), fold("États-Unis")
    ('cote d ivoire', 'etats unis')
    """
    return text.lower().translate(_TABLE)


class Part(NamedTuple):
    """A folded piece of a word, and whether the word wrote it with a capital."""

    text: str
    capital: bool
    upper: bool


@lru_cache(maxsize=65536)
def parts(word: str) -> tuple[Part, ...]:
    """The folded pieces of one word, with 'el' as 'al' and 'bin' as 'ben'.

    >>> [part.text for part in parts("el-Assad")]
    ['al', 'assad']
    """
    pieces = word.translate(_PART_ONLY).split()
    found = []
    for piece in pieces:
        text = fold(piece).strip()
        if text:
            found.append(Part(ARTICLE_VARIANTS.get(text, text), piece[0].isupper(), piece.isupper()))
    return tuple(found)


_PART_ONLY = dict.fromkeys(_PARTING, " ")


def key(name: str) -> tuple[str, ...]:
    """The folded parts of a whole name."""
    return tuple(part.text for part in parts(name))


def parts_at(words: Sequence[str], at: int, longest: int) -> tuple[tuple[Part, ...], tuple[int, ...]]:
    """The folded parts from word ``at`` on; for each, the count of words used when it ends one (else 0).

    A word without letters (a hyphen between two words) is stepped over inside a name.
    """
    found: list[Part] = []
    ends: list[int] = []
    for piece, end in parts_from(words, at, longest + 4):
        found.append(piece)
        ends.append(end)
        if end and len(found) >= longest:
            break
    return tuple(found), tuple(ends)


def parts_from(words: Sequence[str], at: int, most: int) -> Iterator[tuple[Part, int]]:
    """The folded parts of ``most`` words from word ``at`` on, each with the count of :func:`parts_at`."""
    for used, word in enumerate(words[at : at + most], start=1):
        pieces = parts(word)
        if not pieces and not _joins(word):
            return
        for piece in pieces[:-1]:
            yield piece, 0
        for piece in pieces[-1:]:
            yield piece, used


def _joins(word: str) -> bool:
    """Whether a word without letters may stand inside a name: a hyphen, an apostrophe, a point, a blank."""
    return bool(word) and all(ord(c) in _JOINING for c in word)


_JOINING = frozenset((0x20, 0x27, 0x2019, 0x2D, 0x2010, 0x2011, 0x2E, 0xA0, 0x202F))


def fold_all(names: Iterable[str]) -> list[str]:
    """Many names folded in one pass (a name must hold no line break)."""
    return fold("\n".join(names)).split("\n")


def split_folded(folded: str) -> list[str]:
    """The parts of folded text, as :func:`parts` would give them."""
    return [ARTICLE_VARIANTS.get(piece, piece) for piece in folded.split()]
