"""The country of a story: an act told without a place happened where all acts that have one did.

*Des milliers de personnes ont défilé à Tunis. Dix hommes ont été arrêtés*: in Tunisia. A value that
follows so carries the rule ``story-country`` and the words of the first place there. Source: codebook,
'Where'.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

from communique.coding.reporting.continuity import BEFORE
from communique.coding.reporting.scene import Scene
from communique.coding.reporting.told import LASTING
from communique.model import Evidence, Place, Unknown
from communique.readings import Reading

Group = tuple[Reading, ...]
RULE = "story-country"
AT_HOME = frozenset({"police", "release", "disarm"})  # modes of moves that do not lead abroad
COALITION = "coalition"  # the kind of actor that has no country, and acts in others
FEWEST = 2  # acts, or places named, that make a country that of the story
MANY = 3  # mentions, and times as many as of any other country, that do where no act has a place
LEAD = 3  # sentences in which the story names where it is set
OWN = 12  # mentions of a country's people that make a story its own affair
OTHERS = 3  # and times as many as of any other country's
NEARLY_ALL = 5  # times as many with which one act may be placed abroad
STAYING = LASTING | {"RETREAT"}
"""Types of acts that are done at a place."""
MEETING = "CONSULT"
ABROAD = frozenset({"MOBILIZE", "RETREAT"})  # moves, which may lead out of the country
FRESH = 45  # days before publication in which an act is one of the story


def keep_country(groups: tuple[Group, ...], scene: Scene) -> tuple[Group, ...]:
    """The groups, acts of the story that have no place given its country."""
    home = _home(groups, scene)
    if home is None:
        return groups
    place, words = home
    return tuple(
        (replace(group[0], place=place.id, place_evidence=words), *group[1:])
        if _belongs(group, str(place.country), scene)
        else group
        for group in groups
    )


def _home(groups: tuple[Group, ...], scene: Scene) -> tuple[Place, tuple[Evidence, ...]] | None:
    """The country of the story with its first words.

    All acts that have a place lie in it, or the story is the affair of its people (:func:`_affair`).
    """
    known = {p.id: p for p in (*scene.places, *scene.countries)}
    lands = [
        known[r.place].country
        for g in groups
        for r in g
        if r.type in LASTING and isinstance(r.place, str) and known[r.place].level != "site"
    ]
    country = _of_places(lands, scene)
    return _as_place(country, scene) if country else _affair(lands, scene)


def _of_places(lands: list[str | Unknown], scene: Scene) -> str:
    """The country in which all acts with a place lie, named often enough; empty where there is none."""
    mentions = [(m.span, p) for p in scene.places for m in p.mentions if p.level != "site"]
    named = Counter(p.country for _, p in mentions)
    country = next(iter(lands), None) if lands else next((land for land, _ in named.most_common(1)), None)
    if len(set(lands)) > 1 or country is None or isinstance(country, Unknown):
        return ""
    others = max((n for land, n in named.items() if land != country), default=0)
    most = named[country] >= FEWEST and named[country] > others
    several = len({p.id for _, p in mentions if p.country == country}) >= FEWEST
    several = several and _opens_in(country, scene)
    alone = several and named[country] >= MANY and named[country] >= MANY * others
    return country if alone or (lands and most) else ""


def _affair(lands: list[str | Unknown], scene: Scene) -> tuple[Place, tuple[Evidence, ...]] | None:
    """The country whose people a story is about nearly alone, if no act of it is placed elsewhere."""
    named = Counter(a.country for a in scene.actors for _ in a.mentions if isinstance(a.country, str))
    (country, times), *rest = (*named.most_common(2), ("", 0))
    others = max((n for _, n in rest), default=0)
    abroad = sum(land != country for land in lands)
    if times < OWN or times < OTHERS * others or abroad > int(times >= NEARLY_ALL * others):
        return None
    return _as_place(str(country), scene)


def _as_place(country: str, scene: Scene) -> tuple[Place, tuple[Evidence, ...]] | None:
    """A country with the words that name it first: a place in it, else one of its people."""
    places = (*scene.places, *scene.countries)
    own = sorted((p for p in places if p.country == country), key=lambda p: p.level != "country")
    words = sorted(m.span for p in scene.places if p.country == country for m in p.mentions)
    words = words or sorted(m.span for a in scene.actors if a.country == country for m in a.mentions)
    return (own[0], (Evidence(words[0], RULE),)) if own and words else None


def _opens_in(country: str, scene: Scene) -> bool:
    """Whether headline or lead name a place of a country, and none of another."""
    end = max((s.end for s in scene.sentences[:LEAD]), default=0)
    lands = {p.country for p in scene.places for m in p.mentions if m.span.start < end}
    return lands == {country}


def _belongs(group: Group, country: str, scene: Scene) -> bool:
    """Whether an act is one of the story's: fresh, by and to nobody of another country."""
    first = group[0]
    if first.type not in STAYING | {MEETING} or any(isinstance(r.place, str) for r in group):
        return False
    if not _is_fresh(first, scene) or not _is_home(first, country, scene):
        return False
    sentence = scene.sentences[first.judged.candidate.sentence]
    if any(t.low in scene.circumstances.elsewhere for t in sentence.tokens[:3]):
        return False
    if any(t.value == BEFORE and sentence.start <= t.span.start < sentence.end for t in scene.times):
        return False
    places = (p for p in scene.places if any(sentence.start <= m.head < sentence.end for m in p.mentions))
    if any(p.country != country for p in places) or _goes_abroad(group, scene):
        return False
    return all(_lands(r, scene) <= {country} for r in group)


def _is_home(reading: Reading, country: str, scene: Scene) -> bool:
    """Whether an act does not lead out of the country: a force that is sent may go anywhere."""
    if reading.type == MEETING:
        return _meets_at_home(reading, country, scene)
    return reading.type not in ABROAD or reading.mode in AT_HOME


def _meets_at_home(reading: Reading, country: str, scene: Scene) -> bool:
    """Whether several people of a country meet, and nobody of another or of an organisation."""
    parties = [a for a in scene.actors if a.id in reading.actors_in("actor", "host", "mediator")]
    known = [p for p in reading.parties if not isinstance(p.actor, Unknown)]
    met = len(known) > 1 and reading.mode != "phone" and reading.status != "negated"
    return met and all(a.country == country for a in parties)


def _goes_abroad(group: Group, scene: Scene) -> bool:
    """Whether several states together did it: a coalition's strike is where it is said to be."""
    doers = frozenset[str]().union(*(r.actors_in("actor") for r in group))
    return any(a.kind == COALITION for a in scene.actors if a.id in doers)


def _lands(reading: Reading, scene: Scene) -> set[str]:
    """The countries of the parties; those who were struck at home tell more than who struck."""
    roles = (("recipient", "against"), ("actor",))
    found = [{scene.country(a) for a in reading.actors_in(*names)} for names in roles]
    struck, doers = ({str(c) for c in lands if not isinstance(c, Unknown)} for lands in found)
    return struck or doers


def _is_fresh(reading: Reading, scene: Scene) -> bool:
    """Whether an act has no day, or one shortly before publication."""
    published = scene.article.published.begin
    if isinstance(reading.time, Unknown):
        return True
    begin = reading.time.begin
    if not isinstance(begin, date) or not isinstance(published, date):
        return isinstance(reading.time.begin, Unknown)
    return (published - begin).days <= FRESH
