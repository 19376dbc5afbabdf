"""Who affirms and who denies an act: incises inside a verb group, denials by *ce que*, figures given."""

from __future__ import annotations

import pytest

from communique.model import CodedArticle, Report, Unknown

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
    assert [isinstance(p.actor, Unknown) for p in report.actors] == [True]
    assert named(coded, (p.actor for p in report.recipients)) == ["government of France"]
