"""Mends of objects that stand behind an adverbial phrase, and were hung under it."""

from __future__ import annotations

from communique.coding.parsing.asked import asks
from communique.coding.parsing.draft import Draft
from communique.coding.parsing.verbs import Verbs

_NOUNS = frozenset({"NOUN", "PROPN"})
_ENDS_PHRASE = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
_PARTS = frozenset({"VERB", "AUX", "SCONJ", "CCONJ", "PUNCT"})
_FULL = frozenset({"obj", "ccomp", "aux:pass", "cop", "expl:comp", "expl:pass", "expl:subj"})
_REACH = 10  # words between a verb and its object
_INSIDE = 4  # words between the beginning of a phrase and its noun


@asks({"ADP"}, {"VERB"})
def mend_stranded_objects(draft: Draft, verbs: Verbs) -> None:
    """'a pilonné dans la nuit la banlieue sud', 'a fourni à Kiev plus d'un million d'obus'.

    A phrase that begins with no preposition right behind an adverbial one is the verb's object. Not: 'est
    né dans la nuit un mouvement' (its subject), 'reste jusqu'à lundi le chef' (what the subject is).
    """
    for at in range(2, len(draft)):
        noun = _begins(draft, verbs, at) if draft.pos[at - 1] in _ENDS_PHRASE else None
        verb = _verb_before(draft, at) if noun is not None else None
        if noun is None or verb is None or not _wants_object(draft, verbs, verb):
            continue
        if _behind_adverbial(draft, at, verb) and not _is_time(draft, verbs, at, noun):
            _free(draft, at, noun)
            draft.attach(noun, verb, "obj")


def _verb_before(draft: Draft, at: int) -> int | None:
    """The verb before a word, with nothing between them that begins another clause."""
    for k in range(at - 1, max(-1, at - _REACH), -1):
        if draft.pos[k] == "VERB":
            return k
        if draft.pos[k] in _PARTS:
            return None
    return None


def _wants_object(draft: Draft, verbs: Verbs, verb: int) -> bool:
    """Whether a verb has its subject and may still have an object."""
    relations = draft.relations(verb)
    words = verbs.words
    if relations & _FULL or any(
        draft.lemma[verb] in light for light in (words.predicative, words.moving, words.saying)
    ):
        return False
    infinitive = "VerbForm=Inf" in draft.feats[verb]
    active = infinitive or (draft.finite(verb) and bool(relations & {"nsubj"})) or "aux:tense" in relations
    return active and not any(draft.dep[c] == "nsubj" and c > verb for c in draft.children(verb))


def _begins(draft: Draft, verbs: Verbs, at: int) -> int | None:
    """The noun of the phrase that a determiner, a number or an amount at ``at`` opens; None for others."""
    low, pos = draft.low[at], draft.pos[at]
    amount = low in verbs.words.amounts
    if pos not in {"DET", "NUM"} and not amount:
        return None
    if pos == "NUM" and at + 1 < len(draft) and draft.low[at + 1] in verbs.words.partitive:
        return at  # 'deux des otages'
    for k in range(at + 1, min(len(draft), at + 1 + _INSIDE)):
        if draft.pos[k] in _NOUNS:
            return k
        if draft.pos[k] not in {"DET", "NUM", "ADJ"} and not (amount and draft.pos[k] == "ADP"):
            return None
    return None


def _behind_adverbial(draft: Draft, at: int, verb: int) -> bool:
    """Whether what stands between a verb and a phrase is a phrase with a preposition of the verb's own."""
    marks = [k for k in range(verb + 1, at) if draft.pos[k] == "ADP"]
    if not marks or any(draft.dep[k] == "fixed" for k in marks[:1]):
        return False
    noun = draft.head[marks[0]]
    return marks[0] < noun < at and draft.head[noun] == verb


def _is_time(draft: Draft, verbs: Verbs, at: int, noun: int) -> bool:
    """'dans la nuit du 3 mai', 'trois jours': days and measures of time are no objects."""
    measured = draft.low[noun].rstrip(verbs.words.plural) in verbs.words.measures
    return measured or draft.low[noun] in verbs.words.time or draft.low[at - 1] in verbs.words.numbers


def _free(draft: Draft, at: int, noun: int) -> None:
    """Hang what stands between the opening word and its noun under the noun, past a second noun's claim."""
    for k in range(at, noun):
        if draft.head[k] < at or draft.head[k] > noun:
            draft.head[k] = noun
        if draft.pos[k] == "ADP":
            draft.dep[k], draft.head[k] = "fixed", at
    other = draft.head[noun]
    if other == noun + 1 and draft.dep[noun] == "amod":  # 'la banlieue sud'
        draft.head[noun] = draft.root if draft.root != noun else noun
        draft.attach(other, noun, "nmod")


@asks({"NUM"}, "partitive")
def mend_numbers_of(draft: Draft, verbs: Verbs) -> None:
    """'a abattu 48 des 60 drones': a number that counts out of others is the object.

    Not: 'a duré 48 heures' (its noun follows).
    """
    for k in range(1, len(draft) - 1):
        verb = draft.head[k]
        counts = draft.pos[k] == "NUM" and draft.low[k + 1] in verbs.words.partitive
        if counts and verb == k - 1 and draft.pos[verb] == "VERB" and not draft.relations(verb) & _FULL:
            draft.dep[k] = "obj"


@asks("of", "negation")
def mend_negated_objects(draft: Draft, verbs: Verbs) -> None:
    """'n'a pas livré d'armes', 'n'a jamais envoyé de soldats': under a negation *de* opens the object.

    Not: 'n'a pas parlé de soldats' (a verb of speech), 'ne dépend pas de Kiev' (a name).
    """
    for k in range(1, len(draft) - 1):
        noun = draft.head[k]
        verb = draft.head[noun]
        if draft.low[k] not in verbs.words.of or noun <= k or draft.pos[noun] != "NOUN":
            continue
        if draft.pos[verb] != "VERB" or draft.relations(verb) & _FULL or draft.dep[noun] == "obj":
            continue
        if k != verb + 1 or draft.lemma[verb] in verbs.words.speaking_of or "det" in draft.relations(noun):
            continue
        if any(draft.low[c] in verbs.words.negation for c in draft.children(verb)):
            draft.dep[noun], draft.dep[k] = "obj", "det"


@asks({"conj"}, {"obl:arg", "obl:mod"}, {"aux:tense"})
def mend_joined_objects(draft: Draft, _: Verbs) -> None:
    """'ont incendié des maisons et tué des civils': what follows a joined participle is its object.

    Not: 'ont été incendiés et tués la nuit' (passives).
    """
    for c in range(1, len(draft)):
        verb = draft.head[c]
        if draft.dep[c] not in {"obl:arg", "obl:mod"} or draft.dep[verb] != "conj" or c <= verb:
            continue
        first = draft.first(c)
        shared = "aux:tense" in draft.relations(draft.head[verb]) and "VerbForm=Part" in draft.feats[verb]
        plain = draft.pos[c] in _NOUNS and not draft.has_case(c) and draft.pos[first] == "DET"
        if shared and plain and first == verb + 1 and not draft.relations(verb) & _FULL:
            draft.dep[c] = "obj"


def mend_infinitives(draft: Draft, verbs: Verbs) -> None:
    """'ont tenté d'incendier la mairie': a word that is only known as an infinitive is no noun.

    Also one that completes a verb, whatever else it may be. What follows is its object. Not: 'le dîner',
    'au dîner' (nouns as well), 'a reçu à dîner le roi' (the object of the verb before).
    """
    for k in range(1, len(draft)):
        low = draft.low[k]
        tried = draft.dep[k] == "xcomp" and draft.pos[draft.head[k]] == "VERB"
        if draft.pos[k] != "NOUN" or draft.pos[k - 1] != "ADP" or (verbs.noun(low) and not tried):
            continue
        if verbs.infinitive(low) != low or draft.dep[k] not in {"xcomp", "nmod", "obl:arg", "obl:mod"}:
            continue
        draft.tag(k, "VERB", lemma=low, feats="VerbForm=Inf")
        draft.dep[k] = "xcomp" if draft.pos[draft.head[k]] == "VERB" else "acl"
        draft.dep[k - 1] = "mark"
        for c in draft.children(k):
            if c > k and draft.dep[c] == "nmod" and not draft.has_case(c):
                draft.dep[c] = "obj"
        behind = draft.child(draft.head[k], "obj")
        if behind is not None and behind > k and "," not in draft.low[k:behind] and not verbs.noun(low):
            draft.attach(behind, k, "obj")


@asks({"acl", "acl:relcl"}, {"aux:tense"}, "saying")
def mend_reported_infinitives(draft: Draft, verbs: Verbs) -> None:
    """'ont annoncé à la télévision avoir renversé le président': it is they who say that they did.

    Not: 'a demandé à l'armée d'ouvrir le feu' (with a preposition, those asked).
    """
    for k, dep in enumerate(draft.dep):
        noun = draft.head[k]
        if not dep.startswith("acl") or draft.pos[noun] not in _NOUNS or draft.pos[k] != "VERB":
            continue
        having = any(
            draft.dep[c] == "aux:tense" and "VerbForm=Inf" in draft.feats[c] for c in draft.children(k)
        )
        verb = draft.head[noun]
        if (
            having
            and draft.has_case(noun)
            and not draft.has_case(k)
            and draft.lemma[verb] in verbs.words.saying
        ):
            draft.attach(k, verb, "xcomp")


@asks({"acl", "acl:relcl", "nmod"}, "asking")
def mend_asked_infinitives(draft: Draft, verbs: Verbs) -> None:
    """'a promis aux agriculteurs en colère de simplifier les règles': what is promised or asked is done.

    Not: 'a rendu à Kiev les moyens de résister' (no verb that asks or promises).
    """
    for k, dep in enumerate(draft.dep):
        noun = draft.head[k]
        opened = k and (draft.low[k - 1] in verbs.words.of or draft.low[k - 1] in verbs.words.clitics)
        if not dep.startswith(("acl", "nmod")) or "VerbForm=Inf" not in draft.feats[k] or not opened:
            continue
        verb = next((a for a in draft.path(noun) if draft.pos[a] == "VERB"), None)
        if (
            verb is None
            or verb > noun
            or draft.lemma[verb] not in verbs.words.asking
            or "," in draft.low[verb:k]
        ):
            continue
        chain = [noun, *(a for a in draft.path(noun))]
        top = chain[chain.index(verb) - 1]
        if draft.has_case(top) and not draft.relations(verb) & {"xcomp", "ccomp", "obj"}:
            draft.attach(k, verb, "xcomp")
