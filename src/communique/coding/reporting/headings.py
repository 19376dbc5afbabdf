"""Headings of posts: the line that opens a post of a live page, '19h40 - 1 400 arrestations en Russie'."""

from __future__ import annotations

import re

from communique.model import Article
from communique.syntax import Sentence

HEADLINE = "headline"
HEADING = "heading"
ANNOUNCING = frozenset({HEADLINE, HEADING})
"""The roles of the lines that announce what is told below them."""
LONGEST = 120  # characters of a heading
_HOUR = re.compile(r"\W*\d{1,2}\s*(?:[h:.]\s*\d{0,2}|heures?)\b")
_ENDED = re.compile(r"[.!?…»”\"]\s*$")


def role_of(sentence: Sentence, article: Article) -> str:
    """The role of a sentence's block; ``heading`` where it opens a post of a live page.

    That is a short line that opens with an hour and ends without a mark, with text below it.
    """
    if sentence.role == HEADLINE or sentence.block + 1 >= len(article.blocks):
        return sentence.role
    block, below = article.blocks[sentence.block], article.blocks[sentence.block + 1]
    line = article.text[block.start : block.end]
    short = len(line) <= LONGEST and below.coded and not _ENDED.search(line)
    return HEADING if short and _HOUR.match(line) and not _opens_post(article, below.start) else sentence.role


def _opens_post(article: Article, start: int) -> bool:
    return _HOUR.match(article.text, start) is not None
