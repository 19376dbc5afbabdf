"""JSONL: one article a line, of which only ``text`` is required; any number of lines."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from communique.errors import InputError
from communique.limits import LINE_BYTES
from communique.model import Block, Failure, Page, Unknown
from communique.sources.address import address_day, address_outlet
from communique.sources.encoding import decode
from communique.sources.protocol import Material, failure

LINE_HINT = 'Each line must be a JSON object with at least "text"'
GIVEN = Unknown("the line gives none")


class JsonlSource:
    """Lines of JSON objects, told by the first of them."""

    name = "jsonl"

    def sniff(self, head: bytes, name: str) -> bool:
        """A first line that begins an object, or a name that says so."""
        start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
        if name.lower().endswith((".jsonl", ".ndjson")):
            return bool(start)
        return start[:1] == b"{" and b'"text"' in head

    def pages(self, material: Material) -> Iterator[Page | Failure]:
        """A page or a failure for every line that is not blank."""
        for number, line in enumerate(bounded_lines(material), start=1):
            where = f"{material.path}, line {number}"
            if line is not None and not line.strip():
                continue
            try:
                yield page_of(read_object(line, where), f"{material.path}#{number}", material.published)
            except InputError as error:
                yield failure(f"{material.path}#{number}", error)


def bounded_lines(material: Material) -> Iterator[bytes | None]:
    """The lines of the input; None for one that is longer than the limit, which is skipped unread."""
    while line := material.stream.readline(LINE_BYTES + 1):
        if len(line) <= LINE_BYTES:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = material.stream.readline(LINE_BYTES)
        yield None


def read_object(line: bytes | None, where: str) -> dict[str, Any]:
    """The object of a line; raises :class:`InputError` naming the line when there is none."""
    if line is None:
        raise InputError(f"too long: more than {LINE_BYTES:,} bytes", where=where, hint="Split the article")
    try:
        found = json.loads(decode(line, where))
    except (ValueError, RecursionError) as error:
        raise InputError(f"no JSON ({error})", where=where, hint=LINE_HINT) from error
    if not isinstance(found, dict):
        raise InputError("no JSON object", where=where, hint=LINE_HINT)
    text = found.get("text")
    if not isinstance(text, str):
        raise InputError('no "text"' if text is None else '"text" is no string', where=where, hint=LINE_HINT)
    if not text.strip():
        raise InputError('empty "text"', where=where, hint=LINE_HINT)
    return found


def page_of(found: dict[str, Any], place: str, given: date | None) -> Page:
    """The page of a line; a title that the text does not begin with is put before it."""
    address = words(found, "address", "url")
    title = words(found, "title")
    text, segments = with_title(found["text"], title)
    name = words(found, "source", "id")
    outlet = words(found, "outlet")
    day, kind, origin = published_day(found, address, place, given=given)
    return Page(
        name if isinstance(name, str) else place,
        text,
        id=words(found, "id"),
        outlet=outlet if isinstance(outlet, str) else address_outlet(address),
        agency=words(found, "agency"),
        title=title,
        address=address,
        published=day,
        published_kind=kind,
        published_origin=origin,
        segments=segments,
    )


def words(found: dict[str, Any], *keys: str) -> str | Unknown:
    """The first of the keys that holds something, as text."""
    for key in keys:
        value = found.get(key)
        if isinstance(value, (str, int)) and not isinstance(value, bool) and str(value).strip():
            return str(value).strip()
    return GIVEN


def with_title(text: str, title: str | Unknown) -> tuple[str, tuple[Block, ...]]:
    """The text headed by its title, and the headline's place where it had to be put there."""
    if isinstance(title, Unknown) or squeezed(title) in squeezed(text[: len(title) * 2 + 2_000]):
        return text, ()
    return f"{title}\n\n{text}", (Block("headline", 0, len(title), "the line's title"),)


def squeezed(text: str) -> str:
    """Text for comparison: one space where there are several, lower case."""
    return " ".join(text.lower().split())


def published_day(
    found: dict[str, Any], address: str | Unknown, place: str, *, given: date | None
) -> tuple[date | Unknown, str, str]:
    """The day of publication with its kind and origin: the line's, then the address's, then the given one.

    Raises :class:`InputError` when ``published`` is there and is no day.
    """
    raw = words(found, "published")
    if isinstance(raw, str):
        try:
            return date.fromisoformat(raw[:10]), "metadata", "published"
        except ValueError as error:
            raise InputError(
                f'"published" is no day: {raw[:40]}', where=place, hint="Write it as 2017-06-10"
            ) from error
    day = address_day(address)
    if isinstance(day, date):
        return day, "address", address if isinstance(address, str) else ""
    if given:
        return given, "given", "--published"
    return Unknown("the line gives none"), "metadata", ""
