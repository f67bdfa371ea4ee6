"""The feeds, read by parsers that had no part in writing them, against what RFC 4287 asks."""

import re
from datetime import datetime
from xml.dom.minidom import Element, parse

import pytest

from investment_portal.languages import LANGUAGES, Language, language_path
from tests.markup import Markup, read_markup, squeeze
from tests.pages.changes.test_pages import SAID
from tests.sites import Site

ATOM = "http://www.w3.org/2005/Atom"
TAG = re.compile(r"tag:[a-z0-9.-]+,\d{4}-\d{2}-\d{2}:(?:zh|en)/[a-z]+/[a-z0-9-]+/[a-z]+")
FULL = re.compile(r"https://invest\.example\.(?:org|gov\.cn)/\S*")


def root(site: Site, language: Language) -> Element:
    """Read a feed."""
    feed = str(site.out / language_path(language) / "feed.xml")
    element = parse(feed).documentElement  # noqa: S318 - our own file
    assert element is not None
    return element


def children(element: Element, name: str) -> list[Element]:
    """Return the children of a name."""
    return [
        childNode for childNode in element.childNodes if isinstance(childNode, Element) and childNode.tagName == name
    ]


def text_of(element: Element, name: str) -> str:
    """Return the text of the one child of a name."""
    (child,) = children(element, name)
    return "".join(node.data for node in child.childNodes)  # type: ignore[union-attr]


def links(element: Element) -> dict[str, str]:
    """Return the addresses of links by what they are."""
    return {link.getAttribute("rel"): link.getAttribute("href") for link in children(element, "link")}


@pytest.fixture(params=["real", "past"])
def site(request: pytest.FixtureRequest) -> Site:
    """Return a site without history and one with."""
    site_: Site = request.getfixturevalue(request.param)
    return site_


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_standard_asks(site: Site, language: Language) -> None:
    """One id, title and moment each; full addresses; an author; unique ids; the latest first."""
    feed = root(site, language)
    assert (feed.tagName, feed.getAttribute("xmlns"), feed.getAttribute("xml:lang")) == ("feed", ATOM, language)
    assert text_of(feed, "id") == links(feed)["self"]
    assert links(feed)["self"].endswith(f"/{language_path(language)}feed.xml")
    assert text_of(children(feed, "author")[0], "name")
    entries = children(feed, "entry")
    assert entries
    ids = [text_of(entry, "id") for entry in entries]
    assert len(set(ids)) == len(ids)
    moments = [text_of(entry, "updated") for entry in entries]
    for entry, id_ in zip(entries, ids, strict=True):
        assert TAG.fullmatch(id_), id_
        assert text_of(entry, "title").strip()
        assert FULL.fullmatch(links(entry)["alternate"])
        (content,) = children(entry, "content")
        assert content.getAttribute("type") == "html"
        assert not {"script", "b", "iframe"} & set(_markup(text_of(entry, "content")).tags)
    assert text_of(feed, "updated") == moments[0] == max(moments)
    assert moments == sorted(moments, reverse=True)
    assert all(datetime.fromisoformat(moment).utcoffset() is not None for moment in moments)
    assert all(datetime.fromisoformat(moment).date() <= site.day for moment in moments)


def _markup(html: str) -> Markup:
    return read_markup(html)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_leads_to_a_page(site: Site, language: Language) -> None:
    """Of the same language, and never to the home page, which says nothing of it."""
    base = f"{site.catalog.site.address.rstrip('/')}/"
    for entry in children(root(site, language), "entry"):
        path, _, anchor = links(entry)["alternate"].removeprefix(base).partition("#")
        assert path.startswith("en/") == (language == "en")
        assert path not in {"", "en/"}
        assert {anchor} <= {"", *site.pages[f"{path}index.html"].ids}


@pytest.mark.parametrize("language", LANGUAGES)
def test_revisions_are_told_in_words(past: Site, language: Language) -> None:
    """As on the page, without its hidden words."""
    entries = children(root(past, language), "entry")
    text = squeeze(" ".join(_markup(text_of(entry, "content")).text for entry in entries))
    changed = {"zh": "总投资：1.1 亿元 → 1.2 亿元", "en": "Total investment: CNY 110 million → CNY 120 million"}
    assert squeeze(changed[language]) in text
    assert squeeze(SAID[language][-1]) in text
    withdrawn = {"zh": "撤回项目：老磨坊", "en": "Project withdrawn: Old mill"}
    assert withdrawn[language] in [text_of(entry, "title") for entry in entries]


def test_both_languages_tell_the_same(site: Site) -> None:
    """Entry by entry."""
    zh, en = ([text_of(entry, "id") for entry in children(root(site, language), "entry")] for language in LANGUAGES)
    assert [id_.replace(":zh/", ":en/") for id_ in zh] == en


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_name_the_feed(site: Site, language: Language) -> None:
    """In their head, and on the page of changes by a link."""
    for name, page in site.pages.items():
        if name.startswith("en/") == (language == "en") and 'http-equiv="refresh"' not in page.html:
            (feed,) = re.findall(
                r'<link rel="feed alternate" type="application/atom\+xml"[^>]* href="([^"]+)"', page.html
            )
            assert feed.endswith("feed.xml"), name
    assert ("a", "../feed.xml") in site.pages[f"{language_path(language)}changes/index.html"].links
