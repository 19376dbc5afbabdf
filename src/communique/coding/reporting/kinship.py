"""Kinship: which actors of an article may be one another in the telling of one act.

*Paris*, *le gouvernement français* and *le ministre français* may tell one and the same act: a person
stands for the office, the office for the government, the government for the country. Two persons,
or two countries, are never one another. Source: codebook, 'Parties'.
"""

from __future__ import annotations

from communique.model import Actor, Place, Unknown

VAGUE = frozenset({"people", "group"})
RANK = {"person": 0, "office": 0, "ministry": 1, "force": 1, "government": 2, "state": 3}
PERSON, FORCE, POLICE = "person", "force", "COP"
TOWN = "city"  # the level of places of which two are never one
PUBLIC = frozenset({"GOV", "MIL", "SPY", "COP"})


class Kinship:
    """Compares the actors and places of one article."""

    __slots__ = ("_actors", "_places", "_vague")

    def __init__(self, actors: tuple[Actor, ...], places: tuple[Place, ...]) -> None:
        self._actors = {a.id: a for a in actors}
        self._places = {p.id: p for p in places}
        self._vague = frozenset(a.id for a in actors if a.kind in VAGUE and isinstance(a.wikidata, Unknown))

    def contradict(self, mine: frozenset[str], theirs: frozenset[str]) -> bool:
        """Whether two sets of parties in one role can be no parties of one act.

        Actors that are only a kind of people contradict nothing.
        """
        mine, theirs = mine - self._vague, theirs - self._vague
        return bool(mine) and bool(theirs) and not self._meet(mine, theirs)

    def apart(self, mine: frozenset[str], theirs: frozenset[str]) -> bool:
        """Whether each side has somebody whom the other lacks: two calls to two leaders."""
        mine, theirs = mine - self._vague, theirs - self._vague
        return self._lacks(mine, theirs) and self._lacks(theirs, mine)

    def shared(self, mine: frozenset[str], theirs: frozenset[str]) -> int:
        """Points for parties in common: 2 for each the same, 1 where one may stand for another."""
        same = mine & theirs
        return 2 * len(same) or int(self._meet(mine - self._vague, theirs - self._vague))

    def places_agree(self, one: str | Unknown, other: str | Unknown) -> bool:
        """Whether two places can be that of one act: not in two countries, nor two towns."""
        if isinstance(one, Unknown) or isinstance(other, Unknown) or one == other:
            return True
        first, second = self._places.get(one), self._places.get(other)
        if first is None or second is None:
            return True
        if first.level == second.level == TOWN:
            return False
        if not isinstance(first.country, Unknown) and not isinstance(second.country, Unknown):
            return first.country == second.country
        return True

    def _meet(self, mine: frozenset[str], theirs: frozenset[str]) -> bool:
        return any(self._kin(a, b) for a in mine for b in theirs)

    def _lacks(self, mine: frozenset[str], theirs: frozenset[str]) -> bool:
        return any(not any(self._kin(a, b) for b in theirs) for a in mine)

    def _kin(self, one: str, other: str) -> bool:
        if one == other:
            return True
        first, second = self._actors.get(one), self._actors.get(other)
        if first is None or second is None:
            return False
        if self._may_be_one(first, second):
            return True
        if not (self._is_public(first) and self._is_public(second)):
            return False
        if isinstance(first.country, Unknown) or first.country != second.country:
            return False
        return RANK[first.kind] != RANK[second.kind]

    def are_persons(self, actors: frozenset[str]) -> bool:
        """Whether there are actors, and each is one named person."""
        return bool(actors) and all(a in self._actors and self._actors[a].kind == PERSON for a in actors)

    @staticmethod
    def _may_be_one(first: Actor, second: Actor) -> bool:
        """*Des soldats*, then *des soldats maliens*; *la police*, then *des policiers*.

        They are the same kind of force, one of them of no state told; of the police there is one in a state.
        """
        if not (first.kind == second.kind == FORCE and first.sector == second.sector):
            return False
        if isinstance(first.country, Unknown) != isinstance(second.country, Unknown):
            return True
        unnamed = isinstance(first.wikidata, Unknown) and isinstance(second.wikidata, Unknown)
        alike = first.country == second.country or isinstance(first.country, Unknown)
        return alike and (isinstance(first.country, Unknown) or (unnamed and first.sector == POLICE))

    @staticmethod
    def _is_public(actor: Actor) -> bool:
        """Whether an actor acts for a state."""
        return actor.kind in RANK and (actor.kind in ("state", "government") or actor.sector in PUBLIC)
