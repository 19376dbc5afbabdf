"""What office expressions and names mean on a day, as ``communique knowledge find`` answers."""

from __future__ import annotations

from datetime import date

import pytest

from communique.coding.parties.mention import Holder
from communique.coding.parties.tenures import holders_within, line_of
from communique.knowledge import load_knowledge
from communique.run.asking import find_meaning

KNOWLEDGE = load_knowledge("fr")


def names(expression: str, on: str, context: str = "") -> list[str]:
    return [c.name for c in find_meaning(expression, on=date.fromisoformat(on), context=context)]


@pytest.mark.parametrize(
    ("expression", "on", "name"),
    [
        ("le chef de la diplomatie française", "2013-05-01", "Laurent Fabius"),
        ("la patronne du Quai d'Orsay", "2023-05-10", "Catherine Colonna"),
        ("le locataire de Downing Street", "2015-01-10", "David Cameron"),
        ("l'hôte de Matignon", "2018-12-04", "Édouard Philippe"),
        ("le secrétaire d'État américain", "2015-06-01", "John Kerry"),
        ("le président iranien", "2016-06-01", "Hassan Rouhani"),
        ("le guide suprême iranien", "2016-06-01", "Ali Khamenei"),
        ("le roi d'Espagne", "2016-06-01", "Felipe VI of Spain"),
        ("le dirigeant nord-coréen", "2016-06-01", "Kim Jong-un"),
        ("l'homme fort de Bamako", "2023-06-01", "Assimi Goïta"),
        ("le président sri-lankais", "2009-05-18", "Mahinda Rajapaksa"),
        ("la directrice générale du FMI", "2015-07-02", "Christine Lagarde"),
        ("le patron de l'Otan", "2018-07-02", "Jens Stoltenberg"),
        ("M. Hollande", "2013-01-11", "François Hollande"),
        ("Mme Clinton", "2009-02-20", "Hillary Clinton"),
        ("le président élu argentin", "2023-12-01", "Javier Milei"),
        ("l'ex-président kazakh", "2019-04-01", "Nursultan Nazarbayev"),
    ],
)
def test_one_person_is_meant(expression: str, on: str, name: str) -> None:
    assert names(expression, on) == [name]


@pytest.mark.parametrize(
    ("expression", "on"),
    [
        ("le président congolais", "2017-06-10"),  # of two states
        ("le président américain", "2017-01-20"),  # two on that day
        ("l'ancien président français", "2010-06-18"),  # of several
        ("le président de la banque centrale libanaise", "2019-10-10"),  # not the state's
        ("le roi d'Italie", "2019-10-10"),  # no such office
        ("le secrétaire d'État français aux Transports", "2019-10-10"),  # not the American one
        ("le président autoproclamé du Venezuela", "2019-03-04"),  # not the holder
        ("le ministre des Affaires étrangères", "2016-05-10"),  # of which state?
        ("Bush", "2016-02-01"),  # nobody of that name in office around that day
        ("son homologue américain", "2015-09-05"),  # whose?
    ],
)
def test_what_cannot_be_told_names_no_single_person(expression: str, on: str) -> None:
    found = find_meaning(expression, on=date.fromisoformat(on))
    assert len([c for c in found if c.kind == "person"]) != 1


def test_an_office_that_nobody_held_is_the_office() -> None:
    (found,) = find_meaning("le président libanais", on=date(2015, 3, 10))
    assert (found.kind, found.name, found.country) == ("office", "president of Lebanon", "LBN")


def test_the_sentence_decides() -> None:
    called = "Laurent Fabius, ministre français des Affaires étrangères, a appelé son homologue russe."
    assert names("son homologue russe", "2013-05-01", called) == ["Sergey Lavrov"]
    denied, arrived = "Moscou a démenti ces accusations.", "Il est arrivé à Moscou mercredi."
    assert names("Moscou", "2015-08-20", denied) == ["government of Russia"]
    assert [c.kind for c in find_meaning("Moscou", on=date(2015, 8, 20), context=arrived)] == ["place"]
    goma = "À Goma, en RDC, le président congolais a visité les blessés."
    assert names("le président congolais", "2017-06-10", goma) == ["Joseph Kabila"]


def test_outgoing_and_new_on_the_day_of_the_change() -> None:
    day = (date(2012, 5, 15), date(2012, 5, 15))

    def held(status: str) -> list[str]:
        holder = Holder("head_of_state", "FRA", status)
        return [KNOWLEDGE.entity(p).name for p in holders_within(holder, "FRA", day, KNOWLEDGE)]

    assert held("outgoing") == ["Nicolas Sarkozy"]
    assert held("new") == ["François Hollande"]
    assert held("present") == ["Nicolas Sarkozy", "François Hollande"]
    assert held("claimed") == []


def test_titles_choose_the_office() -> None:
    president = Holder("head_of_state", titles=("president",), fallback=True)
    king = Holder("head_of_state", titles=("king", "monarch"))
    assert line_of(president, "IRN", KNOWLEDGE) == ("head_of_government", "IRN")
    assert line_of(president, "FRA", KNOWLEDGE) == ("head_of_state", "FRA")
    assert line_of(king, "GBR", KNOWLEDGE) == ("head_of_state", "GBR")
    assert line_of(king, "FRA", KNOWLEDGE)[0] == ""
