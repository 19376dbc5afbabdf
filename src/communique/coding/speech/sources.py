"""Source phrases: 'selon le Pentagone, …', 'aux dires des habitants', '…, d'après l'ONU'."""

from __future__ import annotations

from typing import NamedTuple

from communique.coding.speech.hits import Hit
from communique.coding.speech.words import Reading, Unit
from communique.languages.cues import Cue, Cues

ENDS = frozenset(",.;:!?\u2026()\u2013\u2014")
CLAUSE_ENDS = frozenset(";:")
NAME = 18  # most words of a source phrase
INNER = 16  # words of a participle clause before its source
CLOSE = 7  # most words of one that stands without a comma


class Incise(NamedTuple):
    """A cue that stands apart from the words that it tells of.

    ``first`` to before ``stop`` are its words; ``hit`` is its verb, or ``cue`` with ``name`` (first
    word of who is named) its source phrase; ``place`` tells where it stands in its clause.
    """

    first: int
    stop: int
    cue: Cue
    hit: Hit | None
    name: int
    place: str  # after, before, within, beside, amid, inner, whom


class SourceFinder:
    """Finds the source phrases of a unit."""

    __slots__ = ("_cues", "_reading", "_unit")

    def __init__(self, reading: Reading, cues: Cues, *, unit: Unit) -> None:
        self._reading = reading
        self._cues = cues
        self._unit = unit

    def find(self) -> list[Incise]:
        """The source phrases of the unit, in order."""
        words = self._reading.words
        found: list[Incise] = []
        k = self._unit.first
        while k < self._unit.stop:
            opens = words[k].quote < 0 and self._cues.opens_source(words[k].low)
            met = self._cues.source_at([w.low for w in words[k : k + 7]], 0) if opens else None
            incise = self._source(k, *met) if met else None
            if incise:
                found.append(incise)
                k = incise.stop
            else:
                k += 1
        return found

    def _source(self, k: int, cue: Cue, length: int) -> Incise | None:
        words = self._reading.words
        name = k + length
        pronoun = next((j for j in range(k, name) if words[j].low in self._cues.of("accusative")), None)
        if pronoun is not None:  # 'à l'en croire'
            name = pronoun
        if name >= self._unit.stop or words[name].low in ENDS:
            return None
        if words[name].low in self._cues.of("whom") and words[k - 1].low == "," and k - 2 > self._unit.first:
            return Incise(k, name + 1, cue, None, k - 2, "whom")  # 'un général, selon lequel la ville …'
        if self._names_way(name):
            return None
        stop = self._source_stop(name)
        opening = words[k - 1].low in CLAUSE_ENDS or all(
            words[j].low in self._cues.of("discourse") | {","} for j in range(self._unit.first, k)
        )
        if cue.phrases[0] in self._cues.of("for"):
            if not opening or not self._reading.named(name) or not self.comma(stop):
                return None
            if any(self._reading.is_infinitive(j) for j in range(name, stop)):
                return None
        if opening:
            return Incise(k, stop, cue, None, name, "before") if self.comma(stop) else None
        place = self._place(k, name, stop)
        end = self._short_stop(name) if place in ("amid", "beside") else stop
        return Incise(k, end, cue, None, name, place)

    def _place(self, k: int, name: int, stop: int) -> str:
        """Where a source phrase that does not open the clause stands in it."""
        before = self._reading.words[k - 1]
        if before.low in self._cues.of("subordinate") and before.quote < 0 and self.comma(stop):
            return "within"  # 'même si selon le préfet, la crue baisse'
        if before.low in {",", "(", "\u2013", "\u2014"} or self.closes_quote(k - 1):
            relative = self._cues.of("relatives") | self._cues.of("that")
            return "within" if k >= 2 and self._reading.words[k - 2].low in relative else "after"
        closed = stop >= self._unit.stop or self._reading.words[stop].is_mark
        other = self._somebody(name) and self._reading.words[name].low not in self._cues.of("tonic")
        if closed and other and self.inner_start(k) is not None:
            return "inner"
        if self._interrupts(k, name, stop):
            return "amid"
        return "after" if self._ends_clause(k, name, stop) else "beside"

    def inner_start(self, k: int) -> int | None:
        """The first word of 'détruit' in 'un dépôt, détruit selon Kiev, …', of 'dix' in ', dont dix selon …'.

        What a participle or relative clause behind a comma tells, up to the source phrase at word ``k``.
        """
        words, cues = self._reading.words, self._cues
        back = range(k - 1, max(self._unit.first, k - INNER), -1)
        comma = next((j for j in back if words[j].is_mark or words[j].quote >= 0), None)
        if comma is None or words[comma].low != "," or comma + 1 >= k:
            return None
        told = any(self._reading.is_finite(j) for j in range(comma + 1, k))
        if words[comma + 1].low in cues.of("relatives"):
            return comma + 1 + (words[comma + 1].low in cues.of("whose")) if told else None
        found = self._reading.token(comma + 1)
        past = found is not None and found[1].feature("VerbForm") == "Part" and found[1].pos == "VERB"
        return comma + 1 if past and found and found[1].feature("Tense") == "Past" and not told else None

    def _somebody(self, name: int) -> bool:
        return any(self._reading.named(j) for j in (name, name + 1) if j < self._unit.stop)

    def _interrupts(self, k: int, name: int, stop: int) -> bool:
        """'ont selon l'ONU tué dix civils', 'continuaient selon lui d'avancer': what the verb waits for.

        Not: 'votent selon l'âge du père' (nobody who speaks).
        """
        after = self._short_stop(name)
        before = self._reading.token(k - 1) if k > self._unit.first else None
        waiting = before is not None and (before[1].pos == "AUX" or self._reading.is_finite(k - 1))
        if not waiting or after >= stop:
            return False
        pronoun = self._reading.words[name].low in self._cues.of("accusative")
        if not pronoun and not any(self._reading.named(j) for j in (name, name + 1) if j < stop):
            return False
        if self._reading.words[after].low in self._cues.of("of"):
            after += 1
        found = self._reading.token(after) if after < stop else None
        return found is not None and any(f in found[1].feats for f in ("VerbForm=Inf", "VerbForm=Part"))

    def _names_way(self, name: int) -> bool:
        """'selon la méthode des quotas', 'selon les variantes': a way or a measure, and nobody who speaks."""
        words = self._reading.words
        k = name + (words[name].low in self._cues.of("determiners"))
        way = self._cues.of("ways") | self._cues.of("which")
        return k < self._unit.stop and words[k].low in way

    def _ends_clause(self, k: int, name: int, stop: int) -> bool:
        """'Dix hommes ont été arrêtés selon l'ONG Viasna.': a source that ends a clause, without its comma.

        Not: 'varient selon les pays' (nobody who speaks).
        """
        words = self._reading.words
        ends = stop >= self._unit.stop or words[stop].low in {".", ",", "!", "?"}
        somebody = self._somebody(name)
        told = any(self._reading.is_finite(j) for j in range(self._unit.first, k))
        return ends and (somebody or self._counts(k)) and told and stop - name <= CLOSE

    def _counts(self, k: int) -> bool:
        """'30 000 selon les organisateurs': a number before word ``k``."""
        before = (self._reading.words[j].low for j in range(max(self._unit.first, k - 2), k))
        return any(low.isdigit() for low in before)

    def comma(self, k: int) -> bool:
        """Whether word ``k`` is a comma."""
        return k < self._unit.stop and self._reading.words[k].low == ","

    def _source_stop(self, name: int) -> int:
        words = self._reading.words
        k = name
        limit = min(self._unit.stop, name + NAME)
        while k < limit and words[k].low not in ENDS:
            k += 1
            if k < limit and words[k].low == "(":  # 'selon l'Organisation mondiale de la santé (OMS), …'
                closing = (j for j in range(k, limit) if words[j].low == ")")
                k = next(closing, k - 1) + 1
        return k

    def _short_stop(self, name: int) -> int:
        met = self._reading.named(name)
        if met:
            return max(name + 1, self._reading.at(met.mention.span.end - 1) + 1)
        return name + 1

    def closes_quote(self, k: int) -> bool:
        """Whether word ``k`` is the closing mark of a quotation, or the comma after one."""
        words = self._reading.words
        if k > self._unit.first and words[k].low == ",":
            k -= 1
        quote = self._reading.quote_from(k) if k >= self._unit.first else None
        return bool(quote and quote.close == words[k].end)
