"""By which way something was said: communiqué, interview, speech, social network …."""

from __future__ import annotations

from itertools import pairwise

from communique.coding.speech.finder import Content
from communique.coding.speech.hits import Hit
from communique.coding.speech.sources import Incise
from communique.coding.speech.speakers import SpeakerFinder
from communique.coding.speech.words import Reading, Unit
from communique.languages.cues import INTERVIEW, Cues
from communique.model import Unknown

NO_CHANNEL = Unknown("the text names none")
Stretch = tuple[int, int]


class ChannelFinder:
    """Finds the channels of a unit's statements; only phrases beside the cue count."""

    __slots__ = ("_cues", "_hits", "_reading", "_speakers", "_unit")

    def __init__(
        self,
        reading: Reading,
        cues: Cues,
        *,
        unit: Unit,
        hits: tuple[Hit, ...],
        speakers: SpeakerFinder,
    ) -> None:
        self._reading = reading
        self._cues = cues
        self._unit = unit
        self._hits = hits
        self._speakers = speakers

    def of_hit(self, hit: Hit, content: Content) -> str | Unknown:
        """The channel of a verb whose content follows it."""
        return self._named(hit, self._beside_hit(hit, content))

    def of_incise(self, incise: Incise) -> str | Unknown:
        """The channel of an incise: named in it or beside it, or that of the document that it cites."""
        stop = self._clause_stop(incise.stop)
        after = incise.stop
        words = self._reading.words
        while after < stop and words[after].quote < 0:
            after += 1
        named = self._named(incise.hit, ((incise.first, after),))
        if isinstance(named, Unknown):
            found = self._cues.channel_in(
                self._reading.text[words[incise.first].start : words[incise.stop - 1].end]
            )
            if found:
                return found[0]
            cited = self._speakers.document_channel(incise.name, incise.stop)
            return cited or self._named(None, self._opening_phrase())
        return named

    def _named(self, hit: Hit | None, around: tuple[tuple[int, int], ...]) -> str | Unknown:
        """The channel that the cue or a phrase beside it names ('dans un communiqué')."""
        if hit and hit.cue.channel:
            return hit.cue.channel
        for first, stop in around:
            found = self._channel_in(first, stop)
            if found:
                return found
        if any(self._to_the_press(first, stop) for first, stop in around[:1]):
            return INTERVIEW
        return NO_CHANNEL

    def _to_the_press(self, first: int, stop: int) -> bool:
        """'a déclaré à l'AFP': words given to a medium are an interview."""
        words, to = self._reading.words, self._cues.of("to")
        for k in range(first, stop):
            if words[k].low in to and words[k].quote < 0:
                for j in range(k, min(stop, k + 3)):
                    met = self._reading.named(j)
                    if (met and met.actor.sector == "MED") or words[j].low in self._cues.of("media"):
                        return True
        return False

    def _channel_in(self, first: int, stop: int) -> str | None:
        """The channel named in words ``first`` to ``stop`` after a preposition ('lors d'un discours')."""
        words, said_in = self._reading.words, self._cues.of("said_in")
        begin = next((k for k in range(first, stop) if words[k].low in said_in and words[k].quote < 0), None)
        if begin is None:
            return None
        text = self._reading.text[words[begin].start : words[stop - 1].end]
        found = self._cues.channel_in(text)
        return found[0] if found else None

    def _beside_hit(self, hit: Hit, content: Content) -> tuple[tuple[int, int], ...]:
        """Where a channel may be named: after the verb, after the content, before the subject."""
        behind = content.ranges[-1][1]
        return (content.gap, (behind, self._clause_stop(behind)), *self._asides(hit))

    def _asides(self, hit: Hit) -> tuple[tuple[int, int], ...]:
        """The stretches between commas before a verb that a preposition opens: 'Au téléphone, …'."""
        words, said_in = self._reading.words, self._cues.of("said_in")
        commas = (k for k in range(self._unit.first, hit.first) if words[k].low == "," and words[k].quote < 0)
        edges = [self._unit.first - 1, *commas, hit.first]
        parts = ((a + 1, b) for a, b in pairwise(edges) if a + 1 < b)
        return tuple(p for p in reversed(list(parts)) if words[p[0]].low in said_in)

    def _clause_stop(self, first: int) -> int:
        hits = [h.first for h in self._hits if h.first >= first]
        return min(hits, default=self._unit.stop)

    def _opening_phrase(self) -> tuple[tuple[int, int], ...]:
        words, unit = self._reading.words, self._unit
        if words[unit.first].low not in self._cues.of("said_in"):
            return ()
        comma = next(
            (k for k in range(unit.first, unit.stop) if words[k].low == "," and words[k].quote < 0),
            unit.first,
        )
        return ((unit.first, comma),)
