"""Every link and anchor of every page leads somewhere; every id stands once."""

import posixpath
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from tests.markup import Markup
from tests.sites import Site


@pytest.fixture(params=["real", "full"])
def site(request: pytest.FixtureRequest) -> Site:
    """Return each of the two sites."""
    site_: Site = request.getfixturevalue(request.param)
    return site_


def target(name: str, link: str) -> tuple[str, str]:
    """Return the file that a link of a page leads to, and the anchor in it."""
    parts = urlsplit(link)
    if not parts.path:
        return name, unquote(parts.fragment)
    base = "" if parts.path.startswith("/") else posixpath.dirname(name)
    path = posixpath.normpath(posixpath.join(base, unquote(parts.path).lstrip("/") or "."))
    if posixpath.basename(parts.path) in ("", ".", ".."):
        path = posixpath.join(path, "index.html")
    return posixpath.normpath(path), unquote(parts.fragment)


def dead(name: str, page: Markup, pages: dict[str, Markup], out: Path) -> list[str]:
    """Return the links of a page that lead to nothing."""
    dead_links = []
    for _, link in page.links:
        if urlsplit(link).scheme in ("http", "https", "mailto", "tel", "geo"):
            continue
        path, anchor = target(name, link)
        there = pages.get(path)
        if there is None and not (out / path).is_file():
            dead_links.append(f"{name}: {link}")
        elif anchor and (there is None or anchor not in there.ids):
            dead_links.append(f"{name}: {link} (no such place on the page)")
    return dead_links


def test_every_link_leads_somewhere(site: Site) -> None:
    """Pages, files, anchors."""
    dead_links = [link for name, page in site.pages.items() for link in dead(name, page, site.pages, site.out)]
    assert not dead_links, "\n".join(dead_links)


def test_every_id_stands_once(site: Site) -> None:
    """An id that stands twice leads to the first place only."""
    twice = {name: {id_ for id_ in page.ids if page.ids.count(id_) > 1} for name, page in site.pages.items()}
    assert {name: ids for name, ids in twice.items() if ids} == {}


def test_every_page_can_be_reached_from_home(site: Site) -> None:
    """By links alone, without knowing an address; former addresses and 404 pages aside."""
    reached, waiting = set(), ["index.html"]
    while waiting:
        name = waiting.pop()
        if name in reached or name not in site.pages:
            continue
        reached.add(name)
        waiting += [target(name, link)[0] for tag, link in site.pages[name].links if tag == "a" and ":" not in link]
    alone = {
        name
        for name, page in site.pages.items()
        if not name.endswith("404.html") and 'http-equiv="refresh"' not in page.html
    }
    assert alone - reached == set()
