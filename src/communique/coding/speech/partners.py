"""Who is spoken to by the run of the story: the other side of a talk, and the one who is answered."""

from __future__ import annotations

from communique.coding.speech.drafts import Draft
from communique.coding.speech.words import Reading, Unit
from communique.languages.cues import Cues
from communique.model import Unknown

REACH = 16  # most words between a talk and the party that it is with


class Partners:
    """Remembers the two sides of the last talk that the article tells of."""

    __slots__ = ("_cues", "_pair", "_reading")

    def __init__(self, reading: Reading, cues: Cues) -> None:
        self._reading = reading
        self._cues = cues
        self._pair: tuple[str, ...] = ()

    def addressed(self, drafts: list[Draft], unit: Unit, before: Draft | None) -> list[Draft]:
        """The drafts of a unit with addressees that follow from a talk or from an answer.

        'Lors de l'entretien, le ministre a exprimé son désaccord': to the other side of the talk.
        """
        talk = self._note(unit)
        found: list[Draft] = []
        for draft in drafts:
            told = draft
            other = self._other(draft) if talk is not None and talk < draft.words[0] else None
            if other and draft.cue is not None:
                told = draft._replace(addressee=other)
            elif isinstance(draft.addressee, Unknown) and self._answers(
                draft, found[-1] if found else before
            ):
                told = draft._replace(addressee=(found[-1] if found else before or draft).speaker)
            found.append(told)
        return found

    def _other(self, draft: Draft) -> str | None:
        if isinstance(draft.speaker, Unknown) or draft.speaker not in self._pair:
            return None
        others = [actor for actor in self._pair if actor != draft.speaker]
        return others[0] if others else None

    def _answers(self, draft: Draft, before: Draft | None) -> bool:
        """'…, avait souligné en retour la ministre': an answer to who had spoken to her."""
        if before is None or draft.cue is None or isinstance(draft.speaker, Unknown):
            return False
        cue = self._reading.text[draft.cue[0] : draft.cue[1]].lower()
        answer = any(cue.endswith(word) for word in self._cues.of("answers"))
        return answer and before.addressee == draft.speaker and not isinstance(before.speaker, Unknown)

    def _note(self, unit: Unit) -> int | None:
        """Remember a talk that the unit names; gives the word that names it."""
        words, talks = self._reading.words, self._cues.of("talks")
        at = next(
            (k for k in range(unit.first, unit.stop) if words[k].low in talks and words[k].quote < 0), None
        )
        if at is None:
            return None
        if words[at].low in self._cues.of("calls"):
            self._pair = self._sides(unit, at, self._cues.of("to")) or self._pair
            return None
        self._pair = self._sides(unit, at, self._cues.of("with")) or self._pair
        spoken_in = at > unit.first and any(
            words[k].low in self._cues.of("during") for k in range(max(unit.first, at - 3), at)
        )
        return at if spoken_in else None

    def _sides(self, unit: Unit, at: int, links: frozenset[str]) -> tuple[str, ...]:
        """The subject before the talk, and who it is with."""
        words, reading = self._reading.words, self._reading
        for k in range(at + 1, min(unit.stop, at + REACH)):
            met = reading.named(k) if words[k - 1].low in links else None
            if met:
                first = next((reading.named(j) for j in range(unit.first, at) if reading.named(j)), None)
                sides = (first.actor.id if first else "", met.actor.id)
                return sides if sides[0] and sides[0] != sides[1] else ()
        return ()
