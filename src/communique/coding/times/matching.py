"""Finding the words of time expressions in a sentence."""

from __future__ import annotations

from typing import NamedTuple

from communique.languages.calendar import Calendar, Rule
from communique.syntax import Sentence

BOUND_WINDOW = 24  # characters before a date in which a bound such as "d'ici a la" can stand
PLAIN = (("\u2019", "'"), ("\u00a0", " "), ("\u202f", " "), ("\u2009", " "), ("\n", " "), ("\t", " "))


class Match(NamedTuple):
    """A rule that matched: offsets in the sentence's line, and the bound before it ('' for none)."""

    start: int
    end: int
    head: int
    rule: Rule
    groups: tuple[str | None, ...]
    bound: str


def spelled(sentence: Sentence) -> str:
    """The words of a sentence with plain blanks between: character ``i`` is that of offset ``start + i``."""
    pieces: list[str] = []
    at = sentence.start
    for token in sentence.tokens:
        pieces.append(" " * (token.start - at))
        pieces.append(token.text)
        at = token.end
    return "".join(pieces)


def line_of(words: str) -> tuple[str, str]:
    """Words as one line, with straight apostrophes and plain blanks, and the same in lower case."""
    line = words
    for odd, plain in PLAIN:
        line = line.replace(odd, plain)
    low = line.lower()
    return line, low if len(low) == len(line) else "".join(_lower(c) for c in line)


def _lower(char: str) -> str:
    low = char.lower()
    return low if len(low) == 1 else char


def matches(line: str, low: str, calendar: Calendar) -> list[Match]:
    """The time expressions of a line, in order: of those that overlap the first, then the longest."""
    found: list[Match] = []
    blocked: list[tuple[int, int]] = []
    for rule in calendar.fitting(low):
        for match in rule.regex.finditer(low):
            start, end = match.span(rule.core)
            if not rule.reads:
                blocked.append((start, end))
                continue
            if rule.lower and line[start:end] != low[start:end]:
                continue
            bound, begin = _bound(low, start, calendar)
            if rule.bound and not bound:
                continue
            found.append(Match(begin, end, start, rule, match.groups(), bound))
    free = [m for m in found if not any(m.head < end and start < m.end for start, end in blocked)]
    return _longest(free)


def _bound(low: str, start: int, calendar: Calendar) -> tuple[str, int]:
    """The effect of the preposition right before ``start``, and where it begins."""
    for effect, pattern in calendar.bounds:
        match = pattern.search(low, max(0, start - BOUND_WINDOW), start)
        if match:
            return effect, match.start()
    return "", start


def _longest(found: list[Match]) -> list[Match]:
    """Leftmost, then longest; the earlier rule wins between equals."""
    found.sort(key=lambda m: (m.start, -m.end))
    kept: list[Match] = []
    for match in found:
        if not kept or match.start >= kept[-1].end:
            kept.append(match)
    return kept
