"""Counts told with an act: *plus de 60 militaires*, *douze morts et vingt blessés*, *1,5 million d'euros*.

Source: codebook, 'Counts'. An article before a noun counts one only where the deed uses one up: *un
drone* was destroyed, *un soldat* killed, but *un convoi* was only aimed at, unless numbers stand beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from communique.candidates import Judged
from communique.coding.reporting.attribution import chains_around
from communique.coding.reporting.numbers import Quantity, quantity_before
from communique.coding.reporting.scene import Scene
from communique.model import Count, Party, Unknown
from communique.slots import SlotReader
from communique.syntax import Sentence, Token

HARMFUL = frozenset({"ASSAULT", "PROTEST", "COERCE"})
PAYING = frozenset({"AID", "SANCTION", "AGREE", "COOPERATE", "REQUEST", "THREATEN", "CONCEDE"})
USED_UP = frozenset({"killed", "wounded", "captured", "expelled", "destroyed"})
"""Roles in which one is one."""
PEOPLE = frozenset({"killed", "wounded", "captured", "displaced", "expelled"})
"""Roles that only somebody can have."""
PART = 8  # words between a count and the part of it that *dont* opens
ONE_NUMBER = "one number is told"
NOBODY = "no actor on record"


class Counted(NamedTuple):
    """A noun with its number and the role of what it counts."""

    noun: int
    quantity: Quantity
    role: str


def counts_of(
    judged: Judged, slots: SlotReader, scene: Scene, parties: tuple[Party, ...]
) -> tuple[Count, ...]:
    """The counts told with an act, in text order, each with who is counted and according to whom."""
    sentence, frame = slots.sentence, judged.candidate.frame
    found = list(_in_slots(judged, slots, scene))
    if frame.type in HARMFUL:
        found.extend(_tolls(judged, sentence, scene))
    if frame.type in PAYING:
        found.extend(_sums(judged, sentence, scene))
    found.extend([more for counted in found for more in _listed(counted, sentence, scene)])
    found.extend([part for counted in found for part in _parts(counted, sentence, scene)])
    kept = _without_articles(_once(found))
    return tuple(count_at(c, sentence, scene, parties) for c in kept)


def _in_slots(judged: Judged, slots: SlotReader, scene: Scene) -> Iterator[Counted]:
    """The counts in the slots that the act's frame names."""
    for slot, role in judged.candidate.frame.counts.items():
        for i in slots.fill(judged.candidate.trigger, slot):
            quantity = quantity_before(slots.sentence, i, scene.quantities)
            noun = slots.sentence.tokens[i]
            if quantity is None or (role == "amount") != (noun.low in scene.quantities.currencies):
                continue
            fitting = _role_of(role, noun, scene)
            if fitting:
                yield Counted(i, quantity, fitting)


def _role_of(role: str, noun: Token, scene: Scene) -> str:
    """The role that the noun can have: things are destroyed and not killed; empty for none."""
    if role not in PEOPLE:
        return role
    if noun.lemma.lower() in scene.quantities.things or noun.low in scene.quantities.things:
        return "destroyed" if role == "killed" else ""
    return role


def tolls_in(sentence: Sentence, words: Iterator[int] | tuple[int, ...], scene: Scene) -> Iterator[Counted]:
    """*douze morts et vingt blessés*: nouns that are a toll, with their number."""
    roles = dict(scene.quantities.tolls)
    for i in words:
        token = sentence.tokens[i]
        role = roles.get(token.lemma.lower()) or roles.get(token.low.removesuffix("s"))
        quantity = quantity_before(sentence, i, scene.quantities) if role else None
        if role and quantity and not quantity.single:
            yield Counted(i, quantity, role)


def _tolls(judged: Judged, sentence: Sentence, scene: Scene) -> Iterator[Counted]:
    """The tolls in the clause of an act: *a fait douze morts et vingt blessés*."""
    verb = scene.reader.verb_above(sentence, judged.candidate.trigger.word)
    yield from tolls_in(sentence, sentence.subtree(verb.i if verb else judged.candidate.trigger.word), scene)


def _sums(judged: Judged, sentence: Sentence, scene: Scene) -> Iterator[Counted]:
    """The money in the clause of an act, its unit as what is counted: *252,7 millions d'euros*."""
    word = judged.candidate.trigger.word
    verb = scene.reader.verb_above(sentence, word)
    within = set(sentence.subtree(word)) | set(scene.reader.clause(sentence, verb.i) if verb else ())
    for i in sorted(within):
        if sentence.tokens[i].low in scene.quantities.currencies:
            quantity = quantity_before(sentence, i, scene.quantities)
            if quantity and not quantity.single:
                yield Counted(i, quantity, "amount")


def _listed(counted: Counted, sentence: Sentence, scene: Scene) -> Iterator[Counted]:
    """*un char, deux canons et une arme antiaérienne*: the nouns that a list joins to a counted one."""
    for i in sentence.subtree(counted.noun):
        token = sentence.tokens[i]
        if i <= counted.noun or token.dep != "conj" or token.pos not in ("NOUN", "PROPN"):
            continue
        if any(t.pos in ("VERB", "AUX", "PRON") for t in sentence.tokens[counted.noun : i]):
            return
        quantity = quantity_before(sentence, i, scene.quantities)
        if quantity:
            yield Counted(i, quantity, counted.role)


def _parts(counted: Counted, sentence: Sentence, scene: Scene) -> Iterator[Counted]:
    """*trente morts, dont douze enfants*: the part has the role of the whole."""
    opened = False
    for token in sentence.tokens[counted.noun + 1 : counted.noun + 1 + PART]:
        opened = opened or token.low in scene.quantities.part
        if token.pos in ("VERB", "AUX") and not opened:
            return
        quantity = quantity_before(sentence, token.i, scene.quantities) if opened else None
        if quantity and token.pos in ("NOUN", "PROPN") and quantity.first > counted.noun:
            yield Counted(token.i, quantity._replace(single=False), counted.role)
            return


def _once(found: list[Counted]) -> list[Counted]:
    """Each noun once, in text order, the frame's own reading first."""
    kept: dict[int, Counted] = {}
    for counted in found:
        kept.setdefault(counted.noun, counted)
    return [kept[noun] for noun in sorted(kept)]


def _without_articles(found: list[Counted]) -> list[Counted]:
    """Counts without those that are only an article: *un convoi* alone is no number."""
    numbers = any(not c.quantity.single for c in found)
    return [
        c for c in found if not c.quantity.single or c.role in USED_UP or (numbers and c.role == "targeted")
    ]


def count_at(counted: Counted, sentence: Sentence, scene: Scene, parties: tuple[Party, ...]) -> Count:
    """A counted noun as a record, with whose it is and according to whom."""
    quantity, noun = counted.quantity, sentence.tokens[counted.noun]
    span = scene.article.span(sentence.tokens[quantity.first].start, noun.end)
    of = next((p.actor for p in parties if p.span.start <= noun.start < p.span.end), Unknown(NOBODY))
    return Count(
        value=quantity.value,
        upper=Unknown(ONE_NUMBER) if quantity.upper is None else quantity.upper,
        bound=quantity.bound,
        what=_what(sentence, noun, scene),
        role=counted.role,
        of=of,
        according_to=chains_around(span.start, span.end, scene),
        span=span,
    )


def _what(sentence: Sentence, noun: Token, scene: Scene) -> str:
    """The noun with the words that make its kind: *pièces d'artillerie*, *arme antiaérienne*."""
    last = noun.i
    for token in sentence.tokens[noun.i + 1 : noun.i + 4]:
        kind = token.pos == "ADJ" and token.head == noun.i and scene.mentions.headed(token.start) is None
        following = sentence.tokens[token.i + 1 : token.i + 2]
        bare = token.low in scene.quantities.of_kind and following and following[0].pos == "NOUN"
        goes_on = token.pos == "NOUN" and sentence.tokens[token.i - 1].low in scene.quantities.of_kind
        if kind or goes_on:
            last = token.i
        elif not bare:
            break
    return scene.article.span(noun.start, sentence.tokens[last].end).text
