"""Days that lie ahead though their verb is past or missing, and days told from feasts, eves and nights."""

from __future__ import annotations

from datetime import date

import pytest

from communique.coding.equipment import load_tools
from communique.coding.pipeline import code_page
from communique.model import Page

pytestmark = pytest.mark.parser

PUBLISHED = date(2018, 12, 5)  # a Wednesday


def values(text: str) -> list[str]:
    page = Page(source="test", text=text, published=PUBLISHED)
    return [t.value for t in code_page(page, tools=load_tools("fr")).times]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Les syndicats appelaient à une mobilisation générale à partir de jeudi.", ["2018-12-06"]),
        ("Il a annoncé que les pêcheurs seraient taxés dès le 1er janvier.", ["2019-01-01"]),
        ("Trois pêcheurs seraient morts samedi.", ["2018-12-01"]),
        ("Des appels à bloquer le port samedi circulent sur les réseaux.", ["2018-12-08"]),
        ("L'appel de lundi est resté sans suite.", ["2018-12-03"]),
        ("Les autorités se préparaient à l'éventualité de heurts samedi à Anvers.", ["2018-12-08"]),
        ("Le risque d'un embrasement a été évoqué lundi à l'ONU.", ["2018-12-03"]),
        ("Les marchands ont été priés de ne pas ouvrir samedi.", ["2018-12-08"]),
        ("Il a voulu quitter le pays samedi.", ["2018-12-01"]),
        ("Il a été écroué jusqu'à son procès le 7 janvier.", ["2019-01-07"]),
        ("Les obsèques ont lieu samedi.", ["2018-12-08"]),
        ("Les pourparlers ont eu lieu samedi.", ["2018-12-01"]),
        ("Ce dimanche, les électeurs sont appelés aux urnes.", ["2018-12-09"]),
        ("C'est vendredi que le Parlement se prononcera.", ["2018-12-07"]),
        ("C'est vendredi que le Parlement s'est prononcé.", ["2018-11-30"]),
        ("Rendez-vous samedi pour un nouveau vote.", ["2018-12-08"]),
        ("Le procès, ouvert lundi, doit durer trois semaines.", ["2018-12-03", "P3W"]),
        ("Le 3 mars, il rencontre les rebelles à Genève.", ["2018-03-03"]),
        ("En avril, il présente sa démission.", ["2018-04"]),
        ("Son mandat expire en avril.", ["2019-04"]),
        ("Les routes sont restées coupées jusqu'à lundi.", ["2018-12-03"]),
        ("Les routes resteront coupées jusqu'à lundi.", ["2018-12-10"]),
        ("Le vote, prévu le 3, a été reporté au 12.", ["2018-12-03", "2018-12-12"]),
        ("L'élection de 2022 sera décisive.", ["2022"]),
        ("Dix mille élèves ont à nouveau manifesté samedi.", ["2018-12-01"]),
        ("Le défilé qui a réuni cent élus lundi devrait repartir.", ["2018-12-03"]),
        ("Ils honorent les morts depuis le début du siège le 17 novembre.", ["2018-11-17"]),
        ("Le roi, muet depuis la mort de son fils, parlera lundi.", ["2018-12-10"]),
        ("Le roi, muet depuis lundi, parlera en fin de semaine.", ["2018-12-03", "2018-W49-WE"]),
        ("Ils avaient demandé une trêve pour Noël.", ["2018-12-25"]),
        ("Les rebelles menacent de reprendre les rues samedi malgré la trêve.", ["2018-12-08"]),
        ("En 2011, la révolte éclate. En mars, l'armée tire.", ["2011", "2011-03"]),
        ("Le 23 juillet 2006, il disparaît. Il sera jugé le 12 octobre.", ["2006-07-23", "2006-10-12"]),
        ("La guerre a éclaté en 2011. En mars, une trêve a été signée.", ["2011", "2018-03"]),
    ],
)
def test_side_of_publication(text, told):
    assert values(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("À la veille de nouvelles marches, la ville se barricade.", ["XXXX-XX-XX"]),
        ("Au lendemain du 1er décembre, les rues étaient noires.", ["2018-12-02"]),
        ("Le lendemain de Noël, il sera libéré.", ["2018-12-26"]),
        ("Cet hiver, il fera froid.", ["2018-WI"]),
        ("Le scrutin des 4 et 11 novembre a été annulé.", ["2018-11-04/2018-11-11"]),
        ("Tôt mardi, le port a été repris.", ["2018-12-04TMO"]),
        ("Le train a déraillé à 6 h 10 le 3 mai 2016.", ["2016-05-03T06:10"]),
        ("Lundi, la ville est tombée. Le même soir, il fuyait.", ["2018-12-03", "2018-12-03TEV"]),
        (
            "Il a fui dans la nuit de lundi à mardi. Le même jour, il est pris.",
            ["2018-12-03TNI", "2018-12-04"],
        ),
        (
            "Lors du débat du 3 décembre, il a menti. Il a parlé vers 20 heures.",
            ["2018-12-03", "2018-12-05T20:00"],
        ),
        ("Il avait prévenu dimanche. Ils sont venus en fin de journée.", ["2018-12-02", "2018-12-05TEV"]),
        (
            "Il a parlé dimanche, au lendemain du quatrième samedi de marche. Il était au port la veille.",
            ["2018-12-02", "2018-12-02", "2018-12-01", "2018-12-01"],
        ),
        ("Dès l'aube, des heurts ont éclaté.", ["2018-12-05TMO"]),
        ("À l'aube du 3 mai 2016, la ville est tombée.", ["2016-05-03TMO"]),
        ("Au dixième jour du siège, lundi, la ville est tombée.", ["2018-12-03", "2018-12-03"]),
        (
            "Samedi, dix mille élèves avaient défilé. Comme la veille, un homme a été blessé dimanche.",
            ["2018-12-01", "2018-12-01", "2018-12-02"],
        ),
        ("Il y a de cela trois ans, il fuyait. Il règne depuis un quart de siècle.", ["2015", "P25Y"]),
        ("Le maire parle au quotidien Le Rivage des moins de 18 ans.", []),
        ("Le marché de Noël a été bouclé.", []),
        ("Le Journal du Dimanche publie un sondage.", []),
        ("L'embargo est prolongé de trois mois.", ["P3M"]),
    ],
)
def test_eves_feasts_and_nights(text, told):
    assert values(text) == told
