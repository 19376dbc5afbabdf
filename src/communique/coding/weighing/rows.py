"""The words of an article that may tell an act, each with the types that it may tell and their features."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from communique.candidates import Candidate
from communique.coding.weighing.features import Features, Tried, frame_features, word_features
from communique.fitting import Attempts, Fit
from communique.languages.frames import Frame
from communique.slots import SlotReader
from communique.syntax import Token

HUNDRED = 100
SHORT = 50  # words that an article counts at least, when its density is reckoned


class Row(NamedTuple):
    """A word as an act of one type: ``fit`` is the frame of the type that fits best.

    ``met``: the rules tell that act; ``taken``: they tell another one by this word.
    """

    sentence: int
    word: int
    type: str
    fit: Fit
    features: tuple[str, ...]
    met: bool
    taken: bool


def rows_of(tried: tuple[Attempts, ...], candidates: tuple[Candidate, ...]) -> Iterator[Row]:
    """A row for each type that a word may tell, in text order; ``candidates``: what the rules tell."""
    words = sum(len(attempts.slots.sentence.tokens) for attempts in tried)
    density = HUNDRED * len(candidates) // max(words, SHORT)
    met = {(c.sentence, c.trigger.word): c.frame.type for c in candidates}
    taken = {(c.sentence, word) for c in candidates for word in c.trigger.words}
    for number, (slots, known) in enumerate(tried):
        for token, frames in known:
            place = number, token.i
            for name, fit, features in _typed(token, frames, slots, density):
                own = met.get(place) == name
                yield Row(*place, name, fit, features, own, place in taken and not own)


def _typed(
    token: Token, frames: tuple[Frame, ...], slots: SlotReader, density: int
) -> Iterator[tuple[str, Fit, tuple[str, ...]]]:
    by_type: dict[str, list[Frame]] = {}
    for frame in frames:
        by_type.setdefault(frame.type, []).append(frame)
    word = word_features(token.i, slots, types=len(by_type), density=density)
    for name, several in by_type.items():
        tried = sorted((_try(frame, token, slots) for frame in several), key=lambda t: len(t.lacks))
        framed = frame_features(tried, tuple(other for other in by_type if other != name))
        whole = Features(word.shared + framed.shared, word.typed + framed.typed)
        yield name, tried[0].fit, tuple(whole.of(name))


def _try(frame: Frame, token: Token, slots: SlotReader) -> Tried:
    fit = Fit(frame, token, slots)
    return Tried(fit, tuple(fit.lacks()))
