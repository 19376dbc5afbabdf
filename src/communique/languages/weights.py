"""Weights: how much each feature of a word speaks for its telling an act, learned from our gold.

``languages/<code>/weights.csv`` holds a feature and its weight a line, written by tools/train_weights.py; the
features are named in :mod:`communique.coding.weighing.features`. The weights of a word's features add up to
the log-odds that it tells an act of the type (a logistic regression).
"""

from __future__ import annotations

import csv
import math
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib import resources

from communique.errors import DataError

FILE = "weights.csv"
BIAS = "bias"
REASONS = 3  # features that are shown
NOTHING: Mapping[str, float] = {}


class Weights:
    """The weights of a language's features; those of one type alone are named ``TYPE|feature``."""

    __slots__ = ("_bias", "_name", "_of_type", "_weights")

    def __init__(self, weights: Mapping[str, float], *, name: str) -> None:
        self._weights = dict(weights)
        self._bias = self._weights.pop(BIAS, 0.0)
        self._name = name
        self._of_type: dict[str, dict[str, float]] = {}
        for feature, weight in self._weights.items():
            kind, bar, own = feature.partition("|")
            if bar and kind.isupper():
                self._of_type.setdefault(kind, {})[own] = weight

    def weigh(self, features: Iterable[str]) -> float:
        """The probability, from 0 to 1, that a word with all these features tells an act."""
        known = self._weights
        return probability(self._bias + math.fsum(known[f] for f in features if f in known))

    def odds(self, name: str, shared: Iterable[str], typed: Sequence[str]) -> float:
        """What features add to the log-odds of an act of the type ``name``; ``typed`` ones count twice."""
        known, own = self._weights, self._of_type.get(name, NOTHING)
        found = [known[f] for f in shared if f in known]
        found += [known[f] for f in typed if f in known]
        found += [own[f] for f in typed if f in own]
        return math.fsum(found)

    def bare_odds(self, name: str) -> float:
        """The log-odds of a word of which nothing is known, as an act of the type ``name``."""
        return self._bias + self._weights.get(f"type={name}", 0.0)

    def reasons(self, features: Iterable[str]) -> tuple[str, ...]:
        """The features that speak most for it, as rules: ``fr/weights.csv#lemma=frapper (+1.2)``."""
        known = {f: w for f in features if (w := self._weights.get(f, 0.0)) > 0}
        heaviest = sorted(known.items(), key=lambda item: (-item[1], item[0]))[:REASONS]
        return tuple(f"{self._name}#{feature} ({weight:+.1f})" for feature, weight in heaviest)

    def rule(self, frame: str) -> str:
        """The rule of an act told by weight, after the frame missed: ``fr/weights.csv#frapper.1``."""
        return f"{self._name}#{frame.rpartition('#')[2]}"


def probability(odds: float) -> float:
    """The probability, from 0 to 1, that belongs to log-odds."""
    return 1 / (1 + math.exp(-odds))


@cache
def load_weights(code: str) -> Weights:
    """The weights of a language; raises :class:`DataError` for a file that is absent or cannot be read."""
    label = f"languages/{code}/{FILE}"
    path = resources.files("communique.languages").joinpath(code, FILE)
    try:
        rows = list(csv.reader(path.read_text(encoding="utf8").splitlines()))
        return Weights({feature: float(weight) for feature, weight in rows}, name=f"{code}/{FILE}")
    except FileNotFoundError:
        raise DataError(label, "the file", "it does not exist", "Run tools/train_weights.py") from None
    except ValueError as error:
        problem = f"it is no feature and weight ({error})"
        raise DataError(label, "a line", problem, "Run tools/train_weights.py") from error
