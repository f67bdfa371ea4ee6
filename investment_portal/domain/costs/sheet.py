"""The cost sheet: for each item a range of costs, then the sums of ten years with the support of each year."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from investment_portal.domain.incentives.amount import fen
from investment_portal.value import Value

YEARS = 10
"""Years that a sheet adds up."""

ONCE = ("land",)
"""Items that are paid once, in the first year; the others are paid every year."""
ITEMS = ("land", "rent", "power", "water", "sewage", "gas", "steam", "staff")
"""Items in the order in which a sheet lists them."""


class PriceRange(Value):
    """Lower and upper price in yuan for a unit of an item: a square metre, a kWh, a cubic metre, a tonne, a person."""

    least: Fraction
    most: Fraction


class Row(Value):
    """The cost of one item in fen, once or every year; both bounds are None where the price is not known."""

    item: str
    least: int | None
    most: int | None


class CostSheet(Value):
    """The rows, and sums in fen as (lower, upper); ``complete`` says that the price of every item is known.

    ``once`` and ``yearly`` are before support; ``years`` and ``total`` are net of it, the lower bound with all support
    that is possible, the upper one with what is certain.
    """

    rows: Sequence[Row]
    once: tuple[int, int]
    yearly: tuple[int, int]
    years: Sequence[tuple[int, int]]
    total: tuple[int, int]
    complete: bool


def sheet(
    quantities: Mapping[str, Fraction],
    prices: Mapping[str, PriceRange],
    margin: Fraction,
    certain: Sequence[int] = (),
    possible: Sequence[int] = (),
) -> CostSheet:
    """Compute the sheet of a plan: quantities by item, prices by item that may be off by a margin, support by year."""
    rows = [_row(item, quantities[item], prices.get(item), margin) for item in ITEMS if quantities.get(item)]
    once, yearly = _sum(rows, once=True), _sum(rows, once=False)
    years = []
    for place in range(YEARS):
        low, high = (cost + (first if place == 0 else 0) for cost, first in zip(yearly, once, strict=True))
        years.append((low - _of_year(possible, place), high - _of_year(certain, place)))
    total = (sum(low for low, _ in years), sum(high for _, high in years))
    return CostSheet(rows, once, yearly, years, total, all(row.least is not None for row in rows))


def _row(item: str, quantity: Fraction, price: PriceRange | None, margin: Fraction) -> Row:
    if price is None:
        return Row(item, None, None)
    return Row(
        item, fen(quantity * price.least * max(Fraction(0), 1 - margin)), fen(quantity * price.most * (1 + margin))
    )


def _sum(rows: Sequence[Row], *, once: bool) -> tuple[int, int]:
    chosen = [row for row in rows if (row.item in ONCE) is once]
    return sum(row.least or 0 for row in chosen), sum(row.most or 0 for row in chosen)


def _of_year(support: Sequence[int], place: int) -> int:
    """Return the support of a year; what is paid after the last year is left out."""
    return support[place] if place < len(support) else 0
