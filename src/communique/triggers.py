"""Triggers: the words that tell an act, with the words at which its complements may stand."""

from __future__ import annotations

from typing import NamedTuple

from communique.clauses import ClauseReader
from communique.languages.grammar import Support
from communique.syntax import Sentence, Token


class Trigger(NamedTuple):
    """The word that triggers a frame and what it carries; all are indices in the sentence.

    ``bearers`` are the words at which complements may stand: the trigger, its support word, and
    the participles that qualify it (*une frappe menée contre …*). ``verb`` is the verb that tells a
    noun of action; ``patient`` whether its subject undergoes the act (*subir*); ``effect`` a verb
    whose object does (*la frappe a visé …*).
    """

    word: int
    words: tuple[int, ...]
    bearers: tuple[int, ...]
    is_verb: bool
    verb: int | None = None
    patient: bool = False
    effect: int | None = None


class TriggerReader:
    """Makes triggers of the words of one sentence."""

    __slots__ = ("_reader", "_sentence")

    def __init__(self, sentence: Sentence, reader: ClauseReader) -> None:
        self._sentence = sentence
        self._reader = reader

    def trigger(self, i: int) -> Trigger:
        """The trigger headed by word ``i``, with the words that bear its complements."""
        token = self._sentence.tokens[i]
        if token.pos in ("VERB", "AUX") or token.feature("VerbForm") == "Part":
            return Trigger(i, (i,), (i,), True, i)
        bearers = [i]
        verb, patient = self._support(i)
        if verb is not None:
            bearers.append(verb)
        bearers.extend(self._participles(i))
        return Trigger(i, (i,), tuple(dict.fromkeys(bearers)), False, verb, patient, self._effect(i))

    def carry(self, trigger: Trigger, word: int) -> Trigger:
        """The same trigger with one more word of its own (*porter* carrying *frappe*)."""
        words = tuple(sorted({*trigger.words, word}))
        verb = self._sentence.tokens[trigger.word]
        if verb.head == word and verb.dep.startswith("acl"):
            # *une frappe effectuée par X a visé Y*: the noun tells the act, the participle bears it
            return self.trigger(word)._replace(words=words)
        bearers = (*trigger.bearers, word, *self._participles(word), *self._measure(word))
        return trigger._replace(words=words, bearers=tuple(dict.fromkeys(bearers)))

    def _measure(self, i: int) -> tuple[int, ...]:
        """*tirer des dizaines de roquettes sur la ville*: the word that counts bears complements, too."""
        head = self._sentence.head(i)
        measures = self._reader.grammar.of("measure")
        return (head.i,) if head is not None and head.lemma.lower() in measures else ()

    def _participles(self, i: int) -> list[int]:
        """Participles that bear the act's complements; not *les demandes d'Ottawa, soutenues par Rome*."""
        children = self._sentence.children(i)
        found = (c for c in children if c.dep.startswith("acl") and c.pos in ("VERB", "ADJ"))
        return [c.i for c in found if not self._reader.reacts(c)]

    def _effect(self, i: int) -> int | None:
        """The verb by which the act told by noun ``i`` reaches somebody: *la frappe a visé un convoi*."""
        first = self._series(i)
        head = self._sentence.head(first)
        if head is None or not self._sentence.tokens[first].dep.startswith("nsubj"):
            return None
        return head.i if head.lemma.lower() in self._reader.grammar.of("effect") else None

    def _series(self, i: int) -> int:
        """*a lancé une vague d'attaques*: the word that counts the acts, or gathers them, stands for them."""
        head = self._sentence.head(i)
        grammar = self._reader.grammar
        lemma = "" if head is None else head.lemma.lower()
        if head is None or not (lemma in grammar.of("measure") or lemma in grammar.of("series")):
            return i
        return head.i if self._reader.preposition(self._sentence, i) in grammar.of("of") else i

    def _support(self, i: int) -> tuple[int | None, bool]:
        """The verb that carries noun ``i``, and whether its subject undergoes the act."""
        token = self._sentence.tokens[self._series(i)]
        while token.dep == "conj" and token.head != token.i:
            token = self._sentence.tokens[token.head]
        head = self._sentence.head(token.i)
        if head is None:
            return None, False
        idiom = self._idiom(token, head)
        if idiom is not None:
            return idiom, True
        if head.pos not in ("VERB", "AUX", "ADJ"):
            return None, False
        met = (self._support_of(name) for name in self._reader.names(self._sentence, head))
        support = next((found for found in met if found is not None), None)
        if support is None:
            return None, False
        if support.slot == "object":
            carried = token.i in self._reader.objects(self._sentence, head.i)
        else:
            carried = self._reader.preposition(self._sentence, token.i) == support.slot
        return (head.i, support.patient) if carried else (None, False)

    def _idiom(self, token: Token, head: Token) -> int | None:
        """The verb or noun whose subject undergoes the act: *faire l'objet de*, *être victime de*."""
        grammar = self._reader.grammar
        name = self._reader.preposition(self._sentence, token.i)
        if name not in grammar.of("of") and name not in grammar.of("dative"):
            return None
        words = [head, *([t] if (t := self._sentence.head(head.i)) else [])]
        lemmas = {w.lemma.lower() for w in words} | {c.lemma.lower() for c in self._sentence.children(head.i)}
        if lemmas.isdisjoint(grammar.of("undergoing")) or self._meant(head):
            return None
        for word in words:
            if self._reader.subjects(self._sentence, word.i) and (
                word.pos in ("VERB", "AUX") or any(c.dep == "cop" for c in self._sentence.children(word.i))
            ):
                return word.i
        return None

    def _meant(self, noun: Token) -> bool:
        """Whether a noun names those who underwent: *un hommage aux victimes de*, *reçoit les victimes de*.

        Not *est victime de*, *fait l'objet de*.
        """
        if noun.pos != "NOUN" or any(c.dep == "cop" for c in self._sentence.children(noun.i)):
            return False
        known = noun.lemma.lower() in self._reader.grammar.of("undergoing")
        plural = noun.dep == "obj" and noun.feature("Number") == "Plur"
        under = bool(self._reader.preposition(self._sentence, noun.i))
        return known and (plural or under or noun.dep.startswith("nsubj"))

    def _support_of(self, lemma: str) -> Support | None:
        for support in self._reader.grammar.supports:
            if lemma in support.verbs:
                return support
        return None


def possessives(sentence: Sentence, trigger: Trigger) -> list[int]:
    """The possessive determiners of the nouns that bear an act: *sa frappe*."""
    nouns = [b for b in trigger.bearers if not _is_verb(sentence.tokens[b])]
    return [c.i for noun in nouns for c in sentence.children(noun) if c.feature("Poss") == "Yes"]


def modifiers(sentence: Sentence, trigger: Trigger) -> list[int]:
    """Adverbs, adjectives and participles that qualify the act, not those of the verb that carries it."""
    bearers = [b for b in trigger.bearers if b == trigger.word or not _is_verb(sentence.tokens[b])]
    return [
        c.i
        for bearer in bearers
        for c in sentence.children(bearer)
        if c.dep in ("amod", "acl", "advmod", "nmod", "appos", "xcomp")
        and (c.pos in ("ADJ", "VERB", "ADV") or c.feature("VerbForm") == "Part")
    ]


def following(sentence: Sentence, i: int, reach: int) -> list[int]:
    """The words behind ``i``, at most ``reach``, up to the next verb of the sentence."""
    found: list[int] = []
    for token in sentence.tokens[i + 1 : i + reach]:
        if token.feature("VerbForm") == "Fin" or token.text in (";", ":"):
            break
        found.append(token.i)
    return found


def _is_verb(token: Token) -> bool:
    return token.pos in ("VERB", "AUX")
