"""Lines of the lists of articles and statements."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from communique.model import Unknown


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """An article in a list, with how many reports and statements it holds."""

    id: str
    source: str
    outlet: str | Unknown
    agency: str | Unknown
    title: str | Unknown
    published: date | Unknown
    begin: date | Unknown
    end: date | Unknown
    reports: int
    statements: int


@dataclass(frozen=True, slots=True)
class StatementLine:
    """A statement in a list, with the article that has it."""

    id: str
    article: str
    outlet: str | Unknown
    published: date | Unknown
    speaker: str | Unknown
    speaker_country: str | Unknown
    addressee: str | Unknown
    kind: str
    content: str
    cue: str | Unknown
    channel: str | Unknown
