"""Writing: one article, or one failure, a transaction, so that a killed run loses at most what it was at."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select

from communique.chronicle import Event, EventParty, EventPlace, accounts_of, events_of
from communique.identity import digest
from communique.model import (
    Actor,
    Article,
    CodedArticle,
    Failure,
    Page,
    Place,
    Report,
    Statement,
    Unknown,
    Versions,
)
from communique.records import to_json
from communique.records.chronicle import account_json, event_json, known
from communique.store import tables
from communique.store.folding import fold
from communique.store.opening import Store

Row = dict[str, Any]


def fingerprint(page: Page) -> str:
    """What tells an input apart from every other before it is coded: its source and its content."""
    told = (page.id, page.outlet, page.agency, page.title, page.published)
    return digest(page.source, page.text, *("" if isinstance(v, Unknown) else str(v) for v in told))


def version_id(versions: Versions) -> str:
    """The identity of a version of code, language data, model and knowledge."""
    return digest(versions.communique, versions.language, versions.model, versions.knowledge)


def is_coded(store: Store, mark: str, version: str) -> bool:
    """Whether the input with this fingerprint has been coded by this version."""
    held = tables.inputs.c
    with store.reading() as connection:
        query = select(held.article).where(held.fingerprint == mark, held.version == version)
        return connection.execute(query).first() is not None


def write_article(store: Store, coded: CodedArticle, *, mark: str | None = None) -> bool:
    """Keep a coded article; gives False when this version of it is on record already.

    ``mark`` is the input's :func:`fingerprint`. A coding by another version becomes the current one, and
    the earlier stays as it was.
    """
    version = version_id(coded.versions)
    with store.writing() as connection:
        _write_version(connection, coded.versions, version)
        new = not _has_coding(connection, coded.article.id, version)
        if new:
            _write_coding(connection, coded, version)
        if mark is not None:
            _write_input(connection, coded, mark, version)
        connection.execute(delete(tables.failures).where(tables.failures.c.source == coded.article.source))
    return new


def write_failure(store: Store, failure: Failure) -> None:
    """Keep a failure as a row, once."""
    row = {
        "id": digest("failure", failure.source, failure.stage, failure.where),
        "source": failure.source,
        "stage": failure.stage,
        "what": failure.what,
        "where": failure.where,
        "hint": failure.hint,
    }
    with store.writing() as connection:
        connection.execute(delete(tables.failures).where(tables.failures.c.id == row["id"]))
        connection.execute(insert(tables.failures).values(row))


def _has_coding(connection: Connection, article: str, version: str) -> bool:
    current = tables.articles.c
    query = select(current.id).where(current.id == article, current.version == version)
    return connection.execute(query).first() is not None


def _write_version(connection: Connection, versions: Versions, version: str) -> None:
    held = tables.versions.c
    if connection.execute(select(held.id).where(held.id == version)).first() is None:
        row = {
            "id": version,
            "communique": versions.communique,
            "language": versions.language,
            "model": versions.model,
            "knowledge": versions.knowledge,
        }
        connection.execute(insert(tables.versions).values(row))


def _write_input(connection: Connection, coded: CodedArticle, mark: str, version: str) -> None:
    held = tables.inputs.c
    known_input = select(held.article).where(held.fingerprint == mark, held.version == version)
    if connection.execute(known_input).first() is None:
        row = {
            "fingerprint": mark,
            "version": version,
            "source": coded.article.source,
            "article": coded.article.id,
        }
        connection.execute(insert(tables.inputs).values(row))


def _write_coding(connection: Connection, coded: CodedArticle, version: str) -> None:
    """The article's row, its coding whole, and the rows that are read out of it."""
    article = coded.article
    _forget_rows(connection, article.id)
    row = _article_row(article, version)
    held = tables.articles.c
    if connection.execute(select(held.id).where(held.id == article.id)).first() is None:
        connection.execute(insert(tables.articles).values(row))
    else:
        connection.execute(tables.articles.update().where(held.id == article.id).values(row))
    whole = json.dumps(to_json(coded), ensure_ascii=False)
    codings = tables.codings.c
    connection.execute(
        delete(tables.codings).where(codings.article == article.id, codings.version == version)
    )
    _insert(connection, tables.codings, [{"article": article.id, "version": version, "coded": whole}])
    _write_reports(connection, coded)
    _insert(connection, tables.statements, _statement_rows(coded))


def _forget_rows(connection: Connection, article: str) -> None:
    """Drop what was read out of an earlier coding: reports, their events, statements."""
    own = select(tables.reports.c.id).where(tables.reports.c.article == article)
    links = tables.event_reports
    gone = [e for (e,) in connection.execute(select(links.c.event).where(links.c.report.in_(own)))]
    for table, column in ((tables.parties, "event"), (links, "event"), (tables.events, "id")):
        connection.execute(delete(table).where(table.c[column].in_(gone)))
    connection.execute(delete(tables.mentions).where(tables.mentions.c.report.in_(own)))
    connection.execute(delete(tables.reports).where(tables.reports.c.article == article))
    connection.execute(delete(tables.statements).where(tables.statements.c.article == article))


def _insert(connection: Connection, table: Table, rows: Iterable[Row]) -> None:
    ready = list(rows)
    if ready:
        connection.execute(insert(table), ready)


def _article_row(article: Article, version: str) -> Row:
    title = None if isinstance(article.title, Unknown) else article.title.text
    published = article.published
    return {
        "id": article.id,
        "source": article.source,
        "outlet": _known(article.outlet),
        "agency": _known(article.agency),
        "language": article.language,
        "title": title,
        "published": _known(published.value),
        "published_begin": _known(published.begin),
        "published_end": _known(published.end),
        "certain": published.certain,
        "version": version,
        "folded": fold(article.text),
    }


def _known(value: object) -> Any:  # noqa: ANN401 - a column of any type
    return None if isinstance(value, Unknown) else value


def _write_reports(connection: Connection, coded: CodedArticle) -> None:
    places = {place.id: place for place in coded.places}
    accounts = [json.dumps(account_json(a), ensure_ascii=False) for a in accounts_of(coded)]
    found = events_of(coded)
    rows = [
        _report_row(report, places, coded.article.id) | {"account": account}
        for report, account in zip(coded.reports, accounts, strict=True)
    ]
    _insert(connection, tables.reports, rows)
    _insert(connection, tables.mentions, (row for r in coded.reports for row in _mention_rows(r)))
    sentences = {report.id: _sentences(report, coded.article.text) for report in coded.reports}
    _insert(
        connection, tables.events, (_event_row(e, " ".join(sentences[r] for r in e.reports)) for e in found)
    )
    links = ({"event": event.id, "report": report} for event in found for report in event.reports)
    _insert(connection, tables.event_reports, links)
    aliases = {actor.name: _alias(actor) for actor in coded.actors}
    _insert(connection, tables.parties, (row for event in found for row in _party_rows(event, aliases)))


def _report_row(report: Report, places: dict[str, Place], article: str) -> Row:
    time = None if isinstance(report.time, Unknown) else report.time
    place = None if isinstance(report.place, Unknown) else places[report.place]
    return {
        "id": report.id,
        "article": article,
        "type": report.type,
        "mode": _known(report.mode),
        "status": report.status,
        "begin": time and _known(time.begin),
        "end": time and _known(time.end),
        "place": place and place.name,
        "country": place and _known(place.country),
        "start": min(m.span.start for m in report.mentions),
    }


def _sentences(report: Report, text: str) -> str:
    """The sentences that tell a report, each once."""
    return " ".join(text[start:end] for start, end in dict.fromkeys(m.sentence for m in report.mentions))


def _mention_rows(report: Report) -> Iterator[Row]:
    for span, rule in sorted({(m.span, m.rule) for m in report.mentions}):
        yield {"report": report.id, "start": span.start, "end": span.end, "text": span.text, "rule": rule}


def _event_row(event: Event, words: str) -> Row:
    return {
        "id": event.id,
        "type": event.type,
        "mode": _known(event.mode),
        "status": event.status,
        "begin": _known(event.begin),
        "end": _known(event.end),
        "voices": event.voices,
        "shape": json.dumps(event_json(event), ensure_ascii=False),
        "folded": fold(words),
        "folded_place": _place_words(event.place),
    }


def _place_words(place: EventPlace | Unknown) -> str:
    return "" if isinstance(place, Unknown) else f"{fold(place.name)} {known(place.country) or ''}".strip()


def _alias(actor: Actor) -> str:
    """Every name that the article gives an actor, to be found by any of them."""
    return fold(" | ".join(sorted({actor.name, *(m.span.text for m in actor.mentions)})))


def _party_rows(event: Event, aliases: dict[str, str]) -> Iterator[Row]:
    for position, party in enumerate(event.parties):
        yield {
            "event": event.id,
            "position": position,
            "role": party.role,
            "name": _known(party.name),
            "country": _known(party.country),
            "wikidata": _known(party.wikidata),
            "folded": _party_words(party, aliases),
        }


def _party_words(party: EventParty, aliases: dict[str, str]) -> str:
    words = fold(party.words)
    return words if isinstance(party.name, Unknown) else f"{aliases.get(party.name, '')} | {words}"


def _statement_rows(coded: CodedArticle) -> Iterator[Row]:
    actors = {actor.id: actor for actor in coded.actors}
    for statement in coded.statements:
        yield _statement_row(statement, actors, coded.article.id)


def _statement_row(statement: Statement, actors: dict[str, Actor], article: str) -> Row:
    speaker, addressee = _actor(statement.speaker, actors), _actor(statement.addressee, actors)
    words = " (\u2026) ".join(" ".join(span.text.split()) for span in statement.content)
    return {
        "id": statement.id,
        "article": article,
        "speaker": speaker and speaker.name,
        "speaker_country": speaker and _known(speaker.country),
        "addressee": addressee and addressee.name,
        "addressee_country": addressee and _known(addressee.country),
        "kind": statement.kind,
        "channel": _known(statement.channel),
        "start": min(span.start for span in statement.content),
        "content": words,
        "cue": None if isinstance(statement.cue, Unknown) else statement.cue.text,
        "folded": fold(words),
        "folded_parties": " | ".join(_alias(a) for a in (speaker, addressee) if a),
    }


def _actor(identity: str | Unknown, actors: dict[str, Actor]) -> Actor | None:
    return None if isinstance(identity, Unknown) else actors[identity]
