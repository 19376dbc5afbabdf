"""Posts of social networks that were set into the text, with their signature line."""

from __future__ import annotations

import re

from communique.article.pieces import WORD, Piece
from communique.languages.furniture import Furniture, folded

SIGNATURE = re.compile(
    r"[-\u2013\u2014]\s?[^\u2014()\n]{1,60}\(@\w{1,30}\)\s*"
    r"(?:\w{3,10}\.? \d{1,2},? \d{4}|\d{1,2} \w{3,10}\.? \d{4})?"
)
PICTURE = re.compile(r"(?:pic\.twitter\.com|https?://t\.co)/\w+")
SENTENCE_START = re.compile(r"(?<=[.!?:\"\u00bb])\s+|\s{2,}")
FOREIGN_DENSITY = 0.12
FOREIGN_WORDS = 4
MARK = "@"


def split_embeds(piece: Piece, furniture: Furniture) -> list[Piece]:
    """The piece without the posts in it.

    Signature and picture links go, and the words before them that are of another language; a post in
    the article's own language stays, since it may be somebody's statement.
    """
    if "@" not in piece.text and ".co" not in piece.text:
        return [piece]
    parts: list[Piece] = []
    done = 0
    for match in marks(piece.text):
        if match.start() < done:
            continue
        begin = foreign_start(piece.text, done, match.start(), furniture)
        parts += piece.part(done, begin, furniture)
        parts += piece.role_part(
            begin, match.end(), furniture, role="furniture", reason="a post set into the text"
        )
        done = match.end()
    parts += piece.part(done, len(piece.text), furniture)
    return parts


def marks(text: str) -> list[re.Match[str]]:
    """Signatures and picture links, in order."""
    found = [*SIGNATURE.finditer(text), *PICTURE.finditer(text)]
    return sorted(found, key=lambda match: match.start())


def foreign_start(text: str, begin: int, end: int, furniture: Furniture) -> int:
    """Where the stretch in another language begins that ends at ``end``; ``end`` when there is none."""
    starts = [begin, *(match.end() for match in SENTENCE_START.finditer(text, begin, end))]
    words = 0
    found = end
    for start in reversed(starts):
        sentence = WORD.findall(folded(text[start:found]))
        if not sentence:
            continue
        hits = sum(1 for word in sentence if word in furniture.function_words)
        if hits > FOREIGN_DENSITY * len(sentence):
            break
        words += len(sentence)
        found = start
    return found if words >= FOREIGN_WORDS else end
