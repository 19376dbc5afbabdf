"""Words as they are searched: without case, accents, hyphens and typographic variants."""

from __future__ import annotations

from communique.knowledge.folding import fold as plain

ESCAPE = "\\"
SHORT = 3  # letters of an abbreviation that is no beginning of a name


def fold(text: str) -> str:
    r"""``text`` as names are compared, with single spaces.

    >>> fold("L\u2019ÉLYSÉE  a réagi")
    'l elysee a reagi'
    """
    return " ".join(plain(text).split())


def word_patterns(text: str) -> str:
    r"""A LIKE pattern over ``' ' || folded || ' '`` that finds ``text`` where a word begins.

    Names of up to three letters are met as whole words: *UE* is not in *Sergueï*, nor in *Uefa*.

    >>> word_patterns("UE"), word_patterns("Lavr")
    ('% ue %', '% lavr%')
    """
    inner = pattern(text)[1:-1]
    return f"% {inner} %" if len(inner) <= SHORT else f"% {inner}%"


def pattern(text: str) -> str:
    r"""A LIKE pattern (escape ``\``) that finds ``text`` anywhere in folded words.

    >>> pattern("Lavrov 100%")
    '%lavrov 100\\%%'
    """
    folded = fold(text)
    for special in (ESCAPE, "%", "_"):
        folded = folded.replace(special, ESCAPE + special)
    return f"%{folded}%"
