"""Lines of text that a program has broken at a fixed width (lynx, e-mail, old databases), joined again.

A line was broken by a program when the next line's first word would not have fitted on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

NARROW, WIDE = 40, 100
"""Widths, in characters, at which programs break lines; longer lines were never broken."""
FEW_LINES = 4
LOWER_SHARE = 0.4
"""Share of joined lines that begin in lower case, from which on a text counts as broken by a program."""
SLACK = 3


def units(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Offsets of the lines between two offsets, those that a program has broken as one."""
    lines = list(line_offsets(text, start, end))
    width = wrap_width(text, lines)
    opened: int | None = None
    for i, (begin, stop) in enumerate(lines):
        opened = begin if opened is None else opened
        following = lines[i + 1] if i + 1 < len(lines) else None
        if following is None or not width or not broken(text, (begin, stop), following, width=width):
            yield opened, stop
            opened = None


def line_offsets(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Offsets of the lines between two offsets, blank ones included, without what follows their last word."""
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        yield start, start + len(text[start:stop].rstrip())
        start = stop + 1


def wrap_width(text: str, lines: list[tuple[int, int]]) -> int:
    """The width at which the lines were broken; 0 when they were not."""
    width = max((stop - begin for begin, stop in lines), default=0)
    if not NARROW <= width <= WIDE:
        return 0
    joined = lower = 0
    for line, following in pairwise(lines):
        if broken(text, line, following, width=width):
            joined += 1
            lower += text[following[0] : following[1]].lstrip()[:1].islower()
    return width if joined >= FEW_LINES and lower >= LOWER_SHARE * joined else 0


def broken(text: str, line: tuple[int, int], following: tuple[int, int], *, width: int) -> bool:
    """Whether the following line's first word would not have fitted on the line."""
    begin, stop = line
    # A no-break space ends no word, and many programs print it as a plain one after a guillemet.
    first = text[following[0] : following[1]].strip().split(" ", 2)
    word = " ".join(first[:2]) if first[0] == "\u00ab" else first[0]
    return stop > begin and bool(word) and stop - begin + 1 + len(word) > width - SLACK
