"""The day of publication by words that count from it: 'hier, lundi', 'ce vendredi', 'Cinq jours après'."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from communique.coding.dating import date_article
from communique.coding.times.tense import PAST, PRESENT
from communique.coding.when import find_times
from communique.evidence import OfficeEvidence, ServingEvidence
from communique.languages.calendar import load_calendar
from communique.model import Article, Block, Publication, Span, Unknown
from times_samples import bare_sentences

CALENDAR = load_calendar("fr")
NONE = Unknown("not told")
OPEN = Publication(NONE, NONE, NONE, certain=False)
NOBODY = Span(0, 1, "X")
IN_OFFICE = (ServingEvidence(NOBODY, "X", ((date(2016, 1, 1), date(2018, 12, 31)),)),)


def dated(
    text: str, *, tenses: dict[str, str] | None = None, holders: tuple[OfficeEvidence, ...] = ()
) -> tuple[str, str]:
    """The first and the last day of publication, where somebody acts who served from 2016 to 2018.

    ``tenses`` are those of the verbs of words, which a tree would tell.
    """
    blocks = (Block("body", 0, len(text)),)
    article = Article("0", "test", NONE, NONE, "fr", NONE, OPEN, text, blocks)
    sentences = bare_sentences(text)
    found = find_times(sentences, CALENDAR, text=text)
    times = tuple(replace(m, tense=(tenses or {}).get(m.span.text, m.tense or PAST)) for m in found)
    told = date_article(article, sentences, times=times, holders=holders, serving=IN_OFFICE)
    ends = (told.begin, told.end)
    return tuple(day.isoformat() if isinstance(day, date) else "?" for day in ends)  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Le chef de la junte a menacé hier, mardi 16 mai, de rompre la trêve.", "2017-05-17"),
        ("Le convoi a quitté la ville ce mercredi 17 mai.", "2017-05-17"),
        ("Dimanche 14 mai, deux obus ont été tirés. Le ministre a démissionné hier, lundi.", "2017-05-16"),
        ("Il a été arrêté mardi 16 mai. Les juges l'ont relâché ce vendredi.", "2017-05-19"),
        ("Le port a été évacué mardi 16 mai. Ils doivent manifester demain vendredi.", "2017-05-18"),
        (
            "Des navires ont bloqué le port depuis le lundi 15 mai. L'ambassadeur a protesté hier, vendredi.",
            "2017-05-20",
        ),
    ],
)
def test_the_text_counts_from_its_own_day(text: str, day: str) -> None:
    assert dated(text) == (day, day)


def test_a_present_counted_from_a_day() -> None:
    text = "Cinq jours après l'attentat du mardi 16 mai, la ville enterre ses morts."
    assert dated(text, tenses={"Cinq jours après": PRESENT}) == ("2017-05-21", "2017-05-21")
    assert dated(text, tenses={"Cinq jours après": PAST})[0] == "2017-05-16"


@pytest.mark.parametrize(
    ("text", "begin", "end"),
    [
        ("Le port a été évacué mardi 16 mai. Ils doivent se voir ce samedi.", "2017-05-16", "2017-11-15"),
        (
            "Dimanche 14 mai, la ville est tombée, a dit dimanche le maire. Lundi, il a fui.",
            "2017-05-15",
            "2017-05-20",
        ),
        (
            "Le calme est revenu jeudi, après la trêve conclue mardi 16 mai. On l'a accusé samedi.",
            "2017-05-18",
            "2017-05-24",
        ),
        (
            "Lundi 15 mai, elle a fui. Mardi, elle est revenue. On doit la juger d'ici à jeudi.",
            "2017-05-16",
            "2017-05-17",
        ),
    ],
)
def test_what_does_not_tell_the_day_itself(text: str, begin: str, end: str) -> None:
    assert dated(text) == (begin, end)


@pytest.mark.parametrize(
    ("told", "end"),
    [
        ("Deux jours plus tard, le premier ministre X présentait sa démission.", "2017-05-18"),
        ("Le premier ministre X a présenté sa démission.", "2017-01-15"),
    ],
)
def test_an_office_of_a_look_back_says_less(told: str, end: str) -> None:
    text = f"Le port a été évacué mardi 16 mai. Hier, mercredi, il a rouvert. {told}"
    at = text.index("X")
    term = ((date(2012, 1, 1), date(2017, 1, 9)),)
    held = (OfficeEvidence(Span(at, at + 1, "X"), "X", "head_of_government", "CIV", term),)
    assert dated(text, holders=held)[1] == end
