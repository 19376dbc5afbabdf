"""What the frames tell and just miss, weighed: left, kept and added, each with its reason."""

from dataclasses import replace

import pytest

from communique.coding.equipment import load_tools
from communique.coding.pipeline import code_page, weighed_rows
from communique.coding.weights import TOO_LIGHT
from communique.languages.weights import BIAS, Weights
from communique.model import Page

pytestmark = pytest.mark.parser
MET = "La coalition a bombardé un convoi près de Raqqa."
MISSED = "Un nouveau défilé doit partir samedi du port."  # the frame asks what it is for


def coded(text: str, **weights: float):
    tools = replace(load_tools("fr"), weights=Weights(weights, name="fr/weights.csv"))
    return code_page(Page("test", text), tools=tools)


def told(text: str, **weights: float) -> list[str]:
    return [r.type for r in coded(text, **weights).reports]


def test_weights_that_say_nothing_leave_what_the_frames_tell():
    assert told(MET) == ["ASSAULT"]
    assert told(MISSED) == []


def test_what_is_too_light_is_left_with_its_reason():
    found = coded(MET, **{BIAS: -9.0})
    assert found.reports == ()
    assert [(r.type, r.reason) for r in found.rejected if r.reason == TOO_LIGHT] == [("ASSAULT", TOO_LIGHT)]


def test_an_expression_is_never_too_light():
    text = "Paris a convoqué l'ambassadeur de Russie."
    rows = [r for r in rows_of(text) if r.met]
    assert [r.type for r in rows if r.fit.frame.support] == told(text, **{BIAS: -9.0})


def test_what_is_heavy_is_told_with_its_reason():
    heavy = {"PROTEST|lemma=défilé": 9.0}
    (report,) = coded(MISSED, **heavy).reports
    assert (report.type, report.mentions[0].span.text) == ("PROTEST", "défilé")
    assert report.mentions[0].rule.startswith("fr/weights.csv#")
    reasons = dict(report.evidence)["type"]
    assert [(e.span.text, e.rule) for e in reasons] == [
        ("défilé", "fr/weights.csv#PROTEST|lemma=défilé (+9.0)")
    ]


def test_a_word_that_tells_one_act_tells_no_second():
    assert told(MET, type=9.0) == told(MET)
    everything = {f"type={kind}": 9.0 for kind in ("ASSAULT", "COERCE", "MOBILIZE")}
    assert told(MET, **everything).count("ASSAULT") == 1


def rows_of(text: str):
    from communique.article.making import make_article

    tools = load_tools("fr")
    article = make_article(Page("test", text), furniture=tools.furniture)
    return weighed_rows(article, tools.parser.parse(article), tools)


def test_features_name_the_word_its_roles_and_what_is_lacking():
    (row,) = [r for r in rows_of(MET) if r.met]
    assert {"lemma=bombarder", "ASSAULT|lemma=bombarder", "child.nsubj.actor", "lacking=0"} <= set(
        row.features
    )
    assert not any("lacks" in feature for feature in row.features)
    (missed,) = [r for r in rows_of(MISSED) if r.fit.token.text == "défilé" and r.type == "PROTEST"]
    assert any(feature.startswith("PROTEST|lacks.") for feature in missed.features)
    assert not missed.met
