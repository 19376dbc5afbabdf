"""Finding known names in running words: the longest known name that starts at a word.

A name in the data demands a capital where it has one, and an abbreviation (letters all upper, at most five)
must stand in capitals: 'EI' is the Islamic State, 'ei' is nothing. A name in lower case ('talibans',
'conseil de sécurité') is met in either.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from sqlite3 import Connection
from typing import NamedTuple

from communique.knowledge.files import day, read_rows
from communique.knowledge.folding import Part, key, parts, parts_at

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


@cache
def load_shared_names(code: str) -> dict[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """Names that several bodies bear, folded: the states that tell, each with the body's id."""
    columns = ("name", "country", "entity")
    found: dict[tuple[str, ...], tuple[tuple[str, str], ...]] = {}
    for name, country, entity in read_rows("communique.languages", code, "shared_names.csv", columns=columns):
        found[key(name)] = (*found.get(key(name), ()), (country, entity))
    return found


class FoundName(NamedTuple):
    """A name met at a word: how many words it takes."""

    length: int
    name: Name


Wanted = tuple[tuple[Part, ...], bool, Name]


class NameIndex:
    """Names by their first folded part, read-only."""

    __slots__ = ("_names",)

    def __init__(self, names: Iterable[Name] = ()) -> None:
        self._names: dict[str, tuple[Wanted, ...]] = {}
        for name in names:
            if entry := wanted(name):
                first = entry[0][0].text
                self._names[first] = (*self._names.get(first, ()), entry)

    def _begun_by(self, first: str) -> tuple[Wanted, ...]:
        """The names whose first folded part this is."""
        return self._names.get(first, ())

    def opens(self, word: str) -> bool:
        """Whether some name begins as a word does."""
        first = parts(word)
        return bool(first) and bool(self._begun_by(first[0].text))

    def find(self, words: Sequence[str], at: int) -> tuple[FoundName, ...]:
        """The longest names that start at word ``at``; several when the same words denote several."""
        first = parts(words[at])
        entries = self._begun_by(first[0].text) if first else ()
        if not entries:
            return ()
        pieces, ends = parts_at(words, at, max([len(letters) for letters, _, _ in entries]))
        found: list[FoundName] = []
        for letters, abbreviation, name in entries:
            size = len(letters)
            if size > len(pieces) or letters[-1].text != pieces[size - 1].text:
                continue  # the last part tells most names apart
            if ends[size - 1] and _fits(letters, pieces, abbreviation):
                found.append(FoundName(ends[size - 1], name))
        if len(found) < 2:
            return tuple(found)
        longest = max(f.length for f in found)
        once = {(f.name.entity, f.name.reading): f for f in reversed(found) if f.length == longest}
        return tuple(f for f in found if once.get((f.name.entity, f.name.reading)) is f)


class StoredNames(NameIndex):
    """The names of one kind (``actor``, ``place``) in the artefact."""

    __slots__ = ("_built", "_first", "_kind", "lower_openers")

    def __init__(self, built: Connection, kind: str) -> None:
        super().__init__()
        self._built, self._kind = built, kind
        rows = built.execute("SELECT DISTINCT first FROM name WHERE kind = ?", (kind,))
        self._first = frozenset(first for (first,) in rows)
        texts = built.execute("SELECT text FROM name WHERE kind = ? AND text GLOB '[a-z]*'", (kind,))
        self.lower_openers = frozenset(text.split()[0] for (text,) in texts)
        """The first words, as written, of names that begin in lower case."""

    def _begun_by(self, first: str) -> tuple[Wanted, ...]:
        if first not in self._first:
            return ()
        entries = self._names.get(first)
        if entries is None:
            rows = self._built.execute(_BEGUN, (self._kind, first))
            names = (Name(t, e, r, _day(b), _day(n)) for t, e, r, b, n in rows)
            entries = self._names[first] = tuple([w for w in map(wanted, names) if w])
        return entries


_BEGUN = "SELECT text, entity, reading, begin, end FROM name WHERE kind = ? AND first = ? ORDER BY seq"


def _day(text: str | None) -> date | None:
    return day(text) if text else None


def wanted(name: Name) -> Wanted | None:
    """A name with its parts and whether it is an abbreviation; None when it has no letters."""
    pieces = parts(name.text)
    return (pieces, is_abbreviation(name.text), name) if pieces else None


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
