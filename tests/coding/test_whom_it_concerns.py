"""Parties behind relative pronouns, appositions, lists with prepositions of their own, and demands."""

from __future__ import annotations

import pytest

from communique.model import CodedArticle, Party, Unknown

pytestmark = pytest.mark.parser


def told(coded: CodedArticle, words: str) -> tuple[list[str], list[str]]:
    """Who and to whom, by the report told by the words: names on record, else the words themselves."""
    names = {a.id: a.name for a in coded.actors}
    (report,) = (r for r in coded.reports if any(words in m.span.text for m in r.mentions))

    def name(party: Party) -> str:
        return party.span.text if isinstance(party.actor, Unknown) else names[party.actor]

    return [name(p) for p in report.actors], [name(p) for p in report.recipients]


@pytest.mark.parametrize(
    ("text", "words", "actors", "recipients"),
    [
        # relatives with a preposition
        (
            "Le Mali, à qui la France a livré des armes, a protesté.",
            "livré",
            ["government of France"],
            ["government of Mali"],
        ),
        (
            "Le Mali, auquel la France a livré des armes, a protesté.",
            "livré",
            ["government of France"],
            ["government of Mali"],
        ),
        (
            "À Bamako, la France a livré des armes, selon un témoin.",
            "livré",
            ["government of France"],
            [],
        ),
        # a list whose preposition is said again
        (
            "Luis Almagro reproche à Caracas et à La Havane leur silence.",
            "reproche",
            ["Luis Almagro"],
            ["government of Venezuela", "government of Cuba"],
        ),
        # several objects of what is refused
        (
            "La Turquie refuse d'accueillir les Irakiens, les Syriens et les Yéménites.",
            "refuse",
            ["government of Turkey"],
            ["people of Iraq", "people of Syria", "people of Yemen"],
        ),
        # whom a promise is good for, and whom a threat is aimed at
        (
            "La Chine s'est engagée à livrer des armes à l'Iran.",
            "engagée",
            ["government of China"],
            ["government of Iran"],
        ),
        (
            "Pékin a promis d'informer Londres.",
            "promis",
            ["government of China"],
            ["government of the United Kingdom"],
        ),
        ("Le ministre a promis de juger les coupables.", "promis", ["minister"], []),
        # whose departure is demanded; not that which is asked of somebody else
        (
            "Les étudiants réclament la démission du chef de l'armée.",
            "réclament",
            ["students and teachers"],
            ["chief of the general staff"],
        ),
        (
            "Les étudiants réclament au Parlement la démission du président Maduro.",
            "réclament",
            ["students and teachers"],
            ["parliament"],
        ),
        # everybody, and people without a record
        ("Le Kremlin appelle chacun à la retenue.", "appelle", ["government of Russia"], ["chacun"]),
        (
            "Le ministre accuse le flambeur d'avoir vidé les caisses.",
            "accuse",
            ["minister"],
            ["le flambeur"],
        ),
        # two nouns for one kind of people are two parties
        ("Des rebelles ont accusé les mutins.", "accusé", ["rebels"], ["les mutins"]),
    ],
)
def test_whom_an_act_concerns(code, text, words, actors, recipients) -> None:  # noqa: PLR0917
    assert told(code(text), words) == (actors, recipients)


def test_an_apposition_belongs_to_the_words_that_it_explains(code) -> None:
    coded = code("La Coniv, la grande confédération indigène, a appelé au boycott.")
    (report,) = coded.reports
    assert [p.span.text for p in report.actors] == ["La Coniv, la grande confédération indigène"]
