"""Headings that were run into the text: 'rejette ces allégations. Réactions internationales Les États …'."""

from __future__ import annotations

import re

from communique.article.pieces import Piece
from communique.languages.furniture import Furniture, folded

HEADING = re.compile(
    '(?:^|(?<=[.!?\u2026"\u00bb\u201d]) +)'
    "(?P<heading>[A-Z\u00c0-\u00dd][\\w'\u2019-]*(?: [\\w'\u2019-]+){1,5}?) +"
    "(?=(?P<open>[\u00ab\u201c\"] ?)?(?P<word>[A-Z\u00c0-\u00dd]\\w*['\u2019]?))"
)


def split_headings(piece: Piece, furniture: Furniture) -> list[Piece]:
    """The piece with the headings in it apart; all parts stay undecided.

    A heading stands between a sentence's end and a capitalised word that begins sentences, without
    any stop, and does not itself begin as sentences do.
    """
    parts: list[Piece] = []
    done = 0
    for match in HEADING.finditer(piece.text):
        if not is_heading(match, furniture):
            continue
        parts += piece.part(done, match.start("heading"), furniture)
        parts += piece.part(match.start("heading"), match.end("heading"), furniture)
        done = match.end("heading")
    return [*parts, *piece.part(done, len(piece.text), furniture)]


def is_heading(match: re.Match[str], furniture: Furniture) -> bool:
    """Whether a stretch between a stop and a capital is a heading and not the beginning of a sentence."""
    words = folded(match["heading"]).split()
    last = match["heading"].split()[-1]
    if folded(match["word"]) not in furniture.starters:
        return False
    if words[0] in furniture.function_words or words[0] in furniture.starters or "'" in words[0][:3]:
        return False
    return last[0].islower() and words[-1] not in furniture.binders and len(last) > 3
