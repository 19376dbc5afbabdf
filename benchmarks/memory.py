"""Whether memory stays flat over many articles.

Run: python benchmarks/memory.py TEXTS.jsonl [--articles 2000] [--parser]  (an object with a ``text`` a line)

The texts are repeated until there are enough articles, each with words of its own put in (spaCy keeps
every new word for ever unless told otherwise). Prints the resident memory along the way, of the whole
pipeline, or of the parser alone.
"""

from __future__ import annotations

import argparse
import itertools
import json
import resource
from collections.abc import Iterator
from pathlib import Path

from speed import plain_article

from communique.coding.sentences import load_parser
from communique.model import Page


def resident_megabytes() -> float:
    """Resident memory of this process, in megabytes (Linux)."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 1e6


def varied(texts: list[str], count: int) -> Iterator[str]:
    """``count`` texts, each with some words that no other one has."""
    for number, text in zip(range(count), itertools.cycle(texts), strict=False):
        words = " ".join(f"Nom{number}x{i}" for i in range(40))
        yield f"{text}\n\nLe ministre de {words}."


def coded(texts: Iterator[str], *, parser_only: bool) -> Iterator[object]:
    """The texts parsed, or coded in full; all that is kept is loaded before the first is given."""
    if parser_only:
        return load_parser("fr").parse_many(plain_article(text) for text in texts)
    from communique.coding.equipment import load_tools
    from communique.coding.pipeline import code_pages

    pages = (Page(source=f"benchmark {n}", text=text) for n, text in enumerate(texts))
    return code_pages(pages, tools=load_tools("fr"))


def main() -> None:
    """Print memory after every tenth of the articles."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("texts", type=Path)
    options.add_argument("--articles", type=int, default=2000)
    options.add_argument("--parser", action="store_true", help="the parser alone")
    given = options.parse_args()
    texts = [json.loads(line)["text"] for line in given.texts.read_text(encoding="utf8").strip().split("\n")]
    stream = coded(varied(texts, given.articles), parser_only=given.parser)
    print(f"loaded      {resident_megabytes():7.0f} MB")
    step = max(1, given.articles // 10)
    for number, _ in enumerate(stream, start=1):
        if number % step == 0:
            print(f"{number:6} done {resident_megabytes():7.0f} MB", flush=True)


if __name__ == "__main__":
    main()
