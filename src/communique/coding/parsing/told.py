"""Mends of clauses behind a verb of saying: what is told hangs under the verb that tells it."""

from __future__ import annotations

from communique.coding.parsing.asked import asks
from communique.coding.parsing.draft import NOMINAL, Draft
from communique.coding.parsing.verbs import Verbs

_SUBJECTS = ("nsubj", "nsubj:pass")
_LOST = frozenset({"acl", "appos", "amod", "nsubj", "nsubj:pass", "csubj", "dep", "parataxis", "obl:mod"})


@asks("relative_object", {"VERB"})
def mend_said_that(draft: Draft, verbs: Verbs) -> None:
    """'Téhéran avertit que tout raid entraînerait une riposte': the verb before 'que' governs the other.

    Not: 'La note qui avertit que le pont s'effondrerait circule' (a relative clause has its own verb).
    """
    top = draft.root
    for k in range(1, len(draft) - 1):
        if draft.pos[k] != "VERB" or draft.low[k + 1] not in verbs.words.relative_object:
            continue
        present = verbs.finite(draft.low[k]) if verbs.participle(draft.low[k]) is None else None
        if not draft.finite(k) and present is None:
            continue
        if k > top or draft.dep[k] not in _LOST or draft.head[draft.head[k]] != top or draft.child(k, "mark"):
            continue
        noun, own = draft.head[k], draft.child(k, *_SUBJECTS)
        theirs = noun != top and noun < k and draft.dep[noun] in _SUBJECTS and draft.pos[noun] in NOMINAL
        if not draft.finite(top) or not (theirs or (own is not None and noun == top)):
            continue
        if any(draft.low[i] in verbs.words.relative for i in range(draft.group(k))):
            continue
        if not draft.finite(k) and present is not None:
            draft.feats[k] = present[1]
        draft.crown(k)
        draft.dep[top] = "ccomp"
        if theirs:
            draft.head[noun], draft.dep[noun] = k, "nsubj"
        draft.head[k + 1], draft.dep[k + 1] = top, "mark"
        return


@asks({"acl:relcl", "advcl"}, "relative_object", "saying")
def mend_told_clauses(draft: Draft, verbs: Verbs) -> None:
    """'a averti la Turquie qu'elle paierait': 'que' behind whom one tells it opens what one tells.

    Not: 'a averti la Turquie alors qu'elle forait' (a conjunction of two words), 'a averti l'homme qu'elle
    aimait' (a relative clause lacks an object of its own).
    """
    for k, dep in enumerate(draft.dep):
        relative = dep == "acl:relcl"
        verb = draft.head[draft.head[k]] if relative else draft.head[k]
        if not (relative or dep == "advcl") or draft.lemma[verb] not in verbs.words.saying:
            continue
        opener = draft.first(k)
        if verb > k or not draft.finite(k) or draft.low[opener] not in verbs.words.relative_object:
            continue
        told = draft.child(verb, "obj", "obl:arg", "iobj")
        if told is None or draft.pos[opener - 1] not in NOMINAL or draft.relations(verb) & {"ccomp", "xcomp"}:
            continue
        own = any(c > k and draft.dep[c] == "obj" for c in draft.children(k))
        if not relative or (own and draft.head[k] == told):
            draft.attach(k, verb, "ccomp")
            draft.dep[opener], draft.head[opener] = "mark", k
