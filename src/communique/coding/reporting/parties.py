"""Who is who in an act: the words that fill its roles as parties."""

from __future__ import annotations

from dataclasses import replace

from communique.candidates import Candidate
from communique.coding.reporting.scene import Scene
from communique.denoting import denoted_by, is_somebody
from communique.model import Party, Unknown
from communique.syntax import Sentence

NO_ACTOR = "the words name no actor on record"
OTHER = "a noun without a country, whose likeliest state is the other party"
NOUNS = "roles.toml"  # rules of mentions by a noun for a kind of actor
SEVERAL = "the word may stand for several persons"
THINGS = frozenset({"recipient", "instrument"})  # roles that a thing may fill; the others are somebody's


def parties_of(candidate: Candidate, sentence: Sentence, scene: Scene) -> tuple[Party, ...]:
    """The parties of a candidate, those of mutual acts all as actors.

    *La coalition a frappé un convoi*: the convoy is a recipient by its words alone. A thing is no
    actor: *l'attentat a tué douze personnes* leaves the actor open.
    """
    found: list[Party] = []
    for filler in candidate.fillers:
        found.extend(_of_filler(filler.role, filler.token, candidate.rule, (sentence, scene)))
    if candidate.frame.initiator:
        found.extend(
            Party("initiator", p.actor, p.span, p.rule)
            for p in found
            if p.role == candidate.frame.initiator and not isinstance(p.actor, Unknown)
        )
    found = [_apart(p, found, scene) for p in found]
    if candidate.frame.is_mutual:
        found = [Party("actor", p.actor, p.span, p.rule) if p.role == "recipient" else p for p in found]
        found = [p for p in found if p.role != "actor" or not isinstance(p.actor, Unknown)]
    return _once(found)


def _apart(party: Party, parties: list[Party], scene: Scene) -> Party:
    """*La junte accuse la France*: a noun without a country is not the state named as the other party."""
    others = [p for p in parties if p.actor == party.actor and p.role != party.role]
    if isinstance(party.actor, Unknown) or not others or not _by_role(party, scene):
        return party
    if any(_by_role(p, scene) for p in others):
        return party
    return replace(party, actor=Unknown(OTHER))


def _by_role(party: Party, scene: Scene) -> bool:
    """Whether a party's words are a noun for a kind of actor, without a name of their own."""
    met = scene.mentions.starting(party.span.start)
    return any(d.mention.span == party.span and d.mention.rule.startswith(NOUNS) for d in met)


def _of_filler(role: str, token: int, rule: str, where: tuple[Sentence, Scene]) -> list[Party]:
    sentence, scene = where
    word = sentence.tokens[token]
    denoted = denoted_by(sentence, token, scene.mentions)
    if denoted:
        return [Party(role, d.actor.id, d.mention.span, rule) for d in denoted]
    if is_somebody(sentence, token):
        return [Party(role, Unknown(SEVERAL), scene.article.span(word.start, word.end), rule)]
    if role not in THINGS or word.pos not in ("NOUN", "PROPN", "X") or not word.text[:1].isalpha():
        return []
    start, end = _timeless(*scene.reader.phrase(sentence, token), scene)
    owners = _owners(sentence, token, scene)
    span = scene.article.span(start, end)
    return [Party(role, owner, span, rule) for owner in owners] or [
        Party(role, Unknown(NO_ACTOR), span, rule)
    ]


def _timeless(start: int, end: int, scene: Scene) -> tuple[int, int]:
    """*18 drones russes dans la nuit*: the words that say when are no part of a thing's name."""
    first = min((t.span.start for t in scene.times if start < t.span.start < end), default=end)
    return start, start + len(scene.article.text[start:first].rstrip(" ,"))


def _owners(sentence: Sentence, token: int, scene: Scene) -> list[str]:
    """Whose thing or act it is: *une caserne de l'armée malienne*, *les propos turcs*."""
    found: list[str] = []
    for child in sentence.children(token):
        if child.dep == "amod":
            headed = scene.mentions.headed(child.start)
            found.extend([headed.actor.id] if headed else [])
        elif child.dep == "nmod" and scene.reader.preposition(sentence, child.i) in scene.reader.grammar.of(
            "of"
        ):
            found.extend(d.actor.id for d in denoted_by(sentence, child.i, scene.mentions))
    return list(dict.fromkeys(found))


def _once(parties: list[Party]) -> tuple[Party, ...]:
    """Each actor once in a role, and nobody both actor and recipient."""
    seen: set[tuple[str, str | tuple[int, int]]] = set()
    kept: list[Party] = []
    acting = {p.actor for p in parties if p.role == "actor" and isinstance(p.actor, str)}
    for party in parties:
        who = party.actor if isinstance(party.actor, str) else (party.span.start, party.span.end)
        if (party.role, who) in seen or (party.role == "recipient" and who in acting):
            continue
        seen.add((party.role, who))
        kept.append(party)
    return tuple(kept)
