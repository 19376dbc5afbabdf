"""Commands that query a store: articles, statements, events, series, show. None needs the parser."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from communique.cli.inputs import day_of, one_of
from communique.cli.options import (
    Actor,
    ListFormat,
    Listing,
    Place,
    Since,
    Status,
    StoreUrl,
    Text,
    Type,
    Until,
    With,
    command,
)
from communique.cli.printing import print_csv, print_json, print_table, say, tell
from communique.model import Unknown

if TYPE_CHECKING:
    from communique.chronicle import Account, ArticleLine, Event
    from communique.store import Query, Store

Json = dict[str, Any]


def register(app: typer.Typer) -> None:
    """Add these commands to the program."""
    command(
        app,
        events,
        "communique events --actor Lavrov --with USA --since 2015-09-01",
        "communique events --type ASSAULT --place SYR --format csv > strikes.csv",
    )
    command(app, series, "communique series --actor RUS --with USA --type CONSULT")
    command(app, statements, "communique statements --actor Lavrov --text Syrie")
    command(app, articles, "communique articles --since 2017-06-01 --until 2017-06-30")
    command(app, show, "communique show 3f2a", "communique show 3f2a --format jsonl")


def events(
    *,
    store: StoreUrl = None,
    actor: Actor = None,
    with_: With = None,
    type_: Type = None,
    since: Since = None,
    until: Until = None,
    place: Place = None,
    status: Status = None,
    text: Text = None,
    format_: ListFormat = Listing.table,
) -> None:
    """List what happened, as the articles report it.

    For now each report is its own event; its history says so.
    """
    from communique.chronicle.telling import heading, kind, when
    from communique.records.chronicle import event_json
    from communique.store.queries import find_events

    query = _query(
        actor=actor, other=with_, type_=type_, since=since, until=until, place=place, status=status, text=text
    )
    told = dict(_ask(store, lambda opened: _with_accounts(opened, find_events(opened, query))))
    if format_ is Listing.csv:
        print_csv(EVENT_COLUMNS, (_event_cells(e, account) for e, account in told.items()))
        return
    headers = ("id", "when", "told", "outlet", "type", "status", "who did what to whom")
    rows = [
        (e.id, when(e), _shown(a.published), _shown(a.outlet), kind(e), e.status, heading(e))
        for e, a in told.items()
    ]
    _print(format_, headers, rows, map(event_json, told))


EVENT_COLUMNS = (
    "id", "type", "mode", "status", "begin", "end", "place", "country", "actors", "recipients", "reports",
    "told", "outlet", "words",
)  # fmt: skip


def _with_accounts(store: Store, events: tuple[Event, ...]) -> tuple[tuple[Event, Account], ...]:
    """Each event with the account of its first report: when and where it was told, in which words."""
    from communique.store.queries import accounts

    firsts = {account.report: account for account in accounts(store, events)}
    return tuple((event, firsts[event.reports[0]]) for event in events)


def _event_cells(event: Event, account: Account) -> Sequence[str]:
    """An event as a row of plain values; several names are parted by semicolons, each once."""
    known_place = None if isinstance(event.place, Unknown) else event.place
    parties = [
        "; ".join(dict.fromkeys(_shown(p.name) or p.words for p in event.named(role)))
        for role in ("actor", "recipient")
    ]
    return (
        event.id,
        event.type,
        _shown(event.mode),
        event.status,
        _shown(event.begin),
        _shown(event.end),
        known_place.name if known_place else "",
        _shown(known_place.country) if known_place else "",
        *parties,
        "; ".join(event.reports),
        _shown(account.published),
        _shown(account.outlet),
        account.words,
    )


def series(
    *,
    store: StoreUrl = None,
    actor: Actor = None,
    with_: With = None,
    type_: Type = None,
    since: Since = None,
    until: Until = None,
    place: Place = None,
    status: Status = None,
    text: Text = None,
    format_: ListFormat = Listing.table,
) -> None:
    """List events of one kind between the same parties.

    Same type, same mode, same actors and recipients. What articles tell of ordinals ('the third since
    May') is listed, and not yet checked.
    """
    from communique.chronicle import series_of
    from communique.records.chronicle import series_json
    from communique.store.queries import find_events

    query = _query(
        actor=actor, other=with_, type_=type_, since=since, until=until, place=place, status=status, text=text
    )
    found = series_of(_ask(store, lambda opened: find_events(opened, query)))
    headers = ("id", "type", "mode", "parties", "events", "ordinals told")
    rows = [
        (s.id, s.type, _shown(s.mode), ", ".join(s.parties), str(len(s.events)), _numbers(s.ordinals))
        for s in found
    ]
    _print(format_, headers, rows, map(series_json, found))


def statements(
    *,
    store: StoreUrl = None,
    actor: Actor = None,
    with_: With = None,
    since: Since = None,
    until: Until = None,
    text: Text = None,
    format_: ListFormat = Listing.table,
) -> None:
    """List who said what to whom.

    --actor and --with name speakers or addressees.
    """
    from communique.records.chronicle import statement_json
    from communique.store.queries import find_statements

    query = _query(actor=actor, other=with_, since=since, until=until, text=text)
    found = _ask(store, lambda opened: find_statements(opened, query))
    headers = ("id", "published", "outlet", "speaker", "to", "kind", "words")
    rows = [
        (
            s.id,
            _shown(s.published),
            _shown(s.outlet),
            _shown(s.speaker),
            _shown(s.addressee),
            s.kind,
            s.content,
        )
        for s in found
    ]
    _print(format_, headers, rows, map(statement_json, found))


def articles(
    *,
    store: StoreUrl = None,
    actor: Actor = None,
    with_: With = None,
    type_: Type = None,
    since: Since = None,
    until: Until = None,
    place: Place = None,
    status: Status = None,
    text: Text = None,
    format_: ListFormat = Listing.table,
    failures: Annotated[
        bool, typer.Option("--failures", help="List the inputs that could not be coded, instead.")
    ] = False,
) -> None:
    """List articles, with what was read from them.

    Where the day of publication is not known, the interval that holds it is shown.
    """
    from communique.records import failure_json
    from communique.records.chronicle import article_json
    from communique.store.queries import find_articles, find_failures

    if failures:
        failed = _ask(store, find_failures)
        rows = [(f.source, f.stage, f.what, f.hint) for f in failed]
        _print(format_, ("source", "stage", "what went wrong", "what to do"), rows, map(failure_json, failed))
        return
    query = _query(
        actor=actor, other=with_, type_=type_, since=since, until=until, place=place, status=status, text=text
    )
    found = _ask(store, lambda opened: find_articles(opened, query))
    headers = ("id", "published", "outlet", "title", "reports", "statements", "source")
    _print(format_, headers, [_article_row(line) for line in found], map(article_json, found))


def _article_row(line: ArticleLine) -> Sequence[str]:
    counts = (str(line.reports), str(line.statements))
    day = _days(line.published, line.begin, line.end)
    return (line.id, day, _shown(line.outlet), _shown(line.title), *counts, line.source)


def show(
    identity: Annotated[str, typer.Argument(metavar="ID", help="An identity, or the beginning of one.")],
    *,
    store: StoreUrl = None,
    format_: Annotated[Listing, typer.Option("--format", help="table, or jsonl for the whole record.")] = (
        Listing.table
    ),
) -> None:
    """Show one record, with words and rules.

    The record is an article, a report, an event or a statement of the store.
    """
    from communique.cli.showing import record_lines
    from communique.store import open_store

    with open_store(store, create=False) as opened:
        for line in record_lines(opened, identity, as_json=format_ is Listing.jsonl):
            say(line)


def _query(
    *,
    actor: str | None,
    other: str | None,
    since: datetime | None,
    until: datetime | None,
    text: str | None,
    type_: str | None = None,
    place: str | None = None,
    status: str | None = None,
) -> Query:
    """The filters as a query; raises :class:`InputError` for a type or status that does not exist."""
    from communique.codebook import STATUSES, event_types
    from communique.store import Query

    return Query(
        actor=actor,
        other=other,
        type=type_ and one_of(type_, (t.name for t in event_types()), option="--type"),
        since=day_of(since),
        until=day_of(until),
        place=place,
        status=status and one_of(status, STATUSES, option="--status"),
        text=text,
    )


def _ask(store: str | None, question: Callable[[Any], tuple[Any, ...]]) -> tuple[Any, ...]:
    """The answer of an existing store; says on standard error when there is none."""
    from communique.store import open_store

    with open_store(store, create=False) as opened:
        found = question(opened)
        if not found:
            tell(f"Nothing in {opened.url} matches.")
        return found


def _print(
    listing: Listing, headers: Sequence[str], rows: Sequence[Sequence[str]], shapes: Iterable[Json]
) -> None:
    if listing is Listing.jsonl:
        for shape in shapes:
            print_json(shape)
    elif listing is Listing.csv:
        print_csv(headers, rows)
    elif rows:
        print_table(headers, rows)


def _shown(value: object) -> str:
    """A value; empty when it is unknown."""
    return "" if isinstance(value, Unknown) else str(value)


def _days(value: object, begin: object, end: object) -> str:
    """A day, or the interval that holds it."""
    if not isinstance(value, Unknown):
        return str(value)
    if isinstance(begin, Unknown) and isinstance(end, Unknown):
        return ""
    return f"{_shown(begin) or '?'}/{_shown(end) or '?'}"


def _numbers(claims: Iterable[Any]) -> str:
    return ", ".join(str(claim.n) for claim in claims)
