"""Whom *a-t-il ajouté* takes up, and bodies that speak under a name that is not on record."""

import pytest

pytestmark = pytest.mark.parser


def speakers(coded):
    names = {a.id: a.name for a in coded.actors}
    return [names.get(s.speaker, "") if isinstance(s.speaker, str) else "" for s in coded.statements]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (
            "Le ministre Jean Roy a affirmé que la trêve tenait. Le général Paul Diallo est arrivé à Gao. "
            "« Nous avançons », a-t-il ajouté.",
            "Jean Roy",
        ),
        (
            "Le ministre Jean Roy a affirmé que la trêve tenait. Le général Paul Diallo est arrivé à Gao. "
            "« Nous avançons », a-t-il déclaré.",
            "Paul Diallo",
        ),
        (
            "Christian Roy, président du club, dont Michel Dupont avait composé l'hymne, a salué un ami. "
            "« Il nous manque », a-t-il ajouté.",
            "Christian Roy",
        ),
        ("Trois écoles ont été détruites, a déploré NetBlocks.", "NetBlocks"),
        ("Selon Glencore, la mine de cobalt fermera.", "Glencore"),
        ("La crue va durer, prévient Météo France.", "Météo France"),
        (
            "La maire de Dijon a condamné l'attaque. « La police a tiré », a-t-elle ajouté.",
            "mayor",
        ),
        ("La Caf a déclaré que la finale serait rejouée.", "Caf"),
        ("Riad a protesté, en expliquant que le raid était illégal.", "government of Saudi Arabia"),
        ("Marion Maréchal est arrivée. « L'armée manque d'hommes », a-t-elle écrit.", "Marion Maréchal"),
        ("Les auteurs de l'étude évoquent un « facteur possible ».", ""),
        ("Selon l'ONDRP, dix agents ont été tués.", "ONDRP"),
        ("Hier, a indiqué la police, trois hommes ont été arrêtés.", "police"),
        ("« Tout a brûlé », explique Maxence, en terminale à Lyon.", "Maxence"),
        ("« Tout a brûlé », lâche Nadia. « Il ne reste rien », ajoute-t-elle.", "Nadia"),
        (
            "Le poète Karim Haddad a été insulté, et l'intéressé a dit qu'il porterait plainte.",
            "Karim Haddad",
        ),
        ("Le technicien allemand estime que la trêve tiendra.", "technicien"),
    ],
)
def test_who_speaks_last(code, text, last):
    assert speakers(code(text))[-1] == last


def test_nobody_speaks_to_himself(code):
    (statement,) = code("La crue va durer, prévient Météo France.").statements
    assert not isinstance(statement.addressee, str)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Le maire, qui affirme que la police a tiré, a porté plainte.", "la police a tiré"),
        (
            "Le maire affirme que la police a tiré et que des gens sont morts.",
            "la police a tiré et que des gens sont morts",
        ),
    ],
)
def test_a_verb_whose_subject_stands_before_ends_the_content(code, text, content):
    (statement,) = code(text).statements
    assert [s.text for s in statement.content] == [content]
