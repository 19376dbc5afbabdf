"""Mends of lists: several noun phrases before a verb that are its subject together."""

from __future__ import annotations

from communique.coding.parsing.draft import BORDERS, Draft
from communique.coding.parsing.verbs import Verbs

_NOUNS = frozenset({"NOUN", "PROPN"})
_WITHIN = _NOUNS | {"DET", "ADJ", "ADP", "NUM"}
_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
_LISTED = 3
_DASHES = frozenset({"-", "\u2013", "\u2014", "\u201c", "."})


def mend_listed_subjects(draft: Draft, verbs: Verbs) -> None:
    """'L'Espagne, l'Irlande et la Norvège ont reconnu', 'Le maire, le préfet et un élu ont protesté'.

    What is listed from the start of the clause is its subject together. Not: 'À Oslo, la Suède et la
    Norvège …' (with a preposition), 'Bamako, le ministre et le général ont signé' (a dateline).
    """
    for k in range(2, len(draft)):
        verb, begin = draft.head[k], _start(draft, k)
        if draft.dep[k] not in _SUBJECTS or draft.pos[k] not in _NOUNS or verb < k or begin < _LISTED - 1:
            continue
        behind = [c for c in range(k + 1, verb) if draft.dep[c] == "conj" and draft.below(c, k)]
        closed = draft.low[begin - 1] in verbs.words.joining or any(
            "cc" in draft.relations(c) for c in behind
        )
        if not closed or draft.verb_number(verb) == "Sing":
            continue
        items = _items(draft, verbs, begin)
        if len(items) + 1 + len(behind) < _LISTED or not items or _dateline(draft, items[-1], (*items, k)):
            continue
        first, relation = items[-1], draft.dep[k]
        if draft.below(verb, first):
            continue
        draft.attach(first, verb, relation)
        for other in (*items[:-1], k):
            draft.attach(other, first, "conj")


def _start(draft: Draft, k: int) -> int:
    """The first word of the phrase of noun ``k`` that stands before it."""
    while k and draft.pos[k - 1] in {"DET", "ADJ", "NUM"} and draft.low[k - 1] != ",":
        k -= 1
    return k


def _items(draft: Draft, verbs: Verbs, begin: int) -> list[int]:
    """The heads of the phrases listed before word ``begin``, nearest first; none where no clause begins."""
    heads: list[int] = []
    at = begin
    while at > 1 and (draft.low[at - 1] == "," or (not heads and draft.low[at - 1] in verbs.words.joining)):
        start = at - 1
        while start and draft.pos[start - 1] in _WITHIN and draft.low[start - 1] not in verbs.words.joining:
            start -= 1
        head = next((i for i in range(start, at - 1) if draft.pos[i] in _NOUNS), None)
        if head is None or not _is_item(draft, verbs, start, head):
            break
        heads.append(head)
        at = start
    opens = at == 0 or draft.low[at - 1] in BORDERS | _DASHES | {","}
    return heads if opens else []


def _is_item(draft: Draft, verbs: Verbs, start: int, head: int) -> bool:
    """Whether a phrase may be listed: no preposition before it, no time, no bare noun in the singular."""
    if draft.pos[start] == "ADP" and draft.low[start] not in verbs.words.partitive:
        return False
    bare = draft.pos[head] == "NOUN" and draft.number(head) != "Plur" and start == head
    return (
        not bare and draft.low[head] not in verbs.words.time and draft.low[start] not in verbs.words.relative
    )


def _dateline(draft: Draft, first: int, heads: tuple[int, ...]) -> bool:
    """'Bamako, le ministre et le général ont signé': a name without an article before common nouns."""
    bare = draft.pos[first] == "PROPN" and "det" not in draft.relations(first)
    return bare and any(draft.pos[i] == "NOUN" for i in heads)


def mend_pronoun_joined(draft: Draft, verbs: Verbs) -> None:
    """'Lui et ses hommes ont attaqué', 'Elle et son mari sont accusés': the pronoun is a subject too.

    Not: 'avec lui et ses hommes', 'Elle hésite'.
    """
    for i in range(len(draft) - 2):
        joint = draft.low[i + 1] in verbs.words.joining
        opens = not i or draft.pos[i - 1] == "PUNCT"
        if draft.low[i] not in verbs.words.tonic or not joint or not opens:
            continue
        verb = draft.head[i]
        second = next(
            (c for c in draft.children(verb) if i + 1 < c < verb and draft.dep[c] in _SUBJECTS), None
        )
        if second is not None and draft.dep[i] not in _SUBJECTS and draft.pos[second] in _NOUNS:
            draft.tag(i, "PRON", lemma=draft.low[i], feats="Person=3|PronType=Prs")
            draft.dep[i] = draft.dep[second]
            draft.attach(second, i, "conj")


def mend_joined_articles(draft: Draft, verbs: Verbs) -> None:
    """'Des éleveurs et des bergers se battent': behind 'et' *des* is an article, as before the first noun.

    Not: 'les champs des éleveurs et des bergers' (the first has *des* for a preposition).
    """
    for i, low in enumerate(draft.low):
        noun = draft.head[i]
        if low not in verbs.words.partitive or draft.dep[i] != "case" or draft.dep[noun] != "conj":
            continue
        top = noun
        while draft.dep[top] == "conj" and draft.head[top] != top:
            top = draft.head[top]
        case = draft.child(top, "case")
        words = verbs.words.of | verbs.words.partitive
        owned = case is not None and (draft.low[case] in words or draft.lemma[case] in words)
        if draft.pos[top] in _NOUNS and not owned:
            draft.tag(i, "DET", lemma=low, feats="Definite=Ind|Number=Plur|PronType=Art")
            draft.dep[i] = "det"
