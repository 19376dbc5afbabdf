"""Frames met on the tree: candidate reports with their roles, before any judgement.

A frame (:mod:`communique.languages.frames`) names a trigger and the slots that fill its roles; this
stage finds the triggers in the sentences and the words that fill the slots. Whether the act was a
deed, a plan or a denial is judged afterwards.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.candidates import Candidate, NearMiss
from communique.clauses import ClauseReader
from communique.fitting import Attempts, Fit, Found
from communique.languages.frames import NO_FRAMES, Frame, FrameSet, Listing
from communique.mentions import MentionIndex
from communique.model import Span
from communique.slots import SlotReader
from communique.syntax import Sentence, Token
from communique.untold import only_carries, tells_nothing

VERBAL = frozenset({"VERB", "AUX"})
TELLING = VERBAL | {"NOUN", "PROPN", "ADJ", "X"}


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
        listed = _frames_of(token, frames)
        known = listed.among(slots.words) if listed.frames else []
        if not known or slots.is_named(token.i) or tells_nothing(token, slots.sentence, reader):
            continue
        if only_carries(token, slots.sentence, reader):
            known = [frame for frame in known if frame.support]
        if known:
            yield token, tuple(known)


def _of_sentence(tried: Attempts, frames: FrameSet, misses: list[NearMiss]) -> Iterator[Candidate]:
    for token, known in tried.words:
        told = _told(known, token, tried.slots, frames)
        if isinstance(told, Candidate):
            yield told
        elif told is not None:
            misses.append(told)


def _told(
    known: Sequence[Frame], token: Token, slots: SlotReader, frames: FrameSet
) -> Candidate | NearMiss | None:
    """What the first frame that is met tells; failing that, why the last that could be met was not."""
    reasons: dict[str, str] = {}
    for frame in known:
        if frames.worded(frame, slots.words):
            candidate, reasons[frame.id] = _meet(frame, token, slots, frames)
            if candidate:
                return candidate
    for frame in reversed(known):
        why = reasons[frame.id] if frame.id in reasons else _meet(frame, token, slots, frames)[1]
        if why:
            return NearMiss(token.start, token.end, frame.type, why)
    return None


def _frames_of(token: Token, frames: FrameSet) -> Listing:
    if token.pos not in TELLING or token.dep.startswith("aux"):
        return NO_FRAMES
    participle = token.pos in ("ADJ", "NOUN", "X") and token.feature("VerbForm") == "Part"
    if token.pos in ("VERB", "AUX") or participle:
        return frames.of_verb(token.lemma.lower())
    if token.pos in ("NOUN", "PROPN", "X"):
        return frames.of_noun(token.lemma.lower(), token.low, token.low.removesuffix("s"))
    return frames.of_adjective(token.lemma.lower()) if token.pos == "ADJ" else NO_FRAMES


def _meet(frame: Frame, token: Token, slots: SlotReader, frames: FrameSet) -> tuple[Candidate | None, str]:
    fit = Fit(frame, token, slots)
    if lack := next(fit.lacks(), None):
        return None, lack.reason
    start, end = slots.span(fit.trigger)
    return Candidate(frame, frames.rule(frame), 0, fit.trigger, start, end, fit.fillers()), ""
