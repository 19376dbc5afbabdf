"""Whom an office without a name denotes: somebody of the article, its holder on the day, or the office."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from communique.coding.parties.discourse import Discourse
from communique.coding.parties.mention import Holder, Mention
from communique.coding.parties.people import OPEN_OFFICES, VAGUE, country_of, serving
from communique.coding.parties.posts import MAYBE
from communique.coding.parties.referents import Referent
from communique.coding.parties.tenures import holders_within
from communique.knowledge.records import Tenure

_HEADS = frozenset({"head_of_state", "head_of_government", "leader"})
_PRESENT = frozenset({"present", "acting", "outgoing", "new"})
_JUNIOR = "deputy_minister"
_PAST = frozenset({"former", "fallen"})
_COMING = frozenset({"future", "elected", "claimed"})
_CHOSEN = frozenset({"outgoing", "new", "acting"})  # of two holders on one day, one of them


def office(discourse: Discourse, mention: Mention) -> tuple[Referent, ...]:
    """The referent of an office without a name; none for a counterpart of nobody.

    'le président américain' on 12 June 2017 is Donald Trump, also where the text never says so.
    """
    holder = mention.holder
    if holder is None:
        return ()
    if holder.mode == MAYBE:
        mention = _of_story(discourse, mention, holder)
        holder = mention.holder or holder
    if holder.mode == "counterpart":
        return _counterpart(discourse, mention)
    if mention.number == "p":
        return (_plural(discourse, mention, holder),)
    linked = _in_article(discourse, mention, holder)
    if linked is not None:
        if holder.sector == "GOV" and holder.office not in OPEN_OFFICES:
            linked.country = mention.country or linked.country
        return (linked,)
    if mention.definite == "indefinite":
        return (_open(discourse, mention, holder, unique=False),)
    return (_on_day(discourse, mention, holder) or _open(discourse, mention, holder, unique=True),)


def office_of(discourse: Discourse, referent: Referent, mention: Mention) -> str:
    """The office expressed by a mention, or held by the person on the day; empty when none is known."""
    holder = mention.holder
    if holder is not None and holder.status in _PRESENT and holder.office not in VAGUE:
        return holder.office
    told = [code for (code, _), status in referent.posts.items() if status in _PRESENT and code not in VAGUE]
    if told:
        return told[0]
    days = discourse.days.of(mention.sentence)
    held = serving(discourse, referent.identity, days) if days else ()
    return held[0].office if held else ""


# ---------------------------------------------------------------------- somebody of the article
def _in_article(discourse: Discourse, mention: Mention, holder: Holder) -> Referent | None:
    """The person of the article who is given the office, or holds it on the day; of several the last."""
    country = mention.country
    if not country and holder.office not in OPEN_OFFICES:
        country = country_of(discourse, mention)
    owned = _owned(discourse, mention)
    persons = [
        r for r in discourse.referents if r.kind == "person" and r not in owned and not _other_sex(r, mention)
    ]
    wanted = _wanted(discourse, holder)
    if not mention.country and (just := _just_named(discourse, mention, wanted)) is not None:
        return just
    if not mention.country and (only := _only_one(persons, holder)) is not None:
        return only
    if not mention.country and (titled := _only_titled(discourse, mention, persons)) is not None:
        return titled
    fits = [
        r for r in persons if _told(r, wanted, country, holder) and not _other_body(discourse, r, mention)
    ]
    if not fits and country:
        fits = [r for r in persons if _held(discourse, r, mention, (wanted, country))]
    if not fits and not country and holder.status in _PAST and mention.definite == "definite":
        fits = _once(discourse, mention, (persons, wanted))
    return _one_of(discourse, mention, fits)


def _owned(discourse: Discourse, mention: Mention) -> list[Referent]:
    """'Le chef de la junte a limogé son Premier ministre, Choguel Maïga': whose minister he is, he is not."""
    beside = (
        m
        for m in discourse.mentions
        if m.sentence == mention.sentence and m.definite == "possessive" and m.reading == "person"
    )
    return [r for m in beside if m is not mention for r in discourse.referents.by_surname(m.name)]


def _other_sex(referent: Referent, mention: Mention) -> bool:
    """'La chancelière' is no man; a woman may be 'le ministre'."""
    return mention.gender == "f" and referent.gender == "m"


def _once(
    discourse: Discourse, mention: Mention, line: tuple[list[Referent], frozenset[str]]
) -> list[Referent]:
    """'Alpha Condé a été arrêté. Le président déchu …': the one just named who ever held the office."""
    persons, wanted = line
    recent = {m.referent.identity for m in discourse.recent(mention)}
    near = [r for r in persons if r.identity in recent]
    held = [r for r in near if any(t.office in wanted for t in discourse.tenures(r))]
    return held if len(held) == 1 else []


def _one_of(discourse: Discourse, mention: Mention, fits: list[Referent]) -> Referent | None:
    """Of several persons whom an office fits the last one met; of those yet to be met the only one apart.

    'Le président américain … face à Joe Biden. … a dit Donald Trump': whom the sentence names beside the
    office is somebody else. Where two are left, it stays open.
    """
    if len(fits) < 2:
        return fits[0] if fits else None
    for met in discourse.earlier(mention):
        if met.referent in fits:
            return met.referent
    beside = [m for m in discourse.mentions if m.sentence == mention.sentence and m.reading == "person"]
    named = [r for m in beside for r in discourse.referents.by_surname(m.name)]
    apart = [r for r in fits if r not in named]
    return apart[0] if len(apart) == 1 else None


def _just_named(discourse: Discourse, mention: Mention, wanted: frozenset[str]) -> Referent | None:
    """'Macron s'est exprimé. … a dit le chef de l'État': the one named just before who holds the office.

    'La chancelière' is none whose office has another title, and no man.
    """
    holder = mention.holder
    if holder is None or holder.organisation is not None or holder.status not in _PRESENT:
        return None
    for met in discourse.recent(mention, sentences=1):
        if not met.referent.person or met.mention.function != "subject" or _other_sex(met.referent, mention):
            continue
        days = discourse.days.of(mention.sentence)
        tenures = serving(discourse, met.referent.identity, days) if days else discourse.tenures(met.referent)
        if any(t.office in wanted and _titled(discourse, holder, t) for t in tenures):
            return met.referent
    return None


def _titled(discourse: Discourse, holder: Holder, tenure: Tenure) -> bool:
    """Whether a state's office bears one of the titles that an expression asks for: 'le roi' of Spain."""
    titles = () if holder.fallback else holder.titles
    return not titles or any(
        discourse.knowledge.office_titled(t, tenure.country) == tenure.office for t in titles
    )


def _bears(discourse: Discourse, holder: Holder, country: str) -> bool:
    """Whether some office of a state bears one of the titles that an expression asks for, if it asks."""
    titles = () if holder.fallback else holder.titles
    return not titles or any(discourse.knowledge.office_titled(t, country) for t in titles)


def _only_titled(discourse: Discourse, mention: Mention, persons: list[Referent]) -> Referent | None:
    """'La chancelière': the one person of the article who holds an office of that title."""
    holder, days = mention.holder, discourse.days.of(mention.sentence)
    if holder is None or not holder.titles or holder.fallback or holder.status not in _PRESENT:
        return None
    line = ((r, serving(discourse, r.identity, days) if days else discourse.tenures(r)) for r in persons)
    fits = [
        r
        for r, held in line
        if any(t.office == holder.office and _titled(discourse, holder, t) for t in held)
    ]
    return fits[0] if len(fits) == 1 else None


def _only_one(persons: list[Referent], holder: Holder) -> Referent | None:
    """'le ministre russe de la Défense, X … Le ministre de la Défense': the one so called before."""
    if holder.office in OPEN_OFFICES | VAGUE or holder.office in _HEADS or holder.organisation is not None:
        return None
    wanted = frozenset({holder.office})
    fits = [r for r in persons if _told(r, wanted, "", holder)]
    return fits[0] if len(fits) == 1 else None


def _wanted(discourse: Discourse, holder: Holder) -> frozenset[str]:
    """The office codes that an expression covers: 'le ministre' any ministry, 'le dirigeant' any head."""
    if holder.office == "leader":
        return _HEADS
    if holder.office == "minister":
        return frozenset(code for code in discourse.knowledge.offices if code.endswith("_minister")) | {
            "minister"
        }
    return frozenset({holder.office})


def _told(referent: Referent, wanted: frozenset[str], country: str, holder: Holder) -> bool:
    """Whether the article gives a person the office."""
    for (code, place), status in referent.posts.items():
        same_place = not country or not place or place == country
        if code in wanted and same_place and (status in _PAST) == (holder.status in _PAST):
            return True
    return False


def _held(
    discourse: Discourse, referent: Referent, mention: Mention, line: tuple[frozenset[str], str]
) -> bool:
    """Whether a person held one of the offices of a country, on the day where it is known."""
    holder, (wanted, country) = mention.holder, line
    if holder is None or holder.status in _COMING:
        return False
    days = discourse.days.of(mention.sentence)
    if holder.status in _CHOSEN and days:
        return referent.identity in holders_within(holder, country, days, discourse.knowledge)
    if holder.mode == MAYBE and not days:
        return False
    if holder.status not in _PAST and _left(referent, line):
        return False
    current = days is not None and holder.status not in _PAST
    tenures = serving(discourse, referent.identity, days) if current and days else discourse.tenures(referent)
    return any(t.office in wanted and t.country == country for t in tenures)


def _left(referent: Referent, line: tuple[frozenset[str], str]) -> bool:
    """Whether the article says of a person that one of the offices is behind him: 'l'ancien président X'."""
    wanted, country = line
    told = [
        status
        for (code, place), status in referent.posts.items()
        if code in wanted and (not place or place == country)
    ]
    return bool(told) and all(status in _PAST for status in told)


def _other_body(discourse: Discourse, referent: Referent, mention: Mention) -> bool:
    """Whether the office belongs to another body than the person's ('le porte-parole de l'armée')."""
    holder = mention.holder
    if holder is None or holder.office not in OPEN_OFFICES or (holder.organisation is None and holder.of < 0):
        return False
    held = [
        m.holder
        for m in discourse.mentions
        if m.holder and m.reading == "person" and referent in discourse.referents.by_surname(m.name)
    ]
    same = [h for h in held if h.office == holder.office]
    if mention.country and any(referent.country == mention.country for _ in same):
        return False
    return not any(_body(h) == _body(holder) for h in same)


def _body(holder: Holder) -> str:
    """The body of an office as a key."""
    return holder.organisation.id if holder.organisation else ""


def _of_story(discourse: Discourse, mention: Mention, holder: Holder) -> Mention:
    """'le secrétaire d'État': the American one where the United States are named, else a junior minister."""
    if discourse.setting.names(holder.country):
        return replace(mention, country=holder.country)
    return replace(mention, holder=replace(holder, office=_JUNIOR, country="", mode=""))


# ---------------------------------------------------------------------- the holder on the day
def _on_day(discourse: Discourse, mention: Mention, holder: Holder) -> Referent | None:
    """The holder of the office on the day, from the knowledge base; None when there is none or several."""
    if holder.mode == MAYBE:
        return None
    body = holder.organisation.id if holder.organisation and not holder.country else ""
    place = mention.country or body or country_of(discourse, mention)
    days = discourse.days.of(mention.sentence)
    if days is None:
        return None
    persons = holders_within(holder, place, days, discourse.knowledge)
    if len(persons) != 1:
        if persons:
            names = sorted(discourse.knowledge.entity(p).name for p in persons)
            discourse.notes[mention.head] = (
                f"{mention.rule}; several holders on those days: {', '.join(names)}"
            )
        return None
    found = discourse.known(discourse.knowledge.entity(persons[0]))
    found.hold(holder, mention.country)
    found.country = mention.country or found.country
    return found


# ---------------------------------------------------------------------- the office itself
def _open(discourse: Discourse, mention: Mention, holder: Holder, *, unique: bool) -> Referent:
    """The office itself as an actor: 'president of Egypt' where nobody can be named."""
    country = country_of(discourse, mention)
    if country and not mention.country and not _bears(discourse, holder, country):
        country = ""  # no chancellor of Poland
    where = holder.organisation.name if holder.organisation else ""
    where = where or (discourse.knowledge.state(country).phrase if country else "")
    title = _title(discourse, holder, country)
    name = f"{title} of {where}" if where else title
    name = f"former {name}" if holder.status in _PAST else name
    mark = "" if unique and (where or holder.of < 0) else f":{mention.span.start}"
    identity = f"office:{holder.office}:{holder.status}:{where}{mark}"
    body = holder.organisation.sector if holder.organisation else ""
    sector = body if isinstance(body, str) and body else holder.sector
    found = discourse.referents.make(
        Referent(identity, name, "office", country, sector, gender=mention.gender)
    )
    found.hold(holder, country)
    return found


def _title(discourse: Discourse, holder: Holder, country: str) -> str:
    """What an office is called in a state, or its code in words; 'le roi' of no known state is a king."""
    if not country and holder.titles and not holder.fallback:
        return holder.titles[0]
    if holder.office in discourse.knowledge.offices:
        return discourse.knowledge.office_title(holder.office, country)
    return holder.office.replace("_", " ")


def _plural(discourse: Discourse, mention: Mention, holder: Holder) -> Referent:
    """Several holders of an office together: 'les ministres européens', 'deux chefs d'Al-Qaïda'."""
    body = holder.organisation
    country = mention.country if body is None else body.country if isinstance(body.country, str) else ""
    place = discourse.knowledge.state(country).phrase if country else ""
    where = f" of {body.name if body is not None else place}" if body is not None or place else ""
    mark = "" if mention.definite == "definite" else mention.span.start
    noun, _, rest = holder.office.replace("_", " ").partition(" of ")
    title = f"{noun}s of {rest}" if rest else f"{noun}s"
    identity = f"offices:{holder.office}:{where}:{mark}"
    sector = body.sector if body is not None and isinstance(body.sector, str) else holder.sector
    return discourse.referents.make(
        Referent(identity, f"{title}{where}", "people", country, sector, number="p")
    )


# ---------------------------------------------------------------------- counterparts
def _counterpart(discourse: Discourse, mention: Mention) -> tuple[Referent, ...]:
    """'son homologue américain': the holder of the possessor's office in the other country, or the office.

    Where that office is not told ('le ministre turc … son homologue syrien'), whoever holds it there.
    """
    country = mention.country
    for code, home in _possessor_offices(discourse, mention):
        if country and country != home:
            sought = Holder(code, country)
            found = _in_article(discourse, mention, sought) or _on_day(discourse, mention, sought)
            return (found or _open(discourse, mention, sought, unique=True),)
    named = [r for r in discourse.referents if r.kind == "person" and country and r.country == country]
    if told := next((r for r in named if r.posts), None):
        return (told,)
    holder, met = mention.holder, discourse.recent(mention, sentences=2)
    if holder is None or not (country or any(m.referent.kind in ("person", "office") for m in met)):
        return ()
    return (_open(discourse, mention, holder, unique=bool(country)),)


def _possessor_offices(discourse: Discourse, mention: Mention) -> Iterator[tuple[str, str]]:
    """Offices of the persons named just before, nearest sentence and subjects first."""
    met = [m for m in discourse.recent(mention, sentences=2) if m.referent.person]
    met.sort(key=lambda m: (-m.mention.sentence, m.mention.function != "subject", -m.mention.span.start))
    for referent, earlier in met:
        for (code, country), status in referent.posts.items():
            if status not in _PAST and code not in OPEN_OFFICES | VAGUE:
                yield code, country
        days = discourse.days.of(earlier.sentence)
        tenures = serving(discourse, referent.identity, days) if days else discourse.tenures(referent)
        for tenure in tenures:
            yield tenure.office, tenure.country
