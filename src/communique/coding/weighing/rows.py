"""The words of an article that may tell an act, each with the types that it may tell and their features."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from communique.candidates import Candidate
from communique.coding.weighing.features import Features, Tried, frame_features, word_features
from communique.fitting import Attempts, Fit
from communique.languages.frames import Frame
from communique.slots import SlotReader
from communique.syntax import Token

HUNDRED = 100
SHORT = 50  # words that an article counts at least, when its density is reckoned
Open = Callable[[str, Features, Candidate | None], bool]


class Row(NamedTuple):
    """A word as an act of one type: ``fit`` is the frame of the type that fits best.

    ``own`` are the features of the word, ``framed`` those of its frames. ``met``: the rules tell that act;
    ``taken``: they tell another one by this word.
    """

    sentence: int
    word: int
    type: str
    fit: Fit
    own: Features
    framed: Features
    met: bool
    taken: bool

    @property
    def features(self) -> tuple[str, ...]:
        """All features, by their names."""
        return *self.own.of(self.type), *self.framed.of(self.type), f"type={self.type}"


def rows_of(
    tried: tuple[Attempts, ...], candidates: tuple[Candidate, ...], is_open: Open | None = None
) -> Iterator[Row]:
    """A row for each type that a word may tell, in text order; ``candidates``: what the rules tell.

    ``is_open`` says of a type, the features of a word and what the rules tell by it as that type whether its
    frames could decide anything; words that they tell another act by are then passed over.
    """
    words = sum(len(attempts.slots.sentence.tokens) for attempts in tried)
    density = HUNDRED * len(candidates) // max(words, SHORT)
    met = {(c.sentence, c.trigger.word): c for c in candidates}
    taken = {(c.sentence, word) for c in candidates for word in c.trigger.words}
    for number, (slots, known) in enumerate(tried):
        for token, frames in known:
            place, types = (number, token.i), _by_type(frames)
            if is_open is not None and place in taken and place not in met:
                continue
            own = word_features(token.i, slots, types=len(types), density=density)
            for name, several in types.items():
                told = met[place] if place in met and met[place].frame.type == name else None
                if is_open is None or ((told or place not in taken) and is_open(name, own, told)):
                    fits = sorted((_try(f, token, slots) for f in several), key=lambda t: len(t.lacks))
                    framed = frame_features(fits, tuple(other for other in types if other != name))
                    yield Row(*place, name, fits[0].fit, own, framed, bool(told), place in taken and not told)


def _by_type(frames: tuple[Frame, ...]) -> dict[str, list[Frame]]:
    found: dict[str, list[Frame]] = {}
    for frame in frames:
        found.setdefault(frame.type, []).append(frame)
    return found


def _try(frame: Frame, token: Token, slots: SlotReader) -> Tried:
    fit = Fit(frame, token, slots)
    return Tried(fit, tuple(fit.lacks()))
