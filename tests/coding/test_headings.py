"""Posts of a live page: what their heading announces, and who acts in them."""

from datetime import date

import pytest

from communique.model import Page

LIVE = """DIRECT. La Russie attaque l'Ukraine

Vladimir Poutine a lancé jeudi une offensive contre l'Ukraine, malgré les appels des Européens.

19h40 - Près de 1 400 arrestations en Russie

La police russe a interpellé près de 1 400 personnes dans cinquante villes, selon l'ONG OVD-Info.

13h10 - Macron s'adresse aux Français

« La France se tient aux côtés de Kiev », a déclaré le chef de l'État à la télévision."""


@pytest.fixture(scope="module")
def coded():
    from communique.coding.equipment import load_tools
    from communique.coding.pipeline import code_page

    return code_page(Page(source="test", text=LIVE, published=date(2022, 2, 24)), tools=load_tools("fr"))


@pytest.mark.parser
def test_a_heading_and_its_post_tell_one_occurrence(coded):
    found = [[m.span.text for m in r.mentions] for r in coded.reports if r.type == "COERCE"]
    assert found == [["arrestations", "a interpellé"]]


@pytest.mark.parser
def test_a_heading_firmer_than_its_post_yields(coded):
    names = {a.id: a.name for a in coded.actors}
    (report,) = (r for r in coded.reports if r.type == "COERCE")
    assert report.status == "reported"
    assert [[names[a] for a in chain] for chain in report.according_to] == [["OVD-Info"]]


@pytest.mark.parser
def test_the_head_of_state_is_the_one_named_just_before(coded):
    names = {a.id: a.name for a in coded.actors}
    said = {s.content[0].text: names.get(s.speaker) for s in coded.statements}
    assert said["La France se tient aux côtés de Kiev"] == "Emmanuel Macron"
