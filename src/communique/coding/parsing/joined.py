"""Mends of clauses: coordinated verbs, relative clauses and asides that hang on the wrong word."""

from __future__ import annotations

from communique.coding.parsing.asked import asks
from communique.coding.parsing.draft import SUBJECTS, Draft
from communique.coding.parsing.relations import bare
from communique.coding.parsing.verbs import Verbs

_NOUNS = frozenset({"NOUN", "PROPN"})
_OPENING = frozenset({"\u00ab", '"', "-", "\u2013", "\u2014", ":", "\u201c", "(", ".", ";"})
_CLAUSAL = frozenset({"aux:tense", "aux:pass", "cop", "case", "mark"})
_FULL = frozenset({"obj", "aux:pass", "ccomp", "xcomp", "expl:comp", "expl:pass"})


@asks({"PROPN"})
def mend_opening_places(draft: Draft, verbs: Verbs) -> None:
    """'A Dijon, un cortège a défilé': a capital without its accent is the preposition.

    Not: 'A a été arrêté' (no name follows), 'Il a Dijon pour port d'attache'.
    """
    for i in range(len(draft) - 1):
        name = i + 1
        if draft.tokens[i].text not in verbs.words.unaccented or draft.pos[name] != "PROPN":
            continue
        if i and draft.low[i - 1] not in _OPENING:
            continue
        if draft.head[i] != name:
            outer = next((a for a in draft.path(i) if draft.pos[a] == "VERB"), draft.root)
            if draft.below(outer, name) or outer == i:
                continue
            draft.head[name], draft.dep[name] = outer, "obl:mod"
        elif draft.head[name] != name:
            draft.dep[name] = "obl:mod"
        for c in draft.children(i):
            draft.head[c] = name
        draft.tag(i, "ADP", lemma=verbs.words.at, feats="")
        draft.head[i], draft.dep[i] = name, "case"


@asks({"conj"}, {"cc"}, {","}, {"PROPN"})
def mend_listed_names(draft: Draft, _verbs: Verbs) -> None:
    """'Paris, Berlin et Londres ont condamné le raid': a list of names that opens a sentence is the subject.

    Not: 'Bamako, le ministre et le général ont signé' (a dateline), 'A Paris, Berlin a protesté'.
    """
    for verb in range(len(draft)):
        if draft.pos[verb] not in ("VERB", "AUX", "ADJ", "NOUN"):
            continue
        subject = draft.child(verb, "nsubj", "nsubj:pass")
        if subject is None or subject < 2 or draft.pos[subject] != "PROPN" or draft.low[subject - 1] != ",":
            continue
        joined = draft.child(subject, "conj")
        if joined is None or draft.pos[joined] != "PROPN" or draft.child(joined, "cc") is None:
            continue
        first = subject - 2
        opens = first == 0 or draft.low[first - 1] in _OPENING
        if not opens or draft.pos[first] != "PROPN" or not _bare_names(draft, (first, subject, joined)):
            continue
        relation = draft.dep[subject]
        draft.attach(first, verb, relation)
        draft.attach(subject, first, "conj")
        draft.attach(joined, first, "conj")


def _bare_names(draft: Draft, names: tuple[int, ...]) -> bool:
    """Names without article or preposition."""
    return not any(draft.relations(i) & {"det", "case"} for i in names)


@asks({"PROPN"}, "time", "whereabouts")
def mend_dated_places(draft: Draft, verbs: Verbs) -> None:
    """'Vendredi à Bamako, des milliers de personnes ont manifesté': the place is the verb's, not the day's.

    Not: 'le lundi de Pâques' (no preposition of place).
    """
    for i, dep in enumerate(draft.dep):
        day = draft.head[i]
        if (
            dep not in {"nmod", "obl:mod"}
            or draft.pos[i] != "PROPN"
            or draft.low[day] not in verbs.words.time
        ):
            continue
        verb = draft.head[day]
        places = any(
            draft.dep[c] == "case" and draft.low[c] in verbs.words.whereabouts for c in draft.children(i)
        )
        if places and verb != day and draft.pos[verb] == "VERB":
            draft.attach(i, verb, "obl:mod")


@asks({"appos", "nmod"}, {"det"})
def mend_late_objects(draft: Draft, verbs: Verbs) -> None:
    """'Il a reçu lundi au Kremlin le ministre', 'a signé le 12 juin à Bangui un pacte': its object.

    Not: 'Il a tiré sur Gao, la capitale' (set off by a comma), '…», a estimé à Rome le chef' (the subject).
    """
    for i, dep in enumerate(draft.dep):
        if dep not in {"appos", "nmod"} or draft.pos[i] != "NOUN" or draft.low[i] in verbs.words.time:
            continue
        article = draft.child(i, "det")
        if article is None or draft.has_case(i) or article != draft.first(i):
            continue
        before = article - 1
        if draft.pos[before] in {"PUNCT", "CCONJ"}:
            continue
        above = [i, *draft.path(i)]
        verb = next((k for k in above if draft.pos[k] == "VERB"), None)
        if verb is None or not draft.dep[above[above.index(verb) - 1]].startswith("obl") or verb > before:
            continue
        if draft.relations(verb) & SUBJECTS and not _complete(draft, verb, verbs):
            draft.attach(i, verb, "obj")


def _complete(draft: Draft, verb: int, verbs: Verbs) -> bool:
    """Whether a verb has its object, or can have none: a passive, a verb of saying behind the words.

    A weekday that the parser took for the object does not count.
    """
    start = draft.group(verb)
    if draft.lemma[verb] in verbs.words.saying and start and draft.pos[start - 1] == "PUNCT":
        return True
    own = (c for c in draft.children(verb) if draft.dep[c] != "obj" or draft.low[c] not in verbs.words.time)
    return any(draft.dep[c] in _FULL for c in own)


@asks({"conj"}, {"cc"})
def mend_joined_verbs(draft: Draft, _verbs: Verbs) -> None:
    """'Ils se sont parlé depuis l'annonce et se reverront': a verb is joined to a verb, not to a noun.

    Not: 'la trêve et ce qui l'a suivie' (it has a subject).
    """
    for k in range(2, len(draft)):
        head = draft.head[k]
        if draft.dep[k] != "conj" or draft.pos[k] != "VERB" or head >= k or draft.pos[head] not in _NOUNS:
            continue
        if not draft.finite(k) or draft.relations(k) & SUBJECTS or draft.child(k, "cc") is None:
            continue
        wanted = draft.verb_number(k)
        for verb in range(draft.group(k) - 1, -1, -1):
            fits = draft.pos[verb] == "VERB" and draft.finite(verb) and not draft.below(verb, k)
            if fits and wanted in {draft.verb_number(verb), ""} and draft.dep[verb] != "ccomp":
                draft.attach(k, verb, "conj")
                break


@asks({"conj"}, {"cc"})
def mend_joined_nouns(draft: Draft, _verbs: Verbs) -> None:
    """'proclame l'état d'exception et un couvre-feu': a noun joined to a verb is joined to its object.

    Not: 'a fui et l'armée avance' (a clause), 'a tiré et à Gao' (a preposition).
    """
    for c, dep in enumerate(draft.dep):
        verb, joint = draft.head[c], draft.child(c, "cc")
        if dep != "conj" or draft.pos[c] not in _NOUNS or draft.pos[verb] != "VERB" or joint is None:
            continue
        end = max(k for k in range(c, len(draft)) if draft.below(k, c)) + 1
        goes_on = end < len(draft) and draft.pos[end] in {"VERB", "AUX", "PRON"}
        alone = not goes_on and not draft.relations(c) & (SUBJECTS | _CLAUSAL)
        objects = [o for o in draft.children(verb) if verb < o < joint and draft.dep[o] == "obj"]
        if alone and objects and draft.pos[objects[-1]] in _NOUNS:
            draft.attach(c, objects[-1], "conj")


@asks({"conj"}, {"cc"}, {"PROPN"})
def mend_joined_owners(draft: Draft, _verbs: Verbs) -> None:
    """'les appels de Moscou et Pékin': a name joined to the name before it, not to the noun of an act.

    Not: 'les appels de Moscou et la trêve' (no name), 'Moscou et Pékin'.
    """
    for k, dep in enumerate(draft.dep):
        noun, joint = draft.head[k], draft.child(k, "cc")
        if dep != "conj" or draft.pos[k] != "PROPN" or joint is None or not 0 < noun < joint:
            continue
        owner = joint - 1
        while draft.dep[owner].startswith("flat") and draft.head[owner] < owner:
            owner = draft.head[owner]
        if draft.pos[owner] != "PROPN" or draft.has_case(k):
            continue
        owns = draft.dep[owner] == "nmod" and draft.has_case(owner) and draft.head[owner] == noun
        acts = draft.dep[owner] in SUBJECTS and "," in draft.low[noun:owner]  # 'Outre Bonn, Rome et Oslo ont'
        if (owns and draft.pos[noun] == "NOUN") or acts:
            draft.attach(k, owner, "conj")


@asks({"conj"}, {"cc"})
def mend_clause_subjects(draft: Draft, _verbs: Verbs) -> None:
    """'L'assaut a été donné à Trèbes et le preneur d'otages a été tué': what 'et' joins is a clause.

    Not: 'à Trèbes et à Carcassonne', 'les soldats et la police ont tiré'.
    """
    for i, dep in enumerate(draft.dep):
        if dep != "conj" or draft.pos[i] not in _NOUNS or draft.has_case(i):
            continue
        joint = draft.child(i, "cc")
        if joint is None or draft.pos[draft.head[i]] not in _NOUNS or draft.head[i] > joint:
            continue
        end = draft.last(i)
        verb = next((k for k in range(end + 1, len(draft)) if draft.pos[k] == "VERB"), None)
        if verb is None or draft.group(verb) != end + 1 or not draft.finite(verb):
            continue
        number = draft.number(i)
        if draft.relations(verb) & (SUBJECTS | {"mark"}) or number not in {draft.verb_number(verb), ""}:
            continue
        if not any(draft.pos[k] == "VERB" and draft.finite(k) for k in range(joint)):
            continue
        draft.attach(i, verb, "nsubj:pass" if "aux:pass" in draft.relations(verb) else "nsubj")
        draft.attach(joint, verb, "cc")
        if draft.dep[verb] == "advcl":
            draft.dep[verb] = "conj"


@asks({"nsubj:pass"}, {"aux:tense"}, {"obj"})
def mend_active_subjects(draft: Draft, _verbs: Verbs) -> None:
    """'Téhéran l'a condamnée': with 'avoir' alone, and an object before it, the subject acts.

    Not: 'La ville a été reprise'.
    """
    for i, dep in enumerate(draft.dep):
        if dep == "nsubj:pass":
            relations = draft.relations(draft.head[i])
            if "aux:tense" in relations and "obj" in relations and "aux:pass" not in relations:
                draft.dep[i] = "nsubj"


@asks({","}, "saying")
def mend_asides(draft: Draft, verbs: Verbs) -> None:
    """'Moscou, a expliqué un conseiller, attend des excuses': who says it stands behind the verb of saying.

    Not: 'Moscou, qui a expliqué sa décision, attend' (a relative clause).
    """
    for said, pos in enumerate(draft.pos):
        if pos != "VERB" or draft.lemma[said] not in verbs.words.saying or not draft.finite(said):
            continue
        subject = draft.child(said, "nsubj")
        main = draft.child(said, "advcl", "conj", "ccomp", "parataxis", "acl:relcl")
        speaker = next((c for c in draft.children(said) if c > said and _may_say(draft, verbs, c)), None)
        if subject is None or main is None or speaker is None or not subject < said < speaker < main:
            continue
        start, group = draft.group(said), draft.group(main)
        if draft.low[start - 1] != "," or draft.low[group - 1] != "," or not draft.finite(main):
            continue
        if draft.relations(main) & (SUBJECTS | {"mark", "cc"}):
            continue
        outer = draft.head[said] if draft.head[said] != said else main
        draft.head[main], draft.dep[main] = outer, draft.dep[said]
        draft.head[said], draft.dep[said] = main, "parataxis"
        draft.head[subject], draft.dep[subject] = main, "nsubj"
        draft.dep[speaker] = "nsubj"


@asks("relative", "partitive")
def mend_places_of_clauses(draft: Draft, verbs: Verbs) -> None:
    """'à Kati, où des soldats s'étaient emparés du camp': 'des' behind 'où' begins the subject.

    Not: 'd'où des soldats sont partis' is alike; 'où l'armée' has its subject.
    """
    for i in range(1, len(draft) - 1):
        noun = i + 1
        opens = draft.low[i - 1] in verbs.words.relative and draft.low[i] in verbs.words.partitive
        if not opens or draft.pos[noun] not in _NOUNS or draft.head[i] != noun:
            continue
        verb = draft.head[draft.head[noun]] if draft.head[noun] == i - 1 else draft.head[noun]
        if draft.pos[verb] == "VERB" and draft.finite(verb) and not draft.relations(verb) & SUBJECTS:
            draft.attach(noun, verb, "nsubj:pass" if "aux:pass" in draft.relations(verb) else "nsubj")
            draft.tag(i, "DET", lemma=draft.low[i], feats="Definite=Ind|Number=Plur|PronType=Art")
            draft.dep[i] = "det"


def _may_say(draft: Draft, verbs: Verbs, c: int) -> bool:
    return draft.dep[c] in {"obj", "obl:mod", "dep"} and draft.pos[c] in _NOUNS and bare(draft, verbs, c)
