"""Slots of a trigger filled from the tree, with the surface as a second witness.

A preposition that rarely belongs to a noun (``contre``, ``avec``, ``entre`` …) is also looked for between
the trigger and the end of its clause, where the word that it introduces denotes an actor.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from communique.clauses import NOMINAL, ClauseReader
from communique.denoting import (
    denoted_by,
    is_named,
    joined_behind,
    listed_after,
    listed_before,
    members_named,
    opens_clause,
    said_again,
)
from communique.mentions import Denoted, MentionIndex
from communique.model import Span
from communique.predication import (
    READ_OFF,
    around,
    counted,
    fought,
    happening,
    partitive,
    qualifying,
    situates,
    sponsors,
    wished,
)
from communique.syntax import Sentence, Token
from communique.triggers import Trigger, TriggerReader, following, modifiers, possessives

VERBS = ("VERB", "AUX")
REACH = 24  # words after a trigger in which a stray complement is looked for
VERBAL = frozenset(READ_OFF) | frozenset(
    {"subject", "object", "agent", "clause", "modifier", "adjective", "possessive", "near"}
    | {"around", "fought", "doer", "broker", "summoner"}
)  # slots that no preposition names
COORDINATED = frozenset({"subject", "object", "agent"})


class SlotReader:
    """Fills the slots of triggers in one sentence."""

    __slots__ = (
        *("_cache", "_made", "_mentions", "_passive"),
        "_reader",
        "_reflexive",
        "_strong",
        "grammar",
        "_times",
        "_triggers",
        "sentence",
        "words",
    )

    def __init__(
        self, sentence: Sentence, *, reader: ClauseReader, mentions: MentionIndex, times: Sequence[Span] = ()
    ) -> None:
        self.sentence = sentence
        start, end = sentence.start, sentence.end
        self._times = tuple([t for t in times if start <= t.start < end])
        self._reader = reader
        self._triggers = TriggerReader(sentence, reader)
        self._mentions = mentions
        self.grammar = reader.grammar
        self._strong = reader.grammar.of("strong_prepositions")
        self.words = sentence.words
        self._cache: dict[tuple[int, tuple[int, ...], str], tuple[int, ...]] = {}
        self._made: dict[int, Trigger] = {}
        self._passive: dict[int, bool] = {}
        self._reflexive: dict[int, bool] = {}

    def is_reflexive(self, i: int) -> bool:
        """Whether verb ``i`` has a reflexive clitic of its own, which *s'est fait arrêter* is not."""
        if (known := self._reflexive.get(i)) is None:
            reader, verb = self._reader, self.sentence.tokens[i]
            known = reader.is_reflexive(self.sentence, i) and not reader.undergone(self.sentence, verb)
            self._reflexive[i] = known
        return known

    def is_named(self, i: int) -> bool:
        """Whether noun ``i`` begins the name of a body (:func:`is_named`)."""
        return is_named(self.sentence, i, self._mentions)

    def is_passive(self, i: int) -> bool:
        """Whether verb ``i`` is a passive."""
        if (known := self._passive.get(i)) is None:
            known = self._passive[i] = self._reader.is_passive(self.sentence, i)
        return known

    def denoted(self, i: int) -> tuple[Denoted, ...]:
        """The actors that word ``i`` denotes (:func:`denoted_by`)."""
        return denoted_by(self.sentence, i, self._mentions)

    def is_time(self, i: int) -> bool:
        """Whether word ``i`` belongs to a time expression."""
        start = self.sentence.tokens[i].start
        return any(t.start <= start < t.end for t in self._times)

    def can_be_party(self, i: int) -> bool:
        """Whether word ``i`` is a nominal that could name somebody or something acted upon."""
        token = self.sentence.tokens[i]
        if token.lemma.lower() in self.grammar.of("moments"):
            return False
        if token.pos in ("NOUN", "PROPN", "X"):
            return True
        if token.pos == "DET" and token.feature("Poss") == "Yes":
            return True  # *leur libération*
        return bool(self.denoted(i)) or (
            token.pos in ("NUM", "PRON") and token.dep.startswith(("nsubj", "obj"))
        )

    def trigger(self, i: int) -> Trigger:
        """The trigger headed by word ``i``, with the words that bear its complements."""
        if (made := self._made.get(i)) is None:
            made = self._made[i] = self._triggers.trigger(i)
        return made

    def carry(self, trigger: Trigger, word: int) -> Trigger:
        """The same trigger with one more word of its own (*porter* carrying *frappe*)."""
        return self._triggers.carry(trigger, word)

    def fill(self, trigger: Trigger, slot: str) -> tuple[int, ...]:
        """Indices of the words in ``slot``, in order."""
        key = trigger.word, trigger.bearers, slot
        if key not in self._cache:
            told = [i for name in slot.split("|") for i in self._fill(trigger, name)]
            told = [counted(self._reader, self.sentence, i, self._mentions) for i in told]
            found = self._with_listed(told, trigger, slot)
            self._cache[key] = tuple(
                i for i in dict.fromkeys(found) if slot == "above" or not self.is_time(i)
            )
        return self._cache[key]

    def _with_listed(self, found: list[int], trigger: Trigger, slot: str) -> list[int]:
        """Words of a slot with the actors that are listed with them."""
        grammar, sentence, mentions = self.grammar, self.sentence, self._mentions
        if slot in COORDINATED or slot in self._strong or slot in grammar.of("dative"):
            pair, among = slot in grammar.of("between"), grammar.of("among")
            found = [k for i in found for k in self._listed(i, trigger, pair=pair)]
            return found + [k for i in found for k in members_named(sentence, i, mentions, among)]
        if slot in grammar.of("of"):
            more = (k for i in found for k in said_again(sentence, i, mentions) if k not in trigger.words)
            return found + [k for k in more if self._reader.preposition(sentence, k) in grammar.of("of")]
        return found

    def _fill(self, trigger: Trigger, slot: str) -> Iterable[int]:
        named: dict[str, Callable[[Trigger], Iterable[int]]] = {
            "subject": self._agents,
            "agent": self._agents,
            "object": self._objects,
            "adjective": self._adjectives,
            "possessive": lambda told: possessives(self.sentence, told),
            "modifier": lambda told: modifiers(self.sentence, told),
            "clause": self._clauses,
            "doer": lambda told: wished(self._reader, self.sentence, self._clauses(told)),
            "near": lambda told: following(self.sentence, told.word, REACH),
            "around": self._around,
            "broker": lambda told: sponsors(self._reader, self.sentence, told.bearers, "mediating"),
            "summoner": lambda told: sponsors(self._reader, self.sentence, told.bearers, "convening"),
            "fought": lambda told: fought(self._reader, self.sentence, max(told.words)),
        }
        if slot in READ_OFF:
            return READ_OFF[slot](self._reader, self.sentence, trigger.word)
        return named[slot](trigger) if slot in named else self._oblique(trigger, slot)

    def _agents(self, trigger: Trigger) -> Iterable[int]:
        if trigger.is_verb:
            return self._reader.agents(self.sentence, trigger.word)
        if trigger.verb is not None and not trigger.patient:
            carried = self._reader.agents(self.sentence, trigger.verb)
            if carried:
                return carried
        if situated := situates(self._reader, self.sentence, trigger.word):
            return situated
        agent = min(self.grammar.of("agent"))
        return self._participle_agents(trigger) or self._oblique(trigger, agent)

    def _participle_agents(self, trigger: Trigger) -> tuple[int, ...]:
        """*une frappe effectuée par la coalition*: the agent of the participle that qualifies the noun."""
        for bearer in trigger.bearers[1:]:
            token = self.sentence.tokens[bearer]
            if token.head == trigger.word and token.dep.startswith("acl") and not self._reader.reacts(token):
                agents = self._reader.agents(self.sentence, bearer)
                if agents and self._reader.is_passive(self.sentence, bearer):
                    return agents
        return ()

    def _listed(self, i: int, trigger: Trigger, *, pair: bool) -> list[int]:
        """``i`` with the actors listed beside it; ``pair``: there must be another (*entre Paris et Rome*)."""
        found = [i]
        behind = self.sentence.tokens[i + 1].pos if i + 1 < len(self.sentence.tokens) else ""
        if self.sentence.tokens[i].pos == "PRON" and behind in VERBS:
            return found  # *a reçu les maires et leur a demandé*
        for denoted in self.denoted(i)[:1]:
            before = listed_before(self.sentence, denoted.mention.span.start, self._mentions)
            after = listed_after(self.sentence, denoted.mention.span.end, self._mentions)
            if before is not None and before not in trigger.words:
                found.append(before)
            for other in after:
                certain = pair or i < trigger.word
                if other not in trigger.words and (
                    certain or not opens_clause(self.sentence, other, self._mentions)
                ):
                    found.append(other)
        return sorted(found)

    def _around(self, trigger: Trigger) -> Iterable[int]:
        met = self._oblique(trigger, min(self.grammar.of("meeting")))
        return around(self._reader, self.sentence, trigger.word, met=bool(met))

    def _objects(self, trigger: Trigger) -> Iterable[int]:
        if trigger.is_verb:
            found = [i for i in self._reader.objects(self.sentence, trigger.word) if i not in trigger.words]
            found = self._detached(trigger, found) or found
            found = [i for i in found if not self.is_time(i)]
            return found or self._indefinite(trigger.word) or self._stray_object(trigger)
        if trigger.patient and trigger.verb is not None:
            return self._reader.subjects(self.sentence, trigger.verb)
        if trigger.effect is not None:
            return self._reader.objects(self.sentence, trigger.effect)
        return [
            i
            for bearer in trigger.bearers[1:]
            if bearer != trigger.verb and self._reader.bears(self.sentence, bearer)
            for i in self._reader.objects(self.sentence, bearer)
            if i != trigger.word
        ]

    def _detached(self, trigger: Trigger, found: list[int]) -> list[int]:
        """*Les firmes écopent d'amendes, accusées de …*: a participle after a comma qualifies the subject.

        Where the noun that it was hung on denotes nobody, and the subject of the clause somebody.
        """
        verb, before = self.sentence.tokens[trigger.word], self.sentence.tokens[trigger.word - 1]
        if (
            not verb.i
            or before.text != ","
            or not verb.dep.startswith("acl")
            or any(map(self.denoted, found))
        ):
            return []
        above = self._reader.verb_above(self.sentence, verb.head)
        subjects = self._reader.subjects(self.sentence, above.i) if above is not None else ()
        # a name shows no gender, and then the noun right before the participle is the likelier one
        named = [i for i in subjects if self.denoted(i) and self.sentence.tokens[i].feature("Gender")]
        return [i for i in named if self._reader.agree(self.sentence, i, trigger.word)]

    def _stray_object(self, trigger: Trigger) -> list[int]:
        """*a rencontré jeudi à Rome Sergueï Lavrov*: an actor after the verb, without preposition."""
        if self.is_passive(trigger.word) or self.is_reflexive(trigger.word):
            return []
        for token in self.sentence.tokens[trigger.word + 1 : trigger.word + REACH // 2]:
            if token.pos in ("VERB", "AUX", "SCONJ", "CCONJ") or token.text in (";", ":", ","):
                return []
            if token.pos not in ("NOUN", "PROPN") or self.is_time(token.i) or not self.denoted(token.i):
                continue
            if not self._introduced(token.i) and not token.dep.startswith("nsubj"):
                return list(self._reader.coordinated(self.sentence, token.i))
        return []

    def _introduced(self, i: int) -> bool:
        """Whether a preposition introduces the phrase of ``i``, or one that it belongs to."""
        if self._reader.preposition(self.sentence, i):
            return True
        tokens = self.sentence.tokens
        at = i - 1
        while at >= 0 and tokens[at].pos in ("DET", "ADJ", "NUM"):
            at -= 1
        if at < 0 or tokens[at].pos == "ADP":
            return at >= 0
        # *à Ankara son homologue*: a phrase with a determiner of its own continues no name
        bare = all(t.pos != "DET" for t in tokens[at + 1 : i])
        beside = tokens[at].pos in ("NOUN", "PROPN") and not self.is_time(at) and bare
        return beside and tokens[i].dep in ("appos", "flat:name", "nmod", "conj")

    def _adjectives(self, trigger: Trigger) -> Iterable[int]:
        nouns = [b for b in trigger.bearers if self.sentence.tokens[b].pos not in VERBS]
        beside = (c for noun in nouns for c in qualifying(self._reader, self.sentence, noun))
        return [c.i for c in beside if self._mentions.headed(c.start)]

    def _clauses(self, trigger: Trigger) -> Iterable[int]:
        objects = self._reader.objects(self.sentence, trigger.word) if trigger.is_verb else ()
        own = [
            c.i
            for bearer in trigger.bearers
            for c in self.sentence.children(bearer)
            if c.dep in ("ccomp", "xcomp", "acl", "obl:arg") and c.pos in ("VERB", "AUX")
        ]
        purpose = self.grammar.of("in_order")
        # *appeler les deux camps à cesser*: the infinitive is often hung on the object
        return own + [
            c.i
            for i in objects
            for c in self.sentence.children(i)
            if c.dep == "acl"
            and c.feature("VerbForm") == "Inf"
            and not any(m.low in purpose for m in self.sentence.children(c.i))
        ]

    def _oblique(self, trigger: Trigger, name: str) -> list[int]:
        found: list[int] = []
        for bearer in trigger.bearers:
            nominal = self.sentence.tokens[bearer].pos not in VERBS
            obliques = self._reader.obliques(self.sentence, bearer)
            found.extend(i for i, prep in obliques if prep == name and not self._sets_scene(i, name, trigger))
            if name in self.grammar.of("of") and nominal:
                found.extend(self._reader.relative_of(self.sentence, bearer))
            if name in self.grammar.of("between") and nominal:
                found.extend(joined_behind(self.sentence, bearer, self._mentions))
        reflexive = not found and trigger.is_verb and self.is_reflexive(trigger.word)
        if reflexive and name in self.grammar.of("of"):
            found.extend(partitive(self._reader, self.sentence, trigger.word))
        if found or not (name in self._strong or name in self.grammar.of("addressing")):
            return [i for i in found if i not in trigger.words]
        return self._stray(trigger, name)

    def _sets_scene(self, i: int, name: str, trigger: Trigger) -> bool:
        """*À Bamako, la foule a exigé …*: a phrase with *à* before its verb is no party, a pronoun may be."""
        before = trigger.is_verb and i < trigger.word and self.sentence.tokens[i].pos != "PRON"
        if any(a.i == i for a in self.sentence.ancestors(trigger.word)):
            return False  # *le Mali, à qui la France a livré des armes*
        return before and name in self.grammar.of("dative")

    def _indefinite(self, i: int) -> list[int]:
        """*a interné des opposants*, *a bombardé dans la nuit des dépôts*: *des* read as *de les*.

        The object stands right after its verb, or after the time that does.
        """
        if self.is_passive(i) or self.is_reflexive(i):
            return []
        tokens = self.sentence.tokens
        at = next((t.i for t in tokens[i + 1 :] if not self.is_time(t.i) and t.pos != "ADV"), len(tokens))
        if at >= len(tokens) or tokens[at].low not in self.grammar.of("of"):
            return []
        noun = tokens[at].head
        plural = tokens[at].feature("Number") == "Plur" and tokens[at].dep in ("case", "det")
        return [noun] if plural and noun > at and tokens[noun].pos in ("NOUN", "PROPN") else []

    def _stray(self, trigger: Trigger, name: str) -> list[int]:
        """An actor after the preposition ``name`` further on in the clause, wherever it was attached."""
        start = max(trigger.words) + 1
        reach = REACH if trigger.is_verb or name in self._strong else REACH // 3
        told = () if trigger.is_verb else happening(self._reader, self.sentence, trigger.word)
        for token in self.sentence.tokens[start : start + reach]:
            finite = token.feature("VerbForm") == "Fin" and token.dep != "acl:relcl" and token.i not in told
            if token.text in (";", ":") or finite or (not trigger.is_verb and self._reader.reacts(token)):
                break
            named = token.pos in NOMINAL and self.denoted(token.i)
            if named and self._reader.preposition(self.sentence, token.i) == name:
                return list(self._reader.coordinated(self.sentence, token.i))
        return []

    def first_with_lemma(self, trigger: Trigger, slot: str, lemmas: tuple[str, ...]) -> int | None:
        """The first word in ``slot`` with one of ``lemmas``; an object also right after its verb."""
        if self.words.isdisjoint(lemmas):
            return None
        met = (i for i in self.fill(trigger, slot) if _is_one(self.sentence.tokens[i], lemmas))
        if (first := next(met, None)) is not None:
            return first
        if slot not in VERBAL:
            for i in following(self.sentence, trigger.word, REACH):
                token = self.sentence.tokens[i]
                if _is_one(token, lemmas) and self._reader.preposition(self.sentence, i) == slot:
                    return i
        if slot == "object" and not self.is_passive(trigger.word):
            for token in self.sentence.tokens[trigger.word + 1 : trigger.word + 6]:
                if token.pos in ("NOUN", "PROPN", "X"):
                    return token.i if _is_one(token, lemmas) else None
                if token.pos in ("ADP", "PUNCT", "VERB", "SCONJ"):
                    return None
        return None

    def span(self, trigger: Trigger) -> tuple[int, int]:
        """Offsets of the trigger with its auxiliaries, and the words that it carries."""
        first, last = min(trigger.words), max(trigger.words)
        if trigger.is_verb:
            for child in self.sentence.children(trigger.word):
                if child.dep.startswith(("aux", "expl")) and trigger.word - 6 <= child.i < first:
                    first = child.i
        return self.sentence.tokens[first].start, self.sentence.tokens[last].end


def _is_one(token: Token, lemmas: tuple[str, ...]) -> bool:
    return token.lemma.lower() in lemmas or token.low in lemmas
