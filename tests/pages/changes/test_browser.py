"""Returning readers, former addresses: in a browser."""

import json

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.browser.judging import SIDEWAYS, violations
from tests.browser.watching import DESKTOP, PHONE, Watched, watched
from tests.sites import Site

KEY = "/portal/portal-changes"
"""Where the portal below ``/portal/`` remembers visits."""
LONG_AGO = {"newest": {"day": "2026-05-04", "keys": []}}
SHIFT = """() => new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => { for (const one of list.getEntries()) sum += one.value; })
    .observe({type: "layout-shift", buffered: true});
  setTimeout(() => done(sum), 300);
})"""
"""How far the page has moved under the reader since it was opened."""
FORBIDDEN = """for (const name of ["getItem", "setItem"]) {
  const real = Storage.prototype[name];
  Storage.prototype[name] = function (key, ...rest) {
    if (key === %s) throw new Error("forbidden");
    return real.call(this, key, ...rest);
  };
}"""
"""Storage that refuses one key."""


def faults(watch: Watched) -> list[str]:
    """Return what went wrong; a page that is left at once breaks off what it still asks for."""
    return [fault for fault in watch.faults if not fault.startswith("failed: ")]


def remember(page: Page, value: object) -> None:
    """Put something where the page remembers visits."""
    page.evaluate("([key, value]) => localStorage.setItem(key, value)", [KEY, json.dumps(value)])


@pytest.mark.parametrize("prefix", ["", "en/"], ids=["zh", "en"])
def test_a_returning_reader_sees_what_is_new(chromium: Browser, past_address: str, prefix: str) -> None:
    """Nothing is stored until the reader asks; then what came since is marked until it is marked as seen."""
    with watched(chromium, size=PHONE) as watch:
        page = watch.page
        page.goto(f"{past_address}{prefix}changes/")
        status, marks, reset = (
            page.locator(".visits-status"),
            page.locator(".change-new"),
            page.locator(".visits-reset"),
        )
        first = status.text_content()
        expect(marks).to_have_count(0)
        assert page.evaluate("Object.keys(localStorage)") == []
        expect(reset.locator(".visits-all")).to_be_hidden()
        reset.click()
        expect(status).not_to_have_text(first or "")
        expect(status).to_be_focused()
        assert page.evaluate("Object.keys(localStorage)") == [KEY]
        page.reload()
        expect(status).not_to_have_text(first or "")
        expect(reset).to_be_disabled()
        expect(reset.locator(".visits-start")).to_be_hidden()
        expect(marks).to_have_count(0)
        remember(page, LONG_AGO)
        page.reload()
        fresh = page.locator(".change--new")
        expect(fresh).to_have_count(marks.count())
        assert marks.count() > 1
        keys = fresh.evaluate_all("found => found.map((one) => one.dataset.change)")
        assert all(key >= "2026-05-04" for key in keys)
        assert "2026-06-20-contact-bureau-revised" in keys
        expect(status).to_contain_text(str(len(keys)))
        assert page.evaluate(SHIFT) == 0
        page.reload()
        expect(marks).to_have_count(len(keys))
        assert violations(page) == []
        assert page.evaluate(SIDEWAYS) <= 0
        reset.focus()
        page.keyboard.press("Enter")
        expect(marks).to_have_count(0)
        expect(status).to_be_focused()
        page.reload()
        expect(marks).to_have_count(0)
        # The other language remembers the same visits.
        page.locator(".portal-language").click()
        expect(page.locator(".change-new")).to_have_count(0)
        assert faults(watch) == []


@pytest.mark.parametrize(
    "stored",
    ["", "null", "[]", "{", '"x"', '{"before": 1}', '{"at": "x"}', "<script>alert(1)</script>", "9" * 5000,
     '{"newest": {"day": "", "keys": [1]}}'],
)  # fmt: skip
def test_a_damaged_memory(chromium: Browser, past_address: str, stored: str) -> None:
    """Counts as none, stays as it is, and is replaced when the reader asks."""
    with watched(chromium) as watch:
        page = watch.page
        page.goto(f"{past_address}changes/")
        page.evaluate("([key, value]) => localStorage.setItem(key, value)", [KEY, stored])
        page.reload()
        expect(page.locator(".change-new")).to_have_count(0)
        assert page.evaluate("key => localStorage.getItem(key)", KEY) == stored
        page.locator(".visits-reset").click()
        assert page.evaluate("key => JSON.parse(localStorage.getItem(key)).newest.day", KEY) == "2026-06-20"
        assert faults(watch) == []


def test_a_browser_that_remembers_nothing(chromium: Browser, past_address: str) -> None:
    """The page is as without the memory, and says so when it is asked to remember."""
    with watched(chromium) as watch:
        page = watch.page
        page.add_init_script(FORBIDDEN % json.dumps(KEY))
        page.goto(f"{past_address}changes/")
        expect(page.locator(".change-new")).to_have_count(0)
        first = page.locator(".visits-status").text_content()
        page.locator(".visits-reset").click()
        expect(page.locator(".visits-status")).not_to_have_text(first or "")
        expect(page.locator(".visits-reset")).to_be_disabled()
        assert page.evaluate("key => !Object.hasOwn(localStorage, key)", KEY)
        assert faults(watch) == []


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("prefix", ["", "en/"], ids=["zh", "en"])
def test_without_scripts(chromium: Browser, past_address: str, prefix: str, size: ViewportSize) -> None:
    """Everything but the memory is there, both versions of a text included."""
    with watched(chromium, size=size, scripts=False) as watch:
        page = watch.page
        page.goto(f"{past_address}{prefix}changes/")
        expect(page.locator(".visits")).to_be_hidden()
        expect(page.locator(".field-change del").first).to_be_visible()
        folded = page.locator(".field-change details").first
        folded.locator("summary").click()
        expect(folded.locator("ins")).to_be_visible()
        assert faults(watch) == []


def test_a_former_address_keeps_what_follows_it(chromium: Browser, past_address: str, past: Site) -> None:
    """Query and hash, in both languages and from disk, hostile ones too; without scripts too."""
    tail = "?from=a%20b&x=%3Cscript%3Ealert(1)%3C/script%3E#contact"
    with watched(chromium) as watch:
        page = watch.page
        for prefix in ("", "en/"):
            page.goto(f"{past_address}{prefix}projects/former-hall/{tail}")
            page.wait_for_url(f"{past_address}{prefix}projects/hostile-hall/{tail}")
        page.goto((past.out / "projects/former-hall/index.html").as_uri() + tail)
        page.wait_for_url((past.out / "projects/hostile-hall/index.html").as_uri() + tail)
        page.goto(f"{past_address}projects/former-hall/?{'x' * 6000}")
        page.wait_for_url(f"{past_address}projects/hostile-hall/?{'x' * 6000}")
        # The former address is no step that the back button would return to.
        assert page.evaluate("history.length") <= 5
        assert faults(watch) == []
    with watched(chromium, scripts=False) as watch:
        watch.page.goto(f"{past_address}en/projects/former-hall/")
        watch.page.wait_for_url(f"{past_address}en/projects/hostile-hall/")
        assert faults(watch) == []
