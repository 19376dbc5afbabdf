"""Asides that stand inside a verb are parsed apart: *a, selon l'armée, tué trois soldats*.

The model was trained on few of them, and takes the participle for a word of the aside. It is shown the
sentence without them, and the aside by itself; both trees are then put together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from communique.coding.parsing.verbs import Verbs
from communique.syntax import Token

WORD = re.compile(r"\w+'|[\w-]+|[^\w\s]")
LONGEST = 16  # words of an aside
ADVERBIAL = 8  # words of a time or a place between a verb and an aside
SOURCE = 9  # words from an auxiliary to its participle behind a source
BETWEEN = 3  # words that may stand between an auxiliary and its aside, or the aside and the participle


class Aside(NamedTuple):
    """A stretch of a text that is parsed apart: all of it, and the words without the commas around them."""

    start: int
    end: int
    first: int
    last: int


class _Word(NamedTuple):
    start: int
    end: int
    low: str


def find_asides(text: str, verbs: Verbs) -> tuple[Aside, ...]:
    """The asides inside verbs, in order; ``text`` has plain blanks and straight apostrophes.

    *ont été, d'après la police, arrêtés*; *pourrait, à l'en croire, partir*; *a quant à lui refusé*. Not:
    *Il a, elle aussi, faim* (no participle follows), *a dit que, mardi, …* (no auxiliary before).
    """
    words = [_Word(m.start(), m.end(), m[0].lower()) for m in WORD.finditer(text)]
    found: list[Aside] = []
    for k, word in enumerate(words):
        if found and word.start < found[-1].end:
            continue
        resuming = _resuming(word.low, verbs)
        if resuming is None:
            continue
        aside = (
            _between_commas(words, k, resuming, verbs)
            or _before_complement(words, k, resuming, verbs)
            or _phrase(words, k, resuming, verbs)
            or _source(words, k, resuming, verbs)
        )
        if aside is not None:
            found.append(aside)
    return tuple(found)


def without(text: str, asides: Sequence[Aside]) -> str:
    """``text`` without its asides, and without one of the two blanks around each."""
    kept, done = [], 0
    for start, end in _cuts(text, asides):
        kept.append(text[done:start])
        done = end
    return "".join((*kept, text[done:]))


def in_place(tokens: Iterable[Token], text: str, asides: Sequence[Aside], shift: int) -> tuple[Token, ...]:
    """Tokens of the text without its asides, with their offsets in ``text``, which begins at ``shift``."""
    cuts = _cuts(text, asides)

    def place(offset: int) -> int:
        for start, end in cuts:
            if offset < start:
                break
            offset += end - start
        return offset

    return tuple(replace(t, start=shift + place(t.start), end=shift + place(t.end - 1) + 1) for t in tokens)


def _cuts(text: str, asides: Sequence[Aside]) -> tuple[tuple[int, int], ...]:
    """What is taken out for each aside: its words with the commas, and the blank before them."""
    return tuple((a.start - (text[a.start - 1 : a.start] == " "), a.end) for a in asides)


def put_back(
    sentences: Sequence[tuple[Token, ...]], asides: Sequence[tuple[Sequence[Token], Sequence[Token]]]
) -> Iterator[tuple[Token, ...]]:
    """The sentences with each aside in its place: the words of its tree, and its commas, by offset.

    An aside hangs on the verb that it interrupts.
    """
    for sentence in sentences:
        inner = [
            (words, marks)
            for words, marks in asides
            if sentence[0].start < words[0].start < sentence[-1].start
        ]
        yield _joined(sentence, inner) if inner else sentence


def _joined(
    sentence: tuple[Token, ...], asides: Sequence[tuple[Sequence[Token], Sequence[Token]]]
) -> tuple[Token, ...]:
    governors = {t.start: sentence[t.head].start for t in sentence}
    relations: dict[int, str] = {}
    more: list[Token] = []
    for words, marks in asides:
        verb = _interrupted(sentence, words)
        for token in words:
            governors[token.start] = words[token.head].start
        roots = [t for t in words if t.head == t.i]
        governors[roots[0].start] = verb.start
        relations[roots[0].start] = "advmod" if roots[0].pos == "ADV" else "obl:mod"
        for token in roots[1:]:
            governors[token.start], relations[token.start] = roots[0].start, "dep"
        for mark in marks:
            governors[mark.start] = verb.start
        more.extend((*words, *marks))
    ordered = sorted((*sentence, *more), key=lambda t: t.start)
    index = {t.start: i for i, t in enumerate(ordered)}
    return tuple(
        t.placed(i, index[governors[t.start]], relations.get(t.start, t.dep)) for i, t in enumerate(ordered)
    )


def _interrupted(sentence: tuple[Token, ...], aside: Sequence[Token]) -> Token:
    """The verb that an aside interrupts: that of the words before it, behind an auxiliary that after it."""
    before = max((t for t in sentence if t.start < aside[0].start), key=lambda t: t.start)
    verb = _verb_of(sentence, before)
    if verb.pos == "VERB" and verb.start < aside[0].start:
        return verb
    return _verb_of(sentence, next(t for t in sentence if t.start > aside[-1].start))


def _verb_of(sentence: tuple[Token, ...], token: Token) -> Token:
    """The verb that a word belongs to: itself, or the nearest one above it."""
    while token.pos != "VERB" and token.head != token.i:
        token = sentence[token.head]
    return token


def _resuming(low: str, verbs: Verbs) -> str | None:
    """What goes on after the aside that stands behind a word: its participle, or its infinitive."""
    if verbs.auxiliary(low) is not None:
        return "participle"
    return "infinitive" if low in verbs.words.modal else None


def _between_commas(words: Sequence[_Word], k: int, resuming: str, verbs: Verbs) -> Aside | None:
    """An aside with its commas after auxiliary ``k``."""
    at = k + 1
    while at < len(words) and at <= k + BETWEEN and _adverb(words[at].low, verbs):
        at += 1
    if at + 2 >= len(words) or words[at].low != ",":
        return None
    for close in range(at + 2, min(at + LONGEST + 2, len(words) - 1)):
        low = words[close].low
        if low == "," and _resumes(words, close + 1, resuming, verbs):
            return Aside(words[at].start, words[close].end, words[at + 1].start, words[close - 1].end)
        if not low[0].isalnum() and low not in (",", "'", "-"):
            return None
    return None


def _before_complement(words: Sequence[_Word], k: int, resuming: str, verbs: Verbs) -> Aside | None:
    """An aside between a verb with auxiliary ``k`` and what completes it: *a accusé, lundi, la Russie*.

    Not: *a volé, battu, tué des gens*, *a été tué, dont on sait le nom, la nuit*.
    """
    at = _resumed(words, k + 1, resuming, verbs)
    at = None if at is None else _past_adverbial(words, at, verbs)
    if at is None or at + 3 >= len(words) or words[at + 1].low != ",":
        return None
    first = words[at + 2].low
    known = (verbs.words.joining, verbs.words.relative, verbs.words.opening)
    if any(first in words for words in known) or verbs.participle(first):
        return None
    for close in range(at + 3, min(at + LONGEST + 3, len(words) - 1)):
        low = words[close].low
        if low == "," and _completes(words[close + 1].low, verbs):
            return Aside(words[at + 1].start, words[close].end, words[at + 2].start, words[close - 1].end)
        if (not low[0].isalnum() and low not in (",", "'", "-")) or verbs.auxiliary(low) is not None:
            return None
    return None


def _past_adverbial(words: Sequence[_Word], at: int, verbs: Verbs) -> int:
    """The last word before the comma behind a verb: *a reçu lundi soir à Genève, …*, or the verb's own.

    Only where a time or a place stands there, and no object.
    """
    following = words[at + 1].low if at + 1 < len(words) else ""
    if following not in verbs.words.time and following not in verbs.words.whereabouts:
        return at
    for j in range(at + 1, min(at + ADVERBIAL, len(words) - 1)):
        if words[j + 1].low == ",":
            return j
        if not words[j + 1].low[0].isalnum() and words[j + 1].low not in ("'", "-"):
            return at
    return at


def _phrase(words: Sequence[_Word], k: int, resuming: str, verbs: Verbs) -> Aside | None:
    """A set phrase without commas after auxiliary ``k``: *a pour sa part refusé*, *n'a pas non plus cédé*."""
    at = k + 1
    while at < len(words) and at <= k + BETWEEN:
        for parts in verbs.asides.get(words[at].low, ()):
            inner = words[at : at + len(parts)]
            if [w.low for w in inner] == parts and _resumes(words, at + len(parts), resuming, verbs):
                return Aside(inner[0].start, inner[-1].end, inner[0].start, inner[-1].end)
        if not _adverb(words[at].low, verbs):
            return None
        at += 1
    return None


def _source(words: Sequence[_Word], k: int, resuming: str, verbs: Verbs) -> Aside | None:
    """A source without commas after auxiliary ``k``: *ont selon l'armée tué*.

    Not: *est selon les experts un homme tué* (an article), *a selon l'armée, mardi, tué*.
    """
    at = k + 1
    while at < min(len(words), k + BETWEEN) and _adverb(words[at].low, verbs):
        at += 1
    if at >= len(words) or words[at].low not in verbs.words.sources:
        return None
    for close in range(at + 2, min(at + SOURCE, len(words))):
        low = words[close].low
        if _resumes(words, close, resuming, verbs):
            return Aside(words[at].start, words[close - 1].end, words[at].start, words[close - 1].end)
        if not low[0].isalnum() and low not in ("'", "-"):
            return None
    return None


def _resumes(words: Sequence[_Word], at: int, resuming: str, verbs: Verbs) -> bool:
    """Whether the verb goes on at a word, adverbs before it left aside."""
    return _resumed(words, at, resuming, verbs) is not None


def _resumed(words: Sequence[_Word], at: int, resuming: str, verbs: Verbs) -> int | None:
    """The participle or infinitive with which a verb goes on at a word, adverbs before it left aside."""
    for number, word in enumerate(words[at : at + BETWEEN], start=at):
        if resuming == "participle" and verbs.participle(word.low) and word.low not in verbs.words.been:
            return number
        if resuming == "infinitive" and _infinitive(word.low, verbs):
            return number
        if not _adverb(word.low, verbs):
            return None
    return None


def _completes(low: str, verbs: Verbs) -> bool:
    """Whether a word may begin the object or the infinitive of a verb."""
    return low in verbs.words.completing or low.isdigit() or _infinitive(low, verbs)


def _infinitive(low: str, verbs: Verbs) -> bool:
    return low in verbs.words.auxiliaries or verbs.infinitive(low) == low


def _adverb(low: str, verbs: Verbs) -> bool:
    return low in verbs.words.been or low in verbs.words.negation or verbs.adverb(low)
