"""Acts of force and those who fell in them: which tells of which."""

from __future__ import annotations

from communique.codebook import HAPPENED
from communique.readings import Reading

RECIPIENTS = ("recipient", "against")
OUTCOMES = frozenset({"ASSAULT"})  # acts whose outcome is told as one more act of their kind
BODILY = frozenset({"killed", "wounded"})  # what an attack does to those whom it hits


def everybody(group: list[Reading] | tuple[Reading, ...], *roles: str) -> frozenset[str]:
    """All actors that the readings of a group have in some roles."""
    return frozenset().union(*(r.actors_in(*roles) for r in group))


def harms(reading: Reading) -> bool:
    """Whether an act kills or wounds: one person is killed or wounded once."""
    return bool(_harm(reading))


def turns_round(reading: Reading, group: list[Reading]) -> bool:
    """*a tué sa mère avant d'être abattu par la police*: who did the one suffered the other."""
    if reading.type not in OUTCOMES:
        return False
    doers, undergone = reading.actors_in("actor"), reading.actors_in(*RECIPIENTS)
    others, hit = everybody(group, "actor"), everybody(group, *RECIPIENTS)
    return bool((doers & hit) - others - undergone) or bool((undergone & others) - doers - hit)


def is_toll(reading: Reading, group: list[Reading]) -> bool:
    """*Des hommes ont attaqué un poste. Dix soldats ont été tués*: who fell, told right after the attack.

    Nobody is said to have done it, those who fell are named for the first time, and the attack has no such
    toll yet.
    """
    harm = _harm(reading)
    if not harm or reading.status not in HAPPENED or not reading.wording.newcomers:
        return False
    if any(p.role == "actor" for p in reading.parties) or not _follows(reading, group):
        return False
    if any(p.span.start > reading.span.start for p in reading.parties):
        return False  # *le séisme a tué dix soldats*: something else did it
    attacked = any(not _harm(r) and r.status in HAPPENED and not _looks_back(r) for r in group)
    return attacked and not any(harm & _harm(r) for r in group)


def _looks_back(reading: Reading) -> bool:
    """*les attentats de 2015*: several acts, known to the reader."""
    return reading.wording.plural and reading.wording.definite


def _harm(reading: Reading) -> frozenset[str]:
    """What a reading tells to have befallen its victims, where it tells of nothing else: killed, wounded."""
    return BODILY & frozenset(reading.judged.candidate.frame.counts.values())


def _follows(reading: Reading, group: list[Reading]) -> bool:
    """Whether a reading stands in the sentence of the group's last one, or in the next."""
    last = group[-1]
    return reading.sentence == last.sentence or 0 <= reading.sentence[0] - last.sentence[1] <= 2
