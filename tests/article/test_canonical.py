"""Canonical text and its way back to the page."""
# ruff: noqa: E501

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from communique.article import make_article
from communique.article.canonical import CHANGE, canonical
from communique.errors import InputError
from communique.languages.furniture import folded, load_furniture
from communique.model import Page

ODD = 'e\u0301\u0327 \u00a0\u202f\u00ad\u200b\ufeff\r\n\u2028ç\u1112\u1161\u11abA\u030a\u0344ﬁ«»’"©—.😀\u202eعש\x00'
TEXTS = st.text(alphabet=st.one_of(st.sampled_from(ODD), st.characters()), max_size=200)


@given(TEXTS)
def test_canonical_text_is_normal_and_silent(text):
    found = canonical(text)
    assert unicodedata.is_normalized("NFC", found.text)
    assert not CHANGE.search(found.text)
    assert canonical(found.text).text == found.text


@given(TEXTS)
def test_every_character_has_an_origin_in_order(text):
    found = canonical(text)
    assert len(found.origin) == len(found.text)
    assert list(found.origin) == sorted(found.origin)
    assert all(0 <= place < len(text) for place in found.origin)


@given(TEXTS)
def test_a_character_comes_from_its_origin(text):
    found = canonical(text)
    for character, place in zip(found.text, found.origin, strict=True):
        bare = unicodedata.normalize("NFD", character)[0]
        around = unicodedata.normalize("NFD", text[place])
        assert character == "\n" or bare in around or unicodedata.combining(bare)


@given(TEXTS)
def test_normal_form_equals_that_of_the_whole(text):
    kept = CHANGE.sub(lambda match: "\n" if match["end"] else "", text)
    assert canonical(text).text == unicodedata.normalize("NFC", kept)


@given(st.text(max_size=80))
def test_folding_keeps_the_length(text):
    assert len(folded(text)) == len(text)


def test_no_break_spaces_stay():
    assert canonical("«\u00a0Non\u202f»").text == "«\u00a0Non\u202f»"


@given(st.text(alphabet=st.sampled_from(ODD + "Lire aussi : © AFP Le ministre (c) \n\n\t- "), max_size=300))
@settings(deadline=None)
def test_blocks_cover_all_text_in_order(text):
    page = Page("x", "Le ministre a quitté Genève mardi pour rentrer à Paris avec les deux otages.\n" + text)
    try:
        article = make_article(page, furniture=load_furniture("fr"))
    except InputError:
        return
    at = 0
    for block in article.blocks:
        assert at <= block.start < block.end
        assert not article.text[at : block.start].strip()
        assert article.text[block.start : block.end].strip() == article.text[block.start : block.end]
        at = block.end
    assert not article.text[at:].strip()


def test_references_to_characters_are_those_characters():
    found = canonical("Il a dit&nbsp;: &quot;Non&amp;quot; &#233;t&shy;ait &inconnu; AT&T;")
    assert found.text == 'Il a dit\u00a0: "Non" était &inconnu; AT&T;'
    assert found.origin[found.text.index("N")] == 22
