"""Who is to act in an infinitive: by the noun or the verb that it completes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.syntax import Sentence, Token

if TYPE_CHECKING:
    from communique.clauses import ClauseReader

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:caus"})


def of_auxiliary(sentence: Sentence, i: int) -> list[int]:
    """The subject hung on an auxiliary instead of its verb: *Paris **a** une nouvelle fois **mis** …*."""
    auxiliaries = [c.i for c in sentence.children(i) if c.dep.startswith("aux")]
    return [c.i for a in auxiliaries for c in sentence.children(a) if c.dep in SUBJECTS]


def of_noun(
    reader: ClauseReader, sentence: Sentence, verb: Token, controlling: frozenset[str]
) -> tuple[int, ...]:
    """Who acts in an infinitive hung on a noun; nobody where the noun does not tell.

    *a appelé **ses partisans** à défiler* (an object of a verb of ``controlling``), *la décision
    **d'Ottawa** d'expulser …*. Not *a pris la décision d'expulser* (who takes it).
    """
    noun = sentence.tokens[verb.head]
    governor = sentence.tokens[noun.head]
    if noun.dep == "obj" and governor.lemma in controlling:
        return reader.coordinated(sentence, noun.i)
    of = reader.grammar.of("of")
    owners = [
        c.i
        for c in sentence.children(noun.i)
        if c.dep == "nmod" and c.i < verb.i and reader.preposition(sentence, c.i) in of
    ]
    return reader.coordinated(sentence, owners[0]) if owners else ()


def aims(reader: ClauseReader, sentence: Sentence, verb: Token) -> bool:
    """*l'a appelé pour lui exprimer son soutien*: what an act is for; not *condamné pour avoir tué*."""
    children = sentence.children(verb.i)
    marked = any(c.low in reader.grammar.of("in_order") for c in children)
    return marked and not any(c.dep.startswith("aux") for c in children)
