"""The store: what is added is found, once, and survives a kill."""

from __future__ import annotations

import dataclasses
import json
import signal
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection

from coded_samples import VERSIONS, FakeCoder, coded
from communique.errors import MissingPieceError, NotFoundError, StoreError
from communique.model import CodedArticle, Failure, Page, Unknown
from communique.records import to_json
from communique.run import add_pages
from communique.store import Query, Store, open_store
from communique.store.migrating import head, upgrade
from communique.store.opening import HEAD
from communique.store.queries import (
    accounts,
    coded_article,
    find_articles,
    find_events,
    find_failures,
    find_statements,
    full_identity,
)
from communique.store.tables import metadata
from communique.store.writing import write_article, write_failure


@pytest.fixture
def filled(store: Store) -> Store:
    write_article(store, coded(), mark="m")
    return store


def dump(store: Store) -> list[tuple[object, ...]]:
    """Everything in a store, row by row."""
    with store.reading() as connection:
        return [
            (table.name, *row)
            for table in metadata.sorted_tables
            for row in connection.execute(table.select().order_by(*table.primary_key)).all()
        ]


def test_an_article_comes_back_whole(filled: Store) -> None:
    assert coded_article(filled, "a" * 16) == coded()


def test_adding_twice_changes_nothing(filled: Store) -> None:
    before = dump(filled)
    assert not write_article(filled, coded(), mark="m")
    assert dump(filled) == before


def test_the_same_text_from_another_source_is_one_article(filled: Store) -> None:
    write_article(filled, coded(source="copy.txt"), mark="n")
    assert len(find_articles(filled)) == 1


def test_another_version_recodes_and_keeps_the_earlier_coding(filled: Store) -> None:
    later = dataclasses.replace(
        coded(), versions=dataclasses.replace(VERSIONS, communique="0.2.0"), reports=()
    )
    assert write_article(filled, later, mark="m")
    assert coded_article(filled, "a" * 16) == later
    assert find_events(filled) == ()
    with filled.reading() as connection:
        count = connection.exec_driver_sql("select count(*) from codings").scalar()
    assert count == 2
    assert write_article(filled, coded(), mark="m")
    assert len(find_events(filled)) == 2


def test_events_say_that_each_report_is_its_own(filled: Store) -> None:
    events = find_events(filled)
    assert [e.type for e in events] == ["CONSULT", "ASSAULT"]
    assert events[0].history == ("each report its own event",)
    assert [p.name for p in events[0].named("actor")] == ["Sergey Lavrov", "John Kerry"]
    assert isinstance(events[1].named("actor")[0].name, Unknown)
    told = accounts(filled, events)
    assert told[1].according_to == (("government of Turkey",),)
    assert told[0].outlet == "Agence"


@pytest.mark.parametrize(
    ("query", "types"),
    [
        (Query(), ["CONSULT", "ASSAULT"]),
        (Query(actor="lavrov"), ["CONSULT"]),
        (Query(actor="Sergueï"), ["CONSULT"]),
        (Query(actor="SERGUEI LAVROV"), ["CONSULT"]),
        (Query(actor="RUS", other="USA"), ["CONSULT"]),
        (Query(actor="RUS", other="SYR"), []),
        (Query(type="ASSAULT"), ["ASSAULT"]),
        (Query(status="reported"), ["ASSAULT"]),
        (Query(actor="Serg"), ["CONSULT"]),
        (Query(actor="ergue"), []),  # names are met from the beginning of a word on
        (Query(actor="UE"), []),
        (Query(actor="Russie"), ["CONSULT"]),
        (Query(since=date(2015, 9, 5)), ["CONSULT", "ASSAULT"]),  # the undated one was told that day
        (Query(since=date(2015, 9, 6)), []),
        (Query(until=date(2015, 9, 4)), []),
        (Query(place="alep"), ["ASSAULT"]),
        (Query(place="SYR"), ["ASSAULT"]),
        (Query(place="Syrie"), ["ASSAULT"]),
        (Query(place="Aleppo"), ["ASSAULT"]),
        (Query(place="Moscou"), []),
        (Query(text="a telephone"), ["CONSULT"]),
        (Query(text="100 %"), []),
        (Query(actor="_"), []),
    ],
)
def test_event_filters(filled: Store, query: Query, types: list[str]) -> None:
    assert [event.type for event in find_events(filled, query)] == types


@pytest.mark.parametrize(
    ("query", "number"),
    [
        (Query(), 1),
        (Query(text="parler"), 1),
        (Query(text="dormir"), 0),
        (Query(actor="lavrov"), 1),
        (Query(actor="RUS"), 1),
        (Query(actor="USA"), 0),
        (Query(since=date(2016, 1, 1)), 0),
    ],
)
def test_statement_and_article_filters(filled: Store, query: Query, number: int) -> None:
    assert len(find_statements(filled, query)) == number
    if query.actor is None:
        assert len(find_articles(filled, query)) == number


def test_identities_may_be_cut_short(filled: Store) -> None:
    event = find_events(filled)[0]
    assert full_identity(filled, event.id[:6]) == ("event", event.id)
    assert coded_article(filled, event.id).article.id == "a" * 16
    with pytest.raises(NotFoundError, match="several"):
        full_identity(filled, "aaaa")
    with pytest.raises(NotFoundError, match="List them"):
        full_identity(filled, "zzzz")


def test_failures_are_rows_until_the_input_succeeds(store: Store) -> None:
    failure = Failure("lavrov.txt", "code", "too long", "lavrov.txt", "split it")
    write_failure(store, failure)
    write_failure(store, failure)
    assert find_failures(store) == (failure,)
    write_article(store, coded(), mark="m")
    assert find_failures(store) == ()


def test_add_skips_what_is_on_record_and_tries_failures_again(store: Store) -> None:
    pages = [Page("1.txt", "a"), Page("2.txt", "boom"), Page("3.txt", "c")]
    first = [a.outcome for a in add_pages(store, pages, make_coder=FakeCoder, versions=VERSIONS)]
    again = [a.outcome for a in add_pages(store, pages, make_coder=FakeCoder, versions=VERSIONS)]
    assert first == ["added", "failed", "added"]
    assert again == ["known", "failed", "known"]
    assert len(find_failures(store)) == 1


def test_one_worker_or_three_give_the_same_store(tmp_path: Path) -> None:
    dumps = []
    for workers in (1, 3):
        pages = [Page(f"{i}.txt", "boom" if i == 4 else f"text {i}") for i in range(12)]
        with open_store(f"sqlite:///{tmp_path / f'{workers}.db'}") as opened:
            list(add_pages(opened, pages, make_coder=FakeCoder, versions=VERSIONS, workers=workers))
            dumps.append(dump(opened))
    assert dumps[0] == dumps[1]


def test_a_killed_run_goes_on_where_it_was(tmp_path: Path) -> None:
    file, number = tmp_path / "killed.db", 60
    command = [sys.executable, str(Path(__file__).with_name("slow_add.py")), f"sqlite:///{file}", str(number)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        for _ in range(20):
            running.stdout.readline()
        running.send_signal(signal.SIGKILL)
    with open_store(f"sqlite:///{file}") as opened:
        kept = len(find_articles(opened))
        assert 20 <= kept < number
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    outcomes = [line.split()[1] for line in done.stdout.splitlines()]
    assert outcomes == ["known"] * kept + ["added"] * (number - kept)
    with open_store(f"sqlite:///{file}") as opened:
        assert len(find_articles(opened)) == number
        assert len(find_events(opened)) == 2 * number


def test_reading_goes_on_while_somebody_writes(filled: Store) -> None:
    with filled.writing() as writer:
        writer.exec_driver_sql("update articles set source = 'held'")
        assert find_articles(filled)[0].source == "lavrov.txt"


def test_several_may_open_a_new_store_at_once(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'new.db'}"
    with ThreadPoolExecutor(6) as pool:
        stores = list(pool.map(lambda _: open_store(url), range(6)))
    assert all(find_articles(store) == () for store in stores)


def test_a_migration_is_all_or_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(connection: Connection) -> None:
        upgrade(connection)
        raise KeyboardInterrupt

    url = f"sqlite:///{tmp_path / 'cut.db'}"
    monkeypatch.setattr("communique.store.migrating.upgrade", interrupted)
    with pytest.raises(KeyboardInterrupt):
        open_store(url)
    monkeypatch.undo()
    assert find_articles(open_store(url)) == ()


def test_migrations_give_the_tables_of_the_code(store: Store) -> None:
    assert head() == HEAD
    with store.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_stores_that_cannot_be_opened_say_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="communique add"):
        open_store(f"sqlite:///{tmp_path / 'none.db'}", create=False)
    with pytest.raises(StoreError, match="folder"):
        open_store(f"sqlite:///{tmp_path / 'no' / 'folder.db'}")
    (tmp_path / "text.db").write_text("this is no database, it is a long enough text " * 20)
    with pytest.raises(StoreError, match=r"text\.db"):
        open_store(f"sqlite:///{tmp_path / 'text.db'}")
    with pytest.raises(StoreError, match="stores are"):
        open_store("mysql://somewhere/db")


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "other.db"
    with sqlite3.connect(file) as connection:
        connection.execute("create table birds (name text)")
    with pytest.raises(StoreError, match="other tables"):
        open_store(f"sqlite:///{file}")


def test_a_store_of_a_later_version_is_left_alone(sqlite_store: Store) -> None:
    with sqlite_store.writing() as connection:
        connection.exec_driver_sql("update alembic_version set version_num = '9999'")
    with pytest.raises(StoreError, match="later version"):
        open_store(sqlite_store.url)


def test_postgresql_without_its_driver_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(MissingPieceError, match="pip install"):
        open_store("postgresql://localhost/news")


def test_the_coded_article_is_kept_as_the_interface_has_it(filled: Store) -> None:
    with filled.reading() as connection:
        whole = connection.exec_driver_sql("select coded from codings").scalar()
    assert json.loads(str(whole)) == to_json(coded())


def test_statement_lines(filled: Store) -> None:
    (line,) = find_statements(filled)
    assert (line.speaker, line.content, line.cue) == ("Sergey Lavrov", "Il faut parler", "a-t-il dit")
    assert isinstance(coded(), CodedArticle)
