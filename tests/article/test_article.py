"""Pages to articles: what is text, what is furniture, when it was published, in which language."""
# ruff: noqa: E501

import time
from datetime import date

import pytest

from communique.article import make_article
from communique.errors import BudgetError, InputError
from communique.languages.furniture import load_furniture
from communique.limits import ARTICLE_CHARACTERS
from communique.model import Block, Page, Span, Unknown

FURNITURE = load_furniture("fr")
HEADLINE = "Paris et Ankara renouent le dialogue sur la Libye"
LEAD = "Le ministre français de la Défense a téléphoné lundi à son homologue turc, Hulusi Akar, au sujet de la Libye."
BODY = (
    "Les deux hommes ont convenu de se revoir « avant la fin du mois », selon un communiqué publié à Paris.",
    "Ankara avait accusé en juin une frégate française d'avoir menacé un de ses navires au large de Tripoli.",
)
TEXT = "\n\n".join((LEAD, *BODY))


def article_of(text, **facts):
    return make_article(Page("test", text, **facts), furniture=FURNITURE)


def blocks(text, **facts):
    article = article_of(text, **facts)
    return [(block.role, article.text[block.start : block.end]) for block in article.blocks]


def coded(text, **facts):
    return [words for role, words in blocks(text, **facts) if role in {"headline", "lead", "body"}]


def test_headline_lead_and_body():
    assert blocks(f"{HEADLINE}\n\n{TEXT}") == [
        ("headline", HEADLINE),
        ("lead", LEAD),
        *(("body", b) for b in BODY),
    ]


def test_title_is_the_headlines_span():
    article = article_of(f"Rechercher\n\n{HEADLINE}\n\n{TEXT}")
    assert article.title == Span(12, 12 + len(HEADLINE), HEADLINE)
    assert isinstance(article_of(TEXT).title, Unknown)


def test_menu_above_and_site_below():
    page = f"Accueil\nMonde\nPolitique\nSe connecter\n{HEADLINE}\n{TEXT}\nPartager sur Facebook\nMétéo\nPlan du site\n"
    assert coded(page) == [HEADLINE, LEAD, *BODY]


def test_headline_is_the_line_that_the_text_takes_up():
    page = (
        f"Les embouteillages du week-end en carte\n{HEADLINE}\nLe grand quiz de la rentrée scolaire\n{TEXT}"
    )
    assert coded(page)[0] == HEADLINE


def test_given_title_decides():
    page = f"Une journée de plus au large de Tripoli\n{HEADLINE}\n{TEXT}"
    assert coded(page, title=HEADLINE)[0] == HEADLINE


def test_question_as_headline():
    question = "Libye : Paris et Ankara peuvent-ils s'entendre ?"
    assert blocks(f"{question}\n\n{TEXT}")[0] == ("headline", question)


def test_credit_caption_and_lead_in_one_line():
    caption = "Le ministre turc Hulusi Akar à son arrivée au sommet"
    glued = f"© AFP 2020 Anna Roux{caption}{LEAD}"
    assert blocks(f"{HEADLINE}\n\n{glued}\n\n{BODY[0]}\n\n{BODY[1]}")[1:4] == [
        ("credit", "© AFP 2020 Anna Roux"),
        ("caption", caption),
        ("lead", LEAD),
    ]


def test_credit_and_caption_alone():
    found = blocks(f"{HEADLINE}\n© Reuters Jean PetitLe port de Tripoli après les combats\n{TEXT}")
    assert found[1:3] == [
        ("credit", "© Reuters Jean Petit"),
        ("caption", "Le port de Tripoli après les combats"),
    ]


def test_names_with_capitals_inside_are_not_glued_texts():
    line = "Le sénateur McLeod et le groupe AirLeasing ont été cités mardi par la commission. Ils nient tout."
    assert coded(f"{HEADLINE}\n\n{LEAD}\n\n{line}")[-1] == line


def test_caption_with_its_agency_and_the_headline_of_another_article():
    teaser = "Les navires turcs auraient quitté la zone contestée"
    page = f"{HEADLINE}\n\n{LEAD}\n\nTripoli - Sputnik France\n{teaser}\n\n{BODY[0]}\n\n{BODY[1]}"
    assert ("caption", "Tripoli - Sputnik France") in blocks(page)
    assert ("teaser", teaser) in blocks(page)
    assert coded(page) == [HEADLINE, LEAD, *BODY]


def test_line_that_ends_with_a_dash_and_words_is_no_caption():
    line = "Une escalade redoutée par tous les voisins – de Tunis au Caire"
    assert line in coded(f"{HEADLINE}\n\n{LEAD}\n\n{line}\n\n{BODY[0]}\n\n{BODY[1]}")


@pytest.mark.parametrize(
    "credit", ["Anna Roux/AFP", "REUTERS/Jean Petit", "© Getty Images", "(Photo : Anna Roux)"]
)
def test_caption_with_its_credit_last(credit):
    page = f"{HEADLINE}\n\nLe port de Tripoli, en ruines, le 3 mai 2020. {credit}\n\n{TEXT}"
    assert coded(page) == [HEADLINE, LEAD, *BODY]


def test_lead_pasted_twice_and_run_into_the_next_sentence():
    pasted = f"{LEAD}{BODY[0][:60]}..."
    found = blocks(f"{HEADLINE}\n\n{TEXT}\n\n{pasted}")
    assert found[-1] == ("repeat", pasted)


def test_paragraph_on_the_same_matter_is_no_repeat():
    other = (
        "Le ministre français de la Défense a reçu jeudi l'ambassadeur turc au sujet de la frégate Courbet."
    )
    assert coded(f"{HEADLINE}\n\n{TEXT}\n\n{other}")[-1] == other


def test_quotation_set_apart_is_a_repeat():
    long = "« Nous ne voulons plus de navires étrangers dans nos eaux, et nous l'avons dit à tous », a lancé le ministre."
    pulled = "« Nous ne voulons plus de navires étrangers dans nos eaux, et nous l'avons dit à tous »"
    assert ("repeat", pulled) in blocks(f"{HEADLINE}\n\n{LEAD}\n\n{pulled}\n\n{long}\n\n{BODY[1]}")


def test_teasers_between_sentences():
    line = f"{LEAD} Lire aussi : Le port bloqué Tripoli réclame une enquête {BODY[0]}"
    assert blocks(line) == [
        ("lead", LEAD),
        ("teaser", "Lire aussi : Le port bloqué Tripoli réclame une enquête"),
        ("body", BODY[0]),
    ] or coded(line) == [LEAD, BODY[0]]


def test_cue_without_titles_loses_nothing():
    assert coded(f"{LEAD} Lire aussi : {BODY[0]}") == [LEAD, BODY[0]]
    spoken = '"Ils ont promis une trêve", dit le ministre à Tunis.'
    assert coded(f"{LEAD} Lire aussi : Le port bloqué par une milice {spoken}") == [LEAD, spoken]
    assert coded(f"{LEAD} A ne pas manquer sur BBC Afrique : {BODY[0]}") == [LEAD, BODY[0]]


def test_verbs_of_reading_in_the_text_are_no_cues():
    line = "Le porte-parole a lu le texte : il faut, selon lui, lire aussi : « Tripoli n'est pas seule », dit l'annexe."
    assert coded(f"{HEADLINE}\n\n{LEAD}\n\n{line}")[-1] == line


def test_heading_run_into_the_text_stands_alone():
    assert "Réactions mitigées" in coded(
        f"{LEAD} Réactions mitigées Les voisins ont salué l'accord avec prudence."
    )


def test_headings_between_paragraphs_are_body():
    assert "Une frégate visée" in coded(
        f"{HEADLINE}\n\n{LEAD}\n\nUne frégate visée\n\n{BODY[0]}\n\n{BODY[1]}"
    )


def test_list_of_other_headlines_is_no_body():
    others = (
        "Le prix du pain augmente encore",
        "Un nouveau maire pour Lyon",
        "La canicule en cinq questions",
    )
    page = f"{HEADLINE}\n\n{LEAD}\n\n{BODY[0]}\n\n" + "\n".join(others) + f"\n\n{BODY[1]}"
    assert coded(page) == [HEADLINE, LEAD, *BODY]


def test_list_of_the_articles_own_is_body():
    own = ("- le retrait des navires turcs", "- la libération des marins", "- une enquête de l'Otan")
    page = f"{HEADLINE}\n\n{LEAD}\n\nParis pose trois conditions :\n" + "\n".join(own) + f"\n\n{BODY[1]}"
    assert set(own) <= set(coded(page))


def test_comments_after_the_text_are_furniture_even_as_sentences():
    comment = "Je ne comprends pas pourquoi la France laisse faire la Turquie depuis si longtemps."
    assert comment not in coded(f"{HEADLINE}\n\n{TEXT}\n\nCommentaires (2)\n\nJean\n{comment}")


def test_a_link_to_the_comments_above_the_text_ends_nothing():
    assert coded(f"{HEADLINE}\n3 commentaires\n\n{TEXT}") == [HEADLINE, LEAD, *BODY]


def test_sentence_of_the_imprint_far_below_is_furniture():
    imprint = "Le site est édité par une société du groupe, qui ne répond pas des contenus des liens."
    page = f"{HEADLINE}\n\n{TEXT}\n" + "\n".join(f"Rubrique {i}" for i in range(12)) + f"\n{imprint}"
    assert imprint not in coded(page)


def test_another_script_is_furniture():
    assert blocks(f"{HEADLINE}\n\n{TEXT}\nКомментарии к материалу")[-1][0] == "furniture"


def test_post_in_another_language_is_cut_and_one_in_french_is_kept():
    post = "We will not accept that these ships come near our coast again pic.twitter.com/abc123"
    line = f"{LEAD} {post}— Jean Petit (@jpetit) May 4, 2020 {BODY[0]}"
    assert coded(line) == [LEAD, BODY[0]]
    kept = "« Nous avons rappelé notre ambassadeur à Ankara pour des consultations »"
    assert any(
        kept in words for words in coded(f"{LEAD} {kept} — Jean Petit (@jpetit) May 4, 2020 {BODY[0]}")
    )


def test_agency_signs_the_text():
    assert article_of(f"{HEADLINE}\n\n{TEXT} (afp/nxp)").agency == "AFP"
    assert article_of(f"{HEADLINE}\nPar Anna Roux avec Reuters\n\n{TEXT}").agency == "Reuters"
    assert article_of(f"TUNIS, 3 mai (AFP) - {TEXT}").agency == "AFP"


def test_a_picture_signed_by_an_agency_signs_no_text():
    page = f"{HEADLINE}\n\n© AFP 2020 Anna RouxLe port de Tripoli après les combats\n\n{TEXT}"
    assert isinstance(article_of(page).agency, Unknown)
    assert isinstance(article_of(f"{HEADLINE}\n\n{LEAD}\n\nIl l'a dit à l'AFP.").agency, Unknown)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Publié le 6 juillet 2020 à 12h30, mis à jour le 8 juillet 2020 à 9h", "text"),
        ("Publié le 06/07/2020 à 12:30", "text"),
        ("6 juillet 2020", "text"),
    ],
)
def test_publication_lines(line, kind):
    article = article_of(f"{HEADLINE}\n{line}\n\n{TEXT}")
    assert article.published.value == date(2020, 7, 6)
    assert {e.kind for e in article.published.evidence} == {kind}
    for evidence in article.published.evidence:
        assert article.text[evidence.span.start : evidence.span.end] == evidence.span.text


def test_dateline_gives_the_day():
    article = article_of(f"{HEADLINE}\n\nTunis, 6 juillet 2020 - {TEXT}")
    assert article.published.value == date(2020, 7, 6)
    assert article.published.evidence[0].kind == "dateline"


def test_update_is_the_latest_day_only():
    published = article_of(f"{HEADLINE}\nMis à jour le 8 juillet 2020 à 9h\n\n{TEXT}").published
    assert isinstance(published.value, Unknown)
    assert published.end == date(2020, 7, 8)


@pytest.mark.parametrize(
    "page",
    [
        f"{HEADLINE}\n\n© AFP 2022 Anna RouxLe port de Tripoli après les combats\n\n{TEXT}",
        f"{HEADLINE}\n\n{TEXT}\n\n© 2006-2023 Le Fil. Tous droits réservés.",
        f"mercredi 13 décembre 2023\n{HEADLINE}\n\n{TEXT}",
        f"{HEADLINE}\n\n{LEAD}\n\nLe 3 mai 2020, un navire avait été arraisonné au large de Tripoli par la marine.",
    ],
)
def test_credit_years_todays_date_and_dates_of_events_are_no_evidence(page):
    assert article_of(page).published.evidence == ()


def test_metadata_go_before_the_text_and_a_conflict_is_kept():
    article = article_of(
        f"{HEADLINE}\nPublié le 6 juillet 2020\n\n{TEXT}",
        published=date(2020, 7, 9),
        published_kind="metadata",
    )
    assert article.published.value == date(2020, 7, 9)
    assert not article.published.certain
    assert [e.kind for e in article.published.evidence] == ["metadata", "text"]


def test_segments_of_the_source_are_kept():
    text = f"{HEADLINE}\n\nUn port\n\n{LEAD}"
    at = text.index(LEAD)
    segments = (
        Block("headline", 0, len(HEADLINE)),
        Block("caption", len(HEADLINE) + 2, at - 2),
        Block("body", at, len(text)),
    )
    assert [role for role, _ in blocks(text, segments=segments)] == ["headline", "caption", "body"]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Menu\nRechercher\nAccueil\nMonde\nMentions légales", "no text"),
        (
            "The foreign minister spoke on Monday with his counterpart about the situation in the country.",
            "language",
        ),
        (
            "El ministro de Exteriores habló el lunes con su homólogo sobre la situación en el país vecino.",
            "language",
        ),
        (
            "Der Außenminister sprach am Montag mit seinem Amtskollegen über die Lage im Land und im Süden.",
            "language",
        ),
        (
            "Министр иностранных дел позвонил в понедельник своему коллеге и обсудил положение в стране.",
            "language",
        ),
        ("😀" * 50, "no text"),
    ],
)
def test_what_cannot_be_coded_says_why(text, what):
    with pytest.raises(InputError) as caught:
        article_of(text)
    assert caught.value.what.startswith(what)
    assert caught.value.hint


def test_emoji_and_right_to_left_text_within_a_french_article():
    page = f"{HEADLINE} 😀\n\n{TEXT}\n\nشهدت المدينة مواجهات عنيفة\n"
    assert article_of(page).language == "fr"
    assert coded(page) == [f"{HEADLINE} 😀", LEAD, *BODY]


def test_too_long_is_a_matter_of_budget():
    with pytest.raises(BudgetError):
        article_of("a" * (ARTICLE_CHARACTERS + 1))


@pytest.mark.parametrize(
    "text",
    [
        '"' * 1000 + TEXT,
        "« " * 5000 + TEXT,
        TEXT * 800,
        "AFP/" * 38 + "x\n" + TEXT,
        "".join(f"Rubrique {i} du site\n" for i in range(3000)) + TEXT,
        "e\u0301" * 20_000 + TEXT,
        "e" + "\u0301" * 50_000 + TEXT,
    ],
    ids=range(7),
)
def test_nothing_hangs(text):
    begin = time.perf_counter()
    article_of(text[:ARTICLE_CHARACTERS])
    assert time.perf_counter() - begin < 10


def test_same_page_gives_same_article():
    assert article_of(f"{HEADLINE}\n\n{TEXT}") == article_of(f"{HEADLINE}\n\n{TEXT}")


WRAPPED = """   Accueil

Paris et Ankara renouent le dialogue sur la Libye, après des mois de
« brouille »

   Le ministre français de la Défense a téléphoné lundi à son homologue
   turc, Hulusi Akar, au sujet de la Libye et des navires qui croisent au
   large de Tripoli.

   Les deux hommes ont convenu de se revoir « avant la fin du mois », dit
   un communiqué publié à Paris dans la soirée, sans plus de détails sur
   le lieu.

   Partager
"""


def test_lines_that_a_program_has_broken_are_joined():
    found = [" ".join(words.split()) for words in coded(WRAPPED)]
    assert found == [
        "Paris et Ankara renouent le dialogue sur la Libye, après des mois de « brouille »",
        "Le ministre français de la Défense a téléphoné lundi à son homologue turc, Hulusi Akar, au sujet de la "
        "Libye et des navires qui croisent au large de Tripoli.",
        "Les deux hommes ont convenu de se revoir « avant la fin du mois », dit un communiqué publié à Paris dans "
        "la soirée, sans plus de détails sur le lieu.",
    ]


def test_lines_that_an_author_has_broken_are_not_joined():
    page = "\n".join((HEADLINE, LEAD, *BODY))
    assert coded(page) == [HEADLINE, LEAD, *BODY]


def test_capitals_before_a_sentence_are_a_label():
    assert coded(f"{HEADLINE}\n\nDIPLOMATIE {LEAD}\n\n{BODY[0]}")[1] == LEAD
    line = "OTAN et Union européenne ont condamné lundi la décision du gouvernement turc."
    assert coded(f"{HEADLINE}\n\n{LEAD}\n\n{line}")[-1] == line


def test_addresses_and_keys_are_furniture():
    key = "rc/q3s3vm3?tagparam=category%3Dactualite%26subcategory%3Dpolitique"
    assert key not in coded(f"{HEADLINE}\n\n{LEAD}\n\n{key}\n\n{BODY[0]}\n\n{BODY[1]}")


def test_headlines_that_are_cut_short_after_a_cue():
    page = f"{HEADLINE}\n\n{TEXT}\n\nÀ lire aussi\nUn navire turc intercepté au large de la Crète par une…\nQue veut Ankara ?"
    assert coded(page) == [HEADLINE, LEAD, *BODY]


def test_second_half_after_a_long_list_is_kept():
    menu = "\n".join(f"Rubrique {i} du site" for i in range(15))
    third = "Le président turc a répondu mercredi que ses navires resteraient là où le droit le leur permet, sans délai."
    fourth = "À Athènes, le gouvernement a mis la marine en alerte et rappelé son ambassadeur pour des consultations."
    fifth = "La Commission a proposé sa médiation, que Chypre et la Grèce ont aussitôt acceptée et que la Turquie étudie."
    sixth = "Selon un diplomate de l'Otan, une réunion des deux états-majors pourrait se tenir à Bruxelles dès la semaine prochaine."
    second = [third, fourth, fifth, sixth]
    assert coded(f"{HEADLINE}\n\n{TEXT}\n{menu}\n" + "\n\n".join(second))[-4:] == second


def test_the_headings_of_posts_are_body_and_a_list_of_headlines_with_hours_is_none():
    post = "Des soldats ont barré toutes les rues qui mènent au palais, et la foule est rentrée."
    heads = ("19h05 – Le palais repris", "18 h 10 – Les issues barrées", "17:00 – Le palais envahi")
    page = "\n\n".join(
        ("À lire aussi : Qui est la reine ?", *(f"{head}\n{post} {head[:2]}." for head in heads))
    )
    assert all(head in coded(page) for head in heads)
    page = "\n\n".join(("\n".join(heads), post, post.replace("soldats", "gardes")))
    assert not any(head in coded(page) for head in heads[1:])


def test_lines_signed_alike_are_captions():
    teaser = "Les navires turcs auraient quitté la zone contestée"
    first, second = "Le port en hiver - Fjord Info", "Navires au large - Fjord Info"
    page = f"{HEADLINE}\n\n{first}\n\n{LEAD}\n\n{second}\n{teaser}\n\n{BODY[0]}\n\n{BODY[1]}"
    assert ("caption", second) in blocks(page)
    assert ("teaser", teaser) in blocks(page)
    once = page.replace(f"{first}\n\n", "")  # signed by nobody else: a heading
    assert ("body", second) in blocks(once)
    assert ("body", teaser) in blocks(once)
