"""On which day an act was done: told in its clause, in the verb above, in the narrative, in a post."""

from __future__ import annotations

from datetime import date

import pytest

from communique.model import CodedArticle, Page, Unknown

pytestmark = pytest.mark.parser
PUBLISHED = date(2021, 6, 24)  # a Thursday


@pytest.fixture(scope="module")
def code_on():
    from communique.coding.equipment import load_tools
    from communique.coding.pipeline import code_page

    tools = load_tools("fr")
    return lambda text: code_page(Page(source="test", text=text, published=PUBLISHED), tools=tools)


def days(coded: CodedArticle) -> dict[str, str]:
    """The first day of each report by its words; '' where it is open."""
    found: dict[str, str] = {}
    for report in coded.reports:
        open_ = isinstance(report.time, Unknown) or isinstance(report.time.begin, Unknown)
        found[report.mentions[0].span.text] = "" if open_ else str(report.time.begin)
    return found


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        (
            "Les soldats ont tiré mardi sur des manifestants qui bloquaient un pont.",
            "bloquaient",
            "2021-06-22",
        ),
        (
            "Lundi, à Sfax, où les policiers repoussaient les assaillants, un passant a été tué.",
            "repoussaient",
            "2021-06-21",
        ),
        (
            "Le raïs s'est enfui mardi lorsque les rebelles ont attaqué le palais.",
            "ont attaqué",
            "2021-06-22",
        ),
        ("Un policier a été blessé samedi lors d'une manifestation à Nantes.", "manifestation", "2021-06-19"),
        (
            "« C'est un échec », a déclaré lundi le ministre Jean-Yves Le Drian, qui a accusé Moscou.",
            "a accusé",
            "2021-06-21",
        ),
        (
            "Lundi, l'opposition a annoncé son retrait, accusant le gouvernement de fraude.",
            "accusant",
            "2021-06-21",
        ),
        (
            "20 mars : à Lyon, un policier est tué par un homme, qui est abattu.",
            "est abattu",
            "2021-03-20",
        ),
    ],
)
def test_an_act_is_of_the_time_of_the_verb_above(code_on, text, words, day) -> None:
    assert days(code_on(text))[words] == day


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("La police a arrêté mardi un homme qui avait tué deux passants.", "avait tué"),
        ("Il a été condamné lundi pour des violences commises lors d'une manifestation.", "manifestation"),
        ("Un retraité, blessé lors des manifestations, est mort mardi.", "manifestations"),
    ],
)
def test_an_act_before_it_is_left_open(code_on, text, words) -> None:
    assert days(code_on(text)).get(words, "") == ""


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        (
            "Samedi, des milliers de personnes ont défilé à Tunis. La police a tiré des gaz lacrymogènes.",
            "a tiré des gaz lacrymogènes",
            "2021-06-19",
        ),
        (
            "Samedi, des lycéens ont manifesté à Lille. Tout était calme. Dix d'entre eux ont été arrêtés.",
            "ont été arrêtés",
            "2021-06-19",
        ),
        (
            "Lundi, l'aviation a bombardé un dépôt près d'Alep. La police a arrêté trois rebelles.",
            "a arrêté",
            "2021-06-21",
        ),
    ],
)
def test_a_narrative_keeps_its_day(code_on, text, words, day) -> None:
    assert days(code_on(text))[words] == day


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Samedi, des milliers de personnes ont défilé à Tunis. À Paris, la police a arrêté dix hommes.",
            "a arrêté",
        ),
        (
            "Lundi, l'aviation a bombardé un dépôt. La ville avait été prise par les rebelles.",
            "avait été prise",
        ),
        ("Lundi, l'aviation a bombardé un dépôt. Ailleurs, trois soldats ont été tués.", "ont été tués"),
        ("Lundi, l'armée a bombardé un dépôt. Depuis des mois, elle a tué cent civils.", "a tué"),
    ],
)
def test_what_leaves_the_narrative_is_left_open(code_on, text, words) -> None:
    assert days(code_on(text))[words] not in ("2021-06-19", "2021-06-21")


def test_the_acts_of_a_post_are_of_its_day(code_on) -> None:
    text = (
        "Le fil de la journée.\n\n20h10. Le parquet accuse l'ex-président de rébellion.\n\n"
        "16h20. La police a tiré des gaz lacrymogènes. Elle avait arrêté dix hommes.\n\nÀ suivre."
    )
    found = days(code_on(text))
    assert found["accuse"] == found["a tiré des gaz lacrymogènes"] == "2021-06-24"
    assert found["avait arrêté"] == ""


def test_a_headline_is_of_the_day_of_its_text(code_on) -> None:
    text = (
        "Le Pérou rappelle son ambassadeur au Chili\n\n"
        "LIMA, 24 juin 2021 (Andes) - Le Pérou a annoncé mercredi une mesure sans précédent."
    )
    assert days(code_on(text))["rappelle son ambassadeur"] == "2021-06-23"
