"""Entries about parties: what their own examples say, and what the readers refuse."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.coding.actors import find_mentions
from communique.errors import DataError
from communique.knowledge import load_knowledge
from communique.languages import role_nouns
from communique.languages.offices import load_offices
from communique.languages.phrases import PhraseIndex, expand
from communique.languages.role_nouns import RoleEntry, load_roles, plural_of
from communique.languages.roles import load_actor_lexicon
from communique.syntax import Sentence

LEXICON = load_actor_lexicon("fr")
ENTRIES = [("roles.toml", e) for e in load_roles("fr").entries]
ENTRIES += [("offices.toml", e) for e in load_offices("fr").entries]
DECIDED = [(file, e) for file, e in ENTRIES if e.examples or e.not_]


def rules(text: str, parse: Callable[[str], tuple[Sentence, ...]]) -> set[str]:
    mentions = find_mentions(parse(text), lexicon=LEXICON, knowledge=load_knowledge("fr"), text=text)
    return {mention.rule for mention in mentions}


@pytest.mark.parser
@pytest.mark.parametrize(("file", "entry"), DECIDED, ids=[f"{f}#{e.id}" for f, e in DECIDED])
def test_examples_are_met_and_the_others_are_not(file, entry, parse) -> None:
    rule = f"{file}#{entry.id}"
    assert [s for s in entry.examples if rule not in rules(s, parse)] == []
    assert [s for s in entry.not_ if rule in rules(s, parse)] == []


def test_there_are_enough_nouns() -> None:
    nouns = {noun for entry in load_roles("fr").entries for noun in entry.nouns}
    assert len(nouns) >= 250


def test_no_noun_stands_in_two_roles_for_nothing() -> None:
    """The first role of a form wins; a second one may only differ by being weak."""
    seen: dict[str, RoleEntry] = {}
    for entry in load_roles("fr").entries:
        for noun in entry.nouns:
            other = seen.setdefault(noun, entry)
            assert other is entry or "weak" in (other.bare, entry.bare), (noun, other.id, entry.id)


@pytest.mark.parametrize(
    ("singular", "plural"),
    [
        ("tribunal militaire", "tribunaux militaire"),
        ("bureau", "bureaux"),
        ("procès", "procès"),
        ("juge d'instruction", "juges d'instruction"),
    ],
)
def test_plurals_are_made_on_the_first_word(singular: str, plural: str) -> None:
    assert plural_of(singular, (("eau", "eaux"), ("al", "aux"), ("s", "s"), ("", "s"))) == plural


def test_alternatives_are_expanded() -> None:
    assert list(expand("chef de l'(état|opposition)")) == [
        ("chef", "de", "l", "état"),
        ("chef", "de", "l", "opposition"),
    ]


def test_a_noun_without_gender_is_refused() -> None:
    entry = RoleEntry(id="x", name="x", kind="people", sector="CVL", nouns=("soldat",))
    with pytest.raises(DataError, match="gender"):
        role_nouns._forms(entry, "soldat", (("", "s"),))


def test_a_word_of_an_index_is_found_alone() -> None:
    index = PhraseIndex([("tous deux", 1), ("lui", 2)])
    assert (index.word("lui"), index.word("tous"), index.word("elle")) == (2, None, None)
