"""Sentences without a parser: words as tokens, for tests of what only the words decide."""

from __future__ import annotations

import re
from datetime import date

from communique.model import Publication, Unknown
from communique.syntax import Sentence, Token

WORD = re.compile(r"\d+[hH]\d*|\w+(?:-\w+)*['\u2019]?|[^\w\s]")
OPEN = Unknown("the test leaves it open")


def bare_sentences(text: str) -> tuple[Sentence, ...]:
    """Text cut at full stops into sentences whose words have no morphology and no tree."""
    sentences = []
    for piece in re.finditer(r"[^.\n]+[.\n]?(?:\d+[^.\n]*[.\n]?)*", text):
        words = list(WORD.finditer(text, piece.start(), piece.end()))
        tokens = tuple(
            Token(i, w.start(), w.end(), w.group(), w.group().lower(), "", "", i, "")
            for i, w in enumerate(words)
        )
        if tokens:
            sentences.append(Sentence(tokens, block=0, role="body"))
    return tuple(sentences)


def marked(sentence: str) -> tuple[str, tuple[str, ...]]:
    """A sentence without its square brackets, and the words that stood in them."""
    return re.sub(r"[\[\]]", "", sentence), tuple(re.findall(r"\[([^]]+)\]", sentence))


def published(day: str) -> Publication:
    """A publication on an ISO day; on no known day for 'none'."""
    if day == "none":
        return Publication(OPEN, OPEN, OPEN, certain=False)
    known = date.fromisoformat(day)
    return Publication(known, known, known, certain=True)
