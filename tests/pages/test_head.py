"""The head of each page: the tags of 国办发〔2017〕47号, title, description, canonical address."""

import re
from datetime import date

import pytest

from investment_portal.models.kinds import KINDS
from investment_portal.models.record import Record
from investment_portal.rendering.layout_settings import COLUMN_TYPES
from tests.markup import Markup
from tests.sites import Site

SITE = ("SiteName", "SiteDomain")
COLUMN = ("ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType")
ARTICLE = ("ArticleTitle", "PubDate", "ContentSource", "Keywords", "Author", "Url")
COLUMNS = "|".join(str(kind.column) for kind in KINDS.values() if kind.has_pages and issubclass(kind.model, Record))
"""A sector is no article: its page gathers records that were published on different days."""
RESERVED = "|".join(sorted({name for kind in KINDS.values() for name in kind.reserved}))
RECORD = re.compile(rf"(?:en/)?(?:{COLUMNS})/(?!(?:{RESERVED})/)[^/]+/index\.html")


def pages(site: Site) -> list[tuple[str, Markup]]:
    """Return the pages that are more than a way on."""
    return [(name, page) for name, page in site.pages.items() if 'http-equiv="refresh"' not in page.html]


@pytest.fixture(params=["real", "full"])
def site(request: pytest.FixtureRequest) -> Site:
    """Return each of the two sites."""
    site_: Site = request.getfixturevalue(request.param)
    return site_


def test_every_page_names_its_site(site: Site) -> None:
    """The host without scheme; never the name of another site."""
    settings = site.catalog.site
    for name, page in pages(site):
        site_name = settings.name.en if name.startswith("en/") else settings.name.zh
        assert page.meta["SiteName"] == site_name, name
        assert page.meta["SiteDomain"] == settings.address.split("/")[2], name
        assert page.meta.get("SiteIDCode") == settings.filing.site_id, name


def test_every_page_names_its_column(site: Site) -> None:
    """Never "null", never a hole that nobody filled."""
    for name, page in pages(site):
        if name.endswith("404.html"):
            continue
        for tag in COLUMN:
            assert page.meta.get(tag, "").strip() not in ("", "null", "None"), f"{name} {tag}"
        assert page.meta["Description"], name


def test_pages_of_records_carry_the_article_tags(site: Site) -> None:
    """And no other page does."""
    for name, page in pages(site):
        if RECORD.fullmatch(name):
            assert [tag for tag in ARTICLE if not page.meta.get(tag)] == [], name
            assert re.fullmatch(r"\d{4}-\d{2}-\d{2} \d{2}:\d{2}", page.meta["PubDate"]), name
            assert date.fromisoformat(page.meta["PubDate"][:10]) <= site.day, name
            assert site.catalog.site.name.in_("en") not in page.meta["ArticleTitle"], name
        else:
            assert "ArticleTitle" not in page.meta, name


def test_titles_are_there_and_differ(site: Site) -> None:
    """Two pages of one language with one title cannot be told apart in a browser's history."""
    for prefix in ("", "en/"):
        titles = [
            re.findall(r"<title>(.*?)</title>", page.html)
            for name, page in pages(site)
            if name.startswith("en/") == bool(prefix)
        ]
        assert all(len(title) == 1 and title[0] for title in titles)
        assert len({title[0] for title in titles}) == len(titles)


def test_nothing_is_left_of_the_layouts(site: Site) -> None:
    """No token, no shortcode, no word of another language's code."""
    for name, page in pages(site):
        assert not re.search(r"%%[a-z]+%%|data-slot|\{\{|\{%", page.html.replace("{{ 7*7 }}", "")), name
        assert f'<html lang="{"en" if name.startswith("en/") else "zh"}' in page.html, name


def test_canonical_addresses(site: Site) -> None:
    """The full address of the page itself."""
    base = site.catalog.site.address
    for name, page in pages(site):
        if not name.endswith("404.html"):
            wanted = base + name.removesuffix("index.html")
            assert re.findall(r'<link rel="canonical" href="([^"]+)"', page.html) == [wanted], name


def test_no_absolute_addresses(site: Site) -> None:
    """The site works below any path and from disk; a 404 page is served at any address and cannot be relative."""
    base = site.catalog.site.address
    for name, page in pages(site):
        links = [link for tag, link in page.links if tag != "link" or not link.startswith(base)]
        if not name.endswith("404.html"):
            assert [link for link in links if link.startswith(("/", base))] == [], name


def test_no_name_stands_twice_in_a_head(site: Site) -> None:
    """Names of meta elements are case-insensitive: Description and description are one."""
    for name, page in pages(site):
        head = page.html.partition("</head>")[0]
        tags = [tag.lower() for tag in re.findall(r'<meta (?:name|property)="([^"]+)"', head)]
        assert len(set(tags)) == len(tags), name


def test_columns_are_of_the_prescribed_categories(site: Site) -> None:
    """In Chinese in every language: inspections read them."""
    for name, page in pages(site):
        if not name.endswith("404.html"):
            assert page.meta["ColumnType"] in COLUMN_TYPES.values(), name
