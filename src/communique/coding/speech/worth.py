"""Whether a verb of saying with its content is a statement of somebody."""

from __future__ import annotations

from communique.coding.speech.beside import placed
from communique.coding.speech.finder import Content
from communique.coding.speech.hits import Hit
from communique.coding.speech.reach import ACTS
from communique.coding.speech.speakers import SpeakerFinder
from communique.coding.speech.words import Reading, Unit
from communique.languages.cues import Cues

TELLING = frozenset({"affirm", "announce"})


class WorthFinder:
    """Tells statements from requests that nobody made, from participles that qualify, from 'on apprend'."""

    __slots__ = ("_cues", "_reading", "_speakers", "_unit")

    def __init__(self, reading: Reading, cues: Cues, *, unit: Unit, speakers: SpeakerFinder) -> None:
        self._reading = reading
        self._cues = cues
        self._unit = unit
        self._speakers = speakers

    def tells(self, hit: Hit, content: Content, *, told: bool) -> bool:
        """Whether a verb with its content is a statement; ``told`` when an incise stands in the unit."""
        if hit.voice != "active":
            by = self._cues.of("by")
            words = self._reading.words[hit.last + 1 : content.gap[1]]
            return content.built in ("de_inf", "que", "inf") and any(w.low in by for w in words)
        if self._is_withheld(hit, content):
            return False
        if self.is_untold(hit):
            return told  # 'Il n'a pas exigé, dit-il, que …'
        before = self._reading.words[hit.first - 1].low if hit.first > self._unit.first else ","
        if hit.form == "finite" and before in self._cues.of("nobody"):
            return placed(self._reading, self._cues, hit, self._unit) is not None  # not 'on apprend que'
        if hit.form == "present" and content.built not in ("que", "quote", "inf"):
            # 'des pages incitant à la haine': a participle without a comma qualifies its noun
            if before in self._cues.of("accusative") and hit.first - 2 >= self._unit.first:
                before = self._reading.words[hit.first - 2].low  # ', la jugeant « injuste »'
            joined = before == "," or before in self._cues.of("and") or self._marked_gerund(hit)
            return joined or self._speakers.absolute(hit, self._unit) is not None
        if hit.form == "infinitive" and content.built not in ("que", "quote"):
            governors = self._reading.words[max(self._unit.first, hit.first - 2) : hit.first]
            return any(w.low in self._cues.of("modals") for w in governors)
        return True

    def _is_withheld(self, hit: Hit, content: Content) -> bool:
        """'n'a pas confirmé la mort', 'Nul n'a revendiqué le raid': what was not said.

        Not: 'n'a pas exclu un retrait', 'n'a pas reconnu que', which say something.
        """
        words = self._reading.words
        if hit.first > self._unit.first and words[hit.first - 1].low in self._cues.of("none"):
            return True
        return hit.negated and hit.cue.force in TELLING and content.built.startswith("object")

    def is_untold(self, hit: Hit) -> bool:
        """'n'a pas menacé de partir', 'aurait promis de payer': a request or promise that was not heard."""
        if hit.cue.force not in ACTS or hit.form != "past" or hit.voice != "active":
            return False
        group = {self._reading.words[k].low for k in range(hit.first, hit.verb)}
        return hit.negated or bool(group & self._cues.of("hearsay"))

    def _marked_gerund(self, hit: Hit) -> bool:
        return self._reading.words[hit.first].low in self._cues.of("gerund_marks")
