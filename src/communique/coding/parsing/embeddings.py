"""Vectors of words that the model has met before: computed once, and kept.

The first layers of the model make of every token a vector that rests on the word alone, not on its
neighbours: *de* has the same one ten thousand times over. That is two fifths of the time of tagging. The
vectors are those that the layers give, to the last bit; their number is bounded, so that memory stays flat.
Not kept is what the later layers make of a word among its neighbours.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import count
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy import float32, uint64
    from numpy.typing import NDArray
    from spacy.language import Language
    from spacy.tokens import Doc
    from thinc.model import Model

KEPT = 16_384  # words whose vectors are kept, some 450 bytes each; when there are more, all are forgotten


class Embeddings:
    """The vectors of the words of documents; ``layer`` computes those that are not yet known."""

    __slots__ = ("_layer", "_rows", "_table")

    def __init__(self, layer: Model[Any, Any]) -> None:
        self._layer = layer
        self._rows: dict[int, int] = {}
        self._table: tuple[NDArray[float32], ...] = ()  # one table; none while no word is known

    def of(self, docs: Sequence[Doc]) -> list[NDArray[float32]]:
        """An array for each document, with a row for each token."""
        import numpy
        from spacy.attrs import NORM, ORTH, SPACY

        words = [doc.to_array([ORTH, NORM, SPACY]) for doc in docs]
        together = numpy.concatenate(words)
        keys = _keys(together).tolist()
        table = self._met(keys, together, docs[0])
        found = table[[self._rows[key] for key in keys]]
        return numpy.split(found, numpy.cumsum([len(part) for part in words])[:-1])

    def _met(self, keys: list[int], words: NDArray[uint64], like: Doc) -> NDArray[float32]:
        """The vectors of all words known, those computed that are new; ``words`` are those of ``keys``."""
        import numpy

        new = {key: n for n, key in enumerate(keys) if key not in self._rows}
        if len(self._rows) + len(new) > KEPT:
            new, self._rows, self._table = {key: n for n, key in enumerate(keys)}, {}, ()
        if new:
            vectors = self._layer.predict([_listed(words[list(new.values())], like)])[0]
            self._rows.update(zip(new, count(len(self._rows))))
            self._table = (numpy.concatenate([*self._table, vectors]),)
        return self._table[0]


def _keys(words: NDArray[uint64]) -> NDArray[uint64]:
    """One number for the form, the norm and the following space of each token."""
    return words[:, 0] + words[:, 1] * 0x9E3779B97F4A7C15 + words[:, 2]


def _listed(words: NDArray[uint64], like: Doc) -> Doc:
    """A document that lists some words, each with its norm and its following space."""
    from spacy.attrs import NORM
    from spacy.tokens import Doc

    forms = [like.vocab.strings[form] for form in words[:, 0].tolist()]
    doc = Doc(like.vocab, words=forms, spaces=words[:, 2].astype(bool).tolist())
    doc.from_array([NORM], words[:, 1:2])  # type: ignore[arg-type]  # its stubs know signed numbers only
    return doc


def keep_embeddings(nlp: Language) -> None:
    """Let a pipeline's tok2vec keep the vectors of the words that it meets."""
    from thinc.model import Model

    layers = nlp.get_pipe("tok2vec").model.layers  # type: ignore[attr-defined]
    embeddings = Embeddings(layers[0])

    def forward(
        _: Model[Any, Any], docs: Sequence[Doc], is_train: bool
    ) -> tuple[list[NDArray[float32]], Callable[[object], list[Doc]]]:
        if is_train:
            raise NotImplementedError
        return embeddings.of(docs), lambda _: []

    layers[0] = Model("kept_embeddings", forward, layers=[layers[0]])
