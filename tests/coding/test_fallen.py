"""Who fell: told right after an attack, part of it; never its doers."""

from __future__ import annotations

import pytest

from communique.model import Report

pytestmark = pytest.mark.parser


def assaults(coded) -> list[Report]:
    return [r for r in coded.reports if r.type == "ASSAULT"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Un attentat a frappé samedi un marché de Mogadiscio. Au moins dix personnes ont été tuées.", 1),
        ("Une attaque contre un convoi a eu lieu mardi près de Gao. Quatre soldats ont péri.", 1),
        ("L'armée a bombardé Idlib lundi. Dans la ville de Binnich, trois enfants ont été tués.", 2),
        ("Un attentat a visé lundi un marché de Gao. Les deux assaillants ont été tués.", 2),
        ("Un attentat a frappé lundi Mogadiscio. Mardi, six soldats ont été tués à Baidoa.", 2),
        ("Un homme a tué sa mère avant d'être abattu par la police.", 2),
    ],
)
def test_a_toll_told_after_its_attack_is_no_other_attack(code, text, told) -> None:
    assert len(assaults(code(text))) == told


@pytest.mark.parametrize(
    "text",
    [
        "Quinze morts dans une attaque dans le nord du Burkina Faso, selon le gouvernement.",
        "Les attentats du 13 novembre 2015 à Paris (130 morts) ont choqué l'Europe.",
    ],
)
def test_the_dead_did_not_make_the_attack(code, text) -> None:
    assert [r.actors for r in assaults(code(text))] == [()]


@pytest.mark.parametrize(
    "text",
    [
        "Le gouvernement a porté le plan Vigipirate à « urgence attentat ».",
        "Un numéro d'appel existe en cas d'attentat, rappelle le ministre français.",
    ],
)
def test_an_alert_is_no_attack(code, text) -> None:
    assert assaults(code(text)) == []
