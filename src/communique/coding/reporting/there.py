"""Places that pronouns take up: *s'est rendu à Damas. Il y a rencontré …*, *à Hanoï, où il a refusé …*.

Source: codebook, 'Where'. A place found so carries the rule ``place-taken-up`` and the words that name it.
"""

from __future__ import annotations

from typing import NamedTuple

from communique.coding.reporting.scene import Scene
from communique.model import Evidence, Place, PlaceMention
from communique.syntax import Sentence, Token

RULE = "place-taken-up"
IMPERSONAL = ("expl:subj",)  # *il y a*
CONSENTING = frozenset({"AGREE", "CONCEDE", "REJECT", "SUPPORT"})
"""Types of acts whose verbs take *y* for what is agreed to or refused."""
MEETING = frozenset({"CONSULT", "ASSAULT", "PROTEST"})  # types that people do with one another
REACH = 2  # sentences that *y* reaches back


class _Named(NamedTuple):
    """A place with the words that name it."""

    place: Place
    mention: PlaceMention


def place_taken_up(
    kind: str, own: Token | None, sentence: Sentence, scene: Scene
) -> tuple[str, Evidence] | None:
    """The place that a pronoun at an act's verb stands for; None where there is none, or no place before it.

    *où* takes up the place right before it, *y* the one named last, in its sentence or shortly before.
    """
    if own is None:
        return None
    words = [c for verb in _governors(own, sentence) for c in sentence.children(verb.i)]
    relative = next((c for c in words if c.low in scene.circumstances.where), None)
    there = next((c for c in sentence.children(own.i) if c.low in scene.circumstances.there), None)
    found = None if relative is None else _right_before(relative, sentence, scene)
    if found is None and there is not None and _is_of_place(kind, words, scene):
        found = _last_before(there.start, sentence, scene)
    return None if found is None else (found.place.id, Evidence(found.mention.span, RULE))


def _is_of_place(kind: str, words: list[Token], scene: Scene) -> bool:
    """Whether *y* is no complement of another kind: *s'y refuse*, *y conviennent*, *il y a*."""
    reflexive = any(c.low in scene.reader.grammar.of("reflexive") for c in words)
    met = kind in MEETING or not reflexive
    return kind not in CONSENTING and met and not any(c.dep in IMPERSONAL for c in words)


def _governors(own: Token, sentence: Sentence) -> tuple[Token, ...]:
    """A verb and those that it completes: *entend **réclamer***."""
    found = [own]
    while found[-1].dep == "xcomp" and found[-1].head != found[-1].i:
        found.append(sentence.tokens[found[-1].head])
    return tuple(found)


def _right_before(relative: Token, sentence: Sentence, scene: Scene) -> _Named | None:
    """The place named last before a relative pronoun, with no verb between them."""
    before = [n for n in _named(sentence, scene) if n.mention.head < relative.start]
    if not before:
        return None
    between = (t for t in sentence.tokens[: relative.i] if t.start >= before[-1].mention.span.end)
    return None if any(t.pos in ("VERB", "AUX") for t in between) else before[-1]


def _last_before(offset: int, sentence: Sentence, scene: Scene) -> _Named | None:
    """The place named last before an offset, in the sentence or in one of the two before it."""
    number = next(k for k, s in enumerate(scene.sentences) if s.start == sentence.start)
    here = [n for n in _named(sentence, scene) if n.mention.head < offset]
    for earlier in reversed(scene.sentences[max(0, number - REACH) : number]):
        if not here and sentence.block - earlier.block in (0, 1):
            here = _named(earlier, scene)
    return here[-1] if here else None


def _named(sentence: Sentence, scene: Scene) -> list[_Named]:
    """The places named in a sentence, in order."""
    found = [
        _Named(p, m) for p in scene.places for m in p.mentions if sentence.start <= m.head < sentence.end
    ]
    return sorted(found, key=lambda n: n.mention.head)
