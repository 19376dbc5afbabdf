"""The state of resolution: who was named, where, and what the article's day and country are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from communique.coding.parties.mention import Mention
from communique.coding.parties.referents import Referent, Referents
from communique.coding.parties.setting import Days, Setting
from communique.knowledge import Knowledge
from communique.knowledge.records import Entity, Tenure

PERSON = "person:"  # begins the ids of persons of the knowledge base
RECENT = 3
JOINT = 4  # characters of ' et '


class Met(NamedTuple):
    """A referent and the mention by which it was met."""

    referent: Referent
    mention: Mention


class Discourse:
    """Referents, the history of mentions, and what the story's day and country are."""

    def __init__(
        self, mentions: tuple[Mention, ...], knowledge: Knowledge, setting: Setting, days: Days
    ) -> None:
        self.mentions = mentions
        self.knowledge = knowledge
        self.setting = setting
        self.days = days
        self.referents = Referents()
        self.history: list[Met] = []
        self.by_head: dict[int, Mention] = {}
        for mention in mentions:
            self.by_head.setdefault(mention.head, mention)
        self.done: dict[int, tuple[Referent, ...]] = {}
        self.notes: dict[int, str] = {}

    def recent(self, mention: Mention, *, sentences: int = RECENT) -> Iterator[Met]:
        """What was met before a mention within so many sentences, nearest first."""
        for met in reversed(self.history):
            if met.mention.sentence < mention.sentence - sentences:
                return
            if met.mention.span.start < mention.span.start:
                yield met

    def earlier(self, mention: Mention) -> Iterator[Met]:
        """All that was met before a mention, nearest first."""
        for met in reversed(self.history):
            if met.mention.span.start < mention.span.start:
                yield met

    def known(self, entity: Entity) -> Referent:
        """The referent of an entity of the knowledge base; a state acts through its government."""
        if entity.kind == "state" and isinstance(entity.country, str):
            entity = self.knowledge.government(entity.country)
        return self.referents.make(
            Referent(
                entity.id,
                entity.name,
                entity.kind,
                _text(entity.country),
                _text(entity.sector),
                _text(entity.wikidata),
                entity.gender,
                entity.number,
            )
        )

    def tenures(self, referent: Referent) -> tuple[Tenure, ...]:
        """All offices that a person of the knowledge base held; none for others."""
        known = referent.identity.startswith(PERSON)
        return self.knowledge.tenures(referent.identity) if known else ()

    def local(self, mention: Mention) -> str:
        """The country of a phrase that names none: that of the phrase it is joined to, else the story's.

        'des pourparlers entre le régime syrien et l'opposition': the opposition of Syria.
        """
        if self.history:
            last = self.history[-1].mention
            joined = last.sentence == mention.sentence and 0 < mention.span.start - last.span.end <= JOINT
            if joined and last.reading in {"role", "office"} and last.country:
                return last.country
        return self.setting.own(mention.sentence)


def _text(value: object) -> str:
    """A known text, or empty."""
    return value if isinstance(value, str) else ""
