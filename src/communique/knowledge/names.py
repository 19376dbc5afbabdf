"""Finding known names in running words: the longest known name that starts at a word.

A name in the data demands a capital where it has one, and an abbreviation (letters all upper, at most five)
must stand in capitals: 'EI' is the Islamic State, 'ei' is nothing. A name in lower case ('talibans',
'conseil de sécurité') is met in either.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from communique.knowledge.files import day, read_rows
from communique.knowledge.folding import Part, parts, parts_at

LONGEST_ABBREVIATION = 5


class Name(NamedTuple):
    """A name as the data writes it, and whom it denotes."""

    text: str
    entity: str
    reading: str = "name"
    begin: date | None = None
    end: date | None = None


@cache
def load_dated_names() -> dict[tuple[str, str], tuple[date | None, date | None]]:
    """First and last day of use of names that are younger than what they name: (entity id, name) -> days."""
    columns = ("id", "name", "begin", "end", "source")
    rows = read_rows("communique.knowledge", "dated_names.csv", columns=columns)
    return {(key, name): (day(begin), day(end)) for key, name, begin, end, _source in rows}


class FoundName(NamedTuple):
    """A name met at a word: how many words it takes."""

    length: int
    name: Name


class NameIndex:
    """Names by their first folded part; built once, read-only after."""

    __slots__ = ("_names",)

    def __init__(self, names: Iterable[Name]) -> None:
        self._names: dict[str, list[tuple[tuple[Part, ...], bool, Name]]] = {}
        for name in names:
            pieces = parts(name.text)
            if not pieces:
                continue
            self._names.setdefault(pieces[0].text, []).append((pieces, is_abbreviation(name.text), name))

    @property
    def lower_openers(self) -> frozenset[str]:
        """The first words, as written, of names that begin in lower case."""
        first = (name.text.split()[0] for entries in self._names.values() for _, _, name in entries)
        return frozenset(word for word in first if word[:1].islower())

    def find(self, words: Sequence[str], at: int) -> tuple[FoundName, ...]:
        """The longest names that start at word ``at``; several when the same words denote several."""
        first = parts(words[at])
        entries = self._names.get(first[0].text) if first else None
        if not entries:
            return ()
        pieces, ends = parts_at(words, at, max(len(wanted) for wanted, _, _ in entries))
        found: list[FoundName] = []
        for wanted, abbreviation, name in entries:
            size = len(wanted)
            if size <= len(pieces) and ends[size - 1] and _fits(wanted, pieces, abbreviation):
                found.append(FoundName(ends[size - 1], name))
        longest = max((f.length for f in found), default=0)
        once = {(f.name.entity, f.name.reading): f for f in reversed(found) if f.length == longest}
        return tuple(f for f in found if once.get((f.name.entity, f.name.reading)) is f)


def is_abbreviation(text: str) -> bool:
    """Whether a name is written in capitals throughout and is short: ONU, HTS, RDC."""
    letters = [c for c in text if c.isalpha()]
    return len(letters) <= LONGEST_ABBREVIATION and all(c.isupper() for c in letters)


def _fits(wanted: tuple[Part, ...], pieces: tuple[Part, ...], abbreviation: bool) -> bool:
    """Whether the words show the name's letters, and capitals where the name has them."""
    for want, piece in zip(wanted, pieces, strict=False):
        if (
            want.text != piece.text
            or (want.capital and not piece.capital)
            or (abbreviation and not piece.upper)
        ):
            return False
    return True
