"""The unit of a chart: said once in its caption, so that every value of one scale stands bare."""

from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal

from catalog.languages import Language
from catalog.model.claim import size
from catalog.model.result import Figure
from catalog.quantities import Area, Money
from catalog.show.numbers import EN_SCALES, HECTARE, KEPT, ZH_CURRENCIES, ZH_SCALES, plain
from catalog.value import Value
from catalog.views.context import Context

Measure = tuple[str, str]
"""What a figure is measured in (a currency, m², %, or nothing for counts), and the unit that staff gave it."""


class Unit(Value):
    """A unit by its name; ``one`` is how much of the plain measure (yuan, square metres, pieces) it holds."""

    name: str
    one: Decimal = Decimal(1)

    def write(self, amount: Decimal) -> str:
        """Write an amount in this unit, without the unit."""
        return plain(amount / self.one)


def measure(figure: Figure) -> Measure:
    """Say what a figure is measured in: those of one measure fit one scale."""
    return size(figure.value)[0], figure.unit.en if figure.unit else ""


def amount_of(figure: Figure) -> Decimal:
    """Give how large a figure is, exactly."""
    return size(figure.value)[1]


def unit_of(figures: Sequence[Figure], language: Language) -> Unit:
    """Give the unit that figures of one measure share."""
    first = figures[-1]
    given = first.unit.in_(language) if first.unit else ""
    if isinstance(first.value, Money):
        return money_unit([amount_of(one) for one in figures], first.value.currency, language)
    if isinstance(first.value, Area):
        return Unit("公顷" if language == "zh" else "ha", HECTARE)
    return Unit(given or size(first.value)[0])


def money_unit(amounts: Iterable[Decimal], currency: str, language: Language) -> Unit:
    """Give the largest unit that the greatest sum reaches and in which no sum loses a digit, if there is one."""
    sums = list(amounts)
    scales = ZH_SCALES if language == "zh" else EN_SCALES
    reached = [scale for scale in scales if max(sums, default=Decimal(0)) >= scale[0]] or [scales[-1]]
    one, name = next((scale for scale in reached if all(_exact(sum_ / scale[0]) for sum_ in sums)), reached[0])
    return Unit(f"{name}{ZH_CURRENCIES[currency]}" if language == "zh" else f"{currency}{name}", one)


def _exact(number: Decimal) -> bool:
    return number == number.quantize(Decimal(1).scaleb(-KEPT), ROUND_HALF_UP)


def captioned(context: Context, caption: str, unit: str) -> str:
    """Say the unit after what a chart shows."""
    return context.words("chart_unit", caption=caption, unit=unit) if unit else caption
