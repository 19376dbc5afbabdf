"""Nouns that denote persons, groups, forces and institutions: ``languages/<code>/roles.toml``."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from pydantic import Field

from communique.errors import DataError
from communique.languages.loading import EntryModel, check_entry, read_toml
from communique.languages.phrases import PhraseIndex

FILE = "roles.toml"
_NOUN = re.compile(r"^(?P<singular>[^/]+?)(?:/(?P<plural>[^/]+?))? (?P<gender>mf|m|f)(?P<only>[ps]?)$")


class RoleEntry(EntryModel):
    """A concept with its nouns; the comment at the head of the file tells what each field means."""

    id: str
    name: str
    kind: str
    sector: str
    nouns: tuple[str, ...]
    entity: str = ""
    unique: bool = False
    person: bool = False
    local: bool = False
    anaphor: bool = False
    source: bool = False
    transparent: bool = False
    make: bool = False
    bare: str = ""
    own: bool = True
    possessed: dict[str, str] = Field(default_factory=dict)
    realms: dict[str, frozenset[str]] = Field(default_factory=dict)
    not_before: tuple[str, ...] = ()
    supporting: bool = False
    relative: bool = False
    examples: tuple[str, ...] = ()
    not_: tuple[str, ...] = ()

    model_config = EntryModel.model_config | {"alias_generator": lambda name: name.rstrip("_")}


class Role(NamedTuple):
    """A form of a noun: concept, ``gender`` (``m``, ``f``, empty for both), ``number`` (``s``, ``p``)."""

    entry: RoleEntry
    noun: str
    gender: str
    number: str
    invariable: bool = False

    @property
    def capital(self) -> bool:
        """Whether the noun must be written with a capital ('État', 'Parlement')."""
        return self.noun[:1].isupper()


class Roles(NamedTuple):
    """All role nouns of a language, indexed by their forms."""

    entries: tuple[RoleEntry, ...]
    phrases: PhraseIndex[Role]
    supporting_prefix: str

    @property
    def supporting(self) -> RoleEntry | None:
        """What armed followers of a state are ('un convoi pro-Assad'), where there is an entry for it."""
        return next((entry for entry in self.entries if entry.supporting), None)


def plural_of(phrase: str, endings: tuple[tuple[str, str], ...]) -> str:
    """The plural of a noun phrase, made on its first word.

    >>> plural_of("juge d'instruction", (("al", "aux"), ("", "s")))
    "juges d'instruction"
    """
    first, space, rest = phrase.partition(" ")
    for singular, plural in endings:
        if first.endswith(singular):
            return first[: len(first) - len(singular)] + plural + space + rest
    return phrase


def _forms(entry: RoleEntry, noun: str, endings: tuple[tuple[str, str], ...]) -> list[tuple[str, Role]]:
    """The forms of one noun line of the file."""
    match = _NOUN.match(noun)
    if match is None:
        raise DataError(
            FILE, entry.id, f"noun {noun!r} has no gender", "Write it as 'singular[/plural] m|f|mf[p|s]'"
        )
    gender = "" if match["gender"] == "mf" else match["gender"]
    singular = match["singular"]
    if match["only"]:
        return [(singular, Role(entry, singular, gender, match["only"]))]
    plural = match["plural"] or plural_of(singular, endings)
    forms = [(singular, Role(entry, singular, gender, "s", plural == singular))]
    if plural != singular:
        forms.append((plural, Role(entry, singular, gender, "p")))
    return forms


@cache
def load_roles(code: str) -> Roles:
    """The role nouns of a language; raises :class:`DataError` when an entry is wrong."""
    raw = read_toml(code, FILE)
    endings = tuple((str(a), str(b)) for a, b in raw["plurals"])
    entries = tuple(check_entry(RoleEntry, r, file=FILE, entry=str(r.get("id", "?"))) for r in raw["role"])
    forms = [form for entry in entries for noun in entry.nouns for form in _forms(entry, noun, endings)]
    return Roles(entries, PhraseIndex(forms), str(raw["supporting_prefix"]))
