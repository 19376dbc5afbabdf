"""How many expressions of the press ``communique knowledge find`` resolves as our questions have them.

Run: python benchmarks/questions.py [--wrong]

A question is an expression and a day. Right: one candidate, and it is the answer (or none, where the answer
is *unknown*). Wrong: one candidate, and it is another. Open: none, several, or an office without its holder.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

from communique.knowledge import load_knowledge
from communique.knowledge.finding import Candidate, find_expression
from communique.run.asking import find_meaning

QUESTIONS = Path(__file__).parent.parent / "tests/data/questions.jsonl"


def judged(question: dict[str, Any]) -> tuple[str, str]:
    """``right``, ``wrong`` or ``open``, and the name that was given."""
    answer = question["answer"]
    on = date.fromisoformat(question["on"])
    found = find_meaning(
        question["expression"],
        on=on,
        context=question["context"] or "",
    )
    if len(found) != 1:
        names = " | ".join(candidate.name for candidate in found)
        return ("right" if answer["kind"] == "unknown" else "open"), names
    if found[0].kind == "office" and answer["kind"] != "office":
        return ("right" if answer["kind"] == "unknown" else "open"), found[0].name
    if answer["kind"] == "unknown":
        return "wrong", found[0].name
    return ("right" if _same(found[0], answer, on) else "wrong"), found[0].name


def _same(found: Candidate, answer: dict[str, Any], on: date) -> bool:
    """Whether a candidate is the answer: by name, by identity, or because the answer's name means it."""
    names = (answer["name"], *answer.get("also", ()))
    if found.name.casefold() in {name.casefold() for name in names} or found.wikidata == (
        answer.get("wikidata") or "-"
    ):
        return True
    knowledge = load_knowledge()
    meant = [c for name in names for c in find_expression(name, knowledge=knowledge, on=on)]
    return (found.kind, found.name, found.country) in [(c.kind, c.name, c.country) for c in meant]


def main() -> None:
    """Print the shares, and with ``--wrong`` each answer that is not right."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--wrong", action="store_true")
    told = options.parse_args().wrong
    counts: Counter[str] = Counter()
    for line in QUESTIONS.read_text(encoding="utf8").splitlines():
        question = json.loads(line)
        verdict, name = judged(question)
        counts[verdict] += 1
        if told and verdict != "right":
            asked = f"{question['expression']} ({question['on']})"
            print(f"{verdict} {asked}: {name or 'none'}, not {question['answer']['name']}")
    total = sum(counts.values())
    for verdict in ("right", "open", "wrong"):
        print(f"{verdict:6} {counts[verdict]:4} {counts[verdict] / total:.3f}")


if __name__ == "__main__":
    main()
