"""The cost sheet: the browser computes what Python does, and ranges behave."""

from fractions import Fraction
from functools import cache
from typing import Any

from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page

from investment_portal.domain.costs.sheet import ITEMS, YEARS, PriceRange, sheet
from investment_portal.domain.incentives.declare import plain

COUNT = st.builds(Fraction, st.integers(0, 10**9), st.sampled_from([1, 3, 7, 100]))
PRICES = st.dictionaries(
    st.sampled_from(ITEMS), st.tuples(COUNT, COUNT).map(lambda pair: PriceRange(min(pair), max(pair)))
)
QUANTITIES = st.dictionaries(st.sampled_from(ITEMS), COUNT)
MARGIN = st.builds(Fraction, st.integers(0, 150), st.just(100))
SUPPORT = st.lists(st.integers(0, 10**12), max_size=YEARS + 2)

SHEET = """async (cases) => {
  const { sheet } = await import('/costs/sheet.js');
  const plain = (value) => {
    if (typeof value === "bigint") return String(value);
    if (Array.isArray(value)) return value.map(plain);
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== null)
      .map(([name, inner]) => [name, plain(inner)]));
  };
  return cases.map(([quantities, prices, margin, certain, possible]) =>
    plain(sheet(quantities, prices, margin, certain.map(BigInt), possible.map(BigInt))));
}"""


@cache
def vectors() -> list[tuple[list[Any], Any]]:
    """Make plans, prices and support, the same at every run."""
    collected: list[tuple[list[Any], Any]] = []

    @settings(max_examples=300, database=None, phases=[Phase.generate])
    @given(QUANTITIES, PRICES, MARGIN, SUPPORT, SUPPORT)
    def collect(
        quantities: dict[str, Fraction],
        prices: dict[str, PriceRange],
        margin: Fraction,
        certain: list[int],
        possible: list[int],
    ) -> None:
        answer = plain(sheet(quantities, prices, margin, certain, possible))
        answer.setdefault("rows", [])
        arguments = [plain(quantities), plain(prices), str(margin), [str(fen) for fen in certain]]
        collected.append(([*arguments, [str(fen) for fen in possible]], answer))

    collect()
    return collected


def test_the_browser_computes_as_python_does(modules: Page) -> None:
    """Some hundred plans in one go."""
    cases = vectors()
    answers = modules.evaluate(SHEET, [arguments for arguments, _ in cases])
    for (arguments, answer), computed in zip(cases, answers, strict=True):
        assert computed == answer, arguments


@given(QUANTITIES, PRICES, MARGIN, SUPPORT)
def test_ranges_hold_and_add_up(
    quantities: dict[str, Fraction], prices: dict[str, PriceRange], margin: Fraction, support: list[int]
) -> None:
    """No lower bound above its upper one; ten years are once and ten times a year, less support."""
    result = sheet(quantities, prices, margin, [], support)
    for low, high in (result.once, result.yearly, *result.years, result.total):
        assert low <= high
    paid = sum(support[:YEARS])
    assert result.total[0] == result.once[0] + YEARS * result.yearly[0] - paid
    assert result.total[1] == result.once[1] + YEARS * result.yearly[1]
    assert result.complete == all(item in prices for item, quantity in quantities.items() if quantity)


@given(QUANTITIES, PRICES, st.sampled_from(ITEMS))
def test_more_never_costs_less(quantities: dict[str, Fraction], prices: dict[str, PriceRange], item: str) -> None:
    """One unit more of an item, and a wider margin, leave no upper bound lower."""
    before = sheet(quantities, prices, Fraction(1, 10))
    more = {**quantities, item: quantities.get(item, Fraction(0)) + 1}
    assert sheet(more, prices, Fraction(1, 10)).total[1] >= before.total[1]
    assert sheet(quantities, prices, Fraction(2, 10)).total[1] >= before.total[1]
    assert sheet(quantities, prices, Fraction(2, 10)).total[0] <= before.total[0]
