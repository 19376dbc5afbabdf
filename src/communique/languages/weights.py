"""Weights: how much each feature of a word speaks for its telling an act, learned from our gold.

``languages/<code>/weights.csv`` holds a feature and its weight a line, written by tools/train_weights.py; the
features are named in :mod:`communique.coding.weighing.features`. The weights of a word's features add up to
the log-odds that it tells an act of the type (a logistic regression).
"""

from __future__ import annotations

import csv
import math
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources

from communique.errors import DataError

FILE = "weights.csv"
BIAS = "bias"
REASONS = 3  # features that are shown


class Weights:
    """The weights of a language's features."""

    __slots__ = ("_bias", "_name", "_weights")

    def __init__(self, weights: Mapping[str, float], *, name: str) -> None:
        self._weights = dict(weights)
        self._bias = self._weights.pop(BIAS, 0.0)
        self._name = name

    def weigh(self, features: Iterable[str]) -> float:
        """The probability, from 0 to 1, that a word with these features tells an act."""
        known = self._weights
        return 1 / (1 + math.exp(-self._bias - math.fsum(known[f] for f in features if f in known)))

    def reasons(self, features: Iterable[str]) -> tuple[str, ...]:
        """The features that speak most for it, as rules: ``fr/weights.csv#lemma=frapper (+1.2)``."""
        known = {f: w for f in features if (w := self._weights.get(f, 0.0)) > 0}
        heaviest = sorted(known.items(), key=lambda item: (-item[1], item[0]))[:REASONS]
        return tuple(f"{self._name}#{feature} ({weight:+.1f})" for feature, weight in heaviest)

    def rule(self, frame: str) -> str:
        """The rule of an act told by weight, after the frame missed: ``fr/weights.csv#frapper.1``."""
        return f"{self._name}#{frame.rpartition('#')[2]}"


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
