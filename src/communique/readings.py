"""Readings: judged candidates with all that their sentence tells, not yet grouped by occurrence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from communique.candidates import Judged
from communique.model import Count, Evidence, Ordinal, Party, Span, TimeExpression, Unknown


class Called(NamedTuple):
    """How a party without a name is called: its role, its noun, where it stands, in which numbers.

    ``known``: *le prêtre*, *sa compagne*, *ce salarié*; ``number``: *deux militaires*.
    """

    role: str
    noun: str
    start: int
    known: bool
    plural: bool
    number: str


@dataclass(frozen=True, slots=True)
class Wording:
    """How an act is worded: its lemma; for a noun, whether it takes up something told before.

    ``definite``: *l'entretien*; ``demonstrative``: *cette attaque*; ``indefinite``: *une attaque*;
    ``plural``: *les frappes*; ``known``: *les soldats qui se sont mutinés*, *la femme blessée*;
    ``again``: *une autre attaque*, *a également accusé*; ``earlier``: *s'étaient
    déjà vus*. ``outcome_of`` is the offset of the word whose outcome it tells (*a attaqué …, **tuant** …*,
    *un raid qui **a tué** …*); ``subject`` that of the subject of its verb, ``within`` those of the nouns
    by or in which it was done (*tués par des frappes*, *péri dans un raid*). ``called`` tells how its
    parties are called, ``content`` of what it speaks (*appelle à la grève*); ``newcomers``: its subject is
    told of for the first time (*dix soldats*, not *les deux frères*).
    """

    lemma: str
    definite: bool = False
    demonstrative: bool = False
    plural: bool = False
    indefinite: bool = False
    known: bool = False
    again: bool = False
    earlier: bool = False
    outcome_of: int | None = None
    subject: int | None = None
    within: tuple[int, ...] = ()
    called: tuple[Called, ...] = ()
    content: frozenset[str] = frozenset()
    newcomers: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """One mention of one occurrence, with the evidence for each value."""

    judged: Judged
    span: Span
    sentence: tuple[int, int]
    role: str
    type: str
    mode: str | Unknown
    mode_evidence: tuple[Evidence, ...]
    status: str
    status_evidence: tuple[Evidence, ...]
    according_to: tuple[tuple[str, ...], ...]
    source_evidence: tuple[Evidence, ...]
    denied_by: tuple[str, ...]
    denial_evidence: tuple[Evidence, ...]
    parties: tuple[Party, ...]
    time: TimeExpression | Unknown
    place: str | Unknown
    place_evidence: tuple[Evidence, ...]
    counts: tuple[Count, ...]
    topic: tuple[Span, ...]
    contexts: tuple[tuple[str, Evidence], ...]
    ordinal: Ordinal | Unknown
    statement: str | Unknown
    wording: Wording

    def actors_in(self, *roles: str) -> frozenset[str]:
        """Identities of the known actors in some roles."""
        return frozenset(
            p.actor for p in self.parties if p.role in roles and not isinstance(p.actor, Unknown)
        )
