"""What somebody announced or confirmed, in the passive: 'La prise du port, annoncée lundi par le M23'."""

from __future__ import annotations

from typing import NamedTuple

from communique.coding.speech.hits import Hit
from communique.coding.speech.reach import STOPS
from communique.coding.speech.words import Reading, Unit
from communique.languages.cues import Cues
from communique.syntax import Sentence, Token

BUILT = "passive"  # the construction that a cue's entry allows
AGENT = 8  # most words between a participle and 'par'
NAME = 4  # words behind 'par' among which a mention begins


class Passive(NamedTuple):
    """A verb of saying in the passive: the words of what was said, and the actor who said it."""

    hit: Hit
    first: int
    stop: int
    speaker: str


def find_passives(reading: Reading, cues: Cues, *, unit: Unit, hits: tuple[Hit, ...]) -> tuple[Passive, ...]:
    """The passives of a unit that name what was said before them, in order.

    Not: 'Le texte annoncé hier' (nobody says so), 'Il a été confirmé par un tir' (a pronoun).
    """
    found = []
    for hit in hits:
        if hit.voice == "active" or hit.negated or not hit.cue.allows(BUILT):
            continue
        speaker = _agent(reading, cues, hit, unit)
        told = _subject(reading, cues, hit, unit) if speaker is not None else None
        if told is not None and speaker is not None:
            found.append(Passive(hit, *told, speaker))
    return tuple(found)


def _agent(reading: Reading, cues: Cues, hit: Hit, unit: Unit) -> str | None:
    """The actor named behind 'par'."""
    words = reading.words
    for k in range(hit.last + 1, min(unit.stop, hit.last + AGENT)):
        if words[k].low in STOPS | {","} or words[k].quote >= 0 or reading.is_finite(k):
            return None
        if words[k].low in cues.of("by"):
            near = range(k + 1, min(unit.stop, k + NAME))
            met = next((m for j in near if (m := reading.named(j))), None)
            return met.actor.id if met else None
    return None


def _subject(reading: Reading, cues: Cues, hit: Hit, unit: Unit) -> tuple[int, int] | None:
    """The words of the noun phrase that the passive tells of, up to a comma in it."""
    found = reading.token(hit.verb)
    noun = _noun(*found) if found else None
    if noun is None or found is None or noun.pos != "NOUN":
        return None
    sentence, words = found[0], reading.words
    phrase = sorted(i for i in sentence.subtree(noun.i) if i <= noun.i)
    opens = next(i for i in phrase if sentence.tokens[i].dep != "case")
    first = reading.at(sentence.tokens[opens].start)
    head = reading.at(noun.start)
    stop = next((k for k in range(head, hit.first) if words[k].low == ","), hit.first)
    whole = all(words[k].quote < 0 and not reading.is_finite(k) for k in range(first, stop))
    whole = whole and words[first].low not in cues.of("relatives")  # 'dont la plupart'
    kinds = ("plans", "acts", "claims", "tolls", "happened")  # not 'les résultats annoncés par le juge'
    whole = whole and any(w.low in cues.of(kind) for w in words[first:stop] for kind in kinds)
    return (first, stop) if whole and unit.first <= first <= head < stop else None


def _noun(sentence: Sentence, verb: Token) -> Token | None:
    """The passive subject of a verb, or the noun that a participle qualifies."""
    subject = next((c for c in sentence.children(verb.i) if c.dep.startswith("nsubj")), None)
    if subject is not None:
        return subject
    qualifies = verb.dep in ("acl", "amod") and verb.head < verb.i
    return sentence.tokens[verb.head] if qualifies else None
