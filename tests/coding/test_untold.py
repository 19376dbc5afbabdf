"""Words of acts that tell none where they stand, beside sentences in which they do."""

import pytest

pytestmark = pytest.mark.parser


def types(coded):
    return [r.type for r in coded.reports]


@pytest.mark.parametrize(
    ("untold", "told", "type_"),
    [
        (
            "Les auteurs de l'étude très critiquée se taisent.",
            "Les auteurs de l'étude ont été très critiqués par le ministre Jean Roy.",
            "ACCUSE",
        ),
        (
            "Le ministre hongrois a qualifié d'attentat le saccage de son bureau.",
            "Le ministre hongrois a qualifié l'attentat de Gao d'acte de guerre.",
            "ASSAULT",
        ),
        (
            "La justice malienne a condamné en appel l'ancien maire.",
            "L'appel de Bamako à la communauté internationale a été entendu.",
            "REQUEST",
        ),
        (
            "Selon un institut, ils sont 72 % à approuver les grévistes.",
            "Les syndicats approuvent les grévistes.",
            "SUPPORT",
        ),
        (
            "Ceux qui accusent l'armée malienne seront jugés.",
            "Des opposants qui accusent l'armée malienne seront jugés.",
            "ACCUSE",
        ),
        (
            "« Qui a tiré sur la foule ? », a demandé le ministre Jean Roy.",
            "Le ministre Jean Roy a demandé au maire de Gao de partir.",
            "REQUEST",
        ),
        (
            "Les grévistes sont soutenus par les deux tiers des Français.",
            "Les grévistes sont soutenus par les deux tiers des députés.",
            "SUPPORT",
        ),
        (
            "Un Français sur deux soutient les grévistes.",
            "Le maire de Lille soutient les grévistes.",
            "SUPPORT",
        ),
        (
            "Les ministres se sont vu imposer un plan de rigueur par Bruxelles.",
            "Les ministres grec et turc se sont vus à Bruxelles.",
            "CONSULT",
        ),
        (
            "Jean Roy est une élue du Rassemblement national.",
            "Jean Roy participe au rassemblement des grévistes.",
            "PROTEST",
        ),
        (
            "Le préfet de Lille punira toute manifestation contre le ministre.",
            "Le préfet de Lille a filmé une manifestation contre le ministre.",
            "PROTEST",
        ),
        (
            "Le ministre Jean Roy répond aux gens qui soutiennent les grévistes.",
            "Le ministre Jean Roy répond aux syndicats qui soutiennent les grévistes.",
            "SUPPORT",
        ),
        (
            "Le ministre a été entendu par la commission d'enquête du Sénat.",
            "Le parquet de Lille a ouvert une enquête sur le ministre.",
            "ACCUSE",
        ),
        (
            "Si le ministre partait, les syndicats soutiendraient les grévistes.",
            "Les syndicats ont soutenu les grévistes.",
            "SUPPORT",
        ),
        (
            "Le suspect risque cinq ans de prison s'il est reconnu coupable.",
            "Le ministre Jean Roy a été reconnu coupable lundi.",
            "SANCTION",
        ),
        (
            "Nous nous étions arrêtés à Lille.",
            "Nous avons été arrêtés à Lille.",
            "COERCE",
        ),
        (
            "Le viol d'un mineur est passible de vingt ans de prison.",
            "Le viol d'un mineur par un gendarme est jugé à Lille.",
            "ASSAULT",
        ),
        (
            "L'opposition a saisi la Cour pour l'obliger à enquêter sur le président.",
            "La Cour a dû enquêter sur le président.",
            "ACCUSE",
        ),
    ],
)
def test_no_act_is_told(code, untold, told, type_):
    aside = ["ACCUSE"] if untold.startswith("L'opposition") else []  # going to court is one
    assert [t for t in types(code(untold)) if t == type_] == aside
    assert type_ in types(code(told))


def test_an_attack_that_nobody_claims_took_place(code):
    (report,) = code("L'attaque contre la base de Gao n'est pas encore revendiquée.").reports
    assert (report.type, report.status) == ("ASSAULT", "asserted")


def test_who_blames_an_attack_did_not_attack(code):
    (report,) = code("L'attaque, décrite par Oslo comme un acte de guerre, a fait dix morts.").reports
    assert report.type == "ASSAULT"
    assert report.actors == ()


def test_the_simple_conditional_of_a_passive_is_no_hearsay_under_past_speech(code):
    reports = code("Le ministre Jean Roy a dit que trois diplomates norvégiens seraient expulsés.").reports
    assert [r.status for r in reports if r.type == "SANCTION"] == ["planned"]


@pytest.mark.parametrize(
    ("text", "type_", "mentions"),
    [
        (
            "Des soldats se sont mutinés lundi à Gao. Les soldats qui se sont mutinés sont partis.",
            "MOBILIZE",
            2,
        ),
        ("Un homme a attaqué une femme à Gao. La femme blessée a été soignée.", "ASSAULT", 2),
        (
            "Le ministre malien serait détenu. L'armée a démenti toute arrestation du ministre malien.",
            "COERCE",
            2,
        ),
    ],
)
def test_one_act_told_again_is_one_report(code, text, type_, mentions):
    (report,) = [r for r in code(text).reports if r.type == type_]
    assert len(report.mentions) == mentions


@pytest.mark.parametrize(
    "text",
    [
        "Des soldats ont tué un berger lundi à Gao. Les soldats qui ont tué dix civils à Kidal sont partis.",
        "Un homme a attaqué une femme à Gao. Des gendarmes ont été tués à Kidal.",
    ],
)
def test_two_acts_stay_two(code, text):
    assert [r.type for r in code(text).reports].count("ASSAULT") == 2
