"""A sentence while it is being mended: columns that can be written, and the moves that mends make."""

from __future__ import annotations

from collections.abc import Iterator

from communique.syntax import Token

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "X", "SYM"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass", "expl:subj", "csubj"})
BORDERS = frozenset({":", ".", "\u00ab", '"', "(", ";"})
_LINKS = frozenset({"aux:tense", "aux:pass", "cop", "aux"})
_GROUP = ("aux", "expl", "obj", "iobj", "advmod")
_REACH = 12  # words between an auxiliary or a copula and its head


class Draft:
    """Columns of a sentence's tokens; every move leaves a tree with one root."""

    __slots__ = (
        *("_below", "_forms", "_heads", "_labels", "_signs"),
        *("dep", "feats", "head", "lemma", "low", "pos", "tokens"),
    )

    def __init__(self, tokens: tuple[Token, ...]) -> None:
        self.tokens = tokens
        self.low = [token.low for token in tokens]
        self.pos = [token.pos for token in tokens]
        self.dep = [token.dep for token in tokens]
        self.head = [token.head for token in tokens]
        self.lemma = [token.lemma for token in tokens]
        self.feats = [token.feats for token in tokens]
        self._forms = frozenset(self.low)
        self._heads: list[int] = []
        self._below: list[list[int]] = []
        self._labels: tuple[list[str], ...] = ()
        self._signs = self._forms

    def __len__(self) -> int:
        return len(self.low)

    def signs(self) -> frozenset[str]:
        """The words, lemmas, tags and relations that the sentence now holds."""
        labels = self.pos, self.dep, self.lemma
        if labels != self._labels:
            self._labels = self.pos[:], self.dep[:], self.lemma[:]
            self._signs = self._forms.union(*labels)
        return self._signs

    @property
    def root(self) -> int:
        """Index of the root."""
        for i, head in enumerate(self.head):
            if head == i:
                return i
        raise ValueError

    def children(self, i: int) -> list[int]:
        """Direct dependents, in order."""
        if self.head != self._heads:
            self._heads = self.head[:]
            self._below = [[] for _ in self._heads]
            for child, head in enumerate(self._heads):
                if child != head:
                    self._below[head].append(child)
        return self._below[i]

    def relations(self, i: int) -> set[str]:
        """The relations of the direct dependents."""
        return {self.dep[c] for c in self.children(i)}

    def child(self, i: int, *relations: str) -> int | None:
        """The first dependent in one of some relations."""
        for c in self.children(i):
            if self.dep[c] in relations:
                return c
        return None

    def path(self, i: int) -> Iterator[int]:
        """The governors of a token, nearest first."""
        while self.head[i] != i:
            i = self.head[i]
            yield i

    def below(self, i: int, top: int) -> bool:
        """Whether ``i`` is ``top`` or lies below it."""
        return i == top or top in self.path(i)

    def first(self, top: int) -> int:
        """The first token of a subtree."""
        return min(self.subtree(top))

    def last(self, top: int) -> int:
        """The last token of a subtree."""
        return max(self.subtree(top))

    def subtree(self, top: int) -> list[int]:
        """A token and all that lies below it, in no order."""
        found = [top]
        for i in found:
            found += self.children(i)
        return found

    def has_case(self, i: int) -> bool:
        """Whether a preposition or a conjunction goes with the token."""
        return self.child(i, "case", "mark") is not None

    def finite(self, i: int) -> bool:
        """Whether a token heads a finite clause: by itself, its auxiliary or its copula."""
        if "VerbForm=Fin" in self.feats[i] and self.pos[i] in {"VERB", "AUX"}:
            return True
        for c in self.children(i):
            if self.dep[c] in _LINKS and "VerbForm=Fin" in self.feats[c] and -_REACH <= c - i < _REACH:
                return True
        return False

    def group(self, verb: int) -> int:
        """The first word of a verb's group: clitics, negations and auxiliaries count."""
        near = (c for c in self.children(verb) if c < verb and self.dep[c].startswith(_GROUP))
        return min([verb, *(c for c in near if self.pos[c] in {"AUX", "PRON", "ADV"})])

    def number(self, i: int) -> str:
        """The number that a token shows: ``Sing``, ``Plur`` or nothing."""
        feats = self.feats[i]
        return "Plur" if "Number=Plur" in feats else "Sing" if "Number=Sing" in feats else ""

    def verb_number(self, verb: int) -> str:
        """Number of a finite verb or of its auxiliary: ``Sing``, ``Plur`` or nothing."""
        shown = [verb, *(c for c in self.children(verb) if self.dep[c].startswith("aux"))]
        return next((n for i in shown if "VerbForm=Fin" in self.feats[i] and (n := self.number(i))), "")

    def attach(self, i: int, governor: int, dep: str) -> None:
        """Hang ``i`` under ``governor``; refused when it would close a circle."""
        if i != governor and not self.below(governor, i):
            self.head[i], self.dep[i] = governor, dep

    def take_place(self, i: int, k: int) -> None:
        """Hang ``i`` where ``k`` hangs, by the same relation, and ``k`` below ``i``."""
        self.head[i] = i if self.head[k] == k else self.head[k]
        self.dep[i] = self.dep[k]
        self.head[k] = i

    def govern(self, i: int, k: int) -> None:
        """Let ``i`` take the place of the infinitive ``k``, and what stands before ``i`` below ``k``."""
        self.take_place(i, k)
        self.dep[k] = "xcomp"
        for c in self.children(k):
            if c < i:
                self.attach(c, i, self.dep[c])

    def crown(self, i: int) -> int:
        """Make ``i`` the root in place of the old root, which it returns and which now hangs under ``i``."""
        old = self.root
        if old != i:
            self.head[i], self.dep[i] = i, "ROOT"
            self.head[old], self.dep[old] = i, "dep"
        return old

    def tag(self, i: int, pos: str, *, lemma: str, feats: str) -> None:
        """Give a token another part of speech."""
        self.pos[i], self.lemma[i], self.feats[i] = pos, lemma, feats

    def done(self) -> tuple[Token, ...]:
        """The tokens as mended; the same tokens when nothing was changed."""
        columns = zip(self.tokens, self.lemma, self.pos, self.dep, self.head, self.feats, strict=True)
        return tuple(
            [
                t
                if t.lemma == lemma and t.pos == pos and t.dep == dep and t.head == head and t.feats == feats
                else Token(t.i, t.start, t.end, t.text, lemma, pos, dep, head, feats)
                for t, lemma, pos, dep, head, feats in columns
            ]
        )
