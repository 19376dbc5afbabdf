"""The parsing library imported without its command line, which costs more than half of the import.

``import spacy`` imports all of ``spacy.cli`` for the sake of one function, ``spacy.info``: 0.95 s of 1.55 s
(``python -X importtime -c "import spacy"``). Afterwards ``spacy.cli`` can be imported as ever.
"""

from __future__ import annotations

import sys
from types import ModuleType

_COMMANDS = "spacy.cli.info"


def import_library() -> None:
    """Import spaCy, unless it is there already, with an empty module in place of its commands."""
    if "spacy" in sys.modules:
        return
    stand_in = ModuleType(_COMMANDS)
    stand_in.__dict__["info"] = None
    sys.modules[_COMMANDS] = stand_in
    try:
        import spacy
    finally:
        del sys.modules[_COMMANDS]
    spacy.__dict__.pop("info")  # nobody shall find None there
