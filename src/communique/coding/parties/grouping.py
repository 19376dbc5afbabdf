"""Groups and bodies: role nouns with what stands beside them, and names of bodies."""

from __future__ import annotations

from dataclasses import replace

from communique.coding.parties.draft import BODIES, Draft, Named
from communique.coding.parties.mention import Mention
from communique.coding.parties.naming import role_person
from communique.coding.parties.nouns import RolePhrase
from communique.knowledge.records import Entity

_BODY_KINDS = frozenset({"organisation", "group", "party", "coalition", "force"})
_NO_BODIES = frozenset({"state", "government", "person"})
_FLAGS = ("unique", "person", "local", "anaphor", "source", "transparent", "relative")


def read_roles(draft: Draft) -> None:
    """Role nouns, with a name in apposition where there is one."""
    for phrase in draft.roles:
        if not draft.line.claimed[phrase.head]:
            draft.mentions.append(_role(draft, phrase))


def _role(draft: Draft, phrase: RolePhrase) -> Mention:
    """The mention of one role noun: of a person or body by name, or of a group."""
    entry, number = phrase.role.entry, phrase.role.number
    body = draft.names.get(phrase.head)
    if body is not None and body.kind == "body":
        return body_mention(draft, body, phrase)
    name = draft.names.get(phrase.last) or draft.name_called(phrase.last)
    single = number == "s" or draft.one_of(phrase.left.first)
    human = single and (entry.person or entry.relative)
    if name is None and human:
        name = draft.name_before(phrase.left.first) or draft.name_after(phrase.last, "s")
    if human and name is not None and name.kind not in BODIES and not draft.taken(name):
        draft.release(name)
        draft.used.add(name.first)
        return role_person(draft, name, phrase)
    if name is not None and name.first == phrase.last and entry.kind in _BODY_KINDS and not entry.make:
        return body_mention(draft, name, phrase)
    return _group(draft, phrase)


def _group(draft: Draft, phrase: RolePhrase) -> Mention:
    """A group or institution by a role noun; a known body in apposition decides.

    'le groupe extrémiste État islamique' is the Islamic State; 'un convoi pro-Assad' pro-government forces.
    """
    entry = phrase.role.entry
    last, entity = _apposed(draft, phrase)
    inner = () if entity else tuple(r.head for r in draft.roles if phrase.head < r.head < last)
    mention = draft.blank(phrase.left.first, last, phrase.head)
    for head in inner:
        draft.line.claimed[head] = False
    shown = (draft.lexicon.roles.supporting or entry) if phrase.supporting else entry
    return replace(
        mention,
        reading="known" if entity else "role",
        rule=f"roles.toml#{entry.id}",
        name=phrase.role.noun,
        entity=entity or phrase.right.entity,
        role=entry.id,
        kind=entry.kind,
        sector=entry.sector,
        label=shown.name,
        organ=shown.entity,
        country=phrase.country,
        definite=phrase.left.definite,
        gender=phrase.role.gender,
        number="s" if draft.one_of(phrase.left.first) else phrase.role.number,
        flags=_role_flags(phrase) | draft.two(phrase.left.first, phrase.head),
        of=phrase.right.of,
        realms=entry.realms.get(phrase.role.noun, frozenset()),
    )


def _apposed(draft: Draft, phrase: RolePhrase) -> tuple[int, Entity | None]:
    """The end of a phrase and the known body in apposition to it, where there is one."""
    known = draft.line.known.get(phrase.last)
    if known and known[0].entity.kind not in _NO_BODIES and phrase.role.entry.kind in _BODY_KINDS:
        return phrase.last + known[0].length, known[0].entity
    return phrase.last, None


def _role_flags(phrase: RolePhrase) -> frozenset[str]:
    """What resolution needs to know of a role noun."""
    flags = {name for name in _FLAGS if getattr(phrase.role.entry, name)}
    if phrase.left.counted:
        flags.add("counted")
    if phrase.right.modified:
        flags.add("modified")
    return frozenset(flags)


def read_bodies(draft: Draft) -> None:
    """Names of bodies with no role noun before them."""
    for first in sorted(draft.names):
        name = draft.names[first]
        if name.kind in BODIES and first not in draft.used and not draft.covered(first):
            draft.mentions.append(body_mention(draft, name, None))


def body_mention(draft: Draft, name: Named, phrase: RolePhrase | None) -> Mention:
    """A body by its name: 'le groupe paramilitaire Wagner', 'la Fédération internationale (…)'."""
    draft.used.add(name.first)
    line, entry = draft.line, phrase.role.entry if phrase else None
    first = min(phrase.left.first, name.first) if phrase else draft.with_article(name.first)
    head = phrase.head if phrase else draft.head_of(name.first, name.last, name.first)
    last = max(name.last, phrase.last) if phrase else name.last
    return replace(
        draft.blank(first, last, head),
        reading="named",
        rule=f"roles.toml#{entry.id}" if entry else "name",
        name=line.span(name.first, name.last).text,
        entity=name.entity,
        role=entry.id if entry else "",
        kind=entry.kind if entry else "organisation",
        sector=entry.sector if entry else "",
        country=phrase.country if phrase else _country_within(draft, name),
        definite="definite",
        gender=phrase.role.gender if phrase else "",
        flags=_body_flags(draft, name, phrase),
    )


def _body_flags(draft: Draft, name: Named, phrase: RolePhrase | None) -> frozenset[str]:
    """What resolution needs to know of the name of a body."""
    flags = {name.kind}
    if name.initial:
        flags.add("initial")
    if (phrase and phrase.role.entry.local) or draft.line.low[
        name.first
    ] in draft.lexicon.names.national_heads:
        flags.add("local")
    if draft.line.before(name.first) == "(":
        flags.add("alias")
    return frozenset(flags)


def _country_within(draft: Draft, name: Named) -> str:
    """The state that a body's name contains: 'l'Association des banques du Myanmar'."""
    for words in draft.line.states[name.first : name.last]:
        if words and words[0].role in {"name", "adjective"}:
            return words[0].country
    return ""
