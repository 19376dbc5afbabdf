"""Stores of both kinds: the same tests run on SQLite and, where its programs are, on PostgreSQL."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from communique.store import Store, open_store

PROGRAMS = sorted(Path("/usr/lib/postgresql").glob("*/bin"))


def run(folder: Path, *command: str) -> None:
    """Run a command quietly (the server would keep our pipes open)."""
    silent = subprocess.DEVNULL
    subprocess.run(command, check=True, stdout=silent, stderr=silent, cwd=folder)


@pytest.fixture(scope="session")
def cluster() -> Iterator[str]:
    """A private PostgreSQL cluster on a free port of this machine; the address of its first database."""
    if not PROGRAMS or not shutil.which("runuser"):
        pytest.skip("PostgreSQL's programs are not installed here (apt-get install postgresql)")
    folder = Path(tempfile.mkdtemp(prefix="communique-pg-"))
    prefix: list[str] = []
    if os.geteuid() == 0:  # the server refuses to run as root
        owner = pwd.getpwnam("postgres")
        os.chown(folder, owner.pw_uid, owner.pw_gid)
        prefix = ["runuser", "-u", "postgres", "--"]
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    control = [*prefix, str(PROGRAMS[-1] / "pg_ctl"), "-D", str(folder / "data")]
    options = f"-p {port} -k {folder} -h 127.0.0.1 -c fsync=off"
    run(folder, *control, "initdb", "-o", "-U communique -A trust -E UTF8 --no-sync")
    run(folder, *control, "-w", "-l", str(folder / "log"), "-o", options, "start")
    yield f"postgresql://communique@127.0.0.1:{port}/postgres"
    run(folder, *control, "-m", "immediate", "stop")
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty store of each kind."""
    if request.param == "sqlite":
        with open_store(f"sqlite:///{tmp_path / 'test.db'}") as opened:
            yield opened
        return
    pytest.importorskip("psycopg")
    url = request.getfixturevalue("cluster")
    with open_store(url) as opened:
        yield opened
        with opened.writing() as connection:
            connection.execute(text("DROP SCHEMA public CASCADE"))
            connection.execute(text("CREATE SCHEMA public"))


@pytest.fixture
def sqlite_store(tmp_path: Path) -> Iterator[Store]:
    """An empty SQLite store, for what is particular to it."""
    with open_store(f"sqlite:///{tmp_path / 'test.db'}") as opened:
        yield opened
