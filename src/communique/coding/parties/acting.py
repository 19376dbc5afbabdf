"""Who acts in the clause of an object pronoun, and so is not whom it takes up."""

from __future__ import annotations

from communique.coding.parties.line import Line
from communique.syntax import Token

_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:caus"})
_BELOW = frozenset({"conj", "xcomp", "advcl"})  # what may have its subject from the verb above
_VERBAL = frozenset({"VERB", "AUX"})
_STEPS = 4


def acting(line: Line, i: int) -> int:
    """The offset of the head of the subject of the verb that clitic ``i`` belongs to; -1 for none.

    *Le **Conseil**, que Paris avait saisi, lui a apporté son soutien*, ***Elle** a rencontré Kouleba et
    lui a promis des armes*. Not: *Rome accuse **Paris** de l'avoir trompée* (who is accused acts).
    """
    verb = line.tokens[line.tokens[i].head]
    if verb.pos not in _VERBAL and i + 1 < len(line.tokens):
        verb = line.tokens[i + 1]
    for _ in range(_STEPS):
        subject = next((c for c in line.sentence.children(verb.i) if c.dep in _SUBJECTS), None)
        if subject is not None:
            return _antecedent(line, verb, subject).start
        above = line.tokens[verb.head]
        if verb.dep.split(":")[0] not in _BELOW or above.pos not in _VERBAL or above.i == verb.i:
            return -1
        accused = next((c for c in line.sentence.children(above.i) if c.dep == "obj"), None)
        if verb.dep == "xcomp" and accused is not None:
            return accused.start
        verb = above
    return -1


def _antecedent(line: Line, verb: Token, subject: Token) -> Token:
    """Whom a relative pronoun takes up: *les **soldats** qui l'ont arrêté*."""
    relative = subject.feature("PronType") == "Rel" and verb.dep.startswith("acl")
    return line.tokens[verb.head] if relative else subject
