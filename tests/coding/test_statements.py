"""Statements in sentences of ours: who says what, how, to whom, and what is no statement."""

from __future__ import annotations

import re
import time
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from communique.coding.statements import find_statements
from communique.languages.cues import load_cues
from communique.model import Actor, ActorMention, Article, Statement, Unknown
from communique.syntax import Sentence, Token

CASES = tomllib.loads((Path(__file__).parents[1] / "data" / "statements.toml").read_text(encoding="utf8"))[
    "case"
]
NONE = Unknown("test")
ARTICLE = re.compile(r"(?:l['’]|le |la |les |un |une |des )", re.IGNORECASE)

pytestmark = pytest.mark.parser


def actors_of(article: Article, listed: list[str]) -> tuple[Actor, ...]:
    """Actors by hand: every place where one of their forms stands as whole words is a mention."""
    actors = []
    for number, forms in enumerate(listed, 1):
        mentions = []
        for form in forms.split("|"):
            for found in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", article.text):
                skip = ARTICLE.match(form)
                head = found.start() + (skip.end() if skip else 0)
                span = article.span(*found.span())
                mentions.append(ActorMention(span, NONE, "test", head))
        mentions.sort(key=lambda m: m.span)
        name = forms.split("|", maxsplit=1)[0]
        actors.append(Actor(f"a{number}", name, "person", NONE, NONE, NONE, tuple(mentions)))
    return tuple(actors)


class Found:
    """The statements of a case, with names in place of identities."""

    def __init__(self, article: Article, sentences: tuple[Sentence, ...], listed: list[str]) -> None:
        actors = actors_of(article, listed)
        self.names: dict[Any, str] = {a.id: a.name for a in actors}
        self.statements = find_statements(article, sentences, actors, cues=load_cues("fr"))

    def contents(self) -> list[list[str]]:
        return [[c.text for c in s.content] for s in self.statements]

    def matching(self, wanted: dict[str, Any]) -> Statement | None:
        for statement in self.statements:
            if "content" not in wanted or [c.text for c in statement.content] == wanted["content"]:
                return statement
        return None


@pytest.mark.parametrize("case", CASES, ids=[c["text"][:48] for c in CASES])
def test_a_sentence_yields_its_statements(
    case: dict[str, Any],
    parse: Callable[[str], tuple[Sentence, ...]],
    make_article: Callable[..., Article],
) -> None:
    article = make_article(case["text"])
    found = Found(article, parse(case["text"]), case["actors"])
    if "count" in case:
        assert len(found.statements) == case["count"], found.contents()
    for wanted in case.get("statement", []):
        statement = found.matching(wanted)
        assert statement, found.contents()
        check(statement, wanted, found.names)
    if case.get("open"):
        assert all(isinstance(s.speaker, Unknown) for s in found.statements)
    for statement in found.statements:
        assert all(article.text[c.start : c.end] == c.text for c in statement.content)
        assert statement.rule.startswith("fr/cues.toml#")


def check(statement: Statement, wanted: dict[str, Any], names: dict[Any, str]) -> None:
    if "speaker" in wanted:
        assert names.get(statement.speaker) == wanted["speaker"]
    if "addressee" in wanted:
        assert names.get(statement.addressee) == wanted["addressee"]
    if "kind" in wanted:
        assert statement.kind == wanted["kind"]
    if "channel" in wanted:
        assert statement.channel == wanted["channel"]
    if "cue" in wanted:
        assert not isinstance(statement.cue, Unknown)
        assert statement.cue.text == wanted["cue"]
    if "through" in wanted:
        assert [[names[a] for a in chain] for chain in statement.according_to] == [wanted["through"]]


def by_hand(article: Article) -> tuple[Sentence, ...]:
    """A tree that knows nothing, so that a hostile page needs no parser."""
    tokens = tuple(
        Token(i, m.start(), m.end(), m[0], m[0].lower(), "X", "dep", 0, "")
        for i, m in enumerate(re.finditer(r"\w+|[^\w\s]", article.text))
    )
    return (Sentence(tokens, block=0, role="body"),)


@pytest.mark.parametrize("mark", ['"', "« ", "»", "“", "«", "selon ", "a dit, ", "que "])
def test_a_thousand_marks_do_not_hang(mark: str, make_article: Callable[..., Article]) -> None:
    article = make_article(f"Il a dit {mark}que non, a-t-il ajouté, " * 1000)
    sentences = by_hand(article)
    begin = time.process_time()
    find_statements(article, sentences, (), cues=load_cues("fr"))
    assert time.process_time() - begin < 20


MARKS = ['"', "«", "»", "“", "”", "‘", "’", "—", ",", ".", ":", "\n", "(", ")", "?"]
WORDS = ["il", "a", "dit", "que", "selon", "Oslo", "affirme-t-on", "ajoutant", "dénonce", "de", "et", "mais"]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces=st.lists(st.sampled_from(MARKS + WORDS), min_size=1, max_size=60))
def test_whatever_the_marks_contents_are_words_of_the_text(
    pieces: list[str], make_article: Callable[..., Article]
) -> None:
    article = make_article("Oslo " + " ".join(pieces))
    statements = find_statements(
        article, by_hand(article), actors_of(article, ["Oslo|il"]), cues=load_cues("fr")
    )
    assert len({s.content[0].start for s in statements}) == len(statements)
    for statement in statements:
        assert all(article.text[c.start : c.end] == c.text and c.text.strip() for c in statement.content)
        starts = [c.start for c in statement.content]
        assert starts == sorted(starts)


def test_an_article_without_sentences_has_no_statements(make_article: Callable[..., Article]) -> None:
    assert find_statements(make_article("Rien."), (), (), cues=load_cues("fr")) == ()


def test_the_same_words_give_the_same_statements(
    parse: Callable[[str], tuple[Sentence, ...]], make_article: Callable[..., Article]
) -> None:
    text = "« Le pont est tombé », a dit la maire. Selon elle, deux hommes ont fui."
    article = make_article(text)
    first = Found(article, parse(text), ["la maire|elle"]).statements
    assert first == Found(article, parse(text), ["la maire|elle"]).statements
    assert len({s.id for s in first}) == len(first) == 2


@pytest.mark.parser
def test_a_quotation_opened_twice_is_read_without_harm() -> None:
    from communique.coding.equipment import load_tools
    from communique.coding.pipeline import code_page
    from communique.model import Page

    text = (
        '"On ignore quoi faire", dit-il. "Outre la peur, il y a la honte de ce que fait ce pouvoir. Chez mes '
        'voisins, elle est partout. "Jamais ils n\'ont eu ma voix", ajoute-t-il, "et j\'ai fait mon possible '
        'pour peser - je suis allé aux marches. Mais ce temps est passé. Chacun a trop peur." '
        "Une passante hésite."
    )
    coded = code_page(Page(source="test", text=text), tools=load_tools("fr"))
    assert "On ignore quoi faire" in {s.content[0].text for s in coded.statements}
