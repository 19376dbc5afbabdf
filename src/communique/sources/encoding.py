"""Bytes to text: UTF-8, UTF-16, cp1252, lines of both, and text that was decoded wrongly before."""

from __future__ import annotations

import codecs
import re

from communique.errors import InputError
from communique.limits import CONTROL_SHARE, SNIFF_BYTES

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# 'a grave' in UTF-8 ends in the byte that many programs take for a no-break space, and cut off.
CUT_A = b"\xc3"
A_GRAVE = b"\xc3\xa0".decode()
MOSTLY, HARDLY = 0.6, 0.02
CONTROLS = bytes(b for b in range(32) if b not in b"\t\n\r\f\v\x1b\x85") + b"\x7f"
# A byte of UTF-8 read as cp1252 shows as one of these capitals with a second odd character after it.
MISREAD = re.compile("[\u00c2\u00c3\u00c5\u00c4\u00d0\u00d1\u00e2][\u0080-\u00bf\u0152-\u0192\u02c6-\u2122]")


def decode(data: bytes, where: str) -> str:
    """The text that ``data`` holds.

    Raises :class:`InputError` for empty and for binary input.
    """
    encoding = encoding_of(data[:SNIFF_BYTES], where)
    return mend(decode_utf8(data) if encoding is None else data.decode(encoding, errors="replace"))


def encoding_of(head: bytes, where: str) -> str | None:
    """The encoding that a mark or the pattern of zero bytes shows; None for UTF-8 or cp1252."""
    if not head.strip():
        raise InputError("empty", where=where, hint="Give a file that holds the text of an article")
    for mark, encoding in MARKS:
        if head.startswith(mark):
            return encoding
    if b"\0" in head:
        return utf16_without_mark(head, where)
    if len(head.translate(None, CONTROLS)) < len(head) * (1 - CONTROL_SHARE):
        raise binary(where)
    return None


def utf16_without_mark(head: bytes, where: str) -> str:
    """UTF-16 of mostly Latin text shows a zero in every other byte, and only there."""
    even, odd = head[0::2], head[1::2]
    half = max(1, len(head) // 2)
    for high, low, encoding in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        letters = len(low.translate(None, CONTROLS)) >= len(low) * (1 - CONTROL_SHARE)
        if letters and high.count(0) > half * MOSTLY and low.count(0) < half * HARDLY:
            return encoding
    raise binary(where)


def binary(where: str) -> InputError:
    """The error for input that is no text."""
    return InputError(
        "binary: this is no text", where=where, hint="Give text, HTML or JSONL; export other formats to these"
    )


def decode_utf8(data: bytes) -> str:
    """UTF-8; lines that are not are cp1252, or UTF-8 with single cp1252 bytes in it."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return "".join(decode_line(line) for line in data.splitlines(keepends=True))


def decode_line(line: bytes) -> str:
    """One line: what is UTF-8 in it as UTF-8, every other byte as cp1252."""
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("utf-8", errors="cp1252_bytes")


def cp1252_bytes(error: UnicodeError) -> tuple[str, int]:
    """Codec error handler: the bytes that are no UTF-8, as cp1252 (Latin-1 where that has no character)."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    bad = error.object[error.start : error.end]
    if bad == CUT_A and error.object[error.end : error.end + 1].strip() == b"":
        return A_GRAVE, error.end
    return "".join(single(byte) for byte in bad), error.end


def single(byte: int) -> str:
    """One byte as a cp1252 character."""
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


codecs.register_error("cp1252_bytes", cp1252_bytes)


def mend(text: str) -> str:
    """Text that was once decoded wrongly ('dâ€™Etat' for 'd'Etat'), repaired line by line with ftfy."""
    if not MISREAD.search(text):
        return text
    import ftfy

    lines = text.split("\n")
    return "\n".join(str(ftfy.fix_encoding(line)) if MISREAD.search(line) else line for line in lines)
