"""What a page says about itself: title, description, outlet, byline, agency, day, address.

Read from JSON-LD, OpenGraph and other meta elements, in that order of trust.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from html import unescape
from typing import Any

from communique.model import Unknown
from communique.sources.address import address_day, address_outlet
from communique.sources.markup import Element

NONE = Unknown("the page names none")
ARTICLE_TYPES = ("article", "newsarticle", "reportagenewsarticle", "liveblogposting", "analysisnewsarticle")
TITLE_NAMES = ("og:title", "twitter:title", "dc.title")
DESCRIPTION_NAMES = ("og:description", "description", "twitter:description")
ADDRESS_NAMES = ("og:url", "twitter:url")
AUTHOR_NAMES = ("author", "article:author", "dc.creator")
OUTLET_NAMES = ("og:site_name", "application-name", "dc.publisher")
BYLINE_MARKS = ("byline", "author", "signature", "auteur")
SOURCE_MARKS = ("article-source", "article_source", "article__source", "news-source", "article-copyright")
MIN_BYLINE, MAX_BYLINE = 3, 120
MOST_BYLINES, MOST_SOURCES = 3, 1


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of a page beside its body; Unknown for what the page does not say."""

    title: str | Unknown
    description: str | Unknown
    outlet: str | Unknown
    bylines: tuple[str, ...]
    agency: str | Unknown
    address: str | Unknown
    published: date | Unknown
    published_kind: str
    published_origin: str


def read_metadata(tree: Element, *, given: date | None) -> Metadata:
    """The metadata of a parsed page; ``given`` is the day that the user knows."""
    linked = linked_article(tree)
    metas = meta_contents(tree)
    address = first(link_address(tree), *(metas.get(name) for name in ADDRESS_NAMES), linked.get("url"))
    published, kind, origin = published_day(tree, linked, address, given=given)
    return Metadata(
        title=first(
            headline(tree), linked.get("headline"), *(metas.get(n) for n in TITLE_NAMES), title(tree)
        ),
        description=first(linked.get("description"), *(metas.get(name) for name in DESCRIPTION_NAMES)),
        outlet=outlet(linked, metas, address),
        bylines=bylines(tree, linked, metas),
        agency=NONE,
        address=address,
        published=published,
        published_kind=kind,
        published_origin=origin,
    )


def first(*values: object) -> str | Unknown:
    """The first value that is text and not blank."""
    for value in values:
        if isinstance(value, str) and value.strip():
            return " ".join(unescape(value).split())
    return NONE


def headline(tree: Element) -> str | None:
    """The words of the page's only first-level heading."""
    found = [words for words in (" ".join("".join(e.itertext()).split()) for e in tree.iter("h1")) if words]
    return found[0] if len(set(found)) == 1 else None


def title(tree: Element) -> str | None:
    """The words of the title element."""
    return next((" ".join("".join(e.itertext()).split()) for e in tree.iter("title")), None)


def link_address(tree: Element) -> str | None:
    """The address that the page calls its own."""
    for element in tree.iter("link"):
        if (element.get("rel") or "").lower() == "canonical" and element.get("href", "").startswith("http"):
            return str(element.get("href"))
    return None


def meta_contents(tree: Element) -> dict[str, str]:
    """Contents of the meta elements by their names, the first of each."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = (element.get("property") or element.get("name") or element.get("itemprop") or "").lower()
        if name and element.get("content"):
            found.setdefault(name, " ".join(element.get("content").split(" ")))
    return found


def linked_article(tree: Element) -> dict[str, Any]:
    """The JSON-LD object of the article; empty when the page has none."""
    for element in tree.iter("script"):
        if (element.get("type") or "").lower() != "application/ld+json":
            continue
        try:
            content = json.loads("".join(element.itertext()), strict=False)
        except (ValueError, RecursionError):
            continue
        for found in objects(content):
            kinds = found.get("@type")
            names = [str(k).lower() for k in kinds] if isinstance(kinds, list) else [str(kinds).lower()]
            if any(name in ARTICLE_TYPES for name in names):
                return found
    return {}


def objects(content: object) -> Iterator[dict[str, Any]]:
    """The objects of a JSON-LD document, those of its graph included."""
    if isinstance(content, list):
        for part in content:
            yield from objects(part)
    elif isinstance(content, dict):
        yield content
        yield from objects(content.get("@graph", []))


def author(value: object) -> str | None:
    """The author's name in JSON-LD: text, an object, or a list of them."""
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return author(value.get("name"))
    if isinstance(value, list):
        names = [name for name in (author(part) for part in value) if name]
        return ", ".join(names) or None
    return None


def outlet(linked: dict[str, Any], metas: dict[str, str], address: str | Unknown) -> str | Unknown:
    """The outlet's name, else its site."""
    named = first(author(linked.get("publisher")), *(metas.get(name) for name in OUTLET_NAMES))
    return named if isinstance(named, str) else address_outlet(address)


def bylines(tree: Element, linked: dict[str, Any], metas: dict[str, str]) -> tuple[str, ...]:
    """Who signs the text: what the page shows, else what its metadata name."""
    shown = visible_bylines(tree)
    if shown:
        return shown
    named = first(author(linked.get("author")), *(metas.get(name) for name in AUTHOR_NAMES))
    return (named,) if isinstance(named, str) else ()


def visible_bylines(tree: Element) -> tuple[str, ...]:
    """The short lines of the page that are marked as byline or source of the text, the first of each kind."""
    found: dict[str, None] = {}
    for marks, most in ((BYLINE_MARKS, MOST_BYLINES), (SOURCE_MARKS, MOST_SOURCES)):
        count = 0
        for element in tree.iter("span", "p", "div", "a", "address", "li", "footer"):
            if count < most and marked(element, marks):
                words = " ".join("".join(element.itertext()).split())
                if MIN_BYLINE <= len(words) <= MAX_BYLINE and not any(words in other for other in found):
                    found.setdefault(words)
                    count += 1
    return tuple(found)


def marked(element: Element, marks: tuple[str, ...]) -> bool:
    """Whether an element outside of pictures and links to other articles is marked with one of the words."""
    names = f"{element.get('class')} {element.get('itemprop')} {element.get('rel')}".lower()
    return any(mark in names for mark in marks) and not any(
        parent.tag in {"figure", "figcaption", "aside", "nav"} for parent in element.iterancestors()
    )


def published_day(
    tree: Element, linked: dict[str, Any], address: str | Unknown, *, given: date | None
) -> tuple[date | Unknown, str, str]:
    """The day of publication with its kind and origin: given, JSON-LD, other metadata, the address."""
    if given:
        return given, "given", "--published"
    stated = linked.get("datePublished")
    if isinstance(stated, str):
        try:
            return date.fromisoformat(stated.strip()[:10]), "metadata", "datePublished"
        except ValueError:
            pass
    day = address_day(address)
    found = searched_day(tree)
    if isinstance(day, date) and found in (None, day):
        return day, "address", address if isinstance(address, str) else ""
    if found:
        return found, "metadata", "htmldate"
    return Unknown("the page tells no day"), "metadata", ""


def searched_day(tree: Element) -> date | None:
    """The day that htmldate finds, the original one and not that of the last change."""
    import copy

    from htmldate import find_date

    try:
        found = find_date(copy.deepcopy(tree), original_date=True, extensive_search=False)
    except (ValueError, TypeError, AttributeError):
        return None
    return date.fromisoformat(found) if found else None
