"""Feeds of single topics: each sector, each park, the policies; the list of them; the link on the list of projects."""

from dataclasses import replace
from xml.etree.ElementTree import Element, fromstring

import pytest
from msgspec.structs import replace as with_fields
from playwright.sync_api import Browser

from investment_portal.languages import LANGUAGES, Language, language_path
from investment_portal.models.site import site_root
from investment_portal.outputs.feed import ATOM
from investment_portal.pages.changes.topics import Topic, topics
from tests.sites import Site


def feed(site: Site, path: str) -> Element:
    """Return a feed of the site."""
    return fromstring((site.out / path).read_bytes())  # noqa: S314 - our own file


def entries(root: Element) -> set[str]:
    """Return the ids of the entries."""
    return {entry.findtext(f"{{{ATOM}}}id", "") for entry in root.iter(f"{{{ATOM}}}entry")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_topic_has_its_feed(real: Site, language: Language) -> None:
    """Of every sector, every park and the policies: at an address of its own, its entries once each."""
    root = site_root(real.catalog.site)
    paths = [f"{language_path(language)}{topic.page}feed.xml" for topic in topics(real.catalog)]
    assert len(paths) == len(real.catalog.sectors) + len(real.catalog.parks) + 1
    for path in paths:
        document = feed(real, path)
        assert document.findtext(f"{{{ATOM}}}id") == root + path
        assert len(entries(document)) == len(list(document.iter(f"{{{ATOM}}}entry"))) > 0


def test_a_feed_holds_the_changes_of_its_topic_alone(real: Site) -> None:
    """Projects of a sector by their own and their other sectors, projects of a park by all their parks."""
    for topic in topics(real.catalog):
        ids = entries(feed(real, f"{topic.page}feed.xml"))
        named = {id_.split("/")[-2] for id_ in ids if "/project/" in id_}
        expected = {
            project.id
            for project in real.catalog.projects.values()
            if topic.id in (project.sector, *project.other_sectors, *project.place.all_parks)
        }
        assert named <= expected
        if topic.id:
            assert expected & named or not expected


def test_the_list_of_feeds(real: Site) -> None:
    """Every feed is on the list with its page, and each of both is in the site."""
    root = site_root(real.catalog.site)
    for language in LANGUAGES:
        document = feed(real, f"{language_path(language)}feeds.opml")
        outlines = list(document.iter("outline"))
        assert len(outlines) == 1 + len(list(topics(real.catalog)))
        for outline in outlines:
            assert (real.out / outline.attrib["xmlUrl"].removeprefix(root)).is_file()
            assert (real.out / outline.attrib["htmlUrl"].removeprefix(root) / "index.html").is_file()


def test_a_renamed_park_keeps_its_feed(full: Site) -> None:
    """The feed is at the former addresses of the page as well."""
    park = next(iter(full.catalog.parks.values()))
    parks = {**full.catalog.parks, park.id: with_fields(park, formerly=["old-park"])}
    catalog = replace(full.catalog, records={**full.catalog.records, "park": parks})
    assert Topic("park", park.id).pages(catalog) == [f"parks/{park.id}/", "parks/old-park/"]


@pytest.mark.parametrize(
    ("filters", "feed_address"),
    [
        ("", "feed.xml"),
        ("?sector=baijiu", "sectors/baijiu/feed.xml"),
        ("?park=baijiu-park", "parks/baijiu-park/feed.xml"),
        ("?sector=baijiu.services", "feed.xml"),
        ("?sector=baijiu&park=baijiu-park", "feed.xml"),
    ],
)
def test_the_list_leads_to_the_feed_of_its_filter(
    real_address: str, chromium: Browser, filters: str, feed_address: str
) -> None:
    """One sector or one park has a feed; any other choice is followed by all changes."""
    page = chromium.new_page()
    page.goto(f"{real_address}/projects/{filters}")
    page.wait_for_function("() => document.querySelector('.list-results:not([hidden])')")
    link = page.locator(".list-follow a")
    assert link.evaluate("link => link.href") == f"{real_address}/{feed_address}"
    page.close()
