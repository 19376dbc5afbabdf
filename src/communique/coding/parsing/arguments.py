"""Mends of arguments: subjects and objects that stand in their place and carry a wrong name."""

from __future__ import annotations

from communique.coding.parsing.asked import asks
from communique.coding.parsing.draft import SUBJECTS, Draft
from communique.coding.parsing.relations import bare
from communique.coding.parsing.verbs import Verbs

_NOUNS = frozenset({"NOUN", "PROPN"})
_CLAUSES = frozenset({"xcomp", "ccomp", "csubj", "obl:arg"})
_TWO = 2
_LOOSE = frozenset({"dep", "obl:mod", "nmod", "advmod", "parataxis"})
_MISNAMED = frozenset({"obl:arg", "obl:mod", "advmod", "xcomp", "nsubj", "dep", "appos"})
_FULL = frozenset({"obj", "ccomp", "aux:pass", "cop", "expl:comp", "expl:pass", "expl:subj"})


@asks({"expl:subj"})
def mend_personal(draft: Draft, verbs: Verbs) -> None:
    """'Il réclame un vote', 'Il doit voir Paul Biya': the pronoun of a verb that is not impersonal.

    Not: 'Il faut un vote', 'Il y a un vote', 'Il a été procédé à un vote', 'Il doit être prévu de voter'.
    """
    for i, dep in enumerate(draft.dep):
        verb = draft.head[i]
        if dep != "expl:subj" or draft.pos[i] != "PRON" or draft.pos[verb] != "VERB":
            continue
        alone = draft.low[i].removeprefix("-") in verbs.words.impersonal_pronouns
        if alone and "VerbForm=Part" in draft.feats[verb] and not draft.finite(verb):
            continue
        if not alone or not _impersonal(draft, verbs, verb):
            draft.dep[i] = "nsubj"


def _impersonal(draft: Draft, verbs: Verbs, verb: int) -> bool:
    """Whether a verb with the subject *il* may be impersonal: itself, or the infinitive that it governs."""
    lemma, children = draft.lemma[verb], draft.children(verb)
    inner = next((c for c in children if draft.dep[c] == "xcomp" and _is_infinitive(draft, c)), None)
    if inner is not None and lemma in verbs.words.governing:
        return _impersonal(draft, verbs, inner)
    if lemma in verbs.words.possessing:
        return any(c < verb and draft.low[c] in verbs.words.clitics for c in children)
    if "aux:pass" in draft.relations(verb):
        return bool(draft.relations(verb) & _CLAUSES) or lemma in verbs.words.impersonal_passives
    return lemma in verbs.words.impersonal


def _is_infinitive(draft: Draft, i: int) -> bool:
    """Whether a verb is an infinitive, by itself or by its auxiliary: *être libéré*."""
    forms = [i, *(c for c in draft.children(i) if draft.dep[c].startswith("aux"))]
    return draft.pos[i] == "VERB" and any("VerbForm=Inf" in draft.feats[c] for c in forms)


@asks({"nsubj"}, {"VERB"})
def mend_second_subjects(draft: Draft, verbs: Verbs) -> None:
    """'Le général avait rencontré M. Roy à Rome': what stands behind a verb with a subject is its object.

    Not: '« … », a dit lundi le ministre' (no subject before), 'Il arrive des renforts' (impersonal).
    """
    for c, dep in enumerate(draft.dep):
        verb = draft.head[c]
        if dep != "nsubj" or c <= verb or draft.pos[verb] != "VERB" or draft.pos[c] not in _NOUNS:
            continue
        before = draft.child(verb, "nsubj")
        if before is None or before > verb or draft.relations(verb) & _FULL or not bare(draft, verbs, c):
            continue
        if "," not in draft.low[verb:c] and draft.finite(verb):
            draft.dep[c] = "obj"


def mend_misnamed_objects(draft: Draft, verbs: Verbs) -> None:
    """'recevait ce matin syndicats et élus', 'interpellent lundi trois hommes': a bare phrase is the object.

    So is a name right behind its verb: 'a quitté Kherson le 11 novembre', 'ont quitté Niamey vendredi'.
    Not: 'reste président', 'dure trois heures', 'Il est arrivé lundi', 'se dit favorable', 'est parti Lundi'.
    """
    for c in range(1, len(draft)):
        verb = draft.head[c]
        if draft.dep[c] not in _MISNAMED or draft.pos[c] not in _NOUNS or not verb < c:
            continue
        if draft.pos[verb] != "VERB":
            continue
        subject = draft.child(verb, *SUBJECTS)
        if subject is None or subject > verb or draft.relations(verb) & _FULL or not draft.finite(verb):
            continue
        if draft.lemma[verb] in verbs.words.predicative or draft.lemma[verb] in verbs.words.moving:
            continue
        if draft.lemma[verb] in verbs.words.saying and not _named(draft, verbs, c, verb):
            continue
        if bare(draft, verbs, c) and _opens_phrase(draft, verbs, c, verb):
            draft.dep[c] = "obj"


def _opens_phrase(draft: Draft, verbs: Verbs, c: int, verb: int) -> bool:
    """Whether the phrase follows its verb, or a day, with no preposition, comma or other verb between."""
    first = draft.first(c)
    if first <= verb or draft.low[first - 1] == "," or draft.pos[first - 1] == "ADP":
        return False
    shown = any(draft.dep[d] in {"det", "nummod"} for d in draft.children(c))
    plural = "Number=Plur" in draft.feats[c] and draft.pos[c] == "NOUN"
    if not shown and not plural and not _named(draft, verbs, c, verb):
        return False
    return (
        not any(draft.pos[k] in {"VERB", "AUX", "PUNCT", "SCONJ", "CCONJ"} for k in range(verb + 1, first))
        and draft.low[c].rstrip(verbs.words.plural) not in verbs.words.measures
    )


def _named(draft: Draft, verbs: Verbs, c: int, verb: int) -> bool:
    """'a repris Kunduz lundi', 'contrôle désormais Kunduz': a name right behind the verb, or its adverb."""
    near = c == verb + 1 or (c == verb + _TWO and draft.pos[verb + 1] == "ADV")
    return draft.pos[c] == "PROPN" and near and draft.low[c] not in verbs.words.time


def mend_possessives(draft: Draft, _: Verbs) -> None:
    """'a suspendu à son tour ses versements': a possessive is no preposition, and opens a phrase.

    Not: 'à son tour' (its preposition).
    """
    for i, dep in enumerate(draft.dep):
        noun = draft.head[i]
        if dep != "case" or "Poss=Yes" not in draft.feats[i] or noun <= i or draft.pos[noun] not in _NOUNS:
            continue
        draft.dep[i] = "det"
        verb = next((a for a in draft.path(noun) if draft.pos[a] == "VERB"), None)
        if verb is not None and verb < i and not draft.relations(verb) & _FULL and not draft.has_case(noun):
            draft.attach(noun, verb, "obj")


def mend_datives(draft: Draft, verbs: Verbs) -> None:
    """'L'administration lui reproche', 'Le Conseil, que Paris a saisi, lui a écrit': whom something is given.

    Not: 'Le ministre hésite, lui a refusé' (no other subject), 'avec lui'.
    """
    for i in range(1, len(draft) - 1):
        if draft.low[i] not in verbs.words.indirect_pronouns or draft.pos[i + 1] not in {"VERB", "AUX"}:
            continue
        verb = draft.head[i + 1] if draft.dep[i + 1].startswith("aux") else i + 1
        done = draft.dep[i] == "iobj" and draft.pos[i] == "PRON"
        if draft.pos[i - 1] == "ADP" or done or not draft.finite(verb):
            continue
        subject = draft.child(verb, *SUBJECTS)
        if draft.dep[i] == "obj" and draft.head[i] == verb:
            draft.dep[i] = "iobj"  # 'a reçu les maires et leur a demandé'
        if subject == i:
            loose = (c for c in draft.children(verb) if c < i and draft.dep[c] in _LOOSE)
            subject = next((c for c in loose if draft.pos[c] in _NOUNS and not draft.has_case(c)), None)
            if subject is not None:
                draft.dep[subject] = draft.dep[i]
        if subject is not None and subject < i:
            draft.tag(i, "PRON", lemma=draft.low[i], feats="Person=3|PronType=Prs")
            draft.attach(i, verb, "iobj")
