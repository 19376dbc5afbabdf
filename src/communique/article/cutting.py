"""Canonical text → blocks, in a cascade; each step decides only what is still open.

1. lines, and the parts that the source knows (:func:`open_pieces`);
2. marks within a line: credits, sign-offs, teasers, datelines (:mod:`communique.article.inline`);
3. what a line tells of itself (:mod:`communique.article.lines`);
4. the headline, and what stands before and after the running text (:mod:`communique.article.layout`);
5. repeats (:mod:`communique.article.repeats`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.article.inline import split_line
from communique.article.layout import laid_out
from communique.article.lines import line_role
from communique.article.pieces import Piece, measured
from communique.article.repeats import Seen
from communique.article.wrapping import units
from communique.languages.furniture import Furniture
from communique.limits import SOURCE_LINE_CHARACTERS
from communique.model import CODED_ROLES, Block

PULL_QUOTE_WORDS = 60
QUOTED = re.compile('[\u00ab\u201c"][^\u00ab\u00bb\u201c\u201d"]+[\u00bb\u201d"]\\s*\\.?')


def cut(text: str, segments: tuple[Block, ...], *, title: str, furniture: Furniture) -> tuple[Block, ...]:
    """The blocks of a canonical text: in order, without overlap, covering all that is not blank.

    ``segments`` are the roles that the source knows, over ``text``; ``title`` is empty when unknown.
    """
    pieces: list[Piece] = []
    for piece in open_pieces(text, segments, furniture):
        if piece.role or len(piece.text) > SOURCE_LINE_CHARACTERS:
            pieces.append(piece)
        else:
            pieces += line_pieces(piece, furniture)
    pieces = without_repeats(laid_out(pieces, title=title, furniture=furniture))
    return tuple(Block(piece.role, piece.start, piece.end, piece.reason) for piece in pieces)


def line_pieces(piece: Piece, furniture: Furniture) -> list[Piece]:
    """A line, or its parts, with what their own words tell of their roles."""
    whole = line_role(piece, furniture)
    if whole.role:
        return [whole]
    return [part if part.role else line_role(part, furniture) for part in split_line(piece, furniture)]


def open_pieces(text: str, segments: tuple[Block, ...], furniture: Furniture) -> Iterator[Piece]:
    """The lines of the text; those in a part that the source knows have its role, or are known as body."""
    at = 0
    for segment in segments:
        yield from lines_of(text, at, segment.start, furniture)
        body = segment.role == "body"
        for piece in lines_of(text, segment.start, segment.end, furniture, known=body):
            yield piece if body else piece.decided(segment.role, segment.reason)
        at = segment.end
    yield from lines_of(text, at, len(text), furniture)


def lines_of(
    text: str, start: int, end: int, furniture: Furniture, *, known: bool = False
) -> Iterator[Piece]:
    """The lines between two offsets that are not blank, those that a program has broken as one."""
    for begin, stop in units(text, start, end):
        if (piece := measured(text, begin, stop, furniture=furniture, known=known)) is not None:
            yield piece


def without_repeats(pieces: list[Piece]) -> list[Piece]:
    """The pieces, those that repeat earlier coded ones, and quotations set apart, marked as ``repeat``."""
    seen = Seen()
    found: list[Piece] = []
    for piece in pieces:
        if piece.role in CODED_ROLES and not wholly_quoted(piece):
            if seen.repeats(piece.text):
                found.append(piece.decided("repeat", "shares its 5-grams with what stands before"))
                continue
            seen.add(piece.text)
        found.append(piece)
    return without_pull_quotes(found)


def without_pull_quotes(pieces: list[Piece]) -> list[Piece]:
    """The pieces, lines that are one quotation which also stands in a paragraph marked as ``repeat``."""
    quotes = [i for i, piece in enumerate(pieces) if piece.role == "body" and wholly_quoted(piece)]
    if not quotes:
        return pieces
    rest = Seen()
    for i, piece in enumerate(pieces):
        if piece.role in CODED_ROLES and i not in quotes:
            rest.add(piece.text)
    found = list(pieces)
    for i in quotes:
        if rest.repeats(pieces[i].text):
            found[i] = pieces[i].decided("repeat", "a quotation set apart from its paragraph")
    return found


def wholly_quoted(piece: Piece) -> bool:
    """Whether a short line is one quotation from its first to its last character."""
    return piece.words <= PULL_QUOTE_WORDS and QUOTED.fullmatch(piece.text) is not None
