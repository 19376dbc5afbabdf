"""Scores as a text table or as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict

from communique.evaluation.marks import DETECTED, MEASURES, Miss, Score, Scores

ORDER = (
    *("reports", "parties", "parties strict", "reports by status", "status", "hard status", "mode"),
    *("contexts", "time", "place", "source", "denied by", "other roles", "counts", "ordinals"),
    *("statements .8", "statements .3", "speaker", "statement kind", "channel", "addressee"),
    *("times", "time values", "time days", "furniture", "published", "publication interval"),
)
"""Fields in the order of the codebook."""
HEADINGS = ("field", "right", "gold", "predicted", "recall", "precision", "F1", "open", "wrong")


def as_json(scores: Scores, *, misses: bool = False) -> str:
    """One JSON object: articles, missing, scores (with recall, precision, f1) and, asked for, misses."""
    body: dict[str, object] = {"articles": scores.articles, "missing": list(scores.missing)}
    body["scores"] = [_row_object(score) for score in in_order(scores.scores)]
    if misses:
        body["misses"] = [asdict(miss) for miss in scores.misses]
    return json.dumps(body, ensure_ascii=False, indent=1)


def as_table(scores: Scores, *, misses: bool = False) -> str:
    """A table that stays readable when piped: one line a field, its groups indented below it."""
    head = f"{scores.articles} articles, {len(scores.missing)} not coded"
    rows = [HEADINGS, *(_row(score) for score in in_order(scores.scores))]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADINGS))]
    lines = [head, *(_line(row, widths) for row in rows)]
    if misses:
        lines += ["", *_told(scores.misses)]
    return "\n".join(lines)


def in_order(scores: Iterable[Score]) -> tuple[Score, ...]:
    """Scores in the order of the codebook, each field before its groups."""
    places = {field: place for place, field in enumerate(ORDER)}
    return tuple(sorted(scores, key=lambda s: (places.get(s.field, len(ORDER)), s.field, s.group)))


def _row_object(score: Score) -> dict[str, object]:
    """A score with its measures, rounded to four places."""
    measures = {name: getattr(score, name) for name in MEASURES}
    rounded = {name: None if value is None else round(value, 4) for name, value in measures.items()}
    return asdict(score) | rounded


def _row(score: Score) -> tuple[str, ...]:
    """A score as cells."""
    detected = score.field in DETECTED
    return (
        f"  {score.field}: {score.group}" if score.group else score.field,
        str(score.right),
        str(score.gold),
        str(score.predicted) if detected else "",
        _share(score.recall),
        _share(score.precision) if detected else "",
        _share(score.f1),
        str(score.open or ""),
        str(score.wrong or ""),
    )


def _share(value: float | None) -> str:
    """A share with three places; empty where it has no meaning."""
    return "" if value is None else f"{value:.3f}"


def _line(row: tuple[str, ...], widths: list[int]) -> str:
    """Cells side by side, the first to the left, the others to the right."""
    numbers = zip(row[1:], widths[1:], strict=True)
    return "  ".join([row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in numbers)]).rstrip()


def _told(misses: tuple[Miss, ...]) -> list[str]:
    """Each miss in one line, then its sentence where there is one."""
    lines = []
    for miss in misses:
        place = f"{miss.article} {miss.field} {miss.group}".rstrip()
        lines.append(f"{place}: '{miss.words}': gold {miss.gold}; got {miss.got} ({miss.reason})")
        if miss.sentence:
            lines.append(f"    {miss.sentence}")
    return lines
