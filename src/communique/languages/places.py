"""When words say where: the grammar of places of a language (``languages/<code>/places.toml``)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any, NamedTuple

from communique.languages.loading import EntryModel, check_entry, read_toml
from communique.languages.phrases import cut

FILE = "places.toml"


class _Before(EntryModel):
    """What stands before a place."""

    strong: tuple[str, ...]
    local: tuple[str, ...]
    contracted: frozenset[str]
    compass: frozenset[str]
    of: frozenset[str]
    bound: frozenset[str]
    plain_of: str
    articles: frozenset[str]
    plural: frozenset[str]


class _Nouns(EntryModel):
    """Nouns that say something of the name after them."""

    place: frozenset[str]
    settlement: frozenset[str]
    border: frozenset[str]
    border_with: frozenset[str]
    event: frozenset[str]
    origin: frozenset[str]
    territory: frozenset[str]
    between: frozenset[str]
    capital: frozenset[str]
    country: frozenset[str]
    demonstrative: frozenset[str]
    things: frozenset[str]
    town: frozenset[str]
    leaving: frozenset[str]


class _Lists(EntryModel):
    """What stands between places, and after a place that is a label."""

    joints: tuple[str, ...]
    label: frozenset[str]


class _Home(EntryModel):
    """The states that need no naming."""

    states: frozenset[str]


class _Reject(EntryModel):
    """Names that are also words."""

    names: frozenset[str]


class PlaceGrammar(NamedTuple):
    """The words around places, in the lower-case pieces of :func:`communique.languages.phrases.cut`."""

    strong: frozenset[tuple[str, ...]]
    local: frozenset[tuple[str, ...]]
    joints: frozenset[tuple[str, ...]]
    contracted: frozenset[str]
    compass: frozenset[str]
    of: frozenset[str]
    bound: frozenset[str]
    plain_of: str
    articles: frozenset[str]
    plural: frozenset[str]
    place: frozenset[str]
    settlement: frozenset[str]
    border: frozenset[str]
    border_with: frozenset[str]
    event: frozenset[str]
    origin: frozenset[str]
    territory: frozenset[str]
    between: frozenset[str]
    capital: frozenset[str]
    country: frozenset[str]
    demonstrative: frozenset[str]
    things: frozenset[str]
    town: frozenset[str]
    leaving: frozenset[str]
    label: frozenset[str]
    home: frozenset[str]
    reject: frozenset[str]

    @property
    def common(self) -> frozenset[str]:
        """The common nouns that may denote a place without its name: 'le pays', 'la ville'."""
        return self.country | self.capital | self.territory | self.town


@cache
def load_place_grammar(code: str) -> PlaceGrammar:
    """The grammar of places of a language; raises :class:`DataError` when its file is wrong."""
    raw = read_toml(code, FILE)
    label = f"languages/{code}/{FILE}"
    before = check_entry(_Before, raw.get("before"), file=label, entry="before")
    nouns = check_entry(_Nouns, raw.get("nouns"), file=label, entry="nouns")
    lists = check_entry(_Lists, raw.get("lists"), file=label, entry="lists")
    home = check_entry(_Home, raw.get("home"), file=label, entry="home")
    reject = check_entry(_Reject, raw.get("reject"), file=label, entry="reject")
    words = {name: _pieces(getattr(nouns, name)) for name in _Nouns.model_fields}
    return PlaceGrammar(
        strong=frozenset(map(cut, before.strong)),
        local=frozenset(map(cut, before.local)),
        joints=frozenset(map(cut, lists.joints)),
        contracted=before.contracted,
        compass=_pieces(before.compass),
        of=_pieces(before.of),
        bound=before.bound,
        plain_of=before.plain_of,
        articles=_pieces(before.articles),
        plural=before.plural,
        label=lists.label,
        home=home.states,
        reject=frozenset(name.lower() for name in reject.names),
        **words,
    )


def place_examples(code: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The sentences of the file with the places that each has; none for those under ``not``."""
    raw: dict[str, Any] = read_toml(code, FILE)
    said = [(entry["says"], tuple(entry["places"])) for entry in raw["examples"]]
    return (*said, *((text, ()) for text in raw["not"]["examples"]))


def _pieces(words: Iterable[str]) -> frozenset[str]:
    """Words as pieces: the last of each, since a hyphen or an apostrophe parts words."""
    return frozenset(cut(word)[-1] for word in words)
