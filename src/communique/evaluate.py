"""How good the coding is: coded articles against gold annotations, and why each miss was missed.

The figures are those of the project's shared scorer, and more of them: modes, contexts, counts,
ordinals, who denies, and the fields of statements. A coded line belongs to the gold file that is
named like the stem of its source. Precision is a lower bound, since gold may miss a report.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from importlib import resources
from pathlib import Path

from communique.errors import InputError
from communique.evaluation.articles import judge_absent, judge_article
from communique.evaluation.coded import CodedLine, read_lines
from communique.evaluation.gold import GoldArticle, gold_paths, read_gold
from communique.evaluation.marks import Mark, Miss, Scores, add_up
from communique.evaluation.matching import Reading
from communique.evaluation.rendering import as_json, as_table

SAMPLES = "dispatches.jsonl"
ARTICLES = "articles.jsonl"
PAGES = "pages"

Coder = Callable[[Sequence[str]], Iterable[str]]
"""Codes the articles at the given paths: one JSON line each, as ``communique code`` prints them."""


def evaluate(coded_lines: Iterable[str], gold_files: Iterable[str | Path]) -> Scores:
    """Scores of coded articles (JSON lines) against gold files or folders of them.

    Raises :class:`InputError` for a line that is no coded article or a place that does not exist,
    :class:`DataError` for a gold file that is wrong. Of two lines with one source the later counts.
    """
    lines = {line.stem: line for line in read_lines(coded_lines)}
    golds = tuple(read_gold(path) for path in gold_paths(gold_files))
    outcomes = [outcome for gold in golds for outcome in _judge(gold, lines.get(gold.id))]
    return Scores(
        articles=len(golds),
        missing=tuple(gold.id for gold in golds if gold.id not in lines),
        scores=add_up(outcome for outcome in outcomes if isinstance(outcome, Mark)),
        misses=tuple(outcome for outcome in outcomes if isinstance(outcome, Miss)),
    )


def _judge(gold: GoldArticle, line: CodedLine | None) -> Iterable[Mark | Miss]:
    """Marks and misses of one article."""
    return judge_absent(gold) if line is None else judge_article(Reading(gold, line))


def run(
    gold: Sequence[str],
    *,
    code: Coder,
    coded: str | None = None,
    misses: bool = False,
    form: str = "table",
) -> str:
    """What ``communique evaluate`` prints.

    ``coded`` names a file of coded lines; without it the articles that belong to the gold places
    (:func:`texts_for`) are coded with ``code``. ``form`` is ``table`` or ``json``.
    """
    if coded is not None:
        lines: Iterable[str] = Path(coded).read_text(encoding="utf8").splitlines()
    else:
        lines = code(texts_for(gold))
    scores = evaluate(lines, gold)
    where = ", ".join(gold)
    if not scores.articles:
        raise InputError(
            "no gold here", where=where, hint="Name gold files, or a folder of them, such as gold/"
        )
    if len(scores.missing) == scores.articles:
        hint = "Code the articles that the gold annotates; a source is named like its gold file"
        raise InputError("none of the coded articles belongs to this gold", where=coded or where, hint=hint)
    return as_json(scores, misses=misses) if form == "json" else as_table(scores, misses=misses)


def texts_for(gold: Sequence[str]) -> tuple[str, ...]:
    """Paths of the articles that the gold places annotate, in order, each once.

    For a folder these are ``articles.jsonl`` in it or beside it and the pages beside it; where
    there are none, the bundled sample dispatches.
    """
    paths: list[str] = []
    for place in map(Path, gold):
        folder = place if place.is_dir() else place.parent
        found = [folder / ARTICLES] if (folder / ARTICLES).exists() else _beside(folder)
        paths.extend(str(path) for path in found or [samples_path()])
    return tuple(dict.fromkeys(paths))


def _beside(folder: Path) -> list[Path]:
    """Articles and pages next to a folder of gold files (the layout of the shared press set)."""
    articles = folder.parent / ARTICLES
    return [path for path in (articles, folder.parent / PAGES) if path.exists()]


def samples_path() -> Path:
    """Where the bundled sample dispatches stand."""
    return Path(str(resources.files("communique.samples").joinpath(SAMPLES)))
