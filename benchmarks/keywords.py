"""What a list of keywords reaches on a gold set, beside the program: the floor that any reading must clear.

Run: python benchmarks/keywords.py GOLD [GOLD …]      (for instance gold/test)

The baseline knows the words of all frames and no more: each verb or noun that begins a frame is a report of
the type that most frames give the word, asserted, done by the actor named last before it in its sentence to
the one named first behind it. Sentences, words and actors are the program's own: only the reading differs.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

from communique.coding.equipment import load_tools
from communique.evaluate import evaluate, texts_for
from communique.evaluation.marks import Scores
from communique.model import CodedArticle, Failure
from communique.records import to_json
from communique.run.coder import make_coder
from communique.sources import read_pages

FIELDS = ("reports", "parties", "status")


def types_of_words() -> dict[str, str]:
    """The commonest type of the frames that each word begins."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for frame in load_tools().frames.frames:
        for word in (*frame.verb, *frame.noun):
            found[word][frame.type] += 1
    return {word: types.most_common(1)[0][0] for word, types in found.items()}


def reports_by_words(coded: CodedArticle, words: dict[str, str]) -> Iterator[dict[str, Any]]:
    """A report for each known word of the article's sentences."""
    named = sorted((m.span.start, m.span.end, a.id) for a in coded.actors for m in a.mentions)
    for sentence in load_tools().parser.parse(coded.article):
        here = [m for m in named if sentence.start <= m[0] < sentence.end]
        for token in sentence.tokens:
            event_type = words.get(token.lemma.lower()) if token.pos in ("VERB", "NOUN") else None
            if event_type is None:
                continue
            before = [m for m in here if m[1] <= token.start][-1:]
            behind = [m for m in here if m[0] >= token.end][:1]
            yield {
                "id": f"w{token.start}",
                "type": event_type,
                "start": token.start,
                "end": token.end,
                "text": token.text,
                "actors": [party(coded, m) for m in before],
                "recipients": [party(coded, m) for m in behind],
            }


def party(coded: CodedArticle, mention: tuple[int, int, str]) -> dict[str, Any]:
    """A party on the words of a mention."""
    start, end, actor = mention
    return {"actor": actor, "start": start, "end": end, "text": coded.article.text[start:end], "role": ""}


def as_record(found: dict[str, Any], pattern: dict[str, Any]) -> dict[str, Any]:
    """A keyword's report in the fields of a report of the program."""
    mention = {key: found[key] for key in ("start", "end", "text")}
    return {
        **pattern,
        **{key: found[key] for key in ("id", "type", "actors", "recipients")},
        "status": "asserted",
        "mentions": [mention],
    }


EMPTY: dict[str, Any] = {
    "mode": None,
    "contexts": [],
    "according_to": [],
    "denied_by": [],
    "evidence": {},
    "parties": [],
    "time": None,
    "place": None,
    "counts": [],
    "topic": [],
    "ordinal": None,
    "statement": None,
}


def main() -> None:
    """Score the baseline and the program on the same articles."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", nargs="+")
    gold, words, coder = parser.parse_args().gold, types_of_words(), make_coder()
    ours, theirs = [], []
    for page in (page for path in texts_for(gold) for page in read_pages(path)):
        if isinstance(page, Failure):
            continue
        coded = coder.code(page)
        record = to_json(coded)
        ours.append(json.dumps(record))
        reports = [as_record(found, EMPTY) for found in reports_by_words(coded, words)]
        theirs.append(json.dumps({**record, "reports": reports}))
    for name, lines in (("keywords", theirs), ("program", ours)):
        print(name, line(evaluate(lines, gold)))


def line(scores: Scores) -> str:
    """Recall, precision and F1 of reports, with and without parties."""
    told = []
    for field in FIELDS[:2]:
        score = scores.score(field)
        told.append(f"{field} F1 {score.f1:.3f} (precision {score.precision:.3f}, recall {score.recall:.3f})")
    return "; ".join(told)


if __name__ == "__main__":
    main()
