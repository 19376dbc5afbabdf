"""Office expressions in a sentence: which post, of which state or body, held when."""

from __future__ import annotations

from typing import NamedTuple

from communique.coding.parties.line import Line
from communique.coding.parties.mention import Holder
from communique.coding.parties.phrases import Left, Right, country_after, left_edge, right_edge
from communique.languages.offices import OfficeForm
from communique.languages.phrases import Found
from communique.languages.roles import ActorLexicon

CHAIR = "head"
MAYBE = "maybe"
_BY = 2


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
        found.append(post)
        done = post.last
        at = met.end
    return tuple(found)


def _may_head(line: Line, at: int, lexicon: ActorLexicon) -> bool:
    """A piece inside a word heads an office only after a prefix ('ex-président')."""
    piece = line.pieces[at]
    if at > 0 and line.pieces[at - 1].token == piece.token:
        prefix = line.pieces[at - 1].text
        return prefix in lexicon.offices.status.former_prefix | lexicon.offices.status.lowering_prefix
    return (
        line.tokens[piece.token].pos not in {"VERB", "AUX"}
        or line.before(piece.token) in lexicon.determiners.definite
    )


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
    holder = _holder(met, country, right)
    status = _status(line, met.start, (left.first, right.last), lexicon)
    holder = _with_status(holder, status)
    gender = line.tokens[head].feature("Gender")
    last = _posting(line, right.last, lexicon) if entry.abroad else right.last
    return Post(
        left,
        head,
        _after_status(line, last, lexicon),
        holder,
        met.value.number,
        "f" if gender == "Fem" else "m" if gender == "Masc" else "",
        f"offices.toml#{entry.id}" if holder.office == entry.office else f"offices.toml#{entry.id}.other",
    )


def _holder(met: Found[OfficeForm], country: str, right: Right) -> Holder:
    """Code, country and body of the office that the words express."""
    entry = met.value.entry
    office, mode = entry.office, entry.mode
    if entry.needs == "country" and country != entry.country:
        office, mode = ("deputy_minister", "") if country else (entry.office, MAYBE)
        country = country or entry.country
    if entry.mode == "generic" and right.of >= 0 and not right.country:
        office = CHAIR
    if entry.mode == "generic" and right.entity is not None:
        office = CHAIR
    return Holder(
        office,
        "" if entry.organisation else country,
        mode=mode,
        sector=entry.sector,
        organisation=right.entity,
        of=right.of,
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
    if around & words.former:
        return "former"
    if (around | after) & words.lowering or around & words.lowering_prefix:
        return "lowered"
    if (around | after) & words.future:
        return "future"
    return "acting" if (around | after) & words.acting else "present"


def _with_status(holder: Holder, status: str) -> Holder:
    """The holder with its status; a lowered office ('vice-', 'adjoint') is another office."""
    if status == "lowered":
        return Holder(
            f"deputy_{holder.office}",
            holder.country,
            "present",
            "",
            holder.sector,
            holder.organisation,
            holder.of,
        )
    return Holder(
        holder.office, holder.country, status, holder.mode, holder.sector, holder.organisation, holder.of
    )


def _posting(line: Line, last: int, lexicon: ActorLexicon) -> int:
    """Step over the place of a mission: 'l'ambassadeur de France en Afghanistan, Bernard X'."""
    metonymy = lexicon.metonymy
    if line.after(last) not in metonymy.place_prepositions | metonymy.to:
        return last
    known = line.known.get(last + 1)
    return last if known is None else last + 1 + known[0].length


def _after_status(line: Line, last: int, lexicon: ActorLexicon) -> int:
    """Step over 'par intérim' after an office."""
    if last + 1 < len(line.tokens) and line.low[last + 1] in lexicon.offices.status.acting:
        return last + 2 if line.tokens[last].pos == "ADP" else last
    return last
