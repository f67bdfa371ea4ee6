"""Format any value of a record in a language."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import cache, singledispatch
from typing import Any

from investment_portal.formatting import numbers
from investment_portal.formatting.dates import long_date, month, quarter
from investment_portal.languages import Language
from investment_portal.models.choice import Choice
from investment_portal.models.offer_price import OfferPrice
from investment_portal.models.quantities import (
    Area,
    AreaRange,
    Days,
    HeadcountRange,
    Money,
    MoneyRange,
    Percent,
    PercentRange,
    UnitPrice,
    WorkingDaysRange,
    YearsRange,
)
from investment_portal.models.quantities.dates import PartialDate
from investment_portal.models.quantities.days import NAMES
from investment_portal.models.text import Text

YES_NO = {"zh": ("是", "否"), "en": ("yes", "no")}


def show(value: Any, language: Language) -> str:
    """Return a value as a person reads it; a type that has no format is our bug."""
    return _way(value.__class__)(value, language)


@cache
def _way(kind: type) -> Callable[[Any, Language], str]:
    """Return the function that formats values of a type, looked up once: a page shows hundreds."""
    return _shown.dispatch(kind)


@singledispatch
def _shown(value: Any, language: Language) -> str:
    raise TypeError(f"cannot show a {type(value).__name__} in {language}")


@_shown.register
def _(value: str, _language: Language) -> str:
    return value


@_shown.register
def _(value: bool, language: Language) -> str:  # noqa: FBT001 - the type by which this one is chosen
    return YES_NO[language][0 if value else 1]


@_shown.register
def _(value: int, _language: Language) -> str:
    return numbers.plain(value)


@_shown.register
def _(value: Decimal, _language: Language) -> str:
    return numbers.plain(value)


@_shown.register
def _(value: Money, language: Language) -> str:
    return numbers.money(value, language)


@_shown.register
def _(value: Area, language: Language) -> str:
    return numbers.area(value, language)


@_shown.register
def _(value: Percent, _language: Language) -> str:
    return f"{numbers.plain(value.number)}%"


@_shown.register
def _(value: MoneyRange, language: Language) -> str:
    return numbers.money_range(value, language)


@_shown.register
def _(value: AreaRange, language: Language) -> str:
    return numbers.area_range(value, language)


@_shown.register
def _(value: UnitPrice, language: Language) -> str:
    return numbers.unit_price(value, language)


@_shown.register
def _(value: OfferPrice, language: Language) -> str:
    """Return a price with what it is for, until when it is offered, and the note."""
    text = [show(value.for_what, language)] if value.for_what else []
    if value.until:
        day = show(value.until, language)
        text.append(f"有效期至 {day}" if language == "zh" else f"valid until {day}")
    text += [show(value.note, language)] if value.note else []
    price = show(value.value, language)
    if not text:
        return price
    return f"{price}（{'；'.join(text)}）" if language == "zh" else f"{price} ({'; '.join(text)})"


@_shown.register
def _(value: HeadcountRange, language: Language) -> str:
    return numbers.plain_range(value, language)


@_shown.register
def _(value: WorkingDaysRange, language: Language) -> str:
    return numbers.plain_range(value, language)


@_shown.register
def _(value: YearsRange, language: Language) -> str:
    return numbers.plain_range(value, language)


@_shown.register
def _(value: PercentRange, language: Language) -> str:
    return numbers.plain_range(value, language, "%")


@_shown.register
def _(value: Days, language: Language) -> str:
    zh, en = NAMES[value.step]
    number = numbers.plain(value.number)
    return f"{number} {zh}" if language == "zh" else f"{number} {en}{'' if value.number == 1 else 's'}"


@_shown.register
def _(value: date, language: Language) -> str:
    return long_date(value, language)


@_shown.register
def _(value: PartialDate, language: Language) -> str:
    if value.day:
        return show(value.first, language)
    if value.month:
        return month(value.first, language)
    if value.quarter:
        return quarter(value.year, value.quarter, language)
    return f"{value.year}年" if language == "zh" else str(value.year)


@_shown.register
def _(value: Choice, language: Language) -> str:
    return value.label.in_(language)


@_shown.register
def _(value: Text, language: Language) -> str:
    return value.in_(language)
