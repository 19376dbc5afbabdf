"""Words told before their verb, refusals in a negation, talks whose sides stand elsewhere in the clause."""

import pytest

pytestmark = pytest.mark.parser


def read(coded, type_):
    """The reports of one type."""
    return [r for r in coded.reports if r.type == type_]


@pytest.mark.parametrize(
    ("told", "untold", "type_"),
    [
        (
            "« Nous riposterons à toute agression », prévient le ministre iranien de la Défense.",
            "Le ministre iranien de la Défense, prévient la presse, est malade.",
            "THREATEN",
        ),
        (
            "Le gouvernement tunisien n'y a pas donné suite.",
            "Le gouvernement tunisien y a donné suite.",
            "REJECT",
        ),
        (
            "Pas question de négocier sous la menace, répond Téhéran.",
            "Il est question de négocier, répond Téhéran.",
            "REJECT",
        ),
        (
            "Le Premier ministre turc exclut de reporter le scrutin.",
            "Le Premier ministre turc n'exclut pas de reporter le scrutin.",
            "REJECT",
        ),
        (
            "Après huit heures de discussions, la Corée du Nord et le Japon ont signé un accord.",
            "Après huit heures de route, la Corée du Nord et le Japon ont signé un accord.",
            "CONSULT",
        ),
        (
            "Au téléphone, le ministre turc a reproché à son homologue grec ses provocations.",
            "Le ministre turc a reproché à son homologue grec ses provocations.",
            "CONSULT",
        ),
        (
            "Washington a pressé lundi le président tunisien, au téléphone, de rouvrir le Parlement.",
            "Washington a pressé lundi le président tunisien de rouvrir le Parlement.",
            "CONSULT",
        ),
        (
            "En visite à Tunis, le secrétaire général de l'ONU a appelé à la retenue.",
            "À Tunis, le secrétaire général de l'ONU a appelé à une visite des experts.",
            "CONSULT",
        ),
        (
            "De passage à Tunis, le secrétaire général de l'ONU a salué la trêve.",
            "Le secrétaire général de l'ONU a salué le passage à l'euro.",
            "CONSULT",
        ),
    ],
)
def test_read_where_it_is_told(code, told, untold, type_):
    assert read(code(told), type_)
    assert not read(code(untold), type_)


@pytest.mark.parametrize(
    ("text", "type_", "status"),
    [
        ("Riga n'entend pas lever les restrictions.", "REJECT", "asserted"),
        ("La Mongolie n'exécutera pas le mandat d'arrêt.", "REJECT", "asserted"),
        ("Une rencontre entre Paris et Alger reste possible.", "CONSULT", "possible"),
        ("Une rencontre entre Paris et Alger reste inutile.", "CONSULT", "asserted"),
        ("Des tractations seraient en cours entre Paris et Alger.", "CONSULT", "unconfirmed"),
        ("Aucune rencontre n'est prévue entre Paris et Alger.", "CONSULT", "negated"),
    ],
)
def test_status(code, text, type_, status):
    (report,) = read(code(text), type_)
    assert report.status == status


def test_sides_behind_what_is_said_of_the_talks(code):
    (report,) = read(code("Aucune rencontre n'est prévue entre Paris et Alger."), "CONSULT")
    assert {p.span.text for p in report.actors} == {"Paris", "Alger"}


def test_callers_and_called(code):
    coded = code("Au téléphone, le ministre turc a reproché à son homologue grec ses provocations.")
    (report,) = read(coded, "CONSULT")
    assert {p.span.text for p in report.actors} == {"le ministre turc", "son homologue grec"}
