"""What the parties of an article tell about its day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from communique.coding.actors import Mention, find_mentions, name_evidence, office_evidence
from communique.knowledge import load_knowledge
from communique.languages.roles import load_actor_lexicon
from communique.syntax import Sentence

pytestmark = pytest.mark.parser
Parse = Callable[[str], tuple[Sentence, ...]]


def mentions_of(text: str, parse: Parse) -> tuple[Mention, ...]:
    knowledge, lexicon = load_knowledge("fr"), load_actor_lexicon("fr")
    return find_mentions(parse(text), lexicon=lexicon, knowledge=knowledge, text=text)


def test_a_present_office_gives_its_tenures(parse: Parse) -> None:
    mentions = mentions_of("Le secrétaire d'État américain John Kerry a atterri à Vienne.", parse)
    (evidence,) = office_evidence(mentions, load_knowledge("fr"))
    assert (evidence.person, evidence.office, evidence.country) == ("John Kerry", "foreign_minister", "USA")
    assert evidence.tenures == ((date(2013, 2, 1), date(2017, 1, 20)),)


@pytest.mark.parametrize(
    "text",
    [
        "John Kerry a publié un livre.",
        "Le secrétaire d'État auprès du ministre de l'Intérieur, Laurent Nuñez, a été reçu.",
    ],
)
def test_no_office_gives_nothing(text: str, parse: Parse) -> None:
    assert office_evidence(mentions_of(text, parse), load_knowledge("fr")) == ()


@pytest.mark.parametrize(
    "text",
    [
        "L'ancien secrétaire d'État américain John Kerry a publié un livre.",
        "L'ex-président François Hollande a critiqué ce choix.",
    ],
)
def test_a_former_office_is_a_term_gone_by(text: str, parse: Parse) -> None:
    (evidence,) = office_evidence(mentions_of(text, parse), load_knowledge("fr"))
    assert evidence.gone


def test_a_counterpart_named_in_apposition_gives_tenures(parse: Parse) -> None:
    text = "Sergueï Lavrov a téléphoné à son homologue américain Rex Tillerson."
    persons = {e.person for e in office_evidence(mentions_of(text, parse), load_knowledge("fr"))}
    assert "Rex Tillerson" in persons


def test_a_name_in_use_since_a_day_says_so(parse: Parse) -> None:
    mentions = mentions_of("Le groupe État islamique a revendiqué l'attentat.", parse)
    (evidence,) = name_evidence(mentions, load_knowledge("fr"))
    assert (evidence.begin, evidence.end) == (date(2014, 6, 29), None)
