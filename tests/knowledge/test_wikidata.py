"""Asking Wikidata, on a server of our own that answers in the documented format (SPARQL 1.1 JSON)."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import pytest

from communique.errors import InputError
from communique.knowledge import load_knowledge
from communique.knowledge.keeping import keep
from communique.knowledge.wikidata import TRIES, ask, query, update

TODAY = date(2026, 11, 27)


class Service:
    """What the server is to answer, and what it was asked."""

    def __init__(self) -> None:
        self.answers: list[tuple[int, dict[str, str], str]] = []
        self.asked: list[tuple[str, str]] = []
        self.url = ""

    def next(self) -> tuple[int, dict[str, str], str]:
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]


@pytest.fixture
def service() -> Iterator[Service]:
    told = Service()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            told.asked.append((self.headers["User-Agent"], parse_qs(body)["query"][0]))
            status, headers, text = told.next()
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(text.encode())

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    told.url = f"http://127.0.0.1:{server.server_port}/sparql"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield told
    server.shutdown()
    server.server_close()


def row(person: str, label: str, begin: str, end: str = "") -> dict[str, Any]:
    entity, state = "http://www.wikidata.org/entity/", "Q16"
    cells = {
        "state": {"type": "uri", "value": entity + state},
        "person": {"type": "uri", "value": entity + person},
        "personLabel": {"type": "literal", "xml:lang": "en", "value": label},
        "gender": {"type": "uri", "value": entity + "Q6581072"},
    }
    for name, day in (("begin", begin), ("end", end)):
        if day:
            cells[name] = {"type": "literal", "value": f"{day}T00:00:00Z"}
    return cells


def results(*rows: dict[str, Any]) -> str:
    return json.dumps({"head": {"vars": ["state"]}, "results": {"bindings": list(rows)}})


def test_new_holders_become_entries_and_known_ones_do_not(own: Path, service: Service) -> None:
    knowledge = load_knowledge()
    ours = next(t for t in knowledge.office_line("foreign_minister", "CAN") if t.begin and t.end)
    person = ours.person.removeprefix("person:")
    known = row(person, "known", str(ours.begin), str(ours.end))
    fresh = row("Q99999991", "Jane Roe", "2026-11-01")
    dateless = row("Q99999992", "John Roe", "")
    service.answers = [(200, {}, results(known, fresh, dateless))]
    found = update("foreign_minister", ["CAN"], knowledge=knowledge, endpoint=service.url, today=TODAY)
    assert (found.agreed, found.ended) == (1, 0)
    assert [e.key[0] for e in found.entries] == ["person", "holder"]
    assert json.loads(found.answer.read_text())["results"]["bindings"][0] == known
    assert found.answer == own / "wikidata/2026-11-27-foreign_minister.json"
    keep(found.entries)
    day = date(2026, 11, 20)
    (holder,) = load_knowledge().holders("foreign_minister", "CAN", day, day)
    assert (load_knowledge().entity(holder.person).name, holder.source) == (
        "Jane Roe",
        "Wikidata, 2026-11-27",
    )
    agent, question = service.asked[0]
    assert agent.startswith("communique/")
    assert "wd:Q16 " in question
    assert "Q7330070" in question


def test_an_end_that_we_did_not_know_is_taken(own: Path, service: Service) -> None:
    knowledge = load_knowledge()
    line = knowledge.office_line("head_of_government", "CAN")
    last = line[-1]
    assert last.end is None
    told = row(last.person.removeprefix("person:"), "last", str(last.begin), "2026-11-20")
    service.answers = [(200, {}, results(told))]
    found = update("head_of_government", ["CAN"], knowledge=knowledge, endpoint=service.url, today=TODAY)
    assert found.ended == 1
    keep(found.entries)
    assert load_knowledge().office_line("head_of_government", "CAN")[-1].end == date(2026, 11, 20)
    assert len(load_knowledge().office_line("head_of_government", "CAN")) == len(line)


def test_a_busy_service_is_asked_again_after_what_it_says(service: Service) -> None:
    waits: list[float] = []
    service.answers = [(429, {"Retry-After": "7"}, ""), (503, {}, ""), (200, {}, results())]
    assert ask("SELECT", endpoint=service.url, sleep=waits.append)["results"]["bindings"] == []
    assert waits[0] == 7.0
    assert waits[1] > 7.0
    assert len(service.asked) == 3


@pytest.mark.parametrize(
    ("status", "text", "asked"), [(503, "", TRIES), (400, "", 1), (200, "<html>", 1), (200, "[]", 1)]
)
def test_what_it_cannot_answer_is_told(service: Service, status: int, text: str, asked: int) -> None:
    service.answers = [(status, {}, text)]
    with pytest.raises(InputError):
        ask("SELECT", endpoint=service.url, sleep=lambda _: None)
    assert len(service.asked) == asked


def test_nobody_there_is_told() -> None:
    with pytest.raises(InputError, match="Try again later"):
        ask("SELECT", endpoint="http://127.0.0.1:9/sparql", sleep=lambda _: None)


def test_an_office_without_a_question_is_refused_with_the_list() -> None:
    with pytest.raises(InputError, match="head_of_state"):
        query("jester", ["Q16"])
