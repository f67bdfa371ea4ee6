"""A plan becomes a cost sheet for each park, as Python computes it, with an address that can be shared."""

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Browser, ViewportSize, expect

from investment_portal.domain.costs.prices import price_of, prices_of
from investment_portal.domain.costs.sheet import PriceRange, sheet
from investment_portal.domain.incentives.assess import assess
from investment_portal.domain.incentives.combination import Selection
from investment_portal.domain.incentives.declare import declare
from investment_portal.models.convert import convert
from investment_portal.models.park import Price
from tests.browser.judging import SIDEWAYS, violations
from tests.browser.watching import DESKTOP, PHONE, watched
from tests.sites import Site

if TYPE_CHECKING:
    from investment_portal.domain.incentives.verdict import Stated

MU = Fraction(2000, 3)
QUERY = "sector=electronics&type=sme&land=20&power=2000000&steam=500&people=200&wage=8%20万元&investment=1%20亿元"


@pytest.mark.parametrize(
    ("utility", "unit", "yuan"),
    [
        ("land", "万元/亩", Fraction(18 * 10_000 * 3, 2000)),
        ("land", "元/平方米", Fraction(18)),
        ("rent", "元/平方米·月", Fraction(18 * 12)),
        ("rent", "元/㎡/月", Fraction(18 * 12)),
        ("power", "元/度", Fraction(18)),
        ("water", "元/吨", Fraction(18)),
        ("power", "元/千伏安·月", None),
        ("gas", "面议", None),
    ],
)
def test_prices_are_read_with_their_units(utility: str, unit: str, yuan: Fraction | None) -> None:
    """In yuan for a base unit and a year; a unit that is not one of the item is left to the contact."""
    written = {"utility": utility, "value": 18, "unit": {"zh": unit, "en": "per unit"}, "as_of": "2026-10-31"}
    assert price_of(convert(Price, written)) == yuan


def by_year(selection: Selection) -> list[int]:
    """Add up what need not be returned, by year."""
    lists = [selection.years.get(kind, []) for kind in ("grant", "saving")]
    return [sum(years[place] for years in lists if place < len(years)) for place in range(max(map(len, lists)))]


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("prefix", ["", "en/"], ids=["zh", "en"])
def test_a_plan_becomes_a_sheet(
    chromium: Browser, real: Site, real_address: str, prefix: str, size: ViewportSize
) -> None:
    """Every park has the net sum of ten years that Python computes; a missing price names whom to ask."""
    quantities = {"land": 20 * MU, "power": Fraction(2_000_000), "steam": Fraction(500), "staff": Fraction(200)}
    facts: Stated = {
        "sector": frozenset({"electronics"}),
        "enterprise_type": frozenset({"sme"}),
        "investment": Fraction(100_000_000),
        "jobs": Fraction(200),
    }
    answer = assess(declare(real.catalog, real.day), facts, real.day)
    with watched(chromium, size=size, day=real.day) as watch:
        page = watch.page
        page.goto(f"{real_address}{prefix}costs/?{QUERY}")
        for park in real.catalog.parks.values():
            prices = {utility.value: prices for utility, prices, _ in prices_of(park)}
            prices["staff"] = PriceRange(Fraction(80_000), Fraction(80_000))
            wanted = sheet(quantities, prices, Fraction(1, 10), by_year(answer.certain), by_year(answer.possible))
            card = page.locator(f".costs-park[data-park={park.id}]")
            expect(card).to_have_attribute("data-least", str(wanted.total[0]))
            expect(card).to_have_attribute("data-most", str(wanted.total[1]))
            assert card.locator(".costs-lower").count() == (not wanted.complete)
            assert card.locator(f"td a[href*='{park.contact}']").count() == (not wanted.complete)
        page.evaluate("for (const details of document.querySelectorAll('.costs-result details')) details.open = true")
        assert page.evaluate(SIDEWAYS) <= 0
        assert violations(page) == []
        page.fill("#costs-hall", "much")
        expect(page.locator("#costs-hall-error")).not_to_have_text("")
        page.fill("#costs-hall", "3000")
        assert "hall=3000" in page.evaluate("location.href")
        with page.expect_download() as download:
            page.locator("[data-action=csv]").click()
        rows = download.value.path().read_text("utf-8-sig").splitlines()
        assert len(rows) > len(real.catalog.parks) * 10
        assert watch.faults == []


@pytest.mark.parametrize(
    ("prefix", "gain", "to"), [("", "净得最高", "至净支出"), ("en/", "net gain of up to", "to net cost")]
)
def test_a_gain_is_worded_and_support_is_the_sum_of_the_sentence(
    chromium: Browser, real: Site, real_address: str, prefix: str, gain: str, to: str
) -> None:
    """A plan whose support may exceed its costs has no minus sign; every card has the sum of the sentence."""
    with watched(chromium, size=DESKTOP, day=real.day) as watch:
        page = watch.page
        page.goto(f"{real_address}{prefix}costs/?sector=electronics&land=20&investment=1%20亿元")
        possible = int(page.locator(".support-sentence").get_attribute("data-most") or "")
        sentence = page.locator(".support-sentence").inner_text()
        cards = page.locator(".costs-park")
        assert possible > 0
        for card in cards.all():
            support, net = card.locator(".costs-sums dd").nth(2).inner_text(), card.locator(".costs-sums dd").last
            assert support.split(" ", 1)[-1].removeprefix("up to ").strip() in sentence
            assert "-" not in net.inner_text()
            if int(card.get_attribute("data-least") or "") < 0 < int(card.get_attribute("data-most") or ""):
                assert gain in net.inner_text()
                assert to in net.inner_text()


def test_the_form_is_aligned_and_no_row_is_half_empty(chromium: Browser, real_address: str) -> None:
    """Fields of a row have one top; the last park fills its row."""
    boxes = """selector => [...document.querySelectorAll(selector)].map(element => {
      const { top, right } = element.getBoundingClientRect(); return [Math.round(top), Math.round(right)]; })"""
    for size in (PHONE, DESKTOP):
        with watched(chromium, size=size) as watch:
            watch.page.goto(f"{real_address}costs/?land=20")
            fields = watch.page.evaluate(boxes, ".costs-form :is(select, input)")
            rows = {top for top, _ in fields}
            assert len(rows) == (3 if size == DESKTOP else 8)
            assert fields[-1][1] == max(right for _, right in fields)
            parks = watch.page.evaluate(boxes, ".costs-park")
            assert parks[-1][1] == max(right for _, right in parks)


@pytest.mark.parametrize(
    ("field", "typed", "plain"),
    [
        ("power", "200万 kWh", "2000000"),
        ("power", "200 万度", "2000000"),
        ("power", "２００００００", "2000000"),
        ("power", "2 million", "2000000"),
        ("power", "2,000 MWh", "2000000"),
        ("water", "3 万立方米", "30000"),
        ("water", "30,000 m³", "30000"),
        ("steam", "5000吨", "5000"),
        ("people", "1.2千人", "1200"),
    ],
)
def test_figures_are_read_as_people_write_them(
    chromium: Browser, real_address: str, field: str, typed: str, plain: str
) -> None:
    """A scale and the unit of the field give the same sums as the bare number."""
    sums = []
    for text in (typed, plain):
        with watched(chromium, size=DESKTOP) as watch:
            watch.page.goto(f"{real_address}en/costs/")
            watch.page.fill("#costs-wage", "80,000")
            watch.page.fill(f"#costs-{field}", text)
            cards = watch.page.locator(".costs-park")
            expect(cards.first).to_be_visible()
            sums.append([card.get_attribute("data-most") for card in cards.all()])
    assert sums[0] == sums[1]


@pytest.mark.parametrize(
    ("field", "typed", "reason"),
    [
        ("power", "1,5", "could mean two numbers"),
        ("hall", "much", "not a number"),
        ("margin", "150", "more than 100%"),
        ("people", "1.5", "not a whole number"),
        ("water", "-3", "below zero"),
        ("gas", "5 constructor", "not a number"),
    ],
)
def test_what_cannot_be_read_is_said_at_its_field_and_gives_no_total(
    chromium: Browser, real_address: str, field: str, typed: str, reason: str
) -> None:
    """A sum without it would be too low and would not say so."""
    with watched(chromium, size=PHONE) as watch:
        page = watch.page
        page.goto(f"{real_address}en/costs/?land=20")
        expect(page.locator(".costs-result")).to_be_visible()
        page.fill(f"#costs-{field}", typed)
        expect(page.locator(f"#costs-{field}-error")).to_contain_text(reason)
        expect(page.locator(".costs-result")).to_be_hidden()
        label = page.locator(f"label[for=costs-{field}]").inner_text()
        expect(page.locator(".costs-unread")).to_contain_text(label)
        page.fill(f"#costs-{field}", "")
        expect(page.locator(".costs-result")).to_be_visible()
        expect(page.locator(".costs-unread")).to_be_hidden()
