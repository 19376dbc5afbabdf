"""Names of persons as the press spells them: which person each denotes on a day.

Run: python benchmarks/names.py [--missed]

The spellings (tests/data/persons.jsonl: transliterations, particles, initials, order, titles, nicknames) were
collected without sight of the knowledge base; the rules and spellings were then mended on those that were
missed. Some are of private persons who share a politician's surname: they denote nobody on record.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from datetime import date
from pathlib import Path

from communique.run.asking import find_meaning

NAMES = Path(__file__).parent.parent / "tests/data/persons.jsonl"


def main() -> None:
    """Print how many are right, open and wrong; with ``--missed`` also which are not right."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--missed", action="store_true")
    told = options.parse_args()
    counts: Counter[str] = Counter()
    for line in NAMES.read_text(encoding="utf8").splitlines():
        row = json.loads(line)
        on = date.fromisoformat(row["on"]) if row["on"] else None
        found = [c.name for c in find_meaning(row["name"], on=on) if c.kind == "person"]
        only = found[0] if len(found) == 1 else None
        verdict = "right" if only == row["person"] else "open" if only is None else "wrong"
        counts[verdict] += 1
        if told.missed and verdict != "right":
            print(
                f"{verdict} {row['name']} ({row['on']}): {' | '.join(found) or 'nobody'}, not {row['person']}"
            )
    for verdict in ("right", "open", "wrong"):
        print(f"{verdict:6} {counts[verdict]:4} {counts[verdict] / max(1, counts.total()):.3f}")


if __name__ == "__main__":
    main()
