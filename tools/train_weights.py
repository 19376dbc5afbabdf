"""Learn the weights of src/communique/languages/fr/weights.csv from our gold.

Run: pip install scikit-learn; python tools/train_weights.py [FOLDER ...] [--check FOLDER ...]

Each word of the gold articles that a frame could read is an example for each type that it may tell: right
where gold has a report of that type at this word. A logistic regression over the features that occur at
least three times gives the weights. With --check nothing is written: what weights learned from the first
folders would add and leave on the others is printed.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from communique.article.making import make_article
from communique.coding.equipment import load_tools
from communique.coding.pipeline import weighed_rows
from communique.coding.weighing.rows import Row
from communique.evaluate import texts_for
from communique.evaluation.gold import GoldArticle, gold_paths, read_gold
from communique.evaluation.matching import triggers_in
from communique.evaluation.words import SearchText
from communique.languages.frames import Frame
from communique.languages.weights import BIAS, FILE, Weights
from communique.model import Failure, Page
from communique.sources.reading import read_pages

SETS = ("gold", "gold/dev", "gold/dev2", "gold/dev3", "gold/plain", "gold/articles")
LANGUAGE = "fr"
TARGET = Path(__file__).parents[1] / "src/communique/languages" / LANGUAGE / FILE
RARE = 3  # features of fewer words say more about these words than about the language
STRENGTH = 0.2  # inverse of the penalty on large weights; .05 to .5 rank held-out articles alike
LESSON = 0.6  # what an example of a rule counts beside a word of a gold article
SLIGHT = 0.02  # smaller weights are left out
CUTS = (0.05, 0.1, 0.15, 0.2, 0.3, 0.5, 0.6, 0.65, 0.7, 0.75, 0.8)


class Example(NamedTuple):
    """A word as an act of a type; ``right``: gold has it; ``weight``: how much the example counts."""

    row: Row
    right: bool
    weight: float = 1.0


def examples_of(folder: str) -> Iterator[Example]:
    """The examples of all articles of a gold folder."""
    golds = {gold.id: gold for gold in map(read_gold, gold_paths([folder]))}
    for path in texts_for([folder]):
        for page in read_pages(path):
            if not isinstance(page, Failure) and Path(page.source).stem in golds:
                yield from _examples(page, golds[Path(page.source).stem])


def _examples(page: Page, gold: GoldArticle) -> Iterator[Example]:
    tools = load_tools(LANGUAGE)
    article = make_article(page, furniture=tools.furniture)
    text = SearchText(article.text)
    told = [(r.types, place) for r in gold.reports for place in triggers_in(text, r)]
    for row in weighed_rows(article, tools.parser.parse(article), tools):
        token = row.fit.token
        if token.start < (gold.annotated_until or len(article.text)):
            here = (types for types, place in told if token.start < place.end and place.start < token.end)
            yield Example(row, any(row.type in types for types in here))


def examples_of_rules() -> Iterator[Example]:
    """The words of the frames' and operators' own examples, which are right, and of counter-examples.

    They keep what gold is too small to hold: expressions that are rare and sure.
    """
    tools = load_tools(LANGUAGE)
    frames = tools.frames.frames
    told: list[tuple[Frame | None, str, bool]] = [(f, e.text, True) for f in frames for e in f.examples]
    told += [(f, text, False) for f in frames for text in f.not_]
    told += [(None, e.text, True) for o in tools.operators.operators for e in o.examples]
    articles = [make_article(Page("rules", text), furniture=tools.furniture) for _, text, _ in told]
    parsed = tools.parser.parse_many(iter(articles))
    for (frame, _, right), article, sentences in zip(told, articles, parsed, strict=True):
        for row in weighed_rows(article, sentences, tools):
            if row.met == right and (frame is None or _is_about(row, frame, right=right)):
                yield Example(row, right, LESSON)


def _is_about(row: Row, frame: Frame, *, right: bool) -> bool:
    """Whether a row of an example is what the example shows: its frame met, or its word, which is no act."""
    by_word = not right and row.fit.token.lemma.lower() in frame.words
    return row.type == frame.type and (by_word or row.fit.frame.id == frame.id)


def learn(examples: Sequence[Example]) -> dict[str, float]:
    """The weight of each feature, and the bias."""
    try:
        from sklearn.feature_extraction.text import CountVectorizer
        from sklearn.linear_model import LogisticRegression
    except ImportError:
        raise SystemExit("scikit-learn is missing: pip install scikit-learn, and run this again") from None
    vectors = CountVectorizer(analyzer=lambda features: features, min_df=RARE, binary=True)
    matrix = vectors.fit_transform([e.row.features for e in examples])
    model = LogisticRegression(C=STRENGTH, max_iter=1000)
    model.fit(matrix, [e.right for e in examples], sample_weight=[e.weight for e in examples])
    weights = zip(vectors.get_feature_names_out(), map(float, model.coef_[0]), strict=True)
    heavy = {feature: round(weight, 3) for feature, weight in sorted(weights) if abs(weight) >= SLIGHT}
    return {BIAS: round(float(model.intercept_[0]), 3), **heavy}


def check(weights: Weights, folder: str) -> None:
    """Print, for several cuts, how many words the weights would leave or add, and how many rightly."""
    weighed = [(weights.weigh(e.row.features), e) for e in examples_of(folder)]
    print(
        f"{folder}\n  cut: left (of them wrong) of what rules tell; added (of them right) of what they do not"
    )
    for cut in CUTS:
        left = [e for w, e in weighed if e.row.met and w < cut]
        added = [e for w, e in weighed if not e.row.met and not e.row.taken and w >= cut]
        wrong, right = sum(not e.right for e in left), sum(e.right for e in added)
        print(f"  {cut:.2f}: {len(left):5} ({wrong:4}); {len(added):5} ({right:4})")


def main() -> None:
    """Learn, and write or check."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("folders", nargs="*", default=[f for f in SETS if Path(f).exists()])
    options.add_argument("--check", nargs="+", default=[])
    given = options.parse_args()
    examples = [e for folder in given.folders for e in examples_of(folder)]
    examples += examples_of_rules()
    print(f"{len(examples)} examples, {sum(e.right for e in examples)} of them right")
    weights = learn(examples)
    for folder in given.check:
        check(Weights(weights, name=FILE), folder)
    if not given.check:
        with TARGET.open("w", encoding="utf8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(weights.items())
        print(f"{len(weights)} weights in {TARGET}")


if __name__ == "__main__":
    main()
