"""States addressed: a country after *à*, *sur* or *contre* is a party where the act asks for one.

*Berlin a livré des chars au Maroc*, *des roquettes sur Israël*: the country is no mere place, since a
frame of the verb or noun has a role in that slot. *En Israël* and *arrivé au Maroc* stay places.
"""

from __future__ import annotations

from dataclasses import replace

from communique.clauses import ClauseReader
from communique.knowledge import Knowledge
from communique.languages.frames import FrameSet
from communique.model import Actor, ActorMention, Place, PlaceMention, Span, Unknown
from communique.syntax import Sentence, Token

RULE = "addressed-state"


def states_addressed(
    sentences: tuple[Sentence, ...],
    actors: tuple[Actor, ...],
    places: tuple[Place, ...],
    *,
    frames: FrameSet,
    reader: ClauseReader,
    knowledge: Knowledge,
) -> tuple[tuple[Actor, ...], tuple[Place, ...]]:
    """Actors with the governments of countries that are addressed, and the places that are left."""
    found: dict[str, list[ActorMention]] = {}
    left: list[Place] = []
    for place in places:
        kept: list[PlaceMention] = []
        for mention in place.mentions:
            span = None
            if place.level == "country" and not isinstance(place.country, Unknown):
                span = _addressed(mention, sentences, frames=frames, reader=reader)
            if span is None or isinstance(place.country, Unknown):
                kept.append(mention)
            else:
                made = ActorMention(mention.span, Unknown("a state holds none"), RULE, mention.head)
                found.setdefault(place.country, []).append(made)
        if kept:
            left.append(replace(place, mentions=tuple(kept)))
    return _with(actors, found, knowledge), tuple(left)


def _addressed(
    mention: PlaceMention, sentences: tuple[Sentence, ...], *, frames: FrameSet, reader: ClauseReader
) -> Span | None:
    sentence = next((s for s in sentences if s.start <= mention.head < s.end), None)
    token = None if sentence is None else sentence.at(mention.head)
    if sentence is None or token is None:
        return None
    name = reader.preposition(sentence, token.i)
    if name not in reader.grammar.of("addressing"):
        return None
    above = [t for t in (sentence.head(token.i), reader.verb_above(sentence, token.i)) if t is not None]
    above = [t for t in above if t.i < token.i]  # *Au Niger, l'armee a pris ...*: the scene of the clause
    return mention.span if any(_takes(t, name, frames) for t in above) else None


def _takes(token: Token, name: str, frames: FrameSet) -> bool:
    kind = "verb" if token.pos in ("VERB", "AUX") else "noun"
    return frames.takes(kind, token.lemma.lower(), name)


def _with(
    actors: tuple[Actor, ...], found: dict[str, list[ActorMention]], knowledge: Knowledge
) -> tuple[Actor, ...]:
    """Actors with the mentions found, numbered anew in the order of their first mention."""
    if not found:
        return actors
    known = {a.name: k for k, a in enumerate(actors)}
    merged = list(actors)
    for country, mentions in found.items():
        state = knowledge.government(country)
        if state.name in known:
            actor = merged[known[state.name]]
            together = sorted((*actor.mentions, *mentions), key=lambda m: m.span)
            merged[known[state.name]] = replace(actor, mentions=tuple(together))
        else:
            merged.append(
                Actor("", state.name, state.kind, country, state.sector, state.wikidata, tuple(mentions))
            )
    ordered = sorted(merged, key=lambda a: (a.mentions[0].span, a.id))
    renamed = {a.id: f"a{n}" for n, a in enumerate(ordered, 1) if a.id}
    return tuple(
        replace(a, id=f"a{n}", members=tuple(renamed.get(m, m) for m in a.members))
        for n, a in enumerate(ordered, 1)
    )
