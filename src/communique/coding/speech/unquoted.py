"""Words that no cue takes: whole quotations, quotations after a colon, dialogue, incises inside marks."""

from __future__ import annotations

from typing import NamedTuple

from communique.coding.speech.drafts import spans_of
from communique.coding.speech.hits import Hit
from communique.coding.speech.incises import InciseFinder
from communique.coding.speech.quotes import CLOSING
from communique.coding.speech.sources import Incise
from communique.coding.speech.words import Reading, Unit
from communique.languages.cues import Cues

SHORT_QUOTE = 2  # fewer words in marks, with no cue, are a title, a nickname or a scare quote
LABEL = 8  # most words before the colon of 'Le maire : « … »'
FULL_STOPS = frozenset(".!?\u2026")
PARTING = frozenset(":,\u2013\u2014-.")
VERB_GROUP = 5  # most words of a verb behind a quotation
BARE = "quotation.1"
FRAGMENT = "quotation.2"  # goes on with the quotation before it, and is nothing alone
COLON = "colon.1"
Spans = tuple[tuple[int, int], ...]


class Loose(NamedTuple):
    """Quoted words without a verb of saying before or after them."""

    spans: Spans
    kind: str
    words: tuple[int, int]
    rule: str
    speaker: str | None = None
    subject: int | None = None  # the word behind the verb with which who speaks begins
    incise: Incise | None = None
    cue: tuple[int, int] | None = None


class LooseFinder:
    """Finds what is left of a unit's quotations."""

    __slots__ = ("_cues", "_hits", "_incises", "_reading", "_unit")

    def __init__(
        self,
        reading: Reading,
        cues: Cues,
        *,
        unit: Unit,
        incises: InciseFinder,
        hits: tuple[Hit, ...],
    ) -> None:
        self._reading = reading
        self._cues = cues
        self._unit = unit
        self._incises = incises
        self._hits = hits

    def find(self, taken: Spans) -> list[Loose]:
        """The statements of quotations that do not overlap ``taken``."""
        words, found = self._reading.words, list(self._labelled(taken))
        k = self._unit.first
        while k < self._unit.stop:
            if words[k].quote < 0:
                k += 1
                continue
            stop = self._stop(k)
            free = not any(a < words[stop - 1].end and words[k].start < b for a, b in taken)
            if free and not found and (loose := self._quotation(k, stop)):
                found.append(loose)
            k = stop
        return found

    def _stop(self, k: int) -> int:
        words = self._reading.words
        q = words[k].quote
        while k < self._unit.stop and words[k].quote == q:
            k += 1
        return k

    def _quotation(self, first: int, stop: int) -> Loose | None:
        inner = self._inner_incise(first, stop)
        if inner:
            return inner
        words = self._reading.words
        spoken = [k for k in range(first, stop) if not words[k].is_mark]
        if len(spoken) < SHORT_QUOTE:
            return None
        if not any(self._reading.is_finite(k) for k in spoken) and not self._word_of(first, stop):
            return self._fragment(first, stop)
        told = self._told_by(stop) or self._word_of(first, stop)
        if not told and not self._alone(first):
            return None
        spans, kind = spans_of(self._reading, ((first, stop),), "bare")
        if not spans:
            return None
        subject, cue = told or (None, None)
        return Loose(spans, kind, (first, stop), BARE, subject=subject, cue=cue)

    def _fragment(self, first: int, stop: int) -> Loose | None:
        """'« … », a dit le général. « Pas avant le retrait. »': a quoted sentence without a verb."""
        words = self._reading.words
        if any(w.quote < 0 and not w.is_mark for w in words[self._unit.first : self._unit.stop]):
            return None
        if not self._sentence(first):
            return None
        spans, kind = spans_of(self._reading, ((first, stop),), "bare")
        return Loose(spans, kind, (first, stop), FRAGMENT) if spans else None

    def _told_by(self, stop: int) -> tuple[int, tuple[int, int]] | None:
        """'« … », s'est emporté le maire', '« … », a-t-elle développé': who stands behind the verb speaks.

        The verb need be none of saying. Gives the first word of the subject and the words of the verb.
        """
        words, cues = self._reading.words, self._cues
        if stop >= self._unit.stop or words[stop].low != ",":
            return None
        k = first = stop + 1
        limit = min(self._unit.stop - 1, first + VERB_GROUP)
        light = cues.of("clitics") | cues.of("have") | cues.of("be") | cues.of("adverbs")
        while k < limit and (words[k].glued or words[k].low in light):
            k += 1
        found = self._reading.token(k) if k <= limit else None
        past = found is not None and found[1].feature("VerbForm") == "Part" and k > first
        if not found or found[1].pos not in ("VERB", "AUX") or not (past or self._reading.is_finite(k)):
            return None
        glued = next((j for j in range(first, min(k + 2, self._unit.stop)) if words[j].glued), None)
        behind = (j for j in (k + 1, k + 2) if j < self._unit.stop and self._begins_mention(j))
        subject = next(behind, None) if glued is None else glued
        if subject is None and self._is_subject(k + 1):
            subject = k + 1
        last = k if glued is None else max(k, glued)
        return (subject, (words[first].start, words[last].end)) if subject is not None else None

    def _word_of(self, first: int, stop: int) -> tuple[int, tuple[int, int]] | None:
        """'« Une honte » : le mot est du maire', '« On tient » – c'est le message de Lima'."""
        words = self._reading.words
        opens = first == self._unit.first and stop < self._unit.stop
        if not opens or words[stop].low not in PARTING:
            return None
        named = self._cues.of("word_of")
        noun = next(
            (k for k in range(stop + 1, min(self._unit.stop, stop + 5)) if words[k].low in named), None
        )
        if noun is None:
            return None
        met = (k for k in range(noun + 1, self._unit.stop) if self._begins_mention(k))
        subject = next(met, None)
        return (subject, (words[noun].start, words[noun].end)) if subject is not None else None

    def _is_subject(self, k: int) -> bool:
        """'« … », s'affole un riverain': a noun phrase right behind the verb."""
        words = self._reading.words
        if k + 1 >= self._unit.stop or words[k].low not in self._cues.of("articles"):
            return False
        found = [self._reading.token(j) for j in range(k + 1, min(k + 3, self._unit.stop))]
        return any(f is not None and f[1].pos == "NOUN" for f in found)

    def _begins_mention(self, k: int) -> bool:
        met = self._reading.named(k)
        return met is not None and met.mention.span.start == self._reading.words[k].start

    def _alone(self, first: int) -> bool:
        words, joining = self._reading.words, self._cues.of("discourse")  # 'Mais « le calme revient ».'
        outside = any(
            words[k].quote < 0 and not words[k].is_mark and words[k].low not in joining
            for k in range(self._unit.first, self._unit.stop)
        )
        if not outside or (first > self._unit.first and words[first - 1].low == ":"):
            return True
        return self._sentence(first)

    def _sentence(self, first: int) -> bool:
        """'« Le calme revient. » À Gao, …': a sentence of its own, behind a dateline."""
        words, stop = self._reading.words, self._stop(first)
        opens = all(self._in_dateline(k) for k in range(self._unit.first, first))
        last = next((k for k in range(stop - 1, first, -1) if words[k].low not in CLOSING), first)
        follows = stop >= self._unit.stop or self._reading.text[words[stop].start].isupper()
        return opens and follows and words[last].low in FULL_STOPS

    def _in_dateline(self, k: int) -> bool:
        word = self._reading.words[k]
        return word.is_mark or self._reading.text[word.start : word.end].isupper()

    def _inner_incise(self, first: int, stop: int) -> Loose | None:
        """'« La paix, dit-il, se mérite »': an incise between commas inside the marks."""
        words = self._reading.words
        for hit in self._hits:
            if not first < hit.first < stop or words[hit.first - 1].low not in ",!?":
                continue
            incise = self._incises.inside(hit, stop)
            if incise is None:
                continue
            behind = incise.stop if hit.pronoun is not None else self._past_apposition(incise.stop, stop)
            ranges = ((first, hit.first - 1), (min(behind + 1, stop - 1), stop))
            spans = tuple(s for s in (self._trimmed(a, b) for a, b in ranges) if s[0] < s[1])
            cue = (words[hit.first].start, words[hit.last].end)
            return Loose(spans, "direct", (first, stop), BARE, incise=incise, cue=cue)
        return None

    def _past_apposition(self, k: int, stop: int) -> int:
        """'« On part, soupire Luc, 40 ans, devant sa maison. Il le faut »': to the end of that sentence."""
        words = self._reading.words
        for j in range(k, stop):
            if words[j].low in FULL_STOPS:
                return j
            if self._reading.is_finite(j):
                return k
        return k

    def _trimmed(self, first: int, stop: int) -> tuple[int, int]:
        """Offsets of words ``first`` to ``stop`` of a quotation without its marks."""
        words = self._reading.words
        quote = self._reading.quotes[words[first].quote]
        start = max(words[first].start, quote.start)
        end = min(words[stop - 1].end, quote.end)
        return start, max(start, end)

    def _labelled(self, taken: Spans) -> list[Loose]:
        """'Le maire : « Restez chez vous »', and the headline 'Le maire : la ville est prise'."""
        words, unit = self._reading.words, self._unit
        colon = next(
            (k for k in range(unit.first + 1, min(unit.stop, unit.first + LABEL)) if words[k].low == ":"),
            None,
        )
        if colon is None or colon + 1 >= unit.stop or any(w.quote >= 0 for w in words[unit.first : colon]):
            return []
        met = self._reading.named(colon - 1)
        whole = met is not None and met.mention.span.start <= words[unit.first].end
        if not met or not whole or any(a < unit.end and words[colon].end <= a for a, _ in taken):
            return []
        articles = self._cues.of("articles")
        if met.mention.span.start > words[unit.first].start and words[unit.first].low not in articles:
            return []
        quoted = words[colon + 1].quote >= 0
        if not quoted and met.actor.kind not in ("person", "office"):
            return []  # 'Soudan : la trêve tient' names a topic
        stop = unit.stop - (words[unit.stop - 1].low in ".")
        if not quoted and words[unit.stop - 1].low == "?":
            return []  # 'Idriss Déby : qui est le nouveau maréchal ?' is asked about him
        if not any(self._reading.is_finite(k) for k in range(colon + 1, stop)):
            return []
        spans, kind = spans_of(self._reading, ((colon + 1, stop),), "colon")
        cue = (words[unit.first].start, words[colon].end)
        return [Loose(spans, kind, (colon + 1, stop), COLON, met.actor.id, cue=cue)] if spans else []
