"""To whom something is said: 'exhorte Kiev à …', 'a dit à son homologue', 'devant les députés'."""

from __future__ import annotations

from communique.coding.speech.beside import asked_of
from communique.coding.speech.hits import Hit
from communique.coding.speech.words import Reading, Unit
from communique.languages.cues import Cues
from communique.mentions import Denoted, MentionIndex
from communique.model import Unknown

NEAR = 14  # words behind a verb among which somebody is addressed
PRESS = "MED"
REPORTERS = "#press"  # 'devant la presse', by its rule in roles.toml
NO_PLACE = Unknown("the verb has no place for one")
NOBODY = Unknown("the text names nobody who is addressed")
ENDS = frozenset(",.:;")


class AddresseeFinder:
    """Resolves who is spoken to to actors of the article."""

    __slots__ = ("_cues", "_index", "_reading", "_unit")

    def __init__(self, reading: Reading, cues: Cues, *, index: MentionIndex, unit: Unit) -> None:
        self._reading = reading
        self._cues = cues
        self._index = index
        self._unit = unit

    def of(self, hit: Hit, stop: int) -> str | Unknown:
        """Who is spoken to by a verb whose content begins at word ``stop``, or that an incise ends there."""
        if hit.cue.addressee is not None:
            dative = self._dative_clitic(hit)
            found = dative or self._behind(hit, stop)
            if isinstance(found, str):
                return found
        listening = self._listening(hit, stop)
        return listening or (NO_PLACE if hit.cue.addressee is None else NOBODY)

    def _behind(self, hit: Hit, stop: int) -> str | None:
        """'a dit au roi', 'presse encore, mardi, Kiev de …', 's'engage auprès de l'ONU à …'."""
        words, cue = self._reading.words, hit.cue
        begin = hit.verb + 1 if hit.pronoun is None else hit.last + 1
        for k in range(begin, min(stop, hit.last + NEAR)):
            comma = words[k].low == "," and cue.addressee == "object" and hit.pronoun is None
            if (words[k].low in ENDS and not comma) or words[k].low in self._cues.of("that"):
                return None
            met = self._reading.named(k)
            if met and met.mention.span.end == words[k].end and words[k].low in self._cues.of("possessives"):
                continue  # 'à ses hommes': the men are addressed, not their chief
            if not met or not self._begins(met, k):
                continue
            before = words[k - 1].low
            if cue.addressee == "object":
                free = before not in self._cues.of("prepositions") and before not in self._cues.of("said_at")
                if free:
                    return met.actor.id
                continue
            joined = words[k].low in self._cues.of("to") or asked_of(self._reading, self._cues, hit, k)
            told = joined or before in self._cues.of("to") or self._beside(k)
            if told and self._hears(met):
                return met.actor.id
        return None

    def _begins(self, met: Denoted, k: int) -> bool:
        """Whether a mention begins at word ``k``, or behind an article that is one with 'à'."""
        words = self._reading.words
        return met.mention.span.start == words[k].start or words[k - 1].low in self._cues.of("to")

    def _beside(self, k: int) -> bool:
        """'auprès de Lima', 'auprès du roi'."""
        near = (self._reading.words[j].low for j in (k, k - 1, k - 2) if j >= self._unit.first)
        return any(low in self._cues.of("at") for low in near)

    def _hears(self, met: Denoted) -> bool:
        """Whether somebody is spoken to: 'à des journalistes'; not 'a dit à l'AFP'."""
        someone = met.actor.kind == "people" or met.mention.rule.endswith(REPORTERS)
        return met.actor.sector != PRESS or someone

    def _listening(self, hit: Hit, stop: int) -> str | None:
        """'devant les députés', 'à l'adresse de Kiev', behind the verb or ahead of the sentence."""
        words, unit = self._reading.words, self._unit
        opens = (k for k in range(unit.first, hit.first) if k == unit.first or words[k - 1].low in ENDS)
        for k in (*range(hit.last + 1, min(unit.stop, stop)), *opens):
            if words[k].low not in self._cues.of("before_whom") or words[k].quote >= 0:
                continue
            near = range(k + 1, min(unit.stop, k + 3))
            met = next((m for j in near if (m := self._reading.named(j)) and self._hears(m)), None)
            if met is not None and met.actor.kind != "person":
                return met.actor.id
        return None

    def _dative_clitic(self, hit: Hit) -> str | None:
        words = self._reading.words
        wanted = self._cues.of("dative") if hit.cue.addressee != "object" else self._cues.of("accusative")
        for k in range(hit.first, hit.verb):
            if words[k].low in wanted and not words[k].glued:
                met = self._index.headed(words[k].start) or self._reading.named(k)
                if met:
                    return met.actor.id
        return None
