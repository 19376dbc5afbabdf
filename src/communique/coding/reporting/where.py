"""Where an act happened: the place told with it, the state that it befell, the state whose law it was.

Source: codebook, 'Where'. Neither the speaker's place nor a dateline is the place of an act.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from communique.candidates import Candidate
from communique.coding.reporting.circumstances import reach_of, verb_of
from communique.coding.reporting.scene import Scene
from communique.coding.reporting.there import place_taken_up
from communique.model import Evidence, Party, Place, PlaceMention, Unknown
from communique.syntax import Sentence, Token

Placed = tuple[str | Unknown, tuple[Evidence, ...]]

WORDS = frozenset({"AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
"""Types that are done with words: a place inside their complement is not where they were said."""
TALK = "CONSULT"
AT_HOME = frozenset({"arrest", "censor", "restrict", "curfew", "martial-law"})
"""Modes of COERCE by which a state acts in its own land."""
LEVELS = ("site", "city", "region", "country")
STATES = frozenset({"state", "government"})
AUTHORITIES = frozenset({"GOV", "COP", "JUD", "LEG"})
POLICE = "COP"
POLICED = frozenset({"ASSAULT", "COERCE"})
"""Types of acts that a police does in its own land, whatever their mode."""
DECREED = frozenset({"curfew", "martial-law"})  # what the head of a state imposes on it
JOINED = frozenset({"nmod", "appos", "flat:name"})
AFTER = 12  # words behind a trigger in which a place may stand that the parser hung elsewhere
APPOSED = 60  # characters between a place and the larger one that it lies in
NO_PLACE = "the text names no place for it"
BY_RECIPIENT = "state-struck"
BY_LAW = "own-authorities"


class Spot(NamedTuple):
    """A place that may be the act's: how far it stands in the grammar, how exact, how far in words."""

    reach: int
    exactness: int
    distance: int
    place: Place
    mention: PlaceMention


def place_of(
    candidate: Candidate,
    sentence: Sentence,
    scene: Scene,
    *,
    home: str | Unknown,
    parties: tuple[Party, ...],
) -> Placed:
    """The place of an act with its evidence; Unknown where the sentence tells none.

    Named at the trigger or in its clause (*à Pensa, dans le nord du pays*: the most exact), else the
    state that was struck (*l'invasion de l'Ukraine*) or whose authorities acted at home. ``home`` is
    the mode of a deed that was done, and Unknown for what is only ordered or feared.
    """
    spots = sorted(_spots(candidate, sentence, scene), key=lambda s: s[:3])
    if spots:
        best = _most_exact(spots)
        return best.place.id, (Evidence(best.mention.span, best.mention.rule),)
    taken_up = place_taken_up(candidate.frame.type, verb_of(sentence, candidate, scene), sentence, scene)
    if taken_up is not None:
        return taken_up[0], (taken_up[1],)
    party, rule = _struck(candidate, parties, scene), BY_RECIPIENT
    if party is None:
        party, rule = _authority(candidate, home, parties, scene), BY_LAW
    place = None if party is None or isinstance(party.actor, Unknown) else scene.country_of(party.actor)
    if party is None or place is None:
        return Unknown(NO_PLACE), ()
    return place.id, (Evidence(party.span, rule),)


def _spots(candidate: Candidate, sentence: Sentence, scene: Scene) -> Iterator[Spot]:
    own = verb_of(sentence, candidate, scene)
    for place, mention in _placed(sentence, scene):
        token = sentence.at(mention.head)
        if token is None or (place.level == "country" and _is_beside(sentence, token, scene)):
            continue
        reach = _reach(token, own, candidate, (sentence, scene))
        if reach is not None:
            yield Spot(reach, LEVELS.index(place.level), abs(token.start - candidate.start), place, mention)


def _placed(sentence: Sentence, scene: Scene) -> Iterator[tuple[Place, PlaceMention]]:
    for place in scene.places:
        for mention in place.mentions:
            if sentence.start <= mention.head < sentence.end:
                yield place, mention


def _reach(
    token: Token, own: Token | None, candidate: Candidate, where: tuple[Sentence, Scene]
) -> int | None:
    """How near a place stands: as a circumstance of the act (0 to 2), or by the words alone (3)."""
    sentence, scene = where
    reach = reach_of(token, own, candidate, (sentence, scene))
    words_only = candidate.frame.type in WORDS
    if words_only and not _is_direct(token, own, candidate, sentence):
        reach = None
    if (words_only or candidate.frame.type == TALK) and _is_of_topic(token, candidate, (sentence, scene)):
        return None
    if reach is None and _follows(token, candidate, (sentence, scene)):
        return 3
    return reach


def _is_of_topic(token: Token, candidate: Candidate, where: tuple[Sentence, Scene]) -> bool:
    """Whether a place stands right behind a noun that is only spoken of: *ont discuté du conflit en Syrie*.

    However the tree has it, and however many adjectives stand between.
    """
    sentence, scene = where
    opening = min((c.i for c in sentence.children(token.i) if c.i < token.i), default=token.i)
    at = opening - 1
    while at > candidate.trigger.word and sentence.tokens[at].pos == "ADJ":
        at -= 1
    noun = sentence.tokens[max(at, 0)]
    if noun.i <= candidate.trigger.word or noun.pos not in ("NOUN", "PROPN") or _is_time(noun, scene):
        return False
    if any(noun.i == f.token for f in candidate.fillers) or noun.i in candidate.trigger.words:
        return False  # *s'est entretenu avec le roi à Rabat*
    return bool(scene.reader.preposition(sentence, noun.i)) or noun.dep == "obj"


def _is_direct(token: Token, own: Token | None, candidate: Candidate, sentence: Sentence) -> bool:
    """Whether a place hangs on the act's verb, or on another word of the act (*mis en examen à Lyon*)."""
    while token.dep in JOINED and sentence.tokens[token.head].pos == "PROPN":
        token = sentence.tokens[token.head]  # *à Rimbo, en Suède*
    head = sentence.tokens[token.head]
    return (own is not None and head.i == own.i) or candidate.start <= head.start < candidate.end


def _follows(token: Token, candidate: Candidate, where: tuple[Sentence, Scene]) -> bool:
    """Whether a place stands behind the act with no other verb, act or clause between.

    Acts that are done with words only reach a place right behind them (*a protesté jeudi à Genève*).
    """
    sentence, scene = where
    trigger = candidate.trigger
    last = max(w for w in (*trigger.words, trigger.verb, trigger.effect) if w is not None)
    between = sentence.tokens[last + 1 : token.i]
    if not 0 < token.i - last <= AFTER or not any(t.low in scene.circumstances.whereby for t in between[-3:]):
        return False
    if any(_parts(t) or t.start in scene.acts for t in between):
        return False
    if candidate.frame.type not in WORDS:
        return True
    return all(t.pos in ("ADP", "DET", "ADV") or _is_time(t, scene) for t in between)


def _parts(token: Token) -> bool:
    """Whether a word begins another clause; a capital tells a name that was read as a verb (*à Pensa*)."""
    return token.pos in ("VERB", "AUX", "SCONJ", "PUNCT", "PRON") and not token.text[:1].isupper()


def _is_time(word: Token, scene: Scene) -> bool:
    return any(t.span.start <= word.start < t.span.end for t in scene.times)


def _is_beside(sentence: Sentence, token: Token, scene: Scene) -> bool:
    """*près du Rwanda*: the country is only what lies near; *retiré d'Irak* is left to the rule."""
    before = sentence.tokens[max(0, token.i - 3) : token.i]
    return any(t.low in scene.circumstances.beside for t in before)


def _most_exact(spots: list[Spot]) -> Spot:
    """The nearest place, or a more exact one told right beside it in the same country."""
    best = spots[0]
    for spot in spots[1:]:
        gap = abs(spot.mention.span.start - best.mention.span.start)
        if spot.exactness < best.exactness and gap <= APPOSED and _may_lie_in(spot.place, best.place):
            best = spot
    return best


def _may_lie_in(inner: Place, outer: Place) -> bool:
    return isinstance(inner.country, Unknown) or inner.country == outer.country


def _struck(candidate: Candidate, parties: tuple[Party, ...], scene: Scene) -> Party | None:
    """The state that an assault fell upon, named as a country: *a envahi l'Ukraine*."""
    if candidate.frame.type != "ASSAULT" or candidate.frame.is_mutual:
        return None
    struck = [p for p in parties if p.role == "recipient" and _is_state(p, scene)]
    return struck[0] if len(struck) == 1 else None


def _is_state(party: Party, scene: Scene) -> bool:
    """Whether words name a state itself, no capital and no organ of it."""
    actor = next((a for a in scene.actors if a.id == party.actor), None)
    if actor is None or actor.kind not in STATES:
        return False
    rules = {m.rule.partition("#")[2] for m in actor.mentions if m.span.overlaps(party.span)}
    return bool(rules & {"name", "country", "addressed-state"}) or "addressed-state" in {
        m.rule for m in actor.mentions if m.span.overlaps(party.span)
    }


def _authority(
    candidate: Candidate, mode: str | Unknown, parties: tuple[Party, ...], scene: Scene
) -> Party | None:
    """The authorities that acted in their own land: *la police sud-africaine a arrêté trois hommes*."""
    kind = candidate.frame.type
    at_home = (kind == "COERCE" and mode in AT_HOME) or (kind, mode) == ("SANCTION", "convict")
    for party in parties:
        actor = next((a for a in scene.actors if a.id == party.actor), None)
        if party.role != "actor" or actor is None:
            continue
        if kind in POLICED and actor.sector == POLICE:
            return party
        if at_home and actor.sector in AUTHORITIES:
            return party if actor.kind != "person" or mode in DECREED else None
    return None
