"""What finds the contents of cues within a unit, and what it finds."""

from __future__ import annotations

from typing import NamedTuple

from communique.coding.speech.reach import Ranges, Reach
from communique.coding.speech.words import Reading, Unit
from communique.languages.cues import Cues


class Content(NamedTuple):
    """Word ranges of a content (ends excluded), its construction, and the words between cue and content."""

    ranges: Ranges
    built: str
    gap: tuple[int, int]


class UnitFinder:
    """Base of the finders of contents within a unit: its reading, the cues, and how far words reach."""

    __slots__ = ("_cues", "_reach", "_reading", "_unit")

    def __init__(self, reading: Reading, cues: Cues, *, unit: Unit, reach: Reach) -> None:
        self._reading = reading
        self._cues = cues
        self._unit = unit
        self._reach = reach
