"""Fixtures for everybody: the parser, and sentences of a text that a test brings."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from datetime import date

import pytest

from communique.coding.sentences import Parser, load_parser
from communique.model import Article, Block, CodedArticle, Page, Publication, Unknown
from communique.syntax import Sentence

os.environ["COMMUNIQUE_KNOWLEDGE"] = os.devnull + "/none.jsonl"  # nobody's own entries reach the tests


def article_of(text: str, *, published: date | None = None) -> Article:
    """An article of body blocks, one for each paragraph (paragraphs are split on blank lines)."""
    blocks = tuple(
        Block("body", m.start(), m.end(), "test") for m in re.finditer(r"\S(?:.|\n(?!\s*\n))*", text)
    )
    day = published or Unknown("not given")
    return Article(
        id="0" * 16,
        source="test",
        outlet=Unknown("test"),
        agency=Unknown("test"),
        language="fr",
        title=Unknown("test"),
        published=Publication(day, day, day, certain=published is not None),
        text=text,
        blocks=blocks,
        origin=range(len(text)),
    )


@pytest.fixture(scope="session")
def parser() -> Parser:
    """The French parser, loaded once a session."""
    return load_parser("fr")


@pytest.fixture(scope="session")
def parse(parser: Parser) -> Callable[[str], tuple[Sentence, ...]]:
    """``parse("text")``: the sentences of a text."""
    return lambda text: parser.parse(article_of(text))


@pytest.fixture(scope="session")
def make_article() -> Callable[..., Article]:
    """``make_article("text", published=date(…))``: an article of body blocks."""
    return article_of


@pytest.fixture(scope="session")
def code() -> Callable[[str], CodedArticle]:
    """``code("text")``: the article coded by the whole pipeline, its models loaded once a session."""
    from communique.coding.equipment import load_tools
    from communique.coding.pipeline import code_page

    tools = load_tools("fr")
    return lambda text: code_page(Page(source="test", text=text), tools=tools)


@pytest.fixture(scope="session")
def said(code: Callable[[str], CodedArticle]) -> Callable[[str], list[str]]:
    """``said("text")``: each statement of a text as 'speaker: content', the speaker empty where open."""

    def told(text: str) -> list[str]:
        coded = code(text)
        names = {a.id: a.name for a in coded.actors}
        return [
            f"{names.get(s.speaker, '') if isinstance(s.speaker, str) else ''}: "
            + " ".join(span.text for span in s.content)
            for s in coded.statements
        ]

    return told
