"""The day of publication: what is given, and what a text entails."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from communique.coding.dating import date_article
from communique.coding.when import find_times
from communique.evidence import NameEvidence, OfficeEvidence, ServingEvidence
from communique.languages.calendar import load_calendar
from communique.model import Article, Block, Publication, Span, Unknown
from times_samples import bare_sentences

CALENDAR = load_calendar("fr")
NONE = Unknown("not told")
TERM = ((date(2013, 2, 1), date(2017, 1, 20)),)


def article_of(text: str, published: Publication) -> Article:
    blocks = (Block("body", 0, len(text)),)
    return Article("0", "test", NONE, NONE, "fr", NONE, published, text, blocks)


def dated(
    text: str,
    *,
    holders: tuple[OfficeEvidence, ...] = (),
    names: tuple[NameEvidence, ...] = (),
    serving: tuple[ServingEvidence, ...] = (),
    published: Publication | None = None,
) -> Publication:
    sentences = bare_sentences(text)
    article = article_of(text, published or Publication(NONE, NONE, NONE, certain=False))
    times = find_times(sentences, CALENDAR, text=text)
    return date_article(article, sentences, times=times, holders=holders, names=names, serving=serving)


def holder(
    text: str, words: str, tenures: tuple[tuple[date | None, date | None], ...] = TERM
) -> OfficeEvidence:
    start = text.index(words)
    return OfficeEvidence(Span(start, start + len(words), words), words, "foreign_minister", "USA", tenures)


def name(text: str, words: str, begin: date | None, end: date | None = None) -> NameEvidence:
    start = text.index(words)
    return NameEvidence(Span(start, start + len(words), words), words, begin, end)


def served(text: str, words: str, begin: date, end: date) -> ServingEvidence:
    start = text.index(words)
    return ServingEvidence(Span(start, start + len(words), words), words, ((begin, end),))


def ends(publication: Publication) -> tuple[str, str]:
    return tuple(
        end.isoformat() if isinstance(end, date) else "?" for end in (publication.begin, publication.end)
    )  # type: ignore[return-value]


def test_what_the_page_tells_is_kept() -> None:
    day = date(2016, 5, 4)
    told = Publication(day, day, day, certain=True)
    text = "Le 3 mai 2019, John Doe a été reçu."
    assert dated(text, published=told, holders=(holder(text, "John Doe"),)) == told


def test_nothing_known_is_unknown_with_a_reason() -> None:
    publication = dated("Il a plu mercredi.")
    assert isinstance(publication.value, Unknown)
    assert ends(publication) == ("?", "?")
    assert publication.evidence == ()


def test_a_term_and_the_reach_of_a_bare_weekday_after_it() -> None:
    text = "John Doe a appelé mercredi son homologue."
    publication = dated(text, holders=(holder(text, "John Doe"),))
    assert ends(publication) == ("2013-02-01", "2017-01-24")
    assert isinstance(publication.value, Unknown)
    assert publication.certain is False
    assert "2017-01-18" in publication.evidence[0].says


def test_another_weekday_reaches_another_day() -> None:
    text = "John Doe a appelé vendredi son homologue."
    assert ends(dated(text, holders=(holder(text, "John Doe"),))) == ("2013-02-01", "2017-01-26")


def test_a_pluperfect_weekday_does_not_limit() -> None:
    text = "Samedi, John Doe avait appelé son homologue."
    assert ends(dated(text, holders=(holder(text, "John Doe"),)))[1] == "2017-01-26"


def test_several_terms_are_taken_together() -> None:
    terms = ((date(1999, 1, 1), date(2001, 1, 1)), (date(2010, 1, 1), None))
    text = "John Doe a appelé son homologue."
    assert ends(dated(text, holders=(holder(text, "John Doe", terms),))) == ("1999-01-01", "?")


def test_a_name_in_use_since_a_day() -> None:
    text = "John Doe a appelé mercredi à combattre le groupe Nadir."
    publication = dated(
        text, holders=(holder(text, "John Doe"),), names=(name(text, "Nadir", date(2014, 6, 29)),)
    )
    assert ends(publication) == ("2014-06-29", "2017-01-24")
    assert [e.kind for e in publication.evidence] == ["office", "name"]


def test_an_office_told_of_a_year_past_only_limits_from_below() -> None:
    text = "En 2014, John Doe a appelé son homologue."
    assert ends(dated(text, holders=(holder(text, "John Doe"),))) == ("2014-01-01", "?")


def test_a_date_without_year_that_fits_one_year_and_the_first_weekday_after_it() -> None:
    text = "John Doe a téléphoné samedi. Le 18 mai, un pont a sauté. Le 8 juin, un autre a sauté."
    terms = ((date(2017, 2, 1), date(2018, 3, 31)),)
    publication = dated(text, holders=(holder(text, "John Doe", terms),))
    assert publication.value == date(2017, 6, 10)
    assert ends(publication) == ("2017-06-10", "2017-06-16")
    assert publication.evidence[-1].kind == "weekday"
    assert publication.certain is False


def test_a_date_with_the_weekday_of_the_story_is_its_own_day() -> None:
    text = "John Doe a parlé mardi. Deux raids ont eu lieu mardi 14 octobre."
    tenure = ((date(2014, 2, 1), date(2016, 1, 20)),)
    publication = dated(text, holders=(holder(text, "John Doe", tenure),))
    assert ends(publication) == ("2014-10-14", "2014-10-20")


def test_a_date_without_year_and_without_weekday_limits_from_below() -> None:
    text = "John Doe est en visite. Le 8 juin, un pont a sauté."
    terms = ((date(2017, 2, 1), date(2018, 3, 31)),)
    publication = dated(text, holders=(holder(text, "John Doe", terms),))
    assert ends(publication) == ("2017-06-08", "2018-04-06")
    assert isinstance(publication.value, Unknown)


def test_a_date_that_fits_several_years_says_nothing() -> None:
    text = "John Doe a téléphoné samedi. Le 8 juin, un pont a sauté."
    assert ends(dated(text, holders=(holder(text, "John Doe"),))) == ("2013-02-01", "2017-01-20")


def test_a_weekday_that_falls_on_a_date_chooses_the_year() -> None:
    text = "John Doe s'est tu. Le mardi 8 mars, un pont a sauté."
    assert ends(dated(text, holders=(holder(text, "John Doe"),)))[0] == "2016-03-08"


def test_a_full_date_in_the_past_limits_from_below() -> None:
    publication = dated("Le 13 novembre 2015, des attentats ont frappé Paris. En 2009, il a fui.")
    assert ends(publication) == ("2015-11-13", "?")
    assert publication.evidence[0].kind == "text"


def test_a_full_date_to_come_says_nothing() -> None:
    assert ends(dated("Le sommet prévu le 3 mai 2019 sera reporté.")) == ("?", "?")


def test_the_texts_own_day_is_certain() -> None:
    publication = dated("Les ministres ont voté ce mercredi 4 juillet 2012 à Paris.")
    assert publication.value == date(2012, 7, 4)
    assert publication.certain is True


def test_a_day_before_others_told_is_not_the_texts_own() -> None:
    text = "Ce vendredi 13 novembre 2015, la ville a basculé. Le 3 mai 2018, le procès a été ouvert."
    publication = dated(text)
    assert ends(publication) == ("2018-05-03", "?")
    assert publication.certain is False


def test_what_is_announced_for_a_year_is_no_past() -> None:
    assert ends(dated("Il a été élu en 2014. Le ministre a promis une visite en 2020.")) == (
        "2014-01-01",
        "?",
    )


def test_a_line_that_is_a_date_only_is_the_day() -> None:
    publication = dated("23 juin 2012\nLes ministres ont voté.")
    assert publication.value == date(2012, 6, 23)


def test_a_credit_year_is_no_evidence() -> None:
    assert dated("© AFP 2022 Photo d'archive\nLe ministre a parlé samedi.").evidence == ()


def test_contradiction_leaves_the_day_open_with_both_reasons() -> None:
    text = "John Doe a appelé mercredi à combattre le groupe Nadir."
    names = (name(text, "Nadir", date(2019, 1, 1)),)
    publication = dated(text, holders=(holder(text, "John Doe"),), names=names)
    assert ends(publication) == ("?", "?")
    assert isinstance(publication.value, Unknown)
    assert "contradict" in publication.value.reason
    assert len(publication.evidence) == 2


def test_every_reason_says_its_facts_and_shows_its_words() -> None:
    text = "John Doe a appelé mercredi à combattre le groupe Nadir."
    publication = dated(
        text, holders=(holder(text, "John Doe"),), names=(name(text, "Nadir", date(2014, 6, 29)),)
    )
    for evidence in publication.evidence:
        assert isinstance(evidence.span, Span)
        assert text[evidence.span.start : evidence.span.end] == evidence.span.text
        assert evidence.says
    assert replace(publication) == publication


def test_a_year_that_lies_ahead_limits_from_above() -> None:
    text = "Depuis 2019, le pays attend. Le texte doit être déposé début 2023."
    assert ends(dated(text)) == ("2019-01-01", "2023-12-31")
    assert ends(dated("Le texte doit être déposé début 2023.")) == ("?", "?")  # nothing else limits it


def test_the_past_told_in_the_future_tense_is_no_limit() -> None:
    text = "Élu en 1998, il deviendra ministre en 2002. Il a été réélu en 2014."
    assert ends(dated(text)) == ("2014-01-01", "?")
    assert ends(dated("On n'était pas en 1789 et on ne sera pas en 1789.")) != ("1789-01-01", "1789-12-31")


def test_what_is_put_off_to_a_day_is_no_past() -> None:
    text = "Les deux hommes ont été écroués en attendant leur procès le 26 janvier 2023."
    assert ends(dated(text)) == ("?", "?")


def test_a_weekday_to_come_is_not_the_storys_own() -> None:
    text = "Le 15 décembre, John Doe a été reçu. Ils veulent manifester samedi."
    publication = dated(text, holders=(holder(text, "John Doe", ((date(2018, 10, 16), date(2019, 7, 6)),)),))
    assert publication.begin == date(2018, 12, 15)
    assert isinstance(publication.value, Unknown)


PUTSCH = "John Doe a condamné le putsch. Tout a commencé mercredi 13 mai. Jane Roe a fui vendredi."
DOE = (date(2013, 2, 1), date(2017, 1, 20))
ROE = (date(2012, 10, 15), date(2017, 1, 30))


def test_who_was_in_office_chooses_the_year_of_a_weekday() -> None:
    persons = (served(PUTSCH, "John Doe", *DOE), served(PUTSCH, "Jane Roe", *ROE))
    publication = dated(PUTSCH, serving=persons)
    assert ends(publication) == ("2015-05-15", "2015-05-21")
    assert publication.value == date(2015, 5, 15)
    assert "John Doe, Jane Roe" in publication.evidence[0].says


def test_persons_of_two_of_the_years_leave_it_open() -> None:
    persons = (
        served(PUTSCH, "John Doe", *DOE),
        served(PUTSCH, "Jane Roe", date(2019, 1, 1), date(2021, 1, 1)),
    )
    assert ends(dated(PUTSCH, serving=persons)) == ("?", "?")
    assert ends(dated(PUTSCH)) == ("?", "?")


def test_a_second_weekday_must_fit_the_same_year() -> None:
    text = "John Doe a parlé mercredi 13 mai. Il avait fui lundi 11 mai. Jane Roe l'a su dimanche 10 mai."
    doubted = text.replace("lundi 11", "mardi 11")
    persons = (served(text, "John Doe", *DOE),)
    assert ends(dated(text, serving=persons))[0] == "2015-05-13"
    assert ends(dated(doubted, serving=persons)) == ("?", "?")


def test_the_storys_weekdays_lead_on_from_the_date_that_opens_it() -> None:
    text = (
        "Le parlement a voté mardi 14 mai 2024 la loi. Mercredi, John Doe a protesté. Il avait parlé lundi."
    )
    assert ends(dated(text)) == ("2024-05-15", "2024-05-21")
    looking_back = text.replace(
        "a voté mardi 14 mai 2024 la loi", "vote. Il a fui. Il a menti. Il a ri. Il a fui"
    )
    looking_back += " La loi du mardi 14 mai 2024 a été abrogée."
    assert ends(dated(looking_back)) != ("2024-05-15", "2024-05-21")


def test_a_night_of_two_days_without_a_year_is_a_date() -> None:
    text = "John Doe a téléphoné vendredi. Dans la nuit du 6 au 7 avril, une base a été visée."
    terms = ((date(2017, 2, 1), date(2018, 3, 31)),)
    assert ends(dated(text, holders=(holder(text, "John Doe", terms),)))[0] == "2017-04-07"


TERM = ((date(2018, 10, 16), date(2019, 7, 6)),)


def test_a_date_told_of_a_noun_limits_from_below_only() -> None:
    text = "John Doe a parlé mercredi. La fronde du 17 novembre a surpris."
    publication = dated(text, holders=(holder(text, "John Doe", TERM),))
    assert publication.begin == date(2018, 11, 17)
    assert isinstance(publication.value, Unknown)
    fresh = text.replace("La fronde du", "Le").replace("a surpris", "il a fui")
    assert dated(fresh, holders=(holder(fresh, "John Doe", TERM),)).value == date(2018, 11, 21)


def test_a_weekday_to_come_limits_from_above() -> None:
    text = "John Doe a parlé mercredi. Le 17 novembre, il a fui. Il sera jugé vendredi."
    publication = dated(text, holders=(holder(text, "John Doe", TERM),))
    assert ends(publication) == ("2018-11-21", "2018-11-23")


def test_what_is_compared_with_or_voted_for_a_year_does_not_limit() -> None:
    assert ends(dated("John Doe vise les élections de mai 2019. Il a perdu.")) == ("?", "?")
    text = "En 2015, il a gagné. Plus de voix qu'en 2017 seront comptées."
    assert ends(dated(text))[1] == "?"
