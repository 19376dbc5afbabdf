"""Which actor a word of the article denotes: the lookup that stages share."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from communique.model import Actor, ActorMention


class Denoted(NamedTuple):
    """An actor and the mention that was met."""

    actor: Actor
    mention: ActorMention


class MentionIndex:
    """Actors by the offsets of their mentions."""

    __slots__ = ("_by_head", "_denoted", "_ends", "_longest", "_spans", "_starts")

    def __init__(self, actors: Iterable[Actor]) -> None:
        pairs = [Denoted(actor, mention) for actor in actors for mention in actor.mentions]
        pairs.sort(key=lambda d: (d.mention.span.start, -d.mention.span.end, d.actor.id))
        self._spans = tuple(pairs)
        self._by_head = {d.mention.head: d for d in reversed(pairs)}
        self._starts = [d.mention.span.start for d in pairs]
        self._longest = max((d.mention.span.end - d.mention.span.start for d in pairs), default=0)
        self._denoted: dict[int, tuple[Denoted, ...]] = {}
        self._ends: dict[int, list[Denoted]] = {}
        for denoted in pairs:
            self._ends.setdefault(denoted.mention.span.end, []).append(denoted)

    def headed(self, offset: int) -> Denoted | None:
        """The mention whose head word starts at ``offset``."""
        return self._by_head.get(offset)

    def denoted(self, offset: int) -> tuple[Denoted, ...]:
        """All actors that the word at ``offset`` denotes: a plural mention may stand for several.

        The mentions headed there; failing these, the smallest that cover the offset.
        """
        found = self._denoted.get(offset)
        if found is None:
            found = self._denoted[offset] = self._nearest(offset)
        return found

    def _nearest(self, offset: int) -> tuple[Denoted, ...]:
        nearest = self._by_head.get(offset) or self.covering(offset)
        if nearest is None:
            return ()
        span = nearest.mention.span
        return tuple(d for d in self._around(span.start, span.start) if d.mention.span == span)

    def _around(self, low: int, high: int) -> tuple[Denoted, ...]:
        """The mentions that start between two offsets, both included."""
        return self._spans[bisect_left(self._starts, low) : bisect_right(self._starts, high)]

    def covering(self, offset: int) -> Denoted | None:
        """The smallest mention that covers ``offset``."""
        fits = [d for d in self._around(offset - self._longest, offset) if offset < d.mention.span.end]
        return min(fits, key=lambda d: (d.mention.span.end - d.mention.span.start, d.actor.id), default=None)

    def ending(self, offset: int) -> tuple[Denoted, ...]:
        """The mentions whose words end at ``offset``."""
        return tuple(self._ends.get(offset, ()))

    def starting(self, offset: int) -> tuple[Denoted, ...]:
        """The mentions whose words start at ``offset``."""
        return self._around(offset, offset)

    def within(self, start: int, end: int) -> tuple[Denoted, ...]:
        """The mentions that lie between two offsets, in order."""
        return tuple(d for d in self._around(start, end) if d.mention.span.end <= end)
