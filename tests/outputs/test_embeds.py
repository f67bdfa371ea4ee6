"""Cards and lists for other sites: small, safe, complete without scripts, and described by oEmbed."""

import json
import re

import pytest
from playwright.sync_api import Browser, expect

from investment_portal.languages import LANGUAGES, Language, language_path
from investment_portal.models.site import site_root
from investment_portal.pages.embeds.addresses import OEMBED, STYLE, card_address
from tests.browser.watching import watched
from tests.markup import squeeze
from tests.sites import Site

LARGEST = 30_000
"""Bytes of a card or a list with all that it loads."""

BY_LANGUAGE = pytest.mark.parametrize("language", LANGUAGES)


def page(site: Site, language: Language, address: str) -> str:
    """Return a page of the site."""
    return (site.out / language_path(language) / address / "index.html").read_text("utf-8")


def weight(site: Site, html: str) -> int:
    """Return the bytes of a page with its style sheet and its scripts."""
    scripts = re.findall(r'src="[./]*(assets/scripts/[^"]+)"', html)
    loaded: int = sum((site.out / name).stat().st_size for name in (STYLE, *scripts))
    return len(html.encode()) + loaded


@BY_LANGUAGE
def test_each_project_has_its_card(extended: Site, language: Language) -> None:
    """At its former ids as well; with name, figures, stage, day of verification, and no script."""
    for project in extended.data.index.projects.values():
        for id_ in (project.id, *project.formerly):
            html = page(extended, language, card_address(id_))
            card = extended.pages[f"{language_path(language)}{card_address(id_)}index.html"]
            assert "<script" not in html
            assert squeeze(project.name.in_(language)) in card.text
            assert squeeze(project.summary.in_(language)) in card.text
            assert f"projects/{project.id}/" in html
            assert weight(extended, html) < LARGEST
            policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)
            assert policy
            assert policy[1].startswith("default-src 'none'; style-src 'self'")
            assert "script-src" not in policy[1]


@BY_LANGUAGE
def test_an_oembed_file_describes_the_card(extended: Site, language: Language) -> None:
    """The page names it in its head; its code shows the card (oembed.com, type rich)."""
    root = site_root(extended.catalog.site) + language_path(language)
    for id_, project in extended.data.index.projects.items():
        described = json.loads((extended.out / language_path(language) / f"projects/{id_}" / OEMBED).read_text("utf-8"))
        assert (described["version"], described["type"]) == ("1.0", "rich")
        assert described["title"] == project.name.in_(language)
        assert f'src="{root}{card_address(id_)}"' in described["html"]
        assert f'width="{described["width"]}" height="{described["height"]}"' in described["html"]
        html = page(extended, language, f"projects/{id_}")
        link = f'<link rel="alternate" type="application/json+oembed" href="{root}projects/{id_}/{OEMBED}">'
        assert html.count(link) == 1


@BY_LANGUAGE
def test_lists_hold_what_is_on_offer(extended: Site, language: Language) -> None:
    """All projects that seek an investor, and those of each sector; whole without scripts, below 30 kB."""
    projects = extended.data.index.projects.values()
    for sector in ("", *extended.catalog.sectors):
        html = page(extended, language, f"embed/list/{sector}")
        offered = {
            project.id
            for project in projects
            if project.available(extended.data.day)
            and (not sector or sector in (project.sector, *project.other_sectors))
        }
        assert set(re.findall(r'<li data-sectors="[^"]*"><a href="[./]*projects/([^/"]+)/"', html)) == offered
        assert weight(extended, html) < LARGEST


def test_without_the_setting_there_is_nothing(full: Site) -> None:
    """Neither files nor links to them."""
    assert not (full.out / "embed").exists()
    assert not list(full.out.rglob(OEMBED))
    assert not any("json+oembed" in page.html for page in full.pages.values())


def test_a_list_is_filtered(extended: Site, chromium: Browser) -> None:
    """By words and by sector, from the address too; without scripts the fields are not there and all is shown."""
    address = (extended.out / "en/embed/list/index.html").as_uri()
    project = next(project for project in extended.data.index.projects.values() if project.available(extended.data.day))
    with watched(chromium) as watch:
        watch.page.goto(f"{address}?sector={project.sector}")
        shown = watch.page.locator(".embed-list > li:visible")
        everything = watch.page.locator(".embed-list > li").count()
        expect(watch.page.locator("#embed-sector")).to_have_value(project.sector)
        assert 0 < shown.count() <= everything
        expect(watch.page.locator(".embed-count")).to_contain_text(str(shown.count()))
        watch.page.select_option("#embed-sector", "")
        watch.page.fill("#embed-text", project.name.en.lower())
        expect(shown).to_have_count(1)
        watch.page.fill("#embed-text", "nothing of the kind")
        expect(shown).to_have_count(0)
        assert watch.faults == []
    with watched(chromium, scripts=False) as watch:
        watch.page.goto(address)
        assert watch.page.locator(".embed-list > li:visible").count() == everything
        assert watch.page.locator(".embed-filter").is_hidden()


def test_the_page_makes_the_code(extended: Site, chromium: Browser) -> None:
    """From the address of a project or its id; what is neither is named."""
    with watched(chromium) as watch:
        watch.page.goto(f"{(extended.out / 'en/embed/index.html').as_uri()}?project=bottling-line")
        code = watch.page.locator("#embed-card")
        source = f"{site_root(extended.catalog.site)}en/{card_address('bottling-line')}"
        expect(code).to_contain_text(f'src="{source}"')
        watch.page.fill("#embed-project", "https://invest.example.org/en/projects/hostile-hall/?from=x#returns")
        expect(code).to_contain_text("embed/projects/hostile-hall/")
        expect(watch.page.locator("#embed-open")).to_have_attribute("href", re.compile("embed/projects/hostile-hall/"))
        watch.page.fill("#embed-project", '"><script>')
        expect(code).to_contain_text("PROJECT-ID")
        expect(watch.page.locator("#embed-error")).not_to_be_empty()
        assert watch.faults == []


def test_a_card_shows_in_a_frame_of_another_site(extended: Site, chromium: Browser, extended_address: str) -> None:
    """Its style sheet applies there, in a frame that may not even run scripts."""
    with watched(chromium) as watch:
        card = f"{extended_address}en/{card_address('bottling-line')}"
        watch.page.set_content(f'<iframe sandbox="allow-popups" src="{card}" width="360" height="320"></iframe>')
        frame = watch.page.frame_locator("iframe")
        expect(frame.locator("h1")).to_contain_text(extended.catalog.projects["bottling-line"].name.en)
        border = frame.locator(".embed-card").evaluate("element => getComputedStyle(element).borderTopWidth")
        assert border == "4px"
        assert watch.faults == []
