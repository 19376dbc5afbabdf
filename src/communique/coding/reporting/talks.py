"""Talks told in several mentions: what is said in a talk was said when it was held, a call has no place.

*Paul a téléphoné samedi à Luc. Lors de la conversation, il l'a exhorté à céder*: the demand is of Saturday.
"""

from __future__ import annotations

from dataclasses import replace

from communique.codebook import event_type
from communique.model import Unknown
from communique.readings import Reading
from communique.syntax import Sentence

Group = tuple[Reading, ...]
TALK = "CONSULT"
APART = "phone"  # the mode of those who speak from two places
SAID = frozenset({1, 3})  # quads of what is done with words


def in_talks(groups: tuple[Group, ...], sentences: tuple[Sentence, ...]) -> tuple[Group, ...]:
    """Groups, with the time of a talk given to undated words that its parties spoke in it.

    The words stand in a sentence that tells the talk, or in the next one, or in the same statement;
    one talk only may fit.
    """
    talks = [g for g in groups if g[0].type == TALK and _dated(g)]
    order = {sentence.start: n for n, sentence in enumerate(sentences)}
    return tuple(_placed(group, talks, order) for group in groups)


def calls_unplaced(groups: tuple[Group, ...]) -> tuple[Group, ...]:
    """Groups, those that tell a call without the place that one of their mentions seemed to give."""
    nowhere = Unknown("who speaks by phone is in no one place")
    return tuple(
        tuple(replace(r, place=nowhere, place_evidence=()) for r in group)
        if any(r.mode == APART for r in group)
        else group
        for group in groups
    )


def _placed(group: Group, talks: list[Group], order: dict[int, int]) -> Group:
    if group[0].type == TALK or event_type(group[0].type).quad not in SAID or _dated(group):
        return group
    speakers = frozenset().union(*(r.actors_in("actor") for r in group))
    fits = [
        t
        for t in talks
        if speakers and speakers <= _parties(t) and any(_near(r, m, order) for r in group for m in t)
    ]
    if len(fits) != 1:
        return group
    time = next(r.time for r in fits[0] if not isinstance(r.time, Unknown))
    return tuple(replace(r, time=time) for r in group)


def _parties(talk: Group) -> frozenset[str]:
    return frozenset().union(*(r.actors_in("actor") for r in talk))


def _dated(group: Group) -> bool:
    return any(not isinstance(r.time, Unknown) for r in group)


def _near(reading: Reading, talk: Reading, order: dict[int, int]) -> bool:
    """Whether words stand in the talk's sentence, right before or after it, or in one statement with it.

    ``order`` numbers the coded sentences by their start: furniture between two of them parts nothing.
    """
    if not isinstance(reading.statement, Unknown) and reading.statement == talk.statement:
        return True
    return abs(order[reading.sentence[0]] - order[talk.sentence[0]]) <= 1
