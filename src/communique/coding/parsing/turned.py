"""Mends of turned sentences: subjects behind their verbs, sources that cite, nouns read as verbs, ages."""

from __future__ import annotations

from communique.coding.parsing.asked import asks
from communique.coding.parsing.draft import NOMINAL, SUBJECTS, Draft
from communique.coding.parsing.verbs import Verbs

_NOUNS = frozenset({"NOUN", "PROPN"})
_BEHIND = frozenset({"dep", "obj", "obl:mod", "obl:arg", "nmod"})
_HELD = frozenset({"obj", "ccomp", "xcomp", "aux:pass", "cop", "expl:comp", "expl:pass"})
_ENDS = frozenset({"PUNCT", "CCONJ"})
_HYPHEN = "-"


@asks({_HYPHEN}, {"PROPN"})
def mend_hyphened(draft: Draft, _: Verbs) -> None:
    """'La Nouvelle-Galles et Rome ont voté': the parts of a name with a hyphen are one subject.

    Not: 'Rome - Paris' (spaces beside the hyphen).
    """
    for h in range(1, len(draft) - 1):
        first = h - 1
        whole = draft.tokens[first].end == draft.tokens[h].start
        if (
            draft.low[h] != _HYPHEN
            or not whole
            or draft.dep[h] not in SUBJECTS
            or draft.pos[first] != "PROPN"
        ):
            continue
        verb, relation = draft.head[h], draft.dep[h]
        top = first
        while draft.dep[top] in {"conj", "appos"} and draft.head[top] < top:
            top = draft.head[top]
        if draft.head[first] in {h, verb}:
            draft.head[first], draft.dep[first] = verb, relation
        elif draft.head[top] == verb:
            draft.dep[top] = relation
            draft.head[first], draft.dep[first] = top, "conj"
        else:
            continue
        for c in (h, *draft.children(h)):
            if c != first:
                draft.head[c], draft.dep[c] = first, "flat:name"


@asks({"AUX"})
def mend_turned_subjects(draft: Draft, verbs: Verbs) -> None:
    """'Ont été arrêtés deux généraux', 'À Gao, ont défilé des lycéens': the noun behind is the subject.

    Not: 'Des généraux ont été arrêtés' (a subject before), 'Dix civils sont morts, ont dit les rebelles'.
    """
    k = draft.root
    if draft.pos[k] != "VERB" or not draft.finite(k):
        return
    start = draft.group(k)
    if draft.pos[start] != "AUX":
        return
    place = start == 1 and draft.low[0] in verbs.words.clitics
    opened = start > 1 and draft.low[start - 1] == "," and draft.pos[0] == "ADP"
    before = {c for c in draft.children(k) if draft.dep[c] in SUBJECTS}
    if not (start == 0 or place or opened) or before - ({0} if place else set()):
        return
    if opened and any(draft.pos[j] in {"VERB", "AUX", "PUNCT"} for j in range(1, start - 1)):
        return
    found = [c for c in draft.children(k) if c > k and draft.dep[c] in _BEHIND and draft.pos[c] in _NOUNS]
    noun = next((c for c in found if not draft.has_case(c) and draft.low[c] not in verbs.words.time), None)
    if noun is None or draft.number(noun) not in {draft.verb_number(k), ""}:
        return
    if place:
        draft.dep[0] = "advmod"
    draft.dep[noun] = "nsubj:pass" if "aux:pass" in draft.relations(k) else "nsubj"


@asks("relative_object")
def mend_relative_names(draft: Draft, verbs: Verbs) -> None:
    """'Les milices, que Rome arme et que Paris combat, ont fui': the word behind the name is a verb.

    Not: 'que Rome armée de lois' (no end of the clause behind the word).
    """
    last: tuple[int, int] | None = None  # the verb of the relative before, and its antecedent
    for i in range(2, len(draft) - 3):
        name = i + 2 if draft.pos[i + 1] == "DET" else i + 1
        k = name + 1
        if draft.low[i] not in verbs.words.relative_object or k + 1 >= len(draft):
            continue
        found = verbs.finite(draft.low[k])
        open_word = draft.pos[k] in {"NOUN", "ADJ", "X"} and draft.pos[name] in _NOUNS
        if found is None or not open_word or draft.pos[k + 1] not in _ENDS:
            continue
        if "Number=Plur" in found[1] and draft.number(name) == "Sing":
            continue
        again = last is not None and draft.pos[i - 1] == "CCONJ"
        noun = last[1] if again and last is not None else i - 2
        if not again and (draft.low[i - 1] != "," or draft.pos[noun] not in {*_NOUNS, "ADJ"}):
            continue
        while (draft.pos[noun] == "ADJ" or draft.dep[noun] == "amod") and draft.head[noun] < noun:
            noun = draft.head[noun]
        if draft.pos[noun] not in _NOUNS:
            continue
        draft.tag(k, "VERB", lemma=found[0], feats=found[1])
        draft.attach(k, last[0] if again and last is not None else noun, "conj" if again else "acl:relcl")
        draft.attach(name, k, "nsubj")
        draft.tag(i, "PRON", lemma=draft.low[i], feats="PronType=Rel")
        draft.attach(i, k, "obj")
        if draft.pos[i + 1] == "DET":
            draft.attach(i + 1, name, "det")
        last = k, noun


def mend_opening_nouns(draft: Draft, verbs: Verbs) -> None:
    """'Nouvelle frappe ukrainienne sur Belgorod': what an adjective opens is a noun, and no verb.

    Not: 'Il frappe fort', 'Seule compte la paix' (an adjective that is no attribute of it).
    """
    k = 1
    if len(draft) < 3 or draft.root != k or draft.pos[k] != "VERB" or not verbs.noun(draft.low[k]):
        return
    if draft.pos[0] != "ADJ" or draft.dep[0] not in {"amod", "nsubj"}:
        return
    end = draft.low.index(":") if ":" in draft.low else len(draft)
    if any(draft.dep[c] in SUBJECTS | _HELD for c in draft.children(k) if 0 < c < end):
        return
    draft.dep[0] = "amod"
    draft.tag(k, "NOUN", lemma=verbs.singular(draft.low[k]), feats=draft.feats[0])
    for c in draft.children(k):
        if c > k and draft.pos[c] == "ADJ":
            for below in draft.children(c):
                if draft.has_case(below):
                    draft.attach(below, k, "nmod")
            draft.dep[c] = "amod"
        elif c > k and draft.pos[c] in NOMINAL:
            draft.dep[c] = "nmod" if c < end else "parataxis"


@asks("age", {"conj"})
def mend_ages(draft: Draft, verbs: Verbs) -> None:
    """'Le général Roy, 70 ans, chef de l'armée, a cédé': an age is no second party of the verb.

    Not: 'dix mois et deux ans' (joined by a conjunction).
    """
    for k, low in enumerate(draft.low):
        if low in verbs.words.age and draft.dep[k] == "conj" and draft.pos[draft.head[k]] in _NOUNS:
            relations = draft.relations(k)
            if "nummod" in relations and "cc" not in relations:
                draft.dep[k] = "appos"


@asks({","}, "relative_subject")
def mend_set_off_verbs(draft: Draft, verbs: Verbs) -> None:
    """'Rome, qui dément, est accusée par Paris': a finite form with an adverb's ending ends the relative.

    Not: 'Rome, qui souvent dément, cède' (an adverb of the tables).
    """
    for i in range(2, len(draft) - 3):
        word, noun = i + 1, i - 2
        if draft.low[i] not in verbs.words.relative_subject or draft.low[i - 1] != ",":
            continue
        found = verbs.finite(draft.low[word])
        if found is None or verbs.adverb(draft.low[word]) or draft.pos[word] not in {"ADV", "ADJ", "NOUN"}:
            continue
        k = draft.head[i]
        if draft.low[word + 1] != "," or k <= word or draft.head[k] != noun or draft.pos[noun] not in _NOUNS:
            continue
        draft.tag(word, "VERB", lemma=found[0], feats=found[1])
        relation = draft.dep[i]
        draft.take_place(k, noun)
        draft.dep[noun] = relation
        draft.head[word], draft.dep[word] = noun, "acl:relcl"
        draft.head[i], draft.dep[i] = word, "nsubj"


@asks({"nmod"}, {"obj"}, "urged_to", "urging")
def mend_urged(draft: Draft, verbs: Verbs) -> None:
    """'a appelé les deux camps à la retenue': what somebody is urged to belongs to the verb.

    Not: 'a appelé les candidats à la mairie' (an article of a name of people who run), 'a écrit à Rome'.
    """
    for k, dep in enumerate(draft.dep):
        patient = draft.head[k]
        verb = draft.head[patient]
        if dep != "nmod" or draft.dep[patient] != "obj" or draft.lemma[verb] not in verbs.words.urging:
            continue
        case = draft.child(k, "case")
        if case is not None and case > patient > verb and draft.low[case] in verbs.words.urged_to:
            draft.attach(k, verb, "obl:arg")


@asks({"advcl"}, {"conj"}, {"CCONJ"})
def mend_listed_verbs(draft: Draft, _: Verbs) -> None:
    """'a saisi, pillé puis incendié le marché': participles between commas and 'puis' are one list.

    Not: 'a reculé, épuisé par les combats' (nothing is joined to it), 'a saisi le marché, pillé hier'.
    """
    for k in range(3, len(draft) - 2):
        verb, last = draft.head[k], k + 2
        if draft.dep[k] != "advcl" or verb != k - 2 or draft.low[k - 1] != ",":
            continue
        if draft.pos[k + 1] != "CCONJ" or draft.dep[last] != "conj" or draft.head[last] not in {verb, k}:
            continue
        if all("VerbForm=Part" in draft.feats[v] for v in (verb, k, last)) and not draft.has_case(k):
            draft.dep[k] = "conj"
            draft.attach(last, k, "conj")


@asks({","}, "saying|quoting")
def mend_parted_by_saying(draft: Draft, verbs: Verbs) -> None:
    """'L'opposant, a raconté son avocat, a été battu': the noun before the incise is the subject.

    Not: 'L'opposant, a raconté son avocat.' (no verb behind), 'Mardi, a dit le maire, deux hommes ont fui'.
    """
    k = draft.root
    if draft.pos[k] != "VERB" or draft.lemma[k] not in verbs.telling:
        return
    said = draft.child(k, *SUBJECTS)
    comma = draft.group(k) - 1
    if said is None or said < k or comma < 1:
        return
    if draft.low[comma] != ",":
        return
    before = [c for c in draft.children(k) if c < comma and draft.pos[c] in _NOUNS and not draft.has_case(c)]
    noun = next((c for c in before if draft.low[c] not in verbs.words.time), None)
    for later in range(said + 2, len(draft)):
        if draft.pos[later] != "VERB" or not draft.finite(later) or draft.relations(later) & SUBJECTS:
            continue
        if noun is None or draft.head[later] != k or draft.low[draft.group(later) - 1] != ",":
            continue
        passive = "aux:pass" in draft.relations(later)
        draft.crown(later)
        draft.dep[k] = "parataxis"
        draft.attach(noun, later, "nsubj:pass" if passive else "nsubj")
        return


@asks({"obl:agent"}, "charging")
def mend_charged(draft: Draft, verbs: Verbs) -> None:
    """'Rome est accusée par Paris d'avoir triché': what somebody is accused of is done by the accused.

    Not: 'accusée par un homme désireux de nuire' (no infinitive of the agent's own).
    """
    for k, dep in enumerate(draft.dep):
        agent = draft.head[k]
        verb = draft.head[agent]
        if not dep.startswith("acl") or draft.dep[agent] != "obl:agent":
            continue
        if draft.lemma[verb] not in verbs.words.charging or not verb < agent < k:
            continue
        forms = (k, *(c for c in draft.children(k) if draft.dep[c].startswith("aux")))
        marked = draft.child(k, "mark", "case")
        infinitive = any("VerbForm=Inf" in draft.feats[c] for c in forms)
        if infinitive and marked is not None and draft.low[marked] in verbs.words.of:
            draft.attach(k, verb, "xcomp")


@asks({"acl", "acl:relcl"}, {","})
def mend_behind_relatives(draft: Draft, _: Verbs) -> None:
    """'Les milices, que Rome arme et que Paris combat, ont fui': the verb behind a relative is the main one.

    Not: 'Les milices, que Rome arme et que Paris combat' (a heading without a verb of its own).
    """
    top = draft.root
    if draft.pos[top] not in _NOUNS or draft.finite(top) or draft.has_case(top):
        return
    clauses = [c for c in draft.children(top) if c > top and draft.dep[c] in {"acl", "acl:relcl"}]
    for k in clauses[1:]:
        start = draft.group(k)
        if draft.pos[k] != "VERB" or draft.pos[start] != "AUX" or draft.relations(k) & SUBJECTS:
            continue
        if draft.low[start - 1] != "," or draft.verb_number(k) not in {draft.number(top), ""}:
            continue
        draft.crown(k)
        draft.dep[top] = "nsubj:pass" if "aux:pass" in draft.relations(k) else "nsubj"
        return
