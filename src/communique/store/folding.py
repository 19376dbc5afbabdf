"""Words as they are searched: without case, accents, hyphens and typographic variants."""

from __future__ import annotations

from communique.knowledge.folding import fold as plain

ESCAPE = "\\"


def fold(text: str) -> str:
    r"""``text`` as names are compared, with single spaces.

    >>> fold("L\u2019ÉLYSÉE  a réagi")
    'l elysee a reagi'
    """
    return " ".join(plain(text).split())


def pattern(text: str) -> str:
    r"""A LIKE pattern (escape ``\``) that finds ``text`` anywhere in folded words.

    >>> pattern("Lavrov 100%")
    '%lavrov 100\\%%'
    """
    folded = fold(text)
    for special in (ESCAPE, "%", "_"):
        folded = folded.replace(special, ESCAPE + special)
    return f"%{folded}%"
