"""Reading a language's TOML files, with errors that name the file, the entry and the mend."""

from __future__ import annotations

import tomllib
from importlib import resources
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from communique.errors import DataError

Entry = TypeVar("Entry", bound="EntryModel")


class EntryModel(BaseModel):
    """Base of all entries of language files: frozen, and unknown keys are errors."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


def read_toml(code: str, name: str) -> dict[str, Any]:
    """The content of ``languages/<code>/<name>`` (for instance ``frames/consult.toml``).

    Raises :class:`DataError` when the file is absent or is no TOML.
    """
    label = f"languages/{code}/{name}"
    path = resources.files("communique.languages").joinpath(code, *name.split("/"))
    try:
        return tomllib.loads(path.read_text(encoding="utf8"))
    except FileNotFoundError:
        raise DataError(label, "the file", "it does not exist", "Add it, or name another language") from None
    except tomllib.TOMLDecodeError as error:
        raise DataError(label, "the file", f"it is no TOML ({error})", "Mend that line") from error


def list_files(code: str, folder: str) -> tuple[str, ...]:
    """Names of the TOML files in ``languages/<code>/<folder>``, sorted, as :func:`read_toml` takes them."""
    path = resources.files("communique.languages").joinpath(code, folder)
    return tuple(sorted(f"{folder}/{p.name}" for p in path.iterdir() if p.name.endswith(".toml")))


def check_entry(model: type[Entry], raw: object, *, file: str, entry: str) -> Entry:
    """``raw`` as a validated entry; raises :class:`DataError` naming file, entry and field."""
    try:
        return model.model_validate(raw)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"]) or "the entry"
        raise DataError(file, entry, f"{field}: {first['msg']}", "Correct the field") from error
