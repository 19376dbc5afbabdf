"""Who a name denotes, and what country the words beside it give."""

from __future__ import annotations

from datetime import date

from communique.coding.parties.discourse import Discourse
from communique.coding.parties.facing import COUNTERPART
from communique.coding.parties.mention import Holder, Mention
from communique.coding.parties.posts import CHAIR
from communique.coding.parties.referents import Referent
from communique.knowledge.folding import key
from communique.knowledge.records import Entity, Tenure

OPEN_OFFICES = frozenset(
    {CHAIR, "chief", "leader", "party_leader", "group_leader", "spokesperson", "envoy", "ambassador"}
)
_LEADING = frozenset({"head_of_state", "head_of_government", "foreign_minister", "defence_minister"})
VAGUE = frozenset({CHAIR, "chief", "minister", "leader", "counterpart"})


def person(discourse: Discourse, mention: Mention) -> Referent | None:
    """The person whom a name denotes; None for a capitalised word that may be anything."""
    found = _named(discourse, mention)
    if found is None:
        return None
    country = country_of(discourse, mention)
    if not country and "local" in mention.flags and not found.country:
        country = discourse.local(mention)
    if mention.holder is not None:
        found.hold(mention.holder, country)
        if mention.country and mention.holder.sector == "GOV" and mention.holder.office not in OPEN_OFFICES:
            found.country = mention.country
    elif country and not found.country:
        found.country = country
    if mention.sector and not found.sector:
        found.sector = mention.sector
    if mention.role:
        found.roles.add(mention.role)
    if mention.gender and not found.gender:
        found.gender = mention.gender
    return found


def _named(discourse: Discourse, mention: Mention) -> Referent | None:
    """The referent of the name alone: of the knowledge base, of the article, or a new person."""
    if mention.entity is not None:
        found = discourse.known(mention.entity)
        discourse.referents.name_also(found, mention.name)
        return found
    met = _in_article(discourse, mention)
    if met is not None:
        return met
    known = _known(discourse, mention)
    if known is not None:
        return discourse.known(known)
    backed = bool(mention.flags & {"titled", "beside"})
    first_name = _witness(mention)
    if mention.reading == "surname" and not backed and not first_name and not _vouches(mention):
        return None
    vague = (not backed and not first_name) and (
        mention.reading == "surname"
        or ("unclear" in mention.flags and bool(mention.flags & {"article", "sited"}))
    )
    kind = "organisation" if vague else "person"
    identity = "name:" + " ".join(key(mention.name))
    name = " ".join(mention.name.split())
    return discourse.referents.make(Referent(identity, name, kind, gender=mention.gender))


def _witness(mention: Mention) -> bool:
    """'« … », explique Nadia': a given name alone that says something is a person."""
    return {"given", "speaking"} <= mention.flags and not mention.flags & {"place", "placed", "article"}


def _vouches(mention: Mention) -> bool:
    """'Selon Glencore, …', 'a déploré NetBlocks': one unknown word that says something is a body."""
    sure = "doubtful" not in mention.flags or mention.flags & {"article", "witness"}  # 'La Caf a déclaré'
    return bool(sure) and "speaking" in mention.flags and not mention.flags & {"place", "placed", "given"}


def _in_article(discourse: Discourse, mention: Mention) -> Referent | None:
    """The person of the article whom a surname or a first name takes up; of several the one met last."""
    bearers = discourse.referents.by_surname(mention.name)
    if mention.gender and "titled" in mention.flags:
        bearers = tuple(b for b in bearers if b.gender in {"", mention.gender})
    if len(bearers) > 1:
        for met in discourse.earlier(mention):
            if met.referent in bearers:
                return met.referent
    if bearers:
        return bearers[0]
    if len(key(mention.name)) > 1 or mention.flags & {"place", "placed"}:
        return None
    return discourse.referents.by_first(mention.name)


def _known(discourse: Discourse, mention: Mention) -> Entity | None:
    """A person of the knowledge base whom part of a name denotes."""
    backed = bool(mention.flags & {"titled", "beside"})
    if mention.reading != "surname":
        titled = _by_surname(discourse, mention) if "titled" in mention.flags else None
        return titled or _respelled(discourse, mention)
    if mention.holder is not None:
        return _by_surname(discourse, mention) or _by_given_name(discourse, mention, mention.holder)
    unsafe = {"given"} if backed else {"given", "place", "placed"}
    if mention.flags & unsafe:
        return None
    found = _by_surname(discourse, mention)
    if found is None or backed:
        return found
    if not (_spelled_so(found, mention) or _has_led(discourse, found)):
        return None
    return found if "doubtful" not in mention.flags or _leads(discourse, mention, found) else None


def _spelled_so(found: Entity, mention: Mention) -> bool:
    """Whether a name on record is written with the mention's word, and does not only sound like it."""
    return key(mention.name)[-1] in {part for name in (found.name, *found.aliases) for part in key(name)}


def _has_led(discourse: Discourse, found: Entity) -> bool:
    return any(tenure.office in _LEADING for tenure in discourse.knowledge.tenures(found.id))


def _leads(discourse: Discourse, mention: Mention, found: Entity) -> bool:
    """'Macron s'adresse aux Français': a word not read as a name is one where a leader of that name acts."""
    plain = mention.function == "subject" and "article" not in mention.flags
    return plain and _has_led(discourse, found)


def _respelled(discourse: Discourse, mention: Mention) -> Entity | None:
    """A known person whose name the article writes with other capitals: 'Kim Jong-un'."""
    words = [word.capitalize() for word in mention.name.replace("-", " ").split()]
    matches = discourse.knowledge.match(words, 0) if len(words) > 1 else ()
    whole = [m.entity for m in matches if m.length == len(words) and m.entity.kind == "person"]
    return whole[0] if whole else None


def _by_given_name(discourse: Discourse, mention: Mention, holder: Holder) -> Entity | None:
    """A ruler called by the given name: 'le pape François', 'le roi Salmane'."""
    country = mention.country
    if not country or holder.office not in discourse.knowledge.offices:
        return None
    word = key(mention.name)[:1]
    persons = dict.fromkeys(t.person for t in discourse.knowledge.office_line(holder.office, country))
    fits = [
        e for e in map(discourse.knowledge.entity, persons) if word[0] in key(" ".join((e.name, *e.aliases)))
    ]
    return fits[0] if len(fits) == 1 else None


def _by_surname(discourse: Discourse, mention: Mention) -> Entity | None:
    """A known person by surname alone: the office or the day must leave only one."""
    candidates = discourse.knowledge.persons_by_surname(mention.name)
    if mention.country:
        candidates = tuple(c for c in candidates if c.country == mention.country) or candidates
    if mention.gender and "titled" in mention.flags:
        candidates = tuple(c for c in candidates if c.gender in {"", mention.gender})
    days = discourse.days.of(mention.sentence)
    if days is not None:
        held = [(c, {t.office for t in serving(discourse, c.id, days)}) for c in candidates]
        serves = [c for c, offices in held if offices & _LEADING] or [c for c, offices in held if offices]
        if serves:
            return serves[0] if len(serves) == 1 else None
    safe = days is None or bool(mention.flags & {"titled", "beside"})
    return candidates[0] if len(candidates) == 1 and safe else None


def serving(discourse: Discourse, person_id: str, days: tuple[date, date]) -> tuple[Tenure, ...]:
    """The tenures of a person that touch an interval of days."""
    found = []
    for tenure in discourse.knowledge.tenures(person_id):
        if (tenure.begin or date.min) > days[1] or (tenure.end or date.max) < days[0]:
            continue
        if tenure.end is None:  # an end that is not on record is none: a successor may be
            holders = discourse.knowledge.holders(tenure.office, tenure.country, *days)
            if all(holder.person != person_id for holder in holders):
                continue
        found.append(tenure)
    return tuple(found)


def country_of(discourse: Discourse, mention: Mention) -> str:
    """The country that the words beside a name give, or that the office takes from its body or the story."""
    holder = mention.holder
    if mention.country:
        return mention.country
    if holder is None or holder.mode == COUNTERPART:
        return ""
    if mention.definite == "possessive" and (owner := _owner(discourse, mention)):
        return owner
    body = holder.organisation
    if body is not None:
        return body.country if isinstance(body.country, str) else ""
    if holder.sector in {"GOV", "LEG", "MIL", "COP", "SPY"} and (
        holder.story or holder.office not in OPEN_OFFICES or holder.of >= 0
    ):
        return "" if holder.of >= 0 and _foreign_body(discourse, holder) else discourse.local(mention)
    return ""


def _owner(discourse: Discourse, mention: Mention) -> str:
    """The country of the subject that 'son', 'sa' refers to: 'la France a rappelé son ambassadeur'."""
    for met in discourse.recent(mention, sentences=0):
        if met.mention.function == "subject" and met.referent.country:
            return met.referent.country
    return ""


def _foreign_body(discourse: Discourse, holder: Holder) -> bool:
    """Whether the office belongs to a group or body without a country ('le porte-parole du groupe')."""
    inner = discourse.by_head.get(holder.of)
    if inner is not None and "local" in inner.flags:
        return False
    return inner is None or inner.kind in {"group", "organisation", "party", "coalition", "person"}
