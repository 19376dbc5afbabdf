"""Measures of benchmarks/ that are gates: how expressions and names are read."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def measured(script: str) -> str:
    done = subprocess.run(
        [sys.executable, ROOT / "benchmarks" / script], capture_output=True, text=True, check=True
    )
    return done.stdout


def test_government_or_place() -> None:  # of all sentences; docs/benchmarks.md tells those unseen
    f1 = [float(value) for value in re.findall(r"F1 (\d\.\d+)", measured("metonymy.py"))]
    assert len(f1) == 2
    assert min(f1) >= 0.92


def test_expressions_on_their_day() -> None:
    told = measured("questions.py")
    shares = {name: float(share) for name, share in re.findall(r"(right|open|wrong) +\d+ (\d\.\d+)", told)}
    assert shares["right"] >= 0.97
    assert shares["wrong"] <= 0.005


def test_names_of_persons() -> None:
    told = measured("names.py")
    shares = {name: float(share) for name, share in re.findall(r"(right|open|wrong) +\d+ (\d\.\d+)", told)}
    assert shares["right"] >= 0.97
    assert shares["wrong"] == 0
