"""Quotation marks in pairs: what stands in quotes, over paragraphs, nested and mismatched.

Only outermost quotations are given; a mark that never closes ends with its paragraph. One pass
over the text, whatever it holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

OPENING = "\u00ab\u201c\u201e\u2039"
CLOSING = "\u00bb\u201d\u203a"
STRAIGHT = '"'
SINGLE_OPENING = "\u2018"
SINGLE_CLOSING = "\u2019"
MARK = re.compile(f"[{OPENING}{STRAIGHT}{SINGLE_OPENING}]")  # what a quotation may open with
PAIRS = {"\u00ab": "\u00bb", "\u201c": "\u201d\u201c", "\u201e": "\u201c\u201d", "\u2039": "\u203a"}
DOUBLED = ("''", "\u2019\u2019")  # two apostrophes that close what other marks opened
DASHES = "\u2013\u2014"
MAX_PARAGRAPHS = 12  # a quotation that runs over more paragraphs is a lost closing mark


class Quote(NamedTuple):
    """A quotation: ``open`` to ``close`` with its marks, ``segments`` without them, one a paragraph."""

    open: int
    close: int
    segments: tuple[tuple[int, int], ...]
    closed: bool

    @property
    def start(self) -> int:
        """Offset of the first quoted character."""
        return self.segments[0][0]

    @property
    def end(self) -> int:
        """Offset after the last quoted character."""
        return self.segments[-1][1]


class _Piece(NamedTuple):
    open: int
    close: int
    closed: bool
    continued: bool  # the paragraph opens with it


def find_quotes(text: str, paragraphs: Iterable[tuple[int, int]]) -> tuple[Quote, ...]:
    """The outermost quotations of the paragraphs, in order.

    >>> find_quotes("Il est « prêt ».", [(0, 16)])[0].segments
    ((9, 13),)
    """
    quotes: list[Quote] = []
    pending: list[_Piece] = []
    for start, end in paragraphs:
        for piece in _pieces(text, start, end):
            if pending and not piece.continued:
                quotes.append(_joined(text, pending))
                pending = []
            pending.append(piece)
            if piece.closed or len(pending) >= MAX_PARAGRAPHS:
                quotes.append(_joined(text, pending))
                pending = []
    if pending:
        quotes.append(_joined(text, pending))
    return tuple(q for q in quotes if q.start < q.end)


def _joined(text: str, pieces: list[_Piece]) -> Quote:
    segments = []
    for piece in pieces:
        stop = piece.close - 1 if piece.closed else piece.close
        stop -= piece.closed and text[stop - 1 : stop + 1] in DOUBLED
        segments.append(_trimmed(text, piece.open + 1, stop))
    kept = tuple(s for s in segments if s[0] < s[1]) or ((pieces[0].open, pieces[0].open),)
    return Quote(pieces[0].open, pieces[-1].close, kept, pieces[-1].closed)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start].isspace() or text[start] in STRAIGHT + OPENING):
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, max(start, end)


def _pieces(text: str, start: int, end: int) -> list[_Piece]:
    """Outermost quotations of one paragraph."""
    found: list[_Piece] = []
    at = start
    while mark := MARK.search(text, at, end):
        at = mark.start()
        if _opens(text, at, start, end):
            close = _closing(text, at, end)
            first = not text[start:at].strip()
            stop = close + 1 if close is not None else end
            found.append(_Piece(at, stop, close is not None, first))
            at = stop
        else:
            at += 1
    return found


def _opens(text: str, at: int, start: int, end: int) -> bool:
    char = text[at]
    after = text[at + 1] if at + 1 < end else " "
    if char in OPENING:
        return True
    if char == STRAIGHT:
        before = text[at - 1] if at > start else " "
        return not after.isspace() or (before.isspace() and at + 1 < end)
    if char == SINGLE_OPENING:
        return after.isalnum()
    return False


def _closing(text: str, at: int, end: int) -> int | None:
    r"""Offset of the mark that closes the one at ``at``; None when the paragraph has none.

    Newsrooms type '"Nous partons.\'\'': two apostrophes close what a straight or curly mark opened.
    """
    close = _own_closing(text, at, end)
    if text[at] not in STRAIGHT + "\u201c":
        return close
    doubled = _doubled(text, at, end if close is None else close)
    return close if doubled is None else doubled


def _doubled(text: str, at: int, end: int) -> int | None:
    """Offset of the second of two apostrophes that end a word or sentence after ``at``."""
    for mark in DOUBLED:
        i = text.find(mark, at + 2, end)
        if i >= 0 and not text[i - 1].isspace() and not text[i + 2 : i + 3].isalnum():
            return i + 1
    return None


def _own_closing(text: str, at: int, end: int) -> int | None:
    char = text[at]
    if char == STRAIGHT:
        return _straight_closing(text, at, end)
    if char == SINGLE_OPENING:
        return _single_closing(text, at, end)
    depth, closers = 0, PAIRS[char]
    for i in range(at + 1, end):
        if text[i] == char and char not in closers:
            depth += 1
        elif text[i] in closers:
            if depth == 0:
                return i
            depth -= 1
    # A nested mark was left open: the last closer ends the quotation.
    last = max(text.rfind(c, at + 1, end) for c in closers)
    return last if last > at else None


def _straight_closing(text: str, at: int, end: int) -> int | None:
    i = text.find(STRAIGHT, at + 1, end)
    return i if i >= 0 else None


def _single_closing(text: str, at: int, end: int) -> int | None:
    for i in range(at + 1, end):
        if text[i] == SINGLE_CLOSING and (i + 1 >= end or not text[i + 1].isalnum()):
            return i
    return None
