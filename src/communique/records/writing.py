"""Coded articles as plain JSON objects.

The shape is that of the published interface (``communique schema`` prints it, ``docs/records.md``
describes it). What is :class:`~communique.model.Unknown` is ``null``, and its reason stands in the
``unknown`` of the object, keyed by the field's path (``published.value``, ``mentions.0.office``);
identities that would fit stand in ``candidates``, keyed likewise. An object that has words of its
own keeps ``end`` for their offset; its last day is then ``until``. ``article.origin``, the map back
to the page, is not part of the shape: it lives only while a page is being read.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from operator import itemgetter
from typing import Any, TypeVar

from communique.model import (
    Actor,
    Article,
    CodedArticle,
    Count,
    DateEvidence,
    Failure,
    Ordinal,
    Party,
    Place,
    Publication,
    Report,
    Span,
    Statement,
    TimeExpression,
    TimeReference,
    Unknown,
    Versions,
)

Json = dict[str, Any]
Known = TypeVar("Known")

NO_SPAN: Json = {"start": None, "end": None, "text": None}


class _Unknowns:
    """The reasons of one object's null values, gathered while it is written."""

    def __init__(self, reasons: Iterable[tuple[str, str]] = ()) -> None:
        self.reasons = dict(reasons)
        self.candidates: dict[str, list[str]] = {}

    def value(self, path: str, value: Known | Unknown) -> Known | None:
        """``value``, or None with the reason noted under ``path``."""
        if not isinstance(value, Unknown):
            return value
        self.reasons[path] = value.reason
        if value.candidates:
            self.candidates[path] = list(value.candidates)
        return None

    def day(self, path: str, value: date | Unknown) -> str | None:
        """An ISO day, or None with the reason noted under ``path``."""
        known = self.value(path, value)
        return None if known is None else known.isoformat()

    def span(self, path: str, value: Span | Unknown) -> Json | None:
        """A span as a mapping, or None with the reason noted under ``path``."""
        known = self.value(path, value)
        return None if known is None else _span(known)

    def close(self, fields: Json) -> Json:
        """The object with what is unknown about it."""
        fields["unknown"] = dict(sorted(self.reasons.items()))
        fields["candidates"] = dict(sorted(self.candidates.items()))
        return fields


def _span(span: Span) -> Json:
    return {"start": span.start, "end": span.end, "text": span.text}


def _by_place(objects: Iterable[Json]) -> list[Json]:
    return sorted(objects, key=itemgetter("start", "end"))


def to_json(coded: CodedArticle) -> Json:
    """A coded article as the plain mapping that ``communique code`` prints: sorted, the same bytes twice."""
    return {
        "article": _article(coded.article),
        "times": sorted(map(_time, coded.times), key=itemgetter("start", "id")),
        "actors": sorted(map(_actor, coded.actors), key=_first_mention),
        "places": sorted(map(_place, coded.places), key=_first_mention),
        "reports": sorted(map(_report, coded.reports), key=_first_mention),
        "statements": sorted(map(_statement, coded.statements), key=_first_content),
        "rejected": _by_place({**_span(r.span), "type": r.type, "reason": r.reason} for r in coded.rejected),
        "versions": versions_json(coded.versions),
    }


def versions_json(versions: Versions) -> Json:
    """What made a record, as a mapping."""
    return {
        "communique": versions.communique,
        "language": versions.language,
        "model": versions.model,
        "knowledge": versions.knowledge,
    }


def failure_json(failure: Failure) -> Json:
    """A failure as the line that ``communique code --failures`` prints."""
    said = {"stage": failure.stage, "what": failure.what, "where": failure.where, "hint": failure.hint}
    return {"source": failure.source, "failure": said}


def _first_mention(shape: Json) -> tuple[int, str]:
    return (min((m["start"] for m in shape["mentions"]), default=0), shape["id"])


def _first_content(shape: Json) -> tuple[int, str]:
    return (min((c["start"] for c in shape["content"]), default=0), shape["id"])


def _article(article: Article) -> Json:
    open_values = _Unknowns()
    return open_values.close(
        {
            "id": article.id,
            "source": article.source,
            "outlet": open_values.value("outlet", article.outlet),
            "agency": open_values.value("agency", article.agency),
            "language": article.language,
            "title": open_values.span("title", article.title),
            "published": _publication(article.published, open_values),
            "text": article.text,
            "blocks": [
                {"role": b.role, "start": b.start, "end": b.end, "reason": b.reason}
                for b in sorted(article.blocks, key=lambda b: (b.start, b.end))
            ],
        }
    )


def _publication(published: Publication, open_values: _Unknowns) -> Json:
    return {
        "value": open_values.day("published.value", published.value),
        "begin": open_values.day("published.begin", published.begin),
        "end": open_values.day("published.end", published.end),
        "certain": published.certain,
        "evidence": [
            _date_evidence(reason, f"published.evidence.{i}", open_values)
            for i, reason in enumerate(published.evidence)
        ],
    }


def _date_evidence(reason: DateEvidence, path: str, open_values: _Unknowns) -> Json:
    return {
        "kind": reason.kind,
        **(open_values.span(f"{path}.text", reason.span) or NO_SPAN),
        "origin": open_values.value(f"{path}.origin", reason.origin),
        "says": reason.says,
        "begin": open_values.day(f"{path}.begin", reason.begin),
        "until": open_values.day(f"{path}.until", reason.end),
    }


def _time(time: TimeExpression) -> Json:
    open_values = _Unknowns()
    return open_values.close(
        {
            "id": time.id,
            **_span(time.span),
            "type": time.type,
            "value": time.value,
            "begin": open_values.day("begin", time.begin),
            "until": open_values.day("until", time.end),
            "rule": time.rule,
        }
    )


def _actor(actor: Actor) -> Json:
    open_values = _Unknowns()
    mentions = sorted(actor.mentions, key=lambda m: m.span)
    return open_values.close(
        {
            "id": actor.id,
            "name": actor.name,
            "kind": actor.kind,
            "country": open_values.value("country", actor.country),
            "sector": open_values.value("sector", actor.sector),
            "wikidata": open_values.value("wikidata", actor.wikidata),
            "mentions": [
                {
                    **_span(mention.span),
                    "office": open_values.value(f"mentions.{i}.office", mention.office),
                    "rule": mention.rule,
                    "head": mention.head,
                }
                for i, mention in enumerate(mentions)
            ],
            "members": list(actor.members),
        }
    )


def _place(place: Place) -> Json:
    open_values = _Unknowns()
    return open_values.close(
        {
            "id": place.id,
            "name": place.name,
            "country": open_values.value("country", place.country),
            "admin1": open_values.value("admin1", place.admin1),
            "level": place.level,
            "latitude": open_values.value("latitude", place.latitude),
            "longitude": open_values.value("longitude", place.longitude),
            "geonames": open_values.value("geonames", place.geonames),
            "mentions": _by_place({**_span(m.span), "rule": m.rule, "head": m.head} for m in place.mentions),
        }
    )


def _report(report: Report) -> Json:
    unknown = _Unknowns(report.unknown)
    place = unknown.value("place", report.place)
    return unknown.close(
        {
            "id": report.id,
            "type": report.type,
            "mode": unknown.value("mode", report.mode),
            "contexts": list(report.contexts),
            "quad": report.quad,
            "status": report.status,
            "according_to": [list(chain) for chain in report.according_to],
            "denied_by": list(report.denied_by),
            "evidence": _evidence(report, unknown),
            "mentions": _by_place(
                {**_span(m.span), "sentence": list(m.sentence), "rule": m.rule} for m in report.mentions
            ),
            "actors": _parties(report.actors, "actors", unknown),
            "recipients": _parties(report.recipients, "recipients", unknown),
            "parties": _parties(report.parties, "parties", unknown),
            "time": _time_reference(report.time, unknown),
            "place": None if place is None else {"id": place},
            "counts": _counts(report.counts, unknown),
            "topic": _by_place(map(_span, report.topic)),
            "ordinal": _ordinal(report.ordinal, unknown),
            "statement": unknown.value("statement", report.statement),
        }
    )


def _evidence(report: Report, unknown: _Unknowns) -> Json:
    return {
        path: [
            {**(unknown.span(f"evidence.{path}.{i}.text", e.span) or NO_SPAN), "rule": e.rule}
            for i, e in enumerate(found)
        ]
        for path, found in sorted(report.evidence)
    }


def _parties(parties: tuple[Party, ...], field: str, unknown: _Unknowns) -> list[Json]:
    shapes = []
    for i, party in enumerate(sorted(parties, key=lambda p: (p.span, p.role, str(p.actor)))):
        role = {"role": party.role} if field == "parties" else {}
        actor = unknown.value(f"{field}.{i}.actor", party.actor)
        shapes.append({**role, "actor": actor, **_span(party.span), "rule": party.rule})
    return shapes


def _time_reference(time: TimeReference | Unknown, unknown: _Unknowns) -> Json | None:
    known = unknown.value("time", time)
    if known is None:
        return None
    return {
        "id": unknown.value("time.id", known.id),
        "begin": unknown.day("time.begin", known.begin),
        "end": unknown.day("time.end", known.end),
    }


def _counts(counts: tuple[Count, ...], unknown: _Unknowns) -> list[Json]:
    return [
        {
            "value": _number(count.value),
            "upper": _number(unknown.value(f"counts.{i}.upper", count.upper)),
            "bound": count.bound,
            "what": count.what,
            "role": count.role,
            "of": unknown.value(f"counts.{i}.of", count.of),
            "according_to": [list(chain) for chain in count.according_to],
            **_span(count.span),
        }
        for i, count in enumerate(sorted(counts, key=lambda c: (c.span, c.role)))
    ]


def _number(value: float | None) -> float | int | None:
    return int(value) if value is not None and value == int(value) else value


def _ordinal(ordinal: Ordinal | Unknown, unknown: _Unknowns) -> Json | None:
    known = unknown.value("ordinal", ordinal)
    if known is None:
        return None
    return {
        "n": known.n,
        "since": unknown.day("ordinal.since", known.since),
        "within": unknown.value("ordinal.within", known.within),
        **_span(known.span),
    }


def _statement(statement: Statement) -> Json:
    open_values = _Unknowns()
    return open_values.close(
        {
            "id": statement.id,
            "speaker": open_values.value("speaker", statement.speaker),
            "addressee": open_values.value("addressee", statement.addressee),
            "kind": statement.kind,
            "content": _by_place(map(_span, statement.content)),
            "cue": open_values.span("cue", statement.cue),
            "channel": open_values.value("channel", statement.channel),
            "according_to": [list(chain) for chain in statement.according_to],
            "reports": list(statement.reports),
            "rule": statement.rule,
        }
    )
