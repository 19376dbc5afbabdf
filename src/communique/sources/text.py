"""Flat text: one file, one article, as it was copied or scraped."""

from __future__ import annotations

from collections.abc import Iterator

from communique.errors import InputError
from communique.limits import FILE_BYTES
from communique.model import Failure, Page, Unknown
from communique.sources.encoding import decode
from communique.sources.protocol import Material, failure


class TextSource:
    """Anything that is text and that no other source knows; it is the last to be asked."""

    name = "text"

    def sniff(self, head: bytes, name: str) -> bool:  # noqa: ARG002 - the protocol's signature
        """Always: decoding tells binary input apart."""
        return True

    def pages(self, material: Material) -> Iterator[Page | Failure]:
        """The one page of the file."""
        try:
            text = decode(read_all(material), material.path)
        except InputError as error:
            yield failure(material.path, error)
            return
        given = material.published
        yield Page(
            material.path,
            text,
            published=given if given else Unknown("no day was given"),
            published_kind="given",
            published_origin="--published" if given else "",
        )


def read_all(material: Material) -> bytes:
    """The whole input; raises :class:`InputError` when it is larger than the limit for one article."""
    data = material.stream.read(FILE_BYTES + 1)
    if len(data) > FILE_BYTES:
        raise InputError(
            f"too large: more than {FILE_BYTES:,} bytes for one article",
            where=material.path,
            hint="Split it, or give many articles as JSONL, one a line",
        )
    return data
