"""What is known before an article is read: states, bodies, groups, persons, offices, places."""

from communique.knowledge.base import Knowledge, load_knowledge
from communique.knowledge.records import (
    Entity,
    NameMatch,
    PlaceEntry,
    PlaceMatch,
    State,
    StateWord,
    Tenure,
)

__all__ = [
    "Entity",
    "Knowledge",
    "NameMatch",
    "PlaceEntry",
    "PlaceMatch",
    "State",
    "StateWord",
    "Tenure",
    "load_knowledge",
]
