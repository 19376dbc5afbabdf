"""Offices without a name: who held them on the day, and what is said when that is open."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from communique.coding.actors import find_mentions, resolve_actors
from communique.knowledge import load_knowledge
from communique.languages.roles import load_actor_lexicon
from communique.model import Actor, Publication, Span, TimeExpression, Unknown
from communique.syntax import Sentence

pytestmark = pytest.mark.parser
Parse = Callable[[str], tuple[Sentence, ...]]
CALL = "Le président américain a téléphoné au Premier ministre."


def actors_of(
    text: str, parse: Parse, days: tuple[date, date], times: tuple[TimeExpression, ...] = ()
) -> tuple[Actor, ...]:
    knowledge = load_knowledge("fr")
    sentences = parse(text)
    mentions = find_mentions(sentences, lexicon=load_actor_lexicon("fr"), knowledge=knowledge, text=text)
    published = Publication(Unknown("reasoned"), *days, certain=False)
    return resolve_actors(mentions, sentences, published=published, times=times, knowledge=knowledge)


def test_one_holder_in_the_interval_is_named(parse: Parse) -> None:
    actor = actors_of(CALL, parse, (date(2014, 1, 1), date(2015, 1, 1)))[0]
    assert (actor.name, actor.kind) == ("Barack Obama", "person")


def test_two_holders_in_the_interval_leave_the_office_with_the_candidates(parse: Parse) -> None:
    actor = actors_of(CALL, parse, (date(2016, 12, 1), date(2017, 3, 1)))[0]
    assert (actor.name, actor.kind) == ("president of the United States", "office")
    assert "Barack Obama, Donald Trump" in actor.mentions[0].rule


def test_the_day_of_the_event_decides_before_that_of_publication(parse: Parse) -> None:
    text = "En mai 2014, le président américain avait promis son aide."
    may = TimeExpression(
        "t1", Span(0, 11, "En mai 2014"), "DATE", "2014-05", date(2014, 5, 1), date(2014, 5, 31), "test"
    )
    actors = actors_of(text, parse, (date(2018, 3, 1), date(2018, 3, 1)), (may,))
    assert actors[0].name == "Barack Obama"


def test_a_name_in_the_article_decides_before_the_day(parse: Parse) -> None:
    text = "Le président américain Donald Trump a reçu un ministre. Le président américain a souri."
    actors = actors_of(text, parse, (date(2014, 1, 1), date(2014, 1, 1)))
    trump = next(a for a in actors if a.name == "Donald Trump")
    assert len(trump.mentions) == 2


OPEN_YEARS = (date(2012, 1, 1), date(2023, 1, 1))
RIVALS = "Le président américain fait campagne face au démocrate Joe Biden. Donald Trump veut gagner."


def test_an_office_is_not_that_of_somebody_named_beside_it(parse: Parse) -> None:
    actors = {a.name: [m.span.text for m in a.mentions] for a in actors_of(RIVALS, parse, OPEN_YEARS)}
    assert "Le président américain" in actors["Donald Trump"]
    assert "Le président américain" not in actors["Joe Biden"]


def test_an_office_that_is_behind_somebody_is_anothers(parse: Parse) -> None:
    text = f"{RIVALS} L'ancien président Barack Obama a souri."
    actors = {a.name: [m.span.text for m in a.mentions] for a in actors_of(text, parse, OPEN_YEARS)}
    assert "Le président américain" in actors["Donald Trump"]


def test_an_office_that_two_named_later_may_hold_stays_open(parse: Parse) -> None:
    text = "Le président américain a souri. Donald Trump et Joe Biden ont débattu."
    actors = {a.name: [m.span.text for m in a.mentions] for a in actors_of(text, parse, OPEN_YEARS)}
    assert actors["president of the United States"] == ["Le président américain"]


def test_blanks_of_the_article_stay_in_the_words(parse: Parse) -> None:
    text = "Sergue\u00ef Lavrov est arriv\u00e9. M.\u00a0Lavrov a souri."
    actors = actors_of(text, parse, (date(2016, 1, 1), date(2016, 1, 1)))
    assert "M.\u00a0Lavrov" in [m.span.text for m in actors[0].mentions]


def test_nothing_gives_nothing(parse: Parse) -> None:
    assert actors_of("Il pleut.", parse, (date(2016, 1, 1), date(2016, 1, 1))) == ()
