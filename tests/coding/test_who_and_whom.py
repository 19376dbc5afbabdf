"""Who did it to whom, where the parser hangs words in the wrong place or the frame has no slot for them."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.parser


def told(coded):
    return [
        (r.type, r.status, [p.span.text for p in r.actors], [p.span.text for p in r.recipients])
        for r in coded.reports
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # objects behind an adverbial
        (
            "Les autorités tunisiennes ont expulsé vers la frontière une centaine de migrants.",
            ("COERCE", "asserted", ["Les autorités tunisiennes"], ["une centaine de migrants"]),
        ),
        (
            "La Corée du Nord a fourni à la Russie plus d'un million d'obus d'artillerie.",
            ("AID", "asserted", ["La Corée du Nord"], ["la Russie"]),
        ),
        (
            "Kiev affirme avoir abattu 48 des 60 drones lancés contre Odessa.",
            ("ASSAULT", "reported", ["Kiev"], ["60 drones"]),
        ),
        # under a negation
        (
            "Le Rwanda n'a jamais envoyé de soldats sur le sol congolais.",
            ("MOBILIZE", "negated", ["Le Rwanda"], []),
        ),
        # numbers in two words
        (
            "L'opposant affirme que deux cents militants ont été arrêtés par la gendarmerie.",
            ("COERCE", "reported", ["la gendarmerie"], ["deux cents militants"]),
        ),
        # a noun that is a verb behind 'et'
        (
            "Le syndicat réclame une hausse des salaires et menace de reprendre la grève.",
            ("THREATEN", "asserted", ["Le syndicat"], []),
        ),
        # who says so did it
        (
            "Des militaires ont annoncé à la télévision nationale avoir renversé le président.",
            ("COERCE", "reported", ["Des militaires"], ["le président"]),
        ),
        # what is promised
        (
            "La ministre de l'Intérieur a promis aux agriculteurs en colère de simplifier les procédures.",
            ("AGREE", "asserted", ["La ministre de l'Intérieur"], ["agriculteurs"]),
        ),
        # listed names
        (
            "L'Espagne, l'Irlande et la Norvège ont officiellement reconnu l'État de Palestine.",
            ("SUPPORT", "asserted", ["L'Espagne", "l'Irlande", "la Norvège"], ["l'État de Palestine"]),
        ),
        # whose plan, offer or demand is refused
        (
            "Le Hamas a rejeté le plan présenté par Washington.",
            ("REJECT", "asserted", ["Le Hamas"], ["le plan"]),
        ),
        # whom a refusal or a threat is aimed at
        (
            "Le Premier ministre slovaque a refusé de recevoir son homologue ukrainien.",
            ("REJECT", "asserted", ["Le Premier ministre slovaque"], ["son homologue ukrainien"]),
        ),
        (
            "Les Pays-Bas ont suspendu leur aide au développement au Rwanda.",
            ("SANCTION", "asserted", ["Les Pays-Bas"], ["Rwanda"]),
        ),
        # those of a group who are named, and owners with a preposition each
        (
            "Cinq membres du Conseil, dont la Chine et la Russie, ont rejeté le texte.",
            ("REJECT", "asserted", ["Cinq membres du Conseil", "la Chine", "la Russie"], ["le texte"]),
        ),
        (
            "La police a arrêté douze personnes, dont deux journalistes et un avocat.",
            ("COERCE", "asserted", ["La police"], ["douze personnes", "deux journalistes", "un avocat"]),
        ),
        # plans
        (
            "Le Japon accordera une aide de 50 millions de dollars au Mozambique, a promis le ministre.",
            ("AID", "planned", ["Le Japon"], ["Mozambique"]),
        ),
        (
            "Le sommet de l'Union africaine s'ouvrira samedi à Addis-Abeba.",
            ("CONSULT", "planned", ["l'Union africaine"], []),
        ),
    ],
)
def test_parties(code, text, expected):
    assert expected in told(code(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le Ghana ne reconnaîtra pas la junte.", ("REJECT", "asserted", ["Le Ghana"], ["la junte"])),
        ("La Chine ne participera pas au sommet.", ("REJECT", "asserted", ["La Chine"], [])),
        (
            "Le gouvernement soudanais a fait savoir qu'il ne participerait pas aux discussions.",
            ("REJECT", "asserted", ["il"], []),
        ),
    ],
)
def test_a_negated_future_of_ones_own_is_a_refusal(code, text, expected):
    assert told(code(text)) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Le Ghana n'a pas reconnu la junte.",
        "Le premier ministre n'a pas rencontré les syndicats.",
        "Aucun soldat ne sera déployé au Mali.",
    ],
)
def test_what_was_not_done_is_no_refusal(code, text):
    assert not [r for r in code(text).reports if r.type == "REJECT"]


def test_owner_of_a_plan_is_the_party(code):
    coded = code("Le Hamas refuse le plan que Washington a présenté.")
    names = {a.id: a.name for a in coded.actors}
    report = next(r for r in coded.reports if r.type == "REJECT")
    assert [names[p.actor] for p in report.recipients] == ["government of the United States"]


def test_an_agency_is_no_movement(code):
    coded = code("Le Hamas accepte la trêve, a affirmé à l'AFP un responsable du mouvement.")
    names = {a.id: a.name for a in coded.actors}
    assert [names[s.speaker] for s in coded.statements] == ["Hamas"]


@pytest.mark.parametrize(
    "text",
    [
        "L'explosion d'une conduite de gaz a fait quatre morts.",
        "La Cour examine l'interdiction qui frappait le principal parti kurde.",
        "Un immeuble s'est effondré, tuant dix habitants.",
    ],
)
def test_no_attack(code, text):
    assert not [r for r in code(text).reports if r.type == "ASSAULT"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Les présidents russe et turc se sont rencontrés.", {"president of Russia", "president of Turkey"}),
        (
            "Les Premiers ministres grec et turc se sont entretenus.",
            {"prime minister of Greece", "prime minister of Turkey"},
        ),
        (
            "Les armées française et malienne ont attaqué une base.",
            {"armed forces of France", "armed forces of Mali"},
        ),
        ("Les troupes russes ont attaqué des rebelles syriens.", {"armed forces of Russia"}),
    ],
)
def test_adjectives_of_several_countries_share_a_noun(code, text, names):
    coded = code(text)
    actors = {a.id: a.name for a in coded.actors}
    assert {actors[p.actor] for r in coded.reports for p in r.actors} == names


def test_a_strike_and_those_it_killed_are_one_occurrence(code):
    text = "Au moins sept civils ont été tués dans la nuit par des frappes russes sur Kharkiv."
    assert told(code(text)) == [("ASSAULT", "asserted", ["russes"], ["sept civils"])]


def test_two_countries_named_once_each_lend_neither_to_a_bare_noun(code):
    coded = code(
        "Un séisme a frappé la Grèce. La Turquie a envoyé des secours et des soldats ont été blessés."
    )
    soldiers = next(a for a in coded.actors if "soldats" in a.mentions[0].span.text)
    assert not isinstance(soldiers.country, str)


def test_a_short_text_in_french_with_latin_in_it_is_french(code):
    text = "L'ambassadeur de France au Mali, déclaré persona non grata, a quitté Bamako mercredi matin."
    assert [r.type for r in code(text).reports] == ["SANCTION"]


@pytest.mark.parametrize(
    "text",
    [
        "Le représentant n'a pas été blessé au cours du braquage.",
        "Au moins 76 personnes ont été légèrement blessées à la suite du déraillement d'un train.",
        "Il s'estime traité de façon injuste.",
        "L'élimination de Nicolas Sarkozy dès le premier tour de la primaire a surpris.",
        "La ministre a assumé cette mobilisation contre la canicule.",
        "Emmanuel Macron a écourté son séjour à la montagne.",
        "Le candidat risque de se faire enfermer dans une image.",
    ],
)
def test_nothing_happened_between_parties(code, text):
    assert code(text).reports == ()


def test_owners_with_a_preposition_each_are_parties_each(code):
    coded = code("Berlin a condamné les propos de Moscou et de Minsk.")
    names = {a.id: a.name for a in coded.actors}
    report = next(r for r in coded.reports if r.type == "ACCUSE")
    assert [names[p.actor] for p in report.recipients] == ["government of Russia", "government of Belarus"]


def test_a_relative_clause_names_no_member(code):
    coded = code("La France a condamné la Chine, dont l'armée menace Taïwan.")
    report = next(r for r in coded.reports if r.type == "ACCUSE")
    assert [p.span.text for p in report.recipients] == ["la Chine"]
