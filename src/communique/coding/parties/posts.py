"""Office expressions in a sentence: which post, of which state or body, held when."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from communique.coding.parties.line import Line
from communique.coding.parties.mention import Holder
from communique.coding.parties.phrases import (
    Left,
    Right,
    country_after,
    left_edge,
    nationality_after,
    right_edge,
    state_after,
)
from communique.languages.offices import OfficeForm
from communique.languages.phrases import Found
from communique.languages.roles import ActorLexicon

CHAIR = "head"
MAYBE = "maybe"
_BY = 2

_GENDERS = {"Fem": "f", "Masc": "m"}


class Post(NamedTuple):
    """An office expression: its phrase, head token, end of its fixed words, and what it says."""

    left: Left
    head: int
    last: int
    holder: Holder
    number: str
    gender: str
    rule: str


def find_posts(line: Line, lexicon: ActorLexicon) -> tuple[Post, ...]:
    """The office expressions of a sentence, the longest first at each word."""
    found: list[Post] = []
    at, done = 0, 0
    first = lexicon.offices.phrases.first
    while at < len(line.pieces):
        piece = line.pieces[at]
        if (
            piece.text not in first
            or piece.token < done
            or line.claimed[piece.token]
            or not _may_head(line, at, lexicon)
        ):
            at += 1
            continue
        met = lexicon.offices.phrases.longest(line.pieces, at, line.adjective)
        if met is None or line.inside_name(piece.token):
            at += 1
            continue
        post = _post(line, met, lexicon)
        done = post.last
        if found and _under(line, found[-1], post, lexicon):
            found[-1] = found[-1]._replace(last=post.last)
        else:
            found.append(post)
        at = met.end
    return tuple(found)


def _under(line: Line, first: Post, second: Post, lexicon: ActorLexicon) -> bool:
    """Whether a post only tells whose the first is: 'auprès du ministre'."""
    between = line.low[first.last : second.head]
    return bool(between) and between[0] in lexicon.offices.status.under


def _may_head(line: Line, at: int, lexicon: ActorLexicon) -> bool:
    """A piece inside a word heads an office only after a prefix ('ex-président')."""
    piece = line.pieces[at]
    if at > 0 and line.pieces[at - 1].token == piece.token:
        prefix = line.pieces[at - 1].text
        return prefix in lexicon.offices.status.former_prefix | lexicon.offices.status.lowering_prefix
    token = line.tokens[piece.token]
    if token.pos == "ADJ" and token.i > 0 and line.tokens[token.i - 1].pos == "NOUN" and token.head < token.i:
        return False  # 'la dette souveraine'
    return token.pos not in {"VERB", "AUX"} or line.before(token.i) in lexicon.determiners.definite


def _post(line: Line, met: Found[OfficeForm], lexicon: ActorLexicon) -> Post:
    """The post that a match of the phrase index stands for, with its surroundings."""
    entry = met.value.entry
    head = line.pieces[met.start].token
    end = line.pieces[met.end - 1].token + 1
    country = entry.country
    for token in met.adjectives:
        if line.states[token] and not (entry.country and not entry.needs):
            country = line.states[token][0].country
    right = right_edge(line, head, lexicon, end=end)
    left = left_edge(line, head, lexicon)
    if not entry.country or (entry.needs and not met.adjectives):
        after = "" if entry.abroad else country_after(line, right.last, lexicon)
        country = (country if met.adjectives else "") or right.country or after
    last = _posting(line, right.last, lexicon) if entry.abroad else right.last
    last = _after_status(line, last, lexicon)
    subject = state_after(line, last, lexicon.metonymy.about_states) if entry.about else ""
    if not country and last > right.last:
        last, country = nationality_after(line, last, lexicon)
        country = country or country_after(line, last, lexicon)
    holder = _holder(met, country, right, whose=_whose(line, right, lexicon))
    status = _status(line, met.start, (left.first, last), lexicon)
    woman = line.low[left.first] in lexicon.determiners.feminine
    holder = replace(_with_status(holder, status), subject=subject, gender="f" if woman else "")
    return Post(
        left,
        head,
        last,
        holder,
        met.value.number,
        "f" if woman else _GENDERS.get(line.tokens[head].feature("Gender"), ""),
        f"offices.toml#{entry.id}" if holder.office == entry.office else f"offices.toml#{entry.id}.other",
    )


def _whose(line: Line, right: Right, lexicon: ActorLexicon) -> bool:
    """Whether the complement of an office is a state: 'de la Syrie', 'du pays', not 'de la banque'."""
    noun = next((t.i for t in line.tokens if t.start == right.of), -1)
    if noun < 0:
        return True
    known = line.known.get(noun)
    if known is not None:
        return known[0].entity.kind in {"state", "government"}
    named = any(word.role in {"name", "capital"} for word in line.states[noun])
    return named or line.low[noun] in lexicon.offices.status.state_nouns


def _holder(met: Found[OfficeForm], country: str, right: Right, *, whose: bool) -> Holder:
    """Code, country and body of the office that the words express; ``whose`` tells that it is a state's."""
    entry = met.value.entry
    office, mode = entry.office, entry.mode
    if country in entry.elsewhere:
        office, mode = entry.elsewhere[country], ""
    elif entry.needs == "country" and country != entry.country:
        office, mode = ("deputy_minister", "") if country else (entry.office, MAYBE)
        country = country or entry.country
    capital = right.entity is not None and right.entity.kind in {"state", "government"} and whose
    chairs = right.of >= 0 and not (right.country and whose)
    if entry.mode == "generic" and (chairs or (right.entity is not None and not capital)):
        office = CHAIR
    return Holder(
        office,
        "" if entry.organisation else country,
        mode=mode,
        sector=entry.sector,
        organisation=right.entity,
        of=right.of,
        titles=() if office == CHAIR else entry.titles,
        fallback=entry.fallback,
        tenure=entry.tenure,
        story=entry.story,
        organ=entry.organ,
    )


def _status(line: Line, start: int, phrase: tuple[int, int], lexicon: ActorLexicon) -> str:
    """When the office is held, by the words around it: 'l'ancien président', 'le futur ministre'."""
    words = lexicon.offices.status
    first, last = phrase
    head = line.pieces[start].token
    around = {line.low[i] for i in range(first, head)}
    if start > 0 and line.pieces[start - 1].token == head:
        around.add(line.pieces[start - 1].text)
    if first > 0:
        around.add(line.low[first - 1])
    after = {line.low[i] for i in range(head + 1, min(last + _BY, len(line.tokens)))}
    if after & words.fallen:
        return "fallen"
    if around & words.former:
        return "former"
    if (around | after) & words.lowering or around & words.lowering_prefix:
        return "lowered"
    beside = around | after
    for status in ("future", "elected", "claimed", "acting", "outgoing", "new"):
        if beside & getattr(words, status):
            return status
    return "present"


def _with_status(holder: Holder, status: str) -> Holder:
    """The holder with its status; a lowered office ('vice-', 'adjoint') is another office."""
    if status == "lowered":
        return replace(holder, office=f"deputy_{holder.office}", mode="", titles=())
    return replace(holder, status=status)


def _posting(line: Line, last: int, lexicon: ActorLexicon) -> int:
    """Step over the place of a mission: 'l'ambassadeur de France en Afghanistan, Bernard X'."""
    metonymy = lexicon.metonymy
    if line.after(last) not in metonymy.place_prepositions | metonymy.to:
        return last
    known = line.known.get(last + 1)
    return last if known is None else last + 1 + known[0].length


def _after_status(line: Line, last: int, lexicon: ActorLexicon) -> int:
    """Step over 'par intérim', and over 'élu' that was read as a noun, after an office."""
    words = lexicon.offices.status
    if last < len(line.tokens) and line.low[last] in words.elected and line.tokens[last].pos == "NOUN":
        return last + 1
    if last + 1 < len(line.tokens) and line.low[last + 1] in words.acting:
        return last + 2 if line.tokens[last].pos == "ADP" else last
    return last
