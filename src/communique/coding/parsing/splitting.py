"""The tokenizer that a model was trained with, made from the model's own file in a tenth of a second.

``spacy.load`` spends most of its time on one pattern of 1.4 million characters: for some 270 compound
prefixes ('vice-', 'pro-') it writes the class of all letters out again, and compiles it twice. The
pattern is only asked *whether* a string matches; alternatives that end (or begin) alike can therefore
share their long classes without a change of meaning. The other parts of the file are used as they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.tokenizer import Tokenizer
    from spacy.vocab import Vocab

_HEAD = "(?iu)(?:"
_JOINT = ")|(?:"
_LETTERS_LAST = re.compile(r"\^(.*?)((?:\[-?[^\]]*a-z[^\]]*\][+*]?)+\$)", re.DOTALL)
_LETTERS_FIRST = re.compile(r"(\^\[A-Za-z[^\]]*\]\+)(.*?)(\(\?:l.*)", re.DOTALL)

# 'ONG.Depuis', 'G7.«Nous': a full stop whose space was lost. The model's patterns split 'lieu.Depuis' only.
_LOST_SPACE = r"(?<=[A-Z0-9]{2})\.(?=[A-Z\u00c0-\u00dd][a-z\u00e0-\u00ff]{2})|(?<=\w{2})\.(?=\u00ab)"


def load_tokenizer(path: Path, vocab: Vocab, *, whole: Iterable[str] = ()) -> Tokenizer:
    """The tokenizer stored in a model's ``tokenizer`` file; the words of ``whole`` are not cut either."""
    import srsly
    from spacy.symbols import ORTH
    from spacy.tokenizer import Tokenizer

    stored = srsly.msgpack_loads(path.read_bytes())
    return Tokenizer(
        vocab,
        rules=stored["exceptions"] | {word: [{ORTH: word}] for word in whole},
        prefix_search=re.compile(stored["prefix_search"]).search,
        suffix_search=re.compile(stored["suffix_search"]).search,
        infix_finditer=re.compile(f"{stored['infix_finditer']}|{_LOST_SPACE}").finditer,
        token_match=_matcher(stored["token_match"]),
        url_match=re.compile(stored["url_match"]).match,
        faster_heuristics=stored["faster_heuristics"],
    )


def _matcher(pattern: str | None) -> Callable[[str], Any] | None:
    """The test for strings that stay whole ('vice-ministre')."""
    return re.compile(factored(pattern)).match if pattern else None


def factored(pattern: str) -> str:
    """``pattern`` with alternatives that share a long class of letters put together.

    Alternatives of another shape are kept as they are; so is a pattern that is no list of them.
    """
    if not (pattern.startswith(_HEAD) and pattern.endswith(")")):
        return pattern
    groups: dict[tuple[str, str], list[str]] = {}
    others = []
    for part in pattern[len(_HEAD) : -1].split(_JOINT):
        if match := _LETTERS_LAST.fullmatch(part):
            groups.setdefault(("^", match[2]), []).append(match[1])
        elif match := _LETTERS_FIRST.fullmatch(part):
            groups.setdefault((match[1], match[3]), []).append(match[2])
        else:
            others.append(part)
    joined = [f"{first}(?:{'|'.join(middles)}){last}" for (first, last), middles in groups.items()]
    return "(?iu)" + "|".join(f"(?:{part})" for part in joined + others)
