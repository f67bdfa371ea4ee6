"""An investor on a project's page: the facts first, what is not known, who answers, and what to carry away."""

import re

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from investment_portal.formatting.values import show
from investment_portal.languages import Language
from investment_portal.models.base import fields_of
from investment_portal.models.project import Conditions
from tests.browser.watching import DESKTOP, PHONE, watched
from tests.sites import Site

PROJECT = "mlcc-passive-components"
SECTIONS = ("facts", "content", "conditions", "gaps", "returns", "site", "chain", "policies", "related", "record")
TOPS = "all => all.map((one) => one.getBoundingClientRect().top)"
FOCUSED = """
() => {
  const one = document.activeElement;
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
  return {
    name: one.dataset.bookmark ? "keep" : "share" in one.dataset ? "share" : "print" in one.dataset ? "print"
      : one.hash?.startsWith("#") && one.closest(".jump") ? one.hash : (one.getAttribute("href") ?? one.tagName),
    shown: (outlineStyle !== "none" && parseFloat(outlineWidth) > 0) || boxShadow !== "none",
    inside: one.closest("main") !== null,
  };
}
"""


def address_of(address: str, language: Language) -> str:
    """Return the address of the project's page."""
    return f"{address}{'' if language == 'zh' else 'en/'}projects/{PROJECT}/"


def tells_everything(page: Page, site: Site, language: Language) -> None:
    """Demand what an investor weighs a project by, whether scripts run or not."""
    project = site.catalog.projects[PROJECT]
    headings = page.locator("main h2").evaluate_all("all => all.map((one) => one.id)")
    assert [heading for heading in headings if heading in SECTIONS] == list(SECTIONS)
    rows = page.locator(".condition-sheet-list > div")
    assert rows.count() == len(fields_of(Conditions))
    known = rows.count() - page.locator(".condition-sheet-unknown").count()
    assert known == sum(getattr(project.conditions, field) is not None for field in fields_of(Conditions)) > 0
    for row in rows.all():
        assert row.locator("dd").inner_text().strip()
    for row in page.locator(".condition-sheet-unknown").all():
        assert "/contacts/" in (row.locator("a").get_attribute("href") or "")
    expect(page.locator("section:has(> #conditions)")).to_contain_text(str(known))
    meter = page.locator(".meter rect").get_attribute("width")
    assert meter == str(known)
    dot = page.locator(".schematic .here")
    assert dot.get_attribute("data-park") == project.place.park
    listed = page.locator("section:has(> #site) tbody tr, section:has(> #site) .picture li")
    assert listed.count() >= len(site.catalog.parks)
    expect(page.locator(".chain-link--here")).to_be_visible()
    for card in page.locator("section:has(> #policies) .card").all():
        assert card.locator(".card-text").text_content()
    card = page.locator(".contact--first")
    assert (card.locator("a[href^='tel:']").get_attribute("href") or "").startswith("tel:+86")
    expect(card.locator("a[href^='mailto:']")).to_be_visible()
    expect(card.locator(".contact-role")).to_be_visible()
    expect(card.locator(".contact-hours")).to_contain_text("北京时间" if language == "zh" else "UTC+8")
    expect(card.locator(".contact-backup a")).to_be_visible()
    expect(page.locator(".record-aside .contact")).to_have_count(1)
    expect(page.locator(".record-aside .actions a[href$='#route']")).to_be_visible()
    expect(page.locator("section:has(> #record)")).to_contain_text(show(project.verified_on, language))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_with_and_without_scripts(chromium: Browser, real: Site, real_address: str, language: Language) -> None:
    """Everything is there either way, on a phone and on a desktop; without scripts no button that does nothing."""
    for size in (PHONE, DESKTOP):
        for scripts in (True, False):
            with watched(chromium, size=size, scripts=scripts) as watch:
                page = watch.page
                page.goto(address_of(real_address, language))
                tells_everything(page, real, language)
                if not scripts:
                    assert page.locator("main button:visible").count() == 0
                assert watch.faults == []


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_first_screen(chromium: Browser, real_address: str, language: Language, size: ViewportSize) -> None:
    """Sum, land, time to decision, and a way to ask need no scrolling."""
    with watched(chromium, size=size) as watch:
        page = watch.page
        page.goto(address_of(real_address, language))
        figures = page.locator(".record-figures").bounding_box()
        assert figures is not None
        assert figures["y"] + figures["height"] <= size["height"]
        # A phone's bar holds the number; a desktop has the way to write.
        ways = page.locator("a[href^='tel:+86']" if size is PHONE else "main a[href*='enquiry/']").evaluate_all(TOPS)
        assert any(0 < top < size["height"] for top in ways)
        assert watch.faults == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_by_keys_alone(chromium: Browser, real_address: str, language: Language) -> None:
    """Tab goes from keeping to sharing, printing, the sections and the contact, each visible; keys act as clicks."""
    with watched(chromium) as watch:
        page = watch.page
        page.goto(address_of(real_address, language))
        met: list[str] = []
        for _ in range(400):
            page.keyboard.press("Tab")
            focus = page.evaluate(FOCUSED)
            if not focus["inside"]:
                if met:
                    break
                continue
            assert focus["shown"], focus
            met.append(focus["name"])
        wanted = ["keep", "share", "print", "#facts", "#conditions"]
        assert [name for name in dict.fromkeys(met) if name in wanted] == wanted
        assert any(name.startswith("tel:") for name in met)
        assert any("enquiry/" in name for name in met)
        page.locator("[data-bookmark]").first.focus()
        page.keyboard.press("Enter")
        expect(page.locator("[data-bookmark]").first).to_have_attribute("aria-pressed", "true")
        expect(page.locator("[data-shortlist] [data-shortlist-count]")).to_have_text(re.compile("1"))
        page.reload()
        expect(page.locator("[data-bookmark]").first).to_have_attribute("aria-pressed", "true")
        page.locator(".jump a[href='#conditions']").focus()
        page.keyboard.press("Enter")
        expect(page.locator("#conditions")).to_be_in_viewport()
        page.locator(".schematic a").first.focus()
        page.keyboard.press("Enter")
        expect(page).to_have_url(re.compile("/parks/"))
        assert watch.faults == []


def test_paper_names_kind_stage_and_status_once(chromium: Browser, real_address: str) -> None:
    """Among the key facts; the head of the sheet leaves them out, and the screen shows them in the head too."""
    with watched(chromium) as watch:
        page = watch.page
        page.goto(f"{real_address}projects/mlcc-passive-components/")
        figures = page.locator(".record-figures > div")
        expect(figures.last).to_be_visible()
        page.emulate_media(media="print")
        for place in range(1, 4):
            expect(figures.nth(-place)).to_be_hidden()
        expect(page.locator(".record-head .badge--good")).to_be_hidden()
        expect(page.locator(".record-head .badge--example")).to_be_visible()
