"""The route finder, as readers use it: typed and picked, by keyboard, on a phone, without scripts, from disk."""

import re
import time
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, Route, expect

from investment_portal.domain.routes import route
from investment_portal.languages import LANGUAGES, Language, language_path
from investment_portal.pages.contacts.routes import contact_card
from tests.browser.watching import DESKTOP, PHONE, moved
from tests.pages.contacts.conftest import MIDNIGHT, NOON, Reader
from tests.sites import Site


def legs(page: Page) -> list[str]:
    """Return the contacts of the route shown, in order."""
    return page.locator(".route-contacts .contact-name a").all_inner_texts()


def wanted(real: Site, language: Language, origin: str | None, sector: str | None, project: str = "") -> list[str]:
    """Return the contacts that the route of Python leads to, before the hotline."""
    route_legs = route(
        real.catalog,
        real.day,
        origin=origin,
        sector=sector,
        language=language,
        contacts=real.catalog.projects[project].contacts if project else (),
    )
    return [leg.contact.name.in_(language) for leg in route_legs if leg.contact.kind.value != "hotline"]


@pytest.mark.parametrize(
    ("size", "language", "typed", "place"),
    [(DESKTOP, "en", "suz", "Suzhou"), (PHONE, "zh", "苏州", "苏州"), (PHONE, "zh", "suzhou", "苏州")],
)
def test_type_and_pick(
    reader: Reader, real: Site, route_address: str, size: dict[str, int], language: Language, typed: str, place: str
) -> None:
    """Some letters, one press, a sector: the route of Python; the address keeps it, and a reload shows it again."""
    page = reader(size=size)
    page.goto(f"{route_address}{language_path(language)}contacts/")
    page.locator("#route-from").press_sequentially(typed)
    page.get_by_role("option", name=place, exact=True).click()
    page.select_option("#route-sector", "electronics")
    assert legs(page) == wanted(real, language, "suzhou", "electronics")
    assert page.url.endswith("contacts/?from=suzhou&sector=electronics")
    expect(page.locator(".route-heading")).to_contain_text(place)
    expect(page.locator(".contact--first .contact-status").first).to_have_attribute("data-state", "open")
    page.reload()
    assert legs(page) == wanted(real, language, "suzhou", "electronics")
    expect(page.locator("#route-from")).to_have_value(place)


def test_by_keyboard_alone(reader: Reader, real: Site, route_address: str) -> None:
    """Down, down, Enter; Escape closes; what is announced says who answers first."""
    page = reader()
    page.goto(f"{route_address}en/contacts/")
    box = page.locator("#route-from")
    box.focus()
    page.keyboard.type("shang")
    expect(box).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    chosen = box.get_attribute("aria-activedescendant")
    assert page.locator(f"#{chosen}").inner_text() == "Shanghai"
    page.keyboard.press("Enter")
    expect(box).to_have_attribute("aria-expanded", "false")
    expect(box).to_have_value("Shanghai")
    assert legs(page) == wanted(real, "en", "shanghai", None)
    expect(page.locator(".route-status")).to_contain_text(f"First contact: {legs(page)[0]}")
    page.keyboard.press("Tab")
    page.keyboard.type("Med")
    expect(page.locator("#route-sector")).to_have_value("medicine")
    assert legs(page) == wanted(real, "en", "shanghai", "medicine")
    box.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(page.locator("#route-from-list")).to_be_hidden()
    page.keyboard.press("Escape")
    expect(box).to_have_value("")
    assert legs(page) == wanted(real, "en", None, "medicine")


def test_a_country_is_found_by_its_own_name(reader: Reader, real: Site, route_address: str) -> None:
    """Germany lies in Europe; a place that nobody lists is said to be missing, and the reader helped on."""
    page = reader()
    page.goto(f"{route_address}en/contacts/")
    page.locator("#route-from").fill("germany")
    page.locator("#route-from").press("Enter")
    expect(page.locator("#route-from")).to_have_value("Germany")
    expect(page.locator(".route-heading")).to_have_text("From Germany · Any sector · English")
    assert page.url.endswith("?from=europe&place=Germany")
    page.locator("#route-from").fill("Atlantis")
    page.locator("#route-sector").focus()
    expect(page.locator("#route-from")).to_have_attribute("aria-invalid", "true")
    expect(page.locator(".route-similar")).to_contain_text("“Atlantis” isn't known here")
    assert legs(page) == wanted(real, "en", None, None)


def test_about_a_project(reader: Reader, real: Site, route_address: str) -> None:
    """Its own contact comes first and its sector is set; in English one that speaks Chinese alone comes second."""
    page = reader()
    page.goto(f"{route_address}contacts/")
    page.locator("#route-project").press_sequentially("优质白酒")
    page.locator("#route-project-list [role=option]").first.click()
    assert legs(page) == wanted(real, "zh", None, "baijiu", "baijiu-brewing-base")
    expect(page.locator("#route-sector")).to_have_value("baijiu")
    page.goto(f"{route_address}en/projects/baijiu-brewing-base/")
    page.locator('.record-aside .actions a[href$="#route"]').click()
    expect(page).to_have_url(f"{route_address}en/contacts/?project=baijiu-brewing-base#route")
    expect(page.locator("#route-project")).to_have_value("Brewing base for quality baijiu")
    shown = legs(page)
    contacts = [real.catalog.contacts[id_].name.en for id_ in real.catalog.projects["baijiu-brewing-base"].contacts]
    spoken = wanted(real, "en", None, "baijiu", "baijiu-brewing-base")
    assert shown == [spoken[0], *contacts, *spoken[1:]]
    page.select_option("#route-sector", "medicine")
    expect(page.locator("#route-project")).to_have_value("")


def test_what_the_address_says_wrongly_is_named_and_left_out(reader: Reader, real: Site, route_address: str) -> None:
    """The rest is kept; nothing in it becomes part of the page."""
    page = reader()
    page.goto(f"{route_address}en/contacts/?from=shanghai&sector=alchemy&lang=tlh&project=nothing&from=x")
    dropped = page.locator(".route-dropped")
    for type_ in ("sector=alchemy", "lang=tlh", "project=nothing"):
        expect(dropped).to_contain_text(type_)
    assert legs(page) == wanted(real, "en", "shanghai", None)
    page.select_option("#route-sector", "medicine")
    assert page.url.endswith("?from=shanghai&sector=medicine")


@pytest.mark.parametrize(
    "value", ["<script>document.title='broken'</script>", "x" * 10_000, "__proto__", "constructor", "%E4%B8%\u202e"]
)
def test_hostile_addresses(reader: Reader, real: Site, route_address: str, value: str) -> None:
    """Whatever it holds is text, and the page works as before."""
    page = reader()
    page.goto(
        f"{route_address}contacts/?from={quote(value)}&sector={quote(value)}&lang={quote(value)}&project={quote(value)}"
    )
    expect(page.locator(".route-dropped")).to_be_visible()
    assert legs(page) == wanted(real, "zh", None, None)
    assert "broken" not in page.title()
    assert page.locator(".route-dropped *").count() == 0
    assert len(page.locator(".route-dropped").inner_text()) < 600


def test_the_link_is_copied_or_shown(reader: Reader, route_address: str) -> None:
    """Where the browser forbids copying, the address stands there selected."""
    page = reader()
    page.goto(f"{route_address}en/contacts/?from=suzhou")
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('forbidden')); }")
    page.get_by_role("button", name="Copy the link").click()
    expect(page.get_by_label("Copy this link")).to_have_value(f"{route_address}en/contacts/?from=suzhou")
    page.evaluate(
        "() => { navigator.clipboard.writeText = (text) => { globalThis.copied = text; return Promise.resolve(); }; }"
    )
    page.get_by_role("button", name="Copy the link").click()
    expect(page.locator(".route-copied")).to_have_text("The link is copied.")
    assert page.evaluate("globalThis.copied") == f"{route_address}en/contacts/?from=suzhou"
    page.get_by_role("button", name="Start again").click()
    assert page.url == f"{route_address}en/contacts/"


def late(route: Route) -> None:
    """Delay a file as over a slow link."""
    time.sleep(0.4)
    route.continue_()


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("query", ["", "?from=suzhou&sector=electronics", "?project=baijiu-brewing-base"])
@pytest.mark.parametrize("at", [NOON, MIDNIGHT], ids=["open", "closed"])
def test_nothing_moves_while_it_loads(
    reader: Reader, route_address: str, size: dict[str, int], query: str, at: str
) -> None:
    """The answer to the address stands where room was kept for it, also where all contacts are closed."""
    page = reader("Europe/Berlin", at, size)
    # A browser paints what stands above a script that it waits for.
    page.route(re.compile(r"/route_finder\.[0-9a-f]*\.js"), late)
    page.goto(f"{route_address}contacts/{query}", wait_until="networkidle")
    assert moved(page) == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_scripts_a_table_answers(reader: Reader, real: Site, route_address: str, language: Language) -> None:
    """Every origin and sector, each with the contact that the route puts first; no box that would do nothing."""
    page = reader(size=PHONE, scripts=False)
    page.goto(f"{route_address}{language_path(language)}contacts/")
    expect(page.locator(".route-form")).to_be_hidden()
    assert legs(page) == wanted(real, language, None, None)
    name = real.catalog.origins["suzhou"].name.in_(language)
    page.locator("#routes ~ details > summary").click()
    page.locator("details details", has_text=name).locator("summary").first.click()
    row = page.locator("tr", has=page.locator("th", has_text=name)).first
    assert row.locator("td a").all_inner_texts() == [
        wanted(real, language, "suzhou", sector)[0] for sector in real.catalog.sectors
    ]
    assert page.locator("#routes ~ details tbody tr").count() == len(real.catalog.origins)


def test_from_disk(reader: Reader, real: Site) -> None:
    """Projects are loaded, links lead to pages, the address keeps the choice."""
    page = reader()
    page.goto((real.out / "en" / "contacts" / "index.html").as_uri() + "?project=baijiu-brewing-base&from=suzhou")
    expect(page.locator("#route-project")).to_have_value("Brewing base for quality baijiu")
    first = page.locator(".route-contacts .contact-name a").first
    name = first.inner_text()
    first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(name)
    assert page.url.endswith("/index.html")


def test_every_contact_has_a_card_ready(real: Site) -> None:
    """The browser shows what Python wrote, so that both say the same of a contact."""
    for language in LANGUAGES:
        html = real.pages[f"{language_path(language)}contacts/index.html"].html
        context = real.context(language).at("contacts/")
        for id_, contact in real.catalog.contacts.items():
            _, _, ready = html.partition(f'<template data-contact="{id_}">')
            assert contact_card(context, contact).name in ready.partition("</template>")[0].replace("&#39;", "'")
