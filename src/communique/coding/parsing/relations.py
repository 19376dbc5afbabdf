"""Mends of relations: subjects, objects, agents and marks that hang in the wrong place."""

from __future__ import annotations

from communique.coding.parsing.asked import asks
from communique.coding.parsing.draft import NOMINAL, SUBJECTS, Draft
from communique.coding.parsing.participles import reflexive
from communique.coding.parsing.verbs import Verbs

_NAMES = frozenset({"NOUN", "PROPN", "PRON"})
_BEHIND = frozenset({"obj", "obl:mod", "advmod", "dep", "nmod", "appos"})
_SWAPPED = frozenset({"amod", "nmod", "flat:name"})
_CLOSING = frozenset({"\u00bb", "\u201d", '"'})
_PAIRS = {"\u00ab": "\u00bb", "\u201c": "\u201d", "(": ")"}


@asks({"-"})
def mend_compounds(draft: Draft, verbs: Verbs) -> None:
    """'Un attentat-suicide a fait vingt morts': of a compound that was torn apart the first noun governs.

    Not: 'l'ex-président', 'al-Nosra' (the first part is no noun).
    """
    for i in range(1, len(draft) - 1):
        left, right = i - 1, i + 1
        if draft.low[i] != "-" or draft.tokens[left].end != draft.tokens[i].start:
            continue
        if draft.tokens[i].end != draft.tokens[right].start:
            continue
        if not (verbs.noun(draft.low[left]) or draft.tokens[left].text[0].isupper()):
            continue
        if draft.below(right, left) or draft.below(left, right) or draft.pos[right] not in _NAMES:
            torn = draft.head[left] == draft.head[right] and draft.dep[left] == "dep"
            if not torn:
                continue
        if draft.head[left] == draft.head[right]:
            if draft.dep[left] == "dep":
                draft.dep[left] = draft.dep[right]
            draft.tag(i, "PUNCT", lemma="-", feats="")
            draft.attach(right, left, "appos")
            draft.attach(i, left, "punct")


def mend_numerals(draft: Draft, verbs: Verbs) -> None:
    """'Soixante-quatorze soldats sont tombés': a number in one word with hyphens counts the noun behind it.

    Not: 'Vingt-et-Un' at the end of a sentence.
    """
    for i, low in enumerate(draft.low[:-1]):
        if "-" not in low:
            continue
        parts = low.split("-")
        if draft.pos[i] == "NUM" or not verbs.words.numbers.issuperset(parts):
            continue
        noun = next((k for k in (i + 1, i + 2) if k < len(draft) and draft.pos[k] == "NOUN"), None)
        if noun is not None and draft.pos[i + 1] in {"NOUN", "ADJ"}:
            draft.tag(i, "NUM", lemma=low, feats="NumType=Card")
            draft.attach(i, noun, "nummod")


@asks({"NUM"}, "numbers")
def mend_hundreds(draft: Draft, verbs: Verbs) -> None:
    """'deux cents militants ont été arrêtés': the second word of a number is no noun, and no subject.

    Not: 'des milliers de soldats' (it governs them).
    """
    for i in range(1, len(draft) - 1):
        noun = i + 1
        written = draft.low[i] in verbs.words.numbers and draft.pos[i] == "NOUN"
        if not written or draft.pos[i - 1] != "NUM" or draft.pos[noun] != "NOUN":
            continue
        if draft.head[noun] == i:
            draft.head[noun] = noun if draft.head[i] == i else draft.head[i]
            draft.dep[noun] = draft.dep[i]
        draft.tag(i, "NUM", lemma=draft.low[i], feats="NumType=Card")
        draft.head[i], draft.dep[i] = noun, "nummod"


@asks(_SWAPPED)
def mend_swapped(draft: Draft, verbs: Verbs) -> None:
    """'Mille soldats', 'trois cents personnes', 'la Haute Autorité': a noun governs its number or adjective.

    Not: 'Deux ont fui', 'le ministre porte-parole'.
    """
    for i in range(len(draft) - 1):
        noun = i + 1
        if draft.head[noun] != i or draft.dep[noun] not in _SWAPPED or draft.has_case(noun):
            continue
        number = draft.low[i] in verbs.words.numbers and draft.pos[i] in {"NOUN", "PROPN", "ADJ", "ADV"}
        if not verbs.noun(draft.low[noun]):
            continue
        if draft.dep[noun] == "flat:name" and not (number and draft.tokens[noun].text.islower()):
            continue
        if number:
            _swap(draft, i, "nummod")
            draft.tag(i, "NUM", lemma=draft.low[i], feats="NumType=Card")
        elif draft.pos[i] == "PROPN" and i and draft.pos[i - 1] == "DET" and verbs.adjective(draft.low[i]):
            _swap(draft, i, "amod")
        else:
            continue
        draft.tag(noun, "NOUN", lemma=draft.lemma[noun], feats=draft.feats[noun])


def _swap(draft: Draft, i: int, dep: str) -> None:
    """The token behind ``i`` takes its place, and governs it."""
    noun = i + 1
    draft.head[noun], draft.dep[noun] = (noun if draft.head[i] == i else draft.head[i]), draft.dep[i]
    for c in draft.children(i):
        if draft.dep[c] != "advmod" and c != noun:
            draft.head[c] = noun
    draft.head[i], draft.dep[i] = noun, dep


@asks({"VERB"}, "saying|quoting")
def mend_inversion(draft: Draft, verbs: Verbs) -> None:
    """'…, a annoncé la télévision d'État': behind words told, what follows the verb of saying is its subject.

    Not: 'La police, qui a annoncé une trêve, se retire' (it has its subject).
    """
    for k, pos in enumerate(draft.pos):
        if pos != "VERB" or draft.lemma[k] not in verbs.telling or not draft.finite(k):
            continue
        weak = draft.lemma[k] in verbs.words.quoting
        children = draft.children(k)
        if any(draft.dep[c] in SUBJECTS or draft.dep[c] == "cc" for c in children):
            continue
        start = min([k, *(c for c in children if draft.dep[c].startswith(("aux", "expl")) and c < k)])
        if weak and _CLOSING.isdisjoint(draft.low[max(0, start - 2) : start]):
            continue
        if not start or draft.low[start - 1] not in {",", "\u00bb", '"', "\u201d", "\u2013", "-"}:
            continue
        told = _speaker(draft, verbs, k)
        if told is not None and not any(draft.dep[c] == "ccomp" and c > k for c in children):
            draft.attach(told, k, "nsubj")


def _speaker(draft: Draft, verbs: Verbs, k: int) -> int | None:
    """The first bare noun phrase behind a verb of saying.

    It may hang under the day: 'révèlent vendredi les médias'.
    """
    for c in draft.children(k):
        if c < k or draft.dep[c] not in _BEHIND or draft.has_case(c):
            continue
        if draft.low[c] in verbs.words.time:
            under = next((d for d in draft.children(c) if d > c and bare(draft, verbs, d)), None)
            if under is not None:
                return under
        elif draft.pos[c] in _NAMES:
            return c
    return None


def bare(draft: Draft, verbs: Verbs, i: int) -> bool:
    """A noun phrase without a preposition that does not say when."""
    return draft.pos[i] in _NAMES and not draft.has_case(i) and draft.low[i] not in verbs.words.time


def mend_clitic_objects(draft: Draft, _: Verbs) -> None:
    """'Washington la soupçonne de fraude': an article right before a verb is its object.

    Not: 'la soupçonnée', 'le rire' (a noun follows).
    """
    for i in range(len(draft) - 1):
        verb = draft.head[i]
        if draft.pos[i] != "DET" or draft.dep[i] != "det" or draft.pos[verb] != "VERB" or verb <= i:
            continue
        article = "PronType=Art" in draft.feats[i] and "Definite=Def" in draft.feats[i]
        between = all(draft.pos[k] == "AUX" for k in range(i + 1, verb))
        if article and between and draft.finite(verb) and not draft.relations(verb) & {"obj", "aux:pass"}:
            shape = [f for f in draft.feats[i].split("|") if f.startswith(("Gender", "Number"))]
            draft.tag(i, "PRON", lemma=draft.lemma[i], feats="|".join([*shape, "Person=3", "PronType=Prs"]))
            draft.dep[i] = "obj"


def mend_bare_objects(draft: Draft, verbs: Verbs) -> None:
    """'Le Parlement a adopté mercredi une loi': a noun phrase with its article, under a day, is the object.

    Not: 'la nuit du 3 au 4 mai', 'Il est arrivé le lundi 3 mai', 'Paris, la capitale'.
    """
    for c in range(2, len(draft)):
        if draft.dep[c] not in {"nmod", "obl:mod", "xcomp"} or draft.pos[c] not in {"NOUN", "PROPN"}:
            continue
        if not bare(draft, verbs, c) or not _determined(draft, c):
            continue
        verb = _verb_before(draft, c)
        if (
            verb is None
            or draft.relations(verb) & {"obj", "ccomp", "aux:pass", "cop"}
            or _completed(draft, verb, c)
        ):
            continue
        if draft.dep[c] == "xcomp" and (
            "," in draft.low[verb:c] or "VERB" in draft.pos[verb + 1 : c] or "AUX" in draft.pos[verb:c]
        ):
            continue
        if draft.head[c] == verb or draft.low[draft.head[c]] in verbs.words.time:
            draft.attach(c, verb, "obj")


def _completed(draft: Draft, verb: int, c: int) -> bool:
    """Whether the verb has an infinitive or a predicate of its own already."""
    return any(draft.dep[d] == "xcomp" and d != c for d in draft.children(verb))


def _determined(draft: Draft, c: int) -> bool:
    if not any(draft.dep[d] in {"det", "nummod"} for d in draft.children(c)):
        return False
    first = draft.first(c)
    return (
        first > 0
        and draft.low[first - 1] != ","
        and draft.pos[first - 1] != "ADP"
        and "ADP" not in draft.pos[first:c]
    )


def _verb_before(draft: Draft, c: int) -> int | None:
    """The verb under which the token stands, on its left."""
    for a in draft.path(c):
        if draft.pos[a] == "VERB":
            return a if a < c else None
    return None


@asks("agent", {"case"})
def mend_agents(draft: Draft, verbs: Verbs) -> None:
    """'La ville a été reprise par l'armée': 'par' with a passive brings in the agent.

    Not: 'tué par balles', 'par téléphone', 'condamné par contumace'.
    """
    for case, low in enumerate(draft.low):
        if low not in verbs.words.agent or draft.dep[case] != "case":
            continue
        noun = draft.head[case]
        verb = _passive_before(draft, verbs, noun, case)
        if verb is None or "obl:agent" in draft.relations(verb) or draft.low[noun] in verbs.words.manner:
            continue
        if draft.pos[noun] not in NOMINAL or not (
            _with_article(draft, verbs, noun) or draft.pos[noun] == "PROPN"
        ):
            continue
        draft.attach(noun, verb, "obl:agent")


def _with_article(draft: Draft, verbs: Verbs, noun: int) -> bool:
    return (
        any(draft.dep[c] in {"det", "nummod"} for c in draft.children(noun))
        or draft.low[noun - 1] in verbs.words.partitive
    )


def _passive_before(draft: Draft, verbs: Verbs, noun: int, case: int) -> int | None:
    """The passive verb that a 'par' phrase belongs to: its governor, or one above a place or a day."""
    for a in draft.path(noun):
        if a > case:
            return None
        if draft.pos[a] == "VERB":
            if draft.lemma[a] in verbs.words.remaining:  # 'La route demeure coupée par les rebelles'
                held = draft.child(a, "xcomp")
                return held if held is not None and held < case and _is_past(draft, held) else None
            relations = draft.relations(a)
            passive = (
                "aux:pass" in relations
                or "Voice=Pass" in draft.feats[a]
                or draft.dep[a] == "acl"
                or (draft.dep[a] == "advcl" and "aux:tense" not in relations)
            )
            return a if passive and "VerbForm=Part" in draft.feats[a] else None
        if draft.low[a] in verbs.words.time:
            continue  # 'Interpellés lundi par la police'
        if draft.pos[a] != "PROPN" and "Number" in draft.feats[a] and not draft.has_case(a):
            return None
    return None


def _is_past(draft: Draft, k: int) -> bool:
    return "VerbForm=Part" in draft.feats[k] and "Tense=Past" in draft.feats[k]


@asks({"aux:tense", "xcomp"})
def mend_remaining(draft: Draft, verbs: Verbs) -> None:
    """'Le port demeure fermé aux navires': the verb is no auxiliary of an active.

    Not: 'Le port a fermé ses portes'.
    """
    for i, dep in enumerate(draft.dep):
        if dep == "aux:tense" and verbs.infinitive(draft.low[i]) in verbs.words.remaining:
            draft.dep[i], draft.lemma[i] = "aux:pass", verbs.infinitive(draft.low[i])
            for c in draft.children(i):
                draft.attach(c, draft.head[i], draft.dep[c])
        shut = verbs.participle(draft.low[i]) if dep == "xcomp" and draft.pos[i] == "ADJ" else None
        if shut is not None and draft.lemma[draft.head[i]] in verbs.words.remaining:
            draft.tag(i, "VERB", lemma=shut[0], feats=f"{shut[1]}|Tense=Past|VerbForm=Part|Voice=Pass")


@asks({"obl:agent", "aux:pass"})
def mend_moving(draft: Draft, verbs: Verbs) -> None:
    """'Les troupes sont entrées': être with a verb of motion, or a reflexive, makes no passive.

    Nor has such a verb an agent: 'La délégation est partie par la route du nord'.
    Not: 'Les portes ont été ouvertes', 'Le pont est gardé par l'armée'.
    """
    for i, dep in enumerate(draft.dep):
        if dep == "obl:agent" and draft.lemma[draft.head[i]] in verbs.words.moving:
            been = any(draft.low[c] in verbs.words.been for c in draft.children(draft.head[i]))
            draft.dep[i] = dep if been else "obl:mod"  # 'L'avion a été descendu par la défense'
        if dep != "aux:pass":
            continue
        verb = draft.head[i]
        if draft.lemma[verb] in verbs.words.moving or reflexive(draft, verbs, i):
            draft.dep[i] = "aux:tense"
            draft.feats[verb] = draft.feats[verb].replace("|Voice=Pass", "")
            for c in draft.children(verb):
                if draft.dep[c] == "nsubj:pass":
                    draft.dep[c] = "nsubj"


@asks({"aux:pass"}, {"nsubj"})
def mend_passive_subjects(draft: Draft, _verbs: Verbs) -> None:
    """'Le convoi a été bloqué': the subject of a passive says so.

    Not: 'Le convoi a bloqué la route'.
    """
    for i, dep in enumerate(draft.dep):
        if dep == "aux:pass":
            for c in draft.children(draft.head[i]):
                if draft.dep[c] == "nsubj":
                    draft.dep[c] = "nsubj:pass"


@asks("euphonic|inverted")
def mend_euphony(draft: Draft, verbs: Verbs) -> None:
    """'a-t-il déclaré': the letter between verb and pronoun is no subject.

    Not: 'a-t-elle' itself, whose pronoun is.
    """
    for i, low in enumerate(draft.low):
        if low in verbs.words.euphonic and draft.dep[i] in SUBJECTS:
            draft.tag(i, "PART", lemma=low, feats="")
            draft.dep[i] = "dep"
        elif low in verbs.words.inverted and draft.dep[i] not in SUBJECTS:
            verb = (
                draft.head[draft.head[i]]
                if draft.low[draft.head[i]] in verbs.words.euphonic
                else draft.head[i]
            )
            if draft.pos[verb] in {"VERB", "ADJ", "NOUN"} and not draft.relations(verb) & SUBJECTS:
                draft.attach(i, verb, "nsubj")


def mend_marks(draft: Draft, _verbs: Verbs) -> None:
    """Both marks of a quotation hang under the head of what stands between them.

    '« La Russie doit répondre de ses actes », a lancé la ministre': the closing mark is no part of 'actes'.
    Not: marks without a partner in the sentence.
    """
    for opening, closing in _PAIRS.items():
        if opening not in draft.low:
            continue
        start: int | None = None
        for i, low in enumerate(draft.low):
            if low == opening:
                start = i
            elif low == closing and start is not None:
                _enclose(draft, start, i)
                start = None


def _enclose(draft: Draft, start: int, end: int) -> None:
    inside = range(start + 1, end)
    top = next((i for i in inside if draft.pos[i] != "PUNCT" and not start < draft.head[i] < end), None)
    if top is None:
        top = next((i for i in inside if draft.head[i] == i), None)
    if top is not None:
        for mark in (start, end):
            if not draft.children(mark):
                draft.attach(mark, top, "punct")
