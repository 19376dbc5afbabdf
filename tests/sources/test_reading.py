"""Bytes to pages: kinds, encodings, bad input."""

import io
import json
import sys
import time
from datetime import date

import pytest

from communique.limits import FILE_BYTES, LINE_BYTES
from communique.model import Failure, Page, Unknown
from communique.sources import read_pages

TEXT = "Le ministre a téléphoné mardi à son homologue. « L’accord tient », a-t-il dit à Genève."


def read(tmp_path, data, name="a.txt", **options):
    file = tmp_path / name
    file.write_bytes(data)
    return list(read_pages(str(file), **options))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_encodings_are_told_apart(tmp_path, encoding):
    (page,) = read(tmp_path, TEXT.encode(encoding))
    assert page.text == TEXT


def test_latin_1_with_its_own_letters(tmp_path):
    text = "Le président a été reçu à l'Élysée, où il a plaidé pour la trêve."
    (page,) = read(tmp_path, text.encode("latin-1"))
    assert page.text == text


def test_lines_of_utf8_with_single_cp1252_bytes(tmp_path):
    data = "Le ministre a téléphoné.\n".encode() + "L\u2019accord a été signé à Genève.\n".encode("cp1252")
    data += "Paris a rappelé ".encode() + "l\u2019ambassadeur.".encode("cp1252")
    (page,) = read(tmp_path, data)
    assert page.text.splitlines() == [
        "Le ministre a téléphoné.",
        "L\u2019accord a été signé à Genève.",
        "Paris a rappelé l\u2019ambassadeur.",
    ]


def test_text_that_was_decoded_wrongly_is_repaired(tmp_path):
    wrong = TEXT.encode("utf-8").decode("cp1252", errors="replace").replace("\ufffd", "")
    (page,) = read(
        tmp_path, "Le conseil s\u2019est réuni à Genève.".encode().decode("cp1252").encode("utf-8")
    )
    assert page.text == "Le conseil s\u2019est réuni à Genève."
    assert "é" not in wrong


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0>\0\x01\0\0\0", "binary"),
        (bytes(range(256)) * 20, "binary"),
        (b"PK\x03\x04" + b"\x14\0\x06\0\x08\0!\0" * 40, "binary"),
    ],
)
def test_what_is_no_text_is_a_failure_that_says_what_to_do(tmp_path, data, what):
    (failure,) = read(tmp_path, data)
    assert isinstance(failure, Failure)
    assert failure.what.startswith(what)
    assert failure.where.endswith("a.txt")
    assert failure.hint


def test_forty_megabytes_of_one_line_fail_fast(tmp_path):
    begin = time.perf_counter()
    (failure,) = read(tmp_path, b"a" * (FILE_BYTES + 16_000_000))
    assert isinstance(failure, Failure)
    assert "too large" in failure.what
    assert time.perf_counter() - begin < 5


def test_missing_file_and_empty_folder(tmp_path):
    (missing,) = read_pages(str(tmp_path / "none.txt"))
    (nothing,) = read_pages(str(tmp_path))
    assert missing.what == "no such file or folder"
    assert nothing.what == "no files in this folder"


def test_folder_is_read_in_order_with_its_subfolders(tmp_path):
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "1.txt").write_text(TEXT, "utf8")
    (tmp_path / "c.txt").write_bytes(b"")
    (tmp_path / "a.txt").write_text(TEXT, "utf8")
    (tmp_path / ".hidden").write_text(TEXT, "utf8")
    found = list(read_pages(str(tmp_path)))
    assert [f.source for f in found] == [str(tmp_path / n) for n in ("a.txt", "b/1.txt", "c.txt")]
    assert isinstance(found[2], Failure)


def test_pattern_and_standard_input(tmp_path, monkeypatch):
    for name in ("2.txt", "1.txt", "x.md"):
        (tmp_path / name).write_text(TEXT, "utf8")
    assert [p.source for p in read_pages(str(tmp_path / "*.txt"))] == [
        str(tmp_path / "1.txt"),
        str(tmp_path / "2.txt"),
    ]
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    (page,) = read_pages("-")
    assert (page.source, page.text) == ("-", TEXT)


def test_the_day_that_the_user_knows(tmp_path):
    (page,) = read(tmp_path, TEXT.encode(), published=date(2017, 6, 10))
    assert (page.published, page.published_kind) == (date(2017, 6, 10), "given")


def lines(*objects):
    return "\n".join(o if isinstance(o, str) else json.dumps(o, ensure_ascii=False) for o in objects).encode()


def test_jsonl_gives_a_page_a_line(tmp_path):
    data = lines(
        {"text": TEXT},
        "",
        {"text": TEXT, "id": "d1", "published": "2017-06-10", "outlet": "Le Fil", "extra": [1]},
        {"text": TEXT, "id": "d2", "source": "fil/2.txt", "title": "Un appel à Genève"},
    )
    first, second, third = read(tmp_path, data, "a.jsonl")
    assert first.source.endswith("a.jsonl#1")
    assert isinstance(first.published, Unknown)
    assert (second.source, second.id, second.outlet) == ("d1", "d1", "Le Fil")
    assert (second.published, second.published_kind) == (date(2017, 6, 10), "metadata")
    assert third.source == "fil/2.txt"
    assert third.text.startswith("Un appel à Genève\n\n")
    assert third.segments[0].role == "headline"


def test_jsonl_is_told_by_content(tmp_path):
    (page,) = read(tmp_path, lines({"id": "x", "text": TEXT}), "a.txt")
    assert page.source == "x"


def test_jsonl_title_that_the_text_has_is_not_doubled(tmp_path):
    (page,) = read(tmp_path, lines({"title": "Un  appel", "text": f"Un appel\n\n{TEXT}"}), "a.jsonl")
    assert page.text == f"Un appel\n\n{TEXT}"


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ('{"text": ', "no JSON"),
        ("[1, 2]", "no JSON object"),
        ('{"id": "x"}', 'no "text"'),
        ('{"text": 3}', '"text" is no string'),
        ('{"text": "  "}', 'empty "text"'),
        ('{"text": "Paris", "published": "hier"}', '"published" is no day'),
        ("[" * 100_000, "no JSON"),
    ],
)
def test_bad_line_names_itself_and_the_next_is_read(tmp_path, line, what):
    failure, page = read(tmp_path, lines(line, {"text": TEXT}), "a.jsonl")
    assert isinstance(failure, Failure)
    assert failure.what.startswith(what)
    assert failure.source.endswith("a.jsonl#1")
    assert isinstance(page, Page)


def test_line_that_is_too_long_is_skipped(tmp_path):
    long = b'{"text": "' + b"a" * (LINE_BYTES + 10) + b'"}\n'
    failure, page = read(tmp_path, long + lines({"text": TEXT}), "a.jsonl")
    assert "too long" in failure.what
    assert isinstance(page, Page)


def test_jsonl_day_of_the_address(tmp_path):
    data = lines({"text": TEXT, "address": "https://www.lefil.example/monde/2017/06/10/appel-a-geneve"})
    (page,) = read(tmp_path, data, "a.jsonl")
    assert (page.published, page.published_kind) == (date(2017, 6, 10), "address")
    assert page.outlet == "lefil.example"


def test_address_with_two_days_tells_none(tmp_path):
    data = lines({"text": TEXT, "address": "https://lefil.example/2017/06/10/retour-sur-le-2016-05-01"})
    (page,) = read(tmp_path, data, "a.jsonl")
    assert isinstance(page.published, Unknown)
