"""Frames met on the tree: candidate reports with their roles, before any judgement.

A frame (:mod:`communique.languages.frames`) names a trigger and the slots that fill its roles; this
stage finds the triggers in the sentences and the words that fill the slots. Whether the act was a
deed, a plan or a denial is judged afterwards.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from communique.candidates import Candidate, NearMiss
from communique.clauses import ClauseReader
from communique.fitting import Attempts, Fit, Found
from communique.languages.frames import Frame, FrameSet
from communique.mentions import MentionIndex
from communique.model import Span
from communique.slots import SlotReader
from communique.syntax import Sentence, Token
from communique.untold import only_carries, tells_nothing

VERBAL = frozenset({"VERB", "AUX"})


def find_candidates(
    sentences: tuple[Sentence, ...],
    *,
    frames: FrameSet,
    reader: ClauseReader,
    mentions: MentionIndex,
    times: tuple[Span, ...] = (),
) -> Found:
    """Every frame met in the sentences, at most one a trigger, and the triggers that failed.

    *La coalition a porté une frappe contre un convoi* gives one candidate for *porter une frappe*;
    the noun that a support verb carries does not count twice.
    """
    found: list[Candidate] = []
    misses: list[NearMiss] = []
    tried: list[Attempts] = []
    for index, sentence in enumerate(sentences):
        slots = SlotReader(sentence, reader=reader, mentions=mentions, times=times)
        tried.append(Attempts(slots, tuple(_known(slots, frames, reader))))
        taken: set[int] = set()
        met = sorted(
            _of_sentence(tried[-1], frames, misses),
            key=lambda c: (c.frame.last, -len(c.trigger.words), c.start),
        )
        for candidate in met:
            # two verbs may share a noun: *la trêve, négociée lundi, a été violée*
            if any(w not in taken and sentence.tokens[w].pos in VERBAL for w in candidate.trigger.words) or (
                taken.isdisjoint(candidate.trigger.words)
            ):
                taken.update(candidate.trigger.words)
                found.append(candidate._replace(sentence=index))
    found.sort(key=lambda c: (c.start, c.end))
    return Found(tuple(found), tuple(misses), tuple(tried))


def _known(
    slots: SlotReader, frames: FrameSet, reader: ClauseReader
) -> Iterator[tuple[Token, tuple[Frame, ...]]]:
    """The words that may tell an act where they stand, with the frames to try on them."""
    for token in slots.sentence.tokens:
        known = tuple(_frames_of(token, frames))
        if not known or slots.is_named(token.i) or tells_nothing(token, slots.sentence, reader):
            continue
        if only_carries(token, slots.sentence, reader):
            known = tuple(frame for frame in known if frame.support)
        if known:
            yield token, known


def _of_sentence(tried_on: Attempts, frames: FrameSet, misses: list[NearMiss]) -> Iterator[Candidate]:
    for token, known in tried_on.words:
        tried: Frame | None = None
        reason = ""
        for frame in known:
            candidate, why = _meet(frame, token, tried_on.slots, frames)
            if candidate:
                yield candidate
                tried = None
                break
            if why:
                tried, reason = frame, why
        if tried:
            misses.append(NearMiss(token.start, token.end, tried.type, reason))


def _frames_of(token: Token, frames: FrameSet) -> Iterable[Frame]:
    if token.dep.startswith("aux"):
        return ()
    participle = token.pos in ("ADJ", "NOUN", "X") and token.feature("VerbForm") == "Part"
    if token.pos in ("VERB", "AUX") or participle:
        return frames.of_verb(token.lemma.lower())
    if token.pos in ("NOUN", "PROPN", "X"):
        forms = (token.lemma.lower(), token.low, token.low.removesuffix("s"))
        return next((met for form in forms if (met := frames.of_noun(form))), ())
    return frames.of_adjective(token.lemma.lower()) if token.pos == "ADJ" else ()


def _meet(frame: Frame, token: Token, slots: SlotReader, frames: FrameSet) -> tuple[Candidate | None, str]:
    fit = Fit(frame, token, slots)
    if lack := next(fit.lacks(), None):
        return None, lack.reason
    start, end = slots.span(fit.trigger)
    return Candidate(frame, frames.rule(frame), 0, fit.trigger, start, end, fit.fillers()), ""
