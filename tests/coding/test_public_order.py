"""Demonstrations, courts and closings: who acts and upon whom, where the words for it were not known."""

import pytest

pytestmark = pytest.mark.parser


def told(coded, kind):
    """The actors' and the recipients' words of each report of one type."""
    return [
        ([p.span.text for p in r.actors], [p.span.text for p in r.recipients])
        for r in coded.reports
        if r.type == kind
    ]


@pytest.mark.parametrize(
    ("text", "kind", "parties"),
    [
        ("Le président équatorien a proclamé un couvre-feu.", "COERCE", (["Le président équatorien"], [])),
        ("L'opposition malienne a convoqué une marche.", "PROTEST", (["L'opposition malienne"], [])),
        (
            "Des manifestants ont hué le président libanais.",
            "PROTEST",
            (["Des manifestants"], ["le président libanais"]),
        ),
        ("La route reste coupée par les rebelles.", "COERCE", (["les rebelles"], [])),
        ("Une grève des éboueurs paralyse Marseille.", "PROTEST", (["éboueurs"], [])),
        (
            "Le parti a convié ses partisans à se rassembler dimanche.",
            "PROTEST",
            (["ses partisans"], []),
        ),
        ("La junte malienne a fermé les frontières.", "COERCE", (["La junte malienne"], [])),
        (
            "Les autorités russes ont procédé à des dizaines d'interpellations.",
            "COERCE",
            (["Les autorités russes"], []),
        ),
        ("L'UE a adopté un nouveau paquet de sanctions contre Moscou.", "SANCTION", (["L'UE"], ["Moscou"])),
        (
            "Le Canada a répliqué par des taxes sur l'acier américain.",
            "SANCTION",
            (["Le Canada"], ["l'acier américain"]),
        ),
        ("Condamné deux fois pour fraude, le maire a fui.", "SANCTION", ([], ["le maire"])),
    ],
)
def test_who_acts_upon_whom(code, text, kind, parties):
    assert told(code(text), kind) == [parties]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Le Bénin a fermé ses frontières avec le Niger.", "COERCE"),
        ("L'éditeur a convoqué les auteurs dans son bureau.", "PROTEST"),
        ("Le public a sifflé l'arbitre du match.", "PROTEST"),
        ("La route reste coupée par la neige.", "COERCE"),
    ],
)
def test_what_is_no_such_act(code, text, kind):
    assert told(code(text), kind) == []


def test_a_rejected_appeal_leaves_the_ban_in_place(code):
    coded = code("La Cour suprême indienne a rejeté le recours contre l'interdiction du parti.")
    assert {r.type for r in coded.reports} == {"REJECT", "COERCE"}


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("Bruxelles pourrait sanctionner Budapest si la loi est adoptée.", ["possible"]),
        ("Bruxelles sanctionnerait Budapest si la loi était adoptée.", []),
    ],
)
def test_what_could_follow_if(code, text, statuses):
    assert [r.status for r in code(text).reports if r.type == "SANCTION"] == statuses


def test_a_storming_by_civilians_is_one_riot(code):
    coded = code("Des manifestants ont pris d'assaut le Parlement à Bagdad.")
    assert [(r.type, r.mode) for r in coded.reports] == [("PROTEST", "riot")]
