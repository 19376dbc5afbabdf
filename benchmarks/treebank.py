"""Subjects, objects and agents of verbs in our trees, against a treebank that we did not shape them on.

Run: python benchmarks/treebank.py FILE.conllu [--unmended]

FILE is a treebank in CoNLL-U with ``# text`` lines, such as the development part of UD_French-GSD. Words are
matched by their last letter in the text, so that the two may split words differently. Prints precision,
recall and F1 of each relation between a verb and a noun, pronoun, number or name.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from speed import plain_article

from communique.coding.parsing.model import load_model
from communique.coding.parsing.spacy_parser import SpacyParser
from communique.syntax import Sentence

RELATIONS = {
    "nsubj": "subject",
    "nsubj:pass": "subject",
    "obj": "object",
    "obj:lvc": "object",
    "obl:agent": "agent",
}
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "X", "SYM", "ADJ"})
COLUMNS = 10
Fact = tuple[str, int, int]
"""A relation, and where the verb and the other word end in the text."""


class Word(NamedTuple):
    """A word of the treebank; ``last`` is the offset of its last letter in the text."""

    number: int
    pos: str
    feats: str
    head: int
    relation: str
    last: int


def read(path: Path) -> Iterator[tuple[str, list[Word]]]:
    """The sentences of a treebank, each with its text."""
    for block in path.read_text(encoding="utf8").split("\n\n"):
        lines = block.split("\n")
        text = next((line[9:] for line in lines if line.startswith("# text = ")), "")
        rows = [r for line in lines if len(r := line.split("\t")) == COLUMNS and "." not in r[0]]
        if text and rows:
            yield text, list(_words(text, rows))


def _words(text: str, rows: Iterable[list[str]]) -> Iterator[Word]:
    at, within = 0, (0, 0, 0)  # the words written as one ('du'): first, last, offset of the last letter
    for row in rows:
        if "-" in row[0]:
            first, last = map(int, row[0].split("-"))
            at = text.find(row[1], at) + len(row[1])
            within = first, last, at - 1
            continue
        number = int(row[0])
        if not within[0] <= number <= within[1]:
            at = text.find(row[1], at) + len(row[1])
        last = within[2] if within[0] <= number <= within[1] else at - 1
        yield Word(number, row[3], row[5], int(row[6]), row[7], last)


def facts_of_gold(words: list[Word]) -> Iterator[Fact]:
    """What the treebank says of verbs; reflexive pronouns are no objects."""
    by_number = {word.number: word for word in words}
    for word in words:
        relation, head = RELATIONS.get(word.relation), by_number.get(word.head)
        told = relation and head and head.pos == "VERB" and word.pos in NOMINAL
        if told and head and relation and "Reflex=Yes" not in word.feats:
            yield relation, head.last, word.last


def facts_of_trees(sentences: Iterable[Sentence]) -> Iterator[Fact]:
    """What our trees say of verbs."""
    for sentence in sentences:
        for token in sentence.tokens:
            relation, head = RELATIONS.get(token.dep), sentence.tokens[token.head]
            if relation and head.i != token.i and head.pos == "VERB":
                yield relation, head.end - 1, token.end - 1


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("treebank", type=Path)
    options.add_argument("--unmended", action="store_true")
    given = options.parse_args()
    parser = SpacyParser(load_model("fr"), mended=not given.unmended)
    count: Counter[tuple[str, str]] = Counter()
    for text, words in read(given.treebank):
        gold, found = set(facts_of_gold(words)), set(facts_of_trees(parser.parse(plain_article(text))))
        for name, facts in (("gold", gold), ("found", found), ("right", gold & found)):
            count.update((relation, name) for relation, _, _ in facts)
    for relation in dict.fromkeys(RELATIONS.values()):
        right, owed, told = (count[relation, name] for name in ("right", "gold", "found"))
        precision, recall = right / max(told, 1), right / max(owed, 1)
        f1 = 2 * right / max(owed + told, 1)
        print(f"{relation:8} precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}  ({owed} owed)")


if __name__ == "__main__":
    main()
