"""Mends of what stands between commas: incises of saying, pronouns that take up a subject."""

from __future__ import annotations

from communique.coding.parsing.asked import asks
from communique.coding.parsing.draft import SUBJECTS, Draft
from communique.coding.parsing.relations import bare
from communique.coding.parsing.verbs import Verbs

_LOOSE = ("obl", "nmod", "advmod", "obj", "iobj")
_CLOSING = frozenset({"\u00bb", '"', "\u201d"})
_NOUNS = frozenset({"NOUN", "PROPN"})


@asks({","}, "saying|quoting")
def mend_incises(draft: Draft, verbs: Verbs) -> None:
    """'Dix soldats ont péri dans une attaque, a annoncé l'armée': the attack is no word of the incise.

    What stands before the comma of an inverted verb of saying hangs under the verb before it. Not:
    'Mardi, a dit le ministre, …' (no verb before), 'Dans un tweet, l'armée a annoncé …' (not inverted).
    """
    for k, pos in enumerate(draft.pos):
        if pos != "VERB" or draft.lemma[k] not in verbs.telling:
            continue
        start = draft.group(k)
        subject = draft.child(k, *SUBJECTS)
        if not start or draft.low[start - 1] != "," or subject is None or subject < k:
            continue
        for c in draft.children(k):
            if c < start - 1 and draft.dep[c].startswith(_LOOSE):
                host = next((v for v in range(c - 1, -1, -1) if draft.pos[v] == "VERB"), None)
                if host is not None and draft.below(
                    host, c
                ):  # 'L'armée n'est pour rien dans …, a insisté le chef'
                    draft.dep[c] = "ccomp"
                elif host is not None:
                    draft.attach(c, host, draft.dep[c])


@asks({","}, "tonic")
def mend_taken_up(draft: Draft, verbs: Verbs) -> None:
    """'L'opposition, elle, pose ses conditions': the pronoun says the subject again, and is no other party.

    Not: 'Le ministre, lui, il …' without its commas, 'avec lui'.
    """
    for k in range(2, len(draft) - 1):
        between = draft.low[k - 1] == "," == draft.low[k + 1]
        if between and draft.low[k] in verbs.words.tonic and draft.pos[k - 2] in _NOUNS:
            draft.attach(k, k - 2, "appos")


@asks(_CLOSING, {","}, "saying|quoting")
def mend_quoted_subjects(draft: Draft, verbs: Verbs) -> None:
    """'« Le pouvoir ment », a accusé l'opposant': who stands behind the verb says it, no word quoted.

    Not: '« Le pouvoir ment », l'opposant a accusé le ministre' (a subject of its own before the verb).
    """
    for k, pos in enumerate(draft.pos):
        if pos != "VERB" or draft.lemma[k] not in verbs.telling or not draft.finite(k):
            continue
        comma = draft.group(k) - 1
        if comma < 2 or draft.low[comma] != "," or draft.low[comma - 1] not in _CLOSING:
            continue
        quoted = [c for c in draft.children(k) if c < comma and draft.dep[c] in SUBJECTS]
        said = [c for c in draft.children(k) if c > k and draft.dep[c] in {"obj", *SUBJECTS}]
        if not quoted or not said or not bare(draft, verbs, said[0]):
            continue
        draft.dep[said[0]] = "nsubj"
        for c in quoted:
            draft.dep[c] = "ccomp"
