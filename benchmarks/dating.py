"""How well articles are dated by reasoning, on articles whose day is known and hidden.

Run: python benchmarks/dating.py ARTICLES.jsonl [--missed]   (``text`` and ``published`` a line)

Prints how many intervals contain the day, how many have both ends, and the median width of these in days.
"""

from __future__ import annotations

import argparse
import json
import statistics
from datetime import date
from pathlib import Path

from communique.coding.equipment import load_tools
from communique.coding.pipeline import code_pages
from communique.model import CodedArticle, Page


def main() -> None:
    """Print the figures, and with ``--missed`` the articles whose day lies outside, with the reasons."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("articles", type=Path)
    options.add_argument("--missed", action="store_true")
    told = options.parse_args()
    with told.articles.open(encoding="utf8") as file:
        rows = [json.loads(line) for line in file]
    dated = [row for row in rows if row.get("published")]
    pages = [Page(source=row["id"], text=row["text"]) for row in dated]
    inside, widths, count = 0, [], 0
    for row, coded in zip(dated, code_pages(pages, tools=load_tools()), strict=True):
        if not isinstance(coded, CodedArticle):
            continue
        count += 1
        day, published = date.fromisoformat(row["published"][:10]), coded.article.published
        begin = published.begin if isinstance(published.begin, date) else date.min
        end = published.end if isinstance(published.end, date) else date.max
        inside += begin <= day <= end
        if begin > date.min and end < date.max:
            widths.append((end - begin).days)
        if told.missed and not begin <= day <= end:
            print(row["id"], day, *(evidence.says for evidence in published.evidence), sep="\n  ")
    print(f"{count} articles, {inside} intervals contain the day ({inside / count:.3f})")
    print(f"{len(widths)} with both ends, median {statistics.median(widths):.0f} days")


if __name__ == "__main__":
    main()
