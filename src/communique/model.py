"""The records: what an article is, and what is read from it.

All records are frozen and slotted; sequences are tuples. Offsets count Unicode code points in
``article.text`` and intervals of days are closed. What is absent is an :class:`Unknown` with its
reason, never an empty string. Identities that only live inside one article are short (``t1``,
``a1``, ``p1``); those of articles, reports and statements are derived from content
(:mod:`communique.identity`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from communique.errors import SpanError


@dataclass(frozen=True, slots=True)
class Unknown:
    """A value that the text leaves open, with the reason why.

    ``candidates`` holds identities that would fit when more than one does.
    """

    reason: str
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of ``article.text``: ``article.text[start:end] == text``.

    Raises :class:`SpanError` when the offsets cannot hold the words.
    """

    start: int
    end: int
    text: str

    def __post_init__(self) -> None:
        """Refuse offsets that cannot hold the words."""
        if self.start < 0 or self.end - self.start != len(self.text) or not self.text:
            raise SpanError(
                f"span {self.start}:{self.end} cannot hold {self.text!r} "
                f"({len(self.text)} characters); make it with Article.span(start, end)"
            )

    def overlaps(self, other: Span) -> bool:
        """Whether the two stretches share a character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether ``other`` lies within this stretch."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words and the rule behind a value; ``span`` is Unknown for evidence outside the text."""

    span: Span | Unknown
    rule: str


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the article's text with one role on the page.

    ``role`` is one of ``headline``, ``lead``, ``body`` (these are coded), ``caption``, ``credit``,
    ``teaser``, ``furniture``, ``repeat`` (these are kept, and yield nothing). ``reason`` names the
    rule that gave the role.
    """

    role: str
    start: int
    end: int
    reason: str = ""

    @property
    def coded(self) -> bool:
        """Whether the block is read for reports and statements."""
        return self.role in CODED_ROLES


CODED_ROLES = frozenset({"headline", "lead", "body"})


@dataclass(frozen=True, slots=True)
class DateEvidence:
    """One reason for the day of publication.

    ``kind`` is ``given``, ``metadata``, ``address``, ``dateline``, ``text``, ``office``, ``name`` or
    ``weekday``. Evidence from outside the text has no span and names its ``origin``. ``begin`` and
    ``end`` are what this reason alone entails.
    """

    kind: str
    span: Span | Unknown
    origin: str | Unknown
    says: str
    begin: date | Unknown = field(default_factory=lambda: Unknown("open"))
    end: date | Unknown = field(default_factory=lambda: Unknown("open"))


@dataclass(frozen=True, slots=True)
class Publication:
    """The day of publication: a best value where one follows, and the interval that reasons entail."""

    value: date | Unknown
    begin: date | Unknown
    end: date | Unknown
    certain: bool
    evidence: tuple[DateEvidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """What a source hands over: text and what the source says about it.

    ``text`` is the text as decoded, before cleaning. ``segments`` are the roles that the source
    itself knows (an HTML headline, a caption), as blocks over ``text``; empty when it knows none.
    ``published`` is the day that the source gives with ``published_kind`` (``given``, ``metadata``,
    ``address``) and ``published_origin`` (the option, the field or the address that says so).
    """

    source: str
    text: str
    id: str | Unknown = Unknown("the source names none")
    outlet: str | Unknown = Unknown("the source names none")
    agency: str | Unknown = Unknown("the source names none")
    title: str | Unknown = Unknown("the source names none")
    address: str | Unknown = Unknown("the source names none")
    published: date | Unknown = Unknown("the source names none")
    published_kind: str = "metadata"
    published_origin: str = ""
    segments: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """One text as one outlet published it, canonical (NFC) and cut into blocks.

    ``origin[i]`` is the offset in the page's text from which character ``i`` of ``text`` comes.
    """

    id: str
    source: str
    outlet: str | Unknown
    agency: str | Unknown
    language: str
    title: Span | Unknown
    published: Publication
    text: str
    blocks: tuple[Block, ...]
    origin: tuple[int, ...] | range = field(default=(), repr=False)

    def span(self, start: int, end: int) -> Span:
        """The stretch from ``start`` to ``end``, with its words."""
        if not 0 <= start < end <= len(self.text):
            raise SpanError(f"no span {start}:{end} in an article of {len(self.text)} characters")
        return Span(start, end, self.text[start:end])


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression: TIMEX3 type and value, and the earliest and latest day."""

    id: str
    span: Span
    type: str
    value: str
    begin: date | Unknown
    end: date | Unknown
    rule: str


@dataclass(frozen=True, slots=True)
class ActorMention:
    """Words that denote an actor. ``head`` is the offset of the phrase's head word."""

    span: Span
    office: str | Unknown
    rule: str
    head: int


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, state, government, ministry, force, group, party, organisation or coalition.

    ``country`` is ISO 3166-1 alpha-3, ``sector`` PLOVER's. ``members`` names the actors that a plural
    mention ('les deux parties') stands for.
    """

    id: str
    name: str
    kind: str
    country: str | Unknown
    sector: str | Unknown
    wikidata: str | Unknown
    mentions: tuple[ActorMention, ...]
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """Words that denote a place. ``head`` is the offset of the name's first word."""

    span: Span
    head: int
    rule: str


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the gazetteer: level is site, city, region or country; degrees are WGS 84."""

    id: str
    name: str
    country: str | Unknown
    admin1: str | Unknown
    level: str
    latitude: float | Unknown
    longitude: float | Unknown
    geonames: int | Unknown
    mentions: tuple[PlaceMention, ...]


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody in a role of a report. ``actor`` is Unknown where several would fit."""

    role: str
    actor: str | Unknown
    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Count:
    """How many of what: ``value`` to ``upper``, with its bound, role and of whom it is said."""

    value: float
    upper: float | Unknown
    bound: str
    what: str
    role: str
    of: str | Unknown
    according_to: tuple[tuple[str, ...], ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Ordinal:
    """'third since 18 May': ``n``, with ``since`` (a day) or ``within`` (words) where told."""

    n: int
    since: date | Unknown
    within: str | Unknown
    span: Span


@dataclass(frozen=True, slots=True)
class ReportMention:
    """A trigger of a report, with the sentence that it stands in and the frame that read it."""

    span: Span
    sentence: tuple[int, int]
    rule: str


@dataclass(frozen=True, slots=True)
class TimeReference:
    """When a report's occurrence was: the time expression, and the days that follow from it."""

    id: str | Unknown
    begin: date | Unknown
    end: date | Unknown


@dataclass(frozen=True, slots=True)
class Report:
    """What one article says of one occurrence (codebook, 'Event types')."""

    id: str
    type: str
    mode: str | Unknown
    contexts: tuple[str, ...]
    quad: int
    status: str
    according_to: tuple[tuple[str, ...], ...]
    denied_by: tuple[str, ...]
    evidence: tuple[tuple[str, tuple[Evidence, ...]], ...]
    mentions: tuple[ReportMention, ...]
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    parties: tuple[Party, ...]
    time: TimeReference | Unknown
    place: str | Unknown
    counts: tuple[Count, ...]
    topic: tuple[Span, ...]
    ordinal: Ordinal | Unknown
    statement: str | Unknown
    unknown: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """Somebody's words, quoted or reported (codebook, 'Statements')."""

    id: str
    speaker: str | Unknown
    addressee: str | Unknown
    kind: str
    content: tuple[Span, ...]
    cue: Span | Unknown
    channel: str | Unknown
    according_to: tuple[tuple[str, ...], ...]
    reports: tuple[str, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Rejected:
    """A candidate that was not recorded, and why."""

    span: Span
    type: str
    reason: str


@dataclass(frozen=True, slots=True)
class Versions:
    """What made a record: code, language data, model, knowledge."""

    communique: str
    language: str
    model: str
    knowledge: str


@dataclass(frozen=True, slots=True)
class CodedArticle:
    """An article with everything read from it: one line of ``communique code``."""

    article: Article
    times: tuple[TimeExpression, ...]
    actors: tuple[Actor, ...]
    places: tuple[Place, ...]
    reports: tuple[Report, ...]
    statements: tuple[Statement, ...]
    rejected: tuple[Rejected, ...]
    versions: Versions


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that could not be coded: what went wrong, where, and what to do."""

    source: str
    stage: str
    what: str
    where: str
    hint: str
