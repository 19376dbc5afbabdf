"""The cue file: its reader refuses bad entries, and each entry is met in its own examples."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from communique.coding.speech.hits import HitFinder
from communique.coding.speech.words import Reading
from communique.coding.statements import find_statements
from communique.errors import DataError
from communique.languages.cues import Cue, flatten, load_cues
from communique.languages.loading import check_entry
from communique.mentions import MentionIndex
from communique.model import Article
from communique.syntax import Sentence

CUES = load_cues("fr")
GOOD: dict[str, Any] = {
    "id": "dire.1",
    "pos": "verb",
    "lemmas": ["dire"],
    "takes": ["que"],
    "force": "affirm",
    "examples": ["Il dit que la ville est prise."],
}


def test_there_are_enough_cues_and_no_identity_stands_twice() -> None:
    ids = [cue.id for cue in CUES.cues]
    assert len(ids) == len(set(ids)) >= 220


@pytest.mark.parametrize(
    "change",
    [
        {"force": "shout"},
        {"takes": []},
        {"takes": ["thing"]},
        {"examples": []},
        {"phrases": ["selon"]},
        {"lemmas": []},
        {"surprise": 1},
    ],
)
def test_a_bad_entry_is_refused_with_its_name(change: dict[str, Any]) -> None:
    assert check_entry(Cue, GOOD, file="f", entry="dire.1").id == "dire.1"
    with pytest.raises(DataError, match=r"dire\.1"):
        check_entry(Cue, GOOD | change, file="f", entry="dire.1")


def test_an_unknown_job_of_function_words_is_an_error() -> None:
    with pytest.raises(DataError, match="no entry"):
        CUES.of("nothing")


@pytest.mark.parametrize(
    ("word", "lemma", "form"),
    [
        ("lançait", "lancer", "finite"),
        ("suggère", "suggérer", "finite"),
        ("rejette", "rejeter", "finite"),
        ("jugeant", "juger", "present"),
        ("craignent", "craindre", "finite"),
        ("promis", "promettre", "past"),
        ("soutiennent", "soutenir", "finite"),
        ("écrit", "écrire", "past"),
        ("répondu", "répondre", "past"),
        ("démentent", "démentir", "finite"),
    ],
)
def test_written_forms_lead_to_their_verb(word: str, lemma: str, form: str) -> None:
    assert (lemma, form) in CUES.forms(word)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("dans un communiqué publié lundi", "communiqué"),
        ("lors d’une conférence de presse à Doha", "press conference"),
        ("sur son compte X", "social network"),
        ("au téléphone", "phone call"),
        ("dans une lettre au roi", "letter"),
        ("à la radio", "broadcast"),
    ],
)
def test_channel_words_lead_to_the_codes_of_the_interface(text: str, code: str) -> None:
    found = CUES.channel_in(text)
    assert found
    assert found[0] == code


def test_the_channels_are_those_of_the_interface() -> None:
    codes = {
        "communiqué",
        "press conference",
        "interview",
        "speech",
        "letter",
        "social network",
        "phone call",
    }
    assert {channel.code for channel in CUES.channels} == codes | {"broadcast"}


def test_no_channel_is_read_into_other_words() -> None:
    assert CUES.channel_in("dans la vallée") is None
    assert flatten("L’ONU") == "l' onu"


def test_the_longest_source_wins() -> None:
    found = CUES.source_at(["aux", "dires", "du", "maire"], 0)
    assert found
    assert found[1] == 3


@pytest.mark.parser
def test_each_cue_is_met_in_its_examples(
    parse: Callable[[str], tuple[Sentence, ...]], make_article: Callable[..., Article]
) -> None:
    missed = [
        (cue.id, example)
        for cue in CUES.cues
        for example in cue.examples
        if not met(cue, example, parse, make_article)
    ]
    assert missed == []


def met(cue: Cue, example: str, parse: Any, make_article: Any) -> bool:
    reading = Reading(make_article(example), parse(example), CUES, index=MentionIndex(()))
    lows = [w.low for w in reading.words]
    if cue.pos == "verb":
        return any(hit.cue.id == cue.id for hit in HitFinder(reading, CUES).between(0, len(lows)))
    if cue.pos == "noun":
        return any(cue in CUES.noun_forms(low) for low in lows)
    if cue.pos == "source":
        found = (CUES.source_at(lows, k) for k in range(len(lows)))
        return any(f and f[0].id == cue.id for f in found)
    return any(phrase in example for phrase in cue.phrases)


@pytest.mark.parser
def test_no_cue_makes_a_statement_of_its_counter_examples(
    parse: Callable[[str], tuple[Sentence, ...]], make_article: Callable[..., Article]
) -> None:
    wrong = [
        (cue.id, text)
        for cue in CUES.cues
        for text in cue.not_
        for statement in find_statements(make_article(text), parse(text), (), cues=CUES)
        if statement.rule == CUES.rule(cue)
    ]
    assert wrong == []
