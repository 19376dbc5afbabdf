"""First persons: *nous* and *je* in somebody's quoted words are that speaker.

*« Nous demandons à Moscou de libérer les marins », a déclaré la ministre*: she demands it. In reported
words and in the outlet's own voice the pronouns stay open.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from communique.model import Actor, ActorMention, Span, Statement, Unknown
from communique.syntax import Sentence, Token

RULE = "first-person"
_ROLES = ("nsubj", "obj", "iobj", "obl")


def first_persons(
    sentences: tuple[Sentence, ...], actors: tuple[Actor, ...], statements: tuple[Statement, ...]
) -> tuple[Actor, ...]:
    """The actors, with a mention for each first person that their quoted words hold."""
    quoted = sorted(
        (span.start, span.end, s.speaker)
        for s in statements
        if s.kind in ("direct", "mixed") and isinstance(s.speaker, str)
        for span in s.content
    )
    if not quoted:
        return actors
    starts = [start for start, _, _ in quoted]
    found: dict[str, list[ActorMention]] = {}
    for token in _pronouns(sentences):
        at = bisect_right(starts, token.start) - 1
        if at >= 0 and token.end <= quoted[at][1]:
            span = Span(token.start, token.end, token.text)
            mention = ActorMention(span, Unknown("a pronoun names no office"), RULE, token.start)
            found.setdefault(quoted[at][2], []).append(mention)
    return tuple(
        replace(a, mentions=tuple(sorted((*a.mentions, *found[a.id]), key=lambda m: m.span)))
        if a.id in found
        else a
        for a in actors
    )


def _pronouns(sentences: tuple[Sentence, ...]) -> Iterator[Token]:
    """Pronouns of the first person that have a part in their clause; reflexive ones have none."""
    for sentence in sentences:
        for token in sentence.tokens:
            if token.pos == "PRON" and token.feature("Person") == "1" and token.dep.startswith(_ROLES):
                yield token
