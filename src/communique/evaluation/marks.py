"""Marks and scores: how many of what are right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

MEASURES = ("f1", "recall", "precision")


@dataclass(frozen=True, slots=True)
class Mark:
    """What one article adds to a field: right ones, gold ones, predicted ones.

    ``group`` is empty for the field as a whole, or the type or status that the mark belongs to.
    ``predicted`` stays 0 where a field is a share of what was found and precision has no meaning.
    ``open`` counts values that the program left open (Unknown), ``wrong`` those that are harmful.
    """

    field: str
    group: str = ""
    right: int = 0
    gold: int = 0
    predicted: int = 0
    open: int = 0
    wrong: int = 0


@dataclass(frozen=True, slots=True)
class Score:
    """The sum of a field's marks over all articles."""

    field: str
    group: str
    right: int
    gold: int
    predicted: int
    open: int
    wrong: int

    @property
    def recall(self) -> float | None:
        """Right ones over gold ones (for a share of what was found: the share); None over nothing."""
        return self.right / self.gold if self.gold else None

    @property
    def precision(self) -> float | None:
        """Right ones over predicted ones; a lower bound, since gold may miss some."""
        return self.right / self.predicted if self.predicted else None

    @property
    def extra(self) -> int:
        """Minus the number of predicted ones that are not right: 0 at best (for floors)."""
        return self.right - self.predicted

    @property
    def f1(self) -> float | None:
        """Twice the right ones over gold and predicted ones; None where nothing is predicted or owed."""
        if self.field not in DETECTED or not self.gold + self.predicted:
            return None
        return 2 * self.right / (self.gold + self.predicted)


DETECTED = frozenset(
    {"reports", "parties", "parties strict", "statements .8", "statements .3", "times", "time values"}
)
"""Fields that are found in the text, and so have a precision; the others are shares."""


@dataclass(frozen=True, slots=True)
class Miss:
    """One thing that is not as gold has it, and the nearest reason for it."""

    article: str
    field: str
    group: str
    words: str
    sentence: str
    gold: str
    got: str
    reason: str


@dataclass(frozen=True, slots=True)
class Scores:
    """The result of an evaluation: sums by field and group, and every miss."""

    articles: int
    missing: tuple[str, ...]
    scores: tuple[Score, ...]
    misses: tuple[Miss, ...]

    def score(self, field: str, group: str = "") -> Score:
        """One field's score; zeros where nothing of it was met."""
        fits = (score for score in self.scores if (score.field, score.group) == (field, group))
        return next(fits, Score(field, group, 0, 0, 0, 0, 0))


def add_up(marks: Iterable[Mark]) -> tuple[Score, ...]:
    """Scores of all fields and groups, in order of their names."""
    ordered = sorted(marks, key=_place)
    return tuple(_sum(place, tuple(same)) for place, same in groupby(ordered, key=_place))


def _place(mark: Mark) -> tuple[str, str]:
    """Where a mark belongs."""
    return mark.field, mark.group


def _sum(place: tuple[str, str], marks: tuple[Mark, ...]) -> Score:
    """One score from its marks."""
    return Score(
        *place,
        right=sum(mark.right for mark in marks),
        gold=sum(mark.gold for mark in marks),
        predicted=sum(mark.predicted for mark in marks),
        open=sum(mark.open for mark in marks),
        wrong=sum(mark.wrong for mark in marks),
    )
