"""The country of a story: an act told without a place happened where all acts that have one did.

*Des milliers de personnes ont défilé à Tunis. Dix hommes ont été arrêtés*: in Tunisia. A value that
follows so carries the rule ``story-country`` and the words of the first place there. Source: codebook,
'Where'.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

from communique.codebook import HAPPENED
from communique.coding.reporting.continuity import BEFORE
from communique.coding.reporting.scene import Scene
from communique.coding.reporting.told import LASTING, PAST, PRESENT, tense_of
from communique.model import Evidence, Place, Unknown
from communique.readings import Reading

Group = tuple[Reading, ...]
RULE = "story-country"
HOME_FORCE = "police"  # the mode of a deployment that does not go abroad
COALITION = "coalition"  # the kind of actor that has no country, and acts in others
FEWEST = 2  # acts, or places named, that make a country that of the story
MANY = 3  # mentions, and times as many as of any other country, that do where no act has a place
LEAD = 3  # sentences in which the story names where it is set
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
    """The country of the story with its first words, if all acts that have a place lie in one."""
    known = {p.id: p for p in (*scene.places, *scene.countries)}
    placed = [
        (r, known[r.place])
        for g in groups
        for r in g
        if r.type in LASTING and isinstance(r.place, str) and known[r.place].level != "site"
    ]
    lands = {place.country for _, place in placed}
    mentions = [(m.span, p) for p in scene.places for m in p.mentions if p.level != "site"]
    named = Counter(p.country for _, p in mentions)
    country = next(iter(lands), None) if placed else next((land for land, _ in named.most_common(1)), None)
    if len(lands) > 1 or country is None or isinstance(country, Unknown):
        return None
    others = max((n for land, n in named.items() if land != country), default=0)
    most = named[country] >= FEWEST and named[country] > others
    several = len({p.id for _, p in mentions if p.country == country}) >= FEWEST
    several = several and _opens_in(country, scene)
    alone = several and named[country] >= MANY and named[country] >= MANY * others
    if not (alone or (placed and most)):
        return None
    words, first = next(
        (m for m in sorted(mentions, key=lambda m: m[0]) if m[1].country == country), (None, None)
    )
    if words is None or first is None:
        return None
    places = (*scene.places, *scene.countries)
    whole = next((p for p in places if p.country == country and p.level == "country"), first)
    return whole, (Evidence(words, RULE),)


def _opens_in(country: str, scene: Scene) -> bool:
    """Whether headline or lead name a place of a country, and none of another."""
    end = max((s.end for s in scene.sentences[:LEAD]), default=0)
    lands = {p.country for p in scene.places for m in p.mentions if m.span.start < end}
    return lands == {country}


def _belongs(group: Group, country: str, scene: Scene) -> bool:
    """Whether an act is one of the story's: fresh, told as done, by and to nobody of another country."""
    first = group[0]
    if first.type not in LASTING or any(isinstance(r.place, str) for r in group):
        return False
    if first.status not in HAPPENED or not _is_fresh(first, scene):
        return False
    sentence = scene.sentences[first.judged.candidate.sentence]
    told = tense_of(first.judged.candidate.trigger, sentence)
    if told not in PAST | {PRESENT} or (first.type == "MOBILIZE" and first.mode != HOME_FORCE):
        return False
    if any(t.low in scene.circumstances.elsewhere for t in sentence.tokens[:3]):
        return False
    if any(t.value == BEFORE and sentence.start <= t.span.start < sentence.end for t in scene.times):
        return False
    places = (p for p in scene.places if any(sentence.start <= m.head < sentence.end for m in p.mentions))
    if any(p.country != country for p in places) or _goes_abroad(group, scene):
        return False
    return all(_lands(r, scene) <= {country} for r in group)


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
