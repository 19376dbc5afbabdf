"""How many hand-checked facts of tests/data/trees.toml a parse gets right, without and with mending.

Run: python benchmarks/trees.py [--misses]
"""

from __future__ import annotations

import sys
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from communique.syntax import Sentence, Token

DATA = Path(__file__).parent.parent / "tests/data/trees.toml"
_RELATIONS = {"subj": {"nsubj"}, "spass": {"nsubj:pass"}, "obj": {"obj"}, "agent": {"obl:agent"}}


class Fact(NamedTuple):
    """One thing that a right parse shows: ``kind`` is ``verb``, ``lemma``, ``subj`` … ; ``value`` a word."""

    held: bool
    text: str
    verb: str
    kind: str
    value: str


def read_facts() -> Iterator[Fact]:
    """The facts of the data file, in order."""
    for tree in tomllib.loads(DATA.read_text(encoding="utf8"))["tree"]:
        for clause in tree["clauses"]:
            head, *relations = clause.split()
            verb, lemma = head.split("/")
            yield Fact(tree.get("held", False), tree["text"], verb, "lemma", lemma)
            for relation in relations:
                kind, value = relation.split("=")
                yield Fact(tree.get("held", False), tree["text"], verb, kind, value)


def holds(fact: Fact, sentences: Sequence[Sentence]) -> bool:
    """Whether some token spelt like the fact's verb shows the fact."""
    return any(
        _shows(fact, sentence, token)
        for sentence in sentences
        for token in sentence.tokens
        if token.text == fact.verb
    )


def _shows(fact: Fact, sentence: Sentence, verb: Token) -> bool:
    children = sentence.children(verb.i)
    if fact.kind == "lemma":
        nominal = fact.value == fact.verb  # 'prêt', 'militaire': predicates that are no verbs
        return verb.lemma == fact.value and (verb.pos in {"VERB", "AUX"} or nominal)
    if fact.kind == "mood":
        return any(t.feature("Mood") == fact.value for t in (verb, *children))
    return any(t.text in fact.value.split("~") and t.dep in _RELATIONS[fact.kind] for t in children)


def main() -> None:
    """Print the counts by kind of fact."""
    sys.path.insert(0, str(DATA.parent.parent))
    from communique.coding.parsing.model import load_model
    from communique.coding.parsing.spacy_parser import SpacyParser
    from conftest import article_of

    facts = tuple(read_facts())
    texts = sorted({fact.text for fact in facts})
    for name, mended in (("bare", False), ("mended", True)):
        parser = SpacyParser(load_model("fr"), mended=mended)
        parsed = dict(zip(texts, parser.parse_many(article_of(text) for text in texts), strict=True))
        for held in (False, True):
            chosen = [fact for fact in facts if fact.held == held]
            right = Counter(fact.kind for fact in chosen if holds(fact, parsed[fact.text]))
            total = Counter(fact.kind for fact in chosen)
            kinds = "  ".join(f"{kind} {right[kind]}/{n}" for kind, n in total.items())
            share = sum(right.values()) / len(chosen)
            which = "held out" if held else "shaping "
            print(f"{name:6} {which} {sum(right.values())}/{len(chosen)} = {share:.3f}   {kinds}")
        if "--misses" in sys.argv:
            for fact in facts:
                if not holds(fact, parsed[fact.text]):
                    print("   ", fact)


if __name__ == "__main__":
    main()
