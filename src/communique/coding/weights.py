"""Candidates weighed: what the frames alone would tell and is too light is left, what they just miss is told.

The frames ask; the weights, learned from our gold (tools/train_weights.py), judge by everything that stands
around a word how likely it tells an act of a type. *Certains s'attaquent à la presse* meets a frame and is
left; *Paris a été reçu par Rome* may miss one by a word and is told. Figures: docs/benchmarks.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from communique.candidates import Candidate, NearMiss
from communique.coding.weighing.features import Features
from communique.coding.weighing.rows import Row, rows_of
from communique.fitting import Found
from communique.languages.frames import FrameSet
from communique.languages.weights import Weights, probability

LIGHT = 0.35  # below it an act that one word tells by rule is left: on held-out gold most such are wrong
HEAVY = 0.68  # from it on an act that the rules just miss is told: on held-out gold three in four are right
OPEN = -0.6  # log-odds of a word above which its frames made acts heavy, below which light, in all our gold
TOO_LIGHT = "other words like it tell no such act"
Place = tuple[int, int]  # a sentence and a word of it


def weigh_candidates(
    found: Found, *, frames: FrameSet, weights: Weights
) -> tuple[tuple[Candidate, ...], tuple[NearMiss, ...]]:
    """The candidates that weigh enough, those met by rule and others, in text order; and the near misses."""
    light: set[Place] = set()
    heavy: dict[Place, tuple[float, Row]] = {}
    met = {(c.sentence, c.trigger.word): c.frame.type for c in found.candidates}
    is_open = partial(_is_open, weights=weights)
    for row in rows_of(found.tried, found.candidates, is_open):
        odds = _odds(row.type, row.own, weights) + weights.odds(row.type, *row.framed)
        weight, place = probability(odds), (row.sentence, row.word)
        if row.met and weight < LIGHT:
            light.add(place)
        elif weight >= max(HEAVY, heavy.get(place, (0.0,))[0]) and _is_new(row, met):
            heavy[place] = weight, row
    left = [c for c in found.candidates if (c.sentence, c.trigger.word) in light]
    kept = [c for c in found.candidates if (c.sentence, c.trigger.word) not in light]
    kept += [_candidate(row, frames, weights) for _, row in heavy.values()]
    told = {c.start for c in kept}
    misses = [m for m in found.misses if m.start not in told]
    misses += [NearMiss(c.start, c.end, c.frame.type, TOO_LIGHT) for c in left]
    return tuple(sorted(kept, key=_place)), tuple(misses)


def _is_open(name: str, own: Features, told: Candidate | None, *, weights: Weights) -> bool:
    """Whether the frames of a word could make its act heavy enough, or light; an expression is sure."""
    if told is not None and told.frame.support:
        return False
    return (_odds(name, own, weights) > OPEN) != (told is not None)


def _odds(name: str, own: Features, weights: Weights) -> float:
    """The log-odds of a word as an act of the type ``name``, before its frames are looked at."""
    return weights.bare_odds(name) + weights.odds(name, *own)


def _is_new(row: Row, met: Mapping[Place, str]) -> bool:
    """Whether no rule tells an act by the word, or one of its type beside it: *a mené une offensive*."""
    beside = (row.fit.token.head, *(c.i for c in row.fit.slots.sentence.children(row.word)))
    told = any(met.get((row.sentence, i)) == row.type for i in beside)
    return not (row.met or row.taken or told)


def _place(candidate: Candidate) -> Place:
    return candidate.start, candidate.end


def _candidate(row: Row, frames: FrameSet, weights: Weights) -> Candidate:
    """An act told by weight, with the roles of the frame that it misses."""
    fit = row.fit
    start, end = fit.slots.span(fit.trigger)
    rule, reasons = weights.rule(frames.rule(fit.frame)), weights.reasons(row.features)
    return Candidate(fit.frame, rule, row.sentence, fit.trigger, start, end, fit.fillers(), reasons)
