"""Where the running text of a page begins and ends.

It is the stretch of lines with the largest sum when every line of prose counts its words and every
other line counts against it: the largest dense cluster (inputs.md: token F1 .851 on lynx dumps, against
.771 when everything is kept). Long texts of their own on either side are kept: losing body is worse
than keeping a menu.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from communique.article.pieces import Piece

QUESTION = 2.0
"""What a question counts: it may be another article's headline."""
STEP, MOST = 2.0, 10.0
"""Each further line in a row that is no prose counts so much more against it, up to a limit: a caption or
a heading between two paragraphs costs little, a list of headlines much."""
ANSWERS = 2
"""Least questions of an interview that are answered in the next line."""
PICTURE = 1.0
OWN_SHARE, OWN_DENSITY = 0.4, 0.6
"""Prose on one side of the running text belongs to it after all when it has this share of its words and is
this share of all words there."""


def running_text(pieces: list[Piece]) -> tuple[int, int]:
    """Indices of the first and the last piece of the running text; (0, -1) when there is none."""
    pieces = with_answers(pieces)
    core = [i for i, piece in enumerate(pieces) if in_core(piece)]
    if not core:
        return 0, -1
    first, last = densest(list(weights(pieces)))
    known = [i for i in core if pieces[i].known]
    if known:
        first, last = min(first, known[0]), max(last, known[-1])
    inner = sum(pieces[i].words for i in core if first <= i <= last)
    if own_text(pieces[:first], inner):
        first = core[0]
    if own_text(pieces[last + 1 :], inner):
        last = core[-1]
    inside = [i for i in core if first <= i <= last]
    return (inside[0], inside[-1]) if inside else (core[0], core[-1])


def with_answers(pieces: list[Piece]) -> list[Piece]:
    """The pieces, those marked that answer questions: however short, they are text of an interview."""
    found = {
        i
        for i, (before, piece) in enumerate(pairwise(pieces), start=1)
        if _asks(before) and not piece.role and piece.final and not _asks(piece)
    }
    if len(found) < ANSWERS:
        return pieces
    return [replace(piece, answers=i in found) for i, piece in enumerate(pieces)]


def _asks(piece: Piece) -> bool:
    return not piece.role and piece.text.endswith("?")


def in_core(piece: Piece) -> bool:
    """Whether the running text can begin or end with a piece; a heading of known body cannot."""
    return not piece.role and (piece.prose or (piece.known and piece.final))


def own_text(side: list[Piece], inner: int) -> bool:
    """Whether what stands on one side of the running text is text of the article's own."""
    prose = sum(piece.words for piece in side if in_core(piece))
    return prose >= OWN_SHARE * inner and prose >= OWN_DENSITY * sum(piece.words for piece in side)


def weights(pieces: list[Piece]) -> Iterator[float]:
    """What each piece counts for or against being within the running text."""
    run = 0
    for piece in pieces:
        question = piece.text.endswith("?") and piece.prose
        if not piece.role and piece.prose and not question:
            run = 0
            yield float(piece.words)
        elif piece.role in {"caption", "credit", "body"} or (not piece.role and piece.item):
            yield -PICTURE
        else:
            run += 1
            yield QUESTION if question and run == 1 else -min(STEP * run, MOST)


def densest(weights: list[float]) -> tuple[int, int]:
    """First and last index of the stretch with the largest sum (Kadane's algorithm)."""
    best, best_sum = (0, 0), float("-inf")
    start, total = 0, 0.0
    for i, value in enumerate(weights):
        if total <= 0:
            start, total = i, 0.0
        total += value
        if total >= best_sum:
            best, best_sum = (start, i), total
    return best
