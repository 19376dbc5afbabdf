"""Sentences as trees: what every parser gives and every stage reads.

The labels are those of Universal Dependencies (``nsubj``, ``obl:arg``, ``Mood=Cnd`` …), whatever
parser made them. Offsets are those of ``article.text``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache, wraps
from typing import Any, TypeVar

Made = TypeVar("Made")
Reader = TypeVar("Reader")


@dataclass(slots=True)
class Token:
    """A word of a sentence. ``head`` is the index of its governor (its own for the root).

    ``low`` is the word in lower case, with a straight apostrophe; a preposition that is one bare capital
    reads as its lemma there: *A Dijon*. Tokens are not changed once made; they are not frozen, since that
    doubles what it costs to make one.
    """

    i: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    dep: str
    head: int
    feats: str
    low: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        bare = len(self.text) == 1 and self.pos == "ADP" and self.text.isupper()
        self.low = self.lemma if bare else lowered(self.text)

    def __hash__(self) -> int:
        return hash((self.i, self.start))

    def placed(self, i: int, head: int, dep: str) -> Token:
        """The same word at another place in the tree."""
        return Token(i, self.start, self.end, self.text, self.lemma, self.pos, dep, head, self.feats)

    def feature(self, name: str) -> str:
        """A morphological feature such as ``Mood``; empty when the word has none."""
        return features(self.feats).get(name, "")


@lru_cache(maxsize=65536)
def lowered(text: str) -> str:
    """``text`` in lower case, with straight apostrophes."""
    return text.lower().replace("\u2019", "'")


@lru_cache(maxsize=4096)
def features(feats: str) -> dict[str, str]:
    """``Mood=Cnd|Number=Sing`` as a mapping."""
    return dict(pair.split("=", 1) for pair in feats.split("|") if "=" in pair)


class Sentence:
    """Tokens in order, with the tree over them. ``role`` is that of the block it stands in."""

    __slots__ = ("_children", "_read", "answers", "block", "role", "tokens")

    def __init__(self, tokens: tuple[Token, ...], *, block: int, role: str) -> None:
        self.tokens = tokens
        self.block = block
        self.role = role
        children: list[list[int]] = [[] for _ in tokens]
        for token in tokens:
            if token.head != token.i:
                children[token.head].append(token.i)
        self._children = tuple([tuple([tokens[c] for c in found]) for found in children])
        self._read: dict[Callable[[Sentence], Any], Any] = {}
        self.answers: dict[tuple[object, object, int], Any] = {}  # of :func:`kept`

    def once(self, read: Callable[[Sentence], Made]) -> Made:
        """What ``read`` makes of the sentence; it is asked once, however many stages want to know."""
        if read not in self._read:
            self._read[read] = read(self)
        made: Made = self._read[read]
        return made

    @property
    def words(self) -> frozenset[str]:
        """The lemmas and the words of the sentence, in lower case."""
        return self.once(_words)

    @property
    def start(self) -> int:
        """Offset of the first character."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Offset after the last character."""
        return self.tokens[-1].end

    def children(self, i: int) -> tuple[Token, ...]:
        """The direct dependents of token ``i``, in order."""
        return self._children[i]

    def head(self, i: int) -> Token | None:
        """The governor of token ``i``; None for the root."""
        governor = self.tokens[i].head
        return None if governor == i else self.tokens[governor]

    def ancestors(self, i: int) -> Iterator[Token]:
        """The governors of token ``i``, nearest first."""
        seen = {i}
        while (governor := self.tokens[i].head) not in seen:
            yield self.tokens[governor]
            seen.add(governor)
            i = governor

    def subtree(self, i: int) -> tuple[int, ...]:
        """Indices of token ``i`` and everything below it, in order."""
        found, queue = {i}, [i]
        while queue:
            for child in self._children[queue.pop()]:
                if child.i not in found:
                    found.add(child.i)
                    queue.append(child.i)
        return tuple(sorted(found))

    def at(self, offset: int) -> Token | None:
        """The token that covers a character offset; None when there is none."""
        low, high = 0, len(self.tokens)
        while low < high:
            middle = (low + high) // 2
            if self.tokens[middle].end <= offset:
                low = middle + 1
            else:
                high = middle
        if low < len(self.tokens) and self.tokens[low].start <= offset:
            return self.tokens[low]
        return None


def kept(read: Callable[[Reader, Sentence, int], Made]) -> Callable[[Reader, Sentence, int], Made]:
    """A question that a reader asks about a word; the answer is kept with the sentence."""

    @wraps(read)
    def asked(reader: Reader, sentence: Sentence, i: int) -> Made:
        key = read, reader, i
        if key not in sentence.answers:
            sentence.answers[key] = read(reader, sentence, i)
        made: Made = sentence.answers[key]
        return made

    return asked


def _words(sentence: Sentence) -> frozenset[str]:
    return frozenset([word for token in sentence.tokens for word in (token.lemma.lower(), token.low)])
