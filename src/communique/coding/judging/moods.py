"""What a verb's own form tells: mood, tense, negation, adverbs of doubt.

*aurait tué* is hearsay, *tuera* and *va tuer* announced, *n'a pas tué* negated, *n'a tué que* a deed.
Source: codebook, 'Status'.
"""

from __future__ import annotations

from collections.abc import Iterator

from communique.candidates import Sign
from communique.clauses import ClauseReader
from communique.languages.operators import OperatorSet
from communique.syntax import Sentence, Token

NEGATION_REACH = 14  # words from *ne* to its second part; parsers lose the link, a reader does not
BETWEEN = ("AUX", "PRON", "ADV")  # what may stand between *ne* and its verb


class MoodReader:
    """Finds the signs of status in the form of one sentence's verbs."""

    __slots__ = ("_grammar", "_operators", "_reader", "_sentence")

    def __init__(self, sentence: Sentence, *, reader: ClauseReader, operators: OperatorSet) -> None:
        self._sentence = sentence
        self._reader = reader
        self._grammar = reader.grammar
        self._operators = operators

    def told_by(self, i: int) -> Iterator[Sign]:
        """All that verb ``i`` tells of its own act: mood, negation, adverbs."""
        yield from self.purpose(i)
        yield from self.definition(i)
        yield from self.mood(i)
        yield from self.negation(i)
        yield from self.adverbs(i)

    def purpose(self, i: int) -> Iterator[Sign]:
        """*un ultimatum pour qu'il démissionne*: what is only aimed at."""
        aims = self._grammar.of("in_order")
        for mark in self._sentence.children(i):
            before = self._sentence.tokens[mark.i - 1] if mark.i else None
            if mark.dep == "mark" and mark.pos == "SCONJ" and before is not None and before.low in aims:
                yield sign("open", mark, "purpose")

    def definition(self, i: int) -> Iterator[Sign]:
        """*agresser un maire, c'est attaquer la République*: neither infinitive tells a deed."""
        tokens = self._sentence.tokens
        if tokens[i].feature("VerbForm") != "Inf":
            return
        at = i - 1
        while at > 1 and tokens[at].pos == "PRON":
            at -= 1
        if at > 0 and self._defines(at - 1):
            yield sign("open", tokens[at], "definition")
        governed = (
            i > 0 and tokens[i - 1].pos != "PUNCT" and tokens[i - 1].low not in self._grammar.of("that")
        )
        for token in () if governed else tokens[i + 1 : -2]:
            if token.feature("VerbForm") == "Fin":
                return
            if token.text == "," and self._defines(token.i + 1):
                yield sign("open", tokens[token.i + 2], "definition")
                return

    def _defines(self, i: int) -> bool:
        """Whether *c'est* stands at word ``i``."""
        tokens, grammar = self._sentence.tokens, self._grammar
        presents = tokens[i].low in grammar.of("presenting")
        return presents and tokens[i + 1].lemma in grammar.of("be")

    def mood(self, i: int) -> Iterator[Sign]:
        """Conditional, future and near future; a coordinated participle shares its auxiliary."""
        verb = self._sentence.tokens[i]
        forms = self._finite(i)
        if not any(t.feature("VerbForm") == "Fin" or t.feature("Mood") for t in forms):
            shared = self._shared(verb)
            if shared is not None:
                yield from self.mood(shared)
                return
        for token in forms:
            yield from self._form(token, verb)

    def _form(self, token: Token, verb: Token) -> Iterator[Sign]:
        mood, tense = token.feature("Mood"), token.feature("Tense")
        auxiliary = token.i != verb.i
        operator = self._operators.find("verb", token.lemma.lower()) if auxiliary else None
        if self._is_going(token, verb):
            yield sign("planned", token, "near-future")
        elif mood == "Cnd" and not auxiliary and self._says_no_more(verb):
            return
        elif mood == "Cnd":
            compound = auxiliary and verb.feature("VerbForm") == "Part" and operator is None
            compound = compound and not self._is_simple_passive(token, verb)
            yield self._conditional(token, verb, compound=compound)
        elif tense == "Fut" and not (auxiliary and self._sums_up(verb)):
            yield sign("planned", token, "future")
        if operator is not None:
            yield sign(operator.effect, token, self._operators.rule(operator))

    def _says_no_more(self, verb: Token) -> bool:
        """*voudrait que Paris cède* asks for it, and *pourrait céder si …* is possible in any mood."""
        lemma = verb.lemma.lower()
        operator = self._operators.find("verb", lemma)
        return lemma in self._operators.of("polite") or (
            operator is not None and operator.effect == "possible"
        )

    def _sums_up(self, verb: Token) -> bool:
        """*la trêve n'aura tenu que deux jours*: with *ne … que* a future perfect looks back."""
        if verb.feature("VerbForm") != "Part":
            return False
        words = {c.low for c in self._sentence.children(verb.i)}
        return bool(words & self._grammar.of("negation_clitic")) and not words & self._grammar.of("negation")

    def _is_simple_passive(self, token: Token, verb: Token) -> bool:
        """*seraient expulsés* is as simple as *expulserait*; *auraient été expulsés* is compound."""
        auxiliaries = [c for c in self._sentence.children(verb.i) if c.dep.startswith("aux")]
        return token.dep == "aux:pass" and auxiliaries == [token]

    def _is_going(self, token: Token, verb: Token) -> bool:
        """*va frapper*, *allait frapper*; not *est allé frapper*, nor *va* alone."""
        going = token.lemma.lower() in self._grammar.of("going") and token.feature("VerbForm") != "Part"
        return going and token.feature("Tense") != "Past" and self._has_infinitive(token, verb)

    def _has_infinitive(self, token: Token, verb: Token) -> bool:
        if token.i != verb.i:
            return verb.feature("VerbForm") == "Inf"
        return any(
            c.dep == "xcomp" and c.i > token.i and c.feature("VerbForm") == "Inf"
            for c in self._sentence.children(token.i)
        )

    def _finite(self, i: int) -> list[Token]:
        token = self._sentence.tokens[i]
        bearer = token.head if token.dep == "cop" else i  # *aurait **été** la cible de tirs*
        helping = [c for c in self._sentence.children(bearer) if c.dep.startswith(("aux", "cop"))]
        return [c for c in helping if c.i != i] + [token]

    def _shared(self, verb: Token) -> int | None:
        """*aurait tué dix rebelles et blessé un civil*: the verb whose auxiliary serves both.

        Not *n'ont pas cédé et Paris a rejeté l'offre*, which has its own.
        """
        head = self._sentence.tokens[verb.head]
        if any(c.dep.startswith("aux") and c.feature("Mood") for c in self._sentence.children(verb.i)):
            return None
        alike = verb.feature("VerbForm") == head.feature("VerbForm") == "Part"
        return head.i if verb.dep == "conj" and head.i != verb.i and alike else None

    def _conditional(self, token: Token, verb: Token, *, compound: bool) -> Sign:
        if self._has_condition():
            able = self._operators.find("verb", token.lemma.lower())
            if able is not None and able.effect == "possible":  # 'pourrait rappeler son ambassadeur si …'
                return sign("possible", token, "true-conditional")
            return sign("open", token, "true-conditional")
        if compound:
            return sign("unconfirmed", token, "press-conditional")
        if self._under_past_speech(verb):
            return sign("planned", token, "future-in-the-past")
        return sign("unconfirmed", token, "press-conditional")

    def _has_condition(self) -> bool:
        """Whether a clause with *si* that is no indirect question stands in the sentence."""
        conditions = self._grammar.of("if")
        return any(
            t.low in conditions
            and t.dep == "mark"
            and not self._sentence.tokens[t.head].dep.startswith("ccomp")
            for t in self._sentence.tokens
        )

    def _under_past_speech(self, verb: Token) -> bool:
        if not verb.dep.startswith("ccomp"):
            return False
        head = self._sentence.tokens[verb.head]
        return head.feature("Tense") in ("Past", "Imp") or head.feature("VerbForm") == "Part"

    def negation(self, i: int) -> Iterator[Sign]:
        """*n'a pas frappé*, *sans frapper*; *n'a frappé que* and *n'a pas seulement frappé* are deeds."""
        verb = self._sentence.tokens[i]
        clitic = self._clitic(i)
        if clitic is None:
            shared = self._shared(verb)
            yield from self._without(i)
            if shared is not None:
                yield from self.negation(shared)
            return
        second = self._second_part(clitic, verb)
        if second is not None:
            yield Sign("negated", clitic.start, second.end, "negation")

    def _clitic(self, i: int) -> Token | None:
        clitics = self._grammar.of("negation_clitic")
        own = next((c for c in self._sentence.children(i) if c.low in clitics and c.i < i), None)
        return own or self._before(i, clitics)

    def _before(self, i: int, words: frozenset[str]) -> Token | None:
        for token in reversed(self._sentence.tokens[max(0, i - 4) : i]):
            if token.low in words:
                return token
            if token.pos not in BETWEEN:
                return None
        return None

    def _second_part(self, clitic: Token, verb: Token) -> Token | None:
        words = self._grammar.of("negation") | self._operators.of("negation")
        only, merely = self._operators.of("only"), self._operators.of("merely")
        before = next(
            (t for t in self._sentence.tokens[max(0, clitic.i - 8) : clitic.i] if self._bars(t)), None
        ) or self._fronted(clitic)
        if before is not None:
            return clitic
        for token in self._sentence.tokens[clitic.i + 1 : clitic.i + NEGATION_REACH]:
            if token.low in words:
                following = (
                    self._sentence.tokens[token.i + 1] if token.i + 1 < len(self._sentence.tokens) else None
                )
                return None if following is not None and following.low in merely else token
            if token.i > verb.i and (token.low in only or token.text in (";", ":")):
                return None
        # *n'a pu entrer*, *n'ose négocier*: a few verbs are negated by *ne* alone
        return clitic if verb.lemma.lower() in self._grammar.of("negated_alone") else None

    def _fronted(self, clitic: Token) -> Token | None:
        """*Jamais, depuis la guerre et ses milliers de morts, les deux hommes ne s'étaient parlé*."""
        opening = self._sentence.tokens[: min(2, clitic.i)]
        return next((t for t in opening if t.low in self._operators.of("fronted")), None)

    def _bars(self, token: Token) -> bool:
        """*Aucune rencontre n'a eu lieu*, *Pas un mot n'a été dit*: the second part stands first."""
        behind = self._sentence.tokens[token.i + 1 : token.i + 2]
        single = any(t.low in self._operators.of("one") for t in behind)
        return token.low in self._operators.of("none") or (
            single and token.low in self._operators.of("barring")
        )

    def _without(self, i: int) -> Iterator[Sign]:
        """*sans frapper*; *loin de condamner*, *au lieu de négocier*."""
        without, instead = self._grammar.of("without"), self._grammar.of("instead")
        for child in self._sentence.children(i):
            if child.dep not in ("mark", "case"):
                continue
            before = self._sentence.tokens[child.i - 1].low if child.i else ""
            if child.low in without or before in instead:
                yield sign("negated", child, "without")

    def adverbs(self, i: int) -> Iterator[Sign]:
        """*a peut-être frappé*: adverbs that make an act a mere possibility."""
        for child in self._sentence.children(i):
            operator = self._operators.find("adverb", child.low)
            if operator is not None:
                yield sign(operator.effect, child, self._operators.rule(operator))


def sign(effect: str, token: Token, rule: str) -> Sign:
    """A sign that stands on one word."""
    return Sign(effect, token.start, token.end, rule)
