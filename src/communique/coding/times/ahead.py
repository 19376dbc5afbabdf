"""What looks ahead whatever the tense of its verb: 'le sommet prévu mardi', 'la trêve prend fin jeudi'.

Also what is called for ('appellent à une grève jeudi'), feared or in prospect ('par crainte de nouvelles
violences samedi') and a rendezvous without a verb. Not 'ont appelé jeudi à une grève', and not 'a prévu'.
"""

from __future__ import annotations

from communique.languages.calendar import Calendar
from communique.syntax import Sentence, Token

AHEAD_WITHIN = 4  # words between 'prevu' and the time that it governs
COMING_WITHIN = 6  # words before a time in which "entre en vigueur" or "prend fin" ends
CALLED_WITHIN = 5  # words between 'a une greve' and the time: 'a une greve generale illimitee'
DREADED_WITHIN = 9  # words between 'crainte' and the time: 'crainte de nouvelles violences dans la capitale'
WISHED_WITHIN = 9  # words between a wish and its day: 'menacent de reinvestir les rues de la ville samedi'
BETWEEN_VERBS = 2  # words from a wish to its infinitive: 'menacent de reinvestir'
VERBS = frozenset({"VERB", "AUX"})
CLAUSES = VERBS | {"PRON"}
COMMA = ","
CLAUSE_BREAKS = frozenset({";", ":", ".", "\u2013", "\u2014"})


def ahead_before(sentence: Sentence, first: int, calendar: Calendar) -> bool:
    """Whether a word that looks ahead stands right before: 'le sommet prévu mardi', 'pour mardi'."""
    if first and calendar.has("appointing", sentence.tokens[first - 1].low):
        return True
    for token in reversed(sentence.tokens[max(0, first - AHEAD_WITHIN) : first]):
        if calendar.has("ahead", token.low):
            return not _perfect(sentence, token, calendar)
        if token.text in CLAUSE_BREAKS or token.text == COMMA:
            return False
    return False


def coming_before(sentence: Sentence, first: int, calendar: Calendar) -> bool:
    """Whether what stands right before looks ahead in the present: 'l'accord entre en vigueur dimanche'."""
    words = "".join(f" {t.low}" for t in sentence.tokens[max(0, first - COMING_WITHIN) : first])
    return any(words.endswith(f" {phrase}") for phrase in calendar.words("coming"))


def called_for(sentence: Sentence, first: int, calendar: Calendar) -> bool:
    """What is called for: 'appellent à une nouvelle marche jeudi'; not 'ont appelé jeudi à une marche'."""
    near = sentence.tokens[max(0, first - CALLED_WITHIN) : first]
    clause = _behind_last(near, CLAUSES)
    if not any(calendar.has("called_for", t.low) for t in clause):
        return False
    return any(calendar.has("calling", t.lemma.lower()) for t in sentence.tokens[:first])


def wished_for(sentence: Sentence, first: int, calendar: Calendar) -> bool:
    """What somebody wishes to do: 'menacent de réinvestir la ville samedi', whatever the tree makes of it."""
    before = sentence.tokens[max(0, first - WISHED_WITHIN) : first]
    verbs = [t for t in _behind_last(before, frozenset()) if t.pos in VERBS]
    if len(verbs) < 2 or verbs[-1].feature("VerbForm") != "Inf" or verbs[-2].feature("VerbForm") != "Fin":
        return False
    near = verbs[-1].i - verbs[-2].i <= BETWEEN_VERBS and verbs[-1].i < first - 1
    return near and calendar.has("wishing", verbs[-2].lemma.lower())


def appointed(sentence: Sentence, first: int, calendar: Calendar) -> bool:
    """What is planned stands right before, and is announced: 'a annoncé un vote mercredi'."""
    if not first or not calendar.has("planned", sentence.tokens[first - 1].low):
        return False
    verb = sentence.tokens[sentence.tokens[first - 1].head]
    return verb.i < first and calendar.has("appointing_verb", verb.lemma.lower())


def dreaded(sentence: Sentence, first: int, calendar: Calendar) -> bool:
    """What is feared or in prospect: 'par crainte de nouvelles violences samedi'; no verb stands between."""
    near = sentence.tokens[max(0, first - DREADED_WITHIN) : first]
    clause = _behind_last(near, VERBS)
    nouns = [t for t in clause if t.pos in ("NOUN", "PROPN")]
    return any(calendar.has("prospect", t.low) for t in nouns[:-1])  # not 'l'appel de lundi'


def rendezvous(sentence: Sentence, first: int, calendar: Calendar) -> bool:
    """Of words without a verb: 'Prochaine étape, la réunion des ministres lundi'."""
    return any(calendar.has("to_come", t.low) for t in sentence.tokens[:first])


def _behind_last(tokens: tuple[Token, ...], breaks: frozenset[str]) -> tuple[Token, ...]:
    """The tokens behind the last mark, or the last word of a class that breaks."""
    marks = (*CLAUSE_BREAKS, COMMA)
    ends = [n for n, token in enumerate(tokens, 1) if token.pos in breaks or token.text in marks]
    return tokens[max(ends, default=0) :]


def _perfect(sentence: Sentence, token: Token, calendar: Calendar) -> bool:
    """Whether a participle is that of a past tense: 'l'Italie a convoqué en juin son chargé d'affaires'."""
    before = sentence.tokens[max(0, token.i - 2) : token.i]
    return any(calendar.has("having", t.low) for t in before)
