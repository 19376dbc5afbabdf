"""spaCy documents → tokens of ours, with whitespace taken out of the tree."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from communique.coding.parsing.lemmas import Lemmas
from communique.syntax import Token

if TYPE_CHECKING:
    from spacy.strings import StringStore
    from spacy.tokens import Doc

# The model was trained on plain spaces, straight apostrophes and plain hyphens. Each replacement is
# one character for one, so that offsets stay those of the article.
_SPACES = "\n\r\t\v\f\u00a0\u2007\u2008\u2009\u200a\u202f\u3000"
_PLAIN = (
    *((space, " ") for space in _SPACES),
    *((apostrophe, "'") for apostrophe in "\u2019\u02bc\u2018"),
    *((hyphen, "-") for hyphen in "\u2010\u2011"),
)
# Arrays of spaCy's attributes are read as signed numbers, its hashes are unsigned ones.
_UNSIGNED = 0xFFFFFFFFFFFFFFFF


def plain(text: str) -> str:
    """``text`` as the parser sees it: same length; line breaks and no-break spaces as spaces."""
    for odd, usual in _PLAIN:
        text = text.replace(odd, usual)
    return text


class _Labels(dict[int, str]):
    """Labels and feature strings by their hash, looked up as they are met."""

    def __init__(self, strings: StringStore) -> None:
        super().__init__()
        self._strings = strings

    def __missing__(self, key: int) -> str:
        name = str(self._strings[key & _UNSIGNED]) if key else ""
        self[key] = label = "" if name == "_" else name  # '_' stands for no features
        return label


class Converter:
    """Documents of one vocabulary → lists of tokens.

    The few hundred labels and feature strings are looked up once and kept; words and lemmas are
    strings of their own, so that nothing refers to the document when its memory zone is left.
    """

    def __init__(self, strings: StringStore, lemmas: Lemmas) -> None:
        self._labels = _Labels(strings)
        self._lemmas = lemmas

    def sentences(self, doc: Doc, *, text: str, shift: int) -> tuple[tuple[Token, ...], ...]:
        """The sentences of a parsed block, each with indices and heads of its own.

        ``text`` is the block as printed, from which words are taken; ``shift`` is its offset in the
        article. Heads that lie in whitespace, or outside the sentence, give way to the next governor
        that does not, or to the root.
        """
        from spacy.attrs import DEP, HEAD, IDX, LENGTH, MORPH, POS, SENT_START

        rows = doc.to_array([IDX, LENGTH, POS, DEP, HEAD, MORPH, SENT_START]).astype("int64").tolist()
        heads = [i + row[4] for i, row in enumerate(rows)]
        found: list[list[int]] = []
        group: list[int] = []
        for i, row in enumerate(rows):
            if row[6] == 1 and group:
                found.append(group)
                group = []
            if not text[row[0]].isspace():
                group.append(i)
        if group:
            found.append(group)
        seen = plain(text)
        return tuple(self._tokens(group, rows, heads, words=(text, seen, shift)) for group in found)

    def _tokens(
        self, group: list[int], rows: list[list[int]], heads: list[int], *, words: tuple[str, str, int]
    ) -> tuple[Token, ...]:
        """The tokens of one sentence; ``words`` are the text as printed, as parsed, and its offset."""
        text, seen, shift = words
        index = {old: new for new, old in enumerate(group)}
        labels, lemma = self._labels, self._lemmas.lemma
        tokens = []
        for new, old in enumerate(group):
            start, length, pos_id, dep_id, _, morph_id, _ = rows[old]
            end = start + length
            pos = labels[pos_id]
            governor = _governor(old, heads, index)
            tokens.append(
                Token(
                    new,
                    shift + start,
                    shift + end,
                    text[start:end],
                    lemma(seen[start:end], pos),
                    "X" if pos == "SPACE" else pos,
                    labels[dep_id],
                    new if governor is None else index[governor],
                    labels[morph_id],
                )
            )
        return tuple(tokens)


def _governor(old: int, heads: Sequence[int], index: dict[int, int]) -> int | None:
    """The nearest governor that stays; None when ``old`` is a root."""
    governor = heads[old]
    while governor not in index and heads[governor] != governor:
        governor = heads[governor]
    return governor if governor in index and governor != old else None
