"""What a source phrase or an incise tells of, and who speaks whom no list of roles has."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.parser


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # the last clause alone, without its relative pronoun
        (
            "La foule a brûlé un poste, et six hommes sont morts, selon un médecin.",
            "medical workers: six hommes sont morts",
        ),
        (
            "Le feu a pris dans un dépôt, dont deux gardes ont péri, d'après l'armée.",
            "armed forces: deux gardes ont péri",
        ),
        ("Un pont, détruit selon Moscou, menait au camp.", "government of Russia: détruit"),
        ("Les élus, dont trois ont fui selon la police, se cachent.", "police: trois ont fui"),
        # not a count, nor what a verb of saying tells
        (
            "Les tirs ont fait neuf morts, dont deux enfants, selon la police.",
            "police: Les tirs ont fait neuf morts, dont deux enfants",
        ),
        (
            "Selon les élus, ils étaient 50 000, 12 000 selon la préfecture.",
            "prefecture: 12 000",
        ),
        ("Le tir a fait, lundi, 12 morts selon la police.", "police: Le tir a fait, lundi, 12 morts"),
        # without what is taken up ahead of the clause
        ("Quant aux otages, ils seront relâchés, promet le préfet.", "officials: ils seront relâchés"),
        ("Fondé en 1998, le parti a vécu, plaide un avocat.", "lawyers: le parti a vécu"),
        # the words that a verb waits for
        (
            "Les secours n'ont trouvé, déplore un médecin, aucun survivant.",
            "medical workers: Les secours n'ont trouvé aucun survivant",
        ),
        (
            "Le chef a aussi, a indiqué un avocat, accepté des cadeaux.",
            "lawyers: Le chef a aussi accepté des cadeaux",
        ),
        (
            "Le bourg a été bombardé, affirment des habitants, par un avion.",
            "civilians: Le bourg a été bombardé par un avion",
        ),
        ("L'UE a débloqué, selon un diplomate, 40 millions.", "diplomats: L'UE a débloqué 40 millions"),
        # not the post of who speaks
        (
            "La ville est tombée, relève Awa Diop, professeure à Thiès.",
            "Awa Diop: La ville est tombée",
        ),
        # who a relative pronoun takes up
        ("Un colonel, selon lequel la ville tient, est parti.", "soldiers: la ville tient"),
        ("L'opposition, pour qui le vote est nul, s'en va.", "opposition: le vote est nul"),
        # a comma in a number ends nothing
        (
            "Le ministre a annoncé un prêt de 12,5 millions d'euros.",
            "minister: un prêt de 12,5 millions d'euros",
        ),
    ],
)
def test_what_a_source_tells(said, text, wanted):
    assert wanted in said(text)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Selon des collègues, la femme avait fui.", "collègues"),
        ("D'après un voisin, deux hommes ont été enlevés.", "voisin"),
        ("Les révoltés affirment que le fort est pris.", "révoltés"),
        ("Les bureaux rouvriront lundi, précise la lettre.", "lettre"),
        # who published it is on record
        ("Selon un rapport de l'ONU, la trêve tient.", "United Nations"),
        # those who govern there, or work there
        ("D'autres mesures suivront, indique-t-on à Rabat.", "government of Morocco"),
        ("On dément, à Rabat, toute rupture.", "government of Morocco"),
        ("Au ministère, on assure que tout est prêt.", "ministry"),
    ],
)
def test_who_speaks(said, text, speaker):
    assert [one.partition(":")[0] for one in said(text)] == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "Selon la saison, les prix varient.",
        "Le stock se poursuit sans que la ville le sache.",
        "Le prix, fixé selon la qualité, a baissé.",
        "Après le missile, le roi est parti.",
        "À Rabat, on danse le soir.",
        "La pluie montre que le climat change.",
        "On apprend que le pont est fermé.",
        "Les résultats annoncés par le juge sont nuls.",
    ],
)
def test_nobody_speaks(code, text):
    coded = code(text)
    assert not coded.statements
    assert not [a for a in coded.actors if a.mentions[0].rule.endswith("witness")]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # an incise behind a relative clause; who speaks behind a day and where he spoke
        (
            "Des trois gardes, qui dormaient, l'un a été abattu, a déclaré l'état-major turc.",
            "armed forces of Turkey: Des trois gardes, qui dormaient, l'un a été abattu",
        ),
        (
            "Le chef a succombé, a déclaré le mardi 20 avril, à la radio, le porte-parole de l'armée.",
            "spokesperson: Le chef a succombé",
        ),
        ("Le maire est confiant : la ville a tenu, dit-il.", "mayor: la ville a tenu"),
        # who spoke in an incise goes on behind a colon; what was promised is told by another
        (
            "Une élue a trouvé asile à Oslo, a révélé la police : « Elle va bien. »",
            "police of Norway: Elle va bien.",
        ),
        (
            "Des donateurs ont promis dix millions au Liban, a indiqué l'Élysée.",
            "government of France: Des donateurs ont promis dix millions au Liban",
        ),
        (
            "Le ministère a livré sa propre version : l'aviation a bombardé la ville.",
            "ministry: l'aviation a bombardé la ville",
        ),
    ],
)
def test_incises_apart(said, text, wanted):
    assert wanted in said(text)
