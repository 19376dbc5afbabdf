"""Contexts of an act: which rules of the language hold of it, with the words that say so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from communique.candidates import Candidate
from communique.coding.reporting.scene import Scene
from communique.languages.contexts import ContextRule
from communique.model import Actor, Evidence, Party, Span, Unknown
from communique.syntax import Sentence, Token


def contexts_of(
    candidate: Candidate, mode: str | Unknown, parties: tuple[Party, ...], scene: Scene
) -> tuple[tuple[str, Evidence], ...]:
    """The contexts of an act, each with its evidence: those of its frame, then those of the rules.

    *Les ministres se sont entretenus par téléphone*: diplomatic, since all parties hold public office.
    """
    trigger = scene.article.span(candidate.start, candidate.end)
    found = {name: Evidence(trigger, candidate.rule) for name in candidate.frame.contexts}
    surroundings = Surroundings(candidate, parties, scene)
    for rule in scene.contexts.rules:
        if rule.context in found or not _is_of(rule, candidate.frame.type, mode):
            continue
        span = surroundings.evidence(rule, trigger)
        if span is not None:
            found[rule.context] = Evidence(span, scene.contexts.name(rule))
    return tuple(sorted(found.items()))


def _is_of(rule: ContextRule, kind: str, mode: str | Unknown) -> bool:
    if rule.types and kind not in rule.types:
        return False
    return not rule.modes or (not isinstance(mode, Unknown) and mode in rule.modes)


class Surroundings:
    """The clause of an act and its parties, as context rules look at them."""

    __slots__ = ("_actors", "_clause", "_parties", "_scene", "_sentence", "_starts", "_things")

    def __init__(self, candidate: Candidate, parties: tuple[Party, ...], scene: Scene) -> None:
        self._sentence = scene.sentences[candidate.sentence]
        self._scene = scene
        self._parties = parties
        actors = {a.id: a for a in scene.actors}
        self._actors = tuple(
            (p, actors[p.actor]) for p in parties if not isinstance(p.actor, Unknown) and p.actor in actors
        )
        self._things = _things(candidate, self._sentence)
        self._clause = _clause(candidate, self._sentence, scene) | self._things
        self._starts = _by_form(self._sentence, self._clause)

    def evidence(self, rule: ContextRule, trigger: Span) -> Span | None:
        """The words by which a rule holds; None where it does not."""
        if rule.unless and self._word(rule.unless, self._clause) is not None:
            return None
        party = self._party(rule)
        if (rule.sectors or rule.kinds) and party is None:
            return None
        if rule.all_sectors and not self._all(rule.all_sectors):
            return None
        words = self._word(rule.words, self._clause) if rule.words else None
        things = self._word(rule.things, self._things) if rule.things else None
        if (rule.words and words is None) or (rule.things and things is None):
            return None
        return words or things or (party.span if party else trigger)

    def _party(self, rule: ContextRule) -> Party | None:
        for party, actor in self._actors:
            if (not rule.sectors or actor.sector in rule.sectors) and (
                not rule.kinds or actor.kind in rule.kinds
            ):
                return party
        return None

    def _all(self, sectors: Sequence[str]) -> bool:
        known = {actor.id: actor for _, actor in self._actors}
        if any(not _fits(actor, sectors) for actor in known.values()):
            return False
        return len(known) > 1

    def _word(self, phrases: tuple[str, ...], among: frozenset[int]) -> Span | None:
        if _openers(phrases).isdisjoint(self._starts):
            return None
        for phrase in phrases:
            first, _, rest = phrase.partition(" ")
            for i in self._starts.get(first, ()):
                words = rest.split()
                if i in among and self._matches(words, i + 1):
                    last = self._sentence.tokens[i + len(words)]
                    return self._scene.article.span(self._sentence.tokens[i].start, last.end)
        return None

    def _matches(self, words: Sequence[str], i: int) -> bool:
        tokens = self._sentence.tokens[i : i + len(words)]
        return len(tokens) == len(words) and all(
            word in _forms(token) for token, word in zip(tokens, words, strict=True)
        )


@lru_cache(maxsize=1024)
def _openers(phrases: tuple[str, ...]) -> frozenset[str]:
    """The first words of some phrases."""
    return frozenset(phrase.partition(" ")[0] for phrase in phrases)


def _fits(actor: Actor, sectors: Sequence[str]) -> bool:
    return not isinstance(actor.sector, Unknown) and actor.sector in sectors


def _forms(token: Token) -> tuple[str, str, str]:
    """The ways in which a rule may write a word: its lemma, as written, without a final *s*."""
    low = token.low
    return token.lemma.lower(), low, low.removesuffix("s")


def _by_form(sentence: Sentence, among: frozenset[int]) -> dict[str, list[int]]:
    """The words of a clause by their forms, each list in order."""
    found: dict[str, list[int]] = {}
    for i in sorted(among):
        for form in dict.fromkeys(_forms(sentence.tokens[i])):
            found.setdefault(form, []).append(i)
    return found


def _things(candidate: Candidate, sentence: Sentence) -> frozenset[int]:
    """The trigger, the words of its parties, and what completes the nouns among its own words."""
    found = set(candidate.trigger.words)
    tops = [f.token for f in candidate.fillers]
    tops += [w for w in candidate.trigger.words if sentence.tokens[w].pos in ("NOUN", "PROPN")]
    for top in tops:
        found.update(_phrase(sentence, top))
    return frozenset(found)


def _phrase(sentence: Sentence, top: int) -> Iterator[int]:
    """The words below ``top`` that no other verb governs."""
    yield top
    for child in sentence.children(top):
        if child.dep.startswith(("acl:relcl", "advcl", "parataxis", "conj", "ccomp", "nsubj")):
            continue
        if child.pos not in ("VERB", "AUX"):
            yield from _phrase(sentence, child.i)


def _clause(candidate: Candidate, sentence: Sentence, scene: Scene) -> frozenset[int]:
    """The words of the act's clause, and of what its own words govern."""
    verb = scene.reader.verb_above(sentence, candidate.trigger.word)
    found = set(scene.reader.clause(sentence, verb.i)) if verb else set()
    found.update(i for i in sentence.subtree(candidate.trigger.word) if abs(i - candidate.trigger.word) < 16)
    return frozenset(found)
