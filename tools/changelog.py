"""Gather the fragments of changelog.d/ into CHANGELOG.md: `python tools/changelog.py 0.2.0 2026-12-01`."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TYPES = ("added", "changed", "fixed", "removed", "data")
USAGE = "usage: python tools/changelog.py VERSION DAY"


def gather(version: str, day: str) -> str:
    """The section of a release, from the fragments by type."""
    section = [f"## {version} ({day})"]
    for kind in TYPES:
        fragments = sorted((ROOT / "changelog.d").glob(f"*.{kind}.md"))
        if fragments:
            section.append(f"### {kind.capitalize()}")
            section.extend(f"- {' '.join(f.read_text(encoding='utf8').split())}" for f in fragments)
    return "\n\n".join(section) + "\n"


def main() -> None:
    """Write the section below the head of the changelog, and remove the fragments."""
    if len(sys.argv) != 3:
        raise SystemExit(USAGE)
    file = ROOT / "CHANGELOG.md"
    head, separator, rest = file.read_text(encoding="utf8").partition("\n## ")
    section = gather(sys.argv[1], sys.argv[2])
    file.write_text(f"{head.rstrip()}\n\n{section}{separator}{rest}", encoding="utf8")
    for kind in TYPES:
        for fragment in (ROOT / "changelog.d").glob(f"*.{kind}.md"):
            fragment.unlink()


if __name__ == "__main__":
    main()
