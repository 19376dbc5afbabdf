"""Drafts of statements: content ranges as offsets, and what kind of statement they make."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from communique.coding.speech.words import Reading
from communique.languages.cues import Cue
from communique.model import Unknown

OPEN_BUILDS = frozenset({"incise", "quote", "bare", "colon", "source"})
EDGES = " \t\n\u00a0\u202f,;:"


class Draft(NamedTuple):
    """A statement before it has an identity: offsets, and who said it how."""

    spans: tuple[tuple[int, int], ...]
    kind: str
    speaker: str | Unknown
    addressee: str | Unknown
    cue: tuple[int, int] | None
    channel: str | Unknown
    through: tuple[str, ...]
    rule: str
    words: tuple[int, int]

    @property
    def start(self) -> int:
        """Offset of the first character of the content."""
        return self.spans[0][0]

    @property
    def end(self) -> int:
        """Offset after the last character of the content."""
        return self.spans[-1][1]


def spans_of(
    reading: Reading, ranges: Iterable[tuple[int, int]], built: str
) -> tuple[tuple[tuple[int, int], ...], str]:
    """Offsets of word ranges, and their kind: direct, mixed or indirect.

    Marks are left out where a range is a quotation and nothing else (codebook, 'Statements').
    """
    spans: list[tuple[int, int]] = []
    whole, quoted = True, False
    for first, stop in ranges:
        inside = {reading.words[k].quote for k in range(first, stop) if _counts(reading, k)}
        quoted = quoted or any(q >= 0 for q in inside)
        if len(inside) == 1 and -1 not in inside:
            quote = reading.quotes[inside.pop()]
            spans.extend(quote.segments)
        else:
            whole = False
            spans.append(_range(reading, first, stop))
    kept = worded(reading.text, spans)
    if whole and built in OPEN_BUILDS:
        return kept, "direct"
    return kept, "mixed" if quoted else "indirect"


def worded(text: str, spans: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The spans that hold more than marks: nobody says '.'."""
    return tuple(s for s in spans if any(map(str.isalnum, text[slice(*s)])))


def _counts(reading: Reading, k: int) -> bool:
    """Whether the word tells if a range is all quotation: marks outside of quotations do not."""
    word = reading.words[k]
    return word.quote >= 0 or not word.is_mark


def _range(reading: Reading, first: int, stop: int) -> tuple[int, int]:
    start, end = reading.words[first].start, reading.words[stop - 1].end
    while start < end and reading.text[start] in EDGES:
        start += 1
    while end > start and reading.text[end - 1] in EDGES:
        end -= 1
    return start, end


def cue_range(reading: Reading, first: int, last: int) -> tuple[int, int]:
    """Offsets of the cue's words; a cue at the very end has no word after it."""
    return reading.words[first].start, reading.words[min(last, len(reading.words) - 1)].end


def rule_of(code: str, cue: Cue) -> str:
    """Where the cue stands: ``fr/cues.toml#dire.1``."""
    return f"{code}/cues.toml#{cue.id}"
