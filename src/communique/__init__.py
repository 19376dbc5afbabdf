"""Communiqué reads news copy about diplomacy and conflict and keeps the sourced record of it."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from communique.errors import CommuniqueError
from communique.model import CodedArticle, Failure, Report, Span, Statement, Unknown

if TYPE_CHECKING:
    from communique.run.many import add_pages, code_many
    from communique.run.text import code_text
    from communique.sources.reading import read_pages
    from communique.store.opening import open_store

__version__ = "0.1.0"

__all__ = [
    "CodedArticle",
    "CommuniqueError",
    "Failure",
    "Report",
    "Span",
    "Statement",
    "Unknown",
    "__version__",
    "add_pages",
    "code_many",
    "code_text",
    "open_store",
    "read_pages",
]

_LATE = {
    "add_pages": "communique.run.many",
    "code_many": "communique.run.many",
    "code_text": "communique.run.text",
    "open_store": "communique.store.opening",
    "read_pages": "communique.sources.reading",
}
"""Functions that are imported when they are first asked for, so that importing the package stays quick."""


def __getattr__(name: str) -> object:
    """A late name of the package."""
    if name in _LATE:
        return getattr(importlib.import_module(_LATE[name]), name)
    raise AttributeError(f"module 'communique' has no attribute {name!r}; it has {', '.join(__all__)}")
