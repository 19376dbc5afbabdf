"""What is said of a noun, who is to act in a clause, and whom a clause of purpose fights."""

from __future__ import annotations

from collections.abc import Iterable

from communique.clauses import ClauseReader
from communique.mentions import MentionIndex
from communique.syntax import Sentence


def predicates(sentence: Sentence, i: int) -> tuple[int, ...]:
    """*des combats ont éclaté*, *l'attaque a fait dix morts*: the verb whose subject noun ``i`` is."""
    token = sentence.tokens[i]
    while token.dep == "conj" and token.head != token.i:
        token = sentence.tokens[token.head]
    if token.dep in ("nsubj", "nsubj:pass") and sentence.tokens[token.head].pos in ("VERB", "AUX", "ADJ"):
        return (token.head,)
    return ()


def situates(reader: ClauseReader, sentence: Sentence, i: int) -> tuple[int, ...]:
    """*Le président est en visite à Rabat*: the subject of a noun behind a copula and a preposition.

    Not *Le président est contre le blocus*.
    """
    children = sentence.children(i)
    within = reader.preposition(sentence, i) in reader.grammar.of("situating")
    if within and (inserted := _inserted(sentence, i)) is not None:
        return reader.coordinated(sentence, inserted)
    if not within or not {"cop", "case"} <= {c.dep for c in children}:
        return ()
    return tuple(k for c in children if c.dep == "nsubj" for k in reader.coordinated(sentence, c.i))


def _inserted(sentence: Sentence, i: int) -> int | None:
    """*Le ministre, en visite à Rome, …*: the noun before, where commas set off the phrase."""
    cases = [c.i for c in sentence.children(i) if c.dep == "case" and c.i < i]
    head = sentence.tokens[i].head
    if not cases or cases[0] < 2 or sentence.tokens[cases[0] - 1].text != "," or head >= cases[0]:
        return None
    return head if sentence.tokens[head].pos in ("NOUN", "PROPN") else None


def wished(reader: ClauseReader, sentence: Sentence, clauses: Iterable[int]) -> tuple[int, ...]:
    """*a demandé que les rebelles déposent les armes*: who is to act in the clauses."""
    return tuple(
        k
        for verb in clauses
        if not reader.is_passive(sentence, verb)
        for c in sentence.children(verb)
        if c.dep == "nsubj"
        for k in reader.coordinated(sentence, c.i)
    )


def fought(reader: ClauseReader, sentence: Sentence, i: int) -> tuple[int, ...]:
    """Whom an infinitive of purpose behind word ``i`` fights: *pour combattre l'EI*."""
    grammar = reader.grammar
    order, fighting = grammar.of("in_order"), grammar.of("fighting")
    for token in sentence.tokens[i + 1 :]:
        if token.feature("VerbForm") == "Fin":
            return ()
        marks = {c.low for c in sentence.children(token.i) if c.i < token.i}
        if token.lemma.lower() in fighting and (marks & order or sentence.tokens[token.i - 1].low in order):
            against = [k for k, name in reader.obliques(sentence, token.i) if name in grammar.of("against")]
            return reader.objects(sentence, token.i) or tuple(against)
    return ()


def counted(reader: ClauseReader, sentence: Sentence, i: int, mentions: MentionIndex) -> int:
    """*un million de réfugiés*, *deux des otages*, *des groupes de manifestants*: who is counted."""
    token, of = sentence.tokens[i], reader.grammar.of("of")
    band = token.lemma.lower() in reader.grammar.of("bands")
    if token.lemma.lower() not in reader.grammar.of("measure") and token.pos != "NUM" and not band:
        return i
    for child in sentence.children(i):
        if child.dep in ("nmod", "obl:arg") and reader.preposition(sentence, child.i) in of:
            people = any(d.actor.kind == "people" for d in mentions.denoted(child.start))
            return child.i if people or not band else i
    return i
