"""Where somebody's words end, which verbs hold none, and who stands beside the verb."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.parser


def contents(coded):
    return [" ".join(span.text for span in s.content) for s in coded.statements]


def speakers(coded):
    names = {a.id: a.name for a in coded.actors}
    return [names.get(s.speaker, "") if isinstance(s.speaker, str) else "" for s in coded.statements]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # a relative clause of the outlet behind an infinitive; one that belongs to the clause stays
        ("Le régime dément avoir visé l'école, où dix élèves auraient péri.", "avoir visé l'école"),
        ("Oslo nie avoir fourni des drones, ce dont l'accuse Moscou.", "avoir fourni des drones"),
        ("Le maire affirme que la digue, vieille, va céder.", "la digue, vieille, va céder"),
        ("Le colonel dit avoir agi seul, sans aide du Nord.", "avoir agi seul, sans aide du Nord"),
        ("Riad a dit avoir envoyé des soldats, sans préciser leur nombre.", "avoir envoyé des soldats"),
        # a verb that only quoted words would complete is none of saying here
        (
            "Un diplomate reconnaît que les discussions, loin d'être closes, continuent à Doha.",
            "les discussions, loin d'être closes, continuent à Doha",
        ),
        (
            "Le procureur a indiqué que le chauffeur, âgé de 34 ans, avait reconnu les faits.",
            "le chauffeur, âgé de 34 ans, avait reconnu les faits",
        ),
        # a new subject behind ', et' goes on with the outlet's sentence
        ("Le détenu assure être bien traité, et le ministère dément toute violence.", "être bien traité"),
        (
            "Le député estime que la loi est morte, et plusieurs villes pourraient saisir le juge.",
            "la loi est morte",
        ),
        (
            "Vingt hommes ont été arrêtés, d'après l'ONU, et des renforts auraient été envoyés.",
            "Vingt hommes ont été arrêtés",
        ),
        (
            "Selon l'ONU, la trêve tient, et des convois pourraient partir.",
            "la trêve tient, et des convois pourraient partir",
        ),
        # a participle with its object that the main clause shares
        (
            "Le général avait prévenu que le pont sauterait et chargé l'armée de la riposte.",
            "le pont sauterait",
        ),
        # the rest of a clause behind a source phrase; not what tells where it was said
        (
            "Accra a accueilli, d'après le HCR, plus de 45 000 personnes cette année.",
            "Accra a accueilli plus de 45 000 personnes cette année",
        ),
        ("Le front a reculé, selon Riad, dans un communiqué.", "Le front a reculé"),
        ("Trop tard, jugent les manifestants, qui étaient dix mille.", "Trop tard"),
        ("La loi pourrait, craignent des juristes, servir à punir.", "La loi pourrait servir à punir"),
        ("Un sergent a reconnu devant le juge avoir tiré.", "avoir tiré"),
        ("La ministre avait dit ce matin avoir déjoué un attentat.", "avoir déjoué un attentat"),
        ("Il jurait de ne jamais servir la junte, que tous haïssaient.", "de ne jamais servir la junte"),
        ("Rabat a averti la chancellerie qu'il fermerait le port.", "il fermerait le port"),
        ("Riad a répété, selon l'agence Tass, que la guerre était finie.", "la guerre était finie"),
        ("Berne a appelé Kiev et Moscou à la retenue.", "la retenue"),
        ("Les élus demandent à ce que la cour renonce.", "à ce que la cour renonce"),
        ("Elle leur reproche de mentir aux familles.", "de mentir aux familles"),
        ("Le Conseil avait, vendredi, pressé Paris de céder.", "de céder"),
        ("Lima rejette ces plaintes, les qualifiant de « farce ».", "de « farce »"),
        ("Le juge recommande, en plus de partir, de payer les familles.", "de payer les familles"),
    ],
)
def test_where_words_end(code, text, told):
    assert told in contents(code(text))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Le syndicat n'a pas appelé à manifester.", []),
        ("La délégation aurait prié Moscou de garder les ouvriers.", []),
        ("La troupe recule, comme l'exigeait Ankara.", []),
        ("Jean Kaboré, dit Fito, le chef du gang, est mort.", []),
        (
            "La ville n'a pas demandé de renforts, indique le préfet.",
            ["La ville n'a pas demandé de renforts"],
        ),
        (
            "La junte se serait engagée à livrer des armes, d'après plusieurs médias.",
            ["La junte se serait engagée à livrer des armes"],
        ),
        (
            "Selon Kiev, le ministre a présenté ses excuses et s'est engagé à verser une indemnité.",
            ["le ministre a présenté ses excuses et s'est engagé à verser une indemnité"],
        ),
        (
            "Les rebelles ont promis de partir, a indiqué la Croix-Rouge.",
            ["Les rebelles ont promis de partir"],
        ),
        ("L'armée a annoncé la prise du port, ce que Kiev n'a pas confirmé.", ["la prise du port"]),
        ("Le club a engagé un gardien.", []),
        ("Le conseil tient séance pour la dernière fois.", []),
    ],
)
def test_what_is_a_statement(code, text, told):
    assert contents(code(text)) == told


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "La famille affirme qu'on l'a frappé, et le ministère de l'Intérieur dément toute violence.",
            "ministry of the interior",
        ),
        (
            "L'Union africaine part, alors que Kampala et Bujumbura la prient de différer ce retrait.",
            "government of Uganda",
        ),
        ("Ainsi le Hamas nie-t-il toute part dans le rapt.", "Hamas"),
        ("Un raid a été annulé d'après Amnesty International. L'intéressé a nié avoir menti.", ""),
        ("« Jamais », a réagi, en anglais, Emmanuel Macron.", "Emmanuel Macron"),
        ("Oslo rappelle que la loi protège les civils et prie Bamako de partir.", "government of Norway"),
    ],
)
def test_who_stands_beside(code, text, speaker):
    assert speakers(code(text))[-1] == speaker


BOTH_DASHED = """« La rue ne cédera pas »

Dix jours après le coup de force, nous avons interrogé Awa Cissé, chercheuse, sur Paul Diallo.

– Ce matin, la junte a libéré M. Diallo. Êtes-vous surprise ?
– Pas du tout. Il reste surveillé.

– La junte affirme que l'armée est unie.
– C'est ce qu'elle dit. Deux casernes se sont soulevées.

– Que fera la Cédéao ?
– Rien avant lundi. Elle a fermé les frontières.
"""


def test_questions_and_answers_that_both_open_with_a_dash(code):
    coded = code(BOTH_DASHED)
    answers = [s for s in coded.statements if s.channel == "interview"]
    assert [s.content[0].text[:9] for s in answers] == ["Pas du to", "C'est ce ", "Rien avan"]
    names = {a.id: a.name for a in coded.actors}
    assert {names[s.speaker] for s in answers} == {"Awa Cissé"}


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("Le 28 juillet, au téléphone, le président a averti que la trêve était finie.", "phone call"),
        ("Lundi, devant la foule, il a affirmé que la guerre était gagnée.", "speech"),
        ("Dix policiers ont péri, annonce la télévision officielle.", "broadcast"),
    ],
)
def test_channels_between_commas(code, text, channel):
    (statement,) = code(text).statements
    assert statement.channel == channel
