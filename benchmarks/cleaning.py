"""What cleaning keeps and loses on annotated pages: `python benchmarks/cleaning.py FOLDER`.

FOLDER holds `gold/*.json` (with `furniture`, and reports with `sentence` and `trigger`), `articles.jsonl`
and `pages/*.html`. Losing a sentence that carries a report is worse than keeping a menu line.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from communique.article import make_article
from communique.languages.furniture import folded, load_furniture
from communique.model import Article, Failure
from communique.sources import read_pages


def main(folder: Path) -> None:
    """Print the figures, and each string that is on the wrong side."""
    furniture = load_furniture("fr")
    kept = furniture_seen = lost = owed = absent = 0
    seconds = 0.0
    number = 0
    paths = [folder / "articles.jsonl", *sorted((folder / "pages").glob("*.html"))]
    for path in paths:
        for page in read_pages(str(path)):
            if isinstance(page, Failure):
                print("FAILURE", page)
                continue
            begin = time.perf_counter()
            article = make_article(page, furniture=furniture)
            seconds += time.perf_counter() - begin
            number += 1
            gold = json.loads((folder / "gold" / f"{Path(article.source).stem}.json").read_text("utf8"))
            coded, other = sides(article)
            for words in gold["furniture"]:
                furniture_seen += 1
                if squeezed(words) in coded:
                    kept += 1
                    print(f"KEPT  {article.source}: {words[:150]}")
            for report in gold["reports"]:
                owed += 1
                if squeezed(report["trigger"]) in coded and part_of(squeezed(report["sentence"]), coded):
                    continue
                if squeezed(report["trigger"]) in other:
                    lost += 1
                    print(f"LOST  {article.source}: {report['trigger']} | {report['sentence'][:150]}")
                else:
                    absent += 1
                    print(f"ABSENT {article.source}: {report['trigger']} | {report['sentence'][:150]}")
    print(f"{number} articles, {seconds / number * 1000:.1f} ms each (making the article from its page)")
    print(f"furniture strings in coded blocks: {kept} of {furniture_seen}")
    print(f"reports whose words are not coded: {lost} of {owed}; not on the page at all: {absent}")


def sides(article: Article) -> tuple[str, str]:
    """The coded text and the rest, for comparison."""
    coded = " ".join(article.text[b.start : b.end] for b in article.blocks if b.coded)
    other = " ".join(article.text[b.start : b.end] for b in article.blocks if not b.coded)
    return squeezed(coded), squeezed(other)


def part_of(sentence: str, coded: str) -> bool:
    """Whether most of a sentence is there; a cut at its edge is no loss."""
    return sentence in coded or sentence[15:-15] in coded or sentence[len(sentence) // 2 : -5] in coded


def squeezed(text: str) -> str:
    """Text for comparison."""
    return " ".join(folded(text).replace("\u00ad", "").replace("\ufeff", "").split())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
