"""Whom pronouns, possessives, clitics and 'les deux parties' take up; nobody when two would fit."""

from __future__ import annotations

from dataclasses import replace

from communique.coding.parties.discourse import JOINT, Discourse, Met
from communique.coding.parties.mention import Mention
from communique.coding.parties.referents import Referent

SUBJECT, OBJECT = 3.0, 1.0
SAME_SENTENCE, PREVIOUS = 2.0, 1.0
PERSON = 1.5
MARGIN = 0.5
SIDES = frozenset({"government", "force", "group", "party", "coalition"})
BODIES = SIDES | {"organisation", "ministry", "state"}
LINK = 4  # characters of ' et '
STATES = "country"  # the role of roles.toml whose nouns are states
BESIDE = 12  # characters between a subject and the clitic of its verb: 'Haftar n'en a' …
INCISE_REACH = 4  # sentences between a speaker's name and the next incise


def taken_up(discourse: Discourse, mention: Mention) -> tuple[Referent, ...]:
    """The referents of an anaphoric mention; empty when it stays open."""
    if mention.reading == "pair":
        return pair(discourse, mention)
    if mention.reading == "last":
        found = _latest(discourse, mention)
        return (found,) if found else ()
    if "inverted" in mention.flags and mention.number == "s" and (speaker := _speaker(discourse, mention)):
        return (speaker,)
    ranked = _ranked(discourse, mention)
    weight, together = _named_together(discourse, mention)
    if together and (not ranked or weight > ranked[0][0]):
        return together
    if not ranked:
        return ()
    listed = _listed(discourse, mention, ranked[0][1]) if mention.number == "p" else ()
    rivals = [r for w, r in ranked[1:] if ranked[0][0] - w < MARGIN and r not in listed]
    return () if rivals else listed or (ranked[0][1],)


def _listed(discourse: Discourse, mention: Mention, referent: Referent) -> tuple[Referent, ...]:
    """All who are listed with a referent where it was met last.

    'a reçu les maires et les préfets et leur a dit': they have its function, and nothing but a comma or
    'et' stands between.
    """
    met = next((m for m in discourse.recent(mention) if m.referent is referent), None)
    if met is None or not met.mention.function:
        return ()
    beside = [
        m
        for m in discourse.recent(mention)
        if m.mention.sentence == met.mention.sentence and m.mention.function == met.mention.function
    ]
    beside.sort(key=lambda m: m.mention.span.start)
    chains: list[list[Met]] = []
    for one in beside:
        near = chains and 0 < one.mention.span.start - chains[-1][-1].mention.span.end <= LINK
        joined = near and "listed" in one.mention.flags
        chains[-1].append(one) if joined else chains.append([one])
    chain = next(c for c in chains if met in c)
    return tuple(dict.fromkeys(m.referent for m in chain))


def _speaker(discourse: Discourse, mention: Mention) -> Referent | None:
    """Of 'a-t-il dit': the person who was last the subject of a sentence, best outside quotations.

    Of 'a-t-il ajouté' the one who spoke last, whoever was named since.
    """
    recent = tuple(discourse.recent(mention, sentences=INCISE_REACH))
    persons = [met for met in recent if met.referent.person and _agrees(met, mention)]
    told = [met for met in persons if "quoted" not in met.mention.flags]
    speaking = [met for met in told if "speaking" in met.mention.flags]
    subjects = [met for met in told if met.mention.function == "subject" or met in speaking]
    main = [met for met in subjects if "subordinate" not in met.mention.flags]
    spoke = [met for met in recent if {"speaking", "quoted"} & met.mention.flags == {"speaking"}]
    bodies = [met for met in spoke if _agrees(met, mention)]  # 'la maire de Dijon', 'l'ONG'
    ranked = (
        (speaking if "continuing" in mention.flags else []) or main or subjects or told or bodies or persons
    )
    return ranked[0].referent if ranked else None


def _agrees(met: Met, mention: Mention) -> bool:
    """Gender and number of the earlier words, or of the person."""
    referent, words = met.referent, met.mention
    number = "s" if referent.person else words.number
    if words.reading == "adjective" or (mention.number != number and not referent.members):
        return False
    plural_name = words.reading == "known" and words.number == "p" != referent.number  # 'les Vingt-Sept'
    noun = words.reading == "role" and not referent.person  # 'l'armée', whatever its members are
    gender = words.gender if plural_name or noun else referent.gender or words.gender
    if referent.kind in {"government", "state"} and words.reading == "state":
        gender = words.gender
    return not mention.gender or not gender or gender == mention.gender


def _ranked(discourse: Discourse, mention: Mention) -> list[tuple[float, Referent]]:
    """Candidates with their weight, best first; each referent once."""
    best: dict[str, tuple[float, Referent]] = {}
    reach = 2 if mention.reading == "pronoun" else 1 if mention.reading == "clitic" else 0
    acting = _acting(discourse, mention)
    for met in discourse.recent(mention, sentences=reach):
        if met.mention.span.end > mention.span.start or not _agrees(met, mention):
            continue
        if "quoted" in mention.flags and "quoted" not in met.mention.flags:
            continue
        if met.referent is acting:
            continue
        weight = _weight(met, mention)
        if weight > best.get(met.referent.identity, (-1.0, met.referent))[0]:
            best[met.referent.identity] = (weight, met.referent)
    return sorted(best.values(), key=lambda pair: (-pair[0], pair[1].identity))


def _acting(discourse: Discourse, mention: Mention) -> Referent | None:
    """Who is the subject of a clitic's own clause, and so is not taken up: 'le ministre l'a accusé'."""
    if mention.reading != "clitic":
        return None
    recent = discourse.recent(mention, sentences=0)
    told = next((m for m in recent if m.mention.span.start <= mention.of < m.mention.span.end), None)
    if told is not None:
        return told.referent
    before = (
        met
        for met in discourse.recent(mention, sentences=0)
        if met.mention.span.end <= mention.span.start and met.mention.function == "subject"
    )
    nearest = max(before, key=lambda met: met.mention.span.end, default=None)
    beside = nearest is not None and mention.span.start - nearest.mention.span.end <= BESIDE
    return nearest.referent if nearest is not None and beside else None


def _weight(met: Met, mention: Mention) -> float:
    """Salience of earlier words: subjects before objects, near before far, persons for 'il' and 'elle'."""
    function = met.mention.function
    weight = SUBJECT if function == "subject" else OBJECT if function == "object" else 0.0
    distance = mention.sentence - met.mention.sentence
    weight += SAME_SENTENCE if distance == 0 else PREVIOUS if distance == 1 else 0.0
    if met.referent.person and (mention.reading == "pronoun" or mention.number == "s"):
        weight += PERSON
    perhaps_acting = mention.reading == "clitic" and mention.of < 0 and distance == 0
    if perhaps_acting and function == "subject" and mention.number == "s":
        weight -= SUBJECT
    if met.mention.reading in {"pronoun"}:
        weight += 0.25
    return weight


def _named_together(discourse: Discourse, mention: Mention) -> tuple[float, tuple[Referent, ...]]:
    """The persons whom 'ils' may take up together, and their weight: 'A et B', 'les deux présidents'.

    They were subjects of the sentence before, or of this one, by one phrase or joined by 'et'.
    """
    if mention.reading != "pronoun" or mention.number != "p":
        return 0.0, ()
    group: list[Met] = []
    for met in discourse.recent(mention, sentences=1):
        if not met.referent.person or met.mention.function != "subject":
            continue
        if group and not _joined(met.mention, group[-1].mention):
            break
        group.append(met)
    persons = tuple(dict.fromkeys(met.referent for met in reversed(group)))
    genders = {person.gender for person in persons}
    if len(persons) < 2 or (mention.gender == "f" and genders != {"f"}):
        return 0.0, ()
    return _weight(group[0], mention), persons


def _joined(first: Mention, second: Mention) -> bool:
    """Whether two mentions are one phrase, or stand next to each other with 'et' or a comma between."""
    gap = second.span.start - first.span.end
    return first.span == second.span or (first.sentence == second.sentence and 0 < gap <= JOINT)


def _latest(discourse: Discourse, mention: Mention) -> Referent | None:
    """'ce dernier', 'celle-ci': the last one named that agrees; a body too, which shows its gender."""
    for met in discourse.recent(mention, sentences=1):
        if not _agrees(met, mention):
            continue
        if met.referent.person or mention.number == "p":
            return met.referent
        if _is_body(met) and mention.kind != "person":
            return None if _place_between(discourse, met, mention) else met.referent
    return None


def _is_body(met: Met) -> bool:
    """Whether a referent is a body or a state, met by words that show its gender."""
    return met.referent.kind in BODIES and bool(met.referent.gender or met.mention.gender)


def _place_between(discourse: Discourse, met: Met, mention: Mention) -> bool:
    """'Les soldats de l'ONU sont partis pour la Guinée. Celle-ci …': a state that only was a place."""
    start, end = met.mention.span.end, mention.span.start
    return any(m.reading == "place" and start <= m.span.start < end for m in discourse.mentions)


def two(discourse: Discourse, mention: Mention) -> tuple[Referent, ...]:
    """'les deux frères', 'les deux ministres': the two persons, or states, just named; else nobody."""
    human = mention.reading == "office" or mention.flags & {"person", "relative"}
    if mention.definite != "definite" or mention.country or not (human or mention.role == STATES):
        return ()
    return pair(discourse, replace(mention, kind="person" if human else "state"))


def pair(discourse: Discourse, mention: Mention) -> tuple[Referent, ...]:
    """'les deux hommes', 'les deux parties': exactly two who were named together just before.

    Sides may also be of two kinds: 'L'armée et les rebelles … Les deux camps', 'Bogota et l'ELN'.
    """
    for kind in ("person", "state", "side") if mention.kind == "any" else (mention.kind,):
        for reach in (0, 1, 2, 3):
            found = _distinct(discourse, mention, kind, reach)
            if len(found) == 2:
                return tuple(reversed(found))
            if len(found) > 2:
                subjects = _together(discourse, mention, found)
                if len(subjects) == 2:
                    return subjects
                break
    return ()


def _distinct(discourse: Discourse, mention: Mention, kind: str, reach: int) -> list[Referent]:
    """The persons, states or sides of the last sentences, nearest first."""
    found: list[Referent] = []
    for met in discourse.recent(mention, sentences=reach):
        referent = met.referent
        side = referent.state or referent.kind in SIDES
        wanted = referent.person if kind == "person" else side if kind == "side" else referent.state
        if wanted and referent not in found:
            found.append(referent)
    return found


def _together(discourse: Discourse, mention: Mention, found: list[Referent]) -> tuple[Referent, ...]:
    """Of more than two, the two that stand in one sentence as its only persons."""
    by_sentence: dict[int, list[Referent]] = {}
    for met in discourse.recent(mention, sentences=3):
        group = by_sentence.setdefault(met.mention.sentence, [])
        if met.referent in found and met.referent not in group:
            group.append(met.referent)
    for sentence in sorted(by_sentence, reverse=True):
        if len(by_sentence[sentence]) == 2:
            return tuple(reversed(by_sentence[sentence]))
    return ()
