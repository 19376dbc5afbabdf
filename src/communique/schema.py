"""The JSON Schema of a coded article, strict: what is not named here is not printed.

The models mirror what :func:`communique.records.to_json` writes; they check its output in the tests,
give ``communique schema`` and are the source of ``docs/records.md``.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from communique.codebook import CONTEXTS, STATUSES, event_types

SCHEMA_DIALECT = "https://json-schema.org/draft/2020-12/schema"

Offset = int
Reasons = dict[str, str]
Candidates = dict[str, list[str]]


class Shape(BaseModel):
    """Base of all objects: no further fields."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class SpanShape(Shape):
    """Words of the article: `article.text[start:end] == text`."""

    start: Offset = Field(ge=0, description="first code point in `article.text`")
    end: Offset = Field(gt=0, description="after the last code point")
    text: str = Field(min_length=1, description="the words")


class LooseSpanShape(Shape):
    """Words of the article; all three are null for evidence from outside the text."""

    start: Offset | None = Field(ge=0, description="first code point in `article.text`, or null")
    end: Offset | None = Field(gt=0, description="after the last code point, or null")
    text: str | None = Field(description="the words, or null")


class OpenShape(Shape):
    """An object some of whose values may be unknown."""

    unknown: Reasons = Field(description="why a value is null, keyed by the field's path")
    candidates: Candidates = Field(description="identities that would fit an unknown value, keyed likewise")


class DateEvidenceShape(LooseSpanShape):
    """One reason for the day of publication."""

    kind: Literal["given", "metadata", "address", "dateline", "text", "office", "name", "weekday"]
    origin: str | None = Field(description="the option, field or address that says so, when no words do")
    says: str = Field(description="the reason in a sentence")
    begin: date | None = Field(description="the earliest day that this reason alone allows")
    until: date | None = Field(description="the latest day that this reason alone allows")


class PublicationShape(Shape):
    """The day of publication."""

    value: date | None = Field(description="the best value, where one follows")
    begin: date | None = Field(description="the earliest day that the reasons allow")
    end: date | None = Field(description="the latest day that the reasons allow")
    certain: bool = Field(description="whether the page or the user gives the day")
    evidence: list[DateEvidenceShape] = Field(description="the reasons")


class BlockShape(Shape):
    """A stretch of the text with one role on the page; headline, lead and body are coded."""

    role: Literal["headline", "lead", "body", "caption", "credit", "teaser", "furniture", "repeat"]
    start: Offset = Field(ge=0, description="first code point")
    end: Offset = Field(gt=0, description="after the last code point")
    reason: str = Field(description="the rule that gave the role")


class ArticleShape(OpenShape):
    """One text as one outlet published it."""

    id: str = Field(description="hash of the canonical text and the outlet")
    source: str = Field(description="the file's path as given, or the line's `source`, else its `id`")
    outlet: str | None = Field(description="who published it")
    agency: str | None = Field(description="the news agency that it credits")
    language: str = Field(description="ISO 639-1 code")
    title: SpanShape | None = Field(description="the headline")
    published: PublicationShape = Field(description="the day of publication")
    text: str = Field(description="the canonical text (NFC)")
    blocks: list[BlockShape] = Field(description="the text's stretches by role")


class TimeShape(SpanShape, OpenShape):
    """A time expression."""

    id: str = Field(description="`t1`, `t2` … within the article")
    type: Literal["DATE", "TIME", "DURATION", "SET"] = Field(description="TIMEX3 type")
    value: str = Field(description="TIMEX3 value")
    begin: date | None = Field(description="earliest day")
    until: date | None = Field(description="latest day (`end` is the offset of the words)")
    rule: str = Field(description="the rule that read it")


class ActorMentionShape(SpanShape):
    """Words that denote an actor."""

    office: str | None = Field(description="the office that the words name or that is held on the day")
    rule: str = Field(description="the rule that read them")
    head: Offset = Field(ge=0, description="offset of the phrase's head word")


class ActorShape(OpenShape):
    """Somebody named in the article."""

    id: str = Field(description="`a1`, `a2` … within the article, in order of first mention")
    name: str = Field(description="the name in the knowledge base, else the words")
    kind: Literal[
        "person", "state", "government", "ministry", "force", "group", "party",
        "organisation", "coalition", "office", "people",
    ]  # fmt: skip
    country: str | None = Field(description="ISO 3166-1 alpha-3")
    sector: str | None = Field(description="PLOVER sector: GOV, MIL, REB …")
    wikidata: str | None = Field(description="Wikidata identity")
    mentions: list[ActorMentionShape] = Field(description="where it is named")
    members: list[str] = Field(description="the actors that a plural mention stands for")


class PlaceMentionShape(SpanShape):
    """Words that denote a place."""

    rule: str = Field(description="the rule that read them")
    head: Offset = Field(ge=0, description="offset of the name's first word")


class PlaceShape(OpenShape):
    """A place of the gazetteer."""

    id: str = Field(description="`p1`, `p2` … within the article")
    name: str = Field(description="the gazetteer's name")
    country: str | None = Field(description="ISO 3166-1 alpha-3")
    admin1: str | None = Field(description="region or province")
    level: Literal["site", "city", "region", "country"]
    latitude: float | None = Field(description="degrees north, WGS 84")
    longitude: float | None = Field(description="degrees east, WGS 84")
    geonames: int | None = Field(description="GeoNames identity")
    mentions: list[PlaceMentionShape] = Field(description="where it is named")


class EvidenceShape(LooseSpanShape):
    """The words and the rule behind a value."""

    rule: str = Field(description="the rule that gave the value")


class ReportMentionShape(SpanShape):
    """A trigger of a report."""

    sentence: tuple[Offset, Offset] = Field(description="start and end of its sentence")
    rule: str = Field(description="the frame that read it")


class RoleShape(SpanShape):
    """An actor or recipient of a report."""

    actor: str | None = Field(description="the actor's id; null where several would fit")
    rule: str = Field(description="the rule that gave the role")


class PartyShape(RoleShape):
    """Somebody in another role of a report."""

    role: Literal["initiator", "mediator", "host", "instrument", "against"]


class TimeReferenceShape(Shape):
    """When the occurrence was."""

    id: str | None = Field(description="the time expression")
    begin: date | None = Field(description="earliest day")
    end: date | None = Field(description="latest day")


class PlaceReferenceShape(Shape):
    """Where the occurrence was."""

    id: str = Field(description="the place")


class CountShape(SpanShape):
    """How many of what."""

    value: float = Field(description="the number, or the lower end of a range")
    upper: float | None = Field(description="the upper end of a range")
    bound: Literal["exact", "more than", "at least", "about", "at most", "between"]
    what: str = Field(description="what is counted, in the text's words")
    role: Literal["killed", "wounded", "captured", "displaced", "expelled", "targeted", "destroyed", "amount"]
    of: str | None = Field(description="the actor of whom it is said")
    according_to: list[list[str]] = Field(description="who says so, as chains of actors, nearest first")


class OrdinalShape(SpanShape):
    """A claim about a series: 'third since 18 May'."""

    n: int = Field(ge=1, description="the ordinal number")
    since: date | None = Field(description="the day from which it counts")
    within: str | None = Field(description="the words of the period in which it counts")


class ReportShape(OpenShape):
    """What the article says of one occurrence."""

    id: str = Field(description="article id and span of the first mention")
    type: str = Field(
        description="PLOVER event type", json_schema_extra={"enum": [t.name for t in event_types()]}
    )
    mode: str | None = Field(description="the type's mode")
    contexts: list[str] = Field(
        description="PLOVER contexts", json_schema_extra={"items": {"enum": list(CONTEXTS), "type": "string"}}
    )
    quad: int = Field(ge=1, le=4, description="verbal or material, cooperation or conflict")
    status: str = Field(description="how it is told", json_schema_extra={"enum": list(STATUSES)})
    according_to: list[list[str]] = Field(description="who affirms it, as chains of actors, nearest first")
    denied_by: list[str] = Field(description="who contradicts it")
    evidence: dict[str, list[EvidenceShape]] = Field(description="words and rules, keyed by the field's path")
    mentions: list[ReportMentionShape] = Field(min_length=1, description="the triggers")
    actors: list[RoleShape] = Field(description="who did it")
    recipients: list[RoleShape] = Field(description="to whom")
    parties: list[PartyShape] = Field(description="further roles")
    time: TimeReferenceShape | None = Field(description="when")
    place: PlaceReferenceShape | None = Field(description="where")
    counts: list[CountShape] = Field(description="tolls and amounts")
    topic: list[SpanShape] = Field(description="what it was about")
    ordinal: OrdinalShape | None = Field(description="a claim about a series")
    statement: str | None = Field(description="the statement that tells it")


class StatementShape(OpenShape):
    """Somebody's words."""

    id: str = Field(description="article id and span of the content")
    speaker: str | None = Field(description="who speaks")
    addressee: str | None = Field(description="to whom")
    kind: Literal["direct", "mixed", "indirect"]
    content: list[SpanShape] = Field(min_length=1, description="the words said, without quotation marks")
    cue: SpanShape | None = Field(description="the words that show that somebody speaks")
    channel: str | None = Field(description="through what: a press conference, an interview, a letter ...")
    according_to: list[list[str]] = Field(description="through whom we have it")
    reports: list[str] = Field(description="the reports that it tells")
    rule: str = Field(description="the rule that read it")


class RejectedShape(SpanShape):
    """A candidate that was not recorded."""

    type: str = Field(description="what it would have been")
    reason: str = Field(description="why it was not recorded")


class VersionsShape(Shape):
    """What made the record."""

    communique: str = Field(description="version of the code")
    language: str = Field(description="language code and digest of its data")
    model: str = Field(description="name and version of the parser's model")
    knowledge: str = Field(description="version of the knowledge base")


class CodedArticleShape(Shape):
    """A coded article: one line of `communique code --format jsonl`."""

    article: ArticleShape = Field(description="the text and where it comes from")
    times: list[TimeShape] = Field(description="time expressions")
    actors: list[ActorShape] = Field(description="who is named")
    places: list[PlaceShape] = Field(description="which places are named")
    reports: list[ReportShape] = Field(description="what is said to have occurred")
    statements: list[StatementShape] = Field(description="who said what")
    rejected: list[RejectedShape] = Field(description="candidates that were not recorded, and why")
    versions: VersionsShape = Field(description="what made this record")


def json_schema() -> dict[str, Any]:
    """The JSON Schema of a coded article."""
    schema = CodedArticleShape.model_json_schema()
    return {"$schema": SCHEMA_DIALECT, "title": "Communique coded article", **_without(schema, "title")}


def _without(schema: dict[str, Any], key: str) -> dict[str, Any]:
    return {k: v for k, v in schema.items() if k != key}
