"""Where reported words begin and end, and what is none: sentences of ours."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.parser


def contents(coded):
    return [" … ".join(span.text for span in s.content) for s in coded.statements]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what goes on behind an incise is told by the same
        (
            "Les combats ont cessé, a précisé le colonel, et les blessés ont été évacués vers Goma.",
            ["Les combats ont cessé … et les blessés ont été évacués vers Goma"],
        ),
        (
            "Les combats ont cessé, a dit le ministre, et l'opposition réclame une enquête.",
            ["Les combats ont cessé", "une enquête"],
        ),
        (
            "Le maire a quitté la salle, a raconté un élu, avant de téléphoner.",
            ["Le maire a quitté la salle"],
        ),
        (
            "Le bilan est de trois morts, selon la police, mais les familles cherchent encore leurs proches.",
            ["Le bilan est de trois morts"],
        ),
        # between a subject and its verb
        (
            "Plusieurs détenus, affirme une avocate, avaient été menottés.",
            ["Plusieurs détenus … avaient été menottés"],
        ),
        # each source vouches for its own number
        (
            "Ils étaient 6 000 selon la préfecture, 30 000 selon les organisateurs, à défiler samedi.",
            ["6 000", "30 000"],
        ),
        # behind a semicolon
        (
            "Le premier ministre nie tout accord ; selon un quotidien, il aurait consenti dès le printemps.",
            ["tout accord", "il aurait consenti dès le printemps"],
        ),
        ("La junte, à l'en croire, n'a rien à cacher.", ["La junte … n'a rien à cacher"]),
        # relatives: the subject stands behind the verb; a comma opens one
        ("Les excuses que réclame l'Arabie saoudite ne viendront pas.", []),
        ("La présidente a promis son veto, que la majorité entend balayer.", ["son veto"]),
        # where a phrase ends
        ("Kadhafi se dit prêt à négocier, les insurgés n'y croient pas.", ["prêt à négocier"]),
        (
            "Le chef de gang a promis la guerre civile si le premier ministre ne partait pas.",
            ["la guerre civile si le premier ministre ne partait pas"],
        ),
        # the object stands behind an adverbial
        (
            "Le parti a dénoncé dès mercredi un « coup d'Etat institutionnel ».",
            ["un « coup d'Etat institutionnel »"],
        ),
        # noun phrases
        ("L'ONU parle de plus de 300 morts depuis janvier.", ["plus de 300 morts depuis janvier"]),
        ("Paris parle de crimes de guerre.", ["crimes de guerre"]),
        ("Les ministres ont parlé de la Syrie.", []),
        ("Kiev accuse Moscou de crimes de guerre.", ["de crimes de guerre"]),
        ("Kiev accuse le gouvernement de Minsk.", []),
        ("Washington a proposé une trêve de dix jours.", ["une trêve de dix jours"]),
        ("La Fifa a exclu la Russie.", []),
        ("Le ministre a proposé un nouveau directeur.", []),
        # an auxiliary shared with a verb of another kind
        (
            "Le gouvernement et les rebelles ont rencontré l'émissaire et réclamé que le blocus soit levé.",
            ["le blocus soit levé"],
        ),
        # hearsay behind a colon is the speaker's
        (
            "L'armée dément avoir tiré : les manifestants auraient été visés par des inconnus.",
            ["avoir tiré", "les manifestants auraient été visés par des inconnus"],
        ),
        ("L'armée dément avoir tiré : une enquête est ouverte.", ["avoir tiré"]),
        # a toll that somebody gives, a loss that somebody admits
        ("Une source sécuritaire a évoqué une dizaine de morts.", ["une dizaine de morts"]),
        ("Kiev a reconnu la perte de deux villages.", ["la perte de deux villages"]),
        ("Kiev a reconnu le nouvel Etat.", []),
        # a few words between commas
        (
            "Les autorités ont démenti, vendredi soir, toute implication dans l'attentat.",
            ["toute implication dans l'attentat"],
        ),
        (
            "Les rebelles affirment, images à l'appui, avoir abattu l'avion.",
            ["avoir abattu l'avion"],
        ),
        # what is said of the source is no content
        ("Selon la BBC, qui cite deux diplomates, un accord serait proche.", ["un accord serait proche"]),
        # another verb of saying begins another content
        (
            "Le ministre a exclu tout dialogue avec eux, les accusant de vouloir « diviser » le pays.",
            ["tout dialogue avec eux", "de vouloir « diviser » le pays"],
        ),
        (
            "Le porte-parole a confirmé le raid, mais assuré que les victimes étaient des combattants.",
            ["les victimes étaient des combattants"],
        ),
        # nobody speaks
        ("La Maison Blanche n'a pas souhaité commenter ces informations.", []),
        ("Un responsable, qui a requis l'anonymat, confirme leur présence.", ["leur présence"]),
        # no infinitive
        (
            "Les syndicats appellent à la grève générale à partir de jeudi.",
            ["la grève générale à partir de jeudi"],
        ),
        ("Le président du Sénat s'est dit « consterné ».", ["consterné"]),
        (
            "« Pas de négociations », a tranché le général. « Rien avant le retrait des troupes. »",
            ["Pas de négociations … Rien avant le retrait des troupes."],
        ),
        # a verb of any kind behind quotation marks
        (
            "« Nous ne pouvons rien faire », a éludé la porte-parole du ministère.",
            ["Nous ne pouvons rien faire"],
        ),
    ],
)
def test_contents_of_a_sentence(code, text, expected):
    assert contents(code(text)) == expected


def test_quoted_sentence_behind_a_dateline_is_a_statement(code):
    text = "OTTAWA — « Les Canadiens attendent un geste. » A Montréal, Justin Trudeau n'a rien retiré."
    assert contents(code(text)) == ["Les Canadiens attendent un geste."]


def test_dateline_with_a_hyphen_is_no_content(code):
    text = "KHARTOUM, 27 oct (Nova) - Le premier ministre est retenu chez lui, a indiqué son cabinet."
    assert contents(code(text)) == ["Le premier ministre est retenu chez lui"]


def test_name_beside_a_noun_for_nobody_speaks(code):
    coded = code("Son camarade Asif Mahmud met l'armée en garde et appelle à protéger les minorités.")
    names = {a.id: a.name for a in coded.actors}
    assert {names[s.speaker] for s in coded.statements} == {"Asif Mahmud"}
