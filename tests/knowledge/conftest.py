"""A knowledge base with the user's own entries in a folder that is a test's alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from communique.knowledge import base, built, entities, overlay

CACHES = (built.digest, built.open_built, overlay.load_overlay, base.load_knowledge, entities.load_entities)


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of the user's own entries; caches are empty before and after."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv(overlay.VARIABLE, str(tmp_path / "own/knowledge.jsonl"))
    for kept in CACHES:
        kept.cache_clear()
    yield tmp_path / "own"
    for kept in CACHES:
        kept.cache_clear()
