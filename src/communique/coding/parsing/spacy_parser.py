"""The parser made of a spaCy model: blocks in batches → converted and mended sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from communique.coding.parsing.convert import Converter, plain
from communique.coding.parsing.familiar import Familiar
from communique.coding.parsing.lifted import Aside, find_asides, in_place, put_back, without
from communique.coding.parsing.mend import mend_block
from communique.coding.parsing.model import Model, load_model
from communique.coding.parsing.verbs import Verbs
from communique.languages.tokens import load_tokens
from communique.model import Article
from communique.syntax import Sentence, Token

if TYPE_CHECKING:
    from spacy.tokens import Doc

# Characters parsed together. Larger batches gain nothing (measured: 20 k to 400 k within 3 %); memory
# grows by about 1.2 kB a character while a batch is in work.
BATCH_CHARACTERS = 100_000
# Texts that the first layers see together: more, and their tables no longer fit the processor's memory.
_BATCHES: dict[str, dict[str, object]] = {"tok2vec": {"batch_size": 4}}
# A block longer than this is parsed in pieces, cut after a sentence or at a space.
PIECE_CHARACTERS = 40_000


class _Piece(NamedTuple):
    """A stretch of a block, parsed as one document."""

    block: int
    role: str
    start: int
    text: str


class SpacyParser:
    """A :class:`communique.coding.sentences.Parser` on a spaCy pipeline."""

    def __init__(self, model: Model, *, mended: bool = True) -> None:
        self._nlp = model.nlp
        self._convert = Converter(model.nlp.vocab.strings, model.lemmas)
        self._verbs = Verbs(load_tokens(model.language), model.lemmas) if mended else None
        self._familiar = Familiar(model.nlp.tokenizer)
        self.name = model.name

    def parse(self, article: Article) -> tuple[Sentence, ...]:
        """The sentences of the article's coded blocks."""
        return self._batch([_pieces(article)])[0]

    def parse_many(self, articles: Iterable[Article]) -> Iterator[tuple[Sentence, ...]]:
        """The sentences of each article, in order; a batch of articles is read ahead."""
        batch: list[tuple[_Piece, ...]] = []
        size = 0
        for article in articles:
            batch.append(_pieces(article))
            size += sum(len(piece.text) for piece in batch[-1])
            if size >= BATCH_CHARACTERS:
                yield from self._batch(batch)
                batch, size = [], 0
        yield from self._batch(batch)

    def _batch(self, batch: Sequence[tuple[_Piece, ...]]) -> list[tuple[Sentence, ...]]:
        """Parse within a memory zone: what spaCy learns of the batch's words is freed with it."""
        found = []
        lifted = [[(piece, self._asides(piece)) for piece in pieces] for pieces in batch]
        texts = [text for pieces in lifted for piece, asides in pieces for text in _texts(piece, asides)]
        self._familiar.meet(texts)
        with self._nlp.memory_zone():
            docs = self._nlp.pipe(texts, component_cfg=_BATCHES)
            for pieces in lifted:
                sentences: list[Sentence] = []
                for piece, asides in pieces:
                    sentences.extend(self._sentences(piece, asides, docs))
                found.append(tuple(sentences))
        return found

    def _asides(self, piece: _Piece) -> tuple[Aside, ...]:
        return () if self._verbs is None else find_asides(plain(piece.text), self._verbs)

    def _sentences(self, piece: _Piece, asides: Sequence[Aside], docs: Iterator[Doc]) -> Iterator[Sentence]:
        """The sentences of a piece; ``docs`` gives its document, and then one for each of its asides."""
        doc = next(docs)
        if not asides:
            found = self._convert.sentences(doc, text=piece.text, shift=piece.start)
        else:
            short = self._convert.sentences(doc, text=without(piece.text, asides), shift=0)
            main = [in_place(tokens, piece.text, asides, piece.start) for tokens in short]
            found = tuple(put_back(main, [self._aside(piece, aside, next(docs)) for aside in asides]))
        if self._verbs is not None:
            found = mend_block(found, text=piece.text, shift=piece.start, verbs=self._verbs)
        for tokens in found:
            yield Sentence(tokens, block=piece.block, role=piece.role)

    def _aside(self, piece: _Piece, aside: Aside, doc: Doc) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
        """The words of an aside as one tree, and the commas around it."""
        text = piece.text[aside.first : aside.last]
        parts = self._convert.sentences(doc, text=text, shift=piece.start + aside.first)
        words: list[Token] = []
        for part in parts:
            done = len(words)
            words.extend([t.placed(t.i + done, t.head + done, t.dep) for t in part])
        places = [i for i in (aside.start, aside.end - 1) if aside.start != aside.first]
        marks = tuple(
            Token(
                0, piece.start + i, piece.start + i + 1, piece.text[i], piece.text[i], "PUNCT", "punct", 0, ""
            )
            for i in places
        )
        return tuple(words), marks


def _texts(piece: _Piece, asides: Sequence[Aside]) -> Iterator[str]:
    """What the model is shown of a piece: the text without its asides, and each of them."""
    text = plain(piece.text)
    yield without(text, asides)
    for aside in asides:
        yield text[aside.first : aside.last]


def _pieces(article: Article) -> tuple[_Piece, ...]:
    """The coded blocks of an article, long ones cut."""
    return tuple(
        _Piece(number, block.role, start, article.text[start:end])
        for number, block in enumerate(article.blocks)
        if block.coded
        for start, end in _cuts(article.text, block.start, block.end)
    )


def _cuts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """``start`` to ``end`` in stretches of at most :data:`PIECE_CHARACTERS` characters."""
    while end - start > PIECE_CHARACTERS:
        limit = start + PIECE_CHARACTERS
        stops = [
            m.end() for m in re.compile(r"[.!?]\s+|\n").finditer(text, start + PIECE_CHARACTERS // 2, limit)
        ]
        space = text.rfind(" ", start, limit) + 1
        cut = stops[-1] if stops else space if space > start else limit
        yield start, cut
        start = cut
    if start < end:
        yield start, end


@cache
def load_spacy_parser(code: str) -> SpacyParser:
    """The parser of a language, loaded once a process."""
    return SpacyParser(load_model(code))
