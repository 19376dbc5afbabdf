"""Status: whether an act was a deed, a plan, an attempt, hearsay or a denial.

Read from the trigger outwards: its own mood and negation, then the words that govern it
(*tente de*, *un éventuel*, *dément avoir*), then the sentence that it stands in. Source: codebook,
'Status'. Precision over boldness: what is wished, asked, prevented or supposed is no report.
"""

from __future__ import annotations

from collections.abc import Iterator

from communique.candidates import Candidate, Judged, Sign
from communique.clauses import ClauseReader
from communique.coding.judging.governing import GoverningReader
from communique.coding.judging.moods import MoodReader, sign
from communique.languages.operators import OperatorSet
from communique.syntax import Sentence, Token

STRENGTH = {
    "asserted": 0, "told": 0, "reported": 1, "unconfirmed": 2, "planned": 3, "possible": 4, "attempted": 5,
    "negated": 6, "denied": 7, "open": 8,
}  # fmt: skip
MODIFIERS = ("amod", "acl", "advmod", "nmod", "appos")
FULL = 3  # the words before *que* in *favorable à ce que*
REFUSAL = "REJECT"
REFUSING = frozenset({"negation", "future", "near-future", "future-in-the-past"})
WORDS = frozenset({"REQUEST", "ACCUSE", "SUPPORT"})  # acts done by speaking


class StatusReader:
    """Finds the signs of status around triggers of one sentence."""

    __slots__ = ("_governing", "_grammar", "_moods", "_operators", "_others", "_reader", "_sentence")

    def __init__(
        self,
        sentence: Sentence,
        *,
        reader: ClauseReader,
        operators: OperatorSet,
        others: tuple[Candidate, ...],
    ) -> None:
        self._sentence = sentence
        self._reader = reader
        self._grammar = reader.grammar
        self._operators = operators
        self._others = {word: c for c in others for word in c.trigger.words}
        self._moods = MoodReader(sentence, reader=reader, operators=operators)
        self._governing = GoverningReader(sentence, reader=reader, operators=operators, others=self._others)

    def signs(self, candidate: Candidate) -> tuple[Sign, ...]:
        """All signs that bear on a candidate, the trigger's own first."""
        found = [*self._own(candidate), *self._governing.signs(candidate), *self._of_sentence(candidate)]
        found += [] if candidate.trigger.is_verb else self._governing.about_signs(candidate)
        if candidate.frame.status:
            found.append(Sign(candidate.frame.status, candidate.start, candidate.end, candidate.rule))
        return tuple(found)

    def _own(self, candidate: Candidate) -> Iterator[Sign]:
        trigger = candidate.trigger
        refused = trigger.is_verb and candidate.frame.type == REFUSAL  # *a annulé la visite prévue lundi*
        for word in (trigger.word,) if refused else trigger.words:
            yield from self._modifiers(word, candidate)
        if trigger.verb is not None:
            yield from self._told_by(trigger.verb, candidate)
            yield from self._governing.carrying_signs(candidate)
        if not trigger.is_verb:
            yield from self._governing.subject_signs(trigger.word, candidate.frame.type)
            yield from self._negated_noun(trigger.word)
            yield from self._in_sight(trigger.word)

    def _told_by(self, verb: int, candidate: Candidate) -> Iterator[Sign]:
        """What the verb tells of its act; *n'a pas revendiqué l'attaque* leaves the attack as it was."""
        token = self._sentence.tokens[verb]
        if token.lemma in self._grammar.of("claiming") and len(candidate.trigger.words) > 1:
            return
        refusing = candidate.frame.negated  # *n'en veut pas*, *ne signera pas*: refused here and now
        yield from (s for s in self._moods.told_by(verb) if not (refusing and s.rule in REFUSING))
        if self._of_anybody(token) or self._of_each(token):
            yield sign("open", token, "anybody")

    def _of_anybody(self, verb: Token) -> bool:
        """*ceux qui se battent contre la loi*: whoever does it; *ceux qui ont tué* did it."""
        head = self._sentence.tokens[verb.head]
        helpers = [c for c in self._sentence.children(verb.i) if c.dep == "aux:tense"]
        anybody = head.low in self._grammar.of("anybody") or self._is_at_large(head)
        return anybody and verb.dep == "acl:relcl" and not helpers and verb.feature("Tense") != "Imp"

    def _is_at_large(self, noun: Token) -> bool:
        """*les gens*, *les personnes*, with the article and without a number."""
        children = self._sentence.children(noun.i)
        if noun.lemma.lower() not in self._grammar.of("at_large") or any(c.pos == "NUM" for c in children):
            return False
        return any(c.feature("Definite") == "Def" for c in children)

    def _of_each(self, verb: Token) -> bool:
        """*chaque pays a pu demander*: no one of them in particular."""
        subjects = self._reader.subjects(self._sentence, verb.i)
        each = self._grammar.of("each")
        return any(c.low in each for i in subjects for c in self._sentence.children(i))

    def _modifiers(self, i: int, candidate: Candidate) -> Iterator[Sign]:
        """*un éventuel retrait*, *la rencontre prévue lundi*, *le sommet à venir*."""
        for child in self._sentence.children(i):
            if child.dep in MODIFIERS:
                operator = self._governing.adjective(child)
                if operator and operator.suits(candidate.frame.type):
                    yield sign(operator.effect, child, self._operators.rule(operator))
            if child.dep.startswith("acl") and self._is_to_come(child):
                yield sign("planned", child, "to-come")

    def _is_to_come(self, token: Token) -> bool:
        before = self._sentence.tokens[token.i - 1]
        coming = token.feature("VerbForm") == "Inf" and token.lemma.lower() in self._grammar.of("past_going")
        return coming and before.low in self._grammar.of("dative")

    def _in_sight(self, i: int) -> Iterator[Sign]:
        """*Accord en vue entre Ankara et Bagdad*, *Vers une reprise des pourparlers*: not yet done.

        Nor is what *est en préparation*.
        """
        grammar = self._grammar
        for child in self._sentence.children(i):
            if child.low in grammar.of("in_sight") and self._reader.preposition(self._sentence, child.i) in (
                grammar.of("abroad")
            ):
                yield sign("possible", child, "in-sight")
        head = self._sentence.head(i)
        told = head is not None and self._sentence.tokens[i].dep.startswith("nsubj")
        if told and head is not None and head.low in grammar.of("in_sight"):
            yield sign("planned", head, "in-sight")
        first = self._sentence.tokens[0]
        top = next((t for t in self._sentence.tokens if t.head == t.i), first)
        titled = first.low in grammar.of("towards") and first.head == top.i and top.pos in ("NOUN", "PROPN")
        if titled and (top.i == i or self._sentence.tokens[i].head == top.i):
            yield sign("possible", first, "in-sight")

    def _negated_noun(self, i: int) -> Iterator[Sign]:
        """*aucune attaque*, *pas une attaque*, *sans violences*; *toute attaque* is no one in particular."""
        never, without = self._grammar.of("never"), self._grammar.of("without")
        for child in self._sentence.children(i):
            single = child.low in self._operators.of("one") and child.dep == "det" and child.i > 0
            barred = single and self._sentence.tokens[child.i - 1].low in self._operators.of("barring")
            if child.low in never or barred or (child.low in without and child.dep == "case"):
                yield sign("negated", child, "negated-noun")
            each = child.low in self._grammar.of("each") and child.dep == "det" and child.i + 1 == i
            if each and not self._is_denied(i):
                yield sign("open", child, "anybody")

    def _is_denied(self, i: int) -> bool:
        """*a démenti toute arrestation*: that act, and no other, is denied."""
        head = self._sentence.head(i)
        operator = self._operators.find("verb", head.lemma.lower()) if head is not None else None
        return operator is not None and operator.effect == "denied"

    def _of_sentence(self, candidate: Candidate) -> Iterator[Sign]:
        last = self._sentence.tokens[-1]
        if last.text in self._grammar.of("question"):
            yield sign("open", last, "question")
        above = self._reader.verb_above(self._sentence, candidate.trigger.word)
        carried = candidate.trigger.verb is not None
        verb = candidate.trigger.verb if above is None or carried else above.i
        if verb is None:
            return
        top = self._sentence.tokens[verb]
        yield from self._purpose(top, candidate) if carried else ()
        while top.dep in ("conj", "xcomp") and top.head != top.i:
            top = self._sentence.tokens[top.head]
            yield from self._purpose(top, candidate) if carried else ()
        yield from self._condition(verb, top)

    def _condition(self, verb: int, top: Token) -> Iterator[Sign]:
        """*s'il attaquait*, *sans préciser s'il a attaqué*: conditions and questions tell no deed."""
        conditions = self._grammar.of("if")
        for clause in {verb: self._sentence.tokens[verb], top.i: top}.values():
            for child in self._sentence.children(clause.i):
                following = self._sentence.tokens[min(child.i + 1, len(self._sentence.tokens) - 1)]
                elided = child.pos == "PRON" and following.dep.startswith("nsubj")  # *s'il*, read as *se*
                if child.low in conditions and (child.dep == "mark" or elided):
                    yield sign("open", child, "condition")
                if child.dep == "mark" and self._is_wished_for(child):
                    yield sign("open", child, "wish")

    def _is_wished_for(self, mark: Token) -> bool:
        """*sont favorables à ce que la France accueille*; *jusqu'à ce que* tells what came."""
        before = [t.low for t in self._sentence.tokens[max(0, mark.i - FULL) : mark.i]]
        grammar = self._grammar
        if mark.low not in grammar.of("that") or len(before) < FULL:
            return False
        that, to = before[-1] in grammar.of("presenting"), before[-2] in grammar.of("dative")
        return that and to and before[-FULL] not in grammar.of("until")

    def _purpose(self, verb: Token, candidate: Candidate) -> Iterator[Sign]:
        """*pour combattre* is no deed; *pour avoir tué* is, and so is what one demonstrates for."""
        children = self._sentence.children(verb.i)
        past = any(c.dep.startswith("aux") and c.lemma in self._grammar.of("have") for c in children)
        if verb.feature("VerbForm") != "Inf" or past:
            return
        own = candidate.trigger.verb == verb.i
        if candidate.frame.type in WORDS and own and verb.head != verb.i and verb.head in self._others:
            return
        order = self._grammar.of("in_order")
        for child in children:
            if child.low in order and child.dep in ("mark", "case"):
                yield sign("open", child, "purpose")


def judge_candidates(
    sentences: tuple[Sentence, ...],
    candidates: tuple[Candidate, ...],
    *,
    reader: ClauseReader,
    operators: OperatorSet,
) -> tuple[Judged, ...]:
    """Each candidate with its status as the sentence tells it; ``open`` where no deed is told.

    The sign that takes most away from a plain deed decides, the nearest first: *aurait tenté de
    frapper* is attempted, *nie avoir tenté* denied.
    """
    judged: list[Judged] = []
    for index, sentence in enumerate(sentences):
        here = tuple(c for c in candidates if c.sentence == index)
        if not here:
            continue
        status = StatusReader(sentence, reader=reader, operators=operators, others=here)
        for candidate in here:
            signs = sorted(status.signs(candidate), key=lambda s: -STRENGTH[s.effect])
            effect = signs[0].effect if signs else "asserted"
            judged.append(Judged(candidate, "asserted" if effect == "told" else effect, tuple(signs)))
    return tuple(judged)
