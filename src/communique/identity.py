"""Identities derived from content: the same article, coded again, gets the same ones.

See the interface, 'Identity': corrections and ties made by people are keyed to these.
"""

from __future__ import annotations

import hashlib

from communique.model import Span, Unknown

DIGITS = 16


def article_id(text: str, outlet: str | Unknown) -> str:
    """Sixteen hexadecimal digits of the canonical text and its outlet.

    >>> article_id("Paris dément.", "Le Fil") == article_id("Paris dément.", "Le Fil")
    True
    """
    name = "" if isinstance(outlet, Unknown) else outlet
    return digest(name, text)


def report_id(article: str, span: Span, counter: int = 0) -> str:
    """The report whose first mention is ``span``; ``counter`` tells apart those that share it."""
    return digest(article, f"report {span.start}:{span.end}#{counter}")


def statement_id(article: str, span: Span) -> str:
    """The statement whose first content span is ``span``."""
    return digest(article, f"statement {span.start}:{span.end}")


def digest(*parts: str) -> str:
    """Sixteen hexadecimal digits that depend on all parts and on where one ends and the next begins."""
    state = hashlib.sha256()
    for part in parts:
        data = part.encode("utf8", "surrogatepass")
        state.update(len(data).to_bytes(8, "big"))
        state.update(data)
    return state.hexdigest()[:DIGITS]
