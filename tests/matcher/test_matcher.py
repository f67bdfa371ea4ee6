"""An investor states facts and gets the sums that Python computes; the address keeps them; nothing breaks the page."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from urllib.parse import quote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from catalog.derive.support.assess import Answer, assess
from catalog.derive.support.declare import declare
from catalog.derive.support.stated import Stated
from tests.browser.test_gates import violations
from tests.browser.watching import DESKTOP, PHONE, Watched, watched
from tests.sites import Site

MATCHER = "policies/matcher/"
FACTS: Stated = {
    "sector": frozenset({"equipment"}),
    "enterprise_type": frozenset({"sme", "high_tech"}),
    "stage": frozenset({"production"}),
    "investment": Fraction(120_000_000),
    "equipment": Fraction(60_000_000),
    "jobs": Fraction(150),
    "research": Fraction(6_000_000),
    "new_to_district": True,
}
ADDRESS = (
    "sector=equipment&enterprise_type=sme,high_tech&stage=production&investment=1.2亿元&equipment=6000万元"
    "&jobs=150&research=600万元&new_to_district=yes"
)


@pytest.fixture(params=[PHONE, DESKTOP], ids=["phone", "desktop"])
def watch(request: pytest.FixtureRequest, chromium: Browser) -> Iterator[Watched]:
    """Open the window of a phone or a desktop; what goes wrong in it is a fault."""
    with watched(chromium, size=request.param) as opened:
        yield opened
        assert opened.faults == []


def answer(real: Site) -> Answer:
    """Reckon the same facts in Python."""
    return assess(declare(real.catalog, real.day), FACTS, real.day)


def shown(page: Page, attribute: str = "value") -> dict[str, Decimal]:
    """Give the sums in all as the page holds them for machines, by kind of money, in yuan."""
    data = page.locator(".matcher-sums data").evaluate_all(
        f"all => all.map((one) => [one.dataset.kind, one.getAttribute('{attribute}')])"
    )
    return {kind: Decimal(sum_) for kind, sum_ in data}


@pytest.mark.parametrize("own", ["", "en/"], ids=["zh", "en"])
def test_the_sums_are_those_of_python(watch: Watched, real: Site, real_address: str, own: str) -> None:
    """For each kind of money, and each policy with its verdict, in order of worth."""
    page, wanted = watch.page, answer(real)
    page.goto(f"{real_address}{own}{MATCHER}?{ADDRESS}")
    sums = {kind: Decimal(fen) / 100 for kind, fen in wanted.certain.sums.items() if fen}
    assert sums
    assert {kind: sum_ for kind, sum_ in shown(page).items() if sum_} == sums
    for verdict in ("yes", "unknown", "no"):
        ids = page.locator(f'[data-group="{verdict}"] [data-policy]').evaluate_all(
            "all => all.map((one) => one.dataset.policy)"
        )
        assert ids == [one.id for one in wanted.policies if one.verdict == verdict]
    assert violations(page) == []


def test_stating_facts_one_by_one(watch: Watched, real: Site, real_address: str) -> None:
    """Chosen and typed as people do: units in words, full-width digits; each change shows at once."""
    page = watch.page
    page.goto(real_address + MATCHER)
    expect(page.locator(".matcher-start")).to_be_visible()
    page.select_option("#fact-sector", "equipment")
    for kind in ("sme", "high_tech"):
        page.locator(f'input[name="enterprise_type"][value="{kind}"]').check(force=True)
    page.locator(".matcher-more").evaluate("one => one.open = true")
    page.locator('input[name="stage"][value="production"]').check(force=True)
    page.fill("#fact-investment", "１．２亿元")
    page.fill("#fact-equipment", "CNY 60 million")
    page.fill("#fact-jobs", "150")
    page.fill("#fact-research", "600万")
    page.select_option("#fact-new_to_district", "yes")
    sums = {kind: Decimal(fen) / 100 for kind, fen in answer(real).certain.sums.items() if fen}
    assert {kind: sum_ for kind, sum_ in shown(page).items() if sum_} == sums
    copied = page.url
    page.goto("about:blank")
    page.goto(copied)
    assert {kind: sum_ for kind, sum_ in shown(page).items() if sum_} == sums


def test_the_other_language_shows_the_same_facts(watch: Watched, real_address: str) -> None:
    """The switch takes the facts along."""
    page = watch.page
    page.goto(f"{real_address}{MATCHER}?{ADDRESS}")
    before = shown(page)
    page.locator(".portal-language").click()
    expect(page).to_have_url(f"{real_address}en/{MATCHER}?{urlsplit(page.url).query}")
    assert shown(page) == before


@pytest.mark.parametrize(
    "typed",
    ["-5", "1e30", "1" * 60, "abc", "<script>alert(1)</script>", "一百万"],
)
def test_what_is_no_figure_says_so(watch: Watched, real_address: str, typed: str) -> None:
    """Beside its field, and counts for nothing."""
    page = watch.page
    page.goto(f"{real_address}en/{MATCHER}?sector=equipment")
    page.fill("#fact-investment", typed)
    expect(page.locator("#fact-investment")).to_have_attribute("aria-invalid", "true")
    expect(page.locator("#fact-investment-note")).not_to_have_text("")
    assert "investment" not in urlsplit(page.url).query


@pytest.mark.parametrize(
    "query",
    [
        "sector=%3Cscript%3Ealert(1)%3C/script%3E",
        "unknown=1&sector=equipment",
        f"investment={'9' * 10_000}",
        "sector=电子信息",
        "jobs=-3&policy=nowhere",
        "%00%ff&=&&sector",
    ],
)
def test_a_damaged_address_is_named(watch: Watched, real_address: str, query: str) -> None:
    """What could not be read is said; the rest works."""
    page = watch.page
    page.goto(f"{real_address}en/{MATCHER}?{query}")
    expect(page.locator(".matcher-dropped")).to_be_visible()
    assert page.locator(".matcher script").count() == 0
    page.select_option("#fact-sector", "baijiu")
    expect(page.locator('[data-group="all"]')).to_be_hidden()


def test_from_a_policy_to_its_answer(watch: Watched, real_address: str) -> None:
    """The policy's page leads here, and that policy stands first."""
    page = watch.page
    page.goto(f"{real_address}en/policies/bridge-loan/")
    page.get_by_role("link", name="Check whether you qualify").first.click()
    expect(page.locator('[data-group="pinned"] [data-policy]')).to_have_attribute("data-policy", "bridge-loan")


def test_what_is_missing_leads_to_its_field(watch: Watched, real_address: str) -> None:
    """By keyboard: the button behind a question that is open puts the focus where it is answered."""
    page = watch.page
    page.goto(f"{real_address}en/{MATCHER}?sector=equipment&enterprise_type=sme")
    button = page.locator(".offer-ask:visible").first
    fact = button.get_attribute("data-asks")
    button.press("Enter")
    assert page.evaluate("document.activeElement.closest('[data-fact]').dataset.fact") == fact


def test_copy_clear_and_print(chromium: Browser, real_address: str) -> None:
    """The buttons do what they say."""
    context = chromium.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{real_address}en/{MATCHER}?{ADDRESS}")
    page.evaluate("window.print = () => { window.printed = true; }")
    page.get_by_role("button", name="Copy link").click()
    expect(page.locator(".matcher-told")).to_have_text("Link copied")
    assert page.evaluate("navigator.clipboard.readText()") == page.url
    page.get_by_role("button", name="Print").click()
    assert page.evaluate("window.printed")
    page.get_by_role("button", name="Start again").click()
    expect(page).to_have_url(f"{real_address}en/{MATCHER}")
    expect(page.locator(".matcher-start")).to_be_visible()
    context.close()


def test_without_scripts_the_list_decides(chromium: Browser, real: Site, real_address: str) -> None:
    """By sector, each policy with its conditions and support in words, and no form that does nothing."""
    with watched(chromium, size=PHONE, scripts=False) as watch:
        page = watch.page
        page.goto(f"{real_address}{MATCHER}")
        expect(page.locator(".matcher-form")).to_be_hidden()
        groups = page.locator(".matcher-unscripted details")
        assert groups.count() == len(real.catalog.sectors)
        groups.first.locator("summary").click()
        groups.first.locator("a").first.click()
        expect(page.locator(".offer:target")).to_be_in_viewport()
        assert watch.faults == []


def test_from_disk(chromium: Browser, real: Site) -> None:
    """The same sums where no server is."""
    with watched(chromium) as watch:
        watch.page.goto(f"{(real.out / MATCHER / 'index.html').as_uri()}?{quote(ADDRESS, safe='=&,')}")
        sums = {kind: Decimal(fen) / 100 for kind, fen in answer(real).certain.sums.items() if fen}
        assert {kind: sum_ for kind, sum_ in shown(watch.page).items() if sum_} == sums
        assert watch.faults == []
