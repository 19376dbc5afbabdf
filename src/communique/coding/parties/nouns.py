"""Role nouns in a sentence: 'des policiers', 'l'armée syrienne', 'la coalition menée par les États-Unis'."""

from __future__ import annotations

from typing import NamedTuple

from communique.coding.parties.line import Line
from communique.coding.parties.names import is_joined
from communique.coding.parties.phrases import Left, Right, country_after, left_edge, right_edge
from communique.languages.phrases import Found
from communique.languages.role_nouns import Role
from communique.languages.roles import ActorLexicon

COUNTRY, COALITION = "country", "coalition"  # roles of roles.toml that the grammar treats apart
_NOT_NOUN = frozenset({"VERB", "AUX", "ADV", "ADP", "PRON"})


class RolePhrase(NamedTuple):
    """A phrase with a role noun as its head."""

    left: Left
    right: Right
    head: int
    last: int
    role: Role
    country: str
    supporting: bool = False


def find_roles(line: Line, lexicon: ActorLexicon) -> tuple[RolePhrase, ...]:
    """The role nouns of a sentence that are not part of an office or a name."""
    found: list[RolePhrase] = []
    at = 0
    first = lexicon.roles.phrases.first
    while at < len(line.pieces):
        piece = line.pieces[at]
        if piece.text not in first:
            at += 1
            continue
        met = None
        if (
            not line.claimed[piece.token]
            and _starts_word(line, at, lexicon)
            and not line.inside_name(piece.token)
            and not any(word.role == "name" for word in line.states[piece.token])  # 'les Émirats'
        ):
            met = lexicon.roles.phrases.longest(line.pieces, at, line.adjective)
            met = None if met is not None and met.value.capital and not piece.capital else met
        phrase = None if met is None else _phrase(line, met, lexicon)
        if phrase is not None and met is not None:
            found.append(phrase)
            at = met.end
        else:
            at += 1
    return tuple(found)


def claim_nobody(line: Line, lexicon: ActorLexicon) -> None:
    """Mark fixed phrases that denote no party: 'coup d'État', 'chef d'accusation', 'guerre civile'."""
    for at, piece in enumerate(line.pieces):
        if piece.text in lexicon.nobody.first:
            met = lexicon.nobody.longest(line.pieces, at, line.adjective)
            if met is not None:
                line.claim(piece.token, line.pieces[met.end - 1].token + 1)


def _starts_word(line: Line, at: int, lexicon: ActorLexicon) -> bool:
    """Whether a piece begins a token, or follows 'ex-' in it; not the second half of 'dauphins-pilotes'."""
    head = line.pieces[at].token
    if head > 1 and is_joined(line, head - 1):
        return False
    if at == 0 or line.pieces[at - 1].token != line.pieces[at].token:
        return True
    return line.pieces[at - 1].text in lexicon.offices.status.former_prefix


def _phrase(line: Line, met: Found[Role], lexicon: ActorLexicon) -> RolePhrase | None:
    """The phrase around a match, or None when the noun is a modifier, a verb or too weak alone."""
    head, end = line.pieces[met.start].token, line.pieces[met.end - 1].token + 1
    left = left_edge(line, head, lexicon)
    if _no_phrase(line, head, left, lexicon) or _part_of_word(line, end):
        return None
    role = _possessed(_shaped(line, left, met.value, lexicon, head=head), left, lexicon)
    if role.entry.id == COUNTRY and line.before(left.first) in _placing(lexicon):
        return None
    right = right_edge(line, head, lexicon, end=end, owned=left.definite == "possessive")
    if _bare_complement(line, left, role, lexicon) or _other_sense(line, left, right, role, end=end):
        return None
    last = _led_by(line, right.last) if role.entry.id == COALITION else right.last
    faction = _faction(line, last, role, lexicon)
    if faction:
        return RolePhrase(left, right, head, last + 1, role, faction, supporting=True)
    slot = next((line.states[t][0].country for t in met.adjectives if line.states[t]), "")
    country = right.country or slot
    if role.entry.bare == "weak" and not (country or last > right.last or _strong(left, right, role)):
        return None
    country = country or country_after(line, last, lexicon) or _of_list(line, last)
    return RolePhrase(left, right, head, last, role, country)


def _possessed(role: Role, left: Left, lexicon: ActorLexicon) -> Role:
    """'ses hommes' are soldiers, 'des hommes' anybody."""
    other = (
        role.entry.possessed.get(role.noun) if left.definite == "possessive" and role.number == "p" else None
    )
    entry = next((e for e in lexicon.roles.entries if e.id == other), None) if other else None
    return role if entry is None else role._replace(entry=entry)


def _no_phrase(line: Line, head: int, left: Left, lexicon: ActorLexicon) -> bool:
    """Whether the word qualifies another noun, is a verb, or follows 'sans'."""
    verbal = line.tokens[head].pos in _NOT_NOUN and left.definite == "bare"
    return verbal or _modifier(line, head, left) or line.before(left.first) in lexicon.metonymy.without


def _placing(lexicon: ActorLexicon) -> frozenset[str]:
    """Prepositions after which 'le pays' is a place."""
    return lexicon.metonymy.place_prepositions | lexicon.metonymy.from_


def _strong(left: Left, right: Right, role: Role) -> bool:
    """Whether a weak noun has enough beside it: 'ces forces', 'la patrouille de la coalition'."""
    if right.entity is not None or left.definite == "demonstrative":
        return True
    return right.modified and not role.entry.entity


def _bare_complement(line: Line, left: Left, role: Role, lexicon: ActorLexicon) -> bool:
    """Whether a collective noun only completes another: 'une conférence de presse'."""
    bare = left.definite == "bare" and role.number == "s" and not role.entry.person
    return bare and (line.before(left.first) in lexicon.determiners.of or role.entry.unique)


def _other_sense(line: Line, left: Left, right: Right, role: Role, *, end: int) -> bool:
    """Whether the words around show another sense: 'son opposition au projet', 'plus nationaliste que'."""
    entry = role.entry
    beside = {line.after(right.last), line.after(right.last - 1), line.after(end)}
    if (left.definite == "possessive" and not entry.own) or beside & set(entry.not_before):
        return True
    token = line.tokens[min(right.last, len(line.tokens)) - 1]
    return (
        token.pos == "ADJ" and left.definite == "bare" and not left.counted and right.last - left.first == 1
    )


def _of_list(line: Line, last: int) -> str:
    """The nationality at the end of an enumeration: '60 militaires, un char et des véhicules syriens'."""
    at = last
    if at >= len(line.tokens) or line.words[at] != ",":
        return ""
    while at < len(line.tokens) and line.tokens[at].pos not in {"VERB", "AUX", "PRON", "SCONJ", "PROPN"}:
        words = line.states[at]
        if words and words[0].role == "adjective" and words[0].number == "p" and _ends(line, at + 1):
            return words[0].country
        at += 1
    return ""


def _ends(line: Line, at: int) -> bool:
    """Whether a sentence or clause ends at token ``at``."""
    return at >= len(line.tokens) or line.tokens[at].pos == "PUNCT"


def _part_of_word(line: Line, end: int) -> bool:
    """Whether a hyphen follows at once: 'Proche-Orient' is no 'proche'."""
    return (
        end < len(line.tokens)
        and line.words[end] == "-"
        and line.tokens[end].start == line.tokens[end - 1].end
    )


def _shaped(line: Line, left: Left, role: Role, lexicon: ActorLexicon, *, head: int) -> Role:
    """The role with the gender and number that its determiner shows: 'les pays', 'la procureur'."""
    words = lexicon.determiners
    between = line.low[max(0, left.first - 1) : head]
    if role.number == "s" and role.invariable and (left.counted or any(w in words.plural for w in between)):
        role = role._replace(number="p")
    if not role.gender and any(word in words.feminine for word in between):
        role = role._replace(gender="f")
    return role


def _faction(line: Line, last: int, role: Role, lexicon: ActorLexicon) -> str:
    """The country whose rulers an armed group follows: 'un convoi pro-Assad' is Syria's."""
    if role.entry.kind != "force" or last >= len(line.tokens):
        return ""
    prefix, _, rest = line.words[last].partition("-")
    if prefix.lower() != lexicon.roles.supporting_prefix or not rest:
        return ""
    words = line.knowledge.state_words(rest)
    if words:
        return words[0].country
    bearers = line.knowledge.persons_by_surname(rest)
    country = bearers[0].country if bearers else ""
    return country if isinstance(country, str) else ""


def _modifier(line: Line, head: int, left: Left) -> bool:
    """Whether the word only qualifies the noun before it: 'la base militaire', 'un groupe rebelle'."""
    if left.first < head or head == 0:
        return False
    before, token = line.tokens[head - 1], line.tokens[head]
    if token.dep == "obj" and before.dep == "obl:mod" and token.feature("Number") == "Plur":
        return False  # 'recevait ce matin syndicats et élus'
    return before.pos in {"NOUN", "PROPN"} and not line.words[head][:1].isupper() and before.text not in {"-"}


def _led_by(line: Line, last: int) -> int:
    """The end of 'menée par les États-Unis' after 'coalition'."""
    at = last
    if at + 1 >= len(line.tokens) or not line.adjective[at] or line.tokens[at + 1].pos != "ADP":
        return last
    for noun in (at + 2, at + 3):
        known = line.known.get(noun)
        if known is not None and noun - at <= 3:
            return noun + known[0].length
    return last
