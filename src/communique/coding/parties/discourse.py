"""The state of resolution: who was named, where, and what the article's day and country are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from communique.coding.parties.facing import facing
from communique.coding.parties.mention import Mention
from communique.coding.parties.referents import Referent, Referents
from communique.coding.parties.setting import Days, Setting
from communique.knowledge import Knowledge
from communique.knowledge.records import Entity, Tenure

PERSON = "person:"  # begins the ids of persons of the knowledge base
RECENT = 3
JOINT = 8  # characters of ' et les '
_ARMED = frozenset({"group", "force", "party"})


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

        'des pourparlers entre le régime syrien et l'opposition': the opposition of Syria; 'entre le
        gouvernement et les Farc à La Havane': the government of Colombia.
        """
        if self.history:
            last = self.history[-1].mention
            joined = last.sentence == mention.sentence and 0 < mention.span.start - last.span.end <= JOINT
            if joined and last.reading in {"role", "office"} and last.country:
                return last.country
        home = self._of_partner(mention) or self.setting.own(mention.sentence)
        opposite = facing(mention, self.mentions, self.setting)
        if opposite and (not home or home in opposite):
            told = self.setting.own(mention.sentence, apart=opposite)
            earlier = self.setting.other(home, mention.sentence, mention.span.start)
            return told or ("" if earlier in opposite else earlier)
        return home

    def _of_partner(self, mention: Mention) -> str:
        """The country of a group on record that is joined to a government behind it; else nothing."""
        if mention.kind != "government":
            return ""
        behind = (m for m in self.mentions if 0 < m.span.start - mention.span.end <= JOINT)
        entities = (m.entity for m in behind if m.entity is not None and m.entity.kind in _ARMED)
        return next((e.country for e in entities if isinstance(e.country, str)), "")


def _text(value: object) -> str:
    """A known text, or empty."""
    return value if isinstance(value, str) else ""
