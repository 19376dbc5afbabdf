"""What coordinated verbs share: *l'a arrêté puis relâché*, *a arrêté et expulsé trois journalistes*."""

from __future__ import annotations

from communique.syntax import Sentence, Token

BETWEEN = frozenset({"CCONJ", "ADV", "AUX", "PUNCT"})  # what may stand between verbs that share an object
HELD = frozenset({"obj", "ccomp", "xcomp", "expl:comp", "expl:pass", "aux:pass", "cop", "nsubj:pass"})
GIVING = frozenset({"iobj", "obl:arg", "obl:agent"})


def shared_clitic(sentence: Sentence, verb: Token) -> tuple[int, ...]:
    """*l'ont mis en examen puis écroué*: one pronoun and one auxiliary serve both participles."""
    if verb.dep != "conj" or verb.feature("VerbForm") != "Part":
        return ()
    if any(c.dep.startswith("aux") for c in sentence.children(verb.i)):
        return ()
    before = (c for c in sentence.children(verb.head) if c.i < verb.head)
    return tuple(c.i for c in before if c.dep == "obj" and c.pos == "PRON")


def sharing(sentence: Sentence, i: int, light: frozenset[str]) -> int | None:
    """*a arrêté et expulsé trois journalistes*: the verb behind verb ``i`` whose object it shares.

    Not: *a protesté et fait appel* (a ``light`` verb, whose object is part of it), *a réagi jeudi et arrêté
    trois journalistes* (something of its own stands behind the first verb).
    """
    verb = sentence.tokens[i]
    if verb.pos != "VERB" or any(c.dep in HELD | GIVING for c in sentence.children(i)):
        return None
    for child in sentence.children(i):
        if child.dep == "conj" and child.i > i and child.pos == "VERB":
            alike = child.feature("VerbForm") == verb.feature("VerbForm")
            between = sentence.tokens[i + 1 : child.i]
            joined = any(t.pos == "CCONJ" for t in between) and all(t.pos in BETWEEN for t in between)
            own = any(c.dep.startswith(("nsubj", "expl")) for c in sentence.children(child.i))
            if alike and joined and not own and child.lemma.lower() not in light:
                return child.i
            return None
    return None


def sharing_agents(sentence: Sentence, i: int, judging: frozenset[str]) -> tuple[int, ...]:
    """*arrêtés et battus par la police*: the verbs beside a participle whose agent is its own, too.

    Not: *arrêtés puis relâchés par …* (one after the other), *arrêtés et condamnés par un tribunal* (the
    agent of a ``judging`` verb is a court).
    """
    verb = sentence.tokens[i]
    head = sentence.tokens[verb.head]
    found: list[int] = []
    if verb.dep == "conj" and head.pos == "VERB":
        found += [head.i for c in sentence.children(head.i) if c.dep == "obl:agent" and c.i > i]
    for child in sentence.children(i):
        between = sentence.tokens[i + 1 : child.i]
        near = child.dep == "conj" and child.i > i and child.feature("VerbForm") == "Part"
        if near and len(between) == 1 and child.lemma.lower() not in judging:
            found.append(child.i)
    return tuple(found[:1])
