"""Persons taken up by a noun that the article gave them: 'le chimiste Paul Ferrand' … 'dit le chimiste'."""

from __future__ import annotations

from bisect import bisect_left

from communique.coding.speech.words import Reading
from communique.languages.cues import Cues
from communique.mentions import Denoted, MentionIndex
from communique.model import Unknown

HEAD = 3  # words behind an article among which its noun stands
LABEL = 4  # words before or behind a name among which a noun belongs to it
AGO = 150  # words between somebody's last words and 'le jeune homme'
NOUNS = frozenset({"NOUN"})
QUALIFYING = frozenset({"ADJ", "NOUN", "DET"})


class Resumer:
    """Finds the person whom a definite noun without a mention of its own takes up."""

    __slots__ = ("_cues", "_known", "_persons", "_reading")

    def __init__(self, reading: Reading, cues: Cues, *, index: MentionIndex) -> None:
        self._reading = reading
        self._cues = cues
        self._known: dict[str, list[tuple[int, str]]] = {}
        self._persons: set[str] = set()
        for met in index.within(0, len(reading.text)):
            if met.actor.kind == "person":
                self._persons.add(met.actor.id)
                for noun, at in self._labels(met):
                    self._known.setdefault(noun, []).append((at, met.actor.id))

    def of(self, k: int, stop: int, *, last: str | Unknown, heard: int) -> str | None:
        """The person whom the noun phrase from word ``k`` on takes up; None when none or several would fit.

        ``last`` spoke last, at word ``heard``.
        """
        words = self._reading.words
        spoke = last if isinstance(last, str) and k - heard <= AGO else None
        if k + 1 < stop and " ".join((words[k].low, words[k + 1].low)) in self._cues.of("one_who"):
            return spoke
        noun = self._noun(k, stop)
        if noun is None:
            return None
        if noun in self._cues.of("humans"):
            return spoke if spoke in self._persons else None  # 'l'intéressé' is no organisation
        bearers = self._known.get(noun, [])
        before = {actor for _, actor in bearers[: bisect_left(bearers, (words[k].start, ""))]}
        if len(before) == 1:
            return before.pop()
        return spoke if spoke in before else None

    def _noun(self, k: int, stop: int) -> str | None:
        """The noun of 'le chimiste', 'cette jeune chimiste'."""
        words = self._reading.words
        if k >= stop or words[k].low not in self._cues.of("definite"):
            return None
        for j in range(k + 1, min(stop, k + 1 + HEAD)):
            if self._is(j, NOUNS) or words[j].low in self._cues.of("humans"):
                return words[j].low
            if words[j].is_mark or not self._is(j, QUALIFYING):
                return None
        return None

    def _is(self, k: int, parts: frozenset[str]) -> bool:
        found = self._reading.token(k)
        return found is not None and found[1].pos in parts

    def _labels(self, met: Denoted) -> list[tuple[str, int]]:
        """The nouns in, before and behind a person's name, with the offset from which they are known."""
        words, reading = self._reading.words, self._reading
        first, last = reading.at(met.mention.span.start), reading.at(met.mention.span.end - 1)
        if not any(self._is(k, frozenset({"PROPN"})) for k in range(first, min(last + 1, len(words)))):
            return []
        begin = first
        while begin > 0 and first - begin < LABEL and self._is(begin - 1, QUALIFYING - {"DET"}):
            begin -= 1
        nouns = [words[k].low for k in range(begin, min(last + 1, len(words))) if self._is(k, NOUNS)]
        if last + 1 < len(words) and words[last + 1].low == ",":
            for k in range(last + 2, min(last + 2 + LABEL, len(words))):
                if self._is(k, NOUNS):
                    nouns.append(words[k].low)
                if not self._is(k, QUALIFYING - NOUNS):
                    break
        return [(noun, met.mention.span.end) for noun in nouns]
