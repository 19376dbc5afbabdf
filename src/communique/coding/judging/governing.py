"""The words that govern an act: *tente de*, *un projet de*, *dément avoir*, *est prévue*.

Followed from the trigger outwards, one head at a time, as long as each completes the next.
Source: codebook, 'Status'.
"""

from __future__ import annotations

from collections.abc import Iterator

from communique.candidates import Candidate, Sign
from communique.clauses import ClauseReader
from communique.codebook import SPOKEN
from communique.coding.judging.moods import MoodReader, sign
from communique.languages.operators import Operator, OperatorSet
from communique.syntax import Sentence, Token

COMPLEMENTS = (
    "xcomp", "ccomp", "obj", "obl:arg", "nmod", "acl", "obl", "conj", "amod", "nsubj:pass", "csubj",
    "appos", "iobj", "dep", "advcl",
)  # fmt: skip
VERBS = ("VERB", "AUX")
PROMISES = frozenset({"AGREE", "CONCEDE"})
GERUND_REACH = 4  # words between *tout* and its participle: *tout en s'en prenant*
NOUN_REACH = 8  # words between a worry and what says what it is about


class GoverningReader:
    """Finds the signs of status above an act in one sentence."""

    __slots__ = ("_grammar", "_moods", "_operators", "_others", "_reader", "_sentence")

    def __init__(
        self,
        sentence: Sentence,
        *,
        reader: ClauseReader,
        operators: OperatorSet,
        others: dict[int, Candidate],
    ) -> None:
        self._sentence = sentence
        self._reader = reader
        self._grammar = reader.grammar
        self._operators = operators
        self._others = others
        self._moods = MoodReader(sentence, reader=reader, operators=operators)

    def signs(self, candidate: Candidate) -> Iterator[Sign]:
        """The signs of the words above a candidate, the nearest first."""
        current = self._top(candidate)
        if self._reader.preposition(self._sentence, current.i) in self._grammar.of("background"):
            return  # *accusé de violences lors des manifestations de mai*: these were held
        for head in self._sentence.ancestors(current.i):
            if self._tells_outcome(head, current):
                yield from self.signs(self._others[head.i])
                return
            if not self._continues(head, current):
                return
            if self._accompanies(current) and (candidate.frame.type in SPOKEN or self._contrasts(current)):
                yield from self._moods.mood(head.i)
                return  # *a tenté de prendre les devants en appelant*: the call was made
            if current.dep == "conj" or self._accompanies(current):
                yield from self._moods.mood(head.i) if current.dep != "conj" else ()
                current = head
                continue
            found = self._sign_of(head, current, candidate)
            if found:
                yield found
                yield from self._moods.mood(head.i) if head.pos in VERBS else ()
            elif self._stops(head, current):
                return
            elif current.dep == "xcomp" and head.pos in VERBS and self._is_simple_infinitive(current):
                # *seront contraints de partir*, *n'a pas accepté de livrer*
                yield from self._moods.mood(head.i)
                yield from self._moods.negation(head.i)
            current = head

    def about_signs(self, candidate: Candidate) -> Iterator[Sign]:
        """*les inquiétudes de Paris concernant un retrait*: a noun with its owner before its object."""
        opening = self._about(self._top(candidate))
        if opening is None:
            return
        for token in reversed(self._sentence.tokens[max(0, opening - NOUN_REACH) : opening]):
            if token.feature("VerbForm") == "Fin" or token.text in (";", ":", ","):
                return
            operator = self._operators.find("noun", token.lemma.lower()) if token.pos == "NOUN" else None
            if operator is not None and operator.agent == "affirms":
                rule = self._operators.rule(operator)
                yield Sign(operator.effect, token.start, token.end, rule, affirms=self._owners(token.i))
                return

    def _about(self, top: Token) -> int | None:
        """The index of the word that says that a noun is about ``top``; the tree may hang it anywhere."""
        about = self._grammar.of("about")
        head = self._sentence.head(top.i)
        if head is not None and head.i < top.i and head.low in about:
            return head.i
        if self._reader.preposition(self._sentence, top.i) not in about:
            return None
        return min(c.i for c in self._sentence.children(top.i) if c.i < top.i)

    def _owners(self, i: int) -> tuple[int, ...]:
        of = self._grammar.of("of")
        owners = [k for k, name in self._reader.obliques(self._sentence, i) if name in of]
        return tuple(owners or [c.i for c in self._sentence.children(i) if c.dep == "amod"])

    def _sign_of(self, head: Token, current: Token, candidate: Candidate) -> Sign | None:
        """What one word above tells: *confirme l'intention d'aider* is a promise before it is a plan."""
        if current.pos == "NOUN" and current.dep == "obl:mod" and current.i < head.i:
            return None  # *En visite à Rome, il a appelé à la retenue*: a scene, and nothing that is asked
        framed = self._frame_sign(head, current, candidate)
        other = self._others.get(head.i)
        if other is not None and other.frame.type in PROMISES and framed is not None:
            return framed
        return self._operator_sign(head, current, candidate) or framed

    def _top(self, candidate: Candidate) -> Token:
        words = set(candidate.trigger.words)
        if candidate.trigger.verb is not None:
            words.add(candidate.trigger.verb)
        own = candidate.trigger.word  # of words equally high (*une trêve devrait entrer*) the trigger's own
        return self._sentence.tokens[
            min(words, key=lambda w: (len(list(self._sentence.ancestors(w))), w != own))
        ]

    def _continues(self, head: Token, current: Token) -> bool:
        """Whether ``head`` can decide on ``current``: its complement, and no deed that looks back."""
        if not current.dep.startswith(COMPLEMENTS):
            return False
        if current.dep.startswith("advcl"):
            return self._accompanies(current)
        if current.dep == "conj":
            return self._alike(head, current)
        # *l'appel à libérer les hommes détenus*: the detention is told, whatever becomes of the appeal
        looks_back = current.dep.startswith("acl") and not self._has_infinitive(current)
        governed = current.dep != "acl:relcl" and head.pos in VERBS and self._operator(head, current)
        return not looks_back or bool(governed)

    def _tells_outcome(self, head: Token, current: Token) -> bool:
        """*accusés d'un raid qui a tué dix civils*: what an act newly told has done is as sure as the act."""
        own, other = self._others.get(current.i), self._others.get(head.i)
        if current.dep != "acl:relcl" or own is None or other is None or own.frame.type != other.frame.type:
            return False
        return not self._is_known(head)

    def _has_infinitive(self, verb: Token) -> bool:
        """*attaquer*, *avoir attaqué*, *être attaqué*."""
        auxiliaries = (c for c in self._sentence.children(verb.i) if c.dep.startswith("aux"))
        return any(t.feature("VerbForm") == "Inf" for t in (verb, *auxiliaries))

    def _accompanies(self, current: Token) -> bool:
        """*prévoyaient d'attaquer la ville en posant des bombes*: a gerund shares its verb's mood."""
        present = current.feature("VerbForm") == "Ger" or (
            current.feature("VerbForm") == "Part" and current.feature("Tense") == "Pres"
        )
        return current.dep.startswith("advcl") and present

    def _contrasts(self, current: Token) -> bool:
        """*a tenté de négocier, tout en attaquant la ville*: done beside what was tried."""
        even = self._operators.of("even")
        return any(t.low in even for t in self._sentence.tokens[max(0, current.i - GERUND_REACH) : current.i])

    @staticmethod
    def _alike(head: Token, current: Token) -> bool:
        if current.pos in VERBS and head.pos in VERBS:
            return current.feature("VerbForm") == head.feature("VerbForm")
        return True

    @staticmethod
    def _stops(head: Token, current: Token) -> bool:
        if head.pos in VERBS and current.dep != "xcomp":
            return True
        return current.dep in ("nmod", "acl") and head.pos == "NOUN" and current.pos == "NOUN"

    def _operator_sign(self, head: Token, current: Token, candidate: Candidate) -> Sign | None:
        operator = self._operator(head, current)
        if operator is None or not self._bears_on(operator, head, current, candidate):
            return None
        if self._is_achieved(head) and not self._is_negated(head):
            return None
        effect = (operator.negated or operator.effect) if self._is_negated(head) else operator.effect
        by = self._owners_of(operator, head, candidate)
        if effect == "reported" and not by:
            effect = "told"  # *l'alerte a été confirmée*: nobody says so
        return Sign(
            effect,
            head.start,
            head.end,
            self._operators.rule(operator),
            affirms=by if operator.agent == "affirms" else (),
            denies=by if operator.agent == "denies" and effect == "denied" else (),
        )

    def _is_achieved(self, head: Token) -> bool:
        """*avait dû quitter son poste*, *ont permis de saisir des armes*: in a compound past it was done."""
        if head.lemma not in self._grammar.of("achieved") or head.feature("VerbForm") != "Part":
            return False
        auxiliaries = [c for c in self._sentence.children(head.i) if c.dep == "aux:tense"]
        return any(c.feature("Mood") == "Ind" for c in auxiliaries)

    def _owners_of(self, operator: Operator, head: Token, candidate: Candidate) -> tuple[int, ...]:
        """Who does what the operator's verb says, where this tells who affirms or denies the act."""
        if not operator.agent or head.pos not in VERBS:
            return ()
        agents = self._reader.agents(self._sentence, head.i)
        return tuple(i for i in agents if i not in candidate.trigger.words)

    def _is_negated(self, head: Token) -> bool:
        """*ne prévoit pas de*, *aucune preuve de*."""
        if head.pos in VERBS:
            return any(s.effect == "negated" for s in self._moods.negation(head.i))
        return any(c.low in self._grammar.of("never") for c in self._sentence.children(head.i))

    def carrying_signs(self, candidate: Candidate) -> Iterator[Sign]:
        """*préparent une attaque*, *a ordonné le retrait*: the verb that carries a noun of action."""
        trigger = candidate.trigger
        if trigger.is_verb or trigger.verb is None:
            return
        head = self._sentence.tokens[trigger.verb]
        met = (self._operators.find("verb", lemma, noun=True) for lemma in self._verb_lemmas(head))
        operator = next((o for o in met if o is not None), None)
        if operator is not None and operator.form == "noun" and operator.suits(candidate.frame.type):
            by = self._owners_of(operator, head, candidate)
            effect = operator.effect if by or operator.effect != "reported" else "told"
            yield sign(effect, head, self._operators.rule(operator))._replace(affirms=by)

    def _bears_on(self, operator: Operator, head: Token, current: Token, candidate: Candidate) -> bool:
        if not operator.suits(candidate.frame.type):
            return False
        if operator.form == "infinitive" and not self._is_simple_infinitive(current):
            return False
        if operator.form == "noun" and current.pos in VERBS:
            return False
        if current.dep.startswith("nsubj") and not (
            current.dep == "nsubj:pass" and self._reader.is_passive(self._sentence, head.i)
        ):
            return False
        if current.dep in ("obl", "obl:mod") and head.pos in VERBS:
            return operator.form == "noun" and " " in self._lemma_of(operator, head)
        return not (operator.form is None and head.pos == "NOUN" and not self._completes(current))

    def _lemma_of(self, operator: Operator, head: Token) -> str:
        return next((w for w in self._verb_lemmas(head) if w in operator.verb), "")

    def _is_simple_infinitive(self, token: Token) -> bool:
        """*annonce retirer*, not *annonce avoir retiré* or *qu'il avait retiré*, which tell a deed."""
        have = self._grammar.of("have")
        auxiliaries = [c for c in self._sentence.children(token.i) if c.dep.startswith("aux")]
        perfect = any(c.lemma in have and c.feature("VerbForm") == "Inf" for c in auxiliaries)
        past = any(
            c.dep == "aux:tense" and c.feature("Mood") == "Ind" and c.feature("Tense") in ("Pres", "Imp")
            for c in auxiliaries
        )
        return token.pos in VERBS and not perfect and not past

    def _completes(self, current: Token) -> bool:
        if current.pos in VERBS:
            return True
        completing = self._grammar.of("of") | self._grammar.of("dative")
        return self._reader.preposition(self._sentence, current.i) in completing

    def _operator(self, head: Token, current: Token) -> Operator | None:
        if head.pos in VERBS:
            met = (
                self._operators.find("verb", lemma, noun=current.pos not in VERBS)
                for lemma in self._verb_lemmas(head)
            )
            return next((operator for operator in met if operator), None)
        if head.pos == "NOUN":
            return self._operators.find("noun", head.lemma.lower())
        return self.adjective(head) if head.pos == "ADJ" else None

    def _verb_lemmas(self, head: Token) -> Iterator[str]:
        """*mettre en échec*, *s'apprêter*, *apprêter*: the names under which a verb may be listed."""
        lemma = head.lemma.lower()
        for child in self._sentence.children(head.i):
            if head.i < child.i <= head.i + 4 and child.pos in ("NOUN", "ADJ", "ADV"):
                between = " ".join(t.low for t in self._sentence.tokens[head.i + 1 : child.i + 1])
                yield f"{lemma} {between}"
        yield from self._reader.names(self._sentence, head)

    def adjective(self, token: Token) -> Operator | None:
        """The operator of an adjective or participle, whatever lemma the parser gave it."""
        low = token.low.removesuffix("s")
        forms = (token.lemma.lower(), low, low.removesuffix("e"))
        return next((met for form in forms if (met := self._operators.find("adjective", form))), None)

    def _frame_sign(self, head: Token, current: Token, candidate: Candidate) -> Sign | None:
        other = self._others.get(head.i)
        talking = any("talking" in slots for slots in candidate.frame.roles.values())
        if other is None or current.dep.startswith("nsubj") or talking:
            return None  # *a pressé Rome, au téléphone, de céder*: the call was made
        if other.content == "reported" and self._is_known(current):
            return None
        if other.content == "reported":
            affirms = other.tokens("actor")
            effect = "reported" if affirms else "unconfirmed"
            return Sign(effect, other.start, other.end, other.rule, affirms=affirms)
        if other.content != "open":
            return None
        # a call to demonstrate announces the demonstration (codebook, 'Rulings on hard cases')
        effect = "planned" if candidate.frame.type == "PROTEST" and other.frame.type == "REQUEST" else "open"
        return Sign(effect, other.start, other.end, other.rule)

    def _is_known(self, current: Token) -> bool:
        """*inculpé pour les attentats de mars*: an act that the accusation takes for granted."""
        determiners = (c for c in self._sentence.children(current.i) if c.dep in ("det", "case"))
        return current.pos not in VERBS and any(
            c.feature("Definite") == "Def" or c.feature("PronType") == "Dem" for c in determiners
        )

    def subject_signs(self, i: int, event_type: str) -> Iterator[Sign]:
        """*Une rencontre aura lieu*, *est prévue*, *doit se tenir*: what is said of the act as a noun."""
        token, head = self._sentence.tokens[i], self._sentence.head(i)
        while head is not None and token.dep == "conj":
            token, head = head, self._sentence.head(head.i)
        if head is None or not token.dep.startswith("nsubj"):
            return
        yield from self._said_of(head, event_type)

    def _said_of(self, head: Token, event_type: str) -> Iterator[Sign]:
        operator = self.adjective(head) or self._passive_operator(head)
        negations = list(self._moods.negation(head.i))
        if operator is not None and operator.suits(event_type):
            effect = (operator.negated or "negated") if negations else operator.effect
            by = self._reader.agents(self._sentence, head.i) if operator.agent == "affirms" else ()
            effect = "told" if effect == "reported" and not by else effect
            yield sign(effect, head, self._operators.rule(operator))._replace(affirms=by)
            return
        if self._occurs(head):
            yield from self._moods.told_by(head.i)
            return
        below = next((c for c in self._sentence.children(head.i) if c.dep == "xcomp" and c.i > head.i), None)
        if below is None:
            return
        if below.pos == "ADJ":  # *Une rencontre reste possible*
            yield from self._said_of(below, event_type)
            return
        operator = next((o for w in self._verb_lemmas(head) if (o := self._operators.find("verb", w))), None)
        if operator is not None and (self._occurs(below) or self._reader.is_passive(self._sentence, below.i)):
            yield sign(
                operator.negated if negations and operator.negated else operator.effect,
                head,
                self._operators.rule(operator),
            )
            yield from self._moods.mood(head.i)
            yield from negations if not operator.negated else ()

    def _passive_operator(self, head: Token) -> Operator | None:
        if head.pos not in VERBS or not self._reader.is_passive(self._sentence, head.i):
            return None
        return next(
            (o for w in self._verb_lemmas(head) if (o := self._operators.find("verb", w, noun=True))), None
        )

    def _occurs(self, head: Token) -> bool:
        """Whether a verb, alone or with its object, says that something happens (*avoir lieu*)."""
        lemma = head.lemma.lower()
        occurrence = self._grammar.occurrence
        if self._reader.is_reflexive(self._sentence, head.i):
            return any(f"{start}{lemma}" in occurrence for start in self._grammar.of("reflexive_lemma"))
        children = self._sentence.children(head.i)
        listed = self._operators.of("occurrence")
        return (
            lemma in occurrence
            or any(f"{lemma} {c.lemma.lower()}" in occurrence for c in children)
            or any(name in listed for name in self._verb_lemmas(head))
        )
