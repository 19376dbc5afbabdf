"""The bundled dispatches and all gold sets: schema, own words, and gold strings exact in the texts."""

import json
import re
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from communique.codebook import CONTEXTS, event_type
from communique.evaluate import samples_path
from communique.evaluation.gold import read_gold

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
STATUSES = {"asserted", "reported", "unconfirmed", "possible", "planned", "attempted", "denied", "negated"}
BOUNDS = {"exact", "more than", "at least", "about", "at most", "between", "less than"}
COUNT_ROLES = {
    *("killed", "wounded", "captured", "displaced", "expelled", "targeted", "destroyed", "amount", "other"),
}
TYPES = {
    *("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE"),
    *("REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}
WIDEST_SHARED_RUN = 8
"""Words in a row that a text of ours may not share with any text of others."""


def read_lines(path: Path) -> tuple[dict, ...]:
    return tuple(json.loads(line) for line in path.read_text(encoding="utf8").splitlines())


@cache
def sets() -> tuple[tuple[dict, dict], ...]:
    """Every article of ours with its gold annotations."""
    folders = [folder for folder in sorted((ROOT / "gold").iterdir()) if folder.is_dir()]
    places = [(samples_path(), ROOT / "gold"), *((folder / "articles.jsonl", folder) for folder in folders)]
    return tuple(
        (line, json.loads((folder / f"{line['id']}.json").read_text(encoding="utf8")))
        for path, folder in places
        for line in read_lines(path)
    )


def whole(line: dict) -> str:
    """Title and text."""
    return f"{line['title']}\n\n{line['text']}" if "title" in line else line["text"]


def every(name: str):
    return pytest.mark.parametrize(("line", "raw"), sets(), ids=[line["id"] for line, _ in sets()])(name)


def test_enough_dispatches_of_every_kind():
    lines = read_lines(samples_path())
    golds = [read_gold(ROOT / f"gold/{line['id']}.json") for line in lines]
    assert len(lines) >= 26
    assert sum(gold.interval is not None for gold in golds) >= 5
    assert sum(bool(gold.furniture) for gold in golds) >= 6
    types = Counter(report.type for gold in golds for report in gold.reports)
    assert set(types) == TYPES
    assert min(types.values()) >= 9
    assert {report.status for gold in golds for report in gold.reports} == STATUSES
    stories = Counter(json.loads((ROOT / f"gold/{g.id}.json").read_text("utf8"))["story"] for g in golds)
    assert sum(count >= 2 for count in stories.values()) >= 10


@every
def test_line_has_the_documented_fields(line, raw):
    assert set(line) <= {"id", "source", "outlet", "title", "published", "text"}
    assert Path(line["source"]).stem == line["id"] == raw["id"]
    assert line["outlet"]
    assert line["text"].strip() == line["text"]
    if "published" in line:
        assert date.fromisoformat(line["published"])
        assert raw["published"] == line["published"]


@every
def test_gold_strings_are_exact(line, raw):
    text = whole(line)
    for words in strings(raw):
        assert words in text, words
    for words in raw["furniture"]:
        assert text.count(words) == 1, words
    for report in raw["reports"]:
        assert report["trigger"] in text[text.index(report["sentence"]) :][:600]
    for statement in raw["statements"]:
        start, end = statement["span"]
        assert text[start:end].startswith(statement["content_start"])
        assert text[start:end].endswith(statement["content_end"])


def strings(raw: dict):
    """All words that a gold file takes from its text."""
    for report in raw["reports"]:
        yield from (report["trigger"], report["sentence"], *report["other_mentions"])
        parties = [*report["actors"], *report["recipients"], *report["denied_by"], *report["counts"]]
        parties += [report[key] for key in ("according_to", "initiator", "place", "ordinal")]
        parties += [party for key in ("mediator", "host", "against") for party in report.get(key, ())]
        yield from (party["text"] for party in parties if party)
        if report["date"]["text"]:
            yield report["date"]["text"]
    for statement in raw["statements"]:
        parties = [statement["speaker"], statement["addressee"], statement.get("through")]
        yield from (party["text"] for party in parties if party)
        yield from (statement[key] for key in ("content_start", "content_end", "cue") if statement[key])
    yield from (time["text"] for time in raw["times"])
    yield from raw["furniture"]


@every
def test_gold_values_are_the_codebooks(line, raw):
    for report in raw["reports"]:
        assert {report["type"], report.get("alt_type", "ASSAULT")} <= TYPES
        assert report["mode"] is None or report["mode"] in event_type(report["type"]).modes
        assert {report["status"], report.get("alt_status", "asserted")} <= STATUSES
        assert set(report["contexts"]) <= set(CONTEXTS)
        assert {count["bound"] for count in report["counts"]} <= BOUNDS
        assert {count["role"] for count in report["counts"]} <= COUNT_ROLES
        if report["status"] == "denied":
            assert report["denied_by"], report["trigger"]
        begin, end = report["date"]["begin"], report["date"]["end"]
        assert not begin or not end or begin <= end
    for party in parties_of(raw):
        assert party["country"] is None or re.fullmatch("[A-Z]{3}", party["country"])
    for time in raw["times"]:
        for day in (time["begin"], time["end"]):
            assert day is None or date.fromisoformat(day)


def parties_of(raw: dict):
    """All parties of a gold file."""
    for report in raw["reports"]:
        yield from report["actors"] + report["recipients"] + report["denied_by"]
    for statement in raw["statements"]:
        yield statement["speaker"]


@every
def test_weekdays_agree_with_the_calendar(line, raw):
    """'mardi' annotated as a day is a Tuesday: a slip of the annotator or the author would show."""
    names = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
    for time in raw["times"]:
        words = re.findall("|".join(names), time["text"].lower())
        if len(words) == 1 and re.match(r"\d{4}-\d\d-\d\d", time["value"] or "") and "/" not in time["value"]:
            assert date.fromisoformat(time["value"][:10]).weekday() == names.index(words[0]), time


def runs(text: str) -> set[tuple[str, ...]]:
    """All runs of eight words."""
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[i : i + WIDEST_SHARED_RUN]) for i in range(len(words) - WIDEST_SHARED_RUN + 1)}


@cache
def others_runs() -> frozenset[tuple[str, ...]]:
    """Runs of the texts that are shared with us and belong to others."""
    paths = [
        *SHARED.glob("seeds/*.txt"),
        *SHARED.glob("data/press_dev/pages/*.html"),
        *SHARED.glob("data/wikinews2012/documents/*"),
    ]
    texts = [path.read_text(encoding="utf8", errors="replace") for path in paths if path.is_file()]
    texts += [line["text"] for line in read_lines(SHARED / "data/press_dev/articles.jsonl")]
    return frozenset(run for text in texts for run in runs(text))


@pytest.mark.skipif(not (SHARED / "seeds").exists(), reason="../shared is not here")
@every
def test_words_are_our_own(line, raw):
    shared = sorted(runs(whole(line)) & others_runs())
    assert not shared, shared
