"""Mends of subjects and objects that the model gave to a neighbour: openings, places, relatives."""

from __future__ import annotations

from communique.coding.parsing.asked import asks
from communique.coding.parsing.draft import NOMINAL, SUBJECTS, Draft
from communique.coding.parsing.verbs import Verbs

_NOUNS = frozenset({"NOUN", "PROPN"})
_OBLIQUE = frozenset({"obl:arg", "obl:mod"})
_FULL = frozenset({"obj", "ccomp", "aux:pass", "cop", "expl:comp", "expl:pass", "expl:subj"})
_ARTICLE = "Definite=Ind|Number={}|PronType=Art"


def mend_opened_subjects(draft: Draft, verbs: Verbs) -> None:
    """'Investi président, Jean Roy s'est engagé': the phrase behind an opening participle is the subject.

    Not: 'Investi président, il s'est engagé' (the verb has its subject), 'Arrêté lundi, mardi libéré'.
    """
    main = draft.head[0]
    if draft.dep[0] not in {"advcl", "acl"} or "VerbForm=Part" not in draft.feats[0] or main < 3:
        return
    if not draft.finite(main) or draft.relations(main) & SUBJECTS:
        return
    start = draft.group(main)
    for comma in (k for k in range(1, start) if draft.low[k] == ","):
        found = [k for k in range(comma + 1, start) if _begins(draft, verbs, k, comma)]
        if found and draft.below(found[0], 0):
            passive = "aux:pass" in draft.relations(main)
            draft.attach(found[0], main, "nsubj:pass" if passive else "nsubj")
            return


def _begins(draft: Draft, verbs: Verbs, k: int, comma: int) -> bool:
    """Whether a noun heads the phrase right behind a comma, without a preposition, and is no day."""
    if draft.pos[k] not in NOMINAL or draft.has_case(k) or draft.low[k] in verbs.words.time:
        return False
    return draft.first(k) == comma + 1 and draft.head[k] <= comma


@asks({"PROPN"}, {"nmod"}, "partitive")
def mend_objects_behind_names(draft: Draft, verbs: Verbs) -> None:
    """'achètera à la France des avions': *des* behind a name with a preposition opens the verb's object.

    Not: 'a parlé à Paris des avions' (a verb with *de*), 'à la frontière des deux pays' (no name).
    """
    for case, low in enumerate(draft.low):
        noun = draft.head[case]
        name = draft.head[noun]
        if low not in verbs.words.partitive or draft.dep[case] != "case" or draft.pos[name] != "PROPN":
            continue
        verb = draft.head[name]
        if draft.dep[noun] != "nmod" or not verb < name < case or draft.dep[name] not in _OBLIQUE:
            continue
        if draft.pos[verb] != "VERB" or draft.lemma[verb] in verbs.words.of_verbs:
            continue
        if draft.number(noun) != "Plur" or draft.relations(verb) & _FULL or not draft.has_case(name):
            continue
        draft.tag(case, "DET", lemma=low, feats=_ARTICLE.format("Plur"))
        draft.dep[case] = "det"
        draft.attach(noun, verb, "obj")


@asks("titles")
def mend_titled_objects(draft: Draft, verbs: Verbs) -> None:
    """'accueillera vendredi à Nice Mme Roy': a title right behind a place names no more of the place.

    Not: 'a parlé à Nice, M. Roy' (a comma), 'a dit à M. Roy' (the title has the preposition).
    """
    for k, low in enumerate(draft.low):
        place = draft.head[k]
        if low not in verbs.words.titles or draft.dep[k] not in {"appos", "nmod", "flat:name"}:
            continue
        verb = draft.head[place]
        if not verb < place == k - 1 or draft.pos[verb] != "VERB" or not draft.has_case(place):
            continue
        if draft.has_case(k) or draft.relations(verb) & _FULL:
            continue
        draft.attach(k, verb, "obj")


@asks("oblique_relative")
def mend_oblique_relatives(draft: Draft, verbs: Verbs) -> None:
    """'le texte, dont se félicite Rome': the relative is no subject, and the noun behind the verb is.

    Not: 'le texte, lequel oppose Rome à Paris' (no reflexive, and *lequel* may be the subject).
    """
    for k, low in enumerate(draft.low):
        verb = draft.head[k]
        if low not in verbs.words.oblique_relative or draft.dep[k] not in SUBJECTS or k > verb:
            continue
        relations = draft.relations(verb)
        behind = [c for c in draft.children(verb) if c > verb and draft.dep[c] == "obj"]
        if "expl:comp" not in relations or len(behind) != 1 or draft.pos[behind[0]] not in _NOUNS:
            continue
        draft.dep[k], draft.dep[behind[0]] = "obl:arg", "nsubj"


@asks("reflexive")
def mend_reflexives(draft: Draft, verbs: Verbs) -> None:
    """'ne se sont pas entendus': with *se* before its *être* a participle is no passive.

    Not: 'ont été entendus', 'se sont vu remettre une lettre' (an infinitive follows).
    """
    for k, low in enumerate(draft.low):
        verb = draft.head[k]
        if low not in verbs.words.reflexive or draft.dep[k] not in {"iobj", "obj", "expl:pass"} or k > verb:
            continue
        if "VerbForm=Part" not in draft.feats[verb] or "xcomp" in draft.relations(verb):
            continue
        draft.dep[k] = "expl:comp"
        for c in draft.children(verb):
            if draft.dep[c] == "nsubj:pass":
                draft.dep[c] = "nsubj"


@asks({"NUM"}, "joining", "units")
def mend_joined_numerals(draft: Draft, verbs: Verbs) -> None:
    """'Vingt et un pays ont voté': the number of two words goes with the noun behind it.

    Not: 'Vingt soldats et un civil' (a noun between).
    """
    for k in range(len(draft) - 3):
        if draft.pos[k] != "NUM" or draft.low[k + 1] not in verbs.words.joining:
            continue
        if draft.low[k + 2] not in verbs.words.units:
            continue
        noun = draft.head[k + 2]
        if noun <= k + 2 or draft.pos[noun] != "NOUN" or draft.head[noun] != k:
            continue
        governor, relation = draft.head[k], draft.dep[k]
        free = relation == "dep" and governor > noun and not draft.relations(governor) & SUBJECTS
        draft.head[noun], draft.dep[noun] = (noun if governor == k else governor), relation
        if free:
            draft.dep[noun] = "nsubj"
        draft.head[k], draft.dep[k] = noun, "nummod"
        for c in draft.children(noun):
            if draft.dep[c] == "cc":
                draft.head[c] = k


@asks("indefinites")
def mend_indefinites(draft: Draft, verbs: Verbs) -> None:
    """'D'autres ont bloqué la route', 'Tous ont été relâchés': an indefinite before its verb is the subject.

    Not: 'Tous les otages ont été relâchés', 'd'autres soldats' (a noun follows).
    """
    for k in range(len(draft) - 1):
        verb = draft.head[k]
        if draft.low[k] not in verbs.words.indefinites or draft.pos[k] not in {"ADJ", "PRON", "DET", "NOUN"}:
            continue
        if not k < verb or draft.pos[verb] != "VERB" or draft.pos[k + 1] in _NOUNS | {"DET", "ADJ", "ADP"}:
            continue
        relations = draft.relations(verb) & SUBJECTS
        if draft.dep[k] not in SUBJECTS:
            if relations or draft.dep[k] not in {"amod", "advmod", "obl:mod", "dep", "det"}:
                continue
            draft.dep[k] = "nsubj:pass" if "aux:pass" in draft.relations(verb) else "nsubj"
        draft.tag(k, "PRON", lemma=draft.lemma[k], feats="Number=Plur|PronType=Ind")
