from __future__ import annotations

from datetime import date

import pytest

from communique.knowledge import load_knowledge
from communique.knowledge.entities import EntityNames, load_entities
from communique.knowledge.folding import fold, key
from communique.knowledge.names import Name, NameIndex, load_dated_names

KNOWLEDGE = load_knowledge("fr")
KINDS = {"state", "government", "ministry", "force", "group", "party", "organisation", "coalition", "people"}
SECTORS = {
    *("GOV", "MIL", "REB", "OPP", "PTY", "PAR", "COP", "JUD", "SPY", "LEG"),
    *("MED", "BUS", "CRM", "CVL", "IGO", "NGO", "EDU", "LAB", "REL"),
}


def matched(text: str) -> list[tuple[int, str]]:
    return [(m.length, m.entity.id) for m in KNOWLEDGE.match(text.split(), 0)]


def test_there_are_enough_entities_and_no_two_alike() -> None:
    entities = load_entities()
    assert len(entities) >= 300
    for entity in entities.values():
        assert entity.kind in KINDS, entity
        assert entity.sector in SECTORS, entity
        assert entity.begin is None or entity.end is None or entity.begin < entity.end
    names = [(entity.name, entity.country) for entity in entities.values()]
    assert len(set(names)) == len(names)


def test_every_row_of_names_belongs_to_an_entity() -> None:
    for entity_id in EntityNames("fr").shapes:
        assert KNOWLEDGE.entity(entity_id).id == entity_id


def test_every_dated_name_is_a_name() -> None:
    known = {(name.entity, name.text) for name in EntityNames("fr").names}
    for entity_id, name in load_dated_names():
        assert entity_id.startswith("state:") or (entity_id, name) in known


@pytest.mark.parametrize(
    ("text", "length", "entity"),
    [
        ("EI", 1, "islamic_state"),
        ("État islamique revendique", 2, "islamic_state"),
        ("ETAT ISLAMIQUE", 2, "islamic_state"),
        ("Etat islamique au Khorasan", 4, "is_khorasan"),
        ("Front al - Nosra", 4, "hts"),
        ("Quai d' Orsay", 3, "ministry:FRA:foreign_minister"),
        ("Pentagone", 1, "ministry:USA:defence_minister"),
        ("Kremlin", 1, "government:RUS"),
        ("Maison-Blanche", 1, "government:USA"),
        ("conseil de Sécurité", 3, "un_security_council"),
        ("talibans", 1, "taliban"),
        ("coalition dirigée par les États-Unis", 5, "us_led_coalition_is"),
        ("Tsahal", 1, "forces:ISR"),
        ("Côte d’ Ivoire", 3, "state:CIV"),
        ("République démocratique du Congo", 4, "state:COD"),
    ],
)
def test_names_are_met(text: str, length: int, entity: str) -> None:
    assert (length, entity) in matched(text)


@pytest.mark.parametrize("text", ["ei", "onu", "Le monde", "monde", "kremlin", "fars", "amal", "bas", "ua"])
def test_words_that_are_no_names(text: str) -> None:
    assert matched(text) == []


def test_a_name_knows_since_when_it_is_in_use() -> None:
    assert KNOWLEDGE.match(["État", "islamique"], 0)[0].begin == date(2014, 6, 29)
    assert KNOWLEDGE.match(["HTS"], 0)[0].begin == date(2017, 1, 28)


def test_a_capital_and_a_seat_are_told_from_a_name() -> None:
    assert [m.reading for m in KNOWLEDGE.match(["Bruxelles"], 0)] == ["metonym", "capital"]
    assert KNOWLEDGE.match(["Otan"], 0)[0].reading == "name"


def test_folding() -> None:
    assert fold("Côte d’Ivoire") == "cote d ivoire"
    assert key("Bachar el-Assad") == key("Bachar Al-Assad")
    assert key("Erdoğan") == ("erdogan",)
    assert key("Łódź") == ("lodz",)


def test_the_longest_name_wins_and_a_word_is_never_cut() -> None:
    index = NameIndex([Name("Armée", "a"), Name("Armée rouge", "b")])
    assert [f.name.entity for f in index.find(["Armée", "rouge"], 0)] == ["b"]
    assert [f.name.entity for f in index.find(["Armée", "blanche"], 0)] == ["a"]
    assert index.find(["Armée-rouge-sang"], 0) == ()


def test_no_break_spaces_and_soft_hyphens_are_seen_through() -> None:
    assert KNOWLEDGE.match(["Donald", "\u00a0", "Trump"], 0)[0].length == 3
    assert KNOWLEDGE.match(["Donald\u00a0Trump"], 0)[0].length == 1
    assert KNOWLEDGE.match(["Hez\u00adbollah"], 0)[0].entity.id == "hezbollah"
