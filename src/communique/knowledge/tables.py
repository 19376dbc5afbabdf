"""The tables of the knowledge base: the files that we ship, with the user's entries laid over them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from communique.knowledge.files import SEPARATOR, read_rows
from communique.knowledge.overlay import (
    BodyEntry,
    Entry,
    HolderEntry,
    PersonEntry,
    PlaceEntry,
    load_overlay,
)

Row = tuple[str, ...]
PERSONS = ("id", "name", "gender", "country", "sector")
HOLDERS = ("office", "country", "person", "begin", "end", "source")
ENTITIES = ("id", "name", "kind", "country", "sector", "wikidata", "begin", "end", "source")
PLACES = ("id", "name", "level", "country", "admin1", "latitude", "longitude")
NAMES = ("id", "names")
ENTITY_NAMES = ("id", "gender", "number", "names", "metonyms")
_OURS = "communique.knowledge"
_WORDS = "communique.languages"
DAY, MONTH, YEAR = 10, 7, 4  # lengths of ISO dates


def person_rows() -> Iterator[Row]:
    """Persons: id, name, gender, country, sector."""
    return _laid_over(read_rows(_OURS, "persons.csv", columns=PERSONS), PersonEntry, _person, (0,))


def person_names(code: str) -> Iterator[Row]:
    """Spellings of persons in a language: id, names."""
    return _laid_over(read_rows(_WORDS, code, "persons.csv", columns=NAMES), PersonEntry, _named, (0,))


def holder_rows() -> Iterator[Row]:
    """Tenures: office, country, person, begin, end, source; by office, country and begin.

    The days are ISO dates as far as they are known: ``2012``, ``2012-03`` or ``2012-03-31``.
    """
    rows = _laid_over(read_rows(_OURS, "holders.csv", columns=HOLDERS), HolderEntry, _holder, (0, 1, 2, 3))
    return iter(sorted(rows, key=lambda row: (row[0], row[1], row[3])) if load_overlay() else rows)


def entity_rows() -> Iterator[Row]:
    """Bodies: id, name, kind, country, sector, wikidata, begin, end, source."""
    return _laid_over(read_rows(_OURS, "entities.csv", columns=ENTITIES), BodyEntry, _body, (0,))


def entity_names(code: str) -> Iterator[Row]:
    """What a language calls bodies: id, gender, number, names, metonyms."""
    rows = read_rows(_WORDS, code, "entities.csv", columns=ENTITY_NAMES)
    return _laid_over(rows, BodyEntry, _body_named, (0,))


def place_rows() -> Iterator[Row]:
    """Places: id, name, level, country, admin1, latitude, longitude."""
    return _laid_over(read_rows(_OURS, "places.csv", columns=PLACES), PlaceEntry, _place, (0,))


def place_names(code: str) -> Iterator[Row]:
    """What a language calls places: id, names."""
    return _laid_over(read_rows(_WORDS, code, "places.csv", columns=NAMES), PlaceEntry, _named, (0,))


def _laid_over(
    rows: Iterable[Row],
    kind: type[Entry],
    made: Callable[..., Row],
    key: tuple[int, ...],
) -> Iterator[Row]:
    """Our rows, those that the user replaced or removed left out, and then the user's."""
    entries = [entry for entry in load_overlay() if isinstance(entry, kind)]
    theirs = {entry.key[1:]: entry for entry in entries}
    for row in rows:
        if not theirs or tuple(row[i] for i in key) not in theirs:
            yield row
    yield from (made(entry) for entry in entries if not entry.removed)


def _person(entry: PersonEntry) -> Row:
    return (entry.id, entry.name, entry.gender, entry.country, entry.sector)


def _named(entry: PersonEntry | PlaceEntry) -> Row:
    return (entry.id, SEPARATOR.join(entry.names or (entry.name,)))


def _holder(entry: HolderEntry) -> Row:
    return (entry.office, entry.country, entry.person, entry.begin, entry.end, entry.source)


def _body(entry: BodyEntry) -> Row:
    days = tuple(day.isoformat() if day else "" for day in (entry.begin, entry.end))
    return (
        entry.id,
        entry.name,
        entry.type,
        entry.country,
        entry.sector,
        entry.wikidata,
        *days,
        entry.source,
    )


def _body_named(entry: BodyEntry) -> Row:
    names = SEPARATOR.join(entry.names or (entry.name,))
    return (entry.id, entry.gender, entry.number, names, SEPARATOR.join(entry.metonyms))


def _place(entry: PlaceEntry) -> Row:
    degrees = (str(entry.latitude), str(entry.longitude))
    return (entry.id, entry.name, entry.level, entry.country, entry.admin1, *degrees)


def first_day(text: str) -> str:
    """The first day that an ISO date of any precision allows: ``2012-03`` is 2012-03-01."""
    return text if len(text) in (0, DAY) else f"{text}-01" if len(text) == MONTH else f"{text}-01-01"


def last_day(text: str) -> str:
    """The last day that an ISO date of any precision allows: ``2012-02`` is 2012-02-29."""
    if len(text) == MONTH:
        from calendar import monthrange

        return f"{text}-{monthrange(int(text[:4]), int(text[5:]))[1]:02d}"
    return f"{text}-12-31" if len(text) == YEAR else text
