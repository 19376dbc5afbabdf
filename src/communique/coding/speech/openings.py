"""Where the words before an incise begin: behind datelines, asides and what only opens the sentence."""

from __future__ import annotations

from communique.coding.speech.finder import UnitFinder
from communique.coding.speech.quotes import DASHES

CAPITALS = 3  # least letters of a town in capitals that opens a dateline
DATELINE_DASHES = DASHES + "-"
DATELINE = 14  # most words of a dateline


class OpeningFinder(UnitFinder):
    """Finds where what is told begins, within a unit."""

    __slots__ = ()

    def start_of(self, cursor: int, stop: int, *, goes_on: bool) -> int:
        """Where the words before an incise begin: after a colon, or with a quotation after an adverbial."""
        words = self._reading.words
        k = self._past_clause(self._past_dateline(cursor, stop), stop, goes_on=goes_on)
        while k < stop and words[k].low in {",", ";", ".", "-", "\u2013", "\u2014"} and words[k].quote < 0:
            k += 1
        k = self._past_opening(k, stop)
        for j in range(k, stop):
            quote = self._reading.quote_from(j)
            if quote:
                if (
                    quote.open == words[j].start
                    and j > k
                    and (words[j - 1].low == ":" or self._heading(k, j, stop))
                ):
                    return j
                break
        return k

    def _past_opening(self, k: int, stop: int) -> int:
        """Past 'De son côté,' and past a participle clause before the main one ('Se disant prêt, …')."""
        words = self._reading.words
        length = self._cues.phrase_at("discourse", [w.low for w in words[k : k + 5]])
        quote = self._reading.quote_from(k + length) if length and k + length < stop else None
        if quote and quote.open == words[k + length].start and self._reach.quote_stop(k + length) >= stop:
            return k + length
        if length and k + length < stop and words[k + length].low == ",":
            return k + length + 1
        if self._cues.phrase_at("as_for", [w.low for w in words[k : k + 2]]):
            return self._past_comma(k, stop, before="subjects")
        for j in (k, k + 1):
            if j < stop and words[j].quote < 0 and self._participle(j, present=True):
                return self._past_comma(k, stop)
        if k < stop and words[k].quote < 0 and self._participle(k, present=False):
            return self._past_comma(k, stop, before="articles")
        return k

    def _participle(self, k: int, *, present: bool) -> bool:
        """Whether word ``k`` is a participle: 'se disant', 'arrivée'."""
        found = self._reading.token(k)
        told = found is not None and found[1].feature("VerbForm") == "Part" and found[1].pos == "VERB"
        return bool(told and found and (found[1].feature("Tense") == "Pres") == present)

    def _past_comma(self, k: int, stop: int, *, before: str = "") -> int:
        """Past the next comma, or the next one ``before`` a word of that job, that a finite verb follows."""
        words = self._reading.words
        commas = (c for c in range(k, stop) if words[c].low == "," and words[c].quote < 0)
        wanted = (c for c in commas if not before or self._opens_clause(c + 1, before))
        comma = next(wanted, None)
        told = comma is not None and any(self._reading.is_finite(c) for c in range(comma, stop))
        return comma + 1 if told and comma is not None else k

    def _opens_clause(self, k: int, job: str) -> bool:
        words = self._reading.words
        return words[k].low in self._cues.of(job) or (
            job == "articles" and self._reading.named(k) is not None
        )

    def _past_dateline(self, k: int, stop: int) -> int:
        """Past 'KHARTOUM, 27 octobre (Méridienne) – '."""
        words = self._reading.words
        if k != self._unit.first or k >= stop:
            return k
        opening = self._reading.text[words[k].start : words[k].end]
        if not opening.isupper() or len(opening) < CAPITALS:
            return k
        for j in range(k + 1, min(stop, k + DATELINE)):
            if self._reading.is_finite(j) or words[j].quote >= 0:
                break
            if words[j].low in DATELINE_DASHES and words[j].start > words[j - 1].end:
                return j + 1
        return k

    def _past_clause(self, first: int, stop: int, *, goes_on: bool) -> int:
        """Past 'Washington a minimisé :' and 'Les premiers soldats sont là ;': clauses of the outlet."""
        words, reading = self._reading.words, self._reading
        for k in range(stop - 1, first, -1):
            if words[k].low not in {":", ";"} or words[k].quote >= 0 or self._reach.counts_others(k):
                continue
            before = any(self._verb(j) for j in range(first, k) if words[j].quote < 0)
            parted = goes_on  # 'il hésite ; mais Kiev, dit-il, « refuse »'
            if before and (parted or any(reading.is_finite(j) for j in range(k, stop))):
                return k + 1
        return first

    def _verb(self, k: int) -> bool:
        """Whether word ``k`` is a finite verb, or by its form one of saying ('la préfecture dément :')."""
        said = any(form.form == "finite" for form in self._cues.forms(self._reading.words[k].low))
        return said or self._reading.is_finite(k)

    def _heading(self, first: int, at: int, stop: int) -> bool:
        """Whether words ``first`` to ``at`` are a heading that runs into a whole quotation."""
        words, reading = self._reading.words, self._reading
        if any(reading.is_finite(k) for k in range(first, at)) or words[at - 1].low in self._cues.of(
            "prepositions"
        ):
            return False
        if words[at - 1].low in self._cues.of("articles") | self._cues.of("that") or words[at - 1].is_mark:
            return False
        end = self._reach.quote_stop(at)
        upper = reading.text[reading.words[min(at + 1, end - 1)].start].isupper()
        return upper and end >= stop - 2 and any(reading.is_finite(k) for k in range(at, end))
