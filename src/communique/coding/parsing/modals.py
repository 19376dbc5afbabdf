"""Mends of verbs before an infinitive: *pourrait dépêcher*, *compte recevoir*; and of participles beside."""

from __future__ import annotations

from communique.coding.parsing.asked import asks
from communique.coding.parsing.draft import NOMINAL, SUBJECTS, Draft
from communique.coding.parsing.verbs import Verbs

_BETWEEN = frozenset({"ADV", "PRON"})
_UNDER_SUBJECT = frozenset({"amod", "flat:name", "nmod", "appos"})


@asks({"dep"}, {"VERB"})
def mend_modals(draft: Draft, _verbs: Verbs) -> None:
    """'Ottawa appelle au calme et pourrait dépêcher des troupes': the finite verb governs the infinitive.

    Not: 'est prêt à dépêcher' (no finite verb below the infinitive).
    """
    for i, pos in enumerate(draft.pos):
        k = draft.head[i]
        if pos != "VERB" or draft.dep[i] != "dep" or not draft.finite(i):
            continue
        if _infinitive_after(draft, i) == k:
            _govern(draft, i, k)


def mend_intended(draft: Draft, verbs: Verbs) -> None:
    """'Le président compte s'entretenir avec Kiev': no noun is followed by a bare infinitive.

    Not: 'Le compte à ouvrir', 'Le ministre doit recevoir' (a verb already).
    """
    for i in range(1, len(draft)):
        named = draft.pos[i] == "VERB" and draft.dep[i] in _UNDER_SUBJECT  # 'Rome compte', read as a name
        k = _infinitive_after(draft, i) if named or draft.pos[i] in {"NOUN", "ADJ"} else None
        if k is None or draft.child(i, "case", "mark", "det") is not None:
            continue
        found = verbs.finite(draft.low[i])
        if found is None or not _about(draft, i, k):
            continue
        subject = draft.head[i] if draft.head[i] < i else i - 1
        draft.tag(i, "VERB", lemma=found[0], feats=f"{found[1]}|VerbForm=Fin")
        _govern(draft, i, k)
        draft.attach(subject, i, "nsubj")


def _about(draft: Draft, i: int, k: int) -> bool:
    """Whether a misread verb hangs on the subject of its infinitive, or bears the infinitive itself."""
    over = draft.head[i]
    if draft.head[k] == i and draft.dep[k] == "xcomp":
        return draft.head[i - 1] == i and draft.pos[i - 1] in NOMINAL
    below = draft.dep[i] in _UNDER_SUBJECT and over < i
    return below and draft.head[over] == k and draft.dep[over] in SUBJECTS


def _infinitive_after(draft: Draft, i: int) -> int | None:
    """The infinitive behind a word, clitics and adverbs left aside; None where something else stands."""
    k = i + 1
    while k < len(draft) - 1 and draft.pos[k] in _BETWEEN:
        k += 1
    plain = k < len(draft) and draft.pos[k] == "VERB" and draft.low[k] == draft.lemma[k]
    return k if plain and not any(draft.dep[c] in {"mark", "case"} for c in draft.children(k)) else None


def _govern(draft: Draft, i: int, k: int) -> None:
    """Verb ``i`` takes the place of the infinitive ``k``, and what stands before it."""
    if draft.below(k, i):  # the infinitive hangs there already
        draft.dep[k] = "xcomp"
        return
    draft.govern(i, k)


@asks({","}, {"xcomp", "advcl"})
def mend_accompanying(draft: Draft, verbs: Verbs) -> None:
    """'a mis en garde Kiev, accusant Paris', '« Ils paieront », avertit Kiev, accusant Moscou'.

    A present participle behind a comma goes with a verb and completes none: behind an incise, with the
    verb of saying. Not: 'dit les voir accusant Paris' (no comma).
    """
    for k in range(2, len(draft)):
        present = "VerbForm=Part" in draft.feats[k] and "Tense=Pres" in draft.feats[k]
        if not present or draft.pos[k] != "VERB" or draft.low[k - 1] != ",":
            continue
        if draft.dep[k] == "xcomp":
            draft.dep[k] = "advcl"
        said = next((v for v in range(k - 2, draft.head[k], -1) if draft.pos[v] == "VERB"), None)
        if draft.dep[k] != "advcl" or said is None or draft.lemma[said] not in verbs.telling:
            continue
        subject, start = draft.child(said, *SUBJECTS), draft.group(said)
        if subject is not None and said < subject < k and start and draft.low[start - 1] == ",":
            draft.attach(k, said, "advcl")
