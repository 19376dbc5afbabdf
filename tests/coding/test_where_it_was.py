"""Places that a text tells before or by the people it is about: pronouns, towns taken up, home affairs."""

from __future__ import annotations

import pytest

from communique.model import CodedArticle, Unknown

pytestmark = pytest.mark.parser


def place(coded: CodedArticle, words: str) -> str:
    """The name of the place of the report told by the words; '' where it is open."""
    names = {p.id: p.name for p in coded.places}
    (report,) = (r for r in coded.reports if any(words in m.span.text for m in r.mentions))
    return "" if isinstance(report.place, Unknown) else names[report.place]


@pytest.mark.parametrize(
    ("text", "words", "where"),
    [
        # a pronoun takes up a place; it may stand for a thing instead
        ("Le ministre s'est rendu à Damas. Il y a rencontré le roi Abdallah.", "rencontré", "Damascus"),
        ("Le ministre s'est rendu à Damas. Riyad s'y oppose.", "oppose", ""),
        # a relative is told of the place before it
        ("Le ministre est arrivé à Hanoï, où il a refusé de lever le blocus.", "refusé", "Hanoi"),
        # a town is taken up by its noun, unless it is another
        (
            "Les rebelles sont entrés à Bunia. Dans la ville, des soldats ont tué dix civils.",
            "ont tué",
            "Bunia",
        ),
        (
            "Les rebelles sont entrés à Bunia. Dans la ville voisine, des soldats ont tué dix civils.",
            "ont tué",
            "",
        ),
        # police and decrees are at home
        ("La police polonaise a tiré des gaz lacrymogènes sur la foule.", "tiré", "Poland"),
        ("L'armée polonaise a tiré sur la foule.", "tiré", ""),
        ("Le président équatorien a décrété un couvre-feu.", "couvre-feu", "Ecuador"),
        # destinations, and a place within a larger one
        ("Les négociateurs russes sont repartis pour Minsk.", "repartis", "Minsk"),
        ("À Rimbo, en Suède, le gouvernement et les rebelles ont accepté une trêve.", "accepté", "Sweden"),
    ],
)
def test_a_place_told_otherwise_than_by_its_name(code, text, words, where) -> None:
    assert place(code(text), words) == where


PEOPLE = (
    "La présidente du Pérou, Dina Boluarte, a parlé au Parlement péruvien. Le gouvernement péruvien et "
    "l'armée péruvienne ont publié un communiqué. Le Premier ministre péruvien et le ministre péruvien de la "
    "Défense se taisent. La police péruvienne, le parquet péruvien et la Cour suprême péruvienne aussi. "
    "Les syndicats péruviens et les médias péruviens attendent. "
)


@pytest.mark.parametrize(
    ("text", "where"),
    [
        (f"{PEOPLE}Des manifestants ont attaqué la police, selon un témoin.", "Peru"),
        (f"{PEOPLE}Au Chili, des manifestants ont attaqué la police, selon un témoin.", "Chile"),
        ("Lima et Santiago négocient. Des manifestants ont attaqué la police, selon un témoin.", ""),
    ],
)
def test_an_affair_of_one_people_is_in_its_country(code, text, where) -> None:
    assert place(code(text), "attaqué") == where


def test_a_region_is_not_the_state_that_its_name_begins_with(code) -> None:
    coded = code("Le gouvernement de Colombie-Britannique a rejeté l'accord.")
    assert {a.country for a in coded.actors if isinstance(a.country, str)} == set()


def test_places_have_ids_of_their_own(code) -> None:
    coded = code(
        "Le roi est à Alep, le roi est à Hama. La France a envahi le Mali, l'Italie a envahi la Libye."
    )
    assert len({p.id for p in coded.places}) == len(coded.places)
