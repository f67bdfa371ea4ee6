"""Pages hold the text of their codes; the script draws it where it is looked at, shared or printed."""

import json

import pytest
from playwright.sync_api import Browser, expect

from investment_portal.formatting.vcard import card
from investment_portal.languages import LANGUAGES, Language, language_path
from tests.browser.judging import violations
from tests.browser.watching import DESKTOP, PHONE, moved, watched
from tests.chromium import SCRIPTS
from tests.codes import read_code
from tests.sites import Site
from tests.visual.browsing import served

PROJECT = "projects/mlcc-passive-components/"
CONTACT = "station-shanghai"


def address_of(site: Site, language: Language, page: str) -> str:
    """Return the canonical address of a page."""
    return f"{site.catalog.site.address.rstrip('/')}/{language_path(language)}{page}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_hold_the_text_and_no_drawing(real: Site, language: Language) -> None:
    """The address of a project's page, the card of a contact to the letter; no other page has a place for a code."""
    wanted = {f"projects/{id_}/": address_of(real, language, f"projects/{id_}/") for id_ in real.catalog.projects}
    for id_, contact in real.catalog.contacts.items():
        page = f"contacts/{id_}/"
        wanted[page] = card(contact, address_of(real, language, page), language=language)
    for path, markup in real.pages.items():
        if path.startswith("en/") == (language == "en"):
            address = path.removeprefix("en/").removesuffix("index.html")
            codes = [(tag, json.loads(value)) for tag, name, value in markup.attributes if name == "data-code"]
            assert codes == ([("svg", wanted.pop(address))] if address in wanted else []), path
            assert 'shape-rendering="crispEdges"' not in markup.html, path
    assert wanted == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_printed_project_leads_back(chromium: Browser, real: Site, real_address: str, language: Language) -> None:
    """The browser's own print command on a phone, where the screen has no room for the code."""
    with watched(chromium, size=PHONE) as watch:
        page = watch.page
        page.goto(f"{real_address}{language_path(language)}{PROJECT}")
        expect(page.locator(".project-code")).to_be_hidden()
        assert page.locator(".project-code [data-code]").count() == 1
        page.pdf()
        page.emulate_media(media="print")
        code = page.locator(".project-code svg")
        assert read_code(code) == address_of(real, language, PROJECT)
        box = code.bounding_box()
        assert box is not None
        assert round(box["width"]) == round(box["height"]) == round(25 / 25.4 * 96)
        assert watch.faults == []


def test_a_wide_screen_shows_it_at_once(chromium: Browser, real: Site, full: Site, real_address: str) -> None:
    """Without a move on the page, with a name for those who do not see it; from disk as from a server."""
    copies = (real, real_address + PROJECT, PROJECT), (full, None, "projects/old-mill/")
    for site, address, path in copies:
        with watched(chromium) as watch:
            page = watch.page
            page.goto(address or (site.out / path / "index.html").as_uri())
            code = page.get_by_role("img", name="手机扫码打开", exact=True)
            expect(code).to_be_visible()
            assert read_code(code) == address_of(site, "zh", path)
            assert moved(page) == 0
            assert watch.faults == []


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_contact_is_scanned_from_the_screen(
    chromium: Browser, real: Site, real_address: str, language: Language, size: dict[str, int]
) -> None:
    """Another phone gets the card, line ends included, and the page's address in it."""
    contact, path = real.catalog.contacts[CONTACT], f"contacts/{CONTACT}/"
    with watched(chromium, size={"width": size["width"], "height": size["height"]}) as watch:
        page = watch.page
        page.goto(f"{real_address}{language_path(language)}{path}")
        page.locator(".contact-save").scroll_into_view_if_needed()
        code = page.locator(".contact-save svg[role=img]")
        expect(code).to_be_visible()
        assert read_code(code) == card(contact, address_of(real, language, path), language=language)
        assert violations(page) == []
        assert watch.faults == []


def test_sharing_on_a_phone_shows_the_code(chromium: Browser, real: Site, real_address: str) -> None:
    """Below the buttons, for the phone of whoever sits beside."""
    with watched(chromium, size=PHONE) as watch:
        page = watch.page
        page.goto(real_address + PROJECT)
        page.locator("[data-share]").click()
        code = page.locator(".project-code svg[role=img]")
        expect(code).to_be_visible()
        assert read_code(code) == address_of(real, "zh", PROJECT)
        assert violations(page) == []
        assert watch.faults == []


@pytest.mark.parametrize("path", [PROJECT, f"contacts/{CONTACT}/"])
def test_without_scripts_nothing_promises_a_code(chromium: Browser, real_address: str, path: str) -> None:
    """Neither screen nor paper; a project's sheet has the address in words."""
    with watched(chromium, scripts=False) as watch:
        page = watch.page
        page.goto(real_address + path)
        for media in ("screen", "print"):
            page.emulate_media(media="print" if media == "print" else "screen")
            expect(page.locator("figure:has(> [data-code])")).to_be_hidden()
        if path == PROJECT:
            expect(page.locator(".project-print-note")).to_contain_text(PROJECT)
        assert watch.faults == []


def test_a_text_too_long_for_a_code_stays_away(chromium: Browser) -> None:
    """Its place stays empty, the next one is drawn, and what is drawn stays as it is."""
    with served(SCRIPTS) as address, watched(chromium) as watch:
        page = watch.page
        page.goto(address)
        page.evaluate(
            """async (texts) => {
              document.body.replaceChildren(...texts.map((text) => {
                const figure = document.createElement('figure');
                figure.innerHTML = '<svg></svg><figcaption> Scan </figcaption>';
                figure.firstChild.dataset.code = JSON.stringify(text);
                return figure;
              }));
              await import('/qr_codes.js');
              dispatchEvent(new Event('beforeprint'));
              dispatchEvent(new Event('beforeprint'));
            }""",
            ["x" * 3000, "short"],
        )
        assert page.locator("svg[data-code]").count() == 1
        assert page.locator("svg[role=img]").count() == 1
        assert read_code(page.get_by_role("img", name="Scan", exact=True)) == "short"
