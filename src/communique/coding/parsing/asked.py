"""What a mend asks of a sentence before it is tried: *mend_ages* a word for years and something joined.

Most mends find nothing in most sentences. The signs of a sentence (its words, lemmas, tags and relations, as
one set) tell so at once; where they stand in it is not asked here: that each mend looks at itself.
"""

from __future__ import annotations

from collections.abc import Callable, Set

from communique.coding.parsing.draft import Draft
from communique.coding.parsing.verbs import Verbs

Mend = Callable[[Draft, Verbs], None]
_ASKED: dict[Mend, tuple[Set[str] | str, ...]] = {}


def asks(*groups: Set[str] | str) -> Callable[[Mend], Mend]:
    """A mend for sentences with a sign of each group.

    A group is a set of signs, or names one of the lists of :class:`communique.languages.tokens.Words`
    (``saying``), or several (``saying|quoting``).
    """

    def noted(mend: Mend) -> Mend:
        _ASKED[mend] = groups
        return mend

    return noted


def asked(mend: Mend, verbs: Verbs) -> tuple[frozenset[str], ...]:
    """The signs that a mend asks for, one of each group; nothing where it is tried on every sentence."""
    return tuple(
        frozenset().union(*(getattr(verbs.words, name) for name in group.split("|")))
        if isinstance(group, str)
        else frozenset(group)
        for group in _ASKED.get(mend, ())
    )
