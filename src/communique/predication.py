"""What is said of a noun, who is to act in a clause, and whom a clause of purpose fights."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from communique.clauses import ClauseReader
from communique.languages.grammar import Grammar
from communique.mentions import MentionIndex
from communique.syntax import Sentence, Token

NEGATION_REACH = 6  # words behind a verb within which the second part of its negation stands


def predicates(sentence: Sentence, i: int) -> tuple[int, ...]:
    """*des combats ont éclaté*, *l'attaque a fait dix morts*: the verb whose subject noun ``i`` is."""
    token = sentence.tokens[i]
    while token.dep == "conj" and token.head != token.i:
        token = sentence.tokens[token.head]
    head = sentence.tokens[token.head]
    phrased = head.pos == "NOUN" and any(c.dep == "cop" for c in sentence.children(head.i))  # *est en cours*
    if token.dep in ("nsubj", "nsubj:pass") and (head.pos in ("VERB", "AUX", "ADJ") or phrased):
        return (head.i, *(c.i for c in sentence.children(head.i) if c.dep == "xcomp" and c.pos == "ADJ"))
    return ()


def qualifying(reader: ClauseReader, sentence: Sentence, noun: int) -> list[Token]:
    """Adjectives and names beside a noun without a preposition: *les frappes **russes***.

    *une campagne de bombardements russe*, *les manœuvres d'intimidation chinoises*: also the adjective that
    agrees with the noun above, where it stands right behind this one.
    """
    token = sentence.tokens[noun]
    above = sentence.children(token.head) if token.dep == "nmod" and token.head < noun else ()
    outer = [c for c in above if c.dep == "amod" and c.i == noun + 1]
    return [
        c
        for c in (*sentence.children(noun), *outer)
        if c.pos in ("ADJ", "NOUN", "PROPN", "X")
        and c.dep in ("amod", "nmod", "appos", "flat:name", "conj")
        and not reader.preposition(sentence, c.i)
    ]


def happening(reader: ClauseReader, sentence: Sentence, i: int) -> tuple[int, ...]:
    """*Une rencontre a eu lieu avec …*, *est prévue entre …*: the words of the verb that tells so."""
    occurrence = reader.grammar.occurrence
    for verb in predicates(sentence, i):
        children, lemma = sentence.children(verb), sentence.tokens[verb].lemma.lower()
        passive = reader.is_passive(sentence, verb) and not reader.agents(sentence, verb)
        if (
            passive
            or any(name in occurrence for name in reader.names(sentence, sentence.tokens[verb]))
            or any(f"{lemma} {c.lemma.lower()}" in occurrence for c in children)
        ):
            return (verb, *(c.i for c in children if c.dep.startswith(("aux", "cop"))))
    return ()


def sets_scene(reader: ClauseReader, sentence: Sentence, i: int, name: str) -> bool:
    """*Lors d'un appel …, Berlin a …*, *En visite à Oslo, il a …*; not *accusé de violences en réunion*."""
    if name in reader.grammar.of("scene"):
        return True
    head = sentence.tokens[sentence.tokens[i].head]
    opens = i == 1 and name in reader.grammar.of("of")  # *De passage à Oslo, il a …*
    return (opens or name in reader.grammar.of("abroad")) and i < head.i and head.pos in ("VERB", "AUX")


def lasting(reader: ClauseReader, sentence: Sentence, i: int) -> int:
    """*au terme de six heures de **négociations***: the word for how long or how many, else noun ``i``."""
    head = sentence.tokens[sentence.tokens[i].head]
    spans = reader.grammar.of("moments") | reader.grammar.of("measure")
    of = reader.preposition(sentence, i) in reader.grammar.of("of")
    spanned = of and head.i < i and not spans.isdisjoint((head.low, head.lemma.lower()))
    return lasting(reader, sentence, head.i) if spanned else i


def around(reader: ClauseReader, sentence: Sentence, i: int, *, met: bool) -> tuple[int, ...]:
    """*Lors d'un appel avec Paris, Berlin a …*: the subject of the clause that noun ``i`` sets the scene of.

    Also *Après dix heures d'entretiens avec Paris, Berlin a …* (``met``: it tells with whom); not *Après
    les entretiens, Berlin a …*.
    """
    top = lasting(reader, sentence, i)
    name = reader.preposition(sentence, top)
    verb = reader.verb_above(sentence, top)
    upon = met and name in reader.grammar.of("upon")
    if verb is None or not (upon or sets_scene(reader, sentence, top, name)):
        return ()
    return reader.agents(sentence, verb.i)


def partitive(reader: ClauseReader, sentence: Sentence, i: int) -> list[int]:
    """*s'inquiète des ventes*: a complement with *des* read as the object of a reflexive verb."""
    of = reader.grammar.of("of")
    return [
        c.i
        for c in sentence.children(i)
        if c.dep == "obj" and any(d.low in of for d in sentence.children(c.i) if d.dep == "det")
    ]


def situates(reader: ClauseReader, sentence: Sentence, i: int) -> tuple[int, ...]:
    """*Le président est en visite à Rabat*: the subject of a noun behind a copula and a preposition.

    Not *Le président est contre le blocus*.
    """
    children = sentence.children(i)
    within = reader.preposition(sentence, i) in reader.grammar.of("situating")
    if within and (inserted := _inserted(sentence, i)) is not None:
        return reader.coordinated(sentence, inserted)
    if not within or not {"cop", "case"} <= {c.dep for c in children}:
        return ()
    return tuple(k for c in children if c.dep == "nsubj" for k in reader.coordinated(sentence, c.i))


def _inserted(sentence: Sentence, i: int) -> int | None:
    """*Le ministre, en visite à Rome, …*: the noun before, where commas set off the phrase."""
    cases = [c.i for c in sentence.children(i) if c.dep == "case" and c.i < i]
    head = sentence.tokens[i].head
    if not cases or cases[0] < 2 or sentence.tokens[cases[0] - 1].text != "," or head >= cases[0]:
        return None
    return head if sentence.tokens[head].pos in ("NOUN", "PROPN") else None


def quoted(sentence: Sentence, i: int) -> tuple[int, ...]:
    """*« Nous riposterons », prévient le ministre*: the verb of the words that stand before its own.

    Not *Les rebelles, prévient le ministre, sont armés* (the words go on behind it).
    """
    verb, said = sentence.tokens[i], sentence.head(i)
    start = min([i, *(c.i for c in sentence.children(i) if c.dep.startswith(("aux", "expl")) and c.i < i)])
    if said is None or said.i >= i or verb.pos != "VERB" or not start:
        return ()
    ends = sentence.tokens[start - 1].text in {",", "\u00bb", '"', "\u201d"}
    speaker = any(c.i > i and c.dep == "nsubj" for c in sentence.children(i))
    return (said.i,) if ends and speaker else ()


def above(sentence: Sentence, i: int) -> tuple[int, ...]:
    """*huit heures de discussions*: the noun that a noun belongs to."""
    token = sentence.tokens[i]
    head = sentence.tokens[token.head]
    belongs = token.dep in ("nmod", "obl:arg", "obl:mod") and head.i < i
    return (head.i,) if belongs and head.pos in ("NOUN", "NUM") else ()


def both(reader: ClauseReader, sentence: Sentence, i: int) -> tuple[int, ...]:
    """*Après huit heures de discussions, Kigali et Kinshasa ont …*: the several subjects of the clause.

    Not *Après huit heures de discussions, Kigali a …* (with whom is not told).
    """
    verb = reader.verb_above(sentence, i)
    if verb is None or verb.i < i:
        return ()
    found = reader.agents(sentence, verb.i)
    return found if len(found) > 1 and min(found) > i else ()


def talking(reader: ClauseReader, sentence: Sentence, i: int) -> tuple[int, ...]:
    """*Au téléphone, Rome a reproché à Paris ses retards*: who says something in the clause, and to whom."""
    verb = reader.verb_above(sentence, i)
    if verb is None:
        return ()
    told = [k for k, name in reader.obliques(sentence, verb.i) if name in reader.grammar.of("dative")]
    told = [k for k in (*reader.objects(sentence, verb.i), *told) if k != i]
    said = reader.agents(sentence, verb.i)
    return (*said, *told) if said and told else ()


def is_negated(sentence: Sentence, i: int, grammar: Grammar) -> bool:
    """*n'y a pas donné suite*, *pas question de céder*; not *n'a donné que son nom*."""
    tokens = sentence.tokens
    if tokens[i].pos == "NOUN":
        return i > 0 and tokens[i - 1].low in grammar.of("negation")
    at = next((c.i for c in sentence.children(i) if c.low in grammar.of("negation_clitic") and c.i < i), None)
    if at is None:
        before = i - 1
        while before >= 0 and tokens[before].pos in ("AUX", "PRON", "ADV"):
            before -= 1
            if tokens[before + 1].low in grammar.of("negation_clitic"):
                at = before + 1
                break
    if at is None:
        return False
    return any(t.low in grammar.of("negation") for t in tokens[at + 1 : i + NEGATION_REACH])


def wished(reader: ClauseReader, sentence: Sentence, clauses: Iterable[int]) -> tuple[int, ...]:
    """*a demandé que les rebelles déposent les armes*: who is to act in the clauses."""
    return tuple(
        k
        for verb in clauses
        if not reader.is_passive(sentence, verb)
        for c in sentence.children(verb)
        if c.dep == "nsubj"
        for k in reader.coordinated(sentence, c.i)
    )


def fought(reader: ClauseReader, sentence: Sentence, i: int) -> tuple[int, ...]:
    """Whom an infinitive of purpose behind word ``i`` fights: *pour combattre l'EI*."""
    grammar = reader.grammar
    order, fighting = grammar.of("in_order"), grammar.of("fighting")
    for token in sentence.tokens[i + 1 :]:
        if token.feature("VerbForm") == "Fin":
            return ()
        marks = {c.low for c in sentence.children(token.i) if c.i < token.i}
        if token.lemma.lower() in fighting and (marks & order or sentence.tokens[token.i - 1].low in order):
            against = [k for k, name in reader.obliques(sentence, token.i) if name in grammar.of("against")]
            return reader.objects(sentence, token.i) or tuple(against)
    return ()


def counted(reader: ClauseReader, sentence: Sentence, i: int, mentions: MentionIndex) -> int:
    """*un million de réfugiés*, *deux des otages*, *des groupes de manifestants*: who is counted."""
    token, of = sentence.tokens[i], reader.grammar.of("of")
    band = token.lemma.lower() in reader.grammar.of("bands")
    if token.lemma.lower() not in reader.grammar.of("measure") and token.pos != "NUM" and not band:
        return i
    for child in sentence.children(i):
        if child.dep in ("nmod", "obl:arg") and reader.preposition(sentence, child.i) in of:
            people = any(d.actor.kind == "people" for d in mentions.denoted(child.start))
            return child.i if people or not band else i
    return i


def sponsors(
    reader: ClauseReader, sentence: Sentence, bearers: tuple[int, ...], doing: str
) -> tuple[int, ...]:
    """*des pourparlers parrainés par le Qatar*, *un sommet convoqué par Paris*: who brought them about.

    ``doing`` names the list of verbs (``mediating``, ``convening``).
    """
    below = (c for i in bearers for c in sentence.children(i))
    near = [c for word in below for c in (word, *sentence.children(word.i))]
    made = [c for c in near if c.dep.startswith("acl") and c.lemma.lower() in reader.grammar.of(doing)]
    return tuple(i for c in made if reader.is_passive(sentence, c.i) for i in reader.agents(sentence, c.i))


# Slots that are read off the tree alone.
READ_OFF: Mapping[str, Callable[[ClauseReader, Sentence, int], tuple[int, ...]]] = MappingProxyType(
    {
        "predicate": lambda _, sentence, i: predicates(sentence, i),
        "quoted": lambda _, sentence, i: quoted(sentence, i),
        "above": lambda _, sentence, i: above(sentence, i),
        "both": both,
        "talking": talking,
    }
)
