"""Weights of pages: bytes of a first view, requests, elements; without a browser, from the built files."""

import gzip
import json
import re
from pathlib import Path
from posixpath import dirname, join, normpath

import pytest

from tests.sites import Site

PAGES = (
    *("", "projects/", "policies/", "policies/matcher/", "policies/calendar/", "contacts/", "network/", "chains/"),
    *("sectors/electronics/", "chains/electronics/", "parks/jiangnan-science-park/", "events/", "results/"),
    *("policies/bridge-loan/", "policies/interest-subsidy/", "contacts/station-shanghai/", "why-here/", "faq/"),
    *("notices/", "firms/", "parks/", "compare/", "shortlist/", "guide/", "enquiry/", "meeting/", "search/", "about/"),
    *("costs/", "requirements/"),
    *("projects/baijiu-packaging-park/", "projects/mlcc-passive-components/", "firms/shengrongda-capacitor/"),
)
LINKED = re.compile(r'<(?:link rel="stylesheet" href|script[^>]* src)="(?P<address>[^"]+)"')
ELEMENT = re.compile(r"<[a-z][a-z0-9-]*[\s>]")
PREFIXES = pytest.mark.parametrize("prefix", ["", "en/"], ids=["zh", "en"])

MOST_BYTES = 60_000
"""Bytes of a first view: the page, its styles and scripts, compressed as a server does."""

MOST_HTML = 44_000
"""Bytes of a project's page itself."""

MOST_REQUESTS = 15
MOST_ELEMENTS = 2_700
"""Elements of a page of a portal with 42 projects."""


def linked(site: Site, name: str) -> list[Path]:
    """Return the styles and scripts that a page loads, each once."""
    html = (site.out / name).read_text("utf-8")
    paths = dict.fromkeys(normpath(join(dirname(name), match["address"])) for match in LINKED.finditer(html))
    return [site.out / path for path in paths]


@PREFIXES
def test_a_first_view_is_light(real: Site, prefix: str) -> None:
    """On every kind of page, in both languages."""
    heavy = {}
    for page in PAGES:
        name = f"{prefix}{page}index.html"
        files = [site_file.read_bytes() for site_file in (real.out / name, *linked(real, name))]
        size = sum(len(gzip.compress(content, 6, mtime=0)) for content in files)
        elements = len(ELEMENT.findall(files[0].decode()))
        if size > MOST_BYTES or len(files) > MOST_REQUESTS or elements > MOST_ELEMENTS:
            heavy[name] = {"bytes": size, "requests": len(files), "elements": elements}
    assert heavy == {}


@PREFIXES
def test_pages_name_each_file_once(real: Site, prefix: str) -> None:
    """A style or script that several parts need is loaded once, by one link."""
    twice = {}
    for page in PAGES:
        html = (real.out / prefix / page / "index.html").read_text("utf-8")
        addresses = [match["address"] for match in LINKED.finditer(html) if match[0].startswith("<script")]
        if len(addresses) != len(set(addresses)):
            twice[page] = addresses
    assert twice == {}


@PREFIXES
def test_a_page_of_a_project_is_short(real: Site, prefix: str) -> None:
    """Of every project of the portal."""
    pages = {path.parent.name: path.stat().st_size for path in (real.out / prefix / "projects").glob("*/index.html")}
    assert {name: size for name, size in pages.items() if size > MOST_HTML and name != "page"} == {}


@PREFIXES
def test_every_page_names_its_languages_and_its_path(real: Site, prefix: str) -> None:
    """Each language once, the first for all others; the path of a record as schema.org has it."""
    for page in PAGES:
        html = (real.out / prefix / page / "index.html").read_text("utf-8")
        links = dict(re.findall(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">', html))
        assert links.keys() == {"zh-CN", "en", "x-default"}, page
        assert links["x-default"] == links["zh-CN"], page
        assert links["en"].endswith(f"/en/{page}"), page
        assert f'<meta property="og:url" content="{links["en" if prefix else "zh-CN"]}">' in html, page
        for text in re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL):
            declared = json.loads(text)
            assert declared["@context"] == "https://schema.org"
            items = declared.get("itemListElement", [])
            assert [item["position"] for item in items] == list(range(1, len(items) + 1)), page
            assert all(item["item"].startswith("https://") for item in items[:-1]), page
