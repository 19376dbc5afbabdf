"""Whom pronouns and definite words take up, and who acts where the sentence tells it by its order."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.parser


def parties(coded, kind):
    """The actors' and recipients' names of the last report of a type; '' for what is left open."""
    names = {actor.id: actor.name for actor in coded.actors}
    report = [r for r in coded.reports if r.type == kind][-1]
    return tuple([names.get(p.actor, "") for p in side] for side in (report.actors, report.recipients))


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        # a name hung loosely on its office is the subject all the same
        (
            "Le président kényan William Ruto a reçu mardi Antony Blinken à Mombasa. Il a promis une trêve.",
            "CONCEDE",
            (["William Ruto"], []),
        ),
        # the article tells the gender of an office
        (
            "La ministre danoise Pia Holm s'est rendue à Kiev. Elle y a accusé Moscou de mentir.",
            "ACCUSE",
            (["Pia Holm"], ["government of Russia"]),
        ),
        # the participle of another verb shows nothing of a clitic
        (
            "Les États-Unis ont sanctionné deux banques. Ils les accusent d'avoir aidé Pyongyang.",
            "ACCUSE",
            (["government of the United States"], ["company"]),
        ),
        # who acts is not whom the clitic takes up
        (
            "Le Conseil de sécurité, que Rabat avait saisi, lui a apporté son soutien.",
            "SUPPORT",
            (["United Nations Security Council"], ["government of Morocco"]),
        ),
        (
            "Ivan Petrov est en prison. L'administration pénitentiaire lui reproche d'avoir menti.",
            "ACCUSE",
            (["public body"], ["Ivan Petrov"]),
        ),
        (
            "Téhéran a nié l'attaque que Washington lui impute.",
            "ACCUSE",
            (["government of the United States"], ["government of Iran"]),
        ),
        # of whom the sentence is to speak
        (
            "L'Iran a condamné le raid. Quant à l'armée malienne, elle accuse les rebelles.",
            "ACCUSE",
            (["armed forces of Mali"], ["rebels"]),
        ),
        (
            "Le président Donald Trump a quant à lui fustigé l'accord. Il a accusé Pékin de tricher.",
            "ACCUSE",
            (["Donald Trump"], ["government of China"]),
        ),
        # the body named last
        (
            "Les rebelles ont fui devant l'armée. Celle-ci les accuse de mentir.",
            "ACCUSE",
            (["armed forces"], ["rebels"]),
        ),
        # what a kingdom, an emirate, an island can be
        (
            "Le Qatar a rejeté les demandes saoudiennes. L'émirat accuse Riyad d'ingérence.",
            "ACCUSE",
            (["government of Qatar"], ["government of Saudi Arabia"]),
        ),
        (
            "Taïwan a protesté contre la Chine. L'île accuse Pékin d'intimidation.",
            "ACCUSE",
            (["government of Taiwan"], ["government of China"]),
        ),
        # what a call is for
        (
            "Nikol Pachinian a rejeté la trêve. Joe Biden l'a appelé jeudi pour lui exprimer son soutien.",
            "SUPPORT",
            (["Joe Biden"], ["Nikol Pashinyan"]),
        ),
        # with whom one talks
        (
            "Au terme de dix heures de négociations avec Angela Merkel, Alexis Tsipras a cédé.",
            "CONSULT",
            (["Angela Merkel", "Alexis Tsipras"], []),
        ),
        (
            "Après des entretiens avec Londres, Dublin a quitté la salle.",
            "CONSULT",
            (["government of the United Kingdom", "government of Ireland"], []),
        ),
        # all who are listed
        (
            "Le ministre a reçu les syndicats et les étudiants. Il leur a promis une réforme.",
            "AGREE",
            (["minister"], ["trade union", "students and teachers"]),
        ),
        (
            "Le ministre a réuni les maires et les préfets et leur a demandé de ne pas céder.",
            "REQUEST",
            (["minister"], ["mayor", "officials"]),
        ),
        # one of several is one
        (
            "Quatre journalistes ont disparu, a dit l'un des fils du roi. Ils auraient été arrêtés.",
            "COERCE",
            ([], ["journalists"]),
        ),
        (
            "Joseph Kony a fui. Lui et ses hommes ont tué trois civils.",
            "ASSAULT",
            (["Joseph Kony", "soldiers"], None),
        ),
        # the words met tell gender and number, not the members
        (
            "Les Vingt-Sept ont condamné la Russie. Ils ont promis des armes à Kiev.",
            "AGREE",
            (["European Union"], ["government of Ukraine"]),
        ),
        (
            "L'armée ougandaise a quitté l'Ituri. Elle accuse les rebelles.",
            "ACCUSE",
            (["armed forces of Uganda"], ["rebels"]),
        ),
        # two of a kind, two delegations
        (
            "Des éleveurs et des agriculteurs se sont affrontés.",
            "ASSAULT",
            (["farmers", "farmers"], []),
        ),
        (
            "Le gouvernement et la guérilla reprennent leurs pourparlers. Les deux délégations se reverront.",
            "CONSULT",
            (["government", "armed group"], []),
        ),
        (
            "Kinshasa accuse son voisin rwandais d'armer les rebelles.",
            "ACCUSE",
            (["government of the Democratic Republic of the Congo"], ["government of Rwanda"]),
        ),
        (
            "La Corée du Nord a tiré un missile. Le Nord accuse Séoul de provocation.",
            "ACCUSE",
            (["government of North Korea"], ["government of South Korea"]),
        ),
        (
            "L'Union européenne enquête sur Google. La Commission européenne a écrit à Google. "
            "La Commission accuse Apple d'abus.",
            "ACCUSE",
            (["European Commission"], ["Apple"]),
        ),
        # who decrees two things, and what is made harder
        (
            "Le président Daniel Noboa proclame l'état d'exception et un couvre-feu nocturne.",
            "COERCE",
            (["Daniel Noboa"], []),
        ),
        (
            "Le président Donald Trump a décrété un durcissement des sanctions contre l'Iran.",
            "SANCTION",
            (["Donald Trump"], ["government of Iran"]),
        ),
        # whose minister somebody is, he is not; nor is a government that of the media it bans
        (
            "Le chef de la junte a limogé son Premier ministre, Choguel Maïga.",
            "SANCTION",
            (["leader"], ["Choguel Kokalla Maïga"]),
        ),
        ("La junte a suspendu deux radios françaises.", "COERCE", (["government"], ["media of France"])),
        # allies, whoever they are, and those of them who are named
        (
            "Moscou et ses alliés ont rejeté la résolution.",
            "REJECT",
            (["government of Russia", ""], None),
        ),
        (
            "Les États-Unis et plusieurs alliés dont le Canada avaient accusé la Chine.",
            "ACCUSE",
            (["government of the United States", "government of Canada"], ["government of China"]),
        ),
        (
            "Outre Paris, Berlin et Rome ont condamné le putsch.",
            "ACCUSE",
            (["government of Germany", "government of Italy"], None),
        ),
        # offices: by sex, by title, and once held
        (
            "Le Premier ministre polonais Donald Tusk a appelé Angela Merkel. La chancelière a accusé Minsk.",
            "ACCUSE",
            (["Angela Merkel"], ["government of Belarus"]),
        ),
        (
            "Alpha Condé a été renversé. Le président déchu a accusé l'armée.",
            "ACCUSE",
            (["Alpha Condé"], ["armed forces"]),
        ),
        # of whom shelter is asked; on whom a threat would fall
        (
            "Deux pilotes libyens ont demandé l'asile politique en Grèce.",
            "REQUEST",
            (["soldiers of Libya"], ["government of Greece"]),
        ),
        (
            "Washington a prévenu que Téhéran s'exposait à de lourdes sanctions.",
            "THREATEN",
            (["government of the United States"], ["government of Iran"]),
        ),
        (
            "L'opposition a réclamé une enquête de l'ONU.",
            "REQUEST",
            (["opposition"], ["United Nations"]),
        ),
        # what somebody mans
        (
            "Les chasseurs de la coalition ont frappé un dépôt des rebelles.",
            "ASSAULT",
            (["coalition"], ["rebels"]),
        ),
        ("Des avions ont bombardé le Parlement.", "ASSAULT", ([""], ["parliament"])),
        # who wants what is refused
        ("Rome refuse l'embargo que souhaite Vilnius.", "REJECT", (["government of Italy"], None)),
    ],
)
def test_who_is_meant(code, text, kind, expected):
    found = parties(code(text), kind)
    assert sorted(found[0]) == sorted(expected[0])
    if expected[1] is not None:
        assert found[1] == expected[1]


@pytest.mark.parametrize(
    ("text", "kind", "actors"),
    [
        # a place named since may be meant as well
        ("Les soldats de l'Union européenne sont en Guinée. Celle-ci accuse Paris.", "ACCUSE", [""]),
        # only a person is concerned
        ("Le département d'État a écrit à l'armée. L'intéressée accuse Paris de mentir.", "ACCUSE", [""]),
        # none of the states named is a kingdom
        ("Le Brésil a condamné le putsch au Tchad. Le royaume accuse Paris.", "ACCUSE", [""]),
        # after the talks of others
        ("Après les entretiens, Dublin a accusé Londres.", "ACCUSE", ["government of Ireland"]),
    ],
)
def test_nobody_is_guessed(code, text, kind, actors):
    coded = code(text)
    if any(r.type == kind for r in coded.reports):
        assert parties(coded, kind)[0] in (actors, [])
    assert not any(r.type == "CONSULT" and len(r.actors) > 1 for r in coded.reports)
