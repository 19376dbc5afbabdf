"""The compact artefact: all tables of the knowledge base in one SQLite file, made anew when they change.

The sources are the CSV files that we ship and the user's own entries; they stay readable and diffable. The
artefact is named by their digest and lies in the user's cache folder; it is made in a second when it is not
there, whole or not at all, so that processes may do it at once. Where nothing can be written it is made in
memory.
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import blake2b
from importlib import resources
from pathlib import Path

from communique.errors import DataError
from communique.knowledge import tables
from communique.knowledge.cities import city_rows, geonames_path
from communique.knowledge.entities import EntityNames
from communique.knowledge.files import read_rows, split
from communique.knowledge.folding import fold_all, parts, split_folded
from communique.knowledge.names import Name
from communique.knowledge.overlay import overlay_path
from communique.knowledge.spelling import load_spelling
from communique.knowledge.states import load_state_words, load_states

KEPT = 4  # artefacts left in the cache
FORMAT = "4"  # raise it when the tables below change
_SCHEMA = """
CREATE TABLE name (kind TEXT, first TEXT, seq INTEGER, text TEXT, entity TEXT, reading TEXT, begin TEXT,
  end TEXT);
CREATE TABLE person (id TEXT PRIMARY KEY, name TEXT, gender TEXT, country TEXT, sector TEXT, aliases TEXT,
  rank INTEGER) WITHOUT ROWID;
CREATE TABLE spoken (sound TEXT, first TEXT, last TEXT, person TEXT);
CREATE TABLE tenure (seq INTEGER PRIMARY KEY, office TEXT, country TEXT, person TEXT, begin TEXT, end TEXT,
  source TEXT);
CREATE TABLE place (id TEXT PRIMARY KEY, name TEXT, level TEXT, country TEXT, admin1 TEXT, latitude TEXT,
  longitude TEXT) WITHOUT ROWID;
CREATE TABLE city (key TEXT, population INTEGER, geonames INTEGER, name TEXT, country TEXT, latitude REAL,
  longitude REAL, listed INTEGER, level TEXT, admin1 TEXT);
"""
_INDEXES = """
CREATE INDEX name_first ON name (kind, first);
CREATE INDEX spoken_sound ON spoken (sound);
CREATE INDEX spoken_first ON spoken (first);
CREATE INDEX spoken_last ON spoken (last);
CREATE INDEX tenure_line ON tenure (office, country);
CREATE INDEX tenure_person ON tenure (person);
CREATE INDEX city_key ON city (key);
"""


@cache
def digest(code: str) -> str:
    """A digest of everything that the artefact of a language is made of."""
    state = blake2b(FORMAT.encode(), digest_size=6)
    for package, folder in (("communique.knowledge", ""), ("communique.languages", code)):
        root = resources.files(package).joinpath(folder)
        for file in sorted(root.iterdir(), key=lambda f: f.name):
            if file.name.endswith(".csv") or file.name in {"offices.toml", "spelling.toml"}:
                state.update(file.name.encode() + file.read_bytes())
    for path in (overlay_path(), geonames_path()):
        if path.exists():
            state.update(path.name.encode() + path.read_bytes())
    return state.hexdigest()


@cache
def open_built(code: str) -> sqlite3.Connection:
    """The artefact of a language, to read from; made first where it is missing."""
    path = built_path(code)
    if not path.exists():
        try:
            path = build(code, path)
        except OSError:
            return _made(code, ":memory:")
    return sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)


def built_path(code: str) -> Path:
    """Where the artefact of a language lies; it need not exist."""
    return _folder() / f"{code}-{digest(code)}.sqlite"


def build(code: str, path: Path) -> Path:
    """Make the artefact at ``path``, whole or not at all; raises OSError where it cannot be written."""
    path = path.absolute()
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, fresh = tempfile.mkstemp(dir=path.parent, prefix=f"{code}-", suffix=".new")
    os.close(handle)
    try:
        _made(code, fresh).close()
        Path(fresh).replace(path)
        if path == built_path(code):
            _tidy(path)
    except sqlite3.Error as error:
        raise OSError(str(error)) from error
    finally:
        Path(fresh).unlink(missing_ok=True)
    return path


def _tidy(path: Path) -> None:
    """Leave the artefacts that were made last; each is a few megabytes."""
    made = path.parent.glob(f"{path.name.partition('-')[0]}-*.sqlite")
    for old in sorted(made, key=lambda p: p.stat().st_mtime, reverse=True)[KEPT:]:
        old.unlink(missing_ok=True)


def _folder() -> Path:
    from platformdirs import user_cache_path

    return user_cache_path("communique") / "knowledge"


def _made(code: str, path: str) -> sqlite3.Connection:
    """A database with all tables."""
    made = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    made.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + _SCHEMA)
    made.execute("BEGIN")
    for kind, names in (("actor", _actor_names), ("place", _place_names), ("english", _english_names)):
        _fill(made, "name", _names(kind, names(code)))
    _fill(made, "person", _persons(code))
    _fill(made, "spoken", _spoken(code))
    _fill(made, "tenure", ((n, *row) for n, row in enumerate(tables.holder_rows())))
    _fill(made, "place", tables.place_rows())
    _fill(made, "city", city_rows())
    made.execute("COMMIT")
    made.executescript(_INDEXES)
    return made


def _fill(made: sqlite3.Connection, table: str, rows: Iterable[tuple[object, ...]]) -> None:
    width = len(made.execute(f"SELECT * FROM {table} LIMIT 0").description)
    made.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * width)})", rows)


def _names(kind: str, names: Iterable[Name]) -> Iterator[tuple[object, ...]]:
    """Rows of names by the first folded part."""
    for seq, name in enumerate(names):
        pieces = parts(name.text)
        if pieces:
            begin, end = (day.isoformat() if day else None for day in (name.begin, name.end))
            yield (kind, pieces[0].text, seq, name.text, name.entity, name.reading, begin, end)


def _actor_names(code: str) -> Iterator[Name]:
    """Names of bodies, of states, and the one-word names of persons ('Lula', 'MBS')."""
    yield from EntityNames(code).names
    yield from load_state_words(code).names
    for key, cell in tables.person_names(code):
        yield from (Name(alias, f"person:{key}") for alias in split(cell) if len(parts(alias)) == 1)


def _english_names(_: str) -> Iterator[Name]:
    """Names of bodies and states in English, whatever the language: what records call them, and more."""
    for row in tables.entity_rows():
        yield Name(row[1], row[0])
    for state in load_states().values():
        yield Name(state.name, f"state:{state.iso3}")
    for key, cell in read_rows("communique.knowledge", "english.csv", columns=tables.NAMES):
        yield from (Name(name, key) for name in split(cell))


def _place_names(code: str) -> Iterator[Name]:
    """Names of states and of the gazetteer's places."""
    for name in load_state_words(code).names:
        if name.reading == "name":
            yield Name(name.text, name.entity.replace("state:", "country:"))
    known = {row[0] for row in tables.place_rows()}
    for key, cell in tables.place_names(code):
        if key not in known:
            file = f"languages/{code}/places.csv"
            raise DataError(file, key, "knowledge/places.csv has no such place", "Add it or drop the row")
        yield from (Name(name, key) for name in split(cell))


def _persons(code: str) -> Iterator[tuple[object, ...]]:
    """Persons with their spellings and their rank in the language's list, the most written about first."""
    aliases = {row[0]: row[1] for row in tables.person_names(code)}
    rank = {key: number for number, key in enumerate(aliases)}
    for row in tables.person_rows():
        yield (*row, aliases.get(row[0], ""), rank.get(row[0], len(rank)))


def _spoken(code: str) -> Iterator[tuple[str, str, str, str]]:
    """The spoken keys of all spellings of persons, with their first and last parts.

    Those of states whose persons are named either way stand also with the surname first.
    """
    spelling = load_spelling(code)
    aliases = {row[0]: row[1] for row in tables.person_names(code)}
    persons = {row[0]: row for row in tables.person_rows()}
    spelt = [(key, n) for key, row in persons.items() for n in (row[1], *split(aliases.get(key, "")))]
    cut = [split_folded(folded) for folded in fold_all(name for _, name in spelt)]
    spelling.hear(piece for pieces in cut for piece in pieces)
    sounds = ((spelling.key_of(pieces), key) for (key, _), pieces in zip(spelt, cut, strict=True))
    for sound, key in dict.fromkeys(sounds):
        if sound:
            yield " ".join(sound), sound[0], sound[-1], key
        if len(sound) > 1 and persons[key][3] in spelling.either_way:
            yield " ".join((sound[-1], *sound[:-1])), sound[-1], "", key  # no surname ends it
