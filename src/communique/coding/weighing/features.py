"""What is weighed of a word that may tell an act of a type: itself, its neighbours, and how its frame fits.

A feature is a short string (``lemma=frapper``, ``child.nsubj.actor``, ``lacks.unless:object``). Those that
mean something else from type to type also stand with it (``ASSAULT|lemma=frapper``). The names are read by
people: ``communique explain`` shows the heaviest ones.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from communique.fitting import Fit, Lack
from communique.model import Unknown
from communique.slots import SlotReader
from communique.syntax import Token

MORPHOLOGY = ("VerbForm", "Tense", "Mood", "Number", "Person", "Voice")
NEIGHBOURS = ((-2, "two before"), (-1, "before"), (1, "behind"), (2, "two behind"))
WINDOW = 8  # words before and behind in which an actor is near
MANY = 4  # a number from here on counts as many
LACKS = 5
CROWDED = 8  # acts in a hundred words, from which on a text is as dense as any
ROLES = ("actor", "recipient")
OPENING, CLOSING = "\u00ab\u201c", "\u00bb\u201d"


class Tried(NamedTuple):
    """A frame tried on a word, with what it lacks."""

    fit: Fit
    lacks: tuple[Lack, ...]


class Features(NamedTuple):
    """Those that hold for a type alone as for all, and those that also count for the type by itself."""

    shared: tuple[str, ...]
    typed: tuple[str, ...]

    def of(self, name: str) -> Iterator[str]:
        """All features of a word as an act of the type ``name``."""
        yield from self.shared
        yield from self.typed
        for feature in self.typed:
            yield f"{name}|{feature}"


def word_features(i: int, slots: SlotReader, *, types: int, density: int) -> Features:
    """The features of word ``i`` itself, whatever the type.

    ``types`` is the number of types that the word may tell, ``density`` how many acts a hundred words of the
    article tell.
    """
    sentence = slots.sentence
    token, head = sentence.tokens[i], sentence.head(i)
    typed = [f"lemma={token.lemma.lower()}", f"pos={token.pos}", f"dep={_relation(token)}"]
    if head is not None:
        typed.append(f"head={head.lemma.lower()}")
    typed += _of_children(i, slots)
    typed += _near(i, slots)
    shared = [f"lemma={token.lemma.lower()}/{token.pos}", f"full dep={token.dep}"]
    shared += [f"{name}={value}" for name in MORPHOLOGY if (value := token.feature(name))]
    if head is not None:
        shared.append(f"head pos={head.pos}")
    shared.append(f"stands in={sentence.role}")
    shared.append(f"types={min(types, MANY)}")
    shared.append(f"density={min(density, CROWDED)}")
    if i and token.text[:1].isupper():
        shared.append("capital")
    if _is_quoted(sentence.tokens[:i]):
        shared.append("quoted")
    return Features(tuple(shared), tuple(typed))


def frame_features(tried: Sequence[Tried], others: Sequence[str]) -> Features:
    """The features of the frames of one type on a word, the best fit first; ``others``: its other types."""
    best = tried[0]
    kinds = [f"{lack.kind}:{lack.where}" for lack in best.lacks]
    typed = [f"lacks.{kind}" for kind in kinds]
    if len(kinds) == 1:
        typed.append(f"lacks only {kinds[0]}")
    typed += _of_fillers(best.fit)
    shared = [f"lacks.{lack.kind}" for lack in best.lacks]
    shared.append(f"lacking={min(len(kinds), LACKS)}")
    shared.append(f"frames={min(len(tried), LACKS + 1)}")
    shared.append(f"asked={min(len(best.fit.frame.where), LACKS + 1)}")
    shared.append("expression" if best.fit.frame.support else "word alone")
    alone = [t for t in tried if not t.fit.frame.support]
    if alone:
        shared.append(f"alone lacking={min(*(len(t.lacks) for t in alone), LACKS)}")
    if len(alone) < len(tried):
        shared.append("in expressions")
    shared += [f"or {other}" for other in others]
    return Features(tuple(shared), tuple(typed))


def _relation(token: Token) -> str:
    return token.dep.split(":")[0]


def _of_children(i: int, slots: SlotReader) -> Iterator[str]:
    for child in slots.sentence.children(i):
        relation = _relation(child)
        yield f"child.{child.dep}"
        yield f"child.{relation}={child.lemma.lower()}"
        denoted = slots.denoted(child.i)
        if denoted:
            yield f"child.{child.dep}.actor"
            yield f"child.{relation}.{denoted[0].actor.kind}"
            yield f"child.{relation}.{_sector(denoted[0].actor.sector)}"
        for below in slots.sentence.children(child.i):
            if below.dep == "case":
                yield f"child.case={below.lemma.lower()}"
                if denoted:
                    yield f"child.case={below.lemma.lower()}.actor"


def _sector(sector: str | Unknown) -> str:
    return "" if isinstance(sector, Unknown) else sector


def _near(i: int, slots: SlotReader) -> Iterator[str]:
    """The words beside, and whether somebody is told before and behind."""
    tokens = slots.sentence.tokens
    for step, name in NEIGHBOURS:
        at = i + step
        yield f"{name}={tokens[at].lemma.lower() if 0 <= at < len(tokens) else ''}"
    before, behind = tokens[max(0, i - WINDOW) : i], tokens[i + 1 : i + 1 + WINDOW]
    for name, near in (("before", before), ("behind", behind)):
        yield f"{'actor' if any(slots.denoted(t.i) for t in near) else 'nobody'} {name}"


def _of_fillers(fit: Fit) -> Iterator[str]:
    """Who fills the roles of the frame that fits best."""
    fillers = fit.fillers()
    for filler in fillers:
        denoted = fit.slots.denoted(filler.token)
        yield f"{filler.role}.{'known' if denoted else 'unknown'}"
        if denoted:
            yield f"{filler.role}.{denoted[0].actor.kind}"
            yield f"{filler.role}.{_sector(denoted[0].actor.sector)}"
    for role in ROLES:
        if all(f.role != role for f in fillers):
            yield f"no {role}"


def _is_quoted(before: Sequence[Token]) -> bool:
    """Whether more quotation marks open than close before a word of its sentence."""
    text = "".join(t.text for t in before)
    return sum(map(text.count, OPENING)) > sum(map(text.count, CLOSING))
