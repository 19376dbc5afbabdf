"""One record of a store, explained, or whole as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator

from communique.cli.explaining import explain_article, explain_report, explain_statement
from communique.model import CodedArticle
from communique.records import to_json
from communique.store import Store
from communique.store.queries import coded_article, event, full_identity


def record_lines(store: Store, identity: str, *, as_json: bool) -> Iterator[str]:
    """The record with this identity, line by line; raises :class:`NotFoundError`."""
    kind, whole = full_identity(store, identity)
    coded = coded_article(store, whole)
    if as_json:
        yield json.dumps(_shape(store, coded, kind, whole), ensure_ascii=False)
        return
    if kind == "article":
        yield from explain_article(coded)
        return
    if kind == "statement":
        names = {actor.id: actor.name for actor in coded.actors}
        for statement in coded.statements:
            if statement.id == whole:
                yield from explain_statement(statement, names)
    else:
        reports = (whole,) if kind == "report" else event(store, whole).reports
        if kind == "event":
            yield f"Event {whole}  {', '.join(event(store, whole).history)}"
        for report in coded.reports:
            if report.id in reports:
                yield from explain_report(report, coded)
    yield f"Article {coded.article.id}  {coded.article.source}"


def _shape(store: Store, coded: CodedArticle, kind: str, identity: str) -> object:
    from communique.records.chronicle import event_json

    if kind == "event":
        return event_json(event(store, identity))
    shape = to_json(coded)
    if kind == "article":
        return shape
    return next(record for record in shape[f"{kind}s"] if record["id"] == identity)
