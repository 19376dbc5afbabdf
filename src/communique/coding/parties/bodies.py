"""Which body a noun or a known name denotes: governments, forces, groups, organisations, people."""

from __future__ import annotations

from dataclasses import replace

from communique.coding.parties.discourse import Discourse, Met
from communique.coding.parties.mention import Mention
from communique.coding.parties.referents import Referent
from communique.errors import NotFoundError
from communique.knowledge.folding import key

_BODIES = frozenset({"group", "organisation", "party", "coalition", "force", "ministry"})
_REBEL_ROLES = frozenset({"rebels", "jihadists", "armed_group", "group", "gunmen"})
_LOOSE = frozenset({"group", "organisation", "coalition", "rebels", "jihadists", "armed_group"})
_SECTORS = {
    "officials": frozenset({"GOV", "LEG", "PTY"}),
    "deputies": frozenset({"LEG"}),
    "judges": frozenset({"JUD"}),
    "mayors": frozenset({"GOV"}),
    "soldiers": frozenset({"MIL"}),
}
FIRM = "BUS"
_TAKEN_UP = frozenset({"definite", "demonstrative"})


def state(discourse: Discourse, mention: Mention) -> Referent | None:
    """The government of the state that a name, a capital, an adjective or a people stands for."""
    country = mention.country
    if not country:
        return None
    return discourse.known(discourse.knowledge.government(country))


def people(discourse: Discourse, mention: Mention) -> Referent:
    """'les Syriens': the people of a state; a single one is a private person."""
    if mention.number == "s":
        found = _person_before(discourse, mention)
        if found is not None:
            found.country = found.country or mention.country
            return found
        same = _citizen_before(discourse, mention)
        if same is not None:
            return same
        phrase = discourse.knowledge.state(mention.country).phrase
        identity = f"people:{mention.country}:{mention.span.start}"
        return discourse.referents.make(
            Referent(
                identity, f"citizen of {phrase}", "people", mention.country, "CVL", gender=mention.gender
            )
        )
    return discourse.known(discourse.knowledge.people(mention.country))


def _citizen_before(discourse: Discourse, mention: Mention) -> Referent | None:
    """The single citizen of that state whom the article has named: 'un Français … le Français'."""
    if mention.definite != "definite":
        return None
    prefix = f"people:{mention.country}:"
    return next(
        (m.referent for m in discourse.earlier(mention) if m.referent.identity.startswith(prefix)), None
    )


def named(discourse: Discourse, mention: Mention) -> Referent | None:
    """A body by its name, whether known or not."""
    if mention.entity is not None and "alias" not in mention.flags:
        return discourse.known(mention.entity)
    if "alias" in mention.flags and discourse.history:
        last = discourse.history[-1]
        if last.mention.sentence == mention.sentence and 0 < mention.span.start - last.mention.span.end <= 2:
            discourse.referents.name_also(last.referent, mention.name)
            return last.referent
    if mention.entity is not None:
        return discourse.known(mention.entity)
    bearers = discourse.referents.by_surname(mention.name)
    if bearers:
        return bearers[0]
    vouches = "speaking" in mention.flags
    if mention.flags & {"initial", "acronym"} and mention.function != "subject" and not vouches:
        return None
    identity = "body:" + " ".join(key(mention.name))
    name = " ".join(mention.name.split())
    country = mention.country or (discourse.local(mention) if "local" in mention.flags else "")
    return discourse.referents.make(
        Referent(identity, name, mention.kind or "organisation", country, mention.sector)
    )


def role(discourse: Discourse, mention: Mention) -> Referent | None:
    """Whom a role noun denotes."""
    inner = _complement(discourse, mention) or _own_body(discourse, mention)
    if inner is not None:
        return inner
    country = mention.country or _country_of_person(discourse, mention)
    if mention.role == "country":
        return _country(discourse, mention)
    taken = _taken_up(discourse, mention, country) if mention.definite in _TAKEN_UP else None
    if taken is not None:
        return taken
    if mention.organ and mention.number in "sp" and (country or mention.definite in _TAKEN_UP):
        return _organ(discourse, mention, country)
    return _generic(discourse, mention, country)


def _complement(discourse: Discourse, mention: Mention) -> Referent | None:
    """'les forces de la coalition', 'les rebelles du M23': the body that the complement names."""
    if "transparent" not in mention.flags:
        return None
    entity = mention.entity
    if entity is not None and entity.kind in _BODIES:
        return discourse.known(entity)
    inner = discourse.by_head.get(mention.of)
    if inner is None or inner is mention or inner.span.start < mention.span.start:
        return None
    if inner.reading not in {"named", "role", "known"} or (
        inner.reading == "role" and inner.kind not in _BODIES
    ):
        return None
    if inner.reading == "role" and inner.definite == "indefinite":
        return None
    found = discourse.done.get(inner.head)
    if found is None:
        resolved = role(discourse, inner) if inner.reading == "role" else named(discourse, inner)
        found = (resolved,) if resolved else ()
    return found[0] if found and found[0].kind in _BODIES else None


def _own_body(discourse: Discourse, mention: Mention) -> Referent | None:
    """'Le M23 a pris Bukavu. Ses combattants ont tué trois civils': the group that was just the subject.

    Not after somebody else: 'Le général a pris Bukavu. Ses combattants …'.
    """
    if mention.definite != "possessive" or mention.role not in _REBEL_ROLES or mention.number != "p":
        return None
    subjects = (m for m in discourse.recent(mention, sentences=1) if m.mention.function == "subject")
    nearest = next(subjects, None)
    if nearest is None or nearest.referent.kind != "group" or _anonymous(nearest.referent):
        return None
    return nearest.referent


def _country_of_person(discourse: Discourse, mention: Mention) -> str:
    """'le régime de Bachar el-Assad', 'l'administration Trump': the country of the person."""
    entity = mention.entity
    if entity is not None:
        return entity.country if isinstance(entity.country, str) else ""
    inner = discourse.by_head.get(mention.of)
    if inner is not None and inner.reading in {"person", "surname"}:
        bearers = discourse.referents.by_surname(inner.name)
        return bearers[0].country if bearers else ""
    return ""


def _country(discourse: Discourse, mention: Mention) -> Referent | None:
    """'ce pays': the country named last, 'le pays': the one named most; 'de nombreux pays': states."""
    if mention.number == "p":
        return _generic(discourse, replace(mention, label="states", kind="state"), mention.country)
    setting = discourse.setting.within(mention.realms) if mention.realms else discourse.setting
    named = setting.last if mention.definite == "demonstrative" else setting.usual
    country = mention.country or named(mention.sentence, mention.span.start)
    if mention.function == "object" and any(
        met.mention.function == "subject" and met.referent.country == country
        for met in discourse.recent(mention, sentences=0)
    ):
        country = setting.other(country, mention.sentence, mention.span.start)
    if not country or mention.definite not in _TAKEN_UP:
        return None
    return discourse.known(discourse.knowledge.government(country))


def _organ(discourse: Discourse, mention: Mention, country: str) -> Referent:
    """The institution of a state: 'l'armée syrienne'; without a country that of the story."""
    if not country and "unique" in mention.flags | {"x"} and "local" in mention.flags:
        country = discourse.local(mention)
    if not country:
        return _generic(discourse, mention, "")
    identity = _organ_identity(mention.organ, country)
    try:
        found = discourse.known(discourse.knowledge.entity(identity))
    except NotFoundError:
        return _generic(discourse, mention, country)
    found.roles.add(mention.role)
    return found


def _organ_identity(organ: str, country: str) -> str:
    """``ministry:foreign_minister`` of RUS is ``ministry:RUS:foreign_minister``."""
    prefix, _, office = organ.partition(":")
    return f"{prefix}:{country}:{office}" if office else f"{prefix}:{country}"


def _taken_up(discourse: Discourse, mention: Mention, country: str) -> Referent | None:
    """Somebody named before whom a definite phrase takes up."""
    if "person" in mention.flags and mention.number == "s" and mention.role not in {"sources"}:
        found = _person_before(discourse, mention, country)
        if found is not None:
            found.country = found.country or country
            return found
    bodily = "anaphor" in mention.flags or mention.role in _REBEL_ROLES
    same = _same_role(discourse, mention, country)
    if same is not None and not (bodily and _anonymous(same)):
        return same
    return (_body_before(discourse, mention, country) if bodily else None) or same


def _fits_country(referent: Referent, country: str) -> bool:
    """Whether a referent may be of a country."""
    return not country or not referent.country or referent.country == country


def _same_role(discourse: Discourse, mention: Mention, country: str) -> Referent | None:
    """An earlier referent met by a noun of the same role."""
    for met in discourse.earlier(mention):
        if mention.role in met.referent.roles and _fits_country(met.referent, country):
            if met.referent.kind == "person" and mention.number == "p":
                continue
            if mention.organ and not country and met.mention.definite == "indefinite":
                continue
            return met.referent
    return None


def _person_before(discourse: Discourse, mention: Mention, country: str = "") -> Referent | None:
    """The one person just named whom 'le diplomate russe', 'l'accusé', 'ce Tunisien' may take up."""
    country = country or mention.country
    fits: list[Referent] = []
    for met in discourse.recent(mention):
        referent = met.referent
        if referent.kind != "person" or referent in fits or not _fits_country(referent, country):
            continue
        if mention.gender and referent.gender and mention.gender != referent.gender:
            continue
        if mention.role in referent.roles or _role_fits(referent, mention):
            fits.append(referent)
    same = [r for r in fits if mention.role in r.roles]
    if same:
        return same[0]
    return fits[0] if len(fits) == 1 else None


def _role_fits(referent: Referent, mention: Mention) -> bool:
    """Whether a person may be called by a noun: officials hold posts, private persons do not.

    'Karim Belaïd est mort. Le policier a été arrêté': the officer is not the man just named.
    """
    wanted = mention.role
    official = bool(referent.posts) or referent.sector in {"GOV", "LEG", "MIL", "JUD"}
    if wanted == "diplomats":
        return any(code in _DIPLOMATIC for code, _ in referent.posts) or (official and not referent.posts)
    if wanted == "mayors":
        return False  # 'Le président est arrivé. Le gouverneur de la région …'
    if wanted in _SECTORS:
        return official and referent.sector in _SECTORS[wanted]
    return not official and mention.sector not in _SERVING


_SERVING = frozenset({"COP", "MIL", "SPY", "JUD", "GOV", "LEG"})
_DIPLOMATIC = frozenset(
    {
        "foreign_minister",
        "ambassador",
        "un_ambassador",
        "envoy",
        "spokesperson",
        "deputy_minister",
        "eu_high_representative",
        "un_secretary_general",
        "deputy_foreign_minister",
        "secretary_general",
    }
)


def _body_before(discourse: Discourse, mention: Mention, country: str) -> Referent | None:
    """The body named last that 'le groupe', 'l'organisation', 'la coalition', 'les rebelles' may take up."""
    collective = "person" not in mention.flags
    if (collective and (mention.number == "p" or mention.of >= 0)) or mention.role == "gunmen":
        return None
    kinds = _kinds(mention)
    fits: list[Met] = []
    for met in discourse.earlier(mention):
        referent = met.referent
        if (
            mention.sector
            and referent.sector
            and mention.sector != referent.sector
            and mention.role not in _LOOSE
        ):
            continue
        if mention.role == "group" and referent.sector == "MED":
            continue  # 'a dit à l'AFP un cadre du mouvement': no agency
        if referent.sector == FIRM and mention.sector != FIRM and mention.role != "group":
            continue  # 'a ouvert une enquête contre Google. La Commission …'
        if referent.kind in kinds and _fits_country(referent, country) and not _anonymous(referent):
            if mention.role in _REBEL_ROLES - {"group"} and referent.sector not in {"REB", ""}:
                continue
            fits.append(met)
    if not fits:
        return None
    distinct = {met.referent.identity for met in fits}
    near = fits[0].mention.sentence >= mention.sentence - 2
    if mention.role in _REBEL_ROLES - {"group"} and len(distinct) > 1 and not near:
        return None
    return fits[0].referent


def _anonymous(referent: Referent) -> bool:
    """Whether a referent is a generic group or an organ of a state, without a name of its own."""
    return ":" in referent.identity and not referent.identity.startswith("body:")


def _kinds(mention: Mention) -> frozenset[str]:
    """Kinds of bodies that a noun may take up."""
    if mention.role == "coalition":
        return frozenset({"coalition"})
    if mention.role == "party":
        return frozenset({"party"})
    if mention.role in _REBEL_ROLES - {"group"}:
        return frozenset({"group"})
    if mention.role == "group":
        return frozenset({"group", "organisation", "party"})
    return frozenset({"organisation"})


def _home(discourse: Discourse, mention: Mention) -> str:
    """The country of a group that names none: the story's; of private persons, where the text shows it.

    It does by a place, or by speaking of the country again. Not Turkey's: 'L'armée turque a tué trois
    civils à Afrine', 'Trois civils ont péri dans un raid turc', nor Qatar's: 'le Qatar a fait libérer les
    otages'.
    """
    home = discourse.local(mention)
    if mention.kind != "people":
        return home
    near = (m for m in discourse.mentions if m.sentence == mention.sentence)
    armies = {m.country for m in near if m.sector == "MIL"}
    met = [m for m in discourse.recent(mention, sentences=0) if m.mention.function == "subject"]
    armies |= {m.referent.country for m in met if m.referent.sector == "MIL"}
    place = discourse.setting.placed_in(mention.sentence)
    return place or (home if home not in armies and discourse.setting.dwells_on(home) else "")


def _generic(discourse: Discourse, mention: Mention, country: str) -> Referent:
    """A group without a name: 'des policiers', 'trois civils', 'un groupe armé'."""
    if not country and "local" in mention.flags:
        opened = discourse.setting.opened_at(mention.sentence, mention.span.start)
        country = opened or _home(discourse, mention)
    phrase = f" of {discourse.knowledge.state(country).phrase}" if country else ""
    identity = f"role:{mention.role}:{country}:{mention.span.start}"
    number = mention.number
    found = discourse.referents.make(
        Referent(
            identity,
            f"{mention.label or mention.name}{phrase}",
            mention.kind,
            country,
            mention.sector,
            gender=mention.gender,
            number=number,
        )
    )
    found.roles.add(mention.role)
    return found
