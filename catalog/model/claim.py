"""Figures that claim something, with what they rest on."""

from decimal import Decimal
from typing import Annotated, Any, Generic, TypeVar

from pydantic import Field, WrapValidator

from catalog.model.base import Model, field
from catalog.model.reference import SourceRef
from catalog.model.text import Text
from catalog.problems.got import got
from catalog.quantities import Area, Money, Percent
from catalog.quantities.dates import Day
from catalog.quantities.number import Whole
from catalog.quantities.refusal import refusal

Value = TypeVar("Value")

Count = Annotated[Whole, Field(ge=0, le=10**12)]
Figure = Money | Area | Percent | Decimal | int


class Claim(Model, Generic[Value]):
    """A promised or measured figure: the value, what it is based on, and of which day it is."""

    value: Value = field("数值", "Value")
    basis: Text = field("依据", "Basis")
    as_of: Day = field("数据截至", "As of")
    source: SourceRef | None = field("来源", "Source", default=None)


def _first_that_fits(value: object) -> Figure:
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
        Money.hint(value) if isinstance(value, str) else Area.hint(None),
    )


AnyFigure = Annotated[
    Money | Area | Percent | Decimal | int, WrapValidator(lambda value, _handler: _first_that_fits(value))
]
"""A figure of whatever sort: what it is follows from how it is written."""


def size(figure: Figure) -> tuple[str, Decimal]:
    """Give what a figure is measured in, and how large it is: figures of one measure can be compared."""
    if isinstance(figure, Money):
        return figure.currency, figure.amount
    if isinstance(figure, Area):
        return "m²", figure.square_metres
    if isinstance(figure, Percent):
        return "%", figure.number
    return "", Decimal(figure)


def maybe_unknown(value: object, handler: Any) -> Any:
    """Read the word ``unknown`` as nothing: the page then says so, and whom to ask."""
    return None if value == "unknown" else handler(value)


Known = Annotated[Text | None, WrapValidator(maybe_unknown)]
"""A text, or the word ``unknown``."""
