"""The actors that a careful coder reads in the seeds; skipped where that folder is not."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from communique.article import make_article
from communique.coding.actors import find_mentions, resolve_actors
from communique.coding.sentences import Parser
from communique.knowledge import load_knowledge
from communique.languages.furniture import load_furniture
from communique.languages.roles import load_actor_lexicon
from communique.model import Actor, Publication, Unknown
from communique.sources import read_pages

SEEDS = Path(__file__).parents[4] / "shared" / "seeds"
OFFICES = {
    "minister of foreign affairs": "foreign_minister",
    "secretary of state": "foreign_minister",
    "president": "head_of_state",
}
pytestmark = [
    pytest.mark.parser,
    pytest.mark.skipif(not SEEDS.is_dir(), reason="../shared/seeds is not here"),
]


def coded(name: str, parser: Parser, published: Publication) -> tuple[str, tuple[Actor, ...]]:
    page = next(iter(read_pages(str(SEEDS / name))))
    article = make_article(page, furniture=load_furniture("fr"))
    knowledge = load_knowledge("fr")
    sentences = parser.parse(article)
    mentions = find_mentions(
        sentences, lexicon=load_actor_lexicon("fr"), knowledge=knowledge, text=article.text
    )
    actors = resolve_actors(mentions, sentences, published=published, times=(), knowledge=knowledge)
    return article.text, actors


@pytest.mark.parametrize("name", ["000_6a89048487369a54.txt", "003_c922ea5eee854fe4.txt"])
def test_every_expected_actor_is_found_with_its_words(name: str, parser: Parser) -> None:
    document = json.loads((SEEDS / "expected.json").read_text(encoding="utf8"))["documents"][name]
    begin, end = (date.fromisoformat(document["published"][side]) for side in ("begin", "end"))
    text, actors = coded(name, parser, Publication(Unknown("reasoned"), begin, end, certain=False))
    lacking = []
    for want in document["actors"]:
        for identity in want["id"] if isinstance(want["id"], list) else [want["id"]]:
            found = [a for a in actors if a.name == identity]
            lacking += [(identity, words) for words in want["texts"] if not spoken(text, words, found)]
            if want.get("country") and found:
                assert found[0].country == want["country"]
            if want.get("office") and found:
                assert OFFICES[want["office"]] in {m.office for m in found[0].mentions}, identity
    assert lacking == []


def spoken(text: str, words: str, actors: list[Actor]) -> bool:
    """Whether one of the actors is mentioned by some of these words, at any of their places."""
    plain, words = text.replace("\u00a0", " "), words.replace("\u00a0", " ")
    at = plain.find(words)
    while at >= 0:
        spans = [m.span for a in actors for m in a.mentions]
        if any(s.start < at + len(words) and at < s.end for s in spans):
            return True
        at = plain.find(words, at + 1)
    return False
