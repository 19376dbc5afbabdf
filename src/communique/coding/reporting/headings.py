"""Headings of posts: the line that opens a post of a live page, '19h40 - 1 400 arrestations en Russie'."""

from __future__ import annotations

import re

from communique.coding.reporting.scene import Scene
from communique.model import Block, TimeExpression
from communique.syntax import Sentence

HEADLINE = "headline"
HEADING = "heading"
ANNOUNCING = frozenset({HEADLINE, HEADING})
"""The roles of the lines that announce what is told below them."""
LONGEST = 120  # characters of a heading
_ENDED = re.compile(r"[.!?…»”\"]\s*$")
_MARKS = re.compile(r"\W*")


def role_of(sentence: Sentence, scene: Scene) -> str:
    """The role of a sentence's block; ``heading`` where it opens a post of a live page.

    That is a short line that opens with an hour and ends without a mark, with text below it.
    """
    blocks, text = scene.article.blocks, scene.article.text
    if sentence.role == HEADLINE or sentence.block + 1 >= len(blocks):
        return sentence.role
    block, below = blocks[sentence.block], blocks[sentence.block + 1]
    short = block.end - block.start <= LONGEST and below.coded
    if not short or _ENDED.search(text[block.start : block.end]):
        return sentence.role
    return HEADING if opens_post(block, scene) and not opens_post(below, scene) else sentence.role


def opens_post(block: Block, scene: Scene) -> TimeExpression | None:
    """The hour that is the first thing a block tells; None where it opens with anything else."""
    opening = _MARKS.match(scene.article.text, block.start)
    start = opening.end() if opening else block.start
    return next((t for t in scene.times if t.span.start == start and t.type == "TIME"), None)
