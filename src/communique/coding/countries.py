"""Countries as places of acts: *l'invasion de l'Ukraine* was in Ukraine, though Ukraine suffers it there."""

from __future__ import annotations

from dataclasses import replace

from communique.errors import NotFoundError
from communique.knowledge import Knowledge
from communique.model import Actor, Place, PlaceMention, Report, Unknown


def country_places(
    actors: tuple[Actor, ...], places: tuple[Place, ...], *, knowledge: Knowledge
) -> tuple[Place, ...]:
    """The countries of an article's actors as places: those on record, or new ones without mentions.

    New ones are numbered after ``places``; :func:`places_used` keeps those that a report needs.
    """
    known = {p.country: p for p in places if p.level == "country" and not isinstance(p.country, Unknown)}
    codes = sorted({a.country for a in actors if not isinstance(a.country, Unknown)})
    fresh = [made for code in codes if code not in known and (made := _country(code, knowledge))]
    numbered = [replace(p, id=f"p{n}") for n, p in enumerate(fresh, _free(places))]
    return (*known.values(), *numbered)


def _free(places: tuple[Place, ...]) -> int:
    """The first number after those of some places, of which one may have been left out."""
    return max((int(p.id[1:]) for p in places), default=0) + 1


def _country(code: str, knowledge: Knowledge) -> Place | None:
    try:
        entry = knowledge.country_place(code)
    except NotFoundError:
        return None
    return Place(
        id="",
        name=entry.name,
        country=entry.country,
        admin1=entry.admin1,
        level=entry.level,
        latitude=entry.latitude,
        longitude=entry.longitude,
        geonames=entry.geonames,
        mentions=(),
    )


def places_used(
    places: tuple[Place, ...], countries: tuple[Place, ...], reports: tuple[Report, ...]
) -> tuple[tuple[Place, ...], tuple[Report, ...]]:
    """``places`` with the countries that reports need, mentioned where the reports say, and the reports."""
    known = {p.id for p in places}
    found: dict[str, list[PlaceMention]] = {}
    for report in reports:
        if isinstance(report.place, str) and report.place not in known:
            found.setdefault(report.place, []).extend(_mentions(report))
    added = sorted((c for c in countries if c.id in found), key=lambda c: found[c.id][0].span)
    renamed = {c.id: f"p{n}" for n, c in enumerate(added, _free(places))}
    more = tuple(replace(c, id=renamed[c.id], mentions=_once(found[c.id])) for c in added)
    moved = tuple(
        replace(r, place=renamed[r.place]) if isinstance(r.place, str) and r.place in renamed else r
        for r in reports
    )
    return (*places, *more), moved


def _mentions(report: Report) -> list[PlaceMention]:
    """The words by which a report's place is known, as mentions of it."""
    evidence = dict(report.evidence).get("place", ())
    return [PlaceMention(e.span, e.span.start, e.rule) for e in evidence if not isinstance(e.span, Unknown)]


def _once(mentions: list[PlaceMention]) -> tuple[PlaceMention, ...]:
    """Each stretch of words once, in text order."""
    return tuple(sorted({m.span: m for m in mentions}.values(), key=lambda m: m.span))
