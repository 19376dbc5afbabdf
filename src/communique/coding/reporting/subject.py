"""Articles that are not of public life: what their words make look like acts, and what is one there."""

from __future__ import annotations

from communique.coding.reporting.scene import Scene
from communique.model import Unknown
from communique.readings import Reading

_BARE = frozenset({"state", "government"})
_SHARE = 2  # words of the subject in a sentence that one of public life outweighs


def out_of_place(readings: tuple[Reading, ...], scene: Scene) -> tuple[Reading, ...]:
    """The readings that the article's subject explains: *l'attaque de Lyon*, *la rencontre avec l'Italie*.

    In an article of sport, culture, markets, science, weather or private lives an act counts where its
    sentence tells of public life (*la police a arrêté douze supporteurs au stade*), and not where words of
    the subject prevail; an act in words (*l'actrice conseille à ses admirateurs …*) only where a party is of
    public life.
    """
    public = [a for a in scene.actors if scene.subjects.is_public(a)]
    subject = scene.subjects.of(scene.article.text, parties=sum(len(a.mentions) for a in public))
    if not subject:
        return ()
    return tuple(r for r in readings if not _public(r, scene, subject))


def _public(reading: Reading, scene: Scene, subject: str) -> bool:
    subjects = scene.subjects
    begin, end = reading.sentence
    theirs, public = subjects.counts(scene.article.text[begin:end], subject)
    actors = {p.actor for p in reading.parties if not isinstance(p.actor, Unknown)}
    team = _BARE if subject in subjects.teams else frozenset()
    parties = any(a.id in actors and a.kind not in team and subjects.is_public(a) for a in scene.actors)
    if reading.type in subjects.spoken and not parties:
        return False
    public += parties + (reading.mode in subjects.modes)
    return public > 0 and _SHARE * public >= theirs
