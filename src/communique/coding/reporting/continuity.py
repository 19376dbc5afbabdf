"""Continuity of scene: an act told right after another, by the same people, happened where that one did.

*Des hommes armés ont attaqué Djibo. Ils ont brûlé le marché*: the market was that of Djibo. Source:
codebook, 'Where'; a value that follows so carries the rule ``same-scene`` and the words of the place.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from communique.codebook import HAPPENED
from communique.coding.reporting.scene import Scene
from communique.coding.reporting.where import BY_LAW
from communique.model import Evidence, Place, TimeExpression, Unknown
from communique.readings import Reading
from communique.syntax import Sentence

PHYSICAL = frozenset({"ASSAULT", "PROTEST", "COERCE", "RETREAT", "MOBILIZE"})
"""Types of acts that are done in one place; words, meetings and sanctions move with their speakers."""
SENTENCES = 2  # how far back a scene reaches
RULE = "same-scene"
BEFORE = "PAST_REF"  # *précédemment*, *jadis*: another time, and maybe another place


def keep_scene(groups: tuple[tuple[Reading, ...], ...], scene: Scene) -> tuple[tuple[Reading, ...], ...]:
    """The groups, those without a place given the place of the scene that they continue."""
    placed = sorted(
        (r for g in groups for r in g if not isinstance(r.place, Unknown) and _may_share(r)),
        key=lambda r: r.span,
    )
    return tuple(_placed(group, placed, scene) for group in groups)


def _placed(group: tuple[Reading, ...], placed: list[Reading], scene: Scene) -> tuple[Reading, ...]:
    first = group[0]
    if not _is_open(group) or not _may_share(first):
        return group
    for earlier in reversed(placed):
        if earlier.span.start >= first.span.start or not _continues(first, earlier, scene):
            continue
        if not _contradicts(first, earlier, scene):
            words = tuple(Evidence(e.span, RULE) for e in earlier.place_evidence)
            return (replace(first, place=earlier.place, place_evidence=words), *group[1:])
    return group


def _is_open(group: tuple[Reading, ...]) -> bool:
    """Whether nothing is told of the place, or only whose police or court acted."""
    rules = {e.rule for r in group for e in r.place_evidence}
    return all(isinstance(r.place, Unknown) for r in group) or rules == {BY_LAW}


def _may_share(reading: Reading) -> bool:
    return reading.type in PHYSICAL and reading.status in HAPPENED


def _continues(reading: Reading, earlier: Reading, scene: Scene) -> bool:
    """Whether an act goes on with an earlier one: near, by or to the same people, at no other time."""
    here, there = _index(reading, scene), _index(earlier, scene)
    if not 0 <= here - there <= SENTENCES or (here != there and "headline" in (reading.role, earlier.role)):
        return False
    if scene.sentences[here].block - scene.sentences[there].block > 1:
        return False
    if not _same_time(reading.time, earlier.time):
        return False
    mine, theirs = _people(reading, scene), _people(earlier, scene)
    return bool(mine & theirs) or reading.wording.demonstrative or (here == there and not mine)


def _people(reading: Reading, scene: Scene) -> frozenset[str]:
    """The parties, those who bear arms for a state by its country: *l'armée turque*, *ses soldats*."""
    actors = {a.id: a for a in scene.actors}
    found = reading.actors_in("actor", "recipient", "against")
    armed = (actors[a].country for a in found if a in actors and actors[a].sector == "MIL")
    return found | frozenset(f"forces of {code}" for code in armed if not isinstance(code, Unknown))


def _index(reading: Reading, scene: Scene) -> int:
    return next(k for k, s in enumerate(scene.sentences) if s.start <= reading.span.start < s.end)


def _same_time(mine: TimeExpression | Unknown, theirs: TimeExpression | Unknown) -> bool:
    if isinstance(mine, Unknown):
        return True
    return not isinstance(theirs, Unknown) and mine.value == theirs.value


def _contradicts(reading: Reading, earlier: Reading, scene: Scene) -> bool:
    """Whether the sentence names a place elsewhere, or opens by leaving the scene (*Ailleurs, …*).

    The country in which the scene lies is no other place.
    """
    sentence = scene.sentences[_index(reading, scene)]
    if any(t.low in scene.circumstances.elsewhere for t in sentence.tokens[:3]):
        return True
    if any(t.value == BEFORE and sentence.start <= t.span.start < sentence.end for t in scene.times):
        return True
    known = {p.id: p for p in (*scene.places, *scene.countries)}
    scenery = known.get(earlier.place) if isinstance(earlier.place, str) else None
    named = [p for p in scene.places if _inside(sentence, (m.head for m in p.mentions))]
    if not isinstance(reading.place, Unknown):
        named.append(known[reading.place])
    return any(p != scenery and not _lies_in(scenery, p) for p in named)


def _lies_in(inner: Place | None, outer: Place) -> bool:
    return inner is not None and outer.level == "country" and inner.country == outer.country


def _inside(sentence: Sentence, heads: Iterable[int]) -> bool:
    return any(sentence.start <= head < sentence.end for head in heads)
