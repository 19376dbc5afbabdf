"""Articles that are not of public life hold no acts, but for what their sentences tell of it."""

import pytest

from communique.languages.subjects import load_subjects
from communique.model import Page

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


@pytest.fixture(scope="module")
def code():
    from communique.coding.equipment import load_tools
    from communique.coding.pipeline import code_page

    tools = load_tools("fr")
    return lambda text: code_page(Page(source="test", text=text), tools=tools)


def test_the_subject_of_a_text():
    subjects = load_subjects("fr")
    assert subjects.of(SPORT) == "sport"
    assert subjects.of(CRISIS) == ""
    assert subjects.of("La finale du match.") == ""  # too little to tell


@pytest.mark.parser
def test_a_match_holds_no_act(code):
    coded = code(SPORT)
    assert coded.reports == ()
    assert any(r.reason == "of another subject than public life" for r in coded.rejected)


@pytest.mark.parser
def test_an_arrest_told_on_a_sports_page_is_found(code):
    assert ("COERCE", "arrest") in {(r.type, r.mode) for r in code(SPORT + ARREST).reports}
