"""Statements that the headline or the standfirst gives and the body gives again: one statement."""

from __future__ import annotations

import re

from communique.coding.speech.drafts import Draft
from communique.model import Article, Unknown

SHARED = 0.6
"""Share of a headline's longer words that a later statement must have to be the same."""
HEADLINE = "headline"
DISTINCT = 4  # longer words from which on the same content is no chance
LONG = 4  # letters from which on a word counts
_LETTERS = re.compile(r"[^\W_]+")


def without_repeats(article: Article, drafts: list[Draft]) -> list[Draft]:
    """The drafts without those of the headline that the same speaker's later words repeat.

    Word for word the same content later in the text is the same statement as well: the first stays.
    """
    headlines = [(b.start, b.end) for b in article.blocks if b.role == HEADLINE]
    kept: list[Draft] = []
    seen: set[tuple[str, frozenset[str]]] = set()
    for number, draft in enumerate(drafts):
        headline = any(start <= draft.start < end for start, end in headlines)
        if headline and _repeated(article.text, draft, drafts[number + 1 :]):
            continue
        words = _words(article.text, draft)
        if not isinstance(draft.speaker, Unknown) and len(words) >= DISTINCT:
            if (draft.speaker, words) in seen:
                continue
            seen.add((draft.speaker, words))
        kept.append(draft)
    return kept


def _repeated(text: str, draft: Draft, later: list[Draft]) -> bool:
    if isinstance(draft.speaker, Unknown):
        return False
    words = _words(text, draft)
    if not words:
        return False
    return any(
        other.speaker == draft.speaker and len(words & _words(text, other)) >= SHARED * len(words)
        for other in later
    )


def _words(text: str, draft: Draft) -> frozenset[str]:
    joined = " ".join(text[a:b] for a, b in draft.spans).lower()
    return frozenset(w for w in _LETTERS.findall(joined) if len(w) >= LONG)
