"""Where: the places that the grammar says are places (codebook, section 'Where').

A capital that acts is an actor (:mod:`communique.coding.actors`); the same word after 'à', 'près de' or 'au
nord de' is a place. Names inside other names (the Minsk accord) are neither.
"""

from __future__ import annotations

from communique.coding.spots.grammar import Ground, Spot, spot_rule
from communique.coding.spots.phrases import States, phrase_at
from communique.coding.spots.reading import Reading, read_sentence
from communique.knowledge import Knowledge, PlaceEntry
from communique.languages.places import load_place_grammar
from communique.model import Actor, Place, PlaceMention
from communique.syntax import Sentence


def find_places(
    sentences: tuple[Sentence, ...], actors: tuple[Actor, ...], *, knowledge: Knowledge, text: str = ""
) -> tuple[Place, ...]:
    """The places of an article with their mentions, ``p1`` … in order of first mention.

    Words that an actor's mention is headed by are left out. ``text`` is the article's: give it wherever
    other blanks than plain ones may stand between words, since sentences do not keep them.
    """
    grammar = load_place_grammar(knowledge.code)
    heads = frozenset(mention.head for actor in actors for mention in actor.mentions)
    readings = [read_sentence(s, knowledge=knowledge, heads=heads, text=text) for s in sentences]
    named = frozenset(country for reading in readings for country in reading.countries)
    found: dict[str, tuple[PlaceEntry, list[PlaceMention]]] = {}
    states, common = States(), grammar.common
    for number, reading in enumerate(readings):
        states.sentence = number
        ground = Ground(reading, grammar, named, [])
        for i in reading.openings(common):
            spot = spot_rule(ground, i) or phrase_at(reading, i, states, grammar=grammar)
            if spot:
                ground.spots.append(spot)
                states.settle(spot.place, number)
                _, mentions = found.setdefault(spot.place.id, (spot.place, []))
                mentions.append(_mention(reading, spot, knowledge.code))
            states.meet(reading.country_at(i), number)
    return tuple(_place(n, *entry) for n, entry in enumerate(found.values(), start=1))


def _mention(reading: Reading, spot: Spot, code: str) -> PlaceMention:
    """The words of a spot as a mention."""
    span = reading.span(spot.first, spot.end)
    return PlaceMention(span, span.start, f"{code}/places.toml#{spot.rule}")


def _place(number: int, entry: PlaceEntry, mentions: list[PlaceMention]) -> Place:
    """A gazetteer's entry as the article's place."""
    return Place(
        id=f"p{number}",
        name=entry.name,
        country=entry.country,
        admin1=entry.admin1,
        level=entry.level,
        latitude=entry.latitude,
        longitude=entry.longitude,
        geonames=entry.geonames,
        mentions=tuple(sorted(mentions, key=lambda m: m.span.start)),
    )
