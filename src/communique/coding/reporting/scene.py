"""The scene: all that the reading of one article's reports may look at."""

from __future__ import annotations

from dataclasses import dataclass

from communique.clauses import ClauseReader
from communique.languages.circumstances import Circumstances
from communique.languages.contexts import ContextSet
from communique.languages.quantities import Quantities
from communique.languages.subjects import Subjects
from communique.mentions import MentionIndex
from communique.model import Actor, Article, Place, Statement, TimeExpression, Unknown
from communique.syntax import Sentence


@dataclass(frozen=True, slots=True)
class Scene:
    """One article with what the earlier stages found in it, and the language's readers.

    ``denying``, ``doubting`` and ``wishing`` are the rules of statements whose content the speaker
    denies, doubts, or asks, promises or hopes for, ``announcing`` of those that announce acts,
    ``answering`` of answers in interviews, ``vouching`` of source phrases (*selon X*); ``acts`` are the
    offsets of all triggers; ``countries`` are those of the actors, as places.
    """

    article: Article
    sentences: tuple[Sentence, ...]
    actors: tuple[Actor, ...]
    mentions: MentionIndex
    places: tuple[Place, ...]
    times: tuple[TimeExpression, ...]
    statements: tuple[Statement, ...]
    reader: ClauseReader
    quantities: Quantities
    contexts: ContextSet
    circumstances: Circumstances
    subjects: Subjects
    countries: tuple[Place, ...]
    denying: frozenset[str]
    doubting: frozenset[str]
    wishing: frozenset[str]
    announcing: frozenset[str]
    answering: frozenset[str]
    vouching: frozenset[str]
    acts: frozenset[int] = frozenset()

    def country_of(self, actor: str) -> Place | None:
        """The country of an actor as a place."""
        country = self.country(actor)
        return next((p for p in self.countries if p.country == country), None)

    def sector(self, actor: str) -> str | Unknown:
        """The sector of an actor."""
        return next((a.sector for a in self.actors if a.id == actor), Unknown("no such actor"))

    def country(self, actor: str) -> str | Unknown:
        """The country of an actor."""
        return next((a.country for a in self.actors if a.id == actor), Unknown("no such actor"))
