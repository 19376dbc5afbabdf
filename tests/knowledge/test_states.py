from __future__ import annotations

import pytest

from communique.errors import NotFoundError
from communique.knowledge import load_knowledge
from communique.knowledge.states import load_state_words, load_states

KNOWLEDGE = load_knowledge("fr")
UN_MEMBERS = 193


def test_all_un_members_and_the_others_are_there() -> None:
    states = load_states()
    assert sum(state.status == "member" for state in states.values()) == UN_MEMBERS
    for code in ("PSE", "VAT", "TWN", "XKX", "ESH", "XAB", "XSO", "XTN", "XNC", "XAR", "XSL"):
        assert code in states
    assert all(len(code) == 3 and code.isupper() for code in states)


def test_every_state_has_words_in_french() -> None:
    words = load_state_words("fr")
    assert set(words.aliases) == set(load_states())
    assert all(words.aliases.values())


@pytest.mark.parametrize(
    ("word", "country", "role"),
    [
        ("Russie", "RUS", "name"),
        ("russe", "RUS", "adjective"),
        ("Russes", "RUS", "people"),
        ("Moscou", "RUS", "capital"),
        ("Etats-Unis", "USA", "name"),
        ("États-Unis", "USA", "name"),
        ("US", "USA", "name"),
        ("turque", "TUR", "adjective"),
        ("centrafricaine", "CAF", "adjective"),
        ("nord-coréens", "PRK", "adjective"),
        ("Sud-Africains", "ZAF", "people"),
        ("Yémen", "YEM", "name"),
        ("Kyiv", "UKR", "capital"),
        ("émirati", "ARE", "adjective"),
    ],
)
def test_words_of_states(word: str, country: str, role: str) -> None:
    found = KNOWLEDGE.state_word(word)
    assert found is not None
    assert (found.country, found.role) == (country, role)


@pytest.mark.parametrize(
    "word", ["russie", "moscou", "us", "yankee", "dominique", "Dominique", "Maurice", "grenade"]
)
def test_words_that_name_no_state(word: str) -> None:
    assert KNOWLEDGE.state_word(word) is None


@pytest.mark.parametrize(
    ("word", "countries"),
    [
        ("russo-américain", ["RUS", "USA"]),
        ("franco-allemande", ["FRA", "DEU"]),
        ("israélo-palestinien", ["ISR", "PSE"]),
        ("sino-américaines", ["CHN", "USA"]),
        ("congolais", ["COD", "COG"]),
    ],
)
def test_words_of_several_states(word: str, countries: list[str]) -> None:
    assert [found.country for found in KNOWLEDGE.state_words(word)] == countries


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("syrien", ("m", "s")),
        ("syrienne", ("f", "s")),
        ("turcs", ("m", "p")),
        ("grecques", ("f", "p")),
        ("russe", ("", "s")),
    ],
)
def test_gender_and_number_show_in_the_form(word: str, shape: tuple[str, str]) -> None:
    found = KNOWLEDGE.state_word(word)
    assert found is not None
    assert (found.gender, found.number) == shape


def test_organs_have_the_names_of_the_codebook() -> None:
    assert KNOWLEDGE.government("USA").name == "government of the United States"
    assert KNOWLEDGE.ministry("RUS", "foreign_minister").name == "ministry of foreign affairs of Russia"
    assert KNOWLEDGE.ministry("USA", "defence_minister").name == "department of defense of the United States"
    assert KNOWLEDGE.forces("SYR").name == "armed forces of Syria"
    assert KNOWLEDGE.organ("SYR", "opposition").name == "opposition of Syria"
    assert KNOWLEDGE.organ("SYR", "progovernment").name == "pro-government forces of Syria"
    assert KNOWLEDGE.government("COD").name == "government of the Democratic Republic of the Congo"


@pytest.mark.parametrize("entity_id", ["government:XXX", "choir:RUS", "ministry:RUS:spokesperson"])
def test_unknown_organs_are_refused_with_a_hint(entity_id: str) -> None:
    with pytest.raises(NotFoundError, match="no "):
        KNOWLEDGE.entity(entity_id)
