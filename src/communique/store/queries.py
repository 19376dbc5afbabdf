"""Queries: events, statements, articles and failures, filtered and in a fixed order."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, exists, func, literal, or_, select

from communique.chronicle import Account, ArticleLine, Event, StatementLine
from communique.errors import NotFoundError
from communique.model import CodedArticle, Failure, Unknown
from communique.records import from_json
from communique.records.chronicle import account_from_json, event_from_json
from communique.store import tables
from communique.store.folding import ESCAPE, fold, pattern, word_patterns
from communique.store.naming import is_country, party_names, place_names
from communique.store.opening import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What is asked for; every filter that is None lets all pass.

    ``actor`` and ``other`` are names (any that the articles use, or beginnings of their words) or country
    codes: both must be parties. ``since`` and ``until`` are closed; an event without a day passes them by
    the day on which it was told.
    """

    actor: str | None = None
    other: str | None = None
    type: str | None = None
    since: date | None = None
    until: date | None = None
    place: str | None = None
    status: str | None = None
    text: str | None = None


ALL = Query()


def find_events(store: Store, query: Query = ALL) -> tuple[Event, ...]:
    """The events that pass, in order of time; one without a day stands at the day it was told."""
    held = tables.events.c
    asked = select(held.shape).where(*_event_filters(query))
    told = _told()
    day = func.coalesce(held.begin, held.end, told)
    asked = asked.order_by(day.is_(None), day, held.begin.is_(None), held.end, held.id)
    with store.reading() as connection:
        return tuple(event_from_json(json.loads(shape)) for (shape,) in connection.execute(asked))


def event(store: Store, identity: str) -> Event:
    """The event with this whole identity; raises :class:`NotFoundError`."""
    with store.reading() as connection:
        shape = connection.execute(
            select(tables.events.c.shape).where(tables.events.c.id == identity)
        ).scalar()
    if shape is None:
        raise NotFoundError(f"{identity}: no event has this identity in {store.url}")
    return event_from_json(json.loads(shape))


def accounts(store: Store, events: tuple[Event, ...]) -> tuple[Account, ...]:
    """What the articles say of these events, in the order of the events and their reports."""
    wanted = [report for event in events for report in event.reports]
    held = tables.reports.c
    found: dict[str, Account] = {}
    with store.reading() as connection:
        for some in _batches(wanted):
            for (shape,) in connection.execute(select(held.account).where(held.id.in_(some))):
                account = account_from_json(json.loads(shape))
                found[account.report] = account
    return tuple(found[report] for report in wanted)


def _told() -> Any:  # noqa: ANN401 - a scalar subquery
    """The first day on which an article told an event, as a column of a question about events."""
    link, report, article = tables.event_reports.c, tables.reports.c, tables.articles.c
    return (
        select(func.min(func.coalesce(article.published, article.published_begin)))
        .where(link.event == tables.events.c.id, report.id == link.report, article.id == report.article)
        .scalar_subquery()
    )


def _batches(values: list[str], size: int = 500) -> list[list[str]]:
    """Databases bound the number of values in one question."""
    return [values[i : i + size] for i in range(0, len(values), size)]


def _event_filters(query: Query) -> list[ColumnElement[bool]]:
    held = tables.events.c
    filters = _on_days(query)
    if query.type:
        filters.append(held.type == query.type)
    if query.status:
        filters.append(held.status == query.status)
    if query.place:
        filters.append(_place(query.place))
    if query.text:
        filters.append(_holds(held.folded, query.text))
    filters += [_has_party(name) for name in (query.actor, query.other) if name]
    return filters


def _on_days(query: Query) -> list[ColumnElement[bool]]:
    """The event's own days, and where it has none those on which articles told it."""
    held, article = tables.events.c, tables.articles.c
    own = _when(query, held.begin, held.end)
    if not own:
        return []
    told = exists().where(
        tables.event_reports.c.event == held.id,
        tables.reports.c.id == tables.event_reports.c.report,
        article.id == tables.reports.c.article,
        *_when(query, article.published_begin, article.published_end),
    )
    return [or_(and_(*own), and_(held.begin.is_(None), held.end.is_(None), told))]


def _when(query: Query, begin: ColumnElement[Any], end: ColumnElement[Any]) -> list[ColumnElement[bool]]:
    """Whether the days overlap what is asked; an open end counts as the other one."""
    filters: list[ColumnElement[bool]] = []
    if query.since:
        filters.append(func.coalesce(end, begin) >= query.since)
    if query.until:
        filters.append(func.coalesce(begin, end) <= query.until)
    return filters


def _holds(column: ColumnElement[Any], words: str) -> ColumnElement[bool]:
    return column.like(pattern(words), escape=ESCAPE)


def _place(name: str) -> ColumnElement[bool]:
    """A place by a French or English name or the beginning of one; a country with all its places."""
    held = tables.events.c.folded_place
    asked = place_names(name)
    return or_(
        *(held.like(f"%{country}") for country in asked.countries),
        *(_named(held, word) for word in asked.words if not is_country(word)),
    )


def _named(column: ColumnElement[Any], name: str) -> ColumnElement[bool]:
    """Whether a name stands in folded words, from the beginning of a word on."""
    return (literal(" ") + column + literal(" ")).like(word_patterns(name), escape=ESCAPE)


def _has_party(name: str) -> ColumnElement[bool]:
    held = tables.parties.c
    asked = party_names(name)
    named = or_(
        held.wikidata == name,
        *(held.country == country for country in asked.countries),
        *(_named(held.folded, word) for word in asked.words),
    )
    return exists().where(and_(held.event == tables.events.c.id, named))


def find_statements(store: Store, query: Query = ALL) -> tuple[StatementLine, ...]:
    """The statements that pass, in order of publication; their articles' days are what is filtered."""
    held, article = tables.statements.c, tables.articles.c
    asked = (
        select(tables.statements, article.outlet, article.published)
        .join(tables.articles)
        .where(*_when(query, article.published_begin, article.published_end))
        .order_by(article.published.is_(None), article.published, held.article, held.start, held.id)
    )
    for name in (query.actor, query.other):
        if name:
            asked = asked.where(_speaks(name))
    if query.text:
        asked = asked.where(_holds(held.folded, query.text))
    with store.reading() as connection:
        return tuple(_statement(row) for row in connection.execute(asked))


def _speaks(name: str) -> ColumnElement[bool]:
    held = tables.statements.c
    asked = party_names(name)
    return or_(
        *(or_(held.speaker_country == c, held.addressee_country == c) for c in asked.countries),
        *(_named(held.folded_parties, word) for word in asked.words if not is_country(word)),
    )


def _statement(row: Row[Any]) -> StatementLine:
    silent = Unknown("the article does not say")
    return StatementLine(
        id=row.id,
        article=row.article,
        outlet=row.outlet or silent,
        published=row.published or silent,
        speaker=row.speaker or silent,
        speaker_country=row.speaker_country or silent,
        addressee=row.addressee or silent,
        kind=row.kind,
        content=row.content,
        cue=row.cue or silent,
        channel=row.channel or silent,
    )


def find_articles(store: Store, query: Query = ALL) -> tuple[ArticleLine, ...]:
    """The articles that pass, in order of publication; ``actor`` and ``type`` ask for their events."""
    article = tables.articles.c
    asked = _counted().where(*_when(query, article.published_begin, article.published_end))
    if query.text:
        asked = asked.where(_holds(article.folded, query.text))
    told = [f for f in _event_filters(_without_days(query)) if f is not None]
    if told:
        report, link = tables.reports.c, tables.event_reports.c
        asked = asked.where(
            exists().where(
                report.article == article.id,
                link.report == report.id,
                link.event == tables.events.c.id,
                *told,
            )
        )
    asked = asked.order_by(article.published.is_(None), article.published, article.source, article.id)
    with store.reading() as connection:
        return tuple(_article(row) for row in connection.execute(asked))


def _without_days(query: Query) -> Query:
    return Query(
        actor=query.actor, other=query.other, type=query.type, place=query.place, status=query.status
    )


def _counted() -> Select[Any]:
    """Articles with how many reports and statements they hold."""
    counts = [
        select(func.count()).where(table.c.article == tables.articles.c.id).scalar_subquery().label(name)
        for name, table in (("report_count", tables.reports), ("statement_count", tables.statements))
    ]
    return select(tables.articles, *counts)


def _article(row: Row[Any]) -> ArticleLine:
    silent = Unknown("the page does not say")
    return ArticleLine(
        id=row.id,
        source=row.source,
        outlet=row.outlet or silent,
        agency=row.agency or silent,
        title=row.title or silent,
        published=row.published or silent,
        begin=row.published_begin or silent,
        end=row.published_end or silent,
        reports=row.report_count,
        statements=row.statement_count,
    )


def find_failures(store: Store) -> tuple[Failure, ...]:
    """The inputs that could not be coded, sorted by source."""
    held = tables.failures.c
    with store.reading() as connection:
        rows = connection.execute(select(tables.failures).order_by(held.source, held.stage, held.where))
        return tuple(Failure(r.source, r.stage, r.what, r.where, r.hint) for r in rows.all())


def coded_article(store: Store, identity: str) -> CodedArticle:
    """The current coding of the article that is, or holds, the record with this identity.

    ``identity`` is that of an article, a report, an event or a statement, or a beginning of it that no
    other record shares. Raises :class:`NotFoundError`.
    """
    article = _article_of(store, identity)
    codings, articles = tables.codings.c, tables.articles.c
    asked = select(codings.coded).join(tables.articles, articles.id == codings.article)
    with store.reading() as connection:
        row = connection.execute(
            asked.where(articles.id == article, codings.version == articles.version)
        ).one()
    return from_json(json.loads(row.coded))


def full_identity(store: Store, start: str) -> tuple[str, str]:
    """The kind and the whole identity of the one record whose identity starts with ``start``.

    Raises :class:`NotFoundError` when there is none, or more than one.
    """
    found = [
        (kind, identity)
        for kind, table in (
            ("article", tables.articles),
            ("report", tables.reports),
            ("event", tables.events),
            ("statement", tables.statements),
        )
        for identity in _starting(store, table.c.id, start)
    ]
    found = [(kind, identity) for kind, identity in found if identity == start] or found
    if not found:
        raise NotFoundError(
            f"{start}: no article, report, event or statement has this identity in {store.url}. "
            "List them with `communique articles`, `events` or `statements`"
        )
    if len(found) > 1:
        shown = ", ".join(f"{kind} {identity}" for kind, identity in found[:4])
        raise NotFoundError(f"{start}: several records start so ({shown}). Give more of the identity")
    return found[0]


def _starting(store: Store, column: ColumnElement[str], start: str) -> list[str]:
    asked = select(column).where(column.startswith(fold(start), autoescape=True)).order_by(column).limit(4)
    with store.reading() as connection:
        return [identity for (identity,) in connection.execute(asked)]


def _article_of(store: Store, identity: str) -> str:
    kind, whole = full_identity(store, identity)
    if kind == "article":
        return whole
    report, link, statement = tables.reports.c, tables.event_reports.c, tables.statements.c
    asked = {
        "report": select(report.article).where(report.id == whole),
        "event": select(report.article).join(tables.event_reports).where(link.event == whole),
        "statement": select(statement.article).where(statement.id == whole),
    }[kind]
    with store.reading() as connection:
        return str(connection.execute(asked).scalars().first())
