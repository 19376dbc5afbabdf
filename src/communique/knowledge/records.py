"""What the knowledge base hands out: frozen records of actors, names, tenures and places."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from communique.model import Unknown


class Entity(NamedTuple):
    """Somebody or something that can act, known before the article is read.

    ``id`` is ``person:Q58217``, ``state:RUS``, ``government:RUS``, ``ministry:RUS:foreign_minister``,
    ``forces:SYR`` …, or the word in ``entities.csv`` (``islamic_state``). ``kind`` and ``sector`` are the
    codebook's; ``begin`` and ``end`` bound its existence where that is on record. ``gender`` is ``m``, ``f``
    or empty when the language file says nothing, ``number`` is ``s`` or ``p``. ``aliases`` are the names in
    the language of the reader.
    """

    id: str
    name: str
    kind: str
    country: str | Unknown
    sector: str | Unknown
    wikidata: str | Unknown
    begin: date | None = None
    end: date | None = None
    gender: str = ""
    number: str = "s"
    aliases: tuple[str, ...] = ()


class NameMatch(NamedTuple):
    """A known name met at a word: how many words it takes, and whom it denotes.

    ``reading`` is ``name``, ``metonym`` (a palace, a seat: also a place) or ``capital`` (of a state whose
    government it stands for: also a place). ``begin`` and ``end`` are the days between which the name was in
    use, where known.
    """

    length: int
    entity: Entity
    reading: str = "name"
    begin: date | None = None
    end: date | None = None


class StateWord(NamedTuple):
    """A word that denotes a state; ``role`` is ``name``, ``adjective``, ``people``, ``capital``, ``prefix``.

    ``gender`` is ``m``, ``f`` or empty (both or unknown), ``number`` is ``s``, ``p`` or empty, as the form
    shows.
    """

    country: str
    role: str
    gender: str = ""
    number: str = ""


class State(NamedTuple):
    """A state or territory: English name, with ``the`` where English wants it, and what the language adds."""

    iso3: str
    name: str
    article: str
    capital: str
    wikidata: str
    status: str
    latitude: float
    longitude: float

    @property
    def phrase(self) -> str:
        """The name as it stands after 'of': ``the United States``, ``Russia``."""
        return f"{self.article} {self.name}".strip()


class Tenure(NamedTuple):
    """A person in an office from a day to a day; None where the day is not on record.

    ``person`` is the person's entity id. ``begin`` and ``end`` are the first and the last day that what is
    known allows, ``begun`` and ``still`` the first and the last on which it leaves no doubt: of a tenure
    known as 2012 to 2014, 2012-01-01, 2014-12-31, 2012-12-31 and 2014-01-01. An ``end`` of None is no claim
    that the person is still in office: it was not known on the day of the data (``source`` tells which).
    """

    person: str
    office: str
    country: str
    begin: date | None
    end: date | None
    source: str = ""
    begun: date | None = None
    still: date | None = None


class PlaceEntry(NamedTuple):
    """A place of the gazetteer; ``level`` is site, city, region or country, degrees are WGS 84.

    ``listed`` tells of a city that the language's own list of names has: it needs no other sign.
    """

    id: str
    name: str
    level: str
    country: str | Unknown
    admin1: str | Unknown
    latitude: float | Unknown
    longitude: float | Unknown
    geonames: int | Unknown
    population: int = 0
    listed: bool = False


class PlaceMatch(NamedTuple):
    """A place name met at a word: how many words it takes, and the place."""

    length: int
    place: PlaceEntry
