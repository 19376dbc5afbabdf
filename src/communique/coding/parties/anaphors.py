"""Pronouns, possessives, object clitics and phrases such as 'les deux parties' in a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from communique.coding.parties.acting import acting
from communique.coding.parties.line import Line
from communique.coding.parties.mention import Mention
from communique.languages.phrases import PhraseIndex
from communique.languages.roles import ActorLexicon
from communique.syntax import Token

_VERBAL = frozenset({"VERB", "AUX"})
_OBJECTS = frozenset({"obj", "iobj", "obl:arg"})
_REACH = 4


def find_phrases(line: Line, lexicon: ActorLexicon) -> Iterator[Mention]:
    """'les deux hommes', 'ce dernier': phrases that take up somebody; their words are claimed."""
    for reading, index in (("pair", lexicon.anaphora.pairs), ("last", lexicon.anaphora.last)):
        yield from _phrases(line, index, reading)


def find_anaphors(line: Line, lexicon: ActorLexicon, *, taken: frozenset[int]) -> Iterator[Mention]:
    """Words that take up somebody: 'il', 'sa', 'les aurait attaquées', 'avec lui'."""
    anaphora = lexicon.anaphora
    words = anaphora.words
    for i, token in enumerate(line.tokens):
        low = line.low[i].rpartition("-")[2].removesuffix("'")
        if low not in words or token.start in taken or line.claimed[i]:
            continue
        if (
            (shape := _single(anaphora.pronouns, low))
            and _subject(line, i)
            and not impersonal(line, i, lexicon)
        ):
            yield _mention(line, i, "pronoun", shape)
        elif (shape := _single(anaphora.possessives, low)) and _determines(line, i):
            yield _mention(line, i, "possessive", "x" + shape)
        elif (
            (shape := _single(anaphora.clitics, low))
            and _clitic(line, i, lexicon)
            and not _neuter(line, i, lexicon)
        ):
            clitic = _mention(line, i, "clitic", _agreed(line, i, shape, lexicon))
            yield replace(clitic, of=acting(line, i))
        elif (shape := _single(anaphora.strong, low)) and _behind_preposition(line, i, lexicon):
            yield _some_of(line, i, lexicon, _mention(line, i, "pronoun", shape))


def _behind_preposition(line: Line, i: int, lexicon: ActorLexicon) -> bool:
    """'avec lui', 'contre elle'; not 'Il a quant à lui refusé', which says the subject again."""
    if line.after(i + 1) in lexicon.determiners.and_ and line.function(i) == "subject":
        return True  # 'Lui et ses hommes ont attaqué'
    again = i > 1 and line.low[i - 2] in lexicon.determiners.topic
    return i > 0 and line.tokens[i - 1].pos == "ADP" and not again


def _some_of(line: Line, i: int, lexicon: ActorLexicon, mention: Mention) -> Mention:
    """'plusieurs d'entre eux', 'deux d'entre elles': the words for how many of them, as one mention.

    Not 'un accord entre eux'.
    """
    token = line.tokens[i]
    head = line.tokens[token.head]
    between = line.tokens[head.i + 1 : i]
    many = head.pos == "NUM" or head.low in lexicon.determiners.indefinite
    if not (many and between and token.dep == "nmod" and all(t.pos == "ADP" for t in between)):
        return mention
    first = head.i - 1 if head.i and line.tokens[head.i - 1].pos == "DET" else head.i
    return replace(
        mention,
        span=line.span(first, i + 1),
        head=head.start,
        token=head.i,
        first=first,
        function=line.function(head.i),
    )


def _single(index: PhraseIndex[str], low: str) -> str:
    """The value of a single-word entry; empty when there is none."""
    return index.word(low) or ""


def _phrases(line: Line, index: PhraseIndex[str], reading: str) -> Iterator[Mention]:
    """Phrases of several words: 'les deux hommes', 'ce dernier'."""
    for at, piece in enumerate(line.pieces):
        if piece.text not in index.first:
            continue
        found = index.longest(line.pieces, at, line.adjective)
        if found is None or (at > 0 and line.pieces[at - 1].token == piece.token):
            continue
        first, last = piece.token, line.pieces[found.end - 1].token + 1
        if last < len(line.tokens) and line.adjective[last] and reading == "pair" and found.value == "person":
            continue
        gender, number = (found.value[0], found.value[1]) if reading == "last" else ("x", "p")
        yield Mention(
            span=line.span(first, last),
            head=line.tokens[last - 1].start,
            sentence=line.index,
            token=last - 1,
            first=first,
            last=last,
            reading=reading,
            rule=f"pronouns.toml#{reading}",
            kind=found.value if reading == "pair" else "person" if found.value[2:] else "",
            gender="" if gender == "x" else gender,
            number=number,
            definite="definite",
            function=line.function(last - 1),
        )
        line.claim(first, last)


def _mention(line: Line, i: int, reading: str, shape: str) -> Mention:
    """A mention of one word; ``shape`` is gender and number."""
    token = line.tokens[i]
    number = shape[1]
    gender = "" if shape[0] == "x" else shape[0]
    span = line.span(i, i + 1)
    return Mention(
        span=span,
        head=token.start,
        sentence=line.index,
        token=i,
        first=i,
        last=i + 1,
        reading=reading,
        rule=f"pronouns.toml#{reading}",
        gender=gender,
        number=number,
        function="subject" if reading == "pronoun" else "object" if reading == "clitic" else "other",
        flags=frozenset({"inverted"}) if reading == "pronoun" and _inverted(line, i) else frozenset(),
    )


def _inverted(line: Line, i: int) -> bool:
    """Whether a pronoun hangs on its verb with a hyphen: 'a-t-il dit'."""
    return line.words[i].startswith("-") or (i > 0 and line.words[i - 1].endswith("-"))


def _subject(line: Line, i: int) -> bool:
    """Whether a personal pronoun is a subject: a verb follows soon, or precedes it with a hyphen."""
    if _inverted(line, i):
        return True
    if i > 0 and line.tokens[i - 1].pos == "ADP":
        return False
    return any(t.pos in _VERBAL for t in line.tokens[i + 1 : i + 1 + _REACH])


def _determines(line: Line, i: int) -> bool:
    """Whether a possessive stands before a noun (and 'leur' is no clitic before a verb)."""
    following = line.tokens[i + 1] if i + 1 < len(line.tokens) else None
    return following is not None and following.pos not in _VERBAL | {"PUNCT", "ADP"}


def _clitic(line: Line, i: int, lexicon: ActorLexicon) -> bool:
    """Whether 'les', 'lui', 'leur' stand before a verb as its object, whatever the parser calls them."""
    token = line.tokens[i]
    behind = (t for t in line.tokens[i + 1 : i + 3] if t.low not in lexicon.impersonal.adverbial)
    following = next(behind, None)  # 'l'y a rencontré', 'l'en accuse'
    if following is None or following.pos not in _VERBAL:
        return False
    return token.pos == "PRON" or token.dep in _OBJECTS or token.head == following.i


def _agreed(line: Line, i: int, shape: str, lexicon: ActorLexicon) -> str:
    """The shape of a direct object with the gender of the participle: 'les aurait attaquées' is feminine.

    Its ending tells: the parser's gender is that of the commonest use. 'lui' agrees with nothing.
    """
    if shape[0] != "x" or line.tokens[i].dep == "iobj":
        return shape
    for token in line.tokens[i + 1 : i + 1 + _REACH]:
        if token.pos in {"VERB", "ADJ"} and "Part" in token.feats:
            return ("f" if token.low.endswith(lexicon.agreement.feminine) else "m") + shape[1:]
        if token.pos not in {"AUX", "ADV", "PRON"}:  # 'les accuse d'avoir menti'
            return shape
    return shape


def _neuter(line: Line, i: int, lexicon: ActorLexicon) -> bool:
    """Whether a clitic takes up what was said: 'le Kremlin l'a confirmé'."""
    if line.low[i].removesuffix("'") not in lexicon.impersonal.neuter:
        return False
    verbs = (
        t for t in line.tokens[i + 1 : i + 1 + _REACH] if t.pos in _VERBAL and not t.dep.startswith("aux")
    )
    return next((t.lemma.lower() in lexicon.impersonal.said for t in verbs), False)


def _is_compound(tokens: Sequence[Token], lexicon: ActorLexicon) -> bool:
    """'il y a rencontré Paul Biya': an auxiliary and its participle, and no 'il y a', 'il y a eu'."""
    if len(tokens) < 2:
        return False
    participle = tokens[1].feature("VerbForm") == "Part" and tokens[1].pos == "VERB"
    return participle and tokens[0].dep.startswith("aux") and tokens[1].lemma not in lexicon.impersonal.having


def impersonal(line: Line, i: int, lexicon: ActorLexicon) -> bool:
    """Whether 'il' denotes nobody: 'il y a', 'il faut', 'il est possible que', 'il s'agit'."""
    if lexicon.anaphora.pronouns.word(line.low[i].rpartition("-")[2]) != lexicon.impersonal.shape:
        return False
    if _inverted(line, i):
        return any(t.lemma in lexicon.impersonal.verbs for t in line.tokens[max(0, i - 2) : i])
    if line.tokens[i].dep.startswith("expl"):
        return True
    words = lexicon.impersonal
    after = line.tokens[i + 1 : i + 2 + _REACH]
    for number, token in enumerate(after):
        low = token.low.rstrip("'")
        if low in words.there_is:
            return not _is_compound(after[number + 1 : number + 3], lexicon)
        if token.pos in _VERBAL or low in words.be:
            if token.lemma in words.verbs:
                return True
            rest = {t.low for t in after[number + 1 : number + 3]}
            if rest & words.after_be:
                return True
            if token.pos == "VERB":
                return False
    return False
