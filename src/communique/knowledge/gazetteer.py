"""Places by name: sites and regions by hand, states, and GeoNames' cities, read from the artefact.

What the user imports from GeoNames stands beside what we ship (GeoNames, CC BY 4.0; tools/build_cities.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from sqlite3 import Connection

from communique.knowledge.folding import parts, parts_at
from communique.knowledge.names import StoredNames
from communique.knowledge.records import PlaceEntry, PlaceMatch
from communique.knowledge.states import load_states
from communique.model import Unknown

_LONGEST_CITY = 6
_AFTER = "\uffff"  # sorts after every name with the same beginning
_NO_COUNTRY = Unknown("it lies in several states or in none")
_NO_ADMIN = Unknown("the gazetteer has none")
_NO_GEONAMES = Unknown("not an entry of GeoNames")
# Two cities of one name are the same place as a hand-made one when no farther apart than this, in degrees.
_SAME_PLACE = 0.5


_PLACE = "SELECT id, name, level, country, admin1, latitude, longitude FROM place WHERE id = ?"
_CITY = "SELECT geonames, name, level, country, admin1, latitude, longitude, population, listed FROM city"
KEPT = 16_384


class Gazetteer:
    """Places of the hand-made list, of states, and of GeoNames."""

    def __init__(self, built: Connection) -> None:
        self._built = built
        self._index = StoredNames(built, "place")
        self.openers = self._index.lower_openers
        """The lower-case words that begin a name: 'mer' (Noire), 'bande' (de Gaza)."""
        self._entry = lru_cache(KEPT)(self._read_entry)
        self._named = lru_cache(KEPT)(self._read_cities)
        self._begins = lru_cache(KEPT)(self._begins_some)

    def _read_entry(self, key: str) -> PlaceEntry:
        """A state or a hand-made place."""
        if key.startswith("country:"):
            return self.country(key.partition(":")[2])
        _, name, level, country, admin1, latitude, longitude = self._built.execute(_PLACE, (key,)).fetchone()
        return PlaceEntry(
            key,
            name,
            level,
            country or _NO_COUNTRY,
            admin1 or _NO_ADMIN,
            float(latitude),
            float(longitude),
            _NO_GEONAMES,
        )

    def country(self, iso3: str) -> PlaceEntry:
        """The state as a place."""
        state = load_states()[iso3]
        key = f"country:{iso3}"
        degrees = (state.latitude, state.longitude)
        return PlaceEntry(key, state.name, "country", iso3, _NO_ADMIN, *degrees, _NO_GEONAMES)

    def find(self, words: Sequence[str], at: int) -> tuple[PlaceMatch, ...]:
        """The places whose names start at word ``at``: longest first, hand-made ones, then largest."""
        listed = [PlaceMatch(f.length, self._entry(f.name.entity)) for f in self._index.find(words, at)]
        found = [*listed, *(m for m in self._cities(words, at) if not _is_listed(m, listed))]
        if len(found) < 2:
            return tuple(found)
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
                found.extend(PlaceMatch(ends[size - 1], city) for city in self._named(key))
        return found

    def _begins_some(self, word: str) -> bool:
        """Whether some city's name begins with a word's first piece; spares most words a longer look."""
        first = parts(word)
        if not first:
            return False
        low = first[0].text
        query = "SELECT 1 FROM city WHERE key >= ? AND key < ? LIMIT 1"
        return self._built.execute(query, (low, low + _AFTER)).fetchone() is not None

    def _read_cities(self, key: str) -> tuple[PlaceEntry, ...]:
        """The cities of a folded name, largest first."""
        rows = self._built.execute(f"{_CITY} WHERE key = ? ORDER BY population DESC, rowid", (key,))
        return tuple(_city(row) for row in rows)


def _city(row: tuple[int, str, str, str, str, float, float, int, int]) -> PlaceEntry:
    """A row of the cities' table as a place."""
    geonames, name, level, country, admin1, latitude, longitude, population, listed = row
    return PlaceEntry(
        f"geonames:{geonames}",
        name,
        level,
        country or _NO_COUNTRY,
        admin1 or _NO_ADMIN,
        latitude,
        longitude,
        geonames,
        population,
        bool(listed),
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
