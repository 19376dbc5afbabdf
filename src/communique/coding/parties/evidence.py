"""What the parties of an article tell about its day: offices held, and names in use."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from communique.coding.parties.mention import Holder, Mention
from communique.evidence import NameEvidence, OfficeEvidence, ServingEvidence
from communique.knowledge import Knowledge
from communique.knowledge.records import Tenure

GONE = frozenset({"former", "fallen"})
KNOWN = GONE | {"present"}


def office_evidence(mentions: tuple[Mention, ...], knowledge: Knowledge) -> tuple[OfficeEvidence, ...]:
    """Persons named with an office, and the days on which they held it.

    'le secrétaire d'État américain John Kerry' gives 2013-02-01 to 2017-01-20; 'l'ancien …' a term gone by.
    """
    found = []
    for mention in mentions:
        holder, entity = mention.holder, mention.entity
        if holder is None or entity is None or entity.kind != "person" or holder.status not in KNOWN:
            continue
        tenures = [  # of the person's own state first: the president of France is co-prince of Andorra too
            t
            for t in knowledge.tenures(entity.id)
            if _fits(t.office, holder.office, holder.mode)
            and (not holder.country or t.country == holder.country)
        ]
        own = [t for t in tenures if t.country == entity.country]
        if tenures:
            tenures = own or tenures
            days = tuple((t.begin, t.end) for t in tenures)
            found.append(
                OfficeEvidence(
                    mention.span,
                    entity.name,
                    tenures[0].office,
                    tenures[0].country,
                    days,
                    holder.status in GONE,
                )
            )
    return (*found, *_unnamed(mentions, knowledge))


def _unnamed(mentions: tuple[Mention, ...], knowledge: Knowledge) -> Iterator[OfficeEvidence]:
    """An office without a name, of the one person named in its sentence who has held it.

    *John Kerry a téléphoné …, à la demande du secrétaire d'État américain*; of two such persons, neither.
    """
    persons = [m for m in mentions if m.entity is not None and m.entity.kind == "person"]
    gone = {m.entity.id for m in persons if m.entity and m.holder is not None and m.holder.status in GONE}
    for mention in mentions:
        holder = mention.holder
        if holder is None or mention.entity is not None or holder.status != "present" or not holder.country:
            continue
        held = {
            m.entity.id: (m.entity.name, tenures)
            for m in persons
            if m.entity and m.sentence == mention.sentence and m.entity.id not in gone
            if (tenures := _held(m.entity.id, holder, knowledge))
        }
        if len(held) == 1:
            name, tenures = next(iter(held.values()))
            yield OfficeEvidence(mention.span, name, holder.office, holder.country, tenures)


def _held(person: str, holder: Holder, knowledge: Knowledge) -> tuple[tuple[date | None, date | None], ...]:
    """When a person held an office of a country."""
    line = (t for t in knowledge.tenures(person) if (t.office, t.country) == (holder.office, holder.country))
    return tuple((t.begin, t.end) for t in line)


def _fits(held: str, expressed: str, mode: str) -> bool:
    """Whether a tenure is in the office expressed; a counterpart's office is whatever was held."""
    return held == expressed or mode == "counterpart"


def serving_evidence(mentions: tuple[Mention, ...], knowledge: Knowledge) -> tuple[ServingEvidence, ...]:
    """Persons who are named and have held offices, once each; nobody who is told of as a former holder."""
    found: dict[str, ServingEvidence] = {}
    gone: set[str] = set()
    for mention in mentions:
        entity = mention.entity
        if entity is None or entity.kind != "person":
            continue
        if mention.holder is not None and mention.holder.status in GONE:
            gone.add(entity.id)
        terms = tuple(_term(t, knowledge) for t in knowledge.tenures(entity.id) if t.begin)
        if terms:
            found.setdefault(entity.id, ServingEvidence(mention.span, entity.name, terms))
    return tuple(evidence for key, evidence in found.items() if key not in gone)


def _term(tenure: Tenure, knowledge: Knowledge) -> tuple[date | None, date | None]:
    """The days of a tenure; one without an end lasts until the next holder begins, or as far as is known."""
    later = (t.begin for t in knowledge.office_line(tenure.office, tenure.country) if t.begin)
    after = [begin for begin in later if tenure.begin and begin > tenure.begin]
    return tenure.begin, tenure.end or min(after, default=knowledge.known_until)


def name_evidence(mentions: tuple[Mention, ...], knowledge: Knowledge) -> tuple[NameEvidence, ...]:
    """Names that were in use only from or until a day: 'État islamique' since 2014-06-29."""
    found = []
    for mention in mentions:
        entity = mention.entity
        if mention.reading != "known" or entity is None or mention.rule == "":
            continue
        words = mention.span.text.split()  # the name may follow a noun: 'le groupe extremiste Etat islamique'
        matches = [(at, m) for at in range(len(words)) for m in knowledge.match(words, at)]
        dated = [(at, m) for at, m in matches if m.entity.id == entity.id and (m.begin or m.end)]
        if dated:
            at, match = dated[0]
            name = " ".join(words[at : at + match.length])
            if len(name) > 1:  # 'acte X' is not the network of that name
                found.append(NameEvidence(mention.span, name, match.begin, match.end))
    return tuple(found)
