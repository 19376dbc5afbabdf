"""Mends of participles and inverted subjects beside a noun, and of what times and names took from them."""

from __future__ import annotations

from communique.coding.parsing.asked import asks
from communique.coding.parsing.draft import SUBJECTS, Draft
from communique.coding.parsing.verbs import Verbs

_NOUNS = frozenset({"NOUN", "PROPN"})
_PRESENT = "Tense=Pres|VerbForm=Part"
_LOOSE = frozenset({"advcl", "acl", "dep", "acl:relcl"})


@asks("time", {"VERB"})
def mend_timed_objects(draft: Draft, verbs: Verbs) -> None:
    """'que Londres a expulsé lundi': a day right behind its verb is no object.

    Nor does it own one: 'a tenu mercredi sa réunion'. Not: 'a choisi ce lundi', 'la réunion de mercredi'.
    """
    for k, low in enumerate(draft.low):
        verb = draft.head[k]
        if low not in verbs.words.time or draft.pos[k] != "NOUN" or draft.pos[verb] != "VERB" or verb > k:
            continue
        if draft.dep[k] in {"obj", "xcomp"} and not draft.relations(k) & {"det", "nummod"}:
            draft.dep[k] = "obl:mod"
        behind = next((c for c in draft.children(k) if c > k and _is_phrase(draft, c)), None)
        if behind is not None and draft.dep[k] == "obl:mod" and "obj" not in draft.relations(verb):
            draft.attach(behind, verb, "obj")


def _is_phrase(draft: Draft, k: int) -> bool:
    """Whether a noun has a determiner of its own, and no preposition."""
    return draft.pos[k] == "NOUN" and "det" in draft.relations(k) and not draft.has_case(k)


@asks({","})
def mend_opened_phrases(draft: Draft, verbs: Verbs) -> None:
    """'Attaqué lundi par l'armée, le village …': the words before the comma are the participle's.

    Also 'Arrêté lundi par la police', 'Arrêté une première fois', where the word is a noun as well.
    Not: 'Arrêté préfectoral en main, …'.
    """
    if "," not in draft.low[1:]:
        return
    comma = draft.low.index(",", 1)
    found = verbs.participle(draft.low[0])
    if found is None or comma < 2 or any("VerbForm=Fin" in f for f in draft.feats[:comma]):
        return
    if draft.dep[0] == "ROOT":
        _crown_main_verb(draft, comma)
    if draft.pos[0] != "VERB":
        counted = draft.pos[1] in {"NUM", "DET"} and not verbs.words.time.isdisjoint(draft.low[2:4])
        timed = counted or draft.low[1] in verbs.words.time or draft.low[1] in verbs.words.agent
        verb = next((k for k in range(comma, len(draft)) if draft.pos[k] == "VERB" and draft.finite(k)), None)
        if not timed or verb is None or draft.below(verb, 0):
            return
        draft.tag(0, "VERB", lemma=found[0], feats=f"{found[1]}|Tense=Past|VerbForm=Part")
        draft.head[0], draft.dep[0] = verb, "advcl"
    if draft.dep[0] != "advcl":
        return
    for k in range(1, comma):
        if draft.head[k] > comma:
            draft.attach(k, 0, draft.dep[k])
        timed = draft.low[draft.head[k]] in verbs.words.time and draft.head[k] < k
        if timed and draft.pos[k] in _NOUNS and draft.has_case(k):
            draft.attach(k, 0, draft.dep[k])


def _crown_main_verb(draft: Draft, comma: int) -> None:
    """'Condamné deux fois, le maire avait fui': a clause with its subject behind the comma leads."""
    for k in range(comma + 1, len(draft)):
        if draft.pos[k] != "VERB" or not draft.finite(k):
            continue
        subject = draft.child(k, *SUBJECTS)
        hung = draft.dep[k] == "acl:relcl" and draft.head[k] < comma
        if hung and subject is not None and comma < subject < k and draft.pos[subject] in _NOUNS:
            draft.crown(k)
            draft.dep[0] = "advcl"
        return


@asks({","})
def mend_gerunds(draft: Draft, verbs: Verbs) -> None:
    """'…, bombardant le camp': a present participle behind a comma, read as a noun.

    Or hung on the noun behind it ('…, blessant dix élèves'), which is its object.
    Not: 'les combattants', 'un manifestant' (with a determiner), 'cependant'.
    """
    ending = verbs.words.present
    for k in range(2, len(draft) - 1):
        low = draft.low[k]
        hung = draft.pos[k] == "VERB" and draft.dep[k] == "amod" and draft.head[k] > k
        if draft.low[k - 1] != "," or not low.endswith(ending):
            continue
        if not hung and draft.pos[k] not in {"NOUN", "ADJ"}:
            continue
        verb = verbs.infinitive(low)
        if (
            not verb
            or verb == low
            or "det" in draft.relations(k)
            or draft.pos[k + 1] not in {"DET", "PROPN", "NUM"}
        ):
            continue
        host = next((v for v in range(k - 1, -1, -1) if draft.pos[v] == "VERB" and draft.finite(v)), None)
        if host is None:
            continue
        noun = draft.head[k]
        draft.tag(k, "VERB", lemma=verb, feats=_PRESENT)
        draft.attach(k, host, "advcl")
        if hung and not draft.has_case(noun):
            draft.attach(noun, k, "obj")
        for c in draft.children(k):
            if c > k and draft.pos[c] in _NOUNS and not draft.has_case(c):
                draft.dep[c] = "obj"


@asks("relative_object", {"obj"})
def mend_inverted_objects(draft: Draft, verbs: Verbs) -> None:
    """'le camp, qu'a bombardé le M23': behind the verb of a relative clause stands the subject that it lacks.

    Not: 'le camp que le M23 a bombardé' (the subject stands before), 'qui a bombardé le camp'.
    """
    for k, pos in enumerate(draft.pos):
        if pos != "VERB":
            continue
        objects = [c for c in draft.children(k) if draft.dep[c] == "obj"]
        relative = next((c for c in objects if c < k and draft.low[c] in verbs.words.relative_object), None)
        behind = next(
            (c for c in objects if c > k and draft.pos[c] in _NOUNS and not draft.has_case(c)), None
        )
        if relative is None or behind is None:
            continue
        between = [c for c in draft.children(k) if draft.dep[c] in SUBJECTS and relative < c < k]
        if between:
            continue
        for c in draft.children(k):
            if draft.dep[c] in SUBJECTS and c < relative:
                _give_back(draft, c, k)
        draft.dep[behind] = "nsubj"


def _give_back(draft: Draft, noun: int, k: int) -> None:
    """The antecedent that was read as the subject of its relative clause leads the clause around it."""
    if draft.dep[k] in SUBJECTS:
        main = draft.head[k]
        draft.head[noun], draft.dep[noun] = main, "nsubj"
        draft.head[k], draft.dep[k] = noun, "acl:relcl"
        return
    leading = next(
        (
            c
            for c in draft.children(k)
            if c > k and draft.finite(c) and draft.dep[c] in {"conj", "advcl", "ccomp"}
        ),
        None,
    )
    if draft.head[k] == k and leading is not None and not draft.relations(leading) & SUBJECTS:
        draft.crown(leading)
        draft.head[noun], draft.dep[noun] = leading, "nsubj"
        draft.head[k], draft.dep[k] = noun, "acl:relcl"


@asks({"nsubj"}, {"aux:tense"})
def mend_infinitive_objects(draft: Draft, _verbs: Verbs) -> None:
    """'dit avoir rencontré le président turc': behind an infinitive stands its object.

    Not: 'laisse parler le ministre' (no auxiliary), 'avoir été vu le matin'.
    """
    for k, dep in enumerate(draft.dep):
        verb = draft.head[k]
        if dep != "nsubj" or k < verb or draft.pos[verb] != "VERB" or draft.pos[k] not in _NOUNS:
            continue
        auxiliaries = [c for c in draft.children(verb) if draft.dep[c].startswith("aux")]
        perfect = any("VerbForm=Inf" in draft.feats[c] and draft.dep[c] == "aux:tense" for c in auxiliaries)
        if perfect and "obj" not in draft.relations(verb) and len(auxiliaries) == 1 and not draft.has_case(k):
            draft.dep[k] = "obj"


@asks({"PROPN"}, {"nsubj"}, {"obj"})
def mend_named_objects(draft: Draft, _verbs: Verbs) -> None:
    """'arrêtant l'opposant Jean Roy': a name right behind the object is its name, and no subject.

    Not: 'que voit le ministre Jean' (an inverted subject with nothing before it).
    """
    for k, dep in enumerate(draft.dep):
        verb = draft.head[k]
        if dep != "nsubj" or draft.pos[k] != "PROPN" or k < verb or draft.pos[k - 1] != "NOUN":
            continue
        if draft.head[k - 1] == verb and draft.dep[k - 1] == "obj" and k - 1 > verb:
            draft.attach(k, k - 1, "appos")


@asks({","}, _LOOSE, {"nsubj", "nsubj:pass"})
def mend_parted_participles(draft: Draft, verbs: Verbs) -> None:
    """'Le maire, dénoncé lundi par Kinshasa, reste': between commas a participle has no subject of its own.

    Not: 'Le maire, il a refusé' (an auxiliary).
    """
    for k, dep in enumerate(draft.dep):
        main = draft.head[k]
        if dep not in _LOOSE or "VerbForm=Part" not in draft.feats[k] or main <= k or not draft.finite(main):
            continue
        noun = draft.child(k, "nsubj", "nsubj:pass")
        if noun is None or noun > k or draft.low[k - 1] != "," or "," not in draft.low[k:main]:
            continue
        if draft.relations(k) & {"aux:tense", "aux:pass", "cop"} or draft.relations(main) & SUBJECTS:
            continue
        draft.head[noun], draft.dep[noun] = main, "nsubj"
        draft.head[k], draft.dep[k] = noun, "acl"
        for c in draft.children(k):
            if any(draft.low[m] in verbs.words.agent for m in draft.children(c) if draft.dep[m] == "case"):
                draft.dep[c] = "obl:agent"
