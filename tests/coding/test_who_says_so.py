"""Who affirms and who denies an act: incises inside a verb group, denials by *ce que*, figures given."""

from __future__ import annotations

import pytest

from communique.model import CodedArticle, Report

pytestmark = pytest.mark.parser


def named(coded: CodedArticle, ids) -> list[str]:
    names = {a.id: a.name for a in coded.actors}
    return [names[i] for i in ids]


def assault(coded: CodedArticle) -> Report:
    return next(r for r in coded.reports if r.type == "ASSAULT")


def sources(coded: CodedArticle) -> list[str]:
    return named(coded, (who for chain in assault(coded).according_to for who in chain))


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Les rebelles ont, selon l'ONU, attaqué la ville de Goma.", "United Nations"),
        ("Les rebelles ont, selon l'armée, tué trois soldats samedi à Gao.", "armed forces"),
        ("Kiev évalue à plus de cent le nombre des civils tués dans le raid.", "government of Ukraine"),
    ],
)
def test_source_of_an_act(code, text, source):
    coded = code(text)
    assert assault(coded).status == "reported"
    assert sources(coded) == [source]


@pytest.mark.parametrize("verb", ["dément", "nie", "conteste"])
def test_denied_behind_the_claim(code, verb):
    coded = code(f"Selon Kiev, Moscou a bombardé un hôpital, ce que la Russie {verb}.")
    assert assault(coded).status == "reported"
    assert named(coded, assault(coded).denied_by) == ["government of Russia"]


def test_what_is_only_known_is_no_denial(code):
    coded = code("Selon Kiev, Moscou a bombardé un hôpital, ce que la Russie savait.")
    assert assault(coded).denied_by == ()


def test_a_noun_without_a_country_is_not_the_other_party(code):
    coded = code("La junte accuse la France d'avoir armé les rebelles.")
    report = next(r for r in coded.reports if r.type == "ACCUSE")
    assert named(coded, (p.actor for p in report.actors)) == ["government"]
    assert named(coded, (p.actor for p in report.recipients)) == ["government of France"]


CLAIM = "Kiev a accusé Moscou d'avoir bombardé un hôpital"


@pytest.mark.parametrize(
    "denial",
    [
        ", ce que la Russie a l'habitude de nier.",
        ", ce que la Russie continue de nier.",
        ". Le Kremlin dément.",
        ". Le Kremlin dément être à l'origine des tirs.",
        ". Le Kremlin a « formellement » démenti.",
        ". Le Kremlin a dénoncé des accusations infondées.",
        ". Moscou assure au contraire que ses avions n'ont jamais décollé.",
        ". « Aucun de nos avions n'a volé là-bas », a répliqué le Kremlin.",
    ],
)
def test_ways_to_deny(code, denial):
    coded = code(f"{CLAIM}{denial}")
    assert named(coded, assault(coded).denied_by) == ["government of Russia"]
    assert assault(coded).status == "reported"


@pytest.mark.parametrize(
    "other",
    [
        ". Paris a démenti ces informations.",
        ". « Nous n'accepterons jamais de céder », a répondu la France.",
        ". Le Kremlin ne dément pas.",
        ". Le Kremlin a dénoncé des accusations de corruption.",
    ],
)
def test_what_does_not_deny(code, other):
    assert assault(code(f"{CLAIM}{other}")).denied_by == ()


def test_denied_by_a_minister_of_the_accused(code):
    coded = code("Bamako accuse la France d'avoir armé Gao, ce que la ministre Catherine Colonna dément.")
    report = next(r for r in coded.reports if r.type == "ACCUSE")
    assert named(coded, report.denied_by) == ["Catherine Colonna"]


def test_authorities_deny_by_one_of_them(code):
    coded = code("L'ONG reproche aux autorités d'avoir frappé des manifestants. La préfecture dément.")
    report = next(r for r in coded.reports if r.type == "ACCUSE")
    assert named(coded, report.denied_by) == ["prefecture"]


@pytest.mark.parametrize("verb", ["a rejeté", "a démenti"])
def test_accusations_denied_were_made(code, verb):
    coded = code(f"Le Kremlin {verb} les accusations de Kiev.")
    report = next(r for r in coded.reports if r.type == "ACCUSE")
    assert report.status == "asserted"
    assert named(coded, report.denied_by) == ["government of Russia"]


def test_an_accusation_not_made(code):
    coded = code("Moscou nie avoir accusé Kiev.")
    assert next(r for r in coded.reports if r.type == "ACCUSE").status == "denied"


def test_contrary_to_what_is_affirmed(code):
    coded = code("La ville n'a pas été bombardée, contrairement à ce qu'affirme Kiev.")
    assert assault(coded).status == "negated"
    assert sources(coded) == ["government of Ukraine"]
    coded = code("La ville n'a pas été bombardée, contrairement à ce qui était prévu.")
    assert assault(coded).according_to == ()


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("L'armée malienne a selon l'ONU exécuté trente civils à Moura.", "United Nations"),
        ("Dix hommes ont été selon la police tués à Gao.", "police"),
        (
            "Dix soldats ont été tués mardi par les rebelles ; vingt autres ont été blessés, selon l'ONU.",
            "United Nations",
        ),
    ],
)
def test_source_amid_its_clause(code, text, source):
    coded = code(text)
    assert assault(coded).status == "reported"
    assert sources(coded) == [source]
    assert all(p.actor != assault(coded).according_to[0][0] for p in assault(coded).actors)


def test_another_clause_has_another_source(code):
    coded = code("Les rebelles ont tué dix soldats ; les autres partis ont fui, selon l'ONU.")
    assert assault(coded).status == "asserted"
