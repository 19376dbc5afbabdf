"""Run as a program: adds pages to a store with a fake coder that takes its time; meant to be killed."""

from __future__ import annotations

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from coded_samples import VERSIONS, FakeCoder
from communique.model import CodedArticle, Page
from communique.run import add_pages
from communique.store import open_store


class SlowCoder(FakeCoder):
    """Ten milliseconds an article."""

    def code(self, page: Page) -> CodedArticle:
        """The sample, later."""
        time.sleep(0.01)
        return super().code(page)


if __name__ == "__main__":
    pages = [Page(f"{i}.txt", f"text {i}") for i in range(int(sys.argv[2]))]
    with open_store(sys.argv[1]) as store:
        for added in add_pages(store, pages, make_coder=SlowCoder, versions=VERSIONS):
            sys.stdout.write(f"{added.source} {added.outcome}\n")
            sys.stdout.flush()
