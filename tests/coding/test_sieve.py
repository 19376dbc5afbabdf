"""The sieve: what passes is read as without it, what does not says so."""

from __future__ import annotations

import pytest

from communique.model import Page

pytestmark = pytest.mark.parser

SPORT = "Le gardien a repoussé un penalty. La pluie a gâché la fin du match, et le public est rentré trempé."
NEWS = "Le ministre estonien de la Défense a demandé à l'ambassadeur de Russie de quitter le pays."


@pytest.fixture(scope="module")
def tools():
    from communique.coding.equipment import load_tools

    return load_tools("fr")


@pytest.fixture(scope="module")
def sieve():
    from communique.coding.sieve import load_sieve

    return load_sieve("fr")


def code(text, tools, sieve):
    from communique.coding.pipeline import code_page

    return code_page(Page(source="test", text=text), tools=tools, sieve=sieve)


@pytest.mark.parametrize(
    "aside",
    [
        "La police a arrêté douze supporteurs près du stade.",
        "L'Union européenne a sanctionné le propriétaire du club.",
        "Téhéran a refusé que sa sélection joue contre Israël.",
        "Le gouvernement norvégien boycotte les jeux.",
    ],
)
def test_an_aside_lets_the_article_pass(aside, tools, sieve):
    text = f"{SPORT} {aside} Le match retour aura lieu samedi."
    kept = code(text, tools, sieve)
    assert not any("sieve" in r.reason for r in kept.rejected)
    assert kept == code(text, tools, None)


def test_news_is_read_as_without_the_sieve(tools, sieve):
    kept = code(NEWS, tools, sieve)
    assert [r.type for r in kept.reports] == ["REQUEST"]
    assert kept == code(NEWS, tools, None)


def test_what_does_not_pass_says_so_and_keeps_its_text(tools, sieve):
    passed_over = code(SPORT, tools, sieve)
    assert passed_over.article.text == SPORT
    assert not passed_over.reports
    assert not passed_over.statements
    assert [(r.span.text, r.reason) for r in passed_over.rejected] == [
        (SPORT, "sieve: no sentence could tell an act of public life")
    ]
