"""Geometry and units that all charts share."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from itertools import accumulate, pairwise

from investment_portal.components.context import Context
from investment_portal.formatting.numbers import DECIMAL_PLACES, EN_SCALES, HECTARE, ZH_SCALES, plain
from investment_portal.languages import Language
from investment_portal.models.claim import size
from investment_portal.models.quantities import Area, Money
from investment_portal.models.quantities.currencies import CURRENCIES
from investment_portal.models.result import Figure
from investment_portal.value import Value

WHOLE = Decimal(100)
STEP = Decimal("0.01")


def percent_of(part: Decimal, whole: Decimal) -> Decimal:
    """Return a part in per cent of the whole, rounded down so that no mark outgrows its room; of nothing it is 0."""
    return (part / whole * WHOLE).quantize(STEP, ROUND_DOWN) if whole else Decimal(0)


def shares(amounts: Sequence[Decimal]) -> list[Decimal]:
    """Return each amount in per cent of the greatest: the scale begins at zero and is the same for all."""
    greatest = max(amounts, default=Decimal(0))
    return [percent_of(amount, greatest) for amount in amounts]


def stacked(amounts: Iterable[Decimal]) -> Iterator[tuple[Decimal, Decimal]]:
    """Return start and length of each amount set end to end; the lengths fill the whole without gap or overlap."""
    edges = list(accumulate(amounts, initial=Decimal(0)))
    ticks = [percent_of(edge, edges[-1]) for edge in edges]
    return ((start, end - start) for start, end in pairwise(ticks))


def centres(count: int) -> list[Decimal]:
    """Return the middles of columns of one width."""
    return [percent_of(Decimal(2 * step + 1), Decimal(2 * count)) for step in range(count)]


Measure = tuple[str, str]
"""The measure of a figure (a currency, m², %, or nothing for counts), and the unit that staff gave it."""


class ChartUnit(Value):
    """A unit by its name; ``size`` is how much of the plain measure (yuan, square metres, pieces) it holds."""

    name: str
    size: Decimal = Decimal(1)

    def write(self, amount: Decimal) -> str:
        """Write an amount in this unit, without the unit."""
        return plain(amount / self.size)


def measure(figure: Figure) -> Measure:
    """Return the measure of a figure; figures of one measure share a scale."""
    return size(figure.value)[0], figure.unit.en if figure.unit else ""


def amount_of(figure: Figure) -> Decimal:
    """Return how large a figure is, exactly."""
    return size(figure.value)[1]


def unit_of(figures: Sequence[Figure], language: Language) -> ChartUnit:
    """Return the unit that figures of one measure share."""
    first = figures[-1]
    unit_text = first.unit.in_(language) if first.unit else ""
    if isinstance(first.value, Money):
        return money_unit([amount_of(figure) for figure in figures], first.value.currency, language)
    if isinstance(first.value, Area):
        return ChartUnit("公顷" if language == "zh" else "ha", HECTARE)
    return ChartUnit(unit_text or size(first.value)[0])


def money_unit(amounts: Iterable[Decimal], currency: str, language: Language) -> ChartUnit:
    """Return the largest unit that the greatest sum reaches and in which no sum loses a digit, if there is one."""
    sums = list(amounts)
    scales = ZH_SCALES if language == "zh" else EN_SCALES
    reached = [scale for scale in scales if max(sums, default=Decimal(0)) >= scale[0]] or [scales[-1]]
    factor, name = next((scale for scale in reached if all(_exact(sum_ / scale[0]) for sum_ in sums)), reached[0])
    return ChartUnit(f"{name}{CURRENCIES[currency].unit}" if language == "zh" else f"{currency}{name}", factor)


def _exact(number: Decimal) -> bool:
    return number == number.quantize(Decimal(1).scaleb(-DECIMAL_PLACES), ROUND_HALF_UP)


def captioned(context: Context, caption: str, unit: str) -> str:
    """Return the unit after what a chart shows."""
    return context.words("chart_unit", caption=caption, unit=unit) if unit else caption
