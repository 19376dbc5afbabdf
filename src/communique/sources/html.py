"""Saved web pages: headline, lead, body and captions, with what the page says about itself.

Body by trafilatura (fast mode), day of publication by htmldate, and everything else read before
the body is cut out, since extractors lose bylines and agency credits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.errors import InputError
from communique.model import Block, Failure, Page, Unknown
from communique.sources.encoding import decode
from communique.sources.markup import Element
from communique.sources.metadata import Metadata, read_metadata
from communique.sources.protocol import Material, failure
from communique.sources.text import read_all

START = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article)\b", re.I | re.S
)
PARAGRAPH = re.compile(rb"<(?:p|div|h1|meta)\b[^>]*>", re.I)
CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]+)", re.I)
DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
SPACE = re.compile(r"[^\S\u00a0\u202f]+")
BLOCKS = ("p", "head", "item", "quote", "cell", "code")
BREAKS = frozenset({"br", "lb"})
ASIDES = frozenset(("nav", "footer", "aside", "form", "figure", "header"))
PARAGRAPHS_KEPT = 0.5
SILENT = frozenset({"script", "style", "noscript", "template"})
HINT = "Save the page once it has loaded, or give its text"


class HtmlSource:
    """A web page, told by its first tags."""

    name = "html"

    def sniff(self, head: bytes, name: str) -> bool:
        """A page's opening, or paragraphs' tags in a file that is named as a page."""
        start = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")
        if START.match(start[:4096]):
            return True
        return name.lower().endswith((".html", ".htm", ".xhtml")) and PARAGRAPH.search(start) is not None

    def pages(self, material: Material) -> Iterator[Page | Failure]:
        """The one article of the page."""
        try:
            yield read_page(material)
        except InputError as error:
            yield failure(material.path, error)


def read_page(material: Material) -> Page:
    """The page; raises :class:`InputError` when it holds no article."""
    from trafilatura.utils import load_html

    text = decode_page(read_all(material), material.path)
    tree = load_html(text)
    if tree is None:
        raise InputError("no HTML that can be read", where=material.path, hint=HINT)
    metadata = read_metadata(tree, given=material.published)
    parts = page_parts(tree, metadata)
    if not any(role == "body" for role, _ in parts):
        raise InputError("no article found on this page", where=material.path, hint=HINT)
    body, segments = joined(parts)
    return Page(
        material.path,
        body,
        outlet=metadata.outlet,
        agency=metadata.agency,
        title=metadata.title,
        address=metadata.address,
        published=metadata.published,
        published_kind=metadata.published_kind,
        published_origin=metadata.published_origin,
        segments=segments,
    )


def decode_page(data: bytes, where: str) -> str:
    """The page's markup; a declared encoding other than UTF-8 is believed when UTF-8 does not fit."""
    found = CHARSET.search(data[:4096])
    declared = found[1].decode("ascii", "replace").lower() if found else ""
    if declared and not declared.startswith("utf"):
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            try:
                return DECLARATION.sub("", data.decode(declared, "replace"))
            except LookupError:
                pass
    return DECLARATION.sub("", decode(data, where))


def joined(parts: list[tuple[str, str]]) -> tuple[str, tuple[Block, ...]]:
    """The page's text, parts set apart by blank lines, and the parts' places in it."""
    texts: list[str] = []
    segments: list[Block] = []
    at = 0
    for role, words in parts:
        segments.append(Block(role, at, at + len(words), "html"))
        texts.append(words)
        at += len(words) + 2
    return "\n\n".join(texts), tuple(segments)


def page_parts(tree: Element, metadata: Metadata) -> list[tuple[str, str]]:
    """Roles and words of the page's parts: headline, lead, byline, captions, body."""
    captions = [("caption", words) for words in caption_texts(tree)]
    visible = visible_leads(tree)
    body = body_parts(tree, metadata)
    parts: list[tuple[str, str]] = []
    if isinstance(metadata.title, str):
        parts.append(("headline", metadata.title))
    lead = metadata.description
    if isinstance(lead, str) and not any(role == "lead" for role, _ in body) and squeezed(lead) in visible:
        parts.append(("lead", lead))
    parts.extend(("credit", byline) for byline in metadata.bylines)
    known = {squeezed(words) for _, words in captions}
    return parts + captions + [part for part in body if squeezed(part[1]) not in known]


def caption_texts(tree: Element) -> list[str]:
    """What stands under the pictures, in the page's order, each once."""
    found: dict[str, None] = {}
    for element in tree.iter("figcaption"):
        words = plain(element)
        if words and not any(parent.tag == "a" for parent in element.iterancestors()):
            found.setdefault(words)
    return list(found)


def visible_leads(tree: Element) -> frozenset[str]:
    """The texts of short elements, for comparison with the description that the page gives of itself."""
    tags = ("p", "div", "h2", "h3", "span", "strong", "b", "header")
    return frozenset(squeezed(plain(element)) for element in tree.iter(*tags) if len(element) < 4)


def body_parts(tree: Element, metadata: Metadata) -> list[tuple[str, str]]:
    """The paragraphs of the article's body, the lead marked where the page's description tells it."""
    body = extracted(tree)
    if body is None:
        texts = [plain(element) for element in tree.iter("p")]
    else:
        texts = [words for element in body for words in block_texts(element)]
    title = squeezed(metadata.title) if isinstance(metadata.title, str) else ""
    parts: list[tuple[str, str]] = []
    for words in texts:
        if words and squeezed(words) != title:
            parts.extend(lead_apart(words, metadata.description))
    return parts


def extracted(tree: Element) -> Element | None:
    """The article's body as trafilatura cuts it out; None when it finds none.

    The fast mode is followed by the thorough one where much of the page's paragraphs is missing: on
    30 pages of French press this was needed on five, of which the fast mode had kept a tenth.
    """
    import copy

    from trafilatura import bare_extraction

    owed = PARAGRAPHS_KEPT * sum(count(p) for p in tree.iter("p") if in_content(p))
    best: Element | None = None
    for fast in (True, False):
        document = bare_extraction(
            copy.deepcopy(tree), fast=fast, include_comments=False, with_metadata=False
        )
        body: Element | None = getattr(document, "body", None)
        if body is not None and (best is None or count(body) > count(best)):
            best = body
        if best is not None and count(best) >= owed:
            break
    return best


def count(element: Element) -> int:
    """How many words an element holds."""
    return len(plain(element).split())


def in_content(element: Element) -> bool:
    """Whether an element stands outside of menus, footers, forms and pictures."""
    return not any(parent.tag in ASIDES for parent in element.iterancestors())


def block_texts(element: Element) -> Iterator[str]:
    """The texts of an extracted element: those of a list's items or a table's cells apart."""
    inner = [child for child in element.iter(*BLOCKS) if child is not element]
    own = [element.text or "", *(child.tail or "" for child in element)]
    if not inner or any(words.strip() for words in own):
        yield plain(element)
        return
    for child in inner:
        if not any(below.tag in BLOCKS for below in child.iterdescendants()):
            yield plain(child)


def lead_apart(words: str, description: str | Unknown) -> Iterator[tuple[str, str]]:
    """A paragraph's role; a label glued to the lead ('DIPLOMATIE Le ministre …') is set apart."""
    if isinstance(description, str):
        lead, whole = squeezed(description), squeezed(words)
        cut = len(words) - len(description)
        if whole == lead:
            yield "lead", words
            return
        if 0 < cut <= 40 and squeezed(words[cut:]) == lead:
            yield "furniture", words[:cut].strip()
            yield "lead", words[cut:].strip()
            return
    yield "body", words


def plain(element: Element) -> str:
    """An element's words with single spaces, lines where it breaks them; no-break spaces are kept."""
    parts: list[str] = []
    for node in element.iter():
        if node.tag in BREAKS:
            parts.append("\n")
        if isinstance(node.tag, str) and node.tag not in SILENT and node.text:
            parts.append(SPACE.sub(" ", node.text))
        if node is not element and node.tail:
            parts.append(SPACE.sub(" ", node.tail))
    lines = (" ".join(part for part in line.split(" ") if part) for line in "".join(parts).split("\n"))
    return "\n".join(line for line in lines if line)


def squeezed(text: str) -> str:
    """Text for comparison: lower case, plain apostrophes and spaces."""
    return " ".join(text.lower().replace("\u2019", "'").split())
