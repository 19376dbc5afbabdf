"""Who does what in a clause: grammatical functions of a trigger, whatever its voice and shape.

The functions read passives, participles, relatives, infinitives and coordination, so that
*Paris a frappé Raqqa*, *Raqqa a été frappée par Paris*, *Paris, qui a frappé Raqqa*, *frappant Raqqa,
Paris …* and *les frappes de Paris contre Raqqa* fill the same slots.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import product

from communique import doers
from communique.languages.grammar import Grammar, load_grammar
from communique.sharing import shared_clitic, sharing, sharing_agents
from communique.syntax import Sentence, Token, kept

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "X", "SYM", "DET"})
OBLIQUE = frozenset({"obl", "obl:arg", "obl:mod", "obl:agent", "nmod", "iobj", "dep", "advmod", "appos"})
OBJECTS = frozenset({"obj", "iobj"})
INTRODUCING = frozenset({"case", "mark", "fixed"})
CLAUSAL = frozenset({"ccomp", "xcomp", "acl", "advcl", "csubj", "obl:arg", "obl:mod", "obj"})
BESIDE = frozenset(
    {"case", "mark", "cc", "conj", "advcl", "parataxis", "cop", "nsubj", "punct", "appos"}
)  # what hangs on a noun and is no word of its phrase
MAX_DEPTH = 8  # governors followed in search of a subject; deeper chains are parser errors


class ClauseReader:
    """Reads grammatical functions off the tree with the function words of one language."""

    __slots__ = (
        "_agent",
        "_dative",
        "_locutions",
        "_object_relative",
        "_of",
        "_of_relative",
        "_prepositions",
        "_reflexive",
        "_subject_relative",
        "grammar",
    )

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        self._agent = grammar.of("agent")
        self._of = grammar.of("of")
        self._dative = min(grammar.of("dative"))
        self._reflexive = grammar.of("reflexive")
        self._subject_relative = grammar.of("subject_relative")
        self._object_relative = grammar.of("object_relative")
        self._of_relative = grammar.of("of_relative")
        self._prepositions = self._by_ending()
        # the words inside a locution, with its name: ('sujet', 'sur') of *au sujet de*
        self._locutions = frozenset(
            (word, name) for words, name in grammar.prepositions if len(words) > 2 for word in words[1:-1]
        )

    @kept
    def preposition(self, sentence: Sentence, i: int) -> str:
        """The name of the preposition that introduces the phrase headed by ``i``; empty for none."""
        cases = [t for t in sentence.children(i) if t.i < i and t.dep in INTRODUCING]
        if not cases:
            return ""
        last = cases[-1]
        fixed = [t for t in sentence.children(last.i) if last.i < t.i < i and t.dep == "fixed"]
        last = fixed[-1] if fixed else last  # *quant à*: the last word of a locution
        at = last.i
        ending: tuple[str, ...] = (last.low,)
        if at:
            ending = (sentence.tokens[at - 1].low, *ending)
        for words, name in self._prepositions.get(ending, ()):
            first = at - len(words) - 1
            if first >= 0 and all(
                self._same(word, sentence.tokens[first + k].low) for k, word in enumerate(words)
            ):
                return name
        single = self._prepositions.get(ending[-1:])
        return single[0][1] if single else cases[0].low

    def _by_ending(self) -> dict[tuple[str, ...], tuple[tuple[tuple[str, ...], str], ...]]:
        """The prepositions by their last two words (by the only one): the words before, and the name."""
        index: dict[tuple[str, ...], list[tuple[tuple[str, ...], str]]] = {}
        for words, name in self.grammar.prepositions:
            same = [sorted(self._of) if word in self._of else [word] for word in words[-2:]]
            for ending in product(*same):
                index.setdefault(ending, []).append((words[:-2], name))
        return {ending: tuple(found) for ending, found in index.items()}

    def _same(self, word: str, low: str) -> bool:
        return word == low or (word in self._of and low in self._of)

    @kept
    def is_passive(self, sentence: Sentence, i: int) -> bool:
        """Whether verb ``i`` is a passive or a past participle that qualifies a noun."""
        verb = sentence.tokens[i]
        children = sentence.children(i)
        if any(c.dep in ("aux:pass", "nsubj:pass", "obl:agent") for c in children):
            return True
        if verb.feature("VerbForm") == "Inf" and self.undergone(sentence, verb):
            return True
        if verb.dep.startswith(("acl", "advcl")) or verb.dep == "amod":
            participle = verb.feature("VerbForm") == "Part" and verb.feature("Tense") == "Past"
            return participle and not any(c.dep in ("aux:tense", "aux", "nsubj") for c in children)
        if verb.dep == "xcomp" and not any(c.dep.startswith("aux") for c in children):
            return verb.feature("VerbForm") == "Part" and verb.feature("Tense") == "Past"
        if verb.dep == "conj" and not any(c.dep in ("aux:tense", "aux", "nsubj", "obj") for c in children):
            head = sentence.tokens[verb.head]
            alike = verb.feature("VerbForm") == head.feature("VerbForm") == "Part"
            return alike and head.i != i and self.is_passive(sentence, head.i)
        return False

    def undergone(self, sentence: Sentence, verb: Token) -> bool:
        """*s'est fait arrêter*: the subject undergoes the infinitive."""
        causing = self.grammar.of("causing")
        near = [c for c in sentence.children(verb.i) if c.dep.startswith(("aux", "advmod", "dep"))]
        if verb.dep == "xcomp":
            near.append(sentence.tokens[verb.head])
        helped = any(t.lemma in causing for t in near) and verb.lemma not in self.grammar.of("self_caused")
        return helped and any(self.is_reflexive(sentence, t.i) for t in (verb, *near))

    @kept
    def is_reflexive(self, sentence: Sentence, i: int) -> bool:
        """Whether verb ``i`` has a reflexive clitic."""
        return any(
            c.low in self._reflexive and c.pos == "PRON" and c.dep.startswith(("expl", "obj", "iobj", "dep"))
            for c in sentence.children(i)
        ) or (i > 0 and self._clitic_before(sentence, i))

    def names(self, sentence: Sentence, verb: Token) -> Iterator[str]:
        """The lemmas under which a verb may be listed: *se livrer* before *livrer*."""
        lemma = verb.lemma.lower()
        if self.is_reflexive(sentence, verb.i):
            for start in sorted(self.grammar.of("reflexive_lemma")):
                yield f"{start}{lemma}"
        yield lemma

    def _clitic_before(self, sentence: Sentence, i: int) -> bool:
        at = next((k for k in range(i - 1, -1, -1) if sentence.tokens[k].pos not in ("AUX", "ADV")), -1)
        pair = " ".join(t.low for t in sentence.tokens[max(0, at - 1) : at + 1])  # *nous nous sommes arrêtés*
        if at < 0 or sentence.tokens[at].pos != "PRON":
            return False
        return sentence.tokens[at].low in self._reflexive or pair in self.grammar.of("reflexive_pairs")

    @kept
    def coordinated(self, sentence: Sentence, i: int) -> tuple[int, ...]:
        """``i`` and the nominals coordinated with it, in order."""
        found = [i]
        for child in sentence.children(i):
            if child.dep != "conj" or child.pos not in NOMINAL or self._heads_clause(sentence, child.i):
                continue
            if not self._verb_between(sentence, i, child.i):
                found.extend(self.coordinated(sentence, child.i))
        return tuple(sorted(set(found)))

    @staticmethod
    def _verb_between(sentence: Sentence, i: int, j: int) -> bool:
        """Whether a finite verb that does not qualify ``i`` stands between two words, or another verb."""
        loose = not any(c.dep == "cc" for c in sentence.children(j))
        for token in sentence.tokens[i + 1 : j]:
            if loose and token.dep == "acl" and token.head == i and token.pos == "VERB":
                return True  # *a prié le maire de recevoir Jean Roy, l'otage*
            if token.feature("VerbForm") == "Fin" and i not in {a.i for a in sentence.ancestors(token.i)}:
                return True
        return False

    @staticmethod
    def _heads_clause(sentence: Sentence, i: int) -> bool:
        return any(c.dep.startswith(("nsubj", "aux", "cop")) for c in sentence.children(i))

    def subjects(self, sentence: Sentence, i: int, *, depth: int = 0) -> tuple[int, ...]:
        """Heads of the grammatical subject of verb ``i``, found through relatives and control."""
        if depth > MAX_DEPTH:
            return ()
        if sentence.tokens[i].dep == "cop":  # *Le ministre **est** en visite*
            return self.subjects(sentence, sentence.tokens[i].head, depth=depth + 1)
        own = [c.i for c in sentence.children(i) if c.dep in doers.SUBJECTS]
        own = own or doers.of_auxiliary(sentence, i)
        if own:
            found: list[int] = []
            for subject in own:
                found.extend(self._antecedent(sentence, i, subject))
            return tuple(sorted(set(found)))
        return self._inherited_subjects(sentence, i, depth)

    def _antecedent(self, sentence: Sentence, i: int, subject: int) -> tuple[int, ...]:
        token = sentence.tokens[subject]
        if token.low in self._subject_relative and token.pos in ("PRON", "DET", "SCONJ"):
            verb = self._clause_top(sentence, i)
            if verb.dep.startswith("acl") and verb.head != verb.i:
                listed = self.coordinated(sentence, verb.head)
                return tuple([k for k in listed if k < subject]) or listed
            before = [t for t in sentence.tokens[:subject] if t.pos in ("NOUN", "PROPN")]
            return (before[-1].i,) if before else ()
        return self.coordinated(sentence, subject)

    @staticmethod
    def _clause_top(sentence: Sentence, i: int) -> Token:
        token = sentence.tokens[i]
        while token.dep in ("conj", "xcomp") and token.head != token.i:
            token = sentence.tokens[token.head]
        return token

    def _inherited_subjects(self, sentence: Sentence, i: int, depth: int) -> tuple[int, ...]:
        verb, head = sentence.tokens[i], sentence.head(i)
        if head is None:
            return ()
        if verb.dep.startswith("acl") or verb.dep == "amod":
            if head.pos in NOMINAL and verb.feature("VerbForm") != "Inf":
                return self.coordinated(sentence, head.i)
            told = doers.of_noun(self, sentence, verb, self.grammar.object_control)
            return told or self._governor_subjects(sentence, head.i, depth)
        if verb.dep == "conj":
            return self.subjects(sentence, head.i, depth=depth + 1) if head.pos in ("VERB", "AUX") else ()
        if verb.dep == "xcomp" or verb.feature("VerbForm") == "Inf":
            controlled = () if doers.aims(self, sentence, verb) else self._controlled(sentence, head)
            return controlled or self._governor_subjects(sentence, head.i, depth)
        if verb.dep.startswith(("advcl", "obl")) and verb.feature("VerbForm") in ("Part", "Inf", "Ger"):
            return self._governor_subjects(sentence, head.i, depth)
        return ()

    def _governor_subjects(self, sentence: Sentence, i: int, depth: int) -> tuple[int, ...]:
        token = sentence.tokens[i]
        while not self._is_predicate(sentence, token) and token.head != token.i:
            token = sentence.tokens[token.head]
        if not self._is_predicate(sentence, token):
            return ()
        return self.subjects(sentence, token.i, depth=depth + 1)

    def _is_predicate(self, sentence: Sentence, token: Token) -> bool:
        return token.pos in ("VERB", "AUX") or self._heads_clause(sentence, token.i)

    def _controlled(self, sentence: Sentence, head: Token) -> tuple[int, ...]:
        if head.lemma in self.grammar.object_control:
            return self.objects(sentence, head.i)
        if head.lemma in self.grammar.dative_control:
            return tuple(i for i, name in self.obliques(sentence, head.i) if name == self._dative)
        return ()

    @kept
    def objects(self, sentence: Sentence, i: int) -> tuple[int, ...]:
        """Heads of what verb ``i`` acts upon: the object, or the subject of a passive."""
        if self.is_passive(sentence, i):
            return self.subjects(sentence, i)
        found: list[int] = []
        for child in sentence.children(i):
            if not self._is_object(sentence, child) or (child.low in self._reflexive and child.pos == "PRON"):
                continue
            if child.low in self._object_relative and child.pos in ("PRON", "SCONJ"):
                top = self._clause_top(sentence, i)
                if top.dep.startswith("acl"):
                    found.extend(self.coordinated(sentence, top.head))
            else:
                found.extend(self.coordinated(sentence, child.i))
        if found:
            return tuple(sorted(set(found)))
        later = sharing(sentence, i, self.grammar.of("light"))
        return shared_clitic(sentence, sentence.tokens[i]) or (self.objects(sentence, later) if later else ())

    @staticmethod
    def _is_object(sentence: Sentence, child: Token) -> bool:
        """An object, or a bare noun phrase read as something else (*prendre le pouvoir*, lists)."""
        if child.dep == "obj":
            return True
        nominal = child.dep in ("xcomp", "obl:mod") and child.pos == "NOUN"
        deps = {c.dep for c in sentence.children(child.i)}
        return nominal and bool(deps & {"det", "nummod"}) and not deps & {"case", "mark"}

    def agents(self, sentence: Sentence, i: int, *, depth: int = 0) -> tuple[int, ...]:
        """Heads of who acts: the subject of an active verb, the *par* complement of a passive."""
        if not self.is_passive(sentence, i):
            return self.subjects(sentence, i)
        found = [
            k
            for c in sentence.children(i)
            if c.dep in (*OBLIQUE, "obl:agent")
            and self.preposition(sentence, c.i)
            in (self._agent | self.grammar.of("of") if c.dep == "obl:agent" else self._agent)
            for k in self.coordinated(sentence, c.i)
        ]
        if not found and depth < 2:
            beside = sharing_agents(sentence, i, self.grammar.of("judging"))
            return tuple(k for v in beside for k in self.agents(sentence, v, depth=depth + 1))
        return tuple(sorted(set(found)))

    def reacts(self, token: Token) -> bool:
        """Whether a participle tells what others make of an act: *les demandes d'Ottawa, soutenues par*."""
        if token.feature("VerbForm") != "Part":
            return False
        lemma = token.lemma.lower()
        return lemma in self.grammar.of("reacting") or lemma in self.grammar.of("mediating")

    @kept
    def obliques(self, sentence: Sentence, i: int) -> tuple[tuple[int, str], ...]:
        """Complements of ``i`` with the name of their preposition; locutions reach one level down."""
        found: list[tuple[int, str]] = []
        for child in sentence.children(i):
            if child.dep not in OBLIQUE and child.dep != "xcomp":
                continue
            name = self.preposition(sentence, child.i)
            if child.dep == "iobj" and not name and child.pos == "PRON":
                name = self._dative
            inside = self._after_locution(sentence, child.i)
            found.extend(inside)
            if name and (not inside or child.dep == "obl:arg"):  # *accéder à la demande de Rome*
                found.extend((k, name) for k in self._antecedent(sentence, i, child.i))
        return tuple(sorted(set(found)))

    def _after_locution(self, sentence: Sentence, i: int) -> list[tuple[int, str]]:
        """*au sujet de l'Iran*, *à l'initiative de Paris*: what the noun inside a locution introduces."""
        found: list[tuple[int, str]] = []
        for child in sentence.children(i):
            name = self.preposition(sentence, child.i) if child.dep in OBLIQUE else ""
            if child.i > i and (sentence.tokens[i].low, name) in self._locutions:
                found.extend((k, name) for k in self.coordinated(sentence, child.i))
        return found

    @staticmethod
    def agree(sentence: Sentence, i: int, j: int) -> bool:
        """Whether nothing in the forms of two words forbids that one qualifies the other."""
        one, other = sentence.tokens[i], sentence.tokens[j]
        pairs = [(one.feature(name), other.feature(name)) for name in ("Gender", "Number")]
        return all(not a or not b or a == b for a, b in pairs)

    def bears(self, sentence: Sentence, i: int) -> bool:
        """Whether verb ``i`` says whom the act of its noun befell: *un raid visant un dépôt*."""
        befell = self.grammar.of("effect") | self.grammar.of("bearing")
        return sentence.tokens[i].lemma.lower() in befell and not self.is_passive(sentence, i)

    def relative_of(self, sentence: Sentence, i: int) -> tuple[int, ...]:
        """The antecedent of a *dont* that belongs to ``i``."""
        if any(c.low in self._of_relative for c in sentence.children(i)):
            top = self._clause_top(sentence, i)
            if top.dep.startswith("acl"):
                return self.coordinated(sentence, top.head)
        return ()

    def clause(self, sentence: Sentence, i: int) -> tuple[int, ...]:
        """Indices of the clause headed by ``i``, without the clauses inside it."""
        found, queue = {i}, [i]
        while queue:
            for child in sentence.children(queue.pop()):
                if child.dep.startswith(("ccomp", "advcl", "acl:relcl", "parataxis", "csubj")):
                    continue
                if child.dep == "conj" and (
                    child.pos in ("VERB", "AUX") or self._heads_clause(sentence, child.i)
                ):
                    continue
                found.add(child.i)
                queue.append(child.i)
        return tuple(sorted(found))

    def verb_above(self, sentence: Sentence, i: int) -> Token | None:
        """The verb of the clause that token ``i`` stands in."""
        token = sentence.tokens[i]
        if token.pos in ("VERB", "AUX"):
            return token
        for ancestor in sentence.ancestors(i):
            if ancestor.pos in ("VERB", "AUX") or self._heads_clause(sentence, ancestor.i):
                return ancestor
        return None

    def phrase(self, sentence: Sentence, i: int) -> tuple[int, int]:
        """Offsets of the phrase headed by ``i``, without its preposition, relatives and edge punctuation."""
        keep = self._phrase_tokens(sentence, i)
        low = high = i
        while low - 1 in keep:
            low -= 1
        while high + 1 in keep:
            high += 1
        while high > i and sentence.tokens[high].pos == "PUNCT":
            high -= 1
        while low < i and sentence.tokens[low].pos == "PUNCT":
            low += 1
        return sentence.tokens[low].start, sentence.tokens[high].end

    def _phrase_tokens(self, sentence: Sentence, i: int) -> set[int]:
        found = {i}
        for child in sentence.children(i):
            if child.dep in BESIDE:
                continue
            if child.dep.startswith(("acl", "aux", "obl", "ccomp", "xcomp", "expl")):
                continue
            found.update(sentence.subtree(child.i))
        return found


@cache
def load_reader(code: str) -> ClauseReader:
    """The reader of clauses with the function words of a language; one a process."""
    return ClauseReader(load_grammar(code))


def window(sentence: Sentence, start: int, stop: int) -> Iterator[Token]:
    """Tokens from index ``start`` to before ``stop``, kept within the sentence."""
    yield from sentence.tokens[max(0, start) : min(len(sentence.tokens), stop)]
