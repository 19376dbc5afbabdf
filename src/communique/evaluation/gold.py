"""Gold annotations: what a careful reader found in an article (docs/annotation.md)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from communique.errors import DataError, InputError
from communique.languages.cues import load_cues

ONE_OBJECT = "Name the .json files of annotations, one article in each, or their folder: a .jsonl holds texts"
PRESENT_ONLY = "Write the file as docs/annotation.md tells"


@dataclass(frozen=True, slots=True)
class GoldParty:
    """Somebody in a role: the words that name them, and their country (ISO alpha-3) where told."""

    text: str
    name: str | None
    country: str | None


@dataclass(frozen=True, slots=True)
class GoldCount:
    """How many of what; ``bound`` and ``role`` may be None where the annotator told none."""

    value: float | None
    upper: float | None
    bound: str | None
    role: str | None
    text: str


@dataclass(frozen=True, slots=True)
class GoldOrdinal:
    """A claim about a series: the n-th, since a day where told."""

    n: int
    since: str | None
    text: str


@dataclass(frozen=True, slots=True)
class GoldReport:
    """What the article says of one occurrence; ``types``, ``modes`` and ``statuses`` are all right."""

    type: str
    types: frozenset[str]
    modes: frozenset[str]
    status: str
    statuses: frozenset[str]
    trigger: str
    sentence: str
    other_mentions: tuple[str, ...]
    actors: tuple[GoldParty, ...]
    recipients: tuple[GoldParty, ...]
    others: tuple[tuple[str, GoldParty], ...]
    according_to: GoldParty | None
    denied_by: tuple[GoldParty, ...]
    begin: str | None
    end: str | None
    country: str | None
    counts: tuple[GoldCount, ...]
    ordinal: GoldOrdinal | None
    contexts: frozenset[str]
    optional: bool


@dataclass(frozen=True, slots=True)
class GoldStatement:
    """Somebody's words, given by the first and the last words of their content."""

    speaker: GoldParty | None
    kinds: frozenset[str]
    content_start: str
    content_end: str
    cue: str | None
    channel: str | None
    addressee: GoldParty | None


@dataclass(frozen=True, slots=True)
class GoldTime:
    """A time expression with its TIMEX3 value and, as ISO days, its interval."""

    text: str
    value: str | None
    begin: str | None
    end: str | None


@dataclass(frozen=True, slots=True)
class GoldInterval:
    """The days of publication that the text entails where none is told, and the best value."""

    value: str | None
    begin: date
    end: date


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """All annotations of one article."""

    id: str
    published: str | None
    interval: GoldInterval | None
    reports: tuple[GoldReport, ...]
    statements: tuple[GoldStatement, ...]
    times: tuple[GoldTime, ...]
    furniture: tuple[str, ...]
    annotated_until: int | None


def gold_paths(places: Iterable[str | Path]) -> tuple[Path, ...]:
    """The gold files in the places given: files as they are, folders with their ``*.json``, sorted.

    Raises :class:`InputError` for a place that does not exist.
    """
    paths: list[Path] = []
    for place in map(Path, places):
        if not place.exists():
            raise InputError("it does not exist", where=str(place), hint="Name a gold folder or file")
        paths.extend(sorted(place.glob("*.json")) if place.is_dir() else [place])
    return tuple(paths)


def read_gold(path: Path) -> GoldArticle:
    """The annotations in one file; raises :class:`DataError` that names the file and the field."""
    try:
        raw = json.loads(path.read_text(encoding="utf8"))
        return _article(raw)
    except json.JSONDecodeError as error:
        raise DataError(path.name, "the file", f"it is no JSON ({error})", ONE_OBJECT) from error
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise DataError(path.name, "an entry", f"{type(error).__name__}: {error}", PRESENT_ONLY) from error


def _article(raw: dict[str, Any]) -> GoldArticle:
    """The annotations as records."""
    return GoldArticle(
        id=raw["id"],
        published=raw.get("page_date") or raw.get("published"),
        interval=_interval(raw.get("publication")),
        reports=tuple(_report(entry) for entry in raw["reports"]),
        statements=tuple(_statement(entry, raw["lang"]) for entry in raw["statements"]),
        times=tuple(_time(entry) for entry in raw["times"]),
        furniture=tuple(raw.get("furniture") or ()),
        annotated_until=raw.get("annotated_until"),
    )


def _interval(raw: dict[str, Any] | None) -> GoldInterval | None:
    """The days that the text entails."""
    if not raw:
        return None
    return GoldInterval(raw.get("value"), date.fromisoformat(raw["begin"]), date.fromisoformat(raw["end"]))


def _report(raw: dict[str, Any]) -> GoldReport:
    """One report."""
    when = raw.get("date") or {}
    return GoldReport(
        type=raw["type"],
        types=_either(raw["type"], raw.get("alt_type")),
        modes=_either(raw.get("mode"), raw.get("alt_mode")) if raw.get("mode") else frozenset(),
        status=raw["status"],
        statuses=_either(raw["status"], raw.get("alt_status")),
        trigger=raw["trigger"],
        sentence=raw.get("sentence") or "",
        other_mentions=tuple(raw.get("other_mentions") or ()),
        actors=_parties(raw.get("actors")),
        recipients=_parties(raw.get("recipients")),
        others=tuple(_others(raw)),
        according_to=_party(raw.get("according_to")),
        denied_by=_parties(raw.get("denied_by")),
        begin=when.get("begin"),
        end=when.get("end"),
        country=(raw.get("place") or {}).get("country"),
        counts=tuple(_count(entry) for entry in raw.get("counts") or ()),
        ordinal=_ordinal(raw.get("ordinal")),
        contexts=frozenset(raw.get("contexts") or ()),
        optional=bool(raw.get("optional")),
    )


def _either(*values: str | None) -> frozenset[str]:
    """The values that are told."""
    return frozenset(value for value in values if value)


def _others(raw: dict[str, Any]) -> Iterator[tuple[str, GoldParty]]:
    """The parties beside actors and recipients, with their roles."""
    for role in ("initiator", "mediator", "host", "against"):
        for party in _parties(raw.get(role)):
            yield role, party


def _parties(raw: list[dict[str, Any]] | dict[str, Any] | None) -> tuple[GoldParty, ...]:
    """A list of parties; one party alone counts as a list of one."""
    entries = raw if isinstance(raw, list) else [raw]
    return tuple(party for party in map(_party, entries) if party)


def _party(raw: dict[str, Any] | None) -> GoldParty | None:
    """One party, whose words may be empty; None where nothing is told."""
    return GoldParty(raw.get("text") or "", raw.get("name"), raw.get("country")) if raw else None


def _count(raw: dict[str, Any]) -> GoldCount:
    """One count."""
    return GoldCount(raw.get("value"), raw.get("upper"), raw.get("bound"), raw.get("role"), raw["text"])


def _ordinal(raw: dict[str, Any] | None) -> GoldOrdinal | None:
    """One ordinal."""
    return GoldOrdinal(raw["n"], raw.get("since"), raw["text"]) if raw else None


def _statement(raw: dict[str, Any], lang: str) -> GoldStatement:
    """One statement of an article in a language."""
    return GoldStatement(
        speaker=_party(raw.get("speaker")),
        kinds=_either(raw["kind"], raw.get("alt_kind")),
        content_start=raw["content_start"],
        content_end=raw["content_end"],
        cue=raw.get("cue"),
        channel=_channel(raw.get("channel"), lang),
        addressee=_party(raw.get("addressee")),
    )


def _channel(words: str | None, lang: str) -> str | None:
    """The codebook's name of a channel that an annotator may have given in the article's language."""
    named = load_cues(lang).channel_in(words) if words else None
    return named[0] if named else words


def _time(raw: dict[str, Any]) -> GoldTime:
    """One time expression."""
    return GoldTime(raw["text"], raw.get("value"), raw.get("begin"), raw.get("end"))
