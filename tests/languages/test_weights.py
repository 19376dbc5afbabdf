"""Weights: what they add up to, the reasons that they give, and errors in their file."""

import math

import pytest

from communique.errors import DataError
from communique.languages import weights as module
from communique.languages.weights import BIAS, Weights, load_weights

FEW = Weights({BIAS: -1.0, "lemma=frapper": 2.0, "quoted": -0.5, "child.obj": 0.25}, name="xx/weights.csv")


def test_features_add_up_to_log_odds():
    odds = FEW.weigh(("lemma=frapper", "quoted"))
    assert math.isclose(math.log(odds / (1 - odds)), -1.0 + 2.0 - 0.5)


def test_what_is_not_known_weighs_nothing():
    assert FEW.weigh(("lemma=inconnu",)) == FEW.weigh(())


def test_reasons_are_what_speaks_for_it_the_heaviest_first():
    assert FEW.reasons(("child.obj", "quoted", "lemma=frapper")) == (
        "xx/weights.csv#lemma=frapper (+2.0)",
        "xx/weights.csv#child.obj (+0.2)",
    )


def test_the_rule_is_named_after_the_frame():
    assert FEW.rule("xx/frames/assault.toml#frapper.1") == "xx/weights.csv#frapper.1"


def test_weights_are_learned_for_every_type_and_written_in_order():
    from communique.codebook import event_types

    path = module.resources.files("communique.languages").joinpath("fr", "weights.csv")
    features = [line.rpartition(",")[0] for line in path.read_text(encoding="utf8").splitlines()]
    assert features[0] == BIAS
    assert len(set(features)) == len(features)
    told = load_weights("fr")
    assert all(0 < told.weigh((f"type={kind.name}",)) < 0.5 for kind in event_types())


@pytest.mark.parametrize("text", ["lemma=frapper", "lemma=frapper,much", "a,b,c"])
def test_a_line_that_is_no_weight_is_told(tmp_path, monkeypatch, text):
    folder = tmp_path / "xx"
    folder.mkdir()
    (folder / "weights.csv").write_text(text)
    monkeypatch.setattr(module.resources, "files", lambda _: tmp_path)
    with pytest.raises(DataError, match="train_weights"):
        load_weights("xx")


def test_a_language_without_weights_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr(module.resources, "files", lambda _: tmp_path)
    with pytest.raises(DataError, match="does not exist"):
        load_weights("yy")
