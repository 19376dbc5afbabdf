"""Every entry of a calendar does what its own examples say."""

from __future__ import annotations

import re

import pytest

from communique.coding.when import find_times
from communique.errors import DataError
from communique.languages.calendar import ASKED, BlockEntry, BoundEntry, Calendar, RuleEntry, load_calendar
from communique.languages.calendar import _any_of as any_of
from communique.timex import TimeMention
from times_samples import bare_sentences, marked

CALENDAR = load_calendar("fr")
ENTRIES = [pytest.param(entry, id=f"{type(entry).__name__}-{entry.id}") for entry in CALENDAR.entries]
RULES = [p for p in ENTRIES if isinstance(p.values[0], RuleEntry)]
BOUNDS = [p for p in ENTRIES if isinstance(p.values[0], BoundEntry)]
BLOCKS = [p for p in ENTRIES if isinstance(p.values[0], BlockEntry)]


def found(text: str) -> tuple[TimeMention, ...]:
    return find_times(bare_sentences(text), CALENDAR, text=text)


@pytest.mark.parametrize("entry", ENTRIES)
def test_entry_has_examples_of_both_kinds(entry: RuleEntry | BoundEntry | BlockEntry) -> None:
    assert entry.examples
    assert entry.not_


def test_ids_are_unique() -> None:
    ids = [entry.id for entry in CALENDAR.entries]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("rule", RULES)
def test_rule_finds_its_examples(rule: RuleEntry) -> None:
    for example in rule.examples:
        text, expressions = marked(example)
        cited = [m.span.text for m in found(text) if m.rule == f"fr/calendar.toml#{rule.id}"]
        assert cited == list(expressions), example


@pytest.mark.parametrize("rule", RULES)
def test_rule_leaves_counter_examples(rule: RuleEntry) -> None:
    for sentence in rule.not_:
        assert all(m.rule != f"fr/calendar.toml#{rule.id}" for m in found(sentence)), sentence


@pytest.mark.parametrize("bound", BOUNDS)
def test_bound_has_its_effect(bound: BoundEntry) -> None:
    for example in bound.examples:
        text, expressions = marked(example)
        assert [(m.span.text, m.reading.bound) for m in found(text)] == [
            (e, bound.effect) for e in expressions
        ]
    for sentence in bound.not_:
        assert all(m.reading.bound != bound.effect for m in found(sentence)), sentence


@pytest.mark.parametrize("block", BLOCKS)
def test_block_hides_what_is_no_time(block: BlockEntry) -> None:
    for sentence in block.examples:
        assert found(sentence) == (), sentence
    for sentence in block.not_:
        assert found(sentence), sentence


def test_spans_hold_their_words() -> None:
    text = "Le\u00a010\u00a0d\u00e9cembre,\nla ville fut prise \u00e0 l\u2019aube."
    assert [m.span.text for m in found(text)] == ["Le\u00a010\u00a0d\u00e9cembre", "\u00e0 l\u2019aube"]
    assert all(text[m.span.start : m.span.end] == m.span.text for m in found(text))


ENOUGH = {
    "lexicon": {name: {"any": ["x"]} for name in ASKED},
    "rule": [{"id": "r", "reads": "ref", "pattern": "now", "examples": ["[now]"], "not": ["then"]}],
    "bound": [],
    "block": [],
}


def test_a_small_calendar_is_enough() -> None:
    assert [rule.id for rule in Calendar("xx", ENOUGH).rules] == ["r"]


@pytest.mark.parametrize(
    ("part", "value", "named"),
    [
        ("lexicon", {}, "lexicon.ahead"),
        ("rule", [{**ENOUGH["rule"][0], "pattern": "{month} now"}], "month"),
        ("rule", [{**ENOUGH["rule"][0], "pattern": "{!year} now"}], "year"),
        ("rule", [{**ENOUGH["rule"][0], "pattern": "(now"}], "cannot be read"),
        ("rule", [{**ENOUGH["rule"][0], "patern": "now"}], "patern"),
    ],
)
def test_a_wrong_file_names_the_entry_and_the_mend(part: str, value: object, named: str) -> None:
    with pytest.raises(DataError, match=named) as raised:
        Calendar("xx", {**ENOUGH, part: value})
    assert raised.value.file == "xx/calendar.toml"


def test_a_missing_part_is_named() -> None:
    with pytest.raises(DataError, match="rule"):
        Calendar("xx", {name: part for name, part in ENOUGH.items() if name != "rule"})


def test_unknown_language_is_a_data_error() -> None:
    with pytest.raises(DataError):
        load_calendar("xx")


@pytest.mark.parametrize(
    "words", [["mai", "mars", "mardi"], ["an", "ans", "année", "an passé"], ["a", "a+b"]]
)
def test_alternatives_match_the_longest_word(words: list[str]) -> None:
    pattern = re.compile(any_of(words))
    plain = re.compile("|".join(re.escape(w).replace("\\ ", " +") for w in sorted(words, key=len)[::-1]))
    for text in [*words, *(w[:-1] for w in words), *(f"{w}s" for w in words), "an  passé", "x"]:
        met, wanted = pattern.match(text), plain.match(text)
        assert (met and met[0]) == (wanted and wanted[0])
