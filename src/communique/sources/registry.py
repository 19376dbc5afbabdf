"""The kinds of input that are known, in the order in which they are asked."""

from __future__ import annotations

from communique.sources.html import HtmlSource
from communique.sources.jsonl import JsonlSource
from communique.sources.protocol import Source
from communique.sources.text import TextSource

SOURCES: tuple[Source, ...] = (JsonlSource(), HtmlSource(), TextSource())


def source_for(head: bytes, name: str) -> Source:
    """The source that knows an input by its first bytes; text when no other does."""
    return next(source for source in SOURCES if source.sniff(head, name))
