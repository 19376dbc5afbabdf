"""Mends of finite verbs: forms that were tagged as nouns, or that hang under one."""

from __future__ import annotations

from communique.coding.parsing.asked import asks
from communique.coding.parsing.draft import BORDERS, NOMINAL, Draft
from communique.coding.parsing.promotion import promote, take_over
from communique.coding.parsing.verbs import Verbs

_NOT_BEFORE = frozenset({"DET", "ADP", "NUM"})
_MAIN = frozenset({"VERB", "AUX"})


@asks({"VERB"})
def mend_present(draft: Draft, verbs: Verbs) -> None:
    """'Cette annonce fait suite au sommet', 'écrit le journal': a present that looks like a participle.

    Also 'nous contrôlons', which the tagger leaves without a mood.
    Not: 'un homme dit dangereux', 'la lettre a été écrite'.
    """
    for k, pos in enumerate(draft.pos):
        if pos != "VERB" or (
            "VerbForm" in draft.feats[k] and "Tense=Past|VerbForm=Part" not in draft.feats[k]
        ):
            continue
        relations = draft.relations(k)
        found = verbs.finite(draft.low[k])
        if any(r.startswith(("aux", "cop")) for r in relations):
            continue
        if found is not None and ("nsubj" in relations or _told(draft, verbs, k)):
            draft.feats[k] = found[1]
        elif "VerbForm" not in draft.feats[k] and "nsubj" in relations:
            draft.feats[k] = "Mood=Ind|VerbForm=Fin"


def mend_tense(draft: Draft, verbs: Verbs) -> None:
    """'Le Tchad accueille des réfugiés': a form without a future's ending is no future, and one with it is.

    So are conditionals: 'ne participerait pas'. Not: 'Le Tchad opéra une volte-face' (the ending of a past).
    """
    endings = tuple(verbs.words.future)
    for k, feats in enumerate(draft.feats):
        if "Tense=Fut" not in feats and "VerbForm=Fin" not in feats:
            continue
        future = draft.low[k].endswith(endings)
        if "Tense=Fut" in feats and not future:
            draft.feats[k] = feats.replace("Tense=Fut", "Tense=Pres")
        elif draft.pos[k] == "VERB" and "VerbForm=Fin" in feats:
            found = verbs.finite(draft.low[k])
            if found is None:
                continue
            later = future and "Tense=Fut" not in feats and "Tense=Fut" in found[1]
            conditional = "Mood=Ind" in feats and "Mood=Cnd" in found[1]
            if later or (conditional and _built_on(draft.low[k], found[0])):
                draft.feats[k] = found[1]


def _built_on(low: str, infinitive: str) -> bool:
    """Whether a form is built on a future's stem: *soutiendrait*; not *offrait* of *offrir*, *distrait*."""
    stem = infinitive[:-2]
    return low[: low.rfind("r") + 1] != stem and low[:-1] != stem


@asks({"CCONJ"}, {"NOUN"})
def mend_joined_present(draft: Draft, verbs: Verbs) -> None:
    """'réclame une hausse et menace de reprendre la grève': behind 'et', no bare noun is followed by a verb.

    Nor by an article or a name and an infinitive: 'dément et somme le régime de céder'.
    Not: 'une plainte et une menace de reprendre' (an article), 'colère et menace de grève' (a noun follows).
    """
    for k in range(2, len(draft) - 2):
        joint = draft.pos[k] == "NOUN" and draft.pos[k - 1] == "CCONJ"
        found = verbs.finite(draft.low[k]) if joint else None
        if found is None or "Number=Plur" in found[1]:
            continue
        behind = _is_infinitive(draft, k + 1)
        noun, infinitive = _urged(draft, k)
        before = next((v for v in range(k - 1, -1, -1) if draft.pos[v] == "VERB" and draft.finite(v)), None)
        if before is None or not (behind or noun):
            continue
        draft.tag(k, "VERB", lemma=found[0], feats=found[1])
        _set_beside(draft, k, before)
        if noun:
            draft.attach(noun, k, "obj")
        draft.attach(k + 2 if behind else infinitive, k, "xcomp")
        draft.attach(k - 1, k, "cc")


def _set_beside(draft: Draft, k: int, before: int) -> None:
    """Join verb ``k`` to the finite verb before it, also where that one was hung below."""
    top = draft.root
    if before != top and draft.below(before, top) and not draft.finite(top) and top > k:
        draft.crown(before)
        for c in draft.children(top):
            if c < before and draft.dep[c] in {"nsubj", "nsubj:pass"}:
                draft.attach(c, before, "nsubj")
        draft.dep[top] = "xcomp"
    draft.attach(k, before, "conj")


def _is_infinitive(draft: Draft, k: int) -> bool:
    """Whether a small word and an infinitive begin at ``k``: 'de reprendre'."""
    marked = draft.pos[k] in {"ADP", "SCONJ"} if k + 1 < len(draft) else False
    return marked and "VerbForm=Inf" in draft.feats[k + 1]


def _urged(draft: Draft, k: int) -> tuple[int, int]:
    """'somme le régime de céder': whom the word at ``k`` asks for what; zeros for nobody."""
    at = k + 2 if draft.pos[k + 1] == "DET" else k + 1
    if draft.pos[at] not in {"NOUN", "PROPN"} or (at == k + 1 and draft.pos[at] != "PROPN"):
        return 0, 0
    end = at + 1
    while end < len(draft) and draft.pos[end] in {"ADJ", "PROPN"}:
        end += 1
    return (at, end + 1) if _is_infinitive(draft, end) else (0, 0)


@asks({"ADV"})
def mend_adverbs(draft: Draft, verbs: Verbs) -> None:
    """'La préfecture dément.': a finite form with an adverb's ending is the verb of what has none.

    Also 'La préfecture dément : les secours ne pouvaient passer', where another clause follows.
    Not: 'La préfecture agit lentement' (an adverb that the tables list).
    """
    for k in range(1, len(draft)):
        if draft.pos[k] != "ADV" or verbs.adverb(draft.low[k]) or draft.pos[k - 1] not in NOMINAL:
            continue
        found = verbs.finite(draft.low[k])
        spoken = any(draft.finite(i) for i in range(k) if draft.pos[i] in _MAIN)
        if found is not None and not spoken and not _opened(draft, verbs, k):
            draft.tag(k, "VERB", lemma=found[0], feats=found[1])
            noun = draft.head[k]
            if draft.low[k + 1 : k + 2] == [":"] and noun < k:
                draft.crown(k)
                draft.head[noun], draft.dep[noun] = k, "nsubj"


def _told(draft: Draft, verbs: Verbs, k: int) -> bool:
    """'…», écrit le journal': a verb of saying behind the words."""
    return (
        k > 0 and draft.lemma[k] in verbs.words.saying and draft.low[k - 1] in {",", "\u00bb", '"', "\u201d"}
    )


def mend_finite(draft: Draft, verbs: Verbs) -> None:
    """'Bruxelles menace Varsovie de sanctions': the one form that can be finite governs the sentence.

    Also where the finite verb hangs under a noun: 'Son frère, autre figure du groupe, a été blessé'.
    Not: 'Menace de sanctions contre Varsovie', 'Un accord qui inquiète Paris'.
    """
    if len(draft) < 3 or draft.finite(draft.root) or "VerbForm=Inf" in draft.feats[draft.root]:
        return
    k = next((k for k in range(1, len(draft)) if _may_be_finite(draft, verbs, k)), None)
    if k is None:
        return
    verb = k
    if draft.dep[k] == "cop" or draft.dep[k].startswith("aux"):
        verb = draft.head[k]
    elif draft.pos[k] != "VERB" or "VerbForm=Fin" not in draft.feats[k]:
        lemma, feats = verbs.finite(draft.low[k]) or ("", "")
        draft.tag(k, "VERB", lemma=lemma, feats=feats)
        if _is_infinitive(draft, k + 1):
            draft.attach(k + 2, k, "xcomp")
    promote(draft, verbs, verb, before=k)
    if draft.root != verb:
        take_over(draft, verbs, verb, before=k)


def _may_be_finite(draft: Draft, verbs: Verbs, k: int) -> bool:
    """A finite form behind a noun phrase and before what no noun has after it."""
    if draft.dep[k] == "cop" or draft.dep[k].startswith("aux"):
        return _heads_clause(draft, verbs, k)
    found = verbs.finite(draft.low[k])
    tagged = draft.pos[k] == "VERB" and "VerbForm=Fin" in draft.feats[k]
    if (
        draft.pos[k] == "AUX"
        or not (found or tagged)
        or not draft.tokens[k].text[0].islower()
        or _opened(draft, verbs, k)
    ):
        return False
    before = draft.pos[k - 1]
    if before in _NOT_BEFORE or draft.dep[k] in {"acl:relcl", "case", "det"}:
        return False
    if draft.pos[k] == "VERB":
        sure = tagged or verbs.participle(draft.low[k]) is None
        return sure and before in NOMINAL | {"ADJ", "ADV", "PUNCT", "PRON"}
    if _after_relative(draft, verbs, k) or _subject_without_copula(draft, k):
        return True
    behind = before in {"PROPN", "NOUN", "ADJ"} or _after_insertion(draft, k)
    if not behind or (k == 1 and not _name_like(draft, 0)):
        return False
    if (
        before != "PROPN"
        and verbs.noun(draft.low[k])
        and k > 1
        and draft.pos[k + 1 if k + 1 < len(draft) else k] == "PROPN"
    ):
        return False
    return _object_follows(draft, verbs, k) and _has_subject(
        draft, verbs, k, plural=found is not None and "Number=Plur" in found[1]
    )


def _heads_clause(draft: Draft, verbs: Verbs, k: int) -> bool:
    """Whether the auxiliary or copula at ``k`` belongs to a clause that nothing opens."""
    verb = draft.head[k]
    if verb < k or "VerbForm=Fin" not in draft.feats[k] or draft.dep[verb] == "acl:relcl":
        return False
    return "mark" not in draft.relations(verb) and not _opened(draft, verbs, k)


def _subject_without_copula(draft: Draft, k: int) -> bool:
    """'L'Iran, cible de sanctions, menace de partir': a noun with a subject and no copula is a verb."""
    relations = draft.relations(k)
    return (
        draft.dep[k] == "ROOT" and "nsubj" in relations and not relations & {"det", "cop", "case", "nummod"}
    )


def _after_relative(draft: Draft, verbs: Verbs, k: int) -> bool:
    """'La Russie, qui soutient Damas, tente de convaincre Paris': behind an inserted clause."""
    if (
        draft.low[k - 1] != ","
        or draft.pos[k] != "NOUN"
        or (draft.children(k)[:1] and draft.children(k)[0] < k)
    ):
        return False
    opener = next((i for i in range(1, k) if draft.low[i] in verbs.words.relative), None)
    return (
        opener is not None
        and draft.low[opener - 1] == ","
        and draft.first(draft.root) == 0
        and draft.root < opener
    )


def _after_insertion(draft: Draft, k: int) -> bool:
    """'Un chef du Hezbollah, Ali Fadel, menace désormais Israël': a bare noun behind a name set off."""
    commas = [i for i in range(1, k) if draft.low[i] == ","]
    if draft.pos[k] != "NOUN" or len(commas) != 2 or commas[1] != k - 1 or commas[1] == commas[0] + 1:
        return False
    if draft.pos[commas[0] - 1] not in {"NOUN", "PROPN", "ADJ"} or "ROOT" not in draft.dep[: commas[0]]:
        return False
    return all(draft.pos[i] in {"PROPN", "X"} for i in range(commas[0] + 1, commas[1]))


def _name_like(draft: Draft, i: int) -> bool:
    """'Bruxelles': a capital, and no common noun in the plural or with an article."""
    return draft.tokens[i].text[0].isupper() and draft.pos[i] in {"PROPN", "NOUN"}


def _object_follows(draft: Draft, verbs: Verbs, k: int) -> bool:
    """Whether a determiner, a name or a number comes next: nouns are followed by none of them."""
    nxt = k + 2 if k + 1 < len(draft) and draft.pos[k + 1] == "ADV" else k + 1
    if nxt >= len(draft):
        return False
    word = draft.tokens[nxt]
    if "VerbForm=Inf" in draft.feats[nxt] or _is_infinitive(draft, nxt):
        return True  # 'dément avoir fermé', 'L'armée menace de riposter'
    return (
        draft.pos[nxt] in {"DET", "NUM"}
        or (word.text[0].isupper() and word.text[0].isalpha())
        or (draft.pos[nxt] == "ADP" and draft.low[nxt] in verbs.words.partitive)
    )


def _has_subject(draft: Draft, verbs: Verbs, k: int, *, plural: bool) -> bool:
    """Whether a noun phrase without a preposition begins the stretch before ``k`` and agrees with it."""
    start = max((i + 1 for i in range(k) if draft.low[i] in BORDERS), default=0)
    heads = [i for i in range(start, k) if draft.pos[i] in {"NOUN", "PROPN"}]
    if not heads or any(
        draft.pos[i] in {"VERB", "AUX"} and "VerbForm=Fin" in draft.feats[i] for i in range(start, k)
    ):
        return False
    if draft.pos[start] == "ADP":
        return False
    if plural:
        return "Number=Plur" in draft.feats[heads[0]] or not verbs.words.joining.isdisjoint(
            draft.low[start:k]
        )
    return "Number=Plur" not in draft.feats[heads[0]] or (heads[0] == start and _name_like(draft, start))


def _opened(draft: Draft, verbs: Verbs, k: int) -> bool:
    """Whether a relative pronoun or a conjunction before ``k`` still waits for its verb."""
    for i in range(k - 1, -1, -1):
        if draft.pos[i] in {"VERB", "AUX"} and "VerbForm=Fin" in draft.feats[i]:
            return False
        if draft.low[i] in verbs.words.relative or draft.pos[i] == "SCONJ":
            return True
    return False


def mend_forms(draft: Draft, verbs: Verbs) -> None:
    """Lemmas of verbs that the tables got wrong ('réclame'), moods that the tagger lost ('auraient').

    Not: nouns, and infinitives that the tables list.
    """
    for i, pos in enumerate(draft.pos):
        if pos not in _MAIN:
            continue
        low = draft.low[i]
        auxiliary = verbs.auxiliary(low)
        if auxiliary is not None:
            if "VerbForm=Fin" in auxiliary.feats and auxiliary.feats != draft.feats[i]:
                draft.feats[i] = auxiliary.feats
            draft.lemma[i] = auxiliary.lemma
            continue
        if "VerbForm=Part" in draft.feats[i] and (found := verbs.participle(low)):
            draft.lemma[i] = found[0]
        elif (verb := verbs.infinitive(low)) and pos == "VERB" and "VerbForm=Inf" not in draft.feats[i]:
            draft.lemma[i] = verb
