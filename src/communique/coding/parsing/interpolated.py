"""Mends around interpolations: objects behind what stands between them and their verb, appositions."""

from __future__ import annotations

from communique.coding.parsing.asked import asks
from communique.coding.parsing.draft import SUBJECTS, Draft
from communique.coding.parsing.verbs import Verbs

_NOUNS = frozenset({"NOUN", "PROPN"})
_ARTICLES = frozenset({"det", "nummod"})
_LOOSE = frozenset({"appos", "nmod", "conj", "obl:arg", "obl:mod", "dep"})
_FULL = frozenset({"obj", "ccomp", "xcomp", "aux:pass", "cop", "expl:comp", "expl:pass", "expl:subj"})
_OBJECT = _FULL - {"xcomp"}  # 'presse d'autres pays de céder': an infinitive beside the object
_STOPS = frozenset({"VERB", "AUX", "SCONJ", "CCONJ"})


@asks({","}, _ARTICLES, _LOOSE)
def mend_interpolated_objects(draft: Draft, verbs: Verbs) -> None:
    """'a tué, dans la région de Gao, onze rebelles': what follows an interpolation completes the verb.

    Not: 'a tiré samedi sur Gao, la capitale', 'a visité Gao, Tombouctou et Kidal'.
    """
    for i, dep in enumerate(draft.dep):
        if dep not in _LOOSE or draft.pos[i] not in _NOUNS or draft.low[i] in verbs.words.time:
            continue
        articles = [c for c in draft.children(i) if draft.dep[c] in _ARTICLES]
        if not any(c and draft.low[c - 1] == "," for c in articles) or draft.has_case(i):
            continue
        first = draft.first(i)
        closing = first if draft.low[first] == "," else first - 1
        if closing < 2 or closing + 1 not in articles or draft.low[closing] != ",":
            continue
        verb = next((a for a in draft.path(i) if draft.pos[a] == "VERB"), None)
        if verb is not None and verb < closing and _open(draft, verbs, verb):
            opening = _opening(draft, verbs, verb)
            if opening is not None and opening < closing - 1 and _adverbial(draft, opening, closing):
                draft.attach(i, verb, "obj")


def _open(draft: Draft, verbs: Verbs, verb: int, full: frozenset[str] = _FULL) -> bool:
    """Whether a finite verb has its subject before it and still lacks an object."""
    subject = draft.child(verb, *SUBJECTS)
    if subject is None or subject > verb or draft.relations(verb) & full or not draft.finite(verb):
        return False
    being = any(draft.lemma[c] in verbs.words.be for c in draft.children(verb) if draft.dep[c] == "aux:tense")
    return not being and not (
        draft.lemma[verb] in verbs.words.predicative or draft.lemma[verb] in verbs.words.moving
    )


def _infinitive(draft: Draft, verb: int) -> bool:
    """Whether a verb is an infinitive, by itself or its auxiliary, and lacks an object."""
    forms = [verb, *(c for c in draft.children(verb) if draft.dep[c] == "aux:tense")]
    return any("VerbForm=Inf" in draft.feats[c] for c in forms) and not draft.relations(verb) & _FULL


def _opening(draft: Draft, verbs: Verbs, verb: int) -> int | None:
    """The comma right behind a verb, or behind the day or the adverb that follows it."""
    for k in range(verb + 1, min(verb + 4, len(draft))):
        if draft.low[k] == ",":
            return k
        if draft.low[k] not in verbs.words.time and draft.pos[k] not in {"ADV", "DET", "NUM"}:
            return None
    return None


def _adverbial(draft: Draft, opening: int, closing: int) -> bool:
    """Whether the words between two commas are adverbials without a clause of their own."""
    return not any(draft.pos[k] in _STOPS for k in range(opening + 1, closing))


@asks("partitive", {"case"})
def mend_indefinite_objects(draft: Draft, verbs: Verbs) -> None:
    """'a signé mardi, à Genève, des accords': 'des' behind a verb without an object is its article.

    Not: 'a parlé mardi des accords' (a verb with 'de'), 'a tiré sur les positions des rebelles'.
    """
    for case, low in enumerate(draft.low):
        if low not in verbs.words.partitive or draft.dep[case] != "case":
            continue
        noun, verb = draft.head[case], draft.head[draft.head[case]]
        if draft.pos[noun] != "NOUN" or noun < case or draft.number(noun) != "Plur":
            continue
        if draft.pos[verb] != "VERB" or verb > case or draft.dep[noun] not in {"obl:arg", "obl:mod"}:
            continue
        if draft.lemma[verb] in verbs.words.of_verbs:
            continue
        if not _open(draft, verbs, verb) and not _infinitive(draft, verb):
            continue
        draft.tag(case, "DET", lemma=low, feats="Definite=Ind|Number=Plur|PronType=Art")
        draft.dep[case], draft.dep[noun] = "det", "obj"


@asks({"ADJ"}, {"case"}, "of")
def mend_adjectival_objects(draft: Draft, verbs: Verbs) -> None:
    """'a imposé lundi de nouvelles sanctions': before an adjective 'de' is the article of a plural object.

    Also 'dément avoir exécuté d'anciens soldats' (an infinitive), 'presse d'autres pays de céder'.
    Not: 'a parlé lundi de nouvelles sanctions' (a verb with 'de'), 'a imposé lundi l'usage de vieux plans'.
    """
    for case, low in enumerate(draft.low[:-2]):
        noun = draft.head[case]
        if low not in verbs.words.of or draft.dep[case] != "case" or noun != case + 2:
            continue
        plural = (
            draft.number(noun) == "Plur" and draft.pos[case + 1] == "ADJ" and draft.head[case + 1] == noun
        )
        above = draft.head[noun]
        verb = draft.head[above] if draft.low[above] in verbs.words.time else above
        if not plural or draft.pos[noun] != "NOUN" or draft.pos[verb] != "VERB" or verb > case:
            continue
        if draft.lemma[verb] in verbs.words.of_verbs:
            continue
        if not _open(draft, verbs, verb, _OBJECT) and not _infinitive(draft, verb):
            continue
        draft.tag(case, "DET", lemma=low, feats="Definite=Ind|Number=Plur|PronType=Art")
        draft.attach(noun, verb, "obj")
        draft.dep[case] = "det"


@asks({"conj"}, {","})
def mend_appositions(draft: Draft, _verbs: Verbs) -> None:
    """'La Turquie, membre de l'Otan, a bombardé': two commas and no 'et' make an apposition, not a list.

    Not: 'Paris, Londres et Berlin', 'Des blindés, des canons, tout est détruit' (no actor's name before).
    """
    for i, dep in enumerate(draft.dep):
        head = draft.head[i]
        if dep != "conj" or draft.pos[i] != "NOUN" or draft.pos[head] not in _NOUNS or head > i:
            continue
        fellows = [c for c in draft.children(head) if draft.dep[c] == "conj"]
        if len(fellows) != 1 or draft.child(i, "cc") is not None or draft.child(i, *_ARTICLES) is not None:
            continue
        opening = draft.first(i)
        last = draft.last(i)
        commas = draft.low[opening] == "," or draft.low[opening - 1] == ","
        ends = (last + 1 < len(draft) and draft.low[last + 1] == ",") or draft.low[last] == ","
        if commas and ends and not any(draft.dep[k] == "cc" for k in range(opening, last)):
            draft.dep[i] = "appos"


@asks({"amod"}, {"nmod"})
def mend_agreeing_adjectives(draft: Draft, _verbs: Verbs) -> None:
    """'des avions de combat russes': an adjective goes with the noun whose number it shows.

    Not: 'des avions de la marine russe' (it agrees with the nearer noun).
    """
    for i, dep in enumerate(draft.dep):
        near = draft.head[i]
        outer = draft.head[near]
        if dep != "amod" or near != i - 1 or draft.dep[near] != "nmod" or outer >= near:
            continue
        shown = draft.number(i)
        if not shown or draft.pos[outer] != "NOUN" or not draft.has_case(near):
            continue
        if draft.number(near) not in {shown, ""} and draft.number(outer) == shown:
            draft.attach(i, outer, "amod")


@asks({"PROPN"}, {"case"}, {"det"})
def mend_swallowed_places(draft: Draft, verbs: Verbs) -> None:
    """'a rencontré à Sanaa les dirigeants houthis': a name between 'à' and an article is a phrase of its own.

    Not: 'à la demande des dirigeants' (no name), 'à Sanaa, les dirigeants ont protesté' (set off).
    """
    for i in range(1, len(draft) - 2):
        noun = draft.head[i]
        if draft.pos[i] != "PROPN" or draft.dep[i] not in {"det", "amod", "nmod"} or noun <= i + 1:
            continue
        if draft.head[i - 1] != noun or draft.dep[i - 1] != "case" or draft.pos[noun] not in _NOUNS:
            continue
        verb = draft.head[noun]
        if draft.head[i + 1] != noun or draft.dep[i + 1] != "det" or draft.pos[verb] != "VERB" or verb > i:
            continue
        if draft.dep[noun] not in {"obl:arg", "obl:mod"} or not _open(draft, verbs, verb):
            continue
        draft.attach(i, verb, "obl:mod")
        draft.attach(i - 1, i, "case")
        draft.dep[noun] = "obj"


@asks({"obl:agent"}, {"aux:tense"})
def mend_active_agents(draft: Draft, verbs: Verbs) -> None:
    """'Des heurts ont éclaté malgré le lancement par Paris d'un dialogue': no agent of a verb in the active.

    Not: 'a été repris par l'armée' (a passive), 'réclamé par Paris' (a participle).
    """
    for i, dep in enumerate(draft.dep):
        verb, case = draft.head[i], draft.child(i, "case")
        if dep != "obl:agent" or case is None or case < 1 or draft.pos[case - 1] != "NOUN":
            continue
        relations = draft.relations(verb)
        active = "aux:tense" in relations and not relations & {
            "aux:pass",
            "expl:pass",
            "expl:comp",
            "aux:caus",
        }
        being = any(
            draft.lemma[c] in verbs.words.be for c in draft.children(verb) if draft.dep[c] == "aux:tense"
        )
        if active and not being and draft.low[case] in verbs.words.agent and case - 1 > verb:
            draft.attach(i, case - 1, "nmod")
