"""What an outlet adds to somebody's words behind a comma, and what belongs to them there."""

from __future__ import annotations

from communique.coding.speech.words import Reading, Unit
from communique.languages.cues import Cues

COMMAS = 8  # commas of a content behind which a gloss is looked for
QUALIFIED = 14  # most words between a comma and what qualifies a noun behind it
GLOSS = 4  # least words of what an outlet adds behind a comma


class GlossFinder:
    """Tells an outlet's additions from the words of who speaks, within a unit."""

    __slots__ = ("_cues", "_reading", "_unit")

    def __init__(self, reading: Reading, cues: Cues, *, unit: Unit) -> None:
        self._reading = reading
        self._cues = cues
        self._unit = unit

    def belongs(self, k: int) -> bool:
        """'un pacte, baptisé Aube', 'livrer Roy, pasteur installé à Lima': what goes on behind a comma.

        A past participle, or a noun without an article behind a name. Not what somebody else did: '…,
        évoquée par un journal'.
        """
        found = self._reading.token(k) if k < self._unit.stop and self._reading.words[k].quote < 0 else None
        if found is None:
            return False
        near = range(k, min(self._unit.stop, k + QUALIFIED))
        stop = next((j for j in near if self._reading.words[j].is_mark), near.stop)
        if any(self._reading.words[j].low in self._cues.of("by") for j in range(k, stop)):
            return False
        past = found[1].feature("VerbForm") == "Part" and found[1].feature("Tense") == "Past"
        return (past and found[1].pos == "VERB" and found[1].dep.startswith("acl")) or self._named_so(k)

    def _named_so(self, k: int) -> bool:
        """Whether a noun without an article stands in apposition to the name before the comma."""
        found = self._reading.token(k)
        before = self._reading.token(k - 2) if k - 2 >= self._unit.first else None
        bare = found is not None and found[1].pos == "NOUN" and self._reading.words[k].quote < 0
        return bare and before is not None and before[1].pos == "PROPN"

    def without(self, start: int, stop: int, *, finite: bool) -> int:
        """Without what the outlet adds behind a comma: '…, une mesure réclamée par la FNSEA'.

        Also '…, ce que le régime dément', '…, comme l'en accuse le Fact'. Not: '…, un pays qu'il aime, et …'.
        """
        words = self._reading.words
        commas = [k for k in range(start + 3, stop) if words[k].low == ","]
        quoted = next((k for k in range(stop - 1, start, -1) if words[k].quote >= 0), start)
        for comma in commas[:COMMAS]:
            if quoted < comma <= stop - GLOSS and self._adds(
                comma, stop, finite=finite, last=comma == commas[-1]
            ):
                return comma
        return stop

    def _adds(self, comma: int, stop: int, *, finite: bool, last: bool) -> bool:
        """Whether the words behind a comma are the outlet's."""
        words, cues = self._reading.words, self._cues
        low = [w.low for w in words[comma + 1 : comma + 3]]
        if cues.phrase_at("glosses", low):
            return True
        if not finite and (low[0] in cues.of("relatives") | cues.of("that") or low[1] in cues.of("which")):
            return True  # 'dément avoir visé l'hôpital, où vingt civils auraient péri'
        found = self._reading.token(comma + 1)
        kinds = cues.of("indefinite") | cues.of("demonstratives") if not last else cues.of("indefinite")
        noun = found is not None and (low[0] in kinds or (last and found[1].pos in ("NOUN", "NUM")))
        if self._named_so(comma + 1):
            return False  # '… le Rubicon, navire russe affecté au port'
        near = range(comma + 2, min(stop, comma + QUALIFIED))
        told = next((k for k in near if self._qualifies(k)), None)
        if not noun or told is None:
            return False
        return not any(self._reading.is_finite(k) for k in range(comma + 1, told))

    def _qualifies(self, k: int) -> bool:
        """Whether a word begins what qualifies a noun: a past participle, a relative pronoun."""
        if self._reading.words[k].low in self._cues.of("relatives") | self._cues.of("that"):
            return True
        found = self._reading.token(k)
        past = found is not None and found[1].feature("VerbForm") == "Part" and found[1].pos == "VERB"
        return bool(past and found and found[1].feature("Tense") == "Past")
