"""Denials of what was told before: *Moscou dément*, *des accusations rejetées par Damas*.

Source: codebook, 'Status': what one claims and another denies keeps the status of the claim, and
``denied_by`` holds who contradicts it. A denial is no report of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from communique.coding.reporting.scene import Scene
from communique.denoting import denoted_by
from communique.model import Evidence, Span, Unknown
from communique.readings import Reading
from communique.syntax import Sentence, Token

CLAIMED = frozenset({"asserted", "reported", "unconfirmed", "possible", "planned"})
HEARSAY = frozenset({"unconfirmed", "possible", "attempted"})
SENTENCES = 3  # how far behind the claim its denial may stand
RULE = "denials"

Groups = tuple[tuple[Reading, ...], ...]


class Denial(NamedTuple):
    """Who denies what stands before: the sentence's index, the words, the deniers."""

    sentence: int
    span: Span
    by: tuple[str, ...]


def add_denials(groups: Groups, scene: Scene) -> Groups:
    """The groups with those who deny them: by words of their own, or by a denied act of the same kind."""
    merged = _merged(groups, scene)
    for denial in _denials(scene):
        targets = _targets(denial, merged, scene)
        merged = tuple(_denied(g, denial, scene) if k in targets else g for k, g in enumerate(merged))
    return merged


def _denied(group: tuple[Reading, ...], denial: Denial, scene: Scene) -> tuple[Reading, ...]:
    first = group[0]
    by = tuple(dict.fromkeys((*first.denied_by, *denial.by)))
    words = (*first.denial_evidence, Evidence(denial.span, scene.circumstances.rule(RULE)))
    return (replace(first, denied_by=by, denial_evidence=words), *group[1:])


# -- denials without an act of their own ------------------------------------------------------------


def _denials(scene: Scene) -> Iterator[Denial]:
    for index, sentence in enumerate(scene.sentences):
        for token in sentence.tokens:
            if token.pos in ("VERB", "ADJ", "AUX") and _takes_up(sentence, token, scene):
                by = _deniers(sentence, token, scene)
                if by:
                    yield Denial(index, scene.article.span(token.start, token.end), by)


def _takes_up(sentence: Sentence, token: Token, scene: Scene) -> bool:
    """Whether a verb denies something said before: an accusation, a pronoun, or nothing named."""
    words = scene.circumstances
    strong = _is_one(token, words.denying)
    if not strong and not _is_one(token, words.rejecting):
        return False
    children = sentence.children(token.i)
    if any(_tells(c, scene) for c in children):
        return False
    if any(t.low in scene.reader.grammar.of("negation_clitic") for t in children):
        return False
    objects = [sentence.tokens[i] for i in scene.reader.objects(sentence, token.i)]
    over = sentence.head(token.i)
    if token.dep.startswith("acl") and over is not None:
        objects.append(over)
    if any(_is_one(o, words.claims) for o in objects):
        return True
    if token.dep == "acl:relcl" and over is not None and over.low in scene.reader.grammar.of("presenting"):
        return True  # *…, ce que le Kremlin conteste*
    if not strong or token.pos != "VERB":
        return False
    return all(o.pos in ("PRON", "DET", "SCONJ") for o in objects)


def _tells(child: Token, scene: Scene) -> bool:
    """Whether a clause below the verb tells an act: *dément avoir tiré*, not *être à l'origine des tirs*."""
    clause = child.dep in ("ccomp", "xcomp") or (child.pos == "VERB" and child.dep.startswith("obl"))
    return clause and (child.start in scene.acts or child.pos in ("VERB", "AUX"))


def _is_one(token: Token, lemmas: frozenset[str]) -> bool:
    low = token.low.removesuffix("s")
    return bool({token.lemma.lower(), token.low, low, low.removesuffix("e")} & lemmas)


def _deniers(sentence: Sentence, token: Token, scene: Scene) -> tuple[str, ...]:
    heads = scene.reader.agents(sentence, token.i)
    if not heads and token.dep.startswith("acl"):
        agent = scene.reader.grammar.of("agent")
        heads = tuple(
            c.i for c in sentence.children(token.i) if scene.reader.preposition(sentence, c.i) in agent
        )
    found = [d.actor.id for i in heads for d in denoted_by(sentence, i, scene.mentions)]
    return tuple(dict.fromkeys(found))


def _targets(denial: Denial, groups: Groups, scene: Scene) -> frozenset[int]:
    """The claims that a denial takes up: the nearest before it that are told of the denier."""
    for back in range(SENTENCES + 1):
        if denial.sentence < back:
            break
        sentence = scene.sentences[denial.sentence - back]
        found = frozenset(
            k
            for k, group in enumerate(groups)
            for r in group
            if sentence.start <= r.span.start < sentence.end
            and r.span.start < denial.span.start
            and _is_claim(r)
            and _is_told_of(r, denial.by, scene)
        )
        if found:
            return found
    return frozenset()


def _is_claim(reading: Reading) -> bool:
    """An accusation, or an act on somebody's word."""
    return reading.type == "ACCUSE" or (reading.status in CLAIMED and bool(reading.according_to))


def _is_told_of(reading: Reading, deniers: tuple[str, ...], scene: Scene) -> bool:
    """Whether the denier is accused in it, or is said to have done it; its country may stand for it."""
    roles = ("recipient",) if reading.type == "ACCUSE" else ("actor", "recipient", "against")
    told = reading.actors_in(*roles)
    affirming = {chain[-1] for chain in reading.according_to}
    if affirming & set(deniers):
        return False
    return bool(told & set(deniers)) or bool(_lands(told, scene) & _lands(deniers, scene))


def _lands(actors: frozenset[str] | tuple[str, ...], scene: Scene) -> frozenset[str]:
    found = (scene.country(a) for a in actors)
    return frozenset(c for c in found if not isinstance(c, Unknown))


# -- denied acts that somebody claims ----------------------------------------------------------------


def _merged(groups: Groups, scene: Scene) -> Groups:
    """Groups of denied acts joined to the claim that they contradict, which stands before them."""
    joined: dict[int, int] = {}
    for k, group in enumerate(groups):
        if all(r.status == "denied" for r in group):
            claim = _claim_of(group, groups, scene)
            if claim is not None and claim not in joined:
                joined[k] = claim
    return tuple(
        _in_order((*group, *(r for d, c in joined.items() if c == k for r in groups[d])))
        for k, group in enumerate(groups)
        if k not in joined
    )


def _in_order(group: tuple[Reading, ...]) -> tuple[Reading, ...]:
    return tuple(sorted(group, key=lambda r: r.span))


def _claim_of(denied: tuple[Reading, ...], groups: Groups, scene: Scene) -> int | None:
    """The claim that a denied act contradicts: same type, by the denier, told before by somebody else."""
    first = denied[0]
    for k in range(len(groups) - 1, -1, -1):
        for reading in groups[k]:
            if reading.type != first.type or reading.span.start > first.span.start:
                continue
            if _is_hearsay_of(reading, first) or _is_owned(reading, first):
                return k
            if reading.status not in CLAIMED or not reading.according_to:
                continue
            if _is_told_of(reading, first.denied_by, scene):
                return k
    return None


def _is_owned(reading: Reading, denied: Reading) -> bool:
    """*Le mari a attaqué sa femme*, then *nie l'avoir attaquée*: the doer denies what was told of the two."""
    doers, sufferers = reading.actors_in("actor"), reading.actors_in("recipient", "against")
    return (
        reading.status in CLAIMED
        and bool(doers & set(denied.denied_by))
        and bool(sufferers & denied.actors_in("recipient", "against"))
    )


def _is_hearsay_of(reading: Reading, denied: Reading) -> bool:
    """*serait détenu*, then *a démenti toute arrestation*: hearsay in the same mode of the same sufferers."""
    if reading.status not in HEARSAY or isinstance(denied.mode, Unknown) or reading.mode != denied.mode:
        return False
    mine, theirs = (r.actors_in("recipient", "against") for r in (reading, denied))
    return not mine or not theirs or bool(mine & theirs)
