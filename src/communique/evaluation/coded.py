"""A line of ``communique code --format jsonl``, as far as it is scored."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from communique.errors import InputError
from communique.evaluation.words import Stretch


@dataclass(frozen=True, slots=True)
class CodedActor:
    """Who is meant, and all words that mean them."""

    id: str
    name: str
    country: str | None
    mentions: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class CodedParty:
    """An actor in a role, with the words there; either may be absent."""

    role: str
    actor: str | None
    words: Stretch | None
    text: str


@dataclass(frozen=True, slots=True)
class CodedCount:
    """A number with its bound and role."""

    value: float | None
    upper: float | None
    bound: str | None
    role: str | None


@dataclass(frozen=True, slots=True)
class CodedReport:
    """A report as the program gave it."""

    type: str
    mode: str | None
    status: str
    mentions: tuple[Stretch, ...]
    actors: tuple[CodedParty, ...]
    recipients: tuple[CodedParty, ...]
    others: tuple[CodedParty, ...]
    according_to: tuple[str, ...]
    denied_by: tuple[str, ...]
    begin: str | None
    end: str | None
    place: str | None
    counts: tuple[CodedCount, ...]
    ordinal: tuple[int, str | None] | None
    contexts: frozenset[str]


@dataclass(frozen=True, slots=True)
class CodedStatement:
    """A statement; ``content`` reaches from its first to its last word."""

    content: Stretch
    first: int
    speaker: str | None
    addressee: str | None
    kind: str
    channel: str | None


@dataclass(frozen=True, slots=True)
class CodedTime:
    """A time expression; ``begin`` and ``until`` are ISO days."""

    words: Stretch
    value: str | None
    begin: str | None
    until: str | None


@dataclass(frozen=True, slots=True)
class CodedRejected:
    """A candidate that the program did not record, and why."""

    words: Stretch
    type: str
    reason: str


@dataclass(frozen=True, slots=True)
class CodedLine:
    """One coded article."""

    stem: str
    text: str
    read: tuple[Stretch, ...]
    published: tuple[str | None, str | None, str | None]
    actors: tuple[CodedActor, ...]
    countries: tuple[tuple[str, str | None], ...]
    reports: tuple[CodedReport, ...]
    statements: tuple[CodedStatement, ...]
    times: tuple[CodedTime, ...]
    rejected: tuple[CodedRejected, ...]


def read_lines(lines: Iterable[str]) -> tuple[CodedLine, ...]:
    """Coded articles in input order; lines of failures and blank lines are passed over.

    Raises :class:`InputError` with the number of a line that is no coded article.
    """
    coded = []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            raw = json.loads(line)
            if "article" in raw:
                coded.append(_line(raw))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            problem = f"it is no coded article ({type(error).__name__}: {error})"
            hint = "Make it with: communique code PATH --format jsonl"
            raise InputError(problem, where=f"line {number}", hint=hint) from error
    return tuple(coded)


def _line(raw: dict[str, Any]) -> CodedLine:
    """One coded article."""
    article = raw["article"]
    published = article.get("published") or {}
    return CodedLine(
        stem=PurePath(article["source"]).stem,
        text=article["text"],
        read=tuple(_stretch(b) for b in article["blocks"] if b["role"] in ("headline", "lead", "body")),
        published=(published.get("value"), published.get("begin"), published.get("end")),
        actors=tuple(_actor(entry) for entry in raw["actors"]),
        countries=tuple((place["id"], place.get("country")) for place in raw["places"]),
        reports=tuple(_report(entry) for entry in raw["reports"]),
        statements=tuple(_statement(entry) for entry in raw["statements"] if entry["content"]),
        times=tuple(_time(entry) for entry in raw["times"]),
        rejected=tuple(_rejected(entry) for entry in raw.get("rejected") or ()),
    )


def _stretch(raw: dict[str, Any]) -> Stretch:
    """Offsets of an object."""
    return Stretch(raw["start"], raw["end"])


def _actor(raw: dict[str, Any]) -> CodedActor:
    """One actor."""
    mentions = tuple(_stretch(mention) for mention in raw.get("mentions") or ())
    return CodedActor(raw["id"], raw.get("name") or "", raw.get("country"), mentions)


def _party(raw: dict[str, Any], role: str) -> CodedParty:
    """One party."""
    words = _stretch(raw) if raw.get("start") is not None else None
    return CodedParty(raw.get("role") or role, raw.get("actor"), words, raw.get("text") or "")


def _report(raw: dict[str, Any]) -> CodedReport:
    """One report."""
    time, ordinal = raw.get("time") or {}, raw.get("ordinal")
    return CodedReport(
        type=raw["type"],
        mode=raw.get("mode"),
        status=raw["status"],
        mentions=tuple(_stretch(mention) for mention in raw["mentions"]),
        actors=tuple(_party(entry, "actor") for entry in raw["actors"]),
        recipients=tuple(_party(entry, "recipient") for entry in raw["recipients"]),
        others=tuple(_party(entry, "") for entry in raw.get("parties") or ()),
        according_to=tuple(_chain_members(raw.get("according_to"))),
        denied_by=tuple(_chain_members(raw.get("denied_by"))),
        begin=time.get("begin"),
        end=time.get("end"),
        place=(raw.get("place") or {}).get("id"),
        counts=tuple(_count(entry) for entry in raw.get("counts") or ()),
        ordinal=(ordinal["n"], ordinal.get("since")) if ordinal else None,
        contexts=frozenset(raw.get("contexts") or ()),
    )


def _chain_members(raw: list[Any] | None) -> list[str]:
    """All actors of chains of sources; a chain may be given as one actor alone."""
    return [actor for chain in raw or () for actor in (chain if isinstance(chain, list) else [chain])]


def _count(raw: dict[str, Any]) -> CodedCount:
    """One count."""
    return CodedCount(raw.get("value"), raw.get("upper"), raw.get("bound"), raw.get("role"))


def _statement(raw: dict[str, Any]) -> CodedStatement:
    """One statement."""
    spans = [_stretch(span) for span in raw["content"]]
    content = Stretch(min(span.start for span in spans), max(span.end for span in spans))
    return CodedStatement(
        content, spans[0].start, raw.get("speaker"), raw.get("addressee"), raw["kind"], raw.get("channel")
    )


def _time(raw: dict[str, Any]) -> CodedTime:
    """One time expression."""
    return CodedTime(_stretch(raw), raw.get("value"), raw.get("begin"), raw.get("until"))


def _rejected(raw: dict[str, Any]) -> CodedRejected:
    """One rejected candidate."""
    return CodedRejected(_stretch(raw), raw["type"], raw["reason"])
