"""The address keeps the facts; hostile ones, bad figures, the keyboard, no script, a copy on disk."""

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.judging import violations
from tests.browser.watching import DESKTOP, PHONE, moved
from tests.pages.matcher.matching import ADDRESS, MATCHER, STATED, answer, fragment, group, in_yuan, opened, sums
from tests.sites import Site


def test_the_address_keeps_the_facts(chromium: Browser, real: Site, real_address: str) -> None:
    """A copied address shows the same again, in the other language too; back from a policy's page as well."""
    wanted = answer(real, STATED)
    with opened(chromium, real_address + MATCHER + ADDRESS) as watch:
        page = watch.page
        assert sums(page, "grant") == in_yuan(wanted.certain.sums["grant"])
        assert moved(page) == 0
        page.fill("#fact-jobs", "300")
        assert fragment(page) | {"jobs": "300", "investment": "30000wan"} == fragment(page)
        more = sums(page, "grant")
        page.locator("[data-policy=talent-housing] .incentive-title a").click()
        page.wait_for_url("**/policies/talent-housing/")
        page.go_back()
        expect(page.locator("#fact-jobs")).to_have_value("300")
        assert sums(page, "grant") == more
        page.locator(".portal-language").click()
        page.wait_for_url("**/en/policies/matcher/#*")
        expect(page.locator("#fact-investment")).to_have_value("300")
        expect(page.locator("[name=investment-unit]")).to_have_value("m")
        assert sums(page, "grant") == more
        page.locator("[data-action=clear]").click()
        assert fragment(page) == {}
        assert len(group(page, "all")) == len(wanted.policies)


HOSTILE = [
    "?sector=%3Cscript%3Edocument.title%3D'broken'%3C%2Fscript%3E&investment=1e30&foo=bar&jobs=-5&stage=constructor,growth",
    "?__proto__=x&constructor=y&policy=toString&enterprise_type=__proto__&new_to_district=maybe&sector=electronics&sector=medicine",
    "?investment=" + "9" * 10_000,
    "?%00=%FF&rent=%F0%9F%92%A9&=&&&policy=",
]


@pytest.mark.parametrize("query", HOSTILE, ids=range(len(HOSTILE)))
def test_damaged_addresses_are_named_and_harmless(chromium: Browser, real_address: str, query: str) -> None:
    """Unknown values are named as left out, as text; the rest counts."""
    with opened(chromium, real_address + MATCHER + query) as watch:
        notice = watch.page.locator(".matcher-dropped")
        expect(notice).to_be_visible()
        assert len(notice.inner_text()) < 400
        assert "broken" not in watch.page.title()
        if "growth" in query:
            expect(watch.page.locator(".chip input[value=growth]")).to_be_checked()
            expect(notice).to_contain_text("<script>")
            expect(notice).to_contain_text("investment=1e30")


def test_bad_figures_are_named_at_their_field_and_do_not_count(chromium: Browser, real_address: str) -> None:
    """Negative, too large, letters: said below the field; mended, the message goes."""
    with opened(chromium, f"{real_address}en/{MATCHER}") as watch:
        page = watch.page
        field, note = page.locator("#fact-investment"), page.locator("#fact-investment-note")
        usual = note.inner_text()
        for typed, reason in (
            ("-5", "negative"),
            ("1" + "0" * 30, "large"),
            ("many", "number"),
            ("12,34", "thousands"),
        ):
            field.fill(typed)
            expect(note).to_contain_text(reason)
            expect(field).to_have_attribute("aria-invalid", "true")
            assert "investment" not in fragment(page)
        field.fill("1.2亿")
        expect(note).to_contain_text("CNY 120 million")
        assert field.get_attribute("aria-invalid") is None
        field.fill("")
        expect(note).to_have_text(usual)


def test_a_policy_leads_here_and_stands_first(chromium: Browser, real_address: str) -> None:
    """From its page; what it still asks for is one step away, by keyboard."""
    with opened(chromium, f"{real_address}policies/hall-rent-subsidy/") as watch:
        page = watch.page
        page.locator("a[href$='policy=hall-rent-subsidy']").click()
        expect(page.locator("[data-group=pinned] .incentive")).to_have_attribute("data-policy", "hall-rent-subsidy")
        assert fragment(page) == {"policy": "hall-rent-subsidy"}
        page.select_option("#fact-sector", "electronics")
        asks = page.locator("[data-group=pinned] .incentive-reasons [data-missing-fact=rent]")
        asks.focus()
        page.keyboard.press("Enter")
        expect(page.locator("#fact-rent")).to_be_focused()
        page.keyboard.type("54")
        expect(page.locator("[data-group=pinned] .incentive-asks")).not_to_contain_text("年租金")
        assert fragment(page)["rent"] == "54wan"
        page.goto(f"{real_address}policies/epidemic-support/")
        assert page.locator("a[href*='policies/matcher/']").count() == 0


def test_by_keyboard_alone(chromium: Browser, real_address: str) -> None:
    """Every field is reached in the order of the page, and shows that it has the focus."""
    with opened(chromium, real_address + MATCHER) as watch:
        page = watch.page
        page.locator("#fact-sector").focus()
        page.keyboard.press("ArrowDown")
        reached = []
        for _ in range(24):
            page.keyboard.press("Tab")
            reached.append(page.evaluate("document.activeElement.name || document.activeElement.tagName"))
            if reached[-1] == "enterprise_type" and reached.count("enterprise_type") == 2:
                page.keyboard.press("Space")
        order = list(dict.fromkeys(reached))
        assert order[:6] == ["enterprise_type", "stage", "new_to_district", "investment", "investment-unit", "jobs"]
        expect(page.locator(".chip input[value=sme]")).to_be_checked()
        assert page.locator(".matcher-count").inner_text()


@pytest.mark.parametrize("prefix", ["", "en/"], ids=["zh", "en"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_results_are_accessible(chromium: Browser, real_address: str, prefix: str, scheme: str) -> None:
    """Axe finds nothing once an investor is matched and everything is open; all that is touched is large enough."""
    with opened(
        chromium, real_address + prefix + MATCHER + ADDRESS + "&policy=research-grant", size=PHONE, scheme=scheme
    ) as watch:
        page = watch.page
        page.evaluate("for (const one of document.querySelectorAll('.matcher details')) one.open = true")
        page.fill("#fact-graduates", "x")
        assert violations(page) == []
        touched = page.locator(".matcher :is(button, select, input[type=text], .chip, summary):visible").all()
        small = [box for element in touched if (box := element.bounding_box()) and box["height"] < 43.9]
        assert len(touched) > 30
        assert small == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_without_scripts_the_policies_are_found_by_sector(chromium: Browser, real: Site, real_address: str) -> None:
    """No form that does nothing; each sector leads to its policies, each with its conditions, and to the matrix."""
    with opened(chromium, f"{real_address}en/{MATCHER}", size=DESKTOP, scripts=False) as watch:
        page = watch.page
        expect(page.locator(".matcher-form")).to_be_hidden()
        assert page.locator(".matcher-unscripted summary").count() == len(real.catalog.sectors)
        page.locator(".matcher-unscripted summary").first.click()
        page.locator(".matcher-unscripted a[href='#offer-industry-fund']:visible").click()
        offer = page.locator("#offer-industry-fund")
        expect(offer).to_be_in_viewport()
        offer.locator("summary").click()
        expect(offer).to_contain_text("at least CNY 30 million")
        assert page.locator("a[href='../../policies/#coverage']").count() == 1


def test_from_disk(chromium: Browser, real: Site) -> None:
    """A copy on a memory stick matches as well."""
    wanted = answer(real, STATED)
    with opened(chromium, (real.out / MATCHER / "index.html").as_uri() + ADDRESS) as watch:
        assert sums(watch.page, "grant") == in_yuan(wanted.certain.sums["grant"])


def test_a_way_to_a_place_on_the_page_keeps_the_facts(chromium: Browser, real_address: str) -> None:
    """The link that skips to the content, and the bar of a phone that leads to the results."""
    with opened(chromium, f"{real_address}{MATCHER}#sector=medicine&jobs=60", size=PHONE) as watch:
        page = watch.page
        page.locator(".portal-skip").focus()
        page.keyboard.press("Enter")
        # The browser writes the place into the address first; the script takes the facts back from what it knows.
        page.wait_for_function("() => location.hash.includes('jobs=60')")
        expect(page.locator("#fact-jobs")).to_have_value("60")
        assert fragment(page) == {"sector": "medicine", "jobs": "60"}
        page.locator(".matcher-bar a").click()
        expect(page.locator("#matcher-results")).to_be_focused()
        page.wait_for_function("() => location.hash.includes('jobs=60')")
        assert fragment(page) == {"sector": "medicine", "jobs": "60"}
        page.evaluate("location.hash = 'jobs=5'")
        expect(page.locator("#fact-jobs")).to_have_value("5")
        expect(page.locator("#fact-sector")).to_have_value("")


def test_nothing_is_sent_and_everything_is_said_to_be_an_estimate(chromium: Browser, real_address: str) -> None:
    """No request tells what was stated; the page says what its sums are, of which day, and who confirms them."""
    with opened(chromium, f"{real_address}en/{MATCHER}") as watch:
        page = watch.page
        sent: list[str] = []
        page.on("request", lambda request: sent.extend([request.url, *request.all_headers().values()]))
        page.fill("#fact-investment", "54321")
        page.select_option("#fact-sector", "medicine")
        assert fragment(page)["sector"] == "medicine"
        expect(page.locator(".notice").first).to_contain_text("Estimates on the terms published")
        expect(page.locator(".notice").first).to_contain_text("+86 830 000 0001")
        expect(page.locator(".notice").first).to_contain_text("As of 23 November 2026.")
        page.reload()
        expect(page.locator("#fact-investment")).to_have_value("54321")
        page.locator("[data-policy=industry-fund] .incentive-title a").click()
        page.wait_for_url("**/policies/industry-fund/")
        assert any(address.endswith("/policies/industry-fund/") for address in sent)
        assert not [address for address in sent if "54321" in address or "medicine" in address]


def test_the_link_is_copied_and_the_page_printed(chromium: Browser, real_address: str) -> None:
    """The copied link holds the facts; where the browser refuses, the page says where the link is."""
    with opened(chromium, f"{real_address}en/{MATCHER}#sector=medicine&jobs=60") as watch:
        page = watch.page
        page.evaluate("""() => {
          globalThis.done = [];
          window.print = () => done.push("printed");
          navigator.clipboard.writeText = async (text) => { done.push(text); };
        }""")
        page.locator("[data-action=copy]").click()
        expect(page.locator(".matcher-status")).to_have_text("Link copied")
        page.locator("[data-action=print]").click()
        assert page.evaluate("done") == [page.evaluate("location.href"), "printed"]
        page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('refused')); }")
        page.locator("[data-action=copy]").click()
        expect(page.locator(".matcher-status")).to_have_text("Could not copy; take the link from the address bar")
