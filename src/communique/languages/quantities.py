"""Numbers, bounds and ordinals of a language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from communique.languages.loading import read_toml


@dataclass(frozen=True, slots=True)
class Quantities:
    """Words that count, by what they do; all lower case with straight apostrophes.

    ``bounds`` are pairs of the words (longest first) and the bound that they set; ``behind`` those that
    may stand behind the noun; ``one`` articles that write a number; ``of`` and ``of_kind`` what stands
    between a counting noun or a noun and its complement; ``part`` what opens a part of a count;
    ``things`` what is destroyed and not killed; ``other_causes`` what has a toll of its own.
    """

    code: str
    numbers: tuple[tuple[str, int], ...]
    multipliers: tuple[tuple[str, int], ...]
    collectives: tuple[tuple[str, int], ...]
    bounds: tuple[tuple[tuple[str, ...], str], ...]
    behind: frozenset[tuple[str, ...]]
    one: frozenset[str]
    of: frozenset[str]
    of_kind: frozenset[str]
    part: frozenset[str]
    things: frozenset[str]
    other_causes: frozenset[str]
    between: frozenset[str]
    conjunction: frozenset[str]
    to: frozenset[str]
    currencies: frozenset[str]
    tolls: tuple[tuple[str, str], ...]
    ordinals: tuple[tuple[str, int], ...]
    ordinal_suffixes: tuple[str, ...]
    times: frozenset[str]
    repeats: frozenset[str]
    rounds: frozenset[str]
    this: frozenset[str]
    within: frozenset[str]
    since: frozenset[str]
    not_events: frozenset[str]


def _words(form: str) -> tuple[str, ...]:
    return tuple(form.replace("'", "' ").split())


@cache
def load_quantities(code: str) -> Quantities:
    """The numbers, bounds and ordinals of ``languages/<code>/quantities.toml``."""
    raw = read_toml(code, "quantities.toml")
    bounds = [(_words(form), name) for name, forms in raw["bounds"].items() for form in forms]
    ordinal = raw["ordinal"]
    return Quantities(
        code=code,
        numbers=tuple(raw["numbers"].items()),
        multipliers=tuple(raw["multipliers"].items()),
        collectives=tuple(raw["collectives"].items()),
        bounds=tuple(sorted(bounds, key=lambda pair: -len(pair[0]))),
        behind=frozenset(_words(form) for form in raw["behind"]["words"]),
        one=frozenset(raw["one"]["words"]),
        of=frozenset(raw["of"]["words"]),
        of_kind=frozenset(raw["of_kind"]["words"]),
        part=frozenset(raw["part"]["words"]),
        things=frozenset(raw["things"]["words"]),
        other_causes=frozenset(raw["other_causes"]["words"]),
        between=frozenset(raw["range"]["between"]),
        conjunction=frozenset(raw["range"]["and"]),
        to=frozenset(raw["range"]["to"]),
        currencies=frozenset(raw["currencies"]["words"]),
        tolls=tuple((word, role) for role, words in raw["tolls"].items() for word in words),
        ordinals=tuple(raw["ordinals"].items()),
        ordinal_suffixes=tuple(sorted(ordinal["suffixes"], key=len, reverse=True)),
        times=frozenset(ordinal["times"]),
        repeats=frozenset(ordinal["repeats"]),
        rounds=frozenset(ordinal["rounds"]),
        this=frozenset(ordinal["this"]),
        within=frozenset(ordinal["within"]),
        since=frozenset(ordinal["since"]),
        not_events=frozenset(ordinal["not_events"]),
    )
