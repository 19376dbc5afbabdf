"""Words behind a colon that nothing marks as quoted: what verbs and predicates of saying announce."""

from __future__ import annotations

from typing import NamedTuple

from communique.coding.speech.finder import Content, UnitFinder
from communique.coding.speech.hits import Hit
from communique.coding.speech.reach import STOPS
from communique.coding.speech.words import Reading, Unit
from communique.languages.cues import Cues

COLON = "colon"
GAP = 12  # most words between a verb and its colon
TOLD = frozenset({"affirm", "announce", "deny"})


class AnnouncedFinder(UnitFinder):
    """Finds, within a unit, what follows a verb of saying behind a colon."""

    __slots__ = ()

    def of(self, hit: Hit) -> Content | None:
        """'Le maire a prévenu hier : le pont sera fermé': a clause behind the colon that follows the verb.

        Not 'L'enquête continue : …', 'a annoncé trois mesures : …' (the verb has its object).
        """
        words = self._reading.words
        if hit.voice != "active" or hit.form not in ("finite", "past"):
            return None
        said = hit.cue.allows("que") or bool(hit.cue.tail)
        if not said or not hit.cue.allows("quote") or hit.cue.force not in TOLD:
            return None
        for k in range(hit.last + 1, min(self._unit.stop - 1, hit.last + GAP)):
            if words[k].low == ":" and words[k + 1].quote < 0:
                return self._clause(hit, k)
            article = k == hit.last + 1 and words[k].low in self._cues.of("articles")
            if article or words[k].low in STOPS or words[k].quote >= 0 or self._reading.is_finite(k):
                return None
            if words[k].low in self._cues.of("relatives") | self._cues.of("that"):
                return None
        return None

    def _clause(self, hit: Hit, colon: int) -> Content | None:
        ranges = self._reach.clause_ranges(colon + 1, finite=True, whole=True)
        told = any(self._reading.is_finite(j) for a, b in ranges for j in range(a, b))
        parted = len(ranges) > 1  # an incise within it tells who speaks
        return Content(ranges, COLON, (hit.last + 1, colon)) if told and not parted else None


class Colon(NamedTuple):
    """A predicate that announces what somebody says: its verb, and the first word behind its colon."""

    verb: int
    start: int


def find_colons(reading: Reading, cues: Cues, *, unit: Unit) -> list[Colon]:
    """'Le préfet est catégorique : …', 'persiste et signe : …': the colons that such words stand before."""
    words, found = reading.words, []
    for k in range(unit.first + 2, unit.stop - 1):
        if words[k].low != ":" or words[k].quote >= 0 or words[k + 1].quote >= 0:
            continue
        if words[k - 1].low not in cues.of("colon_words"):
            continue
        verb = next((j for j in range(k - 1, unit.first, -1) if reading.is_finite(j)), None)
        if verb is not None and any(reading.is_finite(j) for j in range(k + 1, unit.stop)):
            found.append(Colon(verb, k + 1))
    return found
