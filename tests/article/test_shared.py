"""Real pages, where the shared folder is: nothing of the furniture is coded, nothing of the text is lost."""

import json
from pathlib import Path

import pytest

from communique.article import make_article
from communique.languages.furniture import load_furniture
from communique.sources import read_pages

SHARED = Path(__file__).parents[3] / "shared"
SEEDS = SHARED / "seeds"
PRESS = SHARED / "data" / "press_dev"


def sides(path):
    (page,) = read_pages(str(path))
    article = make_article(page, furniture=load_furniture("fr"))
    coded = "\n".join(article.text[b.start : b.end] for b in article.blocks if b.coded)
    return article, coded


@pytest.mark.skipif(not SEEDS.exists(), reason="the shared seeds are not beside this repository")
def test_seeds():
    for name, document in json.loads((SEEDS / "expected.json").read_text("utf8"))["documents"].items():
        article, coded = sides(SEEDS / name)
        for words in document["chrome"]:
            assert words in article.text
            assert words not in coded
        for report in document.get("reports", ()):
            for trigger in (report.get("trigger"), *(report.get("mentions") or ())):
                if isinstance(trigger, str):
                    assert trigger in coded
        assert article.published.evidence == ()


@pytest.mark.skipif(not PRESS.exists(), reason="the shared press articles are not beside this repository")
def test_pages_with_gold():
    kept = owed = 0
    for path in sorted((PRESS / "pages").glob("*.html")):
        gold = json.loads((PRESS / "gold" / f"{path.stem}.json").read_text("utf8"))
        article, coded = sides(path)
        coded = " ".join(coded.replace("\u00a0", " ").split())
        owed += len(gold["reports"])
        kept += sum(" ".join(r["trigger"].replace("\u00a0", " ").split()) in coded for r in gold["reports"])
        assert str(article.published.value) == gold["published"]
        if "title" in gold:
            assert article.title.text == gold["title"]
    assert kept >= 0.99 * owed
