"""Whom verbs of urging urge, who talks behind a verb of happening, and two names joined by a hyphen."""

from datetime import date

import pytest

from communique.coding.equipment import load_tools
from communique.coding.pipeline import code_page
from communique.model import Page

pytestmark = pytest.mark.parser

URGED = [
    ("L'Union africaine presse Khartoum d'accepter la paix.", "Union africaine", "Khartoum"),
    ("Le Hezbollah somme l'armée libanaise de se retirer.", "Hezbollah", "armée libanaise"),
    ("L'ONU presse le Tchad de rouvrir la route.", "ONU", "Tchad"),
    ("Bruxelles met en demeure Varsovie de respecter le droit.", "Bruxelles", "Varsovie"),
    ("Rabat a opposé un refus à Alger.", "Rabat", "Alger"),
]
TALKS = [
    ("Les discussions se sont enlisées entre le Japon et la Russie.", ["Japon", "Russie"]),
    ("Des contacts existent entre le Tchad et la Libye.", ["Tchad", "Libye"]),
    ("Les négociations sont au point mort entre Oslo et Moscou.", ["Oslo", "Moscou"]),
    ("L'entretien Macron-Merkel a eu lieu à Berlin. Emmanuel Macron s'est tu.", ["Macron", "Merkel"]),
]


def _reports(text):
    page = Page(source="test", text=text, published=date(2018, 4, 12))
    return code_page(page, tools=load_tools("fr")).reports


@pytest.mark.parametrize(("text", "actor", "recipient"), URGED)
def test_who_is_urged_or_refused(text, actor, recipient):
    (report,) = _reports(text)
    assert [actor in p.span.text for p in report.actors] == [True]
    assert [recipient in p.span.text for p in report.recipients] == [True]
    assert isinstance(report.recipients[0].actor, str)


@pytest.mark.parametrize(("text", "names"), TALKS)
def test_who_talks_behind_the_verb(text, names):
    report = _reports(text)[0]
    assert report.type == "CONSULT"
    words = " ".join(p.span.text for p in report.actors)
    assert all(name in words for name in names)


def test_nobody_is_urged_by_a_press_agency():
    assert all(r.type != "REQUEST" for r in _reports("L'agence de presse refuse de publier la photo."))
