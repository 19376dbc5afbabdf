"""The names under which what is asked for may stand in the store: French or English, whole or cut short."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from communique.knowledge import Knowledge, load_knowledge
from communique.knowledge.entities import load_entities
from communique.model import Unknown

LETTERS = 3
"""Letters of a country code, and of names that are met as whole words only: *UE* is not in *Sergueï*."""


@dataclass(frozen=True, slots=True)
class Names:
    """The names to look for, and the countries (ISO 3166-1 alpha-3) that the words denote."""

    words: tuple[str, ...]
    countries: tuple[str, ...] = ()


def is_country(name: str) -> bool:
    """Whether a name is a country code."""
    return len(name) == LETTERS and name.isascii() and name.isalpha() and name.isupper()


def party_names(name: str) -> Names:
    """What a party may be called: *OTAN* is NATO, *Russie* is whoever belongs to Russia.

    >>> party_names("Russie").countries
    ('RUS',)
    """
    if is_country(name):
        return Names((name,), (name,))
    knowledge = load_knowledge()
    words = _words(name)
    matches = knowledge.match(words, 0) if words else ()
    met = [m.entity for m in matches if m.length == len(words) and m.reading == "name"]
    met += [e for e in load_entities().values() if e.name.casefold() == name.casefold()]
    bodies = [knowledge.entity(e.id) for e in met if e.kind not in ("state", "person")]
    found = [name, *(n for body in bodies for n in (body.name, *body.aliases))]
    return Names(tuple(dict.fromkeys(found)), _countries(name, knowledge))


def place_names(name: str) -> Names:
    """What a place may be called: *Moscou* is Moscow, *Syrie* any place in Syria.

    >>> place_names("Alep").words
    ('Alep', 'Aleppo')
    """
    if is_country(name):
        return Names((name,), (name,))
    knowledge = load_knowledge()
    words = _words(name)
    matches = knowledge.places(words, 0) if words else ()
    found = [name, *(m.place.name for m in matches if m.length == len(words))]
    return Names(tuple(dict.fromkeys(found)), _countries(name, knowledge))


def _countries(name: str, knowledge: Knowledge) -> tuple[str, ...]:
    """The state that a name is of, in French or English; a capital is none."""
    words = _words(name)
    met = (m.entity for m in (knowledge.match(words, 0) if words else ()) if m.length == len(words))
    found = [e.country for e in met if e.kind == "state" and not isinstance(e.country, Unknown)]
    named = [w.country for w in knowledge.state_words(name) if w.role == "name"]
    english = [s.iso3 for s in knowledge.states if s.name.casefold() == name.casefold()]
    return tuple(dict.fromkeys([*found, *named, *english]))


def _words(name: str) -> Sequence[str]:
    """The words of a name, elided articles cut off as a parser cuts them."""
    return name.replace("\u2019", "'").replace("'", "' ").split()
