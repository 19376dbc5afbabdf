"""Office-holders from Wikidata's query service, laid beside ours in the user's own entries.

The service (https://query.wikidata.org/sparql, data CC0) asks for a user agent that says who asks, answers
429 with ``Retry-After`` where one asks too much, and gives results as SPARQL 1.1 JSON. Every answer is kept
with its day beside the user's entries.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any, Literal, NamedTuple

import httpx

from communique import __version__
from communique.errors import InputError
from communique.knowledge.base import Knowledge
from communique.knowledge.overlay import AnyEntry, HolderEntry, PersonEntry, overlay_path
from communique.knowledge.records import Tenure

ENDPOINT = "https://query.wikidata.org/sparql"
AGENT = f"communique/{__version__} (office-holders for event data)"
TRIES = 5
FIRST_WAIT, LONGEST_WAIT = 2.0, 120.0  # seconds
TIMEOUT = 70.0  # seconds; the service gives up after 60
NEAR = 31  # days within which two begins are one
ENTITY = "http://www.wikidata.org/entity/"
# A state's own statements, or the posts that are a kind of a class of posts and apply to the state.
PROPERTIES = {"head_of_state": "P35", "head_of_government": "P6"}
CLASSES = {"foreign_minister": "Q7330070", "defence_minister": "Q2518691"}
_HEAD = "SELECT ?state ?person ?personLabel ?begin ?end ?gender WHERE { VALUES ?state { STATES } "
_OF_STATE = "?state p:POSITION ?s. ?s ps:POSITION ?person."
_OF_CLASS = "?post wdt:P279* wd:POSITION; wdt:P1001 ?state. ?person p:P39 ?s. ?s ps:P39 ?post."
_TAIL = """ OPTIONAL { ?s pq:P580 ?begin } OPTIONAL { ?s pq:P582 ?end } OPTIONAL { ?person wdt:P21 ?gender }
  SERVICE wikibase:label { bd:serviceParam wikibase:language "en,fr,mul". } }"""


class Told(NamedTuple):
    """A tenure as Wikidata has it."""

    country: str
    person: str
    name: str
    gender: str
    begin: str
    end: str


class Update(NamedTuple):
    """What an update found: entries new to us, tenures of ours that it ends, and how many agree."""

    entries: tuple[AnyEntry, ...]
    ended: int
    agreed: int
    answer: Path


def query(office: str, states: Iterable[str]) -> str:
    """The question for the holders of an office in states (Wikidata identities).

    Raises :class:`InputError` for an office that Wikidata has no class for here.
    """
    known = PROPERTIES | CLASSES
    if office not in known:
        asked = ", ".join(known)
        raise InputError(f"no question for office {office!r}", where="wikidata", hint=f"Ask for: {asked}")
    body = _HEAD + (_OF_STATE if office in PROPERTIES else _OF_CLASS) + _TAIL
    values = " ".join(f"wd:{state}" for state in states)
    return body.replace("STATES", values).replace("POSITION", known[office])


def ask(
    question: str, *, endpoint: str = ENDPOINT, sleep: Callable[[float], None] = time.sleep
) -> dict[str, Any]:
    """The answer to a SPARQL question, asked again after a while where the service is busy.

    Raises :class:`InputError` when it refuses, stays busy, or answers in another format.
    """
    wait = FIRST_WAIT
    why = "it did not answer"
    headers = {"User-Agent": AGENT, "Accept": "application/sparql-results+json"}
    for number in range(TRIES):
        if number:
            sleep(wait)
        try:
            answer = httpx.post(endpoint, data={"query": question}, headers=headers, timeout=TIMEOUT)
        except httpx.HTTPError as error:
            why, wait = str(error) or type(error).__name__, min(wait * 2, LONGEST_WAIT)
            continue
        if answer.status_code == httpx.codes.OK:
            return _decoded(answer, endpoint)
        why = f"it answered {answer.status_code}"
        if answer.status_code not in {429, 500, 502, 503, 504}:
            break
        wait = _told_to_wait(answer) or min(wait * 2, LONGEST_WAIT)
    raise InputError(why, where=endpoint, hint="Try again later; nothing was changed")


def _told_to_wait(answer: httpx.Response) -> float:
    """The seconds that a busy service asks for; 0 where it names none."""
    told = answer.headers.get("Retry-After", "")
    return min(float(told), LONGEST_WAIT) if told.isdigit() else 0.0


def _decoded(answer: httpx.Response, endpoint: str) -> dict[str, Any]:
    try:
        decoded = answer.json()
        decoded["results"]["bindings"]
    except (ValueError, KeyError, TypeError):
        hint = "Name another --endpoint"
        raise InputError("it is no SPARQL result in JSON", where=endpoint, hint=hint) from None
    return dict(decoded)


def tenures_told(answer: dict[str, Any], knowledge: Knowledge) -> tuple[Told, ...]:
    """The tenures of an answer, in order; statements without a person or a begin are left out."""
    iso3 = {state.wikidata: state.iso3 for state in knowledge.states}
    found = set()
    for row in answer["results"]["bindings"]:
        state, person, begin = (_value(row, name) for name in ("state", "person", "begin"))
        if not person.startswith(ENTITY + "Q") or not begin or state.removeprefix(ENTITY) not in iso3:
            continue
        gender = {f"{ENTITY}Q6581097": "m", f"{ENTITY}Q6581072": "f"}.get(_value(row, "gender"), "")
        identity = person.removeprefix(ENTITY)
        label = _value(row, "personLabel") or identity
        days = (begin[:10], _value(row, "end")[:10])
        found.add(Told(iso3[state.removeprefix(ENTITY)], identity, label, gender, *days))
    return tuple(sorted(found))


def _value(row: dict[str, Any], name: str) -> str:
    """A cell of a SPARQL result; empty where it is unbound."""
    return str(row.get(name, {}).get("value", ""))


def update(
    office: str,
    countries: Iterable[str],
    *,
    knowledge: Knowledge,
    endpoint: str = ENDPOINT,
    today: date | None = None,
    sleep: Callable[[float], None] = time.sleep,
) -> Update:
    """Ask Wikidata for the holders of an office, and tell what is new to us as entries of the user's own.

    A tenure is new when nobody of that identity began within a month of it; one of ours without an end is
    ended where Wikidata knows the day. Nothing is written but the answer.
    """
    states = [knowledge.state(code).wikidata for code in countries]
    answer = ask(query(office, [s for s in states if isinstance(s, str)]), endpoint=endpoint, sleep=sleep)
    day = today or date.today()
    kept = overlay_path().parent / "wikidata" / f"{day.isoformat()}-{office}.json"
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_text(json.dumps(answer, ensure_ascii=False, indent=1, sort_keys=True), encoding="utf8")
    entries: list[AnyEntry] = []
    ended = agreed = 0
    for told in tenures_told(answer, knowledge):
        ours = _same(told, knowledge.office_line(office, told.country))
        if ours is not None and (ours.end is not None or not told.end):
            agreed += 1
            continue
        ended += ours is not None
        if not knowledge.knows_person(told.person):
            entries.append(_person(told))
        begin = ours.begin if ours is not None and ours.begin else date.fromisoformat(told.begin)
        entries.append(_holder(told, office, begin, source=f"Wikidata, {day.isoformat()}"))
    return Update(tuple(entries), ended, agreed, kept)


def _same(told: Told, line: tuple[Tenure, ...]) -> Tenure | None:
    """Our tenure of the same person that begins within a month of it."""
    begin = date.fromisoformat(told.begin)
    same = (t for t in line if t.person == f"person:{told.person}" and t.begin)
    return next((t for t in same if t.begin and abs((t.begin - begin).days) <= NEAR), None)


def _person(told: Told) -> PersonEntry:
    gender: Literal["", "m", "f"] = "m" if told.gender == "m" else "f" if told.gender == "f" else ""
    return PersonEntry(id=told.person, name=told.name, gender=gender, country=told.country)


def _holder(told: Told, office: str, begin: date, *, source: str) -> HolderEntry:
    days = {"begin": begin.isoformat(), "end": told.end}
    return HolderEntry(office=office, country=told.country, person=told.person, source=source, **days)
