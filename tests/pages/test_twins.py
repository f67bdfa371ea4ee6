"""Every page stands in both languages, and the switch leads from each to the other."""

import posixpath
import xml.etree.ElementTree as ET

import pytest

from investment_portal.languages import LANGUAGES
from investment_portal.outputs.sitemap import sitemap
from tests.sites import Site

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def twin_of(name: str) -> str:
    """Return the path of a page in the other language."""
    return name.removeprefix("en/") if name.startswith("en/") else f"en/{name}"


def test_every_page_has_its_twin(real: Site, full: Site) -> None:
    """The same addresses below both roots."""
    for site in (real, full):
        assert [name for name in site.pages if twin_of(name) not in site.pages] == []


def test_the_switch_leads_to_the_twin(real: Site, full: Site) -> None:
    """404 pages stand at no address of their own and lead home."""
    for site in (real, full):
        for name, page in site.pages.items():
            if name.endswith("404.html") or _is_redirect(page.html):
                continue
            there = posixpath.normpath(posixpath.join(posixpath.dirname(name), page.switch))
            assert posixpath.normpath(f"{there}/index.html") == twin_of(name), name


def test_the_sitemap_lists_each_page_with_its_twin(real: Site, full: Site) -> None:
    """Once per language, each entry naming both; pages that only say "not found" or lead on are left out."""
    for site in (real, full):
        root = ET.fromstring((site.out / "sitemap.xml").read_text("utf-8"))  # noqa: S314 - our own file
        base = site.catalog.site.address
        pages_by_address = {}
        for url in root.findall("s:url", NAMES):
            address = url.findtext("s:loc", "", NAMES)
            links = {link.attrib["hreflang"]: link.attrib["href"] for link in url.findall("x:link", NAMES)}
            assert tuple(links) == LANGUAGES
            assert address in links.values()
            pages_by_address[address.removeprefix(base)] = links
        wanted = {
            name.removesuffix("index.html")
            for name, page in site.pages.items()
            if not name.endswith("404.html") and not _is_redirect(page.html)
        }
        assert set(pages_by_address) == wanted
        assert f"Sitemap: {base}sitemap.xml" in (site.out / "robots.txt").read_text("utf-8")


def test_a_long_sitemap_is_divided(real: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """Into files of so many addresses, a page and its twin in one of them; the map lists the files."""
    monkeypatch.setattr("investment_portal.outputs.sitemap.URLS_PER_FILE", 100)
    whole = dict(sitemap(real.build_context))
    root = ET.fromstring(str(whole.pop("sitemap.xml")))  # noqa: S314 - our own file
    base = real.catalog.site.address
    listed = [location.text for location in root.findall("s:sitemap/s:loc", NAMES)]
    assert listed == [base + name for name in whole]
    parts = [ET.fromstring(str(text)).findall("s:url", NAMES) for text in whole.values()]  # noqa: S314 - the same
    assert [len(urls) for urls in parts[:-1]] == [100] * (len(parts) - 1)
    assert 0 < len(parts[-1]) <= 100
    addresses = [url.findtext("s:loc", "", NAMES) for urls in parts for url in urls]
    pages = [name for name in real.pages if not name.endswith("404.html")]
    assert len(set(addresses)) == len(addresses) == len(pages)


def test_former_addresses_lead_on(full: Site) -> None:
    """A renamed record is found at its old address, in both languages."""
    for prefix in ("", "en/"):
        page = full.pages[f"{prefix}projects/former-hall/index.html"]
        assert ("a", "../hostile-hall/") in page.links
        assert "url=../hostile-hall/" in page.html


def _is_redirect(html: str) -> bool:
    return 'http-equiv="refresh"' in html
