"""Figures that claim something, with what they rest on."""

from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, Generic, Literal, TypeVar

from msgspec import Struct

from investment_portal.languages import NOTHING
from investment_portal.models.base import Model, field
from investment_portal.models.quantities import Area, Money, Percent
from investment_portal.models.quantities.dates import Day
from investment_portal.models.quantities.number import Range, Whole
from investment_portal.models.quantities.quantity import Parsed, refusal, stands_for
from investment_portal.models.reference import SourceRef
from investment_portal.models.text import Text
from investment_portal.problems import got

Value = TypeVar("Value")

Count = Annotated[Whole, Range(least=0, most=10**12)]
Figure = Money | Area | Percent | Decimal | int


class Claim(Model, Generic[Value]):
    """A promised or measured figure: the value, what it is based on, and of which day it is."""

    value: Value = field("数值", "Value")
    basis: Text = field("依据", "Basis")
    as_of: Day = field("数据截至", "As of")
    source: SourceRef | None = field("来源", "Source", default=None)


def parse_figure(value: object) -> Figure:
    """Return the first sort of figure that fits."""
    for quantity in (Money, Area, Percent):
        try:
            return quantity.parse(value)
        except ValueError:
            continue
    if isinstance(value, int | Decimal) and not isinstance(value, bool) and value >= 0:
        return value
    typed = got(value)
    raise refusal(
        "bad-quantity",
        f"应为不小于 0 的数字、金额（“95.9 亿元”）、面积（“300 亩”）或百分比（“106.5 %”）；{typed.zh}。",
        f"Must be a number from 0 up, a sum (“95.9 亿元”), an area (“300 亩”) or a share (“106.5 %”); {typed.en}.",
        next(filter(None, (sort.hint(value) for sort in (Money, Area, Percent) if isinstance(value, str))), NOTHING),
    )


if TYPE_CHECKING:
    AnyFigure = Figure
else:

    @stands_for(Money, Area, Percent, Decimal, int)
    class AnyFigure(Parsed):
        """A figure of whatever sort: what it is follows from how it is written."""

        parse = staticmethod(parse_figure)


def size(figure: Figure) -> tuple[str, Decimal]:
    """Return what a figure is measured in, and how large it is: figures of one measure can be compared."""
    if isinstance(figure, Money):
        return figure.currency, figure.amount
    if isinstance(figure, Area):
        return "m²", figure.square_metres
    if isinstance(figure, Percent):
        return "%", figure.number
    return "", Decimal(figure)


class OrUnknown(Struct, frozen=True):
    """Turns the word ``unknown`` into nothing: the page then says so, and whom to ask."""

    word: str = "unknown"

    def check(self, value: Any) -> Any:
        """Return the value, or nothing for the word."""
        return None if isinstance(value, str) else value


if TYPE_CHECKING:
    Known = Text | None
else:
    # The word is gone once a record is converted; msgspec must let it pass before.
    Known = Annotated[Text | Literal["unknown"] | None, OrUnknown()]
"""A text, or the word ``unknown``."""
