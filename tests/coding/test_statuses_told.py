"""Statuses that other words of the sentence give: plans, wishes, abstentions, sources of two verbs."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.parser


def reports(coded, event_type):
    return [r for r in coded.reports if r.type == event_type]


@pytest.mark.parametrize(
    ("text", "event_type", "status"),
    [
        ("Ottawa a appelé au calme et pourrait dépêcher des observateurs au Chili.", "AID", "possible"),
        ("Ottawa pourrait dépêcher des observateurs au Mali si Bamako le demande.", "AID", "possible"),
        ("Le président compte plutôt s'entretenir avec son homologue turc.", "CONSULT", "planned"),
        ("Moscou s'est gardé de condamner l'attaque.", "ACCUSE", "negated"),
        ("Le maire a mis en garde les manifestants, accusant la police de racisme.", "ACCUSE", "asserted"),
        ("« Ils seront punis », avertit le ministre, accusant Kiev de crimes.", "ACCUSE", "asserted"),
        ("Paris a annulé la rencontre prévue lundi avec Moscou.", "REJECT", "asserted"),
        ("La ministre est allée rencontrer les élus de Lyon.", "CONSULT", "asserted"),
        ("Berlin a tenté de négocier, tout en fermant son ambassade à Kaboul.", "SANCTION", "asserted"),
        (
            "Jamais, depuis la guerre, les présidents russe et turc ne s'étaient rencontrés.",
            "CONSULT",
            "negated",
        ),
        ("Quant aux tirs contre les civils, l'armée les dément.", "ASSAULT", "denied"),
    ],
)
def test_status(code, text, event_type, status):
    assert [r.status for r in reports(code(text), event_type)] == [status]


def test_what_would_be_done_on_a_condition_is_none(code):
    assert code("Si Kiev cédait, Moscou retirerait ses troupes.").reports == ()


@pytest.mark.parametrize(
    "text",
    [
        "Kiev nie livrer des armes, ce dont l'accuse Moscou.",
        "Kiev avait démenti avoir organisé le raid de Rostov, que lui imputait Moscou.",
    ],
)
def test_who_accuses_in_a_relative_clause_is_not_denied(code, text):
    coded = code(text)
    names = {a.id: a.name for a in coded.actors}
    report = reports(coded, "ACCUSE")[0]
    assert (report.status, [names[p.actor] for p in report.actors]) == ("asserted", ["government of Russia"])


@pytest.mark.parametrize(
    ("text", "event_type", "source"),
    [
        (
            "Selon Kiev, le président iranien a présenté ses excuses et s'est engagé à libérer les détenus.",
            "CONCEDE",
            "government of Ukraine",
        ),
        ("Les familles parlent d'un otage tué à Cali.", "ASSAULT", "relatives"),
        (
            "Les policiers nient avoir frappé des manifestants, contrairement à ce qu'affirment des témoins.",
            "ASSAULT",
            "persons",
        ),
    ],
)
def test_source(code, text, event_type, source):
    coded = code(text)
    names = {a.id: a.name for a in coded.actors}
    report = reports(coded, event_type)[0]
    assert (report.status, [[names[i] for i in c] for c in report.according_to]) == ("reported", [[source]])


def test_what_neighbours_tell_of_somebody_s_demand_is_reported(code):
    text = "Selon des collègues, l'avocat avait reçu des menaces de mort et réclamé une escorte."
    coded = code(text)
    assert [r.status for r in reports(coded, "REQUEST")] == ["reported"]


@pytest.mark.parametrize("verb", ["redoute", "craint"])
def test_who_fears_an_act_vouches_for_it(code, verb):
    coded = code(f"Paris {verb} une offensive de l'armée turque contre les Kurdes.")
    names = {a.id: a.name for a in coded.actors}
    report = reports(coded, "ASSAULT")[0]
    assert (report.status, [[names[i] for i in c] for c in report.according_to]) == (
        "possible",
        [["government of France"]],
    )
