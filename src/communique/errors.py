"""Everything that Communiqué raises on purpose.

The tree::

    CommuniqueError
    ├── DataError            a data file of ours (codebook, language, knowledge) is wrong
    ├── InputError           something given by the user cannot be read
    ├── BudgetError          an article is larger or slower than the limits allow
    ├── SpanError            offsets and words do not agree
    ├── StoreError           the store cannot be opened, read or written
    ├── NotFoundError        an identity or a name that is not on record
    └── MissingPieceError    something that should be installed is not

Each message says what went wrong, where, and what to do about it.
"""


class CommuniqueError(Exception):
    """Root of all errors raised on purpose; catch it to catch them all."""


class DataError(CommuniqueError):
    """A data file is wrong: the message names the file, the entry and the mend."""

    def __init__(self, file: str, entry: str, problem: str, mend: str) -> None:
        super().__init__(f"{file}, {entry}: {problem}. {mend}")
        self.file = file
        self.entry = entry


class InputError(CommuniqueError):
    """An input cannot be read; ``what``, ``where`` and ``hint`` stand apart for the record."""

    def __init__(self, what: str, *, where: str, hint: str) -> None:
        super().__init__(f"{where}: {what}. {hint}")
        self.what = what
        self.where = where
        self.hint = hint


class BudgetError(InputError):
    """An article exceeds a size or time limit of :mod:`communique.limits`."""


class SpanError(CommuniqueError):
    """Offsets do not fit the text, or the words at the offsets are others."""


class StoreError(CommuniqueError):
    """The store cannot be opened, read or written."""


class NotFoundError(CommuniqueError):
    """No record has this identity or name."""


class MissingPieceError(CommuniqueError):
    """Something that should be installed is not; the message gives the command that installs it."""
