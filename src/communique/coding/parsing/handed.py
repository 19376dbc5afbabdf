"""Mends of what is handed over: objects behind an infinitive of the past, and with an article of part."""

from __future__ import annotations

from communique.coding.parsing.asked import asks
from communique.coding.parsing.draft import SUBJECTS, Draft
from communique.coding.parsing.verbs import Verbs

_OBLIQUE = frozenset({"obl:arg", "obl:mod", "nmod"})
_STOPS = frozenset({"VERB", "AUX", "PUNCT", "SCONJ", "CCONJ", "PRON"})


@asks({"xcomp"}, {"AUX"})
def mend_perfect_infinitives(draft: Draft, _: Verbs) -> None:
    """'dément avoir livré des munitions au M23': 'avoir' and what stands behind 'livré' belong to that verb.

    Not: 'dément ces accusations' (no infinitive), 'dit avoir cru le ministre' (it has its object).
    """
    for k, dep in enumerate(draft.dep):
        verb = draft.head[k]
        if dep != "xcomp" or k < verb or draft.pos[k] != "VERB" or "aux:pass" in draft.relations(k):
            continue
        having = next((c for c in (k - 1, k - 2) if c > verb and _is_having(draft, c)), None)
        if having is None:
            continue
        if draft.head[having] == verb:
            draft.attach(having, k, "aux:tense")
        _return_subject(draft, verb, k)
        behind = [c for c in draft.children(verb) if c > k and draft.dep[c] in {"obj", *_OBLIQUE}]
        objects = [c for c in behind if draft.dep[c] == "obj"]
        if not objects or "obj" in draft.relations(k):
            continue
        if any(draft.pos[m] in _STOPS for m in range(k + 1, draft.first(objects[0]))):
            continue
        for c in behind:
            draft.attach(c, k, draft.dep[c])


def _return_subject(draft: Draft, verb: int, k: int) -> None:
    """'Elle dément avoir livré': a pronoun before a verb without a subject is its subject."""
    if not draft.finite(verb) or draft.relations(verb) & SUBJECTS:
        return
    for c in draft.children(k):
        if c < verb and draft.pos[c] == "PRON" and "Person=3" in draft.feats[c]:
            draft.attach(c, verb, "nsubj")


def _is_having(draft: Draft, c: int) -> bool:
    """Whether the word is the infinitive of an auxiliary."""
    return draft.pos[c] == "AUX" and "VerbForm=Inf" in draft.feats[c] and draft.dep[c].startswith("aux")


@asks({"obl:arg", "obl:mod"}, "part", "giving|supplying")
def mend_part_articles(draft: Draft, verbs: Verbs) -> None:
    """'va livrer du riz à Manille', 'a largué de l'aide sur Lima': behind a verb of giving, an article.

    Not: 'a reçu du ministre une lettre' (a person, and an object), 'vient du village' (no verb of giving).
    """
    for noun, dep in enumerate(draft.dep):
        verb = draft.head[noun]
        if dep not in {"obl:arg", "obl:mod"} or draft.pos[noun] != "NOUN" or draft.pos[verb] != "VERB":
            continue
        case = draft.child(noun, "case")
        if case is None or draft.low[case] not in verbs.words.part or "obj" in draft.relations(verb):
            continue
        if case != verb + 1 or draft.number(noun) == "Plur" or "aux:pass" in draft.relations(verb):
            continue
        given = draft.lemma[verb] in verbs.words.giving and draft.lemma[noun] in verbs.words.things
        if given or draft.lemma[verb] in verbs.words.supplying:
            draft.dep[noun], draft.dep[case] = "obj", "det"
            for c in draft.children(noun):
                if c > noun and draft.dep[c] == "nmod" and draft.low[draft.first(c)] == verbs.words.at:
                    draft.attach(c, verb, "obl:arg")


@asks({"ADV"}, {"obj"}, "partitive")
def mend_adverb_objects(draft: Draft, verbs: Verbs) -> None:
    """'a fourni gratuitement des masques au Honduras': the object is the noun behind the adverb.

    Not: 'a fourni gratuitement des masques' with its object in place, 'a parlé longuement des masques'.
    """
    for adverb, dep in enumerate(draft.dep):
        verb = draft.head[adverb]
        if dep != "obj" or draft.pos[adverb] != "ADV" or draft.pos[verb] != "VERB" or adverb != verb + 1:
            continue
        for noun in draft.children(adverb):
            case = draft.child(noun, "case")
            if draft.pos[noun] != "NOUN" or case is None or draft.low[case] not in verbs.words.partitive:
                continue
            draft.dep[adverb], draft.dep[case] = "advmod", "det"
            draft.attach(noun, verb, "obj")
            break


@asks("to", {"obj"}, {"nmod", "obl:arg"}, "granting")
def mend_given_datives(draft: Draft, verbs: Verbs) -> None:
    """'a concédé la victoire au président': 'au' and a noun behind what is given belong to the verb.

    Not: 'a livré des avions à réaction' (no article), 'a obtenu l'accès au port' (no verb of granting).
    """
    granting = verbs.words.granting
    for noun, dep in enumerate(draft.dep):
        case = draft.child(noun, "case")
        if dep not in {"nmod", "obl:arg"} or case is None or draft.low[case] not in verbs.words.to:
            continue
        alone = draft.pos[noun] != "PROPN" and draft.child(noun, "det") is None
        if draft.low[case] == verbs.words.at and alone:
            continue
        given = next((a for a in draft.path(draft.head[noun]) if draft.dep[a] == "obj"), draft.head[noun])
        verb = draft.head[given]
        known = draft.pos[verb] == "VERB" and draft.lemma[verb] in granting and verb < given < noun
        stopped = any(draft.pos[m] in _STOPS for m in _between(given, case))
        if known and draft.dep[given] == "obj" and not stopped:
            draft.attach(noun, verb, "obl:arg")


def _between(start: int, end: int) -> range:
    """The tokens between two."""
    return range(start + 1, end)


@asks({"case"}, {"det"}, {"VERB"})
def mend_parted_phrases(draft: Draft, _: Verbs) -> None:
    """'a classé sans suite la plainte': 'sans suite' stands by itself, and the noun behind it is the object.

    Not: 'a classé sans la moindre suite' (the article belongs to the noun of the preposition).
    """
    for case in range(1, len(draft) - 2):
        noun, inner = draft.head[case], case + 1
        verb = draft.head[noun]
        if draft.dep[case] != "case" or draft.head[inner] != noun or draft.pos[inner] != "NOUN":
            continue
        if noun <= inner + 1 or draft.head[inner + 1] != noun or draft.dep[inner + 1] != "det":
            continue
        if draft.pos[verb] == "VERB" and verb == case - 1 and "obj" not in draft.relations(verb):
            draft.attach(inner, verb, "obl:mod")
            draft.attach(case, inner, "case")
            draft.attach(noun, verb, "obj")


@asks({"det"}, "whereabouts")
def mend_contracted(draft: Draft, verbs: Verbs) -> None:
    """'a reculé face aux grévistes': 'aux' is a preposition with its article, and no article alone.

    Not: 'a reculé face à des grévistes' (an article of its own).
    """
    for i, dep in enumerate(draft.dep):
        if dep == "det" and draft.low[i] in verbs.words.whereabouts:
            draft.dep[i], draft.pos[i] = "case", "ADP"


@asks("of", "taking")
def mend_givers(draft: Draft, verbs: Verbs) -> None:
    """'a reçu de Moscou des drones': a name behind 'de' is the giver, and what follows it is received.

    Not: 'a reçu du matériel des États-Unis' (no name, and a giver behind), 'a reçu de Moscou' (nothing more).
    """
    for case in range(1, len(draft) - 2):
        verb = case - 1
        if draft.low[case] not in verbs.words.of or draft.lemma[verb] not in verbs.words.taking:
            continue
        giver = draft.head[case]
        if draft.head[giver] != verb or draft.dep[giver] not in {"obj", "obl:arg"} or giver < case:
            continue
        if draft.tokens[giver].text[:1].islower() and draft.dep[giver] != "obj":
            continue
        behind = range(giver + 1, len(draft))
        given = next((k for k in behind if _is_given(draft, verbs, k, (giver, verb))), None)
        if given is None or any(draft.pos[m] in _STOPS for m in range(giver + 1, given)):
            continue
        draft.dep[giver], draft.dep[case] = "obl:arg", "case"
        draft.attach(given, verb, "obj")
        for c in draft.children(given):
            if draft.dep[c] == "case":
                draft.dep[c] = "det"


def _is_given(draft: Draft, verbs: Verbs, k: int, heads: tuple[int, int]) -> bool:
    """Whether ``k`` is a noun right behind a giver, with an article of its own."""
    giver, verb = heads
    if draft.pos[k] != "NOUN" or draft.head[k] not in heads or draft.dep[k] not in {"obj", *_OBLIQUE}:
        return False
    case = draft.child(k, "case")
    plural = case is not None and draft.low[case] in verbs.words.partitive and draft.number(k) == "Plur"
    bare = case is None and draft.dep[k] == "obj" and draft.head[k] == verb
    return (plural and draft.tokens[giver].text[:1].isupper()) or bare
