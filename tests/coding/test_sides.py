"""Sides that nobody names, who brought them together, and whose country is not theirs."""

from __future__ import annotations

import pytest

from communique.model import Unknown

pytestmark = pytest.mark.parser


def parties(coded, role="actor"):
    names = {a.id: a.name for a in coded.actors}
    found = [p for r in coded.reports for p in (*r.actors, *r.recipients, *r.parties) if p.role == role]
    return [p.span.text if isinstance(p.actor, Unknown) else names[p.actor] for p in found]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Les belligérants ont signé une trêve lundi.", ["Les belligérants"]),
        ("Les deux camps ont signé une trêve lundi.", ["Les deux camps"]),
        (
            "Bogota et l'ELN sont réunis à Quito. Les deux parties ont signé un accord lundi.",
            ["government of Colombia", "National Liberation Army (Colombia)"],
        ),
        ("Les camps de réfugiés ont signé une pétition.", []),
        ("D'autres ont attaqué un commissariat.", ["autres"]),
        ("L'un d'eux a attaqué un commissariat.", ["un"]),
        ("Une dizaine ont attaqué un commissariat.", ["Une dizaine"]),
        ("Une dizaine de camions ont traversé la ville.", []),
        ("Il se bat contre la maladie.", []),
    ],
)
def test_sides_that_nobody_names_are_somebody(code, text, actors):
    assert parties(code(text))[-2:] == actors


@pytest.mark.parametrize(
    ("text", "role", "names"),
    [
        (
            "Des négociations parrainées par le Qatar ont repris entre les talibans et Washington.",
            "mediator",
            ["government of Qatar"],
        ),
        (
            "Kiev et Moscou se sont retrouvés à Istanbul sous la médiation de la Turquie.",
            "mediator",
            ["government of Turkey"],
        ),
        ("Ils ont participé à un sommet convoqué par Paris.", "initiator", ["government of France"]),
        (
            "C'est à la demande de Riyad que le Conseil de sécurité se réunira vendredi.",
            "initiator",
            ["government of Saudi Arabia"],
        ),
        ("Emmanuel Macron a reçu lundi Vladimir Poutine à Brégançon.", "host", ["Emmanuel Macron"]),
        ("Les deux camps ont signé un accord soutenu par le Qatar.", "mediator", []),
    ],
)
def test_who_brought_them_together(code, text, role, names):
    assert parties(code(text), role) == names


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("La junte a donné 72 heures à l'ambassadeur de France pour quitter le pays.", "La junte"),
        ("Le président a rencontré deux fois son homologue russe.", "Le président"),
        ("Vingt-trois civils ont péri dans un raid mené par l'aviation saoudienne.", "Vingt-trois civils"),
    ],
)
def test_those_who_face_a_state_are_not_its_own(code, text, words):
    coded = code(text)
    country = next(a.country for a in coded.actors if any(m.span.text == words for m in a.mentions))
    assert isinstance(country, Unknown)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Accord en vue entre Ankara et Bagdad sur l'eau du Tigre", "possible"),
        ("Vers une reprise des pourparlers entre Séoul et Pyongyang", "possible"),
        ("Une rencontre entre les deux présidents est en préparation.", "planned"),
        ("Vers midi, les deux présidents se sont rencontrés à Oslo.", "asserted"),
    ],
)
def test_what_is_in_sight(code, text, status):
    assert [r.status for r in code(text).reports] == [status]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Le cessez-le-feu n'aura tenu que quelques heures.", "asserted"),
        ("Le cessez-le-feu tiendra jusqu'à lundi.", "planned"),
        ("Les deux camps s'accusent mutuellement d'avoir violé la trêve.", "unconfirmed"),
        ("L'armée a pris la ville au lieu de se retirer.", "negated"),
        ("L'armée n'a pu retirer ses troupes.", "negated"),
        ("L'armée n'a pu que retirer ses troupes.", "asserted"),
        ("L'armée n'a nullement retiré ses troupes.", "negated"),
    ],
)
def test_how_it_is_told(code, text, status):
    assert [r.status for r in code(text).reports if r.type in ("RETREAT", "ASSAULT")] == [status]


@pytest.mark.parametrize(
    "text",
    [
        "Les Français sont favorables à ce que la France accueille des migrants.",
        "Il faut un rassemblement large avec les partis de la majorité.",
        "Une trentaine d'immeubles frappés d'arrêtés de péril restent vides.",
        "Marine Le Pen, avec Laurent Wauquiez en embuscade, est en campagne.",
        "La diaspora n'a jamais pu occuper sa place au sein des institutions.",
    ],
)
def test_what_is_no_act(code, text):
    assert code(text).reports == ()
