"""First persons in quoted words are the speaker; elsewhere they stay open."""

from __future__ import annotations

import pytest

from communique.model import Unknown

pytestmark = pytest.mark.parser


@pytest.mark.parametrize(
    ("text", "event_type", "actor"),
    [
        (
            "« Nous demandons à Moscou de libérer les marins », a dit le ministre estonien de la Défense.",
            "REQUEST",
            ("Nous", "minister of defence of Estonia"),
        ),
        (
            "« Je condamne cette attaque barbare », a écrit Emmanuel Macron sur Twitter.",
            "ACCUSE",
            ("Je", "Emmanuel Macron"),
        ),
    ],
)
def test_quoted_first_person_is_the_speaker(code, text, event_type, actor):
    coded = code(text)
    report = next(r for r in coded.reports if r.type == event_type)
    actors = {a.id: a.name for a in coded.actors}
    assert [(p.span.text, actors[p.actor]) for p in report.actors] == [actor]
    assert report.status == "asserted"


def test_a_deed_that_the_speaker_tells_of_himself_is_reported(code):
    coded = code("« Nous avons frappé trois dépôts », a affirmé le porte-parole de l'armée ukrainienne.")
    report = next(r for r in coded.reports if r.type == "ASSAULT")
    assert report.status == "reported"
    assert [p.span.text for p in report.actors] == ["Nous"]
    assert report.according_to


def test_first_person_outside_quotations_stays_open(code):
    coded = code("Nous demandons à Moscou de libérer les marins estoniens sans délai.")
    report = next(r for r in coded.reports if r.type == "REQUEST")
    actor = report.actors[0]
    assert actor.span.text == "Nous"
    assert isinstance(actor.actor, Unknown)


def test_reflexive_first_person_is_no_party(code):
    coded = code("« Nous nous retirons du traité », a annoncé le ministre estonien de la Défense.")
    mentions = [m for a in coded.actors for m in a.mentions if m.rule == "first-person"]
    assert [m.span.text for m in mentions] == ["Nous"]
