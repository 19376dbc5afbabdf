"""Numbers as news writes them: digits, words, collective nouns, bounds and ranges."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from communique.languages.quantities import Quantities
from communique.syntax import Sentence, Token

DIGITS = re.compile(r"^\d+(?:[.,'\u00a0\u202f]\d+)*$")
THOUSANDS = re.compile(r"[\u00a0\u202f' ]")
LONGEST = 8  # words in one number
HUNDRED, THOUSAND = 100, 1000


class Quantity(NamedTuple):
    """A number in the text: ``value`` to ``upper`` (None for one number), over its words.

    ``first`` and ``last`` are the indices of its words, the counted noun not included; ``single`` says
    that the word is an article as well (*un drone*).
    """

    value: float
    upper: float | None
    bound: str
    first: int
    last: int
    single: bool = False


def _digits(text: str) -> float:
    """*1.200* and *1 200* write thousands; *2,5* writes a decimal."""
    compact = THOUSANDS.sub("", text)
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+", compact):
        return float(compact.replace(".", ""))
    parts = compact.replace(",", ".").split(".")
    return float(parts[0] + ("." + "".join(parts[1:]) if len(parts) > 1 else ""))


def value_of(tokens: Sequence[Token], quantities: Quantities) -> float | None:
    """The number that words write together; None when they write none.

    >>> # 'quatre-vingt-dix-sept' is 97, 'deux cents' 200, 'vingt et un' 21, '1,5 million' 1500000
    """
    total = current = 0.0
    numbers, scales = dict(quantities.numbers), dict(quantities.multipliers)
    empty = True
    for atom in _atoms(tokens, quantities):
        if atom in scales:
            total, current, empty = total + (current or 1.0) * scales[atom], 0.0, False
            continue
        value = _digits(atom) if DIGITS.match(atom) else numbers.get(atom)
        joined = None if value is None else _joined(current, float(value), atom)
        if joined is None:
            return None
        current, empty = joined, False
    return None if empty else total + current


def _atoms(tokens: Sequence[Token], quantities: Quantities) -> list[str]:
    """The parts of a number: *dix-neuf* stays whole where the language lists it, *et* is dropped."""
    known = dict(quantities.numbers)
    atoms: list[str] = []
    for token in tokens:
        low = token.low
        parts = [low] if low in known or DIGITS.match(low) else low.split("-")
        atoms.extend(p for p in parts if p and p not in quantities.conjunction)
    return atoms


def _joined(current: float, value: float, atom: str) -> float | None:
    """A part added to what stands before it, as the language composes numbers; None where it cannot."""
    if DIGITS.match(atom):
        whole = len(atom) == 3 and 0 < current < THOUSAND * THOUSAND and current == int(current)
        return current * THOUSAND + value if whole else (value if not current else None)
    if value == HUNDRED:
        return (current or 1.0) * HUNDRED if current < 10 else None
    rest = current % HUNDRED
    if value == 20 and rest == 4:
        return current + 76  # quatre-vingts
    if not rest:
        return current + value
    teens = rest in (60, 80) and 10 <= value < 20
    units = rest >= 20 and rest % 10 == 0 and value < 10
    return current + value if teens or units or (rest in (10, 70, 90) and 7 <= value < 10) else None


def number_before(sentence: Sentence, at: int, quantities: Quantities) -> tuple[float, int] | None:
    """The longest number whose last word is ``at``, and the index of its first word."""
    best: tuple[float, int] | None = None
    for first in range(at, max(-1, at - LONGEST), -1):
        words = sentence.tokens[first : at + 1]
        if words[0].low in quantities.conjunction:
            continue
        value = value_of(words, quantities)
        if value is None:
            if best is not None or not _is_part(words[0], quantities):
                break
            continue
        best = (value, first)
    return best


def _is_part(token: Token, quantities: Quantities) -> bool:
    return value_of((token,), quantities) is not None


def quantity_before(sentence: Sentence, i: int, quantities: Quantities) -> Quantity | None:
    """The quantity of the noun ``i``: a numeral before it, or a noun that counts it.

    *plus de 60 militaires*, *entre 20 et 30 civils*, *une dizaine de soldats*, *1,5 million d'euros*.
    """
    at = i - 1
    while at > 0 and sentence.tokens[at].pos == "ADJ" and not _counts(sentence.tokens[at], quantities):
        at -= 1
    if at < 0:
        return None
    found = _of_collective(sentence, at, quantities) or _of_numeral(sentence, at, quantities)
    return None if found is None else _bounded(sentence, found, i, quantities)


def _counts(token: Token, quantities: Quantities) -> bool:
    return _is_part(token, quantities)


def _of_numeral(sentence: Sentence, at: int, quantities: Quantities) -> Quantity | None:
    met = number_before(sentence, at, quantities)
    if met is None:
        return None
    value, first = met
    low = _range_start(sentence, first, quantities)
    if low:
        return Quantity(low[0], value, "between", low[1], at)
    single = first == at and sentence.tokens[at].low in quantities.one
    return Quantity(value, None, "exact", first, at, single)


def _range_start(sentence: Sentence, first: int, quantities: Quantities) -> tuple[float, int] | None:
    """*entre 20 et 30*, *20 à 30*: the lower number and the index of the range's first word."""
    if first < 2:
        return None
    link = sentence.tokens[first - 1].low
    low = number_before(sentence, first - 2, quantities)
    if low is None:
        return None
    if link in quantities.to:
        return low
    opened = low[1] > 0 and sentence.tokens[low[1] - 1].low in quantities.between
    return (low[0], low[1] - 1) if link in quantities.conjunction and opened else None


def _of_collective(sentence: Sentence, at: int, quantities: Quantities) -> Quantity | None:
    """*une dizaine de*, *2,5 millions de*, *des centaines de milliers de* before the noun."""
    if at < 1 or sentence.tokens[at].low not in quantities.of:
        return None
    noun = sentence.tokens[at - 1].low
    scales = dict(quantities.multipliers)
    values = dict(quantities.collectives) | {w: v for w, v in scales.items() if v > THOUSAND}
    singular = noun if noun in values else noun.removesuffix("s")
    if singular not in values:
        return None
    outer = _of_collective(sentence, at - 2, quantities) if at > 2 else None
    if outer:
        return outer._replace(value=outer.value * values[singular], last=at)
    return _collected(sentence, at, values[singular], quantities)


def _collected(sentence: Sentence, at: int, unit: float, quantities: Quantities) -> Quantity:
    """A counting noun with what stands before it: a number, an article, or *des*."""
    noun = sentence.tokens[at - 1].low
    exact = noun in dict(quantities.multipliers)
    met = number_before(sentence, at - 2, quantities) if at > 1 else None
    if met is not None:
        low = _range_start(sentence, met[1], quantities)
        bound = "exact" if exact else "about"
        if low:
            return Quantity(low[0] * unit, met[0] * unit, "between", low[1], at)
        return Quantity(met[0] * unit, None, bound, met[1], at)
    first = at - 2 if at > 1 and sentence.tokens[at - 2].pos in ("DET", "ADJ") else at - 1
    plural = noun.endswith("s")
    return Quantity(unit * 2 if plural else unit, None, "at least" if plural else "about", first, at)


def _bounded(sentence: Sentence, found: Quantity, i: int, quantities: Quantities) -> Quantity:
    """The quantity with the words that bound it, before it or behind the noun (*12 morts au moins*)."""
    if found.bound == "between":
        return found
    bound, first = bound_before(sentence, found.first, quantities)
    if bound == "exact":
        behind = _bound_behind(sentence, i, quantities)
        return found._replace(bound=behind, single=False) if behind else found
    article = found.bound == "at least" and bound == "about"  # *plusieurs dizaines*: the plural says it
    return found._replace(bound=found.bound if article else bound, first=first, single=False)


def bound_before(sentence: Sentence, first: int, quantities: Quantities) -> tuple[str, int]:
    """The bound that the words before index ``first`` set, and the index of its first word."""
    for words, name in quantities.bounds:
        start = first - len(words)
        if start >= 0 and tuple(t.low for t in sentence.tokens[start:first]) == words:
            return name, start
    return "exact", first


def _bound_behind(sentence: Sentence, i: int, quantities: Quantities) -> str:
    for words, name in quantities.bounds:
        behind = tuple(t.low for t in sentence.tokens[i + 1 : i + 1 + len(words)])
        if behind == words and words in quantities.behind:
            return name
    return ""
