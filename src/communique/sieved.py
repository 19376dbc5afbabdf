"""Articles that the sieve left unread: the reason that they carry, and how to tell them."""

from __future__ import annotations

from communique.model import CodedArticle

UNREAD = "sieve: no sentence could tell an act of public life"
"""Why a stretch that the sieve did not let pass is among the rejected."""


def is_passed_over(coded: CodedArticle) -> bool:
    """Whether the sieve did not let an article pass, so that nothing in it was read."""
    return any(rejected.reason == UNREAD for rejected in coded.rejected)
