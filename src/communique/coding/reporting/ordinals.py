"""Ranks claimed of an act: *sa troisième frappe depuis mai*, *pour la deuxième fois en quelques jours*.

Source: codebook, 'Ordinals and sums'.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from communique.candidates import Judged
from communique.coding.reporting.numbers import value_of
from communique.coding.reporting.scene import Scene
from communique.languages.quantities import Quantities
from communique.model import Ordinal, TimeExpression, Unknown
from communique.syntax import Sentence, Token

AFTER = 60  # characters behind a rank in which its series may be bounded
NONE_TOLD = "none is told"


def ordinal_of(token: Token, quantities: Quantities) -> int | None:
    """The rank that one word writes (*troisième*, *3e*); None when it writes none."""
    low = token.low
    single = low.removesuffix("s")
    for word, value in quantities.ordinals:
        if word in (low, single):
            return value
    match = re.fullmatch(r"(\d{1,3})(\D{1,3})", low)
    return int(match[1]) if match and match[2] in quantities.ordinal_suffixes else None


class Claim(NamedTuple):
    """A rank, and the first and last word of what claims it."""

    rank: int
    first: Token
    last: Token


def ordinal_claimed(judged: Judged, sentence: Sentence, scene: Scene) -> Ordinal | Unknown:
    """The rank that the sentence claims for an act, with the bounds of its series."""
    for claim in _claims(judged, sentence, scene):
        bounds = _bounds(sentence, claim.last, scene)
        span = scene.article.span(claim.first.start, max(bounds.end, claim.last.end))
        return Ordinal(claim.rank, bounds.since, bounds.within, span)
    return Unknown("none is claimed")


def _claims(judged: Judged, sentence: Sentence, scene: Scene) -> Iterator[Claim]:
    """The ranks claimed of an act, those at its own noun first."""
    words = judged.candidate.trigger.words
    verb = scene.reader.verb_above(sentence, judged.candidate.trigger.word)
    clause = set(scene.reader.clause(sentence, verb.i)) if verb else set()
    for word in words:
        yield from _at_noun(word, words, sentence, scene.quantities)
    above = {t.i for t in sentence.ancestors(judged.candidate.trigger.word)}
    reach = (
        clause | above if _is_told(judged, sentence) else set(sentence.subtree(judged.candidate.trigger.word))
    )
    yield from _times(reach, sentence, scene.quantities)
    if judged.candidate.trigger.is_verb:
        yield from _apposed(clause, sentence, scene.quantities)


def _is_told(judged: Judged, sentence: Sentence) -> bool:
    """Whether the clause tells the act itself, and not a noun inside it: *… sur fond d'un renforcement*."""
    trigger = judged.candidate.trigger
    own = sentence.tokens[trigger.word]
    return trigger.is_verb or trigger.verb is not None or own.dep.lower().startswith(("nsubj", "root"))


def _at_noun(word: int, words: Sequence[int], sentence: Sentence, quantities: Quantities) -> Iterator[Claim]:
    """*la troisième frappe*, *une deuxième nuit de manifestations*, *le neuvième round de pourparlers*."""
    noun = sentence.tokens[word]
    over = sentence.head(word)
    tops = [noun]
    if over is not None and over.lemma.lower() in quantities.rounds and noun.dep.startswith(("nmod", "obl")):
        tops.append(over)
    for top in tops:
        if top.low in quantities.not_events or top.lemma.lower() in quantities.not_events:
            continue
        for child in sentence.children(top.i):
            rank = ordinal_of(child, quantities)
            if rank and child.i < top.i and child.i not in words and not _points(top, sentence):
                yield Claim(rank, child, noun if noun.i > top.i else top)


def _points(noun: Token, sentence: Sentence) -> bool:
    """*ce premier échange* points to an act told before, and claims no rank."""
    return any(c.feature("PronType") == "Dem" and c.i < noun.i for c in sentence.children(noun.i))


def _times(inside: set[int], sentence: Sentence, quantities: Quantities) -> Iterator[Claim]:
    """*pour la deuxième fois*, *c'est la troisième fois que*, *à trois reprises* in the act's clause."""
    for token in sentence.tokens[1:]:
        if token.i not in inside and token.head not in inside:
            continue
        before = sentence.tokens[token.i - 1]
        if token.low in quantities.times:
            rank = ordinal_of(before, quantities)
            if rank:
                yield Claim(rank, before, token)
        elif token.low in quantities.repeats:
            count = value_of((before,), quantities)
            if count and count > 1:
                yield Claim(int(count), before, token)


def _apposed(inside: set[int], sentence: Sentence, quantities: Quantities) -> Iterator[Claim]:
    """*a tiré un missile, son septième essai cette année*: a rank in apposition, with a possessive."""
    for token in sentence.tokens[2:]:
        owner = sentence.tokens[token.i - 2]
        opened = token.i > 2 and sentence.tokens[token.i - 3].text == ","
        if not opened or owner.feature("Poss") != "Yes" or token.pos != "NOUN":
            continue
        rank = ordinal_of(sentence.tokens[token.i - 1], quantities)
        if rank and token.head in inside and token.low not in quantities.not_events:
            yield Claim(rank, sentence.tokens[token.i - 1], token)


class Bounds(NamedTuple):
    """Since when, or within what time, the claimed series runs, and where the words end."""

    since: date | Unknown
    within: str | Unknown
    end: int


def _bounds(sentence: Sentence, last: Token, scene: Scene) -> Bounds:
    """*depuis le 18 mai*, *en quelques jours*, *cette année* behind the claim, no verb between."""
    for time in _times_after(sentence, last, scene):
        opening = sentence.at(time.span.start)
        if opening is None:
            continue
        before = sentence.tokens[opening.i - 1] if opening.i else opening
        words = {opening.low, before.low}
        if words & scene.quantities.since:
            return Bounds(time.begin, Unknown(NONE_TOLD), time.span.end)
        told = words & scene.quantities.within and time.type == "DURATION"
        if told or opening.low in scene.quantities.this:
            return Bounds(Unknown(NONE_TOLD), time.span.text, time.span.end)
    return Bounds(Unknown(NONE_TOLD), Unknown(NONE_TOLD), last.end)


def _times_after(sentence: Sentence, last: Token, scene: Scene) -> Iterator[TimeExpression]:
    """The time expressions a few words behind a claim, before the next finite verb."""
    for time in scene.times:
        token = sentence.at(time.span.start)
        if token is None or not last.end <= time.span.start <= last.end + AFTER:
            continue
        between = sentence.tokens[last.i + 1 : token.i]
        if not any(t.pos in ("VERB", "AUX", "PUNCT") and t.text != "-" for t in between):
            yield time
