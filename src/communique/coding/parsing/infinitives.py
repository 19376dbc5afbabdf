"""Mends around 'doit', 'pourrait', 'va': whose verb the infinitive is, and what belongs to it."""

from __future__ import annotations

from communique.coding.parsing.asked import asks
from communique.coding.parsing.draft import Draft
from communique.coding.parsing.verbs import Verbs


@asks({"xcomp"}, {"NOUN"}, "modal")
def mend_modal_infinitives(draft: Draft, verbs: Verbs) -> None:
    """'Le président devrait téléphoner à son homologue': behind a modal, an infinitive is no noun.

    Not: 'Le maire doit un dîner' (an article), 'Le repas vaut un dîner'.
    """
    for i, pos in enumerate(draft.pos):
        modal = draft.head[i]
        if pos != "NOUN" or draft.dep[i] != "xcomp" or i != modal + 1 or not _is_modal(draft, verbs, modal):
            continue
        if verbs.infinitive(draft.low[i]) == draft.low[i] and not draft.relations(i) & {"det", "nummod"}:
            draft.tag(i, "VERB", lemma=draft.low[i], feats="VerbForm=Inf")
            for c in [c for c in draft.children(modal) if c > i and draft.dep[c] in {"obl:arg", "obj"}]:
                draft.attach(c, i, draft.dep[c])


@asks({"acl:relcl"}, {"xcomp"}, "relative_object", "modal")
def mend_modal_objects(draft: Draft, verbs: Verbs) -> None:
    """'l'émissaire, que le roi pourrait recevoir': the pronoun is what the infinitive acts upon.

    Not: 'le soutien qu'il doit à Paris' (no infinitive), 'que le roi veut voir arriver' (two of them).
    """
    for i, low in enumerate(draft.low):
        modal = draft.head[i]
        if low not in verbs.words.relative_object or draft.dep[i] != "obj" or i > modal:
            continue
        done = draft.child(modal, "xcomp")
        if done is None or not _is_modal(draft, verbs, modal) or draft.dep[modal] != "acl:relcl":
            continue
        if draft.lemma[done] in verbs.words.impersonal:
            continue  # *la visite qu'il devait faire* is told by its noun
        if "VerbForm=Inf" in draft.feats[done] and not draft.relations(done) & {"obj", "xcomp", "ccomp"}:
            draft.attach(i, done, "obj")


def _is_modal(draft: Draft, verbs: Verbs, k: int) -> bool:
    return draft.low[k] in verbs.words.modal
