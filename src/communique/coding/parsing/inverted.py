"""Mends of what stands in an order of its own: *que lui impute Kiev*, *Quant aux tirs, Kiev les dément*."""

from __future__ import annotations

from communique.coding.parsing.asked import asks
from communique.coding.parsing.draft import NOMINAL, SUBJECTS, Draft
from communique.coding.parsing.verbs import Verbs

_NAMED = frozenset({"NOUN", "PROPN"})
_BEHIND = frozenset({"obj", "obl:arg", "obl:mod", "nmod", "nsubj"})


@asks("relative", "object_pronouns")
def mend_imputed(draft: Draft, verbs: Verbs) -> None:
    """'Kiev nie le raid dont l'accuse Moscou', '…, que lui imputait Washington': the subject stands behind.

    Not: 'le raid dont Kiev accuse Moscou' (a subject before the verb), 'il dit que lui partira'.
    """
    for k in range(3, len(draft) - 1):
        clitic, opening = k - 1, k - 2
        if draft.pos[k] != "VERB" or not draft.finite(k) or draft.pos[clitic] != "PRON":
            continue
        oblique = draft.low[opening] in verbs.oblique_relatives
        if not oblique or draft.low[clitic] not in verbs.words.object_pronouns:
            continue
        behind = next((c for c in draft.children(k) if c > k and draft.pos[c] in _NAMED), None)
        host = next((j for j in range(opening - 1, -1, -1) if draft.pos[j] in NOMINAL | {"VERB"}), None)
        plain = behind is not None and draft.dep[behind] in _BEHIND and not draft.has_case(behind)
        if behind is None or host is None or not plain or draft.pos[host] == "VERB":
            continue
        subjects = {c for c in draft.children(k) if draft.dep[c] in SUBJECTS}
        if not subjects <= {clitic, opening, behind} or draft.pos[k + 1] in {"ADP", "PUNCT"}:
            continue
        _turn(draft, verbs, (opening, clitic, k, behind), host)


def _turn(draft: Draft, verbs: Verbs, words: tuple[int, int, int, int], host: int) -> None:
    """Hang the relative clause on its noun, its object and its subject on its verb."""
    opening, clitic, k, behind = words
    objective = draft.low[opening] in verbs.words.relative_object
    draft.dep[behind] = "nsubj"
    draft.dep[clitic] = "iobj" if objective else "obj"
    draft.attach(opening, k, "obj" if objective else "obl:arg")
    if draft.dep[k] != "acl:relcl" and draft.pos[host] in NOMINAL:
        while draft.dep[host] in {"nmod", "flat:name"} and draft.head[host] < host:
            host = draft.head[host]
        draft.attach(k, host, "acl:relcl")


@asks({"ADV"}, {"DET", "PRON"})
def mend_dislocated(draft: Draft, verbs: Verbs) -> None:
    """'Quant aux tirs, l'armée les dément': a clitic before a form that may be finite makes it the verb.

    Not: 'les dément rapidement' (no subject before), 'Moscou agit lentement' (an adverb of the tables).
    """
    for k in range(3, len(draft)):
        if draft.pos[k] != "ADV" or verbs.adverb(draft.low[k]) or draft.pos[k - 1] not in {"DET", "PRON"}:
            continue
        found = verbs.finite(draft.low[k])
        subject = draft.head[k] if draft.head[k] < k else k - 2
        if found is None or draft.pos[k - 2] not in _NAMED or draft.pos[subject] not in _NAMED:
            continue
        if any(draft.finite(i) for i in range(len(draft)) if draft.pos[i] in {"VERB", "AUX"}):
            continue
        draft.tag(k, "VERB", lemma=found[0], feats=f"{found[1]}|VerbForm=Fin")
        draft.tag(k - 1, "PRON", lemma=draft.lemma[k - 1], feats=draft.feats[k - 1])
        draft.crown(k)
        subject = k - 2 if draft.dep[k - 2] == "dep" or draft.head[k - 2] < k - 2 else subject
        draft.head[subject], draft.dep[subject] = k, "nsubj"
        draft.head[k - 1], draft.dep[k - 1] = k, "obj"


def mend_compared(draft: Draft, verbs: Verbs) -> None:
    """'Il a tiré, comme l'en accuse Bangui', 'comme le réclamait Moscou': the subject stands behind.

    Not: 'comme Bangui l'en accuse' (a subject before the verb).
    """
    pronouns = verbs.words.object_pronouns | verbs.words.clitics
    for k in range(2, len(draft) - 1):
        start = k
        while start and draft.low[start - 1] in pronouns:
            start -= 1
        if start in {0, k} or draft.low[start - 1] not in verbs.words.likening or draft.pos[k] != "VERB":
            continue
        behind = next((c for c in draft.children(k) if c > k and draft.pos[c] in _NAMED), None)
        subjects = {c for c in draft.children(k) if draft.dep[c] in SUBJECTS}
        if behind is None or draft.has_case(behind) or not subjects <= {*range(start, k), behind}:
            continue
        if draft.dep[behind] not in _BEHIND or draft.first(behind) != k + 1:
            continue
        draft.dep[behind] = "nsubj"
        for c in range(start, k):
            if draft.head[c] != k and draft.head[c] in range(start, k):
                draft.attach(c, k, "obj")
            pronoun = draft.low[c] in verbs.words.object_pronouns
            draft.dep[c] = "obj" if pronoun else "expl:comp"
            draft.tag(c, "PRON", lemma=draft.lemma[c], feats=draft.feats[c])
