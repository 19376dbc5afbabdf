"""Which frames never fire on the texts at hand.

Run: python benchmarks/idle.py TEXTS.jsonl [TEXTS.jsonl …] [--list]

``TEXTS.jsonl``: objects with a ``text`` on each line. Prints for each event type how many of its frames told
at least one report, and with ``--list`` the names of those that told none.
"""

from __future__ import annotations

import argparse
from collections import Counter

from communique.coding.equipment import load_tools
from communique.model import Failure
from communique.run.coder import make_coder
from communique.sources import read_pages


def fired(paths: list[str]) -> Counter[str]:
    """How many mentions of reports each frame told."""
    coder, found = make_coder(), Counter[str]()
    for page in (page for path in paths for page in read_pages(path)):
        if not isinstance(page, Failure):
            found.update(mention.rule for report in coder.code(page).reports for mention in report.mentions)
    return found


def main() -> None:
    """Count and list."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("texts", nargs="+")
    parser.add_argument("--list", action="store_true", dest="names")
    given = parser.parse_args()
    frames, told = load_tools().frames, fired(given.texts)
    every, idle = Counter[str](), Counter[str]()
    for frame in frames.frames:
        every[frame.type] += 1
        if not told[frames.rule(frame)]:
            idle[frame.type] += 1
            if given.names:
                print(frames.rule(frame))
    for event_type, count in sorted(every.items()):
        print(f"{event_type:10} {count - idle[event_type]:4} of {count:4} fired")
    print(f"{'all':10} {every.total() - idle.total():4} of {every.total():4} fired")


if __name__ == "__main__":
    main()
