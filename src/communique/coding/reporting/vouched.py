"""Who vouches for what somebody does by speaking: *Selon Kiev, Moscou a proposé une trêve*."""

from __future__ import annotations

from communique.candidates import Judged
from communique.coding.reporting.attribution import Attribution
from communique.coding.reporting.scene import Scene
from communique.model import Unknown
from communique.syntax import Sentence

BEFORE = 2  # words of a source phrase's opening: *d'après*


def vouched(told: Attribution, judged: Judged, sentence: Sentence, scene: Scene) -> Attribution:
    """*Selon Kiev, Moscou a proposé une trêve*: the proposal is told on Kiev's word, as is what it says.

    Not: *Moscou a proposé une trêve, a rapporté l'agence* (no source phrase, which may be the speaker's own
    outlet), *Selon Kiev, qui a proposé une trêve, …* (Kiev speaks of itself).
    """
    if told.status != "asserted" or told.according_to:
        return told
    start, end = judged.candidate.start, judged.candidate.end
    chains = tuple(
        chain
        for s in scene.statements
        if not isinstance(s.cue, Unknown) and s.cue.start < end and start < s.cue.end
        for chain in s.according_to
        if len(chain) and _is_source(chain[0], start, sentence, scene)
    )
    if not chains:
        return told
    return told._replace(status="reported", according_to=tuple(dict.fromkeys(chains)))


def _is_source(who: str, before: int, sentence: Sentence, scene: Scene) -> bool:
    """Whether a source phrase before an act names somebody: *selon le ministère*, *d'après l'ONU*."""
    openings = scene.reader.grammar.of("vouching")
    for token in sentence.tokens:
        if token.start >= before:
            return False
        if any(d.actor.id == who for d in scene.mentions.denoted(token.start)):
            cases = [c for c in sentence.children(token.i) if c.dep == "case"]
            opened = {
                " ".join(t.low for t in sentence.tokens[c.i : c.i + n])
                for c in cases
                for n in range(1, BEFORE + 1)
            }
            if opened & openings:
                return True
    return False
