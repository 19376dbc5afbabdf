"""What a whole article yields: parties, sources, places, ranks, and one report an occurrence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.model import CodedArticle, Report, Unknown

pytestmark = pytest.mark.parser


def of_type(coded: CodedArticle, event_type: str) -> list[Report]:
    return [r for r in coded.reports if r.type == event_type]


def names(coded: CodedArticle, identities) -> set[str]:
    wanted = set(identities)
    return {a.name for a in coded.actors if a.id in wanted}


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "Un sommet Macron-Merkel est prévu lundi. Emmanuel Macron et Angela Merkel parleront du budget.",
            {"Emmanuel Macron", "Angela Merkel"},
        ),
        (
            "Les discussions Iran-Russie ont repris lundi à Vienne.",
            {"government of Iran", "government of Russia"},
        ),
    ],
)
def test_a_hyphen_joins_the_parties_of_a_meeting(code, text, parties) -> None:
    coded = code(text)
    report = of_type(coded, "CONSULT")[0]
    assert names(coded, (p.actor for p in report.actors)) == parties


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Berlin a fait part de ses craintes quant à un renforcement militaire russe en Libye.", "possible"),
        ("Les inquiétudes de Berlin concernant un éventuel déploiement militaire russe.", "possible"),
        (
            "Le Conseil siège sur fond d'inquiétudes allemandes sur un possible renfort militaire russe.",
            "possible",
        ),
    ],
)
def test_a_worry_gives_its_owner_as_the_source(code, text, status) -> None:
    coded = code(text)
    report = of_type(coded, "MOBILIZE")[0]
    assert report.status == status
    assert names(coded, (who for chain in report.according_to for who in chain)) == {"government of Germany"}


def test_a_rank_belongs_to_the_act_of_its_clause_alone(code) -> None:
    coded = code(
        "Emmanuel Macron et Angela Merkel se sont entretenus mardi à Paris, pour la troisième fois "
        "en un mois, sur fond de craintes de Berlin concernant un possible retrait des troupes françaises."
    )
    assert of_type(coded, "CONSULT")[0].ordinal.n == 3
    assert all(isinstance(r.ordinal, Unknown) for r in of_type(coded, "RETREAT"))


def test_a_call_has_no_place_and_a_topic_gives_none(code) -> None:
    call = code("Emmanuel Macron et Angela Merkel ont discuté mardi au téléphone de la guerre en Libye.")
    talk = code("Emmanuel Macron et Angela Merkel ont discuté mardi de la situation politique en Libye.")
    held = code("Emmanuel Macron et Angela Merkel ont discuté mardi à Berlin de la situation en Libye.")
    assert isinstance(of_type(call, "CONSULT")[0].place, Unknown)
    assert isinstance(of_type(talk, "CONSULT")[0].place, Unknown)
    assert [p.name for p in held.places if p.id == of_type(held, "CONSULT")[0].place] == ["Berlin"]


def test_a_further_subject_is_no_further_talk(code) -> None:
    coded = code(
        "Emmanuel Macron a téléphoné lundi à Angela Merkel. "
        "Le président français et la chancelière allemande ont également discuté du Sahel."
    )
    assert len(of_type(coded, "CONSULT")) == 1


def test_what_is_promised_is_one_promise(code) -> None:
    coded = code("La France et le Maroc ont confirmé leur intention de renforcer leur coopération militaire.")
    assert [r.type for r in coded.reports] == ["AGREE"]


def test_two_wordings_of_one_prospect_are_one_report(code) -> None:
    coded = code(
        "Kiev redoute un renforcement militaire russe à la frontière. "
        "Le ministre polonais a réuni ses conseillers. "
        "Varsovie évoque une possible augmentation de la présence militaire russe."
    )
    assert len(of_type(coded, "MOBILIZE")) == 1


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Les forces turques ont bombardé dans la nuit des positions du PKK en Irak.", ["ASSAULT"]),
        ("Emmanuel Macron a reçu jeudi à Paris le président ghanéen, Nana Akufo-Addo.", ["CONSULT"]),
        ("Budapest a rejeté l'offre et menacé Bruxelles de représailles.", ["REJECT", "THREATEN"]),
        ("Des avions turcs ont attaqué un poste kurde, tuant huit combattants.", ["ASSAULT"]),
        ("Washington dément chercher un affrontement avec Téhéran.", []),
        ("La Serbie a expulsé l'ambassadeur de Croatie.", ["SANCTION"]),
    ],
)
def test_one_sentence_gives_the_acts_that_it_tells(code, text, types) -> None:
    assert [r.type for r in code(text).reports] == types


def test_the_country_of_a_diplomat_is_no_place(code) -> None:
    assert isinstance(code("La Serbie a expulsé l'ambassadeur de Croatie.").reports[0].place, Unknown)


def test_a_crowd_belongs_where_the_sentence_opens(code) -> None:
    coded = code(
        "La Syrie a dénoncé un raid. À Washington, des manifestants se sont rassemblés contre les tirs."
    )
    crowd = next(a for a in coded.actors if a.kind == "people")
    assert crowd.country == "USA"


def test_an_earlier_talk_is_another_talk(code) -> None:
    coded = code(
        "Angela Merkel a téléphoné mercredi à Mario Draghi. Les deux dirigeants s'étaient déjà parlé samedi."
    )
    assert len(of_type(coded, "CONSULT")) == 2


def test_what_is_presented_is_what_was_told(code) -> None:
    coded = code(
        "Angela Merkel a téléphoné mercredi à Mario Draghi. C'est la troisième conversation de Mme Merkel "
        "avec le dirigeant italien en un mois : les deux chefs s'étaient déjà parlé samedi."
    )
    calls = of_type(coded, "CONSULT")
    assert [len(r.mentions) for r in calls] == [2, 1]
    assert calls[0].ordinal.n == 3


@pytest.mark.parametrize(
    "text",
    [
        "La Serbie, alliée de Moscou, affirme n'avoir mené aucune attaque contre le Kosovo.",
        "Ankara a assuré ne pas avoir bombardé les rebelles kurdes.",
    ],
)
def test_who_says_that_it_did_not_act_denies_it(code, text) -> None:
    coded = code(text)
    report = of_type(coded, "ASSAULT")[0]
    assert report.status == "denied"
    assert names(coded, report.denied_by) == names(coded, (p.actor for p in report.actors))


def test_what_the_outlet_says_did_not_happen_is_negated(code) -> None:
    assert (
        of_type(code("L'armée turque n'a pas bombardé les rebelles kurdes."), "ASSAULT")[0].status
        == "negated"
    )


def test_the_outcome_of_an_alleged_act_is_alleged(code) -> None:
    alleged = code("Les rebelles soudanais sont accusés d'avoir mené un raid qui a tué dix civils.")
    known = code("L'ONU a condamné le raid des rebelles soudanais qui a tué dix civils.")
    assert {r.status for r in of_type(alleged, "ASSAULT")} == {"unconfirmed"}
    assert {r.status for r in of_type(known, "ASSAULT")} == {"asserted"}


def places(coded: CodedArticle, event_type: str) -> set[str]:
    names = {p.id: p.name for p in coded.places}
    return {names[r.place] for r in of_type(coded, event_type) if not isinstance(r.place, Unknown)}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A Minsk, au moins 5.000 personnes ont manifesté contre le président.", "Minsk"),
        ("Vendredi à Bamako, des milliers de personnes ont manifesté contre le pouvoir.", "Bamako"),
    ],
)
def test_where_a_sentence_opens(text: str, place: str, code: Callable[[str], CodedArticle]) -> None:
    assert places(code(text), "PROTEST") == {place}


def test_a_town_that_opens_a_sentence_is_nobody(code: Callable[[str], CodedArticle]) -> None:
    coded = code("A Dijon, un cortège de lycéens a défilé samedi.")
    assert "Dijon" not in {a.name for a in coded.actors}


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Paris, Berlin et Londres ont condamné l'attaque.", ["Paris", "Berlin", "Londres"]),
        ("Bamako, le ministre et le général ont condamné l'attaque.", ["le ministre", "le général"]),
    ],
)
def test_a_list_of_names_that_opens_a_sentence(
    text: str, actors: list[str], code: Callable[[str], CodedArticle]
) -> None:
    (report,) = code(text).reports
    assert [p.span.text for p in report.actors] == actors


def test_who_gets_himself_arrested_suffers_it(code: Callable[[str], CodedArticle]) -> None:
    (report,) = code("L'opposant Juan Doe s'est fait arrêter par la police à Paris.").reports
    assert [p.span.text for p in report.recipients] == ["L'opposant Juan Doe"]
    assert [p.span.text for p in report.actors] == ["la police"]


def test_what_the_same_say_again_is_one_report(code: Callable[[str], CodedArticle]) -> None:
    text = "La Russie a réclamé une enquête sur le raid. {} La Russie demande une enquête internationale."
    again = code(text.format("Le raid a eu lieu dans le sud. Il pleuvait ce jour-là."))
    assert [len(r.mentions) for r in again.reports if r.type == "REQUEST"] == [2]


@pytest.mark.parametrize(
    ("text", "status", "source"),
    [
        ("L'observatoire a signalé une attaque des rebelles contre le village.", "reported", True),
        ("Une attaque des rebelles contre le village a été signalée vendredi.", "asserted", False),
    ],
)
def test_who_tells_of_an_act_vouches_for_it(
    text: str, status: str, source: bool, code: Callable[[str], CodedArticle]
) -> None:
    (report,) = code(text).reports
    assert (report.status, bool(report.according_to)) == (status, source)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Le porte-parole a annoncé que l'armée s'était retirée de la ville.", "reported"),
        ("Le porte-parole a annoncé que l'armée se retirera de la ville.", "planned"),
        ("Le Tchad accueille un million de réfugiés soudanais.", "asserted"),
        ("Une trêve devrait entrer en vigueur dimanche entre l'armée et les rebelles.", "planned"),
    ],
)
def test_what_was_announced(text: str, status: str, code: Callable[[str], CodedArticle]) -> None:
    assert {r.status for r in code(text).reports} == {status}


def test_who_is_on_a_visit(code: Callable[[str], CodedArticle]) -> None:
    coded = code("Emmanuel Macron est en visite officielle à Rabat.")
    assert [names(coded, (p.actor for p in r.actors)) for r in of_type(coded, "CONSULT")] == [
        {"Emmanuel Macron"}
    ]


def test_a_noun_and_its_verb_tell_one_act(code: Callable[[str], CodedArticle]) -> None:
    assert len(of_type(code("Un cortège de 500 élèves a défilé lundi à Dijon."), "PROTEST")) == 1


def test_blaming_is_ones_own_act(code: Callable[[str], CodedArticle]) -> None:
    coded = code("Le président turc a réitéré mardi son refus des demandes américaines de cessez-le-feu.")
    assert [(r.status, r.according_to) for r in of_type(coded, "REJECT")] == [("asserted", ())]


def test_a_source_without_its_comma(code: Callable[[str], CodedArticle]) -> None:
    coded = code("Plus de 120 personnes ont été arrêtées dimanche à Minsk selon l'ONG Viasna.")
    assert [r.status for r in of_type(coded, "COERCE")] == ["reported"]
    assert of_type(code("Les peines prononcées contre eux varient selon les pays."), "SANCTION") == []


@pytest.mark.parametrize(
    "text",
    [
        "Marine Le Pen, du Rassemblement national, a parlé lundi.",
        "Le traité de libre-échange entre Paris et Ottawa sera débattu.",
    ],
)
def test_names_and_compounds_tell_no_act(text: str, code: Callable[[str], CodedArticle]) -> None:
    assert [r.type for r in code(text).reports if r.type in {"PROTEST", "CONSULT"}] == []


def test_a_clause_joined_by_and_keeps_its_subject(code: Callable[[str], CodedArticle]) -> None:
    coded = code("L'assaut a été donné à Trèbes et le preneur d'otages a été tué par les forces de l'ordre.")
    told = {r.mentions[0].span.text: r for r in of_type(coded, "ASSAULT")}
    assert "preneur" in told["a été tué"].recipients[0].span.text


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("La coalition a lancé un ultimatum au président pour qu'il démissionne.", "RETREAT"),
        ("Le chef d'état-major s'est déclaré opposé au déploiement de l'armée dans les villes.", "MOBILIZE"),
    ],
)
def test_what_is_aimed_at_or_opposed_is_no_deed(
    text: str, event_type: str, code: Callable[[str], CodedArticle]
) -> None:
    assert of_type(code(text), event_type) == []


def test_what_somebody_means_to_ask_is_planned(code: Callable[[str], CodedArticle]) -> None:
    coded = code("Washington entend pousser les Européens à sanctionner l'Iran.")
    assert [r.status for r in of_type(coded, "REQUEST")] == ["planned"]


def test_who_has_himself_blamed_blames_nobody(code: Callable[[str], CodedArticle]) -> None:
    coded = code("Le chef de l'Etat, qui s'est fait souvent reprocher son arrogance, a reçu les maires.")
    assert not any(r.actors for r in of_type(coded, "ACCUSE"))


def test_with_whom_one_is_said_to_collude_accuses_nobody(code: Callable[[str], CodedArticle]) -> None:
    coded = code("Six personnes accusées de collusion avec les forces étrangères ont été arrêtées lundi.")
    assert [r.actors for r in of_type(coded, "ACCUSE")] == [()]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Attaquer un maire, c'est attaquer la République, a dit le ministre français.", []),
        ("La Russie a attaqué l'Ukraine : c'est un crime, a dit le ministre français.", ["a attaqué"]),
        ("La Russie vient d'attaquer l'Ukraine, c'est un crime, a dit le ministre français.", ["attaquer"]),
    ],
)
def test_what_an_act_amounts_to_is_no_act(code, text, told) -> None:
    assert [m.span.text for r in of_type(code(text), "ASSAULT") for m in r.mentions] == told
