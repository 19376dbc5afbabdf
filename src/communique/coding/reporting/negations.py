"""Who says of whom that something was not done: a denial, or a report that it was not.

*Moscou affirme n'avoir mené aucune frappe* denies what Moscow might be blamed for. *Selon l'ONU,
l'armée n'a mené aucune frappe* and *Berlin dit n'avoir convoqué personne* tell what did not happen, on
somebody's word. Source: codebook, 'Status'.
"""

from __future__ import annotations

from communique.candidates import Judged
from communique.coding.reporting.attribution import FUTURE, Attribution
from communique.coding.reporting.scene import Scene
from communique.model import Party, Unknown

BLAMED = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "AID", "REQUEST", "THREATEN", "PROTEST"})
"""The types of acts that somebody is blamed for."""
STATE = frozenset({"GOV", "COP", "MIL", "JUD"})  # sectors of bodies of a state
LATER = frozenset({FUTURE, "future-in-the-past", "near-future"})


def weigh_negation(
    told: Attribution, judged: Judged, parties: tuple[Party, ...], scene: Scene
) -> Attribution:
    """The attribution of an act that somebody says was not done: denied of his own side, else negated."""
    if told.status != "denied" or judged.status != "negated" or not told.denied_by:
        return told
    if _is_rebuttal(told.denied_by, judged, parties, scene):
        return told
    sources = tuple((who,) for who in told.denied_by)
    return told._replace(status="negated", according_to=sources, denied_by=())


def _is_rebuttal(deniers: tuple[str, ...], judged: Judged, parties: tuple[Party, ...], scene: Scene) -> bool:
    """Whether those who say that an act was not done clear their own side of it."""
    later = any(s.rule in LATER for s in judged.signs)
    if judged.candidate.frame.type not in BLAMED or later:
        return False
    doers = [p.actor for p in parties if p.role == "actor"]
    if not doers:
        return _is_own_infinitive(judged, scene)
    return any(
        doer == denier or is_one_side(doer, denier, scene)
        for doer in doers
        if not isinstance(doer, Unknown)
        for denier in deniers
    )


def _is_own_infinitive(judged: Judged, scene: Scene) -> bool:
    """*affirme n'avoir mené aucune frappe*: the speaker is the subject; not *n'avoir pas été consulté*."""
    sentence = scene.sentences[judged.candidate.sentence]
    trigger = judged.candidate.trigger
    word = trigger.verb if trigger.verb is not None else trigger.word
    if scene.reader.is_passive(sentence, word):
        return False
    forms = (sentence.tokens[word], *(c for c in sentence.children(word) if c.dep.startswith("aux")))
    return any(t.feature("VerbForm") == "Inf" for t in forms)


def is_one_side(one: str, other: str, scene: Scene) -> bool:
    """Whether two are bodies of one state, or of one kind in one country."""
    land = scene.country(one)
    if isinstance(land, Unknown) or land != scene.country(other):
        return False
    sectors = {scene.sector(one), scene.sector(other)}
    return sectors <= STATE or len(sectors) == 1
