"""Opening a store by its URL, and bringing it up to date."""

from __future__ import annotations

import importlib.util
import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from communique.errors import MissingPieceError, StoreError

DEFAULT_FILE = "communique.db"
VARIABLE = "COMMUNIQUE_STORE"
HEAD = "0001"
"""The latest migration; a test compares it with the migrations themselves."""
BUSY_SECONDS = 30
PAUSE_SECONDS = 0.05
MIGRATION_LOCK = 0x636F6D6D  # any number that other programs are unlikely to lock
BEGIN_WRITING = "BEGIN IMMEDIATE"
"""A writer takes its lock at once, so that two of them wait for each other instead of failing."""


class Store:
    """A database that holds the record. Use it as a context manager, or :meth:`close` it."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    @property
    def url(self) -> str:
        """The store's address, without a password."""
        return self.engine.url.render_as_string(hide_password=True)

    @property
    def file(self) -> str | None:
        """The file of an embedded store."""
        return self.engine.url.database if self.engine.url.get_backend_name() == "sqlite" else None

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A short transaction; raises :class:`StoreError` when the database refuses it."""
        with _told(self.url), self.engine.connect() as plain:
            connection = plain.execution_options(begin=BEGIN_WRITING)
            with connection.begin():
                yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection for queries; raises :class:`StoreError` when the database refuses it."""
        with _told(self.url), self.engine.connect() as connection:
            yield connection

    def close(self) -> None:
        """Give the connections back."""
        self.engine.dispose()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def default_url() -> str:
    """``COMMUNIQUE_STORE`` where it is set, else ``communique.db`` in the working folder."""
    return os.environ.get(VARIABLE) or f"sqlite:///{DEFAULT_FILE}"


def open_store(url: str | None = None, *, create: bool = True) -> Store:
    """The store at ``url`` (see :func:`default_url`), up to date.

    Raises :class:`StoreError` when it cannot be opened, is no store of ours, or (without ``create``)
    does not exist; :class:`MissingPieceError` when the database's driver is not installed.
    """
    address = _address(url or default_url())
    if not create:
        _must_exist(address)
    engine = create_engine(address)
    if address.get_backend_name() == "sqlite":
        event.listen(engine, "connect", _tune_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    store = Store(engine)
    with store.reading() as connection:
        current = _version(connection, store.url) == HEAD
    if not current:
        _bring_up_to_date(store)
    return store


def _address(url: str) -> URL:
    try:
        address = make_url(url if "://" in url else f"sqlite:///{url}")
    except ArgumentError:
        raise StoreError(
            f"store {url!r}: this is no store URL. Write sqlite:///FILE.db or postgresql://HOST/DATABASE"
        ) from None
    if address.get_backend_name() == "postgresql":
        if importlib.util.find_spec("psycopg") is None:
            raise MissingPieceError(
                "PostgreSQL stores need psycopg. Install it: pip install 'communique[postgresql]'"
            )
        return address.set(drivername="postgresql+psycopg")
    if address.get_backend_name() != "sqlite":
        raise StoreError(f"store {url!r}: stores are sqlite:///FILE.db or postgresql://HOST/DATABASE")
    return address


def _must_exist(address: URL) -> None:
    file = address.database
    if address.get_backend_name() == "sqlite" and file and not Path(file).exists():
        raise StoreError(
            f"store {file}: there is none yet. Make one with `communique add PATH…`, or name another "
            f"with --store or {VARIABLE}"
        )


def _tune_sqlite(connection: Any, _: object) -> None:  # noqa: ANN401 - the driver's own connection
    """Write-ahead log: readers never wait for a writer; a killed writer loses no committed article.

    Transactions are begun by :func:`_begin_sqlite`, not by the driver, which leaves tables out of them.
    """
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout={BUSY_SECONDS * 1000}")
    _write_ahead(cursor)
    cursor.execute("PRAGMA synchronous=NORMAL")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.close()


def _write_ahead(cursor: sqlite3.Cursor) -> None:
    """Set the journal's mode; SQLite does not wait by itself while another opens the same new store."""
    deadline = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            cursor.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
            time.sleep(PAUSE_SECONDS)
        else:
            return


def _begin_sqlite(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))


def _version(connection: Connection, url: str) -> str | None:
    """The store's migration; None for an empty database. Raises :class:`StoreError` for a strange one."""
    tables = set(inspect(connection).get_table_names())
    if "alembic_version" not in tables:
        if tables:
            raise StoreError(f"store {url}: this database holds other tables. Name an empty or a new one")
        return None
    found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    if found is not None and found > HEAD:
        raise StoreError(
            f"store {url}: a later version of Communique made it ({found}, ours is {HEAD}). "
            "Upgrade: pip install --upgrade communique"
        )
    return found


def _bring_up_to_date(store: Store) -> None:
    """Run the migrations that the store lacks, in one transaction; others that open it wait."""
    from communique.store.migrating import upgrade

    with store.writing() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": MIGRATION_LOCK})
        if _version(connection, store.url) != HEAD:
            upgrade(connection)


@contextmanager
def _told(url: str) -> Iterator[None]:
    """The database's errors as ours, with the store's name and what to do."""
    try:
        yield
    except NoSuchModuleError as error:
        raise MissingPieceError(f"store {url}: {error}") from error
    except DBAPIError as error:
        raise StoreError(
            f"store {url}: {error.orig}. Check that it is a store, that its folder exists and may be written"
        ) from error
