"""Government or place: how names of states, capitals and seats are read in sentences of our own.

Run: python benchmarks/metonymy.py [--split dev|test] [--missed]

The sentences (tests/data/metonymy.jsonl) were written and annotated without sight of the rules. A name counts
as an actor when some actor is mentioned by it, as a place when some place is; names marked *either* are left
out. Prints precision, recall and F1 of each class, and of both together.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from communique.coding.actors import find_mentions, resolve_actors
from communique.coding.equipment import load_tools
from communique.coding.places import find_places
from communique.model import Article, Block, Publication, Unknown

SENTENCES = Path(__file__).parent.parent / "tests/data/metonymy.jsonl"
ABSENT = Unknown("a sentence of ours")
CLASSES = ("actor", "place")


def read(row: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Name, class wanted and class found ('' for none) of each name in a sentence."""
    tools, text = load_tools(), row["text"]
    undated = Publication(ABSENT, ABSENT, ABSENT, certain=False)
    block = Block("body", 0, len(text))
    article = Article("", "", ABSENT, ABSENT, "fr", ABSENT, undated, text, (block,))
    sentences = tools.parser.parse(article)
    mentions = find_mentions(sentences, lexicon=tools.actors, knowledge=tools.knowledge, text=text)
    actors = resolve_actors(mentions, sentences, published=undated, times=(), knowledge=tools.knowledge)
    places = find_places(sentences, actors, knowledge=tools.knowledge, text=text)
    acting = [m.head for actor in actors for m in actor.mentions]
    placed = [(m.span.start, m.span.end) for place in places for m in place.mentions]
    for name in row["names"]:
        if name["class"] not in CLASSES:
            continue
        acts = any(name["start"] <= head < name["end"] for head in acting)
        lies = any(start < name["end"] and name["start"] < end for start, end in placed)
        yield name["text"], name["class"], "actor" if acts else "place" if lies else ""


def scores(counts: Counter[tuple[str, str]]) -> Iterator[tuple[str, float, float, float]]:
    """Class, precision, recall and F1; the last is of both classes together."""
    right = {c: counts[c, c] for c in CLASSES}
    wanted = {c: sum(n for (w, _), n in counts.items() if w == c) for c in CLASSES}
    found = {c: sum(n for (_, f), n in counts.items() if f == c) for c in CLASSES}
    for label, classes in (*((c, (c,)) for c in CLASSES), ("both", CLASSES)):
        good = sum(right[c] for c in classes)
        precision = good / max(1, sum(found[c] for c in classes))
        recall = good / max(1, sum(wanted[c] for c in classes))
        yield label, precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def main() -> None:
    """Print the scores, and with ``--missed`` each name that is read otherwise."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--split", choices=("dev", "test"))
    options.add_argument("--missed", action="store_true")
    told = options.parse_args()
    counts: Counter[tuple[str, str]] = Counter()
    for line in SENTENCES.read_text(encoding="utf8").splitlines():
        row = json.loads(line)
        if told.split not in {None, row["split"]}:
            continue
        for name, wanted, found in read(row):
            counts[wanted, found] += 1
            if told.missed and wanted != found:
                print(f"{name}: {wanted}, read as {found or 'nothing'}: {row['text']}")
    for label, precision, recall, f1 in scores(counts):
        print(f"{label:6} precision {precision:.3f} recall {recall:.3f} F1 {f1:.3f}")


if __name__ == "__main__":
    main()
