"""Statements behind colons and dashes, in incises with an age, of feelings; and who speaks in them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from test_statements import Found

from communique.model import Article, Unknown
from communique.syntax import Sentence

pytestmark = pytest.mark.parser

# text, actors, who speaks, the content
TOLD = (
    ("Le maire a prévenu hier : le pont sera fermé.", ["le maire|Le maire"], "le maire",
     "le pont sera fermé"),
    ("Le maire est catégorique : le pont tient.", ["le maire|Le maire"], "le maire", "le pont tient"),
    ("« Une honte » : le mot est du maire.", ["le maire|maire"], "le maire", "Une honte"),
    ("« Le pont tiendra » – c'est la promesse du maire.", ["le maire|maire"], "le maire", "Le pont tiendra"),
    ("Le maire a dit sa colère aux élus.", ["le maire|Le maire"], "le maire", "sa colère aux élus"),
    ("Le maire a assuré Lima du soutien de la ville.", ["le maire|Le maire", "Lima"], "le maire",
     "du soutien de la ville"),
    ("« Le pont tient. » Selon le maire, la crue baisse.", ["le maire"], "le maire", "la crue baisse"),
    ("Le juge a notifié au prévenu que le procès était clos.", ["le juge|Le juge"], "le juge",
     "le procès était clos"),
    ("Elle a rejeté l'offre de Lima, arguant que le prix montait.", ["elle|Elle", "Lima"], "elle",
     "le prix montait"),
    ("Le maire a évoqué une « avancée » mais n'a rien signé.", ["le maire|Le maire"], "le maire",
     "une « avancée »"),
    ("Le maire a exprimé ses regrets dans un discours à Lima.", ["le maire|Le maire"], "le maire",
     "ses regrets"),
)  # fmt: skip
UNTOLD = (
    "L'enquête continue : deux hommes sont partis.",
    "La ministre a lancé trois chantiers : l'école sera réformée.",
    "L'histoire est connue : le roi a abdiqué.",
    "Le curé a dit sa messe.",
    "La mission assure la livraison de l'aide.",
    "Ni le maire ni le préfet n'ont souhaité commenter la fuite.",
)


@pytest.mark.parametrize(("text", "listed", "speaker", "content"), TOLD, ids=[t[0][:40] for t in TOLD])
def test_who_says_what(
    text: str,
    *,
    listed: list[str],
    speaker: str,
    content: str,
    parse: Callable[[str], tuple[Sentence, ...]],
    make_article: Callable[..., Article],
) -> None:
    found = Found(make_article(text), parse(text), listed)
    told = {" ".join(c): s.speaker for c, s in zip(found.contents(), found.statements, strict=True)}
    assert content in told, found.contents()
    said = told[content]
    assert not isinstance(said, Unknown)
    assert found.names[said] == speaker


@pytest.mark.parametrize("text", UNTOLD)
def test_nobody_says_it(
    text: str, parse: Callable[[str], tuple[Sentence, ...]], make_article: Callable[..., Article]
) -> None:
    assert not Found(make_article(text), parse(text), ["La ministre", "Le curé", "L'enquête"]).contents()


def test_words_within_an_incise_are_no_content(
    parse: Callable[[str], tuple[Sentence, ...]], make_article: Callable[..., Article]
) -> None:
    text = "« On tiendra, promet Ivan, 30 ans, un fusil à la main. On n'a pas le choix. »"
    found = Found(make_article(text), parse(text), ["Ivan"])
    assert found.contents() == [["On tiendra", "On n'a pas le choix."]]


def test_two_speakers_in_a_row_stay_two(
    parse: Callable[[str], tuple[Sentence, ...]], make_article: Callable[..., Article]
) -> None:
    text = "« Tout va bien », bougonne le maire. « On nous trompe », enrage la veuve."
    found = Found(make_article(text), parse(text), ["le maire", "la veuve"])
    assert found.contents() == [["Tout va bien"], ["On nous trompe"]]
