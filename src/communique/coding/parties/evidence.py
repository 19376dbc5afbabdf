"""What the parties of an article tell about its day: offices held, and names in use."""

from __future__ import annotations

from datetime import date

from communique.coding.parties.mention import Mention
from communique.evidence import NameEvidence, OfficeEvidence, ServingEvidence
from communique.knowledge import Knowledge
from communique.knowledge.records import Tenure

GONE = frozenset({"former", "fallen"})


def office_evidence(mentions: tuple[Mention, ...], knowledge: Knowledge) -> tuple[OfficeEvidence, ...]:
    """Persons named with a present office, and the days on which they held it.

    'le secrétaire d'État américain John Kerry' gives 2013-02-01 to 2017-01-20; 'l'ancien ministre' nothing.
    """
    found = []
    for mention in mentions:
        holder, entity = mention.holder, mention.entity
        if holder is None or entity is None or entity.kind != "person" or holder.status != "present":
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
                OfficeEvidence(mention.span, entity.name, tenures[0].office, tenures[0].country, days)
            )
    return tuple(found)


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
