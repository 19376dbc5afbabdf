"""Turned and shared: subjects behind their verbs, verbs with one object, sources that cite, who denies."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.parser


def told(coded, event_type):
    """Who, whom, status, sources and deniers of the reports of a type."""
    names = {a.id: a.name for a in coded.actors}
    return [
        (
            [p.span.text for p in r.actors],
            [p.span.text for p in r.recipients],
            r.status,
            [[names[i] for i in chain] for chain in r.according_to],
            [names[i] for i in r.denied_by],
        )
        for r in coded.reports
        if r.type == event_type
    ]


@pytest.mark.parametrize(
    ("text", "event_type", "actors", "recipients"),
    [
        ("La police a arrêté et détenu deux journalistes.", "COERCE", ["La police"], ["deux journalistes"]),
        ("Le ministre a reçu puis raccompagné son homologue tchadien.", "CONSULT", None, []),
        (
            "La police a arrêté, frappé puis relâché deux avocats togolais.",
            "ASSAULT",
            ["La police"],
            ["deux avocats togolais"],
        ),
        (
            "Deux avocats ont été arrêtés et battus par la police.",
            "COERCE",
            ["la police"],
            ["Deux avocats"],
        ),
        ("Ont été arrêtés trois colonels et un ministre.", "COERCE", [], ["trois colonels", "un ministre"]),
        (
            "À Lomé, ont manifesté des centaines de partisans de l'opposition.",
            "PROTEST",
            ["des centaines de partisans de l'opposition"],
            [],
        ),
        ("Nouvelle frappe israélienne sur Alep : trois morts", "ASSAULT", ["israélienne"], ["Alep"]),
        (
            "Le Canada, l'Australie et la Nouvelle-Zélande ont sanctionné trois généraux birmans.",
            "SANCTION",
            ["Le Canada", "l'Australie", "la Nouvelle-Zélande"],
            ["trois généraux birmans"],
        ),
        (
            "Les forces kurdes, que Téhéran arme et que Washington bombarde, ont demandé une trêve.",
            "ASSAULT",
            ["Washington"],
            ["Les forces kurdes"],
        ),
        (
            "Le général Hemetti, 48 ans, chef des paramilitaires, a lancé une offensive contre Omdourman.",
            "ASSAULT",
            ["Le général Hemetti"],
            ["Omdourman"],
        ),
        (
            "L'opposant, a raconté son avocat, a été roué de coups par des policiers.",
            "ASSAULT",
            ["des policiers"],
            ["L'opposant"],
        ),
        (
            "Le Mali a rompu ses relations avec l'Ukraine, qu'il accuse d'armer les djihadistes.",
            "AID",
            ["l'Ukraine"],
            ["les djihadistes"],
        ),
        ("L'ONU a appelé les deux camps à la retenue.", "REQUEST", ["L'ONU"], ["les deux camps"]),
        (
            "Tripoli est accusé par une ONG d'avoir expulsé des migrants vers le désert.",
            "COERCE",
            ["Tripoli"],
            ["des migrants"],
        ),
    ],
)
def test_who_and_whom(code, text, event_type, *, actors, recipients):
    found = told(code(text), event_type)
    assert len(found) == 1
    assert actors is None or found[0][0] == actors
    assert found[0][1] == recipients


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("L'armée a attaqué et fait douze morts.", "COERCE"),
        ("Le gardien, 30 ans, capitaine du club, a arrêté un penalty.", "COERCE"),
        ("Le maire a invité les ambassadeurs à la fête.", "CONSULT"),
        ("Ont été vendus deux tableaux et une montre.", "COOPERATE"),
    ],
)
def test_no_act_is_made_of_what_is_shared_or_turned(code, text, event_type):
    assert not told(code(text), event_type)


def test_a_court_that_convicts_has_arrested_nobody(code):
    found = told(code("Deux opposants ont été arrêtés et condamnés par un tribunal de Tunis."), "COERCE")
    assert [f[0] for f in found] == [[]]


@pytest.mark.parametrize(
    ("text", "event_type", "status", "sources", "deniers"),
    [
        (
            "Selon l'agence Reuters, Washington a proposé un cessez-le-feu à Téhéran.",
            "AGREE",
            "reported",
            [["Reuters"]],
            [],
        ),
        ("Washington a proposé un cessez-le-feu à Téhéran.", "AGREE", "asserted", [], []),
        (
            "La police a reconnu avoir arrêté l'avocat mais nie l'avoir frappé.",
            "ASSAULT",
            "denied",
            [],
            ["police"],
        ),
        (
            "Tripoli, qui dément, est accusé par une ONG d'avoir expulsé des migrants.",
            "COERCE",
            "reported",
            [["NGO"]],
            ["government of Libya"],
        ),
        (
            "« C'est faux », a réagi l'ambassadeur iranien, alors que Washington accuse Téhéran "
            "d'avoir attaqué un pétrolier.",
            "ASSAULT",
            "reported",
            [["government of the United States"]],
            ["ambassador of Iran"],
        ),
        (
            "Moscou a qualifié de mensonges les accusations de Londres.",
            "ACCUSE",
            "asserted",
            [],
            ["government of Russia"],
        ),
    ],
)
def test_who_says_and_who_denies(code, text, event_type, *, status, sources, deniers):
    found = [f[2:] for f in told(code(text), event_type)]
    assert (status, sources, deniers) in found


def test_a_conjunction_is_no_form_of_a_verb(code):
    """*puis* is no form of *pouvoir*: an arrest with *puis* behind it is told."""
    assert told(code("La police a arrêté puis relâché deux avocats."), "COERCE")
