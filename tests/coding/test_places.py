from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.coding.places import find_places
from communique.knowledge import load_knowledge
from communique.languages.places import place_examples
from communique.model import Actor, ActorMention, Place, Span, Unknown
from communique.syntax import Sentence

Parse = Callable[[str], tuple[Sentence, ...]]
KNOWLEDGE = load_knowledge("fr")
ABSENT = Unknown("test")


def places(parse: Parse, text: str, actors: tuple[Actor, ...] = ()) -> tuple[Place, ...]:
    return find_places(parse(text), actors, knowledge=KNOWLEDGE, text=text)


def words(found: tuple[Place, ...]) -> list[str]:
    spans = sorted(m.span for place in found for m in place.mentions)
    return [span.text for span in spans]


@pytest.mark.parser
@pytest.mark.parametrize(("text", "expected"), place_examples("fr"))
def test_examples_of_the_language_file(parse: Parse, text: str, expected: tuple[str, ...]) -> None:
    assert words(places(parse, text)) == list(expected)


@pytest.mark.parser
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le ministre est arrivé mardi à Ankara pour deux jours.", ["Ankara"]),
        ("Deux soldats ont été tués dans l'est de l'Ukraine.", ["Ukraine"]),
        ("L'aviation a bombardé un dépôt à la frontière entre la Syrie et l'Irak.", ["Syrie", "Irak"]),
        ("Les combats se poursuivent au nord-ouest d'Alep.", ["Alep"]),
        ("Une explosion a secoué la ville syrienne d'Idleb.", ["Idleb"]),
        ("Les rebelles se sont retirés de Kherson en novembre.", ["Kherson"]),
        ("Les ambassadeurs se sont retrouvés au Caire lundi.", ["Caire"]),
        ("Des roquettes sont tombées sur Sderot.", ["Sderot"]),
        (
            "Le président est attendu en Arabie saoudite puis aux États-Unis.",
            ["Arabie saoudite", "États-Unis"],
        ),
        ("La bataille de Mossoul a duré neuf mois.", ["Mossoul"]),
        ("Il a été arrêté dans la capitale belge.", ["capitale belge"]),
        ("Un drone est entré dans l'espace aérien turc.", ["espace aérien turc"]),
    ],
)
def test_where_words_say_where(parse: Parse, text: str, expected: list[str]) -> None:
    assert words(places(parse, text)) == expected


@pytest.mark.parser
@pytest.mark.parametrize(
    "text",
    [
        "La Turquie a condamné cette décision.",
        "Il a vendu des armes à la Turquie.",
        "L'accord de Paris sur le climat a été ratifié.",
        "Les ministres ont échangé sur la Syrie.",
        "Le tribunal de Grozny n'a rien dit.",
        "M. Clinton a pris la parole.",
        "L'armée russe avance.",
        "L'État islamique en Irak et au Levant a pris les armes.",
    ],
)
def test_where_words_do_not(parse: Parse, text: str) -> None:
    assert words(places(parse, text)) == []


@pytest.mark.parser
def test_this_country_is_the_one_named_last(parse: Parse) -> None:
    found = places(parse, "La Russie et la Syrie ont signé. Des troupes sont arrivées dans ce pays.")
    assert [(place.country, words((place,))) for place in found] == [("SYR", ["ce pays"])]


@pytest.mark.parser
def test_the_capital_of_the_country_named_last(parse: Parse) -> None:
    found = places(parse, "Le Mali vote. Des tirs ont été entendus dans la capitale.")
    assert [(place.name, place.level) for place in found] == [("Bamako", "city")]


@pytest.mark.parser
def test_one_place_with_all_its_mentions_in_order(parse: Parse) -> None:
    found = places(parse, "À Alep, les tirs ont repris. Trois civils sont morts près d'Alep.")
    assert [(place.id, place.name, len(place.mentions)) for place in found] == [("p1", "Aleppo", 2)]
    assert all(m.rule.startswith("fr/places.toml#") for m in found[0].mentions)


@pytest.mark.parser
def test_a_capital_that_acts_is_no_place(parse: Parse) -> None:
    text = "Il a demandé à Moscou de se retirer."
    start = text.index("Moscou")
    mention = ActorMention(Span(start, start + 6, "Moscou"), ABSENT, "test", start)
    actor = Actor("a1", "government of Russia", "government", "RUS", "GOV", ABSENT, (mention,))
    assert places(parse, text, (actor,)) == ()


@pytest.mark.parser
def test_of_towns_of_one_name_the_one_in_a_named_state(parse: Parse) -> None:
    found = places(parse, "Le Liban est en deuil. Une bombe a explosé à Tripoli.")
    assert ("Tripoli", "LBN") in [(place.name, place.country) for place in found]
    found = places(parse, "Une bombe a explosé à Tripoli.")
    assert [(place.name, place.country) for place in found] == [("Tripoli", "LBY")]


@pytest.mark.parser
def test_a_village_that_no_gazetteer_knows_keeps_its_name(parse: Parse) -> None:
    (place,) = places(parse, "Des hommes armés ont attaqué le village de Tabarkoum.")
    assert (place.name, place.level) == ("Tabarkoum", "city")
    assert isinstance(place.latitude, Unknown)


@pytest.mark.parser
def test_a_hyphenated_village_is_kept_whole(parse: Parse) -> None:
    (place,) = places(parse, "La bombe a explosé dans le village de Tabar-e-Koum.")
    assert place.name == "Tabar-e-Koum"
