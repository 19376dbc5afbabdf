"""Places by name: sites and regions by hand, states, and GeoNames' cities.

The cities' file is sorted by the folded name, so that a name is looked up in the text of the file by halving;
only the rows found are read (GeoNames, CC BY 4.0; tools/build_cities.py).
"""

from __future__ import annotations

import csv
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from communique.errors import DataError
from communique.knowledge.files import read_rows, read_text, split
from communique.knowledge.folding import parts, parts_at
from communique.knowledge.names import Name, NameIndex
from communique.knowledge.records import PlaceEntry, PlaceMatch
from communique.knowledge.states import load_state_words, load_states
from communique.model import Unknown

_COLUMNS = ("id", "name", "level", "country", "admin1", "latitude", "longitude")
_NAME_COLUMNS = ("id", "names")
_CITY_HEADER = "key,population,geonames,name,country,latitude,longitude,listed"
_LONGEST_CITY = 6
_NO_COUNTRY = Unknown("it lies in several states or in none")
_NO_ADMIN = Unknown("the gazetteer has none")
_NO_GEONAMES = Unknown("not an entry of GeoNames")
# Two cities of one name are the same place as a hand-made one when no farther apart than this, in degrees.
_SAME_PLACE = 0.5


class Gazetteer:
    """Places of the hand-made list, of states, and of GeoNames' cities."""

    def __init__(self, code: str) -> None:
        self._code = code

    @cached_property
    def _entries(self) -> dict[str, PlaceEntry]:
        """States and hand-made places by id."""
        found = {
            f"country:{state.iso3}": PlaceEntry(
                f"country:{state.iso3}",
                state.name,
                "country",
                state.iso3,
                _NO_ADMIN,
                state.latitude,
                state.longitude,
                _NO_GEONAMES,
            )
            for state in load_states().values()
        }
        for row in read_rows("communique.knowledge", "places.csv", columns=_COLUMNS):
            key, name, level, country, admin1, latitude, longitude = row
            found[key] = PlaceEntry(
                key,
                name,
                level,
                country or _NO_COUNTRY,
                admin1 or _NO_ADMIN,
                float(latitude),
                float(longitude),
                _NO_GEONAMES,
            )
        return found

    @cached_property
    def _index(self) -> NameIndex:
        """The names of states and of hand-made places."""
        names = [
            Name(name.text, name.entity.replace("state:", "country:"))
            for name in load_state_words(self._code).names
            if name.reading == "name"
        ]
        for key, cell in read_rows("communique.languages", self._code, "places.csv", columns=_NAME_COLUMNS):
            if key not in self._entries:
                file = f"languages/{self._code}/places.csv"
                raise DataError(
                    file, key, "knowledge/places.csv has no such place", "Add the place or drop the row"
                )
            names.extend(Name(name, key) for name in split(cell))
        return NameIndex(names)

    @cached_property
    def _lines(self) -> list[str]:
        """The lines of the cities' file, the header put aside."""
        header, *lines = read_text("communique.knowledge", "cities.csv").splitlines()
        if header != _CITY_HEADER:
            raise DataError(
                "knowledge/cities.csv", "the header", "it is another", "Build it with tools/build_cities.py"
            )
        return lines

    @cached_property
    def openers(self) -> frozenset[str]:
        """The lower-case words that begin a name: 'mer' (Noire), 'bande' (de Gaza)."""
        return self._index.lower_openers

    def country(self, iso3: str) -> PlaceEntry:
        """The state as a place."""
        return self._entries[f"country:{iso3}"]

    def find(self, words: Sequence[str], at: int) -> tuple[PlaceMatch, ...]:
        """The places whose names start at word ``at``: longest first, hand-made ones, then largest."""
        listed = [PlaceMatch(f.length, self._entries[f.name.entity]) for f in self._index.find(words, at)]
        found = [*listed, *(m for m in self._cities(words, at) if not _is_listed(m, listed))]
        return tuple(sorted(found, key=lambda match: -match.length))

    def _cities(self, words: Sequence[str], at: int) -> list[PlaceMatch]:
        """The cities whose names start at word ``at``, longest first, then largest."""
        if not words[at][:1].isupper() or not self._begins(words[at]):
            return []
        pieces, ends = parts_at(words, at, _LONGEST_CITY)
        found: list[PlaceMatch] = []
        for size in range(min(_LONGEST_CITY, len(pieces)), 0, -1):
            if ends[size - 1] and pieces[size - 1].capital:
                key = " ".join(piece.text for piece in pieces[:size])
                found.extend(PlaceMatch(ends[size - 1], city) for city in self._rows(key))
        return found

    def _begins(self, word: str) -> bool:
        """Whether some city's name begins with a word's first piece; spares most words a longer look."""
        first = parts(word)
        if not first:
            return False
        at = bisect_left(self._lines, first[0].text)
        return at < len(self._lines) and self._lines[at].startswith(first[0].text)

    def _rows(self, key: str) -> list[PlaceEntry]:
        """The cities of a folded name, largest first."""
        lines, start = self._lines, f"{key},"
        at = bisect_left(lines, start)
        found = []
        while at < len(lines) and lines[at].startswith(start):
            found.append(_city(next(csv.reader((lines[at],)))))
            at += 1
        return sorted(found, key=lambda city: -city.population)


def _city(row: list[str]) -> PlaceEntry:
    """A row of the cities' file as a place."""
    _key, population, geonames, name, country, latitude, longitude, listed = row
    return PlaceEntry(
        f"geonames:{geonames}",
        name,
        "city",
        country or _NO_COUNTRY,
        _NO_ADMIN,
        float(latitude),
        float(longitude),
        int(geonames),
        int(population),
        listed == "1",
    )


def _is_listed(match: PlaceMatch, listed: list[PlaceMatch]) -> bool:
    """Whether a city is the hand-made place of the same words."""
    return any(
        match.length == other.length
        and isinstance(other.place.latitude, float)
        and isinstance(match.place.latitude, float)
        and abs(other.place.latitude - match.place.latitude) < _SAME_PLACE
        and other.place.level != "country"
        for other in listed
    )
