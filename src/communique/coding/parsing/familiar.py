"""Words that come again and again, which the tokenizer may keep.

Within a memory zone spaCy's tokenizer keeps nothing: it cuts every *de* anew, which is a fifth of the
time of parsing. Words that have been met before are therefore shown to it outside of the zone, once;
their number is bounded, so that memory stays flat over any number of articles.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

KEPT = 16_384  # words kept for good; about 1 kB each
WAITING = 65_536  # words met once that are remembered; when there are more, all are forgotten
LONGEST = 24  # characters; longer words are rare, and addresses


class Familiar:
    """Counts words over batches; ``keep`` is called once for each that is met again."""

    __slots__ = ("_keep", "_kept", "_once")

    def __init__(self, keep: Callable[[str], object]) -> None:
        self._keep = keep
        self._once: set[str] = set()
        self._kept: set[str] = set()

    def meet(self, texts: Iterable[str]) -> None:
        """Take note of the words of some texts (what stands between blanks, marks and all)."""
        if len(self._kept) >= KEPT:
            return
        for text in texts:
            words = set(text.split()) - self._kept
            again = sorted(word for word in words & self._once if len(word) <= LONGEST)
            for word in again:
                self._keep(word)
            self._kept.update(again)
            if len(self._once) > WAITING:
                self._once.clear()
            self._once |= words
            self._once.difference_update(again)
