"""Interviews: answers are statements of who is interviewed, and pages with questions are no interviews."""

from __future__ import annotations

import pytest

from communique.model import Unknown

pytestmark = pytest.mark.parser

LABELLED = """Niger : « La junte joue la montre »

Politologue à l'université de Ouagadougou, Awa Cissé analyse les suites du coup d'Etat.

Le Phare : Pourquoi la Cédéao hésite-t-elle à intervenir ?

Awa Cissé : Parce que ses membres sont divisés. Le Nigeria a déployé des troupes à la frontière.

Le Phare : Quel rôle joue la France ?

Awa Cissé : Paris a rappelé son ambassadeur. La junte accuse la France de préparer une intervention.
"""
PLAIN = """Soudan : l'impasse

Ancien ambassadeur à Khartoum, Raymond Lefort revient sur l'échec des pourparlers.

Qui en est responsable ?

Les deux camps. Les paramilitaires ont bombardé Omdourman mardi.

Les Etats-Unis ont-ils encore un moyen de pression ?

Washington a sanctionné quatre sociétés en juin.

Il faudrait viser les parrains étrangers, qui livrent des armes aux deux camps.

Propos recueillis par Jeanne Morel
"""
DASHED = """Une juriste, qui suit le dossier depuis dix ans, nous éclaire.

La Cour a rendu son arrêt.

– Elle a condamné l'Etat à verser deux millions d'euros.

Que va faire le gouvernement ?

– Il ne répond à personne. Il n'a pas payé l'amende de 2019.

Et les victimes ?

– Elles ont porté plainte mardi.

Propos recueillis par téléphone.
"""
EXPLAINER = """Grève à Lyon : que sait-on ?

Qui est en grève ?

Les conducteurs de bus. Les syndicats ont dénoncé un plan social.

Jusqu'à quand ?

La grève a été reconduite jeudi.
"""


def answers(coded):
    names = {a.id: a.name for a in coded.actors}
    return [
        (names.get(s.speaker, "?") if not isinstance(s.speaker, Unknown) else None, s.content)
        for s in coded.statements
        if s.channel == "interview"
    ]


def test_labels_tell_who_asks_and_who_answers(code):
    coded = code(LABELLED)
    told = answers(coded)
    assert [speaker for speaker, _ in told] == ["Awa Cissé", "Awa Cissé"]
    assert told[0][1][0].text.startswith("Parce que ses membres")
    assert told[1][1][-1].text.endswith("préparer une intervention.")
    names = {a.id: a.name for a in coded.actors}
    recall = next(r for r in coded.reports if r.type == "SANCTION")
    assert recall.status == "reported"
    assert [[names[i] for i in chain] for chain in recall.according_to] == [["Awa Cissé"]]


def test_words_quoted_above_an_interview_are_the_guests(code):
    coded = code(LABELLED)
    names = {a.id: a.name for a in coded.actors}
    title = next(s for s in coded.statements if s.content[0].text.startswith("La junte joue"))
    assert names[title.speaker] == "Awa Cissé"


def test_an_answer_may_run_over_paragraphs(code):
    told = answers(code(PLAIN))
    assert [speaker for speaker, _ in told] == ["Raymond Lefort", "Raymond Lefort"]
    assert [s.text for s in told[1][1]] == [
        "Washington a sanctionné quatre sociétés en juin.",
        "Il faudrait viser les parrains étrangers, qui livrent des armes aux deux camps.",
    ]


def test_dashes_open_answers_and_a_remark_asks(code):
    coded = code(DASHED)
    told = [content[0].text for _, content in answers(coded)]
    assert [t.split()[0] for t in told] == ["Elle", "Il", "Elles"]
    assert not any(t.startswith(("–", "La Cour")) for t in told)


def test_what_an_answer_negates_nobody_denies(code):
    text = PLAIN.replace("Washington a sanctionné", "Washington n'a pas sanctionné")
    report = next(r for r in code(text).reports if r.type == "SANCTION")
    assert report.status == "negated"
    assert not report.denied_by


def test_questions_of_an_explainer_make_no_interview(code):
    assert answers(code(EXPLAINER)) == []


ALTERNATING = """Mali : « Le pouvoir joue la montre »

Huit jours après l'embuscade de Gao, nous avons interrogé Claire Morin, chercheuse à Dakar.

– L'armée a-t-elle réagi ?
– Oui. Elle a bombardé deux villages dimanche.

– Et la France ?
– Paris n'a pas rappelé son ambassadeur.

– Bamako promet des élections.
– Le colonel Goïta a rejeté le calendrier de la Cédéao.
"""
NAMED = """« L'État a perdu la main »

Le juge Luis Ortega, abattu lundi à Cali, enquêtait sur les cartels. Les réponses du politologue Juan Pardo.

Que sait-on de ce meurtre ?
Peu de chose. La police a arrêté deux suspects.

Et les voisins ?
Quito a fermé sa frontière.
"""


@pytest.mark.parametrize(
    ("text", "guest", "count"), [(ALTERNATING, "Claire Morin", 3), (NAMED, "Juan Pardo", 2)]
)
def test_who_is_named_behind_the_words_for_asking(code, text, guest, count):
    assert [speaker for speaker, _ in answers(code(text))] == [guest] * count


def test_a_list_with_dashes_is_no_interview(code):
    text = ALTERNATING.replace(" ?", ".")
    assert answers(code(text)) == []
