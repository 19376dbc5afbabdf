"""Denials of what was told before: *Moscou dément*, *des accusations rejetées par Damas*.

Source: codebook, 'Status': what one claims and another denies keeps the status of the claim, and
``denied_by`` holds who contradicts it. A denial is no report of its own.
"""

from __future__ import annotations

from dataclasses import replace

from communique.coding.reporting.disputes import FAR, Denial, denials_told
from communique.coding.reporting.negations import STATE
from communique.coding.reporting.scene import Scene
from communique.model import Evidence, Unknown
from communique.readings import Reading

CLAIMED = frozenset({"asserted", "reported", "unconfirmed", "possible", "planned"})
HEARSAY = frozenset({"unconfirmed", "possible", "attempted"})
RULE = "denials"

Groups = tuple[tuple[Reading, ...], ...]


def add_denials(groups: Groups, scene: Scene) -> Groups:
    """The groups with those who deny them: by words of their own, or by a denied act of the same kind."""
    merged = _merged(groups, scene)
    for denial in denials_told(scene):
        targets = _with_content(_targets(denial, merged, scene), merged)
        merged = tuple(_denied(g, denial, scene) if k in targets else g for k, g in enumerate(merged))
    return merged


def _denied(group: tuple[Reading, ...], denial: Denial, scene: Scene) -> tuple[Reading, ...]:
    first = group[0]
    by = tuple(dict.fromkeys((*first.denied_by, *denial.by)))
    words = (*first.denial_evidence, Evidence(denial.span, scene.circumstances.rule(RULE)))
    return (replace(first, denied_by=by, denial_evidence=words), *group[1:])


def _targets(denial: Denial, groups: Groups, scene: Scene) -> frozenset[int]:
    """The claims that a denial takes up: the nearest before it that are told of the denier.

    One that hangs on the claim itself (*…, ce que dément la ministre*) may be anybody's, and so may one
    that names it (*rejette les allégations géorgiennes*).
    """
    named = frozenset(
        k
        for k, group in enumerate(groups)
        for r in group
        if any(r.span.start <= at < r.span.end for at in denial.named) and not _is_own_claim(r, denial.by)
    )
    return named | (_before(denial, groups, scene) or _behind(denial, groups, scene))


def _with_content(targets: frozenset[int], groups: Groups) -> frozenset[int]:
    """With a charge that is denied goes what it charges with: *d'avoir tiré*, then *Kiev dément*."""
    charges = [r for k in targets for r in groups[k] if r.type == "ACCUSE"]
    found = frozenset(
        k
        for k, group in enumerate(groups)
        for r in group
        for charge in charges
        if r.type != "ACCUSE"
        and r.status in CLAIMED
        and r.sentence == charge.sentence
        and charge.span.start < r.span.start
        and {chain[-1] for chain in r.according_to} & charge.actors_in("actor")
    )
    return targets | found


def _before(denial: Denial, groups: Groups, scene: Scene) -> frozenset[int]:
    """The nearest claims before a denial that it may take up."""
    for back in range(FAR + 1):
        if denial.sentence < back:
            break
        sentence = scene.sentences[denial.sentence - back]
        begin = denial.since if denial.since is not None and not back else sentence.start
        found = frozenset(
            k
            for k, group in enumerate(groups)
            for r in group
            if begin <= r.span.start < sentence.end
            and r.span.start < denial.span.start
            and (_is_claim(r) or (denial.since is not None and r.status == "attempted"))
            and not _is_own_claim(r, denial.by)
            and (denial.since is not None or _is_told_of(r, denial, scene))
        )
        if found:
            return found
    return frozenset()


def _behind(denial: Denial, groups: Groups, scene: Scene) -> frozenset[int]:
    """*« C'est faux », a réagi Téhéran, que Washington accuse d'avoir tiré*: a claim behind it.

    Only for words that can deny nothing else, and only what is told of the denier.
    """
    if not denial.plain:
        return frozenset()
    sentence = scene.sentences[denial.sentence]
    return frozenset(
        k
        for k, group in enumerate(groups)
        for r in group
        if denial.span.end <= r.span.start < sentence.end
        and _is_claim(r)
        and not _is_own_claim(r, denial.by)
        and _is_told_of(r, denial, scene)
    )


def _is_claim(reading: Reading) -> bool:
    """An accusation, or an act on somebody's word or on nobody's."""
    if reading.type == "ACCUSE":
        return reading.status in CLAIMED
    return reading.status == "unconfirmed" or (reading.status in CLAIMED and bool(reading.according_to))


def _is_own_claim(reading: Reading, deniers: tuple[str, ...]) -> bool:
    """Whether the denier is the one who accuses or affirms."""
    affirming = {chain[-1] for chain in reading.according_to}
    accusing = reading.actors_in("actor") if reading.type == "ACCUSE" else frozenset()
    return bool((affirming | accusing) & set(deniers))


def _is_told_of(reading: Reading, denial: Denial, scene: Scene) -> bool:
    """Whether the denier is accused in it, or is said to have done it; its country may stand for it.

    So may another body of a state that the text does not name: *reproche aux autorités*, then *la
    préfecture dément*.
    """
    roles = ("recipient",) if reading.type == "ACCUSE" else ("actor", "recipient", "against")
    told = reading.actors_in(*roles)
    if told & set(denial.by) or _lands(told, scene) & _lands(denial.by, scene):
        return True
    return denial.plain and any(_is_one_state(a, b, scene) for a in told for b in denial.by)


def _is_one_state(one: str, other: str, scene: Scene) -> bool:
    """Whether two may be bodies of one state: both are a state's, and at most one says which."""
    if not {scene.sector(one), scene.sector(other)} <= STATE:
        return False
    return any(isinstance(scene.country(a), Unknown) for a in (one, other))


def _lands(actors: frozenset[str] | tuple[str, ...], scene: Scene) -> frozenset[str]:
    found = (scene.country(a) for a in actors)
    return frozenset(c for c in found if not isinstance(c, Unknown))


# -- denied acts that somebody claims ----------------------------------------------------------------


def _merged(groups: Groups, scene: Scene) -> Groups:
    """Groups of denied acts joined to the claim that they contradict, which stands before them."""
    joined: dict[int, int] = {}
    for k, group in enumerate(groups):
        if all(r.status == "denied" or (r.status == "negated" and _deniers(r)) for r in group):
            claim = _claim_of(tuple(_as_denied(r) for r in group), groups, scene)
            if claim is not None and claim not in joined:
                joined[k] = claim
    return tuple(
        _in_order((*group, *(_as_denied(r) for d, c in joined.items() if c == k for r in groups[d])))
        for k, group in enumerate(groups)
        if k not in joined
    )


def _deniers(reading: Reading) -> tuple[str, ...]:
    """Who says that an act was not done: those who deny it, or on whose word it is told.

    Where the outlet itself says so (*contrairement à ce qu'affirme Kiev*), the sources affirm the act.
    """
    if reading.denied_by or isinstance(reading.statement, Unknown):
        return reading.denied_by
    return tuple(dict.fromkeys(chain[-1] for chain in reading.according_to))


def _as_denied(reading: Reading) -> Reading:
    """An act not done on somebody's word, as the denial of a claim that it was done."""
    if reading.status == "denied":
        return reading
    return replace(reading, status="denied", denied_by=_deniers(reading), according_to=())


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
            if _is_own_claim(reading, first.denied_by):
                continue
            if _is_told_of(reading, Denial(0, first.span, first.denied_by), scene):
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
