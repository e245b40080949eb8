"""markup -> what the page says of itself: JSON-LD, meta tags and `<time>`, read with time of day and zone.

Nothing here is believed yet: the dates are votes, and names are parsed later.
"""

import json
from collections.abc import Iterator
from typing import Any

from lxml.html import HtmlElement

from dateline.clean.published import Label, Vote
from dateline.clean.report import SelfDescription
from dateline.clean.stamps import Stamp, read_declared

LONGEST_SCRIPT = 400_000
MOST_NODES = 5_000
"""Bounds on JSON-LD: a page may carry anything."""
_ARTICLE = frozenset(
    "article newsarticle blogposting reportagenewsarticle analysisnewsarticle liveblogposting posting webpage "
    "report".split()
)
_META_PUBLISHED = (
    "article:published_time article:published og:published_time og:article:published_time datepublished date "
    "pubdate publishdate publish-date publish_date "
    "parsely-pub-date sailthru.date dc.date.issued dcterms.issued dcterms.created dc.date.created dc.date "
    "dcterms.date cxenseparse:recs:publishtime "
    "originalpublicationdate article_date_original publication_date article.published bt:pubdate "
    "rnews:datepublished prism.publicationdate "
    "citation_publication_date ptime displaydate published_at firstpublished iso-8601-publish-date "
    "analyticsattributes.articledate"
).split()
_META_UPDATED = (
    "article:modified_time article:modified og:updated_time og:article:modified_time datemodified lastmod "
    "last-modified dcterms.modified dc.date.modified "
    "revised utime parsely-metadata-modified rnews:datemodified bt:moddate"
).split()
_META_AUTHOR = (
    "author article:author_name parsely-author sailthru.author dc.creator dcterms.creator byl byline rnews:author "
    "cxenseparse:author"
).split()
_META_TITLE = "og:title twitter:title parsely-title sailthru.title dc.title headline".split()
_META_SITE = "og:site_name application-name publisher dc.publisher article:publisher_name twitter:site".split()


def describe_page(tree: HtmlElement) -> SelfDescription:
    """What the page says of itself."""
    votes: list[Vote] = []
    unread: list[str] = []
    title, outlet, authors = None, None, []
    for node in _linked_data(tree):
        kinds = {str(k).lower() for k in _listed(node.get("@type"))}
        if not kinds & _ARTICLE:
            continue
        real = kinds - {"webpage"}
        _vote(votes, unread, node.get("datePublished"), "published", "JSON-LD" if real else "JSON-LD of the page")
        _vote(votes, unread, node.get("dateModified"), "updated", "JSON-LD")
        if real:
            title = title or _text(node.get("headline"))
            outlet = outlet or _name(node.get("publisher"))
            authors += [
                name for author in _listed(node.get("author")) if (name := _name(author)) and name not in authors
            ]
    meta = _meta(tree)
    for names, label in ((_META_PUBLISHED, "published"), (_META_UPDATED, "updated")):
        for name in names:
            for value in meta.get(name, ()):
                _vote(votes, unread, value, label, f"meta tag {name}")  # type: ignore[arg-type]
    _time_votes(tree, votes)
    if not authors:
        authors = [v for name in _META_AUTHOR for v in meta.get(name, ()) if not v.startswith("http")][:1]
    heading = tree.find(".//title")
    return SelfDescription(
        title=_first(meta, _META_TITLE) or title or (_text(heading.text_content()) if heading is not None else None),
        bylines=tuple(authors[:10]),
        outlet=_first(meta, _META_SITE[:2]) or outlet or _first(meta, _META_SITE),
        votes=tuple(votes),
        language=_language(tree),
        address=_address(tree, meta),
        unread=tuple(unread[:3]),
    )


def _address(tree: HtmlElement, meta: dict[str, list[str]]) -> str | None:
    """The address that a page gives as its own, wherever it was saved from."""
    links = [link.get("href") for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    found = (x.strip() for x in (*links, *meta.get("og:url", ())) if x)
    return next((x for x in found if x.startswith(("http://", "https://"))), None)


def _vote(votes: list[Vote], unread: list[str], value: Any, label: Label, source: str) -> None:
    if not isinstance(value, str) or not value.strip():
        return
    stamp = read_declared(value)
    if stamp is None:
        unread.append(value)
    elif not any(v.stamp.value == stamp.value and v.label == label for v in votes):
        votes.append(Vote(stamp, "meta", label, None, None, source))


def _time_votes(tree: HtmlElement, votes: list[Vote]) -> None:
    """`<time>` elements and `itemprop` dates: those marked as publication, or the first of all."""
    first: Stamp | None = None
    for element in tree.iter("time", "meta", "span", "abbr", "p", "div"):
        prop = (element.get("itemprop") or "").lower()
        if element.tag != "time" and not prop.startswith("date"):
            continue
        value = element.get("datetime") or element.get("content") or element.get("title") or ""
        stamp = read_declared(value) if value else None
        if stamp is None:
            continue
        names = f"{prop} {element.get('class') or ''} {'pubdate' if 'pubdate' in element.attrib else ''}".lower()
        if "modified" in names or "update" in names:
            votes.append(Vote(stamp, "meta", "updated", None, None, "time element"))
        elif "publish" in names or "pubdate" in names or "entry-date" in names or "datecreated" in names:
            votes.append(Vote(stamp, "meta", "published", None, None, "marked element"))
        elif first is None:
            first = stamp
    if first and not any(v.label == "published" for v in votes):
        votes.append(Vote(first, "meta", "none", None, None, "first time element"))


def _linked_data(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """Every node of the page's JSON-LD, breadth first, within bounds."""
    waiting: list[Any] = []
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text and len(script.text) <= LONGEST_SCRIPT:
            try:
                waiting.append(json.loads(script.text.strip().strip(";"), strict=False))
            except (ValueError, RecursionError):
                continue
    seen = 0
    while waiting and seen < MOST_NODES:
        node = waiting.pop(0)
        seen += 1
        if isinstance(node, list):
            waiting += node[:200]
        elif isinstance(node, dict):
            yield node
            waiting += [
                node[k]
                for k in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item")
                if isinstance(node.get(k), dict | list)
            ]


def _meta(tree: HtmlElement) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        name = (element.get("property") or element.get("name") or element.get("itemprop") or "").lower().strip()
        value = (element.get("content") or "").strip()
        if name and value and len(value) < 2_000:
            found.setdefault(name, []).append(value)
    return found


def _first(meta: dict[str, list[str]], names: list[str]) -> str | None:
    return next((value.lstrip("@") for name in names for value in meta.get(name, ())), None)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _text(value: Any) -> str | None:
    return " ".join(value.split())[:500] or None if isinstance(value, str) else None


def _name(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    return _text(value.get("name") if isinstance(value, dict) else value)


def _language(tree: HtmlElement) -> str | None:
    value = (tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or "").split("-")[0].lower()
    return value if len(value) == 2 and value.isalpha() else None
