"""Asides inside verbs: the clause is read as if they were not there, and they keep their place."""

import pytest

from communique.coding.parsing.lifted import find_asides
from communique.coding.parsing.model import load_model
from communique.coding.parsing.verbs import Verbs
from communique.languages.tokens import load_tokens

pytestmark = pytest.mark.parser

# (sentence, the aside, its verb, subject and object of the verb)
SPLIT = [
    (
        "Les rebelles ont, selon l'armée, tué trois soldats à Gao.",
        ", selon l'armée,",
        "tué",
        "rebelles",
        "soldats",
    ),
    (
        "L’armée a, d’après des témoins, bombardé un village.",
        ", d’après des témoins,",
        "bombardé",
        "armée",
        "village",
    ),
    (
        "Oslo a, de son côté, expulsé trois diplomates polonais.",
        ", de son côté,",
        "expulsé",
        "Oslo",
        "diplomates",
    ),
    ("La Norvège a quant à elle rappelé son consul.", "quant à elle", "rappelé", "Norvège", "consul"),
    ("Le roi pourrait, à l'en croire, quitter le pays.", ", à l'en croire,", "quitter", "", "pays"),
    ("Le roi n'a pas, selon sa garde, reçu le consul.", ", selon sa garde,", "reçu", "roi", "consul"),
]
WHOLE = [
    "Il a, elle aussi, une maison.",
    "Le roi a dit que, mardi, la reine partirait.",
    "Le roi a été tué, dont on sait le nom, la nuit.",
    "Il a faim ; elle, non, fatiguée, dort.",
]


@pytest.fixture(scope="module")
def verbs():
    model = load_model("fr")
    return Verbs(load_tokens(model.language), model.lemmas)


@pytest.mark.parametrize("case", SPLIT)
def test_the_verb_has_its_own(case, verbs, parse):
    text, aside, verb, subject, object_ = case
    found = find_asides(text.replace("’", "'"), verbs)
    assert [text[a.start : a.end] for a in found] == [aside]
    (sentence,) = parse(text)
    head = next(t for t in sentence.tokens if t.text == verb)
    told = {t.dep.split(":")[0]: t.text for t in sentence.children(head.i)}
    assert told.get("nsubj", "") == subject
    assert told["obj"] == object_


@pytest.mark.parametrize("text", WHOLE)
def test_other_commas_stay(text, verbs):
    assert find_asides(text, verbs) == ()


def test_every_word_is_kept_once_and_in_order(parse):
    text = "\n\n".join(entry[0] for entry in SPLIT)
    words = [t for s in parse(text) for t in s.tokens]
    assert "".join(t.text for t in words) == "".join(text.split())
    assert all(text[t.start : t.end] == t.text for t in words)
    assert [t.start for t in words] == sorted(t.start for t in words)


def test_the_aside_hangs_on_its_verb(parse):
    (sentence,) = parse(SPLIT[0][0])
    army = next(t for t in sentence.tokens if t.text == "armée")
    assert sentence.tokens[army.head].text == "tué"
    assert army.dep == "obl:mod"
