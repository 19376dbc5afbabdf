"""The parser behind one small protocol: coded blocks of an article → sentences as trees.

Only this module and its private companions in :mod:`communique.coding.parsing` know which library
parses. Everything after it works on :class:`communique.syntax.Sentence`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from communique.model import Article
from communique.syntax import Sentence


class Parser(Protocol):
    """What the stages need of a parser: sentences of the coded blocks, in the order of the text."""

    @property
    def name(self) -> str:
        """Name and version of the model, stored with every record."""

    def parse(self, article: Article) -> tuple[Sentence, ...]:
        """The sentences of the article's coded blocks; offsets are those of ``article.text``."""

    def parse_many(self, articles: Iterable[Article]) -> Iterator[tuple[Sentence, ...]]:
        """:meth:`parse` for each article in order, faster than one by one; memory stays flat."""


def load_parser(code: str) -> Parser:
    """The parser of a language (``fr``), loaded once a process.

    Raises :class:`communique.errors.MissingPieceError`, with the command that installs it, when the
    model is absent or of another version than the one that the mends were measured on.
    """
    from communique.coding.parsing.spacy_parser import load_spacy_parser

    return load_spacy_parser(code)
