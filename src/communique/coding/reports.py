"""Reports: what the article says of each occurrence, from its judged candidates.

Source: codebook, 'Event types', 'Parties', 'Status', 'Counts', 'Ordinals and sums'.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TypeVar

from communique.candidates import Judged, NearMiss
from communique.codebook import HAPPENED, event_type
from communique.coding.reporting.continuity import keep_scene
from communique.coding.reporting.days import keep_days
from communique.coding.reporting.denials import add_denials
from communique.coding.reporting.headings import ANNOUNCING
from communique.coding.reporting.homeland import keep_country
from communique.coding.reporting.kinship import Kinship
from communique.coding.reporting.occurrences import group_readings, sums_up
from communique.coding.reporting.parties import SIDES
from communique.coding.reporting.reading import read
from communique.coding.reporting.scene import Scene
from communique.coding.reporting.subject import out_of_place
from communique.coding.reporting.talks import calls_unplaced, in_talks
from communique.coding.reporting.tolls import add_tolls
from communique.identity import report_id
from communique.model import (
    Evidence,
    Party,
    Rejected,
    Report,
    ReportMention,
    TimeExpression,
    TimeReference,
    Unknown,
)
from communique.readings import Reading

Value = TypeVar("Value")
HARM = frozenset({"killed", "wounded"})  # what an attack does to those whom it hits
PRECISION = {"asserted": 3, "reported": 2, "unconfirmed": 1}


def find_reports(
    judged: tuple[Judged, ...], misses: tuple[NearMiss, ...], *, scene: Scene
) -> tuple[tuple[Report, ...], tuple[Rejected, ...]]:
    """The reports of an article in text order, and the candidates rejected, each with its reason."""
    scene = replace(scene, acts=_acts(judged, scene))
    readings = tuple(read(j, scene) for j in judged)
    kept = tuple(r for r in readings if r.status != "open" and (_has_somebody(r) or r.wording.demonstrative))
    foreign = out_of_place(kept, scene)
    kept = _without(kept, foreign)
    grouped = group_readings(kept, kinship=Kinship(scene.actors, scene.places))
    empty = tuple(g for g in grouped if not any(_has_somebody(r) for r in g))
    whole = keep_scene(add_tolls(add_denials(_without(grouped, empty), scene), scene), scene)
    dated = keep_days(calls_unplaced(in_talks(whole, scene.sentences)), scene)
    groups = keep_country(dated, scene)
    sums = tuple(g for g in groups if sums_up(g, groups, scene.country))
    told = _without(groups, sums)
    reports = tuple(_report(g, scene, counter) for g, counter in _counted(told))
    rejected = [_rejected(r, "sums up acts told one by one") for g in sums for r in g]
    rejected += [_rejected(r, "takes up nothing told before") for g in empty for r in g]
    rejected += [_rejected(r, "of another subject than public life") for r in foreign]
    rejected += [_rejected(r, _why_open(r)) for r in _without(readings, (*kept, *foreign))]
    rejected += [Rejected(scene.article.span(m.start, m.end), m.type, m.reason) for m in misses]
    return reports, tuple(sorted(rejected, key=lambda r: (r.span, r.type, r.reason)))


def _without(items: tuple[Value, ...], taken: tuple[Value, ...]) -> tuple[Value, ...]:
    """The items that are not among ``taken``; told apart as objects, since comparing readings is slow."""
    ids = {id(item) for item in taken}
    return tuple(item for item in items if id(item) not in ids)


def _acts(judged: tuple[Judged, ...], scene: Scene) -> frozenset[int]:
    candidates = [j.candidate for j in judged]
    return frozenset(scene.sentences[c.sentence].tokens[w].start for c in candidates for w in c.trigger.words)


def _has_somebody(reading: Reading) -> bool:
    """Whether an act has a party at all: nobody did it to nobody is no report.

    Nor is harm that was not done and that nobody is said to have done: *le chauffeur n'a pas été blessé*;
    on somebody's word it answers a claim (*aucun civil n'a été visé, selon la coalition*).
    """
    harm = HARM.intersection(reading.judged.candidate.frame.counts.values())
    untold = reading.status == "negated" and not reading.according_to
    if harm and untold and not any(p.role == "actor" for p in reading.parties):
        return False
    candidate = reading.judged.candidate
    return bool(reading.parties or reading.counts) or candidate.frame.bare or bool(candidate.weighed)


def _rejected(reading: Reading, reason: str) -> Rejected:
    return Rejected(reading.span, reading.type, reason)


def _why_open(reading: Reading) -> str:
    if reading.status != "open":
        return "no party"
    rules = [e.rule for e in (*reading.status_evidence, *reading.source_evidence)]
    return f"no deed told: {rules[0]}" if rules else "no deed told"


def _counted(groups: tuple[tuple[Reading, ...], ...]) -> Iterable[tuple[tuple[Reading, ...], int]]:
    """Groups with the number of earlier ones whose first mention has the same span."""
    seen: dict[tuple[int, int], int] = {}
    for group in sorted(groups, key=lambda g: (g[0].span, g[0].type)):
        key = (group[0].span.start, group[0].span.end)
        seen[key] = seen.get(key, -1) + 1
        yield group, seen[key]


def _report(group: tuple[Reading, ...], scene: Scene, counter: int) -> Report:
    lead = _decisive(group)
    mode = _first(group, lambda r: r.mode)
    time = _dated(group)
    place = _first(group, lambda r: r.place)
    parties = _merged_parties(group)
    first = group[0].span
    return Report(
        id=report_id(scene.article.id, first, counter),
        type=lead.type,
        mode=mode,
        contexts=tuple(sorted({name for r in group for name, _ in r.contexts})),
        quad=event_type(lead.type).quad,
        status=lead.status,
        according_to=tuple(dict.fromkeys(c for r in group for c in r.according_to)),
        denied_by=tuple(dict.fromkeys(d for r in group for d in r.denied_by)),
        evidence=_evidence(group, lead, time),
        mentions=tuple(ReportMention(r.span, r.sentence, r.judged.candidate.rule) for r in group),
        actors=tuple(p for p in parties if p.role == "actor"),
        recipients=tuple(p for p in parties if p.role == "recipient"),
        parties=tuple(p for p in parties if p.role not in ("actor", "recipient")),
        time=time if isinstance(time, Unknown) else TimeReference(time.id, time.begin, time.end),
        place=place,
        counts=tuple(dict.fromkeys(c for r in group for c in r.counts)),
        topic=tuple(dict.fromkeys(t for r in group for t in r.topic)),
        ordinal=_first(group, lambda r: r.ordinal),
        statement=lead.statement,
        unknown=_reasons(parties, group),
    )


def _decisive(group: tuple[Reading, ...]) -> Reading:
    """The reading whose status holds: the text before its headline, the firmest of the deeds."""
    body = [r for r in group if r.role not in ANNOUNCING] or list(group)
    own = [r for r in body if not (r.wording.definite or r.wording.demonstrative)] or body
    return max(own, key=lambda r: (r.status in HAPPENED, PRECISION.get(r.status, 0), -r.span.start))


def _first(group: tuple[Reading, ...], field: Callable[[Reading], Value | Unknown]) -> Value | Unknown:
    values = [field(r) for r in group]
    return next((v for v in values if not isinstance(v, Unknown)), values[0])


def _dated(group: tuple[Reading, ...]) -> TimeExpression | Unknown:
    """The first time told of the act, a date before a duration (*mercredi*, not *en trois jours*)."""
    told = [r.time for r in group if not isinstance(r.time, Unknown)]
    dates = [t for t in told if t.type != "DURATION"]
    return next(iter(dates or told), group[0].time)


def _merged_parties(group: tuple[Reading, ...]) -> tuple[Party, ...]:
    """All parties, known actors once in a role; words alone where nobody is known in the role.

    And where they are somebody beside: *Moscou et **ses alliés***; not *un homme et **sa voiture***.
    """
    known: dict[tuple[str, str], Party] = {}
    open_: dict[tuple[str, int], Party] = {}
    for party in (p for r in group for p in r.parties):
        if isinstance(party.actor, Unknown):
            open_.setdefault((party.role, party.span.start), party)
        else:
            known.setdefault((party.role, party.actor), party)
    roles = {role for role, _ in known}
    acting = {actor for role, actor in known if role == "actor"}
    kept = [p for p in known.values() if not (p.role == "recipient" and p.actor in acting)]
    kept += [p for p in open_.values() if p.role not in roles or _beside(p, group[0])]
    return tuple(sorted(kept, key=lambda p: (p.span.start, p.role)))


def _beside(party: Party, reading: Reading) -> bool:
    """Whether words that stand for somebody are told by the first mention of the act."""
    somebody = isinstance(party.actor, Unknown) and party.actor.reason == SIDES
    return somebody and any(p.span == party.span and p.role == party.role for p in reading.parties)


def _evidence(
    group: tuple[Reading, ...], lead: Reading, time: TimeExpression | Unknown
) -> tuple[tuple[str, tuple[Evidence, ...]], ...]:
    fields = {
        "type": tuple(e for r in group for e in _weighed(r)),
        "status": lead.status_evidence,
        "mode": next((r.mode_evidence for r in group if r.mode_evidence), ()),
        "denied_by": tuple(dict.fromkeys(e for r in group for e in r.denial_evidence)),
        "contexts": tuple(dict.fromkeys(e for r in group for _, e in r.contexts)),
        "according_to": tuple(dict.fromkeys(e for r in group for e in r.source_evidence)),
        "place": next((r.place_evidence for r in group if r.place_evidence), ()),
        "time": () if isinstance(time, Unknown) else (Evidence(time.span, time.rule),),
    }
    return tuple((name, found) for name, found in sorted(fields.items()) if found)


def _weighed(reading: Reading) -> Iterable[Evidence]:
    """Why an act is told by its weight where its frame alone does not tell it."""
    return (Evidence(reading.span, rule) for rule in reading.judged.candidate.weighed)


def _reasons(parties: tuple[Party, ...], group: tuple[Reading, ...]) -> tuple[tuple[str, str], ...]:
    """Why fields without a value have none."""
    reasons: list[tuple[str, str]] = []
    if not any(p.role == "actor" for p in parties):
        reasons.append(("actors", "the text names nobody"))
    mutual = group[0].judged.candidate.frame.is_mutual
    if not mutual and not any(p.role == "recipient" for p in parties):
        reasons.append(("recipients", "the text names nobody"))
    return tuple(reasons)
