"""Days of the month, weeks' edges, posts across midnight, and the days of acts that go with them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from communique.coding.when import find_times, resolve_times
from communique.languages.calendar import load_calendar
from communique.model import CodedArticle, Page, Unknown
from communique.syntax import Sentence
from times_samples import published

pytestmark = pytest.mark.parser
CALENDAR = load_calendar("fr")
VALUES = [  # on a Wednesday
    ("Le 4 novembre, un missile est tombé. Le 9, la reine a fui.", "2017-11-04 2017-11-09"),
    ("La ville sera rendue dimanche, le port le 30.", "2017-11-19 2017-11-30"),
    (
        "En janvier, ils étaient sortis dans la nuit du 5 au 6. Il est venu le 7, en vain.",
        "2017-01 2017-01-05TNI 2017-01-07",
    ),
    ("Ils ont tiré au cours de cette nuit du 12 au 13 novembre.", "2017-11-12TNI"),
    ("La reine était à Oslo lundi et mardi.", "2017-11-13/2017-11-14"),
    ("Le roi a été blessé samedi ou dimanche.", "2017-11-11/2017-11-12"),
    ("Elle était à Oslo lundi et jeudi.", "2017-11-13 2017-11-09"),
    ("Les ministres sont convoqués lundi au palais.", "2017-11-20"),
    ("L'ambassadeur a été convoqué lundi au palais.", "2017-11-13"),
    ("Convoqué dès lundi par le ministre, l'ambassadeur avait été averti.", "2017-11-13"),
    ("La reine, muette depuis vendredi, pourrait parler demain.", "2017-11-10 2017-11-16"),
    ("La reine attend son argent depuis l'automne.", "2017-FA"),
    ("Les otages ont été relâchés en fin de semaine.", "2017-W45-WE"),
    ("La reine doit parler en début de semaine.", "2017-W46"),
    ("Le ministre doit téléphoner à la reine dans la journée.", "2017-11-15"),
    ("Dimanche, des tirs ont éclaté. Aucun incident n'était signalé lundi.", "2017-11-12 2017-11-13"),
    ("Jadis, la reine régnait.", "PAST_REF"),
]


@pytest.mark.parametrize(("text", "value"), VALUES)
def test_the_day_that_words_mean(parse: Callable[[str], tuple[Sentence, ...]], text: str, value: str) -> None:
    times = resolve_times(find_times(parse(text), CALENDAR, text=text), published("2017-11-15"))
    assert " ".join(time.value for time in times) == value


@pytest.fixture(scope="module")
def code_on():
    from communique.coding.equipment import load_tools
    from communique.coding.pipeline import code_page

    tools = load_tools("fr")
    day = date(2017, 11, 15)
    return lambda text: code_page(Page(source="test", text=text, published=day), tools=tools)


def told(coded: CodedArticle) -> dict[str, str]:
    """The first day of each report by its words; '' where it is open."""
    return {
        r.mentions[0].span.text: ""
        if isinstance(r.time, Unknown) or isinstance(r.time.begin, Unknown)
        else f"{r.time.begin}/{r.time.end}"
        for r in coded.reports
    }


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        (
            "Emmanuel Macron a déclaré mardi que le vote était clos. Il a accusé Moscou de mentir.",
            "a accusé",
            "2017-11-14",
        ),
        (
            "Emmanuel Macron a déclaré mardi que le vote était clos. Angela Merkel a accusé Moscou.",
            "a accusé",
            "",
        ),
        (
            "La crise avait culminé le 27 février : trente soldats turcs avaient été tués.",
            "avaient été tués",
            "2017-02-27",
        ),
        ("L'armée a publié lundi un bilan : trente soldats turcs ont été tués.", "ont été tués", ""),
        (
            "La foule n'est pas apaisée : mardi soir, des étudiants ont marché sur le palais.",
            "ont marché",
            "2017-11-14",
        ),
        (
            "Dans un rapport diffusé lundi, Amnesty International accuse l'armée de crimes.",
            "accuse",
            "2017-11-13",
        ),
        ("Le président a décrété un couvre-feu jusqu'au 30 novembre.", "couvre-feu", ""),
        (
            "Interrogé mardi à Berlin, Olaf Scholz a accusé Moscou de chantage.",
            "a accusé",
            "2017-11-14",
        ),
        ("Élu mardi à Berlin, Olaf Scholz a accusé Moscou de chantage.", "a accusé", ""),
        (
            "Le président a décrété dimanche un couvre-feu. Il a limogé le chef de la police.",
            "a limogé",
            "2017-11-12",
        ),
        (
            "Des blindés avaient été déployés devant le palais dès lundi.",
            "avaient été déployés",
            "2017-11-13",
        ),
    ],
)
def test_the_day_of_an_act(code_on, text: str, words: str, day: str) -> None:
    assert told(code_on(text))[words] == (f"{day}/{day}" if day else "")


def test_posts_that_go_back_over_midnight(code_on) -> None:
    posts = (
        (
            "09h15 – Le palais repris",
            "La police a repris le palais et arrêté les derniers assaillants de la nuit.",
        ),
        ("00h45 – Les issues barrées", "Des soldats ont barré toutes les rues qui mènent au palais du roi."),
        (
            "23h10 – Le palais envahi",
            "Des centaines de mutins ont envahi le palais du roi et pris des otages.",
        ),
    )
    coded = code_on("\n\n".join(f"{head}\n{text}" for head, text in posts))
    assert [t.value for t in coded.times] == ["2017-11-15T09:15", "2017-11-15T00:45", "2017-11-14T23:10"]


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("John Kerry a appelé mercredi Sergueï Lavrov, selon le secrétaire d'État américain.", "2017-01-24"),
        ("L'ancien secrétaire d'État John Kerry a critiqué mercredi le secrétaire d'État américain.", ""),
    ],
)
def test_an_office_of_the_one_who_is_named_beside_it_dates_a_text(text: str, end: str) -> None:
    from communique.coding.equipment import load_tools
    from communique.coding.pipeline import code_page

    found = code_page(Page(source="test", text=text), tools=load_tools("fr")).article.published.end
    assert ("" if isinstance(found, Unknown) else found.isoformat()) == end
