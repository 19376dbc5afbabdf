"""Plain JSON objects back to coded articles: what :func:`communique.records.to_json` wrote.

``to_json(from_json(line)) == line`` for every line that was written by this version.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, TypeVar

from communique.errors import InputError
from communique.model import (
    Actor,
    ActorMention,
    Article,
    Block,
    CodedArticle,
    Count,
    DateEvidence,
    Evidence,
    Ordinal,
    Party,
    Place,
    PlaceMention,
    Publication,
    Rejected,
    Report,
    ReportMention,
    Span,
    Statement,
    TimeExpression,
    TimeReference,
    Unknown,
    Versions,
)

Json = Mapping[str, Any]
Made = TypeVar("Made")

NO_REASON = "no reason was kept"


class _Reasons:
    """The reasons of one object's null values; those never asked for are left over."""

    def __init__(self, shape: Json) -> None:
        self._reasons = dict(shape.get("unknown", {}))
        self._candidates = shape.get("candidates", {})

    def take(self, path: str) -> Unknown:
        """The unknown that stands under ``path``."""
        return Unknown(self._reasons.pop(path, NO_REASON), tuple(self._candidates.get(path, ())))

    def value(self, path: str, value: Any) -> Any:  # noqa: ANN401 - JSON is untyped
        """``value``, or the unknown of ``path`` when it is null."""
        return self.take(path) if value is None else value

    def made(self, path: str, value: object, make: Callable[[Any], Made]) -> Made | Unknown:
        """What ``make`` makes of the value, or the unknown of ``path`` when it is null."""
        return self.take(path) if value is None else make(value)

    def day(self, path: str, value: str | None) -> date | Unknown:
        """A day, or the unknown of ``path``."""
        return self.made(path, value, date.fromisoformat)

    def left_over(self) -> tuple[tuple[str, str], ...]:
        """The reasons that no null value took."""
        return tuple(sorted(self._reasons.items()))


def from_json(shape: Json) -> CodedArticle:
    """The coded article that was written as ``shape`` (its map back to the page is gone).

    Raises :class:`InputError` when a field is missing.
    """
    try:
        return CodedArticle(
            article=_article(shape["article"]),
            times=tuple(map(_time, shape["times"])),
            actors=tuple(map(_actor, shape["actors"])),
            places=tuple(map(_place, shape["places"])),
            reports=tuple(map(_report, shape["reports"])),
            statements=tuple(map(_statement, shape["statements"])),
            rejected=tuple(Rejected(_span(r), r["type"], r["reason"]) for r in shape["rejected"]),
            versions=Versions(**shape["versions"]),
        )
    except KeyError as missing:
        raise InputError(
            f"the field {missing} is missing",
            where="a coded article",
            hint="Compare it with `communique schema`",
        ) from missing


def _span(shape: Json) -> Span:
    return Span(shape["start"], shape["end"], shape["text"])


def _maybe_span(shape: Json, path: str, unknown: _Reasons) -> Span | Unknown:
    return unknown.take(path) if shape["start"] is None else _span(shape)


def _chains(shape: list[list[str]]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(chain) for chain in shape)


def _article(shape: Json) -> Article:
    unknown = _Reasons(shape)
    return Article(
        id=shape["id"],
        source=shape["source"],
        outlet=unknown.value("outlet", shape["outlet"]),
        agency=unknown.value("agency", shape["agency"]),
        language=shape["language"],
        title=unknown.made("title", shape["title"], _span),
        published=_publication(shape["published"], unknown),
        text=shape["text"],
        blocks=tuple(Block(b["role"], b["start"], b["end"], b["reason"]) for b in shape["blocks"]),
    )


def _publication(shape: Json, unknown: _Reasons) -> Publication:
    return Publication(
        value=unknown.day("published.value", shape["value"]),
        begin=unknown.day("published.begin", shape["begin"]),
        end=unknown.day("published.end", shape["end"]),
        certain=shape["certain"],
        evidence=tuple(
            _date_evidence(reason, f"published.evidence.{i}", unknown)
            for i, reason in enumerate(shape["evidence"])
        ),
    )


def _date_evidence(shape: Json, path: str, unknown: _Reasons) -> DateEvidence:
    return DateEvidence(
        kind=shape["kind"],
        span=_maybe_span(shape, f"{path}.text", unknown),
        origin=unknown.value(f"{path}.origin", shape["origin"]),
        says=shape["says"],
        begin=unknown.day(f"{path}.begin", shape["begin"]),
        end=unknown.day(f"{path}.until", shape["until"]),
    )


def _time(shape: Json) -> TimeExpression:
    unknown = _Reasons(shape)
    return TimeExpression(
        id=shape["id"],
        span=_span(shape),
        type=shape["type"],
        value=shape["value"],
        begin=unknown.day("begin", shape["begin"]),
        end=unknown.day("until", shape["until"]),
        rule=shape["rule"],
    )


def _actor(shape: Json) -> Actor:
    unknown = _Reasons(shape)
    return Actor(
        id=shape["id"],
        name=shape["name"],
        kind=shape["kind"],
        country=unknown.value("country", shape["country"]),
        sector=unknown.value("sector", shape["sector"]),
        wikidata=unknown.value("wikidata", shape["wikidata"]),
        mentions=tuple(
            ActorMention(_span(m), unknown.value(f"mentions.{i}.office", m["office"]), m["rule"], m["head"])
            for i, m in enumerate(shape["mentions"])
        ),
        members=tuple(shape["members"]),
    )


def _place(shape: Json) -> Place:
    unknown = _Reasons(shape)
    return Place(
        id=shape["id"],
        name=shape["name"],
        country=unknown.value("country", shape["country"]),
        admin1=unknown.value("admin1", shape["admin1"]),
        level=shape["level"],
        latitude=unknown.value("latitude", shape["latitude"]),
        longitude=unknown.value("longitude", shape["longitude"]),
        geonames=unknown.value("geonames", shape["geonames"]),
        mentions=tuple(PlaceMention(_span(m), m["head"], m["rule"]) for m in shape["mentions"]),
    )


def _report(shape: Json) -> Report:
    unknown = _Reasons(shape)
    return Report(
        id=shape["id"],
        type=shape["type"],
        mode=unknown.value("mode", shape["mode"]),
        contexts=tuple(shape["contexts"]),
        quad=shape["quad"],
        status=shape["status"],
        according_to=_chains(shape["according_to"]),
        denied_by=tuple(shape["denied_by"]),
        evidence=_evidence(shape["evidence"], unknown),
        mentions=tuple(
            ReportMention(_span(m), (m["sentence"][0], m["sentence"][1]), m["rule"])
            for m in shape["mentions"]
        ),
        actors=_parties(shape, "actors", unknown),
        recipients=_parties(shape, "recipients", unknown),
        parties=_parties(shape, "parties", unknown),
        time=unknown.made("time", shape["time"], lambda time: _time_reference(time, unknown)),
        place=unknown.made("place", shape["place"], lambda place: str(place["id"])),
        counts=tuple(_count(c, f"counts.{i}", unknown) for i, c in enumerate(shape["counts"])),
        topic=tuple(map(_span, shape["topic"])),
        ordinal=unknown.made("ordinal", shape["ordinal"], lambda ordinal: _ordinal(ordinal, unknown)),
        statement=unknown.value("statement", shape["statement"]),
        unknown=unknown.left_over(),
    )


def _evidence(shape: Json, unknown: _Reasons) -> tuple[tuple[str, tuple[Evidence, ...]], ...]:
    return tuple(
        (
            path,
            tuple(
                Evidence(_maybe_span(e, f"evidence.{path}.{i}.text", unknown), e["rule"])
                for i, e in enumerate(found)
            ),
        )
        for path, found in shape.items()
    )


def _parties(shape: Json, field: str, unknown: _Reasons) -> tuple[Party, ...]:
    default = {"actors": "actor", "recipients": "recipient"}.get(field, "")
    return tuple(
        Party(
            role=p.get("role", default),
            actor=unknown.value(f"{field}.{i}.actor", p["actor"]),
            span=_span(p),
            rule=p["rule"],
        )
        for i, p in enumerate(shape[field])
    )


def _time_reference(shape: Json, unknown: _Reasons) -> TimeReference:
    return TimeReference(
        id=unknown.value("time.id", shape["id"]),
        begin=unknown.day("time.begin", shape["begin"]),
        end=unknown.day("time.end", shape["end"]),
    )


def _count(shape: Json, path: str, unknown: _Reasons) -> Count:
    return Count(
        value=float(shape["value"]),
        upper=unknown.made(f"{path}.upper", shape["upper"], float),
        bound=shape["bound"],
        what=shape["what"],
        role=shape["role"],
        of=unknown.value(f"{path}.of", shape["of"]),
        according_to=_chains(shape["according_to"]),
        span=_span(shape),
    )


def _ordinal(shape: Json, unknown: _Reasons) -> Ordinal:
    return Ordinal(
        n=shape["n"],
        since=unknown.day("ordinal.since", shape["since"]),
        within=unknown.value("ordinal.within", shape["within"]),
        span=_span(shape),
    )


def _statement(shape: Json) -> Statement:
    unknown = _Reasons(shape)
    return Statement(
        id=shape["id"],
        speaker=unknown.value("speaker", shape["speaker"]),
        addressee=unknown.value("addressee", shape["addressee"]),
        kind=shape["kind"],
        content=tuple(map(_span, shape["content"])),
        cue=unknown.made("cue", shape["cue"], _span),
        channel=unknown.value("channel", shape["channel"]),
        according_to=_chains(shape["according_to"]),
        reports=tuple(shape["reports"]),
        rule=shape["rule"],
    )
