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
        ("Selon l'ONDRP, dix agents ont été tués.", "ONDRP"),
        ("Hier, a indiqué la police, trois hommes ont été arrêtés.", "police"),
        ("Le technicien allemand estime que la trêve tiendra.", ""),
    ],
)
def test_who_speaks_last(code, text, last):
    assert speakers(code(text))[-1] == last
