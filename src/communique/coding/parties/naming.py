"""Names of persons with the office, role or title beside them, and offices without a name."""

from __future__ import annotations

from dataclasses import replace

from communique.coding.parties.draft import BODIES, Draft, Named
from communique.coding.parties.mention import Mention
from communique.coding.parties.nouns import RolePhrase
from communique.coding.parties.posts import MAYBE, Post


def read_posts(draft: Draft, posts: tuple[Post, ...]) -> None:
    """Offices, with the name beside them where there is one.

    'le ministre russe des Affaires étrangères Sergueï Lavrov', 'Willy Ngoma, porte-parole du M23'.
    """
    for post in posts:
        open_end = post.left.definite == "indefinite"
        name = draft.name_after(post.last, post.number, open_end=open_end)
        if name is None and (name := draft.name_before(post.left.first)) and draft.named_body(name):
            name = None
        draft.mentions.append(_office(draft, post) if name is None else _holder(draft, name, post))
        if name is not None:
            draft.used.add(name.first)


def read_titles(draft: Draft) -> None:
    """'M. Lavrov', 'le général Haftar': names after titles."""
    for first, name in (draft.names | _namesakes(draft)).items():
        if not draft.is_title(first - 1) or draft.covered(first):
            continue
        gender = draft.lexicon.titles.gender(draft.line.low[first - 1]) or name.gender
        titled = name._replace(gender=gender, kind="person")
        mention = person_mention(draft, titled, draft.with_article(draft.title_from(first - 1)), name.last)
        draft.mentions.append(replace(mention, reading="person", flags=mention.flags | {"titled"}))
        draft.used.add(first)


def _namesakes(draft: Draft) -> dict[int, Named]:
    """Names of states that are a known person's after a title: 'M. Hollande'."""
    line = draft.line
    return {
        i: Named(i, i + 1, "surname", "", None, False)
        for i, words in enumerate(line.states)
        if words
        and line.words[i][:1].isupper()
        and draft.is_title(i - 1)
        and not line.claimed[i]
        and line.knowledge.persons_by_surname(line.words[i])
    }


def person_mention(draft: Draft, name: Named, first: int, last: int) -> Mention:
    """A mention of a person by name on the tokens from ``first`` to ``last``."""
    line = draft.line
    if draft.is_title(name.first - 1):
        first = min(first, draft.title_from(name.first - 1))
    blank = draft.blank(first, last, draft.head_of(first, last, name.first))
    whole = name.last - name.first > 1 or name.entity is not None
    return replace(
        blank,
        token=name.first,
        reading="person" if whole else "surname",
        rule="name",
        name=line.span(name.first, name.last).text,
        entity=name.entity,
        kind="person",
        definite="definite",
        gender=name.gender,
        function=line.function(name.first),
        flags=_flags(draft, name),
    )


def role_person(draft: Draft, name: Named, phrase: RolePhrase) -> Mention:
    """A person with a role noun beside the name: 'le djihadiste français Fabien X', 'l'avocat X'."""
    entry = phrase.role.entry
    prefix = draft.line.low[phrase.head].partition("-")[0]
    former = prefix in draft.lexicon.offices.status.former_prefix
    first, last = min(phrase.left.first, name.first), max(phrase.last, name.last)
    mention = person_mention(draft, name, first, last)
    return replace(
        mention,
        rule=f"roles.toml#{entry.id}",
        role=entry.id,
        sector=entry.sector,
        country=phrase.country or _party_country(draft, phrase.last, name.first),
        gender=name.gender or phrase.role.gender,
        flags=mention.flags | {"beside"} | ({"local"} if entry.local and not former else frozenset()),
    )


def _party_country(draft: Draft, first: int, last: int) -> str:
    """The country of the party between an office and a name: 'la députée LREM des Yvelines, Léa Roy'."""
    known = (draft.line.known[i][0].entity for i in range(first, last) if i in draft.line.known)
    country = next((e.country for e in known if e.kind == "party"), "")
    return country if isinstance(country, str) else ""


def _holder(draft: Draft, name: Named, post: Post) -> Mention:
    """A person with an office; a second office of the same name is a mention on its own words."""
    again = name.first in draft.used
    first = post.left.first if again else min(name.first, post.left.first)
    last = post.last if again else max(name.last, post.last)
    mention = person_mention(draft, name, first, last)
    if again:
        mention = replace(mention, span=draft.line.span(first, last), first=first)
    return replace(
        mention,
        rule=post.rule,
        holder=post.holder,
        sector=post.holder.sector,
        country=post.holder.country,
        definite=post.left.definite,
        gender=name.gender or post.gender,
        flags=mention.flags | {"beside"},
    )


def _office(draft: Draft, post: Post) -> Mention:
    """A mention of an office without a name."""
    return replace(
        draft.blank(post.left.first, post.last, post.head),
        reading="office",
        rule=post.rule,
        holder=post.holder,
        kind="office",
        sector=post.holder.sector,
        country="" if post.holder.mode == MAYBE else post.holder.country,
        definite=post.left.definite,
        gender=post.gender,
        number=post.number,
        flags=draft.two(post.left.first, post.head),
        of=post.holder.of,
    )


def _flags(draft: Draft, name: Named) -> frozenset[str]:
    """What resolution needs to know of a name and its surroundings."""
    flags = {name.kind}
    if name.initial:
        flags.add("initial")
    if draft.line.tokens[name.first].pos not in {"PROPN", "X"}:
        flags.add("doubtful")
    if draft.lexicon.given_gender(draft.line.low[name.first]) is not None:
        flags.add("given")
    if name.entity is None and draft.is_place(name):
        flags.add("place")
    if name.kind == "unclear" and _sited(draft, name):
        flags.add("sited")
    metonymy = draft.lexicon.metonymy
    if draft.with_article(name.first) < name.first:
        flags.add("article")
    if draft.line.before(name.first) in metonymy.place_prepositions | metonymy.to:
        flags.add("placed")
    return frozenset(flags)


def _sited(draft: Draft, name: Named) -> bool:
    """Whether a place and a noun make the name: 'un immeuble de Nantes Habitat' is a body's."""
    last = draft.line.tokens[name.last - 1]
    return last.pos == "NOUN" and draft.is_place(name._replace(last=name.first + 1))


def read_free_names(draft: Draft) -> None:
    """Names of persons with nothing beside them but a nationality ('le Camerounais Greg X')."""
    for first in sorted(draft.names):
        name = draft.names[first]
        if first in draft.used or name.kind in BODIES or draft.covered(first):
            continue
        if name.entity is None and name.kind != "surname" and draft.unlikely(name):
            continue
        nation = draft.line.states[first - 1] if first else ()
        if nation and nation[0].role == "people":
            mention = person_mention(draft, name, draft.with_article(first - 1), name.last)
            draft.mentions.append(replace(mention, country=nation[0].country))
        else:
            draft.mentions.append(person_mention(draft, name, name.first, name.last))
