"""Raising a verb above the noun phrase, or the fragment, that the parser hung it under."""

from __future__ import annotations

from communique.coding.parsing.draft import BORDERS, NOMINAL, SUBJECTS, Draft
from communique.coding.parsing.verbs import Verbs

_HANGING = frozenset({"amod", "acl", "nmod", "dep", "appos", "advmod", "obj", "obl:mod", "conj", "flat:name"})
_MAIN = frozenset({"VERB", "AUX"})


def promote(draft: Draft, verbs: Verbs, k: int, *, before: int) -> None:
    """Raise a verb above the noun phrase that it was hung under, which becomes its subject.

    ``before`` is the first word of the verb group; what the phrase holds behind it goes to the verb.
    """
    path = list(draft.path(k))
    if not path or any(a >= before or draft.pos[a] not in NOMINAL | {"ADJ"} for a in path):
        return
    if draft.dep[k] not in _HANGING:
        return
    start = max((i + 1 for i in range(before) if draft.low[i] in BORDERS), default=0)
    near = [a for a in path if a >= start and draft.low[a] not in verbs.words.time]
    subject = near[-1] if near else None
    moved = [c for a in path for c in draft.children(a) if c > k]
    top = draft.crown(k)
    draft.dep[top] = "obl:mod" if draft.low[top] in verbs.words.time else "dep"
    if subject is not None and _begins(draft, subject, also=",") and not draft.relations(k) & SUBJECTS:
        draft.head[subject], draft.dep[subject] = k, "nsubj"
    elif (given := _give_subject(draft, top, k, before=before)) is not None:
        draft.attach(top, given, "appos")
    for c in moved:
        draft.attach(c, k, below_verb(draft, verbs, c, k))
    for c in draft.children(k):
        if draft.dep[c] == "nmod":
            draft.dep[c] = below_verb(draft, verbs, c, k)


def below_verb(draft: Draft, verbs: Verbs, c: int, k: int) -> str:
    """The relation that a noun's dependent has to a verb."""
    if draft.dep[c] not in {"nmod", "appos", "dep", "amod", "obl:mod", "flat:name"}:
        return draft.dep[c]
    if draft.low[c] in verbs.words.time:
        return "obl:mod"
    _read_article(draft, verbs, c)
    if draft.has_case(c) or draft.pos[c] not in NOMINAL:
        return "obl:mod" if draft.pos[c] in NOMINAL else draft.dep[c]
    return "obl:mod" if "obj" in draft.relations(k) - {draft.dep[c]} else "obj"


def _read_article(draft: Draft, verbs: Verbs, c: int) -> None:
    """'livre des missiles': behind a verb that was taken for a noun, 'des' is an article."""
    first = next((d for d in draft.children(c) if draft.dep[d] == "case"), None)
    if (
        first is not None
        and draft.pos[draft.head[c]] == "VERB"
        and draft.low[first] in verbs.words.partitive
        and draft.low[first - 1] == draft.low[draft.head[c]]
    ):
        draft.tag(first, "DET", lemma=draft.low[first], feats="Definite=Ind|Number=Plur|PronType=Art")
        draft.dep[first] = "det"


def take_over(draft: Draft, verbs: Verbs, verb: int, *, before: int) -> None:
    """Crown a verb that stood beside the root; a noun phrase that begins the sentence becomes its subject."""
    old = draft.crown(verb)
    if draft.pos[old] in _MAIN:
        infinitive = any("VerbForm=Inf" in draft.feats[c] for c in (old, *draft.children(old)))
        draft.dep[old] = "xcomp" if infinitive and old > verb else "advcl"
        _give_subject(draft, old, verb, before=before)
    elif (subject := _give_subject(draft, old, verb, before=before)) is not None:
        draft.attach(old, subject, "appos")
    elif draft.low[old] in verbs.words.time:
        draft.dep[old] = "obl:mod"
    elif (
        draft.pos[old] in NOMINAL
        and old < before
        and _begins(draft, old)
        and not draft.relations(verb) & SUBJECTS
    ):
        draft.dep[old] = "nsubj"
    for c in draft.children(old):
        if c > verb:
            draft.attach(c, verb, below_verb(draft, verbs, c, verb))


def _give_subject(draft: Draft, old: int, verb: int, *, before: int) -> int | None:
    """Hand the subject of the old root to the verb that had none."""
    subject = draft.child(old, *SUBJECTS)
    if subject is None or subject > before or draft.relations(verb) & SUBJECTS:
        return None
    draft.head[subject], draft.dep[subject] = verb, "nsubj"
    return subject


def _begins(draft: Draft, i: int, *, also: str = "") -> bool:
    """Whether a noun phrase without a preposition begins the sentence, or what follows a colon or a mark."""
    first = draft.first(i)
    if draft.low[first] == ",":
        first += 1
    starts = not first or draft.low[first - 1] in BORDERS | {also} or draft.low[first] in BORDERS
    return starts and draft.pos[first] != "ADP" and not draft.has_case(i)
