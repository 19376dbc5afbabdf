"""One occurrence, one report: mentions of the same act in one article are brought together.

Headline, lead, body and look-backs speak of one act in several places; three strikes on three days
are three. Source: codebook, 'The words we use' (Report) and 'Not recorded'.
"""

from __future__ import annotations

from collections.abc import Callable

from communique.codebook import HAPPENED, SPOKEN, event_type
from communique.coding.reporting.fallen import (
    OUTCOMES,
    RECIPIENTS,
    everybody,
    harms,
    is_toll,
    turns_round,
)
from communique.coding.reporting.headings import ANNOUNCING, HEADING, HEADLINE
from communique.coding.reporting.kinship import Kinship
from communique.model import Unknown
from communique.readings import Called, Reading

NEAR = 400  # characters between two wordings of one act that share their parties only
ONE_SENTENCE = 99  # grammar says that it is one act
STEM = 5  # letters that a verb and its noun of action share
SHORTEST = 3  # letters of a noun that is its verb's stem
NUMBER = 3  # least number that tells two tolls to be one
GATHERINGS = frozenset({"PROTEST"})  # acts of a day that the plural tells as well as the singular
LEAVING = frozenset({"resign"})  # modes of what one does once
ONCE = frozenset({"ACCUSE", "COERCE", "RETREAT", "SANCTION"})


def group_readings(
    readings: tuple[Reading, ...], *, kinship: Kinship | None = None
) -> tuple[tuple[Reading, ...], ...]:
    """Readings grouped by occurrence, each group in text order; every reading is in one group.

    A reading joins the best earlier group that nothing contradicts; where two fit equally, the
    nearer one. ``kinship`` knows which actors may be one another (*Paris* and *le ministre français*),
    which are only a kind of people (*des hommes armés*), and where places lie.
    """
    kinship = kinship or Kinship((), ())
    groups: list[list[Reading]] = []
    for reading in sorted(readings, key=lambda r: (r.span.start, r.span.end)):
        scored = [
            (score, k) for k, group in enumerate(groups) if (score := _fit(reading, group, kinship)) > 0
        ]
        if scored:
            groups[max(scored)[1]].append(reading)
        else:
            groups.append([reading])
    return tuple(tuple(group) for group in groups)


def sums_up(
    group: tuple[Reading, ...],
    groups: tuple[tuple[Reading, ...], ...],
    country: Callable[[str], str | Unknown],
) -> bool:
    """Whether a plural taken up (*les frappes américaines*) only sums up acts told one by one.

    So it is where two or more reports of the type, with a day each, fell upon the same country.
    """
    if not all(
        r.wording.plural and r.wording.definite and isinstance(r.time, Unknown) and not r.counts
        for r in group
    ):
        return False
    told = [
        other
        for other in groups
        if other is not group
        and other[0].type == group[0].type
        and any(not isinstance(r.time, Unknown) for r in other)
        and _overlap_or_open(_countries(group, country), _countries(other, country))
    ]
    return len(told) >= 2


def _countries(group: tuple[Reading, ...], country: Callable[[str], str | Unknown]) -> frozenset[str]:
    """Whom a group's acts fell upon, by country, or by name where they have none."""
    found = ((actor, country(actor)) for actor in everybody(group, *RECIPIENTS))
    return frozenset(actor if isinstance(code, Unknown) else code for actor, code in found)


def _fit(reading: Reading, group: list[Reading], kinship: Kinship) -> int:
    """How well a reading fits a group; 0 where it does not."""
    first = group[0]
    if turns_round(reading, group):
        return 0
    if first.type == reading.type and any(_accompanies(reading, r) or _befalls(r, reading) for r in group):
        return ONE_SENTENCE
    if first.type != reading.type or not _same_kind_of_status(reading, group) or _is_another(reading, group):
        return 0
    earlier = reading.wording.earlier and not _same_day(reading, group)
    if earlier or not (
        _times_agree(reading, group) and _modes_agree(reading, group) and _ordinals_agree(reading, group)
    ):
        return 0
    if not all(kinship.places_agree(reading.place, r.place) for r in group):
        return 0
    shared = 0
    for roles in (("actor",), RECIPIENTS):
        mine, theirs = reading.actors_in(*roles), everybody(group, *roles)
        if kinship.contradict(mine, theirs):
            return 0
        if (
            roles == ("actor",)
            and event_type(reading.type).mutual == "always"
            and kinship.apart(mine, theirs)
        ):
            return 0
        alike = kinship.shared(mine, theirs)
        shared += alike or _called_again(reading, group, roles)
    victims = reading.actors_in(*RECIPIENTS)
    harmed = kinship.are_persons(victims) and victims == everybody(group, *RECIPIENTS)
    again = 3 if harmed and harms(reading) and any(harms(r) for r in group) else 0
    return _evidence(reading, group, shared, extra=again)


def _called_again(reading: Reading, group: list[Reading], roles: tuple[str, ...]) -> int:
    """*un prêtre*, then *le prêtre*; *deux soldats*, then *les deux soldats*: 2 for one taken up."""
    return 2 * any(
        (mine.role, mine.noun, mine.plural) == (theirs.role, theirs.noun, theirs.plural)
        and _one_called(mine, theirs)
        for mine in reading.wording.called
        if mine.role in roles and mine.known
        for r in group
        for theirs in r.wording.called
    )


def _one_called(mine: Called, theirs: Called) -> bool:
    """Not *les bandes ont attaqué l'aéroport et pillé le port*: two acts of those told once."""
    if mine.start == theirs.start:
        return False
    return not mine.number or not theirs.number or mine.number == theirs.number


def _accompanies(reading: Reading, told: Reading) -> bool:
    """*a attaqué un poste, tuant dix soldats*, *un raid qui a tué dix civils*: the outcome of an act.

    Also *un cortège a défilé*: an act told by a noun and by the verb of which it is the subject.
    """
    starts = [reading.wording.subject] if _modes_agree(reading, [told]) else []
    if reading.type in OUTCOMES:
        starts.append(reading.wording.outcome_of)
    return any(start is not None and told.span.start <= start < told.span.end for start in starts)


def _befalls(verb: Reading, noun: Reading) -> bool:
    """*ont été tués par des frappes russes*: what befell whom, told by the verb and by the noun."""
    inside = any(noun.span.start <= start < noun.span.end for start in verb.wording.within)
    return inside and noun.type in OUTCOMES and _modes_agree(noun, [verb])


def _evidence(reading: Reading, group: list[Reading], shared: int, *, extra: int) -> int:
    """Points for what speaks for one act; ``shared``: 2 for a party in common, 1 for a kindred one."""
    same_word = any(_same_word(r.wording.lemma, reading.wording.lemma) for r in group)
    score = extra + shared + _taken_up(reading, group, same_word=same_word, shared=shared)
    if _announces(group, reading) and reading.role not in ANNOUNCING:
        score += 5
    if same_word and shared:
        score += 3
    if any(r.role == "headline" for r in group) and (shared or same_word):
        score += 2
    if event_type(reading.type).mutual == "always" and shared and _one_contains_the_other(reading, group):
        score += 3
    score += _told_again(reading, group, shared=shared, same_word=same_word)
    if reading.type in OUTCOMES and is_toll(reading, group):
        score += 5
    if shared and (_told_further(reading, group) or reading.sentence == group[-1].sentence):
        score += 3
    if shared and (
        _same_day(reading, group) or _once_for_all(reading, group) or _same_prospect(reading, group)
    ):
        score += 3
    if shared and _said_again(reading, group):
        score += 3
    if _same_number(reading, group) or (same_word and _same_content(reading, group)):
        score += 5
    return score if score >= 5 else 0


def _taken_up(reading: Reading, group: list[Reading], *, same_word: bool, shared: int) -> int:
    """Points where a noun takes up what was told: *ces frappes*, *l'entretien*, *l'attaque*."""
    wording = reading.wording
    taken_up = wording.definite or wording.demonstrative
    nobody = not reading.actors_in("actor", *RECIPIENTS)
    near = reading.span.start - group[-1].span.end < NEAR
    points = 0
    if same_word and nobody and not reading.counts and (taken_up or not wording.indefinite):
        points += 5
    elif same_word and taken_up and not everybody(group, "actor", *RECIPIENTS):
        points += 5  # *de violents combats*, then *les combats entre l'armée et les rebelles*
    if wording.demonstrative:
        points += 6 if near or same_word or nobody else 2
    elif wording.definite and not wording.plural and (same_word or shared):
        points += 3
    if wording.definite and not wording.plural and nobody and _same_mode(reading, group):
        points += 5  # *a été arrêté*, then *l'arrestation*
    if wording.definite and not wording.plural and same_word and _same_mode(reading, group):
        points += 2  # *un blocage des grévistes*, then *le blocage de l'autoroute par les manifestants*
    if wording.known and (same_word or _same_mode(reading, group) or (reading.type in OUTCOMES and near)):
        points += 5  # *se sont mutinés*, then *les soldats qui se sont mutinés*
    if wording.definite and wording.plural and shared and reading.type in GATHERINGS:
        points += 3  # *ont manifesté*, then *les manifestations des grévistes*
    return points


def _told_again(reading: Reading, group: list[Reading], *, shared: int, same_word: bool) -> int:
    """Points where an act is told again in other words: *se sont rassemblés*, then *ont manifesté*.

    Both tell the same mode, near each other or by the same word, and one of them names nobody, or nobody that
    the other lacks.
    """
    if not _same_mode(reading, group):
        return 0
    near = any(abs(reading.span.start - r.span.end) < NEAR for r in group)
    nobody = not reading.actors_in("actor", *RECIPIENTS) or not everybody(group, "actor", *RECIPIENTS)
    if reading.counts and any(r.counts for r in group):
        return 0
    if nobody and (same_word or near):
        return 5
    return 2 if shared and (same_word or near) else 0


def _same_number(reading: Reading, group: list[Reading]) -> bool:
    """*près de 500 interpellations*, then *près de 500 personnes ont été interpellées*."""
    told = {(c.value, c.role) for r in group for c in r.counts}
    return any((c.value, c.role) in told and c.value >= NUMBER for c in reading.counts)


def _same_content(reading: Reading, group: list[Reading]) -> bool:
    """*le syndicat appelle à la grève*, then *les salariés sont appelés à la grève*: each lacks a party."""
    if reading.type not in SPOKEN or not _same_mode(reading, group):
        return False
    mine, theirs = reading.actors_in("actor"), everybody(group, "actor")
    to, others = reading.actors_in(*RECIPIENTS), everybody(group, *RECIPIENTS)
    lacking = (not mine or not theirs) and (not to or not others)
    return lacking and any(reading.wording.content & r.wording.content for r in group)


def _same_word(one: str, other: str) -> bool:
    """Whether two words are the same, or a verb and its noun: *rappeler*, *rappel*, *jeter*, *jet*."""
    short, long = sorted((one, other), key=len)
    if len(short) >= STEM:
        return one[:STEM] == other[:STEM]
    return one == other or (len(short) >= SHORTEST and long.startswith(short) and len(long) - len(short) <= 2)


def _same_mode(reading: Reading, group: list[Reading]) -> bool:
    return not isinstance(reading.mode, Unknown) and any(r.mode == reading.mode for r in group)


def _is_another(reading: Reading, group: list[Reading]) -> bool:
    """*a également accusé*, *une autre embuscade*: said to be one more, unless a headline announces it."""
    return reading.wording.again and not any(r.wording.again or r.role == "headline" for r in group)


def _once_for_all(reading: Reading, group: list[Reading]) -> bool:
    """Whether two readings tell what is done once to somebody: *a été arrêté*, *est poursuivi*."""
    if reading.type not in ONCE or not _same_mode(reading, group):
        return False
    same = reading.actors_in(*RECIPIENTS) == everybody(group, *RECIPIENTS)
    if reading.mode in LEAVING:
        return bool(reading.actors_in("actor")) and reading.actors_in("actor") == everybody(group, "actor")
    return same and not (reading.actors_in("actor") and everybody(group, "actor"))


def _said_again(reading: Reading, group: list[Reading]) -> bool:
    """*a demandé des éclaircissements*, then *exige*: the same say the same, and to nobody else."""
    again = any(r.wording.again for r in (reading, *group))
    if reading.type not in SPOKEN or again or not _same_mode(reading, group):
        return False
    mine, theirs = reading.actors_in(*RECIPIENTS), everybody(group, *RECIPIENTS)
    same = reading.actors_in("actor") == everybody(group, "actor")
    return same and (mine == theirs or not mine or not theirs)


def _same_prospect(reading: Reading, group: list[Reading]) -> bool:
    """Whether both speak of what may come: *un possible renforcement*, *un éventuel déploiement*."""
    prospect = reading.status not in HAPPENED and all(r.status == reading.status for r in group)
    same = reading.actors_in("actor") == everybody(group, "actor")
    return prospect and same and _same_mode(reading, group)


def _announces(group: list[Reading], reading: Reading) -> bool:
    """Whether a group stands in the headline only, and tells one act: *les frappes* may be several.

    Or in the heading of the post that the reading stands in.
    """
    below = reading.span.start - group[-1].span.end < NEAR
    return all(
        (r.role == HEADLINE or (r.role == HEADING and below))
        and not (r.wording.plural and r.wording.definite)
        for r in group
    )


def _one_contains_the_other(reading: Reading, group: list[Reading]) -> bool:
    """Whether nobody takes part in one of two meetings only, and both know the same way of meeting."""
    mine, theirs = reading.actors_in("actor"), everybody(group, "actor")
    return mine <= theirs or theirs <= mine


def _told_further(reading: Reading, group: list[Reading]) -> bool:
    """Whether a reading without a day of its own follows the group's last one within two sentences."""
    last = group[-1]
    return isinstance(reading.time, Unknown) and 0 <= reading.sentence[0] - last.sentence[1] <= 2


def _same_kind_of_status(reading: Reading, group: list[Reading]) -> bool:
    """Deeds join deeds; a plan joins the same plan; a noun taken up joins either."""
    kinds = {"done" if r.status in HAPPENED else r.status for r in group}
    mine = "done" if reading.status in HAPPENED else reading.status
    taken_up = reading.wording.definite or reading.wording.demonstrative
    headline = any(r.role in ANNOUNCING for r in group) and mine not in ("negated", "denied")
    return mine in kinds or (taken_up and mine == "done") or headline


def _times_agree(reading: Reading, group: list[Reading]) -> bool:
    for other in group:
        if isinstance(reading.time, Unknown) or isinstance(other.time, Unknown):
            continue
        mine, theirs = reading.time, other.time
        if isinstance(mine.begin, Unknown) or isinstance(theirs.begin, Unknown):
            if mine.value != theirs.value and mine.type == theirs.type == "DATE":
                return False
            continue
        if isinstance(mine.end, Unknown) or isinstance(theirs.end, Unknown):
            continue
        if mine.begin > theirs.end or theirs.begin > mine.end:
            return False
    return True


def _same_day(reading: Reading, group: list[Reading]) -> bool:
    return not isinstance(reading.time, Unknown) and any(
        not isinstance(r.time, Unknown) and r.time.value == reading.time.value for r in group
    )


def _modes_agree(reading: Reading, group: list[Reading]) -> bool:
    if isinstance(reading.mode, Unknown):
        return True
    modes = {r.mode for r in group if not isinstance(r.mode, Unknown)}
    return not modes or reading.mode in modes


def _ordinals_agree(reading: Reading, group: list[Reading]) -> bool:
    if isinstance(reading.ordinal, Unknown):
        return True
    ranks = {r.ordinal.n for r in group if not isinstance(r.ordinal, Unknown)}
    return not ranks or reading.ordinal.n in ranks


def _overlap_or_open(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    return not mine or not theirs or bool(mine & theirs)
