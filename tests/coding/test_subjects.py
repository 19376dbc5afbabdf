"""Articles that are not of public life hold no acts, but for what their sentences tell of it."""

import pytest

from communique.languages.subjects import load_subjects

SPORT = """L'attaque lyonnaise a encore frappé. Menés au score à la mi-temps, les joueurs de l'entraîneur
allemand ont renversé le match en dix minutes devant le public du stade. Le buteur brésilien a tiré
deux fois au but, le gardien n'a rien pu faire. En championnat, le club remonte à la troisième place
du classement avant la finale de la Coupe. Le Brésil rencontrera la France en demi-finale du
tournoi."""
ARREST = (
    "\n\nAprès le match, la police a arrêté douze supporters qui protestaient contre le gouvernement serbe."
)
CRISIS = """Le gouvernement a annoncé mardi que la finale de la Coupe serait jouée sans public. Le ministre de
l'Intérieur craint une manifestation de l'opposition, dont la police a arrêté trois députés lundi."""


PRIVATE = """L'actrice se confie dans un long entretien à l'hebdomadaire. Elle y raconte sa rencontre avec son
futur mari, un soir d'hiver, dans un restaurant de Lyon. « Il m'a demandé si j'aimais les huîtres », dit-elle
en riant. Depuis, le couple ne se quitte plus. Elle conseille aux femmes de son âge d'oser, de voyager
et de dire oui. Sa mère, qui a longtemps refusé cette union, a fini par l'accepter. Ses enfants l'appuient,
et son producteur se félicite de la voir reprendre le chemin des plateaux, après dix-huit mois de silence.
Elle promet de ne plus lire ce qu'on écrit sur elle, de cuisiner et d'apprendre enfin à nager, comme elle
se l'était juré à vingt ans, au bord d'un lac d'Auvergne où ses parents l'emmenaient chaque mois de juillet
avec ses trois cousines, un vieux vélo et un accordéon."""
LAWSUIT = " La justice a condamné en mars son ancien agent à dix mois de prison."


def test_the_subject_of_a_text():
    subjects = load_subjects("fr")
    assert subjects.of(SPORT, parties=0) == "sport"
    assert subjects.of(CRISIS, parties=0) == ""
    assert subjects.of("La finale du match.", parties=0) == ""  # too little to tell


@pytest.mark.parser
@pytest.mark.parametrize("text", [SPORT, PRIVATE], ids=["match", "private lives"])
def test_a_text_of_another_subject_holds_no_act(code, text):
    coded = code(text)
    assert coded.reports == ()
    assert any(r.reason == "of another subject than public life" for r in coded.rejected)


@pytest.mark.parser
def test_an_arrest_told_on_a_sports_page_is_found(code):
    assert ("COERCE", "arrest") in {(r.type, r.mode) for r in code(SPORT + ARREST).reports}


@pytest.mark.parser
def test_a_sentence_of_a_court_counts_among_private_lives(code):
    assert [(r.type, r.mode) for r in code(PRIVATE + LAWSUIT).reports] == [("SANCTION", "convict")]


@pytest.mark.parser
def test_words_among_private_persons_count_where_the_text_is_of_public_life(code):
    said = CRISIS + " Les habitants du quartier ont accusé les supporters d'avoir brûlé des voitures."
    assert "ACCUSE" in {r.type for r in code(said).reports}
