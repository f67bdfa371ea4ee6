"""Stored entries and the button that deletes them: in a browser."""

import pytest
from playwright.sync_api import Browser, Page, expect

from investment_portal.pages.privacy.stored_keys import STORED_KEYS
from tests.browser.judging import sideways, violations
from tests.browser.watching import PHONE, watched
from tests.sites import Site
from tests.visual.kinds import NAMES, address_of

SETTLES = 100
"""Milliseconds in which the scripts of a page do what they do once it is there."""
PREFIXES = pytest.mark.parametrize("prefix", ["", "en/"], ids=["zh", "en"])
STORES = """
for (const name of ["setItem", "removeItem"]) {
  const real = Storage.prototype[name];
  Storage.prototype[name] = function (key, ...rest) {
    (window.storageCalls = window.storageCalls || []).push(`${name} ${key}`);
    return real.call(this, key, ...rest);
  };
}
"""
"""Notes each call that stores."""
STORED = """async () => [
  ...Object.keys(localStorage), ...Object.keys(sessionStorage), ...(window.storageCalls || []),
  ...(document.cookie ? [document.cookie] : []),
  ...(await indexedDB.databases()).map((database) => database.name),
  ...(await caches.keys()),
]"""
"""All that a page has stored, in every storage of a browser."""


def local_keys(page: Page) -> list[str]:
    """Return the keys that the browser stores, in order."""
    return sorted(page.evaluate("Object.keys(localStorage)"))


@PREFIXES
def test_opening_a_page_stores_nothing(chromium: Browser, full: Site, full_address: str, prefix: str) -> None:
    """Of no kind of page, be it scrolled to its end and left again."""
    with watched(chromium) as watch:
        page = watch.page
        page.add_init_script(STORES)
        stored = {}
        for name in NAMES:
            page.goto(f"{full_address}{prefix}{address_of(full, name)}", wait_until="load")
            page.evaluate("scrollTo(0, document.body.scrollHeight)")
            page.wait_for_timeout(SETTLES)
            if entries := page.evaluate(STORED):
                stored[name] = entries
        assert stored == {}
        assert watch.page.context.cookies() == []


def store_everything(page: Page, address: str) -> None:
    """Do what a reader does so that every key of the register is stored."""
    page.goto(f"{address}projects/")
    page.locator("[data-bookmark]").first.click()
    page.goto(f"{address}enquiry/")
    page.locator("input[name=company]").first.fill("Example Ltd")
    page.locator("#enquiry-remember").check()
    page.goto(f"{address}changes/")
    page.locator(".visits-reset").click()
    page.locator(".reader-settings > button").click()
    page.locator(".reader-settings input[name=colours][value=slate]").check(force=True)


@PREFIXES
def test_everything_is_deleted(chromium: Browser, real_address: str, prefix: str) -> None:
    """Entries of all pages go, the header follows, the line says so; another portal's entries stay."""
    with watched(chromium, size=PHONE) as watch:
        page = watch.page
        store_everything(page, f"{real_address}{prefix}")
        page.evaluate("localStorage.setItem('portal-language-offer', 'true')")
        assert local_keys(page) == sorted(key.name for key in STORED_KEYS)
        page.evaluate("localStorage.setItem('/neighbour/portal-shortlist', '[]')")
        page.goto(f"{real_address}{prefix}privacy/")
        status, button, root = page.locator(".stored-status"), page.locator(".stored-clear"), page.locator("html")
        expect(status).to_contain_text(str(len(STORED_KEYS)))
        expect(status).to_have_attribute("role", "status")
        expect(root).to_have_attribute("data-md-color-scheme", "slate")
        expect(page.locator(".stored-off")).to_be_hidden()
        assert violations(page) == []
        assert sideways(page) == []
        before = status.text_content()
        button.focus()
        page.keyboard.press("Enter")
        expect(status).not_to_have_text(before or "")
        expect(status).to_be_focused()
        expect(button).to_be_disabled()
        expect(root).to_have_attribute("data-md-color-scheme", "default")
        assert local_keys(page) == ["/neighbour/portal-shortlist"]
        page.reload()
        expect(button).to_be_disabled()
        page.goto(f"{real_address}{prefix}enquiry/")
        expect(page.locator("input[name=company]").first).to_have_value("")
        assert watch.faults == []


@PREFIXES
def test_without_scripts(chromium: Browser, real_address: str, prefix: str) -> None:
    """A sentence stands in place of the button; the table names every key."""
    with watched(chromium, scripts=False) as watch:
        watch.page.goto(f"{real_address}{prefix}privacy/")
        expect(watch.page.locator(".stored")).to_be_hidden()
        expect(watch.page.locator(".stored-off")).to_be_visible()
        names = watch.page.locator("article tbody th code").all_text_contents()
        assert names == [key.name for key in STORED_KEYS]
        assert watch.faults == []
