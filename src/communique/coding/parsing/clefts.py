"""Clefts: *c'est à X que …* brings a complement of the verb to the front of its clause."""

from __future__ import annotations

from communique.coding.parsing.asked import asks
from communique.coding.parsing.draft import NOMINAL, SUBJECTS, Draft
from communique.coding.parsing.verbs import Verbs

_BELOW = frozenset({"dep", "acl:relcl", "acl", "ccomp", "advcl", "csubj"})
_LOOSE = frozenset({"obj", "mark", "obl:mod", "dep"})
_OBLIQUE = "obl:mod"


@asks({"cop"}, "impersonal_pronouns")
def mend_clefts(draft: Draft, verbs: Verbs) -> None:
    """'C'est avec Rome que Paris a signé un accord': *avec Rome* completes *signé*.

    Not 'C'est Rome que Paris accuse', whose noun stays the object of the clause, nor a denied one.
    """
    for top in range(len(draft)):
        if draft.pos[top] not in NOMINAL or not draft.has_case(top):
            continue
        presented = [c for c in draft.children(top) if c < top]
        copula = next((c for c in presented if draft.dep[c] == "cop"), None)
        if copula is None or draft.low[copula - 1] not in verbs.words.impersonal_pronouns:
            continue
        if any(draft.low[c] in verbs.words.negation for c in range(copula, top)):
            continue
        verb = next((k for k in range(top + 1, len(draft)) if _is_clause(draft, verbs, k, top)), None)
        if verb is not None:
            _unfold(draft, top, verb)


def _is_clause(draft: Draft, verbs: Verbs, k: int, top: int) -> bool:
    """Whether a verb heads the *que* clause of the phrase of ``top``, with a subject of its own."""
    if draft.dep[k] not in _BELOW or not draft.below(k, top) or not draft.relations(k) & SUBJECTS:
        return False
    first = draft.first(k)
    return draft.low[first] in verbs.words.relative_object and draft.dep[first] in _LOOSE


def _unfold(draft: Draft, top: int, verb: int) -> None:
    """The verb takes the place of the phrase, which becomes its complement."""
    mark = draft.first(verb)
    draft.take_place(verb, top)
    draft.dep[top] = _OBLIQUE
    draft.head[mark], draft.dep[mark] = verb, "mark"
    draft.pos[mark] = "SCONJ"
    for c in draft.children(top):
        if draft.dep[c] in {"cop", "nsubj", "expl:subj"}:
            draft.head[c], draft.dep[c] = verb, "discourse"
    behind = [c for c in draft.children(top) if c > verb]
    for c in behind:
        draft.attach(c, verb, draft.dep[c])
