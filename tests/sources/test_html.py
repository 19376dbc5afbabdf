"""Saved pages: what they say of themselves, and their parts."""
# ruff: noqa: E501

from datetime import date

from communique.model import Failure, Unknown
from communique.sources import read_pages

BODY = [
    "Le ministre des Affaires étrangères a reçu mardi à Genève son homologue, pour la troisième fois en un mois.",
    "Les deux hommes ont parlé de la trêve, que les observateurs disent fragile, et du sort des prisonniers.",
    "Aucune date n'a été fixée pour la suite des pourparlers, a indiqué un diplomate présent à la réunion.",
]
LD = (
    '{"@context":"https://schema.org","@type":"NewsArticle","headline":"Nouvelle rencontre à Genève",'
    '"datePublished":"2017-06-10T18:20:00+02:00","dateModified":"2017-06-12T08:00:00+02:00",'
    '"description":"La trêve était au menu d&#39;un entretien tenu à huis clos.","publisher":{"name":"Le Fil"}}'
)
PAGE = f"""<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Rencontre - Le Fil</title>
<link rel="canonical" href="https://lefil.example/monde/rencontre-1">
<script type="application/ld+json">{LD}</script></head><body>
<nav><ul><li><a href="/">Accueil</a></li><li><a href="/monde">Monde</a></li></ul></nav>
<article><h1>Nouvelle rencontre à Genève</h1>
<p class="chapo">La trêve était au menu d'un entretien tenu à huis clos.</p>
<span class="author">Le Fil avec AFP</span>
<figure><img src="x.jpg"><figcaption>Les délégations à leur arrivée. Anna Roux/AFP</figcaption></figure>
{"".join(f"<p>{p}</p>" for p in BODY)}</article>
<footer><p>Tous droits réservés</p></footer></body></html>"""


def read(tmp_path, markup, name="page.html", encoding="utf-8"):
    file = tmp_path / name
    file.write_bytes(markup.encode(encoding))
    (page,) = read_pages(str(file))
    return page


def parts(page, role):
    return [page.text[s.start : s.end] for s in page.segments if s.role == role]


def test_parts_of_the_page(tmp_path):
    page = read(tmp_path, PAGE)
    assert parts(page, "headline") == ["Nouvelle rencontre à Genève"]
    assert parts(page, "lead") == ["La trêve était au menu d'un entretien tenu à huis clos."]
    assert parts(page, "body") == BODY
    assert parts(page, "caption") == ["Les délégations à leur arrivée. Anna Roux/AFP"]
    assert parts(page, "credit") == ["Le Fil avec AFP"]
    assert "Accueil" not in page.text


def test_what_the_page_says_of_itself(tmp_path):
    page = read(tmp_path, PAGE)
    assert page.outlet == "Le Fil"
    assert page.title == "Nouvelle rencontre à Genève"
    assert page.address == "https://lefil.example/monde/rencontre-1"
    assert (page.published, page.published_kind, page.published_origin) == (
        date(2017, 6, 10),
        "metadata",
        "datePublished",
    )


def test_page_is_told_by_content_and_read_in_its_encoding(tmp_path):
    markup = PAGE.replace('charset="utf-8"', 'charset="iso-8859-1"')
    page = read(tmp_path, markup, "page.txt", encoding="cp1252")
    assert parts(page, "body") == BODY


def test_a_page_without_metadata_has_unknowns_with_reasons(tmp_path):
    page = read(tmp_path, "<html><body>" + "".join(f"<p>{p}</p>" for p in BODY) + "</body></html>")
    assert isinstance(page.published, Unknown)
    assert isinstance(page.outlet, Unknown)
    assert parts(page, "body") == BODY


def test_line_breaks_are_kept_as_lines(tmp_path):
    markup = PAGE.replace(BODY[2], BODY[2] + "<br>Suivez-nous sur :<br>- Facebook")
    assert parts(read(tmp_path, markup), "body")[2].splitlines()[:2] == [BODY[2], "Suivez-nous sur :"]


def test_page_without_article_is_a_failure(tmp_path):
    found = read(tmp_path, "<!DOCTYPE html><html><head><title>x</title></head><body></body></html>")
    assert isinstance(found, Failure)
    assert found.hint


def test_text_with_a_tag_in_it_is_text(tmp_path):
    page = read(tmp_path, f"{BODY[0]} <b>Fin</b>", "a.txt")
    assert page.text == f"{BODY[0]} <b>Fin</b>"
