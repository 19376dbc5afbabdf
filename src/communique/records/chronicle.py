"""Events, series, statements and articles of a store as JSON objects: the lines of the queries."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from communique.chronicle import (
    Account,
    ArticleLine,
    Event,
    EventOrdinal,
    EventParty,
    EventPlace,
    Series,
    StatementLine,
)
from communique.model import Unknown

Json = dict[str, Any]

NO_REASON = "no reason was kept"


def known(value: object) -> Any:  # noqa: ANN401 - JSON is untyped
    """A value as JSON has it: days as ISO days, what is unknown as None."""
    if isinstance(value, Unknown):
        return None
    return value.isoformat() if isinstance(value, date) else value


def event_json(event: Event) -> Json:
    """An event as a line of ``communique events --format jsonl``."""
    others = [p for p in event.parties if p.role not in ("actor", "recipient")]
    return {
        "id": event.id,
        "type": event.type,
        "mode": known(event.mode),
        "status": event.status,
        "time": _time(event),
        "place": known(event.place) and _place(event.place),
        "actors": [_party(p) for p in event.named("actor")],
        "recipients": [_party(p) for p in event.named("recipient")],
        "parties": [{"role": p.role, **_party(p)} for p in others],
        "ordinals": [_ordinal(claim) for claim in event.ordinals],
        "voices": event.voices,
        "reports": list(event.reports),
        "history": list(event.history),
        "unknown": _reasons(event),
    }


def _time(event: Event) -> Json | None:
    if isinstance(event.begin, Unknown) and isinstance(event.end, Unknown):
        return None
    return {"begin": known(event.begin), "end": known(event.end)}


def _reasons(event: Event) -> Json:
    fields = {"mode": event.mode, "time": event.begin, "place": event.place}
    return {path: value.reason for path, value in fields.items() if isinstance(value, Unknown)}


def _place(place: EventPlace | Unknown) -> Json | None:
    if isinstance(place, Unknown):
        return None
    return {
        "name": place.name,
        "country": known(place.country),
        "level": place.level,
        "latitude": known(place.latitude),
        "longitude": known(place.longitude),
    }


def _party(party: EventParty) -> Json:
    return {
        "name": known(party.name),
        "kind": known(party.kind),
        "country": known(party.country),
        "sector": known(party.sector),
        "wikidata": known(party.wikidata),
        "office": known(party.office),
        "text": party.words,
    }


def _ordinal(claim: EventOrdinal) -> Json:
    return {"report": claim.report, "n": claim.n, "since": known(claim.since), "within": known(claim.within)}


def event_from_json(shape: Mapping[str, Any]) -> Event:
    """The event that was written as ``shape``."""
    time = shape["time"] or {"begin": None, "end": None}
    reasons = shape["unknown"]
    return Event(
        id=shape["id"],
        type=shape["type"],
        mode=_or_unknown(shape["mode"], reasons.get("mode")),
        status=shape["status"],
        begin=_day(time["begin"], reasons.get("time")),
        end=_day(time["end"], reasons.get("time")),
        place=_read_place(shape["place"], reasons.get("place")),
        parties=(
            *(_read_party("actor", p) for p in shape["actors"]),
            *(_read_party("recipient", p) for p in shape["recipients"]),
            *(_read_party(p["role"], p) for p in shape["parties"]),
        ),
        ordinals=tuple(
            EventOrdinal(c["report"], c["n"], _day(c["since"], None), _or_unknown(c["within"], None))
            for c in shape["ordinals"]
        ),
        voices=shape["voices"],
        reports=tuple(shape["reports"]),
        history=tuple(shape["history"]),
    )


def _or_unknown(value: Any, reason: str | None) -> Any:  # noqa: ANN401 - JSON is untyped
    return Unknown(reason or NO_REASON) if value is None else value


def _day(value: str | None, reason: str | None) -> date | Unknown:
    return Unknown(reason or NO_REASON) if value is None else date.fromisoformat(value)


def _read_place(shape: Mapping[str, Any] | None, reason: str | None) -> EventPlace | Unknown:
    if shape is None:
        return Unknown(reason or NO_REASON)
    return EventPlace(
        name=shape["name"],
        country=_or_unknown(shape["country"], None),
        level=shape["level"],
        latitude=_or_unknown(shape["latitude"], None),
        longitude=_or_unknown(shape["longitude"], None),
    )


def _read_party(role: str, shape: Mapping[str, Any]) -> EventParty:
    fields = ("name", "kind", "country", "sector", "wikidata", "office")
    name, kind, country, sector, wikidata, office = (_or_unknown(shape[f], None) for f in fields)
    return EventParty(role, name, kind, country, sector, wikidata, office, shape["text"])


def series_json(series: Series) -> Json:
    """A series as a line of ``communique series --format jsonl``; claims are not yet checked."""
    return {
        "id": series.id,
        "type": series.type,
        "mode": known(series.mode),
        "parties": list(series.parties),
        "events": list(series.events),
        "ordinals": [_ordinal(claim) for claim in series.ordinals],
    }


def account_json(account: Account) -> Json:
    """An account, as the store keeps it beside its report."""
    return {
        "report": account.report,
        "article": account.article,
        "source": account.source,
        "outlet": known(account.outlet),
        "published": known(account.published),
        "trigger": account.trigger,
        "words": account.words,
        "according_to": [list(chain) for chain in account.according_to],
        "denied_by": list(account.denied_by),
        "counts": list(account.counts),
    }


def account_from_json(shape: Mapping[str, Any]) -> Account:
    """The account that was written as ``shape``."""
    return Account(
        report=shape["report"],
        article=shape["article"],
        source=shape["source"],
        outlet=_or_unknown(shape["outlet"], None),
        published=_day(shape["published"], None),
        trigger=shape["trigger"],
        words=shape["words"],
        according_to=tuple(tuple(chain) for chain in shape["according_to"]),
        denied_by=tuple(shape["denied_by"]),
        counts=tuple(shape["counts"]),
    )


def statement_json(line: StatementLine) -> Json:
    """A statement as a line of ``communique statements --format jsonl``."""
    return {
        "id": line.id,
        "article": line.article,
        "outlet": known(line.outlet),
        "published": known(line.published),
        "speaker": known(line.speaker),
        "speaker_country": known(line.speaker_country),
        "addressee": known(line.addressee),
        "kind": line.kind,
        "content": line.content,
        "cue": known(line.cue),
        "channel": known(line.channel),
    }


def article_json(line: ArticleLine) -> Json:
    """An article as a line of ``communique articles --format jsonl``."""
    return {
        "id": line.id,
        "source": line.source,
        "outlet": known(line.outlet),
        "agency": known(line.agency),
        "title": known(line.title),
        "published": {"value": known(line.published), "begin": known(line.begin), "end": known(line.end)},
        "reports": line.reports,
        "statements": line.statements,
    }
