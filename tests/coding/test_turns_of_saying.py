"""Turns of saying: passives, who is accused before the verb, what is withheld, who listens."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.parser


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "La prise du port, annoncée lundi par le M23, inquiète Goma.",
            "March 23 Movement: La prise du port",
        ),
        (
            "Le roi a échappé à une série d'attentats revendiqués par Al-Qaïda.",
            "al-Qaeda: une série d'attentats",
        ),
        ("Le président menace ses rivaux d'une guerre totale.", "president: d'une guerre totale"),
        ("Le ministre, que l'opposition accuse de lâcheté, se tait.", "opposition: de lâcheté"),
        ("Bamako impute à Paris l'échec de la trêve.", "government of Mali: à Paris l'échec de la trêve"),
        ("Le général a justifié le putsch par la faim.", "soldiers: la faim"),
        (
            "Le ministre se dit, dans un entretien au quotidien El Watan, prêt à partir.",
            "minister: prêt à partir",
        ),
        ("Le roi a laissé filtrer qu'il partirait.", "king: il partirait"),
        ("Le parquet a émis l'hypothèse d'un accident.", "judiciary: un accident"),
        ("Le Vatican a dit sa « douleur ».", "government of the Holy See: sa « douleur »"),
        (
            "Belgrade exige des excuses et le retrait des troupes.",
            "government of Serbia: des excuses et le retrait des troupes",
        ),
        (
            'Un élu a réagi, qualifiant le vote "d\'attaque contre la loi".',
            'officials: le vote "d\'attaque contre la loi"',
        ),
        ("« Non », a dit le maire. Et d'ajouter que la ville est calme.", "mayor: la ville est calme"),
        ("La presse de Lima affirme même que le navire a fui.", "press of Peru: le navire a fui"),
        ("Selon la BBC, citant un diplomate, la trêve tient.", "BBC: la trêve tient"),
        ("L'armée n'a pas reconnu que le raid avait échoué.", "armed forces: le raid avait échoué"),
    ],
)
def test_what_is_said(said, text, wanted):
    assert wanted in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "Le ministère n'a pas confirmé la mort du général.",
        "Nul n'a revendiqué le raid.",
        "Le texte annoncé par erreur est retiré.",
        "L'UE n'a menacé Minsk de rien.",
        "Le roi a justifié le refus demandé par Lima.",
    ],
)
def test_what_is_not_said(said, text):
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("Athènes a de nouveau sommé hier, vendredi, Ankara de rappeler son navire.", "government of Turkey"),
        ("Téhéran exige de Bagdad une réponse « ferme ».", "government of Iraq"),
        ("Le roi s'est engagé auprès de l'ONU à partir.", "United Nations"),
        ("« On part », a lancé le maire à des journalistes.", "journalists"),
        ("Devant les députés, le ministre a assuré que la route est libre.", "members of parliament"),
        # no addressee: an agency, what the content tells
        ("« On part », a dit le maire à l'AFP.", ""),
        ("La maire accuse le roi d'avoir plié devant les casseurs.", ""),
    ],
)
def test_who_listens(code, text, addressee):
    coded = code(text)
    names = {a.id: a.name for a in coded.actors}
    found = coded.statements[0].addressee
    assert (names[found] if isinstance(found, str) else "") == addressee


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # what belongs to the words behind a comma, and what the outlet adds
        ("Oslo a annoncé la naissance d'un pacte, baptisé Aube.", "la naissance d'un pacte, baptisé Aube"),
        (
            "Lima demande de lui livrer Juan Roy, pasteur installé à Quito.",
            "de lui livrer Juan Roy, pasteur installé à Quito",
        ),
        (
            "Riad exige des excuses, une enquête et des indemnités.",
            "des excuses, une enquête et des indemnités",
        ),
        ("Le maire recense 60 morts, ainsi que 300 blessés.", "60 morts, ainsi que 300 blessés"),
        (
            "Le général somme la foule de partir, faute de quoi elle sera délogée.",
            "de partir, faute de quoi elle sera délogée",
        ),
        ("Riad exige une enquête, une idée de Paris.", "une enquête"),
        ("La ville dément toute pénurie, évoquée par un journal.", "toute pénurie"),
        # a sentence in marks behind a word that only joins it
        (
            "« La trêve tient », a dit la maire. Mais « le calme reste fragile ».",
            "La trêve tient le calme reste fragile",
        ),
        # the object of a verb of saying behind quoted words in its subject
        (
            "La porte-parole, tout en « saluant l'accord », a dénoncé une « farce ».",
            "une « farce »",
        ),
    ],
)
def test_where_it_ends(said, text, wanted):
    assert wanted in [one.partition(": ")[2] for one in said(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ('Donc, cela peut justifier le départ des troupes", dit-il.', []),
        ("Le ministre a assuré : « 60 000 ».", ["minister: 60 000"]),
    ],
)
def test_nobody_says_marks(said, text, wanted):
    assert said(text) == wanted
