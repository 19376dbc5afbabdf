"""Tools: the parser, the language data and the knowledge that coding needs, loaded once a process."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

from communique import __version__
from communique.clauses import ClauseReader, load_reader
from communique.coding.sentences import Parser, load_parser
from communique.knowledge import Knowledge, load_knowledge
from communique.languages.calendar import Calendar, load_calendar
from communique.languages.circumstances import Circumstances, load_circumstances
from communique.languages.contexts import ContextSet, load_contexts
from communique.languages.cues import Cues, load_cues
from communique.languages.frames import FrameSet, load_frames
from communique.languages.furniture import Furniture, load_furniture
from communique.languages.operators import OperatorSet, load_operators
from communique.languages.quantities import Quantities, load_quantities
from communique.languages.roles import ActorLexicon, load_actor_lexicon
from communique.languages.subjects import Subjects, load_subjects
from communique.languages.weights import Weights, load_weights
from communique.model import Versions

DIGITS = 8  # of the digest of a language's data; enough to tell two states of it apart


@dataclass(frozen=True, slots=True)
class Tools:
    """All that coding in one language needs; loaded once a process."""

    parser: Parser
    furniture: Furniture
    calendar: Calendar
    actors: ActorLexicon
    knowledge: Knowledge
    cues: Cues
    frames: FrameSet
    operators: OperatorSet
    quantities: Quantities
    contexts: ContextSet
    circumstances: Circumstances
    subjects: Subjects
    reader: ClauseReader
    weights: Weights
    versions: Versions


@cache
def load_tools(code: str = "fr") -> Tools:
    """Parser, language data and knowledge for one language; raises CommuniqueError where a piece lacks."""
    parser = load_parser(code)
    knowledge = load_knowledge()
    tools = Tools(
        parser=parser,
        furniture=load_furniture(code),
        calendar=load_calendar(code),
        actors=load_actor_lexicon(code),
        knowledge=knowledge,
        cues=load_cues(code),
        frames=load_frames(code),
        operators=load_operators(code),
        quantities=load_quantities(code),
        contexts=load_contexts(code),
        circumstances=load_circumstances(code),
        subjects=load_subjects(code),
        reader=load_reader(code),
        weights=load_weights(code),
        versions=Versions(__version__, language_version(code), parser.name, knowledge.version),
    )
    gc.freeze()  # what is loaded stays: the collector need not go through it again and again
    return tools


@cache
def language_version(code: str) -> str:
    """``fr@`` and a digest of all files of the language's data: two states of it never look the same."""
    state = hashlib.sha256()
    for path in _files(resources.files("communique.languages").joinpath(code)):
        state.update(path.name.encode())
        state.update(path.read_bytes())
    return f"{code}@{state.hexdigest()[:DIGITS]}"


def _files(folder: Traversable) -> Iterator[Traversable]:
    for path in sorted(folder.iterdir(), key=lambda p: p.name):
        if path.is_dir():
            yield from _files(path)
        elif path.name.endswith((".toml", ".csv")):
            yield path
