"""Who is found in sentences of our own: names, countries, kinds, offices, and who takes up whom."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from communique.coding.actors import find_mentions, resolve_actors
from communique.knowledge import load_knowledge
from communique.languages.roles import load_actor_lexicon
from communique.model import Actor, Publication, Unknown
from communique.syntax import Sentence

CASES = tomllib.loads((Path(__file__).parents[2] / "data" / "actors.toml").read_text(encoding="utf8"))["case"]
pytestmark = pytest.mark.parser
Parse = Callable[[str], tuple[Sentence, ...]]


def actors_of(text: str, parse: Parse, published: date | None = None) -> tuple[Actor, ...]:
    knowledge, lexicon = load_knowledge("fr"), load_actor_lexicon("fr")
    day = published or Unknown("not given")
    sentences = parse(text)
    mentions = find_mentions(sentences, lexicon=lexicon, knowledge=knowledge, text=text)
    publication = Publication(day, day, day, certain=published is not None)
    return resolve_actors(mentions, sentences, published=publication, times=(), knowledge=knowledge)


def met(actors: tuple[Actor, ...], text: str, words: str) -> Iterator[tuple[Actor, str | Unknown]]:
    """The actors with a mention that shares a character with the first occurrence of some words."""
    start = text.index(words)
    end = start + len(words)
    for actor in actors:
        for mention in actor.mentions:
            assert text[mention.span.start : mention.span.end] == mention.span.text
            if mention.span.start < end and start < mention.span.end:
                yield actor, mention.office


def shown(value: str | Unknown) -> str:
    return "-" if isinstance(value, Unknown) else value


def fits(actor: Actor, office: str | Unknown, wanted: list[str]) -> bool:
    given = [actor.name, shown(actor.country), actor.kind, shown(office)]
    return all(want in ("*", have) for want, have in zip(wanted, given, strict=True))


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:50] for case in CASES])
def test_case(case: dict[str, Any], parse: Parse) -> None:
    text = case["text"]
    actors = actors_of(text, parse, case.get("published"))
    for line in case.get("expect", ()):
        words, *wanted = (part.strip() for part in line.split("|"))
        found = list(met(actors, text, words))
        assert any(fits(actor, office, wanted) for actor, office in found), (line, found)
    for words in case.get("absent", ()):
        assert [(a.name, a.kind) for a, _ in met(actors, text, words)] == [], words
    for one, other in case.get("same", ()):
        ids = [{a.id for a, _ in met(actors, text, w)} for w in (one, other)]
        assert ids[0] & ids[1], (one, other, actors)
    for one, other in case.get("apart", ()):
        ids = [{a.id for a, _ in met(actors, text, w)} for w in (one, other)]
        assert not ids[0] & ids[1], (one, other, actors)
