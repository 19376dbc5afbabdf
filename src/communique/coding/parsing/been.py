"""Passives with a compound auxiliary, and words that the model takes for pronouns."""

from __future__ import annotations

from communique.coding.parsing.asked import asks
from communique.coding.parsing.draft import NOMINAL, Draft
from communique.coding.parsing.verbs import Verbs

_TENSED = "aux:tense"


@asks("been", {"aux:tense"})
def mend_been(draft: Draft, verbs: Verbs) -> None:
    """'Le maire a été passé à tabac': two auxiliaries of different verbs make a passive.

    Not: 'Le maire est passé à table' (one auxiliary).
    """
    for k in range(1, len(draft) - 1):
        verb = draft.head[k]
        if draft.low[k] not in verbs.words.been or draft.dep[k] != _TENSED or verb <= k:
            continue
        if any(c < k and draft.dep[c] == _TENSED for c in draft.children(verb)):
            draft.dep[k] = "aux:pass"


@asks({"PRON"})
def mend_false_pronouns(draft: Draft, verbs: Verbs) -> None:
    """'L'armée a pris Bakhmout', 'Ils ont massacré des civils': what is written like no pronoun is none.

    Behind an auxiliary it is the participle, with a capital inside the sentence it is a name.
    Not: 'Ils en ont massacré plusieurs' (a pronoun).
    """
    for k in range(1, len(draft)):
        if draft.pos[k] != "PRON" or verbs.pronoun(draft.low[k]) or draft.dep[k].startswith("expl"):
            continue
        if draft.pos[k - 1] == "AUX" and (found := verbs.participle(draft.low[k])):
            draft.tag(k, "VERB", lemma=found[0], feats=found[1])
            _open_object(draft, verbs, k)
        elif draft.tokens[k].text[:1].isupper() and draft.pos[k - 1] not in {"PUNCT", "DET"}:
            draft.tag(k, "PROPN", lemma=draft.tokens[k].text, feats="")


def _open_object(draft: Draft, verbs: Verbs, verb: int) -> None:
    """'a massacré des habitants': the plural article that was read as a preposition opens the object."""
    first = verb + 1
    if first >= len(draft) - 1 or draft.dep[first] != "case" or draft.relations(verb) & {"obj", "nsubj:pass"}:
        return
    noun = draft.head[first]
    if draft.head[noun] == verb and draft.pos[noun] in NOMINAL and draft.low[first] in verbs.words.partitive:
        draft.dep[noun], draft.dep[first] = "obj", "det"
