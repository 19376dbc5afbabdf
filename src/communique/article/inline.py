"""Furniture within a line, in the order in which it is cut off.

1. posts of social networks set into the text (:mod:`communique.article.embeds`);
2. what stands before the text: rubric, dateline, byline, photo credit with its caption
   (:mod:`communique.article.margins`);
3. what stands after it: sign-offs and credits (there too);
4. teasers of other articles between two sentences (:mod:`communique.article.teasers`);
5. headings that were run into the text (:mod:`communique.article.headings`).
"""

from __future__ import annotations

from communique.article.embeds import split_embeds
from communique.article.headings import split_headings
from communique.article.margins import split_end, split_start
from communique.article.pieces import Piece
from communique.article.teasers import split_teasers
from communique.languages.furniture import Furniture


def split_line(piece: Piece, furniture: Furniture) -> list[Piece]:
    """The parts of a line in order; those that are furniture have their role."""
    parts = [piece]
    for step in (split_embeds, split_start, split_end, split_teasers, split_headings):
        parts = [new for part in parts for new in ([part] if part.role else step(part, furniture))]
    return parts
