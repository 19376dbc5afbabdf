"""Tolls told in a sentence of their own, brought to the attack that they are the toll of.

*Des roquettes se sont abattues sur la ville. On compte sept morts, quinze selon les autorités*: rival
tolls stand side by side, each with its source. Source: codebook, 'Counts'.
"""

from __future__ import annotations

from dataclasses import replace

from communique.codebook import HAPPENED
from communique.coding.reporting.counts import HARMFUL, count_at, tolls_in
from communique.coding.reporting.fallen import BODILY
from communique.coding.reporting.scene import Scene
from communique.model import Count
from communique.readings import Reading
from communique.syntax import Sentence

SENTENCES = 2  # how far behind its attack a toll may stand


def add_tolls(groups: tuple[tuple[Reading, ...], ...], scene: Scene) -> tuple[tuple[Reading, ...], ...]:
    """The groups, assaults with the tolls that later sentences tell of them."""
    taken = frozenset(r.sentence[0] for g in groups for r in g if r.type in HARMFUL)
    added: dict[int, list[Count]] = {}
    for index, sentence in enumerate(scene.sentences):
        if sentence.start in taken or sentence.role == "headline" or _is_of_another(sentence, scene):
            continue
        group = _attack_before(index, groups, scene)
        if group is not None:
            added.setdefault(group, []).extend(_tolls(sentence, scene))
    return tuple(_with(g, added.get(k, [])) for k, g in enumerate(groups))


def _tolls(sentence: Sentence, scene: Scene) -> list[Count]:
    everywhere = tuple(range(len(sentence.tokens)))
    met = [c for c in tolls_in(sentence, everywhere, scene) if c.role in BODILY]
    return [count_at(c, sentence, scene, ()) for c in met]


def _is_of_another(sentence: Sentence, scene: Scene) -> bool:
    """Whether a sentence tells what something else cost: a war, a quake, the years since."""
    causes = scene.quantities.other_causes
    if not causes.isdisjoint(sentence.words):
        return True
    return any(sentence.start <= t.span.start < sentence.end and t.type == "DURATION" for t in scene.times)


def _attack_before(index: int, groups: tuple[tuple[Reading, ...], ...], scene: Scene) -> int | None:
    """The assault told last, within two sentences; None where none or several are told there."""
    for back in range(1, SENTENCES + 1):
        if index < back or scene.sentences[index - back].role == "headline":
            return None
        start = scene.sentences[index - back].start
        met = {
            k
            for k, g in enumerate(groups)
            for r in g
            if r.sentence[0] == start and r.type == "ASSAULT" and r.status in HAPPENED
        }
        if met:
            return met.pop() if len(met) == 1 else None
    return None


def _with(group: tuple[Reading, ...], counts: list[Count]) -> tuple[Reading, ...]:
    known = {(c.value, c.role, c.according_to) for r in group for c in r.counts}
    fresh = tuple(c for c in counts if (c.value, c.role, c.according_to) not in known)
    if not fresh:
        return group
    return (*group[:-1], replace(group[-1], counts=(*group[-1].counts, *fresh)))
