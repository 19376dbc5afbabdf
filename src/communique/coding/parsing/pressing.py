"""Mends of verbs of urging that look like nouns: *L'Union africaine presse Khartoum d'accepter*."""

from __future__ import annotations

from communique.coding.parsing.asked import asks
from communique.coding.parsing.draft import Draft
from communique.coding.parsing.verbs import Verbs

_NAMED = frozenset({"NOUN", "PROPN", "ADJ", "X"})
_OBJECTS = frozenset({"NOUN", "PROPN", "PRON"})
_REACH = 9  # words behind the verb within which its infinitive stands
_PLAIN = frozenset({"amod", "nmod", "dep", "appos", "flat:name"})


@asks("pressing")
def mend_pressing(draft: Draft, verbs: Verbs) -> None:
    """'L'Union africaine presse Khartoum d'accepter': between a subject and whom it urges stands the verb.

    Not: 'L'agence de presse refuse de publier', 'La somme permet de payer' (a noun with its preposition
    or its article).
    """
    for i in range(1, len(draft) - 2):
        if draft.low[i] not in verbs.words.pressing or draft.relations(i) & {"det", "case"}:
            continue
        k = _urged(draft, verbs, i)
        if k is None or draft.pos[i - 1] not in _NAMED or draft.has_case(i - 1):
            continue
        found = verbs.finite(draft.low[i])
        subject = _subject(draft, i)
        if found is None or subject is None:
            continue
        if draft.pos[i] != "VERB":
            draft.tag(i, "VERB", lemma=verbs.infinitive(draft.low[i]), feats=f"{found[1]}|VerbForm=Fin")
            _raise(draft, i, subject, k)
        _take_object(draft, i, k)


@asks("put_into")
def mend_warned(draft: Draft, verbs: Verbs) -> None:
    """'Bruxelles met en demeure Varsovie de plier': who is warned is the object, no part of the phrase.

    Not: 'La mise en garde de Moscou' (a preposition), 'a mis en garde lundi' (nobody).
    """
    for i in range(2, len(draft) - 1):
        verb, named = draft.head[i], i + 1
        if draft.low[i] not in verbs.words.put_into or draft.pos[verb] != "VERB" or verb > i:
            continue
        if draft.head[named] != i or draft.dep[named] not in _PLAIN or draft.has_case(named):
            continue
        if _capital(draft, named) and draft.child(verb, "obj") is None:
            if draft.pos[named] not in _OBJECTS:
                draft.tag(named, "PROPN", lemma=draft.tokens[named].text, feats="")
            draft.attach(named, verb, "obj")


def _urged(draft: Draft, verbs: Verbs, i: int) -> int | None:
    """The infinitive with 'de' behind the one who is urged, who stands right behind ``i``."""
    begins = draft.pos[i + 1] == "DET" or draft.tokens[i + 1].text[0].isupper()
    if not begins:
        return None
    for k in range(i + 2, min(len(draft), i + _REACH)):
        if draft.pos[k] == "PUNCT" or (draft.pos[k] == "VERB" and draft.finite(k)):
            return None
        marked = any(draft.low[c] in verbs.words.of for c in draft.children(k) if i < c < k)
        if draft.pos[k] == "VERB" and draft.low[k] == draft.lemma[k] and marked:
            return k
    return None


def _subject(draft: Draft, i: int) -> int | None:
    """The head of the phrase before ``i``; None where a preposition brings it in."""
    at = i - 1
    while draft.head[at] < at and draft.pos[draft.head[at]] in _NAMED:
        at = draft.head[at]
    return None if draft.has_case(at) else at


def _raise(draft: Draft, i: int, subject: int, k: int) -> None:
    """Verb ``i`` takes the place of its subject, or of the infinitive, whichever stood above."""
    top = subject if draft.below(k, subject) else k
    draft.take_place(i, top)
    draft.head[k], draft.dep[k] = i, "xcomp"
    draft.head[subject], draft.dep[subject] = i, "nsubj"
    for c in (*draft.children(subject), *draft.children(k)):
        outside = (c > i and draft.head[c] == subject) or (c < i and draft.head[c] == k)
        if outside:
            draft.attach(c, i, draft.dep[c])


def _take_object(draft: Draft, i: int, k: int) -> None:
    """The one who is urged is the object: a name read as an adjective, the first noun behind the verb."""
    first = next((c for c in range(i + 1, k) if draft.pos[c] in _OBJECTS or _capital(draft, c)), None)
    if first is None or draft.child(i, "obj") is not None or draft.has_case(first):
        return
    if _capital(draft, first) and draft.pos[first] not in _OBJECTS:
        draft.tag(first, "PROPN", lemma=draft.tokens[first].text, feats="")
    if draft.dep[first] in _PLAIN or draft.head[first] in {i, k}:
        draft.attach(first, i, "obj")


def _capital(draft: Draft, i: int) -> bool:
    """Whether a word begins with a capital."""
    return draft.tokens[i].text[:1].isupper()
