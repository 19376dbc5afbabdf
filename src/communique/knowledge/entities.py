"""Institutions, alliances, organisations, armed groups and parties, and what stands for a state's organs."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import NamedTuple

from communique.errors import DataError, NotFoundError
from communique.knowledge.files import day, read_text, split
from communique.knowledge.names import Name, load_dated_names
from communique.knowledge.records import Entity, State
from communique.knowledge.states import load_states
from communique.knowledge.tables import entity_names, entity_rows
from communique.model import Unknown

NO_COUNTRY = Unknown("it belongs to no state")
NO_WIKIDATA = Unknown("no Wikidata identity on record")
# Organs of a state: id prefix -> (English name before 'of', kind, sector).
ORGANS = {
    "government": ("government", "government", "GOV"),
    "forces": ("armed forces", "force", "MIL"),
    "police": ("police", "force", "COP"),
    "parliament": ("parliament", "organisation", "LEG"),
    "judiciary": ("judiciary", "organisation", "JUD"),
    "intelligence": ("intelligence services", "organisation", "SPY"),
    "opposition": ("opposition", "group", "OPP"),
    "progovernment": ("pro-government forces", "force", "MIL"),
    "people": ("people", "people", "CVL"),
    "presidency": ("presidency", "organisation", "GOV"),
    "press": ("press", "organisation", "MED"),
    "protesters": ("protesters", "group", "CVL"),
}


class Office(NamedTuple):
    """A kind of post: its code, English title, the ministry it heads (empty for none), and its reach.

    ``scope`` is ``state`` (one in every state), or the id of the organisation that has it.
    """

    code: str
    title: str
    ministry: str
    scope: str
    titles: tuple[tuple[str, str], ...]
    ministries: tuple[tuple[str, str], ...]


@cache
def load_offices() -> dict[str, Office]:
    """The office codes of ``offices.toml``."""
    raw = tomllib.loads(read_text("communique.knowledge", "offices.toml"))
    offices = {}
    for entry in raw["office"]:
        offices[entry["id"]] = Office(
            entry["id"],
            entry["title"],
            entry.get("ministry", ""),
            entry.get("scope", "state"),
            tuple(sorted(entry.get("titles", {}).items())),
            tuple(sorted(entry.get("ministries", {}).items())),
        )
    return offices


@cache
def load_leading() -> dict[str, str]:
    """Which office leads a state, by the state's code; states where that is open are missing."""
    raw = tomllib.loads(read_text("communique.knowledge", "offices.toml"))
    return {state: office for office, states in raw["leading"].items() for state in states}


@cache
def load_entities() -> dict[str, Entity]:
    """The entities of ``entities.csv`` by id, without the names of a language."""
    found: dict[str, Entity] = {}
    for key, name, kind, country, sector, wikidata, begin, end, _source in entity_rows():
        if key in found:
            raise DataError(
                "knowledge/entities.csv", key, "the id stands twice", "Give one of them another id"
            )
        found[key] = Entity(
            key, name, kind, country or NO_COUNTRY, sector, wikidata or NO_WIKIDATA, day(begin), day(end)
        )
    return found


class EntityNames:
    """What a language calls entities: names, metonyms, gender and number, and days of use of a name."""

    def __init__(self, code: str) -> None:
        self.names: list[Name] = []
        self.shapes: dict[str, tuple[str, str, tuple[str, ...]]] = {}
        dated = load_dated_names()
        for key, gender, number, names, metonyms in entity_names(code):
            self.shapes[key] = (gender, number, split(names))
            for name in split(names):
                begin, end = dated.get((key, name), (None, None))
                self.names.append(Name(name, key, "name", begin, end))
            self.names.extend(Name(name, key, "metonym") for name in split(metonyms))


def organ(key: str) -> Entity:
    """The entity of a derived id such as ``forces:SYR`` or ``ministry:USA:defence_minister``.

    Raises :class:`NotFoundError` when the state, the organ or the office is not known.
    """
    prefix, _, rest = key.partition(":")
    iso3, _, office = rest.partition(":")
    state = load_states().get(iso3)
    if state is None:
        raise NotFoundError(f"no state {iso3!r} in {key!r}; use an ISO 3166-1 alpha-3 code of states.csv")
    if prefix == "state":
        return Entity(key, state.name, "state", iso3, "GOV", state.wikidata or NO_WIKIDATA)
    if prefix == "ministry":
        return _ministry(key, state, office)
    if prefix not in ORGANS:
        raise NotFoundError(f"no organ {prefix!r} in {key!r}; there are {', '.join(sorted(ORGANS))}")
    noun, kind, sector = ORGANS[prefix]
    return Entity(key, f"{noun} of {state.phrase}", kind, iso3, sector, NO_WIKIDATA)


def _ministry(key: str, state: State, office: str) -> Entity:
    """The ministry that an office heads in a state, under the name that it has there."""
    known = load_offices().get(office)
    if known is None or not known.ministry:
        raise NotFoundError(f"no ministry for office {office!r} in {key!r}; see knowledge/offices.toml")
    noun = dict(known.ministries).get(state.iso3, known.ministry)
    return Entity(key, f"{noun} of {state.phrase}", "ministry", state.iso3, "GOV", NO_WIKIDATA)
