"""How far a frame fits a word: what it lacks, in the order in which it asks, and who fills its roles.

A frame that lacks nothing is met. One that lacks something is a near miss, and what it lacks is what the
weights (:mod:`communique.languages.weights`) judge it by.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from communique.candidates import Candidate, Filler, NearMiss
from communique.denoting import is_demonstrative, is_somebody
from communique.languages.frames import Condition, Frame
from communique.predication import is_negated
from communique.slots import SlotReader
from communique.syntax import Token
from communique.triggers import Trigger

PERSONS = frozenset({"person", "people"})


class Lack(NamedTuple):
    """What a frame asks for and does not find: the kind of condition, and its slot or role."""

    kind: str
    where: str = ""

    @property
    def reason(self) -> str:
        """The lack in words; empty where the word is not what the frame is about at all."""
        if self.kind in ("form", "support"):
            return ""
        return f"no {self.where}" if self.kind == "role" else f"{self.where} does not fit"


class Attempts(NamedTuple):
    """The words of a sentence that may tell an act, each with the frames to try on it, and their slots."""

    slots: SlotReader
    words: tuple[tuple[Token, tuple[Frame, ...]], ...]


class Found(NamedTuple):
    """The acts of an article as the frames alone tell them, and what was tried.

    ``misses`` are the triggers whose frames lack something, ``tried`` all frames tried, sentence by sentence.
    """

    candidates: tuple[Candidate, ...]
    misses: tuple[NearMiss, ...]
    tried: tuple[Attempts, ...]


class Fit:
    """A frame tried on a word: its trigger with the words that it carries, and what is lacking."""

    __slots__ = ("_fillers", "_resumed", "frame", "slots", "token", "trigger")

    def __init__(self, frame: Frame, token: Token, slots: SlotReader) -> None:
        self.frame, self.token, self.slots = frame, token, slots
        self.trigger = slots.trigger(token.i)
        self._fillers: tuple[Filler, ...] | None = None
        self._resumed = not self.trigger.is_verb and is_demonstrative(slots.sentence, token.i)

    def lacks(self) -> Iterator[Lack]:
        """What the frame asks for and does not find, the first thing first."""
        if not _form_fits(self.frame, self.token, self.slots):
            yield Lack("form")
        for condition in self.frame.support:
            if not self._carry(condition):
                yield Lack("support", condition.slot)
        for condition in self.frame.where:
            if lack := self._lack(condition):
                yield Lack(lack, condition.slot)
        if not self._resumed:
            yield from self._lacking_roles()

    def fillers(self) -> tuple[Filler, ...]:
        """The words in each role: the first slot of a role that is filled wins; no word has two roles."""
        if self._fillers is None:
            self._fillers = tuple(self._fill())
        return self._fillers

    def _fill(self) -> list[Filler]:
        slots, trigger, roles = self.slots, self.trigger, self.frame.roles
        found: list[Filler] = []
        used: set[int] = set(trigger.words)
        for role, names in roles.items():
            for name in names:
                tokens = [i for i in slots.fill(trigger, name) if i not in used and slots.can_be_party(i)]
                if tokens:
                    found.extend(Filler(role, i, name) for i in tokens)
                    used.update(tokens)
                    break
        if trigger.patient and "recipient" in roles and not any(f.role == "recipient" for f in found):
            suffering = [i for i in slots.fill(trigger, "object") if i not in used]
            found.extend(Filler("recipient", i, "object") for i in suffering)
        return found

    def _carry(self, condition: Condition) -> bool:
        """Whether the word that the frame goes with is there; the trigger carries it from then on."""
        carried = self.slots.first_with_lemma(self.trigger, condition.slot, condition.lemma)
        if carried is not None:
            self.trigger = self.slots.carry(self.trigger, carried)
        return carried is not None

    def _lack(self, condition: Condition) -> str:
        """The kind of what a condition does not find; a noun that takes up an act may lack parties."""
        kind = _words_lacking(condition, self.trigger, self.slots)
        return kind or ("" if self._resumed else _parties_lacking(condition, self.trigger, self.slots))

    def _lacking_roles(self) -> Iterator[Lack]:
        fillers = self.fillers()
        for role in self.frame.need:
            if not any(f.role == role for f in fillers):
                yield Lack("role", role)
        if self.frame.noun and not self.frame.bare and not any(_names(f.token, self.slots) for f in fillers):
            yield Lack("role", "actor")


def _form_fits(frame: Frame, token: Token, slots: SlotReader) -> bool:
    negated = frame.negated is not None and is_negated(slots.sentence, token.i, slots.grammar)
    if frame.negated is not None and frame.negated != negated:
        return False
    if not frame.verb:
        return True
    if frame.reflexive is not None and frame.reflexive != slots.is_reflexive(token.i):
        return False
    return frame.voice is None or (frame.voice == "passive") == slots.is_passive(token.i)


def _words_lacking(condition: Condition, trigger: Trigger, slots: SlotReader) -> str:
    """Which of what a condition asks of the words is not met (its field); or nothing."""
    if not condition.lemma and not condition.unless and condition.name is None:
        return ""
    if condition.lemma and slots.words.isdisjoint(condition.lemma):
        return "lemma"
    tokens = [slots.sentence.tokens[i] for i in slots.fill(trigger, condition.slot)]
    if condition.name is not None and condition.name != any(map(_is_name, tokens)):
        return "name"
    lemmas = {t.lemma.lower() for t in tokens} | {t.low for t in tokens}
    if condition.lemma and lemmas.isdisjoint(condition.lemma):
        return "lemma"
    return "" if lemmas.isdisjoint(condition.unless) else "unless"


def _is_name(token: Token) -> bool:
    """Whether a word is a name, also one read as a noun (*a gagné Varsovie*, *en Côte d'Ivoire*)."""
    return token.pos == "PROPN" or (token.pos in ("NOUN", "X") and token.i > 0 and token.text[:1].isupper())


def _parties_lacking(condition: Condition, trigger: Trigger, slots: SlotReader) -> str:
    """Which of what a condition asks of the parties is not met (its field); or nothing."""
    fillers = slots.fill(trigger, condition.slot)
    if condition.present is not None and condition.present != bool(fillers):
        return "present"
    if condition.actor is None and not (condition.kind or condition.sector or condition.outside):
        return ""
    denoted = [d.actor for i in fillers for d in slots.denoted(i)]
    if condition.outside:
        return "" if all(a.sector not in condition.outside for a in denoted) else "outside"
    somebody = not denoted and any(is_somebody(slots.sentence, i, slots.grammar) for i in fillers)
    if somebody and condition.actor is not False:
        return "" if not condition.kind or not PERSONS.isdisjoint(condition.kind) else "kind"
    if condition.actor is not None and condition.actor != bool(denoted):
        return "actor"
    if condition.kind and not any(a.kind in condition.kind for a in denoted):
        return "kind"
    return "sector" if condition.sector and all(a.sector not in condition.sector for a in denoted) else ""


def _names(i: int, slots: SlotReader) -> bool:
    """Whether a word denotes an actor, or is a possessive that stands for somebody told before."""
    return bool(slots.denoted(i)) or slots.sentence.tokens[i].feature("Poss") == "Yes"
