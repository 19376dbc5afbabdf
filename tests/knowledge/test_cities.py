"""Taking in a dump of GeoNames: lines made by us in its layout of 19 columns."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from communique.errors import InputError
from communique.knowledge import load_knowledge
from communique.knowledge.cities import geonames_path, import_geonames


def line(geonames: int, name: str, others: str, place: tuple[str, str, str], *, population: int = 0) -> str:
    level, code, country = place
    cells = [str(geonames), name, name, others, "36.5", "40.7", level, code, country]
    return "\t".join((*cells, *[""] * 5, str(population), "", "300", "Asia/Damascus", "2024-01-01"))


DUMP = "\n".join(
    (
        line(1, "Tall Farhan", "Tell Farhane,تل فرحان,TLF", ("P", "PPL", "SY"), population=4200),
        line(2, "Khirbat Zayn", "", ("P", "PPL", "SY"), population=40),
        line(3, "Qasr Air Base", "Base aérienne de Qasr", ("S", "AIRB", "SY")),
        line(4, "Hotel Palmyra", "", ("S", "HTL", "SY")),
        line(5, "Tal Sarhan", "", ("P", "PPL", "IQ"), population=9000),
    )
)


def found(name: str) -> list[tuple[str, object, str]]:
    words = name.split()
    return [
        (m.place.name, m.place.country, m.place.level)
        for m in load_knowledge().places(words, 0)
        if m.length == len(words)
    ]


def test_towns_and_bases_are_found_by_every_spelling(own: Path, tmp_path: Path) -> None:
    (tmp_path / "SY.txt").write_text(DUMP, encoding="utf8")
    done = import_geonames(tmp_path / "SY.txt", smallest=1000)
    assert (done.lines, done.places) == (5, 3)
    load_knowledge.cache_clear()
    assert found("Tell Farhane") == [("Tall Farhan", "SYR", "city")]
    assert found("Qasr Air Base") == [("Qasr Air Base", "SYR", "site")]
    assert found("Khirbat Zayn") == []  # too small
    assert found("Hotel Palmyra") == []  # nothing that news names
    assert found("TLF") == []  # a code


def test_a_zip_and_only_the_countries_asked_for(own: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "SY.zip", "w") as archive:
        archive.writestr("SY.txt", DUMP)
        archive.writestr("readme.txt", "about")
    assert import_geonames(tmp_path / "SY.zip", countries=("IRQ",)).places == 1


@pytest.mark.parametrize("text", ["", "1\tTall Farhan\n", "no dump at all\n"])
def test_no_dump_changes_nothing(own: Path, tmp_path: Path, text: str) -> None:
    (tmp_path / "good.txt").write_text(DUMP, encoding="utf8")
    import_geonames(tmp_path / "good.txt")
    kept = geonames_path().read_bytes()
    (tmp_path / "bad.txt").write_text(text, encoding="utf8")
    with pytest.raises(InputError, match=r"bad\.txt"):
        import_geonames(tmp_path / "bad.txt")
    assert geonames_path().read_bytes() == kept
    assert [p.name for p in own.iterdir()] == [geonames_path().name]
