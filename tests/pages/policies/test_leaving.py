"""A link to another site asks first; within the site, to hosts of the allow-list and without scripts it does not."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.judging import violations
from tests.browser.watching import PHONE, watched
from tests.sites import Site
from tests.visual.browsing import served

CLAIM = "https://claim.example.org/"


@pytest.fixture(scope="module")
def address(real: Site) -> Iterator[str]:
    """Serve the real portal."""
    with served(real.out) as where:
        yield where


def outside(page: Page) -> None:
    """Answer every other host with an empty page, so that going there can be seen."""
    page.context.route(
        re.compile("^https://"), lambda route: route.fulfill(content_type="text/html", body="<title>there</title>")
    )


@pytest.mark.parametrize(("prefix", "go", "stay"), [("", "继续访问", "放弃"), ("en/", "Go on", "Stay here")])
def test_asks_and_does_what_is_answered(chromium: Browser, address: str, prefix: str, go: str, stay: str) -> None:
    """Stay by button, by Escape, by a click beside the box; go on by the other button."""
    with watched(chromium, size=PHONE) as watch:
        page = watch.page
        outside(page)
        page.goto(f"{address}{prefix}policies/interest-subsidy/")
        address_before, dialog = page.url, page.locator("#leaving")
        link = page.locator(f'a[href^="{CLAIM}"]').first
        link.click()
        expect(dialog).to_be_visible()
        expect(dialog).to_contain_text("claim.example.org")
        expect(page.get_by_role("link", name=go)).to_be_focused()
        assert violations(page) == []
        page.get_by_role("button", name=stay).click()
        expect(dialog).to_be_hidden()
        expect(link).to_be_focused()
        link.press("Enter")
        page.keyboard.press("Escape")
        expect(dialog).to_be_hidden()
        link.click()
        page.mouse.click(5, 5)
        expect(dialog).to_be_hidden()
        assert page.url == address_before
        link.click()
        page.get_by_role("link", name=go).click()
        page.wait_for_url(f"{CLAIM}**")


def test_a_new_window_stays_one(chromium: Browser, address: str) -> None:
    """Whoever holds Ctrl gets the page in a new tab once the answer is given."""
    with watched(chromium) as watch:
        page = watch.page
        outside(page)
        page.goto(f"{address}policies/interest-subsidy/")
        page.locator(f'a[href^="{CLAIM}"]').first.click(modifiers=["Control"])
        with page.context.expect_page() as opened:
            page.get_by_role("link", name="继续访问").click()
        assert opened.value.url.startswith(CLAIM)
        assert page.url.startswith(address)


@pytest.mark.parametrize(
    "href", ["../", "https://invest.example.gov.cn/x", "https://a.beian.miit.gov.cn/", "mailto:a@b.cn"]
)
def test_does_not_ask_needlessly(chromium: Browser, address: str, href: str) -> None:
    """Own pages, own address, hosts of the allow-list and those below them, mail."""
    with watched(chromium) as watch:
        page = watch.page
        outside(page)
        page.goto(f"{address}about/")
        dialog_opened = page.evaluate(
            """(href) => {
              const link = document.body.appendChild(document.createElement("a"));
              link.href = href;
              // Stays here whatever the answer, so that only the asking is seen.
              addEventListener("click", (event) => event.preventDefault(), { once: true });
              link.click();
              return document.querySelector("#leaving").open;
            }""",
            href,
        )
        assert dialog_opened is False


def test_a_host_that_only_looks_alike_is_asked_about(chromium: Browser, address: str) -> None:
    """Neither a longer name nor one that ends in the same letters counts as ours."""
    with watched(chromium) as watch:
        page = watch.page
        outside(page)
        page.goto(f"{address}about/")
        for href in (
            "https://invest.example.gov.cn.evil.example/",
            "https://invest.example.gov.cn.example.org/",
            "//evil.example",
        ):
            dialog_opened = page.evaluate(
                """(href) => {
                  const link = document.body.appendChild(document.createElement("a"));
                  link.href = href;
                  link.click();
                  const dialog = document.querySelector("#leaving");
                  const asked = dialog.open;
                  dialog.close();
                  return asked;
                }""",
                href,
            )
            assert dialog_opened, href


def test_without_scripts_a_link_is_a_link(chromium: Browser, address: str) -> None:
    """It leads there at once, and no box stands on the page."""
    with watched(chromium, scripts=False) as watch:
        page = watch.page
        outside(page)
        page.goto(f"{address}policies/interest-subsidy/")
        expect(page.locator("#leaving")).to_be_hidden()
        page.locator(f'a[href^="{CLAIM}"]').first.click()
        page.wait_for_url(f"{CLAIM}**")
