"""Mends of participles: what stands behind an auxiliary is a verb, whatever it was tagged."""

from __future__ import annotations

from communique.coding.parsing.asked import asks
from communique.coding.parsing.draft import Draft
from communique.coding.parsing.promotion import promote
from communique.coding.parsing.verbs import Verbs

_OPENING = frozenset({"\u00ab", '"', "\u201c"})
_MARKS = _OPENING | {"\u00bb", "\u201d"}
_BETWEEN_POS = frozenset({"ADV"})
_FARTHEST = 4  # words between an auxiliary and its participle; 'a ensuite également été'


@asks(_OPENING, {"ADV"})
def mend_marked_adverbs(draft: Draft, verbs: Verbs) -> None:
    """'L'armée a « formellement » démenti': the mark is no verb, and the participle takes its place.

    Not: 'Il a « refusé » de partir' (the participle stands within the marks).
    """
    for i, low in enumerate(draft.low):
        if low not in _OPENING or not 0 < i < len(draft) - 3:
            continue
        if draft.low[i + 1] in _MARKS or draft.low[i + 2] not in _MARKS:
            continue
        verb, found = i + 3, verbs.participle(draft.low[i + 3])
        if verbs.auxiliary(draft.low[i - 1]) is None or found is None or draft.pos[i + 1] != "ADV":
            continue
        if draft.pos[i] == "PUNCT" and draft.children(i):
            governor, dep = draft.head[i], draft.dep[i]
            draft.head[verb], draft.dep[verb] = (verb, "ROOT") if governor == i else (governor, dep)
            for c in draft.children(i):
                draft.head[c] = verb if c != verb else draft.head[c]
            draft.head[i], draft.dep[i] = i + 1, "punct"
            draft.attach(i + 1, verb, "advmod")


def mend_participles(draft: Draft, verbs: Verbs) -> None:
    """'Le ministre a téléphoné': an auxiliary and a participle form a verb, whatever they were tagged.

    Not: 'un a priori', 'l'été dernier', 'elle est fière'.
    """
    for i, low in enumerate(draft.low):
        auxiliary = verbs.auxiliaries.get(low)
        if auxiliary is None or auxiliary.lemma not in verbs.words.auxiliaries or _is_noun(draft, i):
            continue
        found = _participle_after(draft, verbs, i)
        if found is not None:
            _build(draft, verbs, found)


def mend_doers(draft: Draft, verbs: Verbs) -> None:
    """'L'opposant Alexeï Roy a été arrêté': an article and a noun that looks like a verb.

    Not: 'l'incitant à partir' (a pronoun before a verb with its complement).
    """
    for k in range(1, len(draft)):
        article = (
            draft.dep[k - 1] == "det" and draft.head[k - 1] == k and "PronType=Art" in draft.feats[k - 1]
        )
        if not article or draft.pos[k] != "VERB" or not verbs.noun(draft.low[k]):
            continue
        relations = draft.relations(k)
        if draft.feats[k].endswith(("VerbForm=Fin", "VerbForm=Inf")) or relations & {"xcomp", "aux:tense"}:
            continue
        shown = (f for f in draft.feats[k - 1].split("|") if f.startswith(("Gender=", "Number=")))
        draft.tag(k, "NOUN", lemma=draft.low[k], feats="|".join(shown))
        for c in draft.children(k):
            if draft.dep[c] in {"obj", "nsubj"} and draft.pos[c] == "PROPN" and c == k + 1:
                draft.dep[c] = "appos"


@asks({"PRON"})
def mend_emphatics(draft: Draft, verbs: Verbs) -> None:
    """'Ils ont quitté d'eux-mêmes la place': the halves of a pronoun that the tokenizer cuts belong together.

    Not: 'eux, les mêmes' (no such pronoun).
    """
    for k in range(2, len(draft)):
        if draft.pos[k - 2] == "PRON" and "".join(draft.low[k - 2 : k + 1]) in verbs.words.tonic:
            draft.tag(k, "ADJ", lemma=draft.low[k], feats="")
            draft.attach(k, k - 2, "amod")
            draft.attach(k - 1, k - 2, "punct")


def mend_adjectives(draft: Draft, verbs: Verbs) -> None:
    """'La police néerlandaise a interpellé …': an adjective behind its noun that was read as the verb.

    Not: 'La police enquête' (a form of a verb).
    """
    for k in range(1, len(draft)):
        low = draft.low[k]
        if draft.pos[k] != "VERB" or draft.pos[k - 1] != "NOUN" or verbs.infinitive(low):
            continue
        verb = next(
            (c for c in draft.children(k) if c > k and draft.pos[c] == "VERB" and draft.finite(c)), None
        )
        if draft.root != k or verb is None or not verbs.adjective(low.removesuffix(verbs.words.feminine)):
            continue
        draft.crown(verb)
        for c in draft.children(k):
            draft.attach(c, verb, draft.dep[c])
        draft.tag(k, "ADJ", lemma=low, feats="")
        draft.head[k], draft.dep[k] = k - 1, "amod"


@asks({"amod", "acl"}, {"VERB"})
def mend_false_participles(draft: Draft, verbs: Verbs) -> None:
    """'Des frappes russes ont visé Kharkiv': an adjective that the tagger takes for a participle.

    Not: 'des soldats armés', 'des mesures prises' (participles).
    """
    for k in range(1, len(draft)):
        low = draft.low[k]
        if draft.pos[k] != "VERB" or draft.dep[k] not in {"amod", "acl"} or draft.pos[k - 1] != "NOUN":
            continue
        if "VerbForm=Part" in draft.feats[k] and not draft.children(k) and verbs.participle(low) is None:
            singular = low.removesuffix(verbs.words.plural)
            if verbs.adjective(low) or verbs.adjective(singular):
                draft.tag(k, "ADJ", lemma=singular, feats="")
                draft.dep[k] = "amod"


@asks("having", {"aux:tense"})
def mend_absolute(draft: Draft, verbs: Verbs) -> None:
    """'…, Téhéran ayant refusé que …': a participle clause with a subject of its own behind a comma.

    Not: 'Le ministre, ayant refusé, …' (a comma parts it from the noun), 'un pays ayant signé l'accord'.
    """
    for i, low in enumerate(draft.low):
        if low not in verbs.words.having or draft.dep[i] != "aux:tense":
            continue
        k = draft.head[i] if draft.head[i] > i else min(i + 1, len(draft) - 1)
        if "VerbForm=Part" not in draft.feats[k]:
            continue
        at = i - 1
        while at > 0 and draft.pos[at] == "PRON":
            at -= 1
        first = at - 1 if at > 0 and draft.pos[at - 1] == "DET" else at
        if at < 1 or draft.pos[at] not in {"NOUN", "PROPN"} or draft.low[first - 1] != ",":
            continue
        if draft.dep[k] not in {"acl", "advcl"} or draft.child(k, "nsubj") not in {None, at}:
            continue
        governor = draft.head[at] if draft.head[k] == at else draft.head[k]
        if governor not in {at, k} and not draft.below(governor, k):
            draft.head[k], draft.dep[k] = governor, "advcl"
            draft.head[at], draft.dep[at] = k, "nsubj"
            draft.head[i] = k


@asks({"CCONJ"}, {"aux:tense"}, {"acl", "amod", "conj"})
def mend_shared_auxiliary(draft: Draft, verbs: Verbs) -> None:
    """'Rome a rejeté l'offre et menacé Bruxelles': a participle behind 'et' shares the auxiliary.

    The parser hangs it, and what follows, on the object before. Not: 'a rejeté l'offre faite et signée'.
    """
    for i, low in enumerate(draft.low):
        noun = draft.head[i]
        if draft.dep[i] not in {"acl", "amod", "conj"} or noun >= i or draft.pos[i - 1] != "CCONJ":
            continue
        verb = draft.head[noun]
        nominal = draft.pos[noun] in {"NOUN", "PROPN"} or "det" in draft.relations(noun)
        told = draft.pos[verb] == "VERB" and "aux:tense" in draft.relations(verb) and verb < noun
        found = verbs.participle(low)
        if not told or not nominal or found is None or draft.relations(noun) & {"acl"} - {draft.dep[i]}:
            continue
        if draft.dep[i] == "conj" and draft.pos[i] != "VERB":
            continue
        draft.tag(i, "VERB", lemma=found[0], feats=f"{found[1]}|Tense=Past|VerbForm=Part")
        draft.attach(i, verb, "conj")
        for c in draft.children(noun):
            if c > i and draft.dep[c] in {"nmod", "obl:mod", "obl:arg", "appos"}:
                draft.attach(c, i, "obl:arg" if draft.has_case(c) else "obj")


def mend_false_auxiliaries(draft: Draft, verbs: Verbs) -> None:
    """'Rome affirme n'avoir mené aucun raid': a full verb before an infinitive is its governor.

    Not: 'a pu avoir mené', whose verb is an auxiliary indeed.
    """
    for i in range(len(draft)):
        k = draft.head[i]
        if draft.pos[i] != "VERB" or not draft.dep[i].startswith("aux") or k <= i:
            continue
        # an infinitive is written like its lemma; the model often leaves its features out
        between = [c for c in draft.children(k) if i < c < k and draft.dep[c].startswith("aux")]
        auxiliary = verbs.auxiliary(draft.low[i])
        if auxiliary is not None or not any(
            "VerbForm=Inf" in draft.feats[c] or draft.low[c] == draft.lemma[c] for c in between
        ):
            continue
        draft.govern(i, k)


def _is_noun(draft: Draft, i: int) -> bool:
    """'l'est' (the east), 'les avoirs', 'deux avions chargés de riz': not an auxiliary."""
    if i and draft.pos[i - 1] in {"DET", "ADP", "NUM"} and draft.pos[i] in {"NOUN", "PROPN", "ADP"}:
        return True
    return i + 1 >= len(draft)


def _participle_after(draft: Draft, verbs: Verbs, i: int) -> tuple[int, int | None, int] | None:
    """Indices of the auxiliary, of 'été' where it stands, and of the participle."""
    been: int | None = None
    for k in range(i + 1, min(i + 2 + _FARTHEST, len(draft))):
        low = draft.low[k]
        if low in verbs.words.been and k + 1 < len(draft):
            been = k
        elif _may_be_participle(draft, verbs, i, k, been=been is not None):
            return i, been, k
        elif not _may_stand_between(draft, verbs, k):
            return None
    return None


def _may_stand_between(draft: Draft, verbs: Verbs, k: int) -> bool:
    """Adverbs, 'a-t-il', and 'lui' between commas."""
    if draft.low[k] == ",":
        return not verbs.words.between.isdisjoint(draft.low[k - 1 : k + 2])
    return draft.pos[k] in _BETWEEN_POS or draft.low[k] in verbs.words.between or _inverted(draft, k)


def _inverted(draft: Draft, k: int) -> bool:
    """'a-t-il déclaré': the pronoun behind the auxiliary."""
    return draft.low[k].startswith("-")


def _may_be_participle(draft: Draft, verbs: Verbs, i: int, k: int, *, been: bool) -> bool:
    if draft.tokens[k].text[0].isupper() or verbs.participle(draft.low[k]) is None:
        return False
    if draft.low[k] in verbs.words.between:
        return False
    if draft.pos[k] == "VERB":
        return not _causative(draft, i, k)
    if draft.pos[k] not in {"NOUN", "ADJ", "X", "PROPN", "ADV"}:
        return False
    auxiliary = verbs.auxiliary(draft.low[i])
    after_etre = auxiliary is not None and auxiliary.lemma in verbs.words.be
    if after_etre and not been:
        return (
            draft.pos[k] == "NOUN"
            or (draft.head[i] == k and draft.dep[i] == "aux:pass")  # 'Vingt captifs seront échangés'
            or reflexive(draft, verbs, i)
            or _has_agent(draft, verbs, k)
            or _moves(draft, verbs, k)
        )
    # 'a peur', 'a vie': nouns that only look like participles keep their tag behind avoir alone.
    return been or draft.pos[k] not in {"NOUN"} or draft.head[i] == k or not verbs.noun(draft.low[k])


def _causative(draft: Draft, i: int, k: int) -> bool:
    """'a fait déborder': the auxiliary hangs under the infinitive, and may."""
    verb = draft.head[i]
    return verb > k and draft.pos[verb] == "VERB" and "VerbForm=Inf" in draft.feats[verb]


def _has_agent(draft: Draft, verbs: Verbs, k: int) -> bool:
    return k + 1 < len(draft) and draft.low[k + 1] in verbs.words.agent


def _moves(draft: Draft, verbs: Verbs, k: int) -> bool:
    verb = verbs.participle(draft.low[k])
    return verb is not None and verb[0] in verbs.words.moving


def _build(draft: Draft, verbs: Verbs, found: tuple[int, int | None, int]) -> None:
    """Tag the participle, hang its auxiliaries under it, and give it the place of the clause's head."""
    i, been, k = found
    verb, agreement = verbs.participle(draft.low[k]) or ("", "")
    auxiliary = verbs.auxiliary(draft.low[i])
    assert auxiliary is not None
    settled = draft.pos[k] == "VERB" and draft.head[i] == k
    passive = been is not None or (auxiliary.lemma in verbs.words.be and not _active(draft, verbs, verb, i))
    if not settled:
        voice = "|Voice=Pass" if passive else ""
        draft.tag(k, "VERB", lemma=verb, feats=f"{agreement}|Tense=Past|VerbForm=Part{voice}")
        _lead(draft, verbs, i, k)
    draft.tag(i, "AUX", lemma=auxiliary.lemma, feats=auxiliary.feats)
    draft.attach(i, k, "aux:tense" if been is not None or not passive else "aux:pass")
    if been is not None:
        draft.tag(been, "AUX", lemma=min(verbs.words.be), feats="Tense=Past|VerbForm=Part")
        draft.attach(been, k, "aux:pass")
    _agree_subject(draft, k, passive=passive)


def _active(draft: Draft, verbs: Verbs, verb: str, i: int) -> bool:
    """Whether être makes a past and no passive: verbs of motion, and reflexives."""
    return verb in verbs.words.moving or reflexive(draft, verbs, i)


def reflexive(draft: Draft, verbs: Verbs, i: int) -> bool:
    """Whether the auxiliary at ``i`` has 'se' before it: 's'est', 's'en est'."""
    before = i - 2 if i and draft.low[i - 1] in verbs.words.clitics else i - 1
    return before >= 0 and draft.low[before] in verbs.words.reflexive


def _agree_subject(draft: Draft, k: int, *, passive: bool) -> None:
    for c in draft.children(k):
        if passive and draft.dep[c] == "nsubj":
            draft.dep[c] = "nsubj:pass"
        elif not passive and draft.dep[c] == "nsubj:pass":
            draft.dep[c] = "nsubj"


def _lead(draft: Draft, verbs: Verbs, i: int, k: int) -> None:
    """Make the participle the head of its clause: what governs the auxiliary governs the participle."""
    if draft.head[i] != k and draft.below(k, i):
        _exchange(draft, i, k)
    else:
        promote(draft, verbs, k, before=i)


def _exchange(draft: Draft, old: int, new: int) -> None:
    """``new`` takes the place of ``old`` above it, and its dependents."""
    draft.head[new] = draft.head[old] if draft.head[old] != old else new
    draft.dep[new] = draft.dep[old]
    for c in draft.children(old):
        if c != new:
            draft.head[c] = new
    draft.head[old], draft.dep[old] = new, "aux:tense"
