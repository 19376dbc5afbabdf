"""How many expressions of the press ``communique knowledge find`` resolves as our questions have them.

Run: python benchmarks/questions.py [--wrong]

A question is an expression and a day. Right: one candidate, and it is the answer (or none, where the answer
is *unknown*). Wrong: one candidate, and it is another. Open: none, or several.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

from communique.knowledge import load_knowledge
from communique.knowledge.finding import find_expression

QUESTIONS = Path(__file__).parent.parent / "tests/data/questions.jsonl"


def judged(question: dict[str, Any]) -> tuple[str, str]:
    """``right``, ``wrong`` or ``open``, and the name that was given."""
    answer = question["answer"]
    found = find_expression(
        question["expression"], knowledge=load_knowledge(), on=date.fromisoformat(question["on"])
    )
    if len(found) != 1:
        return ("right" if answer["kind"] == "unknown" else "open"), ""
    if answer["kind"] == "unknown":
        return "wrong", found[0].name
    names = {name.casefold() for name in (answer["name"], *answer.get("also", ()))}
    same = found[0].name.casefold() in names or found[0].wikidata == (answer.get("wikidata") or "-")
    return ("right" if same else "wrong"), found[0].name


def main() -> None:
    """Print the shares, and with ``--wrong`` each wrong answer."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--wrong", action="store_true")
    told = options.parse_args().wrong
    counts: Counter[str] = Counter()
    for line in QUESTIONS.read_text(encoding="utf8").splitlines():
        question = json.loads(line)
        verdict, name = judged(question)
        counts[verdict] += 1
        if told and verdict == "wrong":
            print(f"{question['expression']} ({question['on']}): {name}, not {question['answer']['name']}")
    total = sum(counts.values())
    for verdict in ("right", "open", "wrong"):
        print(f"{verdict:6} {counts[verdict]:4} {counts[verdict] / total:.3f}")


if __name__ == "__main__":
    main()
