"""Nouns of saying with a clause: 'les propos selon lesquels …'."""

from __future__ import annotations

from typing import NamedTuple

from communique.coding.speech.words import Reading, Unit
from communique.languages.cues import Cue, Cues

REACH = 9  # most words between the noun and 'selon lesquels'


class NounContent(NamedTuple):
    """A noun of saying and the first word of the clause that tells its content."""

    noun: int
    start: int
    cue: Cue


def find_noun_contents(reading: Reading, cues: Cues, *, unit: Unit) -> tuple[NounContent, ...]:
    """The nouns of a unit that are completed by 'selon lequel' and its like, in order."""
    words, which = reading.words, cues.of("which")
    found: list[NounContent] = []
    for k in range(unit.first + 2, unit.stop - 1):
        if words[k].low not in which or words[k].quote >= 0:
            continue
        if words[k - 1].low not in cues.of("according"):
            continue
        for j in range(k - 2, max(unit.first - 1, k - 2 - REACH), -1):
            readings = cues.noun_forms(words[j].low)
            if readings:
                found.append(NounContent(j, k + 1, readings[0]))
                break
    return tuple(found)
