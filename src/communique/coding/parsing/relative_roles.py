"""Mends of parties: those of relative clauses, appositions, and names that were read as verbs."""

from __future__ import annotations

from communique.coding.parsing.asked import asks
from communique.coding.parsing.draft import Draft
from communique.coding.parsing.verbs import Verbs

_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_FULL = frozenset({"obj", "aux:pass", "cop", "expl:comp", "expl:pass", "ccomp"})
_TWO = 2


@asks("relative_dative|relative_oblique")
def mend_relative_datives(draft: Draft, verbs: Verbs) -> None:
    """'Ankara, à qui Berlin réclame des excuses': behind a preposition a relative pronoun is no subject.

    Also 'Le Mali, auquel la France a livré des armes' (the pronoun holds its preposition).
    Not: 'Ankara, qui réclame des excuses'.
    """
    for i in range(2, len(draft)):
        verb = draft.head[i]
        if draft.pos[i] != "PRON" or verb <= i:
            continue
        if draft.low[i] in verbs.words.relative_dative:
            draft.dep[i] = "iobj"
        elif draft.dep[i] in _SUBJECTS and draft.low[i] in verbs.words.relative_oblique and _marked(draft, i):
            draft.dep[i] = "obl:arg"


def _marked(draft: Draft, i: int) -> bool:
    """Whether a preposition stands right before a word and belongs to it."""
    return draft.pos[i - 1] == "ADP" and draft.head[i - 1] == i


@asks({","}, "demonstrative")
def mend_apposed_subjects(draft: Draft, verbs: Verbs) -> None:
    """'Les déserteurs, ces soldats partis en mars, accusent l'état-major': the second is an apposition.

    Not: 'Les soldats, ces derniers jours, ont reculé' (no subject), 'La Pologne, la Suède ont protesté'.
    """
    for k in range(3, len(draft)):
        subjects = [c for c in draft.children(k) if draft.dep[c] in _SUBJECTS and c < k]
        if len(subjects) != 2:
            continue
        first, second = subjects
        opening = draft.first(second)
        last = max(i for i in draft.subtree(second) if second <= i < k)
        framed = opening > 0 and draft.low[opening - 1] == "," and "," in draft.low[last : last + 2]
        if framed and first < opening and draft.low[opening] in verbs.words.demonstrative:
            draft.attach(second, first, "appos")


def mend_named_verbs(draft: Draft, verbs: Verbs) -> None:
    """'Berlin a appelé Ankara à la retenue': a capital right behind a verb that was read as another verb.

    Not: 'Berlin a appelé. Attendre est inutile' (it begins a sentence), 'Il veut Ajouter' (a form on record).
    """
    for i in range(2, len(draft)):
        if draft.pos[i] != "VERB" or draft.head[i] != i - 1:
            continue
        k = i - 1
        name = draft.tokens[i].text[:1].isupper() and draft.tokens[i - 1].text[:1].isalpha()
        if not name or draft.pos[k] != "VERB":
            continue
        if verbs.finite(draft.low[i]) or verbs.participle(draft.low[i]) or draft.child(k, "obj") is not None:
            continue
        if draft.feats[i] and "VerbForm=Inf" in draft.feats[i]:
            continue
        draft.tag(i, "PROPN", lemma=draft.tokens[i].text, feats="")
        draft.dep[i] = "obj"
        for c in draft.children(i):
            if c > i:
                draft.attach(c, k, draft.dep[c])


def mend_objects_within(draft: Draft, verbs: Verbs) -> None:
    """'Le détenu, qui a poignardé un garde, a été tué': of two subjects one is the object of the relative.

    What 'et' joins to it behind a comma goes with the subject outside: '…, et sa compagne, ont été arrêtés'.
    Not: 'Le garde, que le détenu a poignardé, a été tué' (the relative has its object).
    """
    for verb in range(len(draft)):
        subjects = [c for c in draft.children(verb) if draft.dep[c] in _SUBJECTS and c < verb]
        if len(subjects) < _TWO:
            continue
        first, second = subjects[0], subjects[-1]
        inner = next((c for c in draft.children(first) if draft.dep[c] == "acl:relcl"), None)
        if inner is None or not first < inner < second or draft.relations(inner) & _FULL:
            continue
        relative = draft.child(inner, "nsubj")
        start = draft.first(second)
        if relative is None or draft.low[relative] not in verbs.words.relative_subject or start <= inner:
            continue
        if any(draft.low[k] == "," for k in range(inner, start)) or draft.has_case(second):
            continue
        draft.attach(second, inner, "obj")
        for c in draft.children(second):
            joint = draft.child(c, "cc")
            if draft.dep[c] == "conj" and joint is not None and draft.low[joint - 1] == ",":
                draft.attach(c, first, "conj")
